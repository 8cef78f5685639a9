"""The self-test of the program: it passes here, and says so when a part is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dorpssteunpunt.app import self_test as proving
from dorpssteunpunt.app.self_test import Trial, self_test
from dorpssteunpunt.base.i18n import current_language
from dorpssteunpunt.base.paths import Places

CHECKS = [
    "folders",
    "catalogues",
    "resources",
    "keyring",
    "store founded",
    "engine and cipher",
    "request kept and found",
    "signal sealed and read",
    "papers drawn",
    "papers shown",
    "files written",
    "public holidays known",
    "roster solved",
    "window shown",
    "no network",
]
# What shows a window, or watches the whole interpreter, is tried in a program of its own.
IN_THIS_PROGRAM = [name for name in CHECKS if name != "window shown"]


@pytest.fixture
def without_window(monkeypatch: pytest.MonkeyPatch) -> None:
    checks = [(name, check) for name, check in proving._CHECKS if name in IN_THIS_PROGRAM]
    monkeypatch.setattr(proving, "_CHECKS", tuple(checks))
    monkeypatch.setattr(sys, "addaudithook", lambda _hook: None)


def _places(tmp_path: Path) -> Places:
    return Places(tmp_path / "none" / "settings", tmp_path / "none" / "data")


def test_a_whole_program_passes_and_leaves_the_folders_of_its_user_alone(
    home_of_its_own: Path,
) -> None:
    environment = {**os.environ, "TMPDIR": str(home_of_its_own.parent)}
    done = subprocess.run(
        [sys.executable, "-m", "dorpssteunpunt", "self-test"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.splitlines() == [f"ok {name}" for name in CHECKS]
    left = [path.suffix for path in home_of_its_own.rglob("*") if path.is_file()]
    assert set(left) <= {".log"}
    assert not list(home_of_its_own.parent.glob("dorpssteunpunt-*"))


@pytest.mark.usefixtures("without_window")
def test_a_missing_part_is_named_and_what_does_not_need_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_parts: str) -> Path:
        raise FileNotFoundError("fonts")

    monkeypatch.setattr(proving, "resource", broken)
    assert self_test(_places(tmp_path)) == 1
    told = capsys.readouterr()
    assert "failed resources" in told.out.splitlines()
    assert "ok papers shown" in told.out.splitlines()
    assert "FileNotFoundError" in told.err


@pytest.mark.usefixtures("without_window")
def test_without_a_store_all_that_stands_on_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = [(name, check) for name, check in proving._CHECKS if name != "store founded"]
    monkeypatch.setattr(proving, "_CHECKS", tuple(checks))
    assert self_test(_places(tmp_path)) == 1
    failed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("failed")]
    assert failed == [
        "failed engine and cipher",
        "failed request kept and found",
        "failed signal sealed and read",
        "failed papers drawn",
        "failed papers shown",
        "failed files written",
    ]


@pytest.mark.usefixtures("without_window")
def test_a_program_without_standard_output_still_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert self_test(_places(tmp_path)) == 0
    assert current_language() == "nl"


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        ("socket.getaddrinfo", ("example.org", 443, 0, 0, 0)),
        ("socket.connect", (None, ("192.0.2.1", 443))),
    ],
)
def test_reaching_for_the_network_is_a_failure(
    tmp_path: Path, event: str, facts: tuple[object, ...]
) -> None:
    trial = Trial(tmp_path)
    proving._watch(trial, "socket.connect", (None, "/run/user/1000/bus"))
    proving._no_network(trial, _places(tmp_path))
    proving._watch(trial, event, facts)
    with pytest.raises(proving.NotProven):
        proving._no_network(trial, _places(tmp_path))
