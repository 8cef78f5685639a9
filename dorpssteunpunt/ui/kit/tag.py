"""Tags: a word and a sign on a ground in their tone."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.icons import icon_pixmap
from dorpssteunpunt.ui.kit.theme import colour, font, px, theme
from dorpssteunpunt.ui.kit.tones import TagWords

_SIGN, _PADDING, _GAP, _HEIGHT, _RADIUS = 14, 8, 6, 26, 4  # pixels at 100 %


def tag_size(words: TagWords) -> QSize:
    """Return the size of a tag in pixels of this screen."""
    text = ceil(QFontMetricsF(font(bold=True)).horizontalAdvance(words.text)) + 1
    return QSize(text + px(2 * _PADDING + _SIGN + _GAP), px(_HEIGHT))


def paint_tag(painter: QPainter, area: QRect, words: TagWords) -> None:
    """Draw a tag in ``area``; words that do not fit end in …."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(words.tone.ground))
    painter.drawRoundedRect(QRectF(area), px(_RADIUS), px(_RADIUS))
    density = painter.device().devicePixelRatioF()
    sign = icon_pixmap(words.tone.icon_name, words.tone.ink, _SIGN, density)
    top = area.top() + (area.height() - px(_SIGN)) / 2
    painter.drawPixmap(QPointF(area.left() + px(_PADDING), top), sign)
    painter.setPen(colour(words.tone.ink))
    painter.setFont(font(bold=True))
    inner = area.adjusted(px(_PADDING + _SIGN + _GAP), 0, -px(_PADDING), 0)
    fitting = painter.fontMetrics().elidedText(
        words.text, Qt.TextElideMode.ElideRight, inner.width()
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()


class Tag(QLabel):
    """A tag as a widget; hidden while it has nothing to say."""

    def __init__(self, words: TagWords | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: TagWords | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)
        theme().changed.connect(self.updateGeometry)

    def show_words(self, words: TagWords | None) -> None:
        """Say something else, or hide with None."""
        self._words = words
        self.setText(words.text if words else "")
        if words is None:
            self.hide()
        elif self.parent() is not None:  # without one it would be a window of its own
            self.show()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of sign and word."""
        return tag_size(self._words) if self._words else QSize()

    def minimumSizeHint(self) -> QSize:
        """Return room for the sign and a few letters."""
        return QSize(min(px(96), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign and word."""
        if self._words:
            paint_tag(QPainter(self), self.rect(), self._words)
