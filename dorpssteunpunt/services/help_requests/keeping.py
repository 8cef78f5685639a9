"""What every step of a help request does: keep it with its due date, tell the timeline, note it."""

from datetime import date

from dorpssteunpunt.domain.help_requests import (
    HelpRequest,
    RequestEvent,
    RequestEventKind,
    RequestState,
)
from dorpssteunpunt.domain.waiting import with_due_date
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import Today, UnitOfWork


def today_here(desk: Desk, uow: UnitOfWork) -> Today:
    """Return the day and the patience of this village."""
    return Today(desk.clock.today(), uow.support_point.support_point().waiting_too_long_days)


def keep(
    desk: Desk,
    uow: UnitOfWork,
    request: HelpRequest,
    kind: RequestEventKind,
    *,
    text: str = "",
    with_whom: str = "",
    volunteer_id: int | None = None,
    follow_up_on: date | None = None,
    outcome: RequestState | None = None,
) -> Changed:
    """Save a request after a step, with that step in its timeline and in the audit trail."""
    patience_days = today_here(desk, uow).patience_days
    request_id = uow.help_requests.save(with_due_date(request, patience_days))
    uow.help_requests.add_events(
        [
            RequestEvent(
                request_id=request_id,
                at=desk.clock.now(),
                account_id=desk.actor.id,
                kind=kind,
                text=text.strip(),
                with_whom=with_whom.strip(),
                volunteer_id=volunteer_id,
                follow_up_on=follow_up_on,
                outcome=outcome,
            )
        ]
    )
    desk.note(uow, kind.value, Room.HELP_REQUESTS, request_id)
    return changed(Room.HELP_REQUESTS, subject=request_id)
