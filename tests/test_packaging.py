"""What is built is whole: the wheel carries its resources, the sdist can make the wheel."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
# What only the build needs stays out of the wheel.
FOR_THE_BUILD = {".po", ".py", ".pyc"}

pytestmark = pytest.mark.slow


def _build(target: str, source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.iterdir())


def _shipped_resources() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in RESOURCES.rglob("*")
        if path.is_file() and path.suffix not in FOR_THE_BUILD
    }


def test_the_wheel_holds_every_resource_and_works_from_there(tmp_path: Path) -> None:
    wheel = _build("wheel", ROOT, tmp_path / "dist")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        packed.extractall(installed)
    assert {f"dorpssteunpunt/{name}" for name in _shipped_resources()} <= names
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".po")]
    assert _greeting_from(installed) == "Goedemorgen"


def _greeting_from(installed: Path) -> str:
    ask = (
        "from dorpssteunpunt.base import i18n, paths;"
        f"assert paths.resource('icons').is_relative_to({str(installed)!r});"
        "i18n.use_language('nl'); print(i18n._('Good morning'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr


def test_the_sdist_makes_the_same_wheel(tmp_path: Path) -> None:
    sdist = _build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(sdist) as packed:
        # Early versions of Python 3.11 know no filter for what is unpacked.
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(tmp_path / "source")
    source = next((tmp_path / "source").iterdir())
    again = _build("wheel", source, tmp_path / "again")
    first = _build("wheel", ROOT, tmp_path / "first")
    assert _names(again) == _names(first)


def _names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as packed:
        return sorted(packed.namelist())
