"""A field for a week, turned week by week."""

from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import week_title
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.ui.kit.buttons import square
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Row


class WeekField(Field[Week]):
    """The week before, its number and days, and the week after."""

    def __init__(self, name: str, label: str, week: Week) -> None:
        super().__init__(name, label)
        self._week = week
        area = QWidget()
        row = Row(area, gap=8)
        before = row.add(square(_("Previous week"), "chevron-left", self._go_back))
        self._title = row.add(Text(kind="strong"))
        row.add(square(_("Next week"), "chevron-right", self._go_on))
        row.push()
        area.setFocusProxy(before)
        self._hold(area)
        self.set_value(week)

    def value(self) -> Week:
        """Return the week."""
        return self._week

    def set_value(self, value: Week) -> None:
        """Show a week."""
        self._week = value
        self._title.setText(week_title(value.monday))

    def draft(self) -> Any:
        """Return the week as text."""
        return str(self._week)

    def take_up(self, draft: Any) -> None:
        """Show the week again that `draft` returned."""
        self.set_value(Week.parse(draft))

    def _go_back(self) -> None:
        self._turn(self._week.previous())

    def _go_on(self) -> None:
        self._turn(self._week.next())

    def _turn(self, week: Week) -> None:
        self.set_value(week)
        self.clear_error()
        self.edited.emit()
