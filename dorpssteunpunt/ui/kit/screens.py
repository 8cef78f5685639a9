"""The screen a part of the window is on, and where something over the window fits on it."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.ui.kit.theme import px


def room_around(widget: QWidget) -> QRect:
    """Return the part of the widget's screen that windows may use, in global pixels.

    `QWidget.screen` is not asked: PySide takes what it returns for a child of the widget, and
    deletes the screen of the whole program when it collects the widget (docs/decisions/0003).
    """
    middle = widget.window().geometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def place_over(dialog: QWidget) -> QPoint:
    """Return where a dialog stands in the middle of its window and whole on the screen."""
    window = dialog.parentWidget()
    assert window is not None
    place = dialog.frameGeometry()
    place.moveCenter(window.window().frameGeometry().center())
    return _within(room_around(dialog), place)


def place_beside(anchor: QWidget, size: QSize) -> QPoint:
    """Return where something of this size stands under ``anchor``, or above it without room."""
    room = room_around(anchor)
    place = QRect(anchor.mapToGlobal(QPoint(0, anchor.height() + px(4))), size)
    if place.bottom() > room.bottom():
        place.moveBottom(anchor.mapToGlobal(QPoint(0, -px(4))).y())
    return _within(room, place)


def _within(room: QRect, place: QRect) -> QPoint:
    left = min(place.left(), room.right() + 1 - place.width())
    top = min(place.top(), room.bottom() + 1 - place.height())
    return QPoint(max(left, room.left()), max(top, room.top()))
