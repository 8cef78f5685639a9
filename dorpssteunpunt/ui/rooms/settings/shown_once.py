"""Secrets that are shown once, to be written down or printed before the window goes away."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.overviews.papers import RecoveryPaper
from dorpssteunpunt.services.overviews.recovery import recovery_paper
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.dialogs import Dialog
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.theme import set_kind
from dorpssteunpunt.ui.kit.workplace import Workplace


def show_once(
    parent: QWidget,
    title: str,
    secrets: Mapping[str, str],
    show_paper: Callable[[QWidget], object] | None = None,
) -> None:
    """Show secrets by name; they can be selected and copied, and are not kept anywhere.

    ``show_paper`` shows a paper with them, over the dialog it is given.
    """
    dialog = Dialog(parent, title)
    dialog.body.add(Text(_("Write this down now. It is shown only once.")))
    for name, secret in secrets.items():
        dialog.body.add(Text(name, "second"))
        words = QLabel(secret)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_kind(words, "title")
        dialog.body.add(words)
    if show_paper is not None:
        show = _("Show and print the paper")
        dialog.add_button(secondary(show, lambda: show_paper(dialog), "printer"))
    dialog.add_button(primary(_("I wrote it down"), dialog.accept))
    dialog.open()


def paper_of(workplace: Workplace, code: str, person: str = "") -> Callable[[QWidget], object]:
    """Return what shows the paper of a recovery code: of a professional, or the support point."""

    def paper() -> RecoveryPaper:
        return recovery_paper(workplace.desk, code, person)

    return lambda over: show_preview(
        over,
        workplace.tasks,
        _("Recovery code"),
        lambda: workplace.sheets.draw(paper()),
        _("recovery-code") + ".pdf",
    )
