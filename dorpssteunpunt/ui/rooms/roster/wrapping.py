"""Words in a narrow column: broken between words, and within one that is too long by itself."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics


def wrapping(words: str, face: QFont, width: int) -> int:
    """Return how these words are drawn in a column of this width, as flags of Qt."""
    metrics = QFontMetrics(face)
    fits = all(metrics.horizontalAdvance(word) <= width for word in words.split())
    return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)


def wrapped_height(words: str, face: QFont, width: int) -> int:
    """Return how high these words are in a column of this width."""
    room = QRect(0, 0, width, 0)
    flags = wrapping(words, face, width)
    return QFontMetrics(face).boundingRect(room, flags, words).height()
