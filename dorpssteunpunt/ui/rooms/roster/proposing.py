"""Asking the program who could fill the gaps of a week, a month or a quarter."""

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import Rearranged, RosterProposal
from dorpssteunpunt.services.words.proposing import accepted_words, progress_words
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.proposal_form import ProposalForm
from dorpssteunpunt.ui.rooms.roster.trail import Trail
from dorpssteunpunt.ui.rooms.roster.ways import OfStep

_KEY = "proposal"
_MONTH, _QUARTER = 4, 13
"""Weeks that are planned together."""


class Proposing:
    """Lets the program propose, beside the work of the store, and shows what it found."""

    def __init__(self, workplace: Workplace, trail: Trail, over: QWidget) -> None:
        self._workplace, self._trail, self._over = workplace, trail, over
        self._week = Week.of(workplace.today())
        self.button = self._with_menu(secondary(_("Propose"), icon_name="chevron-down", dense=True))

    def start_from(self, week: Week) -> None:
        """Begin with this week from now on."""
        self._week = week

    def _with_menu(self, button: Button) -> Button:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the word
        menu = QMenu(button)
        menu.addAction(_("Fill this week…"), lambda: self._propose(1))
        menu.addAction(_("Fill four weeks…"), lambda: self._propose(_MONTH))
        menu.addAction(_("Fill thirteen weeks…"), lambda: self._propose(_QUARTER))
        menu.addSeparator()
        menu.addAction(_("Repair this week, moving few…"), lambda: self._propose(1, repair=True))
        menu.addAction(
            _("Repair four weeks, moving few…"), lambda: self._propose(_MONTH, repair=True)
        )
        if self._workplace.desk.allows(Right.IMPORT):
            menu.addSeparator()
            menu.addAction(_("Take over filled-in wishes…"), self._go_to_sheets)
        button.setMenu(menu)
        return button

    def _propose(self, count: int, *, repair: bool = False) -> None:
        weeks = [self._week]
        while len(weeks) < count:
            weeks.append(weeks[-1].next())
        desk, planner, given_up = self._workplace.desk, self._workplace.planner, Event()
        tasks = self._workplace.tasks
        watch = Watch(
            cancelled=given_up.is_set,
            progress=lambda done: tasks.say(_KEY, progress_words(done)),
        )
        tasks.run(
            lambda: roster.propose(desk, planner, weeks, watch, repair=repair),
            self._show,
            owner=self._over,
            key=_KEY,
            saying=progress_words(0.0),
            cancel=given_up.set,
            beside=True,
        )

    def _go_to_sheets(self) -> None:
        self._workplace.navigate(Room.PEOPLE, action="filled_in")

    def _show(self, proposal: RosterProposal) -> None:
        if not (proposal.parts or proposal.left_to_people):
            self._workplace.notify(_("There is nothing to fill."))
            return
        form = ProposalForm(self._workplace, proposal, self._accepted)
        title = _("Proposal from week {number}").format(number=proposal.weeks[0].number)
        if len(proposal.weeks) == 1:
            title = _("Proposal for week {number}").format(number=proposal.weeks[0].number)
        FormDialog(self._over, title, form, width=760).open()

    def _accepted(self, done: Rearranged) -> None:
        self._trail.add(accepted_words(done), OfStep(self._workplace.desk, done.step))
