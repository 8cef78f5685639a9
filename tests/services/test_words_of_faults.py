"""Every refusal and circumstance has words of its own, in both languages."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import dorpssteunpunt.domain
import dorpssteunpunt.services
from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.services import faults
from dorpssteunpunt.services.words import in_words
from dorpssteunpunt.services.words.faults import wait_words

STORE = Path("/home/mieke/dorp/linde")
TROUBLES: tuple[Refusal | Circumstance, ...] = (
    faults.WrongPin(),
    faults.WrongPin(30),
    faults.WrongPassphrase(2),
    faults.WrongRecoveryCode(),
    faults.TooManyAttempts(90),
    faults.PinsFromElsewhere(),
    faults.DeviceSecretSilent(),
    faults.PassphraseMistyped((), 5),
    faults.PassphraseMistyped((2,), 5),
    faults.PassphraseMistyped((2, 4), 5),
    faults.RecoveryCodeMistyped((), 6),
    faults.RecoveryCodeMistyped((3,), 6),
    faults.RecoveryCodeMistyped((3, 6), 6),
    faults.SealNotOpened(),
    faults.UnsuitableEngine("SQLite 3.40.1"),
    faults.StoreNewer(STORE, "0099"),
    faults.PassphraseNotGiven(),
    faults.PaperNotWritten(STORE),
    *(kind(STORE) for kind in faults.StoreFault.__subclasses__() if kind is not faults.StoreNewer),
)


def _kinds(kind: type[Exception]) -> Iterator[type[Exception]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
def test_trouble_is_told_in_whole_sentences(trouble: Refusal | Circumstance, language: str) -> None:
    use_language(language)
    told = in_words(trouble)
    assert told[0].isupper() or told.startswith(str(STORE))
    assert told.endswith((".", "?"))
    assert "{" not in told
    assert len(told) < 320


def test_dutch_and_english_differ() -> None:
    use_language("nl")
    dutch = [in_words(trouble) for trouble in TROUBLES]
    use_language("en")
    english = [in_words(trouble) for trouble in TROUBLES]
    assert not set(dutch) & set(english)


def test_the_dutch_is_polite_and_plain() -> None:
    """No "je", no English and no words of engineers."""
    told = " ".join(in_words(trouble) for trouble in TROUBLES).lower()
    words = set(told.replace(".", " ").replace(",", " ").split())
    assert not words & {"je", "jij", "jouw", "error", "database", "backup", "passphrase", "store"}


def test_no_two_troubles_are_told_alike() -> None:
    told = [in_words(trouble) for trouble in TROUBLES]
    assert len(set(told)) == len(told)


def test_what_is_about_a_place_names_it() -> None:
    about_a_place = [trouble for trouble in TROUBLES if isinstance(trouble, faults.StoreFault)]
    silent = [
        type(trouble)
        for trouble in about_a_place
        if str(trouble.path.parent) not in in_words(trouble)
    ]
    assert silent == [faults.StoreBusy, faults.StoreInUse]


def test_every_refusal_and_circumstance_of_the_program_has_words() -> None:
    for package in (dorpssteunpunt.domain, dorpssteunpunt.services):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    bases = {faults.StoreFault}
    spoken = set(in_words.registry)
    told = {kind for base in (Refusal, Circumstance) for kind in _kinds(base)} - bases
    silent = {kind for kind in told if not spoken & set(kind.__mro__) - {object}}
    ours = {kind for kind in silent if kind.__module__.startswith("dorpssteunpunt.")}
    assert ours == set()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 seconde"), (30, "30 seconden"), (60, "60 seconden"), (61, "2 minuten")],
)
def test_a_wait_is_told_in_seconds_and_then_in_minutes(seconds: int, words: str) -> None:
    assert wait_words(seconds) == words
