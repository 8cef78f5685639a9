"""A field for how often something comes back, which asks from which week where weeks count."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.rhythm import MOST_WEEKS, WEEKLY, OfMonth, Rhythm
from dorpssteunpunt.services.words.template import of_month_word, weeks_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.layouts import Column


class RhythmField(Field[Rhythm]):
    """How often, and a day in a week in which it is so; ``usual`` gives that day to begin with."""

    def __init__(
        self,
        name: str,
        *,
        today: Callable[[], date],
        usual: Callable[[], date | None] | None = None,
    ) -> None:
        super().__init__(name, "")
        self._usual = usual or today
        self._how_often = ChoiceField(
            f"{name}_how_often", _("How often?"), choices=_choices(), segmented=False
        )
        self._counted_from = DateField(
            f"{name}_counted_from",
            _("A day in a week in which it is so"),
            today=today,
            hint=_("The program counts on from that week, also into the next year."),
            required=True,
        )
        holder = QWidget()
        under = Column(holder, gap=16)
        under.add(self._how_often)
        under.add(self._counted_from)
        self._hold(holder, label_above=False)
        holder.setFocusProxy(self._how_often)
        self._how_often.edited.connect(self._changed)
        self._counted_from.edited.connect(self.edited)
        self.set_value(WEEKLY)

    def value(self) -> Rhythm:
        """Return the rhythm; where weeks count and no day is filled in it is counted from none."""
        how_often = self._how_often.value()
        if isinstance(how_often, OfMonth):
            return Rhythm(of_month=how_often)
        counted_from = self._counted_from.value() if how_often > 1 else None
        return Rhythm(every_weeks=how_often, counted_from=counted_from)

    def set_value(self, value: Rhythm) -> None:
        """Show a rhythm."""
        self._how_often.set_value(value.of_month or value.every_weeks)
        self._counted_from.set_value(value.counted_from)
        self._arrange()

    def draft(self) -> Mapping[str, Any]:
        """Return what was chosen and typed."""
        return {
            "how_often": self._how_often.draft(),
            "counted_from": self._counted_from.draft(),
        }

    def take_up(self, draft: Any) -> None:
        """Put back what was chosen and typed."""
        self._how_often.take_up(draft["how_often"])
        self._counted_from.take_up(draft["counted_from"])
        self._arrange()

    def check(self) -> bool:
        """Say beside the day what is wrong with it, where it counts."""
        return self._counted_from.isHidden() or self._counted_from.check()

    def _changed(self) -> None:
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        """Ask from which week it is counted where the weeks count."""
        weeks = self._how_often.value()
        counts = not isinstance(weeks, OfMonth) and weeks > 1
        self._counted_from.setVisible(counts)
        if counts and not self._counted_from.draft():
            self._counted_from.set_value(self._usual())


def _choices() -> list[Choice]:
    weeks = [Choice(n, at_the_start(weeks_word(n))) for n in range(1, MOST_WEEKS + 1)]
    return weeks + [Choice(each, at_the_start(of_month_word(each))) for each in OfMonth]
