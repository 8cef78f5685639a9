"""Asking why something is done, and keeping what was typed when the answer is refused."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.fields import TextArea
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.open_form import OpenForm
from dorpssteunpunt.ui.kit.tasks import Tasks

Result = TypeVar("Result")


def ask_reason(
    forms: OpenForm,
    tasks: Tasks,
    title: str,
    consequence: str,
    do_text: str,
    work: Callable[[str, bool], Result],
    done: Callable[[Result], object],
    *,
    field: str = "reason",
    suggestions: Sequence[str] = (),
    what: str = "reason",
    about: Any = None,
) -> FreeTextForm:
    """Ask why and do ``work`` with the reason, on the store thread; ``consequence`` is said above.

    ``work`` is also told whether somebody looked at a number in it and it is no BSN. ``field`` is
    what its refusals call the reason; ``what`` and ``about`` go along with a draft of it.
    """
    form = FreeTextForm(tasks=tasks, save_text=do_text)
    form.add_widget(Text(consequence))
    reason = TextArea(field, _("Reason"), required=True, lines=2)
    if suggestions:
        offers = Flow(form.add_widget(QWidget()), gap=8)
        for suggestion in suggestions:
            offers.add(_suggestion(suggestion, reason))
    form.add(reason)
    form.submitted.connect(
        lambda: form.send(partial(work, reason.value(), form.numbers_are_fine()), done)
    )
    return forms.open(form, title, what, about, width=560)


def _suggestion(words: str, reason: TextArea) -> Button:
    def take() -> None:
        reason.set_value(words)
        reason.clear_error()
        reason.setFocus()

    return secondary(words, take, dense=True)
