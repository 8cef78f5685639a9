"""Prints what a screen reader finds in the program's windows, as JSON: role and name of each part.

Run by the Python of the system, which has pyatspi; so it uses nothing of this project.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]

_MANY = 60  # rows of a list that are looked at


def parts(accessible: Any) -> Iterator[dict[str, object]]:
    """Yield everything that shows, with whether the keyboard reaches it."""
    state = accessible.getState()
    if state.contains(pyatspi.STATE_SHOWING):
        reached = state.contains(pyatspi.STATE_FOCUSABLE)
        yield {"role": accessible.getRoleName(), "name": accessible.name, "reached": reached}
    for place in range(min(accessible.childCount, _MANY)):
        child = accessible.getChildAtIndex(place)
        if child is not None:
            yield from parts(child)


programs = [one for one in pyatspi.Registry.getDesktop(0) if one is not None]
found = [part for one in programs if one.name.casefold() == "dorpssteunpunt" for part in parts(one)]
sys.stdout.write(json.dumps(found))
