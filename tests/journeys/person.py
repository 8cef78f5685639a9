"""Who sits at the window in the journeys, and what can be read there."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dorpssteunpunt.app.demo.person import Person

__all__ = ["ANOUKS_PIN", "MIEKES_PIN", "RIAS_PIN", "Person", "words_of"]

MIEKES_PIN, RIAS_PIN, ANOUKS_PIN = "271828", "314159", "161803"


def words_of(part: QWidget) -> str:
    """Return all words on a part of the window, buttons included."""
    labels = [label.text() for label in part.findChildren(QLabel)]
    return " ".join((*labels, *(button.text() for button in part.findChildren(QPushButton))))
