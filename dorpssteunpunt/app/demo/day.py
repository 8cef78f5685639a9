"""Plays a day in the demo village through the real window, where there is no screen to look at.

At the desk Ria takes down a request, gives it to somebody, hands something over and passes on a
signal; Mieke fills a gap in the roster and publishes it; Anouk decides on the signal and answers.
A picture of each screen and the four papers stay in a folder. What is done on a day is done once:
when it was played already, the window and its papers are shown as they stand.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex

from dorpssteunpunt.app.demo.cast import lists
from dorpssteunpunt.app.demo.note import read_note, write_note
from dorpssteunpunt.app.demo.person import Person
from dorpssteunpunt.app.demo.standing import DemoVillage
from dorpssteunpunt.app.main import make_application, make_reception
from dorpssteunpunt.app.screen import offscreen_without_remarks
from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.base.paths import Places, resource
from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.words.concerns import decision_word
from dorpssteunpunt.ui.rooms.handover.looks import level_choices
from dorpssteunpunt.ui.rooms.roster.grid import RosterGrid
from dorpssteunpunt.ui.rooms.roster.week_model import CELL_ROLE

_SIZE: Final = (1366, 768)
_WEEKS_AHEAD: Final = 3  # for which the demo village has a roster


def play_day(places: Places, village: DemoVillage, folder: Path) -> int:
    """Play the day and say where its pictures and papers are; a second day replaces the first."""
    screen = resource("demo", "screen.json")  # as large as that of a simple laptop
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
    make_application(places)
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.png"), *folder.glob("*.pdf")):
        old.unlink()
    today = SystemClock().today()
    note = read_note(village.store)
    is_played = note.played_on == today
    write_note(village.store, replace(note, played_on=today))
    with offscreen_without_remarks():
        reception = make_reception(places)
        reception.window.resize(*_SIZE)
        reception.window.show()
        reception.receive(village.store)
        _Day(Person(reception), village.pin, folder, is_played=is_played).play()
    _tell(folder, is_played=is_played)
    return 0


def _tell(folder: Path, *, is_played: bool) -> None:
    if sys.stdout is None:
        return
    told = (
        _("Today was played already, so it was shown again: {pictures} pictures, {papers} papers.")
        if is_played
        else _("There is no screen, so a day was played: {pictures} pictures and {papers} papers.")
    )
    pictures, papers = len([*folder.glob("*.png")]), len([*folder.glob("*.pdf")])
    print(told.format(pictures=pictures, papers=papers))
    print(f"demo-day: {folder}")


class _Day:
    """One person after the other at the window, with a picture of each screen."""

    def __init__(self, person: Person, pin: str, folder: Path, *, is_played: bool) -> None:
        self._person, self._pin, self._folder = person, pin, folder
        self._is_played = is_played
        self._words = lists()["day"]
        self._pictures = 0

    def play(self) -> None:
        """Play the whole day."""
        self._person.comes_to_the_door()
        self._keep("sign-in")
        self._person.signs_in("Ria v.d. B.", self._pin)
        self._visit(Room.TODAY)
        self._help_somebody()
        self._hand_over()
        self._pass_on_a_signal()
        for room in (Room.PEOPLE, Room.OVERVIEWS, Room.SETTINGS):
            self._visit(room)
        self._person.gives_way_to("Mieke C.", self._pin)
        self._make_the_roster_whole()
        self._person.gives_way_to("Anouk V.", self._pin)
        self._answer_the_signal()
        self._person.gives_way_to("Ria v.d. B.", self._pin)
        self._visit(Room.TODAY)
        self._person.closes()

    # ------------------------------------------------------------ at the desk

    def _help_somebody(self) -> None:
        person, request = self._person, self._words["request"]
        person.goes_to(Room.HELP_REQUESTS)
        if not self._is_played:
            person.presses(_("New help request"))
            person.finds(request["requester"], _("Who asks?"))
            person.keys("Return")
            person.picks(_("Kind of help"), request["kind"])
            person.writes(_("What is asked?"), request["what"])
            person.writes(_("Or by which day?"), self._in_days(9))
            self._keep("help_requests-new")
            person.presses(_("Save"))
            person.presses(_("Give"))  # to the first of those who can
            person.reads(_("Who helps"))
        self._visit(Room.HELP_REQUESTS)
        person.presses(_("Print…"))
        self._save_paper("requests")

    def _hand_over(self) -> None:
        person = self._person
        person.goes_to(Room.HANDOVER)
        if not self._is_played:
            stable = next(choice for choice in level_choices() if choice.value is Level.STABLE)
            person.presses(_("Hand something over"))
            person.presses(stable.text)
            person.writes(_("Situation"), self._words["handover"]["situation"])
            self._keep("handover-new")
            person.presses(_("Save"))
            person.reads(_("Saved. The next shift finds it here."))
        self._visit(Room.HANDOVER)
        person.presses(_("Print…"))
        person.presses(_("Show the paper"))
        self._save_paper("handover")

    def _pass_on_a_signal(self) -> None:
        person, concern = self._person, self._words["concern"]
        person.goes_to(Room.CONCERNS)
        if not self._is_played:
            person.presses(_("Pass on a signal"))
            person.presses(_("This week is soon enough"))
            person.writes(_("About whom?"), concern["about"])
            person.writes(_("What did you see or hear?"), concern["observed"])
            self._keep("concerns-new")
            person.presses(_("Pass on"))
            person.reads(_("Passed on to the village supporter."))
        self._visit(Room.CONCERNS)

    # ------------------------------------------------------------ the coordinator

    def _make_the_roster_whole(self) -> None:
        person = self._person
        person.goes_to(Room.ROSTER)
        person.presses(_("Next week"))
        person.waits()
        if not self._is_played and self._fills_a_gap():
            self._keep("roster-filled")
            self._publish()
        self._keep(Room.ROSTER.value)
        person.presses(_("Print"))
        self._save_paper("roster")

    def _fills_a_gap(self) -> bool:
        """Put the first who can on the first gap from next week on, and say whether one was."""
        person = self._person
        for _week in range(_WEEKS_AHEAD):
            for place in _gaps(person.sees(RosterGrid)):
                person.clicks(person.sees(RosterGrid), place)
                person.waits()
                if person.may_press(_("Put on this shift")):
                    person.presses(_("Put on this shift"))
                    person.waits()
                    return True
            person.presses(_("Next week"))
            person.waits()
        return False

    def _publish(self) -> None:
        person, names = self._person, (_("Publish again"), _("Publish"))
        person.until(lambda: any(map(person.may_press, names)), _("Publish"))
        person.presses(next(name for name in names if person.may_press(name)))
        self._keep("roster-publish")
        person.presses(_("Publish"))
        person.until(lambda: person.place is person.window, "the end of the question")
        person.until(lambda: not any(map(person.may_press, names)), "the end of publishing")

    # ------------------------------------------------------------ the village supporter

    def _answer_the_signal(self) -> None:
        person, concern = self._person, self._words["concern"]
        person.goes_to(Room.CONCERNS)
        if not self._is_played:
            person.opens(concern["about"])
            person.presses(_("Decide…"))
            person.presses(decision_word(Decision.BACK_WITH_ADVICE))
            person.writes(_("Why?"), concern["because"])
            person.presses(_("Decide"))
            person.presses(_("Answer the desk…"))
            person.writes(_("What may the desk know?"), concern["feedback"])
            self._keep("concerns-answer")
            person.presses(_("Give to the desk"))
            person.reads(_("To the desk: {text}").format(text=concern["feedback"]))
        self._visit(Room.CONCERNS)
        person.presses(_("Print"))
        self._save_paper("escalations")

    # ------------------------------------------------------------ what stays of it

    def _visit(self, room: Room) -> None:
        self._person.goes_to(room)
        self._keep(room.value)

    def _keep(self, name: str) -> None:
        """Keep a picture of the window, or of the dialog over it."""
        self._person.rests()
        self._pictures += 1
        picture = self._person.place.grab()
        picture.save(str(self._folder / f"{self._pictures:02d}-{name}.png"))

    def _save_paper(self, name: str) -> None:
        self._person.sees_paper()
        self._keep(f"{name}-paper")
        self._person.saves_paper(self._folder / f"{name}.pdf")

    def _in_days(self, days: int) -> str:
        day = self._person.reception.desk().clock.today() + timedelta(days=days)
        return f"{day.day}-{day.month}-{day.year}"


def _gaps(grid: RosterGrid) -> Iterator[QModelIndex]:
    """Yield where somebody is needed, day after day."""
    model = grid.model()
    for day in range(model.columnCount()):
        for part in range(model.rowCount()):
            cell: ShiftCell | None = model.index(part, day).data(CELL_ROLE)
            if cell is not None and cell.missing and not cell.closed_because:
                yield model.index(part, day)
