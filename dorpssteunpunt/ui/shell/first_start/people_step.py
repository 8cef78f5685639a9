"""The second step: the first coordinator and the village supporter."""

from collections.abc import Callable

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.names import MissingName, PersonName, parse_name
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.shell.first_start.step import Step, all_well


class NameField(TextField):
    """A whole name on one line, which says how it is understood."""

    def __init__(self, name: str, label: str, hint: str) -> None:
        super().__init__(name, label, hint=hint, required=True)
        self._before = hint
        self.edited.connect(self._tell)

    def person_name(self) -> PersonName:
        """Return the parts of the name; raises `MissingName` when there is nothing to read."""
        return parse_name(self.value(), self.name)

    def take_up(self, draft: str) -> None:
        """Put a name back, with how it is understood."""
        super().take_up(draft)
        self._tell()

    def _tell(self) -> None:
        try:
            self.set_hint(_understood(self.person_name()))
        except MissingName:
            self.set_hint(self._before)


class PeopleStep(Step):
    """Asks for two names and shows how they are read."""

    def __init__(self) -> None:
        super().__init__(
            _("The first two people"),
            _("With these two the support point begins. You add the others later, in Management."),
        )
        hint = _("First name and surname, for instance: Jan van den Berg")
        card = self.body.add(Card())
        self.coordinator = card.body.add(NameField("coordinator", _("Coordinator"), hint))
        self.supporter = card.body.add(NameField("supporter", _("Village supporter"), hint))
        self.body.push()

    def show_step(self) -> None:
        """Give the keyboard to the first name."""
        self.coordinator.setFocus()

    def go_on(self, done: Callable[[], object]) -> None:
        """Go on with two names."""
        if all_well(self.coordinator, self.supporter):
            done()


def _understood(name: PersonName) -> str:
    parts = (
        (_("First name"), name.given_name),
        (_("Prefix"), name.name_prefix),
        (_("Surname"), name.surname),
    )
    shown = " · ".join(f"{label}: {part}" for label, part in parts if part)
    wall = _("On the wall: {name}").format(name=name.on_the_wall)
    return f"{shown} — {wall}"
