"""The swaps of the chosen shift that wait for an answer, and what was answered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.swap_requests import SwapRequestEnd
from dorpssteunpunt.services.roster import WaitingSwap, swaps_asked_on
from dorpssteunpunt.services.words.swapping import waiting_words, waits_words
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.cards import Item
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, line
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.steps import Steps


class WaitingSwaps(QWidget):
    """Each swap that waits, with a button for every answer; nothing while none waits."""

    def __init__(self, workplace: Workplace, steps: Steps) -> None:
        super().__init__()
        self._workplace, self._steps = workplace, steps
        self._shift_id: int | None = None
        self._column = Column(self, gap=8)
        self.hide()

    def show_shift(self, shift_id: int) -> None:
        """Show the swaps of another shift."""
        if shift_id != self._shift_id:
            self.hide()
        self._shift_id = shift_id
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what waits."""
        if self._shift_id is None:
            return
        desk, shift_id = self._workplace.desk, self._shift_id
        self._workplace.tasks.run(
            lambda: swaps_asked_on(desk, shift_id), self._fill, owner=self, key="swaps"
        )

    def _fill(self, swaps: Sequence[WaitingSwap]) -> None:
        self._column.clear()
        if swaps:
            self._column.add(line())
            self._column.add(Text(_("Asked to swap"), "strong"))
        for swap in swaps:
            self._column.add(Item(waiting_words(swap), waits_words(swap)))
            self._column.add(self._answers(swap))
        self.setVisible(bool(swaps))

    def _answers(self, swap: WaitingSwap) -> QWidget:
        answers = QWidget()
        flow = Flow(answers, gap=8)
        steps, words = self._steps, waiting_words(swap)
        for button in (
            secondary(_("Agrees"), partial(steps.agree_swap, swap), "check", dense=True),
            self._ending(_("Says no"), swap, SwapRequestEnd.REFUSED),
            self._ending(_("Withdraw"), swap, SwapRequestEnd.WITHDRAWN),
        ):
            button.setAccessibleName(f"{button.text()}: {words}")
            flow.add(button)
        return answers

    def _ending(self, text: str, swap: WaitingSwap, how: SwapRequestEnd) -> Button:
        return secondary(text, partial(self._steps.end_swap, swap, how), dense=True)
