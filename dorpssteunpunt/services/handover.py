"""The logbook between shifts: writing, correcting, reading, acknowledging, and what is to be done.

An entry is written once. Who corrects it adds to it, and what was written first stays visible.
What anybody may write may look like a citizen service number: then `CitizenServiceNumberSeen`
names the field, and `numbers_are_fine` lets the same text pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.handover import (
    READING_HORIZON,
    ActionItem,
    HandoverEntry,
    Level,
    Reading,
    check_action,
    check_entry,
    finish,
    reopen,
)
from dorpssteunpunt.domain.handover import (
    acknowledge as acknowledged,
)
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import (
    ActionRow,
    EntryRow,
    HandoverCounts,
    LogFilter,
    LogQuestion,
    NotFound,
    RequestReference,
    UnitOfWork,
)


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """Something to be done, as it is written down: what, by whom and by when."""

    what: str
    who: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """An entry, or the whole corrected text of one, as somebody writes it.

    Without `occurred_at` a new entry happened now, and a correction leaves the moment as it was.
    A correction adds its actions to those that are there.
    """

    level: Level
    situation: str
    background: str = ""
    assessment: str = ""
    contingency: str = ""
    occurred_at: datetime | None = None
    request_id: int | None = None
    actions: Sequence[ActionDraft] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it was written, or as somebody corrected it."""

    entry: HandoverEntry
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """Who read an entry and what they said; `is_current` is about the last version."""

    by: str
    is_me: bool
    is_current: bool
    read_at: datetime
    acknowledged_at: datetime | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetail:
    """One entry with everything that came after it; the original is the first version."""

    id: int
    versions: Sequence[Version]
    about: RequestReference | None
    actions: Sequence[ActionRow]
    readings: Sequence[ReadingRow]
    may_acknowledge: bool

    @property
    def original(self) -> Version:
        """What was written first."""
        return self.versions[0]

    @property
    def current(self) -> Version:
        """What holds now."""
        return self.versions[-1]

    @property
    def is_acknowledged(self) -> bool:
        """Whether anybody confirmed what holds now."""
        return any(reading.is_current and reading.acknowledged_at for reading in self.readings)


def write_entry(desk: Desk, draft: EntryDraft, *, numbers_are_fine: bool = False) -> Changed:
    """Add an entry to the logbook.

    Raises `SituationMissing`, `InTheFuture`, `ActionWithoutWhat` or `CitizenServiceNumberSeen`.
    """
    now = desk.clock.now()
    entry = _entry(desk, draft, occurred_at=draft.occurred_at or now, written_at=now)
    with desk.writing(Right.HANDOVER) as uow:
        entry_id = _add(uow, entry, draft.actions, numbers_are_fine)
        desk.note(uow, "entry written", Room.HANDOVER, entry_id)
    return changed(Room.HANDOVER, subject=entry_id)


def correct_entry(
    desk: Desk, entry_id: int, draft: EntryDraft, *, numbers_are_fine: bool = False
) -> Changed:
    """Append what an entry should have said; a correction of a correction goes to the original.

    Raises what `write_entry` raises, or `NotFound`.
    """
    now = desk.clock.now()
    with desk.writing(Right.HANDOVER) as uow:
        current = uow.handover.versions(entry_id)[-1]
        entry = replace(
            _entry(desk, draft, draft.occurred_at or current.occurred_at, now),
            corrects_id=current.original_id,
        )
        _add(uow, entry, draft.actions, numbers_are_fine)
        desk.note(uow, "entry corrected", Room.HANDOVER, entry.corrects_id)
    return changed(Room.HANDOVER, subject=entry.corrects_id)


def read_entry(desk: Desk, entry_id: int) -> Changed:
    """Keep that this person read an entry and its corrections, each of them once.

    Changes nothing, and says so, where all was read or written by this person. Raises `NotFound`.
    """
    with desk.writing(Right.HANDOVER) as uow:
        versions = uow.handover.versions(entry_id)
        new = [version for version in versions if _is_news(uow, desk, version)]
        for version in new:
            uow.handover.save_reading(_reading(desk, version))
    original = versions[0].id
    return changed(Room.HANDOVER, subject=original) if new else Changed(frozenset(), original)


def acknowledge(
    desk: Desk, entry_id: int, words: str, *, numbers_are_fine: bool = False
) -> Changed:
    """Confirm an entry as it reads now, in one's own words: "Gelezen, ik doe …".

    Raises `OwnEntry` for who wrote or corrected it last, `AlreadyAcknowledged`, `WordsMissing`,
    `CitizenServiceNumberSeen` or `NotFound`.
    """
    read_entry(desk, entry_id)
    with desk.writing(Right.HANDOVER) as uow:
        current = uow.handover.versions(entry_id)[-1]
        reading = uow.handover.reading(current.id, desk.actor.id) or _reading(desk, current)
        confirmed = acknowledged(current, reading, words, desk.clock.now())
        if not numbers_are_fine:
            check_free_text({"words": confirmed.words})
        uow.handover.save_reading(confirmed)
        desk.note(uow, "entry acknowledged", Room.HANDOVER, current.original_id)
    return changed(Room.HANDOVER, subject=current.original_id)


def add_action(
    desk: Desk, entry_id: int, draft: ActionDraft, *, numbers_are_fine: bool = False
) -> Changed:
    """Add something to be done to an entry.

    Raises `ActionWithoutWhat`, `CitizenServiceNumberSeen` or `NotFound`.
    """
    with desk.writing(Right.HANDOVER) as uow:
        original = uow.handover.entry(entry_id).original_id
        _add_action(uow, original, draft, numbers_are_fine)
        desk.note(uow, "action added", Room.HANDOVER, original)
    return changed(Room.HANDOVER, subject=original)


def finish_action(desk: Desk, action_id: int) -> Changed:
    """Keep that an action was done, and by whom; who did it first stays. Raises `NotFound`."""
    with desk.writing(Right.HANDOVER) as uow:
        action = finish(uow.handover.action(action_id), desk.actor.id, desk.clock.now())
        uow.handover.save_action(action)
        desk.note(uow, "action done", Room.HANDOVER, action.entry_id)
    return changed(Room.HANDOVER, subject=action.entry_id)


def reopen_action(desk: Desk, action_id: int) -> Changed:
    """Let an action be done after all. Raises `NotFound`."""
    with desk.writing(Right.HANDOVER) as uow:
        action = reopen(uow.handover.action(action_id))
        uow.handover.save_action(action)
        desk.note(uow, "action reopened", Room.HANDOVER, action.entry_id)
    return changed(Room.HANDOVER, subject=action.entry_id)


def log(
    desk: Desk,
    after: int | None,
    limit: int,
    show: LogFilter = LogFilter.ALL,
    typed: str = "",
    keep: int | None = None,
) -> Page[EntryRow]:
    """Return a page of the logbook, newest first, that continues after `after`.

    `typed` narrows it to entries in which every word begins a word; `keep` is the entry that
    lies open and stays in whatever the filter asks.
    """
    question = replace(_question(desk), show=show, typed=typed, keep=keep)
    with desk.reading(Right.HANDOVER) as uow:
        rows = uow.handover.page(question, after, limit + 1)
    page = rows[:limit]
    return Page(page, page[-1].id if len(rows) > limit else None)


def entry_detail(desk: Desk, entry_id: int) -> EntryDetail:
    """Return an entry, or the one that a correction belongs to, whole; raises `NotFound`.

    It is not marked read by this: see `read_entry`.
    """
    with desk.reading(Right.HANDOVER) as uow:
        versions = uow.handover.versions(entry_id)
        names = {account.id: account.name.full for account in uow.accounts.accounts()}
        original, current = versions[0], versions[-1]
        readings = uow.handover.readings([version.id for version in versions])
        linked = current.request_id
        return EntryDetail(
            id=original.id,
            versions=[Version(version, names[version.author_id]) for version in versions],
            about=uow.handover.references([linked])[linked] if linked else None,
            actions=uow.handover.actions([original.id]),
            readings=[
                _reading_row(desk, reading, names[reading.account_id], current.id)
                for reading in readings
            ],
            may_acknowledge=_may_acknowledge(desk, current, readings),
        )


def unread(desk: Desk, limit: int = 50) -> Sequence[EntryRow]:
    """Return what waits for this person, of the last `READING_HORIZON`.

    That is what somebody else wrote or corrected and this person has not read, or has read while
    nobody acknowledged it. What nobody acknowledged comes first, then urgent before the rest,
    then the newest.
    """
    with desk.reading(Right.HANDOVER) as uow:
        return uow.handover.unread(_question(desk), limit)


def open_actions(desk: Desk) -> Sequence[ActionRow]:
    """Return what is still to be done, whoever asked it when: what is due first on top."""
    with desk.reading(Right.HANDOVER) as uow:
        return uow.handover.open_actions()


def unacknowledged(
    desk: Desk, older_than: timedelta = timedelta(), limit: int = 50
) -> Sequence[EntryRow]:
    """Return what nobody acknowledged since longer than this: urgent first, then the oldest."""
    with desk.reading(Right.HANDOVER) as uow:
        before = desk.clock.now() - older_than
        return uow.handover.unacknowledged(_question(desk), before, limit)


def about_request(desk: Desk, request_id: int) -> RequestReference:
    """Return the help request an entry is going to be about; raises `NotFound`."""
    with desk.reading(Right.HANDOVER) as uow:
        found = uow.handover.references([request_id])
    if request_id not in found:
        raise NotFound
    return found[request_id]


def counts(desk: Desk) -> HandoverCounts:
    """Return how many entries wait for this person, for somebody's hands, and for anybody."""
    with desk.reading(Right.HANDOVER) as uow:
        return uow.handover.counts(_question(desk))


def _question(desk: Desk) -> LogQuestion:
    return LogQuestion(reader_id=desk.actor.id, since=desk.clock.now() - READING_HORIZON)


def _entry(
    desk: Desk, draft: EntryDraft, occurred_at: datetime, written_at: datetime
) -> HandoverEntry:
    return HandoverEntry(
        occurred_at=occurred_at,
        written_at=written_at,
        author_id=desk.actor.id,
        level=draft.level,
        situation=draft.situation.strip(),
        background=draft.background.strip(),
        assessment=draft.assessment.strip(),
        contingency=draft.contingency.strip(),
        request_id=draft.request_id,
    )


def _add(
    uow: UnitOfWork, entry: HandoverEntry, actions: Sequence[ActionDraft], numbers_are_fine: bool
) -> int:
    check_entry(entry)
    if not numbers_are_fine:
        check_free_text(
            {
                "situation": entry.situation,
                "background": entry.background,
                "assessment": entry.assessment,
                "contingency": entry.contingency,
            }
        )
    entry_id = uow.handover.add(entry)
    for draft in actions:
        _add_action(uow, entry.corrects_id or entry_id, draft, numbers_are_fine)
    return entry_id


def _add_action(uow: UnitOfWork, entry_id: int, draft: ActionDraft, numbers_are_fine: bool) -> None:
    action = ActionItem(
        entry_id=entry_id, what=draft.what.strip(), who=draft.who.strip(), due_on=draft.due_on
    )
    check_action(action)
    if not numbers_are_fine:
        check_free_text({"actions": f"{action.what}\n{action.who}"})
    uow.handover.save_action(action)


def _is_news(uow: UnitOfWork, desk: Desk, version: HandoverEntry) -> bool:
    mine = version.author_id == desk.actor.id
    return not mine and uow.handover.reading(version.id, desk.actor.id) is None


def _reading(desk: Desk, version: HandoverEntry) -> Reading:
    return Reading(entry_id=version.id, account_id=desk.actor.id, read_at=desk.clock.now())


def _reading_row(desk: Desk, reading: Reading, by: str, current: int) -> ReadingRow:
    return ReadingRow(
        by=by,
        is_me=reading.account_id == desk.actor.id,
        is_current=reading.entry_id == current,
        read_at=reading.read_at,
        acknowledged_at=reading.acknowledged_at,
        words=reading.words,
    )


def _may_acknowledge(desk: Desk, current: HandoverEntry, readings: Sequence[Reading]) -> bool:
    done = any(
        reading.acknowledged_at
        for reading in readings
        if (reading.entry_id, reading.account_id) == (current.id, desk.actor.id)
    )
    return current.author_id != desk.actor.id and not done
