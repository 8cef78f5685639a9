"""Proposing names for the gaps of a week, on a real store and by the real solver."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.planning.problem import Duty
from dorpssteunpunt.domain.planning.proposal import Obstacle, Rule
from dorpssteunpunt.domain.roster import (
    ChangedSince,
    Origin,
    ReasonMissing,
    WeekWithoutShifts,
)
from dorpssteunpunt.domain.swapping import Agreements, Cut
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services import roster, support_point
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import RosterProposal, ShiftCell, SwapDraft
from dorpssteunpunt.services.words.explaining import explanation
from dorpssteunpunt.services.words.proposing import left_words, outcome_words
from tests.village import TODAY, Village, village

WEEK = Week(2026, 49)
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
MORNING, EVENING = 1, 3
ALWAYS = {(day, part): AvailabilityLevel.CAN for day in range(1, 8) for part in (1, 2, 3)}


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """Monday and Tuesday, a morning and an evening each, two people a shift."""
    with village(tmp_path) as found:
        open_on(found, (1, MORNING), (1, EVENING), (2, MORNING), (2, EVENING), needed=2)
        yield found


def open_on(linde: Village, *when: tuple[int, int], needed: int) -> None:
    """Let the desk be open on these weekdays and day parts, and make the shifts of the week."""
    hours = {MORNING: (time(9), time(12)), EVENING: (time(19), time(21))}
    with linde.coordinator.store.writing() as uow:
        uow.support_point.replace_week_template(
            [
                OpeningSlot(
                    weekday=day,
                    daypart_id=part,
                    start=hours[part][0],
                    end=hours[part][1],
                    needed=needed,
                )
                for day, part in when
            ]
        )
    roster.make_week(linde.coordinator, WEEK)


def cells(linde: Village) -> dict[tuple[date, int], ShiftCell]:
    view = roster.week(linde.coordinator, WEEK)
    return {(cell.on, cell.daypart_id): cell for cell in view.cells}


def names(linde: Village, on: date = MONDAY, part: int = MORNING) -> set[str]:
    return {one.full_name for one in cells(linde)[on, part].people}


def proposed(linde: Village, *, repair: bool = False) -> RosterProposal:
    return roster.propose(linde.coordinator, RosterPlanner(), [WEEK], Watch(), repair=repair)


def came(proposal: RosterProposal) -> dict[tuple[date, int], set[str]]:
    return {
        (part.cell.on, part.cell.daypart_id): {one.name for one in part.came}
        for part in proposal.parts
    }


def put(linde: Village, who: int, on: date = MONDAY, part: int = MORNING, why: str = "") -> None:
    roster.assign(linde.coordinator, cells(linde)[on, part].shift_id, who, override_reason=why)


def test_gaps_are_filled_and_nothing_is_written_before_somebody_accepts(linde: Village) -> None:
    for name in ("Els Smeets", "Piet Jansen", "Fatma Sahin", "Bart Peeters"):
        linde.volunteer(name, availability=ALWAYS, shifts_per_week=2)
    proposal = proposed(linde)
    assert proposal.is_proven
    assert [len(part.came) for part in proposal.parts] == [2, 2, 2, 2]
    assert proposal.short == 0
    assert all(not cell.people for cell in cells(linde).values())


def test_accepting_all_is_one_step_with_its_origin_and_a_lead_that_can_be_undone(
    linde: Village,
) -> None:
    linde.volunteer("Els Smeets", availability=ALWAYS, experience=Experience.EXPERIENCED)
    linde.volunteer("Piet Jansen", availability=ALWAYS)
    step = roster.accept(linde.coordinator, proposed(linde).parts).step
    for cell in cells(linde).values():
        assert [one.full_name for one in cell.people if one.is_lead] == ["Els Smeets"]
        assert {one.origin for one in cell.people} == {Origin.PROPOSED}
        assert cell.missing == 0
    roster.undo(linde.coordinator, step)
    assert all(not cell.people for cell in cells(linde).values())


def test_one_shift_can_be_accepted_by_itself(linde: Village) -> None:
    linde.volunteer("Els Smeets", availability=ALWAYS)
    first, *_others = proposed(linde).parts
    roster.accept(linde.coordinator, [first])
    assert names(linde) == {"Els Smeets"}
    assert [len(cell.people) for cell in cells(linde).values()].count(0) == 3


def test_who_stands_on_the_roster_stays_also_against_what_they_said(linde: Village) -> None:
    els = linde.volunteer("Els Smeets", availability={}, shifts_per_week=0)
    linde.volunteer("Piet Jansen", availability=ALWAYS)
    put(linde, els, why="Zij wil het deze keer wel.")
    proposal = proposed(linde)
    assert came(proposal)[MONDAY, MORNING] == {"Piet Jansen"}
    assert not any("Els Smeets" in who for who in came(proposal).values())
    roster.accept(linde.coordinator, proposal.parts)
    assert names(linde) == {"Els Smeets", "Piet Jansen"}


def test_two_who_were_put_together_against_their_wish_do_not_stop_the_proposal(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS)
    piet = linde.volunteer("Piet Jansen", availability=ALWAYS, apart=frozenset({els}))
    put(linde, els)
    put(linde, piet, why="Het kan deze keer.")
    linde.volunteer("Fatma Sahin", availability=ALWAYS)
    assert sum(len(part.came) for part in proposed(linde).parts) == 6


def test_a_beginner_who_was_put_alone_is_left_alone_and_the_rest_is_filled(
    linde: Village,
) -> None:
    noor = linde.volunteer("Noor Bakker", availability=ALWAYS, experience=Experience.BEGINNER)
    put(linde, noor)
    linde.volunteer(
        "Els Smeets",
        availability={key: level for key, level in ALWAYS.items() if key != (1, MORNING)},
    )
    proposal = proposed(linde)
    assert (MONDAY, MORNING) not in came(proposal)
    assert came(proposal)[TUESDAY, MORNING] == {"Els Smeets", "Noor Bakker"}
    (left,) = proposal.left_to_people
    assert (left.cell.on, left.cell.daypart_id) == (MONDAY, MORNING)
    assert left.because == Obstacle(Rule.BEGINNER_ALONE, (str(noor),))
    assert "Noor Bakker staat er dan alleen als beginner" in left_words(left, proposal.names)


def test_a_shift_in_parts_is_left_to_people_with_the_hours_that_are_open(linde: Village) -> None:
    for name in ("Els Smeets", "Piet Jansen"):
        put(linde, linde.volunteer(name, availability=ALWAYS))
    piet = next(one for one in cells(linde)[MONDAY, MORNING].people if "Piet" in one.full_name)
    swap_for_the_end(linde, piet.assignment_id, linde.volunteer("Fatma Sahin"))
    fatma = next(one for one in cells(linde)[MONDAY, MORNING].people if "Fatma" in one.full_name)
    assert not proposed(linde).left_to_people  # nothing is open on it
    roster.report_absent(linde.coordinator, fatma.assignment_id, "Griep")
    proposal = proposed(linde)
    assert (MONDAY, MORNING) not in came(proposal)
    (left,) = proposal.left_to_people
    assert left.because is None
    assert "11:00–12:00" in left_words(left, proposal.names)
    assert "1 dienst is aan u." in outcome_words(proposal)


def swap_for_the_end(linde: Village, giver: int, taker: int) -> None:
    """Let somebody take the last hour of a morning."""
    agreed = Agreements(TODAY, TODAY)
    cut = Cut(time(11), gives_rest=True)
    draft = SwapDraft(
        assignment_id=giver,
        taker_id=taker,
        agreements=agreed,
        cut=cut,
        override_reason="Zo kan het",
    )
    roster.swap(linde.coordinator, draft)


def test_why_not_somebody_is_answered_from_the_proposal_without_asking_the_store(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS, shifts_per_week=1)
    piet = linde.volunteer("Piet Jansen", availability={(1, MORNING): AvailabilityLevel.CAN})
    proposal = proposed(linde)
    shifts = {(one.on, one.daypart_id): who for who, one in proposal.shifts.items()}

    def asked(who: int, on: date, part: int) -> list[str]:
        duty = Duty(str(who), shifts[on, part])
        answer = roster.explain(linde.coordinator, RosterPlanner(), proposal, duty, Watch())
        return list(explanation(answer, proposal))

    assert asked(piet, TUESDAY, EVENING) == ["Dat kan in geen enkel rooster: Piet Jansen kan niet."]
    assert "Zonder Piet Jansen zijn er te weinig mensen." in asked(piet, MONDAY, MORNING)
    (taken,) = [where for where, who in came(proposal).items() if "Els Smeets" in who]
    (other, *_rest) = [where for where in shifts if where != taken]
    full, _price, *moves = asked(els, *other)
    assert full == "In dit voorstel: Els Smeets zit aan het maximum van 1 per week."
    assert {move.split(": ")[1] for move in moves} == {"Els Smeets erbij.", "Els Smeets eraf."}
    duty = Duty(str(els), shifts[taken])
    with pytest.raises(NotAllowed):
        roster.explain(linde.desk_worker(), RosterPlanner(), proposal, duty, Watch())


def test_leading_goes_round_with_what_was_led_before_and_experience_comes_first(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS, experience=Experience.EXPERIENCED)
    linde.volunteer("Piet Jansen", availability=ALWAYS, experience=Experience.EXPERIENCED)
    put(linde, els, TUESDAY)
    (there,) = cells(linde)[TUESDAY, MORNING].people
    roster.make_lead(linde.coordinator, there.assignment_id, True)
    leads = [
        (part.cell.on, one.name)
        for part in proposed(linde).parts
        for one in part.came
        if one.is_lead
    ]
    assert leads == [
        (MONDAY, "Els Smeets"),  # November is another month
        (MONDAY, "Piet Jansen"),
        (TUESDAY, "Piet Jansen"),
    ]


def test_a_gap_says_for_everybody_what_keeps_them_away(linde: Village) -> None:
    only = {(1, MORNING): AvailabilityLevel.CAN}
    linde.volunteer("Els Smeets", availability=only)
    linde.volunteer("Piet Jansen", availability=ALWAYS, shifts_per_week=1)
    proposal = proposed(linde)
    assert proposal.short == 6
    obstacles = {
        (reason.rule, tuple(proposal.names[who] for who in reason.volunteers))
        for part in proposal.parts
        for gap in part.gaps
        for reason in gap.reasons
        if isinstance(reason, Obstacle)
    }
    assert (Rule.CANNOT, ("Mieke Claessens", "Els Smeets")) in obstacles
    assert (Rule.WEEK_FULL, ("Piet Jansen",)) in obstacles
    assert proposal.helps


def test_the_village_says_which_day_part_is_the_evening_before_a_morning(linde: Village) -> None:
    only = {(1, EVENING): AvailabilityLevel.CAN, (2, MORNING): AvailabilityLevel.CAN}
    linde.volunteer("Els Smeets", availability=only, no_evening_then_morning=True)
    both = {(MONDAY, EVENING), (TUESDAY, MORNING)}
    assert len(both & {where for where, who in came(proposed(linde)).items() if who}) == 1
    late = next(
        one for one in support_point.settings(linde.coordinator).dayparts if one.id == EVENING
    )
    afternoon = replace(late, time_of_day=TimeOfDay.AFTERNOON)
    support_point.save_daypart(linde.coordinator, afternoon)
    assert both <= {where for where, who in came(proposed(linde)).items() if who}


def test_leave_and_a_day_otherwise_count(linde: Village) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS)
    with linde.coordinator.store.writing() as uow:
        uow.people.save_deviation(els, Deviation(on=MONDAY, level=AvailabilityLevel.CANNOT))
    assert (MONDAY, MORNING) not in {
        where for where, who in came(proposed(linde)).items() if "Els Smeets" in who
    }


def test_who_went_off_a_shift_is_not_proposed_for_it_again_until_put_on_by_hand(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS)
    put(linde, els)
    (there,) = cells(linde)[MONDAY, MORNING].people
    roster.report_absent(linde.coordinator, there.assignment_id, "Ziek")
    for repair in (False, True):
        proposal = proposed(linde, repair=repair)
        assert "Els Smeets" not in came(proposal)[MONDAY, MORNING]
        assert "Els Smeets" in came(proposal)[TUESDAY, MORNING]
    (gap,) = next(part for part in proposal.parts if part.cell.shift_id == shift_of(linde)).gaps
    assert Obstacle(Rule.STAYS_OFF, (str(els),)) in gap.reasons
    put(linde, els)
    assert names(linde) == {"Els Smeets"}


def test_who_said_no_is_not_proposed_for_that_shift_and_a_later_yes_counts(
    linde: Village,
) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS)
    for answer, expected in ((Answer.NO, False), (Answer.CALLS_BACK, False), (Answer.YES, True)):
        roster.note_asking(linde.coordinator, shift_of(linde), els, answer)
        assert ("Els Smeets" in came(proposed(linde))[MONDAY, MORNING]) is expected


def shift_of(linde: Village) -> int:
    """Return the shift of Monday morning."""
    return cells(linde)[MONDAY, MORNING].shift_id


def test_the_maximum_of_a_month_counts_what_was_done_in_it(linde: Village) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS, shifts_per_month=1)
    put(linde, els, TUESDAY)
    days = {on for (on, _part), who in came(proposed(linde)).items() if "Els Smeets" in who}
    assert days == {MONDAY}  # still in November


def test_turns_that_were_done_this_month_give_the_next_to_somebody_else(linde: Village) -> None:
    """Both want four turns a month; who had three already this month gets fewer now."""
    busy = linde.volunteer("Els Smeets", availability=ALWAYS, wanted_per_month=4)
    linde.volunteer("Piet Jansen", availability=ALWAYS, wanted_per_month=4)
    roster.make_week(linde.coordinator, WEEK.previous())
    *done, _last = roster.week(linde.coordinator, WEEK.previous()).cells
    for cell in done:
        roster.assign(linde.coordinator, cell.shift_id, busy)
    november = proposed(linde).parts[0]
    assert {one.name: one.why.wanted for one in november.came} == {
        "Els Smeets": 1,
        "Piet Jansen": 4,
    }


def test_a_shift_that_was_changed_meanwhile_is_not_overwritten(linde: Village) -> None:
    els = linde.volunteer("Els Smeets", availability=ALWAYS)
    proposal = proposed(linde)
    put(linde, els)
    with pytest.raises(ChangedSince):
        roster.accept(linde.coordinator, proposal.parts)
    assert names(linde) == {"Els Smeets"}


@pytest.fixture
def narrow(linde: Village) -> Village:
    """Two mornings for one person each: Els, once a week, is on the one that Piet could do."""
    roster.remove_week(linde.coordinator, WEEK)
    open_on(linde, (1, MORNING), (2, MORNING), needed=1)
    els = linde.volunteer("Els Smeets", availability=ALWAYS, shifts_per_week=1)
    linde.volunteer("Piet Jansen", availability={(2, MORNING): AvailabilityLevel.CAN})
    put(linde, els, TUESDAY)
    roster.publish(linde.coordinator, WEEK)
    return linde


def test_a_proposal_moves_nobody(narrow: Village) -> None:
    proposal = proposed(narrow)
    assert proposal.short == 1
    assert not any(part.changes for part in proposal.parts)


def test_repair_moves_somebody_where_that_closes_a_gap_and_asks_why(narrow: Village) -> None:
    proposal = proposed(narrow, repair=True)
    assert proposal.short == 0
    assert came(proposal) == {
        (MONDAY, MORNING): {"Els Smeets"},
        (TUESDAY, MORNING): {"Piet Jansen"},
    }
    assert [one.full_name for part in proposal.parts for one in part.left] == ["Els Smeets"]
    with pytest.raises(ReasonMissing):
        roster.accept(narrow.coordinator, proposal.parts)
    roster.accept(narrow.coordinator, proposal.parts, "Alleen Els kan op maandag.")
    assert names(narrow) == {"Els Smeets"}
    assert names(narrow, TUESDAY) == {"Piet Jansen"}


def test_repair_leaves_whoever_is_pinned_where_they_are_until_the_pin_is_taken_away(
    narrow: Village,
) -> None:
    (els,) = cells(narrow)[TUESDAY, MORNING].people
    pinned = roster.pin(narrow.coordinator, els.assignment_id).step
    assert cells(narrow)[TUESDAY, MORNING].people[0].is_pinned
    proposal = proposed(narrow, repair=True)
    assert proposal.short == 1
    assert not any(part.changes for part in proposal.parts)
    roster.undo(narrow.coordinator, pinned)
    assert proposed(narrow, repair=True).short == 0


def test_repair_leaves_a_choice_against_a_rule_where_it_is(narrow: Village) -> None:
    bart = narrow.volunteer("Bart Peeters", availability={}, shifts_per_week=0)
    (els,) = cells(narrow)[TUESDAY, MORNING].people
    roster.take_off(narrow.coordinator, els.assignment_id, "Bart doet het.")
    put(narrow, bart, TUESDAY, why="Hij wil dit zelf.")
    assert came(proposed(narrow, repair=True)) == {(MONDAY, MORNING): {"Els Smeets"}}


def test_repair_asks_somebody_new_rather_than_moving_somebody(narrow: Village) -> None:
    narrow.volunteer("Fatma Sahin", availability=ALWAYS, shifts_per_week=1)
    assert came(proposed(narrow, repair=True)) == {(MONDAY, MORNING): {"Fatma Sahin"}}


def test_who_may_not_plan_gets_no_proposal(linde: Village) -> None:
    with pytest.raises(NotAllowed):
        roster.propose(linde.desk_worker(), RosterPlanner(), [WEEK], Watch())


def test_a_week_of_closed_days_has_nothing_to_fill(linde: Village) -> None:
    for cell in cells(linde).values():
        roster.close_shift(linde.coordinator, cell.shift_id, "Verbouwing")
    proposal = proposed(linde)
    assert proposal.parts == ()
    assert proposal.is_proven


def test_a_week_without_shifts_is_refused(linde: Village) -> None:
    with pytest.raises(WeekWithoutShifts):
        roster.propose(linde.coordinator, RosterPlanner(), [WEEK.next()], Watch())
