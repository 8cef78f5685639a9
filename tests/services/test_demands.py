"""What a shift asks for beside people: in the grid, to the candidates, on paper, in a proposal."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.overviews.gaps import gaps_overview
from dorpssteunpunt.services.overviews.roster import roster_overview
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.roster import ShiftCell
from dorpssteunpunt.services.support_point import save_skill
from dorpssteunpunt.services.words.proposing import open_words
from dorpssteunpunt.services.words.roster import full_words, gap_words, spoken_shift, staffing_word
from dorpssteunpunt.services.words.roster_candidates import (
    candidate_words,
    reasons_against,
    reasons_for,
)
from tests.pdf.reading import text_of
from tests.village import Village, village

WEEK = Week(2026, 49)
MONDAY = date(2026, 11, 30)
CAN = {(1, 1): AvailabilityLevel.CAN}


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    """A Monday morning for two or three people, with the key and somebody experienced."""
    with village(tmp_path) as found:
        key = save_skill(found.coordinator, Skill(position=1, name="Sleutel")).subject
        assert key is not None
        asks = Demand(most=3, skills=frozenset({key}), experienced=True, priority=2)
        slot = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12), demand=asks)
        with found.coordinator.store.writing() as uow:
            uow.support_point.replace_week_template([slot])
        roster.make_week(found.coordinator, WEEK)
        yield found


def cell(linde: Village) -> ShiftCell:
    (only,) = roster.week(linde.coordinator, WEEK).cells
    return only


def somebody(linde: Village, name: str, **facts: Any) -> int:
    return linde.volunteer(name, availability=CAN, **facts)


def put(linde: Village, *volunteers: int) -> None:
    for one in volunteers:
        roster.assign(linde.coordinator, cell(linde).shift_id, one)


def key_of(linde: Village) -> frozenset[int]:
    with linde.coordinator.store.reading() as uow:
        return frozenset(skill.id for skill in uow.support_point.skills())


def test_a_shift_says_whom_it_lacks_until_they_are_there(linde: Village) -> None:
    put(linde, somebody(linde, "Anna Bakker"), somebody(linde, "Bart Cuypers"))
    wanted = "2 van 2 – iemand met ervaring, Sleutel nodig"
    assert gap_words(cell(linde)) == wanted
    assert wanted in spoken_shift(cell(linde))
    assert roster.week(linde.coordinator, WEEK).gaps == 1
    both = {"skills": key_of(linde), "experience": Experience.EXPERIENCED}
    put(linde, somebody(linde, "Cor Dekkers", **both))
    assert not cell(linde).is_short
    assert roster.week(linde.coordinator, WEEK).gaps == 0


def test_a_shift_that_is_full_at_most_takes_one_more_for_a_reason_only(linde: Village) -> None:
    put(linde, *(somebody(linde, name) for name in ("Anna Bakker", "Bart Cuypers")))
    assert full_words(cell(linde)) == "Er zijn genoeg mensen. Er kan nog iemand bij."
    put(linde, somebody(linde, "Cor Dekkers"))
    assert full_words(cell(linde)) == "De dienst is vol: er kan niemand meer bij."
    fourth = somebody(linde, "Dina Evers")
    with pytest.raises(VolunteerUnavailable):
        put(linde, fourth)
    reason = "Loopt een keer mee"
    roster.assign(linde.coordinator, cell(linde).shift_id, fourth, override_reason=reason)
    assert staffing_word(cell(linde)) == "4 van 2, hooguit 3"


def test_candidates_say_what_they_bring_and_what_is_still_lacking(linde: Village) -> None:
    somebody(linde, "Anna Bakker", skills=key_of(linde))
    somebody(linde, "Bart Cuypers")
    shift = cell(linde).shift_id
    anna, bart, *_others = roster.candidates(linde.coordinator, shift)
    assert (anna.name, bart.name) == ("Anna Bakker", "Bart Cuypers")
    assert "kan Sleutel, dat vraagt deze dienst nog" in reasons_for(anna)
    assert "de dienst vraagt nog iemand met ervaring" in reasons_against(anna)
    assert "kan geen Sleutel, dat vraagt deze dienst nog" in candidate_words(bart)


def test_the_wall_and_the_list_of_gaps_say_whom_a_full_shift_lacks(linde: Village) -> None:
    put(linde, somebody(linde, "Anna Bakker"), somebody(linde, "Bart Cuypers"))
    draw = PdfSheetWriter().draw
    wall = text_of(draw(roster_overview(linde.coordinator, WEEK)))
    gaps = text_of(draw(gaps_overview(linde.coordinator, MONDAY, MONDAY)))
    for paper in (wall, gaps):
        assert "iemand met ervaring, Sleutel nodig" in " ".join(paper.split())


def test_a_proposal_chooses_who_brings_what_is_asked(linde: Village) -> None:
    both = {"skills": key_of(linde), "experience": Experience.EXPERIENCED}
    somebody(linde, "Anna Bakker")
    somebody(linde, "Bart Cuypers")
    cor = somebody(linde, "Cor Dekkers", **both)
    (part,) = roster.propose(linde.coordinator, RosterPlanner(), [WEEK], Watch()).parts
    assert cor in {one.volunteer_id for one in part.came}
    assert part.gaps == ()


def test_a_proposal_says_which_skill_nobody_has(linde: Village) -> None:
    somebody(linde, "Anna Bakker", experience=Experience.EXPERIENCED)
    somebody(linde, "Bart Cuypers")
    proposal = roster.propose(linde.coordinator, RosterPlanner(), [WEEK], Watch())
    (part,) = proposal.parts
    (said,) = open_words(part, proposal.names)
    assert said.startswith("mist nog iemand")
    assert "Sleutel" in said
    assert proposal.short == 0


def test_what_a_shift_asks_for_is_what_counted_when_it_was_made(linde: Village) -> None:
    before = cell(linde)
    with linde.coordinator.store.writing() as uow:
        line = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))
        uow.support_point.replace_week_template([line])
    assert cell(linde) == before
