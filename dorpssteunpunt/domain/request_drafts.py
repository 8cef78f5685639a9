"""What is written down while a resident talks, before it is a help request."""

from dataclasses import dataclass
from datetime import date, time

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.help_requests import Urgency
from dorpssteunpunt.domain.people import ContactPreference, Salutation
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.domain.support_point import Boundary


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResident:
    """Somebody who asks for the first time; name and phone as typed."""

    name: str
    salutation: Salutation = Salutation.NONE
    phone: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as typed: by a known resident (`requester_id`) or a new one.

    `boundary_id` is chosen instead of a kind when the task is beyond what volunteers do.
    `consent` is only ever true when the resident said so. `numbers_are_fine` says that somebody
    looked at nine digits in the text and that they are no citizen service number.
    """

    requester_id: int | None = None
    new_resident: NewResident | None = None
    kind_id: int | None = None
    boundary_id: int | None = None
    what: str = ""
    needed_on: date | None = None
    needed_before: date | None = None
    start: time | None = None
    end: time | None = None
    when_note: str = ""
    place: str = ""
    urgency: Urgency = Urgency.NORMAL
    contact_preference: ContactPreference = ContactPreference.PHONE
    contact_note: str = ""
    consent: bool = False
    numbers_are_fine: bool = False


class RequesterMissing(Refusal):
    """A request is somebody's: a known resident, or a new one with a name."""

    field = "requester"


class KindMissing(Refusal):
    """A request is of a kind that this village gives."""

    field = "kind"


class WhatMissing(Refusal):
    """A request says what is asked."""

    field = "what"


class EndsBeforeStart(Refusal):
    """The end of a span comes after its start, and there is no end without a start."""

    field = "end"


class TooLateToHelp(Refusal):
    """The last useful day cannot come before the day of the help."""

    field = "needed_before"


class BeyondBoundary(Refusal):
    """Volunteers never do this here; the village supporter may find another way."""

    field = "kind"

    def __init__(self, boundary: Boundary) -> None:
        super().__init__(boundary)
        self.boundary = boundary


def check_draft(draft: RequestDraft) -> None:
    """Raise for the first thing, in the order of the form, that is missing or cannot be.

    `RequesterMissing`, `KindMissing`, `WhatMissing`, `EndsBeforeStart`, `TooLateToHelp`, or
    `CitizenServiceNumberSeen` unless somebody looked at the number.
    """
    new = draft.new_resident
    if not draft.requester_id and not (new and new.name.strip()):
        raise RequesterMissing
    if not draft.kind_id:
        raise KindMissing
    if not draft.what.strip():
        raise WhatMissing
    if draft.end and (draft.start is None or draft.end <= draft.start):
        raise EndsBeforeStart
    if draft.needed_on and draft.needed_before and draft.needed_before < draft.needed_on:
        raise TooLateToHelp
    if not draft.numbers_are_fine:
        check_free_text(
            {name: getattr(draft, name) for name in ("what", "when_note", "place", "contact_note")}
        )
