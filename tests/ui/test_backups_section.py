"""Backups among the settings: how the store is, where copies go, and who sees it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dorpssteunpunt.services import safekeeping
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import ElsewhereAway
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.backups import BackupsSection
from dorpssteunpunt.ui.rooms.settings.screen import SettingsScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import Village

Enter = Callable[[Desk], Visitor]


@pytest.fixture
def enter(
    workplace: Callable[[Desk], Workplace], opened: Callable[[Screen], Screen], qtbot: QtBot
) -> Enter:
    """Let whoever sits at a desk into the settings."""
    return lambda desk: Visitor(opened(SettingsScreen(workplace(desk))), qtbot)


def _section(visitor: Visitor) -> BackupsSection:
    (section,) = visitor.screen.findChildren(BackupsSection)
    return section


def test_the_health_of_the_store_is_shown_and_grows_with_what_is_done(
    village: Village, enter: Enter, told: Told
) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Reservekopieën")
    visitor.wait_for("Hoe het met de gegevens gaat")
    assert visitor.says("nog niet op deze computer")
    assert visitor.says("nog geen: niemand heeft hier een pincode") or visitor.says(
        "in een bestand"
    )
    visitor.press("Nu een reservekopie maken")
    visitor.wait_for("1 reservekopie")
    visitor.press("Nu controleren")
    visitor.settle()
    assert told.notices == ["De reservekopie is gemaakt.", "De gegevens zijn heel."]
    assert not visitor.says("nog niet op deze computer")


def test_a_place_for_copies_is_chosen_used_and_left(
    village: Village, enter: Enter, told: Told, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    visitor = enter(village.supporter)
    visitor.press("Reservekopieën")
    visitor.wait_for("geen kopieën")
    _section(visitor).choose_folder(usb)
    visitor.wait_for(str(usb))
    visitor.wait_for("op dezelfde schijf als de gegevens")  # a test has one disk only
    assert len(list(usb.glob("*.store"))) == 1
    village.clock.moment += timedelta(hours=1)
    visitor.press("Nu kopiëren")
    visitor.settle()
    assert len(list(usb.glob("*.store"))) == 2
    visitor.press("Geen kopieën meer maken…")
    visitor.press("Geen kopieën meer maken")
    visitor.wait_until_closed()
    visitor.wait_for("geen kopieën")
    assert len(list(usb.glob("*.store"))) == 2


def test_a_place_that_is_away_is_told(
    village: Village, enter: Enter, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Reservekopieën")
    visitor.wait_for("geen kopieën")
    with qtbot.waitSignal(tasks.troubled) as troubled:
        _section(visitor).choose_folder(tmp_path / "nowhere")
    assert isinstance(troubled.args[0], ElsewhereAway)
    assert safekeeping.health(village.coordinator).elsewhere is None


def test_putting_back_leaves_the_rooms(village: Village, enter: Enter, told: Told) -> None:
    visitor = enter(village.coordinator)
    visitor.press("Reservekopieën")
    visitor.wait_for("Hoe het met de gegevens gaat")
    visitor.press("Reservekopie terugzetten…")
    assert told.restores == 1


def test_a_desk_worker_sees_nothing_of_it(village: Village, enter: Enter) -> None:
    assert not enter(village.desk_worker()).can_press("Reservekopieën")
