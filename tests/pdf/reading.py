"""Reads a PDF back the way a careful reader would: its text, its fonts, its empty boxes."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """Return the text of the whole paper, lines joined by spaces."""
    return " ".join(" ".join(pages_of(pdf)).split())


def without_spaces(text: str) -> str:
    """Return text as one long word, for what may have been broken over lines."""
    return "".join(text.split())


def loose_fonts(pdf: bytes) -> list[str]:
    """Return the fonts that the paper names and does not carry."""
    return [
        font["/BaseFont"]
        for page in PdfReader(BytesIO(pdf)).pages
        for font in _fonts(page).values()
        if "/FontFile2" not in font.get("/FontDescriptor", {})
    ]


def fonts_of(pdf: bytes) -> set[str]:
    """Return the names of the fonts in the paper, without the mark of a subset."""
    pages = PdfReader(BytesIO(pdf)).pages
    return {font["/BaseFont"].split("+")[-1] for page in pages for font in _fonts(page).values()}


def empty_boxes(pdf: bytes) -> int:
    """Return how often a font was asked for a character that it lacks (.notdef, code 0)."""
    pages = PdfReader(BytesIO(pdf)).pages
    return sum(drawn.count(0) for page in pages for drawn in _drawn(page))


def _fonts(page: PageObject) -> dict[str, DictionaryObject]:
    return {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}


def _drawn(page: PageObject) -> Iterator[bytes]:
    content = ContentStream(page["/Contents"].get_object(), page.pdf)
    for operands, operator in content.operations:
        if operator == b"Tj":
            yield operands[0].original_bytes
