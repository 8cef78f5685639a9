"""The papers around the roster to choose from."""

from datetime import date, timedelta
from typing import Any

from dorpssteunpunt.base.formats import month_title
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.domain.periods import coming_week
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.overviews.attendance import attendance_overview
from dorpssteunpunt.services.overviews.availability import availability_forms
from dorpssteunpunt.services.overviews.day_sheet import day_sheet
from dorpssteunpunt.services.overviews.gaps import gaps_overview
from dorpssteunpunt.services.overviews.papers import Overview, RosterLook, SheetSize
from dorpssteunpunt.services.overviews.personal import personal_overview
from dorpssteunpunt.services.overviews.reminders import reminders_overview
from dorpssteunpunt.services.overviews.roster import roster_overview, roster_weeks
from dorpssteunpunt.services.overviews.roster_month import month_overview
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import CheckField, Field, TextField
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.paper import Asked, Paper
from dorpssteunpunt.ui.rooms.overviews.turned_fields import MonthField, WeekField

_MONTHS_AHEAD = 4  # for which people say in advance when they can come


def roster(workplace: Workplace) -> Paper:
    """Return the roster of a week."""
    return Paper(
        key="roster",
        title=_("Weekly roster"),
        about=_("For the wall: who is at the desk when. Without data of residents."),
        fields=(WeekField("week", _("Week"), Week.of(workplace.today())), *_look_fields()),
        make=lambda asked: _roster(workplace, asked),
        file_name=lambda asked: _("roster-{week}.pdf").format(**asked),
    )


def _look_fields() -> tuple[ChoiceField, ChoiceField, CheckField]:
    weeks = (Choice(1, _("one week")), Choice(2, _("two weeks")))
    sizes = (Choice(SheetSize.A4, "A4"), Choice(SheetSize.A3, "A3"))
    fields = (
        ChoiceField("weeks", _("How many weeks"), choices=weeks, segmented=False),
        ChoiceField("size", _("Paper size"), choices=sizes, segmented=False),
        CheckField("large", _("Large print")),
    )
    fields[0].set_value(1)
    fields[1].set_value(SheetSize.A4)
    return fields


def _roster(workplace: Workplace, asked: Asked) -> Overview:
    look = RosterLook(asked["size"], asked["large"])
    if asked["weeks"] == 1:
        return roster_overview(workplace.desk, asked["week"], look)
    return roster_weeks(workplace.desk, asked["week"], asked["weeks"], look)


def roster_month(workplace: Workplace) -> Paper:
    """Return the roster of a month."""
    return Paper(
        key="roster-month",
        title=_("Roster of a month"),
        about=_("For the wall: the month at a glance. Without data of residents."),
        fields=(MonthField("month", _("Month"), Month.of(workplace.today())),),
        make=lambda asked: month_overview(workplace.desk, asked["month"]),
        file_name=lambda asked: _("roster-{month}.pdf").format(**asked),
    )


def day(workplace: Workplace) -> Paper:
    """Return the sheet of a day."""
    field = DateField("day", _("Day"), today=workplace.today, required=True)
    field.set_value(workplace.today())
    return Paper(
        key="day-sheet",
        title=_("Day sheet"),
        about=_("For the desk only: who is there, their numbers, and the requests of the day."),
        fields=(field,),
        make=lambda asked: day_sheet(workplace.desk, asked["day"]),
        file_name=lambda asked: _("day-sheet-{day}.pdf").format(**asked),
    )


def personal(workplace: Workplace) -> Paper:
    """Return the own shifts of volunteers."""
    return Paper(
        key="personal",
        title=_("Personal roster"),
        about=_("To take home: the own shifts of a volunteer, or a page for everybody."),
        fields=(*period_fields(workplace, *_ahead(workplace, 8)), volunteer_field()),
        make=lambda asked: personal_overview(
            workplace.desk, asked["first"], asked["last"], asked["volunteer"]
        ),
        file_name=lambda asked: _("shifts-{first}-{last}.pdf").format(**asked),
    )


def gaps(workplace: Workplace) -> Paper:
    """Return the gaps with whom to ask."""
    return Paper(
        key="gaps",
        title=_("Gaps in the roster"),
        about=_("For who phones around: each gap with whom to ask, and why."),
        fields=period_fields(workplace, *_ahead(workplace, 4)),
        make=lambda asked: gaps_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda asked: _("gaps-{first}-{last}.pdf").format(**asked),
    )


def reminders(workplace: Workplace) -> Paper:
    """Return whom to call about their shifts."""
    return Paper(
        key="reminders",
        title=_("Whom to call"),
        about=_("For who phones around: who did not confirm their shifts, with boxes to tick."),
        fields=period_fields(workplace, *coming_week(workplace.today())),
        make=lambda asked: reminders_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda asked: _("call-{first}-{last}.pdf").format(**asked),
    )


def availability_fields(workplace: Workplace) -> tuple[Field[Any], ...]:
    """Return fields for what an availability form is about, whose it is, and how it begins."""
    about_what = ChoiceField(
        "month", _("About"), choices=_months(workplace.today()), segmented=False
    )
    about_what.set_value("")
    how = ChoiceField(
        "blank",
        _("Form"),
        choices=(Choice(False, _("filled in as known")), Choice(True, _("blank"))),
        segmented=False,
    )
    how.set_value(False)
    return about_what, how, volunteer_field()


def availability(workplace: Workplace) -> Paper:
    """Return the form to fill in by pen."""
    return Paper(
        key="availability-form",
        title=_("Availability form"),
        about=_("To fill in by pen: when can you come? For one volunteer or for everybody."),
        fields=availability_fields(workplace),
        make=lambda asked: availability_forms(
            workplace.desk, asked["month"] or None, asked["volunteer"], blank=asked["blank"]
        ),
        file_name=lambda asked: _("availability-{month}.pdf").format(
            month=asked["month"] or _("week")
        ),
    )


def attendance(workplace: Workplace) -> Paper:
    """Return who did which shifts."""
    today = workplace.today()
    return Paper(
        key="attendance",
        title=_("Shifts and hours"),
        about=_("For the coordinator: who was there, how many hours, and who was not."),
        fields=period_fields(workplace, Month.of(today).first, today),
        make=lambda asked: attendance_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda asked: _("hours-{first}-{last}.pdf").format(**asked),
    )


def volunteer_field() -> TextField:
    """Return a field for the name of a volunteer; empty is everybody."""
    return TextField("volunteer", _("Volunteer"), placeholder=_("everybody"))


def period_fields(
    workplace: Workplace, first: date | None = None, last: date | None = None
) -> tuple[DateField, DateField]:
    """Return fields for the first and last day; without days to begin with they may be empty."""
    fields = (
        DateField("first", _("First day"), today=workplace.today, required=first is not None),
        DateField("last", _("Last day"), today=workplace.today, required=last is not None),
    )
    for field, day in zip(fields, (first, last), strict=True):
        field.set_value(day)
    return fields


def _ahead(workplace: Workplace, weeks: int) -> tuple[date, date]:
    return workplace.today(), workplace.today() + timedelta(weeks=weeks)


def _months(today: date) -> list[Choice]:
    choices = [Choice("", _("an ordinary week"))]
    month = Month.of(today)
    for _number in range(_MONTHS_AHEAD):
        month = month.next()
        choices.append(Choice(month, month_title(month.first)))
    return choices
