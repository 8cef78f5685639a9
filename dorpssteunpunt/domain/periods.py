"""Periods of days, both ends included."""

from datetime import date, timedelta

from dorpssteunpunt.base.errors import Refusal


class BackwardPeriod(Refusal):
    """A period ends on or after the day it begins."""

    field = "last"


def check_period(first: date | None, last: date | None) -> None:
    """Raise `BackwardPeriod` when the last day comes before the first; an open end is None."""
    if first is not None and last is not None and last < first:
        raise BackwardPeriod


def coming_week(today: date) -> tuple[date, date]:
    """Return today and the same day a week later: the days of which people are reminded."""
    return today, today + timedelta(days=7)


def last_seven_days(today: date) -> tuple[date, date]:
    """Return the first and the last day of the week that ends today."""
    return today - timedelta(days=6), today
