"""Backups: how the store is, where copies go, and what there is to put back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services import safekeeping
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.safekeeping import Health
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.rooms.settings.section import Section


class BackupsSection(Section):
    """Three cards: the health of the store, the second place, and putting back."""

    def show_settings(self, settings: Settings) -> None:
        """Look anew at the store and its backups, which are no settings; then show them."""
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: safekeeping.health(desk), self._have_health, owner=self, key="health"
        )

    def _have_health(self, health: Health) -> None:
        self._show_cards([self._store(health), self._elsewhere(health), self._restoring()])

    def _store(self, health: Health) -> Card:
        card = Card(_("How the store is"))
        here = sum(not file.elsewhere for file in health.backups)
        checked = _("not yet on this computer")
        if health.checked is not None:
            checked = _("{moment}, all well").format(moment=moment(health.checked))
        last = moment(health.last_backup) if health.last_backup else _("none yet")
        card.body.add(
            Facts(
                [
                    (_("Last backup"), last),
                    (_("Backups kept"), ngettext("{n} backup", "{n} backups", here).format(n=here)),
                    (_("Last examined"), checked),
                    (_("Secret of this computer"), _secret_words(health)),
                    (_("File"), str(health.store)),
                ]
            )
        )
        buttons = Flow(card.body.add(QWidget()), gap=12)
        back_up = self._does(
            safekeeping.back_up_now, _("A backup is being made"), _("The backup was made.")
        )
        buttons.add(secondary(_("Back up now"), back_up, "save"))
        check = self._does(
            safekeeping.check, _("The store is being examined"), _("The store is whole.")
        )
        buttons.add(secondary(_("Examine now"), check, "shield-check"))
        return card

    def _elsewhere(self, health: Health) -> Card:
        card = Card(
            _("A copy on another disk"),
            _("Such as a USB stick. A lost copy is safe: nobody opens it without a passphrase."),
        )
        card.set_tag(_elsewhere_tag(health))
        buttons = Flow(gap=12)
        if health.elsewhere is None:
            card.body.add(Text(_("If this computer breaks, its backups are lost with it.")))
            card.body.add(buttons)
            buttons.add(primary(_("Choose a folder…"), self._choose, "usb"))
            return card
        copied = moment(health.copied) if health.copied else _("none yet")
        card.body.add(
            Facts([(_("Folder"), str(health.elsewhere)), (_("Last copy"), copied)]),
        )
        card.body.add(buttons)
        copy = self._does(
            safekeeping.copy_elsewhere, _("A copy is being made"), _("The copy was made.")
        )
        buttons.add(secondary(_("Copy now"), copy, "copy"))
        buttons.add(secondary(_("Choose another folder…"), self._choose, "folder-open"))
        buttons.add(quiet(_("Make no more copies…"), self._stop))
        return card

    def _restoring(self) -> Card:
        card = Card(
            _("Put a backup back"),
            _("You see first what is in each backup. The store of now is kept beside it."),
        )
        buttons = Flow(card.body.add(QWidget()), gap=12)
        buttons.add(secondary(_("Restore a backup…"), self._workplace.restore, "history"))
        return card

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder for copies"))
        if folder:
            self.choose_folder(Path(folder))

    def choose_folder(self, folder: Path) -> None:
        """Let copies go to a folder from now on."""
        self._does(
            lambda desk: safekeeping.choose_elsewhere(desk, folder),
            _("A copy is being made"),
            _("The first copy was made."),
        )()

    def _stop(self) -> None:
        confirm(
            self,
            _("Make no more copies?"),
            _("The copies that were made stay where they are. New ones are not made any more."),
            _("Make no more copies"),
            self._does(
                lambda desk: safekeeping.choose_elsewhere(desk, None), _("Saving"), _("Saved.")
            ),
            dangerous=True,
        )

    def _does(self, work: Callable[[Desk], object], saying: str, done: str) -> Callable[[], object]:
        """Return what does this on the store thread, says that it takes a while, and tells."""
        desk = self._workplace.desk

        def tell(_done: object) -> None:
            self._workplace.notify(done)

        return lambda: self._workplace.tasks.run(
            lambda: work(desk), tell, owner=self, saying=saying
        )


def _secret_words(health: Health) -> str:
    return {
        "keyring": _("in the keyring of this computer"),
        "file": _("in a file among the settings of this computer"),
        "": _("there is none yet: nobody has a PIN here"),
    }[health.secret_kept_in]


def _elsewhere_tag(health: Health) -> TagWords | None:
    if health.elsewhere is None:
        return TagWords(_("no copies"), Tone.WARNING)
    if not health.elsewhere_is_there:
        return TagWords(_("not connected"), Tone.WARNING)
    if health.on_the_same_disk:
        return TagWords(_("on the same disk as the store"), Tone.WARNING)
    return TagWords(_("connected"), Tone.FINE)
