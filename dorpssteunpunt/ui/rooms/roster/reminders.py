"""Whom to call about their shifts: a list in place of the grid, and what each of them said."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.periods import coming_week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.overviews.reminders import reminders_overview
from dorpssteunpunt.services.roster import OwnShift, Reminder
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.attendance import own_shift_title, own_shift_words
from dorpssteunpunt.ui.kit.buttons import Button, quiet, secondary
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.labels import Meta, Text
from dorpssteunpunt.ui.kit.layouts import Beside, Column, Flow, line, scrolling
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.theme import set_kind
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.noting import Noting
from dorpssteunpunt.ui.rooms.roster.steps import Steps


class Reminders(QWidget):
    """The people of some days who did not confirm; ``left`` tells that the grid is wanted."""

    left = Signal()

    def __init__(self, workplace: Workplace, steps: Steps, noting: Noting) -> None:
        super().__init__()
        self._workplace, self._steps, self._noting = workplace, steps, noting
        self._days = tuple(
            DateField(name, label, today=workplace.today, required=True)
            for name, label in (("first", _("First day")), ("last", _("Last day")))
        )
        for field, day in zip(self._days, coming_week(workplace.today()), strict=True):
            field.set_value(day)
            field.edited.connect(self.refresh)
        self._summary = Text(kind="heading")
        self._coming: Iterator[Reminder] = iter(())
        self._build()

    def refresh(self) -> None:
        """Ask anew whom to call, unless the days are not understood."""
        span = self._span()
        if span is None:
            return
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: roster.reminders(desk, *span),
            self._show,
            refused=self._refused,
            owner=self,
            key="reminders",
        )

    def print_list(self) -> None:
        """Show the list as a paper to call by, with boxes to tick."""
        span = self._span()
        if span is None:
            return
        desk, sheets = self._workplace.desk, self._workplace.sheets
        show_preview(
            self,
            self._workplace.tasks,
            _("Whom to call"),
            lambda: sheets.draw(reminders_overview(desk, *span)),
            _("call-{first}-{last}.pdf").format(first=span[0], last=span[1]),
        )

    def _build(self) -> None:
        page = Column(self, gap=12)
        back = quiet(_("Back to the roster"), self.left.emit, "arrow-left", dense=True)
        Flow(page.add(QWidget())).add(back)
        card = QFrame()
        set_kind(card, "card")
        inside = QWidget()
        Column(card, margin=(16, 16, 4, 8)).add(scrolling(inside))
        column = Column(inside, gap=12, margin=(0, 0, 12, 8))
        days = Flow(column.add(QWidget()), gap=24)
        for field in self._days:
            days.add(field)
        column.add(self._summary)
        self._list = column.add(Column(gap=8))
        column.push()
        page.add(card, 1)

    def _span(self) -> tuple[date, date] | None:
        first, last = (field.value() for field in self._days)
        return (first, last) if first and last else None

    def _refused(self, refusal: Refusal) -> None:
        self._days[-1].show_error(in_words(refusal))

    def _show(self, found: Sequence[Reminder]) -> None:
        for field in self._days:
            field.clear_error()
        count = len(found)
        words = ngettext("{count} person to call", "{count} people to call", count)
        nobody = _("Everybody has confirmed. There is nobody to call.")
        self._summary.setText(words.format(count=count) if count else nobody)
        self._list.clear()
        self._coming = iter(found)
        self._add_next(self._coming)

    def _add_next(self, coming: Iterator[Reminder]) -> None:
        """Add somebody and let the window breathe: a whole village would hold it up too long."""
        if coming is not self._coming:  # another list is being shown by now
            return
        reminder = next(coming, None)
        if reminder is None:
            return
        self._add(reminder)
        QTimer.singleShot(0, self, partial(self._add_next, coming))

    def _add(self, one: Reminder) -> None:
        if self._list.count():
            self._list.add(line())
        top = Beside(self._list.add(QWidget()), narrowest=160, gap=12)
        words = Column(top.add(QWidget()), gap=2)
        who = Flow(words.add(QWidget()), gap=12)
        who.add(Text(one.name, "heading"))
        phone = shown_phone(one.phone) if one.phone else _("no number for the list")
        who.add(Text(phone, "strong" if one.phone else "second"))
        if one.mind:
            words.add(Text(one.mind, "second"))
        answers = Flow(top.add(QWidget()), gap=12)
        for button in self._answers(one):
            answers.add(button)
        for own in one.shifts:
            self._add_shift(one, own)

    def _add_shift(self, one: Reminder, own: OwnShift) -> None:
        beside = Beside(self._list.add(QWidget()), narrowest=160, gap=12, margin=(16, 0, 0, 0))
        words = Column(beside.add(QWidget()), gap=0)
        words.add(Text(own_shift_title(own)))
        words.add(Meta(own_shift_words(own)))
        if not own.lost_because:
            beside.add(self._cannot(one, own))

    def _answers(self, one: Reminder) -> Sequence[Button]:
        says = _("Knows it") if _is_off(one) else _("Comes")
        to_person = quiet(
            _("To the person"),
            lambda: self._workplace.navigate(Room.PEOPLE, one.volunteer_id),
            dense=True,
        )
        to_person.setAccessibleName(_("To the person {name}").format(name=one.name))
        return (
            self._answer(one, says, How.BY_PHONE, "check"),
            self._answer(one, _("Voicemail"), How.VOICEMAIL),
            to_person,
        )

    def _answer(self, one: Reminder, words: str, how: How, icon_name: str = "") -> Button:
        shift_ids = [own.shift_id for own in one.shifts]
        button = secondary(
            words,
            lambda: self._noting.confirm(
                one.volunteer_id, one.name, shift_ids, how, is_off=_is_off(one)
            ),
            icon_name,
            dense=True,
        )
        button.setAccessibleName(_("{name}: {what}").format(name=one.name, what=words))
        return button

    def _cannot(self, one: Reminder, own: OwnShift) -> Button:
        shift = own_shift_title(own)
        button = secondary(
            _("Cannot come…"),
            lambda: self._steps.note_absence(own.assignment_id, one.name, shift),
            dense=True,
        )
        spoken = _("{name} cannot come on {shift}").format(name=one.name, shift=shift)
        button.setAccessibleName(spoken)
        return button


def _is_off(one: Reminder) -> bool:
    """Say whether somebody is called only because they are off their shifts."""
    return all(own.lost_because for own in one.shifts)
