"""Checks and scores a roster by the public format alone: it shares no code with the planner.

`python tests/planning/checker.py PROBLEM.json SOLUTION.json` prints what it finds.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

Instance = dict[str, Any]
Assignment = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rules that are broken, the points by what costs them, and what is lacking."""

    broken: list[tuple[object, ...]]
    points: Counter[str]
    gaps: list[tuple[str, str, int]]

    @property
    def score(self) -> int:
        return self.points.total()


def check(problem: Instance, assignments: Iterable[Iterable[str]]) -> Verdict:
    chosen = [(volunteer, shift) for volunteer, shift in assignments]
    points: Counter[str] = Counter()
    gaps = list(_gaps(problem, chosen, points))
    _agreements(problem, chosen, points)
    _wishes(problem, chosen, points)
    return Verdict(list(_broken(problem, chosen)), points, gaps)


def _by_id(ones: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in ones}


def _level(volunteer: dict[str, Any], shift: dict[str, Any]) -> str:
    exception = f"{shift['date']}:{shift['part']}"
    weekday = date.fromisoformat(shift["date"]).weekday()
    usual = volunteer["pattern"][f"{weekday}:{shift['part']}"]
    return str(volunteer["exceptions"].get(exception, usual))


def _teams(problem: Instance, chosen: list[Assignment]) -> dict[str, list[str]]:
    teams: dict[str, list[str]] = {shift["id"]: [] for shift in problem["shifts"]}
    for volunteer, shift in chosen:
        teams[shift].append(volunteer)
    return teams


def _broken(problem: Instance, chosen: list[Assignment]) -> Iterator[tuple[object, ...]]:
    volunteers, shifts = _by_id(problem["volunteers"]), _by_id(problem["shifts"])
    yield from (("twice", *one) for one, count in Counter(chosen).items() if count > 1)
    for v, s in chosen:
        if _level(volunteers[v], shifts[s]) == "cannot":
            yield "cannot", v, s
    yield from (("pinned", v, s) for v, s in problem["pinned"] if (v, s) not in chosen)
    own: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for v, s in chosen:
        own[v].append(shifts[s])
    for v, mine in own.items():
        yield from _broken_by_one(problem, volunteers[v], mine)
    for s, team in _teams(problem, chosen).items():
        yield from _broken_by_team(problem, shifts[s], team, volunteers)


def _broken_by_one(
    problem: Instance, volunteer: dict[str, Any], mine: list[dict[str, Any]]
) -> Iterator[tuple[object, ...]]:
    for a, b in combinations(sorted(mine, key=lambda one: (one["date"], one["start"])), 2):
        if a["date"] == b["date"] and a["start"] < b["end"] and b["start"] < a["end"]:
            yield "overlap", volunteer["id"], a["id"], b["id"]
        nights = (date.fromisoformat(b["date"]) - date.fromisoformat(a["date"])).days
        late_and_early = (a["part"], b["part"]) == ("avond", "ochtend") and nights == 1
        if volunteer["no_evening_morning"] and late_and_early:
            yield "evening and morning", volunteer["id"], a["id"], b["id"]
    period_of = {week: one["id"] for one in problem["periods"] for week in one["weeks"]}
    for week, count in Counter(one["week"] for one in mine).items():
        if count > volunteer["max_week"]:
            yield "week", volunteer["id"], week, count
    for period, count in Counter(period_of[one["week"]] for one in mine).items():
        turns = volunteer["periods"][period]
        if count + turns["used"] > turns["max"]:
            yield "period", volunteer["id"], period, count


def _broken_by_team(
    problem: Instance,
    shift: dict[str, Any],
    team: list[str],
    volunteers: dict[str, dict[str, Any]],
) -> Iterator[tuple[object, ...]]:
    if len(team) > shift["max"]:
        yield "too many", shift["id"], len(team)
    if team and all(volunteers[v]["level"] == "beginner" for v in team):
        yield "beginners alone", shift["id"]
    for pair in problem["pairs"]:
        if pair["kind"] == "apart" and {pair["a"], pair["b"]} <= set(team):
            yield "apart", pair["a"], pair["b"], shift["id"]


def _gaps(
    problem: Instance, chosen: list[Assignment], points: Counter[str]
) -> Iterator[tuple[str, str, int]]:
    volunteers, weights = _by_id(problem["volunteers"]), problem["weights"]
    teams = _teams(problem, chosen)
    for shift in problem["shifts"]:
        team = [volunteers[v] for v in teams[shift["id"]]]
        experienced = sum(one["level"] == "experienced" for one in team)
        lacking = [("people", shift["min"] - len(team), "under_min")]
        lacking += [
            (skill, count - sum(skill in one["skills"] for one in team), "skill_missing")
            for skill, count in shift["skills"].items()
        ]
        lacking += [("experienced", shift["experienced"] - experienced, "experienced_missing")]
        for need, short, weight in lacking:
            if short > 0:
                points[weight] += short * weights[weight] * shift["priority"]
                yield shift["id"], need, short


def _agreements(problem: Instance, chosen: list[Assignment], points: Counter[str]) -> None:
    agreed = {(v, s) for v, s in problem["agreed"]}
    points["agreed_broken"] = len(agreed - set(chosen)) * problem["weights"]["agreed_broken"]
    newly = problem["weights"].get("new_assignment", 0)
    points["new_assignment"] = len(set(chosen) - agreed) * newly


def _wishes(problem: Instance, chosen: list[Assignment], points: Counter[str]) -> None:
    volunteers, shifts = _by_id(problem["volunteers"]), _by_id(problem["shifts"])
    weights, teams = problem["weights"], _teams(problem, chosen)
    for v, s in chosen:
        points["availability"] += weights.get(_level(volunteers[v], shifts[s]), 0)
    for pair in problem["pairs"]:
        split = sum((pair["a"] in team) != (pair["b"] in team) for team in teams.values())
        points["together_split"] += (
            split * weights["together_split"] if pair["kind"] == "together" else 0
        )
    for volunteer in problem["volunteers"]:
        for period in problem["periods"]:
            turns = sum(
                v == volunteer["id"] and shifts[s]["week"] in period["weeks"] for v, s in chosen
            )
            distance = abs(turns - volunteer["periods"][period["id"]]["want"])
            points["fairness"] += sum(
                min(weights["fair_cap"], weights["fair_step"] * k) for k in range(1, distance + 1)
            )


if __name__ == "__main__":
    problem, solution = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:])
    print(check(problem, solution["assignments"]))  # noqa: T201
