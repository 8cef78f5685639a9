"""Leads somebody through restoring a backup, from a closed door or from the rooms."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from dorpssteunpunt.services.door import Door, Visit
    from dorpssteunpunt.services.ports import BackupContent
    from dorpssteunpunt.services.restoring import Shelf
    from dorpssteunpunt.ui.shell.restore.page import RestorePage


class Restoring(QObject):
    """Shows the page, and puts the chosen backup back once nobody has the store open.

    ``page_made`` carries the page to show, ``left`` tells that somebody goes back, and
    ``restored`` carries what to say at the door then.
    """

    page_made = Signal(object)
    left = Signal()
    restored = Signal(str)

    def __init__(self, tasks: Tasks, let_go: Callable[[], object]) -> None:
        """``let_go`` closes the store of whoever is signed in."""
        super().__init__()
        self._tasks, self._let_go = tasks, let_go
        self._page: RestorePage | None = None

    def begin(self, door: "Door") -> None:
        """Ask where the backup is, and for a key of it."""
        self._make_page(door).begin()

    def begin_inside(self, door: "Door", visit: "Visit") -> None:
        """Ask whoever is signed in which backup."""
        self._tasks.run(visit.shelf, self._make_page(door).begin_with)

    def _make_page(self, door: "Door") -> "RestorePage":
        from dorpssteunpunt.ui.shell.restore.page import RestorePage

        page = self._page = RestorePage(self._tasks, door)
        page.left.connect(self.left)
        page.chosen.connect(self._put_back)
        page.keys_chosen.connect(self._put_keys_back)
        self.page_made.emit(page)
        return page

    def _put_back(self, shelf: "Shelf", content: "BackupContent") -> None:
        from dorpssteunpunt.base.formats import moment
        from dorpssteunpunt.services.restoring import restore

        def told(aside: Path | None) -> None:
            words = [_("The backup of {moment} was put back.").format(moment=when)]
            if aside is not None:
                words.append(_("The store as it was is kept as {name}.").format(name=aside.name))
            self.restored.emit(" ".join(words))

        when = moment(content.file.moment)
        self._do(lambda: restore(shelf, content.file.path), told)

    def _put_keys_back(self, shelf: "Shelf", content: "BackupContent") -> None:
        from dorpssteunpunt.services.restoring import restore_keys

        said = _("The keys were put back; nothing is lost.")
        self._do(
            lambda: restore_keys(shelf, content.file.path), lambda _none: self.restored.emit(said)
        )

    def _do(self, work: Callable[[], object], told: Callable[..., object]) -> None:
        assert self._page is not None
        self._let_go()
        self._tasks.run(
            work,
            told,
            refused=self._page.fail,
            troubled=self._page.fail,
            owner=self._page,
            saying=_("The backup is being put back"),
        )
