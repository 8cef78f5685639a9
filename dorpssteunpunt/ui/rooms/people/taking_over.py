"""Choosing a file that volunteers filled in, and taking it over."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services.imports import availability as imports
from dorpssteunpunt.services.imports.availability import NOBODY, FilledIn, KeptForOne, TakenOver
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.imports import taken_over_words
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.filled_in_form import FilledInForm


class TakingOver:
    """Asks for a file, reads it beside the work of the store, and shows what it would change."""

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        self._workplace, self._over = workplace, over

    @property
    def is_allowed(self) -> bool:
        """Whether the person at the desk may take over sheets."""
        return self._workplace.desk.allows(Right.IMPORT)

    def choose(self, volunteer_id: int = NOBODY) -> None:
        """Ask for a file; of one volunteer, when it is chosen at that volunteer."""
        dialog = QFileDialog(self._over, _("Choose a sheet that was filled in"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Spreadsheets (*.xlsx *.ods *.csv *.txt)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.read(Path(path), volunteer_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path, volunteer_id: int = NOBODY) -> None:
        """Read a file and show what it would change, or say what is the matter with it."""
        desk, reader = self._workplace.desk, self._workplace.tables
        self._workplace.tasks.run(
            lambda: imports.read_filled_in(desk, reader, path, volunteer_id),
            self._show,
            refused=self._tell,
            troubled=self._tell,
            owner=self._over,
            key="filled in",
            saying=_("The sheet is being read"),
            beside=True,
        )

    def _show(self, filled_in: FilledIn) -> None:
        form = FilledInForm(self._workplace, filled_in, self._taken_over)
        FormDialog(self._over, _("Take over a sheet"), form, width=820).open()

    def _tell(self, trouble: Refusal | Circumstance) -> None:
        dialog = Dialog(self._over, _("This file cannot be taken over"))
        dialog.body.add(Text(in_words(trouble)))
        close = dialog.add_button(secondary(_("Close"), dialog.accept))
        close.setDefault(True)
        dialog.open()

    def _taken_over(self, done: TakenOver) -> None:
        undo = partial(self._take_back, done.kept) if done.kept else None
        self._workplace.notify(taken_over_words(done), undo)

    def _take_back(self, kept: Sequence[KeptForOne]) -> None:
        desk, notify = self._workplace.desk, self._workplace.notify
        self._workplace.tasks.run(
            lambda: imports.take_back(desk, kept), lambda _done: notify(_("Undone."))
        )
