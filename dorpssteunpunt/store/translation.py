"""The one translation between rows of a table and frozen dataclasses of the domain."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_type_hints

T = TypeVar("T")
_Fields = tuple[tuple[str, type | None], ...]
_FIELDS: dict[type, _Fields] = {}


def from_row(kind: type[T], row: Mapping[Any, Any], **extra: Any) -> T:
    """Return a `kind` from the columns of a row that bear the names of its fields.

    A field that is a dataclass itself (such as a name) is built from the same row; `extra` gives
    the fields that are no columns. Raises KeyError when neither gives a field.
    """
    values = dict(extra)
    for name, nested in _fields_of(kind):
        if name not in values:
            values[name] = from_row(nested, row) if nested else row[name]
    return kind(**values)


def to_row(record: Any, *, without: frozenset[str] = frozenset({"id"})) -> dict[str, Any]:
    """Return the columns of a record, nested dataclasses laid flat, without some fields."""
    columns: dict[str, Any] = {}
    for name, nested in _fields_of(type(record)):
        if name in without:
            continue
        value = getattr(record, name)
        columns.update(to_row(value) if nested else {name: value})
    return columns


def _fields_of(kind: type) -> _Fields:
    known = _FIELDS.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = _FIELDS[kind] = tuple(
            (field.name, hints[field.name] if is_dataclass(hints[field.name]) else None)
            for field in fields(kind)
        )
    return known
