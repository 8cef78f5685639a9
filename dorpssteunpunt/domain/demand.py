"""What a shift asks for beside a number of people, and what it lacks of that."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.spans import Span, least_present

PRIORITIES = (1, 2, 3)
"""How much a gap weighs, the usual one first: as many times as one of the usual shifts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a shift asks for beside the fewest people it needs.

    `most` is how many may come at most; None leaves that to whoever plans. Of each of the
    `skills` (their ids) somebody has to be there, and with `experienced` somebody experienced.
    """

    most: int | None = None
    skills: frozenset[int] = frozenset()
    experienced: bool = False
    priority: int = PRIORITIES[0]

    @property
    def asks_who(self) -> bool:
        """Whether it matters who comes, and not only how many."""
        return bool(self.skills) or self.experienced


NOTHING_MORE = Demand()


@dataclass(frozen=True, slots=True)
class Lack:
    """What a shift lacks beside people, at some hour at least."""

    skills: frozenset[int] = frozenset()
    experienced: bool = False

    def __bool__(self) -> bool:
        return bool(self.skills) or self.experienced

    def met_by(self, volunteer: Volunteer) -> "Lack":
        """Return the part of it that this volunteer brings."""
        return Lack(self.skills & volunteer.skills, self.experienced and is_experienced(volunteer))

    def after(self, volunteer: Volunteer) -> "Lack":
        """Return what is still lacking once this volunteer is there all the time."""
        return Lack(
            self.skills - volunteer.skills, self.experienced and not is_experienced(volunteer)
        )


NO_LACK = Lack()


def lack(demand: Demand, whole: Span, present: Collection[tuple[Span, Volunteer]]) -> Lack:
    """Return what a shift of these hours lacks, with who is there in which of them."""
    return Lack(
        frozenset(
            skill
            for skill in demand.skills
            if not _covered(whole, (span for span, one in present if skill in one.skills))
        ),
        experienced=demand.experienced
        and not _covered(whole, (span for span, one in present if is_experienced(one))),
    )


def is_experienced(volunteer: Volunteer) -> bool:
    """Say whether somebody is experienced in the work of a shift."""
    return volunteer.experience is Experience.EXPERIENCED


def _covered(whole: Span, spans: Iterable[Span]) -> bool:
    return least_present(whole, list(spans)) > 0
