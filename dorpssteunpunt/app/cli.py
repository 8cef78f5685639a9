"""The command line: which words it knows, and how trouble ends.

Exit status 0 is done, 1 a refusal or circumstance (one line on standard error), 2 wrong usage.
What a command does stands in `app.commands`; it is imported only when asked for.
"""

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dorpssteunpunt import __version__
from dorpssteunpunt.app.telling import write_what_can_be_written
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.log import LOGGER, set_up_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import load_preferences

PAPERS = ("roster", "requests", "handover", "escalations")
_PERIOD_PAPERS = ("handover", "escalations")
_OF_A_STORE = ("new", "print", "check")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit status; wrong usage exits with 2."""
    places = Places.of_this_user()
    use_language(load_preferences(places.settings).language)
    write_what_can_be_written()
    arguments = _understood(argv)
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
            with _parts_of_the_system():
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


@contextmanager
def _parts_of_the_system() -> Iterator[None]:
    """Say kindly that a library of the system is missing without which no window can be made."""
    try:
        yield
    except ImportError as error:
        if "PySide6" in (error.name or ""):
            raise
        from dorpssteunpunt.services.faults import ScreenSilent

        raise ScreenSilent from error


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


def _understood(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked; ends with wrong usage, said by the part that it is about."""
    parser = argparse.ArgumentParser(prog="dorpssteunpunt", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"dorpssteunpunt {__version__}")
    parser.add_argument("--store", type=_file, metavar="FILE", help="the store to open")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parts: dict[str | None, argparse.ArgumentParser] = {None: parser}
    for name, about, add_arguments in (
        ("demo", "open a fictional village", _add_demo),
        ("new", "make a new, empty store", _add_new),
        ("print", "write an overview as PDF", _add_print),
        ("check", "examine a store", _add_store),
        ("self-test", "prove that this installation works", None),
    ):
        parts[name] = commands.add_parser(name, help=about, allow_abbrev=False)
        if add_arguments is not None:
            add_arguments(parts[name])
    arguments = parser.parse_args(argv)
    part = parts[arguments.command]
    if arguments.command in _OF_A_STORE and arguments.store is None:
        part.error("the following arguments are required: --store")
    if arguments.command == "print":
        _check_period(part, arguments)
    return arguments


def _add_demo(demo: argparse.ArgumentParser) -> None:
    _add_place(demo, "where the demo village stands")
    demo.add_argument("--seed", type=int, default=1, help="another seed, another village")
    demo.add_argument("--requests", type=_count, metavar="N", help="number of help requests")
    demo.add_argument("--no-window", action="store_true", help="only make it and say how to enter")


def _add_new(new: argparse.ArgumentParser) -> None:
    _add_place(new, "where the store is to stand")
    for name, metavar in (
        ("--name", "SUPPORT_POINT"),
        ("--village", "VILLAGE"),
        ("--coordinator", "NAME"),
        ("--supporter", "NAME"),
    ):
        new.add_argument(name, type=_words, required=True, metavar=metavar)


def _add_print(paper: argparse.ArgumentParser) -> None:
    paper.add_argument("paper", choices=PAPERS)
    _add_store(paper)
    paper.add_argument("--week", metavar="2026-W48", help="an ISO week")
    paper.add_argument("--from", dest="first", type=_day, metavar="DATE", help="2026-11-23")
    paper.add_argument("--to", dest="last", type=_day, metavar="DATE", help="2026-11-29")
    paper.add_argument("--out", type=_file, required=True, metavar="FILE.pdf")


def _add_store(parser: argparse.ArgumentParser) -> None:
    _add_place(parser, "the store to open")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")


def _add_place(parser: argparse.ArgumentParser, about: str) -> None:
    """Take `--store` after the command too; before it, it stays as it was."""
    parser.add_argument(
        "--store", type=_file, default=argparse.SUPPRESS, metavar="FILE", help=about
    )


def _file(typed: str) -> Path:
    path = Path(typed)
    if not path.name:
        raise argparse.ArgumentTypeError(f"no name of a file: {typed!r}")
    return path


def _words(typed: str) -> str:
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"no readable text: {typed!r}") from None
    return typed


def _count(typed: str) -> int:
    if not typed.isdecimal():
        raise argparse.ArgumentTypeError(f"no number: {typed!r}")
    return int(typed)


def _day(typed: str) -> date:
    from dorpssteunpunt.domain.dates import FIRST_YEAR, LAST_YEAR

    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"no date such as 2026-11-23: {typed!r}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"no year from {FIRST_YEAR} to {LAST_YEAR}: {typed!r}")
    return day


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
