"""The papers to choose from: what each is, what is asked of it, and who makes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.periods import last_seven_days
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.overviews.escalations import escalations_overview
from dorpssteunpunt.services.overviews.handover import handover_overview
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.services.overviews.requests import requests_overview
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.week_field import WeekField

Asked = Mapping[str, Any]
"""What was filled in, by the names of the fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One kind of paper: `make` runs on the store thread, with what was filled in."""

    key: str
    title: str
    about: str
    fields: Sequence[Field[Any]]
    make: Callable[[Asked], Overview]
    file_name: Callable[[Asked], str]


def papers_for(workplace: Workplace) -> Sequence[Paper]:
    """Return the papers that the person at the desk may have, in the order of the day."""
    makers = (
        (Right.ROSTER, _roster),
        (Right.HELP_REQUESTS, _requests),
        (Right.HANDOVER, _handover),
        (Right.READ_CONCERNS, _escalations),
    )
    return [make(workplace) for right, make in makers if workplace.desk.allows(right)]


def _roster(workplace: Workplace) -> Paper:
    return Paper(
        key="roster",
        title=_("Weekly roster"),
        about=_("For the wall: who is at the desk when. Without data of residents."),
        fields=(WeekField("week", _("Week"), Week.of(workplace.today())),),
        make=lambda asked: roster_overview(workplace.desk, asked["week"]),
        file_name=lambda asked: _("roster-{week}.pdf").format(**asked),
    )


def _requests(workplace: Workplace) -> Paper:
    return Paper(
        key="requests",
        title=_("Open help requests"),
        about=_("For the folder at the desk: what still has to be done, as it is today."),
        fields=(),
        make=lambda _asked: requests_overview(workplace.desk),
        file_name=lambda _asked: _("help-requests-{day}.pdf").format(day=workplace.today()),
    )


def _handover(workplace: Workplace) -> Paper:
    days = _period(workplace, required=True)
    for field, day in zip(days, last_seven_days(workplace.today()), strict=True):
        field.set_value(day)
    return Paper(
        key="handover",
        title=_("Handover"),
        about=_("What was handed over in these days, and all actions that are still open."),
        fields=days,
        make=lambda asked: handover_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda asked: _("handover-{first}-{last}.pdf").format(**asked),
    )


def _escalations(workplace: Workplace) -> Paper:
    return Paper(
        key="escalations",
        title=_("Escalations"),
        about=_("Confidential, for you alone. Without days you get all of them."),
        fields=_period(workplace, required=False),
        make=lambda asked: escalations_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda _asked: _("escalations-{day}.pdf").format(day=workplace.today()),
    )


def _period(workplace: Workplace, *, required: bool) -> tuple[DateField, DateField]:
    return (
        DateField("first", _("First day"), today=workplace.today, required=required),
        DateField("last", _("Last day"), today=workplace.today, required=required),
    )
