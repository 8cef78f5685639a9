"""The first screen of the day, for whoever sits down at the desk."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import at_the_start, greeting, long_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.today import TodayView, today_view
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.today.cards import (
    FeedbackCard,
    HandoverCard,
    RequestsCard,
    SwapsCard,
    ToAnswerCard,
    WeekCard,
)
from dorpssteunpunt.ui.rooms.today.columns import Columns
from dorpssteunpunt.ui.rooms.today.duty_card import DutyCard
from dorpssteunpunt.ui.rooms.today.lost_card import LostCard


class TodayScreen(Screen):
    """Three columns of cards: handed over, asked for, and who is here."""

    watches = frozenset(Room)
    can_print: ClassVar[bool] = True

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        now = workplace.desk.clock.now()
        name = workplace.desk.actor.name
        week = Week.of(now.date()).number
        day = at_the_start(long_date(now.date()))
        self._day = _("{day}, week {week}").format(day=day, week=week)
        self._header = header = Header(
            f"{greeting(now.time())} {name.given_name or name.full}", self._day
        )
        header.add_action(
            primary(_("New help request"), self._ask, icon_name="plus", shortcut="Ctrl+N")
        )
        header.add_action(secondary(_("Pass on a signal"), self._signal))
        header.add_action(secondary(_("Hand something over"), self._hand_over))
        self._columns = Columns()
        page = self.page()
        page.add(header)
        page.add(self._columns, 1)

    def refresh(self) -> None:
        """Ask anew what there is to know now."""
        desk = self.workplace.desk
        self.workplace.tasks.run(lambda: today_view(desk), self._show, owner=self, key="today")

    def print_overview(self) -> None:
        """Show the sheet of this day: who is there, their numbers, and what is asked."""
        desk, sheets, day = self.workplace.desk, self.workplace.sheets, self.workplace.today()
        show_preview(
            self,
            self.workplace.tasks,
            _("Day sheet"),
            lambda: sheets.draw(day_sheet(desk, day)),
            _("day-sheet-{day}.pdf").format(day=day),
        )

    def _show(self, view: TodayView) -> None:
        self._header.set_second(" · ".join(filter(None, (self._day, view.note.words))))
        self._columns.show_cards(
            (HandoverCard(self.workplace, view),),
            (RequestsCard(self.workplace, view),),
            self._beside(view),
        )

    def _beside(self, view: TodayView) -> tuple[QWidget, ...]:
        cards: list[Card] = []
        if self.workplace.desk.allows(Right.READ_CONCERNS):
            cards.append(ToAnswerCard(self.workplace, view, self.workplace.today()))
        cards.append(DutyCard(self.workplace, view))
        if view.lost_shifts:
            cards.append(LostCard(self.workplace, view.lost_shifts))
        if view.feedback:
            cards.append(FeedbackCard(self.workplace, view.feedback))
        cards.append(WeekCard(self.workplace, view))
        if view.waiting_swaps:
            cards.append(SwapsCard(self.workplace, view.waiting_swaps))
        return tuple(cards)

    def _ask(self) -> None:
        self.workplace.navigate(Room.HELP_REQUESTS, action="new")

    def _signal(self) -> None:
        self.workplace.navigate(Room.CONCERNS, action="new")

    def _hand_over(self) -> None:
        self.workplace.navigate(Room.HANDOVER, action="new")
