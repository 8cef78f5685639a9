"""The demo village: how much happens in it, that it follows from seed and date, and its door."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.app import cli
from dorpssteunpunt.app.demo.note import DEMO_PIN, DemoNote, read_note, write_note
from dorpssteunpunt.app.demo.village import make_village
from dorpssteunpunt.app.front_door import FrontDoor, Premises, front_door
from dorpssteunpunt.base.clock import ZONE, FixedClock
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.domain.concerns import EscalationState
from dorpssteunpunt.domain.help_requests import OPEN_STATES, RequestState
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.today import today_view
from dorpssteunpunt.store import keys
from dorpssteunpunt.store.device_secret import Device, no_vault
from dorpssteunpunt.store.integrity import check_integrity, row_counts
from tests.village import CHEAP, MONDAY_MORNING, TODAY, Village

FEW = 25  # requests, where only the making is of interest
_KEYS = frozenset({"sealed_copy"})  # boxes are sealed anew each time
Rows = dict[str, list[tuple[object, ...]]]


def _door(folder: Path, moment: datetime = MONDAY_MORNING) -> FrontDoor:
    device = Device(folder / "settings", no_vault)
    return front_door(folder / "demo.store", folder / "settings", device, FixedClock(moment))


@contextmanager
def _made(
    folder: Path, *, seed: int = 1, requests: int | None = FEW, moment: datetime = MONDAY_MORNING
) -> Iterator[Premises]:
    folder.mkdir(exist_ok=True)
    door = _door(folder, moment)
    issued = make_village(door, seed, requests, CHEAP)
    premises = door.enter_with_passphrase(issued.passphrase_supporter)
    try:
        yield premises
    finally:
        premises.leave()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Premises]:
    """The village as it is made without further wishes."""
    use_language("nl")
    with _made(tmp_path_factory.mktemp("demo"), requests=None) as premises:
        yield premises


def _ask(premises: Premises, question: str) -> list[tuple[object, ...]]:
    with premises.engine.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(question)]


def _content(premises: Premises) -> Rows:
    """Return the rows of every table but those that keys are in."""
    with premises.engine.reading() as connection:
        names = [name for name in row_counts(connection) if name not in _KEYS]
    return {name: sorted(_ask(premises, f'SELECT * FROM "{name}"'), key=repr) for name in names}


# ---------------------------------------------------------------- what happens in it


def test_28_volunteers_and_160_residents_live_there(demo: Premises) -> None:
    with demo.desk.store.reading() as uow:
        assert uow.people.count() == (160, 28)
    assert not check_integrity(demo.engine)


def test_requests_are_found_in_every_state_and_old_ones_are_closed(demo: Premises) -> None:
    rows = _ask(demo, "SELECT state, recorded_at, waiting_until FROM help_request")
    states = [str(state) for state, _, _ in rows]
    assert set(states) == {state.value for state in RequestState}
    assert any(waiting for _, _, waiting in rows)
    assert all(states.count(state.value) >= 2 for state in OPEN_STATES)
    month_ago = str(TODAY - timedelta(days=33))
    old = [state for state, recorded, _ in rows if str(recorded) < month_ago]
    assert old
    assert not {state.value for state in OPEN_STATES} & set(old)


def test_eight_weeks_went_by_and_three_lie_ahead(demo: Premises) -> None:
    ((first, last),) = _ask(demo, 'SELECT min("on"), max("on") FROM shift')
    assert first == str(Week.of(TODAY - timedelta(weeks=8)).monday)
    assert Week.of(date.fromisoformat(str(last))) == Week.of(TODAY + timedelta(weeks=3))
    recorded = _ask(demo, "SELECT min(recorded_at), max(recorded_at) FROM help_request")[0]
    assert str(recorded[0]) < str(TODAY - timedelta(weeks=7))
    assert str(recorded[1]) < str(TODAY)


def test_every_shift_with_people_has_one_lead_and_some_have_gaps(demo: Premises) -> None:
    desk, week = demo.desk, Week.of(TODAY - timedelta(weeks=8))
    missing = 0
    while week <= Week.of(TODAY + timedelta(weeks=3)):
        for cell in (cell for row in roster.week(desk, week).rows for cell in row.cells if cell):
            leads = [one for one in cell.people if one.is_lead]
            assert len(leads) == bool(cell.people), cell
            missing += cell.missing
        week = week.next()
    assert missing > 0
    assert roster.gaps(desk, Week.of(TODAY + timedelta(weeks=2)))
    assert _ask(demo, "SELECT count(*) FROM assignment WHERE is_stand_in")[0] > (0,)


def test_the_logbook_has_corrections_and_something_left_to_read_and_do(demo: Premises) -> None:
    counts = _ask(demo, "SELECT count(*), count(corrects_id) FROM handover_entry")[0]
    assert counts >= (30, 1)
    view = today_view(demo.desk)
    assert view.unread
    assert view.unacknowledged
    assert view.actions
    assert view.due
    assert view.too_long
    assert view.duty.now


def test_signals_are_found_in_every_state(demo: Premises) -> None:
    states = {state for (state,) in _ask(demo, "SELECT state FROM escalation")}
    assert states == {state.value for state in EscalationState}


def test_who_signs_in_can_be_reached_and_has_a_pin(demo: Premises) -> None:
    with demo.desk.store.reading() as uow:
        accounts = uow.accounts.accounts()
        assert all(uow.people.person(account.person_id).phone for account in accounts)
    door = _door(demo.engine.path.parent)
    for account in accounts:
        door.enter_with_pin(account.id, DEMO_PIN).leave()


# ---------------------------------------------------------------- seed and date


def test_seed_and_date_decide_the_content_at_whatever_hour(tmp_path: Path) -> None:
    evening = datetime(2026, 11, 23, 21, 0, tzinfo=ZONE)
    with _made(tmp_path / "one") as one, _made(tmp_path / "other", moment=evening) as other:
        assert _content(one) == _content(other)
        assert _ask(one, "SELECT box FROM sealed_copy") != _ask(
            other, "SELECT box FROM sealed_copy"
        )


def test_another_seed_is_another_village(tmp_path: Path) -> None:
    with _made(tmp_path / "one") as one, _made(tmp_path / "other", seed=2) as other:
        mine, theirs = _content(one), _content(other)
        for table in ("person", "assignment", "help_request", "handover_entry"):
            assert mine[table] != theirs[table], table


@pytest.mark.parametrize("moment", ["2026-12-25 10:00", "2027-03-28 12:00"])
def test_a_village_can_be_made_on_any_day(tmp_path: Path, moment: str) -> None:
    on = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    with _made(tmp_path / "made", moment=on) as made:
        assert today_view(made.desk).unmade_weeks == []


@pytest.mark.parametrize("seed", [3, 7])
def test_the_week_that_goes_on_has_a_gap_whatever_the_seed(tmp_path: Path, seed: int) -> None:
    tuesday = datetime(2026, 11, 24, 18, tzinfo=ZONE)
    with _made(tmp_path / "made", seed=seed, moment=tuesday) as made:
        assert today_view(made.desk).gaps


def test_a_large_village_has_as_many_requests_as_asked_for(tmp_path: Path) -> None:
    with _made(tmp_path / "large", requests=2000) as large:
        assert _ask(large, "SELECT count(*) FROM help_request") == [(2000,)]


# ---------------------------------------------------------------- its door


Ended = tuple[int, list[str], str]


@pytest.fixture
def ask_demo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Ended]]:
    """Run `dorpssteunpunt demo --no-window` with few requests and cheap keys."""
    monkeypatch.setattr(keys, "calibrated_cost", lambda: CHEAP)

    def run(*more: str | Path) -> Ended:
        status = cli.main(["demo", "--no-window", "--requests", "5", *map(str, more)])
        told = capsys.readouterr()
        return status, told.out.splitlines(), told.err

    yield run
    close_log()


def test_it_says_how_to_sign_in_and_says_the_same_when_it_is_opened_again(
    ask_demo: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, first, _ = ask_demo()
    assert status == 0
    assert first[0] == f"store: {Places.of_this_user().demo_store()}"
    assert [line.split(": ")[0] for line in first[1:3]] == ["passphrase", "passphrase-supporter"]
    assert ask_demo("--seed", "9") == (0, first, "")
    monkeypatch.setenv("DORPSSTEUNPUNT_PASSPHRASE", first[1].split(": ")[1])
    assert cli.main(["check", "--store", first[0].split(": ")[1]]) == 0


def test_a_real_store_is_refused_and_left_as_it_is(
    ask_demo: Callable[..., Ended], village: Village
) -> None:
    before = village.door.path.read_bytes()
    status, out, err = ask_demo("--store", village.door.path)
    assert (status, out, len(err.splitlines())) == (1, [], 1)
    assert village.door.path.read_bytes() == before


def test_a_real_store_is_refused_also_when_somebody_wrote_its_passphrases_beside_it(
    ask_demo: Callable[..., Ended], village: Village
) -> None:
    note = village.door.path.with_name(village.door.path.name + ".demo")
    note.write_text(f"{village.issued.passphrase}\n{village.issued.passphrase_supporter}\n")
    status, out, err = ask_demo("--store", village.door.path)
    assert (status, out, len(err.splitlines())) == (1, [], 1)


def test_any_other_file_is_refused(ask_demo: Callable[..., Ended], tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Beste Mieke", encoding="utf-8")
    status, _, err = ask_demo("--store", other)
    assert (status, len(err.splitlines())) == (1, 1)
    assert other.read_text(encoding="utf-8") == "Beste Mieke"


def test_the_note_beside_a_demo_remembers_its_keys_and_the_day_that_was_played(
    tmp_path: Path,
) -> None:
    store = tmp_path / "demo.store"
    for note in (DemoNote("een twee", "drie vier"), DemoNote("een twee", "drie vier", TODAY)):
        write_note(store, note)
        assert read_note(store) == note
