"""Fields for a day and a time, typed as people type them."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import clock_time, numeric_date, short_date
from dorpssteunpunt.base.i18n import _, current_language
from dorpssteunpunt.domain.dates import parse_typed_date
from dorpssteunpunt.domain.times import parse_typed_time
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.ui.kit.buttons import square
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.screens import place_beside
from dorpssteunpunt.ui.kit.theme import px, set_kind


class DateField(Field[date | None]):
    """A day: "di", "morgen", "2-3" or picked; what was understood stands beside it."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        today: Callable[[], date],
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._today = today
        self._edit = QLineEdit()
        self._understood = QLabel()
        self._understood.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self._understood, "second")
        self._edit.textEdited.connect(self._typed)
        pick = square(_("Pick a day: {field}").format(field=label), "calendar", self._pick)
        self._hold(self._edit, pick, self._understood, narrow=True)

    def value(self) -> date | None:
        """Return the day, or None when nothing or nothing understood was typed."""
        try:
            return self._parsed()
        except Refusal:
            return None

    def set_value(self, value: date | None) -> None:
        """Fill in a day, or nothing."""
        self._edit.setText(numeric_date(value) if value else "")
        self._tell()

    def understood(self) -> str:
        """Return the day in words as it stands beside the box, or an empty string."""
        return self._understood.text()

    def draft(self) -> str:
        """Return what was typed."""
        return self._edit.text()

    def take_up(self, draft: Any) -> None:
        """Put back what was typed."""
        self._edit.setText(draft)
        self._tell()

    def mistake(self) -> str:
        """Return why what was typed is no day, or that it is missing."""
        try:
            self._parsed()
        except Refusal as refusal:
            return in_words(refusal)
        return super().mistake()

    def _parsed(self) -> date | None:
        typed = self._edit.text().strip()
        return parse_typed_date(typed, self._today(), self.name) if typed else None

    def _typed(self, _text: str) -> None:
        self.clear_error()
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        day = self.value()
        self._understood.setText(f"{short_date(day)} {day.year}" if day else "")
        self._describe(self._understood.text() or self._hint)

    def _pick(self) -> None:
        def picked(day: date) -> None:
            self.set_value(day)
            self.clear_error()
            self.edited.emit()

        _pick_day(self, self.value() or self._today(), picked)


class TimeField(Field[time | None]):
    """A time of day: "9", "930", "half tien"; shown as "09:30" once it is understood."""

    def __init__(self, name: str, label: str, *, hint: str = "", required: bool = False) -> None:
        super().__init__(name, label, hint=hint, required=required)
        self._edit = QLineEdit()
        self._edit.textEdited.connect(self._typed)
        self._edit.editingFinished.connect(self._write_out)
        self._hold(self._edit, narrow=True)

    def value(self) -> time | None:
        """Return the time, or None when nothing or nothing understood was typed."""
        try:
            return self._parsed()
        except Refusal:
            return None

    def set_value(self, value: time | None) -> None:
        """Fill in a time, or nothing."""
        self._edit.setText(clock_time(value) if value else "")

    def draft(self) -> str:
        """Return what was typed."""
        return self._edit.text()

    def take_up(self, draft: Any) -> None:
        """Put back what was typed."""
        self._edit.setText(draft)

    def mistake(self) -> str:
        """Return why what was typed is no time, or that it is missing."""
        try:
            self._parsed()
        except Refusal as refusal:
            return in_words(refusal)
        return super().mistake()

    def _parsed(self) -> time | None:
        typed = self._edit.text().strip()
        return parse_typed_time(typed, self.name) if typed else None

    def _typed(self, _text: str) -> None:
        self.clear_error()
        self.edited.emit()

    def _write_out(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)


def _pick_day(parent: QWidget, day: date, picked: Callable[[date], None]) -> None:
    dialog = QDialog(parent, Qt.WindowType.Popup)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(current_language()))
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # red is for what is wrong
    for month, arrow in (("prev", "chevron-left"), ("next", "chevron-right")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{month}month")
        assert isinstance(button, QToolButton)
        button.setIcon(icon(arrow))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    calendar.setMinimumSize(px(420), px(320))
    calendar.setAccessibleName(_("Calendar"))

    def take(chosen: QDate) -> None:
        dialog.close()
        picked(date(chosen.year(), chosen.month(), chosen.day()))

    calendar.activated.connect(take)
    calendar.clicked.connect(take)
    frame = Column(dialog).add(QFrame())
    set_kind(frame, "popup")
    Column(frame, margin=8).add(calendar)
    dialog.adjustSize()
    dialog.move(place_beside(parent, dialog.size()))
    dialog.show()
    calendar.setFocus()
