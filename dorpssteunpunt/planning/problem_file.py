"""Reads a roster problem from its public JSON format (docs/roster-problem-format.md)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.planning.problem import (
    Bond,
    Duty,
    Pair,
    Problem,
    Shift,
    Turns,
    Volunteer,
    Weights,
)
from dorpssteunpunt.domain.planning.refusals import Fault
from dorpssteunpunt.planning.json_reading import At, read

# The day parts of which the format says that nobody need take the second after the first.
_EVENING, _MORNING = "avond", "ochtend"
_WEEKDAYS = range(7)  # Monday is 0
_LEVELS: Mapping[str, AvailabilityLevel] = {level.value: level for level in AvailabilityLevel}
_EXPERIENCE: Mapping[str, Experience] = {level.value: level for level in Experience}
_BONDS: Mapping[str, Bond] = {bond.value: bond for bond in Bond}


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What the parts of a file share: day parts, periods by week, and when each shift is."""

    parts: Mapping[str, None]
    periods: Collection[str]
    period_of: Mapping[int, str]
    when: Mapping[str, tuple[date, str]]


def read_problem(content: bytes) -> Problem:
    """Return the problem that a file holds; raises `ProblemMalformed` at the first fault."""
    file = read(content)
    parts = _parts(file.key("parts"))
    period_of = _periods(file.key("periods"))
    shifts = _with_ids(file.key("shifts"))
    when = {
        name: (at.key("date").day(), _known(at.key("part"), parts)) for name, at in shifts.items()
    }
    calendar = _Calendar(parts, _with_ids(file.key("periods")), period_of, when)
    volunteers = _with_ids(file.key("volunteers"))
    return Problem(
        volunteers=[_volunteer(name, at, calendar) for name, at in volunteers.items()],
        shifts=[_shift(name, at, calendar) for name, at in shifts.items()],
        pairs=[_pair(at, volunteers) for at in file.key("pairs").items()],
        agreed=_duties(file.key("agreed"), volunteers, shifts),
        pinned=_duties(file.key("pinned"), volunteers, shifts),
        weights=_weights(file.key("weights")),
    )


def _parts(at: At) -> Mapping[str, None]:
    for _, times in at.entries():
        start, end = times.pair()
        if end.number() <= start.number():
            end.wrong(Fault.END_NOT_AFTER_START)
    return dict.fromkeys(at.fields())


def _periods(at: At) -> Mapping[int, str]:
    period_of: dict[int, str] = {}
    for name, period in _with_ids(at).items():
        for week in period.key("weeks").items():
            if week.number() in period_of:
                week.wrong(Fault.TWICE, week.value)
            period_of[week.number()] = name
    return period_of


def _with_ids(at: At) -> Mapping[str, At]:
    """Return the items of a list by their id, which is their place from here on."""
    found: dict[str, At] = {}
    for item in at.items():
        name = item.key("id").word()
        if name in found:
            item.key("id").wrong(Fault.TWICE, name)
        found[name] = At(name, item.value)
    return found


def _known(at: At, names: Mapping[str, object]) -> str:
    return at.one_of({name: name for name in names})


def _shift(name: str, at: At, calendar: _Calendar) -> Shift:
    on, part = calendar.when[name]
    start, end = at.key("start").number(), at.key("end").number()
    if end <= start:
        at.key("end").wrong(Fault.END_NOT_AFTER_START)
    fewest, most = at.key("min").number(), at.key("max").number()
    if most < fewest:
        at.key("max").wrong(Fault.MAX_BELOW_MIN)
    at.key("desk").word()
    week = at.key("week")
    if week.number() not in calendar.period_of:
        week.wrong(Fault.UNKNOWN, week.value)
    return Shift(
        id=name,
        on=on,
        start=start,
        end=end,
        week=str(week.number()),
        period=calendar.period_of[week.number()],
        fewest=fewest,
        most=most,
        skills={At(name, skill).word(): n.number() for skill, n in at.key("skills").entries()},
        experienced=at.key("experienced").number(),
        priority=at.key("priority").number(),
        is_evening=part == _EVENING,
        is_morning=part == _MORNING,
    )


def _volunteer(name: str, at: At, calendar: _Calendar) -> Volunteer:
    pattern = _pattern(at.key("pattern"), calendar.parts)
    exceptions = _exceptions(at.key("exceptions"), calendar.parts)
    return Volunteer(
        id=name,
        experience=at.key("level").one_of(_EXPERIENCE),
        skills=frozenset(skill.word() for skill in at.key("skills").items()),
        availability={
            shift: exceptions.get((on, part), pattern[on.weekday(), part])
            for shift, (on, part) in calendar.when.items()
        },
        most_per_week=at.key("max_week").number(),
        turns=_turns(at.key("periods"), calendar),
        no_evening_then_morning=at.key("no_evening_morning").yes_or_no(),
    )


def _pattern(at: At, parts: Mapping[str, None]) -> Mapping[tuple[int, str], AvailabilityLevel]:
    names = {f"{weekday}:{part}": (weekday, part) for weekday in _WEEKDAYS for part in parts}
    for name, level in at.entries():
        if name not in names:
            level.wrong(Fault.UNKNOWN, name)
    return {when: at.key(name).one_of(_LEVELS) for name, when in names.items()}


def _exceptions(at: At, parts: Mapping[str, None]) -> Mapping[tuple[date, str], AvailabilityLevel]:
    found = {}
    for name, level in at.entries():
        day, _, part = name.partition(":")
        on = At(level.place, day).day()
        found[on, _known(At(level.place, part), parts)] = level.one_of(_LEVELS)
    return found


def _turns(at: At, calendar: _Calendar) -> Mapping[str, Turns]:
    for name, turns in at.entries():
        if name not in calendar.periods:
            turns.wrong(Fault.UNKNOWN, name)
    return {
        name: Turns(
            want=at.key(name).key("want").number(),
            most=at.key(name).key("max").number(),
            used=at.key(name).key("used").number(),
        )
        for name in calendar.periods
    }


def _pair(at: At, volunteers: Mapping[str, At]) -> Pair:
    one, other = (_known(at.key(name), volunteers) for name in ("a", "b"))
    if one == other:
        at.wrong(Fault.SAME_PERSON, one)
    return Pair(one, other, at.key("kind").one_of(_BONDS))


def _duties(at: At, volunteers: Mapping[str, At], shifts: Mapping[str, At]) -> frozenset[Duty]:
    found: set[Duty] = set()
    for item in at.items():
        volunteer, shift = item.pair()
        duty = Duty(_known(volunteer, volunteers), _known(shift, shifts))
        if duty in found:
            item.wrong(Fault.TWICE, ", ".join(duty))
        found.add(duty)
    return frozenset(found)


def _weights(at: At) -> Weights:
    given = {one.name: at.key(one.name).number() for one in fields(Weights) if one.name in _ASKED}
    if _ONLY_WHEN_REPLANNING in at.fields():
        given[_ONLY_WHEN_REPLANNING] = at.key(_ONLY_WHEN_REPLANNING).number()
    return Weights(**given)


_ONLY_WHEN_REPLANNING = "new_assignment"
_ASKED = {one.name for one in fields(Weights)} - {_ONLY_WHEN_REPLANNING}
