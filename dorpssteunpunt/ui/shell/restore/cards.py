"""The first and the last card of restoring: where to look for backups, and which to put back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services.ports import BackupContent, BackupFile
from dorpssteunpunt.services.words.safekeeping import content_words
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.cards import Item
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.shell.first_start.welcome import choose_store
from dorpssteunpunt.ui.shell.sign_in.door_card import DoorCard

_AT_ONCE: Final = 12
"""As many backups as are kept one a day; the rest is asked for."""


class WhereCard(DoorCard):
    """Names the newest backup that is known here, or asks for the file of one.

    ``chosen`` carries the file of a backup; ``left`` tells that somebody goes back.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Restore a backup"))
        self.banner = self.body.add(Banner(Tone.DANGER))
        self._words = self.body.add(Text())
        self._known: BackupFile | None = None
        buttons = Flow(self.body.add(QWidget()), gap=12, margin=(0, 8, 0, 0))
        self.go_on = buttons.add(primary(_("Go on with this one"), self._take_known))
        self.choose = buttons.add(secondary(_("Another file…"), self._choose, "folder-open"))
        buttons.add(quiet(_("Back"), self.left.emit))

    def focus_first(self) -> None:
        """Give the keyboard to the most likely button."""
        (self.choose if self._known is None else self.go_on).setFocus()

    def show_backups(self, files: Sequence[BackupFile]) -> None:
        """Name the newest of these backups."""
        self._known = next(iter(files), None)
        self.go_on.setVisible(self._known is not None)
        if self._known is None:
            self._words.setText(
                _(
                    "No backup is known on this computer. Connect the USB stick or the disk with "
                    "the copies, and choose the newest file there."
                )
            )
        else:
            self._words.setText(
                ngettext(
                    "There is {n} backup, of {moment}. Nothing changes before you say so.",
                    "There are {n} backups. The newest is of {moment}. Nothing changes before "
                    "you say so.",
                    len(files),
                ).format(n=len(files), moment=moment(self._known.moment))
            )
        self.focus_first()

    def say(self, words: str) -> None:
        """Say why a backup did not open."""
        self.banner.say(words)

    def _take_known(self) -> None:
        if self._known is not None:
            self.banner.hide()
            self.chosen.emit(self._known.path)

    def _choose(self) -> None:
        choose_store(self, self._take_file)

    def _take_file(self, path: Path) -> None:
        self.banner.hide()
        self.chosen.emit(path)


class WhichCard(DoorCard):
    """Lists the backups with what is in them; ``wanted`` carries the one to put back.

    ``keys_wanted`` tells that only the keys are to be put back.
    """

    wanted = Signal(object)
    keys_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Which backup do you want back?"))
        self.banner = self.body.add(Banner(Tone.DANGER))
        self.only_keys = self.body.add(Banner(Tone.INFORMATION))
        self._list = self.body.add(Column(gap=8))
        foot = Flow(self.body.add(QWidget()), gap=12, margin=(0, 8, 0, 0))
        self.more = foot.add(secondary(_("Older backups")))
        self.more.clicked.connect(self._show_all)
        self.back = foot.add(quiet(_("Back"), self.left.emit))
        self._contents: Sequence[BackupContent] = ()

    def focus_first(self) -> None:
        """Give the keyboard to the way back: nothing is put back by accident."""
        self.back.setFocus()

    def show_contents(self, contents: Sequence[BackupContent], *, lacks_only_keys: bool) -> None:
        """List these backups, the newest first."""
        self._contents = contents
        self.banner.hide()
        if lacks_only_keys and contents:
            self.only_keys.say(
                _(
                    "The store itself is whole; only its key file is not. Put the keys back and "
                    "nothing is lost."
                ),
                _("Put only the keys back"),
                self.keys_wanted.emit,
            )
        else:
            self.only_keys.hide()
        self._show(contents[:_AT_ONCE])
        self.more.setVisible(len(contents) > _AT_ONCE)
        self.focus_first()

    def say(self, words: str) -> None:
        """Say why nothing was put back."""
        self.banner.say(words)

    def _show_all(self) -> None:
        self._show(self._contents)
        self.more.hide()

    def _show(self, contents: Sequence[BackupContent]) -> None:
        self._list.clear()
        for content in contents:
            self._list.add(self._line(content))

    def _line(self, content: BackupContent) -> Item:
        when = moment(content.file.moment)
        put_back = secondary(_("Put back…"), lambda: self.wanted.emit(content), dense=True)
        put_back.setAccessibleName(_("Put back the backup of {moment}").format(moment=when))
        tag = TagWords(_("other disk"), Tone.INFORMATION) if content.file.elsewhere else None
        return Item(when, content_words(content.counts), tag, actions=(put_back,))
