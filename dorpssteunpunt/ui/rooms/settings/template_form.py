"""The form of a line of the week template: when the desk is open, how often, and with whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dorpssteunpunt.base.formats import at_the_start
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.counters import FIRST_COUNTER
from dorpssteunpunt.domain.demand import NOTHING_MORE, PRIORITIES, Demand
from dorpssteunpunt.domain.rhythm import WEEKLY
from dorpssteunpunt.domain.template import USUAL_STAFF, OpeningSlot
from dorpssteunpunt.services.support_point import Settings
from dorpssteunpunt.services.words.template import (
    priority_word,
    weekday_words,
)
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField, MultiChoiceField
from dorpssteunpunt.ui.kit.date_field import TimeField
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.rhythm_field import RhythmField
from dorpssteunpunt.ui.kit.workplace import Workplace

_WEEK = range(1, 8)
_MOST_PEOPLE = 20


class TemplateForm(Form):
    """Asks for what is the same on some weekdays; what matters seldom stands last."""

    def __init__(
        self,
        workplace: Workplace,
        settings: Settings,
        line: OpeningSlot | None,
        weekdays: Sequence[int],
    ) -> None:
        super().__init__(tasks=workplace.tasks, save_text=_("Save"), cancel_text=_("Cancel"))
        self._workplace = workplace
        self._rhythm = RhythmField("rhythm", today=workplace.today)
        self._add_when(settings)
        self._add_whom(settings, line)
        self._fill(line, weekdays)
        self._rhythm.edited.connect(self.reshaped)

    def lines(self) -> list[OpeningSlot]:
        """Return what was filled in, a line for each weekday."""
        typed = self.values()
        line = OpeningSlot(
            weekday=1,
            daypart_id=typed["daypart_id"],
            counter_id=typed.get("counter_id", FIRST_COUNTER),
            start=typed["start"],
            end=typed["end"],
            needed=typed["needed"],
            demand=Demand(
                most=typed["most"],
                skills=typed.get("skills", frozenset()),
                experienced=typed["experienced"],
                priority=typed["priority"],
            ),
            rhythm=typed["rhythm"],
        )
        return [replace(line, weekday=weekday) for weekday in sorted(typed["weekdays"])]

    def _add_when(self, settings: Settings) -> None:
        self.add(
            ChoiceField(
                "daypart_id",
                _("Day part"),
                choices=[Choice(part.id, part.name) for part in settings.dayparts],
                required=True,
            )
        )
        if len(settings.counters) > 1:
            counters = [Choice(one.id, one.name) for one in settings.counters]
            self.add(ChoiceField("counter_id", _("Desk"), choices=counters, required=True))
        self.add(
            MultiChoiceField(
                "weekdays",
                _("On which days?"),
                choices=[Choice(day, at_the_start(weekday_words([day]))) for day in _WEEK],
                required=True,
            )
        )
        self.add(
            TimeField("start", _("From"), required=True),
            TimeField("end", _("Until"), required=True),
        )
        self.add(self._rhythm)
        self.add(
            NumberField(
                "needed", _("How many people are needed?"), required=True, low=1, high=_MOST_PEOPLE
            )
        )

    def _add_whom(self, settings: Settings, line: OpeningSlot | None) -> None:
        self.add_heading(_("Only where it matters"))
        self.add(
            NumberField(
                "most",
                _("How many may come at most?"),
                low=1,
                high=_MOST_PEOPLE,
                hint=_("Leave this empty when it does not matter."),
            )
        )
        asked = line.demand.skills if line else frozenset()
        offered = [each for each in settings.skills if each.active or each.id in asked]
        skills = [Choice(each.id, each.name) for each in offered]
        if skills:
            self.add(MultiChoiceField("skills", _("Somebody has to be there for"), choices=skills))
        self.add(CheckField("experienced", _("Somebody experienced has to be there")))
        self.add(
            ChoiceField(
                "priority",
                _("How important is it that this shift is full?"),
                choices=[Choice(each, at_the_start(priority_word(each))) for each in PRIORITIES],
                segmented=True,
            )
        )

    def _fill(self, line: OpeningSlot | None, weekdays: Sequence[int]) -> None:
        demand = line.demand if line else NOTHING_MORE
        filled: dict[str, Any] = {
            "daypart_id": line.daypart_id if line else None,
            "counter_id": line.counter_id if line else None,
            "weekdays": frozenset(weekdays),
            "start": line.start if line else None,
            "end": line.end if line else None,
            "rhythm": line.rhythm if line else WEEKLY,
            "needed": line.needed if line else USUAL_STAFF,
            "most": demand.most,
            "skills": demand.skills,
            "experienced": demand.experienced,
            "priority": demand.priority,
        }
        for name in self.values():
            self.field(name).set_value(filled[name])
        self.mark_clean()
