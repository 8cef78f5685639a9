"""The room of signals: the desk follows what it passed on, professionals read and answer."""

from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services import concerns
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.concerns import EscalationLine
from dorpssteunpunt.services.overviews.escalations import escalations_overview
from dorpssteunpunt.services.ports import ConcernLine
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.filled_list import FilledList
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.open_form import OpenForm
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.row_table_model import RowTableModel
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.concerns.answering import Answering
from dorpssteunpunt.ui.rooms.concerns.concern_form import ConcernForm
from dorpssteunpunt.ui.rooms.concerns.desk_detail import DeskDetail
from dorpssteunpunt.ui.rooms.concerns.escalation_detail import EscalationPage
from dorpssteunpunt.ui.rooms.concerns.looks import desk_line, professional_line


class ConcernsScreen(Screen):
    """A list of signals and one of them; what of it is shown depends on the reader's rights."""

    watches = frozenset({Room.CONCERNS})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._forms = OpenForm(self)
        self._answering = Answering(workplace, self._forms)
        self._is_professional = workplace.desk.allows(Right.READ_CONCERNS)
        self._header = Header(_("Signals"))
        self._header.add_action(
            primary(_("Pass on a signal"), self._write, icon_name="plus", shortcut="Ctrl+N")
        )
        page = self.page()
        page.add(self._header)
        self._followed = self._professional() if self._is_professional else self._at_the_desk()
        page.add(self._followed, 1)

    @property
    def can_print(self) -> bool:  # type: ignore[override]
        """Whether there is an overview for this reader."""
        return self._is_professional

    def refresh(self) -> None:
        """Ask anew for the list and for what is shown of one signal."""
        self._model.refresh()
        if isinstance(self._detail, EscalationPage):
            self._detail.refresh()
        else:
            self._choose(self._list.chosen_id() or -1)

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show one signal, or begin one about a request or an entry."""
        if action == "new_from_request":
            self._write(request_id=subject)
        elif action == "new_from_entry":
            self._write(entry_id=subject)
        else:
            self._list.choose(subject)
            self._followed.show_detail()

    def begin(self, action: str) -> None:
        """Begin a new signal."""
        if action.startswith("new"):
            self._write()

    def print_overview(self) -> None:
        """Show the overview of escalations as paper."""
        desk, sheets = self.workplace.desk, self.workplace.sheets
        show_preview(
            self,
            self.workplace.tasks,
            _("Escalations"),
            lambda: sheets.draw(escalations_overview(desk)),
            _("escalations") + ".pdf",
        )

    def dirty(self) -> bool:
        """Say whether a signal, or something about one, is being written."""
        return self._forms.draft() is not None

    def drafts(self) -> Drafts:
        """Return what is being written."""
        return {"form": self._forms.draft()}

    def take_up(self, drafts: Drafts) -> None:
        """Go on with what was being written."""
        draft = drafts["form"]
        if draft.what == "concern":
            self._write(*draft.about).take_up(draft.typed)
        else:
            self._answering.take_up(draft)

    def _at_the_desk(self) -> ListDetail:
        desk, today = self.workplace.desk, self.workplace.today
        self._model: RowTableModel[Any] = RowTableModel[ConcernLine](
            self.workplace.tasks,
            identify=lambda line: line.concern.id,
            line=lambda line: desk_line(line, today()),
        )
        self._detail: DeskDetail | EscalationPage = DeskDetail(self.workplace)
        self._model.show(lambda after, limit: concerns.desk_concerns(desk, after, limit))
        return self._list_and_detail()

    def _professional(self) -> ListDetail:
        today = self.workplace.today
        chips = FilterChips((Chip("open", _("To answer")), Chip("all", _("All"))))
        chips.chosen.connect(self._filter)
        self._header.add(chips)
        self._header.add_action(secondary(_("Print"), self.print_overview, icon_name="printer"))
        self._model = RowTableModel[EscalationLine](
            self.workplace.tasks,
            identify=lambda line: line.concern.concern.id,
            line=lambda line: professional_line(line, today()),
        )
        self._detail = EscalationPage(self.workplace, self._answering)
        self._filter(chips.current())
        return self._list_and_detail()

    def _list_and_detail(self) -> ListDetail:
        shown = FilledList(self._model, _("Signals"), self._empty_words, "bell")
        shown.filled.connect(self._detail.invite)
        self._list = shown.rows
        self._list.chosen.connect(self._choose)
        pages = ListDetail(shown, self._detail)
        self._list.picked.connect(lambda _concern_id: pages.show_detail())
        return pages

    def _empty_words(self) -> str:
        if self._is_professional:
            return _("No signal waits for an answer.")
        return _(
            "Are you worried about somebody? Pass it on with the button above. "
            "Here you follow what becomes of it."
        )

    def _filter(self, which: str) -> None:
        desk = self.workplace.desk
        self._model.show(
            lambda after, limit: concerns.list_escalations(desk, which == "open", after, limit)
        )

    def _choose(self, concern_id: int) -> None:
        index = self._model.index_of(concern_id)
        if index is None:
            self._detail.show_nothing()
        elif isinstance(self._detail, EscalationPage):
            self._detail.show_concern(concern_id)
        else:
            self._detail.show_line(self._model.row_at(index))

    def _write(self, request_id: int | None = None, entry_id: int | None = None) -> ConcernForm:
        form = ConcernForm(self.workplace, request_id, entry_id)
        return self._forms.open(form, _("Pass on a signal"), "concern", (request_id, entry_id))
