"""A wrong key on the command line: one line on standard error, the count of it in the log."""

import os
import subprocess
import sys
from pathlib import Path

from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.store.passphrases import new_passphrase
from tests.village import Village


def _check(store: Path, passphrase: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "dorpssteunpunt", "check", "--store", str(store)],
        env=os.environ | {"DORPSSTEUNPUNT_PASSPHRASE": passphrase},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_a_wrong_passphrase_is_one_line_for_the_person_and_one_for_the_log(
    village: Village,
) -> None:
    wrong = new_passphrase()
    done = _check(village.door.path, wrong)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "Sleutelzin onjuist. Kijk op uw papier en probeer het nog een keer."
    ]
    log = (Places.of_this_user().logs() / "dorpssteunpunt.log").read_text("utf-8")
    assert "wrong attempt" in log
    assert wrong not in log


def test_without_a_place_for_the_log_there_is_still_only_one_line(village: Village) -> None:
    logs = Places.of_this_user().logs()
    logs.parent.mkdir(parents=True)
    logs.write_text("a file where the folder should be")
    assert len(_check(village.door.path, new_passphrase()).stderr.splitlines()) == 1
