"""Handover between shifts: entries, corrections, readings and actions that stay open."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW

READING_HORIZON = timedelta(days=14)
"""How far back the next shift reads: most volunteers sit at the desk every week or every other."""


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

    @property
    def original_id(self) -> int:
        """The id of the entry that this one is, or corrects."""
        return self.corrects_id or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """Something an entry asks for: what, by whom and by when; open until done.

    It belongs to the original entry, also when a correction brought it.
    """

    id: int = NEW
    entry_id: int
    what: str
    who: str = ""
    due_on: date | None = None
    done_at: datetime | None = None
    done_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That somebody read an entry, and in what words they acknowledged it, if they did.

    It is about the text as it stood: a correction is an entry of its own to read.
    """

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

    field = "words"


class AlreadyAcknowledged(Refusal):
    """Somebody acknowledges an entry once; what they said stands."""

    field = "words"


class ActionWithoutWhat(Refusal):
    """An action says what is to be done, not only by whom or when."""

    field = "actions"


def check_entry(entry: HandoverEntry) -> None:
    """Raise `SituationMissing`, or `InTheFuture` for what has yet to happen."""
    if not entry.situation:
        raise SituationMissing
    if entry.occurred_at > entry.written_at:
        raise InTheFuture


def check_action(action: ActionItem) -> None:
    """Raise `ActionWithoutWhat` unless the action says what is to be done."""
    if not action.what:
        raise ActionWithoutWhat


def acknowledge(entry: HandoverEntry, reading: Reading, words: str, at: datetime) -> Reading:
    """Return the reading of this entry with what its reader is going to do about it.

    Raises `OwnEntry`, `AlreadyAcknowledged` or `WordsMissing`.
    """
    if reading.account_id == entry.author_id:
        raise OwnEntry
    if reading.acknowledged_at is not None:
        raise AlreadyAcknowledged
    if not words.strip():
        raise WordsMissing
    return replace(reading, acknowledged_at=at, words=words.strip())


def finish(action: ActionItem, by: int, at: datetime) -> ActionItem:
    """Return the action done; one that was done already keeps who did it first."""
    return action if action.done_at else replace(action, done_at=at, done_by=by)


def reopen(action: ActionItem) -> ActionItem:
    """Return the action open again."""
    return replace(action, done_at=None, done_by=None)
