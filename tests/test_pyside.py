"""The traps of the Qt binding that ended the interpreter once: none of them is left."""

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

FORGOTTEN_WINDOWS = """
import gc
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from dorpssteunpunt.ui.kit.screens import room_around
application = QApplication(["guard", "-platform", "offscreen"])
gc.disable()
for number in range(2):
    window = QWidget()
    window.itself = window
    room_around(window)
    del window
gc.collect()
print(len(QGuiApplication.screens()))
"""


def test_200_000_calls_without_a_result_do_not_end_the_interpreter() -> None:
    assert _printed(MANY_CALLS) == "a"


def test_windows_that_are_forgotten_leave_the_screen_to_the_others() -> None:
    assert _printed(FORGOTTEN_WINDOWS) == "1"


def _printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
