"""What is said first when somebody calls something urgent: 112, and the other numbers in reach."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.ui.kit.labels import Facts
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone


class UrgentHint(QWidget):
    """Says that danger to life is 112, and shows the emergency numbers when asked."""

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=8)
        banner = column.add(Banner(Tone.DANGER))
        self._numbers = column.add(Facts())
        self._numbers.hide()
        banner.say(
            _("Is somebody's life in danger? Call 112 first, then write."),
            _("Emergency numbers"),
            self._turn,
        )

    def show_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        """Have these numbers ready."""
        self._numbers.show_facts([(number.number, number.name) for number in numbers])

    def _turn(self) -> None:
        self._numbers.setVisible(self._numbers.isHidden())
