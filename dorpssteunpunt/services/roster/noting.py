"""Keeping what is noted of people and their shifts, as something that can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import NEW
from dorpssteunpunt.domain.roster import ChangedSince
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import Note, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Changed):
    """What noting something touched, and the notes that came and went, to give to `undo_note`."""

    by: int
    added: tuple[Note, ...]
    removed: tuple[Note, ...] = ()


def keep_notes(
    desk: Desk, uow: UnitOfWork, action: str, added: Sequence[Note], removed: Sequence[Note] = ()
) -> Noted:
    """Keep and forget notes, and return what that touched; the subject is the first shift."""
    shift_ids = {note.shift_id for note in (*added, *removed)}
    known = _notes(uow, shift_ids)
    uow.attendance.remove(removed)
    uow.attendance.add(added)
    came = tuple(note for note in _notes(uow, shift_ids) if note not in known)
    subject = next((note.shift_id for note in (*added, *removed)), None)
    desk.note(uow, action, Room.ROSTER, subject)
    rooms = changed(Room.ROSTER, Room.PEOPLE).rooms
    return Noted(rooms, subject, by=desk.actor.id, added=came, removed=tuple(removed))


def undo_note(desk: Desk, noted: Noted) -> Noted:
    """Take back what was noted; what comes with it can be given to `undo_note` again.

    Who noted what comes back with it. Somebody who may not plan undoes their own notes only
    (`NotAllowed`). Raises `ChangedSince` when a note is no longer there.
    """
    with desk.writing(Right.ROSTER) as uow:
        if noted.by != desk.actor.id:
            desk.require(Right.PLAN_ROSTER)
        there = _notes(uow, {note.shift_id for note in noted.added})
        if any(note not in there for note in noted.added):
            raise ChangedSince
        back = [replace(note, id=NEW) for note in noted.removed]
        return keep_notes(desk, uow, "undone", back, noted.added)


def _notes(uow: UnitOfWork, shift_ids: set[int]) -> set[Note]:
    return {*uow.attendance.confirmations(shift_ids), *uow.attendance.marks(shift_ids)}
