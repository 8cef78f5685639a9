"""Residents and volunteers in the store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, text, update

from dorpssteunpunt.domain.availability import Deviation, Leave
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.services.ports import NotFound, PeopleList, Ties
from dorpssteunpunt.store import search
from dorpssteunpunt.store.offers import LISTS, read_offers, replace_lists, save_deviation
from dorpssteunpunt.store.request_index import index_requests_of
from dorpssteunpunt.store.tables import (
    AccountRow,
    AssignmentRow,
    DeviationRow,
    HelpRequestRow,
    LeaveRow,
    PersonRow,
    ShiftRow,
    VolunteerRow,
)
from dorpssteunpunt.store.translation import from_row, to_row


class StoredPeople:
    """Implements `services.ports.PeopleRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def person(self, person_id: int) -> Person:
        """Return a person; raises `NotFound` for one who was removed or never was."""
        row = self._connection.execute(_present().where(PersonRow.id == person_id)).first()
        if row is None:
            raise NotFound
        return from_row(Person, row._mapping)

    def persons(self, person_ids: Collection[int]) -> Mapping[int, Person]:
        """Return the persons with these ids, also removed ones, by id."""
        rows = self._connection.execute(
            select(PersonRow.__table__).where(PersonRow.id.in_(person_ids))
        )
        return {row.id: from_row(Person, row._mapping) for row in rows}

    def find(self, typed: str, limit: int, *, volunteers_only: bool = False) -> Sequence[Person]:
        """Return persons of whom every typed word begins a word of name, street or phone."""
        show = PeopleList.VOLUNTEERS if volunteers_only else PeopleList.ALL
        return self.page(None, limit, show=show, typed=typed)

    def page(
        self, after: tuple[str, int] | None, limit: int, *, show: PeopleList, typed: str
    ) -> Sequence[Person]:
        """Return the next persons in Dutch name order, after a (sort key, id)."""
        query = _present().order_by(PersonRow.sort_key, PersonRow.id).limit(limit)
        if show is not PeopleList.ALL:
            volunteers = show is PeopleList.VOLUNTEERS
            query = query.where(_is_volunteer() if volunteers else PersonRow.is_resident)
        if expression := search.match_expression(typed):
            query = query.where(_matches(expression))
        if after is not None:
            query = query.where(_comes_after(*after))
        return [from_row(Person, row._mapping) for row in self._connection.execute(query)]

    def save(self, person: Person) -> int:
        """Add or change a person and return the id; the index follows, their requests included."""
        values = to_row(person) | {"sort_key": person.name.sort_key}
        if person.id:
            self._connection.execute(
                update(PersonRow).where(PersonRow.id == person.id).values(**values)
            )
            person_id = person.id
            index_requests_of(self._connection, person_id)
        else:
            added = self._connection.execute(
                insert(PersonRow).values(**values).returning(PersonRow.id)
            )
            person_id = added.scalar_one()
        search.index(self._connection, search.Subject.PERSON, person_id, *_words(person))
        return person_id

    def remove(self, person_id: int, at: datetime) -> None:
        """Let a person be found no more; what refers to them keeps its name."""
        self._connection.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(removed_at=at)
        )
        search.forget(self._connection, search.Subject.PERSON, person_id)

    def volunteer(self, person_id: int) -> Volunteer | None:
        """Return what this person offers, or None for somebody who is no volunteer."""
        return self.offers([person_id]).get(person_id)

    def offers(self, person_ids: Collection[int]) -> Mapping[int, Volunteer]:
        """Return what those of these persons who are volunteers offer, by person."""
        rows = self._connection.execute(
            select(VolunteerRow.__table__).where(VolunteerRow.person_id.in_(person_ids))
        )
        return read_offers(self._connection, [row._mapping for row in rows])

    def ties(self, person_id: int, today: date) -> Ties:
        """Return what still hangs on a person."""
        requests = select(func.count()).where(
            HelpRequestRow.closed_at.is_(None),
            or_(HelpRequestRow.requester_id == person_id, HelpRequestRow.volunteer_id == person_id),
        )
        shifts = (
            select(func.count())
            .select_from(AssignmentRow)
            .join(ShiftRow, ShiftRow.id == AssignmentRow.shift_id)
            .where(
                AssignmentRow.volunteer_id == person_id,
                AssignmentRow.ended_at.is_(None),
                ShiftRow.on >= today,
            )
        )
        account = select(func.count()).where(AccountRow.person_id == person_id, AccountRow.active)
        return Ties(
            self._connection.execute(requests).scalar_one(),
            self._connection.execute(shifts).scalar_one(),
            has_account=bool(self._connection.execute(account).scalar_one()),
        )

    def volunteers(self, active_on: date | None = None) -> Sequence[tuple[Person, Volunteer]]:
        """Return all volunteers (or those active on a date) in Dutch name order."""
        persons = self._connection.execute(
            _present().where(_is_volunteer()).order_by(PersonRow.sort_key, PersonRow.id)
        ).all()
        offers = read_offers(
            self._connection,
            [row._mapping for row in self._connection.execute(select(VolunteerRow.__table__))],
        )
        pairs = ((from_row(Person, row._mapping), offers[row.id]) for row in persons)
        return [pair for pair in pairs if active_on is None or pair[1].is_active(active_on)]

    def volunteer_names(self) -> Mapping[int, PersonName]:
        """Return the names of all volunteers, by person."""
        rows = self._connection.execute(_present().where(_is_volunteer()))
        return {row.id: from_row(PersonName, row._mapping) for row in rows}

    def save_volunteer(self, volunteer: Volunteer) -> None:
        """Add or change what a person offers and wishes; deviations and leave stay as they are."""
        of_this_one = volunteer.person_id
        values = to_row(volunteer, without=LISTS | {"person_id"})
        known = self._connection.execute(
            update(VolunteerRow).where(VolunteerRow.person_id == of_this_one).values(**values)
        )
        if not known.rowcount:
            self._connection.execute(insert(VolunteerRow).values(person_id=of_this_one, **values))
        replace_lists(self._connection, volunteer)

    def save_deviation(self, volunteer_id: int, deviation: Deviation) -> None:
        """Keep what somebody said of one day, in place of what they said of the same before."""
        save_deviation(self._connection, volunteer_id, deviation)

    def remove_deviation(self, volunteer_id: int, deviation_id: int) -> None:
        """Forget what somebody said of one day."""
        self._connection.execute(
            delete(DeviationRow).where(
                DeviationRow.volunteer_id == volunteer_id, DeviationRow.id == deviation_id
            )
        )

    def add_leave(self, volunteer_id: int, leave: Leave) -> None:
        """Keep that somebody does not come on some days."""
        self._connection.execute(
            insert(LeaveRow).values(volunteer_id=volunteer_id, **to_row(leave))
        )

    def remove_leave(self, volunteer_id: int, leave_id: int) -> None:
        """Forget a leave."""
        self._connection.execute(
            delete(LeaveRow).where(LeaveRow.volunteer_id == volunteer_id, LeaveRow.id == leave_id)
        )

    def count(self) -> tuple[int, int]:
        """Return how many residents and how many volunteers there are."""
        present = PersonRow.removed_at.is_(None)
        residents = select(func.count()).where(present, PersonRow.is_resident)
        volunteers = select(func.count()).where(present, _is_volunteer())
        return (
            self._connection.execute(residents).scalar_one(),
            self._connection.execute(volunteers).scalar_one(),
        )


def _present() -> Select[Any]:
    return select(PersonRow.__table__).where(PersonRow.removed_at.is_(None))


def _is_volunteer() -> Any:
    return PersonRow.id.in_(select(VolunteerRow.person_id))


def _comes_after(sort_key: str, person_id: int) -> Any:
    return or_(
        PersonRow.sort_key > sort_key,
        and_(PersonRow.sort_key == sort_key, PersonRow.id > person_id),
    )


def _matches(expression: str) -> Any:
    return text(
        "person.id IN (SELECT rowid >> 3 FROM search WHERE words MATCH :typed AND rowid & 7 = 0)"
    ).bindparams(typed=expression)


def _words(person: Person) -> tuple[str, ...]:
    phones = [phone for phone in (person.phone, person.second_phone) if phone]
    return (
        person.name.full,
        person.street,
        person.postcode,
        person.town,
        *phones,
        *(shown_phone(phone).replace(" ", "") for phone in phones),
    )
