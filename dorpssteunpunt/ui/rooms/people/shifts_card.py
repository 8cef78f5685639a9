"""The shifts of somebody: which are to come and confirmed, and which they were taken off."""

from collections.abc import Sequence
from functools import partial

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.roster import Noted, OwnShift
from dorpssteunpunt.services.words.attendance import how_words, own_shift_title, own_shift_words
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Entries, Entry
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.workplace import Workplace

_SHOWN = 6  # shifts of somebody that fit at one glance


class ShiftsCard(Card):
    """The first coming shifts of a volunteer, each leading to its week; one click confirms them."""

    def __init__(
        self, workplace: Workplace, detail: PersonDetail, shifts: Sequence[OwnShift]
    ) -> None:
        super().__init__(_("Shifts"), framed=False)
        self._workplace, self._person = workplace, detail.person
        if not shifts:
            self.body.add(Text(_("No shifts in the coming weeks."), "second"))
            return
        entries = self.body.add(Entries())
        for one in shifts[:_SHOWN]:
            entries.add_entry(self._entry(one))
        later = len(shifts) - _SHOWN
        if later > 0:
            words = ngettext("{count} shift after that", "{count} shifts after that", later)
            self.body.add(Text(words.format(count=later), "second"))
        waiting = [one.shift_id for one in shifts[:_SHOWN] if one.is_open]
        if waiting:
            buttons = self.body.add(Flow(gap=8))
            for how in (How.AT_DESK, How.BY_PHONE):
                words = at_the_start(how_words(how))
                buttons.add(secondary(words, partial(self._confirm, waiting, how), "check"))

    def _entry(self, one: OwnShift) -> Entry:
        title = own_shift_title(one)
        go = partial(self._workplace.navigate, Room.ROSTER, one.shift_id)
        shown = _("Show: {what}").format(what=title)
        return Entry(title, own_shift_words(one), None, shown, go)

    def _confirm(self, shift_ids: Sequence[int], how: How) -> None:
        desk, tasks, notify = self._workplace.desk, self._workplace.tasks, self._workplace.notify
        who = self._person.id
        told = _("{name}: {what}.").format(name=self._person.name.full, what=how_words(how))

        def undo(done: Noted) -> None:
            tasks.run(lambda: roster.undo_note(desk, done), lambda _done: notify(_("Undone.")))

        tasks.run(
            lambda: roster.confirm(desk, who, shift_ids, how),
            lambda done: notify(told, lambda: undo(done)),
        )
