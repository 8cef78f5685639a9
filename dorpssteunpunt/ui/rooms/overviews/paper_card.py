"""A card for one kind of paper: what it is, which days, and what to do with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.layouts import Flow, Tiles
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview, show_preview
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.papers import Asked, Paper

_NARROWEST = 200  # pixels at 100 % of the days beside each other

Then = Callable[[PdfPreview], object]


class PaperCard(Card):
    """Makes a paper and shows it; printing and saving go on from what is shown."""

    def __init__(self, workplace: Workplace, paper: Paper) -> None:
        super().__init__(paper.title, paper.about)
        self._workplace, self._paper = workplace, paper
        if paper.fields:
            beside = Tiles(self.body.add(QWidget()), narrowest=_NARROWEST)
            for field in paper.fields:
                beside.add(field)
        self._banner = self.body.add(Banner(Tone.WARNING))
        self.body.push()
        buttons = Flow(self.body.add(QWidget()), gap=8, margin=(0, 8, 0, 0))
        self._look = buttons.add(primary(_("Preview"), self.look, "eye"))
        buttons.add(secondary(_("Print"), self.print_paper, "printer"))
        buttons.add(secondary(_("Save as PDF"), self.save, "download"))
        self.setFocusProxy(self._look)

    def look(self) -> None:
        """Show the paper."""
        self._make(lambda _preview: None)

    def print_paper(self) -> None:
        """Show the paper and ask for a printer."""
        self._make(PdfPreview.print_paper)

    def save(self) -> None:
        """Show the paper and ask where to keep it."""
        self._make(PdfPreview.save_as)

    def _make(self, then: Then) -> None:
        self._banner.hide()
        wrong = [field for field in self._paper.fields if not field.check()]
        if wrong:
            wrong[0].setFocus()
            return
        paper = self._paper
        asked: Asked = {field.name: field.value() for field in paper.fields}
        self._workplace.tasks.run(
            lambda: paper.make(asked),
            lambda overview: self._show(overview, paper.file_name(asked), then),
            refused=self._say_refusal,
            owner=self,
            saying=_("The paper is being made"),
        )

    def _show(self, overview: Overview, file_name: str, then: Then) -> None:
        workplace = self._workplace
        preview = show_preview(
            self.window(),
            workplace.tasks,
            self._paper.title,
            lambda: workplace.sheets.draw(overview),
            file_name,
        )
        preview.shown.connect(lambda: then(preview))

    def _say_refusal(self, refusal: Refusal) -> None:
        words = in_words(refusal)
        for field in self._paper.fields:
            if field.name == refusal.field:
                field.show_error(words)
                return
        self._banner.say(words)
