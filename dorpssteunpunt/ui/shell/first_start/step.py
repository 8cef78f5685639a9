"""One step of the first start: what it asks, and when it lets somebody go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone


class Step(QWidget):
    """A page of the first start; it stays as it is while somebody goes back and forth."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.title = title
        self.body = Column(self, gap=16)
        self.banner = self.body.add(Banner(Tone.DANGER))
        self.body.add(Text(explanation))

    def show_step(self) -> None:
        """Give the keyboard to the first field, if there is one to begin with."""

    def go_on(self, done: Callable[[], object]) -> None:
        """Call ``done`` when all is well, now or later; else say what is wrong and where."""
        done()

    def refuse(self, refusal: Refusal, *fields: Field[str]) -> None:
        """Say a refusal at the field it is about, or above the page."""
        # Imported here: words are needed when something is wrong, not at the first paint.
        from dorpssteunpunt.services.words import in_words

        words = in_words(refusal)
        for field in fields:
            if field.name == refusal.field:
                field.show_error(words)
                field.setFocus()
                return
        self.banner.say(words)


def all_well(*fields: Field[str]) -> bool:
    """Check the fields and go to the first mistake; return whether there is none."""
    wrong = [field for field in fields if not field.check()]
    if wrong:
        wrong[0].setFocus()
    return not wrong
