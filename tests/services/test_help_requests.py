"""Help requests at the desk: taken down, given to somebody, followed and closed with an outcome."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.candidates import Candidate, Fit
from dorpssteunpunt.domain.contact import InvalidPhone
from dorpssteunpunt.domain.help_requests import (
    ConsentMissing,
    ContactMissing,
    PapersMissing,
    RequestClosed,
    RequestState,
    Urgency,
    VolunteerNotActive,
)
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import CertificateStatus, Paper
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.request_drafts import (
    BeyondBoundary,
    NewResident,
    RequestDraft,
    RequesterMissing,
)
from dorpssteunpunt.domain.roster import Assignment, Shift
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services import help_requests as desk_work
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.concerns import ConcernDraft, submit_concern
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import RequestFilter, RequestLine, RequestList
from dorpssteunpunt.services.words.candidates import reasons_against, reasons_for
from dorpssteunpunt.services.words.help_requests import line_words, standing_word
from dorpssteunpunt.services.words.request_timeline import event_words
from tests.village import MONDAY_MORNING, TODAY, Village, village

TRANSPORT, GROCERIES, AT_THE_DESK = 1, 2, 10
BSN = "111222333"
IN_ORDER = {
    "certificate": CertificateStatus.SEEN,
    "agreement_on": date(2025, 1, 1),
    "code_of_conduct_on": date(2025, 1, 1),
    "kinds": frozenset({GROCERIES}),
}


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def desk(linde: Village) -> Desk:
    return linde.desk_worker("Ria van den Berg")


@pytest.fixture
def nguyen(linde: Village) -> int:
    return linde.resident("Mai Nguyễn", street="Kerkstraat 12", phone="+31612345678")


def recorded(desk: Desk, requester: int, **facts: object) -> int:
    draft = RequestDraft(requester_id=requester, kind_id=GROCERIES, what="Boodschappen met lijstje")
    subject = desk_work.record_request(desk, replace(draft, **facts)).subject  # type: ignore[arg-type]
    assert subject is not None
    return subject


def listed(desk: Desk, show: RequestList = RequestList.OPEN, typed: str = "") -> list[RequestLine]:
    wanted = RequestFilter(show=show, typed=typed)
    return list(desk_work.list_requests(desk, wanted, None, 50).rows)


def told(desk: Desk, request: int) -> list[str]:
    return [event_words(line) for line in desk_work.request_detail(desk, request).timeline]


def test_a_request_of_a_known_resident_stands_in_the_list_and_tells_who_took_it(
    desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen, needed_on=TODAY, start=time(14), end=time(16))
    detail = desk_work.request_detail(desk, request)
    assert detail.requester.name.full == "Mai Nguyễn"
    assert detail.recorded_by.full == "Ria van den Berg"
    assert detail.request.state is RequestState.NEW
    assert told(desk, request) == ["Hulpvraag genoteerd."]
    (line,) = listed(desk)
    assert line_words(line, TODAY) == "Mai Nguyễn · vandaag 14:00"


def test_a_line_says_first_what_presses_and_no_more_than_fits(desk: Desk, nguyen: int) -> None:
    recorded(
        desk,
        nguyen,
        needed_before=TODAY,
        when_note="liefst na de koffie",
        urgency=Urgency.URGENT,
    )
    (line,) = listed(desk)
    assert line_words(line, TODAY) == "dringend · Mai Nguyễn · uiterlijk vandaag"
    late = replace(line, follow_up_on=TODAY, needed_before=None)
    assert line_words(late, TODAY) == ("dringend · nu opvolgen · Mai Nguyễn · liefst na de koffie")


def test_a_new_resident_comes_with_the_request(desk: Desk) -> None:
    draft = RequestDraft(
        new_resident=NewResident(
            name="Đorđe van der Heijden", phone="06-12 34 56 78", street="Lindelaan 3"
        ),
        kind_id=GROCERIES,
        what="Boodschappen",
    )
    kept = desk_work.record_request(desk, draft)
    assert kept.subject is not None
    assert kept.rooms >= {Room.HELP_REQUESTS, Room.PEOPLE, Room.TODAY}
    who = desk_work.request_detail(desk, kept.subject).requester
    assert (who.name.surname, who.phone, who.street) == ("Heijden", "+31612345678", "Lindelaan 3")
    assert [person.id for person in desk_work.find_residents(desk, "dorde heij")] == [who.id]


def test_a_refused_request_leaves_no_resident_behind(desk: Desk) -> None:
    new = NewResident(name="Mai Nguyễn", phone="06 123")
    with pytest.raises(InvalidPhone):
        desk_work.record_request(
            desk, RequestDraft(new_resident=new, kind_id=GROCERIES, what="Boodschappen")
        )
    assert desk_work.find_residents(desk, "nguyen") == []
    with pytest.raises(RequesterMissing):
        desk_work.record_request(desk, RequestDraft(kind_id=GROCERIES, what="Boodschappen"))


def test_a_task_beyond_the_boundaries_is_stopped_with_its_reason(desk: Desk, nguyen: int) -> None:
    money = desk_work.request_kinds_and_boundaries(desk).boundaries[0]
    with pytest.raises(BeyondBoundary) as refusal:
        recorded(desk, nguyen, kind_id=None, boundary_id=money.id, what="Pinnen")
    assert refusal.value.boundary == money
    assert listed(desk) == []


def test_nine_digits_that_look_like_a_bsn_warn_before_saving_and_may_be_confirmed(
    desk: Desk, nguyen: int
) -> None:
    with pytest.raises(CitizenServiceNumberSeen) as refusal:
        recorded(desk, nguyen, what=f"Brief over {BSN}")
    assert (refusal.value.field, BSN in repr(refusal.value)) == ("what", False)
    request = recorded(desk, nguyen, what=f"Brief over {BSN}", numbers_are_fine=True)
    with pytest.raises(CitizenServiceNumberSeen):
        desk_work.note_contact(desk, request, "Mai", BSN)
    with pytest.raises(CitizenServiceNumberSeen):
        desk_work.close_request(desk, request, RequestState.DONE, note=BSN)


def test_consent_is_a_step_of_its_own_with_a_date(desk: Desk, nguyen: int) -> None:
    silent = recorded(desk, nguyen)
    assert not desk_work.request_detail(desk, silent).request.has_consent
    agreed = recorded(desk, nguyen, consent=True)
    assert desk_work.request_detail(desk, agreed).request.consent_on == TODAY
    assert told(desk, agreed)[0].startswith("Toestemming")
    desk_work.withdraw_consent(desk, agreed)
    assert not desk_work.request_detail(desk, agreed).request.has_consent
    desk_work.record_consent(desk, agreed)
    assert desk_work.request_detail(desk, agreed).request.has_consent


def test_a_change_names_its_fields_and_an_unchanged_form_leaves_no_trace(
    desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen)
    draft = RequestDraft(
        requester_id=nguyen, kind_id=GROCERIES, what="Boodschappen met lijstje ", place=""
    )
    desk_work.change_request(desk, request, draft)
    assert len(told(desk, request)) == 1
    desk_work.change_request(desk, request, replace(draft, needed_on=TODAY, what="Brood"))
    assert told(desk, request)[0] == "Gewijzigd: dag, wat."


def test_a_contact_takes_a_request_up_and_asks_for_follow_up(desk: Desk, nguyen: int) -> None:
    request = recorded(desk, nguyen)
    with pytest.raises(ContactMissing):
        desk_work.note_contact(desk, request, "Mai", " ")
    desk_work.note_contact(desk, request, "Mai", "Zij is er tot 16 uur", date(2026, 11, 25))
    detail = desk_work.request_detail(desk, request)
    assert (detail.request.state, detail.request.due_on) == (
        RequestState.IN_PROGRESS,
        date(2026, 11, 25),
    )
    assert told(desk, request)[0] == "Mai: Zij is er tot 16 uur\nOpvolgen: wo 25 nov."


def test_waiting_puts_a_request_off_until_its_day(desk: Desk, nguyen: int) -> None:
    request = recorded(desk, nguyen, needed_on=TODAY)
    assert [line.id for line in listed(desk, RequestList.DUE)] == [request]
    desk_work.wait_until(desk, request, date(2026, 12, 3), "ligt in het ziekenhuis")
    assert listed(desk, RequestList.DUE) == listed(desk, RequestList.SOUGHT) == []
    (line,) = listed(desk)
    assert standing_word(line.standing, line, None, TODAY) == "wacht tot 3 dec"
    desk_work.wait_until(desk, request, None)
    assert [line.id for line in listed(desk, RequestList.SOUGHT)] == [request]


def test_a_request_that_nobody_takes_waits_too_long_and_says_for_how_long(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen)
    linde.clock.moment = MONDAY_MORNING + timedelta(days=7)
    assert listed(desk, RequestList.TOO_LONG) == []
    linde.clock.moment = MONDAY_MORNING + timedelta(days=9)
    (line,) = listed(desk, RequestList.TOO_LONG)
    assert (line.id, line.standing) == (request, Standing.TOO_LONG)
    assert standing_word(line.standing, line, None, desk.clock.today()) == "wacht 9 dagen"


def test_the_chips_count_what_their_lists_hold(linde: Village, desk: Desk, nguyen: int) -> None:
    lukasz = linde.volunteer("Łukasz Nowak", **IN_ORDER)
    recorded(desk, nguyen)
    given = recorded(desk, nguyen, needed_on=TODAY)
    desk_work.match_volunteer(desk, given, lukasz)
    desk_work.close_request(desk, recorded(desk, nguyen), RequestState.WITHDRAWN)
    counts = desk_work.counts(desk)
    assert counts == {show: len(listed(desk, show)) for show in counts}
    assert (counts[RequestList.OPEN], counts[RequestList.SOUGHT]) == (2, 1)
    assert len(listed(desk, RequestList.CLOSED)) == 1


def test_a_match_with_all_papers_shows_who_comes(linde: Village, desk: Desk, nguyen: int) -> None:
    lukasz = linde.volunteer("Łukasz Nowak", **IN_ORDER)
    request = recorded(desk, nguyen)
    desk_work.match_volunteer(desk, request, lukasz, "overbodige reden")
    (line,) = listed(desk)
    assert standing_word(line.standing, line, line.volunteer, TODAY) == "Łukasz komt"
    assert told(desk, request)[0] == "Gekoppeld aan Łukasz Nowak."
    desk_work.unmatch(desk, request, "is ziek")
    assert told(desk, request)[0] == "Teruggenomen van Łukasz Nowak: is ziek"


def test_missing_papers_stop_one_to_one_help_until_a_reason_is_kept(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    zoe = linde.volunteer("Zoë Kuipers")
    request = recorded(desk, nguyen)
    with pytest.raises(PapersMissing) as refusal:
        desk_work.match_volunteer(desk, request, zoe)
    assert Paper.CERTIFICATE in refusal.value.missing
    desk_work.match_volunteer(desk, request, zoe, "gaat samen met Ria")
    assert told(desk, request)[0].endswith("gaat samen met Ria")


def test_help_at_the_desk_asks_for_no_papers(linde: Village, desk: Desk, nguyen: int) -> None:
    zoe = linde.volunteer("Zoë Kuipers")
    desk_work.match_volunteer(desk, recorded(desk, nguyen, kind_id=AT_THE_DESK), zoe)
    (line,) = listed(desk)
    assert line.state is RequestState.MATCHED


def test_only_active_volunteers_are_proposed_and_matched(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    gone = linde.volunteer("Wim de Vries", until=TODAY, **IN_ORDER)
    request = recorded(desk, nguyen)
    proposed = desk_work.candidates(desk, request).ranked
    assert gone not in [one.person_id for one in proposed]
    for nobody in (gone, nguyen):
        with pytest.raises(VolunteerNotActive):
            desk_work.match_volunteer(desk, request, nobody)


def test_candidates_come_with_facts_for_and_against(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    afternoon = {(1, 2): AvailabilityLevel.CAN}
    lukasz = linde.volunteer("Łukasz Nowak", availability=afternoon, **IN_ORDER)
    wim = linde.volunteer("Wim de Vries", availability={(1, 2): AvailabilityLevel.CANNOT})
    for _ in range(2):
        before = recorded(desk, nguyen)
        desk_work.match_volunteer(desk, before, lukasz)
        desk_work.close_request(desk, before, RequestState.DONE)
    request = recorded(desk, nguyen, needed_on=TODAY, start=time(14), end=time(16))
    found = {one.person_id: one for one in desk_work.candidates(desk, request).ranked}
    assert next(iter(found)) == lukasz
    assert (found[lukasz].fit, found[wim].fit) == (Fit.GOOD, Fit.POOR)
    assert reasons_for(found[lukasz], "Boodschappen") == [
        "doet graag boodschappen",
        "kan dan",
        "hielp hier 2 keer",
        "heeft nu geen hulpvraag",
    ]
    assert reasons_against(found[wim], "Boodschappen") == [
        "kan dan niet",
        "koos niet voor boodschappen",
        "geen VOG",
        "geen overeenkomst",
        "geen gedragscode",
    ]


def test_who_is_at_the_desk_then_or_helps_elsewhere_that_day_is_seen(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    on_shift = linde.volunteer("Els Smit", **IN_ORDER)
    elsewhere = linde.volunteer("Zoë Kuipers", **IN_ORDER)
    with desk.store.writing() as uow:
        uow.roster.add_shifts(
            [Shift(on=TODAY, daypart_id=2, start=time(13), end=time(16, 30), needed=2)]
        )
        shift = uow.roster.shifts(TODAY, TODAY)[0].id
        place = Assignment(
            shift_id=shift, volunteer_id=on_shift, made_at=MONDAY_MORNING, made_by=desk.actor.id
        )
        uow.roster.replace([], [place])
    desk_work.match_volunteer(desk, recorded(desk, nguyen, needed_on=TODAY), elsewhere)

    def at(start: time) -> dict[int, Candidate]:
        request = recorded(desk, nguyen, needed_on=TODAY, start=start)
        return {one.person_id: one for one in desk_work.candidates(desk, request).ranked}

    assert (at(time(14))[on_shift].on_shift, at(time(10))[on_shift].on_shift) == (True, False)
    assert at(time(14))[elsewhere].that_day == 1


def test_referring_without_consent_is_for_the_village_supporter_with_a_reason(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen)
    with pytest.raises(ConsentMissing):
        desk_work.close_request(desk, request, RequestState.REFERRED, referred_to="Wijkteam")
    with pytest.raises(NotAllowed):
        desk_work.close_request(
            desk,
            request,
            RequestState.REFERRED,
            referred_to="Wijkteam",
            consent_exception="er is gevaar",
        )
    desk_work.close_request(
        linde.supporter,
        request,
        RequestState.REFERRED,
        referred_to="Wijkteam",
        consent_exception="er is gevaar",
    )
    assert told(desk, request)[:2] == [
        "Afgesloten: doorverwezen naar Wijkteam.",
        "Gedeeld zonder toestemming, omdat: er is gevaar",
    ]


def test_consent_given_while_referring_is_recorded_with_it(desk: Desk, nguyen: int) -> None:
    request = recorded(desk, nguyen)
    desk_work.close_request(
        desk, request, RequestState.REFERRED, referred_to="Wijkteam", consent=True
    )
    assert desk_work.request_detail(desk, request).request.has_consent


def test_a_closed_request_is_reopened_with_a_reason_before_anything_changes(
    desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen)
    desk_work.close_request(desk, request, RequestState.UNMET, note="niemand vrij")
    draft = RequestDraft(requester_id=nguyen, kind_id=GROCERIES, what="Iets anders")
    with pytest.raises(RequestClosed):
        desk_work.change_request(desk, request, draft)
    desk_work.reopen_request(desk, request, "Zoë kan toch")
    desk_work.change_request(desk, request, draft)
    assert told(desk, request) == [
        "Gewijzigd: wat.",
        "Weer geopend: Zoë kan toch",
        "Afgesloten: niet vervuld. niemand vrij",
        "Hulpvraag genoteerd.",
    ]


def test_pages_follow_each_other_without_a_gap_or_a_repeat(desk: Desk, nguyen: int) -> None:
    for day in (3, 1, 2, 1, 2, 3, 1):
        recorded(desk, nguyen, needed_on=TODAY + timedelta(days=day))
    for show in (RequestList.OPEN, RequestList.CLOSED):
        seen, after = [], None
        while True:
            page = desk_work.list_requests(desk, RequestFilter(show=show), after, 3)
            seen += [line.id for line in page.rows]
            after = page.next
            if after is None:
                break
        assert seen == [line.id for line in listed(desk, show)]
        for request in listed(desk):
            desk_work.close_request(desk, request.id, RequestState.DONE)


@pytest.mark.parametrize(
    "typed", ["lukasz", "NGUYEN", "kerkstr 12", "0612345678", "boodsch nguy", "lijstje"]
)
def test_typed_words_find_a_request_by_resident_helper_street_phone_and_what(
    linde: Village, desk: Desk, nguyen: int, typed: str
) -> None:
    other = linde.resident("Jan Peeters")
    recorded(desk, other, kind_id=TRANSPORT, what="Naar Eindhoven")
    request = recorded(desk, nguyen)
    desk_work.match_volunteer(desk, request, linde.volunteer("Łukasz Nowak", **IN_ORDER))
    assert [line.id for line in listed(desk, typed=typed)] == [request]


def test_a_request_is_found_by_its_number_and_by_the_new_name_of_its_resident(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    with desk.store.writing() as uow:
        uow.people.save(replace(uow.people.person(nguyen), name=parse_name("Mai Trần")))
        assert uow.help_requests.open_count(nguyen) == 0
    request = recorded(desk, nguyen)
    assert [line.id for line in listed(desk, typed="tran")] == [request]
    with desk.store.writing() as uow:
        uow.people.save(replace(uow.people.person(nguyen), name=parse_name("Mai Lê Smits")))
        assert uow.help_requests.open_count(nguyen) == 1
    assert [line.id for line in listed(desk, typed="smits")] == [request]
    assert listed(desk, typed="tran") == []


def test_a_ride_for_tomorrow_is_flagged_and_groceries_are_not(desk: Desk, nguyen: int) -> None:
    tomorrow = TODAY + timedelta(days=1)
    ride = recorded(desk, nguyen, kind_id=TRANSPORT, needed_on=tomorrow)
    shopping = recorded(desk, nguyen, needed_on=tomorrow)
    assert desk_work.request_detail(desk, ride).is_short_notice
    assert not desk_work.request_detail(desk, shopping).is_short_notice


def test_other_requests_of_the_resident_stand_beside_it_newest_first(
    desk: Desk, nguyen: int
) -> None:
    requests = [recorded(desk, nguyen) for _ in range(3)]
    detail = desk_work.request_detail(desk, requests[1])
    assert [line.id for line in detail.others] == [requests[2], requests[0]]


def test_a_signal_about_a_request_stands_in_its_timeline_without_what_it_says(
    desk: Desk, nguyen: int
) -> None:
    request = recorded(desk, nguyen)
    submit_concern(desk, ConcernDraft(observed="Het huis is koud", request_id=request))
    assert told(desk, request)[0] == "Signaal doorgegeven aan de dorpsondersteuner."


def test_reading_a_request_is_noted_without_what_it_says(desk: Desk, nguyen: int) -> None:
    from sqlalchemy import text

    from dorpssteunpunt.store.unit_of_work import EncryptedStore

    request = recorded(desk, nguyen)
    desk_work.request_detail(desk, request)
    assert isinstance(desk.store, EncryptedStore)
    with desk.store.engine.reading() as connection:
        noted = connection.execute(
            text("SELECT action, room, subject FROM audit_event ORDER BY id DESC LIMIT 1")
        ).one()
    assert tuple(noted) == ("read", "help_requests", request)


def test_the_day_is_that_of_the_village_also_just_after_midnight(
    linde: Village, desk: Desk, nguyen: int
) -> None:
    linde.clock.moment = datetime(2026, 11, 24, 0, 30, tzinfo=ZONE)
    request = recorded(desk, nguyen, needed_on=date(2026, 11, 24))
    assert [line.id for line in listed(desk, RequestList.DUE)] == [request]
