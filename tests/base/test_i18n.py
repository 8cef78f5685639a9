"""The language is chosen while the program runs and messages follow at once."""

import pytest

from dorpssteunpunt.base.i18n import _, current_language, current_locale, ngettext, use_language


def test_messages_follow_the_language_at_once() -> None:
    assert _("Good morning") == "Goedemorgen"
    use_language("en")
    assert _("Good morning") == "Good morning"
    use_language("nl")
    assert _("Good morning") == "Goedemorgen"


def test_the_locale_follows_the_language() -> None:
    assert (current_language(), str(current_locale())) == ("nl", "nl_NL")
    use_language("en")
    assert (current_language(), str(current_locale())) == ("en", "en_GB")


def test_a_message_without_translation_is_said_in_english() -> None:
    assert _("Only in the code") == "Only in the code"
    assert [ngettext("one duck", "many ducks", n) for n in (1, 2)] == ["one duck", "many ducks"]


def test_another_language_is_refused_and_the_old_one_stays() -> None:
    with pytest.raises(ValueError, match="unknown language: fr"):
        use_language("fr")
    assert current_language() == "nl"
