"""Somebody at the window of the program: signs in, goes from room to room, and leaves."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from dorpssteunpunt.app.bootstrap import Reception
from dorpssteunpunt.app.demo.hands import Hands
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview
from dorpssteunpunt.ui.shell.main_window import MainWindow
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameList
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField

_SETTLING: Final = 100  # milliseconds in which a screen takes its place


class Person(Hands):
    """Somebody at the real window."""

    def __init__(self, reception: Reception) -> None:
        self.reception = reception

    @property
    def window(self) -> MainWindow:
        """The window as it is now; another language brings another one."""
        return self.reception.window

    def waits(self) -> None:
        """Wait until nothing is being done."""
        self.until(lambda: not self.reception.tasks.is_busy(), "rest")

    def rests(self) -> None:
        """Wait until nothing is being done, and all that is shown has taken its place."""
        self.pauses(_SETTLING)
        self.waits()
        self.pauses(_SETTLING)

    def answers(self, asked: QWidget, text: str) -> None:
        """Type what a part of the window asks, and press Enter."""
        line = asked if isinstance(asked, QLineEdit) else asked.findChildren(QLineEdit)[0]
        line.setFocus()
        self.types(text)
        self.keys("Return")

    def comes_to_the_door(self) -> None:
        """Wait until the window asks who somebody is."""
        self.until(lambda: self.in_sight(NameList) or self.in_sight(PinField), "the way in")
        self.waits()

    def signs_in(self, name: str, pin: str) -> None:
        """Choose a name and type the PIN; a locked window asks for its own person first."""
        self.comes_to_the_door()
        if self.in_sight(PinField):
            self.presses(_("Somebody else"))
        names = self.sees(NameList)
        row = next(row for row in range(names.count()) if names.item(row).text() == name)
        self.clicks(names, names.model().index(row, 0))
        self.answers(self.sees(PinField), pin)
        self.until(self.window.is_open, f"the desk of {name}")
        self.waits()

    def gives_way_to(self, name: str, pin: str) -> None:
        """Lock the window, so that somebody else signs in."""
        self.presses(_("Lock"))
        self.signs_in(name, pin)

    def goes_to(self, room: Room) -> None:
        """Go to a room by the rail."""
        self.until(self.window.is_open, "an open window")
        self.until(lambda: self.place is self.window, "the end of a dialog")
        QTest.mouseClick(self.window.rail.button(room), Qt.MouseButton.LeftButton)
        self.waits()

    def sees_paper(self) -> None:
        """Wait until the first page of a paper can be read."""
        preview = self.sees(PdfPreview)
        self.until(lambda: preview.view.is_drawn(0), "the first page")

    def saves_paper(self, file: Path) -> None:
        """Look at the paper that is shown, keep it as a file, and close it."""
        self.sees_paper()
        self.presses(_("Save as…"))
        self.names_file(file)
        self.reads(_("Saved as {name}.").format(name=file.name))
        self.presses(_("Close"))
        self.until(lambda: self.in_sight(PdfPreview) is None, "the end of the preview")

    def closes(self, *, losing_drafts: bool = False) -> None:
        """Close the window and wait until it is gone."""
        window = self.window
        loses = losing_drafts and window.has_drafts()
        window.close()
        if loses:
            self.presses(_("Close without saving"))
        self.until(lambda: not window.isVisible(), "the end of the window")
