"""A malformed problem ends with one line that says where and why, and never with a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.app import cli
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.domain.planning.refusals import PinContradicts, ProblemMalformed
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.problem_file import read_problem
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.words import in_words
from tests.planning.problems import instance

GOOD = instance("S-1")
FIRST, SECOND = (one["id"] for one in GOOD["volunteers"][:2])
SHIFT, OTHER = (one["id"] for one in GOOD["shifts"][:2])

Spoil = Callable[[dict[str, Any]], object]


def _sorry(content: bytes) -> str:
    """Return what is said of a file that is refused, while it is read or when it is solved."""
    use_language("en")
    with pytest.raises((ProblemMalformed, PinContradicts)) as refused:
        RosterPlanner().weigh(read_problem(content), Watch(seconds=5))
    return in_words(refused.value)


def _spoiled(spoil: Spoil) -> bytes:
    data = json.loads(json.dumps(GOOD))
    spoil(data)
    return json.dumps(data).encode()


def _volunteer(data: dict[str, Any]) -> dict[str, Any]:
    one: dict[str, Any] = data["volunteers"][0]
    return one


def _shift(data: dict[str, Any]) -> dict[str, Any]:
    one: dict[str, Any] = data["shifts"][0]
    return one


def _set(path: str, value: object) -> Spoil:
    """Return a change of what stands at a path such as `shifts.0.date`."""

    def change(data: Any) -> None:
        *keys, last = [int(key) if key.isdecimal() else key for key in path.split("/")]
        for key in keys:
            data = data[key]
        data[last] = value

    return change


def _drop(path: str) -> Spoil:
    def change(data: Any) -> None:
        *keys, last = [int(key) if key.isdecimal() else key for key in path.split("/")]
        for key in keys:
            data = data[key]
        del data[last]

    return change


TABLE: list[tuple[Spoil, str]] = [
    (_drop("weights"), "weights: this key is missing"),
    (_drop("weights/fair_cap"), "weights.fair_cap: this key is missing"),
    (_drop("pinned"), "pinned: this key is missing"),
    (_drop("volunteers/0/max_week"), f"{FIRST}.max_week: this key is missing"),
    (_drop("volunteers/0/pattern/0:ochtend"), f"{FIRST}.pattern.0:ochtend: this key is missing"),
    (_drop("volunteers/0/periods/p1"), f"{FIRST}.periods.p1: this key is missing"),
    (_drop("volunteers/0/id"), "volunteers[0].id: this key is missing"),
    (_drop("shifts/0/priority"), f"{SHIFT}.priority: this key is missing"),
    (_set("volunteers/1/id", FIRST), f"volunteers[1].id: this stands there twice: {FIRST}"),
    (_set("shifts/1/id", SHIFT), f"shifts[1].id: this stands there twice: {SHIFT}"),
    (lambda d: d["periods"].append(d["periods"][0]), "periods[1].id: this stands there twice: p1"),
    (_set("periods/0/weeks", [0, 0]), "p1.weeks[1]: this stands there twice: 0"),
    (_set("volunteers/0/level", "expert"), f"{FIRST}.level: this is not known: expert"),
    (_set("volunteers/0/level", None), f"{FIRST}.level: this has to be a text"),
    (_set("volunteers/0/pattern/0:ochtend", "yes"), f"{FIRST}.pattern.0:ochtend: this is not"),
    (_set("volunteers/0/pattern/7:ochtend", "can"), f"{FIRST}.pattern.7:ochtend: this is not"),
    (_set("volunteers/0/exceptions/2026-09-07:ochtend", "maybe"), "this is not known: maybe"),
    (_set("volunteers/0/exceptions/2026-02-30:ochtend", "can"), "no such date: 2026-02-30"),
    (_set("volunteers/0/exceptions/2026-09-07:nacht", "can"), "this is not known: nacht"),
    (_set("volunteers/0/exceptions", []), f"{FIRST}.exceptions: this has to be an object"),
    (_set("volunteers/0/no_evening_morning", 1), "no_evening_morning: this has to be true or"),
    (_set("volunteers/0/skills", "taal"), f"{FIRST}.skills: this has to be a list"),
    (_set("volunteers/0/skills", [1]), f"{FIRST}.skills[0]: this has to be a text"),
    (_set("volunteers/0/max_week", True), f"{FIRST}.max_week: this has to be a number"),
    (_set("volunteers/0/max_week", "2"), f"{FIRST}.max_week: this has to be a number"),
    (_set("volunteers/0/max_week", -1), f"{FIRST}.max_week: this is below zero: -1"),
    (_set("volunteers/0/max_week", 1.5), f"{FIRST}.max_week: this has to be a whole number: 1.5"),
    (_set("volunteers/0/max_week", float("nan")), f"{FIRST}.max_week: this is no finite number"),
    (_set("volunteers/0/periods/p1/max", float("inf")), "p1.max: this is no finite number"),
    (_set("volunteers/0/periods/p1/used", -2), "p1.used: this is below zero: -2"),
    (_set("volunteers/0/periods/p9", {}), f"{FIRST}.periods.p9: this is not known: p9"),
    (_set("weights/can", float("-inf")), "weights.can: this is no finite number"),
    (_set("weights/can", 10**30), "weights.can: this is too large"),
    (_set("weights/can", -(10**30)), "weights.can: this is below zero"),
    (_set("weights/new_assignment", -1), "weights.new_assignment: this is below zero"),
    (_set("shifts/0/date", "2026-02-30"), f"{SHIFT}.date: there is no such date: 2026-02-30"),
    (_set("shifts/0/date", "20260907"), f"{SHIFT}.date: there is no such date: 20260907"),
    (_set("shifts/0/date", "07-09-2026"), f"{SHIFT}.date: there is no such date"),
    (_set("shifts/0/date", 20260907), f"{SHIFT}.date: this has to be a text"),
    (_set("shifts/0/part", "nacht"), f"{SHIFT}.part: this is not known: nacht"),
    (_set("shifts/0/week", 99), f"{SHIFT}.week: this is not known: 99"),
    (_set("shifts/0/end", 540), f"{SHIFT}.end: the end is not after the start"),
    (_set("parts/ochtend", [750, 540]), "parts.ochtend[1]: the end is not after the start"),
    (_set("parts/ochtend", [540]), "parts.ochtend: this has to be a list of two"),
    (_set("shifts/0/max", 0), f"{SHIFT}.max: the maximum is below the minimum"),
    (_set("shifts/0/min", -1), f"{SHIFT}.min: this is below zero: -1"),
    (_set("shifts/0/skills", {"taal": -1}), f"{SHIFT}.skills.taal: this is below zero: -1"),
    (_set("shifts/0/skills", ["taal"]), f"{SHIFT}.skills: this has to be an object"),
    (_set("shifts", {}), "shifts: this has to be a list"),
    (_set("shifts/0", "s1"), "shifts[0]: this has to be an object"),
    (_set("shifts/0/id", ""), "shifts[0].id: this has to be a text, and not an empty one"),
    (_set("shifts/0/id", "\ud800"), "shifts[0].id: this has to be a text"),
    (_set("pairs", [{"a": FIRST, "b": "x", "kind": "apart"}]), "pairs[0].b: this is not known: x"),
    (_set("pairs", [{"a": FIRST, "b": SECOND, "kind": "far"}]), "pairs[0].kind: this is not"),
    (_set("pairs", [{"a": FIRST, "b": FIRST, "kind": "apart"}]), "pairs[0]: this is a pair of one"),
    (_set("agreed", [["v999", SHIFT]]), "agreed[0][0]: this is not known: v999"),
    (_set("agreed", [[FIRST, "s999"]]), "agreed[0][1]: this is not known: s999"),
    (_set("agreed", [[FIRST, SHIFT]] * 2), f"agreed[1]: this stands there twice: {FIRST}, {SHIFT}"),
    (_set("pinned", [[FIRST]]), "pinned[0]: this has to be a list of two"),
    (_set("pinned", "v001"), "pinned: this has to be a list"),
]


@pytest.mark.parametrize(("spoil", "said"), TABLE, ids=[said for _, said in TABLE])
def test_what_is_wrong_is_said_with_its_place(spoil: Spoil, said: str) -> None:
    assert said in _sorry(_spoiled(spoil))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "1:1: from this line and column on the file is not JSON"),
        (b"{", "1:2: from this line"),
        (b'{"parts": {}, "parts": {}}', "parts: this stands there twice"),
        (b"\xff\xfe{", "0: the file is not text in UTF-8"),
        (b"[" * 100_000, "the file nests too deeply"),
        (b"[]", "this has to be an object"),
        (b"null", "this has to be an object"),
        (b'{"parts": {"\\ud800": 1}}', "this has to be a list of two"),
    ],
)
def test_what_is_no_problem_at_all_is_refused(content: bytes, said: str) -> None:
    assert said in _sorry(content)


def _everybody_can(data: dict[str, Any]) -> None:
    for one in data["volunteers"]:
        one["pattern"] = dict.fromkeys(one["pattern"], "can")
        one["exceptions"] = {}
        one["max_week"] = 9
        one["level"] = "regular"
        one["periods"]["p1"] |= {"max": 9, "used": 0}
    data["pairs"] = []
    data["agreed"] = []


def _pin(*pins: tuple[int, int]) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        _everybody_can(data)
        ids = [(data["volunteers"][v]["id"], data["shifts"][s]["id"]) for v, s in pins]
        data["pinned"] = [list(one) for one in ids]

    return change


def _with(*changes: Spoil) -> Spoil:
    def change(data: dict[str, Any]) -> None:
        for one in changes:
            one(data)

    return change


def _same_time(data: dict[str, Any]) -> None:
    for key in ("date", "start", "end", "part"):
        data["shifts"][1][key] = data["shifts"][0][key]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            _with(_pin((0, 0)), lambda d: _volunteer(d)["pattern"].update(
                dict.fromkeys(_volunteer(d)["pattern"], "cannot"))),
            f"{FIRST} cannot come",
        ),
        (_with(_pin((0, 0), (0, 1)), _same_time), f"{FIRST} is on duty then"),
        (
            _with(_pin((0, 0), (0, 1)), _set("volunteers/0/max_week", 1)),
            f"{FIRST} is at the maximum of 1 a week",
        ),
        (
            _with(_pin((0, 0), (0, 1)), _set("volunteers/0/periods/p1/used", 8)),
            f"{FIRST} is at the maximum of 9 in this period",
        ),
        (
            _with(_pin((0, 0), (1, 0)), _set("shifts/0/min", 1), _set("shifts/0/max", 1)),
            f"for {SECOND} there is no place on the shift",
        ),
        (
            _with(
                _pin((0, 0), (1, 0)),
                _set("pairs", [{"a": FIRST, "b": SECOND, "kind": "apart"}]),
            ),
            f"{SECOND} is kept apart",
        ),
        (
            _with(
                _pin((0, 0)),
                _set("volunteers/0/level", "beginner"),
                _set("shifts/0/min", 1),
                _set("shifts/0/max", 1),
            ),
            f"{FIRST} would be alone as a beginner",
        ),
    ],
)  # fmt: skip
def test_what_is_pinned_and_cannot_stay_is_named(spoil: Spoil, said: str) -> None:
    sorry = _sorry(_spoiled(spoil))
    assert sorry.split(":")[0] in (f"{FIRST}, {SHIFT}", f"{FIRST}, {OTHER}", f"{SECOND}, {SHIFT}")
    assert said in sorry


def test_two_pinned_beginners_who_need_the_same_company_cannot_both_stay() -> None:
    def spoil(data: dict[str, Any]) -> None:
        _pin((0, 0), (1, 1))(data)
        _same_time(data)
        for number, one in enumerate(data["volunteers"]):
            one["level"] = "regular" if number == 2 else "beginner"

    assert "would be alone as a beginner" in _sorry(_spoiled(spoil))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(st.data())
def test_whatever_stands_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    spoiled = json.loads(json.dumps(GOOD))
    place: Any = spoiled
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(JSON)
    try:
        read_problem(json.dumps(spoiled).encode())
    except ProblemMalformed as refusal:
        said = in_words(refusal)
    else:
        said = "it was read"
    assert said


# ---------------------------------------------------------------- on the command line


def _solve(capsys: pytest.CaptureFixture[str], *typed: str | Path) -> tuple[int, str]:
    try:
        status = cli.main(["roster", "solve", *map(str, typed)])
    except SystemExit as end:
        status = int(str(end.code))
    finally:
        close_log()
    told = capsys.readouterr()
    assert told.out == ""
    return status, told.err


def test_a_malformed_file_ends_with_1_one_line_and_no_solution(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, out = tmp_path / "problem.json", tmp_path / "out.json"
    problem.write_bytes(_spoiled(_set("shifts/0/date", "2026-02-30")))
    status, sorry = _solve(capsys, problem, "--out", out)
    assert (status, len(sorry.splitlines()), out.exists()) == (1, 1, False)
    assert sorry.startswith(f"{SHIFT}.date: ")


def test_a_good_file_is_solved_also_with_a_byte_order_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, out = tmp_path / "problem.json", tmp_path / "out.json"
    problem.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert _solve(capsys, problem, "--out", out, "--time-limit", "20") == (0, "")
    told = json.loads(out.read_bytes())
    assert (told["status"], told["objective"], told["bound"]) == ("optimal", 366, 366)
    assert set(told) == {"assignments", "status", "objective", "bound", "gaps"}


def test_each_gap_that_is_written_has_its_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, out = tmp_path / "problem.json", tmp_path / "out.json"
    problem.write_text(json.dumps(instance("MT-2")))
    assert _solve(capsys, problem, "--out", out) == (0, "")
    gaps = json.loads(out.read_bytes())["gaps"]
    assert [set(gap) for gap in gaps] == [{"shift", "need", "short", "reasons"}] * len(gaps)
    assert all(reason["text"] for gap in gaps for reason in gap["reasons"])
    because = {reason["because"] for gap in gaps for reason in gap["reasons"]}
    assert {"cannot", "week_full", "bottleneck"} <= because


@pytest.mark.parametrize("nothing", ["volunteers", "shifts"])
def test_a_problem_without_people_or_shifts_has_an_empty_roster(
    nothing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = GOOD | {nothing: [], "pairs": [], "agreed": [], "pinned": []}
    problem, out = tmp_path / "problem.json", tmp_path / "out.json"
    problem.write_text(json.dumps(data))
    assert _solve(capsys, problem, "--out", out) == (0, "")
    told = json.loads(out.read_bytes())
    assert (told["assignments"], told["status"]) == ([], "optimal")
    assert told["objective"] == told["bound"] > 0


def test_a_place_where_nothing_can_be_written_is_told_before_anybody_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = tmp_path / "problem.json"
    problem.write_text(json.dumps(instance("L-1")))
    for out in (tmp_path, tmp_path / "nowhere" / "out.json"):
        status, sorry = _solve(capsys, problem, "--out", out)
        assert (status, len(sorry.splitlines())) == (1, 1)
        assert str(out) in sorry


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, sorry = _solve(capsys, tmp_path / "none.json", "--out", tmp_path / "out.json")
    assert status == 1
    assert "none.json" in sorry


@pytest.mark.parametrize(
    "typed",
    [
        "roster",
        "roster dance",
        "roster solve",
        "roster solve problem.json",
        "roster solve --out out.json",
        "roster solve problem.json --out out.json --time-limit 0",
        "roster solve problem.json --out out.json --time-limit -5",
        "roster solve problem.json --out out.json --time-limit nan",
        "roster solve problem.json --out out.json --time-limit soon",
        "roster solve problem.json --out out.json --time 5",
    ],
)
def test_wrong_usage_ends_with_2(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(typed.split())
    assert end.value.code == 2
    assert "gebruik: dorpssteunpunt" in capsys.readouterr().err
