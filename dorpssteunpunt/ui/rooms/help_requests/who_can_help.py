"""Who could help with a request: each volunteer with what speaks for and against."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.candidates import Candidate, Fit
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.services.help_requests import Candidates
from dorpssteunpunt.services.words.candidates import reasons_against, reasons_for
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, line
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.rooms.help_requests.looks import everybody_words, fit_tag

_FIRST = 3  # volunteers shown until somebody asks for all


class WhoCanHelp(QWidget):
    """The volunteers in the order of their fit; ``give`` gets the one that was picked."""

    def __init__(self, give: Callable[[Candidate], object]) -> None:
        super().__init__()
        self._give = give
        self._found: Candidates | None = None
        self._kind = ""
        self._shows_all = False
        self._column = Column(self, gap=4)

    def show_candidates(self, found: Candidates, kind: str) -> None:
        """Show who could help with this kind of help; who asked for all keeps seeing all."""
        self._found, self._kind = found, kind
        self._fill()

    def forget(self) -> None:
        """Show nobody, until the candidates of another request are there."""
        self._found, self._shows_all = None, False
        self._column.clear()

    def _fill(self) -> None:
        self._column.clear()
        if self._found is None:
            return
        ranked = self._found.ranked
        shown = ranked if self._shows_all else ranked[:_FIRST]
        if not shown:
            self._column.add(
                Text(_("There are no volunteers yet. Add them under People."), "second")
            )
        for place, candidate in enumerate(shown):
            if place:
                self._column.add(line())
            self._column.add(self._item(candidate, is_first=place == 0))
        if len(shown) < len(ranked):
            self._column.add(quiet(everybody_words(len(ranked)), self._show_all, dense=True))

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()

    def _item(self, candidate: Candidate, *, is_first: bool) -> QWidget:
        make = primary if is_first and candidate.fit is Fit.GOOD else secondary
        button = make(_("Give"), lambda: self._give(candidate), dense=True)
        button.setAccessibleName(_("Give it to {name}").format(name=candidate.name.full))
        phone = shown_phone(candidate.phone) if candidate.phone else ""
        item = QWidget()
        column = Column(item, gap=2, margin=(0, 4, 0, 8))
        head = Flow(column.add(QWidget()), gap=8)
        head.add(Text(candidate.name.full, "strong"))
        head.add(Tag(fit_tag(candidate.fit)))
        reach = Flow(column.add(QWidget()), gap=8)
        if phone:
            reach.add(Text(phone))
        reach.push()
        reach.add(button)
        if reasons := reasons_for(candidate, self._kind):
            column.add(Text(" · ".join(reasons)))
        if doubts := reasons_against(candidate, self._kind):
            column.add(Text(_("But: {doubts}").format(doubts=" · ".join(doubts)), "second"))
        return item
