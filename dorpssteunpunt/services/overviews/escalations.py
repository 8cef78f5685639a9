"""The overview of escalations, for a professional's own eyes."""

from datetime import date

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.concerns import EscalationState
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.services.concerns import EscalationDetail, escalations_between
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    DecisionNote,
    EscalationGroup,
    EscalationRow,
    EscalationsOverview,
    Note,
    Tone,
)
from dorpssteunpunt.services.words.concerns import decision_word, state_word, urgency_word


def escalations_overview(
    desk: Desk, first: date | None = None, last: date | None = None
) -> EscalationsOverview:
    """Return the escalations submitted in a period, or all of them, grouped by state.

    Raises `NotAllowed` for whoever may not read signals, and `BackwardPeriod`.
    """
    check_period(first, last)
    details = escalations_between(desk, first, last)
    with desk.reading(Right.READ_CONCERNS) as uow:
        support_point = uow.support_point.support_point()
    today = desk.clock.today()
    return EscalationsOverview(
        letterhead=letterhead(support_point),
        printed_on=today,
        printed_for=desk.actor.name.full,
        groups=tuple(
            EscalationGroup(
                state_word(state),
                tuple(
                    _row(detail, today)
                    for detail in details
                    if detail.line.escalation.state is state
                ),
            )
            for state in EscalationState
        ),
        first=first,
        last=last,
    )


def _row(detail: EscalationDetail, today: date) -> EscalationRow:
    concern, escalation = detail.line.concern, detail.line.escalation
    text = detail.text
    return EscalationRow(
        number=concern.id,
        submitted_at=concern.submitted_at,
        submitted_by=detail.line.author,
        urgency=urgency_word(concern.is_urgent),
        tone=Tone.URGENT if concern.is_urgent else Tone.CALM,
        state=state_word(escalation.state),
        due_on=escalation.due_on,
        about=text.about if text else "",
        observed=text.observed if text else "",
        interpretation=text.interpretation if text else "",
        source=_source(detail),
        is_overdue=escalation.is_overdue(today),
        is_sealed=text is None,
        seen_at=escalation.seen_at,
        seen_by=detail.line.handler,
        notes=tuple(
            Note(note.written_at, note.author, note.text)
            for note in detail.notes
            if note.decision is None
        ),
        decision=_decision(detail),
        feedback=_feedback(detail),
    )


def _source(detail: EscalationDetail) -> str:
    concern = detail.line.concern
    if concern.request_id is not None:
        return _("from help request {number}").format(number=concern.request_id)
    if concern.entry_id is not None:
        return _("from handover {number}").format(number=concern.entry_id)
    return ""


def _decision(detail: EscalationDetail) -> DecisionNote | None:
    """Return the last decision, which is the one that counts."""
    notes = [
        DecisionNote(
            at=note.written_at,
            by=note.author,
            decision=decision_word(note.decision),
            because=note.text,
        )
        for note in detail.notes
        if note.decision is not None
    ]
    return notes[-1] if notes else None


def _feedback(detail: EscalationDetail) -> Note | None:
    if not detail.feedback:
        return None
    last = detail.feedback[-1]
    return Note(last.feedback.given_at, last.author, last.feedback.text)
