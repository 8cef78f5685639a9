"""How long a paper takes, against an empty page that ReportLab draws in the same run."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from tests.pdf.examples import PAPERS, ROSTER
from tests.pdf.roster_examples import CROWDED, NOVEMBER

ROSTER_MS = 15.0
MONTH_MS = 50.0
ROSTER_BYTES = 64 * 1024
_ROUNDS = 40

_COLD = """
from time import perf_counter
start = perf_counter()
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.pdf.writer import PdfSheetWriter
from tests.pdf.examples import ROSTER
use_language("nl")
PdfSheetWriter().draw(ROSTER)
print((perf_counter() - start) * 1000)
"""


def _empty_page() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _milliseconds(draw: Callable[[], bytes]) -> list[float]:
    draw()
    times = []
    for _ in range(_ROUNDS):
        start = perf_counter()
        draw()
        times.append((perf_counter() - start) * 1000)
    return sorted(times)


def _cold_milliseconds() -> float:
    """Return how long the first roster of a new process takes."""
    command = [sys.executable, "-c", _COLD]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _line(name: str, times: list[float], empty: float, size: int) -> None:
    print(
        f"{name:<28}{times[0]:8.2f} ms at best {median(times):8.2f} ms median "
        f"{median(times) / empty:7.1f} × an empty page {size / 1024:7.1f} KiB"
    )


def test_a_warm_roster_is_drawn_in_time() -> None:
    writer = PdfSheetWriter()
    times = _milliseconds(_empty_page)
    empty = median(times)
    print()
    _line("an empty page", times, empty, len(_empty_page()))
    for name, paper in (*PAPERS.items(), ("month, 60 long names", CROWDED)):
        times = _milliseconds(partial(writer.draw, paper))
        _line(name, times, empty, len(writer.draw(paper)))
        if paper is ROSTER:
            assert times[0] <= ROSTER_MS
        if paper in (NOVEMBER, CROWDED):
            assert times[0] <= MONTH_MS
    print(f"{'the first, with imports':<28}{_cold_milliseconds():8.2f} ms")
    assert len(writer.draw(ROSTER)) <= ROSTER_BYTES
