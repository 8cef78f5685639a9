"""Shifts, assignments and publications in the store."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from dorpssteunpunt.domain.asking import Asking
from dorpssteunpunt.domain.roster import Assignment, Place, Publication, Shift
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.swap_requests import SwapRequest
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.ports import NotFound
from dorpssteunpunt.store.demands import (
    from_asking_row,
    replace_skills,
    skills_of,
    to_asking_row,
)
from dorpssteunpunt.store.tables import (
    AskingRow,
    AssignmentRow,
    DaypartRow,
    PublicationRow,
    PublishedPlaceRow,
    ShiftRow,
    ShiftSkillRow,
    StandingAssignmentRow,
    SwapRequestRow,
)
from dorpssteunpunt.store.translation import from_row, to_row


class StoredRoster:
    """Implements `services.ports.RosterRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shift(self, shift_id: int) -> Shift:
        """Return a shift; raises `NotFound`."""
        row = self._connection.execute(_shifts().where(ShiftRow.id == shift_id)).first()
        if row is None:
            raise NotFound
        return from_asking_row(Shift, row._mapping)

    def shifts(self, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts of these days, both included, in order of time."""
        rows = self._connection.execute(_between(first, last))
        return [from_asking_row(Shift, row._mapping) for row in rows]

    def add_shifts(self, shifts: Sequence[Shift]) -> Sequence[Shift]:
        """Add new shifts and return them with their ids."""
        return [self._add_shift(shift) for shift in shifts]

    def change_shifts(self, shifts: Sequence[Shift]) -> None:
        """Let shifts be as given, by their ids."""
        for shift in shifts:
            change = update(ShiftRow).where(ShiftRow.id == shift.id)
            self._connection.execute(change.values(**_columns(shift)))
            self._ask_skills(shift)

    def remove_shifts(self, shift_ids: Collection[int]) -> None:
        """Take shifts away that nobody was ever put on, with whom was asked for them."""
        self._connection.execute(delete(AskingRow).where(AskingRow.shift_id.in_(shift_ids)))
        self._connection.execute(delete(SwapRequestRow).where(_about(shift_ids)))
        replace_skills(
            self._connection, ShiftSkillRow, ShiftSkillRow.shift_id, dict.fromkeys(shift_ids, ())
        )
        self._connection.execute(delete(ShiftRow).where(ShiftRow.id.in_(shift_ids)))

    def close(self, shift_ids: Collection[int], because: str) -> None:
        """Close shifts for a reason, or open them again with an empty one."""
        self._connection.execute(
            update(ShiftRow).where(ShiftRow.id.in_(shift_ids)).values(closed_because=because)
        )

    def note_change(self, shift_ids: Collection[int], at: datetime) -> None:
        """Keep when it last changed who is on these shifts."""
        self._connection.execute(
            update(ShiftRow).where(ShiftRow.id.in_(shift_ids)).values(changed_at=at)
        )

    def assignment(self, assignment_id: int) -> Assignment:
        """Return an assignment, ended or not; raises `NotFound`."""
        query = select(AssignmentRow.__table__).where(AssignmentRow.id == assignment_id)
        row = self._connection.execute(query).first()
        if row is None:
            raise NotFound
        return from_row(Assignment, row._mapping)

    def assignments(self, shift_ids: Collection[int]) -> Sequence[Assignment]:
        """Return the assignments of these shifts as they were made, ended ones too."""
        rows = self._connection.execute(
            select(AssignmentRow.__table__)
            .where(AssignmentRow.shift_id.in_(shift_ids))
            .order_by(AssignmentRow.id)
        )
        return [from_row(Assignment, row._mapping) for row in rows]

    def shifts_of(self, volunteer_id: int, first: date, last: date) -> Sequence[Shift]:
        """Return the shifts a volunteer is on in these days, both included, in order of time.

        Of a shift of which they have a part, only those hours.
        """
        rows = self._connection.execute(
            _between(first, last)
            .add_columns(AssignmentRow.starts, AssignmentRow.ends)
            .join(AssignmentRow, AssignmentRow.shift_id == ShiftRow.id)
            .where(AssignmentRow.volunteer_id == volunteer_id, AssignmentRow.ended_at.is_(None))
        )
        return [
            from_asking_row(
                Shift, row._mapping, start=row.starts or row.start, end=row.ends or row.end
            )
            for row in rows
        ]

    def replace(self, before: Sequence[Assignment], after: Sequence[Assignment]) -> None:
        """Let the second assignments stand in place of the first; new ones get an id.

        Who leaves goes first and who leads comes last, so that the database never sees somebody
        twice or two leads, not even halfway.
        """
        known = {one.id: one for one in before}
        gone = known.keys() - {one.id for one in after}
        self._connection.execute(delete(AssignmentRow).where(AssignmentRow.id.in_(gone)))
        for one in sorted(after, key=lambda one: (one.is_active, one.is_lead)):
            if one.id not in known:
                own_id = {"id": one.id} if one.id else {}
                self._connection.execute(insert(AssignmentRow).values(**own_id, **to_row(one)))
            elif known[one.id] != one:
                self._connection.execute(
                    update(AssignmentRow).where(AssignmentRow.id == one.id).values(**to_row(one))
                )

    def standing(self) -> Sequence[StandingAssignment]:
        """Return all standing assignments, ended ones too, by their first day."""
        table = StandingAssignmentRow
        rows = self._connection.execute(select(table.__table__).order_by(table.first, table.id))
        return [from_row(StandingAssignment, row._mapping) for row in rows]

    def save_standing(self, standing: StandingAssignment) -> None:
        """Add or change a standing assignment."""
        table = StandingAssignmentRow
        if standing.id:
            change = update(table).where(table.id == standing.id)
            self._connection.execute(change.values(**to_row(standing)))
        else:
            self._connection.execute(insert(table).values(**to_row(standing)))

    def remove_standing(self, standing_id: int) -> None:
        """Forget a standing assignment that never began."""
        table = StandingAssignmentRow
        self._connection.execute(delete(table).where(table.id == standing_id))

    def askings(self, shift_id: int, since: datetime) -> Sequence[Asking]:
        """Return whom was asked for a shift, and for any shift since a moment, oldest first."""
        table = AskingRow
        wanted = or_(table.shift_id == shift_id, table.asked_at >= since)
        query = select(table.__table__).where(wanted).order_by(table.id)
        return [from_row(Asking, row._mapping) for row in self._connection.execute(query)]

    def askings_for(self, shift_ids: Collection[int]) -> Sequence[Asking]:
        """Return whom was asked for these shifts, oldest first."""
        table = AskingRow
        query = select(table.__table__).where(table.shift_id.in_(shift_ids)).order_by(table.id)
        return [from_row(Asking, row._mapping) for row in self._connection.execute(query)]

    def add_asking(self, asking: Asking) -> int:
        """Keep that somebody was asked and return the id."""
        added = insert(AskingRow).values(**to_row(asking)).returning(AskingRow.id)
        return self._connection.execute(added).scalar_one()

    def remove_asking(self, asking_id: int) -> None:
        """Forget that somebody was asked."""
        self._connection.execute(delete(AskingRow).where(AskingRow.id == asking_id))

    def swap_request(self, request_id: int) -> SwapRequest:
        """Return a swap that was asked for; raises `NotFound`."""
        query = select(SwapRequestRow.__table__).where(SwapRequestRow.id == request_id)
        row = self._connection.execute(query).first()
        if row is None:
            raise NotFound
        return from_row(SwapRequest, row._mapping)

    def swap_requests(self, shift_ids: Collection[int]) -> Sequence[SwapRequest]:
        """Return the swaps that were asked for on these shifts or for them, oldest first."""
        table = SwapRequestRow
        query = select(table.__table__).where(_about(shift_ids)).order_by(table.id)
        return [from_row(SwapRequest, row._mapping) for row in self._connection.execute(query)]

    def save_swap_request(self, request: SwapRequest) -> int:
        """Add or change a swap that was asked for and return the id."""
        table = SwapRequestRow
        if request.id:
            change = update(table).where(table.id == request.id)
            self._connection.execute(change.values(**to_row(request)))
            return request.id
        added = insert(table).values(**to_row(request)).returning(table.id)
        return self._connection.execute(added).scalar_one()

    def publication(self, week: Week) -> Publication | None:
        """Return the last publication of a week, or None while it is a concept."""
        return self.publications([week]).get(week)

    def publications(self, weeks: Collection[Week]) -> Mapping[Week, Publication]:
        """Return the last publication of these weeks; a concept is not among them."""
        table = PublicationRow
        last = select(func.max(table.id)).group_by(table.year, table.week)
        rows = self._connection.execute(
            select(table.__table__).where(
                table.id.in_(last),
                tuple_(table.year, table.week).in_([(week.year, week.number) for week in weeks]),
            )
        )
        return {Week(row.year, row.week): from_row(Publication, row._mapping) for row in rows}

    def published_places(self, publication_ids: Collection[int]) -> Mapping[int, Collection[Place]]:
        """Return by shift who was on it in these publications, at most one of a week."""
        rows = self._connection.execute(
            select(PublishedPlaceRow.__table__).where(
                PublishedPlaceRow.publication_id.in_(publication_ids)
            )
        )
        places: dict[int, list[Place]] = defaultdict(list)
        for row in rows:
            places[row.shift_id].append(from_row(Place, row._mapping))
        return places

    def ever_published(self, shift_ids: Collection[int]) -> Mapping[int, Collection[int]]:
        """Return by shift which volunteers were on it in any publication."""
        rows = self._connection.execute(
            select(PublishedPlaceRow.shift_id, PublishedPlaceRow.volunteer_id)
            .where(PublishedPlaceRow.shift_id.in_(shift_ids))
            .distinct()
        )
        found: dict[int, set[int]] = defaultdict(set)
        for row in rows:
            found[row.shift_id].add(row.volunteer_id)
        return found

    def publish(self, publication: Publication, places: Mapping[int, Collection[Place]]) -> None:
        """Keep that a week is published, with who is on its shifts."""
        kept = self._connection.execute(
            insert(PublicationRow).values(**to_row(publication)).returning(PublicationRow.id)
        ).scalar_one()
        rows = [
            {"publication_id": kept, "shift_id": shift_id, **to_row(place)}
            for shift_id, on_it in places.items()
            for place in on_it
        ]
        if rows:
            self._connection.execute(insert(PublishedPlaceRow), rows)

    def _add_shift(self, shift: Shift) -> Shift:
        added = insert(ShiftRow).values(**_columns(shift)).returning(ShiftRow.id)
        new = replace(shift, id=self._connection.execute(added).scalar_one())
        self._ask_skills(new)
        return self.shift(new.id)  # with the time of day of its day part

    def _ask_skills(self, shift: Shift) -> None:
        asked = {shift.id: shift.demand.skills}
        replace_skills(self._connection, ShiftSkillRow, ShiftSkillRow.shift_id, asked)


def _about(shift_ids: Collection[int]) -> ColumnElement[bool]:
    """Return what holds for a swap that was asked for on these shifts or for them."""
    table = SwapRequestRow
    return or_(table.shift_id.in_(shift_ids), table.return_shift_id.in_(shift_ids))


def _columns(shift: Shift) -> dict[str, Any]:
    """Return the columns of a shift; its time of day is that of the day part."""
    columns = to_asking_row(shift)
    del columns["time_of_day"]
    return columns


def _shifts() -> Select[Any]:
    skills = skills_of(ShiftSkillRow.shift_id, ShiftSkillRow.skill_id, ShiftRow.id)
    return select(ShiftRow.__table__, skills.label("skills"), DaypartRow.time_of_day).join(
        DaypartRow, DaypartRow.id == ShiftRow.daypart_id
    )


def _between(first: date, last: date) -> Select[Any]:
    return (
        _shifts()
        .where(ShiftRow.on.between(first, last))
        .order_by(ShiftRow.on, ShiftRow.start, ShiftRow.id)
    )
