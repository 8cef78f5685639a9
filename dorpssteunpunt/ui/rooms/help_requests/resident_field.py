"""Finding the resident who asks, or naming somebody new without leaving the form."""

from collections.abc import Sequence

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.ui.kit.person_field import PersonHit
from dorpssteunpunt.ui.kit.person_or_new_field import PersonOrNewField
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.looks import phone_words


class ResidentField(PersonOrNewField):
    """A resident from the store, or the name of somebody new."""

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

    def person(self) -> Person | None:
        """Return who was picked in this form, with their contact data."""
        hit = self.value()
        return self._known.get(hit.id) if hit else None

    def show_person(self, person: Person) -> None:
        """Fill in somebody known."""
        self.set_value(self._hit(person))
        self._turn(False)

    def _find(self, typed: str) -> Sequence[PersonHit]:
        return [self._hit(person) for person in help_requests.find_residents(self._desk, typed)]

    def _hit(self, person: Person) -> PersonHit:
        self._known[person.id] = person
        second = " · ".join(part for part in (person.street, phone_words(person)) if part)
        return PersonHit(person.id, person.name.full, second)
