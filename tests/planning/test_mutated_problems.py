"""Valid problems, spoiled in every way that comes to mind: solved, or refused in one line."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorpssteunpunt.app import cli
from dorpssteunpunt.base.log import close_log
from tests.planning.problems import instance
from tests.planning.test_against_every_roster import problems

DEEP: Any = []
for _level in range(200):
    DEEP = [DEEP]

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([-1, 1.5, 10**7, 10**400, -(10**30), 1e308, DEEP, {}, [], "", " "]),
    st.sampled_from([float("nan"), float("inf"), float("-inf"), -0.0, 2.0]),
    st.sampled_from(["\ud800", "v1", "s0", "p1", "0:ochtend", "2026-02-30", "2026-11-23"]),
    st.text(max_size=5),
    st.integers(),
)

Spot = tuple[Any, Any]
"""A list or an object, with a place or a key in it."""


def _spots(value: Any) -> Iterator[Spot]:
    """Yield every place in JSON data where something stands."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for place, inner in places:
        yield value, place
        if isinstance(inner, dict | list):
            yield from _spots(inner)


def _replace(spot: Spot, junk: Any) -> None:
    within, place = spot
    within[place] = junk


def _drop(spot: Spot, _junk: Any) -> None:
    within, place = spot
    del within[place]


def _repeat(spot: Spot, _junk: Any) -> None:
    within, place = spot
    if isinstance(within, list):
        within.append(within[place])


def _rename(spot: Spot, junk: Any) -> None:
    within, place = spot
    if isinstance(within, dict):
        within[str(junk)] = within.pop(place)


def _move(spot: Spot, _junk: Any) -> None:
    """Let what stands first in the same list or object stand here too."""
    within, place = spot
    first = next(iter(within)) if isinstance(within, dict) else 0
    within[place] = within[first]


MUTATIONS: list[Callable[[Spot, Any], None]] = [_replace, _drop, _repeat, _rename, _move]


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """Return a valid problem after one to three changes of its data."""
    data = json.loads(json.dumps(draw(problems())))
    for _change in range(draw(st.integers(1, 3))):
        spots = list(_spots(data))
        spot = spots[draw(st.integers(0, len(spots) - 1))]
        draw(st.sampled_from(MUTATIONS))(spot, draw(JUNK))
    return json.dumps(data).encode()


@st.composite
def scribbled(draw: st.DrawFn) -> bytes:
    """Return the bytes of a valid problem after something happened to the file."""
    content = json.dumps(draw(problems())).encode()
    at = draw(st.integers(0, len(content)))
    junk = draw(
        st.binary(max_size=4) | st.sampled_from([b"\xef\xbb\xbf", b"NaN", b"}", b'"', b"\0"])
    )
    return draw(
        st.sampled_from(
            [
                content[:at],
                content[:at] + junk + content[at:],
                content[:at] + junk + content[at + len(junk) :],
                content + junk,
                b"\xef\xbb\xbf" + content[:at] + junk,
                content.decode().encode("utf-16"),
                content.replace(b'"id"', b'"id": "v1", "id"', 1),
                b"[" * at + content,
            ]
        )
    )


def _solves(content: bytes) -> tuple[int, str, bytes | None]:
    """Return how the command ends, what it says, and the file it writes."""
    with TemporaryDirectory() as folder:
        problem, out = Path(folder, "problem.json"), Path(folder, "solution.json")
        problem.write_bytes(content)
        said, printed = io.StringIO(), io.StringIO()
        with redirect_stderr(said), redirect_stdout(printed):
            status = cli.main(
                ["roster", "solve", str(problem), "--out", str(out), "--time-limit", "10"]
            )
        close_log()
        assert printed.getvalue() == ""
        return status, said.getvalue(), out.read_bytes() if out.exists() else None


def _is_solved_or_refused(content: bytes) -> None:
    status, said, written = _solves(content)
    if status == 0:
        assert said == ""
        assert written is not None
        assert set(json.loads(written)) == {"assignments", "status", "objective", "bound", "gaps"}
    else:
        assert status == 1
        assert written is None
        (line,) = said.splitlines()
        assert line.strip()
        assert len(line) < 200
        assert "Traceback" not in line


@settings(max_examples=150, deadline=None)
@given(spoiled())
def test_a_problem_with_other_data_is_solved_or_refused_in_one_line(content: bytes) -> None:
    _is_solved_or_refused(content)


@settings(max_examples=80, deadline=None)
@given(scribbled())
def test_a_file_that_something_happened_to_is_solved_or_refused_in_one_line(
    content: bytes,
) -> None:
    _is_solved_or_refused(content)


@pytest.mark.parametrize(
    "name", ["a\nb", "a\rb", "a\u2028b", "\x1b[31mred", "\ud800", "\u202eb", "x" * 5_000]
)
def test_a_strange_name_is_told_on_one_line_that_every_terminal_can_show(name: str) -> None:
    data = instance("S-1")
    for spot in (data["volunteers"][0]["pattern"], data["weights"]):
        spot[name] = "can"
    data["volunteers"][1]["id"] = name
    data["volunteers"][1]["level"] = name
    status, said, written = _solves(json.dumps(data).encode())
    assert (status, len(said.splitlines()), written) == (1, 1, None)
    assert len(said) < 200
    assert said.rstrip("\n").isprintable()


@pytest.mark.parametrize("depth", [100, 1_000, 10_000, 1_000_000])
def test_however_deep_a_file_nests_it_is_refused_in_one_line(depth: int) -> None:
    for content in (b"[" * depth + b"]" * depth, b'{"parts":' * depth + b"1" + b"}" * depth):
        status, said, written = _solves(content)
        assert (status, len(said.splitlines()), written) == (1, 1, None)
