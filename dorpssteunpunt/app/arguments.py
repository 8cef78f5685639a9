"""The words of the command line: which commands there are, and what goes together."""

import argparse
from collections.abc import Sequence
from typing import Final

from dorpssteunpunt import __version__
from dorpssteunpunt.app.asking import (
    add_export,
    add_place,
    add_print,
    add_roster,
    add_store,
    check_asked,
    file_name,
    whole_number,
)
from dorpssteunpunt.app.usage import speak_usage
from dorpssteunpunt.base.i18n import _

_OF_A_STORE: Final = ("new", "print", "export", "check")


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """Return what is asked; ends with wrong usage, said by the part that it is about."""
    speak_usage()
    parser = argparse.ArgumentParser(prog="dorpssteunpunt", allow_abbrev=False)
    parser.add_argument(
        "--version",
        action="version",
        version=f"dorpssteunpunt {__version__}",
        help=_("show the version and exit"),
    )
    parser.add_argument("--store", type=file_name, metavar=_("FILE"), help=_("the store to open"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    parts: dict[str | None, argparse.ArgumentParser] = {None: parser}
    for name, about, add_arguments in (
        ("demo", _("open a fictional village"), _add_demo),
        ("new", _("make a new, empty store"), _add_new),
        ("print", _("write an overview as PDF"), add_print),
        ("export", _("write calendars or a spreadsheet"), add_export),
        ("check", _("examine a store"), add_store),
        ("roster", _("make a roster"), add_roster),
        ("self-test", _("prove that this installation works"), None),
    ):
        parts[name] = commands.add_parser(name, help=about, allow_abbrev=False)
        if add_arguments is not None:
            add_arguments(parts[name])
    arguments = parser.parse_args(words)
    part = parts[arguments.command]
    asks = arguments.command in _OF_A_STORE or getattr(arguments, "deed", "") == "propose"
    if asks and arguments.store is None:
        part.error(_("the following arguments are required: %s") % "--store")
    if arguments.command in ("print", "export"):
        check_asked(part, arguments)
    return arguments


def _add_demo(demo: argparse.ArgumentParser) -> None:
    add_place(demo, _("where the demo village stands"))
    demo.add_argument(
        "--seed",
        type=whole_number,
        default=1,
        metavar="N",
        help=_("another seed, another village"),
    )
    demo.add_argument("--requests", type=_count, metavar="N", help=_("number of help requests"))
    demo.add_argument(
        "--no-window", action="store_true", help=_("only make it and say how to enter")
    )


def _add_new(new: argparse.ArgumentParser) -> None:
    add_place(new, _("where the store is to stand"))
    for name, metavar in (
        ("--name", _("SUPPORT_POINT")),
        ("--village", _("VILLAGE")),
        ("--coordinator", _("NAME")),
        ("--supporter", _("NAME")),
    ):
        new.add_argument(name, type=_words, required=True, metavar=metavar)


def _words(typed: str) -> str:
    try:
        typed.encode()
    except UnicodeEncodeError:
        unread = _("{typed} is no readable text").format(typed=repr(typed))
        raise argparse.ArgumentTypeError(unread) from None
    return typed


def _count(typed: str) -> int:
    number = whole_number(typed)
    if number < 0:
        raise argparse.ArgumentTypeError(_("{typed} is less than nothing").format(typed=typed))
    return number
