"""The same problem has the same answer, in whatever order it is told and however Python hashes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services.ports.planner import Watch
from tests.planning.problems import INSTANCES, instance, problem, problem_of, shuffled


@pytest.mark.parametrize("name", ["S-2", "M-3"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_rows_and_keys_changes_nothing(name: str, seed: int) -> None:
    data = instance(name)
    other = shuffled(data, seed)
    assert json.dumps(other) != json.dumps(data)
    planner = RosterPlanner()
    assert planner.weigh(problem_of(other), Watch()) == planner.weigh(problem(name), Watch())


def test_the_file_that_is_written_is_the_same_with_every_hash_seed(tmp_path: Path) -> None:
    written = set()
    for seed in ("0", "1", "2"):
        out = tmp_path / f"{seed}.json"
        command = [sys.executable, "-m", "dorpssteunpunt", "roster", "solve"]
        subprocess.run(
            [*command, str(INSTANCES / "M-2.json"), "--out", str(out)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        written.add(out.read_bytes())
    assert len(written) == 1
