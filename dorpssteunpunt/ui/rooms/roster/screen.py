"""The roster: one week as a grid, with the chosen shift beside it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from dorpssteunpunt.base.formats import date_range
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.roster import ShiftCell, WeekView
from dorpssteunpunt.ui.kit.buttons import primary, secondary, square
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow, Row
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.messages import EmptyState
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.proposing import Proposing
from dorpssteunpunt.ui.rooms.roster.reminders import Reminders
from dorpssteunpunt.ui.rooms.roster.shift_panel import ShiftPanel
from dorpssteunpunt.ui.rooms.roster.steps import Steps
from dorpssteunpunt.ui.rooms.roster.week_model import WeekModel
from dorpssteunpunt.ui.rooms.roster.week_state import WeekState

_GRID, _EMPTY, _CALLING = range(3)


class RosterScreen(Screen):
    """Shows a week; beginning with this one."""

    watches: ClassVar[frozenset[Room]] = frozenset({Room.ROSTER, Room.PEOPLE, Room.SETTINGS})
    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._steps = Steps(workplace, self)
        self._noting = Noting(workplace, self._steps.trail, self)
        self._week = Week.of(workplace.today())
        self._view: WeekView | None = None
        self._wanted: int | None = None  # the shift to go to when its week has come
        self._wants_attendance = False
        self._model = WeekModel(workplace.today, self._steps.takes, self)
        self._grid = RosterGrid(self._model, _("Roster"), drags=self._steps.may_plan)
        self._panel = ShiftPanel(workplace, self._steps, self._noting)
        self._split = ListDetail(
            self._grid,
            self._panel,
            beside=72,
            under=52,
            beside_from=63,
            back=_("Back to the roster"),
        )
        self._title = Text(kind="title")
        self._this_week = secondary(
            _("This week"), self._go_to_today, shortcut="Alt+Home", dense=True
        )
        self._state = WeekState(self._call)
        self._make = primary("", self._make_week, icon_name="calendar-plus")
        self._span = secondary(_("Make shifts for several weeks…"), self._make_span)
        self._empty = EmptyState("", self._make, "calendar-days", self._span)
        self._reminders = Reminders(workplace, self._steps, self._noting)
        self._pages = QStackedWidget()
        self._publish = primary(_("Publish"), self._ask_publish, dense=True)
        self._print = secondary(_("Print"), self.print_overview, dense=True)
        self._proposing = Proposing(workplace, self._steps.trail, self)
        self._undo = square(_("Undo"), "undo-2", self.undo, dense=True)
        self._redo = square(_("Redo"), "redo-2", self.redo, dense=True)
        self._build()
        self._connect()
        self._show_title()
        self._show_trail()

    def refresh(self) -> None:
        """Ask anew for the shown week."""
        desk, week = self.workplace.desk, self._week
        self.workplace.tasks.run(
            lambda: roster.week(desk, week), self._show_week, owner=self, key="week"
        )
        self._panel.refresh()
        if self._is_calling:
            self._reminders.refresh()

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show the week of a shift, with the cursor on it; "attendance" asks who was there."""
        desk = self.workplace.desk
        self._wanted, self._wants_attendance = subject, action == "attendance"
        self._stop_calling()
        self.workplace.tasks.run(lambda: roster.week_of(desk, subject), self._go_to, owner=self)

    def print_overview(self) -> None:
        """Show the shown week as it goes on the wall, or the list to call by."""
        if self._is_calling:
            self._reminders.print_list()
            return
        desk, sheets, week = self.workplace.desk, self.workplace.sheets, self._week
        show_preview(
            self,
            self.workplace.tasks,
            _("Roster week {number}").format(number=week.number),
            lambda: sheets.draw(roster_overview(desk, week)),
            _("roster-{week}.pdf").format(week=week),
        )

    def undo_words(self) -> str:
        """Return which step would be taken back."""
        return self._steps.trail.undo_words()

    def redo_words(self) -> str:
        """Return which step would be taken again."""
        return self._steps.trail.redo_words()

    def undo(self) -> None:
        """Take back the last step of this sitting."""
        self._steps.trail.undo()

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        self._steps.trail.redo()

    def _build(self) -> None:
        page = self.page(gap=12)
        header = Flow(page.add(QWidget()), gap=12)
        self._turning = header.add(self._arrows())
        self._title.setWordWrap(False)
        header.add(self._title)
        header.add(self._this_week)
        header.push()
        trail = Row(header.add(QWidget()), gap=4)
        trail.add(self._undo)
        trail.add(self._redo)
        for button in (self._proposing.button, self._print, self._publish):
            header.add(button)
        for part in (self._split, self._empty, self._reminders):
            self._pages.addWidget(part)
        page.add(self._pages, 1)
        page.add(self._state)

    def _arrows(self) -> QWidget:
        """Return the buttons to the week before and after; they stay where they are."""
        arrows = QWidget()
        row = Row(arrows, gap=4)
        for name, icon_name, step, keys in (
            (_("Previous week"), "chevron-left", self._go_back, "Alt+Left"),
            (_("Next week"), "chevron-right", self._go_on, "Alt+Right"),
        ):
            button = row.add(square(name, icon_name, step, dense=True))
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name} ({shown})")
            shortcut = QShortcut(QKeySequence(keys), self, step)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return arrows

    def _connect(self) -> None:
        self._model.dropped.connect(self._steps.drop)
        self._grid.chosen.connect(self._show_cell)
        self._grid.clicked.connect(lambda _index: self._split.show_detail())
        self._grid.opened.connect(partial(self._open_panel, ""))
        self._grid.typed.connect(self._open_panel)
        self._grid.leaving.connect(self._let_go)
        self._panel.left.connect(self._close_panel)
        self._reminders.left.connect(self._show_grid)
        self._steps.trail.moved.connect(self._show_trail)

    def _show_trail(self) -> None:
        for button, words, what in (
            (self._undo, _("Undo"), self.undo_words()),
            (self._redo, _("Redo"), self.redo_words()),
        ):
            button.setEnabled(bool(what))
            button.setToolTip(what and f"{words}: {what}")
            button.setAccessibleName(": ".join(filter(None, (words, what))))

    def _go_back(self) -> None:
        self._go_to(self._week.previous())

    def _go_on(self) -> None:
        self._go_to(self._week.next())

    def _go_to_today(self) -> None:
        self._go_to(Week.of(self.workplace.today()))

    def _go_to(self, week: Week) -> None:
        self._week = week
        self._proposing.start_from(week)
        self._show_title()
        self.refresh()

    def _show_title(self) -> None:
        if self._is_calling:
            return
        self._this_week.setVisible(self._week != Week.of(self.workplace.today()))
        shown = self._view if self._view and self._view.week == self._week else None
        days = shown.days if shown and shown.rows else self._week.days
        self._title.setText(
            _("Week {number} · {days}").format(
                number=self._week.number, days=date_range(days[0], days[-1])
            )
        )

    def _show_week(self, view: WeekView) -> None:
        cell = self._grid.current_cell()
        self._view = view
        has_shifts = bool(view.rows)
        self._show_title()
        if not self._is_calling:
            self._pages.setCurrentIndex(_GRID if has_shifts else _EMPTY)
        self._model.show(view)
        if not self._grid.currentIndex().isValid() or self._wanted:
            self._grid.choose(self._wanted or (cell.shift_id if cell else None))
            self._ask_attendance()
            self._wanted = None
        self._show_state(view)
        if not has_shifts:
            self._show_empty(view.week)

    def _ask_attendance(self) -> None:
        """Ask who was there on the shift that was gone to, when somebody came for that."""
        cell = self._view.cell(self._wanted) if self._view and self._wanted else None
        if cell and self._wants_attendance and self._noting.may_note(cell):
            self._noting.ask_attendance(cell)
        self._wants_attendance = False

    @property
    def _is_calling(self) -> bool:
        return self._pages.currentIndex() == _CALLING

    def _call(self) -> None:
        """Show whom to call, in place of the grid and what is done with a week."""
        self._pages.setCurrentIndex(_CALLING)
        self._title.setText(_("Whom to call"))
        self._print.setEnabled(True)
        for part in (self._turning, self._this_week, self._proposing.button, self._publish):
            part.hide()
        self._state.hide()
        self._reminders.refresh()

    def _stop_calling(self) -> None:
        self._pages.setCurrentIndex(_GRID)
        self._turning.show()
        self._state.show()

    def _show_grid(self) -> None:
        """Show the week again."""
        self._stop_calling()
        if self._view is not None:
            self._show_week(self._view)

    def _show_state(self, view: WeekView) -> None:
        has_shifts, plans = bool(view.rows), self._steps.may_plan
        self._state.show_week(view)
        if self._is_calling:
            return
        self._print.setEnabled(has_shifts)
        self._proposing.button.setVisible(plans and has_shifts)
        self._publish.setVisible(
            plans and has_shifts and not (view.published_at and not view.changes)
        )
        self._publish.say(_("Publish again") if view.published_at else _("Publish"))

    def _show_empty(self, week: Week) -> None:
        words = _("There are no shifts for week {number} yet.").format(number=week.number)
        if not self._steps.may_plan:
            words += " " + _("The coordinator makes them.")
        self._empty.say(words)
        self._make.say(_("Make shifts for week {number}").format(number=week.number))
        self._make.setVisible(self._steps.may_plan)
        self._span.setVisible(self._steps.may_plan)

    def _show_cell(self, cell: ShiftCell | None) -> None:
        self._panel.show_cell(cell)

    def _open_panel(self, typed: str) -> None:
        self._split.show_detail()
        self._panel.begin(typed)

    def _close_panel(self) -> None:
        self._split.show_list()
        self._grid.setFocus()

    def _let_go(self, cell: ShiftCell, one: roster.OnShift) -> None:
        if self._steps.may_plan:
            self._steps.take_off(cell, one)
        else:
            self._steps.report_absent(cell, one)

    def _make_week(self) -> None:
        self._steps.make_week(self._week)

    def _make_span(self) -> None:
        self._steps.make_span(self._week)

    def _ask_publish(self) -> None:
        if self._view is not None:
            self._steps.publish(self._view)
