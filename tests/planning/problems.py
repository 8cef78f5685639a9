"""Roster problems to test with: the public ones, small random ones, and ones made by hand."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.planning.problem import Problem, Shift, Turns, Volunteer
from dorpssteunpunt.planning.problem_file import read_problem

INSTANCES = Path(__file__).parent / "instances"
OPTIMA = {
    "S-1": 366,
    "S-2": 5565,
    "S-3": 26272,
    "M-1": 5842,
    "M-2": 1192,
    "M-3": 1024,
    "MT-1": 1892,
    "MT-2": 30666,
    "L-1": 1343,
    "L-2": 876,
    "LT-1": 3416,
}
MONDAY = date(2026, 11, 23)
CAN = AvailabilityLevel.CAN


def instance(name: str) -> dict[str, Any]:
    """Return a public instance as plain JSON data."""
    loaded: dict[str, Any] = json.loads((INSTANCES / f"{name}.json").read_text("utf-8"))
    return loaded


def problem_of(data: dict[str, Any]) -> Problem:
    """Return the problem that JSON data stand for."""
    return read_problem(json.dumps(data).encode())


def problem(name: str) -> Problem:
    """Return a public instance."""
    return problem_of(instance(name))


def shuffled(data: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return the same problem with rows and keys in another order."""
    chance = random.Random(seed)

    def stir(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            chance.shuffle(keys)
            return {key: stir(value[key]) for key in keys}
        if isinstance(value, list) and all(isinstance(one, dict | list) for one in value):
            stirred = [stir(one) for one in value]
            chance.shuffle(stirred)
            return stirred
        return value

    return {key: stir(value) for key, value in data.items()}


def shift(name: str, day: int = 0, start: int = 9, **facts: Any) -> Shift:
    """Return a shift of three hours on a day of one week."""
    usual: dict[str, Any] = {"week": "1", "period": "1", "fewest": 1, "most": 1}
    return Shift(
        id=name,
        on=MONDAY + timedelta(days=day),
        start=start * 60,
        end=start * 60 + 180,
        **(usual | facts),
    )


def volunteer(name: str, *shifts: str, **facts: Any) -> Volunteer:
    """Return somebody who can come to these shifts."""
    return Volunteer(id=name, availability=dict.fromkeys(shifts, CAN), **facts)


def beginner(name: str, *shifts: str, **facts: Any) -> Volunteer:
    """Return a beginner who can come to these shifts."""
    return volunteer(name, *shifts, experience=Experience.BEGINNER, **facts)


def turns(want: int = 0, most: int | None = None, used: int = 0) -> dict[str, Turns]:
    """Return the turns somebody wants in the only period."""
    return {"1": Turns(want=want, most=most, used=used)}
