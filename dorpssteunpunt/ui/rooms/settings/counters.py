"""The counters of a support point that has several, and the way to a second one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.counters import FIRST_COUNTER, Counter
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.support_point import remove_counter, save_counters
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.section import Section, ask_and_keep, plain_form


class CountersCard(Card):
    """The counters by name; the first one stays."""

    def __init__(self, workplace: Workplace, counters: Sequence[Counter], section: Section) -> None:
        super().__init__(
            _("Desks"), _("Each has opening hours, shifts and standing places of its own.")
        )
        self._workplace, self._section = workplace, section
        for counter in counters:
            self.body.add(self._item(counter))
        another = Counter(position=len(counters) + 1, name="")
        self.add_foot(secondary(_("Add a desk…"), partial(self._change, another)))

    def _item(self, counter: Counter) -> Item:
        change = secondary(_("Change…"), partial(self._change, counter), dense=True)
        change.setAccessibleName(_("Change {name}").format(name=counter.name))
        if counter.id == FIRST_COUNTER:
            return Item(counter.name, actions=(change,))
        remove = quiet(_("Remove…"), partial(self._ask_remove, counter), dense=True)
        remove.setAccessibleName(f"{remove.text()} {counter.name}")
        return Item(counter.name, actions=(change, remove))

    def _change(self, counter: Counter) -> None:
        desk = self._workplace.desk
        form = plain_form(self._workplace)
        form.add(TextField("counter", _("Name"), required=True))
        form.field("counter").set_value(counter.name)

        def write(typed: dict[str, Any]) -> Changed:
            return save_counters(desk, [replace(counter, name=typed["counter"])])

        ask_and_keep(self._section, self._workplace, _("Desk"), form, write)

    def _ask_remove(self, counter: Counter) -> None:
        confirm(
            self._section,
            _("Remove {name}?").format(name=counter.name),
            _("Only a desk that was never used can go."),
            _("Remove"),
            partial(self._remove, counter),
            dangerous=True,
        )

    def _remove(self, counter: Counter) -> None:
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: remove_counter(desk, counter.id),
            lambda _gone: self._workplace.notify(_("Removed.")),
            owner=self._section,
        )


def begin_counters(workplace: Workplace, first: Counter, section: Section) -> None:
    """Ask what both counters are called, now that there will be something to tell apart."""
    desk = workplace.desk
    form = plain_form(workplace)
    form.add_widget(Text(_("Every shift then says at which desk it is, also on paper.")))
    form.add(
        TextField("first", _("The desk there is"), required=True),
        TextField("counter", _("The other desk"), required=True),
    )
    form.field("first").set_value(first.name)

    def write(typed: dict[str, Any]) -> Changed:
        other = Counter(position=2, name=typed["counter"])
        return save_counters(desk, [replace(first, name=typed["first"]), other])

    ask_and_keep(section, workplace, _("More than one desk"), form, write)
