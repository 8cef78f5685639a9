"""The last step: what was chosen at one glance, the place of the store, and the first PIN."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import PinTooSimple, check_pin
from dorpssteunpunt.ui.kit.buttons import quiet
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Flow, Tiles
from dorpssteunpunt.ui.shell.first_start.step import Step, all_well
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField, agree

_ENDING = ".store"


class BeginStep(Step):
    """Asks for the coordinator's PIN and where the store goes."""

    def __init__(self, store: Path) -> None:
        super().__init__(
            _("Ready to begin"),
            _("Nothing is on the disk yet. With the last button your support point begins."),
        )
        self.store = store
        chosen = self.body.add(Card(_("This is what you chose")))
        self._facts = chosen.body.add(Facts())
        foot = Flow(chosen.body.add(QWidget()))
        foot.add(quiet(_("Choose another place for the file…"), self._choose_place, "folder-open"))
        card = self.body.add(Card("-"))
        self._pin_card = card
        card.body.add(
            Text(_("A PIN of 4 to 12 digits, for this computer. Others get theirs later."))
        )
        self.pin = PinField("pin", _("PIN"))
        self.again = PinField("pin_again", _("The same PIN once more"))
        tiles = Tiles(card.body.add(QWidget()), narrowest=300)
        tiles.add(self.pin)
        tiles.add(self.again)
        self.body.push()

    def show_choices(self, facts: Sequence[tuple[str, str]], coordinator: str) -> None:
        """Show what was chosen on the pages before."""
        self._chosen = facts
        self._pin_card.set_title(_("PIN of {name}").format(name=coordinator))
        self._show_facts()

    def show_step(self) -> None:
        """Give the keyboard to the PIN."""
        self.pin.setFocus()

    def go_on(self, done: Callable[[], object]) -> None:
        """Go on with a PIN that is not too simple and was typed twice the same."""
        self.banner.hide()
        if not all_well(self.pin, self.again):
            return
        try:
            check_pin(self.pin.value())
        except PinTooSimple as refusal:
            self.refuse(refusal, self.pin)
            return
        if agree(self.pin, self.again):
            done()

    def fail(self, trouble: Refusal | Circumstance) -> None:
        """Say why the support point could not begin; everything typed stays."""
        if isinstance(trouble, Refusal):
            self.refuse(trouble, self.pin)
            return
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        self.banner.say(in_words(trouble), _("Choose another place…"), self._choose_place)

    def _choose_place(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self,
            _("Where should the file be?"),
            str(self.store),
            f"*{_ENDING}",
            options=QFileDialog.Option.DontConfirmOverwrite,  # a store is never written over
        )
        if path:
            self.take_place(Path(path))

    def take_place(self, path: Path) -> None:
        """Put the store there instead."""
        self.store = path if path.suffix else path.with_suffix(_ENDING)
        self.banner.hide()
        self._show_facts()

    def _show_facts(self) -> None:
        self._facts.show_facts([*self._chosen, (_("File"), str(self.store))])
