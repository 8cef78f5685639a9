"""Swapping on a real store: both agree, parts count by the hour, and one undo takes it all back."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.roster import NotOnShift, ShiftClosed
from dorpssteunpunt.domain.spans import Span
from dorpssteunpunt.domain.suitability import Objection, VolunteerUnavailable
from dorpssteunpunt.domain.swapping import (
    AgreementMissing,
    Agreements,
    Cut,
    NoPart,
    ReturnUnavailable,
    SwapWithOneself,
)
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.exports.calendars import volunteer_calendars
from dorpssteunpunt.services.overviews.attendance import attendance_overview
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.overviews.personal import personal_overview
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.roster import Rearranged, ShiftCell, SwapDraft
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.roster import spoken_shift
from dorpssteunpunt.services.words.shift_history import history_words, noted_words
from tests.village import TODAY, Village, village

WEEK = Week(2026, 48)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
MORNING, AFTERNOON, EVENING = 1, 2, 3
BOTH = Agreements(TODAY, TODAY)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as found:
        roster.make_week(found.coordinator, WEEK)
        yield found


def cell(linde: Village, on: date = MONDAY, daypart: int = MORNING) -> ShiftCell:
    view = roster.week(linde.coordinator, WEEK)
    row = next(row for row in view.rows if row.daypart_id == daypart)
    found = row.cells[view.days.index(on)]
    assert found
    return found


def put(linde: Village, who: int, on: date = MONDAY, daypart: int = MORNING) -> int:
    """Put a volunteer on a shift and return the assignment."""
    done = roster.assign(linde.coordinator, cell(linde, on, daypart).shift_id, who)
    return done.step.after[-1].id


def swap(linde: Village, given: int, taker: int, **facts: object) -> Rearranged:
    draft = SwapDraft(assignment_id=given, taker_id=taker, **({"agreements": BOTH} | facts))  # type: ignore[arg-type]
    return roster.swap(linde.coordinator, draft)


def told(linde: Village, on: date = MONDAY, daypart: int = MORNING) -> list[str]:
    shift = cell(linde, on, daypart).shift_id
    return [history_words(line) for line in roster.shift_history(linde.coordinator, shift)]


def names(linde: Village, on: date = MONDAY, daypart: int = MORNING) -> list[str]:
    return [one.full_name for one in cell(linde, on, daypart).people]


# --- the whole place ---------------------------------------------------------------------------


def test_who_swaps_takes_the_place_with_its_lead_and_stands_in(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given = put(linde, anna)
    roster.make_lead(linde.coordinator, given)
    swap(linde, given, bart)
    (one,) = cell(linde).people
    assert (one.full_name, one.is_lead, one.is_stand_in) == ("Bart Cuypers", True, True)


def test_a_swap_is_told_with_both_names_and_the_day_both_agreed(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given = put(linde, anna)
    linde.clock.moment += timedelta(days=1)
    swap(linde, given, bart, agreements=Agreements(TUESDAY, MONDAY))
    assert told(linde) == [
        "Anna Bakker op de dienst gezet",
        "Anna Bakker → Bart Cuypers, 24 nov, beide akkoord",
    ]
    lines = roster.shift_history(linde.coordinator, cell(linde).shift_id)
    assert noted_words(lines[-1]) == "Mieke Claessens, di 24 nov 09:30"


@pytest.mark.parametrize(
    ("agreements", "field"),
    [
        (Agreements(None, TODAY), "giver_agreed_on"),
        (Agreements(TODAY, None), "taker_agreed_on"),
        (Agreements(TODAY, TODAY + timedelta(days=1)), "taker_agreed_on"),
    ],
    ids=["giver never asked", "taker never asked", "agreed tomorrow"],
)
def test_without_both_agreements_nothing_is_swapped(
    linde: Village, agreements: Agreements, field: str
) -> None:
    given = put(linde, linde.volunteer("Anna Bakker"))
    with pytest.raises(AgreementMissing) as refused:
        swap(linde, given, linde.volunteer("Bart Cuypers"), agreements=agreements)
    assert refused.value.field == field
    assert "beiden akkoord" in in_words(refused.value)
    assert names(linde) == ["Anna Bakker"]


def test_a_swap_in_return_gives_each_the_others_shift(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given, back = put(linde, anna), put(linde, bart, TUESDAY, AFTERNOON)
    swap(linde, given, bart, return_id=back)
    assert (names(linde), names(linde, TUESDAY, AFTERNOON)) == (["Bart Cuypers"], ["Anna Bakker"])
    assert told(linde)[-1] == (
        "Anna Bakker → Bart Cuypers, 23 nov, beide akkoord · "
        "in ruil voor dinsdag 24 november, Middag"
    )
    assert told(linde, TUESDAY, AFTERNOON)[-1].startswith("Bart Cuypers → Anna Bakker, 23 nov")


def test_one_undo_takes_back_both_halves_and_one_more_brings_them_again(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given, back = put(linde, anna), put(linde, bart, TUESDAY)
    before = roster.week(linde.coordinator, WEEK)
    done = swap(linde, given, bart, return_id=back)
    after, history = roster.week(linde.coordinator, WEEK), told(linde)
    undone = roster.undo(linde.coordinator, done.step)
    assert roster.week(linde.coordinator, WEEK) == before
    roster.undo(linde.coordinator, undone.step)
    assert (roster.week(linde.coordinator, WEEK), told(linde)) == (after, history)


def test_who_takes_a_place_back_is_no_stand_in_there(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    swap(linde, put(linde, anna), bart)
    swap(linde, cell(linde).people[0].assignment_id, anna)
    (one,) = cell(linde).people
    assert (one.full_name, one.is_stand_in) == ("Anna Bakker", False)


def test_a_swap_once_leaves_the_same_shift_of_the_next_week_as_it_was(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    roster.make_week(linde.coordinator, WEEK.next())
    later = roster.week(linde.coordinator, WEEK.next()).cells[0].shift_id
    roster.assign(linde.coordinator, later, anna)
    swap(linde, put(linde, anna), bart)
    next_week = roster.week(linde.coordinator, WEEK.next()).cell(later)
    assert next_week
    assert [(one.full_name, one.is_stand_in) for one in next_week.people] == [
        ("Anna Bakker", False)
    ]


# --- what stands in the way --------------------------------------------------------------------


def test_nobody_swaps_into_two_shifts_at_once(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given = put(linde, anna)
    put(linde, bart)
    with pytest.raises(VolunteerUnavailable) as refused:
        swap(linde, given, bart, override_reason="toch")
    assert Objection.ON_SHIFT in refused.value.objections
    assert names(linde) == ["Anna Bakker", "Bart Cuypers"]


def test_a_shift_in_return_that_does_not_suit_says_so_of_the_return(linde: Village) -> None:
    anna = linde.volunteer("Anna Bakker", availability={(2, AFTERNOON): AvailabilityLevel.CANNOT})
    bart = linde.volunteer("Bart Cuypers")
    given, back = put(linde, anna), put(linde, bart, TUESDAY, AFTERNOON)
    with pytest.raises(ReturnUnavailable) as refused:
        swap(linde, given, bart, return_id=back)
    assert in_words(refused.value) == (
        "Schrijf op waarom de dienst in ruil toch goed is: kan dan niet."
    )
    assert names(linde, TUESDAY, AFTERNOON) == ["Bart Cuypers"]
    swap(linde, given, bart, return_id=back, override_reason="heeft het zelf gevraagd")
    assert names(linde, TUESDAY, AFTERNOON) == ["Anna Bakker"]


def test_the_shift_that_is_given_back_does_not_count_against_the_agreed_number(
    linde: Village,
) -> None:
    anna = linde.volunteer("Anna Bakker", shifts_per_week=1)
    bart = linde.volunteer("Bart Cuypers", shifts_per_week=1)
    given, back = put(linde, anna), put(linde, bart, TUESDAY)
    with pytest.raises(VolunteerUnavailable) as refused:
        swap(linde, given, bart)
    assert refused.value.objections[0] is Objection.WEEK_FULL
    swap(linde, given, bart, return_id=back)
    assert (names(linde), names(linde, TUESDAY)) == (["Bart Cuypers"], ["Anna Bakker"])


def test_nobody_swaps_with_themselves_or_gives_what_is_not_theirs(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given, other = put(linde, anna), put(linde, anna, TUESDAY)
    with pytest.raises(SwapWithOneself):
        swap(linde, given, anna)
    with pytest.raises(NotOnShift):
        swap(linde, given, bart, return_id=other)
    roster.take_off(linde.coordinator, given)
    with pytest.raises(NotOnShift):
        swap(linde, given, bart)


def test_a_desk_worker_notes_a_swap_and_takes_only_own_swaps_back(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    ria = linde.desk_worker()
    given = put(linde, anna)
    done = roster.swap(ria, SwapDraft(assignment_id=given, taker_id=bart, agreements=BOTH))
    assert names(linde) == ["Bart Cuypers"]
    roster.undo(ria, done.step)
    assert names(linde) == ["Anna Bakker"]


def test_partners_come_best_first_with_the_shifts_they_could_give_back(linde: Village) -> None:
    anna = linde.volunteer("Anna Bakker")
    bart = linde.volunteer("Bart Cuypers", availability={(1, AFTERNOON): AvailabilityLevel.PREFER})
    linde.clock.moment += timedelta(hours=1)
    given = put(linde, anna, MONDAY, AFTERNOON)
    put(linde, bart)  # has begun
    put(linde, bart, TUESDAY)
    partners = roster.swap_partners(linde.coordinator, given)
    assert partners[0].candidate.name == "Bart Cuypers"
    assert [back.shift.on for back in partners[0].returns] == [TUESDAY]
    assert anna not in [one.candidate.volunteer_id for one in partners]


# --- parts -------------------------------------------------------------------------------------


def test_who_takes_over_from_a_time_on_leaves_no_gap(linde: Village) -> None:
    anna, bart, cor = (linde.volunteer(name) for name in ("Anna Bakker", "Bart C", "Cor Dekkers"))
    given = put(linde, anna)
    put(linde, cor)
    roster.make_lead(linde.coordinator, given)
    swap(linde, given, bart, cut=Cut(time(11)))
    now = cell(linde)
    assert [(one.full_name, one.part) for one in now.people if one.part] == [
        ("Anna Bakker", Span(time(9), time(11))),
        ("Bart C", Span(time(11), time(12, 30))),
    ]
    assert (now.present, now.missing, now.surplus, now.lacks_lead) == (2, 0, 0, False)
    assert told(linde)[-1] == "Anna Bakker → Bart C, 23 nov, beide akkoord · 11:00–12:30"


def test_a_hole_in_a_shift_is_a_gap_with_its_hours(linde: Village) -> None:
    anna, bart, cor = (linde.volunteer(name) for name in ("Anna Bakker", "Bart C", "Cor Dekkers"))
    given = put(linde, anna)
    put(linde, cor)
    swap(linde, given, bart, cut=Cut(time(11), gives_rest=False))
    part = next(one for one in cell(linde).people if one.volunteer_id == bart)
    assert part.part == Span(time(9), time(11))
    roster.report_absent(linde.coordinator, part.assignment_id, "ziek")
    now = cell(linde)
    assert (now.present, now.missing) == (1, 1)
    assert [one.span for one in now.partly_short] == [Span(time(9), time(11))]
    assert "1 van 2 09:00–11:00 – invaller nodig" in spoken_shift(now)


def test_a_gap_that_lasts_the_whole_shift_needs_no_hours(linde: Village) -> None:
    put(linde, linde.volunteer("Anna Bakker"))
    assert cell(linde).missing == 1
    assert cell(linde).partly_short == ()


@pytest.mark.parametrize("at", [time(9), time(12, 30), time(13)], ids=["start", "end", "after"])
def test_a_part_leaves_something_for_both(linde: Village, at: time) -> None:
    given = put(linde, linde.volunteer("Anna Bakker"))
    with pytest.raises(NoPart) as refused:
        swap(linde, given, linde.volunteer("Bart Cuypers"), cut=Cut(at))
    assert "09:00–12:30" in in_words(refused.value)


def test_a_part_can_be_cut_again_and_undone_to_the_minute(linde: Village) -> None:
    anna, bart, cor = (linde.volunteer(name) for name in ("Anna Bakker", "Bart C", "Cor Dekkers"))
    before = [roster.week(linde.coordinator, WEEK)]
    given = put(linde, anna)
    before.append(roster.week(linde.coordinator, WEEK))
    steps = [swap(linde, given, bart, cut=Cut(time(11)))]
    before.append(roster.week(linde.coordinator, WEEK))
    last = next(one for one in cell(linde).people if one.volunteer_id == bart)
    steps.append(swap(linde, last.assignment_id, cor, cut=Cut(time(12))))
    assert [(one.full_name, one.part) for one in cell(linde).people] == [
        ("Anna Bakker", Span(time(9), time(11))),
        ("Bart C", Span(time(11), time(12))),
        ("Cor Dekkers", Span(time(12), time(12, 30))),
    ]
    for done, state in zip(steps[::-1], before[::-1], strict=False):
        roster.undo(linde.coordinator, done.step)
        assert roster.week(linde.coordinator, WEEK) == state


def test_other_hours_after_publication_are_a_change(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given = put(linde, anna)
    roster.publish(linde.coordinator, WEEK)
    swap(linde, given, bart, cut=Cut(time(11)))
    since = cell(linde).since_publication
    assert since
    assert (since.came, since.altered) == (("Bart C.",), ("Anna B.",))


def test_each_part_has_its_own_lead(linde: Village) -> None:
    anna, bart, cor = (linde.volunteer(name) for name in ("Anna Bakker", "Bart C", "Cor Dekkers"))
    given = put(linde, anna)
    whole = put(linde, cor)
    roster.make_lead(linde.coordinator, given)
    swap(linde, given, bart, cut=Cut(time(11)))
    last = next(one for one in cell(linde).people if one.volunteer_id == bart)
    roster.make_lead(linde.coordinator, last.assignment_id, lead=False)
    assert cell(linde).lacks_lead
    roster.make_lead(linde.coordinator, whole)
    assert [one.full_name for one in cell(linde).people if one.is_lead] == ["Cor Dekkers"]
    assert not cell(linde).lacks_lead


def test_every_paper_and_calendar_counts_the_hours_of_a_part(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    swap(linde, put(linde, anna), bart, cut=Cut(time(11)))
    put(linde, linde.volunteer("Cor Dekkers"))
    desk, halves = linde.coordinator, {"Anna Bakker": (9, 11), "Bart Cuypers": (11, 12.5)}
    (cell_on_paper, *_others) = roster_overview(desk, WEEK).parts[0].cells
    (on_the_day, *_later) = day_sheet(desk, MONDAY).shifts
    assert [(one.present, one.missing) for one in (cell_on_paper, on_the_day)] == [(2, 0), (2, 0)]
    linde.clock.moment += timedelta(days=1)
    for name, (opens, closes) in halves.items():
        (own,) = personal_overview(desk, MONDAY, MONDAY, name).rosters
        assert own.shifts[0].length == timedelta(hours=closes - opens)
        assert [other.name for other in own.shifts[0].together_with] == ["Cor D."]
        (calendar,) = volunteer_calendars(desk, MONDAY, MONDAY, name)
        assert calendar.events[0].starts_at.hour == opens
    by_name = {one.name: one for one in attendance_overview(desk, MONDAY, MONDAY).volunteers}
    assert {name: by_name[name].done[0].length for name in halves} == {
        name: timedelta(hours=closes - opens) for name, (opens, closes) in halves.items()
    }


def test_nobody_swaps_into_a_shift_that_closed_and_none_is_undone_into_one(linde: Village) -> None:
    anna, bart = linde.volunteer("Anna Bakker"), linde.volunteer("Bart Cuypers")
    given, back = put(linde, anna), put(linde, bart, TUESDAY)
    done = roster.take_off(linde.coordinator, given)
    roster.close_shift(linde.coordinator, cell(linde).shift_id, "Vloer in de was")
    with pytest.raises(NotOnShift):
        swap(linde, back, anna, return_id=given)
    with pytest.raises(ShiftClosed):
        roster.undo(linde.coordinator, done.step)
    assert names(linde) == []
