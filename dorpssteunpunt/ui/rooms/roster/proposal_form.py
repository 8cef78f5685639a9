"""What the program proposes for the gaps of a roster, of which somebody takes all, some or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import Rearranged, RosterProposal, ShiftProposal
from dorpssteunpunt.services.words.proposing import (
    left_words,
    name_words,
    open_words,
    outcome_words,
    proof_words,
    what_helps_words,
    why_words,
)
from dorpssteunpunt.services.words.roster import shift_title
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.fields import CheckBox, Field, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Beside, Column, line
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.explaining import WhyDialog

Chosen = frozenset[int]
"""The ids of the shifts for which the proposal is taken over."""

_AT_ONCE = 7
"""The days that fill the dialog when it opens."""


class ProposalForm(FreeTextForm):
    """Shows a proposal; everything in it is ticked to begin with."""

    def __init__(
        self,
        workplace: Workplace,
        proposal: RosterProposal,
        accepted: Callable[[Rearranged], object],
    ) -> None:
        super().__init__(
            tasks=workplace.tasks,
            save_text=_("Take over what is ticked"),
            cancel_text=_("Take over nothing"),
        )
        self._workplace, self._proposal, self._accepted = workplace, proposal, accepted
        self._add_summary()
        self._parts = PartsField("parts", proposal)
        self.add(self._parts)
        self._parts.whole.connect(self.reshaped)
        self._add_left_to_people()
        if any(part.left for part in proposal.parts):
            self.add(
                TextField(
                    "reason",
                    _("Why do people move?"),
                    hint=_("Who leaves a shift can see this. A published week needs it."),
                )
            )
        self.save_button.setEnabled(bool(self._parts.value()))
        self._parts.edited.connect(lambda: self.save_button.setEnabled(bool(self._parts.value())))
        self.mark_clean()
        self.submitted.connect(self._accept)

    def _add_summary(self) -> None:
        """Add what the proposal does, what would help, and where to ask why."""
        top = Beside(self.add_widget(QWidget()))
        top.add(Text(outcome_words(self._proposal)))
        top.add(secondary(_("Why not…?"), self._ask_why, dense=True))
        more = (*what_helps_words(self._proposal), proof_words(self._proposal))
        if any(more):
            self.add_widget(Text("\n".join(filter(None, more)), "second"))

    def _ask_why(self) -> None:
        WhyDialog(self, self._workplace, self._proposal).open()

    def _add_left_to_people(self) -> None:
        """Add the shifts that need people and for which nothing is proposed, with the reason."""
        if not self._proposal.left_to_people:
            return
        column = Column(self.add_widget(QWidget()), gap=8)
        column.add(line())
        column.add(Text(_("Left to you"), "heading"))
        for left in self._proposal.left_to_people:
            inside = Column(column.add(QWidget()), gap=4, margin=(32, 0, 0, 8))
            hours = time_range(left.cell.start, left.cell.end)
            inside.add(Text(f"{shift_title(left.cell)} {hours}"))
            inside.add(Text(left_words(left, self._proposal.names), "second"))

    def _accept(self) -> None:
        desk, chosen, typed = self._workplace.desk, self._parts.value(), self.values()
        parts = [part for part in self._proposal.parts if part.cell.shift_id in chosen]
        fine = self.numbers_are_fine()
        self.send(
            lambda: roster.accept(desk, parts, typed.get("reason", ""), numbers_are_fine=fine),
            self._accepted,
        )


class PartsField(Field[Chosen]):
    """A box to tick for each shift, and one for each day that ticks all of its shifts.

    The days come one by one, because those of a quarter together would hold up the window;
    ``whole`` tells that all are there. What is not in sight yet is ticked.
    """

    whole = Signal()

    def __init__(self, name: str, proposal: RosterProposal) -> None:
        super().__init__(name, _("Proposal by day"))
        self._names = proposal.names
        self._ticked = {part.cell.shift_id for part in proposal.parts if part.changes}
        self._boxes: dict[int, CheckBox] = {}
        self._days = groupby(proposal.parts, key=lambda part: part.cell.on)
        holder = QWidget()
        self._list = Column(holder, gap=8)
        self._hold(holder)
        self._pause = QTimer(self, interval=0)
        self._pause.timeout.connect(self._add_next)
        self._pause.start()
        for _day in range(_AT_ONCE):
            self._add_next()

    def value(self) -> Chosen:
        """Return the shifts that are ticked."""
        return frozenset(self._ticked)

    def set_value(self, value: Chosen) -> None:
        """Tick just these shifts."""
        self._ticked = set(value)
        for shift, box in self._boxes.items():
            box.setChecked(shift in value)

    def _add_next(self) -> None:
        found = next(self._days, None)
        if found is not None:
            day, parts = found
            self._add_day(day, tuple(parts))
        else:
            self._pause.stop()
            self.whole.emit()

    def _add_day(self, day: date, parts: Sequence[ShiftProposal]) -> None:
        holder = QWidget()
        column = Column(holder, gap=8)
        column.add(line())
        several = sum(part.changes for part in parts) > 1
        whole = CheckBox(weekday_date(day)) if several else None
        column.add(whole or Text(weekday_date(day), "heading"))
        boxes = [box for part in parts if (box := self._add_part(column, part))]
        if whole is not None:
            whole.setAccessibleName(_("All of {day}").format(day=weekday_date(day)))
            _tie(whole, boxes)
        self._list.add(holder)

    def _add_part(self, column: Column, part: ShiftProposal) -> CheckBox | None:
        """Add a shift with who comes and goes, why, and what stays open; return its box."""
        inside = column.add(Column(gap=4, margin=(32, 0, 0, 8)))
        box = self._box(part) if part.changes else None
        inside.add(box or Text(_title(part)))
        beneath = inside.add(Column(margin=(36, 0, 0, 0)))
        beneath.add(Text("\n".join(_lines(part, self._names)), "second"))
        return box

    def _box(self, part: ShiftProposal) -> CheckBox:
        shift = part.cell.shift_id
        box = CheckBox(_title(part))
        box.setChecked(shift in self._ticked)
        box.toggled.connect(partial(self._tick, shift))
        self._boxes[shift] = box
        return box

    def _tick(self, shift: int, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(shift)
        self.edited.emit()


def _tie(whole: CheckBox, boxes: Sequence[CheckBox]) -> None:
    """Let one box tick or clear others, and be ticked when all of them are."""

    def tick(on: bool) -> None:
        for box in boxes:
            box.setChecked(on)

    def follow() -> None:
        whole.setChecked(all(box.isChecked() for box in boxes))

    follow()
    whole.clicked.connect(tick)
    for box in boxes:
        box.toggled.connect(follow)


def _title(part: ShiftProposal) -> str:
    cell = part.cell
    names = ", ".join(name_words(one) for one in part.came)
    shift = f"{cell.daypart} {time_range(cell.start, cell.end)}"
    return f"{shift}: {names}" if names else shift


def _lines(part: ShiftProposal, names: Mapping[str, str]) -> Iterable[str]:
    for left in part.left:
        yield _("{name} leaves this shift").format(name=left.full_name)
    for one in part.came:
        why = why_words(one, names)
        yield f"{one.name}: {why}" if len(part.came) > 1 else why
    yield from open_words(part, names)
