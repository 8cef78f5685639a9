"""How long a calendar and a spreadsheet take, and what the first of each costs to import."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

import pytest

from dorpssteunpunt.files.writer import OfficeFileWriter
from dorpssteunpunt.services.exports.records import Export
from tests.files.test_calendar import CALENDAR, EVENT
from tests.files.test_spreadsheet import PLACE, SHIFT, TABLE

YEAR = replace(CALENDAR, events=tuple(replace(EVENT, uid=f"{each}@linde") for each in range(700)))
ROSTER = replace(TABLE, shifts=(SHIFT,) * 700, places=(PLACE,) * 1400)
_ROUNDS = 7

_COLD = "from time import perf_counter as t; s = t(); import {library}; print((t() - s) * 1000)"


def _median_ms(write: Callable[[], bytes]) -> float:
    write()
    times = []
    for _ in range(_ROUNDS):
        start = perf_counter()
        write()
        times.append((perf_counter() - start) * 1000)
    return median(times)


@pytest.mark.parametrize(
    ("name", "library", "export"),
    [
        ("calendar of a year, 700 shifts", "icalendar", YEAR),
        ("spreadsheet of a year, 2100 lines", "xlsxwriter", ROSTER),
    ],
)
def test_a_year_is_written_in_a_moment(name: str, library: str, export: Export) -> None:
    writer = OfficeFileWriter()
    taken = _median_ms(lambda: writer.write(export))
    script = [sys.executable, "-c", _COLD.format(library=library)]
    cold = float(subprocess.run(script, capture_output=True, text=True, check=True).stdout)
    size = len(writer.write(export)) / 1024
    print(f"\n{name:<36}{taken:8.1f} ms median {cold:8.1f} ms to import {size:8.1f} KiB")
    assert taken <= 1000
