"""Keeping whom was asked for a gap and what they said, so that nobody is called twice."""

from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.asking import Answer, Asking
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Changed):
    """What noting an answer touched, and the id to give to `forget_asking`."""

    asking_id: int


def note_asking(desk: Desk, shift_id: int, volunteer_id: int, answer: Answer) -> Asked:
    """Keep what a volunteer said when asked for a shift; it puts nobody on it.

    A later answer counts instead of an earlier one, which stays. Raises `NotAllowed` or
    `NotFound`.
    """
    with desk.writing(Right.ROSTER) as uow:
        uow.roster.shift(shift_id)
        if uow.people.volunteer(volunteer_id) is None:
            raise NotFound
        asking = Asking(
            shift_id=shift_id,
            volunteer_id=volunteer_id,
            answer=answer,
            asked_at=desk.clock.now(),
            asked_by=desk.actor.id,
        )
        asking_id = uow.roster.add_asking(asking)
        desk.note(uow, "asked", Room.ROSTER, shift_id)
    return Asked(changed(Room.ROSTER).rooms, shift_id, asking_id=asking_id)


def forget_asking(desk: Desk, asking_id: int) -> Changed:
    """Take back that somebody was asked, noted by mistake; raises `NotAllowed`."""
    with desk.writing(Right.ROSTER) as uow:
        uow.roster.remove_asking(asking_id)
        desk.note(uow, "asking forgotten", Room.ROSTER)
    return changed(Room.ROSTER)
