"""The school holidays of the village: taken over from what is published, and changed by hand."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Any

from dorpssteunpunt.base.formats import day_span
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.holidays import SchoolHoliday, SchoolRegion
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.roster import SchoolTable
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.section import ask_and_keep, plain_form


class SchoolHolidaysCard(Card):
    """The table, one school year after the other."""

    def __init__(self, workplace: Workplace, table: SchoolTable) -> None:
        title = _("School holidays")
        if table.region:
            title = _("School holidays, region {region}").format(
                region=roster.region_name(table.region)
            )
        super().__init__(
            title, _("They stand beside the days in the roster. The desk is open as usual.")
        )
        self._workplace = workplace
        self._table = table
        words = _("Another region…") if table.region else _("Choose the region…")
        self.add_action(secondary(words, self._ask_region, dense=True))
        for year, holidays in groupby(table.holidays, lambda one: one.school_year):
            self.body.add(Text(f"{year}–{year + 1}", "strong"))
            for holiday in holidays:
                self.body.add(self._item(holiday))
        if not table.holidays:
            self.body.add(
                Text(_("Choose the region, and the dates of the ministry are filled in."))
            )
        self.add_foot(secondary(_("Add a school holiday…"), self._ask))

    def _item(self, holiday: SchoolHoliday) -> Item:
        when = day_span(holiday.first, holiday.last)
        change = secondary(_("Change…"), partial(self._ask, holiday), dense=True)
        change.setAccessibleName(_("Change {name}").format(name=f"{holiday.name}, {when}"))
        remove = quiet(_("Remove…"), partial(self._ask_to_remove, holiday), dense=True)
        remove.setAccessibleName(f"{remove.text()} {holiday.name}, {when}")
        return Item(holiday.name, when, actions=(change, remove))

    def _ask_region(self) -> None:
        desk = self._workplace.desk
        form = plain_form(self._workplace)
        choices = [Choice(region, roster.region_name(region)) for region in SchoolRegion]
        form.add(ChoiceField("region", _("Region"), choices=choices, segmented=True, required=True))
        form.field("region").set_value(self._table.region)
        form.add_widget(
            Text(
                _(
                    "The dates that the ministry published for this region come in place of those "
                    "in the table. Schools may have autumn and spring in another week: change that "
                    "here afterwards."
                ),
                "second",
            )
        )
        self._open(
            _("School holidays"),
            form,
            lambda typed: roster.take_over_school_holidays(desk, typed["region"]),
        )

    def _ask(self, holiday: SchoolHoliday | None = None) -> None:
        desk, today = self._workplace.desk, self._workplace.today
        form = plain_form(self._workplace)
        form.add(TextField("name", _("Name"), required=True))
        form.add(
            DateField("first", _("First day"), today=today, required=True),
            DateField("last", _("Last day"), today=today, required=True),
        )
        for name in ("name", "first", "last") if holiday else ():
            form.field(name).set_value(getattr(holiday, name))
        kept_id = holiday.id if holiday else 0
        self._open(
            _("School holiday"),
            form,
            lambda typed: roster.save_school_holiday(desk, SchoolHoliday(id=kept_id, **typed)),
        )

    def _ask_to_remove(self, holiday: SchoolHoliday) -> None:
        desk = self._workplace.desk
        confirm(
            self,
            _("Take {name} off the list?").format(name=holiday.name),
            _("It stands no longer beside the days in the roster."),
            _("Take off the list"),
            lambda: self._workplace.tasks.run(
                lambda: roster.remove_school_holiday(desk, holiday.id)
            ),
        )

    def _open(self, title: str, form: Form, write: Callable[[dict[str, Any]], Changed]) -> None:
        ask_and_keep(self, self._workplace, title, form, write)
