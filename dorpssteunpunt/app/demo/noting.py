"""Who confirmed their shifts in the demo village, and who was there."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from dorpssteunpunt.app.demo.cast import Cast
from dorpssteunpunt.app.demo.stories import Story, at
from dorpssteunpunt.domain.attendance import Presence
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import MarkDraft, OnShift

_EARLY, _LATE = 0.35, 0.8  # how many of those left confirm a week before, and just before
_HOW = (How.AT_DESK, How.AT_DESK, How.BY_PHONE, How.VOICEMAIL)
_FORGOTTEN, _ODD = 0.1, 0.06  # shifts that nobody noted, and shifts on which somebody was amiss
_WHY_LATE = ("Bus gemist", "Band lek", "")


def noting_stories(cast: Cast, today: date, chance: Random) -> Iterator[Story]:
    """Yield a story for each week from eight ago to one ahead."""
    week = Week.of(today - timedelta(weeks=8))
    last = Week.of(today + timedelta(weeks=1))
    while week <= last:
        yield _week(cast, week, chance)
        week = week.next()


def _week(cast: Cast, week: Week, chance: Random) -> Story:
    yield at(week.monday - timedelta(days=7), 11.0)
    _confirm(cast, week, chance, _EARLY)
    yield at(week.monday - timedelta(days=2), 11.5)
    _confirm(cast, week, chance, _LATE)
    view = roster.week(cast.desk(cast.coordinator), week)
    for cell in sorted(view.cells, key=lambda cell: (cell.on, cell.start)):
        yield at(cell.on, cell.start.hour + 0.75)
        if chance.random() >= _FORGOTTEN:
            _note(cast, cell.shift_id, week, chance)


def _confirm(cast: Cast, week: Week, chance: Random, share: float) -> None:
    """Let some of those who did not confirm do so, or be called in vain."""
    desk = cast.desk(chance.choice(cast.desk_workers))
    for cell in roster.week(desk, week).cells:
        for one in cell.people:
            if one.is_to_confirm and chance.random() < share:
                roster.confirm(desk, one.volunteer_id, [cell.shift_id], chance.choice(_HOW))


def _note(cast: Cast, shift_id: int, week: Week, chance: Random) -> None:
    """Let whoever is at the desk note who came, and now and then that somebody did not."""
    desk = cast.desk(chance.choice(cast.desk_workers))
    cell = roster.week(desk, week).cell(shift_id)
    if cell is None or cell.closed_because:
        return
    if cell.people and chance.random() < _ODD:
        roster.note_attendance(desk, shift_id, [_amiss(cell.people[-1], chance)])
    roster.note_everybody_present(desk, shift_id)


def _amiss(one: OnShift, chance: Random) -> MarkDraft:
    if chance.random() < 0.3:
        return MarkDraft(volunteer_id=one.volunteer_id, presence=Presence.MISSED, note="Vergeten")
    return MarkDraft(
        volunteer_id=one.volunteer_id,
        presence=Presence.LATE,
        minutes_late=chance.choice((10, 15, 20)),
        note=chance.choice(_WHY_LATE),
    )
