"""The third step: the parts of the day, and on which weekdays each is open."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import short_weekday, weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.template import BadSlot, check_slots
from dorpssteunpunt.services.founding import DaypartHours, default_dayparts, week_template
from dorpssteunpunt.ui.kit.buttons import secondary, square
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.date_field import TimeField
from dorpssteunpunt.ui.kit.fields import CheckBox, NumberField, TextField
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.shell.first_start.step import Step

_WEEK = range(1, 8)
_USUAL_STAFF = 2


class HoursStep(Step):
    """A card for each day part: its name, times, and a box for each weekday."""

    def __init__(self) -> None:
        super().__init__(
            _("Opening hours"),
            _(
                "Tick when the desk is open. From this come the shifts of every week; in a single "
                "week you can always do otherwise."
            ),
        )
        self.rows: list[DaypartCard] = []
        self._cards = self.body.add(Column(gap=12))
        foot = Flow(self.body.add(QWidget()))
        self.add_button = foot.add(secondary(_("Add a day part"), self._add_empty, "plus"))
        self.body.push()
        for hours in default_dayparts():
            self._add().take_up(hours)

    def show_step(self) -> None:
        """Give the keyboard to the first box."""
        if self.rows:
            self.rows[0].focus_first()

    def dayparts(self) -> tuple[DaypartHours, ...]:
        """Return the day parts as they are filled in, in the order of the day."""
        found = [row.hours() for row in self.rows]
        return tuple(sorted((h for h in found if h is not None), key=lambda hours: hours.start))

    def go_on(self, done: Callable[[], object]) -> None:
        """Go on when every day part has a name and times and none overlap."""
        self.banner.hide()
        wrong = [row for row in self.rows if not row.check()]
        if wrong:
            wrong[0].focus_mistake()
            return
        if not any(hours.weekdays for hours in self.dayparts()):
            self.banner.say(_("Tick at least one day on which the desk is open."))
            return
        try:
            check_slots(week_template(self.dayparts()))
        except BadSlot as refusal:
            self.refuse(refusal)
        else:
            done()

    def _add_empty(self) -> None:
        self._add().focus_first()

    def _add(self) -> "DaypartCard":
        row = DaypartCard()
        row.remove_wanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._cards.add(row)
        self._tell_removable()
        return row

    def _remove(self, row: "DaypartCard") -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._tell_removable()
        self.add_button.setFocus()

    def _tell_removable(self) -> None:
        for row in self.rows:
            row.set_removable(len(self.rows) > 1)


class DaypartCard(Card):
    """One day part; ``remove_wanted`` tells that it should go."""

    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField("daypart", _("Day part"), required=True)
        self.start = TimeField("start", _("From"), required=True)
        self.end = TimeField("end", _("Until"), required=True)
        self.needed = NumberField("needed", _("People"), required=True, low=1, high=20)
        self.needed.set_value(_USUAL_STAFF)
        self._remove = square(_("Remove this day part"), "trash-2", self.remove_wanted.emit)
        words = Flow(self.body.add(QWidget()), gap=12)
        for field in (self.name, self.start, self.end, self.needed):
            words.add(field)
        words.push()
        words.add(self._remove)
        boxes = Flow(self.body.add(QWidget()), gap=16)
        self.days = {weekday: boxes.add(_box(weekday)) for weekday in _WEEK}

    def take_up(self, hours: DaypartHours) -> None:
        """Fill the card."""
        self.name.set_value(hours.name)
        self.start.set_value(hours.start)
        self.end.set_value(hours.end)
        self.needed.set_value(hours.needed)
        for weekday, box in self.days.items():
            box.setChecked(weekday in hours.weekdays)

    def hours(self) -> DaypartHours | None:
        """Return what was filled in, or None while a time is missing."""
        start, end = self.start.value(), self.end.value()
        if start is None or end is None:
            return None
        days = frozenset(weekday for weekday, box in self.days.items() if box.isChecked())
        return DaypartHours(self.name.value(), start, end, days, self.needed.value() or 0)

    def check(self) -> bool:
        """Say beside the fields what is wrong; return whether all is well."""
        well = [field.check() for field in (self.name, self.start, self.end, self.needed)]
        start, end = self.start.value(), self.end.value()
        if start is not None and end is not None and end <= start:
            self.end.show_error(_("This is not after the beginning."))
            return False
        return all(well)

    def focus_first(self) -> None:
        """Give the keyboard to the first box, or to the name when that is missing."""
        if self.name.value():
            self.days[1].setFocus()
        else:
            self.name.setFocus()

    def focus_mistake(self) -> None:
        """Give the keyboard to the first field with a mistake."""
        for field in (self.name, self.start, self.end, self.needed):
            if field.error():
                field.setFocus()
                return

    def set_removable(self, removable: bool) -> None:
        """Let the card be removed, or not."""
        self._remove.setVisible(removable)


def _box(weekday: int) -> CheckBox:
    day = date.fromisocalendar(2024, 1, weekday)
    box = CheckBox(short_weekday(day))
    box.setAccessibleName(weekday_name(day))
    return box
