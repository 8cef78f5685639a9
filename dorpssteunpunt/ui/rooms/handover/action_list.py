"""What an entry asks to be done, with a box to tick for each action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.handover import ActionDraft
from dorpssteunpunt.services.ports import ActionRow
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckBox, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.open_form import Draft, OpenForm
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.looks import action_words


class ActionList(QWidget):
    """The actions of one entry: ticking one says who did it, unticking opens it again."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._entry_id = 0
        self.forms = OpenForm(self)
        self._lines: dict[int, _ActionLine] = {}
        column = Column(self, gap=4)
        self._heading = column.add(Text(_("What is to be done"), "heading"))
        self._place = column.add(Column(gap=4))
        add = quiet(_("Add an action"), self._add, icon_name="plus", dense=True)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_actions(self, entry_id: int, actions: Sequence[ActionRow]) -> None:
        """Show the actions of an entry; those that stay keep the keyboard."""
        self._entry_id = entry_id
        self._heading.setVisible(bool(actions))
        if list(self._lines) != [action.id for action in actions]:
            self._rebuild(actions)
        for action in actions:
            self._lines[action.id].show_action(action)

    def go_on(self, draft: Draft) -> None:
        """Go on with the action that was being written."""
        self._ask_action(draft.about).take_up(draft.typed)

    def _add(self) -> None:
        self._ask_action(self._entry_id)

    def _rebuild(self, actions: Sequence[ActionRow]) -> None:
        self._place.clear()
        self._lines = {action.id: self._place.add(_ActionLine()) for action in actions}
        for line in self._lines.values():
            line.ticked.connect(self._tick)

    def _tick(self, action: ActionRow, done: bool) -> None:
        desk, tasks = self._workplace.desk, self._workplace.tasks

        def reopen() -> None:
            tasks.run(lambda: handover.reopen_action(desk, action.id))

        def told(_change: object) -> None:
            self._workplace.notify(_("Done: {what}").format(what=action.what), undo=reopen)

        if done:
            tasks.run(lambda: handover.finish_action(desk, action.id), told, owner=self)
        else:
            reopen()

    def _ask_action(self, entry_id: int) -> FreeTextForm:
        desk = self._workplace.desk
        form = FreeTextForm(tasks=self._workplace.tasks, save_text=_("Save"))
        # Its refusals are about "actions", as in the form of a whole entry.
        form.add(TextField("actions", _("What is to be done?"), required=True))
        form.add(
            TextField("who", _("Who does it?")),
            DateField("due_on", _("By when?"), today=self._workplace.today),
        )

        def save() -> None:
            typed, fine = form.values(), form.numbers_are_fine()
            draft = ActionDraft(typed["actions"], typed["who"], typed["due_on"])
            form.send(lambda: handover.add_action(desk, entry_id, draft, numbers_are_fine=fine))

        form.submitted.connect(save)
        return self.forms.open(form, _("Add an action"), "action", entry_id)


class _ActionLine(CheckBox):
    """One action with its box."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("")
        self._action: ActionRow | None = None
        self.clicked.connect(lambda done: self.ticked.emit(self._action, done))

    def show_action(self, action: ActionRow) -> None:
        """Show an action as it is now, with who does or did it under it."""
        self._action = action
        lines = [line for line in (action.what, action_words(action)) if line]
        self.setText("\n".join(lines).replace("&", "&&"))
        self.setAccessibleName(", ".join(lines))
        self.setChecked(action.done_at is not None)
        self.updateGeometry()
