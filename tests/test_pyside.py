"""The installed Qt binding survives a long day: PySide6 6.12.0 did not on CPython 3.11."""

import subprocess
import sys

MANY_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["guard", "-platform", "offscreen"])
label = QLabel()
for number in range(200_000):
    label.setText("a" if number % 2 else "b")
print(label.text())
"""


def test_200_000_calls_without_a_result_do_not_end_the_interpreter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "a"), done.stderr
