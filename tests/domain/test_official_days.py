"""Public holidays by law, and school holidays as the ministry published them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.holidays import PublicHoliday, SchoolRegion
from dorpssteunpunt.domain.official_days import (
    public_holidays,
    public_holidays_on,
    published_school_holidays,
)

YEARS = st.integers(2014, 2099)  # from the first Koningsdag on


def _day_of(holiday: PublicHoliday, year: int) -> date:
    return next(day for day, found in public_holidays(year).items() if holiday in found)


@given(YEARS)
def test_every_year_has_each_public_holiday_once(year: int) -> None:
    found = [one for holidays in public_holidays(year).values() for one in holidays]
    assert sorted(found) == sorted(PublicHoliday)
    assert list(public_holidays(year)) == sorted(public_holidays(year))


@given(YEARS)
def test_the_fifth_of_may_is_always_listed(year: int) -> None:
    assert PublicHoliday.LIBERATION_DAY in public_holidays_on(date(year, 5, 5))


@given(YEARS)
def test_koningsdag_is_never_on_a_sunday(year: int) -> None:
    day = date(year, 4, 27)
    expected = day - timedelta(days=1) if day.isoweekday() == 7 else day
    assert _day_of(PublicHoliday.KINGS_DAY, year) == expected


@given(YEARS)
def test_what_follows_easter_keeps_its_distance(year: int) -> None:
    easter = _day_of(PublicHoliday.EASTER_SUNDAY, year)
    assert easter.isoweekday() == 7
    for holiday, distance in {
        PublicHoliday.GOOD_FRIDAY: -2,
        PublicHoliday.EASTER_MONDAY: 1,
        PublicHoliday.ASCENSION_DAY: 39,
        PublicHoliday.WHIT_SUNDAY: 49,
        PublicHoliday.WHIT_MONDAY: 50,
    }.items():
        assert _day_of(holiday, year) == easter + timedelta(days=distance)


def test_two_holidays_may_fall_on_one_day() -> None:
    both = (PublicHoliday.LIBERATION_DAY, PublicHoliday.ASCENSION_DAY)
    assert public_holidays_on(date(2016, 5, 5)) == both


def test_an_ordinary_day_is_none() -> None:
    assert public_holidays_on(date(2026, 11, 24)) == ()


# Rijksoverheid.nl, "Overzicht schoolvakanties 2027-2028".
PUBLISHED = {
    SchoolRegion.NORTH: (
        ("Herfstvakantie", "2027-10-16", "2027-10-24"),
        ("Kerstvakantie", "2027-12-25", "2028-01-09"),
        ("Voorjaarsvakantie", "2028-02-19", "2028-02-27"),
        ("Meivakantie", "2028-04-29", "2028-05-07"),
        ("Zomervakantie", "2028-07-15", "2028-08-27"),
    ),
    SchoolRegion.CENTRAL: (
        ("Herfstvakantie", "2027-10-16", "2027-10-24"),
        ("Kerstvakantie", "2027-12-25", "2028-01-09"),
        ("Voorjaarsvakantie", "2028-02-26", "2028-03-05"),
        ("Meivakantie", "2028-04-29", "2028-05-07"),
        ("Zomervakantie", "2028-07-08", "2028-08-20"),
    ),
    SchoolRegion.SOUTH: (
        ("Herfstvakantie", "2027-10-23", "2027-10-31"),
        ("Kerstvakantie", "2027-12-25", "2028-01-09"),
        ("Voorjaarsvakantie", "2028-02-26", "2028-03-05"),
        ("Meivakantie", "2028-04-29", "2028-05-07"),
        ("Zomervakantie", "2028-07-22", "2028-09-03"),
    ),
}


@pytest.mark.parametrize("region", SchoolRegion)
def test_school_holidays_are_those_of_the_ministry(region: SchoolRegion) -> None:
    found = published_school_holidays(region, date(2027, 9, 13))[:5]
    told = tuple((one.name, f"{one.first}", f"{one.last}") for one in found)
    assert told == PUBLISHED[region]
    assert {one.school_year for one in found} == {2027}


@given(st.dates(date(2025, 1, 1), date(2031, 12, 31)), st.sampled_from(SchoolRegion))
def test_school_holidays_are_whole_and_none_of_them_is_over(
    since: date, region: SchoolRegion
) -> None:
    found = published_school_holidays(region, since)
    assert all(one.last >= since for one in found)
    assert all(one.first.isoweekday() == 6 and one.last.isoweekday() == 7 for one in found)
    assert all(one.last < other.first for one, other in pairwise(found))
