"""Changing the week template: first what it does to shifts that are made, then doing it.

Only shifts that have not begun are touched, and nobody comes off one unless somebody saw it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.revision import (
    PlacesAtStake,
    Revision,
    losing,
    revised_days,
    revision,
)
from dorpssteunpunt.domain.roster import Assignment, Ending, ReasonMissing, Shift
from dorpssteunpunt.domain.standing import holders
from dorpssteunpunt.domain.template import OpeningSlot, check_slots
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.cells import OnShift, ShiftCell, read_cells
from dorpssteunpunt.services.roster.days import with_closed_days
from dorpssteunpunt.services.roster.keeping import changed_in, rearrange, told
from dorpssteunpunt.services.roster.naming import read_names, read_place_names
from dorpssteunpunt.services.roster.standing import current_standing
from dorpssteunpunt.services.roster.weeks import add_shifts


@dataclass(frozen=True, slots=True, kw_only=True)
class NewShift:
    """A shift that would appear, with who holds a place on it, or why it would be closed."""

    on: date
    daypart: str
    start: time
    end: time
    standing: tuple[str, ...]
    closed_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedShift:
    """A shift that would change or vanish, as it is; `becomes` is None when it vanishes.

    `losing` are those who would come off it.
    """

    cell: ShiftCell
    becomes: Shift | None
    losing: tuple[OnShift, ...]
    is_published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePreview:
    """What a change of the template would do to the shifts that are made, in order of time."""

    added: tuple[NewShift, ...]
    touched: tuple[RevisedShift, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.touched)

    @property
    def losing(self) -> frozenset[int]:
        """The assignments that would end."""
        return frozenset(one.assignment_id for each in self.touched for one in each.losing)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraft:
    """A week template as filled in, and what happens to the shifts that are made.

    Those from `first` on follow; None leaves all as they are. `seen` are the assignments of which
    somebody saw that they end.
    """

    lines: Sequence[OpeningSlot]
    first: date | None
    reason: str = ""
    seen: Collection[int] = field(default_factory=frozenset)
    numbers_are_fine: bool = False


def preview_template(desk: Desk, lines: Sequence[OpeningSlot], first: date) -> TemplatePreview:
    """Return what these lines would do to the shifts that are made, from a day on; writes nothing.

    Raises `NotAllowed`, `BadSlot` or `BadRhythm`.
    """
    check_slots(lines)
    with desk.reading(Right.PLAN_ROSTER) as uow:
        return _Change.read(desk, uow, lines, first).preview(uow)


def change_template(desk: Desk, draft: TemplateDraft) -> Changed:
    """Set the week template, and let the shifts that are made follow it from a day on.

    A shift that vanishes is closed when anybody was ever on it or its week is published, so that
    it stays on the wall with the reason. Raises `PlacesAtStake` until it was seen who comes off a
    shift, and `ReasonMissing` without a reason that they may see; then nothing is changed. Raises
    what `preview_template` raises, and `CitizenServiceNumberSeen` too.
    """
    check_slots(draft.lines)
    with desk.writing(Right.PLAN_ROSTER) as uow:
        reason = told(draft.reason, draft.numbers_are_fine)
        if draft.first is not None:
            change = _Change.read(desk, uow, draft.lines, draft.first)
            change.check(draft.seen, reason)
            change.carry_out(desk, uow, reason)
        uow.support_point.replace_week_template(draft.lines)
        desk.note(uow, "week template changed", Room.SETTINGS)
    return changed(Room.SETTINGS, Room.ROSTER)


@dataclass(frozen=True, slots=True)
class _Change:
    """What a change of the template does to the shifts that are made."""

    revision: Revision
    made: Mapping[int, Shift]
    ever: Sequence[Assignment]
    losing: frozenset[int]

    @classmethod
    def read(
        cls, desk: Desk, uow: UnitOfWork, lines: Sequence[OpeningSlot], first: date
    ) -> "_Change":
        now = desk.clock.now()
        start = max(first, now.date())
        of_weeks = uow.roster.shifts(Week.of(start).monday, date.max)
        change = revision(of_weeks, lines, revised_days(of_weeks, start), now)
        made = {shift.id: shift for shift in of_weeks}
        ever = uow.roster.assignments(made)
        active = [one for one in ever if one.is_active]
        return cls(change, made, ever, losing(change, made, active))

    def preview(self, uow: UnitOfWork) -> TemplatePreview:
        """Return it with names and dates."""
        after = {one.after.id: one.after for one in self.revision.altered}
        touched = sorted(self.revision.touched, key=lambda shift: shift.starts_at)
        published = uow.roster.publications(set(map(_week, touched)))
        cells = read_cells(uow, touched)
        return TemplatePreview(
            added=self._added(uow),
            touched=tuple(
                RevisedShift(
                    cell=cell,
                    becomes=after.get(shift.id),
                    losing=tuple(one for one in cell.people if one.assignment_id in self.losing),
                    is_published=_week(shift) in published,
                )
                for shift, cell in zip(touched, cells, strict=True)
            ),
        )

    def check(self, seen: Collection[int], reason: str) -> None:
        """Raise a refusal unless it was seen who comes off a shift, and there is a reason."""
        unseen = self.losing - frozenset(seen)
        if unseen:
            raise PlacesAtStake(tuple(sorted(unseen)))
        if self.losing and not reason:
            raise ReasonMissing

    def carry_out(self, desk: Desk, uow: UnitOfWork, reason: str) -> None:
        """Let people come off, and shifts change, vanish and appear."""
        now = desk.clock.now()
        for one in self.ever:
            if one.id in self.losing:
                before = uow.roster.assignments([one.shift_id])
                ended = one.ended(Ending.TAKEN_OFF, now, desk.actor.id, reason)
                rearrange(desk, uow, "taken off", before, changed_in(before, ended))
        self._drop(desk, uow, reason or _("No longer in the opening hours"))
        moved = {one.after.id for one in self.revision.altered if one.moves}
        altered = [one.after for one in self.revision.altered]
        uow.roster.change_shifts(
            [replace(one, hours_changed_at=now) if one.id in moved else one for one in altered]
        )
        # After the shifts themselves: those whom somebody came off changed at this moment too.
        changed_now = {one.shift_id for one in self.ever if one.id in self.losing}
        uow.roster.note_change(moved | changed_now, now)
        add_shifts(desk, uow, self.revision.added)

    def _drop(self, desk: Desk, uow: UnitOfWork, because: str) -> None:
        dropped = self.revision.dropped
        published = uow.roster.publications(set(map(_week, dropped)))
        ids = {shift.id for shift in dropped}
        kept = {one.shift_id for one in self.ever} | set(uow.roster.ever_published(ids))
        kept |= {shift.id for shift in dropped if _week(shift) in published}
        uow.roster.close(ids & kept, because)
        uow.roster.note_change(ids & kept, desk.clock.now())
        uow.roster.remove_shifts(ids - kept)

    def _added(self, uow: UnitOfWork) -> tuple[NewShift, ...]:
        standing = current_standing(uow)
        names = read_names(uow, [one.volunteer_id for one in standing])
        places = read_place_names(uow)
        return tuple(
            NewShift(
                on=shift.on,
                daypart=places.of(shift.daypart_id, shift.counter_id),
                start=shift.start,
                end=shift.end,
                standing=tuple(
                    names[one.volunteer_id].full
                    for one in holders(standing, shift.on, shift.daypart_id, shift.counter_id)
                    if not shift.is_closed
                ),
                closed_because=shift.closed_because,
            )
            for shift in with_closed_days(uow, self.revision.added)
        )


def _week(shift: Shift) -> Week:
    return Week.of(shift.on)
