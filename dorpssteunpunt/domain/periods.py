"""Periods of days, both ends included."""

from datetime import date

from dorpssteunpunt.base.errors import Refusal


class BackwardPeriod(Refusal):
    """A period ends on or after the day it begins."""

    field = "last"


def check_period(first: date | None, last: date | None) -> None:
    """Raise `BackwardPeriod` when the last day comes before the first; an open end is None."""
    if first is not None and last is not None and last < first:
        raise BackwardPeriod
