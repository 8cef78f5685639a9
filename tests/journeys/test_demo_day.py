"""A day played through the real window, from signing in to the printed roster."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.commands import door_of
from dorpssteunpunt.app.demo.day import play_day
from dorpssteunpunt.app.demo.standing import DemoVillage, stand
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.concerns import EscalationState
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.services import concerns, handover, help_requests
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import RequestFilter
from tests.pdf.reading import text_of
from tests.village import CHEAP


@pytest.fixture
def places() -> Places:
    return Places.of_this_user()


@pytest.fixture
def demo_village(
    places: Places, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> DemoVillage:
    """A small demo village with keys that cost little."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    door = door_of(places.demo_store(), places)
    door.path.parent.mkdir(parents=True)
    return stand(door, seed=1, requests=40, cost=CHEAP)


def test_the_day_leaves_pictures_and_papers_and_is_done_once_a_day_however_often_it_is_shown(
    demo_village: DemoVillage,
    places: Places,
    tmp_path: Path,
    qtlog: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "demo-day"
    assert play_day(places, demo_village, folder) == 0
    _tells_of_every_room_and_paper(folder)
    assert _done(demo_village, places) == ["Met de rollator naar de markt", "mw. Manders", "key"]
    found_again = stand(door_of(demo_village.store, places), seed=1, requests=None)
    assert play_day(places, found_again, folder) == 0
    _tells_of_every_room_and_paper(folder)
    assert _done(demo_village, places) == ["Met de rollator naar de markt", "mw. Manders", "key"]
    assert "werd vandaag al gespeeld" in capsys.readouterr().out
    remarks = [record.message for record in qtlog.records if "plugin" in record.message]
    assert remarks == []  # its report is not drowned in what Qt says where there is no screen


def _tells_of_every_room_and_paper(folder: Path) -> None:
    pictures = {picture.stem[3:] for picture in folder.glob("*.png")}
    assert {"sign-in", *(room.value for room in Room)} <= pictures
    papers = {paper.stem: text_of(paper.read_bytes()) for paper in folder.glob("*.pdf")}
    assert papers.keys() == {"roster", "requests", "handover", "escalations"}
    assert "Rooster week" in papers["roster"]
    assert "Met de rollator naar de markt" in papers["requests"]
    assert "sleutel van de berging" in papers["handover"]
    assert "zonder jas" in papers["escalations"]


def _done(demo_village: DemoVillage, places: Places) -> list[str]:
    """Return what the day left behind: a request that is given, a signal, and an entry."""
    premises = door_of(demo_village.store, places).enter_with_passphrase(
        demo_village.passphrase_supporter
    )
    desk = premises.desk
    try:
        market = RequestFilter(typed="rollator markt")
        return [
            *(
                line.what
                for line in help_requests.list_requests(desk, market, None, 9).rows
                if line.state is RequestState.MATCHED
            ),
            *(
                line.about
                for line in concerns.list_escalations(desk, False, None, 99).rows
                if line.concern.escalation.state is EscalationState.FED_BACK
                and line.concern.concern.submitted_at.date() == desk.clock.today()
            ),
            *("key" for _row in handover.log(desk, None, 9, typed="sleutel berging").rows),
        ]
    finally:
        premises.leave()
