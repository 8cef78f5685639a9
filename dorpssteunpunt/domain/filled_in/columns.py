"""What the columns of a filled-in sheet are about, as their heads and their contents tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from dorpssteunpunt.domain.dates import weekday_named
from dorpssteunpunt.domain.filled_in.cells import CellValue, Table, shown
from dorpssteunpunt.domain.filled_in.words import DaypartNames, Meaning, known_meaning, word_of
from dorpssteunpunt.domain.names import fold

_MOST_HEADS = 3
"""Rows of heads over a table: a name, a day part, an answer."""


class Role(StrEnum):
    """What a column holds, when it is not answers."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    DAYPART = "daypart"
    START = "start"
    END = "end"
    NAME = "name"
    REMARK = "remark"


_HEADS = {
    Role.DAY: "datum | date",
    Role.WEEKDAY: "dag | weekdag | day | weekday",
    Role.WEEK: "week | weeknr | weeknummer | wk",
    Role.DAYPART: "dagdeel | day part | daypart | deel | part",
    Role.START: "van | vanaf | begin | start | from",
    Role.END: "tot | t/m | einde | eind | until | to | end",
    Role.NAME: "naam | name | vrijwilliger | volunteer | wie",
    Role.REMARK: "opmerking | opmerkingen | toelichting | notitie | reden | remark | note",
}
_ROLES = {word.strip(): role for role, row in _HEADS.items() for word in row.split("|")}
_ANSWERS = (
    "antwoord | beschikbaar | beschikbaarheid | beschikbaar? | kan je? | kun je? | j/n | y/n | "
    "ja/nee | aanwezig | aanwezig? | answer | available | available? | availability"
)
_ANSWER_HEADS = frozenset(word.strip() for word in _ANSWERS.split("|"))


def role_of(text: str) -> Role | None:
    """Return what a head says that its column holds, or None."""
    return _ROLES.get(fold(text).rstrip(":. "))


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column of answers: of whom, about which day part, and what a tick in it says.

    Without a name, a day part or a meaning of its own, the row or the sheet tells it.
    """

    who: str = ""
    daypart_id: int | None = None
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet: where the days stand, where else what, and the answers."""

    day: int
    roles: Mapping[int, Role]
    answers: Mapping[int, AnswerColumn]
    nameless: Sequence[int]

    def column(self, role: Role) -> int | None:
        """Return the column with this role, or None."""
        return next((column for column, one in self.roles.items() if one is role), None)


def read_columns(
    table: Table, day: int, heads: Sequence[int], body: Sequence[int], dayparts: DaypartNames
) -> Columns:
    """Return what the columns are about; `heads` are the rows over the table, from above."""
    labels = _labels(table, heads[-_MOST_HEADS:])
    roles: dict[int, Role] = {day: Role.DAY}
    answers: dict[int, AnswerColumn] = {}
    nameless: list[int] = []
    for column in range(table.width):
        values = [value for row in body if (value := table.at(row, column)) is not None]
        if column == day or not (values or labels[column]):
            continue
        role = _role(labels[column], values, dayparts)
        if role is not None:
            roles[column] = role
        elif labels[column]:
            answers[column] = _answer_column(labels[column], dayparts)
        else:
            nameless.append(column)
    if not answers and len(nameless) == 1:
        return Columns(day, roles, {nameless[0]: AnswerColumn()}, ())
    return Columns(day, roles, answers, nameless)


def _labels(table: Table, heads: Sequence[int]) -> Sequence[Sequence[str]]:
    """Return the heads of each column, from above; a head that was merged counts for all it spans.

    That is: an empty head takes the one at its left, where something stands under both.
    """
    labels: list[list[str]] = [[] for _column in range(table.width)]
    for number, row in enumerate(heads):
        last, below = "", heads[number + 1 :]
        for column in range(table.width):
            text = shown(table.at(row, column))
            is_spanned = any(table.at(under, column) is not None for under in below)
            last = text or (last if is_spanned else "")
            if last:
                labels[column].append(last)
    return labels


def _role(
    labels: Sequence[str], values: Sequence[CellValue], dayparts: DaypartNames
) -> Role | None:
    for label in labels:
        if role := role_of(label):
            return role
    for role, is_one in (
        (Role.WEEKDAY, lambda text: weekday_named(text) is not None),
        (Role.DAYPART, lambda text: dayparts.named(text) is not None),
    ):
        texts = [shown(value) for value in values]
        if texts and all(map(is_one, texts)):
            return role
    if values and all(isinstance(value, time) for value in values):
        return Role.START
    return None


def _answer_column(labels: Sequence[str], dayparts: DaypartNames) -> AnswerColumn:
    who, part, meaning = "", None, None
    for label in labels:
        if fold(label) in _ANSWER_HEADS:
            continue
        named = dayparts.named(label)
        if named is not None:
            part = named
        elif (said := known_meaning(word_of(label))) is not None:
            meaning = said
        else:
            who, of_part = _name_and_part(label, dayparts)
            part = part if of_part is None else of_part
    return AnswerColumn(who, part, meaning)


def _name_and_part(label: str, dayparts: DaypartNames) -> tuple[str, int | None]:
    """Split "Els ochtend" in a name and a day part."""
    name, _blank, last = label.rpartition(" ")
    part = dayparts.named(last) if name else None
    return (label, None) if part is None else (name, part)
