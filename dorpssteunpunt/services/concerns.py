"""Passing on a signal at the desk, and answering it as a professional.

What a signal says is sealed to the professionals: whoever writes one cannot read it back. The
desk sees that it is in hand, and the feedback meant for it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from dorpssteunpunt.domain import concerns as rules
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.concerns import (
    Concern,
    ConcernText,
    Decision,
    Feedback,
    NoReaders,
    NoteKind,
    ObservationMissing,
    SealedCopy,
)
from dorpssteunpunt.domain.help_requests import RequestEvent, RequestEventKind
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import ConcernLine, FeedbackLine, UnitOfWork

_MANY = 50  # more open signals than a village ever has at once


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernDraft:
    """A signal as it is written at the desk, with where it came from if that is known.

    `numbers_are_fine` says that somebody looked at nine digits and they are no BSN.
    """

    about: str = ""
    observed: str
    interpretation: str = ""
    is_urgent: bool = False
    request_id: int | None = None
    entry_id: int | None = None
    numbers_are_fine: bool = False


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """One line of the professional's list; `about` is empty when it is not sealed to them."""

    concern: ConcernLine
    about: str
    is_readable: bool


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A sealed note as its reader sees it; the note of a decision says which one it was."""

    written_at: datetime
    author: str
    text: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class EscalationDetail:
    """Everything a professional sees of one escalation; `text` is None when not sealed to them."""

    line: ConcernLine
    text: ConcernText | None
    notes: Sequence[OpenedNote]
    feedback: Sequence[FeedbackLine]


def submit_concern(desk: Desk, draft: ConcernDraft) -> Changed:
    """Pass a signal on to the village supporters.

    Raises `ObservationMissing`, `NoReaders`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    if not draft.observed.strip():
        raise ObservationMissing
    if not draft.numbers_are_fine:
        check_free_text(
            {name: getattr(draft, name) for name in ("about", "observed", "interpretation")}
        )
    with desk.writing(Right.WRITE_CONCERNS) as uow:
        now = desk.clock.now()
        concern = Concern(
            submitted_at=now,
            author_id=desk.actor.id,
            is_urgent=draft.is_urgent,
            request_id=draft.request_id,
            entry_id=draft.entry_id,
        )
        limits = uow.support_point.support_point()
        due_on = rules.answer_due(
            now.date(), draft.is_urgent, limits.answer_days, limits.urgent_answer_days
        )
        concern_id = uow.concerns.add(concern, due_on)
        text = ConcernText(
            draft.about.strip(), draft.observed.strip(), draft.interpretation.strip()
        )
        _seal(desk, uow, concern_id, NoteKind.CONCERN, json.dumps(asdict(text)))
        if draft.request_id:
            uow.help_requests.add_events([_on_timeline(concern, draft.request_id)])
        desk.note(uow, "submitted", Room.CONCERNS, concern_id)
    return changed(Room.CONCERNS, Room.HELP_REQUESTS, subject=concern_id)


def desk_concerns(desk: Desk, after: int | None, limit: int) -> Page[ConcernLine]:
    """Return the signals as the desk may see them, newest first: their state, no content."""
    with desk.reading(Right.WRITE_CONCERNS) as uow:
        lines = uow.concerns.page(after, limit, open_only=False)
    return Page(lines, _next(lines, limit))


def desk_feedback(desk: Desk, concern_id: int) -> Sequence[FeedbackLine]:
    """Return the feedback meant for the desk on one signal, oldest first."""
    with desk.reading(Right.WRITE_CONCERNS) as uow:
        return uow.concerns.feedback(concern_id, desk.actor.id)


def unread_feedback(desk: Desk) -> Sequence[FeedbackLine]:
    """Return the feedback that the person at the desk has not read yet, newest first."""
    with desk.reading(Right.WRITE_CONCERNS) as uow:
        return uow.concerns.unread_feedback(desk.actor.id)


def read_feedback(desk: Desk, feedback_id: int) -> Changed:
    """Remember that the person at the desk has read this feedback."""
    with desk.writing(Right.WRITE_CONCERNS) as uow:
        uow.concerns.mark_read(feedback_id, desk.actor.id, desk.clock.now())
    return changed(Room.CONCERNS, subject=feedback_id)


def list_escalations(
    desk: Desk, open_only: bool, after: int | None, limit: int
) -> Page[EscalationLine]:
    """Return the escalations for a professional, newest first, with whom each is about."""
    with desk.reading(Right.READ_CONCERNS) as uow:
        lines = uow.concerns.page(after, limit, open_only=open_only)
        copies = uow.concerns.copies([line.concern.id for line in lines], desk.actor.id)
    texts = {copy.concern_id: _text(desk, copy) for copy in _of(copies, NoteKind.CONCERN)}
    rows = [
        EscalationLine(line, text.about if text else "", text is not None)
        for line in lines
        for text in [texts.get(line.concern.id)]
    ]
    return Page(rows, _next(lines, limit))


def to_answer(desk: Desk) -> Sequence[ConcernLine]:
    """Return the signals the desk still waits on, without their content, newest first."""
    with desk.reading(Right.READ_CONCERNS) as uow:
        return uow.concerns.page(None, _MANY, open_only=True)


def open_escalation(desk: Desk, concern_id: int) -> tuple[Changed, EscalationDetail]:
    """Return an escalation with its opened notes; reading it is logged and marks it seen."""
    with desk.writing(Right.READ_CONCERNS) as uow:
        was = uow.concerns.escalation(concern_id)
        now_seen = rules.see(was, desk.actor.id, desk.clock.now())
        if now_seen != was:
            uow.concerns.save(now_seen)
        desk.note(uow, "read", Room.CONCERNS, concern_id)
        detail = _detail(desk, uow, concern_id)
    touched = (Room.CONCERNS,) if now_seen != was else ()
    return Changed(frozenset(touched), concern_id), detail


def escalations_between(
    desk: Desk, first: date | None, last: date | None
) -> list[EscalationDetail]:
    """Return every escalation submitted in a period (None is open), oldest first, opened."""
    with desk.writing(Right.READ_CONCERNS) as uow:
        ids = uow.concerns.submitted_between(first, last)
        desk.note(uow, "read overview", Room.CONCERNS)
        return [_detail(desk, uow, concern_id) for concern_id in ids]


def write_review(
    desk: Desk, concern_id: int, review: str, *, numbers_are_fine: bool = False
) -> Changed:
    """Add a confidential note for the professionals.

    Raises `ExplanationMissing`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    if not review.strip():
        raise rules.ExplanationMissing("review")
    if not numbers_are_fine:
        check_free_text({"review": review})
    with desk.writing(Right.READ_CONCERNS) as uow:
        uow.concerns.escalation(concern_id)
        _seal(desk, uow, concern_id, NoteKind.REVIEW, review.strip())
        desk.note(uow, "review written", Room.CONCERNS, concern_id)
    return changed(Room.CONCERNS, subject=concern_id)


def decide(
    desk: Desk,
    concern_id: int,
    decision: Decision,
    because: str,
    *,
    numbers_are_fine: bool = False,
) -> Changed:
    """Decide what happens; the reason is sealed.

    Raises `ExplanationMissing`, `WrongStep`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    if not numbers_are_fine:
        check_free_text({"because": because})
    with desk.writing(Right.READ_CONCERNS) as uow:
        escalation = uow.concerns.escalation(concern_id)
        uow.concerns.save(
            rules.decide(escalation, decision, because, desk.actor.id, desk.clock.now())
        )
        _seal(desk, uow, concern_id, NoteKind.DECISION, f"{decision.value}\n{because.strip()}")
        desk.note(uow, "decided", Room.CONCERNS, concern_id)
    return changed(Room.CONCERNS, subject=concern_id)


def give_feedback(
    desk: Desk, concern_id: int, about: str, feedback: str, *, numbers_are_fine: bool = False
) -> Changed:
    """Tell the desk what it may know.

    Raises `ExplanationMissing`, `WrongStep`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    if not numbers_are_fine:
        check_free_text({"about": about, "feedback": feedback})
    with desk.writing(Right.READ_CONCERNS) as uow:
        uow.concerns.save(rules.feed_back(uow.concerns.escalation(concern_id), feedback))
        uow.concerns.add_feedback(
            Feedback(
                concern_id=concern_id,
                given_at=desk.clock.now(),
                author_id=desk.actor.id,
                about=about.strip(),
                text=feedback.strip(),
            )
        )
        desk.note(uow, "fed back", Room.CONCERNS, concern_id)
    return changed(Room.CONCERNS, subject=concern_id)


def share_with(desk: Desk, reader_id: int, concern_ids: Iterable[int]) -> Changed:
    """Seal these escalations also to another professional, such as a new deputy."""
    with desk.writing(Right.READ_CONCERNS) as uow:
        for concern_id in concern_ids:
            had = {
                (copy.kind, copy.written_at, copy.author_id)
                for copy in uow.concerns.copies([concern_id], reader_id)
            }
            uow.concerns.add_copies(
                _copy(desk, copy, reader_id)
                for copy in uow.concerns.copies([concern_id], desk.actor.id)
                if (copy.kind, copy.written_at, copy.author_id) not in had
            )
            desk.note(uow, "shared", Room.CONCERNS, concern_id)
    return changed(Room.CONCERNS)


def _on_timeline(concern: Concern, request_id: int) -> RequestEvent:
    """Return the line under a request that says a signal was passed on, and nothing of it."""
    return RequestEvent(
        request_id=request_id,
        at=concern.submitted_at,
        account_id=concern.author_id,
        kind=RequestEventKind.CONCERN,
    )


def _seal(desk: Desk, uow: UnitOfWork, concern_id: int, kind: NoteKind, text: str) -> None:
    professionals = {
        account.id
        for account in uow.accounts.accounts()
        if account.active and account.role.is_professional
    }
    readers = sorted(professionals & set(desk.seals.readers()))
    if not readers:
        raise NoReaders
    now = desk.clock.now()
    uow.concerns.add_copies(
        SealedCopy(
            concern_id=concern_id,
            kind=kind,
            written_at=now,
            author_id=desk.actor.id,
            reader_id=reader,
            box=desk.seals.seal(text, reader, _context(concern_id, kind)),
        )
        for reader in readers
    )


def _copy(desk: Desk, copy: SealedCopy, reader_id: int) -> SealedCopy:
    context = _context(copy.concern_id, copy.kind)
    return SealedCopy(
        concern_id=copy.concern_id,
        kind=copy.kind,
        written_at=copy.written_at,
        author_id=copy.author_id,
        reader_id=reader_id,
        box=desk.seals.seal(desk.seals.unseal(copy.box, context), reader_id, context),
    )


def _detail(desk: Desk, uow: UnitOfWork, concern_id: int) -> EscalationDetail:
    copies = uow.concerns.copies([concern_id], desk.actor.id)
    authors = {account.id: account.name.full for account in uow.accounts.accounts()}
    text = next((_text(desk, copy) for copy in _of(copies, NoteKind.CONCERN)), None)
    notes = [
        _note(desk, copy, authors[copy.author_id])
        for copy in copies
        if copy.kind is not NoteKind.CONCERN
    ]
    return EscalationDetail(
        uow.concerns.line(concern_id),
        text,
        notes,
        uow.concerns.feedback(concern_id, desk.actor.id),
    )


def _note(desk: Desk, copy: SealedCopy, author: str) -> OpenedNote:
    opened = _opened(desk, copy)
    if copy.kind is not NoteKind.DECISION:
        return OpenedNote(copy.written_at, author, opened)
    decision, because = opened.split("\n", 1)
    return OpenedNote(copy.written_at, author, because, Decision(decision))


def _text(desk: Desk, copy: SealedCopy) -> ConcernText:
    return ConcernText(**json.loads(_opened(desk, copy)))


def _opened(desk: Desk, copy: SealedCopy) -> str:
    return desk.seals.unseal(copy.box, _context(copy.concern_id, copy.kind))


def _of(copies: Iterable[SealedCopy], kind: NoteKind) -> list[SealedCopy]:
    return [copy for copy in copies if copy.kind is kind]


def _context(concern_id: int, kind: NoteKind) -> str:
    return f"{kind.value} {concern_id}"


def _next(lines: Sequence[ConcernLine], limit: int) -> int | None:
    return lines[-1].concern.id if len(lines) == limit else None
