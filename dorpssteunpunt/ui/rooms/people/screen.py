"""The room of people: everybody in the village, found by any word, in Dutch name order."""

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.services import people
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.people import PersonLine
from dorpssteunpunt.services.ports import PeopleList
from dorpssteunpunt.services.words.candidates import paper_word
from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.filled_list import FilledList
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.row_table_model import Line, RowTableModel
from dorpssteunpunt.ui.kit.screen import Drafts, Screen
from dorpssteunpunt.ui.kit.search_line import SearchLine
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.detail import PersonPage
from dorpssteunpunt.ui.rooms.people.person_forms import PersonForms
from dorpssteunpunt.ui.rooms.people.taking_over import TakingOver


class PeopleScreen(Screen):
    """A list of people with a search field, and one person beside it."""

    watches = frozenset({Room.PEOPLE, Room.ROSTER})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._forms = PersonForms(workplace, self, self._kept)
        self._taking_over = TakingOver(workplace, self)
        self._chips = FilterChips(
            (
                Chip(PeopleList.ALL, _("Everybody")),
                Chip(PeopleList.RESIDENTS, _("Residents")),
                Chip(PeopleList.VOLUNTEERS, _("Volunteers")),
            )
        )
        header = Header(_("People"))
        header.add(self._chips)
        if self._taking_over.is_allowed:
            header.add_action(
                secondary(
                    _("Filled-in sheet…"), self._taking_over.choose, "upload", shortcut="Ctrl+I"
                )
            )
        header.add_action(
            primary(_("New person"), self._forms.new, icon_name="user-plus", shortcut="Ctrl+N")
        )
        self._typed = SearchLine(_("Name, street or phone"), _("Search by name, street or phone"))
        self._model = RowTableModel[PersonLine](
            workplace.tasks, identify=lambda line: line.person.id, line=_line
        )
        self._shown = FilledList(self._model, _("People"), self._empty_words, "users")
        self._list = self._shown.rows
        self._detail = PersonPage(workplace, self._forms, self._taking_over)
        self._shown.filled.connect(self._detail.invite)
        page = self.page()
        page.add(header)
        self._pages = page.add(ListDetail(self._searched_list(), self._detail), 1)
        self._chips.chosen.connect(self._ask)
        self._typed.textChanged.connect(lambda _text: self._ask())
        self._list.chosen.connect(self._choose)
        self._list.picked.connect(lambda _person_id: self._pages.show_detail())
        self._ask()

    def refresh(self) -> None:
        """Ask anew for the list and the person that is shown."""
        self._model.refresh()
        self._detail.refresh()

    def show_subject(self, subject: int, action: str = "") -> None:
        """Show one person."""
        self._list.choose(subject)
        self._detail.show_person(subject)
        self._pages.show_detail()

    def begin(self, action: str) -> None:
        """Begin with somebody new, or with a sheet that volunteers filled in."""
        if action == "new":
            self._forms.new()
        elif action == "filled_in":
            self._taking_over.choose()

    def dirty(self) -> bool:
        """Say whether somebody is being added or changed."""
        return self._forms.draft() is not None

    def drafts(self) -> Drafts:
        """Return who is being added or changed."""
        return {"form": self._forms.draft()}

    def take_up(self, drafts: Drafts) -> None:
        """Go on with who was being added or changed."""
        self._forms.take_up(drafts["form"])

    def _searched_list(self) -> QWidget:
        searched = QWidget()
        column = Column(searched, gap=12)
        column.add(self._typed)
        column.add(self._shown, 1)
        searched.setFocusProxy(self._list)
        return searched

    def _empty_words(self) -> str:
        if self._typed.text().strip():
            return _("Nobody is called that or lives there. Try a part of the name or the street.")
        return _("Nobody is here yet.")

    def _ask(self) -> None:
        desk, show = self.workplace.desk, PeopleList(self._chips.current())
        typed = self._typed.text().strip()
        self._model.show(lambda after, limit: people.list_people(desk, show, typed, after, limit))

    def _choose(self, person_id: int) -> None:
        if person_id > 0:
            self._detail.show_person(person_id)

    def _kept(self, person_id: int) -> None:
        self.workplace.notify(_("Saved."))
        self.show_subject(person_id)


def _line(line: PersonLine) -> Line:
    person = line.person
    phone = shown_phone(person.phone) if person.phone else ""
    second = " · ".join(filter(None, (person.street, phone)))
    if line.missing:
        return Line(
            person.name.listing, second, TagWords(paper_word(line.missing[0]), Tone.WARNING)
        )
    return Line(
        person.name.listing, second, TagWords(_("volunteer")) if line.is_volunteer else None
    )
