"""The gaps in the roster with whom to ask, for who phones around."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPerson:
    """Somebody to ask, with what speaks for and against it; a phone only when they agreed.

    `said` is what they said already, and when.
    """

    name: str
    fit: str
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()
    phone: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """Somebody who was asked for a gap already, with what they said and when."""

    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A shift that needs somebody: who is on it, who dropped out, and the best choices in order.

    `asked` are those who said something already and are not named to be asked (again). `others`
    counts the volunteers who are possible too and are not named. A structural gap is a
    standing place that is vacant, rather than somebody who is away this once. `lacks` says whom it
    needs whatever their number.
    """

    day: date
    daypart: str
    hours: Hours
    needed: int
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    ask: tuple[AskPerson, ...] = ()
    asked: tuple[AskedPerson, ...] = ()
    others: int = 0
    is_structural: bool = False
    lacks: str = ""

    @property
    def missing(self) -> int:
        """How many people are still needed."""
        return max(0, self.needed - len(self.present))


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsOverview:
    """The shifts from `first` to `last` that need somebody, in order of time."""

    letterhead: Letterhead
    printed_on: date
    first: date
    last: date
    gaps: tuple[Gap, ...]
