"""The roster: one week with the chosen shift beside it, or four weeks at a glance."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from functools import partial
from itertools import dropwhile, takewhile
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from dorpssteunpunt.base.formats import date_range, day_and_month
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.services.overviews.roster import roster_overview, roster_weeks
from dorpssteunpunt.services.roster import WeekView
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.heading import RosterHeading
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.proposing import Proposing
from dorpssteunpunt.ui.rooms.roster.reminders import Reminders
from dorpssteunpunt.ui.rooms.roster.steps import Steps
from dorpssteunpunt.ui.rooms.roster.week_page import WeekPage
from dorpssteunpunt.ui.rooms.roster.week_state import WeekState
from dorpssteunpunt.ui.rooms.roster.week_steps import WeekSteps
from dorpssteunpunt.ui.rooms.roster.weeks_grid import WeeksGrid
from dorpssteunpunt.ui.rooms.roster.weeks_model import WeeksModel

_AT_A_GLANCE = 4  # weeks


class _Page(IntEnum):
    """What the roster shows, in the order of its pages."""

    WEEK = 0
    WEEKS = 1
    CALLING = 2


class RosterScreen(Screen):
    """Shows a week; beginning with this one."""

    watches: ClassVar[frozenset[Room]] = frozenset({Room.ROSTER, Room.PEOPLE, Room.SETTINGS})
    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._steps = Steps(workplace, self)
        self._week_steps = WeekSteps(workplace, self._steps.trail, self)
        self._noting = Noting(workplace, self._steps.trail, self)
        self._week = Week.of(workplace.today())
        self._shown: tuple[WeekView, ...] = ()
        self._wanted: int | None = None  # the shift to go to when its week has come
        self._wants_attendance = False
        self._one = WeekPage(workplace, self._steps, self._week_steps, self._noting)
        self._several = WeeksGrid(WeeksModel(workplace.today, self), _("Four weeks"))
        self._state = WeekState(self._call)
        self._reminders: Reminders | None = None  # made when somebody begins to call
        self._publish = primary(_("Publish"), self._ask_publish, dense=True)
        self._print = secondary(_("Print"), self.print_overview, dense=True)
        self._proposing = Proposing(workplace, self._steps.trail, self)
        actions = (self._proposing.button, self._print, self._publish)
        self._heading = RosterHeading(self._steps.trail, actions)
        self._pages = QStackedWidget()
        self._build()
        self._show_title()

    def refresh(self) -> None:
        """Ask anew for the shown weeks."""
        desk, week, count = self.workplace.desk, self._week, self._count
        self.workplace.tasks.run(
            lambda: roster.weeks(desk, week, count), self._show, owner=self, key="weeks"
        )
        self._one.refresh()
        if self._reminders and self._page is _Page.CALLING:
            self._reminders.refresh()

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show the week of a shift, with the cursor on it; "attendance" asks who was there."""
        desk = self.workplace.desk
        self._wanted, self._wants_attendance = subject, action == "attendance"
        self._turn_to_page(_Page.WEEK)
        self.workplace.tasks.run(lambda: roster.week_of(desk, subject), self._go_to, owner=self)

    def print_overview(self) -> None:
        """Show the shown weeks as they go on the wall, or the list to call by."""
        if self._reminders and self._page is _Page.CALLING:
            self._reminders.print_list()
            return
        weeks = self._printed()
        gather: Callable[[], Overview] = partial(roster_overview, self.workplace.desk, weeks[0])
        title = _("Roster week {number}").format(number=weeks[0].number)
        if len(weeks) > 1:
            gather = partial(roster_weeks, self.workplace.desk, weeks[0], len(weeks))
            title = _("Roster week {first} to {last}").format(
                first=weeks[0].number, last=weeks[-1].number
            )
        sheets = self.workplace.sheets
        show_preview(
            self,
            self.workplace.tasks,
            title,
            lambda: sheets.draw(gather()),
            _("roster-{week}.pdf").format(week=weeks[0]),
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
        page.add(self._heading)
        for part in (self._one, self._several):
            self._pages.addWidget(part)
        page.add(self._pages, 1)
        page.add(self._state)
        self._heading.turned.connect(self._turn)
        self._heading.homeward.connect(lambda: self._go_to(Week.of(self.workplace.today())))
        self._heading.zoomed.connect(self._zoom)
        self._several.opened.connect(self._open)

    @property
    def _page(self) -> _Page:
        return _Page(self._pages.currentIndex())

    @property
    def _count(self) -> int:
        return _AT_A_GLANCE if self._page is _Page.WEEKS else 1

    @property
    def _view(self) -> WeekView | None:
        """The first of the shown weeks, once it is read."""
        return next((view for view in self._shown if view.week == self._week), None)

    def _printed(self) -> list[Week]:
        """Return the shown weeks that go on paper: those in a row that are made."""
        begun = dropwhile(lambda view: not view.rows, self._shown)
        return [view.week for view in takewhile(lambda view: view.rows, begun)] or [self._week]

    def _turn(self, steps: int) -> None:
        week = self._week
        for _step in range(self._count):
            week = week.next() if steps > 0 else week.previous()
        self._go_to(week)

    def _go_to(self, week: Week) -> None:
        self._week = week
        self._proposing.start_from(week)
        self._show_title()
        self.refresh()

    def _zoom(self) -> None:
        """Show four weeks around the chosen shift, or the week of the one that is chosen there."""
        if self._page is _Page.WEEKS:
            self._several.open_chosen()
            return
        self._wanted = self._one.chosen_shift()
        self._show_page(_Page.WEEKS)

    def _open(self, week: Week, shift_id: int | None) -> None:
        """Show a week of the four, with the cursor on the shift that was opened."""
        self._wanted, self._week = shift_id, week
        self._proposing.start_from(week)
        self._show_page(_Page.WEEK)
        self._one.take_keyboard()

    def _show_page(self, page: _Page) -> None:
        self._turn_to_page(page)
        self.refresh()

    def _turn_to_page(self, page: _Page) -> None:
        self._pages.setCurrentIndex(page)
        self._show_title()
        self._show_actions()

    def _call(self) -> None:
        """Show whom to call, in place of the grid and what is done with a week."""
        if self._reminders is None:
            self._reminders = Reminders(self.workplace, self._steps, self._noting)
            self._reminders.left.connect(lambda: self._show_page(_Page.WEEK))
            self._pages.addWidget(self._reminders)
        self._show_page(_Page.CALLING)

    def _show(self, views: tuple[WeekView, ...]) -> None:
        """Show weeks, unless the other view was chosen while they were read."""
        if len(views) != self._count:
            return
        self._shown = views
        self._show_title()
        if self._page is _Page.WEEKS:
            self._several.show_weeks(views, self._wanted)
        else:
            self._one.show_week(views[0], self._wanted)
            self._ask_attendance(views[0])
        self._wanted = None
        self._state.show_week(views[0])
        self._show_actions()

    def _ask_attendance(self, view: WeekView) -> None:
        """Ask who was there on the shift that was gone to, when somebody came for that."""
        cell = view.cell(self._wanted) if self._wanted else None
        if cell and self._wants_attendance and self._noting.may_note(cell):
            self._noting.ask_attendance(cell)
        self._wants_attendance = False

    def _show_title(self) -> None:
        if self._page is _Page.CALLING:
            self._heading.say_only(_("Whom to call"))
            return
        last = self._week
        for _step in range(self._count - 1):
            last = last.next()
        here = {view.week: view for view in self._shown if view.rows}
        days = (
            here[self._week].days[0] if self._week in here else self._week.monday,
            here[last].days[-1] if last in here else last.sunday,
        )
        title = _("Week {number}") if last == self._week else _("Week {number} to {last}")
        self._heading.say(
            title.format(number=self._week.number, last=last.number),
            _dates(*days),
            is_home=self._week == Week.of(self.workplace.today()),
            zoom=_("One week") if self._page is _Page.WEEKS else _("Four weeks"),
        )

    def _show_actions(self) -> None:
        """Show what can be done with what is shown."""
        of_week = self._page is _Page.WEEK
        view = self._view
        made = any(shown.rows for shown in self._shown)
        plans = self._steps.may_plan and made
        self._state.setVisible(of_week)
        self._print.setEnabled(made or self._page is _Page.CALLING)
        self._proposing.button.setVisible(plans and self._page is not _Page.CALLING)
        is_done = bool(view and view.published_at and not view.changes)
        self._publish.setVisible(plans and of_week and not is_done)
        self._publish.say(_("Publish again") if view and view.published_at else _("Publish"))

    def _ask_publish(self) -> None:
        if self._view is not None:
            self._week_steps.publish(self._view)


def _dates(first: date, last: date) -> str:
    """Return days as "7–12 december 2026", or shorter when they lie in two months."""
    if first.month == last.month:
        return date_range(first, last)
    return f"{day_and_month(first)} – {day_and_month(last)} {last.year}"
