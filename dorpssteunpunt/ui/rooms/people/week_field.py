"""The pattern of a volunteer: how gladly they take each open day part, in one or more weeks."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.availability import AvailabilityLevel, Pattern
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.words.people import level_word, week_letter
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.choice_field import ComboBox
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Grid


def weekday_of(weekday: int) -> str:
    """Return the name of an ISO weekday."""
    return weekday_name(date.fromisocalendar(2024, 1, weekday))


class WeekField(Field[Pattern]):
    """A box for each open day part of each day; an empty box has not been asked about.

    A week that is added begins as week A is at that moment.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        dayparts: Sequence[Daypart],
        template: Sequence[OpeningSlot],
        hint: str = "",
    ) -> None:
        super().__init__(name, label, hint=hint)
        self._template = template
        self._names = {daypart.id: daypart.name for daypart in dayparts}
        self._weeks: list[_Week] = []
        self._shown = 0
        self._kept: dict[tuple[int, int], AvailabilityLevel] = {}
        holder = QWidget()
        self._under = Column(holder, gap=16)
        self.show_weeks(1)
        self._under.add(self._rest())
        self._hold(holder)
        holder.setFocusProxy(self._weeks[0])

    def show_weeks(self, weeks: int) -> None:
        """Ask about this many weeks."""
        while len(self._weeks) < weeks:
            self._add_week(len(self._weeks))
        self._shown = weeks
        for place, week in enumerate(self._weeks):
            week.setVisible(place < weeks)
        self._weeks[0].name_it(weeks > 1)

    def value(self) -> Pattern:
        """Return the pattern; day parts that are not open any more stay as they were."""
        asked = {
            slot: level
            for week in self._weeks[: self._shown]
            for slot, level in week.levels().items()
            if level is not None
        }
        kept = {slot: level for slot, level in self._kept.items() if slot[0] <= 7 * self._shown}
        return kept | asked

    def set_value(self, value: Pattern) -> None:
        """Show a pattern."""
        asked = {slot for week in self._weeks for slot in week.levels()}
        self._kept = {slot: level for slot, level in value.items() if slot not in asked}
        for week in self._weeks:
            week.show_levels(value)

    def _add_week(self, place: int) -> None:
        week = _Week(place, self._names, self._template)
        if self._weeks:
            week.show_levels(
                {(day + 7 * place, part): lvl for (day, part), lvl in self._first().items()}
            )
        for box in week.boxes.values():
            box.currentIndexChanged.connect(self.edited)
        self._under.insertWidget(place, week)
        self._weeks.append(week)

    def _first(self) -> Pattern:
        levels = self._weeks[0].levels()
        return {slot: level for slot, level in levels.items() if level is not None}

    def _rest(self) -> QWidget:
        """Return buttons that answer what is not asked yet in one go."""
        rest = QWidget()
        flow = Flow(rest, gap=8)
        flow.add(Text(_("All the rest:"), "second"))
        for level in AvailabilityLevel:
            button = secondary(level_word(level), partial(self._fill, level), dense=True)
            button.setAccessibleName(_("All the rest: {level}").format(level=level_word(level)))
            flow.add(button)
        return rest

    def _fill(self, level: AvailabilityLevel) -> None:
        for week in self._weeks[: self._shown]:
            week.fill(level)


class _Week(QWidget):
    """One week of a pattern: days down, day parts across."""

    def __init__(self, place: int, names: dict[int, str], template: Sequence[OpeningSlot]) -> None:
        super().__init__()
        self.boxes: dict[tuple[int, int], ComboBox] = {}
        self._letter = week_letter(place)
        column = Column(self, gap=8)
        self._title = column.add(Text(self._letter, "strong"))
        grid = Grid(column.add(QWidget()), gap=8)
        used = [part for part in names if any(slot.daypart_id == part for slot in template)]
        for number, part in enumerate(used, start=1):
            grid.addWidget(Text(names[part], "second"), 0, number)
            grid.setColumnStretch(number, 1)
        for row, weekday in enumerate(sorted({slot.weekday for slot in template}), start=1):
            grid.addWidget(Text(weekday_of(weekday)), row, 0)
            for part in sorted({slot.daypart_id for slot in template if slot.weekday == weekday}):
                spoken = [weekday_of(weekday), names[part]]
                box = _box(", ".join([*spoken, self._letter] if place else spoken))
                self.boxes[weekday + 7 * place, part] = box
                grid.addWidget(box, row, used.index(part) + 1)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def name_it(self, named: bool) -> None:
        """Say which week it is, or not while it is the only one."""
        self._title.setVisible(named)

    def levels(self) -> dict[tuple[int, int], AvailabilityLevel | None]:
        """Return what each box says; None has not been asked about."""
        said = {slot: box.currentData() for slot, box in self.boxes.items()}
        return {slot: AvailabilityLevel(level) if level else None for slot, level in said.items()}

    def show_levels(self, pattern: Pattern) -> None:
        """Show the part of a pattern that is about this week."""
        for slot, box in self.boxes.items():
            box.setCurrentIndex(max(box.findData(pattern.get(slot)), 0))

    def fill(self, level: AvailabilityLevel) -> None:
        """Answer every box that has not been asked about."""
        for box in self.boxes.values():
            if box.currentData() is None:
                box.setCurrentIndex(box.findData(level))


def _box(spoken: str) -> ComboBox:
    box = ComboBox()
    box.setMinimumContentsLength(4)  # so that a day fits beside its parts at 200 %
    box.addItem(_("not asked"), None)
    for level in AvailabilityLevel:
        box.addItem(level_word(level), level)
    box.setAccessibleName(spoken)
    return box
