"""One request on one page: the facts, who can help, and what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.candidates import Candidate
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.help_requests import Candidates, RequestDetail
from dorpssteunpunt.services.words.help_requests import short_notice_words
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.detail_view import DetailView
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Tiles
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.history import RequestHistory
from dorpssteunpunt.ui.rooms.help_requests.looks import (
    detail_tag,
    phone_words,
    recorded_words,
    what_facts,
    who_facts,
)
from dorpssteunpunt.ui.rooms.help_requests.request_actions import RequestActions
from dorpssteunpunt.ui.rooms.help_requests.steps import RequestSteps
from dorpssteunpunt.ui.rooms.help_requests.who_can_help import WhoCanHelp

_NARROWEST = 260  # pixels at 100 % that half of the page needs


class RequestView(DetailView):
    """Shows one request; ``changing`` asks, with the `RequestDetail`, to change it.

    ``other`` tells the id of another request that somebody wants to see.
    """

    changing = Signal(object)
    other = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            _("Choose a request to see who can help and what happened."), "hand-helping"
        )
        self._workplace = workplace
        self._steps = RequestSteps(workplace, self)
        self._detail: RequestDetail | None = None
        self.request_id: int | None = None
        self._make_page()

    def show_request(self, request_id: int | None) -> None:
        """Show a request, or with None that none is chosen."""
        if request_id != self.request_id:
            self._history.end_contact()
            self._helpers.forget()
            self.area.verticalScrollBar().setValue(0)
        self.request_id = request_id
        if request_id is None:
            self.show_nothing()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Ask anew for the request that is shown; what is being typed stays."""
        request_id = self.request_id
        if request_id is not None:
            desk = self._workplace.desk
            self._workplace.tasks.run(
                lambda: help_requests.request_detail(desk, request_id),
                self._show,
                refused=self._gone,
                owner=self,
                key="detail",
            )

    def go_on(self) -> None:
        """Give the keyboard to the first thing to do here."""
        self._actions.setFocus()

    @property
    def steps(self) -> RequestSteps:
        """What can be done with the request that is shown."""
        return self._steps

    def unsent(self) -> dict[str, object]:
        """Return the contact that was typed and not noted."""
        return self._history.unsent()

    def take_up_unsent(self, unsent: dict[str, object]) -> None:
        """Put back what `unsent` returned."""
        request_id, fields = unsent.get("request"), unsent.get("fields")
        if isinstance(request_id, int) and isinstance(fields, dict):
            self.show_request(request_id)
            self._history.take_up(request_id, fields)

    def _make_page(self) -> None:
        column = self.page
        head = column.add(Column(gap=4))
        top = Flow(head.add(QWidget()), gap=12)
        self._title = top.add(Text(kind="title"))
        self._standing = top.add(Tag())
        self._recorded = head.add(Text(kind="second"))
        self._actions = column.add(RequestActions(self._steps))
        self._actions.contact.connect(self._note_contact)
        self._actions.change.connect(lambda: self.changing.emit(self._detail))
        self._notice = column.add(Banner(Tone.WARNING))
        self._what = column.add(Text())
        facts = Tiles(column.add(QWidget()), narrowest=_NARROWEST)
        self._who_facts = facts.add(Facts())
        self._what_facts = facts.add(Facts())
        halves = Tiles(column.add(QWidget()), narrowest=_NARROWEST, gap=24)
        halves.add(self._make_help())
        self._history = halves.add(RequestHistory(self._workplace))
        self._history.other.connect(self.other)
        self._history.noting.connect(self.area.ensureWidgetVisible)
        column.push()

    def _make_help(self) -> QWidget:
        half = QWidget()
        column = Column(half, gap=8)
        self._help_title = column.add(Text(kind="heading"))
        self._helper = column.add(Column())
        self._helpers = column.add(WhoCanHelp(self._give))
        self._outcome = column.add(Text())
        column.push()
        return half

    def _show(self, detail: RequestDetail) -> None:
        self._detail = detail
        today = self._workplace.today()
        self._title.setText(detail.kind.name)
        self._standing.show_words(detail_tag(detail, today))
        self._recorded.setText(recorded_words(detail))
        self._actions.show_request(detail)
        self._show_notice(detail)
        self._what.setText(detail.request.what)
        self._who_facts.show_facts(who_facts(detail))
        self._what_facts.show_facts(what_facts(detail, today))
        self._show_help(detail)
        self._history.show_detail(detail)
        self.show_page()

    def _show_notice(self, detail: RequestDetail) -> None:
        self._notice.hide()
        if detail.standing is Standing.TO_FINISH:
            self._notice.say(
                _("The day of the help has gone by. Ask how it went, and finish the request."),
                _("Finish…"),
                lambda: self._steps.close(detail),
            )
        elif detail.is_short_notice and detail.volunteer is None and detail.request.state.is_open:
            self._notice.say(short_notice_words(detail.kind.name, detail.kind.notice_days))

    def _show_help(self, detail: RequestDetail) -> None:
        self._helper.clear()
        seeks = detail.request.state.is_open and detail.volunteer is None
        closed = not detail.request.state.is_open
        self._help_title.setText(_("Who can help?") if seeks else _("Who helps"))
        if closed:
            self._help_title.setText(_("How it ended"))
        self._helpers.setVisible(seeks)
        self._outcome.setVisible(closed)
        if detail.volunteer is not None:
            self._helper.add(self._volunteer(detail.volunteer, detail))
        if closed:
            note = (detail.request.referred_to, detail.request.outcome_note)
            self._outcome.setText("\n".join(part for part in note if part))
        if seeks:
            self._ask_candidates(detail)

    def _volunteer(self, helper: Person, detail: RequestDetail) -> QWidget:
        widget = QWidget()
        column = Column(widget, gap=4)
        column.add(Text(helper.name.full, "strong"))
        if words := phone_words(helper):
            column.add(Text(words))
        if detail.request.state.is_open:
            again = _("Somebody else…")
            buttons = Flow(column.add(QWidget()))
            buttons.add(secondary(again, lambda: self._steps.take_back(detail), dense=True))
        return widget

    def _ask_candidates(self, detail: RequestDetail) -> None:
        desk, request_id = self._workplace.desk, detail.request.id

        def show(found: Candidates) -> None:
            if self.request_id == request_id:
                self._helpers.show_candidates(found, detail.kind.name)

        self._workplace.tasks.run(
            lambda: help_requests.candidates(desk, request_id), show, owner=self, key="candidates"
        )

    def _give(self, candidate: Candidate) -> None:
        if self._detail is not None:
            self._steps.give(self._detail, candidate)

    def _note_contact(self) -> None:
        if self._detail is not None:
            self._history.note_contact(self._detail)

    def _gone(self, _refusal: Refusal) -> None:
        self.show_request(None)
