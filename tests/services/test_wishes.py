"""What volunteers wish, kept at the desk, and what it does to candidates and coming shifts."""

from datetime import date, datetime, time, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel, BadDeviation, Deviation, Leave
from dorpssteunpunt.domain.people import Experience, Volunteer, WishBeyondMost
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.roster import Ending, UnansweredShifts
from dorpssteunpunt.domain.suitability import Objection, VolunteerUnavailable
from dorpssteunpunt.domain.support_point import NameNeeded, Skill
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import help_requests, people, roster, support_point
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.services.roster import LeaveDraft, ShiftCell
from dorpssteunpunt.services.words.candidates import reasons_against
from dorpssteunpunt.services.words.people import deviated_words
from dorpssteunpunt.services.words.roster_candidates import candidate_words, objection_words
from tests.village import TODAY, Village

CAN, CANNOT = AvailabilityLevel.CAN, AvailabilityLevel.CANNOT
MORNING, AFTERNOON = 1, 2
TUESDAY = TODAY + timedelta(days=1)
ALL_WEEK = {(day, part): CAN for day in range(1, 8) for part in (1, 2, 3)}


@pytest.fixture
def els(village: Village) -> int:
    return village.volunteer("Els Smeets", availability=ALL_WEEK)


@pytest.fixture
def cells(village: Village) -> list[ShiftCell]:
    """The shifts of this week, by day and hour."""
    roster.make_week(village.coordinator, Week.of(TODAY))
    found = roster.week(village.coordinator, Week.of(TODAY)).cells
    return sorted(found, key=lambda cell: (cell.on, cell.start))


def volunteer(desk: Desk, person_id: int) -> Volunteer:
    found = people.person_detail(desk, person_id).volunteer
    assert found is not None
    return found


def candidate(desk: Desk, shift_id: int, person_id: int) -> roster.Candidate:
    found = roster.candidates(desk, shift_id)
    return next(one for one in found if one.volunteer_id == person_id)


def test_all_wishes_are_kept_and_come_back(village: Village, els: int) -> None:
    skill = support_point.save_skill(village.coordinator, Skill(position=1, name="Kassa")).subject
    assert skill is not None
    piet, ria = village.volunteer("Piet Jansen"), village.volunteer("Ria Bos")
    wishes = Volunteer(
        person_id=els,
        shifts_per_week=3,
        wanted_per_week=2,
        shifts_per_month=9,
        wanted_per_month=6,
        no_evening_then_morning=True,
        experience=Experience.EXPERIENCED,
        cycle_weeks=2,
        cycle_from=TODAY,
        availability={(1, MORNING): CAN, (8, MORNING): CANNOT},
        skills=frozenset({skill}),
        together=frozenset({piet}),
        apart=frozenset({ria}),
    )
    people.save_volunteer(village.desk_worker(), wishes)
    assert volunteer(village.coordinator, els) == wishes


def test_weeks_beyond_the_cycle_are_forgotten(village: Village, els: int) -> None:
    wishes = Volunteer(person_id=els, availability={(1, MORNING): CAN, (8, MORNING): CANNOT})
    people.save_volunteer(village.coordinator, wishes)
    assert dict(volunteer(village.coordinator, els).availability) == {(1, MORNING): CAN}


def test_wishing_more_than_the_most_is_refused_and_changes_nothing(
    village: Village, els: int
) -> None:
    with pytest.raises(WishBeyondMost):
        people.save_volunteer(
            village.coordinator, Volunteer(person_id=els, wanted_per_week=3, shifts_per_week=2)
        )
    assert volunteer(village.coordinator, els).wanted_per_week is None


def test_what_is_said_of_the_same_again_takes_the_place_of_the_first(
    village: Village, els: int
) -> None:
    desk = village.coordinator
    scopes: list[dict[str, object]] = [
        {},
        {"daypart_id": MORNING},
        {"start": time(9), "end": time(10)},
    ]
    for level in (CANNOT, CAN):
        for scope in scopes:
            deviation = Deviation(on=TUESDAY, level=level, **scope)  # type: ignore[arg-type]
            people.deviate(desk, els, deviation)
    said = volunteer(desk, els).deviations
    assert sorted(one.scope[1:] for one in said if one.daypart_id) == [(MORNING, None)]
    assert [one.level for one in said] == [CAN] * 3
    people.withdraw_deviation(desk, els, said[0].id)
    assert len(volunteer(desk, els).deviations) == 2


def test_a_deviation_is_refused_for_hours_that_cannot_be_and_for_who_is_no_volunteer(
    village: Village, els: int
) -> None:
    backward = Deviation(on=TUESDAY, start=time(10), end=time(9), level=CAN)
    with pytest.raises(BadDeviation):
        people.deviate(village.coordinator, els, backward)
    resident = village.resident("Corrie Smit")
    with pytest.raises(NotFound):
        people.deviate(village.coordinator, resident, Deviation(on=TUESDAY, level=CAN))


def test_a_day_that_cannot_be_tells_of_the_shifts_in_its_way_and_takes_nobody_off(
    village: Village, els: int, cells: list[ShiftCell]
) -> None:
    desk, (morning, afternoon) = village.coordinator, cells[2:4]
    for cell in (morning, afternoon):
        roster.assign(desk, cell.shift_id, els)
    late = Deviation(on=TUESDAY, start=time(15), end=time(18), level=CANNOT)
    done = people.deviate(desk, els, late)
    assert [shift.id for shift in done.in_the_way] == [afternoon.shift_id]
    assert deviated_words(done) == ("Opgeslagen. Staat die dag nog op het rooster: 13:00–16:30.")
    view = roster.week(desk, Week.of(TODAY))
    assert sum(len(cell.people) for cell in view.cells) == 2
    fine = people.deviate(desk, els, Deviation(on=TUESDAY, daypart_id=AFTERNOON, level=CAN))
    assert [shift.id for shift in fine.in_the_way] == [afternoon.shift_id]  # the hours still count


def test_other_wishes_leave_days_and_leave_as_they_are(village: Village, els: int) -> None:
    desk = village.coordinator
    people.deviate(desk, els, Deviation(on=TUESDAY, level=CANNOT))
    roster.take_leave(desk, LeaveDraft(els, Leave(first=TODAY, last=TODAY)))
    people.save_volunteer(desk, Volunteer(person_id=els, remark="Fietst"))
    after = volunteer(desk, els)
    assert (len(after.deviations), len(after.leaves), after.remark) == (1, 1, "Fietst")


def test_days_gone_by_are_not_shown_and_reasons_only_to_who_plans(
    village: Village, els: int
) -> None:
    desk, yesterday = village.coordinator, TODAY - timedelta(days=1)
    people.deviate(desk, els, Deviation(on=yesterday, level=CANNOT))
    for first, last in ((yesterday, yesterday), (yesterday, TODAY)):
        roster.take_leave(desk, LeaveDraft(els, Leave(first=first, last=last, reason="Operatie")))
    assert not volunteer(desk, els).deviations
    assert [leave.reason for leave in volunteer(desk, els).leaves] == ["Operatie"]
    assert [leave.reason for leave in volunteer(village.desk_worker(), els).leaves] == [""]


def test_leave_asks_of_every_coming_shift_and_cancels_none_by_itself(
    village: Village, els: int, cells: list[ShiftCell]
) -> None:
    desk = village.coordinator
    village.clock.moment = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
    monday, tuesday, afternoon = cells[0], cells[2], cells[3]
    assert [cell.on for cell in (monday, tuesday, afternoon)] == [TODAY, TUESDAY, TUESDAY]
    for cell in (monday, tuesday, afternoon):
        roster.assign(desk, cell.shift_id, els)
    leave = Leave(first=TODAY, last=TODAY + timedelta(days=6), reason="Vakantie")
    with pytest.raises(UnansweredShifts) as told:
        roster.take_leave(desk, LeaveDraft(els, leave))
    asked = {shift.id: one for one, shift in told.value.shifts}
    assert asked.keys() == {tuesday.shift_id, afternoon.shift_id}  # Monday is over
    assert not volunteer(desk, els).leaves
    with pytest.raises(UnansweredShifts):
        roster.take_leave(desk, LeaveDraft(els, leave, keep=[asked[tuesday.shift_id]]))
    answered = LeaveDraft(
        els, leave, keep=[asked[tuesday.shift_id]], take_off=[asked[afternoon.shift_id]]
    )
    roster.take_leave(village.desk_worker(), answered)
    view = roster.week(desk, Week.of(TODAY))
    people_on = {cell.shift_id: [one.volunteer_id for one in cell.people] for cell in view.cells}
    assert [people_on[cell.shift_id] for cell in (monday, tuesday, afternoon)] == [[els], [els], []]
    freed = view.cell(afternoon.shift_id)
    assert freed is not None
    assert [(one.name, one.reason) for one in freed.absences] == [("Els Smeets", "Verlof")]
    assert freed.seeks_stand_in


def test_ending_a_leave_brings_nobody_back_by_itself(
    village: Village, els: int, cells: list[ShiftCell]
) -> None:
    desk, cell = village.coordinator, cells[2]
    step = roster.assign(desk, cell.shift_id, els).step
    leave = Leave(first=cell.on, last=cell.on)
    roster.take_leave(desk, LeaveDraft(els, leave, take_off=[step.after[-1].id]))
    roster.end_leave(desk, els, volunteer(desk, els).leaves[0].id)
    assert not volunteer(desk, els).leaves
    with desk.store.reading() as uow:
        (one,) = uow.roster.assignments([cell.shift_id])
    assert one.ended_as is Ending.REPORTED_ABSENT


def test_a_number_in_the_reason_of_a_leave_is_looked_at(village: Village, els: int) -> None:
    leave = Leave(first=TODAY, last=TODAY, reason="111222333")
    with pytest.raises(CitizenServiceNumberSeen):
        roster.take_leave(village.coordinator, LeaveDraft(els, leave))
    roster.take_leave(village.coordinator, LeaveDraft(els, leave, numbers_are_fine=True))


def test_a_candidate_on_leave_says_until_when_and_needs_a_reason(
    village: Village, els: int, cells: list[ShiftCell]
) -> None:
    desk, cell = village.coordinator, cells[2]
    until = TUESDAY + timedelta(days=9)
    roster.take_leave(desk, LeaveDraft(els, Leave(first=TUESDAY, last=until)))
    judged = candidate(desk, cell.shift_id, els)
    assert judged.suitability.objections == (Objection.ON_LEAVE,)
    assert "verlof t/m 3 dec" in candidate_words(judged)
    with pytest.raises(VolunteerUnavailable):
        roster.assign(desk, cell.shift_id, els)
    done = roster.assign(desk, cell.shift_id, els, override_reason="Is toch thuis")
    assert done.step.after[-1].override_reason == "Is toch thuis"


def test_candidates_know_who_is_on_the_shift_and_the_whole_month(
    village: Village, cells: list[ShiftCell]
) -> None:
    desk = village.coordinator
    skill = support_point.save_skill(desk, Skill(position=1, name="Kassa")).subject
    assert skill is not None
    piet = village.volunteer("Piet Jansen", availability=ALL_WEEK)
    els = village.volunteer(
        "Els Smeets",
        availability=ALL_WEEK,
        apart=frozenset({piet}),
        shifts_per_month=1,
        skills=frozenset({skill}),
    )
    ria = village.volunteer("Ria Bos", availability=ALL_WEEK, together=frozenset({piet}))
    roster.assign(desk, cells[0].shift_id, els)
    roster.assign(desk, cells[2].shift_id, piet)
    judged = candidate(desk, cells[2].shift_id, els)
    assert judged.suitability.objections == (Objection.APART, Objection.MONTH_FULL)
    words = candidate_words(judged)
    assert objection_words(Objection.APART) in words
    assert "1 van 1 diensten deze maand" in words
    assert "Kassa" in words
    assert "graag samen" in candidate_words(candidate(desk, cells[2].shift_id, ria))
    with pytest.raises(VolunteerUnavailable) as told:
        roster.assign(desk, cells[2].shift_id, els)
    assert told.value.objections == judged.suitability.objections


def test_two_beginners_alone_need_a_reason(village: Village, cells: list[ShiftCell]) -> None:
    desk, shift = village.coordinator, cells[2].shift_id
    one, other = (
        village.volunteer(name, availability=ALL_WEEK, experience=Experience.BEGINNER)
        for name in ("Els Smeets", "Piet Jansen")
    )
    roster.assign(desk, shift, one)
    with pytest.raises(VolunteerUnavailable) as told:
        roster.assign(desk, shift, other)
    assert told.value.objections == (Objection.BEGINNERS_ONLY,)


def test_help_is_not_asked_of_who_is_on_leave_or_cannot_that_hour(
    village: Village, els: int
) -> None:
    desk = village.coordinator

    def against(on: date, at: time) -> list[str]:
        draft = RequestDraft(
            new_resident=NewResident(name="Corrie Smit", phone="0493 691 234"),
            kind_id=1,
            what="Naar de opticien",
            needed_on=on,
            start=at,
            consent=True,
        )
        request = help_requests.record_request(desk, draft).subject
        assert request is not None
        found = help_requests.candidates(desk, request).ranked
        return reasons_against(next(one for one in found if one.person_id == els), "Vervoer")

    people.deviate(desk, els, Deviation(on=TUESDAY, start=time(12, 30), end=time(14), level=CANNOT))
    later = TUESDAY + timedelta(days=7)
    roster.take_leave(desk, LeaveDraft(els, Leave(first=later, last=later)))
    assert "kan dan niet" in against(TUESDAY, time(12, 45))  # between two day parts
    assert "kan dan niet" not in against(TUESDAY, time(15))
    assert "verlof t/m 1 dec" in against(later, time(15))


def test_a_skill_has_a_name_and_only_who_keeps_the_settings_changes_it(village: Village) -> None:
    with pytest.raises(NameNeeded):
        support_point.save_skill(village.coordinator, Skill(position=1, name=" "))
    with pytest.raises(NotAllowed):
        support_point.save_skill(village.desk_worker(), Skill(position=1, name="Kassa"))
