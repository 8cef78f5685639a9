"""Secrets that are shown once, to be written down before the window goes away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.theme import set_kind


def show_once(parent: QWidget, title: str, secrets: Mapping[str, str]) -> None:
    """Show secrets by name; they can be selected and copied, and are not kept anywhere."""
    dialog = Dialog(parent, title)
    dialog.body.add(Text(_("Write this down now. It is shown only once.")))
    for name, secret in secrets.items():
        dialog.body.add(Text(name, "second"))
        words = QLabel(secret)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_kind(words, "title")
        dialog.body.add(words)
    dialog.add_button(primary(_("I wrote it down"), dialog.accept))
    dialog.open()
