"""Small random problems, where every roster there is can be tried."""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services.ports.planner import Watch
from tests.planning.checker import Verdict, check
from tests.planning.problems import problem_of

PARTS = {"ochtend": [540, 750], "middag": [700, 990], "avond": [1140, 1290]}
DAYS = {"2026-11-23": 0, "2026-11-24": 0, "2026-11-30": 1}
PEOPLE = ["v1", "v2", "v3"]
LEVELS = ["prefer", "can", "rather_not", "cannot"]
GAPS = ("under_min", "skill_missing", "experienced_missing")
AGREEMENTS = ("agreed_broken", "new_assignment")


@st.composite
def _shift(draw: st.DrawFn, number: int) -> dict[str, Any]:
    day = draw(st.sampled_from(sorted(DAYS)))
    part = draw(st.sampled_from(sorted(PARTS)))
    fewest = draw(st.integers(0, 2))
    return {
        "id": f"s{number}",
        "week": DAYS[day],
        "date": day,
        "part": part,
        "desk": "balie",
        "start": PARTS[part][0],
        "end": PARTS[part][1],
        "min": fewest,
        "max": draw(st.integers(fewest, 3)),
        "skills": draw(st.dictionaries(st.just("taal"), st.integers(0, 2))),
        "experienced": draw(st.integers(0, 1)),
        "priority": draw(st.integers(1, 2)),
    }


@st.composite
def _volunteer(draw: st.DrawFn, name: str) -> dict[str, Any]:
    level = st.sampled_from(LEVELS)
    number = st.integers(0, 3)
    return {
        "id": name,
        "level": draw(st.sampled_from(["beginner", "regular", "experienced"])),
        "skills": draw(st.sampled_from([[], ["taal"]])),
        "pattern": {f"{day}:{part}": draw(level) for day in range(7) for part in PARTS},
        "exceptions": draw(st.dictionaries(st.just("2026-11-24:ochtend"), level)),
        "max_week": draw(number),
        "no_evening_morning": draw(st.booleans()),
        "periods": {
            name: {"want": draw(number), "max": draw(number), "used": draw(st.integers(0, 1))}
            for name in ("p1", "p2")
        },
    }


@st.composite
def problems(draw: st.DrawFn) -> dict[str, Any]:
    """Return a problem with three people and at most three shifts in two periods."""
    shifts = [draw(_shift(number)) for number in range(draw(st.integers(0, 3)))]
    duty = st.tuples(
        st.sampled_from(PEOPLE), st.sampled_from([one["id"] for one in shifts] or [""])
    )
    duties = st.lists(duty, unique=True, max_size=2) if shifts else st.just([])
    pair = st.tuples(
        st.sampled_from(list(combinations(PEOPLE, 2))), st.sampled_from(["apart", "together"])
    )
    pairs = draw(st.lists(pair, max_size=2))
    return {
        "parts": PARTS,
        "periods": [{"id": "p1", "weeks": [0]}, {"id": "p2", "weeks": [1]}],
        "volunteers": [draw(_volunteer(name)) for name in PEOPLE],
        "shifts": shifts,
        "pairs": [{"a": a, "b": b, "kind": kind} for (a, b), kind in pairs],
        "agreed": [list(one) for one in draw(duties)],
        "pinned": [list(one) for one in draw(duties)],
        "weights": {
            "under_min": 10000,
            "skill_missing": 5000,
            "experienced_missing": 4000,
            "agreed_broken": draw(st.sampled_from([0, 400])),
            "new_assignment": draw(st.sampled_from([0, 7])),
            "rather_not": 60,
            "can": 3,
            "prefer": 0,
            "together_split": 20,
            "fair_step": 10,
            "fair_cap": 25,
        },
    }


def _every_roster(data: dict[str, Any]) -> Iterator[Verdict]:
    seats = [(one["id"], shift["id"]) for one in data["volunteers"] for shift in data["shifts"]]
    rosters = chain.from_iterable(combinations(seats, size) for size in range(len(seats) + 1))
    for roster in rosters:
        verdict = check(data, roster)
        if not verdict.broken:
            yield verdict


def _by_goal(verdict: Verdict) -> tuple[int, int, int]:
    gaps = sum(verdict.points[name] for name in GAPS)
    agreements = sum(verdict.points[name] for name in AGREEMENTS)
    return gaps, agreements, verdict.score - gaps - agreements


@settings(max_examples=60)
@given(problems())
def test_no_roster_is_better_than_the_one_that_is_proposed(data: dict[str, Any]) -> None:
    planner, problem = RosterPlanner(), problem_of(data)
    allowed = list(_every_roster(data))
    try:
        proposals = [planner.weigh(problem, Watch()), planner.propose(problem, Watch())]
    except PinContradicts:
        assert not allowed
        return
    weighed, staged = (check(data, one.duties) for one in proposals)
    assert not weighed.broken
    assert not staged.broken
    assert [one.score.total for one in proposals] == [weighed.score, staged.score]
    assert weighed.score == proposals[0].bound == min(one.score for one in allowed)
    assert _by_goal(staged) == min(map(_by_goal, allowed))
