"""The questions put to the logbook: each entry as its last correction reads, and who read that."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.services.ports.handover import (
    ActionRow,
    EntryRow,
    LogFilter,
    LogQuestion,
    RequestReference,
)
from dorpssteunpunt.store import search
from dorpssteunpunt.store.tables import (
    AccountRow,
    ActionItemRow,
    HandoverEntryRow,
    HandoverReadingRow,
    HelpKindRow,
    HelpRequestRow,
    PersonRow,
)

Query = Select[*tuple[Any, ...]]

_original = aliased(HandoverEntryRow, name="original")
_version = aliased(HandoverEntryRow, name="version")
_later = aliased(HandoverEntryRow, name="later")
_author = aliased(PersonRow, name="author")
_requester = aliased(PersonRow, name="requester")
_doer = aliased(PersonRow, name="doer")

_NAME = ("given_name", "name_prefix", "surname", "sorts_under_prefix")
_URGENT_FIRST = case({Level.URGENT: 0, Level.ATTENTION: 1}, value=_version.level, else_=2)


def page(question: LogQuestion, after: int | None, limit: int) -> Query:
    """Select the entries that are asked for, newest first by sequence."""
    found = search.is_found(_original.id, search.Subject.HANDOVER_ENTRY, question.typed)
    asked = and_(_shown(question), found)
    if question.keep is not None:
        asked = or_(asked, _original.id == question.keep)
    query = _rows(question).where(asked)
    if after is not None:
        query = query.where(_original.id < after)
    return query.order_by(_original.id.desc()).limit(limit)


def unread(question: LogQuestion, limit: int) -> Query:
    """Select what waits for this reader, what nobody acknowledged first."""
    order = (_acknowledged(), _URGENT_FIRST, _original.id.desc())
    return _rows(question).where(_waits(question)).order_by(*order).limit(limit)


def unacknowledged(question: LogQuestion, before: datetime, limit: int) -> Query:
    """Select what was written before a moment and nobody acknowledged."""
    waiting = and_(~_acknowledged(), _version.written_at <= before)
    return _rows(question).where(waiting).order_by(_URGENT_FIRST, _original.id).limit(limit)


def counts(question: LogQuestion) -> Query:
    """Select the three numbers of `HandoverCounts`."""
    entries = select(func.count()).select_from(_original).join(_version, _is_last())
    mine = entries.where(_original.corrects_id.is_(None), _waits(question))
    nobodys = entries.where(_original.corrects_id.is_(None), ~_acknowledged())
    open_ones = select(func.count(ActionItemRow.entry_id.distinct())).where(
        ActionItemRow.done_at.is_(None)
    )
    return select(mine.scalar_subquery(), open_ones.scalar_subquery(), nobodys.scalar_subquery())


def actions() -> Query:
    """Select actions, who did them and what the entry says now."""
    return (
        select(
            ActionItemRow.__table__, _version.situation, _version.level, *_name_of(_doer, "doer")
        )
        .select_from(ActionItemRow)
        .join(_original, _original.id == ActionItemRow.entry_id)
        .join(_version, _is_last())
        .outerjoin(AccountRow, AccountRow.id == ActionItemRow.done_by)
        .outerjoin(_doer, _doer.id == AccountRow.person_id)
    )


def references(request_ids: Collection[int]) -> Query:
    """Select kind and requester of help requests."""
    return (
        select(
            HelpRequestRow.id.label("request_id"),
            HelpKindRow.name.label("kind"),
            *_name_of(_requester, "requester"),
        )
        .select_from(HelpRequestRow)
        .join(HelpKindRow, HelpKindRow.id == HelpRequestRow.kind_id)
        .join(_requester, _requester.id == HelpRequestRow.requester_id)
        .where(HelpRequestRow.id.in_(request_ids))
    )


def entry_row(row: Row[Any]) -> EntryRow:
    """Return a row of the logbook."""
    return EntryRow(
        id=row.id,
        level=row.level,
        situation=row.situation,
        contingency=row.contingency,
        occurred_at=row.occurred_at,
        written_at=row.written_at,
        author=_full_name(row, "author"),
        about=reference(row) if row.request_id else None,
        open_actions=row.open_actions,
        is_corrected=row.is_corrected,
        is_read=row.is_read,
        is_acknowledged=row.is_acknowledged,
        is_own=row.is_own,
        waits_for_reader=row.waits_for_reader,
    )


def action_row(row: Row[Any]) -> ActionRow:
    """Return an action with its entry."""
    return ActionRow(
        id=row.id,
        entry_id=row.entry_id,
        what=row.what,
        who=row.who,
        due_on=row.due_on,
        done_at=row.done_at,
        done_by=_full_name(row, "doer") if row.done_by else "",
        situation=row.situation,
        level=row.level,
    )


def reference(row: Row[Any]) -> RequestReference:
    """Return the help request that a row is about."""
    return RequestReference(row.request_id, row.kind, _full_name(row, "requester"))


def _rows(question: LogQuestion) -> Query:
    return (
        select(
            _original.id,
            _version.level,
            _version.situation,
            _version.contingency,
            _version.occurred_at,
            _version.written_at,
            _version.request_id,
            HelpKindRow.name.label("kind"),
            _open_actions().label("open_actions"),
            (_version.id != _original.id).label("is_corrected"),
            _read_by(question.reader_id).label("is_read"),
            _acknowledged().label("is_acknowledged"),
            (_version.author_id == question.reader_id).label("is_own"),
            _waits(question).label("waits_for_reader"),
            *_name_of(_author, "author"),
            *_name_of(_requester, "requester"),
        )
        .select_from(_original)
        .join(_version, _is_last())
        .join(AccountRow, AccountRow.id == _original.author_id)
        .join(_author, _author.id == AccountRow.person_id)
        .outerjoin(HelpRequestRow, HelpRequestRow.id == _version.request_id)
        .outerjoin(HelpKindRow, HelpKindRow.id == HelpRequestRow.kind_id)
        .outerjoin(_requester, _requester.id == HelpRequestRow.requester_id)
        .where(_original.corrects_id.is_(None))
    )


def _is_last() -> ColumnElement[bool]:
    """Whether `_version` is the last correction of `_original`, or itself where there is none."""
    last = select(func.max(_later.id)).where(_later.corrects_id == _original.id)
    return _version.id == func.coalesce(last.correlate(_original).scalar_subquery(), _original.id)


def _shown(question: LogQuestion) -> ColumnElement[bool]:
    return {
        LogFilter.TO_READ: _waits(question),
        LogFilter.OPEN_ACTIONS: _open_actions() > 0,
        LogFilter.URGENT: _version.level == Level.URGENT,
        LogFilter.UNACKNOWLEDGED: ~_acknowledged(),
        LogFilter.ALL: true(),
    }[question.show]


def _waits(question: LogQuestion) -> ColumnElement[bool]:
    unseen = or_(~_read_by(question.reader_id), ~_acknowledged())
    recent = _version.written_at >= question.since
    return and_(recent, _version.author_id != question.reader_id, unseen)


def _read_by(account_id: int) -> ColumnElement[bool]:
    return _has_reading(HandoverReadingRow.account_id == account_id)


def _acknowledged() -> ColumnElement[bool]:
    return _has_reading(HandoverReadingRow.acknowledged_at.is_not(None))


def _has_reading(which: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(HandoverReadingRow.entry_id == _version.id, which).correlate(_version)


def _open_actions() -> ColumnElement[int]:
    asked = select(func.count()).where(
        ActionItemRow.entry_id == _original.id, ActionItemRow.done_at.is_(None)
    )
    return asked.correlate(_original).scalar_subquery()


def _name_of(person: type[PersonRow], prefix: str) -> list[ColumnElement[Any]]:
    return [getattr(person, part).label(f"{prefix}_{part}") for part in _NAME]


def _full_name(row: Row[Any], prefix: str) -> str:
    return PersonName(*(row._mapping[f"{prefix}_{part}"] for part in _NAME)).full
