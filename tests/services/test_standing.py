"""Who holds a place every week: new weeks have them, covering never does, ending asks first."""

from datetime import date, timedelta

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation, Leave
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.roster import Origin, ReasonMissing, UnansweredShifts, WeekInUse
from dorpssteunpunt.domain.standing import (
    AllPlacesHeld,
    ClosedThen,
    HoldsAlready,
    StandingAssignment,
)
from dorpssteunpunt.domain.suitability import Objection
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.services.roster import EndingDraft, LeaveDraft, ShiftCell
from dorpssteunpunt.services.words.roster import gap_words, week_made_words
from tests.village import TODAY, Village

TUESDAY_MORNING = (2, 1)
NEXT = Week.of(TODAY).next()
ALL_WEEK = {(day, part): AvailabilityLevel.CAN for day in range(1, 8) for part in (1, 2, 3)}


@pytest.fixture
def els(village: Village) -> int:
    return village.volunteer("Els Smeets", availability=ALL_WEEK)


def hold(village: Village, who: int, first: date = TODAY, **facts: object) -> int:
    weekday, daypart_id = TUESDAY_MORNING
    place = StandingAssignment(
        volunteer_id=who,
        weekday=weekday,
        daypart_id=daypart_id,
        first=first,
        **facts,  # type: ignore[arg-type]
    )
    roster.hold_place(village.coordinator, place)
    return people.person_detail(village.coordinator, who).standing[-1].id


def tuesday(village: Village, week: Week = NEXT) -> ShiftCell:
    cells = roster.week(village.coordinator, week).cells
    return next(
        cell for cell in cells if (cell.on.isoweekday(), cell.daypart_id) == TUESDAY_MORNING
    )


def test_a_new_week_has_its_standing_occupants_on_it(village: Village, els: int) -> None:
    piet = village.volunteer("Piet Jansen", availability=ALL_WEEK)
    hold(village, els, is_lead=True)
    hold(village, piet, is_lead=True, first=NEXT.monday + timedelta(days=7))
    made = roster.make_week(village.coordinator, NEXT)
    assert week_made_words(made) == ""
    cell = tuesday(village)
    assert [(one.volunteer_id, one.is_lead, one.origin) for one in cell.people] == [
        (els, True, Origin.STANDING)
    ]
    others = [each for each in roster.week(village.coordinator, NEXT).cells if each != cell]
    assert not any(each.people for each in others)
    roster.make_week(village.coordinator, NEXT.next())
    both = tuesday(village, NEXT.next()).people
    assert [(one.volunteer_id, one.is_lead) for one in both] == [(els, True), (piet, False)]


def test_covering_once_never_becomes_permanent(village: Village, els: int) -> None:
    desk = village.coordinator
    piet = village.volunteer("Piet Jansen", availability=ALL_WEEK)
    hold(village, els)
    week = NEXT
    for _ in range(5):
        roster.make_week(desk, week)
        cell = tuesday(village, week)
        (one,) = cell.people
        roster.report_absent(desk, one.assignment_id, "Griep")
        assert tuesday(village, week).standing_away == ()  # the absence says it
        roster.assign(desk, cell.shift_id, piet, stand_in=True)
        week = week.next()
    roster.make_week(desk, week)
    assert [one.volunteer_id for one in tuesday(village, week).people] == [els]


def test_who_cannot_this_once_is_left_out_and_told(village: Village, els: int) -> None:
    desk = village.coordinator
    hold(village, els)
    tuesday_next = NEXT.monday + timedelta(days=1)
    roster.take_leave(desk, LeaveDraft(els, Leave(first=tuesday_next, last=tuesday_next)))
    made = roster.make_week(desk, NEXT)
    (left_out,) = made.left_out
    assert left_out.objections == (Objection.ON_LEAVE,)
    assert week_made_words(made) == (
        "Niet op de vaste plek gezet: Els Smeets (di 1 dec: heeft dan verlof)."
    )
    cell = tuesday(village)
    assert (cell.people, cell.is_structural) == ((), False)  # a gap of this once
    assert cell.standing_away == ("Els Smeets",)
    roster.make_week(desk, NEXT.next())
    assert len(tuesday(village, NEXT.next()).people) == 1


def test_what_was_agreed_holds_though_it_is_more_than_wanted(village: Village, els: int) -> None:
    wishes = Volunteer(person_id=els, wanted_per_month=1, shifts_per_month=1)
    people.save_volunteer(village.coordinator, wishes)
    hold(village, els)
    for week in (NEXT, NEXT.next()):
        assert not roster.make_week(village.coordinator, week).left_out


def test_who_left_the_support_point_holds_no_place_and_leaves_it_vacant(
    village: Village, els: int
) -> None:
    hold(village, els)
    leaving = Volunteer(person_id=els, until=NEXT.monday, availability=ALL_WEEK)
    people.save_volunteer(village.coordinator, leaving)
    assert not roster.make_week(village.coordinator, NEXT).left_out
    cell = tuesday(village)
    assert (cell.people, cell.is_structural) == ((), True)


def test_a_vacant_place_is_told_apart_from_a_gap_of_this_once_also_on_paper(
    village: Village, els: int
) -> None:
    desk = village.coordinator
    place = hold(village, els)
    roster.make_week(desk, NEXT)
    roster.give_up_place(desk, EndingDraft(standing_id=place, first_free=NEXT.next().monday))
    roster.make_week(desk, NEXT.next())
    before, after = tuesday(village), tuesday(village, NEXT.next())
    assert (gap_words(before), gap_words(after)) == ("1 van 2", "0 van 2 – vaste plek vrij")
    cells = [part.cells[1] for part in roster_overview(desk, NEXT.next()).parts]
    assert [cell.is_structural for cell in cells] == [True, False, False]


def test_a_week_as_it_was_made_can_be_taken_away_again_and_no_other(
    village: Village, els: int
) -> None:
    desk = village.coordinator
    hold(village, els)
    roster.make_week(desk, NEXT)
    roster.remove_week(desk, NEXT)
    assert not roster.week(desk, NEXT).rows
    roster.make_week(desk, NEXT)
    roster.take_off(desk, tuesday(village).people[0].assignment_id)
    with pytest.raises(WeekInUse):
        roster.remove_week(desk, NEXT)


def test_ending_asks_of_every_coming_shift_and_leaves_the_past_alone(
    village: Village, els: int
) -> None:
    desk = village.coordinator
    place = hold(village, els)
    weeks = [Week.of(TODAY), NEXT, NEXT.next(), NEXT.next().next()]
    for week in weeks:
        roster.make_week(desk, week)
    chosen = next(cell for cell in roster.week(desk, weeks[2]).cells if cell.on.isoweekday() == 4)
    roster.assign(desk, chosen.shift_id, els)
    first_free = weeks[2].monday
    with pytest.raises(UnansweredShifts) as told:
        roster.give_up_place(desk, EndingDraft(standing_id=place, first_free=first_free))
    asked = {shift.on: one for one, shift in told.value.shifts}
    assert list(asked) == [week.days[1] for week in weeks[2:]]  # not the one that was chosen
    keep, off = asked.values()
    draft = EndingDraft(standing_id=place, first_free=first_free, keep=[keep], take_off=[off])
    roster.give_up_place(desk, draft)
    assert [len(tuesday(village, week).people) for week in weeks] == [1, 1, 1, 0]
    roster.make_week(desk, weeks[3].next())
    assert not tuesday(village, weeks[3].next()).people


def test_coming_off_a_published_shift_by_ending_asks_why(village: Village, els: int) -> None:
    desk = village.coordinator
    place = hold(village, els)
    roster.make_week(desk, NEXT)
    roster.publish(desk, NEXT)
    one = tuesday(village).people[0].assignment_id
    draft = EndingDraft(standing_id=place, first_free=TODAY, take_off=[one])
    with pytest.raises(ReasonMissing):
        roster.give_up_place(desk, draft)
    assert people.person_detail(desk, els).standing[0].last is None
    told = EndingDraft(standing_id=place, first_free=TODAY, take_off=[one], reason="Verhuist")
    roster.give_up_place(desk, told)
    assert not tuesday(village).people
    assert not people.person_detail(desk, els).standing


def test_an_end_in_the_past_counts_from_today(village: Village, els: int) -> None:
    desk = village.coordinator
    place = hold(village, els, first=TODAY - timedelta(weeks=8))
    early = EndingDraft(standing_id=place, first_free=TODAY - timedelta(weeks=4))
    roster.give_up_place(desk, early)
    with desk.store.reading() as uow:
        assert [one.last for one in uow.roster.standing()] == [TODAY - timedelta(days=1)]
    with pytest.raises(NotFound):
        roster.give_up_place(desk, EndingDraft(standing_id=99, first_free=TODAY))


def test_places_are_held_only_where_there_is_one_and_by_volunteers(
    village: Village, els: int
) -> None:
    hold(village, els)
    with pytest.raises(HoldsAlready):
        hold(village, els)
    hold(village, village.volunteer("Piet Jansen"))
    with pytest.raises(AllPlacesHeld):
        hold(village, village.volunteer("Ria Bos"))
    with pytest.raises(NotFound):
        hold(village, village.resident("Corrie Smit"))
    sunday = StandingAssignment(volunteer_id=els, weekday=7, daypart_id=1, first=TODAY)
    with pytest.raises(ClosedThen):
        roster.hold_place(village.coordinator, sunday)


def test_only_who_plans_gives_and_ends_places(village: Village, els: int) -> None:
    place, ria = hold(village, els), village.desk_worker()
    with pytest.raises(NotAllowed):
        roster.give_up_place(ria, EndingDraft(standing_id=place, first_free=TODAY))
    other = StandingAssignment(volunteer_id=els, weekday=3, daypart_id=1, first=TODAY)
    with pytest.raises(NotAllowed):
        roster.hold_place(ria, other)


def test_a_standing_occupant_who_is_moved_is_there_by_choice(village: Village, els: int) -> None:
    desk = village.coordinator
    hold(village, els)
    people.deviate(desk, els, Deviation(on=NEXT.sunday, level=AvailabilityLevel.CANNOT))
    roster.make_week(desk, NEXT)
    one = tuesday(village).people[0]
    other = next(cell for cell in roster.week(desk, NEXT).cells if cell.on.isoweekday() == 4)
    roster.move(desk, one.assignment_id, other.shift_id)
    moved = roster.week(desk, NEXT).cell(other.shift_id)
    assert moved is not None
    assert [each.origin for each in moved.people] == [Origin.CHOSEN]
