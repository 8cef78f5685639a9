"""What the journeys share: a support point on this computer, and the program that starts."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.main import get_ready, make_application, make_reception
from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.accounts import Role
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.people import CertificateStatus, Volunteer
from dorpssteunpunt.domain.people import Person as Neighbour
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services import accounts
from dorpssteunpunt.services.door import Doors
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.services.ports import FirstSecrets
from tests.journeys.person import ANOUKS_PIN, MIEKES_PIN, RIAS_PIN, Person
from tests.village import CHEAP

MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
_LONG_AGO = date(2024, 1, 8)
_IN_ORDER: dict[str, Any] = {
    "since": _LONG_AGO,
    "kinds": frozenset(range(1, 11)),
    "certificate": CertificateStatus.SEEN,
    "certificate_seen_on": _LONG_AGO,
    "agreement_on": _LONG_AGO,
    "code_of_conduct_on": _LONG_AGO,
    "availability": {
        (weekday, part): AvailabilityLevel.CAN for weekday in range(1, 7) for part in (1, 2, 3)
    },
}


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
        notices_bugs = sys.excepthook
        make_application(places)
        sys.excepthook = notices_bugs  # so that a bug fails the journey
        reception = make_reception(places, clock or FixedClock(MORNING), CHEAP)
        person = Person(reception)
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
def doors(places: Places, qapp: QApplication) -> Doors:
    """The doors of this computer, behind which there is no support point yet."""
    return get_ready(places, FixedClock(MORNING), CHEAP).doors


@pytest.fixture
def secrets(places: Places, doors: Doors) -> FirstSecrets:
    """A support point on this computer, where Mieke and Ria have a PIN."""
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


@pytest.fixture
def neighbours(places: Places, doors: Doors, secrets: FirstSecrets) -> None:
    """The same support point with volunteers for the desk, where Anouk has a PIN as well."""
    door = doors.door(places.default_store())
    visit = door.enter_with_passphrase(secrets.passphrase_supporter)
    accounts.set_pin(visit.desk, visit.desk.actor.id, ANOUKS_PIN)
    with visit.desk.store.writing() as uow:
        for name in ("Els Smeets", "Henk Mulder", "Łukasz Nowak", "Zoë Kuipers"):
            person = uow.people.save(Neighbour(name=parse_name(name), phone="+31612345678"))
            uow.people.save_volunteer(Volunteer(person_id=person, **_IN_ORDER))
    visit.leave()
    door.walk_away()
