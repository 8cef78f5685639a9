"""A signal as the desk sees it: how far it is, and the feedback meant for the desk."""

from collections.abc import Sequence

from dorpssteunpunt.base.formats import moment, short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.concerns import EscalationState
from dorpssteunpunt.services import concerns
from dorpssteunpunt.services.ports import ConcernLine, FeedbackLine
from dorpssteunpunt.services.words.concerns import state_sentence, urgency_word
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.detail_view import DetailView
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import line as rule
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.concerns.looks import source_words, state_tag


class DeskDetail(DetailView):
    """The state of one signal and what the village supporter wants the desk to know."""

    def __init__(self, workplace: Workplace) -> None:
        what_for = _(
            "Choose a signal to see how far it is. What it says is for the village supporter only."
        )
        super().__init__(what_for, "shield")
        self._workplace = workplace

    def show_line(self, line: ConcernLine) -> None:
        """Show one signal and ask for its feedback."""
        desk, concern_id = self._workplace.desk, line.concern.id
        self._workplace.tasks.run(
            lambda: concerns.desk_feedback(desk, concern_id),
            lambda feedback: self._show(line, feedback),
            owner=self,
            key="detail",
        )

    def _show(self, line: ConcernLine, feedback: Sequence[FeedbackLine]) -> None:
        self.page.clear()
        title = _("Signal {number}").format(number=line.concern.id)
        card = Card(title, title_kind="title", framed=False)
        card.set_tag(state_tag(line.escalation, self._workplace.today()))
        card.body.add(Text(state_sentence(line.escalation.state), "strong"))
        facts = [
            (_("Passed on by"), line.author),
            (_("When"), moment(line.concern.submitted_at)),
            (_("Urgency"), urgency_word(line.concern.is_urgent)),
        ]
        if line.escalation.state is not EscalationState.FED_BACK:
            facts.append((_("Answer by"), short_date(line.escalation.due_on)))
        if source := source_words(line):
            facts.append((_("Origin"), source))
        card.body.add(Facts(facts))
        self.page.add(card)
        for answer in feedback:
            self.page.add(rule())
            self.page.add(self._answer(answer))
        self.page.push()
        self.show_page()

    def _answer(self, line: FeedbackLine) -> Card:
        title = _("Answer of the village supporter")
        card = Card(title, f"{line.author} · {moment(line.feedback.given_at)}", framed=False)
        if line.feedback.about:
            card.body.add(Text(_("About {whom}").format(whom=line.feedback.about), "strong"))
        card.body.add(Text(line.feedback.text))
        if not line.is_read:
            card.add_action(
                secondary(_("Read"), lambda: self._read(line.feedback.id), icon_name="check")
            )
        return card

    def _read(self, feedback_id: int) -> None:
        desk = self._workplace.desk
        self._workplace.tasks.run(lambda: concerns.read_feedback(desk, feedback_id))
