"""When the desk is closed: public holidays, own closed days; and the school holidays."""

from collections.abc import Collection, Sequence
from functools import partial

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import day_span, long_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.holidays import ClosedPeriod
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.roster import ClosedDays, HolidayLine, ShiftsTouched
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.ui.kit.buttons import quiet, secondary, square
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.school_holidays import SchoolHolidaysCard
from dorpssteunpunt.ui.rooms.settings.section import Section
from dorpssteunpunt.ui.rooms.settings.touched_shifts import ask_about, carry_out


class ClosedDaysSection(Section):
    """Three cards: the public holidays of a year, own closed days, and school holidays."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._year = workplace.today().year

    def show_settings(self, settings: Settings) -> None:
        """Ask anew for the days of the shown year, which are no settings."""
        self._ask_year(self._year)

    def _ask_year(self, year: int) -> None:
        self._year = year
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: (roster.closed_days_of(desk, year), roster.school_table(desk)),
            lambda found: self._have(*found),
            owner=self,
            key="closed_days",
        )

    def _have(self, days: ClosedDays, schools: roster.SchoolTable) -> None:
        self._show_cards(
            [
                self._holidays(days),
                self._periods(days.periods),
                SchoolHolidaysCard(self._workplace, schools),
            ]
        )

    def _holidays(self, days: ClosedDays) -> Card:
        card = Card(
            _("Public holidays {year}").format(year=days.year),
            _("What you choose holds every year. New weeks of the roster follow it."),
        )
        before, after = days.year - 1, days.year + 1
        for year, sign in ((before, "chevron-left"), (after, "chevron-right")):
            name = _("Public holidays {year}").format(year=year)
            card.add_action(square(name, sign, partial(self._ask_year, year), dense=True))
        for line in days.holidays:
            card.body.add(self._holiday(line))
        return card

    def _holiday(self, line: HolidayLine) -> Item:
        name = roster.holiday_name(line.holiday)
        words = _("Close then") if line.is_open else _("Be open then")
        turn = secondary(words, partial(self._choose, line, not line.is_open), dense=True)
        turn.setAccessibleName(f"{words}: {name}")
        tag = TagWords(_("open"), Tone.FINE) if line.is_open else TagWords(_("closed"))
        return Item(name, long_date(line.on), tag, actions=(turn,))

    def _choose(self, line: HolidayLine, is_open: bool) -> None:
        desk, notify = self._workplace.desk, self._workplace.notify
        told = _("{holiday}: open.") if is_open else _("{holiday}: closed.")
        name = roster.holiday_name(line.holiday)
        carry_out(
            self,
            self._workplace.tasks,
            lambda agreed: roster.choose_holiday(
                desk, line.holiday, is_open=is_open, agreed=agreed
            ),
            lambda _done: notify(
                told.format(holiday=name), partial(self._choose, line, not is_open)
            ),
        )

    def _periods(self, periods: Sequence[ClosedPeriod]) -> Card:
        card = Card(
            _("Own closed days"),
            _("A day or a period in which the desk is closed, such as between the holidays."),
        )
        for period in periods:
            change = secondary(_("Change…"), partial(self._ask_period, period), dense=True)
            change.setAccessibleName(_("Change {name}").format(name=period.reason))
            remove = quiet(_("Remove…"), partial(self._ask_to_remove, period), dense=True)
            remove.setAccessibleName(f"{remove.text()} {period.reason}")
            when = day_span(period.first, period.last)
            card.body.add(Item(period.reason, when, actions=(change, remove)))
        if not periods:
            card.body.add(Text(_("None to come."), "second"))
        card.add_foot(secondary(_("Add closed days…"), self._ask_period))
        return card

    def _ask_period(self, period: ClosedPeriod | None = None) -> None:
        form = ClosedPeriodForm(self._workplace, period)
        FormDialog(self, _("Closed days"), form).open()

    def _ask_to_remove(self, period: ClosedPeriod) -> None:
        desk, notify = self._workplace.desk, self._workplace.notify

        def remove() -> None:
            carry_out(
                self,
                self._workplace.tasks,
                lambda agreed: roster.remove_closed_period(desk, period.id, agreed=agreed),
                lambda _done: notify(_("Saved.")),
            )

        confirm(
            self,
            _("Be open after all: {name}?").format(name=period.reason),
            _("New weeks of the roster are open on these days."),
            _("Be open after all"),
            remove,
        )


class ClosedPeriodForm(FreeTextForm):
    """The form of a closed period; a single day needs no last day."""

    def __init__(self, workplace: Workplace, period: ClosedPeriod | None) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"))
        self._workplace = workplace
        self._id = period.id if period else 0
        self.add(
            DateField("first", _("First closed day"), today=workplace.today, required=True),
            DateField("last", _("Last closed day"), today=workplace.today),
        )
        self.add(
            TextField(
                "reason",
                _("Why closed?"),
                hint=_("This stands in the roster and on the wall."),
                required=True,
            )
        )
        for name in ("first", "last", "reason") if period else ():
            self.field(name).set_value(getattr(period, name))
        self.mark_clean()
        self.submitted.connect(self._save)

    def show_refusal(self, refusal: Refusal) -> None:
        """Show which shifts change with it, or say what is wrong at its field."""
        super().show_refusal(refusal)
        if isinstance(refusal, ShiftsTouched):
            ask_about(self, refusal.touched, self._save)

    def _save(self, agreed: Collection[int] = ()) -> None:
        desk, typed = self._workplace.desk, self.values()
        fine = self.numbers_are_fine()

        def work() -> Changed:
            period = ClosedPeriod(
                id=self._id,
                first=typed["first"],
                last=typed["last"] or typed["first"],
                reason=typed["reason"],
            )
            return roster.save_closed_period(desk, period, agreed=agreed, numbers_are_fine=fine)

        self.send(work, lambda _kept: self._workplace.notify(_("Saved.")))
