"""What can be done to the roster from the screen: each step is told, and can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.roster import ReasonMissing
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.swap_requests import SwapRequestEnd
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.roster import (
    OnShift,
    Rearranged,
    ShiftCell,
    SwapAsked,
    SwapPartner,
    WaitingSwap,
)
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.roster import shift_title
from dorpssteunpunt.services.words.roster_candidates import answer_word
from dorpssteunpunt.services.words.swapping import waiting_words
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.open_form import OpenForm
from dorpssteunpunt.ui.kit.reason_form import ask_reason
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.carried import Carried
from dorpssteunpunt.ui.rooms.roster.standing_form import HoldHereForm
from dorpssteunpunt.ui.rooms.roster.swap_form import SwapForm
from dorpssteunpunt.ui.rooms.roster.trail import Trail
from dorpssteunpunt.ui.rooms.roster.ways import OfStep


@dataclass(frozen=True, slots=True)
class Asked:
    """How the screen asks why, when a step turns out to need a reason."""

    title: str
    do_text: str


class Steps:
    """Takes steps on the store thread, asks for a reason where one is needed, tells the outcome."""

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        self._workplace = workplace
        self._desk = workplace.desk
        self._over = over
        self.trail = Trail(workplace, over)

    @property
    def may_plan(self) -> bool:
        """Whether the person at the desk fills and changes the roster."""
        return self._desk.allows(Right.PLAN_ROSTER)

    def takes(self, carried: Carried, cell: ShiftCell) -> bool:
        """Say whether this name may be dropped on this shift; who cannot plan fills gaps only."""
        here = any(one.assignment_id == carried.assignment_id for one in cell.people)
        if here or cell.closed_because:
            return False
        return self.may_plan or (carried.assignment_id is None and cell.missing > 0)

    def drop(self, carried: Carried, cell: ShiftCell) -> None:
        """Do what dropping a name on a shift means: move it here, or put it on."""
        desk, shift_id = self._desk, cell.shift_id
        place = {"name": carried.name, "shift": shift_title(cell)}
        asked = Asked(_("Why {name}?").format(name=carried.name), _("Put on the shift"))
        assignment_id = carried.assignment_id
        if assignment_id is not None:
            told = _("{name} moved to {shift}.").format(**place)

            def move(why: str, fine: bool) -> Rearranged:
                return roster.move(desk, assignment_id, shift_id, why, numbers_are_fine=fine)

            self._take(move, told, asked)
            return
        who, stand_in = carried.volunteer_id, self.stands_in(cell)

        def assign(why: str, fine: bool) -> Rearranged:
            return roster.assign(desk, shift_id, who, stand_in, why, numbers_are_fine=fine)

        self._take(assign, _("{name} is on {shift}.").format(**place), asked)

    def stands_in(self, cell: ShiftCell) -> bool:
        """Say whether somebody who is put on this shift now is a stand-in to begin with."""
        return cell.seeks_stand_in or not self.may_plan

    def assign(
        self,
        cell: ShiftCell,
        carried: Carried,
        *,
        stand_in: bool,
        reason: str,
        numbers_are_fine: bool,
        refused: Callable[[Refusal], object],
    ) -> None:
        """Put a candidate on a shift; a refusal goes back to the form that was filled in."""
        desk, shift_id, who = self._desk, cell.shift_id, carried.volunteer_id
        told = _("{name} is on {shift}.").format(name=carried.name, shift=shift_title(cell))
        self._workplace.tasks.run(
            lambda: roster.assign(
                desk, shift_id, who, stand_in, reason, numbers_are_fine=numbers_are_fine
            ),
            lambda done: self._tell(told, done),
            refused=refused,
            owner=self._over,
        )

    def take_off(self, cell: ShiftCell, one: OnShift) -> None:
        """Take somebody off a shift; in a published week this asks why."""
        place = {"name": one.full_name, "shift": shift_title(cell)}
        self._take(
            lambda why, fine: roster.take_off(
                self._desk, one.assignment_id, why, numbers_are_fine=fine
            ),
            _("{name} is off {shift}.").format(**place),
            Asked(_("Take {name} off {shift}?").format(**place), _("Take off")),
        )

    def report_absent(self, cell: ShiftCell, one: OnShift) -> None:
        """Note that somebody cannot come, and why."""
        self.note_absence(one.assignment_id, one.full_name, shift_title(cell))

    def note_absence(self, assignment_id: int, name: str, shift: str) -> None:
        """Note that somebody cannot come to a shift, named in words, and why."""
        place = {"name": name, "shift": shift}
        told = _("{name} cannot come on {shift}. A stand-in is needed.").format(**place)
        ask_reason(
            OpenForm(self._over),
            self._workplace.tasks,
            _("{name} cannot come").format(**place),
            _("The place on {shift} comes free. The reason stays with the shift.").format(**place),
            _("Report absent"),
            lambda why, fine: roster.report_absent(
                self._desk, assignment_id, why, numbers_are_fine=fine
            ),
            lambda done: self._tell(told, done),
            suggestions=(_("Unable to come"), _("Ill"), _("Holiday")),
        )

    def swap(self, cell: ShiftCell, one: OnShift) -> None:
        """Ask with whom somebody swaps, and keep it when both agreed, or as asked before that."""
        title = _("{name} swaps {shift}").format(name=one.full_name, shift=shift_title(cell))

        def swapped(other: str, done: Rearranged) -> None:
            words = _("{name} takes over from {giver} on {shift}.")
            self._tell(words.format(name=other, giver=one.full_name, shift=shift_title(cell)), done)

        def asked(other: str, done: SwapAsked) -> None:
            words = _("{name} and {other}: asked to swap, and no answer yet.")
            self._tell_asked(words.format(name=one.full_name, other=other), done)

        def ask(partners: Sequence[SwapPartner]) -> None:
            form = SwapForm(self._workplace, one, partners, swapped, asked)
            dialog = FormDialog(self._over, title, form)
            form.turned.connect(dialog.fit)
            dialog.open()

        self._workplace.tasks.run(
            lambda: roster.swap_partners(self._desk, one.assignment_id), ask, owner=self._over
        )

    def agree_swap(self, swap: WaitingSwap) -> None:
        """Swap, now that who was asked agrees; a rule that asks for a reason gets one."""
        desk = self._desk
        self._take(
            lambda why, fine: roster.agree_swap(desk, swap.request_id, why, numbers_are_fine=fine),
            _("Both agreed: {swap}.").format(swap=waiting_words(swap)),
            Asked(_("Why all the same?"), _("Keep the swap")),
        )

    def end_swap(self, swap: WaitingSwap, how: SwapRequestEnd) -> None:
        """Keep that a swap comes to nothing; until somebody says otherwise."""
        desk, tasks, notify = self._desk, self._workplace.tasks, self._workplace.notify
        told = {
            SwapRequestEnd.REFUSED: _("{name} does not want to swap."),
            SwapRequestEnd.WITHDRAWN: _("The swap is not asked for any more."),
        }[how].format(name=swap.asked)

        def reopen() -> None:
            tasks.run(
                lambda: roster.reopen_swap_request(desk, swap.request_id),
                lambda _done: notify(_("Undone.")),
            )

        tasks.run(
            lambda: roster.end_swap_request(desk, swap.request_id, how),
            lambda _done: notify(told, reopen),
            owner=self._over,
        )

    def make_lead(self, cell: ShiftCell, one: OnShift, lead: bool = True) -> None:
        """Let somebody lead the shift, or no more."""
        place = {"name": one.full_name, "shift": shift_title(cell)}
        told = (
            _("{name} is shift lead on {shift}.").format(**place)
            if lead
            else _("{name} is no longer shift lead on {shift}.").format(**place)
        )
        self._run(lambda: roster.make_lead(self._desk, one.assignment_id, lead), told)

    def mark_stand_in(self, cell: ShiftCell, one: OnShift, stand_in: bool) -> None:
        """Say that somebody stands in on a shift, or does not."""
        place = {"name": one.full_name, "shift": shift_title(cell)}
        told = (
            _("{name} is a stand-in on {shift}.").format(**place)
            if stand_in
            else _("{name} is no longer a stand-in on {shift}.").format(**place)
        )
        self._run(lambda: roster.mark_stand_in(self._desk, one.assignment_id, stand_in), told)

    def pin(self, cell: ShiftCell, one: OnShift, pinned: bool) -> None:
        """Let somebody stay on a shift whatever is proposed, or no more."""
        place = {"name": one.full_name, "shift": shift_title(cell)}
        told = (
            _("{name} stays on {shift} in every proposal.").format(**place)
            if pinned
            else _("{name} may be moved from {shift} in a repair.").format(**place)
        )
        self._run(lambda: roster.pin(self._desk, one.assignment_id, pinned), told)

    def hold_place(self, cell: ShiftCell, one: OnShift) -> None:
        """Ask from when, and how often, somebody holds a place on this day part."""
        title = _("{name} holds a place").format(name=one.full_name)
        FormDialog(self._over, title, HoldHereForm(self._workplace, cell, one)).open()

    def show_standing(self, one: OnShift) -> None:
        """Go to the person, where a standing place is ended."""
        self._workplace.navigate(Room.PEOPLE, one.volunteer_id)

    def note_asking(self, cell: ShiftCell, carried: Carried, answer: Answer) -> None:
        """Keep what somebody said when asked for a shift."""
        desk, shift_id, who = self._desk, cell.shift_id, carried.volunteer_id
        told = _("{name}: {answer}.").format(name=carried.name, answer=answer_word(answer))
        tasks, notify = self._workplace.tasks, self._workplace.notify

        def forget(done: roster.Asked) -> None:
            tasks.run(
                lambda: roster.forget_asking(desk, done.asking_id),
                lambda _done: notify(_("Undone.")),
            )

        tasks.run(
            lambda: roster.note_asking(desk, shift_id, who, answer),
            lambda done: notify(told, lambda: forget(done)),
            owner=self._over,
        )

    def _take(self, work: Callable[[str, bool], Rearranged], told: str, asked: Asked) -> None:
        """Take a step without a reason first; when it turns out to need one, ask and try again."""

        def refused(refusal: Refusal) -> None:
            if isinstance(refusal, ReasonMissing) or (
                isinstance(refusal, VolunteerUnavailable) and not refusal.is_final
            ):
                ask_reason(
                    OpenForm(self._over),
                    self._workplace.tasks,
                    asked.title,
                    in_words(refusal),
                    asked.do_text,
                    work,
                    lambda done: self._tell(told, done),
                )
            else:
                self._workplace.tasks.refused.emit(refusal)

        self._workplace.tasks.run(
            lambda: work("", False),
            lambda done: self._tell(told, done),
            refused=refused,
            owner=self._over,
        )

    def _run(self, work: Callable[[], Rearranged], told: str) -> None:
        self._workplace.tasks.run(work, lambda done: self._tell(told, done), owner=self._over)

    def _tell_asked(self, told: str, done: SwapAsked) -> None:
        desk, tasks, notify = self._desk, self._workplace.tasks, self._workplace.notify
        withdrawn = SwapRequestEnd.WITHDRAWN

        def withdraw() -> None:
            tasks.run(
                lambda: roster.end_swap_request(desk, done.request_id, withdrawn),
                lambda _done: notify(_("Undone.")),
            )

        notify(told, withdraw)

    def _tell(self, told: str, done: Rearranged) -> None:
        self.trail.add(told, OfStep(self._desk, done.step))
