"""What may follow on what in a help request, and by when it wants attention."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain import help_requests as rules
from dorpssteunpunt.domain.help_requests import (
    OPEN_STATES,
    AlreadyMatched,
    ConsentMissing,
    DayHasGoneBy,
    HelpRequest,
    NotMatched,
    OutcomeNeeded,
    OwnRequest,
    PapersMissing,
    ReasonNeeded,
    RequestClosed,
    RequestNotClosed,
    RequestState,
    Urgency,
)
from dorpssteunpunt.domain.people import Paper
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.request_drafts import (
    EndsBeforeStart,
    KindMissing,
    NewResident,
    RequestDraft,
    RequesterMissing,
    TooLateToHelp,
    WhatMissing,
    check_draft,
)
from dorpssteunpunt.domain.waiting import (
    Standing,
    due_date,
    is_short_notice,
    standing,
    with_due_date,
)

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
ASKED = HelpRequest(
    id=7,
    requester_id=1,
    kind_id=1,
    what="Boodschappen",
    recorded_at=NOW,
    recorded_by=1,
    due_on=TODAY,
)
MATCHED = replace(ASKED, state=RequestState.MATCHED, volunteer_id=2)
CLOSED = rules.close(ASKED, RequestState.DONE, NOW)
DRAFT = RequestDraft(requester_id=1, kind_id=1, what="Lamp ophangen")

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_taking_up_twice_changes_nothing() -> None:
    once = rules.take_up(ASKED)
    assert once.state is RequestState.IN_PROGRESS
    assert rules.take_up(once) == once


def test_a_contact_takes_a_new_request_up_and_sets_the_day_to_follow_up() -> None:
    after = rules.follow_up(ASKED, TODAY + timedelta(days=2), TODAY)
    assert (after.state, after.follow_up_on) == (RequestState.IN_PROGRESS, date(2026, 11, 25))


def test_a_contact_leaves_a_match_as_it_is() -> None:
    assert rules.follow_up(MATCHED, None, TODAY) == MATCHED


def test_somebody_may_call_about_a_closed_request_but_nothing_is_left_to_follow_up() -> None:
    assert rules.follow_up(CLOSED, None, TODAY) == CLOSED
    with pytest.raises(RequestClosed):
        rules.follow_up(CLOSED, TODAY, TODAY)


def test_following_up_yesterday_is_refused() -> None:
    with pytest.raises(DayHasGoneBy) as refusal:
        rules.follow_up(ASKED, TODAY - timedelta(days=1), TODAY)
    assert refusal.value.field == "follow_up_on"


def test_waiting_is_until_a_later_day_and_can_end() -> None:
    tomorrow = TODAY + timedelta(days=1)
    waits = rules.wait(ASKED, tomorrow, TODAY)
    assert waits.waiting_until == tomorrow
    assert rules.wait(waits, None, TODAY).waiting_until is None
    with pytest.raises(DayHasGoneBy):
        rules.wait(ASKED, TODAY, TODAY)


def test_a_match_keeps_who_goes() -> None:
    assert rules.match(ASKED, 2, (), "") == MATCHED


def test_missing_papers_ask_for_a_reason() -> None:
    with pytest.raises(PapersMissing) as refusal:
        rules.match(ASKED, 2, (Paper.CERTIFICATE,), "  ")
    assert refusal.value.missing == (Paper.CERTIFICATE,)
    assert rules.match(ASKED, 2, (Paper.CERTIFICATE,), "gaat samen met Ria").volunteer_id == 2


def test_a_second_volunteer_waits_until_the_first_is_taken_back() -> None:
    with pytest.raises(AlreadyMatched):
        rules.match(MATCHED, 3, (), "")
    back = rules.unmatch(MATCHED, "is ziek")
    assert (back.state, back.volunteer_id) == (RequestState.IN_PROGRESS, None)
    assert rules.match(back, 3, (), "").volunteer_id == 3


def test_nobody_is_their_own_volunteer() -> None:
    with pytest.raises(OwnRequest):
        rules.match(ASKED, ASKED.requester_id, (), "")


def test_taking_back_needs_a_match_and_a_reason() -> None:
    with pytest.raises(NotMatched):
        rules.unmatch(ASKED, "is ziek")
    with pytest.raises(ReasonNeeded):
        rules.unmatch(MATCHED, " ")


@pytest.mark.parametrize("state", sorted(OPEN_STATES))
def test_a_request_closes_with_an_outcome_only(state: RequestState) -> None:
    with pytest.raises(OutcomeNeeded) as refusal:
        rules.close(ASKED, state, NOW)
    assert refusal.value.field == "outcome"


def test_unmet_needs_a_reason_and_referred_a_name() -> None:
    with pytest.raises(OutcomeNeeded) as unmet:
        rules.close(ASKED, RequestState.UNMET, NOW)
    with pytest.raises(OutcomeNeeded) as referred:
        rules.close(ASKED, RequestState.REFERRED, NOW, note="te zwaar")
    assert (unmet.value.field, referred.value.field) == ("note", "referred_to")


def test_referring_needs_consent_or_an_exception_that_is_kept() -> None:
    def refer(request: HelpRequest, exception: str = "") -> HelpRequest:
        return rules.close(
            request, RequestState.REFERRED, NOW, referred_to="Wijkteam", consent_exception=exception
        )

    with pytest.raises(ConsentMissing):
        refer(ASKED)
    agreed = rules.give_consent(ASKED, TODAY)
    assert refer(agreed, "overbodig").consent_exception == ""
    with pytest.raises(ConsentMissing):
        refer(rules.withdraw_consent(agreed, TODAY))
    assert refer(ASKED, "er is gevaar").consent_exception == "er is gevaar"


def test_consent_can_be_withdrawn_after_closing_but_only_where_it_was_given() -> None:
    closed = rules.close(rules.give_consent(ASKED, TODAY), RequestState.DONE, NOW)
    assert not rules.withdraw_consent(closed, TODAY).has_consent
    with pytest.raises(ConsentMissing):
        rules.withdraw_consent(ASKED, TODAY)


def test_closing_ends_waiting_and_following_up() -> None:
    waits = replace(ASKED, waiting_until=TODAY, follow_up_on=TODAY)
    closed = rules.close(waits, RequestState.WITHDRAWN, NOW)
    assert (closed.waiting_until, closed.follow_up_on, closed.closed_at) == (None, None, NOW)


def test_reopening_needs_a_reason_and_forgets_the_outcome() -> None:
    closed = rules.close(ASKED, RequestState.UNMET, NOW, note="niemand vrij")
    opened = rules.reopen(closed, "toch iemand")
    assert (opened.state, opened.outcome_note) == (RequestState.IN_PROGRESS, "")
    with pytest.raises(ReasonNeeded):
        rules.reopen(closed, "")
    with pytest.raises(RequestNotClosed):
        rules.reopen(ASKED, "zomaar")


def test_reopening_gives_it_back_to_who_had_it() -> None:
    closed = rules.close(MATCHED, RequestState.DONE, NOW)
    assert rules.reopen(closed, "nog niet klaar").state is RequestState.MATCHED


@pytest.mark.parametrize(
    "step",
    [
        rules.take_up,
        lambda request: rules.wait(request, None, TODAY),
        lambda request: rules.match(request, 2, (), ""),
        lambda request: rules.unmatch(request, "reden"),
        lambda request: rules.give_consent(request, TODAY),
        lambda request: rules.close(request, RequestState.DONE, NOW),
    ],
)
def test_nothing_changes_on_a_closed_request(step: object) -> None:
    with pytest.raises(RequestClosed):
        step(CLOSED)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (ASKED, Standing.NEW),
        (rules.take_up(ASKED), Standing.SEEKING),
        (replace(ASKED, waiting_until=TODAY + timedelta(days=1)), Standing.POSTPONED),
        (replace(ASKED, waiting_until=TODAY), Standing.NEW),
        (replace(ASKED, recorded_at=NOW - timedelta(days=7)), Standing.NEW),
        (replace(ASKED, recorded_at=NOW - timedelta(days=8)), Standing.TOO_LONG),
        (replace(MATCHED, recorded_at=NOW - timedelta(days=8)), Standing.MATCHED),
        (replace(MATCHED, needed_on=TODAY), Standing.MATCHED),
        (replace(MATCHED, needed_on=TODAY - timedelta(days=1)), Standing.TO_FINISH),
        (CLOSED, Standing.CLOSED),
    ],
)
def test_how_a_request_stands_follows_from_state_and_dates(
    request_: HelpRequest, expected: Standing
) -> None:
    assert standing(request_, TODAY, patience_days=7) is expected


@given(days, st.none() | days, st.none() | days, st.none() | days, st.none() | days)
def test_a_request_is_due_at_its_first_day_but_never_while_it_waits(
    recorded: date,
    needed_on: date | None,
    needed_before: date | None,
    waits: date | None,
    follow_up: date | None,
) -> None:
    due = due_date(recorded, needed_on, needed_before, waits, follow_up, patience_days=7)
    named = [day for day in (needed_on, needed_before, follow_up) if day]
    first = min(named, default=recorded + timedelta(days=7))
    assert due == (first if waits is None or waits <= first else waits)


def test_urgency_brings_the_due_date_forward() -> None:
    dues = [
        with_due_date(replace(ASKED, urgency=urgency), patience_days=7).due_on
        for urgency in (Urgency.NORMAL, Urgency.SOON, Urgency.URGENT)
    ]
    assert dues == [date(2026, 11, 30), date(2026, 11, 25), TODAY]


def test_a_ride_tomorrow_is_short_notice_when_two_days_are_asked() -> None:
    assert is_short_notice(TODAY + timedelta(days=1), TODAY, notice_days=2)
    assert not is_short_notice(TODAY + timedelta(days=2), TODAY, notice_days=2)
    assert not is_short_notice(TODAY, TODAY, notice_days=0)
    assert not is_short_notice(None, TODAY, notice_days=2)


@pytest.mark.parametrize(
    ("draft", "refusal", "field"),
    [
        (replace(DRAFT, requester_id=None), RequesterMissing, "requester"),
        (
            replace(DRAFT, requester_id=None, new_resident=NewResident(name=" ")),
            RequesterMissing,
            "requester",
        ),
        (replace(DRAFT, kind_id=None), KindMissing, "kind"),
        (replace(DRAFT, what="  "), WhatMissing, "what"),
        (replace(DRAFT, end=time(10)), EndsBeforeStart, "end"),
        (replace(DRAFT, start=time(10), end=time(10)), EndsBeforeStart, "end"),
        (
            replace(DRAFT, needed_on=TODAY, needed_before=TODAY - timedelta(days=1)),
            TooLateToHelp,
            "needed_before",
        ),
        (replace(DRAFT, contact_note="BSN 111222333"), CitizenServiceNumberSeen, "contact_note"),
    ],
)
def test_a_draft_says_at_which_field_it_is_not_right(
    draft: RequestDraft, refusal: type[Exception], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        check_draft(draft)
    assert getattr(refused.value, "field", None) == field


def test_a_number_that_somebody_looked_at_may_pass() -> None:
    check_draft(replace(DRAFT, what="Klantnummer 111222333", numbers_are_fine=True))
