"""The line under the grid: whether a week is published, what it lacks, and whom to call."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import WeekView
from dorpssteunpunt.services.words.attendance import to_confirm_words
from dorpssteunpunt.services.words.roster import week_needs, week_state
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Beside, Row
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tones import TagWords, Tone


class WeekState(QWidget):
    """Says how the shown week stands; a button leads to who is still to be called."""

    def __init__(self, on_call: Callable[[], object]) -> None:
        super().__init__()
        beside = Beside(self, narrowest=240, gap=12)
        words = Row(beside.add(QWidget()), gap=8)
        self._tag = words.add(Tag())
        self._needs = words.add(Text(kind="second"), 1)
        beside.add(secondary(_("Whom to call…"), on_call, "phone", "Ctrl+T", dense=True))

    def show_week(self, view: WeekView) -> None:
        """Say how a week stands; one without shifts has nothing to say."""
        if not view.rows:
            self._tag.show_words(None)
            self._needs.setText("")
            return
        tone = Tone.FINE if view.published_at else Tone.WARNING
        self._tag.show_words(TagWords(week_state(view), tone))
        words = [week_needs(view), to_confirm_words(view)]
        if view.published_at:
            words.append(_("published {moment}").format(moment=moment(view.published_at)))
        self._needs.setText(" · ".join(filter(None, words)))
