"""The paper of the logbook: each day whole, corrections under their entry, open actions on top."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.periods import BackwardPeriod
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services import handover, help_requests
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.services.overviews.handover import handover_overview
from dorpssteunpunt.services.overviews.papers import ActionLine, Tone
from tests.village import TODAY, Village, village

MONDAY = date(2026, 11, 16)
DOOR = EntryDraft(
    level=Level.URGENT,
    situation="Mw. De Wit nam de deur niet open",
    actions=(ActionDraft("Mw. De Wit bellen", "Ria", TODAY),),
)


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def piet(linde: Village) -> Desk:
    return linde.desk_worker("Piet Jansen")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def wrote(desk: Desk, draft: EntryDraft = DOOR) -> int:
    return handover.write_entry(desk, draft).subject or 0


def test_both_ends_of_the_period_count(piet: Desk) -> None:
    for moment in (at(MONDAY, 0) - timedelta(minutes=1), at(MONDAY, 0), at(MONDAY, 23, 59)):
        wrote(piet, replace(DOOR, occurred_at=moment))
    paper = handover_overview(piet, MONDAY, MONDAY)
    assert [day.day for day in paper.days] == [MONDAY]
    assert [entry.happened_at for entry in paper.days[0].entries] == [
        at(MONDAY, 0),
        at(MONDAY, 23, 59),
    ]


def test_days_follow_each_other_and_entries_the_order_of_writing(piet: Desk) -> None:
    late = wrote(piet, replace(DOOR, occurred_at=at(TODAY, 9)))
    early = wrote(piet, replace(DOOR, occurred_at=at(TODAY, 8)))
    before = wrote(piet, replace(DOOR, occurred_at=at(MONDAY, 16)))
    paper = handover_overview(piet, MONDAY, TODAY)
    numbers = [(day.day, [entry.number for entry in day.entries]) for day in paper.days]
    assert numbers == [(MONDAY, [before]), (TODAY, [late, early])]


def test_an_entry_brings_all_that_belongs_to_it(linde: Village, piet: Desk) -> None:
    resident = linde.resident("Truus de Wit")
    request = help_requests.record_request(
        piet, RequestDraft(requester_id=resident, kind_id=2, what="Boodschappen met lijstje")
    ).subject
    entry_id = wrote(piet, replace(DOOR, request_id=request))
    handover.acknowledge(linde.supporter, entry_id, "Ik bel haar")
    handover.correct_entry(
        linde.coordinator,
        entry_id,
        EntryDraft(level=Level.STABLE, situation="Zij was bij haar zus", request_id=request),
    )
    handover.read_entry(linde.supporter, entry_id)
    (day,) = handover_overview(piet, TODAY, TODAY).days
    (entry,) = day.entries
    assert (entry.text.level, entry.text.tone) == ("urgent", Tone.URGENT)
    assert entry.about == "Boodschappen, Truus de Wit"
    assert [(c.written_by, c.text.situation) for c in entry.corrections] == [
        ("Mieke Claessens", "Zij was bij haar zus")
    ]
    assert [(reading.by, reading.words) for reading in entry.readings] == [
        ("Anouk Verhoeven", "Ik bel haar"),
        ("Anouk Verhoeven", ""),
    ]


def test_a_correction_of_later_stays_with_the_day_of_its_entry(linde: Village, piet: Desk) -> None:
    entry_id = wrote(piet, replace(DOOR, occurred_at=at(MONDAY, 16)))
    handover.correct_entry(piet, entry_id, replace(DOOR, occurred_at=at(TODAY, 9), actions=()))
    assert handover_overview(piet, TODAY, TODAY).days == ()
    (day,) = handover_overview(piet, MONDAY, MONDAY).days
    assert len(day.entries[0].corrections) == 1


def test_open_actions_of_any_date_are_on_it(linde: Village, piet: Desk) -> None:
    entry_id = wrote(piet, replace(DOOR, occurred_at=at(MONDAY, 16)))
    wrote(piet, replace(DOOR, actions=(ActionDraft("Sleutel halen"),)))
    done = handover.open_actions(piet)[1]
    handover.finish_action(piet, done.id)
    paper = handover_overview(piet, TODAY, TODAY)
    assert paper.open_actions == (
        ActionLine(what="Mw. De Wit bellen", who="Ria", due=TODAY, entry=entry_id),
    )
    (action,) = paper.days[0].entries[0].actions
    assert (action.done_on, action.done_by) == (TODAY, "Piet Jansen")


def test_a_period_runs_forward(piet: Desk) -> None:
    with pytest.raises(BackwardPeriod) as refusal:
        handover_overview(piet, TODAY, MONDAY)
    assert refusal.value.field == "last"


def test_what_was_written_can_be_read_on_the_paper(piet: Desk) -> None:
    wrote(piet)
    drawn = PdfSheetWriter().draw(handover_overview(piet, MONDAY, TODAY))
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(drawn)).pages)
    for expected in ("De Linde", "Mw. De Wit nam de deur niet open", "Piet Jansen", "urgent"):
        assert expected in words
