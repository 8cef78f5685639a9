"""One person on one page: how to reach them, and what they offer."""

from collections.abc import Sequence
from datetime import date

from dorpssteunpunt.base.formats import numeric_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.roster import OwnShift
from dorpssteunpunt.services.words.candidates import paper_word
from dorpssteunpunt.services.words.help_requests import addressed, contact_word
from dorpssteunpunt.services.words.people import certificate_word
from dorpssteunpunt.ui.kit.buttons import primary, quiet, secondary
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.detail_view import DetailView
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.labels import Facts
from dorpssteunpunt.ui.kit.layouts import Flow, line
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.person_forms import PersonForms
from dorpssteunpunt.ui.rooms.people.shifts_card import ShiftsCard
from dorpssteunpunt.ui.rooms.people.taking_over import TakingOver
from dorpssteunpunt.ui.rooms.people.wishes_card import WishesCard


class PersonPage(DetailView):
    """The person that was chosen, with the forms that change what is known."""

    def __init__(self, workplace: Workplace, forms: PersonForms, taking_over: TakingOver) -> None:
        super().__init__(
            _("Choose somebody to see how to reach them and what they offer."), "users"
        )
        self._workplace = workplace
        self._forms, self._taking_over = forms, taking_over
        self._shown = 0

    def show_nothing(self) -> None:
        """Say what stands here when somebody is chosen."""
        self._shown = 0
        super().show_nothing()

    def show_person(self, person_id: int) -> None:
        """Ask for one person, which is logged as read."""
        self._shown = person_id
        self.refresh()

    def refresh(self) -> None:
        """Ask anew for the person that is shown."""
        if not self._shown:
            return
        desk, person_id = self._workplace.desk, self._shown
        self._workplace.tasks.run(
            lambda: (people.person_detail(desk, person_id), roster.own_shifts(desk, person_id)),
            lambda found: self._show(*found),
            refused=lambda _gone: self.show_nothing(),
            owner=self,
            key="detail",
        )

    def _show(self, detail: PersonDetail, shifts: Sequence[OwnShift]) -> None:
        self.page.clear()
        self.page.add(self._contact(detail))
        if detail.volunteer:
            self.page.add(line())
            self.page.add(ShiftsCard(self._workplace, detail, shifts))
            self.page.add(line())
            self.page.add(self._offer(detail, detail.volunteer))
            self.page.add(line())
            self.page.add(self._wishes(detail, detail.volunteer))
        self.page.push()
        self.show_page()

    def _contact(self, detail: PersonDetail) -> Card:
        person = detail.person
        known_as = addressed(person.name, person.salutation)
        card = Card(
            person.name.full,
            known_as if known_as != person.name.full else "",
            title_kind="title",
            framed=False,
        )
        numbers = [shown_phone(n) for n in (person.phone, person.second_phone) if n]
        place = " ".join(filter(None, (person.postcode, person.town)))
        facts = [
            (_("Phone"), " · ".join(numbers)),
            (_("Address"), ", ".join(filter(None, (person.street, place)))),
            (_("E-mail"), person.email),
            (_("Likes to be reached"), contact_word(person.contact_preference)),
            (_("Mind"), person.contact_note),
        ]
        card.body.add(Facts([fact for fact in facts if fact[1]]))
        buttons = Flow(gap=8)
        card.body.add(buttons)
        buttons.add(primary(_("New help request"), self._request, icon_name="plus"))
        buttons.add(secondary(_("Change"), lambda: self._forms.change(detail), shortcut="Ctrl+E"))
        if not detail.volunteer:
            become = _("Becomes a volunteer…")
            buttons.add(secondary(become, lambda: self._forms.offer(detail)))
        if self._workplace.desk.allows(Right.REMOVE_PERSONS):
            buttons.add(quiet(_("Remove…"), lambda: self._remove(detail)))
        return card

    def _offer(self, detail: PersonDetail, volunteer: Volunteer) -> Card:
        card = Card(_("Volunteer"), framed=False)
        if detail.missing:
            card.set_tag(TagWords(", ".join(map(paper_word, detail.missing)), Tone.WARNING))
        card.add_action(secondary(_("Change…"), lambda: self._forms.offer(detail), dense=True))
        kinds = [kind.name for kind in detail.kinds if kind.id in volunteer.kinds]
        card.body.add(
            Facts(
                [
                    fact
                    for fact in (
                        (_("Likes to help with"), ", ".join(kinds)),
                        (_("Phone on the roster"), _yes(volunteer.roster_phone_agreed)),
                        (_("VOG"), _certificate(volunteer)),
                        (_("Agreement"), _signed(volunteer.agreement_on)),
                        (_("Code of conduct"), _signed(volunteer.code_of_conduct_on)),
                        (_("First day"), _day(volunteer.since)),
                        (_("Last day"), _day(volunteer.until)),
                        (_("Remark"), volunteer.remark),
                    )
                    if fact[1]
                ]
            )
        )
        return card

    def _wishes(self, detail: PersonDetail, volunteer: Volunteer) -> WishesCard:
        return WishesCard(self._workplace, self._forms, self._taking_over, detail, volunteer)

    def _request(self) -> None:
        self._workplace.navigate(Room.HELP_REQUESTS, self._shown, "new_for_resident")

    def _remove(self, detail: PersonDetail) -> None:
        desk, person_id = self._workplace.desk, detail.person.id
        confirm(
            self,
            _("Remove {name}?").format(name=detail.person.name.full),
            _("Nobody finds this person any more. What was written keeps the name."),
            _("Remove"),
            lambda: self._workplace.tasks.run(
                lambda: people.remove_person(desk, person_id), lambda _gone: self.show_nothing()
            ),
            dangerous=True,
        )


def _certificate(volunteer: Volunteer) -> str:
    word = certificate_word(volunteer.certificate)
    if volunteer.certificate_seen_on:
        word = f"{word} {numeric_date(volunteer.certificate_seen_on)}"
    if volunteer.certificate_review_on:
        again = _("look again on {day}").format(day=numeric_date(volunteer.certificate_review_on))
        word = f"{word}, {again}"
    return word


def _signed(on: date | None) -> str:
    return _("signed {day}").format(day=_day(on)) if on else _("not signed")


def _day(on: date | None) -> str:
    return numeric_date(on) if on else ""


def _yes(agreed: bool) -> str:
    return _("agreed") if agreed else _("not agreed")
