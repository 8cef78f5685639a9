"""The overview of the logbook: what happened in a period, and what is still to be done."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain import handover as domain
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    ActionLine,
    Correction,
    EntryText,
    HandoverDay,
    HandoverEntry,
    HandoverOverview,
    Reading,
    Tone,
)
from dorpssteunpunt.services.ports import ActionRow, RequestReference, UnitOfWork
from dorpssteunpunt.services.words.handover import level_word

_TONES = {Level.STABLE: Tone.CALM, Level.ATTENTION: Tone.ATTENTION, Level.URGENT: Tone.URGENT}


def handover_overview(desk: Desk, first: date, last: date) -> HandoverOverview:
    """Return what happened from `first` to `last`, both included, and all open actions.

    That it was made is noted. Days follow each other; within a day entries stand in the order in
    which they were written. Raises `BackwardPeriod` when `last` comes before `first`.
    """
    check_period(first, last)
    # On a full disk paper is what the desk falls back on, though nothing can be noted.
    with suppress(DiskFull), desk.writing(Right.HANDOVER) as uow:
        desk.note(uow, "overview made", Room.HANDOVER)
    with desk.reading(Right.HANDOVER) as uow:
        return HandoverOverview(
            letterhead=letterhead(uow.support_point.support_point()),
            printed_on=desk.clock.today(),
            first=first,
            last=last,
            days=tuple(_days(uow, first, last)),
            open_actions=tuple(_action(row) for row in uow.handover.open_actions()),
        )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the entries of a period, by the id of the entry or of the record."""

    names: Mapping[int, str]
    references: Mapping[int, RequestReference]
    actions: Mapping[int, Sequence[ActionRow]]
    readings: Mapping[int, Sequence[domain.Reading]]


def _days(uow: UnitOfWork, first: date, last: date) -> Sequence[HandoverDay]:
    versions = uow.handover.versions_of_period(_midnight(first), _midnight(last + timedelta(1)))
    by_original: dict[int, list[domain.HandoverEntry]] = defaultdict(list)
    for version in versions:
        by_original[version.original_id].append(version)
    around = _around(uow, versions, by_original)
    by_day: dict[date, list[HandoverEntry]] = defaultdict(list)
    for thread in by_original.values():
        by_day[thread[0].occurred_at.astimezone(ZONE).date()].append(_entry(thread, around))
    return [HandoverDay(day, tuple(entries)) for day, entries in sorted(by_day.items())]


def _around(
    uow: UnitOfWork, versions: Sequence[domain.HandoverEntry], originals: Collection[int]
) -> _Around:
    actions: dict[int, list[ActionRow]] = defaultdict(list)
    for action in uow.handover.actions(originals):
        actions[action.entry_id].append(action)
    original_of = {version.id: version.original_id for version in versions}
    readings: dict[int, list[domain.Reading]] = defaultdict(list)
    for reading in uow.handover.readings(original_of.keys()):
        readings[original_of[reading.entry_id]].append(reading)
    linked = {version.request_id for version in versions if version.request_id}
    return _Around(
        names={account.id: account.name.full for account in uow.accounts.accounts()},
        references=uow.handover.references(linked),
        actions=actions,
        readings=readings,
    )


def _entry(thread: Sequence[domain.HandoverEntry], around: _Around) -> HandoverEntry:
    original, current = thread[0], thread[-1]
    return HandoverEntry(
        number=original.id,
        happened_at=original.occurred_at,
        written_at=original.written_at,
        written_by=around.names[original.author_id],
        text=_text(original),
        about=_about(current, around),
        actions=tuple(_action(row) for row in around.actions[original.id]),
        corrections=tuple(_correction(version, around) for version in thread[1:]),
        readings=tuple(
            _reading(reading, around)
            for reading in around.readings[original.id]
            if reading.acknowledged_at or reading.entry_id == current.id
        ),
    )


def _text(version: domain.HandoverEntry) -> EntryText:
    return EntryText(
        level=level_word(version.level),
        tone=_TONES[version.level],
        situation=version.situation,
        background=version.background,
        assessment=version.assessment,
        contingency=version.contingency,
    )


def _correction(version: domain.HandoverEntry, around: _Around) -> Correction:
    return Correction(
        happened_at=version.occurred_at,
        written_at=version.written_at,
        written_by=around.names[version.author_id],
        text=_text(version),
    )


def _reading(reading: domain.Reading, around: _Around) -> Reading:
    return Reading(
        by=around.names[reading.account_id],
        read_at=reading.read_at,
        acknowledged_at=reading.acknowledged_at,
        words=reading.words,
    )


def _action(row: ActionRow) -> ActionLine:
    return ActionLine(
        what=row.what,
        who=row.who,
        due=row.due_on,
        done_on=row.done_at.astimezone(ZONE).date() if row.done_at else None,
        done_by=row.done_by,
        entry=row.entry_id,
    )


def _about(version: domain.HandoverEntry, around: _Around) -> str:
    if version.request_id is None:
        return ""
    reference = around.references[version.request_id]
    return f"{reference.kind}, {reference.requester}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
