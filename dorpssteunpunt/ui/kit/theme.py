"""The look of the running program: palette and text size, changed at once and any number of times.

As Qt has one palette and one font an application, there is one `Theme`; widgets read it when
they draw and listen to `Theme.changed` for what they computed from it.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from dorpssteunpunt.base.paths import resource
from dorpssteunpunt.ui.kit.palettes import PALETTES, Mode, Palette
from dorpssteunpunt.ui.kit.stylesheet import stylesheet

SMALLEST, LARGEST, STEP = 100, 200, 10  # per cent
_BASE_POINTS = 12.0
_SCREEN_DPI = 96.0
_BODY_PIXELS = 16  # 12 points at 96 dots an inch
FAMILIES: Final = ("Noto Sans", "DejaVu Sans")
_FONT_FILES: Final = ("NotoSans-Regular", "NotoSans-Bold", "DejaVuSans", "DejaVuSans-Bold")


class Theme(QObject):
    """What is drawn with now: `palette`, `mode` and `percent`; tells when they change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.LIGHT
        self.percent = SMALLEST
        self._pixel = 1.0

    @property
    def palette(self) -> Palette:
        """The named colours in use."""
        return PALETTES[self.mode]

    def set_look(self, mode: Mode, percent: int, dpi: float) -> None:
        """Take another look over, without drawing anything yet."""
        self.mode = mode
        self.percent = min(LARGEST, max(SMALLEST, percent))
        self._pixel = self.percent / 100 * max(1.0, dpi / _SCREEN_DPI)

    def scaled(self, pixels: float) -> int:
        """Return a length given in pixels at 100 % in pixels of this screen and text size."""
        return round(pixels * self._pixel)

    def ems(self, pixels: int) -> float:
        """Return a length in pixels of this screen in heights of the body text."""
        return pixels / (_BODY_PIXELS * self._pixel)

    def points(self, factor: float = 1.0) -> float:
        """Return the size of the body text, times ``factor``, in points."""
        return _BASE_POINTS * factor * self.percent / 100


_theme = Theme()


def theme() -> Theme:
    """Return the theme of the running program."""
    return _theme


def px(pixels: float) -> int:
    """Return a length given in pixels at 100 % in pixels of this screen and text size."""
    return _theme.scaled(pixels)


def em(pixels: int) -> float:
    """Return a length in pixels of this screen in heights of the body text."""
    return _theme.ems(pixels)


def colour(name: str) -> QColor:
    """Return the colour that the palette in use calls ``name``."""
    return QColor(_theme.palette.colour(name))


def font(*, bold: bool = False, factor: float = 1.0) -> QFont:
    """Return the font of the program at the text size in use, times ``factor``."""
    return QFont(_face(bold, _theme.points(factor)))


def apply_theme(app: QApplication, mode: Mode = Mode.LIGHT, percent: int = SMALLEST) -> None:
    """Give the running program this palette and text size (100 to 200 per cent), at once."""
    _load_fonts()
    _theme.set_look(mode, percent, _dots_per_inch())
    _face.cache_clear()  # the screen may be another one
    app.setPalette(_qt_palette(_theme.palette))
    app.setFont(font())
    app.setStyleSheet(stylesheet(_theme.palette, px, _theme.points() * _point_correction()))
    _theme.changed.emit()


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget the look that the stylesheet has for ``kind``."""
    set_look_property(widget, "kind", kind)


def set_look_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and draw the widget anew when it differs."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it was never drawn, and takes its look when it is
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


@cache
def _face(bold: bool, points: float) -> QFont:
    """Return a font that is looked up once; copies of it know their letters already."""
    made = QFont(list(FAMILIES))
    made.setPointSizeF(points * _point_correction())
    made.setBold(bold)
    return made


def _dots_per_inch() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInch()


def _point_correction() -> float:
    # A Mac counts 72 dots an inch: 12 points would be smaller than the paddings around them.
    return max(1.0, _SCREEN_DPI / _dots_per_inch())


@cache
def _load_fonts() -> None:
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))


def _qt_palette(palette: Palette) -> QPalette:
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: palette.ground,
        roles.WindowText: palette.text,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.hover,
        roles.Text: palette.text,
        roles.PlaceholderText: palette.hint,
        roles.Button: palette.surface,
        roles.ButtonText: palette.text,
        roles.BrightText: palette.danger,
        roles.ToolTipBase: palette.surface,
        roles.ToolTipText: palette.text,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.on_accent,
        roles.Link: palette.accent,
        roles.LinkVisited: palette.accent,
        roles.Light: palette.surface,
        roles.Midlight: palette.hover,
        roles.Mid: palette.line,
        roles.Dark: palette.edge,
        roles.Shadow: palette.edge,
        roles.Accent: palette.accent,
    }
    qt_palette = QPalette()
    for role, value in pairs.items():
        qt_palette.setColor(role, QColor(value))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        qt_palette.setColor(disabled, role, QColor(palette.second))
    return qt_palette
