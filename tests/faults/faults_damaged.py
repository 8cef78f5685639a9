"""A store that was cut, or of which one bit changed: told plainly, and never replaced."""

from pathlib import Path
from random import Random

import pytest

from dorpssteunpunt.app import cli
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.services.faults import StoreDamaged
from dorpssteunpunt.store.engine import open_engine
from dorpssteunpunt.store.integrity import check_integrity
from dorpssteunpunt.store.store_file import PAGE_BYTES
from tests.faults.conftest import Founded, Killer, Tell
from tests.faults.writers import record_requests

FLIPS = 500


@pytest.fixture
def filled(founded: Founded, killer: Killer) -> Founded:
    """A support point where some help was asked."""
    killer.kill(record_requests, founded.path, founded.passphrase, 0, after=61, within=0.0)
    founded.door.enter_with_passphrase(founded.passphrase).leave()
    return founded


@pytest.fixture(autouse=True)
def _key_and_log(founded: Founded, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("DORPSSTEUNPUNT_PASSPHRASE", founded.passphrase)
    yield None
    close_log()


def test_cut_at_or_beside_every_page_it_is_told_in_one_line(
    filled: Founded, tmp_path: Path, capfd: pytest.CaptureFixture[str], tell: Tell
) -> None:
    whole = filled.path.read_bytes()
    cuts = [
        boundary + off
        for boundary in range(0, len(whole) + 1, PAGE_BYTES)
        for off in (-1, 0, 1)
        if 0 <= boundary + off < len(whole)
    ]
    paper = tmp_path / "paper.pdf"
    commands = (["check"], ["print", "roster", "--out", str(paper)])
    for number, cut in enumerate(cuts):
        filled.path.write_bytes(whole[:cut])
        command = commands[number % 2]
        assert cli.main([*command, "--store", str(filled.path)]) == 1
        said = capfd.readouterr()
        (line,) = said.err.splitlines()
        assert str(filled.path) in line
        assert filled.path.read_bytes() == whole[:cut]
        assert not paper.exists()
    filled.path.unlink()
    assert cli.main(["check", "--store", str(filled.path)]) == 1
    assert not filled.path.exists()
    tell(f"{len(cuts)} cuts at or beside a page: each one clear line, no new store")


def test_five_hundred_flipped_bits_are_all_found(
    filled: Founded, killer: Killer, tell: Tell
) -> None:
    whole = filled.path.read_bytes()
    chance: Random = killer.chance
    at_once = 0
    for _ in range(FLIPS):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        filled.path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        try:
            damaged = open_engine(filled.path, filled.data_key)
        except StoreDamaged:
            at_once += 1
            continue
        assert check_integrity(damaged) != ()
        damaged.close()
    filled.path.write_bytes(whole)
    again = open_engine(filled.path, filled.data_key)
    assert check_integrity(again) == ()
    again.close()
    tell(f"{FLIPS} flipped bits: {at_once} seen on opening, {FLIPS - at_once} by the check")
