"""Following a request until its outcome: contacts, waiting, consent, closing and reopening."""

from datetime import date

from dorpssteunpunt.domain import help_requests as rules
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.help_requests import (
    ContactMissing,
    RequestEventKind,
    RequestState,
)
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.help_requests.keeping import keep


def take_up(desk: Desk, request_id: int) -> Changed:
    """Say that somebody is on to a new request; raises `RequestClosed`."""
    with desk.writing(Right.HELP_REQUESTS) as uow:
        before = uow.help_requests.request(request_id)
        after = rules.take_up(before)
        if after == before:
            return changed(Room.HELP_REQUESTS, subject=request_id)
        return keep(desk, uow, after, RequestEventKind.TAKEN_UP)


def note_contact(
    desk: Desk,
    request_id: int,
    with_whom: str,
    text: str,
    follow_up_on: date | None = None,
    *,
    numbers_are_fine: bool = False,
) -> Changed:
    """Write a line in the contact log; the day to follow up takes the place of an earlier one.

    A new request is taken up by it. Raises `ContactMissing` without text, `DayHasGoneBy`,
    `RequestClosed` for a follow-up on a closed request, and `CitizenServiceNumberSeen` unless
    somebody looked at the number.
    """
    if not text.strip():
        raise ContactMissing
    if not numbers_are_fine:
        check_free_text({"with_whom": with_whom, "text": text})
    with desk.writing(Right.HELP_REQUESTS) as uow:
        before = uow.help_requests.request(request_id)
        after = rules.follow_up(before, follow_up_on, desk.clock.today())
        return keep(
            desk,
            uow,
            after,
            RequestEventKind.CONTACT,
            text=text,
            with_whom=with_whom,
            follow_up_on=follow_up_on,
        )


def wait_until(
    desk: Desk,
    request_id: int,
    until: date | None,
    reason: str = "",
    *,
    numbers_are_fine: bool = False,
) -> Changed:
    """Put a request off until a later day, or with None no longer.

    Raises `RequestClosed`, `DayHasGoneBy` or `CitizenServiceNumberSeen`.
    """
    if not numbers_are_fine:
        check_free_text({"reason": reason})
    with desk.writing(Right.HELP_REQUESTS) as uow:
        after = rules.wait(uow.help_requests.request(request_id), until, desk.clock.today())
        return keep(desk, uow, after, RequestEventKind.WAITING, text=reason, follow_up_on=until)


def record_consent(desk: Desk, request_id: int) -> Changed:
    """Record that the resident agrees today to sharing their data; raises `RequestClosed`."""
    with desk.writing(Right.HELP_REQUESTS) as uow:
        request = uow.help_requests.request(request_id)
        after = rules.give_consent(request, desk.clock.today())
        return keep(desk, uow, after, RequestEventKind.CONSENT_GIVEN)


def withdraw_consent(desk: Desk, request_id: int) -> Changed:
    """Record that the resident takes their consent back, at any time.

    Raises `ConsentMissing` when there is none.
    """
    with desk.writing(Right.HELP_REQUESTS) as uow:
        request = uow.help_requests.request(request_id)
        after = rules.withdraw_consent(request, desk.clock.today())
        return keep(desk, uow, after, RequestEventKind.CONSENT_WITHDRAWN)


def close_request(
    desk: Desk,
    request_id: int,
    outcome: RequestState,
    *,
    note: str = "",
    referred_to: str = "",
    consent: bool = False,
    consent_exception: str = "",
    numbers_are_fine: bool = False,
) -> Changed:
    """Close a request with an outcome; `consent` says that the resident gave it just now.

    Raises what the rule in the domain raises, `CitizenServiceNumberSeen`, and `NotAllowed` when
    somebody but a professional makes an exception to the consent.
    """
    if not numbers_are_fine:
        check_free_text(
            {"note": note, "referred_to": referred_to, "consent_exception": consent_exception}
        )
    if consent_exception.strip():
        desk.require(Right.READ_CONCERNS)
    with desk.writing(Right.HELP_REQUESTS) as uow:
        request = uow.help_requests.request(request_id)
        if consent and not request.has_consent:
            request = rules.give_consent(request, desk.clock.today())
            keep(desk, uow, request, RequestEventKind.CONSENT_GIVEN)
        after = rules.close(
            request,
            outcome,
            desk.clock.now(),
            note=note,
            referred_to=referred_to,
            consent_exception=consent_exception,
        )
        if after.consent_exception:
            exception = RequestEventKind.CONSENT_EXCEPTION
            keep(desk, uow, request, exception, text=after.consent_exception)
        return keep(
            desk,
            uow,
            after,
            RequestEventKind.CLOSED,
            text=note,
            with_whom=after.referred_to,
            outcome=outcome,
        )


def reopen_request(
    desk: Desk, request_id: int, reason: str, *, numbers_are_fine: bool = False
) -> Changed:
    """Take a closed request up again; raises `RequestNotClosed` or `ReasonNeeded`."""
    if not numbers_are_fine:
        check_free_text({"reason": reason})
    with desk.writing(Right.HELP_REQUESTS) as uow:
        after = rules.reopen(uow.help_requests.request(request_id), reason)
        return keep(desk, uow, after, RequestEventKind.REOPENED, text=reason)
