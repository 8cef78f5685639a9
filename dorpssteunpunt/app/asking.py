"""What may be asked of each paper and export on the command line, and what is wrong usage."""

import argparse
import math
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dorpssteunpunt.base.i18n import _

if TYPE_CHECKING:
    from dorpssteunpunt.domain.weeks import Week

_PERIOD: Final = frozenset({"week", "first", "last"})
_ALL: Final = _PERIOD | {"month", "date", "volunteer", "blank", "weeks", "paper", "large"}

PAPERS: Final = {
    "roster": frozenset({"week", "weeks", "paper", "large"}),
    "roster-month": frozenset({"month"}),
    "day-sheet": frozenset({"date"}),
    "personal": _PERIOD | {"month", "volunteer"},
    "gaps": _PERIOD | {"month"},
    "reminders": _PERIOD | {"month"},
    "availability-form": frozenset({"month", "volunteer", "blank"}),
    "attendance": _PERIOD | {"month"},
    "requests": frozenset[str](),
    "handover": _PERIOD,
    "escalations": _PERIOD,
}
EXPORTS: Final = {
    "ics": _PERIOD | {"month", "volunteer"},
    "xlsx": _PERIOD | {"month"},
}
_FLAGS: Final = {"first": "from", "last": "to"}
"""Options whose word on the command line is another one than their name."""


_MOST_WEEKS: Final = 13
"""A quarter: the longest that is planned at once."""


def add_print(paper: argparse.ArgumentParser) -> None:
    """Let a parser take what may be asked of papers."""
    paper.add_argument("subject", choices=tuple(PAPERS), metavar=_("PAPER"), help=", ".join(PAPERS))
    add_store(paper)
    _add_period(paper)
    paper.add_argument("--date", type=_day, metavar=_("DATE"), help=_("the day of a day sheet"))
    paper.add_argument(
        "--blank", action="store_true", default=None, help=_("a form without a name")
    )
    paper.add_argument(
        "--weeks",
        type=whole_number,
        choices=(1, 2),
        help=_("a roster of one week (usual) or two"),
    )
    paper.add_argument("--paper", choices=("a4", "a3"), help=_("the size of the paper of a roster"))
    paper.add_argument(
        "--large", action="store_true", default=None, help=_("a roster in large print")
    )
    paper.add_argument("--out", type=file_name, required=True, metavar=_("FILE.pdf"))


def add_export(export: argparse.ArgumentParser) -> None:
    """Let a parser take what may be asked of exports."""
    export.add_argument(
        "subject", choices=tuple(EXPORTS), metavar=_("KIND"), help=", ".join(EXPORTS)
    )
    add_store(export)
    _add_period(export)
    export.add_argument(
        "--out",
        type=file_name,
        required=True,
        metavar=_("FILE_OR_FOLDER"),
        help=_(
            "a folder gets a calendar of each volunteer and of the desk; a file ending in .ics "
            "that of the desk, or of the named volunteer"
        ),
    )


def add_store(parser: argparse.ArgumentParser) -> None:
    """Let a parser take a store and its passphrase."""
    add_place(parser, _("the store to open"))
    parser.add_argument("--passphrase-file", type=Path, metavar=_("FILE"))


def add_place(parser: argparse.ArgumentParser, about: str) -> None:
    """Take `--store` after the command too; before it, it stays as it was."""
    parser.add_argument(
        "--store", type=file_name, default=argparse.SUPPRESS, metavar=_("FILE"), help=about
    )


def file_name(typed: str) -> Path:
    """Return a whole path that ends in a name."""
    path = Path(typed)
    if not path.name:
        raise _wrong(_("{typed} is no name of a file"), typed)
    return path.absolute()


def whole_number(typed: str) -> int:
    """Return the number that was typed."""
    try:
        return int(typed)
    except ValueError:
        raise _wrong(_("{typed} is no whole number"), typed) from None


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--week", type=_week, metavar="2026-W48", help=_("an ISO week"))
    parser.add_argument("--month", metavar="2026-11", help=_("a month"))
    parser.add_argument("--from", dest="first", type=_day, metavar=_("DATE"), help="2026-11-23")
    parser.add_argument("--to", dest="last", type=_day, metavar=_("DATE"), help="2026-11-29")
    parser.add_argument("--volunteer", metavar=_("NAME_OR_ID"), help=_("only of this volunteer"))


def _day(typed: str) -> date:
    from dorpssteunpunt.domain.dates import FIRST_YEAR, LAST_YEAR

    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise _wrong(_("{typed} is no date such as 2026-11-23"), typed) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = _("{typed} is not in the years {first} to {last}")
        raise _wrong(years, typed, first=FIRST_YEAR, last=LAST_YEAR)
    return day


def check_asked(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """End with wrong usage unless what is asked suits the paper or export.

    Turns a month into a `Month`.
    """
    from dorpssteunpunt.domain.months import InvalidMonth, Month

    asked = {name for name in _ALL if getattr(arguments, name, None) is not None}
    if arguments.month is not None:
        try:
            arguments.month = Month.parse(arguments.month)
        except InvalidMonth:
            parser.error(_("{typed} is no month such as 2026-11").format(typed=arguments.month))
    _check_dates(parser, arguments, asked)
    kind = f"{arguments.command} {arguments.subject}"
    takes = (PAPERS | EXPORTS)[arguments.subject]
    for name in sorted(asked - takes):
        option = f"--{_FLAGS.get(name, name)}"
        parser.error(_("{command} takes no {option}").format(command=kind, option=option))
    if {"blank", "volunteer"} <= asked:
        parser.error(_("give either --blank or --volunteer"))


def _check_dates(
    parser: argparse.ArgumentParser, arguments: argparse.Namespace, asked: set[str]
) -> None:
    by_dates = bool(asked & {"first", "last"})
    if by_dates + len(asked & {"week", "month"}) > 1:
        parser.error(_("give either --week, or --month, or --from and --to"))
    if (arguments.first is None) != (arguments.last is None):
        parser.error(_("--from and --to go together"))
    if by_dates and arguments.first > arguments.last:
        parser.error(_("--from comes after --to"))


def add_roster(roster: argparse.ArgumentParser) -> None:
    """Take what is done with rosters: solve a problem in a file, propose names for a store."""
    deeds = roster.add_subparsers(dest="deed", metavar=_("DEED"), required=True)
    solve = deeds.add_parser(
        "solve", help=_("solve a roster problem in a file"), allow_abbrev=False
    )
    solve.add_argument("problem", type=file_name, metavar=_("PROBLEM.json"))
    solve.add_argument("--out", type=file_name, required=True, metavar=_("SOLUTION.json"))
    solve.add_argument("--time-limit", type=_seconds, default=60.0, metavar=_("SECONDS"))
    propose = deeds.add_parser("propose", help=_("propose who fills the gaps"), allow_abbrev=False)
    add_store(propose)
    propose.add_argument("--week", type=_week, required=True, metavar="2026-W49")
    propose.add_argument("--weeks", type=whole_number, choices=range(1, _MOST_WEEKS + 1), default=1)
    propose.add_argument("--accept", action="store_true", help=_("let the proposal stand"))


def _week(typed: str) -> "Week":
    from dorpssteunpunt.domain.weeks import InvalidWeek, Week

    try:
        return Week.parse(typed)
    except InvalidWeek:
        raise _wrong(_("{typed} is no week such as 2026-W48"), typed) from None


def _seconds(typed: str) -> float:
    try:
        seconds = float(typed)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise _wrong(_("{typed} is no number of seconds"), typed)
    return seconds


def _wrong(words: str, typed: str, **facts: int) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(words.format(typed=repr(typed), **facts))
