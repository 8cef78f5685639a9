"""The forms about a person: which one stands open, and how to open it again with a draft."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services import people
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.open_form import Draft, OpenForm
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.deviation_form import DeviationForm
from dorpssteunpunt.ui.rooms.people.leave_form import LeaveForm
from dorpssteunpunt.ui.rooms.people.person_form import PersonForm
from dorpssteunpunt.ui.rooms.people.standing_form import GiveUpPlaceForm, HoldPlaceForm
from dorpssteunpunt.ui.rooms.people.volunteer_form import VolunteerForm
from dorpssteunpunt.ui.rooms.people.wishes_form import WishesForm

_GIVE_UP: Final = "give up place "


class PersonForms:
    """Opens the forms over the room; ``kept`` is told the id of a person that was saved."""

    def __init__(self, workplace: Workplace, over: QWidget, kept: Callable[[int], object]) -> None:
        self._workplace, self._over, self._kept = workplace, over, kept
        self._open = OpenForm(over)
        self._by_name: dict[str, Callable[[PersonDetail], Form]] = {
            "person": self.change,
            "volunteer": self.offer,
            "wishes": self.wish,
            "deviation": self.deviate,
            "leave": self.take_leave,
            "place": self.hold_place,
        }

    def new(self) -> Form:
        """Open the form of somebody new."""
        return self._person(PersonForm(self._workplace), _("New person"), None)

    def change(self, detail: PersonDetail) -> Form:
        """Open the form of contact data."""
        form = PersonForm(self._workplace, detail.person)
        return self._person(form, _("Change {name}").format(name=_name(detail)), detail.person.id)

    def offer(self, detail: PersonDetail) -> Form:
        """Open the form of what somebody offers, also for who starts as a volunteer."""
        form = VolunteerForm(self._workplace, detail)
        return self._about(form, _("What {name} offers"), "volunteer", detail, width=820)

    def wish(self, detail: PersonDetail) -> Form:
        """Open the form of what a volunteer wishes on the roster."""
        form = WishesForm(self._workplace, detail)
        return self._about(form, _("What {name} wishes on the roster"), "wishes", detail, width=860)

    def deviate(self, detail: PersonDetail) -> Form:
        """Open the form of one day that is otherwise."""
        form = DeviationForm(self._workplace, detail)
        return self._about(form, _("{name}: a day otherwise"), "deviation", detail)

    def take_leave(self, detail: PersonDetail) -> Form:
        """Open the form of leave."""
        form = LeaveForm(self._workplace, detail.person.id)
        return self._about(form, _("Leave of {name}"), "leave", detail)

    def hold_place(self, detail: PersonDetail) -> Form:
        """Open the form of a place that somebody will hold every week."""
        form = HoldPlaceForm(self._workplace, detail)
        return self._about(form, _("A standing place for {name}"), "place", detail)

    def give_up_place(self, detail: PersonDetail, standing_id: int) -> Form:
        """Open the form of the end of a standing place."""
        form = GiveUpPlaceForm(self._workplace, standing_id)
        what = f"{_GIVE_UP}{standing_id}"
        return self._about(form, _("{name} gives up a standing place"), what, detail)

    def draft(self) -> Draft | None:
        """Return what was typed and not kept, or None."""
        return self._open.draft()

    def take_up(self, draft: Draft) -> None:
        """Open the form of a draft again, and put back what was typed."""
        desk = self._workplace.desk
        if draft.about is None:
            self.new().take_up(draft.typed)
            return
        self._workplace.tasks.run(
            lambda: people.person_detail(desk, draft.about),
            lambda detail: self._again(draft.what, detail).take_up(draft.typed),
            owner=self._over,
        )

    def _again(self, what: str, detail: PersonDetail) -> Form:
        if what.startswith(_GIVE_UP):
            return self.give_up_place(detail, int(what.removeprefix(_GIVE_UP)))
        return self._by_name[what](detail)

    def _person(self, form: PersonForm, title: str, person_id: int | None) -> Form:
        form.kept.connect(self._kept)
        return self._open.open(form, title, "person", person_id, width=760)

    def _about(
        self, form: Form, title: str, what: str, detail: PersonDetail, *, width: int = 720
    ) -> Form:
        titled = title.format(name=_name(detail))
        return self._open.open(form, titled, what, detail.person.id, width=width)


def _name(detail: PersonDetail) -> str:
    return detail.person.name.full
