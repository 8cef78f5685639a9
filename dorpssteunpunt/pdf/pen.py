"""A pen on a page: text, boxes and lines at so many points from the top left corner."""

from typing import Any, Final

Colour = tuple[float, float, float]


def _colour(red: int, green: int, blue: int) -> Colour:
    return (round(red / 255, 3), round(green / 255, 3), round(blue / 255, 3))


INK: Final = _colour(0x1B, 0x24, 0x23)
SOFT_INK: Final = _colour(0x46, 0x50, 0x4F)
DEEP: Final = _colour(0x17, 0x35, 0x2F)
WHITE: Final = _colour(0xFF, 0xFF, 0xFF)
SHADE: Final = _colour(0xE9, 0xEC, 0xEB)
LINE: Final = _colour(0x6B, 0x75, 0x73)
FAINT: Final = _colour(0xB9, 0xC2, 0xBF)
DANGER: Final = _colour(0x8E, 0x1B, 0x1B)


class Pen:
    """Draws one page on a canvas of ReportLab; `lift` puts the text on top of the rest."""

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._text = canvas.beginText()
        self._style: tuple[str, float] | None = None
        self._colour: Colour | None = None
        self._written: list[str] = []

    def write(
        self, x: float, baseline: float, text: str, font: str, size: float, colour: Colour
    ) -> None:
        """Write characters of one font on a baseline."""
        self._text.setTextOrigin(x, self._height - baseline)
        if self._style != (font, size):
            self._style = (font, size)
            self._text.setFont(font, size)
        if self._colour != colour:
            self._colour = colour
            self._text.setFillColorRGB(*colour)
        self._text.textOut(text)
        self._written.append(text)

    def has_written(self, sign: str) -> bool:
        """Say whether this sign stands somewhere on the page so far."""
        return any(sign in text for text in self._written)

    def fill(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)

    def frame(
        self, x: float, top: float, width: float, height: float, colour: Colour, thick: float
    ) -> None:
        """Draw the four sides of a box."""
        self._stroke(colour, thick)
        self._canvas.rect(x, self._height - top - height, width, height, stroke=1, fill=0)

    def rule(self, x: float, top: float, width: float, colour: Colour, thick: float) -> None:
        """Draw a line from left to right."""
        self._stroke(colour, thick)
        self._canvas.line(x, self._height - top, x + width, self._height - top)

    def post(self, x: float, top: float, height: float, colour: Colour, thick: float) -> None:
        """Draw a line from top to bottom."""
        self._stroke(colour, thick)
        self._canvas.line(x, self._height - top, x, self._height - top - height)

    def bookmark(self, title: str, top: float, level: int) -> None:
        """Put this place in the outline of the document; level 0 is the document itself."""
        key = f"{self._canvas.getPageNumber()}-{top:.0f}"
        self._canvas.bookmarkHorizontal(key, 0, self._height - top)
        self._canvas.addOutlineEntry(title, key, level=level)

    def lift(self) -> None:
        """Put the text on the page and end it."""
        self._canvas.drawText(self._text)
        self._canvas.showPage()

    def _stroke(self, colour: Colour, thick: float) -> None:
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thick)
