"""The key file: nothing to read in it, whole or not at all, and damage told from a wrong PIN."""

import re
import stat
from pathlib import Path

import pytest

from dorpssteunpunt.services.faults import KeysDamaged, KeysMissing, StoreExists
from dorpssteunpunt.services.ports import Lobby
from dorpssteunpunt.store.key_file import KeyFile, Slot, SlotKind
from dorpssteunpunt.store.keys import IssuedKeys, Keys
from tests.stores import CHEAP, COORDINATOR, SUPPORTER, VOLUNTEER, posix_only


def _furnish(keys: Keys, issued: IssuedKeys) -> None:
    """Put everything in the key file that it ever holds."""
    keys.set_pin(issued.coordinator, VOLUNTEER, "482913")
    names = {VOLUNTEER: "Willemijn K.", COORDINATOR: "Łukasz W."}
    keys.furnish_lobby(Lobby("De Linde", "Heusden", names, ()))


def test_a_key_file_shows_no_word_but_its_tag(keys: Keys, issued: IssuedKeys) -> None:
    _furnish(keys, issued)
    content = keys.path.read_bytes()
    tag, rest = content.split(b"\n", 1)
    assert re.fullmatch(rb"[a-z0-9-]+", tag)
    secrets = [issued.passphrase, issued.passphrase_supporter, issued.recovery_code]
    words = [word for secret in secrets for word in re.split(r"\W", secret)]
    for word in (*words, "Willemijn", "Łukasz", "Linde", "Heusden", "482913"):
        if len(word) > 3:  # three bytes may stand in random bytes by chance
            assert word.lower().encode() not in rest.lower()


@posix_only
def test_a_key_file_is_for_its_owner_only(keys: Keys, issued: IssuedKeys) -> None:
    _furnish(keys, issued)
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600


def test_a_key_file_reads_back_as_it_was_written(tmp_path: Path) -> None:
    slots = tuple(
        Slot(kind, account, bytes([account]) * 40, CHEAP, bytes(range(16)), bytes(range(8)))
        for account, kind in enumerate(SlotKind, start=1)
    )
    file = KeyFile.new().having(*slots)
    file.write(tmp_path / "keys")
    assert KeyFile.read(tmp_path / "keys") == file


def test_every_cut_and_every_changed_byte_is_seen(keys: Keys, issued: IssuedKeys) -> None:
    whole = keys.path.read_bytes()
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        for broken in (changed, whole[:at]):
            keys.path.write_bytes(broken)
            with pytest.raises(KeysDamaged):
                KeyFile.read(keys.path)


def test_damage_is_not_called_a_wrong_passphrase(keys: Keys, issued: IssuedKeys) -> None:
    keys.path.write_bytes(keys.path.read_bytes()[:-1])
    with pytest.raises(KeysDamaged) as told:
        keys.open_with_passphrase(issued.passphrase)
    assert told.value.path == keys.path


def test_a_missing_key_file_is_told_by_its_name(keys: Keys, issued: IssuedKeys) -> None:
    keys.path.unlink()
    with pytest.raises(KeysMissing) as told:
        keys.open_with_passphrase(issued.passphrase)
    assert told.value.path == keys.path


def test_existing_keys_are_never_written_over(keys: Keys, issued: IssuedKeys) -> None:
    before = keys.path.read_bytes()
    with pytest.raises(StoreExists):
        keys.issue(COORDINATOR, SUPPORTER, CHEAP)
    assert keys.path.read_bytes() == before


def test_keys_are_not_made_beside_a_store_without_keys(keys: Keys, path: Path) -> None:
    path.write_bytes(b"whatever it is")
    with pytest.raises(StoreExists):
        keys.issue(COORDINATOR, SUPPORTER, CHEAP)
    assert not keys.path.exists()


def test_slots_of_another_store_do_not_open_this_one(
    keys: Keys, issued: IssuedKeys, path: Path
) -> None:
    theirs = KeyFile.read(keys.path)
    moved = KeyFile.new().having(*theirs.slots)
    moved.write(keys.path)
    assert keys.public_keys(issued.coordinator) == {}


def test_no_draft_is_left_beside_the_keys(keys: Keys, issued: IssuedKeys) -> None:
    _furnish(keys, issued)
    assert [file.name for file in keys.path.parent.iterdir()] == [keys.path.name]
