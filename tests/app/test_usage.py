"""What is said about usage is in the language of the interface, also where argparse says it."""

import re

import pytest

from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.base.preferences import Preferences, save_preferences
from tests.app.running import Run

WRONG = {
    "dance": "'dance' kan niet",
    "check": "dit ontbreekt: --store",
    "check --store": "bij --store: hier hoort iets achter te staan",
    "check --store x.store --loud": "dit is onbekend: --loud",
    "demo --no-window=yes": "hier hoort niets achter te staan: 'yes'",
    "demo --seed one": "'one' is geen geheel getal",
    "print roster --store x.store --out x.pdf --week 2026-W54": "geen week zoals 2026-W48",
    "print requests --store x.store --out x.pdf --week 2026-W48": "--week past niet bij print",
}
ENGLISH = {"the", "error", "argument", "arguments", "usage", "show", "expected", "invalid", "store"}


def _words(text: str) -> set[str]:
    """Return the words that are no options and no names of files."""
    return set(re.findall(r"(?<![-\w.])\w+\b(?!\.)", text))


@pytest.mark.parametrize(("typed", "words"), WRONG.items())
def test_wrong_usage_is_told_in_dutch(run: Run, typed: str, words: str) -> None:
    told = run(*typed.split()).err.splitlines()[-1]
    assert words in told
    assert told.startswith("dorpssteunpunt")
    assert ": fout: " in told
    assert not _words(told) & ENGLISH


@pytest.mark.parametrize(
    "typed",
    ["", "demo", "new", "print", "export", "check", "roster", "roster propose", "roster solve"],
)
def test_help_is_in_the_language_of_the_interface(run: Run, typed: str) -> None:
    dutch = run(*typed.split(), "--help")
    assert dutch.status == 0
    assert dutch.out.startswith("gebruik: dorpssteunpunt")
    assert not _words(dutch.out) & ENGLISH
    save_preferences(Places.of_this_user().settings, Preferences(language="en"))
    english = run(*typed.split(), "--help")
    assert english.out.startswith("usage: dorpssteunpunt")
    assert "show this help message and exit" in english.out
