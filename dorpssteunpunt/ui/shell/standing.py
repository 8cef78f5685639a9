"""What stands above the rooms as long as it is so: a full disk, a missing copy, a strange clock."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone

_SERIOUS: Final = (Tone.DANGER, Tone.WARNING, Tone.INFORMATION, Tone.FINE, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class _Note:
    text: str
    tone: Tone
    action: str
    on_action: Callable[[], object]


class StandingNotes(QWidget):
    """Shows the most serious note, so that the rooms keep their place; the next when it is over.

    A note about the same thing takes the place of the last one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, gap=0, margin=(20, 12, 20, 0))
        self._banner = self._column.add(Banner())
        self._notes: dict[str, _Note] = {}
        self.hide()

    def say(
        self,
        about: str,
        text: str,
        tone: Tone,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Say something until `calm` is told; without an action it can be put away."""
        put_away = on_action or (lambda: self.calm(about))
        self._notes[about] = _Note(text, tone, action or _("Understood"), put_away)
        self._show()

    def calm(self, about: str) -> None:
        """Say no more about this."""
        if self._notes.pop(about, None) is not None:
            self._show()

    def texts(self) -> list[str]:
        """Return what there is to say, the most serious first."""
        return [note.text for note in self._in_order()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take all the height that the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        note = next(iter(self._in_order()), None)
        self.setVisible(note is not None)
        if note is not None:
            self._banner.set_tone(note.tone)
            self._banner.say(note.text, note.action, note.on_action)
            self._fit()

    def _in_order(self) -> list[_Note]:
        return sorted(self._notes.values(), key=lambda note: _SERIOUS.index(note.tone))

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self._column.totalHeightForWidth(self.width())))
