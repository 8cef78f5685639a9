"""What a volunteer offers: kinds of help, and whether the papers are in order."""

from dataclasses import replace

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.people import CertificateStatus, Volunteer
from dorpssteunpunt.services import people
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.words.people import certificate_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField, MultiChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, TextArea
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace


class VolunteerForm(FreeTextForm):
    """The form of what one person offers, also for who starts as a volunteer today."""

    def __init__(self, workplace: Workplace, detail: PersonDetail) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._volunteer = detail.volunteer or Volunteer(
            person_id=detail.person.id, since=workplace.today()
        )
        self._add_help(detail)
        self._add_papers()
        for name in self.values():
            self.field(name).set_value(getattr(self._volunteer, name))
        self.mark_clean()
        self.submitted.connect(self._save)

    def _add_help(self, detail: PersonDetail) -> None:
        kinds = [Choice(kind.id, kind.name) for kind in detail.kinds if kind.active]
        self.add(MultiChoiceField("kinds", _("Likes to help with"), choices=kinds))
        self.add(
            CheckField("roster_phone_agreed", _("Phone number may stand on the printed roster"))
        )

    def _add_papers(self) -> None:
        self.add_heading(_("Papers"))
        self.add(
            ChoiceField(
                "certificate",
                _("Certificate of conduct (VOG)"),
                choices=[Choice(status, certificate_word(status)) for status in CertificateStatus],
                segmented=True,
                hint=_("Only note that you saw it. Never keep a copy."),
            )
        )
        self.add(
            self._date("certificate_seen_on", _("VOG seen on")),
            DateField(
                "certificate_review_on",
                _("Look again on"),
                today=self._workplace.today,
                hint=_("Empty: after the years that stand in Management."),
            ),
        )
        self.add(
            self._date("agreement_on", _("Agreement signed on")),
            self._date("code_of_conduct_on", _("Code of conduct signed on")),
        )
        self.add(self._date("since", _("First day")), self._date("until", _("Last day")))
        self.add(TextArea("remark", _("Remark"), lines=2))

    def _date(self, name: str, label: str) -> DateField:
        return DateField(name, label, today=self._workplace.today)

    def _save(self) -> None:
        desk, fine = self._workplace.desk, self.numbers_are_fine()
        volunteer = replace(self._volunteer, **self.values())
        self.send(
            lambda: people.save_volunteer(desk, volunteer, numbers_are_fine=fine),
            lambda _kept: self._workplace.notify(_("Saved.")),
        )
