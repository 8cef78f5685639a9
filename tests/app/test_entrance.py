"""The doors of stores as the window uses them, on real stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dorpssteunpunt.app.entrance import Entrance, Entrances
from dorpssteunpunt.domain.accounts import PinTooSimple
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services import accounts, safekeeping
from dorpssteunpunt.services.faults import (
    RecoveryCodeMistyped,
    StoreExists,
    StoreInUse,
    StoreMissing,
    WrongPassphrase,
)
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.store.device_secret import Device, no_vault
from tests.village import CHEAP, Village

PIN = "271828"


@pytest.fixture
def doors(village: Village, tmp_path: Path) -> Entrances:
    """The doors of the computer on which the village was founded."""
    settings = tmp_path / "settings"
    return Entrances(settings, Device(settings, no_vault), village.clock, CHEAP)


@pytest.fixture
def door(doors: Entrances, village: Village) -> Iterator[Entrance]:
    """The door of the village's own store."""
    door = doors.door(village.door.path)
    yield door
    door.walk_away()


def _founding() -> Founding:
    return Founding(
        support_point=SupportPoint(name="De Schakel", village="Ravels"),
        coordinator=parse_name("Zoë de Bruijn"),
        supporter=parse_name("Łukasz Nowak"),
        dayparts=default_dayparts(),
    )


def test_a_new_computer_sees_no_names_but_the_national_numbers(door: Entrance) -> None:
    porch = door.approach()
    assert porch.lobby.names == {}
    assert porch.lobby.emergency_numbers[0].number == "112"


def test_who_came_in_by_passphrase_leaves_the_names_at_the_door(
    door: Entrance, village: Village
) -> None:
    door.enter_with_passphrase(village.issued.passphrase).leave()
    porch = door.approach()
    assert porch.lobby.support_point == "De Linde"
    assert set(porch.lobby.names.values()) == {"Mieke C.", "Anouk V."}
    assert porch.with_pin == frozenset()


def test_another_computer_does_not_see_what_stands_at_this_door(
    door: Entrance, village: Village, tmp_path: Path
) -> None:
    door.enter_with_passphrase(village.issued.passphrase).leave()
    door.approach()
    door.walk_away()
    elsewhere = tmp_path / "elsewhere"
    other = Entrances(elsewhere, Device(elsewhere, no_vault), village.clock).door(door.path)
    lobby = other.approach().lobby
    other.walk_away()
    assert (lobby.support_point, lobby.names) == ("", {})


def test_only_one_window_holds_a_store(doors: Entrances, door: Entrance) -> None:
    door.approach()
    second = doors.door(door.path)
    with pytest.raises(StoreInUse):
        second.approach()
    door.walk_away()
    second.approach()
    second.walk_away()


def test_the_recovery_code_gives_the_coordinator_a_new_passphrase(
    door: Entrance, village: Village
) -> None:
    recovered = door.recover(village.issued.recovery_code.lower().replace("-", " "))
    assert recovered.visit.desk.actor.name.full == "Mieke Claessens"
    accounts.set_pin(recovered.visit.desk, recovered.visit.desk.actor.id, PIN)
    recovered.visit.leave()
    with pytest.raises(WrongPassphrase):
        door.enter_with_passphrase(village.issued.passphrase)
    door.enter_with_passphrase(recovered.passphrase).leave()
    door.enter_with_pin(1, PIN).leave()


def test_the_supporters_own_code_gives_back_what_was_sealed_to_them(
    door: Entrance, village: Village
) -> None:
    box = village.coordinator.seals.seal("gezien aan de deur", 2, "concern 1")
    recovered = door.recover(village.issued.recovery_code_supporter)
    recovered.visit.leave()
    visit = door.enter_with_passphrase(recovered.passphrase)
    assert visit.desk.actor.name.full == "Anouk Verhoeven"
    assert visit.desk.seals.unseal(box, "concern 1") == "gezien aan de deur"
    visit.leave()


def test_secrets_drawn_before_founding_are_those_of_the_store(
    doors: Entrances, tmp_path: Path
) -> None:
    path = tmp_path / "schakel.store"
    drawn = doors.draw_secrets()
    visit = doors.found(path, _founding(), drawn, PIN)
    assert visit.desk.actor.name.full == "Zoë de Bruijn"
    visit.leave()
    door = doors.door(path)
    assert door.approach().with_pin == {1}
    door.enter_with_pin(1, PIN).leave()
    door.enter_with_passphrase(drawn.passphrase_supporter).leave()
    door.recover(drawn.recovery_code).visit.leave()
    door.walk_away()


def test_a_founding_that_fails_leaves_nothing_behind(doors: Entrances, tmp_path: Path) -> None:
    path = tmp_path / "new" / "schakel.store"
    path.parent.mkdir()
    with pytest.raises(PinTooSimple):
        doors.found(path, _founding(), doors.draw_secrets(), "1234")
    with pytest.raises(StoreMissing):
        doors.door(path).approach()
    assert list(path.parent.iterdir()) == []


def test_a_store_is_never_founded_over_another(doors: Entrances, village: Village) -> None:
    with pytest.raises(StoreExists):
        doors.found(village.door.path, _founding(), doors.draw_secrets(), PIN)


def test_a_code_typed_back_wrongly_names_the_group(doors: Entrances) -> None:
    code, other = (doors.draw_secrets().recovery_code for _ in range(2))
    doors.check_typed_back(f" {code.lower()} ", code)
    mixed = "-".join([*code.split("-")[:5], other.split("-")[5]])
    with pytest.raises(RecoveryCodeMistyped) as mistyped:
        doors.check_typed_back(mixed, code)
    assert mistyped.value.groups == (6,)


def test_the_last_backup_is_known(door: Entrance, village: Village) -> None:
    visit = door.enter_with_passphrase(village.issued.passphrase)
    assert safekeeping.kept(visit.desk).backup is None
    made = safekeeping.back_up(visit.desk)
    assert safekeeping.kept(visit.desk) == made
    assert made.backup == village.clock.now()
    visit.leave()
