"""Swapping: one volunteer takes the place of another, or a part of it, because both agreed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.roster import Assignment, Shift
from dorpssteunpunt.domain.spans import Span
from dorpssteunpunt.domain.suitability import VolunteerUnavailable


@dataclass(eq=False, repr=False)
class AgreementMissing(Refusal):
    """A swap counts when both agreed, on a day that has come."""

    field: str


@dataclass(frozen=True, slots=True)
class Agreements:
    """When whoever gives a place agreed, and whoever takes it."""

    giver_on: date | None
    taker_on: date | None

    def check(self, today: date) -> None:
        """Raise `AgreementMissing` unless both agreed by today."""
        for field, on in (("giver_agreed_on", self.giver_on), ("taker_agreed_on", self.taker_on)):
            if on is None or on > today:
                raise AgreementMissing(field)


class NoPart(Refusal):
    """What is handed over has to lie within the hours, and leave some of them."""

    field = "at"

    def __init__(self, hours: Span) -> None:
        super().__init__(hours)
        self.hours = hours


@dataclass(frozen=True, slots=True)
class Cut:
    """At what time a place is cut in two, and whether the part before or after it is given."""

    at: time
    gives_rest: bool = True

    def divide(self, hours: Span) -> tuple[Span, Span]:
        """Return the hours that are kept and those that are given; raises `NoPart`."""
        if not hours.start < self.at < hours.end:
            raise NoPart(hours)
        before, after = Span(hours.start, self.at), Span(self.at, hours.end)
        return (before, after) if self.gives_rest else (after, before)


class SwapWithOneself(Refusal):
    """Nobody swaps with themselves."""

    field = "taker_id"


class ReturnUnavailable(VolunteerUnavailable):
    """Whoever gives a place cannot take the shift that is offered in return."""


def handed_over(place: Assignment, shift: Shift, cut: Cut | None) -> tuple[Span | None, Span]:
    """Return which hours of a place are kept (None: none) and which are given."""
    hours = place.span(shift)
    return (None, hours) if cut is None else cut.divide(hours)


def with_hours(place: Assignment, shift: Shift, hours: Span) -> Assignment:
    """Return an assignment with these hours; those of the shift itself are not said."""
    return replace(
        place,
        starts=None if hours.start == shift.start else hours.start,
        ends=None if hours.end == shift.end else hours.end,
    )


def regular_before(volunteer_id: int, ever: Iterable[Assignment]) -> Assignment | None:
    """Return how somebody was one of the regulars of a shift before, given all its assignments.

    Whoever else takes a place by a swap stands in: taking a shift once never becomes permanent.
    """
    own = (one for one in ever if one.volunteer_id == volunteer_id and not one.is_stand_in)
    return max(own, key=lambda one: one.id, default=None)
