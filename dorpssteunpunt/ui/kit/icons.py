"""The icons of the program: Lucide drawings in the colours of the palette."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.ui.kit.theme import px, theme

_SIZE = 20  # beside body text, in pixels at 100 %


def icon(name: str, tint: str = "text", size: int = _SIZE, gap: int = 0) -> QIcon:
    """Return the icon ``name`` in the palette's colour ``tint``, ``size`` px at 100 % wide.

    ``gap`` is empty room at its right, before the words of a button. Raises
    ``FileNotFoundError`` when the program ships no such icon.
    """
    densities = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return _icon(name, theme().palette.colour(tint), px(size), px(gap), densities)


def icon_pixmap(name: str, tint: str, size: int, density: float) -> QPixmap:
    """Return the icon as a picture for a screen of ``density`` device pixels a pixel."""
    return _pixmap(name, theme().palette.colour(tint), px(size), 0, density)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, pixels: int, gap: int, densities: frozenset[float]) -> QIcon:
    made = QIcon()
    for density in sorted(densities):
        made.addPixmap(_pixmap(name, colour, pixels, gap, density))
    return made


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, pixels: int, gap: int, density: float) -> QPixmap:
    # Imported here: a window without icons does not pay for the drawing library.
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    side = round(pixels * density)
    pixmap = QPixmap(side + round(gap * density), side)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap
