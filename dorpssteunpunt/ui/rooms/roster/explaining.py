"""Asking why somebody is on a shift in a proposal, or why not."""

from threading import Event

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.planning.problem import Duty
from dorpssteunpunt.domain.planning.proposal import WhyNot, WhyThisName
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import RosterProposal
from dorpssteunpunt.services.words.explaining import explanation
from dorpssteunpunt.services.words.roster import shift_title
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace

_PATIENCE = 15.0  # seconds after which the best answer so far will do


class WhyDialog(Dialog):
    """Choose somebody and a shift, and read the reasons."""

    def __init__(self, parent: QWidget, workplace: Workplace, proposal: RosterProposal) -> None:
        super().__init__(parent, _("Why, or why not?"))
        self._workplace, self._proposal = workplace, proposal
        self._given_up = Event()
        names, problem = proposal.names, proposal.problem
        people = sorted(problem.volunteers, key=lambda one: names[one.id])
        self._who = ChoiceField(
            "volunteer",
            _("Volunteer"),
            choices=[Choice(one.id, names[one.id]) for one in people],
            segmented=False,
        )
        self._shift = ChoiceField(
            "shift",
            _("Shift"),
            choices=[
                Choice(one.id, shift_title(proposal.shifts[one.id])) for one in problem.shifts
            ],
            segmented=False,
        )
        for field in (self._who, self._shift):
            self.body.add(field)
            field.edited.connect(self._ask)
        self._answer = self.body.add(Text(_("Choose a volunteer and a shift.")))
        self.body.push()
        self.add_button(secondary(_("Close"), self.accept))
        self.finished.connect(lambda _result: self._given_up.set())

    def open(self) -> None:
        """Show the dialog with the keyboard on who it is about."""
        super().open()
        self._who.setFocus()

    def _ask(self) -> None:
        who, shift = self._who.value(), self._shift.value()
        if who is None or shift is None:
            return
        self._given_up.set()
        self._given_up = given_up = Event()
        desk, planner, proposal = self._workplace.desk, self._workplace.planner, self._proposal
        watch = Watch(seconds=_PATIENCE, cancelled=given_up.is_set)
        self._workplace.tasks.run(
            lambda: roster.explain(desk, planner, proposal, Duty(who, shift), watch),
            self._show,
            owner=self,
            key="explanation",
            saying=_("The reasons are being looked up"),
            cancel=given_up.set,
            beside=True,
        )

    def _show(self, answer: WhyThisName | WhyNot) -> None:
        self._answer.setText("\n".join(explanation(answer, self._proposal)))
        self.fit()
