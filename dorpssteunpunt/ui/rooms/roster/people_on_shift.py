"""Who is on the chosen shift, and what can be done for each of them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.domain.roster import Origin
from dorpssteunpunt.services.roster import OnShift, ShiftCell
from dorpssteunpunt.services.words.attendance import (
    attendance_words,
    how_words,
    noted_by_words,
    told_words,
)
from dorpssteunpunt.services.words.roster import changed_words, origin_word, planned_words
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.cards import Item
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.steps import Steps


class PeopleOnShift(QWidget):
    """The people of one shift under each other, each with a button for what can change."""

    def __init__(self, steps: Steps, noting: Noting) -> None:
        super().__init__()
        self._steps, self._noting = steps, noting
        self._column = Column(self, gap=4)
        self._buttons: dict[int, Button] = {}

    def show_cell(self, cell: ShiftCell) -> None:
        """Show who is on this shift; the keyboard stays with the same person."""
        held = next((who for who, button in self._buttons.items() if button.hasFocus()), None)
        self._column.clear()
        self._buttons.clear()
        if self._steps.may_plan and cell.lacks_lead:
            self._column.add(self._lead_question(cell))
        for one in cell.people:
            self._column.add(self._item(cell, one))
        for name in cell.standing_away:
            words = _("{name} holds a standing place here and is not on this shift.")
            self._column.add(Text(words.format(name=name), "second"))
        for absence in cell.absences:
            words = _("{name} cannot come: {reason}")
            self._column.add(Text(words.format(name=absence.name, reason=absence.reason), "second"))
        if cell.since_publication:
            words = _("Since the publication: {changes}")
            self._column.add(
                Text(words.format(changes=changed_words(cell.since_publication)), "second")
            )
        if held in self._buttons:
            self._buttons[held].setFocus()

    def _lead_question(self, cell: ShiftCell) -> QWidget:
        """Return the question who leads, with a button for each person."""
        question = QWidget()
        flow = Flow(question, gap=8)
        flow.add(Text(_("Who is shift lead?"), "strong"))
        for one in cell.people:
            button = secondary(one.name, partial(self._steps.make_lead, cell, one), dense=True)
            button.setAccessibleName(_("{name} is shift lead").format(name=one.full_name))
            flow.add(button)
        return question

    def _item(self, cell: ShiftCell, one: OnShift) -> Item:
        is_standing = one.origin is Origin.STANDING
        facts = [planned_words(one), origin_word(one.origin) if is_standing else ""]
        if one.override_reason:
            facts.append(_("chosen because: {reason}").format(reason=one.override_reason))
        if cell.has_begun:
            facts.append(attendance_words(one.marked))
        elif one.told:
            facts += [told_words(one.told), noted_by_words(one.told)]
        elif one.is_to_confirm:
            facts.append(_("not confirmed yet"))
        actions = (
            [self._change_button(cell, one)]
            if self._steps.may_plan
            else [self._absent(cell, one), self._swap(cell, one)]
        )
        if one.is_to_confirm:
            actions.append(self._confirm_button(cell, one))
        self._buttons[one.volunteer_id] = actions[0]
        return Item(one.full_name, " · ".join(filter(None, facts)), actions=actions)

    def _absent(self, cell: ShiftCell, one: OnShift) -> Button:
        button = secondary(
            _("Report absent…"), lambda: self._steps.report_absent(cell, one), dense=True
        )
        button.setAccessibleName(_("Report {name} absent").format(name=one.full_name))
        return button

    def _swap(self, cell: ShiftCell, one: OnShift) -> Button:
        button = secondary(_("Swap…"), lambda: self._steps.swap(cell, one), dense=True)
        button.setAccessibleName(_("{name} swaps").format(name=one.full_name))
        return button

    def _confirm_button(self, cell: ShiftCell, one: OnShift) -> Button:
        button = _with_arrow(_("Confirmed?"), _("Has {name} confirmed?").format(name=one.full_name))
        menu = QMenu(button)
        for how in How:
            deed = partial(
                self._noting.confirm, one.volunteer_id, one.full_name, [cell.shift_id], how
            )
            menu.addAction(at_the_start(how_words(how)), deed)
        button.setMenu(menu)
        return button

    def _change_button(self, cell: ShiftCell, one: OnShift) -> Button:
        steps, noting = self._steps, self._noting
        button = _with_arrow(_("Change"), _("Change {name}").format(name=one.full_name))
        menu = QMenu(button)
        lead = menu.addAction(
            _("Shift lead"), lambda: steps.make_lead(cell, one, lead=not one.is_lead)
        )
        stand_in = menu.addAction(
            _("Stand-in"), lambda: steps.mark_stand_in(cell, one, not one.is_stand_in)
        )
        pinned = menu.addAction(
            _("Stays in every proposal"), lambda: steps.pin(cell, one, not one.is_pinned)
        )
        checked = ((lead, one.is_lead), (stand_in, one.is_stand_in), (pinned, one.is_pinned))
        for action, holds in checked:
            action.setCheckable(True)
            action.setChecked(holds)
        menu.addSeparator()
        if one.origin is Origin.STANDING:
            menu.addAction(_("Standing place…"), lambda: steps.show_standing(one))
        else:
            menu.addAction(_("Holds a place on this shift…"), lambda: steps.hold_place(cell, one))
        if one.told and one.told.is_certain and not cell.has_begun:
            menu.addAction(_("Not confirmed after all"), lambda: noting.withdraw(cell, one))
        menu.addAction(_("Swap…"), lambda: steps.swap(cell, one))
        menu.addAction(_("Report absent…"), lambda: steps.report_absent(cell, one))
        menu.addAction(_("Take off this shift"), lambda: steps.take_off(cell, one))
        button.setMenu(menu)
        return button


def _with_arrow(words: str, spoken: str) -> Button:
    """Return a button on which a menu hangs."""
    button = secondary(words, icon_name="chevron-down", dense=True)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the word
    button.setAccessibleName(spoken)
    return button
