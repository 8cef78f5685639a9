"""What happens to a command when nobody can hear it, or no screen answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.village import Village

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for /dev/full and for X")

_NEW = (
    *("--name", "De Linde", "--village", "Heusden"),
    *("--coordinator", "Mieke Claessens", "--supporter", "Anouk Verhoeven"),
)


def _run(*typed: str, out: str = "", **environment: str) -> tuple[int, list[str]]:
    """Run the command with its output in this file, or closed; return status and complaints."""
    command = [sys.executable, "-m", "dorpssteunpunt", *typed]
    with Path(out or os.devnull).open("w", encoding="utf-8") as file:
        done = subprocess.run(
            command if out else ["sh", "-c", 'exec "$@" >&-', "sh", *command],
            stdout=file,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, **environment},
        )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("out", ["", "/dev/full"])
def test_a_new_store_whose_secrets_nobody_got_is_not_left_behind(tmp_path: Path, out: str) -> None:
    status, said = _run("new", "--store", str(tmp_path / "new.store"), *_NEW, out=out)
    assert (status, len(said)) == (1, 1)
    assert list(tmp_path.glob("*new.store*")) == []


@pytest.mark.parametrize("out", ["", "/dev/full"])
def test_findings_that_nobody_can_read_are_no_success(village: Village, out: str) -> None:
    status, said = _run(
        "check",
        "--store",
        str(village.door.path),
        out=out,
        DORPSSTEUNPUNT_PASSPHRASE=village.issued.passphrase,
    )
    assert (status, len(said)) == (1, 1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a screen is named")
@pytest.mark.parametrize(
    "screen",
    [
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": ""},
        {"DISPLAY": "", "WAYLAND_DISPLAY": "nothing-there", "QT_QPA_PLATFORM": ""},
        {"QT_QPA_PLATFORM": "unheard-of"},
    ],
)
def test_a_screen_that_does_not_answer_is_said_in_one_line(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    status, said = _run("--store", str(tmp_path / "some.store"), out=os.devnull, **screen)
    assert (status, len(said)) == (1, 1)
    assert "libxcb-cursor0" in said[0]
