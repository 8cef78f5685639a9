"""Lets argparse, which reads the command line, speak the language of the interface."""

import argparse

from dorpssteunpunt.base.i18n import _


def speak_usage() -> None:
    """Give argparse our words for what it says about usage.

    It looks them up with the `gettext` in its own module, and the standard library leaves no
    other way to choose a language than the environment of the whole process.
    """
    words = _words()
    argparse._ = lambda said: words.get(said, said)  # type: ignore[attr-defined]


def _words() -> dict[str, str]:
    """Return what argparse may say here, by its own English."""
    return {
        "usage: ": _("usage: "),
        "positional arguments": _("positional arguments"),
        "options": _("options"),
        "show this help message and exit": _("show this help message and exit"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: error: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("argument %(argument_name)s: %(message)s"),
        "expected one argument": _("expected one argument"),
        "ignored explicit argument %r": _("ignored explicit argument %r"),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "invalid choice: %(value)r (choose from %(choices)s)"
        ),
        "the following arguments are required: %s": _("the following arguments are required: %s"),
        "unrecognized arguments: %s": _("unrecognized arguments: %s"),
    }
