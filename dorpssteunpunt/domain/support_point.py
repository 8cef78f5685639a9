"""The support point itself: its name, its own words for help, its day parts and its limits."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.holidays import SchoolRegion


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPoint:
    """Name, address and the settings of one support point."""

    name: str
    village: str
    address: str = ""
    postcode: str = ""
    phone: str = ""
    is_demo: bool = False
    waiting_too_long_days: int = 7
    certificate_review_years: int = 3
    idle_lock_minutes: int = 5
    answer_days: int = 7
    urgent_answer_days: int = 1
    full_names_on_roster: bool = False
    names_hidden_at_door: bool = False
    school_region: SchoolRegion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpKind:
    """A kind of help this village gives; `one_to_one` asks for a certificate of conduct.

    `notice_days` is how many days before the help it is best asked; 0 is any time.
    """

    id: int = 0
    position: int
    name: str
    icon: str
    one_to_one: bool = True
    notice_days: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """Something volunteers never do here; asking for it goes to the village supporter."""

    id: int = 0
    position: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a volunteer can do on a shift, in the words of this village."""

    id: int = 0
    position: int
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """A number that must be in reach at all times, also while the store is locked."""

    position: int
    number: str
    name: str
    checked_on: date | None = None


class NameNeeded(Refusal):
    """The support point, the village, or something of its lists needs a name."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field
