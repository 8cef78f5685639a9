"""Who is not to be proposed for a shift because of what people decided about it.

What was said or done last counts: whoever said no or went off a shift stays off it, until they say
yes, or somebody puts them on it again.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dorpssteunpunt.domain.asking import Answer, Asking
from dorpssteunpunt.domain.roster import Assignment, Ending

_GONE = (Ending.REPORTED_ABSENT, Ending.TAKEN_OFF, Ending.SWAPPED)

Who = tuple[int, int]
"""A volunteer and a shift, by their ids."""


def staying_off(assignments: Iterable[Assignment], askings: Iterable[Asking]) -> frozenset[Who]:
    """Return who stays off which shift, given everything that ever happened to those shifts.

    Being moved to another shift says nothing of the first, nor does a promise to call back.
    """
    last: dict[Who, bool] = {}
    happened = sorted([*_of_roster(assignments), *_of_asking(askings)], key=lambda one: one[0])
    for _at, who, stays_off in happened:
        last[who] = stays_off
    return frozenset(who for who, stays_off in last.items() if stays_off)


def _of_roster(assignments: Iterable[Assignment]) -> Iterator[tuple[datetime, Who, bool]]:
    for one in assignments:
        who = one.volunteer_id, one.shift_id
        yield one.made_at, who, False
        if one.ended_at is not None and one.ended_as in _GONE:
            yield one.ended_at, who, True


def _of_asking(askings: Iterable[Asking]) -> Iterator[tuple[datetime, Who, bool]]:
    for one in askings:
        if one.answer is not Answer.CALLS_BACK:
            yield one.asked_at, (one.volunteer_id, one.shift_id), one.answer is Answer.NO
