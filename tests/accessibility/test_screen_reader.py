"""A real screen reader's bus: every control that shows has a role and says its name."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from dorpssteunpunt.services.changes import Room

_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_ROLES = {
    "push button",
    "button",
    "toggle button",
    "check box",
    "combo box",
    "entry",
    "text",
    "password text",
    "spin button",
    "list",
    "list item",
    "table",
    "table cell",
    "menu item",
}


def _lacking() -> str:
    """Return what this computer lacks to listen, or nothing."""
    for tool in ("xvfb-run", "dbus-run-session", str(_LAUNCHER)):
        if shutil.which(tool) is None:
            return tool
    listens = [*("/usr/bin/python3", "-c"), "import pyatspi"]
    done = subprocess.run(listens, capture_output=True, check=False)
    return "pyatspi" if done.returncode else ""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, object]]]:
    """What a screen reader finds in each place, by its name."""
    if not sys.platform.startswith("linux"):
        pytest.skip("this bus is that of Linux")
    if lacking := _lacking():
        pytest.skip(f"there is no {lacking} here")
    folder = tmp_path_factory.mktemp("listening")
    window = f"{sys.executable} -m tests.accessibility.window {folder}"
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", f"{_LAUNCHER} & exec {window}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "HOME": str(folder / "home"),
        },
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {each["place"]: each["parts"] for each in told}


def test_every_control_says_what_it_is(found: dict[str, list[dict[str, object]]]) -> None:
    assert {room.value for room in Room} < {place for place, parts in found.items() if parts}
    nameless = Counter(
        (place, part["role"])
        for place, parts in found.items()
        for part in parts
        if (part["reached"] or part["role"] in _ROLES) and not str(part["name"]).strip()
    )
    assert nameless == {}


def test_whatever_the_keyboard_reaches_has_a_role(
    found: dict[str, list[dict[str, object]]],
) -> None:
    for place, parts in found.items():
        reached = [part["role"] for part in parts if part["reached"]]
        assert reached, place
        assert not {"unknown", "invalid"} & set(reached), place
