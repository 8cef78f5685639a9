"""Proves that a built package works on this computer, in a folder that is thrown away.

Whoever packs the program, or has trouble with it, runs this: every part that may be missing from
a package is used once, on a support point of its own. The store of the user stays shut.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dorpssteunpunt.app.front_door import FrontDoor, Premises, found_store, front_door
from dorpssteunpunt.base.clock import SystemClock
from dorpssteunpunt.base.i18n import LANGUAGES, _, current_language, use_language
from dorpssteunpunt.base.log import close_log, traceback_without_values
from dorpssteunpunt.base.paths import Places, resource
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.keys import IssuedKeys
from dorpssteunpunt.store.stretching import Cost

_CHEAP = Cost(memory_kib=64, passes=1, lanes=1)  # nothing here has to be safe
_OLDEST_SQLITE = (3, 51, 3)  # before it, a write-ahead log could damage a store
_RESIDENT, _WISH = "Đorđe Nguyễn", "Łódź, Şükrü, Zoë"
_SIGHT = "Two different shoes"
_PATIENCE = 30_000  # milliseconds for the slowest computer to show a room
_CALLS = ("socket.connect", "socket.bind", "socket.sendto")


class NotProven(Exception):
    """A part is there and does not do what it should."""


@dataclass(slots=True)
class Trial:
    """What the checks build on each other: a folder, a support point in it, its papers."""

    folder: Path
    papers: list[bytes] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    issued: IssuedKeys | None = None

    @property
    def places(self) -> Places:
        """The folders of a user who exists for this trial only."""
        return Places(self.folder / "settings", self.folder / "data")

    def door(self) -> FrontDoor:
        """Return the door of the support point of this trial."""
        device = Device(self.places.settings, no_vault)
        store = self.folder / "self-test.store"
        return front_door(store, self.places.settings, device, SystemClock())

    def coordinator(self) -> Premises:
        """Sign in as the coordinator."""
        return self.door().enter_with_passphrase(self._keys().passphrase)

    def supporter(self) -> Premises:
        """Sign in as the village supporter."""
        return self.door().enter_with_passphrase(self._keys().passphrase_supporter)

    def _keys(self) -> IssuedKeys:
        if self.issued is None:
            raise NotProven("there is no store")
        return self.issued


def self_test(places: Places) -> int:
    """Try every part once, print a line for each, and return 0 when all are well, else 1.

    The folders of the user are looked at and left as they are.
    """
    with TemporaryDirectory(prefix="dorpssteunpunt-", ignore_cleanup_errors=True) as folder:
        trial = Trial(Path(folder))
        sys.addaudithook(lambda event, facts: _watch(trial, event, facts))
        language = current_language()
        try:
            proven = [_try(name, check, trial, places) for name, check in _CHECKS]
        finally:
            use_language(language)
            close_log()
    return 0 if all(proven) else 1


def _try(name: str, check: Callable[[Trial, Places], object], trial: Trial, places: Places) -> bool:
    try:
        check(trial, places)
    except Exception as error:
        _say(f"failed {name}")
        if sys.stderr is not None:
            print(traceback_without_values(error), file=sys.stderr)
        return False
    _say(f"ok {name}")
    return True


def _say(line: str) -> None:
    if sys.stdout is not None:
        print(line, flush=True)


def _prove(proven: bool, what: str) -> None:
    if not proven:
        raise NotProven(what)


def _watch(trial: Trial, event: str, facts: tuple[Any, ...]) -> None:
    """Remember who asks for a host or calls one; only an address on the network is a tuple."""
    if event == "socket.getaddrinfo" or (event in _CALLS and isinstance(facts[1], tuple)):
        trial.calls.append(event)


def _folders(_trial: Trial, places: Places) -> None:
    """Prove that the folders of this user can be made or written."""
    for folder in (places.settings, places.data):
        there = next(one for one in (folder, *folder.parents) if one.exists())
        _prove(os.access(there, os.W_OK), "a folder of this user cannot be written")


def _catalogues(_trial: Trial, _places: Places) -> None:
    for language in reversed(LANGUAGES):
        use_language(language)
    _prove(_("Save") == "Opslaan", "the Dutch catalogue is not whole")


def _resources(_trial: Trial, _places: Places) -> None:
    for name in ("NotoSans-Regular", "NotoSans-Bold", "DejaVuSans"):
        _prove(resource("fonts", f"{name}.ttf").stat().st_size > 0, "a font is empty")
    _prove(any(resource("icons").glob("*.svg")), "there are no icons")
    for place in (("passphrase", "words-nl.txt"), ("demo", "village.json")):
        _prove(bool(resource(*place).read_text(encoding="utf-8")), "a list is empty")


def _keyring(_trial: Trial, _places: Places) -> None:
    import keyring

    keyring.get_keyring()


def _founded(trial: Trial, _places: Places) -> None:
    trial.places.settings.mkdir()
    trial.issued = found_store(
        trial.door(),
        Founding(
            support_point=SupportPoint(name="De Proef", village="Heusden"),
            coordinator=parse_name("Mieke Claessens"),
            supporter=parse_name("Anouk Verhoeven"),
            dayparts=default_dayparts(),
        ),
        _CHEAP,
    )


def _engine(trial: Trial, _places: Places) -> None:
    from dorpssteunpunt.services import safekeeping
    from dorpssteunpunt.store.integrity import check_integrity, versions

    premises = trial.coordinator()
    try:
        found = versions(premises.engine)
        _prove(bool(found["sqlcipher"]), "the store would not be encrypted")
        sqlite = tuple(int(part) for part in found["sqlite"].split("."))
        _prove(sqlite >= _OLDEST_SQLITE, "this SQLite can damage a store")
        _prove(not check_integrity(premises.engine), "the store is not whole")
        safekeeping.back_up(premises.desk)
    finally:
        premises.leave()


def _request_kept(trial: Trial, _places: Places) -> None:
    from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
    from dorpssteunpunt.services import help_requests, search

    premises = trial.coordinator()
    try:
        kind = help_requests.request_kinds_and_boundaries(premises.desk).kinds[0].id
        resident = NewResident(name=_RESIDENT, phone="0493 691 234")
        draft = RequestDraft(new_resident=resident, kind_id=kind, what=_WISH)
        help_requests.record_request(premises.desk, draft)
    finally:
        premises.leave()
    again = trial.coordinator()
    try:
        found = search.search(again.desk, "dorde nguyen")
        _prove([line.what for line in found.requests] == [_WISH], "a request was not found again")
    finally:
        again.leave()


def _signal_sealed(trial: Trial, _places: Places) -> None:
    from dorpssteunpunt.services import concerns

    writer = trial.coordinator()
    try:
        draft = concerns.ConcernDraft(about=_RESIDENT, observed=_SIGHT)
        concern = concerns.submit_concern(writer.desk, draft).subject or 0
    finally:
        writer.leave()
    reader = trial.supporter()
    try:
        _change, opened = concerns.open_escalation(reader.desk, concern)
        _prove(opened.text is not None and opened.text.observed == _SIGHT, "a seal did not open")
    finally:
        reader.leave()


def _papers_drawn(trial: Trial, _places: Places) -> None:
    from dorpssteunpunt.pdf.writer import PdfSheetWriter

    premises = trial.supporter()
    try:
        writer = PdfSheetWriter()
        trial.papers = [writer.draw(overview) for overview in _overviews(premises)]
    finally:
        premises.leave()


def _overviews(premises: Premises) -> tuple[Overview, ...]:
    from dorpssteunpunt.domain.months import Month
    from dorpssteunpunt.services import roster as planning
    from dorpssteunpunt.services.overviews import (
        attendance,
        availability,
        day_sheet,
        escalations,
        gaps,
        handover,
        personal,
        reminders,
        requests,
        roster,
        roster_month,
    )

    desk = premises.desk
    today = desk.clock.today()
    planning.make_week(desk, Week.of(today))
    return (
        roster.roster_overview(desk, Week.of(today)),
        roster_month.month_overview(desk, Month.of(Week.of(today).monday)),
        day_sheet.day_sheet(desk, today),
        personal.personal_overview(desk, today, today),
        gaps.gaps_overview(desk, today, Week.of(today).next().sunday),
        reminders.reminders_overview(desk, today, Week.of(today).next().sunday),
        availability.availability_forms(desk),
        attendance.attendance_overview(desk, today, today),
        requests.requests_overview(desk),
        handover.handover_overview(desk, today, today),
        escalations.escalations_overview(desk),
    )


def _files_written(trial: Trial, _places: Places) -> None:
    """Prove that a calendar has shifts, and that a spreadsheet that is written can be read."""
    from dorpssteunpunt.files.tables import OfficeTableReader
    from dorpssteunpunt.files.writer import OfficeFileWriter
    from dorpssteunpunt.services.exports import calendars, tables

    premises = trial.coordinator()
    try:
        desk, writer = premises.desk, OfficeFileWriter()
        week = Week.of(desk.clock.today())
        calendar = writer.write(calendars.desk_calendar(desk, week.monday, week.sunday))
        table = writer.write(tables.roster_table(desk, week.monday, week.sunday))
    finally:
        premises.leave()
    _prove(calendar.count(b"BEGIN:VEVENT") > 0, "a calendar has no shifts in it")
    workbook = trial.folder / "roster.xlsx"
    workbook.write_bytes(table)
    _prove(len(OfficeTableReader().read(workbook)) > 1, "a spreadsheet has no sheets in it")


def _papers_shown(trial: Trial, _places: Places) -> None:
    """Prove that each paper carries its fonts and comes out of the renderer with ink on it."""
    import pypdfium2

    _prove(bool(trial.papers), "there are no papers")
    for paper in trial.papers:
        document: Any = pypdfium2.PdfDocument(paper)
        page = document[0]
        texts = (one for one in page.get_objects() if isinstance(one, pypdfium2.PdfTextObj))
        _prove(all(one.get_font().is_embedded for one in texts), "a font is not in the paper")
        picture = page.render(scale=1)
        _prove(len(set(bytes(picture.buffer))) > 1, "a page is blank")
        for part in (picture, page, document):
            part.close()


def _holidays_known(_trial: Trial, _places: Places) -> None:
    """Prove that the library of public holidays is there, with the names it calls them by."""
    from dorpssteunpunt.domain.holidays import PublicHoliday
    from dorpssteunpunt.domain.official_days import public_holidays_on

    moved = public_holidays_on(date(2031, 4, 26))
    _prove(moved == (PublicHoliday.KINGS_DAY,), "a public holiday is not known")


def _roster_solved(_trial: Trial, _places: Places) -> None:
    """Prove that the solver is there: it finds the one roster that is best."""
    from dorpssteunpunt.domain.availability import AvailabilityLevel
    from dorpssteunpunt.domain.planning.problem import Duty, Problem, Shift, Volunteer
    from dorpssteunpunt.planning.planner import RosterPlanner
    from dorpssteunpunt.services.ports.planner import Watch

    day = SystemClock().today()
    shift = Shift(
        id="1", on=day, start=540, end=750, week="1", period="1", fewest=1, most=1
    )  # fmt: skip
    levels = {"Anna": AvailabilityLevel.RATHER_NOT, "Ben": AvailabilityLevel.PREFER}
    volunteers = [Volunteer(id=name, availability={"1": level}) for name, level in levels.items()]
    problem = Problem(volunteers=volunteers, shifts=[shift])
    proposal = RosterPlanner().propose(problem, Watch())
    _prove(proposal.duties == (Duty("Ben", "1"),), "a roster was not solved")


def _window_shown(trial: Trial, _places: Places) -> None:
    """Prove that the window shows every room of somebody who may see all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from dorpssteunpunt.app.main import make_application
    from dorpssteunpunt.app.screen import offscreen_without_remarks
    from dorpssteunpunt.app.window_trial import walk_through

    application = make_application(trial.places)
    premises = trial.supporter()
    try:
        with offscreen_without_remarks():
            troubles = walk_through(application, premises.desk, _PATIENCE)
    finally:
        premises.leave()
    if troubles:
        raise troubles[0]


def _no_network(trial: Trial, _places: Places) -> None:
    _prove(not trial.calls, "something reached for the network")


_CHECKS: tuple[tuple[str, Callable[[Trial, Places], object]], ...] = (
    ("folders", _folders),
    ("catalogues", _catalogues),
    ("resources", _resources),
    ("keyring", _keyring),
    ("store founded", _founded),
    ("engine and cipher", _engine),
    ("request kept and found", _request_kept),
    ("signal sealed and read", _signal_sealed),
    ("papers drawn", _papers_drawn),
    ("papers shown", _papers_shown),
    ("files written", _files_written),
    ("public holidays known", _holidays_known),
    ("roster solved", _roster_solved),
    ("window shown", _window_shown),
    ("no network", _no_network),
)
