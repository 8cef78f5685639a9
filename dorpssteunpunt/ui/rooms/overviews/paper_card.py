"""A card for one kind of paper: what it is, which days, and what to do with it."""

from collections.abc import Callable

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview, show_preview
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.asking_card import AskingCard
from dorpssteunpunt.ui.rooms.overviews.paper import Paper

Then = Callable[[PdfPreview], object]


class PaperCard(AskingCard):
    """Makes a paper and shows it; printing and saving go on from what is shown."""

    def __init__(self, workplace: Workplace, paper: Paper) -> None:
        super().__init__(paper.title, paper.about, paper.fields)
        self._workplace, self._paper = workplace, paper
        self._look = self._actions.add(primary(_("Preview"), self.look, "eye"))
        self._actions.add(secondary(_("Print"), self.print_paper, "printer"))
        self._actions.add(secondary(_("Save as PDF"), self.save, "download"))
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
        asked = self._asked()
        if asked is None:
            return
        paper = self._paper
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
