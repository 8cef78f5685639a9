"""Handover between shifts: entries, corrections, readings and actions that stay open."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW


class Level(StrEnum):
    """How much an entry asks of the next shift."""

    STABLE = "stable"
    ATTENTION = "attention"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverEntry:
    """One entry of the logbook; never overwritten: a correction names what it `corrects`.

    `occurred_at` is when it happened, `written_at` when it was written down.
    """

    id: int = NEW
    occurred_at: datetime
    written_at: datetime
    author_id: int
    level: Level
    situation: str
    background: str = ""
    assessment: str = ""
    contingency: str = ""
    request_id: int | None = None
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """Something an entry asks for: what, by whom and by when; open until done."""

    id: int = NEW
    entry_id: int
    what: str
    who: str = ""
    due_on: date | None = None
    done_at: datetime | None = None
    done_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That somebody read an entry, and in what words they acknowledged it, if they did."""

    entry_id: int
    account_id: int
    read_at: datetime
    acknowledged_at: datetime | None = None
    words: str = ""


class SituationMissing(Refusal):
    """An entry says what is the matter."""

    field = "situation"


class WordsMissing(Refusal):
    """Acknowledging is done in one's own words."""

    field = "words"


class InTheFuture(Refusal):
    """What is handed over has happened."""

    field = "occurred_at"


class OwnEntry(Refusal):
    """Acknowledging is for somebody else than the author."""


class CorrectionOfCorrection(Refusal):
    """A correction is made to the original entry."""
