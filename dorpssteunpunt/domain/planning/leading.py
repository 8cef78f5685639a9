"""Who leads a shift that is proposed: experience first, then whose turn it is."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dorpssteunpunt.domain.people import Experience, Volunteer

_MAY_LEAD = (Experience.EXPERIENCED, Experience.REGULAR)


class TurnsAsLead:
    """How often each volunteer leads in a month; who is chosen has one turn more from then on."""

    def __init__(self, led: Iterable[tuple[int, date]]) -> None:
        self._turns = Counter((who, _month(on)) for who, on in led)

    def choose(self, newcomers: Iterable[Volunteer], on: date) -> int | None:
        """Return who of these leads a shift on a day, or None when all of them are beginners.

        Of those equally experienced it is whoever led least that month, then whoever came first
        among the volunteers.
        """
        able = [one for one in newcomers if one.experience in _MAY_LEAD]
        if not able:
            return None
        month = _month(on)
        lead = min(
            able,
            key=lambda one: (
                _MAY_LEAD.index(one.experience),
                self._turns[one.person_id, month],
                one.person_id,
            ),
        )
        self._turns[lead.person_id, month] += 1
        return lead.person_id


def _month(on: date) -> tuple[int, int]:
    return on.year, on.month
