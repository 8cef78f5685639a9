"""The logbook as the services ask for it, and the frozen rows in which it answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dorpssteunpunt.domain.handover import ActionItem, HandoverEntry, Level, Reading


class LogFilter(StrEnum):
    """Which entries of the logbook are asked for."""

    TO_READ = "to_read"
    OPEN_ACTIONS = "open_actions"
    URGENT = "urgent"
    UNACKNOWLEDGED = "unacknowledged"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogQuestion:
    """Who asks for which entries.

    To read are entries written at or after `since`. `keep` is the entry that lies open: it stays
    in the answer, so that reading it does not take it out of its reader's hands.
    """

    reader_id: int
    since: datetime
    show: LogFilter = LogFilter.ALL
    typed: str = ""
    keep: int | None = None


@dataclass(frozen=True, slots=True)
class RequestReference:
    """The help request an entry is about."""

    id: int
    kind: str
    requester: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry as it reads now, after its corrections; the author is who wrote it first.

    `is_acknowledged` is by anybody, `waits_for_reader` says that this reader has not read it, or
    has read it while nobody acknowledged it.
    """

    id: int
    level: Level
    situation: str
    contingency: str
    occurred_at: datetime
    written_at: datetime
    author: str
    about: RequestReference | None
    open_actions: int
    is_corrected: bool
    is_read: bool
    is_acknowledged: bool
    is_own: bool
    waits_for_reader: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """Something to be done, with the entry that asks for it."""

    id: int
    entry_id: int
    what: str
    who: str
    due_on: date | None
    done_at: datetime | None
    done_by: str
    situation: str
    level: Level


@dataclass(frozen=True, slots=True)
class HandoverCounts:
    """How many entries wait: to be read by this person, with open actions, acknowledged by none."""

    to_read: int
    open_actions: int
    unacknowledged: int


class HandoverRepository(Protocol):
    """Entries with their corrections, the actions they ask for, and who read them."""

    def entry(self, entry_id: int) -> HandoverEntry:
        """Return an entry or correction; raises `NotFound`."""
        ...

    def versions(self, entry_id: int) -> Sequence[HandoverEntry]:
        """Return the original of this entry and its corrections in order; raises `NotFound`."""
        ...

    def versions_of_period(self, start: datetime, end: datetime) -> Sequence[HandoverEntry]:
        """Return what happened from `start` until before `end`, and what corrects that."""
        ...

    def add(self, entry: HandoverEntry) -> int:
        """Add an entry or a correction and return its id."""
        ...

    def action(self, action_id: int) -> ActionItem:
        """Return an action; raises `NotFound`."""
        ...

    def save_action(self, action: ActionItem) -> int:
        """Add or change an action and return its id."""
        ...

    def actions(self, entry_ids: Collection[int]) -> Sequence[ActionRow]:
        """Return the actions of these entries in the order in which they came."""
        ...

    def open_actions(self) -> Sequence[ActionRow]:
        """Return what is still to be done: what is due first, then what has no date."""
        ...

    def reading(self, entry_id: int, account_id: int) -> Reading | None:
        """Return whether this person read this entry or correction."""
        ...

    def readings(self, entry_ids: Collection[int]) -> Sequence[Reading]:
        """Return who read these entries and corrections, first reader first."""
        ...

    def save_reading(self, reading: Reading) -> None:
        """Add or change that somebody read an entry."""
        ...

    def page(self, question: LogQuestion, after: int | None, limit: int) -> Sequence[EntryRow]:
        """Return the next entries, newest first, after the id of an entry."""
        ...

    def unread(self, question: LogQuestion, limit: int) -> Sequence[EntryRow]:
        """Return what waits for this reader: what nobody acknowledged first, urgent first."""
        ...

    def unacknowledged(
        self, question: LogQuestion, before: datetime, limit: int
    ) -> Sequence[EntryRow]:
        """Return what was written before a moment and nobody acknowledged: urgent, then oldest."""
        ...

    def counts(self, question: LogQuestion) -> HandoverCounts:
        """Return how many entries wait."""
        ...

    def references(self, request_ids: Collection[int]) -> Mapping[int, RequestReference]:
        """Return kind and requester of these help requests, by id."""
        ...
