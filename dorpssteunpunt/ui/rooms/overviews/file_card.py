"""A card for one kind of file for other programs: which days, and where to keep it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.asking_card import AskingCard
from dorpssteunpunt.ui.rooms.overviews.paper import Asked, FileKind


class FileCard(AskingCard):
    """Asks where to, and writes one file there, or several in a folder."""

    def __init__(self, workplace: Workplace, kind: FileKind) -> None:
        super().__init__(kind.title, kind.about, kind.fields)
        self._workplace, self._kind = workplace, kind
        self.setFocusProxy(self._actions.add(secondary(kind.save, self.save, "download")))

    def save(self) -> None:
        """Ask for a place and write there."""
        asked = self._asked()
        if asked is None:
            return
        name = self._kind.file_name(asked)
        dialog = QFileDialog(self, self._kind.save, str(Path.home() / name))
        if name:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(self._kind.pattern)
            dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path), asked))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, place: Path, asked: Asked) -> None:
        """Write what was asked for to a file, or in a folder."""
        kind, writer = self._kind, self._workplace.files

        def write() -> int | None:
            written = {name: writer.write(one) for name, one in kind.make(asked).items()}
            if kind.file_name(asked):
                (content,) = written.values()
                return _kept({place: content})
            return _kept({place / name: content for name, content in written.items()})

        self._workplace.tasks.run(
            write,
            lambda count: self._saved(place, count),
            refused=self._say_refusal,
            owner=self,
            saying=_("The file is being made"),
        )

    def _saved(self, place: Path, count: int | None) -> None:
        if count is None:
            self._banner.set_tone(Tone.DANGER)
            text = _("The file could not be saved there. Choose another folder.")
            self._banner.say(text, _("Save as…"), self.save)
            return
        self._banner.set_tone(Tone.FINE)
        words = ngettext("Saved as {name}.", "Saved {count} files in {name}.", count)
        self._banner.say(
            words.format(name=place.name, count=count),
            _("Open the folder"),
            lambda: QDesktopServices.openUrl(
                QUrl.fromLocalFile(str(place if place.is_dir() else place.parent))
            ),
        )


def _kept(files: dict[Path, bytes]) -> int | None:
    """Write the files and return how many, or None when the disk does not take them."""
    try:
        for path, content in files.items():
            path.write_bytes(content)
    except OSError:
        return None
    return len(files)
