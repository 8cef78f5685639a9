"""Who could help with a request: the facts that speak for and against each volunteer, in order.

The order proposes, people decide: nobody is left out, and every place in it has its reasons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum

from dorpssteunpunt.domain.availability import AvailabilityLevel, reluctance
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Paper
from dorpssteunpunt.domain.template import OpeningSlot, dayparts_on


class Fit(IntEnum):
    """How well somebody fits, best first."""

    GOOD = 1
    PERHAPS = 2
    POOR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A volunteer as seen from one request.

    `availability` is None when it is unknown, `is_dated` False when the request has no day to
    compare with. `helped_before` counts how often they helped this resident, `open_matches` how
    many requests they have in hand, `that_day` how many of those are on the day itself. `on_shift`
    says that they are at the desk then, `leave_until` that they are away.
    """

    person_id: int
    name: PersonName
    phone: str
    wants_kind: bool
    is_dated: bool
    availability: AvailabilityLevel | None
    helped_before: int
    open_matches: int
    that_day: int
    on_shift: bool
    missing_papers: tuple[Paper, ...]
    leave_until: date | None = None

    @property
    def fit(self) -> Fit:
        """How well this volunteer fits: poor who cannot be there, good when nothing is against."""
        if self.on_shift or self.availability is AvailabilityLevel.CANNOT:
            return Fit.POOR
        willing = self.availability in (AvailabilityLevel.PREFER, AvailabilityLevel.CAN)
        free = (willing or not self.is_dated) and not self.that_day
        return Fit.GOOD if self.wants_kind and free and not self.missing_papers else Fit.PERHAPS


def ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, best fit first; among equals who knows the resident, then who is free.

    Whoever has less in hand comes first after that, so that work spreads by itself.
    """
    return sorted(candidates, key=_place)


def _place(candidate: Candidate) -> tuple[int, bool, bool, bool, int, int, str]:
    return (
        candidate.fit,
        not candidate.wants_kind,
        bool(candidate.missing_papers),
        candidate.helped_before == 0,
        reluctance(candidate.availability),
        candidate.open_matches,
        candidate.name.sort_key,
    )


def slots_touched(
    day: date, start: time | None, end: time | None, template: Sequence[OpeningSlot]
) -> list[OpeningSlot]:
    """Return the openings in which help on `day` falls; all of them when no time is known.

    The hours of a day part are those of that date, or where the desk is closed then, those of any
    other: a volunteer may be free on a Sunday too. Help between two day parts falls in none.
    """
    then = dayparts_on(day, template)
    open_then = {slot.daypart_id for slot in then}
    usual = [*then, *(slot for slot in template if slot.daypart_id not in open_then)]
    return [slot for slot in usual if start is None or falls_in(start, end, slot.start, slot.end)]


def falls_in(start: time, end: time | None, opens: time, closes: time) -> bool:
    """Say whether help from `start` to `end` shares time with a span; no end is only its start."""
    return start < closes and (opens <= start or (end is not None and opens < end))
