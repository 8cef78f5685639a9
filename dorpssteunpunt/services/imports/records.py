"""Spreadsheets as the services ask for them, and what may be the matter with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.domain.filled_in.cells import Place, Table

MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
MOST_TABLES = 100
MOST_ROWS, MOST_COLUMNS = 2_000, 200
"""More than any sheet that people fill in: five years of days, and two hundred volunteers."""

MOST_CELLS = 5 * MOST_ROWS * MOST_COLUMNS
"""Of all sheets of a file together, empty ones between them too."""


class TableReader(Protocol):
    """Reads spreadsheets; the outside implements it."""

    def read(self, path: Path) -> Sequence[Table]:
        """Return the sheets of a file that hold anything; raises `SpreadsheetFault`."""
        ...


class SpreadsheetProblem(StrEnum):
    """Why a file cannot be taken in."""

    NOT_FOUND = "not_found"
    EMPTY = "empty"
    OTHER_KIND = "other_kind"
    OLD_OR_LOCKED = "old_or_locked"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNCLOSED_QUOTE = "unclosed_quote"
    FORMULA = "formula"


@dataclass(eq=False, repr=False)
class SpreadsheetFault(Circumstance):
    """A file is no spreadsheet that can be read whole; `place` is where it goes wrong, if known."""

    path: Path
    problem: SpreadsheetProblem
    place: Place | None = None
