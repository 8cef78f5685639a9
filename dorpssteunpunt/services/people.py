"""Residents and volunteers at the desk: finding them, keeping their data, what they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation, check_deviation
from dorpssteunpunt.domain.contact import normalise_email, normalise_phone, normalise_postcode
from dorpssteunpunt.domain.counters import Counter
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.names import MissingName, PersonName, fold
from dorpssteunpunt.domain.people import (
    NEW,
    ContactPreference,
    LeavesBeforeStart,
    Paper,
    PerhapsKnown,
    Person,
    Salutation,
    StillNeeded,
    Volunteer,
    check_wishes,
    missing_papers,
    with_review,
)
from dorpssteunpunt.domain.privacy import check_free_text
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.support_point import HelpKind, Skill
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.services.ports import NotFound, PeopleList, UnitOfWork

_ALIKE = 20  # how many who share a name are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """A person as typed; `is_somebody_else` says that a look-alike was looked at.

    `numbers_are_fine` says that somebody looked at nine digits and they are no BSN.
    """

    person_id: int = NEW
    given_name: str = ""
    name_prefix: str = ""
    surname: str = ""
    sorts_under_prefix: bool = False
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
    is_somebody_else: bool = False
    numbers_are_fine: bool = False


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in a list; `missing` are the papers of a volunteer that need attention."""

    person: Person
    is_volunteer: bool
    missing: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """Everything the desk knows of a person, and the lists to read it with.

    Of wishes and standing places only what is still to come is shown, and why somebody is on
    leave only to those who plan. `others` are the other volunteers.
    """

    person: Person
    volunteer: Volunteer | None
    missing: Sequence[Paper]
    kinds: Sequence[HelpKind]
    skills: Sequence[Skill]
    dayparts: Sequence[Daypart]
    counters: Sequence[Counter]
    week_template: Sequence[OpeningSlot]
    others: Sequence[Person]
    standing: Sequence[StandingAssignment]


def list_people(
    desk: Desk, show: PeopleList, typed: str, after: tuple[str, int] | None, limit: int
) -> Page[PersonLine]:
    """Return the next people in Dutch name order, of whom every typed word begins a word."""
    with desk.reading(Right.CONTACT_DATA) as uow:
        persons = uow.people.page(after, limit, show=show, typed=typed)
        offers = uow.people.offers([person.id for person in persons])
    rows = [_line(person, offers, desk) for person in persons]
    full = len(rows) == limit
    last = (persons[-1].name.sort_key, persons[-1].id) if full else None
    return Page(rows, last)


def person_detail(desk: Desk, person_id: int) -> PersonDetail:
    """Return what is known of a person, which is logged as read; raises `NotFound`."""
    with desk.writing(Right.CONTACT_DATA) as uow:
        person = uow.people.person(person_id)
        volunteer = uow.people.volunteer(person_id)
        desk.note(uow, "read", Room.PEOPLE, person_id)
        return PersonDetail(
            person,
            _to_show(desk, volunteer) if volunteer else None,
            missing_papers(volunteer, desk.clock.today()) if volunteer else (),
            uow.support_point.kinds(),
            uow.support_point.skills(),
            uow.support_point.dayparts(),
            uow.support_point.counters(),
            uow.support_point.week_template(),
            [one for one, _ in uow.people.volunteers(desk.clock.today()) if one.id != person_id],
            _standing(desk, uow, person_id),
        )


def save_person(desk: Desk, draft: PersonDraft) -> Changed:
    """Add or change a person, with postcode, phones and e-mail in one form.

    Raises `MissingName`, `InvalidPhone`, `InvalidPostcode`, `InvalidEmail`, `NotFound`,
    `CitizenServiceNumberSeen` unless somebody looked, and for somebody new `PerhapsKnown` when
    a person of that name lives in that street or has that phone.
    """
    if not draft.numbers_are_fine:
        check_free_text({"contact_note": draft.contact_note})
    person = _tidy(draft)
    with desk.writing(Right.CONTACT_DATA) as uow:
        if person.id:
            uow.people.person(person.id)
        elif not draft.is_somebody_else:
            _check_unknown(uow, person)
        person_id = uow.people.save(person)
        desk.note(uow, "changed" if draft.person_id else "added", Room.PEOPLE, person_id)
    return changed(Room.PEOPLE, Room.HELP_REQUESTS, Room.ROSTER, subject=person_id)


def save_volunteer(desk: Desk, volunteer: Volunteer, *, numbers_are_fine: bool = False) -> Changed:
    """Keep what a person offers as a volunteer; a first time makes them one.

    A certificate that was seen gets a day to look again, by the setting of the village. What
    they said of single days and their leave stay as they are. Raises `LeavesBeforeStart`,
    `NoAnchor`, `WishBeyondMost`, `NotFound`, or `CitizenServiceNumberSeen` unless somebody looked.
    """
    check_wishes(volunteer)
    pattern = volunteer.when.cycle.fitting(volunteer.availability)
    if volunteer.since and volunteer.until and volunteer.until < volunteer.since:
        raise LeavesBeforeStart
    if not numbers_are_fine:
        check_free_text({"remark": volunteer.remark})
    with desk.writing(Right.CONTACT_DATA) as uow:
        uow.people.person(volunteer.person_id)
        years = uow.support_point.support_point().certificate_review_years
        fitting = replace(volunteer, availability=pattern)
        uow.people.save_volunteer(with_review(fitting, years))
        desk.note(uow, "volunteer changed", Room.PEOPLE, volunteer.person_id)
    return changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS, subject=volunteer.person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviated(Changed):
    """What a deviation touched, and the shifts of that day that the volunteer cannot do now."""

    in_the_way: tuple[Shift, ...]


def deviate(desk: Desk, person_id: int, deviation: Deviation) -> Deviated:
    """Keep what a volunteer said of one day, in place of what they said of the same before.

    It takes nobody off a shift. Raises `BadDeviation` or `NotFound`.
    """
    check_deviation(deviation)
    with desk.writing(Right.CONTACT_DATA) as uow:
        if uow.people.volunteer(person_id) is None:
            raise NotFound
        uow.people.save_deviation(person_id, deviation)
        desk.note(uow, "deviation kept", Room.PEOPLE, person_id)
        in_the_way = _in_the_way(uow, person_id, deviation.on)
    rooms = changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS).rooms
    return Deviated(rooms, person_id, in_the_way=in_the_way)


def withdraw_deviation(desk: Desk, person_id: int, deviation_id: int) -> Changed:
    """Forget what a volunteer said of one day."""
    with desk.writing(Right.CONTACT_DATA) as uow:
        uow.people.remove_deviation(person_id, deviation_id)
        desk.note(uow, "deviation withdrawn", Room.PEOPLE, person_id)
    return changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS, subject=person_id)


def remove_person(desk: Desk, person_id: int) -> Changed:
    """Let a person be found no more; what refers to them keeps the name.

    Raises `NotAllowed`, `NotFound`, or `StillNeeded` while something open hangs on them.
    """
    with desk.writing(Right.REMOVE_PERSONS) as uow:
        uow.people.person(person_id)
        ties = uow.people.ties(person_id, desk.clock.today())
        if ties.open_requests or ties.coming_shifts or ties.has_account:
            raise StillNeeded(ties.open_requests, ties.coming_shifts, ties.has_account)
        uow.people.remove(person_id, desk.clock.now())
        desk.note(uow, "removed", Room.PEOPLE, person_id)
    return changed(Room.PEOPLE, subject=person_id)


def _line(person: Person, offers: Mapping[int, Volunteer], desk: Desk) -> PersonLine:
    volunteer = offers.get(person.id)
    missing = missing_papers(volunteer, desk.clock.today()) if volunteer else ()
    return PersonLine(person, volunteer is not None, missing)


def _in_the_way(uow: UnitOfWork, person_id: int, on: date) -> tuple[Shift, ...]:
    """Return the shifts that a volunteer is on at a day and cannot do."""
    volunteer = uow.people.volunteer(person_id)
    if volunteer is None:
        raise NotFound
    return tuple(
        shift
        for shift in uow.roster.shifts_of(person_id, on, on)
        if volunteer.when.level(on, shift.daypart_id, shift.start, shift.end)
        is AvailabilityLevel.CANNOT
    )


def _to_show(desk: Desk, volunteer: Volunteer) -> Volunteer:
    """Return a volunteer without days gone by, and without reasons that are not for this desk."""
    today, plans = desk.clock.today(), desk.allows(Right.PLAN_ROSTER)
    leaves = [leave for leave in volunteer.leaves if leave.last >= today]
    return replace(
        volunteer,
        deviations=tuple(one for one in volunteer.deviations if one.on >= today),
        leaves=tuple(leaves if plans else (replace(leave, reason="") for leave in leaves)),
    )


def _standing(desk: Desk, uow: UnitOfWork, person_id: int) -> list[StandingAssignment]:
    """Return the standing places of somebody that have not ended, by day of the week."""
    today = desk.clock.today()
    theirs = [
        one
        for one in uow.roster.standing()
        if one.volunteer_id == person_id and (one.last is None or one.last >= today)
    ]
    return sorted(theirs, key=lambda one: (one.weekday, one.daypart_id, one.first))


def _tidy(draft: PersonDraft) -> Person:
    return Person(
        id=draft.person_id,
        name=_name(draft),
        salutation=draft.salutation,
        street=draft.street.strip(),
        postcode=normalise_postcode(draft.postcode),
        town=draft.town.strip(),
        phone=normalise_phone(draft.phone),
        second_phone=normalise_phone(draft.second_phone, field="second_phone"),
        email=normalise_email(draft.email),
        contact_preference=draft.contact_preference,
        contact_note=draft.contact_note.strip(),
        is_resident=draft.is_resident,
    )


def _name(draft: PersonDraft) -> PersonName:
    try:
        return PersonName(
            draft.given_name, draft.name_prefix, draft.surname, draft.sorts_under_prefix
        )
    except MissingName:
        raise MissingName("surname") from None


def _check_unknown(uow: UnitOfWork, person: Person) -> None:
    """Raise `PerhapsKnown` for somebody of this name at this address or with this phone."""
    for known in uow.people.find(person.name.full, _ALIKE):
        same_name = fold(known.name.full) == fold(person.name.full)
        same_street = person.street and fold(known.street) == fold(person.street)
        same_phone = person.phone and person.phone in (known.phone, known.second_phone)
        if same_name and (same_street or same_phone):
            raise PerhapsKnown(known.id, known.name.full, known.street)
