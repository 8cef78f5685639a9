"""`roster propose` on a store: says who could fill the gaps, and writes only when asked to."""

from pathlib import Path

import pytest

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from tests.app.running import Run
from tests.village import Village

WEEK = Week(2026, 49)


@pytest.fixture
def store(village: Village) -> Path:
    """A week with shifts, and one volunteer who comes on Monday mornings."""
    roster.make_week(village.coordinator, WEEK)
    village.volunteer("Łukasz Nowak", availability={(1, 1): AvailabilityLevel.PREFER})
    return village.door.path


def on_duty(village: Village) -> list[str]:
    cells = roster.week(village.coordinator, WEEK).cells
    return [one.full_name for cell in cells for one in cell.people]


@pytest.mark.usefixtures("as_coordinator")
def test_a_proposal_is_told_and_not_written(run: Run, store: Path, village: Village) -> None:
    ended = run("roster", "propose", "--store", store, "--week", str(WEEK))
    assert ended.status == 0
    assert ended.out.startswith("2026-11-30 09:00–12:30 Ochtend\n  + Łukasz Nowak (aanspreekpunt)")
    assert "1 plek gevuld, 25 blijven open." in ended.out
    assert on_duty(village) == []


@pytest.mark.usefixtures("as_coordinator")
def test_what_is_left_to_people_is_told_with_the_reason(
    run: Run, store: Path, village: Village
) -> None:
    noor = village.volunteer("Noor Bakker", experience=Experience.BEGINNER)
    *_others, last = roster.week(village.coordinator, WEEK).cells
    roster.assign(village.coordinator, last.shift_id, noor)
    told = run("roster", "propose", "--store", store, "--week", str(WEEK)).out
    assert "  ? Niemand past naast wie er al staat: Noor Bakker" in told
    assert "1 dienst is aan u." in told


@pytest.mark.usefixtures("as_coordinator")
def test_an_accepted_proposal_stands_on_the_roster(run: Run, store: Path, village: Village) -> None:
    typed = ("roster", "propose", "--store", store, "--week", str(WEEK), "--weeks", "2", "--accept")
    assert run(*typed).status == 0
    assert on_duty(village) == ["Łukasz Nowak"]
    again = run(*typed)
    assert "0 plekken gevuld" in again.out


@pytest.mark.usefixtures("as_coordinator")
def test_a_week_without_shifts_is_refused_in_one_line(run: Run, store: Path) -> None:
    assert (
        "er zijn nog geen diensten"
        in run("roster", "propose", "--store", store, "--week", "2026-W51").sorry()
    )


@pytest.mark.parametrize(
    "typed",
    [
        "roster propose --week 2026-W49",
        "roster propose --store x",
        "roster propose --store x --week 2026-W54",
        "roster propose --store x --week 2026-W49 --weeks 0",
        "roster propose --store x --week 2026-W49 --weeks 14",
    ],
)
def test_wrong_usage_ends_with_2(run: Run, typed: str) -> None:
    ended = run(*typed.split())
    assert (ended.status, ended.out) == (2, "")
    assert "gebruik: dorpssteunpunt" in ended.err
