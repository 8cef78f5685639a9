"""Plays a day in the demo village through the real window, where there is no screen to look at.

A desk worker signs in by PIN, goes round the rooms, records a request, hands something over and
passes on a signal; the village supporter signs in and reads it. A picture of each screen and the
four papers stay in a folder.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.app.demo.standing import DemoVillage
from dorpssteunpunt.app.main import make_application, make_reception
from dorpssteunpunt.app.screen import offscreen_without_remarks
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services import help_requests
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews import escalations, handover, requests, roster
from dorpssteunpunt.services.overviews.papers import HandoverOverview, Overview
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.person_field import PersonHit
from dorpssteunpunt.ui.shell.sign_in.name_choice import NameList
from dorpssteunpunt.ui.shell.sign_in.pin_field import PinField

_SIZE: Final = (1366, 768)
_LONGEST: Final = 30_000  # milliseconds that anything on this day may take
_GLANCE: Final = 50  # milliseconds between two looks
_SETTLING: Final = 400  # milliseconds in which a screen takes its place

Part = TypeVar("Part", bound=QWidget)


def play_day(places: Places, village: DemoVillage, folder: Path) -> int:
    """Play the day and say where its pictures and papers are; a second day replaces the first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(places)
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.png"), *folder.glob("*.pdf")):
        old.unlink()
    with offscreen_without_remarks():
        _Day(places, village, folder).play()
    pictures, papers = len([*folder.glob("*.png")]), len([*folder.glob("*.pdf")])
    if sys.stdout is not None:
        print(
            _(
                "There is no screen, so a day was played: {pictures} pictures and {papers} papers."
            ).format(pictures=pictures, papers=papers)
        )
        print(f"demo-day: {folder}")
    return 0


class _Day:
    """Somebody at the real window, offscreen, who keeps a picture of each screen."""

    def __init__(self, places: Places, village: DemoVillage, folder: Path) -> None:
        self._reception = make_reception(places)
        self._window = self._reception.window
        self._village, self._folder = village, folder
        self._pictures = 0

    def play(self) -> None:
        """Play the whole day."""
        self._window.resize(*_SIZE)
        self._window.show()
        self._reception.receive(self._village.store)
        self._sign_in("Ria v.d. B.")
        for room in (Room.TODAY, Room.HELP_REQUESTS, Room.ROSTER, Room.PEOPLE, Room.OVERVIEWS):
            self._visit(room)
        self._record_a_request()
        self._hand_over()
        self._pass_on_a_signal()
        self._visit(Room.SETTINGS)
        self._draw("roster", _this_week)
        self._draw("requests", requests.requests_overview)
        self._draw("handover", _these_days)
        self._window.lock()
        self._sign_in("Anouk V.")
        self._visit(Room.CONCERNS)
        self._draw("escalations", escalations.escalations_overview)
        self._window.close()
        self._until(lambda: not self._window.isVisible())

    def _sign_in(self, name: str) -> None:
        """Choose a name and type the PIN; a locked window asks for its own person first."""
        self._until(lambda: bool(self._in_sight(NameList) or self._in_sight(PinField)))
        self._settle()
        self._keep("sign-in")
        if asked := self._in_sight(PinField):
            QTest.keyClick(asked.control, Qt.Key.Key_Escape)
        self._until(lambda: self._in_sight(NameList) is not None)
        names = self._find(NameList)
        row = next(row for row in range(names.count()) if names.item(row).text() == name)
        names.setCurrentRow(row)
        QTest.keyClick(names, Qt.Key.Key_Return)
        self._until(lambda: self._in_sight(PinField) is not None)
        field = self._find(PinField)
        QTest.keyClicks(field.control, self._village.pin)
        QTest.keyClick(field.control, Qt.Key.Key_Return)
        self._until(self._window.is_open)

    def _record_a_request(self) -> None:
        desk = self._reception.desk()
        with desk.reading(Right.CONTACT_DATA) as uow:
            resident = uow.people.find("Manders", 1)[0]
        self._write(
            Room.HELP_REQUESTS,
            {
                "requester": PersonHit(resident.id, resident.name.full, resident.street),
                "kind": help_requests.request_kinds_and_boundaries(desk).kinds[0],
                "what": "Met de rollator naar de markt",
                "needed_on": desk.clock.today() + timedelta(days=2),
            },
        )
        self._visit(Room.HELP_REQUESTS)

    def _hand_over(self) -> None:
        self._write(
            Room.HANDOVER,
            {
                "level": Level.STABLE,
                "situation": "De sleutel van de berging hangt weer aan het bord",
            },
        )
        self._visit(Room.HANDOVER)

    def _pass_on_a_signal(self) -> None:
        self._write(
            Room.CONCERNS,
            {
                "is_urgent": False,
                "about": "mw. Manders",
                "observed": "Mevrouw liep zonder jas buiten en zei dat zij naar school moest.",
            },
        )
        self._visit(Room.CONCERNS)

    def _write(self, room: Room, answers: Mapping[str, Any]) -> None:
        """Open the form of a room, fill it in and save it."""
        self._window.navigate(room, action="new")
        self._settle()
        form = self._find(Form)
        for name, answer in answers.items():
            form.field(name).set_value(answer)
        self._settle()
        self._keep(f"{room.value}-new", form.window())
        form.submit()
        self._until(lambda: not self._reception.tasks.is_busy())
        self._settle()

    def _visit(self, room: Room) -> None:
        self._window.navigate(room)
        self._settle()
        self._keep(room.value)

    def _keep(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of a dialog over it."""
        self._pictures += 1
        picture = (widget or self._window).grab()
        picture.save(str(self._folder / f"{self._pictures:02d}-{name}.png"))

    def _draw(self, name: str, overview: Callable[[Desk], Overview]) -> None:
        desk = self._reception.desk()
        (self._folder / f"{name}.pdf").write_bytes(PdfSheetWriter().draw(overview(desk)))

    def _find(self, kind: type[Part]) -> Part:
        found = self._in_sight(kind)
        assert found is not None
        return found

    def _in_sight(self, kind: type[Part]) -> Part | None:
        parts: list[Part] = self._window.findChildren(kind)
        return next((part for part in parts if part.isVisible()), None)

    def _settle(self) -> None:
        _pass_time(_SETTLING)
        self._until(lambda: not self._reception.tasks.is_busy())
        _pass_time(_GLANCE)

    def _until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until something is so; raises TimeoutError when it never is."""
        for _look in range(_LONGEST // _GLANCE):
            if condition():
                return
            _pass_time(_GLANCE)
        raise TimeoutError("the demo day does not go on")


def _pass_time(milliseconds: int) -> None:
    # An event loop of its own lets the store thread work; QTest.qWait would not.
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _this_week(desk: Desk) -> Overview:
    return roster.roster_overview(desk, Week.of(desk.clock.today()))


def _these_days(desk: Desk) -> HandoverOverview:
    today = desk.clock.today()
    return handover.handover_overview(desk, today - timedelta(days=6), today)
