"""The fifth step: two recovery codes on paper, each typed back from it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import Doors
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.ui.kit.buttons import quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.shell.first_start.step import Step
from dorpssteunpunt.ui.shell.sign_in.parts_on_show import PartsOnShow

Preview = Callable[[bool], object]
"""Shows the paper with the support point's code, or (True) with that of the supporter."""


class RecoveryStep(Step):
    """Two papers to print or copy, and proof that each is at hand."""

    def __init__(self, doors: Doors, preview: Preview) -> None:
        super().__init__(
            _("The recovery codes"),
            _(
                "When passphrases are lost, only these codes open the store. Print both papers "
                "and type each code back from its paper, so that you know it is right."
            ),
        )
        self._cards = Column(self.body.add(QWidget()), gap=16)
        self.support_point = self._cards.add(CodeCard(doors, lambda: preview(False)))
        self.supporter = self._cards.add(CodeCard(doors, lambda: preview(True)))
        self.body.push()

    def show_secrets(self, secrets: FirstSecrets, support_point: str, supporter: str) -> None:
        """Ask for the codes of this support point and this village supporter."""
        one, other = secrets.recovery_code, secrets.recovery_code_supporter
        self.support_point.set_title(_("For {name}").format(name=support_point))
        self.support_point.set_second(_("Keep it in an envelope, not beside the computer."))
        self.supporter.set_title(_("For {name}, village supporter").format(name=supporter))
        self.supporter.set_second(_("Only the village supporter keeps it."))
        self.support_point.expect(one, other)
        self.supporter.expect(other, one)

    def show_step(self) -> None:
        """Give the keyboard to the first card that is not done."""
        (self.supporter if self.support_point.is_done() else self.support_point).focus_first()

    def go_on(self, done: Callable[[], object]) -> None:
        """Go on when both codes were typed back."""
        for card in (self.support_point, self.supporter):
            if not card.is_done() and not card.check():
                return
        done()


class CodeField(TextField):
    """A recovery code as somebody types it; ``why_wrong`` says in words what differs."""

    def __init__(self, why_wrong: Callable[[str], str]) -> None:
        super().__init__(
            "recovery_code",
            _("Type the code from the paper"),
            hint=_("Six groups of six characters; capitals, spaces and dashes do not matter."),
            required=True,
        )
        self._why_wrong = why_wrong

    def mistake(self) -> str:
        """Return that the code is missing, or what differs from the paper."""
        return super().mistake() or self._why_wrong(self.value())


class CodeCard(Card):
    """One code: its paper, the code itself for who has no printer, and the field to type it in."""

    def __init__(self, doors: Doors, preview: Callable[[], object]) -> None:
        super().__init__("-")
        self._doors = doors
        self._code = self._other = ""
        self._done = False
        buttons = Flow(self.body.add(QWidget()), gap=12)
        self.paper = buttons.add(secondary(_("Show and print the paper"), preview, "printer"))
        self.copy = buttons.add(quiet(_("Copy by hand"), self._turn, "pencil"))
        self.parts = self.body.add(PartsOnShow())
        self._hidden = self.body.add(
            Text(_("While you type, the code is not shown: copy it from the paper."), "second")
        )
        self.field = self.body.add(CodeField(self._why_wrong))
        self.field.edited.connect(self._typed)
        self.parts.hide()
        self._hidden.hide()

    def expect(self, code: str, other: str) -> None:
        """Wait for ``code``; ``other`` is that of the other paper."""
        if code == self._code:
            return
        self._code, self._other = code, other
        self.parts.show_parts(code.split("-"))
        self.field.set_value("")
        self._tell_done(False)

    def is_done(self) -> bool:
        """Say whether the code was typed back."""
        return self._done

    def check(self) -> bool:
        """Say beside the field what differs from the paper; return whether nothing does."""
        well = self.field.check()
        if not well:
            self.field.setFocus()
        return well

    def focus_first(self) -> None:
        """Give the keyboard to the button of the paper."""
        self.paper.setFocus()

    def _typed(self) -> None:
        """Hide the code as soon as it is being typed, and see at once when it is right."""
        if not self.parts.isHidden():
            self._show_code(False)
            self._hidden.show()
        self._tell_done(self._refusal(self._code) is None)

    def _why_wrong(self, _typed: str) -> str:
        refusal = self._refusal(self._code)
        if refusal is None:
            return ""
        if self._refusal(self._other) is None:
            return _("This is the code of the other paper.")
        from dorpssteunpunt.services.words import in_words  # needed only when something is wrong

        return in_words(refusal)

    def _refusal(self, code: str) -> Refusal | None:
        try:
            self._doors.check_typed_back(self.field.value(), code)
        except Refusal as refusal:
            return refusal
        return None

    def _turn(self) -> None:
        self._show_code(self.parts.isHidden())

    def _show_code(self, on: bool) -> None:
        self.parts.setVisible(on)
        self._hidden.hide()
        self.copy.say(_("Hide the code") if on else _("Copy by hand"))

    def _tell_done(self, done: bool) -> None:
        self._done = done
        self.set_tag(TagWords(_("typed back"), Tone.FINE) if done else None)
        if done:
            self.field.clear_error()
            self._show_code(False)
