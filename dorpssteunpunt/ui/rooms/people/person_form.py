"""Adding or changing a person."""

from PySide6.QtCore import Signal

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.people import ContactPreference, PerhapsKnown, Person, Salutation
from dorpssteunpunt.services import people
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.people import PersonDraft
from dorpssteunpunt.services.words.help_requests import contact_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.fields import CheckField, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace

_PHONES = ("phone", "second_phone")


class PersonForm(FreeTextForm):
    """The form of one person, or of somebody new; ``kept`` tells the id once it is saved."""

    kept = Signal(int)

    def __init__(self, workplace: Workplace, person: Person | None = None) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._person_id = person.id if person else 0
        self._somebody_else: CheckField | None = None
        self._add_name()
        self._add_contact()
        if person:
            self._fill(person)
        else:
            self.field("is_resident").set_value(True)
        self.mark_clean()
        self.submitted.connect(self._save)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say a refusal at its field; for a look-alike, offer to say that it is another one."""
        if isinstance(refusal, PerhapsKnown) and self._somebody_else is None:
            self._somebody_else = CheckField("is_somebody_else", _("I looked: somebody else"))
            self.add(self._somebody_else)
        super().show_refusal(refusal)

    def _add_name(self) -> None:
        salutations = {
            Salutation.MRS: _("Mrs"),
            Salutation.MR: _("Mr"),
            Salutation.FAMILY: _("Family"),
            Salutation.NONE: _("None"),
        }
        self.add(
            ChoiceField(
                "salutation",
                _("Form of address"),
                choices=[Choice(value, text) for value, text in salutations.items()],
                segmented=True,
            )
        )
        self.field("salutation").set_value(Salutation.NONE)
        self.add(
            TextField("given_name", _("First name")),
            TextField("name_prefix", _("Prefix"), placeholder=_("van den")),
            TextField("surname", _("Surname")),
        )

    def _add_contact(self) -> None:
        self.add(TextField("street", _("Street and number")), TextField("postcode", _("Postcode")))
        self.add(TextField("town", _("Town")), TextField("email", _("E-mail")))
        self.add(TextField("phone", _("Phone")), TextField("second_phone", _("Second phone")))
        self.add(
            ChoiceField(
                "contact_preference",
                _("Likes to be reached"),
                choices=[Choice(value, contact_word(value)) for value in ContactPreference],
            ),
            TextField("contact_note", _("Mind"), hint=_("For instance: after ten o'clock.")),
        )
        self.field("contact_preference").set_value(ContactPreference.PHONE)
        self.add(
            CheckField("is_resident", _("Lives here and may ask for help")),
            CheckField("sorts_under_prefix", _("Belgian name: sorted under the prefix")),
        )

    def _fill(self, person: Person) -> None:
        for name in ("given_name", "name_prefix", "surname", "sorts_under_prefix"):
            self.field(name).set_value(getattr(person.name, name))
        for name in ("salutation", "street", "postcode", "town", "email", "contact_preference"):
            self.field(name).set_value(getattr(person, name))
        for name in _PHONES:
            number = getattr(person, name)
            self.field(name).set_value(shown_phone(number) if number else "")
        self.field("contact_note").set_value(person.contact_note)
        self.field("is_resident").set_value(person.is_resident)

    def _save(self) -> None:
        desk = self._workplace.desk
        draft = PersonDraft(
            person_id=self._person_id, numbers_are_fine=self.numbers_are_fine(), **self.values()
        )
        self.send(lambda: people.save_person(desk, draft), self._kept)

    def _kept(self, change: Changed) -> None:
        assert change.subject is not None
        self.kept.emit(change.subject)
