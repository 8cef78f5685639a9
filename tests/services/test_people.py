"""Keeping people: in one form, found by any word, removed when nothing hangs on them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.contact import InvalidEmail, InvalidPhone, InvalidPostcode
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.domain.names import MissingName
from dorpssteunpunt.domain.people import (
    CertificateStatus,
    LeavesBeforeStart,
    Paper,
    PerhapsKnown,
    StillNeeded,
    Volunteer,
)
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import help_requests, people, roster
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.people import PersonDraft
from dorpssteunpunt.services.ports import NotFound, PeopleList
from tests.village import TODAY, Village

SMIT = PersonDraft(
    given_name="Corrie",
    surname="Smit",
    street=" Kerkstraat 5 ",
    postcode="5725ab",
    town="Heusden",
    phone="0493-691234",
    second_phone="06 1234 5678",
    email="Corrie@Example.org",
    contact_note="na 10 uur",
)


def _add(desk: Desk, draft: PersonDraft = SMIT) -> int:
    return _subject(people.save_person(desk, draft))


def _subject(change: Changed) -> int:
    assert change.subject is not None
    return change.subject


def _names(
    desk: Desk, typed: str = "", show: PeopleList = PeopleList.ALL, limit: int = 20
) -> list[str]:
    page = people.list_people(desk, show, typed, None, limit)
    return [line.person.name.full for line in page.rows]


# ---------------------------------------------------------------- adding and changing


def test_contact_data_are_kept_in_one_form(village: Village) -> None:
    person = people.person_detail(village.desk_worker(), _add(village.desk_worker("Els S"))).person
    assert (person.phone, person.second_phone) == ("+31493691234", "+31612345678")
    assert (person.postcode, person.street) == ("5725 AB", "Kerkstraat 5")
    assert person.email.lower() == "corrie@example.org"


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"given_name": "", "surname": " "}, MissingName, "surname"),
        ({"phone": "0493 6912"}, InvalidPhone, "phone"),
        ({"second_phone": "abc"}, InvalidPhone, "second_phone"),
        ({"postcode": "0123 AB"}, InvalidPostcode, "postcode"),
        ({"email": "corrie.example.org"}, InvalidEmail, "email"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nobody_is_added(
    village: Village, change: dict[str, str], refusal: type[Exception], field: str
) -> None:
    known = PersonDraft(given_name="Corrie", surname="Smit")
    draft = replace(known, **change)  # type: ignore[arg-type]
    with pytest.raises(refusal) as refused:
        people.save_person(village.coordinator, draft)
    assert getattr(refused.value, "field", "") == field
    assert _names(village.coordinator, "corrie") == []


def test_a_citizen_service_number_passes_after_somebody_looked(village: Village) -> None:
    draft = PersonDraft(surname="Smit", contact_note="pas 111222333")
    with pytest.raises(CitizenServiceNumberSeen):
        people.save_person(village.coordinator, draft)
    looked = PersonDraft(surname="Smit", contact_note="pas 111222333", numbers_are_fine=True)
    assert people.save_person(village.coordinator, looked).subject


@pytest.mark.parametrize(
    "known",
    [
        {"street": "kerkstraat 5"},
        {"street": "Lindelaan 1", "phone": "0493 691 234"},
        {"street": "Lindelaan 1", "phone": "0612345678"},
    ],
)
def test_somebody_of_that_name_there_is_perhaps_known(
    village: Village, known: dict[str, str]
) -> None:
    first = _add(village.coordinator)
    again = replace(PersonDraft(given_name="corrie", surname="SMIT"), **known)  # type: ignore[arg-type]
    with pytest.raises(PerhapsKnown) as refused:
        people.save_person(village.coordinator, again)
    assert refused.value.person_id == first
    other = replace(again, is_somebody_else=True)
    assert _add(village.coordinator, other) != first


def test_a_namesake_elsewhere_is_somebody_else(village: Village) -> None:
    _add(village.coordinator)
    namesake = PersonDraft(given_name="Corrie", surname="Smit", street="Lindelaan 1")
    assert _add(village.coordinator, namesake)
    assert _names(village.coordinator, "corrie smit") == ["Corrie Smit"] * 2


def test_changing_a_person_changes_how_they_are_found(village: Village) -> None:
    person = _add(village.coordinator)
    moved = PersonDraft(
        person_id=person, given_name="Corrie", name_prefix="de", surname="Wit", street="Hoekske 2"
    )
    change = people.save_person(village.coordinator, moved)
    assert {Room.PEOPLE, Room.HELP_REQUESTS, Room.ROSTER, Room.TODAY} == change.rooms
    assert _names(village.coordinator, "hoekske") == ["Corrie de Wit"]
    assert _names(village.coordinator, "kerkstraat") == []


def test_somebody_who_was_never_added_cannot_be_changed(village: Village) -> None:
    with pytest.raises(NotFound):
        people.save_person(village.coordinator, PersonDraft(person_id=999, surname="Smit"))


# ---------------------------------------------------------------- finding


@pytest.mark.parametrize(
    "typed", ["dorde", "nguy", "van t hof", "0493 69", "04 93 69 11", "hoekske 12"]
)
def test_people_are_found_by_any_word_as_it_is_typed(village: Village, typed: str) -> None:
    village.resident(
        "Đorđe van 't Hof-Nguyễn", street="Hoekske 12", phone="+31493691111", is_resident=True
    )
    village.resident("Bep Aarts", street="Hoekske 21", phone="+31612345678")
    assert _names(village.coordinator, typed) == ["Đorđe van 't Hof-Nguyễn"]


def test_people_stand_in_dutch_name_order_page_after_page(village: Village) -> None:
    for name in ("Els van den Berg", "Ad de Wit", "Truus Bakker", "Jo in 't Veld", "Zoë Berg"):
        village.resident(name)
    desk = village.coordinator
    seen: list[str] = []
    after = None
    while True:
        page = people.list_people(desk, PeopleList.RESIDENTS, "", after, 2)
        seen += [line.person.name.full for line in page.rows]
        if page.next is None:
            break
        after = page.next
    assert seen == ["Truus Bakker", "Els van den Berg", "Zoë Berg", "Jo in 't Veld", "Ad de Wit"]


def test_volunteers_and_residents_have_lists_of_their_own(village: Village) -> None:
    resident, both = village.resident("Ans Smit"), village.resident("Wim de Vries")
    people.save_volunteer(village.coordinator, Volunteer(person_id=both, since=TODAY))
    volunteers = _names(village.coordinator, show=PeopleList.VOLUNTEERS)
    assert volunteers == ["Mieke Claessens", "Wim de Vries"]
    assert _names(village.coordinator, show=PeopleList.RESIDENTS) == ["Ans Smit", "Wim de Vries"]
    assert resident != both


# ---------------------------------------------------------------- volunteers


def test_what_a_volunteer_offers_is_kept_whole(village: Village) -> None:
    person = village.resident("Wim de Vries")
    offer = Volunteer(
        person_id=person,
        since=date(2026, 1, 5),
        roster_phone_agreed=True,
        shifts_per_week=2,
        certificate=CertificateStatus.SEEN,
        certificate_seen_on=date(2026, 1, 5),
        certificate_review_on=TODAY + timedelta(days=1),
        agreement_on=date(2026, 1, 5),
        code_of_conduct_on=date(2026, 1, 5),
        remark="Rijdt niet in het donker",
        kinds=frozenset({1, 3}),
        availability={(1, 1): AvailabilityLevel.PREFER, (5, 2): AvailabilityLevel.CANNOT},
    )
    people.save_volunteer(village.desk_worker(), offer)
    detail = people.person_detail(village.coordinator, person)
    assert (detail.volunteer, detail.missing) == (offer, ())
    assert [kind.id for kind in detail.kinds][:3] == [1, 2, 3]
    assert {slot.daypart_id for slot in detail.week_template} == {
        part.id for part in detail.dayparts
    }


def test_papers_that_need_attention_show_in_the_list(village: Village) -> None:
    person = village.volunteer(
        "Wim de Vries",
        certificate=CertificateStatus.SEEN,
        certificate_review_on=TODAY,
        agreement_on=TODAY,
    )
    (line,) = people.list_people(village.coordinator, PeopleList.ALL, "wim", None, 5).rows
    assert line.is_volunteer
    assert line.missing == (Paper.CERTIFICATE_REVIEW, Paper.CODE_OF_CONDUCT)
    assert people.person_detail(village.coordinator, person).missing == line.missing


def test_a_volunteer_does_not_leave_before_they_start(village: Village) -> None:
    person = village.resident("Wim de Vries")
    wrong = Volunteer(person_id=person, since=TODAY, until=TODAY - timedelta(days=1))
    with pytest.raises(LeavesBeforeStart):
        people.save_volunteer(village.coordinator, wrong)
    assert people.person_detail(village.coordinator, person).volunteer is None


def test_a_volunteer_is_somebody(village: Village) -> None:
    with pytest.raises(NotFound):
        people.save_volunteer(village.coordinator, Volunteer(person_id=999))


# ---------------------------------------------------------------- removing


def test_a_desk_worker_removes_nobody(village: Village) -> None:
    person = village.resident("Ans Smit")
    with pytest.raises(NotAllowed):
        people.remove_person(village.desk_worker(), person)
    assert _names(village.coordinator, "ans") == ["Ans Smit"]


def test_who_is_removed_is_found_no_more(village: Village) -> None:
    person = village.resident("Ans Smit")
    people.remove_person(village.coordinator, person)
    assert _names(village.coordinator, "ans") == []
    with pytest.raises(NotFound):
        people.person_detail(village.coordinator, person)
    with pytest.raises(NotFound):
        people.remove_person(village.coordinator, person)


def test_an_open_request_keeps_its_resident_until_it_is_closed(village: Village) -> None:
    desk, person = village.coordinator, village.resident("Ans Smit")
    draft = RequestDraft(requester_id=person, kind_id=1, what="Naar de kapper")
    request = _subject(help_requests.record_request(desk, draft))
    with pytest.raises(StillNeeded) as refused:
        people.remove_person(desk, person)
    assert (refused.value.open_requests, refused.value.coming_shifts) == (1, 0)
    help_requests.close_request(desk, request, RequestState.WITHDRAWN)
    people.remove_person(desk, person)
    assert help_requests.request_detail(desk, request).request.requester_id == person


def test_a_coming_shift_and_an_account_keep_a_person(village: Village) -> None:
    desk = village.coordinator
    week = Week.of(TODAY)
    roster.make_week(desk, week)
    shift = next(cell for row in roster.week(desk, week).rows for cell in row.cells if cell)
    person = village.volunteer("Wim de Vries", since=date(2026, 1, 1))
    roster.assign(desk, shift.shift_id, person, override_reason="Valt in")
    with pytest.raises(StillNeeded) as refused:
        people.remove_person(desk, person)
    assert refused.value.coming_shifts == 1
    with pytest.raises(StillNeeded) as refused:
        people.remove_person(desk, desk.actor.person_id)
    assert refused.value.has_account


def test_reading_somebody_leaves_a_trace(village: Village) -> None:
    person = _add(village.coordinator)
    people.person_detail(village.coordinator, person)
    premises = village.door.enter_with_passphrase(village.issued.passphrase)
    try:
        with premises.engine.reading() as connection:
            trail = connection.exec_driver_sql(
                "SELECT action, subject, account_id FROM audit_event ORDER BY id DESC LIMIT 2"
            ).fetchall()
    finally:
        premises.leave()
    mine = village.coordinator.actor.id
    assert [tuple(line) for line in trail] == [("read", person, mine), ("added", person, mine)]
