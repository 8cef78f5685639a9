"""When a village is closed, and what becomes of shifts when that changes."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.closing import switches
from dorpssteunpunt.domain.holidays import ClosedPeriod, ClosingRules, PublicHoliday, SchoolHoliday
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.roster import Shift

BOXING_DAY = date(2026, 12, 26)
BETWEEN = ClosedPeriod(first=date(2026, 12, 24), last=date(2027, 1, 1), reason="Kerstsluiting")


def _shift(on: date = BOXING_DAY, closed_because: str = "") -> Shift:
    return Shift(
        on=on,
        daypart_id=1,
        start=time(9),
        end=time(12),
        needed=2,
        closed_because=closed_because,
    )


def test_a_village_that_never_chose_works_on_good_friday_and_the_fifth_of_may_only() -> None:
    rules = ClosingRules()
    opened = [holiday for holiday in PublicHoliday if rules.is_open(holiday)]
    assert opened == [PublicHoliday.GOOD_FRIDAY, PublicHoliday.LIBERATION_DAY]


def test_a_choice_goes_before_what_is_usual() -> None:
    rules = ClosingRules({PublicHoliday.KINGS_DAY: True, PublicHoliday.GOOD_FRIDAY: False})
    assert rules.is_open(PublicHoliday.KINGS_DAY)
    assert not rules.is_open(PublicHoliday.GOOD_FRIDAY)


def test_a_holiday_that_closes_is_the_reason_before_the_period_around_it() -> None:
    rules = ClosingRules(periods=(BETWEEN,))
    christmas = [PublicHoliday.CHRISTMAS_DAY]
    assert rules.why_closed(date(2026, 12, 25), christmas) is PublicHoliday.CHRISTMAS_DAY
    assert rules.why_closed(date(2026, 12, 28), []) is BETWEEN
    assert rules.why_closed(date(2027, 1, 2), []) is None


def test_an_open_holiday_in_a_closed_period_is_closed() -> None:
    rules = ClosingRules({PublicHoliday.CHRISTMAS_DAY: True}, (BETWEEN,))
    assert rules.why_closed(date(2026, 12, 25), [PublicHoliday.CHRISTMAS_DAY]) is BETWEEN


def test_of_two_holidays_on_one_day_one_that_closes_is_enough() -> None:
    both = (PublicHoliday.LIBERATION_DAY, PublicHoliday.ASCENSION_DAY)
    assert ClosingRules().why_closed(date(2016, 5, 5), both) is PublicHoliday.ASCENSION_DAY


@pytest.mark.parametrize("kind", [ClosedPeriod, SchoolHoliday])
def test_a_period_does_not_end_before_it_begins(
    kind: type[ClosedPeriod] | type[SchoolHoliday],
) -> None:
    words = {"reason": "x"} if kind is ClosedPeriod else {"name": "x"}
    with pytest.raises(BackwardPeriod):
        kind(first=BOXING_DAY, last=BOXING_DAY - timedelta(days=1), **words)  # type: ignore[arg-type]


def test_shifts_follow_a_day_that_closes_opens_or_gets_another_reason() -> None:
    (closes,) = switches([_shift()], {}, {BOXING_DAY: "Tweede kerstdag"})
    assert (closes.because, closes.opens) == ("Tweede kerstdag", False)
    closed = _shift(closed_because="Tweede kerstdag")
    (opens,) = switches([closed], {BOXING_DAY: "Tweede kerstdag"}, {})
    assert opens.opens
    (other,) = switches([closed], {BOXING_DAY: "Tweede kerstdag"}, {BOXING_DAY: "Kerstsluiting"})
    assert other.because == "Kerstsluiting"


def test_what_was_decided_for_one_shift_stands() -> None:
    closed_by_hand = _shift(closed_because="Lekkage")
    assert switches([closed_by_hand], {}, {BOXING_DAY: "Tweede kerstdag"}) == ()
    opened_by_hand = _shift()
    was, becomes = {BOXING_DAY: "Tweede kerstdag"}, {BOXING_DAY: "Kerstsluiting"}
    assert switches([opened_by_hand], was, becomes) == ()


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", "A", "B"])), max_size=8))
def test_a_change_that_is_taken_back_leaves_every_shift_as_it_was(
    made: list[tuple[int, str]],
) -> None:
    days = [BOXING_DAY + timedelta(days=number) for number in range(5)]
    was, becomes = {days[0]: "A", days[1]: "A"}, {days[1]: "B", days[2]: "B"}
    shifts = [_shift(days[place], closed_because=reason) for place, reason in made]
    for shift in shifts:
        (there,) = switches([shift], was, becomes) or (None,)
        if there is None:
            continue
        turned = _shift(shift.on, there.because)
        (back,) = switches([turned], becomes, was)
        assert back.because == shift.closed_because
