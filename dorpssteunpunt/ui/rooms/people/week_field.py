"""The weekly pattern of a volunteer: how gladly they take each open day part of the week."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.people import AvailabilityLevel
from dorpssteunpunt.domain.support_point import Daypart, OpeningSlot
from dorpssteunpunt.services.words.people import level_word
from dorpssteunpunt.ui.kit.choice_field import ComboBox
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Grid

Pattern = Mapping[tuple[int, int], AvailabilityLevel]


def weekday_of(weekday: int) -> str:
    """Return the name of an ISO weekday."""
    return weekday_name(date.fromisocalendar(2024, 1, weekday))


class WeekField(Field[Pattern]):
    """A box for each open day part of each weekday; an empty box has not been asked about."""

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
        self._boxes: dict[tuple[int, int], ComboBox] = {}
        self._kept: dict[tuple[int, int], AvailabilityLevel] = {}
        holder = QWidget()
        grid = Grid(holder)
        names = {daypart.id: daypart.name for daypart in dayparts}
        used = [part for part in names if any(slot.daypart_id == part for slot in template)]
        for column, part in enumerate(used, start=1):
            grid.addWidget(Text(names[part], "second"), 0, column)
            grid.setColumnStretch(column, 1)
        for row, weekday in enumerate(sorted({slot.weekday for slot in template}), start=1):
            grid.addWidget(Text(weekday_of(weekday)), row, 0)
            for slot in (slot for slot in template if slot.weekday == weekday):
                box = self._box(f"{weekday_of(weekday)}, {names[slot.daypart_id]}")
                self._boxes[weekday, slot.daypart_id] = box
                grid.addWidget(box, row, used.index(slot.daypart_id) + 1)
        if self._boxes:
            holder.setFocusProxy(next(iter(self._boxes.values())))
        self._hold(holder)

    def value(self) -> Pattern:
        """Return the pattern; day parts that are not open any more stay as they were."""
        asked = {slot: box.currentData() for slot, box in self._boxes.items()}
        return self._kept | {
            slot: AvailabilityLevel(level) for slot, level in asked.items() if level is not None
        }

    def set_value(self, value: Pattern) -> None:
        """Show a pattern."""
        self._kept = {slot: level for slot, level in value.items() if slot not in self._boxes}
        for slot, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(value.get(slot)), 0))

    def _box(self, spoken: str) -> ComboBox:
        box = ComboBox()
        box.addItem(_("not asked"), None)
        for level in AvailabilityLevel:
            box.addItem(level_word(level), level)
        box.setAccessibleName(spoken)
        box.currentIndexChanged.connect(self.edited)
        return box
