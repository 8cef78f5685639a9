"""Fields for a week and a month, turned one by one."""

from typing import Any, Protocol, Self, TypeVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import month_title, week_title
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.ui.kit.buttons import square
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Row


class _Span(Protocol):
    def next(self) -> Self: ...
    def previous(self) -> Self: ...


Turned = TypeVar("Turned", bound=_Span)


class _TurnedField(Field[Turned]):
    """The span before, the title of this one, and the span after."""

    def __init__(self, name: str, label: str, span: Turned, before: str, after: str) -> None:
        super().__init__(name, label)
        self._span = span
        area = QWidget()
        row = Row(area, gap=8)
        back = row.add(square(before, "chevron-left", self._go_back))
        self._title = row.add(Text(kind="strong"))
        row.add(square(after, "chevron-right", self._go_on))
        row.push()
        area.setFocusProxy(back)
        self._hold(area)
        self.set_value(span)

    def value(self) -> Turned:
        """Return the span."""
        return self._span

    def set_value(self, value: Turned) -> None:
        """Show a span."""
        self._span = value
        self._title.setText(self._title_of(value))

    def draft(self) -> Any:
        """Return the span as text."""
        return str(self._span)

    def _title_of(self, span: Turned) -> str:
        raise NotImplementedError

    def _go_back(self) -> None:
        self._turn(self._span.previous())

    def _go_on(self) -> None:
        self._turn(self._span.next())

    def _turn(self, span: Turned) -> None:
        self.set_value(span)
        self.clear_error()
        self.edited.emit()


class WeekField(_TurnedField[Week]):
    """A week with its number and days."""

    def __init__(self, name: str, label: str, week: Week) -> None:
        super().__init__(name, label, week, _("Previous week"), _("Next week"))

    def take_up(self, draft: Any) -> None:
        """Show the week again that `draft` returned."""
        self.set_value(Week.parse(draft))

    def _title_of(self, span: Week) -> str:
        return week_title(span.monday)


class MonthField(_TurnedField[Month]):
    """A month by its name."""

    def __init__(self, name: str, label: str, month: Month) -> None:
        super().__init__(name, label, month, _("Previous month"), _("Next month"))

    def take_up(self, draft: Any) -> None:
        """Show the month again that `draft` returned."""
        self.set_value(Month.parse(draft))

    def _title_of(self, span: Month) -> str:
        return month_title(span.first)
