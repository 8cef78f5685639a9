"""The form of a swap: with whom, all or a part, what in return, and when both agreed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.base.formats import time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.swapping import Agreements, Cut
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import (
    OnShift,
    Rearranged,
    Returnable,
    SwapAsked,
    SwapDraft,
    SwapPartner,
)
from dorpssteunpunt.services.words.roster_candidates import fit_word
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.fields import TextArea
from dorpssteunpunt.ui.kit.free_text_form import FreeTextForm
from dorpssteunpunt.ui.kit.workplace import Workplace

_WHOLE, _FROM, _UNTIL = "whole", "from", "until"
_NOTHING = 0


class SwapForm(FreeTextForm):
    """Asks what two volunteers agreed; ``swapped`` is told what was kept, and with whom.

    While one of them has not answered it is kept as asked, which ``asked`` is told.

    ``turned`` tells that more or fewer fields are shown.
    """

    turned = Signal()

    def __init__(
        self,
        workplace: Workplace,
        giver: OnShift,
        partners: Sequence[SwapPartner],
        swapped: Callable[[str, Rearranged], object],
        asked: Callable[[str, SwapAsked], object],
    ) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Keep the swap"))
        self._desk = workplace.desk
        self._giver = giver
        self._partners = {one.candidate.volunteer_id: one for one in partners}
        self._swapped, self._asked = swapped, asked
        self._taker = ChoiceField(
            "taker_id",
            _("Who takes over from {name}?").format(name=giver.full_name),
            choices=[Choice(who, _partner_words(one)) for who, one in self._partners.items()],
            required=True,
            segmented=False,
        )
        self._return = ChoiceField(
            "return_id",
            _("Which shift does {name} take in return?").format(name=giver.full_name),
            segmented=False,
        )
        self._part = ChoiceField(
            "part",
            _("How much?"),
            choices=(
                Choice(_WHOLE, _("The whole shift")),
                Choice(_FROM, _("From a time on")),
                Choice(_UNTIL, _("Until a time")),
            ),
        )
        self._at = TimeField("at", _("What time?"), required=True)
        giver_agreed = _("{name} agreed on").format(name=giver.full_name)
        self._giver_on = _agreed("giver_agreed_on", giver_agreed, workplace)
        self._taker_on = _agreed("taker_agreed_on", _("Who takes over agreed on"), workplace)
        self._reason = TextArea("reason", _("Why all the same?"), required=True, lines=2)
        self._build()

    def show_refusal(self, refusal: Refusal) -> None:
        """Say a refusal at its field; ask for a reason once one is needed."""
        needs_reason = isinstance(refusal, VolunteerUnavailable) and not refusal.is_final
        self._reason.setVisible(needs_reason or not self._reason.isHidden())
        super().show_refusal(refusal)
        self.turned.emit()

    def _build(self) -> None:
        self.add(self._taker)
        self.add(self._part)
        self.add(self._at)
        self.add(self._return)
        self.add(self._giver_on, self._taker_on)
        self.add(self._reason)
        self._part.set_value(_WHOLE)
        self._return.show_choices((_nothing(),))
        self._return.set_value(_NOTHING)
        self._at.hide()
        self._reason.hide()
        self._taker.edited.connect(self._offer_returns)
        self._part.edited.connect(self._ask_time)
        for agreed in (self._giver_on, self._taker_on):
            agreed.edited.connect(self._name_button)
        self.submitted.connect(self._save)
        self.mark_clean()

    def _name_button(self) -> None:
        """Say what saving would do: with both days a swap, with one of them a question."""
        days = (self._giver_on.draft(), self._taker_on.draft())
        one_waits = any(days) and not all(days)
        self.save_button.say(_("Keep as asked") if one_waits else _("Keep the swap"))

    def _ask_time(self) -> None:
        self._at.setVisible(self._part.value() != _WHOLE)
        self.turned.emit()

    def _offer_returns(self) -> None:
        partner = self._partners[self._taker.value()]
        offered = [Choice(one.assignment_id, _return_words(one)) for one in partner.returns]
        self._return.show_choices((_nothing(), *offered))
        if self._return.value() is None:
            self._return.set_value(_NOTHING)

    def _save(self) -> None:
        draft = SwapDraft(
            assignment_id=self._giver.assignment_id,
            taker_id=self._taker.value(),
            agreements=Agreements(self._giver_on.value(), self._taker_on.value()),
            cut=self._cut(),
            return_id=self._return.value() or None,
            override_reason="" if self._reason.isHidden() else self._reason.value(),
            numbers_are_fine=self.numbers_are_fine(),
        )
        name = self._partners[draft.taker_id].candidate.name
        if self._giver_on.value() and self._taker_on.value():
            self.send(
                lambda: roster.swap(self._desk, draft), lambda done: self._swapped(name, done)
            )
        else:
            self.send(
                lambda: roster.ask_swap(self._desk, draft), lambda done: self._asked(name, done)
            )

    def _cut(self) -> Cut | None:
        at = self._at.value()
        if self._part.value() == _WHOLE or at is None:
            return None
        return Cut(at, gives_rest=self._part.value() == _FROM)


def _agreed(name: str, label: str, workplace: Workplace) -> DateField:
    return DateField(
        name,
        label,
        today=workplace.today,
        hint=_("Empty: no answer yet. For example: today, yesterday, 2-3"),
    )


def _partner_words(partner: SwapPartner) -> str:
    candidate = partner.candidate
    return f"{candidate.name} · {fit_word(candidate.suitability.fit)}"


def _return_words(one: Returnable) -> str:
    return f"{weekday_date(one.shift.on)}, {time_range(one.shift.start, one.shift.end)}"


def _nothing() -> Choice:
    return Choice(_NOTHING, _("None"))
