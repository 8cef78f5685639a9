"""Backups, copies elsewhere, the daily check and restoring, as the services do them."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.app.entrance import Entrances
from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.services import accounts, handover, help_requests, safekeeping
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import (
    BackupDamaged,
    ElsewhereAway,
    NoElsewhere,
    StoreDamaged,
    WrongPassphrase,
)
from dorpssteunpunt.services.handover import EntryDraft
from dorpssteunpunt.services.restoring import backups_to_restore, restore, restore_keys
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.key_file import keys_beside
from tests.village import CHEAP, Village


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    stick = tmp_path / "usb stick"
    stick.mkdir()
    return stick


def _doors(village: Village, settings: Path) -> Entrances:
    return Entrances(settings, Device(settings, no_vault), village.clock, CHEAP)


# ---------------------------------------------------------------- who may

STEPS: list[Callable[[Desk], object]] = [
    safekeeping.health,
    safekeeping.copy_elsewhere,
    lambda desk: safekeeping.choose_elsewhere(desk, None),
]


@pytest.mark.parametrize("step", STEPS)
def test_where_copies_go_is_not_for_a_desk_worker(
    village: Village, step: Callable[[Desk], object]
) -> None:
    with pytest.raises(NotAllowed):
        step(village.desk_worker())


def test_a_desk_worker_closes_the_program_with_a_backup_and_examines_the_store(
    village: Village,
) -> None:
    ria = village.desk_worker()
    assert safekeeping.back_up(ria).backup == village.clock.now()
    safekeeping.check_when_due(ria)
    assert safekeeping.health(village.coordinator).checked == village.clock.now()


# ---------------------------------------------------------------- copies elsewhere


def test_the_first_copy_is_made_at_once_and_each_backup_brings_another(
    village: Village, usb: Path
) -> None:
    desk = village.coordinator
    safekeeping.choose_elsewhere(desk, usb)
    village.clock.moment += timedelta(hours=1)
    kept = safekeeping.back_up(desk)
    assert kept.copied == village.clock.now()
    assert len(list(usb.glob("*.store"))) == len(list(usb.glob("*.store.keys"))) == 2
    health = safekeeping.health(desk)
    assert (health.elsewhere, health.elsewhere_is_there) == (usb, True)
    assert [file.elsewhere for file in health.backups].count(True) == 2


def test_a_stick_that_was_taken_out_is_no_reason_to_make_no_backup(
    village: Village, usb: Path
) -> None:
    desk = village.coordinator
    safekeeping.choose_elsewhere(desk, usb)
    usb.rename(usb.with_name("in a drawer"))
    village.clock.moment += timedelta(days=8)
    kept = safekeeping.back_up(desk)
    assert kept.backup == village.clock.now()
    assert kept.days_without_copy == 8
    assert not usb.exists()  # no folder is made where a disk should be
    with pytest.raises(ElsewhereAway):
        safekeeping.copy_elsewhere(desk)
    assert not safekeeping.health(desk).elsewhere_is_there


def test_a_place_that_cannot_be_used_is_not_remembered(village: Village, tmp_path: Path) -> None:
    with pytest.raises(ElsewhereAway):
        safekeeping.choose_elsewhere(village.coordinator, tmp_path / "nowhere")
    assert safekeeping.health(village.coordinator).elsewhere is None


def test_without_a_place_no_copy_can_be_asked_for(village: Village) -> None:
    with pytest.raises(NoElsewhere):
        safekeeping.copy_elsewhere(village.coordinator)


def test_who_never_copied_is_told_after_a_week(village: Village) -> None:
    desk = village.coordinator
    assert safekeeping.back_up(desk).days_without_copy == 0
    village.clock.moment += timedelta(days=10)
    assert safekeeping.kept(desk).days_without_copy == 10


# ---------------------------------------------------------------- examining


def test_the_store_is_examined_once_a_day(village: Village) -> None:
    desk = village.coordinator
    first = village.clock.now()
    safekeeping.check_when_due(desk)
    village.clock.moment += timedelta(hours=3)
    safekeeping.check_when_due(desk)
    assert safekeeping.health(desk).checked == first
    village.clock.moment += timedelta(days=1)
    safekeeping.check_when_due(desk)
    assert safekeeping.health(desk).checked == village.clock.now()


def test_damage_is_told_and_not_remembered_as_whole(village: Village) -> None:
    desk = village.coordinator
    safekeeping.check(desk)  # all that was written is in the file now
    path = village.door.path
    content = bytearray(path.read_bytes())
    content[-300] ^= 1
    path.write_bytes(content)
    village.clock.moment += timedelta(days=2)
    with pytest.raises(StoreDamaged):
        safekeeping.check_when_due(desk)
    assert safekeeping.health(desk).checked != village.clock.now()
    content[-300] ^= 1
    path.write_bytes(content)


def test_a_clock_that_went_back_is_told_and_the_order_stays(village: Village) -> None:
    desk = village.coordinator
    assert safekeeping.clock_is_behind(desk) is None
    village.clock.moment += timedelta(days=30)
    safekeeping.choose_elsewhere(desk, None)
    wrong = village.clock.now()
    village.clock.moment -= timedelta(days=30)
    assert safekeeping.clock_is_behind(desk) == wrong
    safekeeping.choose_elsewhere(desk, None)  # the last line is of a day before the one above
    assert safekeeping.clock_is_behind(desk) is None


# ---------------------------------------------------------------- restoring


def test_what_is_in_each_backup_is_seen_before_one_is_put_back(village: Village) -> None:
    desk = village.coordinator
    safekeeping.back_up(desk)
    village.clock.moment += timedelta(hours=1)
    village.resident("Zoë van 't Hof")
    safekeeping.back_up(desk)
    shelf = village.door.enter_with_passphrase(village.issued.passphrase).shelf()
    contents = backups_to_restore(shelf)
    assert [content.counts["person"] for content in contents] == [3, 2]


def test_a_desk_worker_puts_nothing_back(village: Village) -> None:
    ria = village.desk_worker()
    accounts.set_pin(village.coordinator, ria.actor.id, "271828")
    safekeeping.back_up(ria)
    premises = village.door.enter_with_pin(ria.actor.id, "271828")
    shelf = premises.shelf()
    backup = shelf.files[0].path
    premises.leave()
    for step in (
        backups_to_restore,
        lambda s: restore(s, backup),
        lambda s: restore_keys(s, backup),
    ):
        with pytest.raises(NotAllowed):
            step(shelf)


@pytest.mark.parametrize("way", ["passphrase", "recovery code", "pin"])
def test_a_backup_opens_with_each_secret_of_its_moment(
    village: Village, tmp_path: Path, way: str
) -> None:
    accounts.set_pin(village.coordinator, village.coordinator.actor.id, "271828")
    safekeeping.back_up(village.coordinator)
    door = _doors(village, tmp_path / "settings").door(village.door.path)
    backup = door.backup_door(door.backups()[0].path)
    shelf = {
        "passphrase": lambda: backup.open_with_passphrase(village.issued.passphrase_supporter),
        "recovery code": lambda: backup.open_with_recovery_code(village.issued.recovery_code),
        "pin": lambda: backup.open_with_pin(village.coordinator.actor.id, "271828"),
    }[way]()
    assert [content.counts["person"] for content in backups_to_restore(shelf)] == [2]


def test_a_wrong_secret_opens_no_backup_and_is_counted_like_any_other(
    village: Village, tmp_path: Path
) -> None:
    safekeeping.back_up(village.coordinator)
    door = _doors(village, tmp_path / "settings").door(village.door.path)
    backup = door.backup_door(door.backups()[0].path)
    wrong = " ".join(reversed(village.issued.passphrase.split()))
    for _ in range(5):
        with pytest.raises(WrongPassphrase) as told:
            backup.open_with_passphrase(wrong)
    assert told.value.wait_seconds > 0


def test_on_a_fresh_computer_the_stick_and_the_paper_are_enough(
    village: Village, usb: Path, tmp_path: Path
) -> None:
    village.resident("Zoë van 't Hof")
    safekeeping.choose_elsewhere(village.coordinator, usb)
    (copy,) = usb.glob("*.store")
    fresh = tmp_path / "fresh computer"
    place = fresh / "data" / "dorpssteunpunt.store"
    door = _doors(village, fresh / "settings").door(place)
    assert list(door.backups()) == []
    shelf = door.backup_door(copy).open_with_recovery_code(village.issued.recovery_code)
    (content,) = backups_to_restore(shelf)
    assert restore(shelf, content.file.path) is None
    door.approach()
    recovered = door.recover(village.issued.recovery_code)
    with recovered.visit.desk.store.reading() as uow:
        assert uow.support_point.support_point().name == "De Linde"
    recovered.visit.leave()
    door.enter_with_passphrase(recovered.passphrase).leave()
    door.walk_away()


def test_a_damaged_backup_says_so_when_it_is_opened(village: Village, tmp_path: Path) -> None:
    safekeeping.back_up(village.coordinator)
    door = _doors(village, tmp_path / "settings").door(village.door.path)
    file = door.backups()[0].path
    file.write_bytes(bytes(16384))
    with pytest.raises(BackupDamaged):
        door.backup_door(file).open_with_passphrase(village.issued.passphrase)


def test_lost_keys_come_back_from_a_backup_and_the_store_stays_as_it_is(
    village: Village, tmp_path: Path
) -> None:
    safekeeping.back_up(village.coordinator)
    village.resident("Zoë van 't Hof")
    keys_beside(village.door.path).unlink()
    door = _doors(village, tmp_path / "settings").door(village.door.path)
    file = door.backups()[0].path
    shelf = door.backup_door(file).open_with_passphrase(village.issued.passphrase)
    assert shelf.lacks_only_keys()
    restore_keys(shelf, file)
    assert not shelf.lacks_only_keys()
    door.walk_away()
    premises = door.enter_with_passphrase(village.issued.passphrase)
    with premises.engine.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 3
    premises.leave()


def test_what_is_written_after_the_clock_went_back_still_comes_last(village: Village) -> None:
    desk = village.coordinator
    for number, hours in enumerate((0, -3, 5)):
        village.clock.moment += timedelta(hours=hours)
        draft = EntryDraft(level=Level.STABLE, situation=f"bericht {number}")
        handover.write_entry(desk, draft)
        kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
        resident = NewResident(name=f"Zoë {number}", phone="0493 691 234")
        draft_request = RequestDraft(new_resident=resident, kind_id=kind, what=f"vraag {number}")
        help_requests.record_request(desk, draft_request)
    page = handover.log(desk, None, 10)
    assert [row.situation for row in page.rows] == ["bericht 2", "bericht 1", "bericht 0"]
    with desk.store.reading() as uow:
        written = uow.audit.last_moment()
    assert written == village.clock.now()
