"""The card of the week template: what the shifts of a week are made from, line by line."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.counters import place_names
from dorpssteunpunt.domain.template import OpeningSlot, by_day
from dorpssteunpunt.services.roster import (
    TemplateDraft,
    TemplatePreview,
    change_template,
    preview_template,
)
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.services.words.template import line_words, weekday_words
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.revision_form import RevisionForm
from dorpssteunpunt.ui.rooms.settings.template_form import TemplateForm


class WeekTemplateCard(Card):
    """A line for each day part with the weekdays on which it is the same, and a way to add one."""

    def __init__(self, workplace: Workplace, settings: Settings, asker: QWidget) -> None:
        super().__init__(
            _("Opening hours"),
            _("Shifts are made from this. A change shows first what it does to those there are."),
        )
        self._workplace = workplace
        self._settings = settings
        self._asker = asker
        self._names = place_names(settings.dayparts, settings.counters)
        self._skills = {skill.id: skill.name for skill in settings.skills}
        lines = by_day(settings.week_template)
        for line, weekdays in lines:
            self.body.add(self._item(line, weekdays))
        if not lines:
            self.body.add(Text(_("The desk is never open yet."), "second"))
        self.add_foot(secondary(_("Add opening hours…"), partial(self._ask, None, ())))

    def _item(self, line: OpeningSlot, weekdays: Sequence[int]) -> Item:
        title = self._named(line, weekdays)
        change = secondary(_("Change…"), partial(self._ask, line, weekdays), dense=True)
        change.setAccessibleName(_("Change {name}").format(name=title))
        remove = quiet(_("Remove…"), partial(self._ask_remove, line, weekdays), dense=True)
        remove.setAccessibleName(f"{remove.text()} {title}")
        return Item(title, line_words(line, self._skills), actions=(change, remove))

    def _named(self, line: OpeningSlot, weekdays: Sequence[int]) -> str:
        name = self._names.of(line.daypart_id, line.counter_id)
        return f"{name}, {weekday_words(weekdays)}"

    def _ask(self, line: OpeningSlot | None, weekdays: Sequence[int]) -> None:
        form = TemplateForm(self._workplace, self._settings, line, weekdays)
        others = self._without(line, weekdays)
        title = self._named(line, weekdays) if line else at_the_start(_("opening hours"))

        def kept(_change: object) -> None:
            form.mark_clean()
            form.sent.emit()

        form.submitted.connect(
            lambda: self._change([*others, *form.lines()], form, kept, form.show_refusal)
        )
        FormDialog(self._asker, title, form).open()

    def _ask_remove(self, line: OpeningSlot, weekdays: Sequence[int]) -> None:
        others = self._without(line, weekdays)
        confirm(
            self._asker,
            _("Remove {name}?").format(name=self._named(line, weekdays)),
            _("New weeks no longer get these shifts."),
            _("Remove"),
            lambda: self._change(others, self._asker, lambda _change: None, None),
            dangerous=True,
        )

    def _change(
        self,
        lines: Sequence[OpeningSlot],
        over: QWidget,
        kept: Callable[[object], None],
        refused: Callable[[Refusal], None] | None,
    ) -> None:
        """Keep these lines; where shifts that are made would follow, show first which ones."""
        desk, tasks, today = self._workplace.desk, self._workplace.tasks, self._workplace.today()

        def told(change: object) -> None:
            self._workplace.notify(_("Saved."))
            kept(change)

        def previewed(preview: TemplatePreview) -> None:
            if preview:
                form = RevisionForm(self._workplace, lines, preview, told)
                FormDialog(over, _("Shifts that are made change too"), form, width=720).open()
            else:
                draft = TemplateDraft(lines=lines, first=today)
                tasks.run(lambda: change_template(desk, draft), told, refused=refused, owner=over)

        tasks.run(
            lambda: preview_template(desk, lines, today), previewed, refused=refused, owner=over
        )

    def _without(self, line: OpeningSlot | None, weekdays: Sequence[int]) -> list[OpeningSlot]:
        """Return the lines of the template but those that this one stands for."""
        gone = {replace(line, weekday=weekday) for weekday in weekdays} if line else ()
        return [one for one in self._settings.week_template if one not in gone]
