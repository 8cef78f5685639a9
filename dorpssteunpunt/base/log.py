"""The log file of the program: what happened and where, never about whom.

Only this program's own loggers write to it, and a traceback is written without the texts of
its exceptions, because those may hold what someone typed.
"""

import logging
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

LOGGER: Final = "dorpssteunpunt"
_KIB = 1024
_FILE_SIZE = 512 * _KIB
_OLD_FILES = 4

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up_log(folder: Path) -> Path:
    """Write this program's log to a rotating file in `folder` and return that file.

    Makes the folder when it is missing. A second call moves the log to the other folder.
    Raises `OSError` when the folder cannot be written.
    """
    # Imported here: no first paint waits for all that it brings.
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "dorpssteunpunt.log"
    handler = RotatingFileHandler(
        file, maxBytes=_FILE_SIZE, backupCount=_OLD_FILES, encoding="utf-8"
    )
    handler.setFormatter(_WithoutValues("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger(LOGGER)
    close_log()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return file


def begin_log(folder: Path) -> None:
    """Log to the file in `folder`, and nowhere else when that is not possible."""
    try:
        set_up_log(folder)
    except OSError:
        logging.getLogger(LOGGER).addHandler(logging.NullHandler())


def close_log() -> None:
    """Close the log file, if one is open."""
    logger = logging.getLogger(LOGGER)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def traceback_without_values(error: BaseException) -> str:
    """Return the traceback of `error` and its causes, with their kinds but not their texts."""
    lines: list[str] = []
    told: BaseException | None = error
    while told is not None:
        cause = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
        lines += [*traceback.format_tb(told.__traceback__), f"{type(told).__qualname__}\n"]
        if cause is not None:
            lines.append("raised while handling, or because of:\n")
        told = cause
    return "".join(lines)


class _WithoutValues(logging.Formatter):
    """Writes an exception as its traceback without values."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the name is logging's
        return traceback_without_values(ei[1]).rstrip() if ei[1] else ""
