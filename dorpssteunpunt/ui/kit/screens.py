"""The screen a part of the window is on, asked without taking hold of it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_around(widget: QWidget) -> QRect:
    """Return the part of the widget's screen that windows may use, in global pixels.

    `QWidget.screen` is not asked: PySide takes what it returns for a child of the widget, and
    deletes the screen of the whole program when it collects the widget (docs/decisions/0003).
    """
    middle = widget.window().geometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
