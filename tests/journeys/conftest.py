"""What the journeys share: a support point on this computer, and the program that starts."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.main import get_ready, make_application, make_reception
from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.services.ports import FirstSecrets
from tests.journeys.person import MIEKES_PIN, RIAS_PIN, Person
from tests.village import CHEAP

MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)


class Start(Protocol):
    """Starts the program as its user does."""

    def __call__(self, store: Path | None = None, clock: FixedClock | None = None) -> Person:
        """Open the window on a store, or on the usual one."""
        ...


@pytest.fixture
def places() -> Places:
    return Places.of_this_user()


@pytest.fixture
def start(
    places: Places, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the program as its user does; it is closed at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = QSettings.defaultFormat()
    started: list[Person] = []

    def begin(store: Path | None = None, clock: FixedClock | None = None) -> Person:
        make_application(places)
        reception = make_reception(places, clock or FixedClock(MORNING), CHEAP)
        person = Person(reception, qtbot)
        started.append(person)
        reception.window.resize(1366, 768)
        reception.begin(store)
        with qtbot.waitExposed(reception.window):
            reception.window.show()
        return person

    yield begin
    for person in started:
        if person.reception.window.isVisible():
            person.closes(losing_drafts=True)
    close_log()
    QSettings.setDefaultFormat(before)


@pytest.fixture
def secrets(places: Places, qapp: QApplication) -> FirstSecrets:
    """A support point on this computer, where Mieke and Ria have a PIN."""
    doors = get_ready(places, FixedClock(MORNING), CHEAP).doors
    drawn = doors.draw_secrets()
    founding = Founding(
        support_point=SupportPoint(name="De Linde", village="Heusden"),
        coordinator=parse_name("Mieke Claessens"),
        supporter=parse_name("Anouk Verhoeven"),
        dayparts=default_dayparts(),
    )
    visit = doors.found(places.default_store(), founding, drawn, MIEKES_PIN)
    ria = accounts.NewAccount(Role.DESK_WORKER, name=parse_name("Ria van den Berg"))
    accounts.add_desk_account(visit.desk, ria, RIAS_PIN)
    visit.leave()
    return drawn
