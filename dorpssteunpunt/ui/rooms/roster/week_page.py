"""One week: its grid with the chosen shift beside it, or the way to make its shifts."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import ShiftCell, WeekView
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.messages import EmptyState
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.shift_panel import ShiftPanel
from dorpssteunpunt.ui.rooms.roster.steps import Steps
from dorpssteunpunt.ui.rooms.roster.week_model import WeekModel
from dorpssteunpunt.ui.rooms.roster.week_steps import WeekSteps

_GRID, _EMPTY = range(2)


class WeekPage(QStackedWidget):
    """Shows a `WeekView`."""

    def __init__(
        self, workplace: Workplace, steps: Steps, week_steps: WeekSteps, noting: Noting
    ) -> None:
        super().__init__()
        self._steps, self._week_steps = steps, week_steps
        self._week = Week.of(workplace.today())
        self._model = WeekModel(workplace.today, steps.takes, self)
        self._grid = RosterGrid(self._model, _("Roster"), drags=steps.may_plan)
        self._panel = ShiftPanel(workplace, steps, noting)
        self._split = ListDetail(
            self._grid,
            self._panel,
            beside=72,
            under=52,
            beside_from=63,
            back=_("Back to the roster"),
        )
        self._make = primary("", self._make_week, icon_name="calendar-plus")
        self._span = secondary(_("Make shifts for several weeks…"), self._make_span)
        self._empty = EmptyState("", self._make, "calendar-days", self._span)
        for part in (self._split, self._empty):
            self.addWidget(part)
        self._connect()

    def show_week(self, view: WeekView, wanted: int | None = None) -> None:
        """Show a week, with the cursor on the wanted shift or where it was."""
        cell = self._grid.current_cell()
        self._week = view.week
        self.setCurrentIndex(_GRID if view.rows else _EMPTY)
        self._model.show(view)
        if not self._grid.currentIndex().isValid() or wanted:
            self._grid.choose(wanted or (cell.shift_id if cell else None))
        if not view.rows:
            self._show_empty(view.week)

    def chosen_shift(self) -> int | None:
        """Return the shift under the cursor."""
        cell = self._grid.current_cell()
        return cell.shift_id if cell else None

    def refresh(self) -> None:
        """Ask anew what stands beside the grid."""
        self._panel.refresh()

    def take_keyboard(self) -> None:
        """Let the keys go to the grid."""
        self._grid.setFocus()

    def _connect(self) -> None:
        self._model.dropped.connect(self._steps.drop)
        self._grid.chosen.connect(self._panel.show_cell)
        self._grid.clicked.connect(lambda _index: self._split.show_detail())
        self._grid.opened.connect(partial(self._open_panel, ""))
        self._grid.typed.connect(self._open_panel)
        self._grid.leaving.connect(self._let_go)
        self._panel.left.connect(self._close_panel)

    def _show_empty(self, week: Week) -> None:
        words = _("There are no shifts for week {number} yet.").format(number=week.number)
        if not self._steps.may_plan:
            words += " " + _("The coordinator makes them.")
        self._empty.say(words)
        self._make.say(_("Make shifts for week {number}").format(number=week.number))
        self._make.setVisible(self._steps.may_plan)
        self._span.setVisible(self._steps.may_plan)

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
        self._week_steps.make_week(self._week)

    def _make_span(self) -> None:
        self._week_steps.make_span(self._week)
