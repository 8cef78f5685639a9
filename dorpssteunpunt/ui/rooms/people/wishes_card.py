"""What a volunteer wishes on the roster, to read and to change."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from dorpssteunpunt.base.formats import day_span, numeric_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import Deviation, Leave
from dorpssteunpunt.domain.counters import place_names
from dorpssteunpunt.domain.people import Volunteer
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.services import people, roster
from dorpssteunpunt.services.people import PersonDetail
from dorpssteunpunt.services.words.people import (
    cycle_word,
    deviation_words,
    experience_word,
    level_word,
    week_letter,
)
from dorpssteunpunt.services.words.template import rhythm_words
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Flow
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.people.person_forms import PersonForms
from dorpssteunpunt.ui.rooms.people.taking_over import TakingOver
from dorpssteunpunt.ui.rooms.people.week_field import weekday_of


class WishesCard(Card):
    """The wishes of one volunteer, with what is still to come of leave and other days."""

    def __init__(
        self,
        workplace: Workplace,
        forms: PersonForms,
        taking_over: TakingOver,
        detail: PersonDetail,
        volunteer: Volunteer,
    ) -> None:
        super().__init__(_("On the roster"), framed=False)
        self._workplace, self._detail, self._volunteer = workplace, detail, volunteer
        self._forms = forms
        self.body.add(Facts(_facts(detail, volunteer)))
        self._add_standing()
        self._add_pattern()
        self._add_otherwise()
        buttons = Flow(self.body.add(QWidget()), gap=8)
        buttons.add(secondary(_("Change wishes…"), partial(forms.wish, detail)))
        buttons.add(secondary(_("A day otherwise…"), partial(forms.deviate, detail)))
        buttons.add(secondary(_("Leave…"), partial(forms.take_leave, detail)))
        if self._plans:
            buttons.add(secondary(_("Standing place…"), partial(forms.hold_place, detail)))
        if taking_over.is_allowed:
            choose = partial(taking_over.choose, volunteer.person_id)
            buttons.add(secondary(_("From a sheet…"), choose))

    @property
    def _plans(self) -> bool:
        return self._workplace.desk.allows(Right.PLAN_ROSTER)

    def _add_pattern(self) -> None:
        if not self._volunteer.availability:
            self.body.add(Text(_("Nobody asked yet which day parts suit."), "second"))
            return
        weeks = self._volunteer.cycle_weeks
        for week in range(weeks):
            title = _("In an ordinary week")
            if weeks > 1:
                title = _week_title(self._volunteer, week, self._workplace.today())
            self.body.add(Text(title, "strong"))
            self.body.add(Facts(_week(self._detail, self._volunteer, week)))

    def _add_standing(self) -> None:
        if not self._detail.standing:
            return
        self.body.add(Text(_("Standing places"), "strong"))
        for one in self._detail.standing:
            words = _place(one, self._detail)
            end = partial(self._forms.give_up_place, self._detail, one.id)
            button = secondary(_("End…"), end, dense=True)
            button.setAccessibleName(_("End: {what}").format(what=words))
            actions = (button,) if self._plans else ()
            self.body.add(Item(words, _since(one), actions=actions))

    def _add_otherwise(self) -> None:
        if not (self._volunteer.leaves or self._volunteer.deviations):
            return
        self.body.add(Text(_("Otherwise"), "strong"))
        for leave in self._volunteer.leaves:
            self.body.add(self._leave(leave))
        dayparts = {part.id: part.name for part in self._detail.dayparts}
        for deviation in self._volunteer.deviations:
            words = deviation_words(deviation, dayparts)
            remove = partial(self._withdraw, deviation)
            self.body.add(Item(words, actions=(_removing(words, remove),)))

    def _leave(self, leave: Leave) -> Item:
        words = _("Leave: {days}").format(days=day_span(leave.first, leave.last))
        return Item(
            words, leave.reason, actions=(_removing(words, partial(self._end, leave, words)),)
        )

    def _withdraw(self, deviation: Deviation) -> None:
        desk, person_id = self._workplace.desk, self._detail.person.id
        tasks, notify = self._workplace.tasks, self._workplace.notify

        def put_back() -> None:
            tasks.run(
                lambda: people.deviate(desk, person_id, deviation),
                lambda _done: notify(_("Undone.")),
            )

        tasks.run(
            lambda: people.withdraw_deviation(desk, person_id, deviation.id),
            lambda _done: notify(_("This day is as usual again."), put_back),
        )

    def _end(self, leave: Leave, words: str) -> None:
        desk, person_id = self._workplace.desk, self._detail.person.id
        tasks, notify = self._workplace.tasks, self._workplace.notify
        confirm(
            self.window(),
            _("Remove this leave?"),
            f"{words}\n\n" + _("Shifts that came free stay free."),
            _("Remove"),
            lambda: tasks.run(
                lambda: roster.end_leave(desk, person_id, leave.id),
                lambda _done: notify(_("The leave is removed.")),
            ),
            dangerous=True,
        )


def _removing(words: str, remove: partial[None]) -> QPushButton:
    button = secondary(_("Remove"), remove, dense=True)
    button.setAccessibleName(_("Remove: {what}").format(what=words))
    return button


def _facts(detail: PersonDetail, volunteer: Volunteer) -> list[tuple[str, str]]:
    names = {person.id: person.name.full for person in detail.others}
    evening = _("no evening and then the next morning")
    skills = [skill.name for skill in detail.skills if skill.id in volunteer.skills]
    return [
        (_("How often"), ", ".join(filter(None, (_often(volunteer))))),
        (_("Mind"), evening if volunteer.no_evening_then_morning else ""),
        (_("Experience at the desk"), experience_word(volunteer.experience)),
        (_("Can do"), ", ".join(skills)),
        (_("Likes to be with"), _named(names, volunteer.together)),
        (_("Rather not with"), _named(names, volunteer.apart)),
        (_("Pattern"), cycle_word(volunteer.cycle_weeks) if volunteer.cycle_weeks > 1 else ""),
    ]


def _often(volunteer: Volunteer) -> list[str]:
    words = []
    if volunteer.wanted_per_week is not None:
        count = volunteer.wanted_per_week
        gladly = ngettext("gladly {n} shift a week", "gladly {n} shifts a week", count)
        words.append(gladly.format(n=count))
    if volunteer.shifts_per_week is not None:
        count = volunteer.shifts_per_week
        most = ngettext("at most {n} shift a week", "at most {n} shifts a week", count)
        words.append(most.format(n=count))
    if volunteer.wanted_per_month is not None:
        count = volunteer.wanted_per_month
        gladly = ngettext("gladly {n} shift a month", "gladly {n} shifts a month", count)
        words.append(gladly.format(n=count))
    if volunteer.shifts_per_month is not None:
        count = volunteer.shifts_per_month
        most = ngettext("at most {n} shift a month", "at most {n} shifts a month", count)
        words.append(most.format(n=count))
    return words


def _place(one: StandingAssignment, detail: PersonDetail) -> str:
    """Return which place it is: "dinsdag, ochtend, aanspreekpunt"."""
    names = place_names(detail.dayparts, detail.counters)
    words = [weekday_of(one.weekday), names.of(one.daypart_id, one.counter_id).lower()]
    words += filter(None, [rhythm_words(one.rhythm)])
    return ", ".join([*words, _("shift lead")] if one.is_lead else words)


def _since(one: StandingAssignment) -> str:
    since = _("from {day}").format(day=numeric_date(one.first))
    if one.last is None:
        return since
    return f"{since}, " + _("until {day}").format(day=numeric_date(one.last))


def _named(names: dict[int, str], who: frozenset[int]) -> str:
    return ", ".join(name for person_id, name in names.items() if person_id in who)


def _week_title(volunteer: Volunteer, week: int, today: date) -> str:
    now = (volunteer.when.cycle.day_of(today) - 1) // 7
    if week == now:
        return _("{week}, this week").format(week=week_letter(week))
    return week_letter(week)


def _week(detail: PersonDetail, volunteer: Volunteer, week: int) -> list[tuple[str, str]]:
    """Return a week of the pattern, a line a day: "ochtend liever, middag kan niet"."""
    names = {daypart.id: daypart.name.lower() for daypart in detail.dayparts}
    lines: dict[int, list[str]] = {}
    for (day, part), level in sorted(volunteer.availability.items()):
        if (day - 1) // 7 == week:
            words = f"{names.get(part, '')} {level_word(level)}"
            lines.setdefault(day - 7 * week, []).append(words)
    return [(weekday_of(weekday), ", ".join(parts)) for weekday, parts in lines.items()]
