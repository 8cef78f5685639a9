"""What a command says on standard output, so that a closed or full one is noticed."""

import os
import sys
from contextlib import suppress


def tell(*lines: str) -> None:
    """Write these lines now; raises `OutputNotWritten` when nobody can read them."""
    from dorpssteunpunt.services.faults import OutputNotWritten  # not before the first paint

    if sys.stdout is None:
        raise OutputNotWritten
    try:
        print(*lines, sep="\n", flush=True)
    except OSError:
        _let_go()
        raise OutputNotWritten from None


def write_what_can_be_written() -> None:
    """Let a character that the terminal does not know be written as its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _let_go() -> None:
    """Keep the interpreter from trying once more, and complaining, when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
