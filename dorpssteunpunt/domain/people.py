"""Residents and volunteers: one person, who may ask for help, give it, or both."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.availability import (
    Availability,
    Cycle,
    Deviation,
    Leave,
    NoAnchor,
    Pattern,
)
from dorpssteunpunt.domain.names import PersonName

NEW = 0
"""The id of a record that the store has not seen yet."""


class Salutation(StrEnum):
    """How a letter or the desk addresses somebody."""

    NONE = "none"
    MRS = "mrs"
    MR = "mr"
    FAMILY = "family"


class ContactPreference(StrEnum):
    """How somebody likes to be reached."""

    PHONE = "phone"
    VISIT = "visit"
    EMAIL = "email"
    THROUGH_SOMEONE = "through_someone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A villager with contact data; `phone` is in E.164, `postcode` as `1234 AB`."""

    id: int = NEW
    name: PersonName
    salutation: Salutation = Salutation.NONE
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    second_phone: str = ""
    email: str = ""
    contact_preference: ContactPreference = ContactPreference.PHONE
    contact_note: str = ""
    is_resident: bool = True


class CertificateStatus(StrEnum):
    """What is known of a certificate of conduct (VOG); never a scan of it."""

    NONE = "none"
    REQUESTED = "requested"
    SEEN = "seen"


class Paper(StrEnum):
    """What a volunteer needs to have in order before helping somebody one to one."""

    CERTIFICATE = "certificate"
    CERTIFICATE_REVIEW = "certificate_review"
    AGREEMENT = "agreement"
    CODE_OF_CONDUCT = "code_of_conduct"


class Experience(StrEnum):
    """How well somebody knows the work of a shift, in rising order."""

    BEGINNER = "beginner"
    REGULAR = "regular"
    EXPERIENCED = "experienced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """What a person offers as a volunteer, and what they wish on the roster.

    `kinds` holds ids of kinds of help and `skills` ids of skills; `together` and `apart` are the
    volunteers they like to be on a shift with, and rather not. `availability` is the pattern over
    `cycle_weeks` weeks; a day part that is not in it has not been asked about. Of the shifts per
    week and month `wanted` is what they like, and the other what they never want to exceed.
    """

    person_id: int
    since: date | None = None
    until: date | None = None
    roster_phone_agreed: bool = False
    shifts_per_week: int | None = None
    shifts_per_month: int | None = None
    wanted_per_week: int | None = None
    wanted_per_month: int | None = None
    no_evening_then_morning: bool = False
    experience: Experience = Experience.REGULAR
    certificate: CertificateStatus = CertificateStatus.NONE
    certificate_seen_on: date | None = None
    certificate_review_on: date | None = None
    agreement_on: date | None = None
    code_of_conduct_on: date | None = None
    remark: str = ""
    cycle_weeks: int = 1
    cycle_from: date | None = None
    kinds: frozenset[int] = frozenset()
    skills: frozenset[int] = frozenset()
    together: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    availability: Pattern = field(default_factory=dict)
    deviations: Sequence[Deviation] = ()
    leaves: Sequence[Leave] = ()

    def is_active(self, on: date) -> bool:
        """Say whether this volunteer is with the support point on a date."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    @property
    def when(self) -> Availability:
        """All they said about when they can come."""
        return Availability(
            cycle=Cycle(cycle_weeks=self.cycle_weeks, cycle_from=self.cycle_from),
            pattern=self.availability,
            deviations=self.deviations,
            leaves=self.leaves,
        )


def number_on_paper(person: Person, volunteer: Volunteer) -> str:
    """Return the number that may be on paper which others see, in E.164: of who agreed only."""
    return person.phone if volunteer.roster_phone_agreed else ""


class WishBeyondMost(Refusal):
    """Somebody wants more shifts than the most they agreed to."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def check_wishes(volunteer: Volunteer) -> None:
    """Raise `NoAnchor`, or `WishBeyondMost` when more is wanted than the agreed maximum."""
    if volunteer.cycle_weeks > 1 and volunteer.cycle_from is None:
        raise NoAnchor
    for wanted, most in (
        ("wanted_per_week", volunteer.shifts_per_week),
        ("wanted_per_month", volunteer.shifts_per_month),
    ):
        wish = getattr(volunteer, wanted)
        if wish is not None and most is not None and wish > most:
            raise WishBeyondMost(wanted)


def missing_papers(volunteer: Volunteer, today: date) -> tuple[Paper, ...]:
    """Return what is missing or due before this volunteer helps somebody one to one."""
    missing: list[Paper] = []
    if volunteer.certificate is not CertificateStatus.SEEN:
        missing.append(Paper.CERTIFICATE)
    elif volunteer.certificate_review_on and volunteer.certificate_review_on <= today:
        missing.append(Paper.CERTIFICATE_REVIEW)
    if volunteer.agreement_on is None:
        missing.append(Paper.AGREEMENT)
    if volunteer.code_of_conduct_on is None:
        missing.append(Paper.CODE_OF_CONDUCT)
    return tuple(missing)


def with_review(volunteer: Volunteer, years: int) -> Volunteer:
    """Return the volunteer with a day to look again at a certificate that was seen.

    That is so many years after it was seen; a day that somebody chose stays.
    """
    seen_on = volunteer.certificate_seen_on
    was_seen = volunteer.certificate is CertificateStatus.SEEN
    if not was_seen or seen_on is None or volunteer.certificate_review_on is not None:
        return volunteer
    leap_day = (seen_on.month, seen_on.day) == (2, 29)
    review_on = seen_on.replace(year=seen_on.year + years, day=28 if leap_day else seen_on.day)
    return replace(volunteer, certificate_review_on=review_on)


class StillNeeded(Refusal):
    """A person cannot be removed while something open hangs on them."""

    def __init__(self, open_requests: int, coming_shifts: int, has_account: bool) -> None:
        super().__init__(open_requests, coming_shifts, has_account)
        self.open_requests = open_requests
        self.coming_shifts = coming_shifts
        self.has_account = has_account


class PerhapsKnown(Refusal):
    """Somebody of this name lives there, or has that phone, already."""

    field = "surname"

    def __init__(self, person_id: int, name: str, street: str) -> None:
        super().__init__(person_id, name, street)
        self.person_id = person_id
        self.name = name
        self.street = street


class LeavesBeforeStart(Refusal):
    """A volunteer leaves after having started."""

    field = "until"


class VolunteerUnknown(Refusal):
    """No volunteer has this name or number."""

    field = "volunteer"

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class SeveralVolunteers(Refusal):
    """More than one volunteer has this name; each is told apart by a number."""

    field = "volunteer"

    def __init__(self, typed: str, found: tuple[tuple[int, str], ...]) -> None:
        super().__init__(typed, found)
        self.typed = typed
        self.found = found
