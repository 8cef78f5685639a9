"""What the database itself refuses of what is noted around a shift."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.attendance import Mark, Presence
from dorpssteunpunt.domain.confirming import Confirmation, How
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.services.ports import Note
from tests.village import Village, village

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """A village with one shift, and Els who is a volunteer there."""
    with village(tmp_path) as found:
        shift = Shift(
            on=date(2026, 11, 23), daypart_id=1, start=time(9), end=time(12), needed=2
        )  # fmt: skip
        with found.coordinator.store.writing() as uow:
            uow.roster.add_shifts([shift])
        found.volunteer("Els Smeets")
        yield found


def els(linde: Village) -> int:
    with linde.coordinator.store.reading() as uow:
        return uow.people.volunteers()[0][0].id


def late(linde: Village, **facts: object) -> Mark:
    given: dict[str, object] = {"presence": Presence.LATE, "minutes_late": 10} | facts
    return Mark(
        shift_id=1, volunteer_id=els(linde), noted_at=NOW, noted_by=1, **given  # type: ignore[arg-type]
    )  # fmt: skip


def told(linde: Village) -> Confirmation:
    return Confirmation(
        shift_id=1,
        volunteer_id=els(linde),
        how=How.BY_PHONE,
        is_lead=True,
        starts=time(9),
        ends=time(12),
        noted_at=NOW,
        noted_by=1,
    )


def keep(linde: Village, *notes: Note) -> None:
    with linde.coordinator.store.writing() as uow:
        uow.attendance.add(notes)


def test_what_is_kept_comes_back_and_can_be_forgotten(linde: Village) -> None:
    keep(linde, late(linde, note="Bus gemist"), told(linde))
    with linde.coordinator.store.writing() as uow:
        (mark,), (word,) = uow.attendance.marks([1]), uow.attendance.confirmations([1])
        assert replace(mark, id=0) == late(linde, note="Bus gemist")
        assert replace(word, id=0) == told(linde)
        uow.attendance.remove([mark, word])
        assert (*uow.attendance.marks([1]), *uow.attendance.confirmations([1])) == ()


@pytest.mark.parametrize(
    "facts",
    [{"minutes_late": 0}, {"presence": Presence.MISSED}, {"presence": "asleep"}],
    ids=["late by nothing", "minutes of who never came", "a word that is none"],
)
def test_the_database_refuses_a_mark_that_says_nothing(
    linde: Village, facts: dict[str, object]
) -> None:
    with pytest.raises(Exception, match=r"CHECK|LookupError|asleep"):
        keep(linde, late(linde, **facts))


def test_the_database_refuses_hours_that_end_nowhere(linde: Village) -> None:
    with pytest.raises(Exception, match="CHECK"):
        keep(linde, replace(told(linde), ends=None))


@pytest.mark.parametrize("facts", [{"shift_id": 99}, {"volunteer_id": 99}, {"noted_by": 99}])
def test_the_database_refuses_a_note_about_nothing(linde: Village, facts: dict[str, int]) -> None:
    for note in (late(linde), told(linde)):
        with pytest.raises(Exception, match="FOREIGN KEY"):
            keep(linde, replace(note, **facts))  # type: ignore[arg-type]
