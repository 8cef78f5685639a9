"""Finding the resident who asks, or naming somebody new without leaving the form."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.looks import phone_words


class ResidentField(PersonField):
    """A person from the store, or the name of somebody new.

    ``turned`` tells that it became somebody known, somebody new, or neither.
    """

    turned = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "requester",
            _("Who asks?"),
            tasks=workplace.tasks,
            search=self._find,
            hint=_("Type a name, a street or a phone number."),
            required=True,
        )
        self._desk = workplace.desk
        self._known: dict[int, Person] = {}
        self.is_new = False
        self.new_wanted.connect(lambda _name: self._turn(True))
        self.picked.connect(lambda _hit: self._turn(False))
        self.edited.connect(self._notice_emptied)

    def person(self) -> Person | None:
        """Return who was picked in this form, with their contact data."""
        hit = self.value()
        return self._known.get(hit.id) if hit else None

    def show_person(self, person: Person) -> None:
        """Fill in somebody known."""
        self.set_value(self._hit(person))
        self._turn(False)

    def mistake(self) -> str:
        """Return that somebody is to be picked or named; a new name is fine as it is."""
        if self.is_new and self.typed():
            return ""
        if self.typed() and self.value() is None:
            return _("Choose somebody from the list, or choose “new”.")
        return super().mistake()

    def draft(self) -> Any:
        """Return who was picked, or what was typed and whether that is a new name."""
        return {"new": self.typed()} if self.is_new else super().draft()

    def take_up(self, draft: Any) -> None:
        """Put back what `draft` returned."""
        is_new = isinstance(draft, dict)
        super().take_up(draft["new"] if is_new else draft)
        self._turn(is_new)

    def _find(self, typed: str) -> Sequence[PersonHit]:
        return [self._hit(person) for person in help_requests.find_residents(self._desk, typed)]

    def _hit(self, person: Person) -> PersonHit:
        self._known[person.id] = person
        second = " · ".join(part for part in (person.street, phone_words(person)) if part)
        return PersonHit(person.id, person.name.full, second)

    def _notice_emptied(self) -> None:
        if not self.typed():
            self._turn(False)

    def _turn(self, is_new: bool) -> None:
        self.is_new = is_new
        self.turned.emit()
