"""Words on the screen: wrapping text, one-line text, and facts with their names."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dorpssteunpunt.ui.kit.layouts import Grid
from dorpssteunpunt.ui.kit.theme import px, set_kind

_LONGEST_FACT = 16  # letters that stay on one line, also in a narrow column


class Text(QLabel):
    """Text that wraps and takes the height it needs; what it is given is never markup.

    ``kind`` is title, heading, strong, body, second or error.
    """

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        set_kind(self, kind)

    def sizeHint(self) -> QSize:
        """Return the size of the text on lines of its own, so that it wraps only where it must."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()  # the look of its kind may be bold
        margins = self.contentsMargins()
        size = self.fontMetrics().size(0, self.text()).grownBy(margins)
        return QSize(size.width() + 1, size.height())


class Meta(Text):
    """Short facts with a · between them, such as who and when; a line breaks only between two."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "second", parent)

    def setText(self, text: str) -> None:
        """Show other facts."""
        self._facts = text
        super().setText("\N{NO-BREAK SPACE}· ".join(map(_unbroken, text.split(" · "))))

    def text(self) -> str:
        """Return the facts as they were given."""
        return self._facts


class Elided(QLabel):
    """One line of text; what does not fit ends in … and is in the tooltip."""

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_kind(self, kind)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters only."""
        return QSize(px(48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole text in a tooltip while it does not fit."""
        super().resizeEvent(event)
        self.setToolTip("" if self._fitting() == self.text() else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._fitting())

    def _fitting(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)


class Facts(QWidget):
    """Names and values under each other, as "Telefoon **06 12345678**"."""

    def __init__(self, pairs: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._grid = Grid(self, gap=8)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(pairs)

    def show_facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of a name and a value instead; a pair without a value is left out."""
        self._grid.clear()
        known = [(name, value) for name, value in pairs if value]
        for row, (name, value) in enumerate(known):
            label = Text(name, "second")
            label.setWordWrap(False)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(value), row, 1)


def _unbroken(fact: str) -> str:
    return fact.replace(" ", "\N{NO-BREAK SPACE}") if len(fact) <= _LONGEST_FACT else fact
