"""What the cards of papers and files share: fields, and what is wrong said beside them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.layouts import Flow, Tiles
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.rooms.overviews.paper import Asked

_NARROWEST = 200  # pixels at 100 % of the fields beside each other


class AskingCard(Card):
    """A card with fields above a row of buttons."""

    def __init__(self, title: str, about: str, fields: Sequence[Field[Any]]) -> None:
        super().__init__(title, about)
        self._fields = fields
        if fields:
            beside = Tiles(self.body.add(QWidget()), narrowest=_NARROWEST)
            for field in fields:
                beside.add(field)
        self._banner = self.body.add(Banner(Tone.WARNING))
        self.body.push()
        self._actions = Flow(self.body.add(QWidget()), gap=8, margin=(0, 8, 0, 0))

    def _asked(self) -> Asked | None:
        """Return what is filled in, or None when something is wrong: the keyboard is there then."""
        self._banner.hide()
        wrong = [field for field in self._fields if not field.check()]
        if wrong:
            wrong[0].setFocus()
            return None
        return {field.name: field.value() for field in self._fields}

    def _say_refusal(self, refusal: Refusal) -> None:
        words = in_words(refusal)
        for field in self._fields:
            if field.name == refusal.field:
                field.show_error(words)
                return
        self._banner.set_tone(Tone.WARNING)
        self._banner.say(words)
