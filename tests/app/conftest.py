"""A store with something to read on every paper, and commands on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dorpssteunpunt.app import cli, commands
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests, roster
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.handover import EntryDraft
from dorpssteunpunt.store import keys
from tests.app.running import PASSPHRASE, Ended, Run
from tests.village import CHEAP, MONDAY_MORNING, TODAY, Village


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home_of_its_own: Path
) -> Iterator[Run]:
    """Run a command as its user does, with cheap keys, on the day of the village."""
    monkeypatch.setattr(keys, "calibrated_cost", lambda: CHEAP)
    monkeypatch.setattr(commands, "SystemClock", lambda: FixedClock(MONDAY_MORNING))
    monkeypatch.delenv(PASSPHRASE, raising=False)

    def done(*arguments: str | Path) -> Ended:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(str(end.code))
        told = capsys.readouterr()
        return Ended(status, told.out, told.err)

    yield done
    close_log()


@pytest.fixture
def store(village: Village) -> Path:
    """A store with something to read on every paper."""
    desk = village.coordinator
    roster.make_week(desk, Week.of(TODAY))
    view = roster.week(desk, Week.of(TODAY))
    shift = next(cell for row in view.rows for cell in row.cells if cell is not None)
    roster.assign(desk, shift.shift_id, desk.actor.person_id, override_reason="Valt zelf in")
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    resident = NewResident(name="Đorđe Nguyễn", phone="0493 691 234")
    help_requests.record_request(
        desk, RequestDraft(new_resident=resident, kind_id=kind, what="Naar de opticien")
    )
    handover.write_entry(desk, EntryDraft(level=Level.STABLE, situation="Rolstoel is terug"))
    concerns.submit_concern(desk, ConcernDraft(about="mw. Smit", observed="Twee schoenen"))
    return village.door.path


@pytest.fixture
def as_coordinator(run: Run, village: Village, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, village.issued.passphrase)


@pytest.fixture
def as_supporter(run: Run, village: Village, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, village.issued.passphrase_supporter)
