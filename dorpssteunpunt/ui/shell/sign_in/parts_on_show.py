"""A passphrase or recovery code on show: its parts large and numbered, to be copied by hand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.theme import set_kind


class PartsOnShow(QWidget):
    """Words or groups beside each other, each with its number."""

    def __init__(self, parts: Sequence[str] = ()) -> None:
        super().__init__()
        self._parts: tuple[str, ...] = ()
        self._flow = Flow(self, gap=8)
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show these parts instead."""
        self._parts = tuple(parts)
        self._flow.clear()
        for number, part in enumerate(parts, start=1):
            self._flow.add(_framed(number, part))

    def parts(self) -> tuple[str, ...]:
        """Return what is on show."""
        return self._parts


def _framed(number: int, part: str) -> QFrame:
    frame = QFrame()
    set_kind(frame, "part")
    column = Column(frame, gap=0, margin=(16, 6, 16, 8))
    for words, kind in ((str(number), "second"), (part, "title")):
        label = column.add(Text(words, kind))
        label.setWordWrap(False)
    return frame
