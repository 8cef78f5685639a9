"""Stores of every release so far open in this version, with all that was in them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from dorpssteunpunt import __version__
from dorpssteunpunt.app.front_door import FrontDoor, front_door
from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.services import concerns, search, support_point
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.integrity import check_integrity, row_counts
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.migrate import known_revisions, revision
from tests.old_stores.make_store import FOLDER, make_store

STORES = sorted(FOLDER.glob("*.store"))
_GROWS = "audit_event"  # reading leaves a trace


@dataclass(frozen=True, slots=True)
class Old:
    """A copy of a store of an older version, and what was told of it."""

    door: FrontDoor
    told: dict[str, str]

    def counts(self) -> dict[str, int]:
        """Return how many rows each table had."""
        return {name: int(fact) for name, fact in self.told.items() if fact.isdigit()}


@pytest.fixture(params=STORES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    return _copied(request.param, tmp_path)


def _copied(kept: Path, folder: Path) -> Old:
    copy = folder / "copy" / kept.name
    copy.parent.mkdir()
    shutil.copyfile(kept, copy)
    shutil.copyfile(keys_beside(kept), keys_beside(copy))
    lines = kept.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    settings = folder / "settings"
    door = front_door(copy, settings, Device(settings, no_vault), SystemClock())
    return Old(door, dict(line.split(": ", 1) for line in lines))


def test_there_is_a_store_of_this_version() -> None:
    assert f"{__version__}.store" in [path.name for path in STORES]


def test_it_is_brought_up_to_date_and_loses_nothing(old: Old) -> None:
    premises = old.door.enter_with_passphrase(old.told["passphrase"])
    try:
        assert revision(premises.engine) == known_revisions()[-1]
        assert check_integrity(premises.engine) == ()
        with premises.engine.reading() as connection:
            now = row_counts(connection)
    finally:
        premises.leave()
    assert {name: now[name] for name in old.counts()} == old.counts()


def test_its_words_are_found_and_its_signals_open(old: Old) -> None:
    premises = old.door.enter_with_passphrase(old.told["passphrase-supporter"])
    try:
        desk = premises.desk
        found = search.search(desk, "dorde")
        assert [person.name.full for person in found.people] == ["Đorđe Nguyễn"]
        assert [line.what for line in found.requests] == ["Naar de opticien"]
        assert len(search.search(desk, "bakker").entries) == 1
        signals = concerns.escalations_between(desk, None, None)
        assert [signal.text.observed for signal in signals if signal.text] == [
            "Twee schoenen",
            "De deur bleef dicht",
        ]
        assert [note.text for note in signals[0].notes] == ["Gebeld met de huisarts", "Ik ga langs"]
    finally:
        premises.leave()


def test_its_day_parts_are_when_their_hours_are(old: Old) -> None:
    premises = old.door.enter_with_passphrase(old.told["passphrase"])
    try:
        dayparts = support_point.settings(premises.desk).dayparts
    finally:
        premises.leave()
    told = {one.name: one.time_of_day for one in dayparts}
    assert told == {
        "Ochtend": TimeOfDay.MORNING,
        "Middag": TimeOfDay.AFTERNOON,
        "Avond": TimeOfDay.EVENING,
    }


def test_opened_a_second_time_it_is_as_it_was(old: Old) -> None:
    for _ in range(2):
        premises = old.door.enter_with_passphrase(old.told["passphrase"])
        try:
            with premises.engine.reading() as connection:
                counts = row_counts(connection)
        finally:
            premises.leave()
        assert counts[_GROWS] == old.counts()[_GROWS]


def test_a_store_made_by_this_version_has_a_row_in_every_table(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    made = _copied(make_store(folder), tmp_path)
    assert [name for name, count in made.counts().items() if not count] == []
