"""An escalation as a professional sees it: what was written, notes, a decision, an answer."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import moment, short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.concerns import Decision, EscalationState
from dorpssteunpunt.services import concerns
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.concerns import EscalationDetail, OpenedNote
from dorpssteunpunt.services.words.concerns import decision_word, urgency_word
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.detail_view import DetailView
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.layouts import line as rule
from dorpssteunpunt.ui.kit.messages import Timeline, TimelineEntry
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.concerns.answering import Answering
from dorpssteunpunt.ui.rooms.concerns.looks import source_words, state_tag


class EscalationPage(DetailView):
    """One escalation on one page; opening it marks it seen."""

    def __init__(self, workplace: Workplace, answering: Answering) -> None:
        super().__init__(
            _("Choose a signal to read it, to decide and to answer the desk."), "shield"
        )
        self._workplace = workplace
        self._answering = answering
        self._shown = 0

    def show_nothing(self) -> None:
        """Say what stands here when an escalation is chosen."""
        self._shown = 0
        super().show_nothing()

    def show_concern(self, concern_id: int) -> None:
        """Open an escalation, which is logged."""
        self._shown = concern_id
        self.refresh()

    def refresh(self) -> None:
        """Ask anew for the escalation that is shown."""
        if not self._shown:
            return
        desk, concern_id = self._workplace.desk, self._shown
        self._workplace.tasks.run(
            lambda: concerns.open_escalation(desk, concern_id),
            self._opened,
            owner=self,
            key="detail",
        )

    def _opened(self, answer: tuple[Changed, EscalationDetail]) -> None:
        change, detail = answer
        self._show(detail)
        if change.rooms:
            self._workplace.tasks.changed.emit(change)

    def _show(self, detail: EscalationDetail) -> None:
        self.page.clear()
        self.page.add(self._written(detail))
        self.page.add(rule())
        self.page.add(self._handling(detail))
        self.page.push()
        self.show_page()

    def _written(self, detail: EscalationDetail) -> Card:
        line, text = detail.line, detail.text
        number = _("Signal {number}").format(number=line.concern.id)
        card = Card((text and text.about) or number, title_kind="title", framed=False)
        card.set_tag(state_tag(line.escalation, self._workplace.today()))
        facts = [
            (_("Passed on by"), f"{line.author}, {moment(line.concern.submitted_at)}"),
            (_("Urgency"), urgency_word(line.concern.is_urgent)),
            (_("Answer by"), short_date(line.escalation.due_on)),
        ]
        if source := source_words(line):
            facts.append((_("Origin"), source))
        card.body.add(Facts(facts))
        card.line()
        if text is None:
            card.body.add(Text(_("This signal was not sealed to you. A colleague can share it.")))
            return card
        _paragraph(card, _("Seen or heard"), text.observed)
        _paragraph(card, _("What the volunteer thinks of it"), text.interpretation)
        return card

    def _handling(self, detail: EscalationDetail) -> Card:
        card = Card(_("What you do with it"), framed=False)
        buttons = Flow(gap=8)
        for button in self._steps(detail):
            buttons.add(button)
        card.body.add(buttons)
        entries = sorted(_told(detail), key=lambda told: told[0], reverse=True)
        if entries:
            card.body.add(Timeline([entry for _when, entry in entries]))
        return card

    def _steps(self, detail: EscalationDetail) -> list[QWidget]:
        decided = detail.line.escalation.decision is not None
        ended = detail.line.escalation.state is EscalationState.FED_BACK
        taken_on = detail.line.escalation.decision is Decision.TAKEN_ON
        number = detail.line.concern.id
        steps: list[QWidget] = []
        if not ended or taken_on:
            kind = secondary if decided else primary
            steps.append(
                kind(_("Decide…"), partial(self._answering.decide, number), shortcut="Ctrl+D")
            )
        if decided:
            kind = secondary if ended else primary
            about = detail.text.about if detail.text else ""
            answer = partial(self._answering.answer, number, about)
            steps.append(kind(_("Answer the desk…"), answer, shortcut="Ctrl+R"))
        note = partial(self._answering.note, number)
        steps.append(secondary(_("Confidential note…"), note, icon_name="lock"))
        return steps


def _paragraph(card: Card, title: str, text: str) -> None:
    if text:
        card.body.add(Text(title, "second"))
        card.body.add(Text(text))


def _told(detail: EscalationDetail) -> list[tuple[datetime, TimelineEntry]]:
    """Return notes, decisions and answers with their moments."""
    return [
        *((note.written_at, _note_entry(note)) for note in detail.notes),
        *(
            (
                line.feedback.given_at,
                TimelineEntry(
                    moment(line.feedback.given_at),
                    line.author,
                    _("To the desk: {text}").format(text=line.feedback.text),
                ),
            )
            for line in detail.feedback
        ),
    ]


def _note_entry(note: OpenedNote) -> TimelineEntry:
    text = note.text if note.decision is None else f"{decision_word(note.decision)}: {note.text}"
    return TimelineEntry(moment(note.written_at), note.author, text)
