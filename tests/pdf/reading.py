"""Reads a PDF back the way a careful reader would: its text, its fonts, its empty boxes."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, PdfObject


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
        str(font["/BaseFont"])
        for font in _fonts(pdf)
        if "/FontFile2" not in _inside(font.get("/FontDescriptor", DictionaryObject()))
    ]


def fonts_of(pdf: bytes) -> set[str]:
    """Return the names of the fonts in the paper, without the mark of a subset."""
    return {str(font["/BaseFont"]).split("+")[-1] for font in _fonts(pdf)}


def empty_boxes(pdf: bytes) -> int:
    """Return how often a font was asked for a character that it lacks (.notdef, code 0)."""
    pages = PdfReader(BytesIO(pdf)).pages
    return sum(drawn.count(0) for page in pages for drawn in _drawn(page))


def language_of(pdf: bytes) -> str:
    """Return the language in which a screen reader should say the paper."""
    return str(_inside(PdfReader(BytesIO(pdf)).trailer["/Root"])["/Lang"])


def outline_of(pdf: bytes) -> list[str]:
    """Return the titles in the outline, level by level."""
    return list(_titles(PdfReader(BytesIO(pdf)).outline))


def _titles(outline: Iterable[Any]) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(entry.title)


def _fonts(pdf: bytes) -> Iterator[DictionaryObject]:
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in _inside(_inside(page["/Resources"])["/Font"]).values():
            yield _inside(font)


def _inside(found: PdfObject) -> DictionaryObject:
    inside = found.get_object()
    assert isinstance(inside, DictionaryObject)
    return inside


def _drawn(page: PageObject) -> Iterator[bytes]:
    content = ContentStream(page["/Contents"].get_object(), page.pdf)
    for operands, operator in content.operations:
        if operator == b"Tj":
            yield operands[0].original_bytes
