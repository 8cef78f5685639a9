"""The emergency numbers: large, offline, and in reach while nobody is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.ui.kit.buttons import primary
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Row, line
from dorpssteunpunt.ui.kit.theme import set_kind


def show_emergency_numbers(parent: QWidget, numbers: Sequence[EmergencyNumber]) -> QDialog:
    """Show the numbers in their order; does not block."""
    dialog = Dialog(parent, _("Emergency numbers"), width=640)
    dialog.body.add(Text(_("In danger to life: call 112 first. You need not write anything down.")))
    for number in numbers:
        dialog.body.add(line())
        dialog.body.add(_entry(number))
    close = dialog.add_button(primary(_("Close"), dialog.accept))
    dialog.open()
    close.setFocus()
    return dialog


def _entry(number: EmergencyNumber) -> QWidget:
    entry = QWidget()
    row = Row(entry, gap=16)
    words = row.add(Column(gap=2), 1)
    words.add(Text(number.name, "strong"))
    if number.checked_on is not None:
        # Imported here: dates are written by a library that this dialog can mostly do without.
        from dorpssteunpunt.base.formats import numeric_date

        checked = _("Last checked on {day}").format(day=numeric_date(number.checked_on))
        words.add(Text(checked, "second"))
    digits = QLabel(number.number)
    digits.setTextFormat(Qt.TextFormat.PlainText)
    digits.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    set_kind(digits, "big")
    row.add(digits)
    return entry
