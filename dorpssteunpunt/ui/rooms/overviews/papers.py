"""The papers to choose from: what each is, what is asked of it, and who makes it."""

from collections.abc import Iterator

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.periods import last_seven_days
from dorpssteunpunt.services.overviews.escalations import escalations_overview
from dorpssteunpunt.services.overviews.handover import handover_overview
from dorpssteunpunt.services.overviews.requests import requests_overview
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews import roster_papers
from dorpssteunpunt.ui.rooms.overviews.paper import Paper
from dorpssteunpunt.ui.rooms.overviews.roster_papers import period_fields


def papers_for(workplace: Workplace) -> Iterator[Paper]:
    """Make the papers that the person at the desk may have, in the order of the day."""
    makers = (
        (Right.ROSTER, roster_papers.roster),
        (Right.ROSTER, roster_papers.roster_month),
        (Right.ROSTER, roster_papers.day),
        (Right.HELP_REQUESTS, _requests),
        (Right.HANDOVER, _handover),
        (Right.READ_CONCERNS, _escalations),
        (Right.ROSTER, roster_papers.gaps),
        (Right.ROSTER, roster_papers.reminders),
        (Right.ROSTER, roster_papers.personal),
        (Right.CONTACT_DATA, roster_papers.availability),
        (Right.PLAN_ROSTER, roster_papers.attendance),
    )
    return (make(workplace) for right, make in makers if workplace.desk.allows(right))


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
    return Paper(
        key="handover",
        title=_("Handover"),
        about=_("What was handed over in these days, and all actions that are still open."),
        fields=period_fields(workplace, *last_seven_days(workplace.today())),
        make=lambda asked: handover_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda asked: _("handover-{first}-{last}.pdf").format(**asked),
    )


def _escalations(workplace: Workplace) -> Paper:
    return Paper(
        key="escalations",
        title=_("Escalations"),
        about=_("Confidential, for you alone. Without days you get all of them."),
        fields=period_fields(workplace),
        make=lambda asked: escalations_overview(workplace.desk, asked["first"], asked["last"]),
        file_name=lambda _asked: _("escalations-{day}.pdf").format(day=workplace.today()),
    )
