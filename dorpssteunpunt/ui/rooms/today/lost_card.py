"""What whoever sits at the desk has to know about their own shifts: which are gone, and why."""

from collections.abc import Sequence
from functools import partial

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import OwnShift
from dorpssteunpunt.services.words.attendance import lost_words, own_shift_title
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.workplace import Workplace


class LostCard(Card):
    """The shifts that somebody was taken off and has not read about."""

    def __init__(self, workplace: Workplace, lost: Sequence[OwnShift]) -> None:
        super().__init__(_("Your shifts"), _("You are off these shifts."))
        self._workplace = workplace
        for one in lost:
            title = own_shift_title(one)
            read = secondary(_("Read"), partial(self._read, one), icon_name="check", dense=True)
            read.setAccessibleName(_("Read: {what}").format(what=title))
            self.body.add(Item(title, lost_words(one), actions=(read,)))

    def _read(self, one: OwnShift) -> None:
        desk = self._workplace.desk
        me = desk.actor.person_id
        self._workplace.tasks.run(lambda: roster.confirm(desk, me, [one.shift_id], How.AT_DESK))
