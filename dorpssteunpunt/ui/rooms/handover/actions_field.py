"""A field for what an entry asks to be done: as many lines as there are actions."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.handover import ActionDraft
from dorpssteunpunt.ui.kit.buttons import quiet, square
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import Field, TextField
from dorpssteunpunt.ui.kit.layouts import Column, Row, Tiles
from dorpssteunpunt.ui.kit.theme import set_kind

_NARROWEST = 200  # pixels at 100 % of who and by when beside each other


class ActionsField(Field[tuple[ActionDraft, ...]]):
    """Actions under each other; lines in which nothing was typed do not count."""

    def __init__(self, name: str, label: str, *, today: Callable[[], date], hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self._today = today
        self._rows: list[_ActionRow] = []
        area = QWidget()
        column = Column(area, gap=8)
        self._place = column.add(Column(gap=8))
        more = quiet(_("Another action"), self._add_and_go, icon_name="plus", dense=True)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._hold(area)
        self._add()

    def value(self) -> tuple[ActionDraft, ...]:
        """Return the actions of which anything was typed."""
        return tuple(row.action() for row in self._rows if row.is_filled())

    def set_value(self, value: tuple[ActionDraft, ...]) -> None:
        """Fill in these actions."""
        self.take_up([])
        for place, action in enumerate(value):
            row = self._rows[0] if place == 0 else self._add()
            row.show_action(action)

    def draft(self) -> list[dict[str, Any]]:
        """Return what was typed, line by line."""
        return [row.draft() for row in self._rows if row.is_filled()]

    def take_up(self, draft: Any) -> None:
        """Put back what was typed; there is always a line to type in."""
        for row in list(self._rows):
            self._drop(row)
        for typed in draft or [{}]:
            self._add().take_up(typed)

    def check(self) -> bool:
        """Say at a line which day is not understood."""
        self.clear_error()
        wrong = [row for row in self._rows if not row.check()]
        return not wrong

    def _add(self) -> "_ActionRow":
        row = _ActionRow(self._today)
        row.edited.connect(self._edited)
        row.unwanted.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._place.add(row)
        self.control.setFocusProxy(self._rows[0])
        return row

    def _add_and_go(self) -> None:
        self._add().setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: "_ActionRow") -> None:
        self._drop(row)
        if not self._rows:
            self._add()
        self._rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _drop(self, row: "_ActionRow") -> None:
        self._rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _edited(self) -> None:
        self.clear_error()
        self.edited.emit()


class _ActionRow(QFrame):
    """One action: what, who and by when."""

    edited = Signal()
    unwanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        set_kind(self, "card")
        column = Column(self, gap=8, margin=12)
        first = column.add(Row(gap=8))
        self._what = first.add(TextField("what", _("What is to be done?")), 1)
        remove = square(_("Remove this action"), "trash-2", self.unwanted.emit, dense=True)
        first.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        beside = Tiles(column.add(QWidget()), narrowest=_NARROWEST)
        self._who = beside.add(TextField("who", _("Who does it?")))
        self._due = beside.add(DateField("due_on", _("By when?"), today=today))
        self._fields: tuple[Field[Any], ...] = (self._what, self._who, self._due)
        for field in self._fields:
            field.edited.connect(self.edited)
        self.setFocusProxy(self._what)

    def action(self) -> ActionDraft:
        return ActionDraft(self._what.value(), self._who.value(), self._due.value())

    def show_action(self, action: ActionDraft) -> None:
        self._what.set_value(action.what)
        self._who.set_value(action.who)
        self._due.set_value(action.due_on)

    def is_filled(self) -> bool:
        return any(field.draft() for field in self._fields)

    def check(self) -> bool:
        return self._due.check()

    def draft(self) -> dict[str, Any]:
        return {field.name: field.draft() for field in self._fields}

    def take_up(self, typed: dict[str, Any]) -> None:
        for field in self._fields:
            field.take_up(typed.get(field.name, ""))
