"""Residents and volunteers: one person, who may ask for help, give it, or both."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
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


class AvailabilityLevel(StrEnum):
    """How gladly somebody takes a day part, in falling order."""

    PREFER = "prefer"
    CAN = "can"
    RATHER_NOT = "rather_not"
    CANNOT = "cannot"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """What a person offers as a volunteer.

    `kinds` holds ids of kinds of help; `availability` is the weekly pattern by ISO weekday
    (1 is Monday) and day part id. A day part that is not in it has not been asked about.
    """

    person_id: int
    since: date | None = None
    until: date | None = None
    roster_phone_agreed: bool = False
    shifts_per_week: int | None = None
    certificate: CertificateStatus = CertificateStatus.NONE
    certificate_seen_on: date | None = None
    certificate_review_on: date | None = None
    agreement_on: date | None = None
    code_of_conduct_on: date | None = None
    remark: str = ""
    kinds: frozenset[int] = frozenset()
    availability: Mapping[tuple[int, int], AvailabilityLevel] = field(default_factory=dict)

    def is_active(self, on: date) -> bool:
        """Say whether this volunteer is with the support point on a date."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def availability_on(self, weekday: int, daypart_id: int) -> AvailabilityLevel | None:
        """Return the level for an ISO weekday and day part, or None when it was never asked."""
        return self.availability.get((weekday, daypart_id))


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
