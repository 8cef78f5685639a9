"""The buttons over a request: what can be done with it as it stands now."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.rooms.help_requests.steps import RequestSteps


class RequestActions(QWidget):
    """A row for what is done often and one for the rest; only what fits the request is shown.

    ``contact`` and ``change`` ask for what happens beside or instead of the page.
    """

    contact = Signal()
    change = Signal()

    def __init__(self, steps: RequestSteps) -> None:
        super().__init__()
        self._steps = steps
        self._detail: RequestDetail | None = None
        column = Column(self, gap=4)
        self._make_often(Flow(column.add(QWidget()), gap=8))
        self._make_seldom(Flow(column.add(QWidget()), gap=4))
        self.setFocusProxy(self._contact)

    def show_request(self, detail: RequestDetail) -> None:
        """Offer what fits this request."""
        self._detail = detail
        state = detail.request.state
        postponed = detail.standing is Standing.POSTPONED
        self._change.setVisible(state.is_open)
        self._finish.setVisible(state.is_open)
        self._reopen.setVisible(not state.is_open)
        self._take_up.setVisible(state is RequestState.NEW)
        self._wait.setVisible(state.is_open and not postponed)
        self._wait_no_longer.setVisible(postponed)
        self._agree.setVisible(state.is_open and not detail.request.has_consent)
        self._withdraw.setVisible(detail.request.has_consent)

    def _make_often(self, row: Flow) -> None:
        self._contact = row.add(
            secondary(_("Note a contact"), self.contact.emit, "phone", "Ctrl+T", dense=True)
        )
        self._change = row.add(
            secondary(_("Change"), self.change.emit, "pencil", "Ctrl+E", dense=True)
        )
        finish = self._step(self._steps.close)
        self._finish = row.add(secondary(_("Finish…"), finish, "check", "Ctrl+D", dense=True))
        reopen = self._step(self._steps.reopen)
        self._reopen = row.add(secondary(_("Reopen…"), reopen, "rotate-ccw", dense=True))

    def _make_seldom(self, row: Flow) -> None:
        steps = self._steps

        def add(words: str, step: Callable[[RequestDetail], object], keys: str = "") -> QWidget:
            return row.add(quiet(words, self._step(step), shortcut=keys, dense=True))

        self._take_up = add(_("Take up"), steps.take_up, "Ctrl+U")
        self._wait = add(_("Let it wait…"), steps.wait, "Ctrl+B")
        self._wait_no_longer = add(_("Wait no longer"), steps.stop_waiting)
        add(_("Pass on a signal"), steps.pass_on, "Ctrl+G")
        self._agree = add(_("Consent…"), steps.record_consent)
        self._withdraw = add(_("Withdraw consent…"), steps.withdraw_consent)

    def _step(self, step: Callable[[RequestDetail], object]) -> Callable[[], None]:
        """Return a step as what a button calls: with the request that is shown then."""

        def take() -> None:
            if self._detail is not None:
                step(self._detail)

        return take
