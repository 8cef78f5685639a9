"""Taking a request down while the resident talks, or changing one."""

from PySide6.QtCore import Signal

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.help_requests import Urgency
from dorpssteunpunt.domain.people import ContactPreference, Person
from dorpssteunpunt.domain.request_drafts import BeyondBoundary, NewResident, RequestDraft
from dorpssteunpunt.domain.support_point import Boundary, HelpKind
from dorpssteunpunt.domain.waiting import is_short_notice
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.help_requests import KindsAndBoundaries, RequestDetail
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.help_requests import (
    contact_word,
    short_notice_words,
    urgency_word,
)
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.fields import CheckField, TextArea, TextField
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.messages import Banner
from dorpssteunpunt.ui.kit.tones import Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.resident_field import ResidentField

_TAKEN_OVER = (
    "what",
    "needed_on",
    "needed_before",
    "start",
    "end",
    "when_note",
    "place",
    "urgency",
    "contact_preference",
    "contact_note",
)


class RequestForm(FreeTextForm):
    """The form of one request; ``kept`` tells its id once it is saved, and what to say of that."""

    kept = Signal(int, str)

    def __init__(
        self,
        workplace: Workplace,
        offered: KindsAndBoundaries,
        changing: RequestDetail | None = None,
    ) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"))
        self._workplace = workplace
        self._changing = changing
        self._add_who()
        self._add_what(offered, changing.kind if changing else None)
        self._add_when()
        self._add_how()
        if changing:
            self._fill(changing)
        else:
            self.field("urgency").set_value(Urgency.NORMAL)
            self.field("contact_preference").set_value(ContactPreference.PHONE)
        self._show_who()
        self._show_kind()
        self.mark_clean()
        self.submitted.connect(self._save)

    def begin_with(self, person: Person) -> None:
        """Start with who asks."""
        self._who.show_person(person)
        self._take_preference(person)

    def _add_who(self) -> None:
        self._who = ResidentField(self._workplace)
        self.add(self._who)
        phone = TextField("phone", _("Phone of the new resident"))
        self.add(phone, TextField("street", _("Street and number")))
        newcomer = phone.parentWidget()
        assert newcomer is not None
        self._newcomer = newcomer
        self._who.turned.connect(self._show_who)
        self._who.picked.connect(lambda _hit: self._picked())

    def _add_what(self, offered: KindsAndBoundaries, current: HelpKind | None) -> None:
        kinds = [*offered.kinds]
        if current and current.id not in {kind.id for kind in kinds}:
            kinds.append(current)
        boundaries = [] if current else offered.boundaries
        self._kind = ChoiceField(
            "kind",
            _("Kind of help"),
            choices=[
                *(Choice(kind, kind.name) for kind in kinds),
                *(Choice(edge, _("✕ {task}").format(task=edge.name)) for edge in boundaries),
            ],
            required=True,
            segmented=False,
        )
        self._kind.edited.connect(self._show_kind)
        self.add(self._kind)
        self._beyond = self.add_widget(Banner(Tone.WARNING))
        self.add(TextArea("what", _("What is asked?"), required=True, lines=2))

    def _add_when(self) -> None:
        today = self._workplace.today
        self._day = DateField(
            "needed_on", _("On which day?"), today=today, hint=_("For example: Tuesday, 3-12")
        )
        self._day.edited.connect(self._show_notice)
        self.add(self._day, DateField("needed_before", _("Or by which day?"), today=today))
        self._notice = self.add_widget(Banner(Tone.WARNING))
        self.add(TimeField("start", _("From")), TimeField("end", _("Until")))
        self.add(
            TextField("place", _("Where? (empty: at home)")),
            TextField("when_note", _("Remark about the time")),
        )

    def _add_how(self) -> None:
        self.add(
            ChoiceField(
                "urgency",
                _("Urgency"),
                choices=[Choice(urgency, urgency_word(urgency)) for urgency in Urgency],
            )
        )
        self.add(
            ChoiceField(
                "contact_preference",
                _("How to reach the resident?"),
                choices=[Choice(way, contact_word(way)) for way in ContactPreference],
            )
        )
        self.add(
            TextField("contact_note", _("Remark about contact"), hint=_("For example: after 10"))
        )
        if self._changing is None:
            self.add(
                CheckField(
                    "consent",
                    _("The resident agrees that we share this with a partner"),
                    hint=_("Only tick this when you asked. It is not needed for a volunteer."),
                )
            )

    def _fill(self, changing: RequestDetail) -> None:
        self._who.show_person(changing.requester)
        self._kind.set_value(changing.kind)
        for name in _TAKEN_OVER:
            self.field(name).set_value(getattr(changing.request, name))

    def _picked(self) -> None:
        person = self._who.person()
        if person is not None:
            self._take_preference(person)

    def _take_preference(self, person: Person) -> None:
        """Take over how somebody likes to be reached; it can differ for this request."""
        self.field("contact_preference").set_value(person.contact_preference)

    def _show_who(self) -> None:
        self._newcomer.setVisible(self._who.is_new)
        person = self._who.person()
        home = person.street if person else ""
        self.field("place").set_hint(_("At home: {street}").format(street=home) if home else "")

    def _show_kind(self) -> None:
        chosen = self._kind.value()
        self._beyond.hide()
        if isinstance(chosen, Boundary):
            self._beyond.say(
                in_words(BeyondBoundary(chosen)),
                _("Put it to the village supporter"),
                lambda: self._workplace.navigate(Room.CONCERNS, action="new_from_boundary"),
            )
        self._show_notice()

    def _show_notice(self) -> None:
        kind, day = self._kind.value(), self._day.value()
        self._notice.hide()
        if isinstance(kind, HelpKind) and is_short_notice(
            day, self._workplace.today(), kind.notice_days
        ):
            self._notice.say(short_notice_words(kind.name, kind.notice_days))

    def _save(self) -> None:
        desk, draft, changing = self._workplace.desk, self._drafted(), self._changing

        def work() -> Changed:
            if changing is None:
                return help_requests.record_request(desk, draft)
            return help_requests.change_request(desk, changing.request.id, draft)

        self.send(work, lambda change: self._tell_kept(change, draft))

    def _drafted(self) -> RequestDraft:
        typed = self.values()
        chosen, hit = typed["kind"], typed["requester"]
        return RequestDraft(
            requester_id=hit.id if hit and not self._who.is_new else None,
            new_resident=self._new_resident(typed["phone"], typed["street"]),
            kind_id=chosen.id if isinstance(chosen, HelpKind) else None,
            boundary_id=chosen.id if isinstance(chosen, Boundary) else None,
            consent=typed.get("consent", False),
            numbers_are_fine=self.numbers_are_fine(),
            **{name: typed[name] for name in _TAKEN_OVER},
        )

    def _new_resident(self, phone: str, street: str) -> NewResident | None:
        if not self._who.is_new:
            return None
        return NewResident(name=self._who.typed(), phone=phone, street=street)

    def _tell_kept(self, change: Changed, draft: RequestDraft) -> None:
        assert change.subject is not None
        words = _("Saved.")
        if self._changing and self._changing.volunteer and _is_moved(self._changing, draft):
            words = _("Saved. Tell {name} that the time or place is another one now.").format(
                name=self._changing.volunteer.name.full
            )
        self.kept.emit(change.subject, words)


def _is_moved(before: RequestDetail, draft: RequestDraft) -> bool:
    """Whether somebody who has the request would come at another time or to another place."""
    names = ("needed_on", "needed_before", "start", "end", "place")
    return any(getattr(before.request, name) != getattr(draft, name) for name in names)
