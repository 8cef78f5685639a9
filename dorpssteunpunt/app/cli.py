"""The command line: which words it knows, and how trouble ends.

Exit status 0 is done, 1 a refusal or circumstance (one line on standard error), 2 wrong usage.
What a command does stands in `app.commands`; it is imported only when asked for.
"""

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dorpssteunpunt import __version__
from dorpssteunpunt.app.asking import (
    add_export,
    add_place,
    add_print,
    add_roster,
    add_store,
    check_asked,
    file_name,
)
from dorpssteunpunt.app.telling import write_what_can_be_written
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.log import LOGGER, set_up_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import load_preferences

_OF_A_STORE = ("new", "print", "export", "check")


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
        case "roster":
            from dorpssteunpunt.app import roster_commands

            if arguments.deed == "propose":
                return roster_commands.propose(arguments, places)
            return roster_commands.solve(arguments)
        case None:
            with _parts_of_the_system():
                from dorpssteunpunt.app.main import run_window

            return run_window(places, arguments.store)
        case _:
            from dorpssteunpunt.app import commands

            command = {
                "new": commands.new,
                "print": commands.print_paper,
                "export": commands.export,
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
    parser.add_argument("--store", type=file_name, metavar="FILE", help="the store to open")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parts: dict[str | None, argparse.ArgumentParser] = {None: parser}
    for name, about, add_arguments in (
        ("demo", "open a fictional village", _add_demo),
        ("new", "make a new, empty store", _add_new),
        ("print", "write an overview as PDF", add_print),
        ("export", "write calendars or a spreadsheet", add_export),
        ("check", "examine a store", add_store),
        ("roster", "make a roster", add_roster),
        ("self-test", "prove that this installation works", None),
    ):
        parts[name] = commands.add_parser(name, help=about, allow_abbrev=False)
        if add_arguments is not None:
            add_arguments(parts[name])
    arguments = parser.parse_args(argv)
    part = parts[arguments.command]
    asks = arguments.command in _OF_A_STORE or getattr(arguments, "deed", "") == "propose"
    if asks and arguments.store is None:
        part.error("the following arguments are required: --store")
    if arguments.command in ("print", "export"):
        check_asked(part, arguments)
    return arguments


def _add_demo(demo: argparse.ArgumentParser) -> None:
    add_place(demo, "where the demo village stands")
    demo.add_argument("--seed", type=int, default=1, help="another seed, another village")
    demo.add_argument("--requests", type=_count, metavar="N", help="number of help requests")
    demo.add_argument("--no-window", action="store_true", help="only make it and say how to enter")


def _add_new(new: argparse.ArgumentParser) -> None:
    add_place(new, "where the store is to stand")
    for name, metavar in (
        ("--name", "SUPPORT_POINT"),
        ("--village", "VILLAGE"),
        ("--coordinator", "NAME"),
        ("--supporter", "NAME"),
    ):
        new.add_argument(name, type=_words, required=True, metavar=metavar)


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
