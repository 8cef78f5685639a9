"""Taking a request down while the resident talks, and changing what was taken down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.contact import normalise_phone
from dorpssteunpunt.domain.help_requests import (
    HelpRequest,
    RequestClosed,
    RequestEventKind,
    give_consent,
)
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.request_drafts import (
    BeyondBoundary,
    KindMissing,
    RequestDraft,
    check_draft,
)
from dorpssteunpunt.domain.support_point import Boundary, HelpKind
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.help_requests.keeping import keep
from dorpssteunpunt.services.ports import UnitOfWork

_AS_TYPED = (
    "kind_id",
    "needed_on",
    "needed_before",
    "start",
    "end",
    "urgency",
    "contact_preference",
)
_TIDIED = ("what", "when_note", "place", "contact_note")


@dataclass(frozen=True, slots=True)
class KindsAndBoundaries:
    """What can be asked here, and what volunteers never do."""

    kinds: Sequence[HelpKind]
    boundaries: Sequence[Boundary]


def request_kinds_and_boundaries(desk: Desk) -> KindsAndBoundaries:
    """Return the kinds of help given now and the boundaries, both in the village's order."""
    with desk.reading(Right.HELP_REQUESTS) as uow:
        kinds = [kind for kind in uow.support_point.kinds() if kind.active]
        return KindsAndBoundaries(kinds, uow.support_point.boundaries())


def find_residents(desk: Desk, typed: str, limit: int = 8) -> Sequence[Person]:
    """Return whom a typed name, street or phone may mean; volunteers ask for help too."""
    with desk.reading(Right.CONTACT_DATA) as uow:
        return uow.people.find(typed, limit)


def resident(desk: Desk, person_id: int) -> Person:
    """Return somebody with their contact data; raises `NotFound`."""
    with desk.reading(Right.CONTACT_DATA) as uow:
        return uow.people.person(person_id)


def record_request(desk: Desk, draft: RequestDraft) -> Changed:
    """Keep a new request, together with its resident when that is somebody new.

    Raises `BeyondBoundary` for a task that volunteers never do, what `check_draft` raises,
    `InvalidPhone`, and `NotFound` for a resident who was removed meanwhile.
    """
    with desk.writing(Right.HELP_REQUESTS) as uow:
        _check(uow, draft)
        today = desk.clock.today()
        request = HelpRequest(
            requester_id=_requester(desk, uow, draft),
            **_wish(draft),
            recorded_at=desk.clock.now(),
            recorded_by=desk.actor.id,
            due_on=today,
        )
        recorded = keep(desk, uow, request, RequestEventKind.RECORDED)
        if draft.consent and recorded.subject:
            kept = uow.help_requests.request(recorded.subject)
            keep(desk, uow, give_consent(kept, today), RequestEventKind.CONSENT_GIVEN)
        return _with_people(recorded, draft)


def change_request(desk: Desk, request_id: int, draft: RequestDraft) -> Changed:
    """Change what was taken down; the timeline names the fields. Consent is a step of its own.

    Raises `RequestClosed` and what `record_request` raises.
    """
    with desk.writing(Right.HELP_REQUESTS) as uow:
        before = uow.help_requests.request(request_id)
        if not before.state.is_open:
            raise RequestClosed
        _check(uow, draft)
        after = replace(before, requester_id=_requester(desk, uow, draft), **_wish(draft))
        fields = [
            name
            for name in ("requester_id", *_AS_TYPED, *_TIDIED)
            if getattr(before, name) != getattr(after, name)
        ]
        if not fields:
            return changed(Room.HELP_REQUESTS, subject=request_id)
        kept = keep(desk, uow, after, RequestEventKind.CHANGED, text=",".join(fields))
        return _with_people(kept, draft)


def _check(uow: UnitOfWork, draft: RequestDraft) -> None:
    for boundary in uow.support_point.boundaries():
        if boundary.id == draft.boundary_id:
            raise BeyondBoundary(boundary)
    check_draft(draft)
    if draft.kind_id not in {kind.id for kind in uow.support_point.kinds()}:
        raise KindMissing


def _requester(desk: Desk, uow: UnitOfWork, draft: RequestDraft) -> int:
    """Return the id of whose request it is; a new resident is added first."""
    if draft.requester_id:
        return uow.people.person(draft.requester_id).id
    new = draft.new_resident
    if new is None:
        raise AssertionError("check_draft lets no draft pass without a requester")
    desk.require(Right.CONTACT_DATA)
    person_id = uow.people.save(
        Person(
            name=parse_name(new.name, field="requester"),
            salutation=new.salutation,
            phone=normalise_phone(new.phone) if new.phone.strip() else "",
            street=new.street.strip(),
            contact_preference=draft.contact_preference,
        )
    )
    desk.note(uow, "recorded", Room.PEOPLE, person_id)
    return person_id


def _wish(draft: RequestDraft) -> dict[str, Any]:
    """Return the fields that a request takes over from what was typed."""
    return {name: getattr(draft, name) for name in _AS_TYPED} | {
        name: getattr(draft, name).strip() for name in _TIDIED
    }


def _with_people(kept: Changed, draft: RequestDraft) -> Changed:
    return kept if draft.requester_id else replace(kept, rooms=kept.rooms | {Room.PEOPLE})
