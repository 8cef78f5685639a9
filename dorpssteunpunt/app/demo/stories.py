"""How a village comes to life: stories that each wait for their moment and act through services.

A story is a generator: it yields the moment it waits for and acts when that moment has come. What
still waits when today is reached has simply not happened yet, so that every state there can be is
found in the village.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import count

from dorpssteunpunt.base.clock import ZONE, FixedClock

Story = Iterator[datetime]


def at(day: date, hour: float) -> datetime:
    """Return a moment on a day; 9.5 is half past nine."""
    hours, minutes = divmod(round(hour * 60), 60)
    return datetime.combine(day, time(hours, minutes), ZONE)


def play(stories: Iterable[Story], clock: FixedClock, until: datetime) -> None:
    """Let stories act in the order of their moments, up to a moment."""
    turn = count()
    waiting: list[tuple[datetime, int, Story]] = []
    for story in stories:
        _wait(waiting, next(turn), story)
    while waiting and waiting[0][0] <= until:
        moment, _, story = heapq.heappop(waiting)
        clock.moment = moment
        _wait(waiting, next(turn), story)
    clock.moment = until


def _wait(waiting: list[tuple[datetime, int, Story]], turn: int, story: Story) -> None:
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, turn, story))
