"""A change that touches coming shifts: they are shown first, and change when somebody agrees."""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import ShiftsTouched, TouchedShift
from dorpssteunpunt.services.words.closed_days import touched_days, touched_words
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Item
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.tasks import Tasks

Result = TypeVar("Result")


def carry_out(
    over: QWidget,
    tasks: Tasks,
    work: Callable[[Collection[int]], Result],
    done: Callable[[Result], object],
) -> None:
    """Do ``work``, which is given the shifts that were agreed to; show first what it touches."""

    def attempt(agreed: Collection[int]) -> None:
        tasks.run(lambda: work(agreed), done, refused=refused, owner=over)

    def refused(refusal: Refusal) -> None:
        if isinstance(refusal, ShiftsTouched):
            ask_about(over, refusal.touched, attempt)
        else:
            tasks.refused.emit(refusal)

    attempt(())


def ask_about(
    over: QWidget,
    touched: Sequence[TouchedShift],
    agree: Callable[[Collection[int]], object],
) -> None:
    """Show which coming shifts change, and go on with them when somebody agrees."""
    dialog = Dialog(over, _("These shifts change with it"))
    dialog.body.add(Text(touched_words(touched)))
    days = dialog.body.add(Column(gap=0))
    for day, shifts in touched_days(touched):
        days.add(Item(day, shifts))
    cancel = dialog.add_button(secondary(_("Cancel"), dialog.reject))
    dialog.add_button(primary(_("Change these shifts"), dialog.accept))
    dialog.accepted.connect(lambda: agree([one.switch.shift.id for one in touched]))
    cancel.setDefault(True)
    dialog.open()
    cancel.setFocus()
