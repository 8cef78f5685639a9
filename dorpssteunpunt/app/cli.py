"""The command line: which words it knows, and how trouble ends.

Exit status 0 is done, 1 a refusal or circumstance (one line on standard error), 2 wrong usage.
What a command does stands in `app.commands`; it is imported only when asked for.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dorpssteunpunt import __version__
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.log import LOGGER, set_up_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import load_preferences

PAPERS = ("roster", "requests", "handover", "escalations")
_PERIOD_PAPERS = ("handover", "escalations")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit status; wrong usage exits with 2."""
    places = Places.of_this_user()
    use_language(load_preferences(places.settings).language)
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.command == "print":
        _check_period(parser, arguments)
    _begin_log(places)
    try:
        return _run(arguments, places)
    except (Refusal, Circumstance) as trouble:
        from dorpssteunpunt.services.words import in_words

        return _sorry(in_words(trouble))


def _run(arguments: argparse.Namespace, places: Places) -> int:
    match arguments.command:
        case "self-test":
            from dorpssteunpunt.app.self_test import self_test

            return self_test(places)
        case "demo":
            from dorpssteunpunt.app.demo.command import demo

            return demo(arguments, places)
        case None:
            from dorpssteunpunt.app.main import run_window

            return run_window(places, arguments.store)
        case _:
            from dorpssteunpunt.app import commands

            command = {
                "new": commands.new,
                "print": commands.print_paper,
                "check": commands.check,
            }[arguments.command]
            return command(arguments, places)


def _begin_log(places: Places) -> None:
    """Log to the file of this user, and nowhere else when that is not possible."""
    try:
        set_up_log(places.logs())
    except OSError:
        logging.getLogger(LOGGER).addHandler(logging.NullHandler())


def _sorry(sentence: str) -> int:
    if sys.stderr is not None:
        print(" ".join(sentence.split()), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dorpssteunpunt", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"dorpssteunpunt {__version__}")
    parser.add_argument("--store", type=Path, metavar="FILE", help="the store to open")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_demo(commands.add_parser("demo", help="open a fictional village", allow_abbrev=False))
    _add_new(commands.add_parser("new", help="make a new, empty store", allow_abbrev=False))
    _add_print(commands.add_parser("print", help="write an overview as PDF", allow_abbrev=False))
    check = commands.add_parser("check", help="examine a store", allow_abbrev=False)
    _add_store(check)
    commands.add_parser("self-test", help="prove that this installation works")
    return parser


def _add_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--store", type=Path, metavar="FILE", help="where the demo village stands")
    demo.add_argument("--seed", type=int, default=1, help="another seed, another village")
    demo.add_argument("--requests", type=_count, metavar="N", help="number of help requests")
    demo.add_argument("--no-window", action="store_true", help="only make it and say how to enter")


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("--store", type=Path, required=True, metavar="FILE")
    new.add_argument("--name", required=True, metavar="SUPPORT_POINT")
    new.add_argument("--village", required=True)
    new.add_argument("--coordinator", required=True, metavar="NAME")
    new.add_argument("--supporter", required=True, metavar="NAME")


def _add_print(paper: argparse.ArgumentParser) -> None:
    paper.add_argument("paper", choices=PAPERS)
    _add_store(paper)
    paper.add_argument("--week", metavar="2026-W48", help="an ISO week")
    paper.add_argument("--from", dest="first", type=_day, metavar="DATE", help="2026-11-23")
    paper.add_argument("--to", dest="last", type=_day, metavar="DATE", help="2026-11-29")
    paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", type=Path, required=True, metavar="FILE")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")


def _count(typed: str) -> int:
    count = int(typed)
    if count < 0:
        raise ValueError(typed)
    return count


def _day(typed: str) -> date:
    return date.fromisoformat(typed)


def _check_period(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """End with wrong usage unless the period suits the paper; turns a week into a `Week`."""
    from dorpssteunpunt.domain.weeks import InvalidWeek, Week

    by_dates = arguments.first is not None or arguments.last is not None
    if arguments.week is not None:
        try:
            arguments.week = Week.parse(arguments.week)
        except InvalidWeek:
            parser.error(f"argument --week: no ISO week: {arguments.week}")
    if arguments.week is not None and by_dates:
        parser.error("give either --week or --from and --to")
    if (arguments.first is None) != (arguments.last is None):
        parser.error("--from and --to go together")
    if by_dates and arguments.first > arguments.last:
        parser.error("--from comes after --to")
    if by_dates and arguments.paper not in _PERIOD_PAPERS:
        parser.error(f"print {arguments.paper} takes no --from and --to")
    if arguments.week is not None and arguments.paper == "requests":
        parser.error("print requests takes no --week")
