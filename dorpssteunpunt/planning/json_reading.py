"""Reads JSON that people and programs wrote, and says by place what is wrong with it."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, TypeVar

from dorpssteunpunt.domain.planning.refusals import Fault, ProblemMalformed

LARGEST = 1_000_000
_MANY_DIGITS = 18

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class At:
    """A value and the place where it stands: an id, or the keys that lead to it."""

    place: str
    value: Any

    def wrong(self, fault: Fault, found: object = "") -> NoReturn:
        """Refuse the file because of what stands here."""
        raise ProblemMalformed(self.place, fault, str(found))

    def fields(self) -> Mapping[str, Any]:
        """Return an object."""
        if not isinstance(self.value, dict):
            self.wrong(Fault.NOT_AN_OBJECT)
        return self.value

    def key(self, name: str) -> "At":
        """Return what stands under a key that has to be there."""
        place = f"{self.place}.{name}" if self.place else name
        if name not in self.fields():
            raise ProblemMalformed(place, Fault.MISSING)
        return At(place, self.value[name])

    def entries(self) -> Iterator[tuple[str, "At"]]:
        """Yield each key of an object with what stands under it."""
        for name in self.fields():
            yield name, self.key(name)

    def items(self) -> Iterator["At"]:
        """Yield the items of a list."""
        if not isinstance(self.value, list):
            self.wrong(Fault.NOT_A_LIST)
        for number, value in enumerate(self.value):
            yield At(f"{self.place}[{number}]", value)

    def pair(self) -> tuple["At", "At"]:
        """Return the two items of a list of two."""
        if not isinstance(self.value, list) or len(self.value) != len(("one", "other")):
            self.wrong(Fault.NOT_A_PAIR)
        one, other = self.items()
        return one, other

    def word(self) -> str:
        """Return a text that is not empty and can be written down again."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.wrong(Fault.NOT_A_WORD)
        try:
            self.value.encode()
        except UnicodeEncodeError:
            self.wrong(Fault.NOT_A_WORD)
        return self.value

    def one_of(self, known: Mapping[str, T]) -> T:
        """Return what a known word stands for."""
        word = self.word()
        if word not in known:
            self.wrong(Fault.UNKNOWN, word)
        return known[word]

    def yes_or_no(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self.wrong(Fault.NOT_YES_OR_NO)
        return self.value

    def number(self) -> int:
        """Return a whole number from 0 to `LARGEST`; `2.0` is whole, `true` is no number."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(Fault.NOT_A_NUMBER)
        faults = (
            (not math.isfinite(value), Fault.NOT_FINITE),
            (value < 0, Fault.NEGATIVE),
            (value > LARGEST, Fault.TOO_LARGE),
        )
        for is_so, fault in faults:
            if is_so:
                self.wrong(fault, value)
        if value != int(value):
            self.wrong(Fault.NOT_WHOLE, value)
        return int(value)

    def day(self) -> date:
        """Return a date that exists, written as 2026-11-24."""
        word = self.word()
        try:
            day = date.fromisoformat(word)
        except ValueError:
            self.wrong(Fault.NO_DATE, word)
        if day.isoformat() != word:  # Python reads other ways of writing as well
            self.wrong(Fault.NO_DATE, word)
        return day


def read(content: bytes) -> At:
    """Return what a file says; raises `ProblemMalformed` when it is not JSON."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemMalformed(str(error.start), Fault.NOT_TEXT) from None
    try:
        told = json.loads(text, object_pairs_hook=_once_each, parse_int=_sized)
    except json.JSONDecodeError as error:
        raise ProblemMalformed(f"{error.lineno}:{error.colno}", Fault.NOT_JSON) from None
    except RecursionError:
        raise ProblemMalformed("", Fault.TOO_DEEP) from None
    return At("", told)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise ProblemMalformed(name.encode(errors="replace").decode(), Fault.TWICE)
        fields[name] = value
    return fields


def _sized(digits: str) -> int:
    """Return a number; one of very many digits is only known to be large."""
    return int(digits[: _MANY_DIGITS + 1])
