"""The command line: what it does with words, and how trouble ends.

Exit status 0 is done, 1 a refusal or circumstance (one line on standard error), 2 wrong usage.
Which words there are stands in `app.arguments`, what a command does in `app.commands`; both are
imported only when there are words, so that the window alone waits for neither.
"""

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dorpssteunpunt.app.telling import write_what_can_be_written
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import load_preferences


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit status; wrong usage exits with 2."""
    words = sys.argv[1:] if argv is None else argv
    places = Places.of_this_user()
    use_language(load_preferences(places.settings).language)
    write_what_can_be_written()
    try:
        return _do(words, places) if words else _open_window(places, None)
    except (Refusal, Circumstance) as trouble:
        from dorpssteunpunt.services.words import in_words

        return _sorry(in_words(trouble))


def _do(words: Sequence[str], places: Places) -> int:
    from dorpssteunpunt.app.arguments import read_arguments
    from dorpssteunpunt.base.log import begin_log

    arguments = read_arguments(words)
    begin_log(places.logs())
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
            return _open_window(places, arguments.store)
        case _:
            from dorpssteunpunt.app import commands

            command = {
                "new": commands.new,
                "print": commands.print_paper,
                "export": commands.export,
                "check": commands.check,
            }[arguments.command]
            return command(arguments, places)


def _open_window(places: Places, store: Path | None) -> int:
    gc.disable()  # there is none before the first paint, and later the `Sweeper` looks for it
    with _parts_of_the_system():
        from dorpssteunpunt.app.main import run_window

    return run_window(places, store)


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


def _sorry(sentence: str) -> int:
    if sys.stderr is not None:
        print(" ".join(sentence.split()), file=sys.stderr)
    return 1
