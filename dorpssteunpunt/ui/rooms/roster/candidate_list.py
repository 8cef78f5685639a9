"""Whom to ask: the candidates for a shift, each saying in words whether they can and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.suitability import Fit
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import Candidate, candidates
from dorpssteunpunt.services.words.roster_candidates import candidate_words, fit_word
from dorpssteunpunt.ui.kit.tag import paint_tag, tag_size
from dorpssteunpunt.ui.kit.theme import colour, font, px, theme
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.rooms.roster.carried import MIME, Carried, drag, packed

Index = QModelIndex | QPersistentModelIndex

CHOICE_ROLE: Final = int(Qt.ItemDataRole.UserRole)

_TONES: Final = {
    Fit.GOOD: Tone.FINE,
    Fit.JUST: Tone.WARNING,
    Fit.POOR: Tone.NEUTRAL,
    Fit.IMPOSSIBLE: Tone.NEUTRAL,
}
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with what the list says about them."""

    candidate: Candidate
    why: str

    @property
    def tag(self) -> TagWords:
        """How well they suit, as a tag."""
        fit = self.candidate.suitability.fit
        return TagWords(fit_word(fit), _TONES[fit])

    @property
    def carried(self) -> Carried:
        """Their name, to drag into the grid."""
        return Carried(self.candidate.volunteer_id, self.candidate.name)


def choices(desk: Desk, shift_id: int) -> tuple[Choice, ...]:
    """Return the candidates for a shift with their reasons in words; for the store thread."""
    return tuple(Choice(one, _why(one)) for one in candidates(desk, shift_id))


def _why(candidate: Candidate) -> str:
    phone = shown_phone(candidate.phone).replace(" ", "\u00a0") if candidate.phone else ""
    return " · ".join(filter(None, (candidate_words(candidate), phone)))


class CandidateModel(QAbstractListModel):
    """The candidates of whom every typed word begins a word of the name, in the order given.

    ``sifting`` and ``sifted`` tell that others are about to be shown, and are.
    """

    sifting = Signal()
    sifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Choice, ...] = ()
        self._shown: tuple[Choice, ...] = ()
        self._typed: tuple[str, ...] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        """Show other candidates, as far as they match what was typed."""
        self._all = tuple(choices)
        self._sift()

    def narrow(self, typed: str) -> None:
        """Show those whose names match what was typed."""
        self._typed = tuple(fold(typed).split())
        self._sift()

    def place_of(self, volunteer_id: int) -> QModelIndex:
        """Return where a volunteer is in the list, or an invalid index."""
        for row, choice in enumerate(self._shown):
            if choice.candidate.volunteer_id == volunteer_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many candidates match."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a candidate, or the words a screen reader says."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == CHOICE_ROLE:
            return choice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join((choice.candidate.name, choice.tag.text, choice.why))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every candidate who can be put on a shift be dragged there."""
        flags = super().flags(index)
        if index.isValid() and self._shown[index.row()].candidate.suitability.is_possible:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Return how names are taken along."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the name that is dragged."""
        choice: Choice = indexes[0].data(CHOICE_ROLE)
        return packed(choice.carried)

    def _sift(self) -> None:
        shown = tuple(choice for choice in self._all if self._matches(choice))
        if shown == self._shown:
            return
        self.sifting.emit()
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        self.sifted.emit()  # after the views have forgotten what was chosen

    def _matches(self, choice: Choice) -> bool:
        words = fold(choice.candidate.name).split()
        return all(any(word.startswith(typed) for word in words) for typed in self._typed)


class CandidateList(QListView):
    """Lists a `CandidateModel`.

    ``chosen`` tells a `Choice` or None, ``taken`` Enter or a double click on it.
    """

    chosen = Signal(object)
    taken = Signal()

    def __init__(self, model: CandidateModel) -> None:
        super().__init__()
        self._candidates = model
        self._kept: int | None = None
        self.setAccessibleName(_("Candidates"))
        self.setModel(model)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setMinimumHeight(px(200))
        self.doubleClicked.connect(lambda _index: self.taken.emit())
        self.selectionModel().currentChanged.connect(self._tell)
        model.sifting.connect(self._keep)
        model.sifted.connect(self._choose_again)
        theme().changed.connect(self._rescale)

    def choice(self) -> Choice | None:
        """Return the chosen candidate."""
        choice: Choice | None = self.currentIndex().data(CHOICE_ROLE)
        return choice

    def choose_first(self) -> None:
        """Choose the best candidate."""
        self._choose(self._candidates.index(0))

    def choose(self, volunteer_id: int) -> None:
        """Choose a volunteer who is in the list."""
        self._choose(self._candidates.place_of(volunteer_id))

    def choose_none(self) -> None:
        """Forget who was chosen: the candidates are for another shift now."""
        self.setCurrentIndex(QModelIndex())

    def step(self, rows: int) -> None:
        """Choose a candidate further down or up."""
        last = self._candidates.rowCount() - 1
        self._choose(self._candidates.index(min(last, max(0, self.currentIndex().row() + rows))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen candidate."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the name of the candidate that was taken hold of."""
        if choice := self.choice():
            drag(self, choice.carried)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _choose(self, place: QModelIndex) -> None:
        self.setCurrentIndex(place)
        self.scrollTo(place)

    def _tell(self) -> None:
        self.chosen.emit(self.choice())

    def _keep(self) -> None:
        choice = self.choice()
        self._kept = choice.candidate.volunteer_id if choice else None

    def _choose_again(self) -> None:
        place = QModelIndex() if self._kept is None else self._candidates.place_of(self._kept)
        self._choose(place if place.isValid() else self._candidates.index(0))
        self._tell()

    def _rescale(self) -> None:
        self.setMinimumHeight(px(200))
        self.scheduleDelayedItemsLayout()


class _ChoiceDelegate(QStyledItemDelegate):
    """Draws a candidate: bold name and tag, and under them why, on as many lines as it takes."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of name, tag and reasons at the width of the list."""
        width = self._view.viewport().width()
        choice: Choice = index.data(CHOICE_ROLE)
        name, tag, why = _places(choice, QRect(0, 0, width, 0))
        bottom = max(name.bottom(), tag.bottom(), why.bottom())
        return QSize(width, bottom + px(11))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one candidate."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        choice: Choice = index.data(CHOICE_ROLE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("soft"))
            painter.fillRect(QRect(area.left(), area.top(), px(4), area.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("hover"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("line"))
        name, tag, why = _places(choice, area)
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        painter.drawText(name, _WRAPPED, choice.candidate.name)
        paint_tag(painter, tag, choice.tag)
        painter.setFont(font())
        painter.setPen(colour("second"))
        painter.drawText(why, _WRAPPED, choice.why)
        painter.restore()


def _places(choice: Choice, area: QRect) -> tuple[QRect, QRect, QRect]:
    """Return where name, tag and reasons stand; the tag goes under a name that leaves no room."""
    inner = area.adjusted(px(12), px(8), -px(8), 0)
    bold = QFontMetrics(font(bold=True))
    room = QRect(0, 0, inner.width(), 0)
    name = QRect(inner.topLeft(), bold.boundingRect(room, _WRAPPED, choice.candidate.name).size())
    tag = QRect(name.topRight(), tag_size(choice.tag))
    tag.translate(px(8), (bold.height() - tag.height()) // 2)
    if tag.right() > inner.right():
        tag.moveTopLeft(name.bottomLeft())
        tag.setRight(min(tag.right(), inner.right()))
    why = QRect(inner.left(), max(name.bottom(), tag.bottom()) + px(2), inner.width(), 0)
    why.setHeight(QFontMetrics(font()).boundingRect(room, _WRAPPED, choice.why).height())
    return name, tag, why
