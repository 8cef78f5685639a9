"""What can be done with a request from its page: giving, waiting, closing, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.candidates import Candidate
from dorpssteunpunt.domain.help_requests import PapersMissing
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import TextArea
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.open_form import Draft, OpenForm
from dorpssteunpunt.ui.kit.reason_form import ask_reason
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.closing_form import ClosingForm


class RequestSteps:
    """The steps of the request that is shown; each says afterwards what was done."""

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        self._workplace = workplace
        self._over = over
        self.forms = OpenForm(over)
        self._desk = workplace.desk

    def go_on(self, draft: Draft) -> None:
        """Go on with a step that was being written."""
        if draft.what == "give":
            self._ask_why(*draft.about).take_up(draft.typed)
            return
        begin = {
            "take_back": self.take_back,
            "wait": self.wait,
            "close": self.close,
            "reopen": self.reopen,
        }[draft.what]
        self._workplace.tasks.run(
            lambda: help_requests.request_detail(self._desk, draft.about),
            lambda detail: begin(detail).take_up(draft.typed),
            owner=self._over,
        )

    def take_up(self, detail: RequestDetail) -> None:
        """Say that somebody is on to it."""
        self._do(partial(help_requests.take_up, self._desk, detail.request.id), _("Taken up."))

    def give(self, detail: RequestDetail, candidate: Candidate) -> None:
        """Give the request to a volunteer; missing papers ask for a reason first."""
        request_id, name = detail.request.id, candidate.name.full
        done = _("{name} has this request now.").format(name=name)

        def refused(refusal: Refusal) -> None:
            if isinstance(refusal, PapersMissing):
                self._ask_why(request_id, candidate, refusal)
            else:
                self._workplace.tasks.refused.emit(refusal)

        self._workplace.tasks.run(
            lambda: help_requests.match_volunteer(self._desk, request_id, candidate.person_id),
            lambda _changed: self._workplace.notify(done, self._taking_back(request_id)),
            refused=refused,
            owner=self._over,
        )

    def _ask_why(
        self, request_id: int, candidate: Candidate, refusal: PapersMissing
    ) -> FreeTextForm:
        name = candidate.name.full

        def work(reason: str, fine: bool) -> Changed:
            return help_requests.match_volunteer(
                self._desk, request_id, candidate.person_id, reason, numbers_are_fine=fine
            )

        return ask_reason(
            self.forms,
            self._workplace.tasks,
            _("Give it to {name}?").format(name=name),
            in_words(refusal),
            _("Give all the same"),
            work,
            lambda _changed: self._workplace.notify(
                _("{name} has this request now.").format(name=name)
            ),
            field="override_reason",
            what="give",
            about=(request_id, candidate, refusal),
        )

    def take_back(self, detail: RequestDetail) -> FreeTextForm:
        """Take the request back from its volunteer, with a reason."""
        request_id = detail.request.id
        name = detail.volunteer.name.full if detail.volunteer else ""

        def work(reason: str, fine: bool) -> Changed:
            return help_requests.unmatch(self._desk, request_id, reason, numbers_are_fine=fine)

        return self._ask(
            ("take_back", request_id),
            _("Look for somebody else?"),
            _("{name} no longer has this request. Did you tell them?").format(name=name),
            _("Take back"),
            work,
            _("A volunteer is sought again."),
        )

    def wait(self, detail: RequestDetail) -> FreeTextForm:
        """Put the request off until a later day."""
        request_id = detail.request.id
        form = FreeTextForm(tasks=self._workplace.tasks, save_text=_("Let it wait"))
        form.add(
            DateField(
                "until",
                _("Wait until"),
                today=self._workplace.today,
                hint=_("For example: Thursday, in 2 weeks, 3-12"),
                required=True,
            )
        )
        form.add(TextArea("reason", _("Why? (may stay empty)"), lines=2))

        def send() -> None:
            until, reason = form.field("until").value(), form.field("reason").value()
            fine = form.numbers_are_fine()
            form.send(
                lambda: help_requests.wait_until(
                    self._desk, request_id, until, reason, numbers_are_fine=fine
                ),
                lambda _changed: self._workplace.notify(
                    _("This request waits until {day}.").format(day=short_date(until)),
                    partial(self._wait_no_longer, request_id),
                ),
            )

        form.submitted.connect(send)
        return self.forms.open(form, _("Let it wait"), "wait", request_id, width=560)

    def stop_waiting(self, detail: RequestDetail) -> None:
        """Let the request wait no longer."""
        self._wait_no_longer(detail.request.id)

    def close(self, detail: RequestDetail) -> FreeTextForm:
        """Close the request with an outcome."""
        request_id = detail.request.id
        form = ClosingForm(self._workplace, detail)
        form.sent.connect(
            lambda: self._workplace.notify(
                _("This request is finished."), self._reopening(request_id)
            )
        )
        return self.forms.open(form, _("Finish this request"), "close", request_id)

    def reopen(self, detail: RequestDetail) -> FreeTextForm:
        """Take a closed request up again, with a reason."""
        request_id = detail.request.id

        def work(reason: str, fine: bool) -> Changed:
            return help_requests.reopen_request(
                self._desk, request_id, reason, numbers_are_fine=fine
            )

        return self._ask(
            ("reopen", request_id),
            _("Reopen this request?"),
            _("It stands among the open ones again, and the outcome is dropped."),
            _("Reopen"),
            work,
            _("This request is open again."),
        )

    def record_consent(self, detail: RequestDetail) -> None:
        """Record that the resident agrees, after saying to what."""
        request_id = detail.request.id
        confirm(
            self._over,
            _("Did the resident agree?"),
            _(
                "We may then share name, address and what is asked with a partner. The resident "
                "can take this back at any time."
            ),
            _("Yes, the resident agrees"),
            lambda: self._do(
                partial(help_requests.record_consent, self._desk, request_id),
                _("The consent is recorded."),
                partial(self._do, partial(help_requests.withdraw_consent, self._desk, request_id)),
            ),
        )

    def withdraw_consent(self, detail: RequestDetail) -> None:
        """Record that the resident takes the consent back."""
        request_id = detail.request.id
        confirm(
            self._over,
            _("Withdraw the consent?"),
            _("From now on nothing about this request may be shared with a partner."),
            _("Withdraw"),
            lambda: self._do(
                partial(help_requests.withdraw_consent, self._desk, request_id),
                _("The consent is withdrawn."),
            ),
        )

    def pass_on(self, detail: RequestDetail) -> None:
        """Go to the signals to pass one on about this request."""
        self._workplace.navigate(Room.CONCERNS, detail.request.id, action="new_from_request")

    def _do(
        self,
        work: Callable[[], Changed],
        done: str = "",
        undo: Callable[[], object] | None = None,
    ) -> None:
        def say(_changed: Changed) -> None:
            if done:
                self._workplace.notify(done, undo)

        self._workplace.tasks.run(work, say, owner=self._over)

    def _ask(
        self,
        step: tuple[str, int],
        title: str,
        consequence: str,
        do_text: str,
        work: Callable[[str, bool], Changed],
        told: str,
    ) -> FreeTextForm:
        what, request_id = step
        return ask_reason(
            self.forms,
            self._workplace.tasks,
            title,
            consequence,
            do_text,
            work,
            lambda _changed: self._workplace.notify(told),
            what=what,
            about=request_id,
        )

    def _wait_no_longer(self, request_id: int) -> None:
        self._do(
            partial(help_requests.wait_until, self._desk, request_id, None),
            _("This request waits no longer."),
        )

    def _taking_back(self, request_id: int) -> Callable[[], object]:
        back = _("Taken back at once")
        return partial(self._do, partial(help_requests.unmatch, self._desk, request_id, back))

    def _reopening(self, request_id: int) -> Callable[[], object]:
        back = _("Taken back at once")
        return partial(
            self._do, partial(help_requests.reopen_request, self._desk, request_id, back)
        )
