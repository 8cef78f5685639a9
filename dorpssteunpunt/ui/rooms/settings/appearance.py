"""How the window looks on this computer: the size of the text, and the colours."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.ui.kit import appearance
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.theme import LARGEST, SMALLEST, theme
from dorpssteunpunt.ui.rooms.settings.section import Section


class AppearanceSection(Section):
    """Changes the look at once, for everybody on this computer."""

    def _cards(self, settings: Settings) -> Sequence[QWidget]:
        return [AppearanceCard()]


class AppearanceCard(Card):
    """Larger or smaller text, and light, dark or strong colours."""

    def __init__(self) -> None:
        super().__init__(_("Appearance"), _("On this computer, for everybody who works here."))
        sizes = self.body.add(Column(gap=4))
        sizes.add(Text(_("Text size")))
        buttons = Flow(sizes.add(QWidget()), gap=12)
        self._smaller = buttons.add(secondary(_("Smaller"), appearance.reduce_text, "zoom-out"))
        self._percent = buttons.add(Text(kind="strong"))
        self._larger = buttons.add(secondary(_("Larger"), appearance.enlarge_text, "zoom-in"))
        self._colours = ChoiceField(
            "colours",
            _("Colours"),
            choices=[Choice(mode, appearance.mode_word(mode)) for mode in Mode],
        )
        self._colours.edited.connect(lambda: appearance.choose_mode(self._colours.value()))
        self.body.add(self._colours)
        self._tell()
        # Queued: a button is not switched off while its own click draws the window anew.
        theme().changed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self) -> None:
        self._percent.setText(_("{percent} %").format(percent=theme().percent))
        self._smaller.setEnabled(theme().percent > SMALLEST)
        self._larger.setEnabled(theme().percent < LARGEST)
        self._colours.set_value(theme().mode)
