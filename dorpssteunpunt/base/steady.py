"""Seconds that pass, whatever is done to the clock of the computer."""

import time


def steady_seconds() -> float:
    """Return seconds that never jump, and go on while the computer sleeps where it can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
