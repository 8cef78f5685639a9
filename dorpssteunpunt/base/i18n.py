"""The language of the interface, chosen while the program runs.

Messages are looked up at the moment they are asked for, so nothing may be translated at
import time. The English catalogue is empty on purpose: what it lacks is said with the English
of the message itself.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, Final

from dorpssteunpunt.base.paths import resource

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES: Final = ("nl", "en")
# English formats follow Britain: Monday first, day before month, a 24-hour clock.
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


class _Speech:
    """The one language in use, and its catalogue."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue = NullTranslations()


_speech = _Speech()


def use_language(language: str) -> None:
    """Speak `language` ("nl" or "en") from now on.

    Raises `ValueError` for another language and `FileNotFoundError` when its catalogue is
    not there.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    _speech.catalogue = _catalogue(language)
    _speech.language = language


@cache
def _catalogue(language: str) -> GNUTranslations:
    with resource("locale", language, "LC_MESSAGES", "dorpssteunpunt.mo").open("rb") as compiled:
        return GNUTranslations(compiled)


def current_language() -> str:
    """Return the code of the language in use."""
    return _speech.language


def current_locale() -> "Locale":
    """Return the locale by which dates, numbers and amounts are written."""
    # Imported here: words come before dates, and no first paint waits for Babel.
    from babel import Locale

    return Locale.parse(_LOCALES[_speech.language])


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _speech.catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return `one` or `many` in the language in use, as the count `n` asks."""
    return _speech.catalogue.ngettext(one, many, n)
