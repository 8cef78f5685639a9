"""Writing an entry of the logbook, or correcting one."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.support_point import EmergencyNumber
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.handover import EntryDetail, EntryDraft
from dorpssteunpunt.services.help_requests import list_requests
from dorpssteunpunt.services.ports import RequestFilter, RequestReference
from dorpssteunpunt.services.support_point import settings
from dorpssteunpunt.ui.kit.choice_field import ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.fields import TextArea
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit
from dorpssteunpunt.ui.kit.urgent_hint import UrgentHint
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.actions_field import ActionsField
from dorpssteunpunt.ui.rooms.handover.looks import level_choices, request_words

_OFFERED = 8  # requests under the box


class EntryForm(FreeTextForm):
    """The form of one entry; with an entry given, of a correction that is added to it.

    ``kept`` tells the id of the entry once it is saved.
    """

    kept = Signal(int)

    def __init__(self, workplace: Workplace, correcting: int | None = None) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"))
        self._workplace = workplace
        self.correcting = correcting
        if correcting is not None:
            self.add_widget(
                Text(_("What was written first stays visible. Others read it again."), "second")
            )
        self._add_level()
        self._add_texts()
        self._add_moment_and_request()
        self._start_now()
        self.submitted.connect(self._save)
        workplace.tasks.run(lambda: settings(workplace.desk).emergency_numbers, self._have_numbers)

    def fill(self, detail: EntryDetail) -> None:
        """Begin with an entry as it reads now; its actions stay with it."""
        entry = detail.current.entry
        for name in ("level", "situation", "background", "assessment", "contingency"):
            self.field(name).set_value(getattr(entry, name))
        happened = entry.occurred_at.astimezone(ZONE)
        self.field("occurred_at").set_value(happened.date())
        self.field("occurred_time").set_value(happened.time())
        if detail.about:
            self.link(detail.about)
        self._show_hint()
        self.mark_clean()

    def link(self, about: RequestReference) -> None:
        """Say which help request it is about."""
        self._request.set_value(PersonHit(about.id, request_words(about)))

    def _add_level(self) -> None:
        self._level = ChoiceField(
            "level",
            _("How much does it ask?"),
            choices=level_choices(),
            required=True,
            segmented=True,
        )
        self.add(self._level)
        self._hint = self.add_widget(UrgentHint())
        self._hint.hide()
        self._level.edited.connect(self._show_hint)

    def _add_texts(self) -> None:
        self.add(
            TextArea(
                "situation",
                _("Situation"),
                hint=_("What is the matter? Who, where, what did you see or hear?"),
                required=True,
                lines=2,
            )
        )
        self.add(
            TextArea(
                "background",
                _("Background"),
                hint=_("What must the next person know to understand this?"),
                lines=2,
            )
        )
        self.add(
            TextArea("assessment", _("Assessment"), hint=_("What do you think of it?"), lines=2)
        )
        self.add(
            TextArea(
                "contingency",
                _("If–then"),
                hint=_("For instance: if she does not answer, then call the village supporter."),
                lines=2,
            )
        )
        today = self._workplace.today
        self.add(ActionsField("actions", _("What is to be done"), today=today))

    def _add_moment_and_request(self) -> None:
        self.add(
            DateField(
                "occurred_at",
                _("On which day did it happen?"),
                today=self._workplace.today,
                required=True,
            ),
            TimeField("occurred_time", _("At what time?"), required=True),
        )
        self._request = _RequestField(
            "request_id",
            _("About which help request?"),
            tasks=self._workplace.tasks,
            search=self._find_requests,
            may_add=False,
            hint=_("Only if there is one. Type a name or what was asked."),
        )
        self.add(self._request)

    def _start_now(self) -> None:
        now = self._workplace.desk.clock.now()
        self.field("occurred_at").set_value(now.date())
        self.field("occurred_time").set_value(now.time().replace(second=0, microsecond=0))
        self.mark_clean()

    def _find_requests(self, typed: str) -> Sequence[PersonHit]:
        found = list_requests(self._workplace.desk, RequestFilter(typed=typed), None, _OFFERED)
        return [
            PersonHit(line.id, f"{line.kind}, {line.requester.full}", line.what)
            for line in found.rows
        ]

    def _have_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        self._hint.show_numbers(numbers)

    def _show_hint(self) -> None:
        self._hint.setVisible(self._level.value() is Level.URGENT)

    def _save(self) -> None:
        desk, entry, correcting = self._workplace.desk, self._entry(), self.correcting
        fine = self.numbers_are_fine()
        if correcting is None:
            self.send(lambda: handover.write_entry(desk, entry, numbers_are_fine=fine), self._kept)
        else:
            self.send(
                lambda: handover.correct_entry(desk, correcting, entry, numbers_are_fine=fine),
                self._kept,
            )

    def _entry(self) -> EntryDraft:
        typed = self.values()
        day, at = typed.pop("occurred_at"), typed.pop("occurred_time")
        request: PersonHit | None = typed.pop("request_id")
        return EntryDraft(
            occurred_at=datetime.combine(day, at, ZONE),
            request_id=request.id if request else None,
            **typed,
        )

    def _kept(self, change: Changed) -> None:
        assert change.subject is not None
        self.kept.emit(change.subject)


class _RequestField(PersonField):
    """Finds a help request as somebody types."""

    def mistake(self) -> str:
        """Return that a request has to be picked when something was typed only."""
        wrong = self.value() is None and self.typed()
        return _("Choose a help request from the list, or leave this empty.") if wrong else ""
