"""A name under way: what is dragged from the candidates, or from one shift to another."""

import json
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from dorpssteunpunt.ui.kit.theme import colour, font, px

MIME: Final = "application/x-dorpssteunpunt-name"


@dataclass(frozen=True, slots=True)
class Carried:
    """A volunteer by name; with an assignment when they come from a shift."""

    volunteer_id: int
    name: str
    assignment_id: int | None = None


def packed(carried: Carried) -> QMimeData:
    """Return a name as drag and drop takes it along."""
    data = QMimeData()
    data.setData(MIME, json.dumps(asdict(carried)).encode())
    return data


def unpacked(data: QMimeData) -> Carried | None:
    """Return the name that is taken along, or None for anything else."""
    if not data.hasFormat(MIME):
        return None
    return Carried(**json.loads(bytes(data.data(MIME).data())))


def drag(view: QAbstractItemView, carried: Carried) -> None:
    """Let a name hang on the pointer until it is dropped."""
    under_way = QDrag(view)
    under_way.setMimeData(packed(carried))
    picture = _picture(carried.name, view.devicePixelRatioF())
    under_way.setPixmap(picture)
    under_way.setHotSpot(QPoint(px(16), px(16)))
    under_way.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _picture(name: str, density: float) -> QPixmap:
    words = QFontMetrics(font(bold=True)).size(0, name)
    area = QRect(0, 0, words.width() + px(24), words.height() + px(12))
    picture = QPixmap(area.size() * density)
    picture.setDevicePixelRatio(density)
    picture.fill(colour("accent"))
    painter = QPainter(picture)
    painter.setFont(font(bold=True))
    painter.setPen(colour("on_accent"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return picture
