"""Qt's own dialogs speak the language of the interface."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from dorpssteunpunt.app.main import speak


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", {"&Zoeken in:", "Bestands&naam:", "Soort &bestanden:", "&Openen", "Annuleren"}),
        ("en", {"&Look in:", "File &name:", "Files of &type:", "&Open", "Cancel"}),
    ],
)
def test_a_file_dialog_has_no_word_of_another_language(
    qapp: QApplication, language: str, words: set[str]
) -> None:
    speak(qapp, language)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    said |= {button.text() for button in dialog.findChildren(QPushButton)}
    assert said - {""} == words
    speak(qapp, "nl")
