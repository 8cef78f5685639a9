"""A day played through the real window, from signing in to the printed roster."""

import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dorpssteunpunt.app.commands import door_of
from dorpssteunpunt.app.demo.day import play_day
from dorpssteunpunt.app.demo.standing import DemoVillage
from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.services import concerns, handover
from dorpssteunpunt.store.stretching import Cost

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


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
    issued = make_village(door, seed=1, requests=40, cost=CHEAP)
    return DemoVillage(door.path, issued.passphrase, issued.passphrase_supporter)


def _text(paper: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(paper).pages)


def test_the_day_leaves_a_picture_of_each_screen_and_the_four_papers(
    demo_village: DemoVillage, places: Places, tmp_path: Path, qtlog: Any
) -> None:
    folder = tmp_path / "demo-day"
    assert play_day(places, demo_village, folder) == 0
    pictures = {picture.stem[3:] for picture in folder.glob("*.png")}
    assert {"sign-in", "today", "help_requests", "roster", "handover", "people"} <= pictures
    assert {"concerns", "overviews", "settings"} <= pictures
    papers = {paper.stem: _text(paper) for paper in folder.glob("*.pdf")}
    assert papers.keys() == {"roster", "requests", "handover", "escalations"}
    assert "Rooster week" in papers["roster"]
    assert "Met de rollator naar de markt" in papers["requests"]
    assert "sleutel van de berging" in papers["handover"]
    assert "zonder jas" in papers["escalations"]
    remarks = [record.message for record in qtlog.records if "plugin" in record.message]
    assert remarks == []  # its report is not drowned in what Qt says where there is no screen


def test_what_was_done_on_the_day_stays_and_a_second_day_can_be_played(
    demo_village: DemoVillage, places: Places, tmp_path: Path
) -> None:
    for _day in range(2):
        assert play_day(places, demo_village, tmp_path / "demo-day") == 0
    door = door_of(demo_village.store, places)
    premises = door.enter_with_passphrase(demo_village.passphrase_supporter)
    try:
        log = handover.log(premises.desk, None, 10, typed="sleutel berging").rows
        assert len(log) == 2
        about = [
            line.about for line in concerns.list_escalations(premises.desk, True, None, 9).rows
        ]
        assert about.count("mw. Manders") >= 2
    finally:
        premises.leave()
