"""What this computer remembers of its users' taste survives, and never stands in the way."""

from pathlib import Path

import pytest

from dorpssteunpunt.base.preferences import Preferences, load_preferences, save_preferences


def test_preferences_are_remembered(tmp_path: Path) -> None:
    chosen = Preferences(language="en", last_store="/usb/linde.store")
    save_preferences(tmp_path / "settings", chosen)
    assert load_preferences(tmp_path / "settings") == chosen


def test_a_first_start_has_the_usual_preferences(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize(
    "text",
    ["", "no json", "[1, 2]", '{"language": "fy"}', '{"language": ["nl"]}', '{"language": 900}'],
)
def test_a_damaged_file_counts_as_nothing_remembered(text: str, tmp_path: Path) -> None:
    save_preferences(tmp_path, Preferences(language="en"))
    next(tmp_path.iterdir()).write_text(text, encoding="utf-8")
    assert load_preferences(tmp_path) == Preferences()


def test_bytes_that_are_no_text_count_as_nothing_remembered(tmp_path: Path) -> None:
    save_preferences(tmp_path, Preferences())
    next(tmp_path.iterdir()).write_bytes(b"\xff\xfe\x00")
    assert load_preferences(tmp_path) == Preferences()


def test_what_a_newer_version_remembers_is_passed_over(tmp_path: Path) -> None:
    save_preferences(tmp_path, Preferences())
    next(tmp_path.iterdir()).write_text('{"language": "en", "sound": "bell"}', encoding="utf-8")
    assert load_preferences(tmp_path) == Preferences(language="en")


def test_saving_leaves_one_file(tmp_path: Path) -> None:
    for language in ("en", "nl"):
        save_preferences(tmp_path, Preferences(language=language))
    assert len(list(tmp_path.iterdir())) == 1
