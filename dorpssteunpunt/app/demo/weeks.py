"""The rosters and the logbook of the demo village, week after week."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from dorpssteunpunt.app.demo.cast import Cast, lists
from dorpssteunpunt.app.demo.stories import Story, at
from dorpssteunpunt.domain.accounts import Account
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.suitability import VolunteerUnavailable
from dorpssteunpunt.domain.swapping import Agreements
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import handover, roster
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.services.roster import SwapDraft

_WILLING = (AvailabilityLevel.PREFER, AvailabilityLevel.CAN)


def roster_stories(cast: Cast, today: date, chance: Random) -> Iterator[Story]:
    """Yield a story for each week from eight ago to three ahead."""
    week = Week.of(today - timedelta(weeks=8))
    last = Week.of(today + timedelta(weeks=3))
    while week <= last:
        yield _week(cast, week, today, chance)
        week = week.next()


def _week(cast: Cast, week: Week, today: date, chance: Random) -> Story:
    """Make a week some weeks ahead, fill it, publish it, and let somebody fall ill in it."""
    desk = cast.desk(cast.coordinator)
    made_on = week.monday - timedelta(days=24)
    yield at(made_on, 14.0)
    roster.make_week(desk, week)
    # The further ahead, the more is still open.
    filled = 0.97 if week <= Week.of(today + timedelta(weeks=1)) else 0.7
    for cell in _cells(roster.week(desk, week)):
        for _ in range(cell.missing):
            if chance.random() < filled:
                _fill(cast, cell.shift_id, chance)
    _choose_leads(cast, week)
    yield at(week.monday - timedelta(days=10), 15.0)
    roster.publish(desk, week)
    yield at(week.monday - timedelta(days=3), 16.5)
    _replace_one(cast, week, chance)
    _swap_one(cast, week, chance)
    if week == Week.of(today):
        _leave_a_gap(cast, week, today)
    _choose_leads(cast, week)


def _cells(view: roster.WeekView) -> list[roster.ShiftCell]:
    return [cell for row in view.rows for cell in row.cells if cell is not None]


def _fill(cast: Cast, shift_id: int, chance: Random) -> None:
    desk = cast.desk(cast.coordinator)
    willing = [
        candidate
        for candidate in roster.candidates(desk, shift_id)
        if candidate.suitability.level in _WILLING and not candidate.suitability.objections
    ]
    if willing:
        chosen = chance.choice(willing[:5])
        roster.assign(desk, shift_id, chosen.volunteer_id)


def _choose_leads(cast: Cast, week: Week) -> None:
    """Let somebody lead each shift that nobody leads; who has an account knows the desk best."""
    desk = cast.desk(cast.coordinator)
    experienced = {account.person_id for account in (cast.coordinator, *cast.desk_workers)}
    for cell in _cells(roster.week(desk, week)):
        if not any(one.is_lead for one in cell.people):
            for one in sorted(cell.people, key=lambda one: one.volunteer_id not in experienced)[:1]:
                roster.make_lead(desk, one.assignment_id)


def _replace_one(cast: Cast, week: Week, chance: Random) -> None:
    desk = cast.desk(cast.coordinator)
    cell = chance.choice([cell for cell in _cells(roster.week(desk, week)) if cell.people])
    roster.report_absent(desk, cell.people[-1].assignment_id, "Griep")
    willing = [
        candidate
        for candidate in roster.candidates(desk, cell.shift_id)
        if candidate.suitability.level in _WILLING
        and not candidate.suitability.objections
        and candidate.volunteer_id != cell.people[-1].volunteer_id
    ]
    for candidate in willing[1:3]:
        answer = chance.choice((Answer.NO, Answer.CALLS_BACK))
        roster.note_asking(desk, cell.shift_id, candidate.volunteer_id, answer)
    if willing:
        roster.note_asking(desk, cell.shift_id, willing[0].volunteer_id, Answer.YES)
        roster.assign(desk, cell.shift_id, willing[0].volunteer_id, stand_in=True)


def _leave_a_gap(cast: Cast, week: Week, today: date) -> None:
    """Let somebody break a wrist whom nobody replaces yet, after today when the week goes on."""
    desk = cast.desk(cast.coordinator)
    cells = [cell for cell in _cells(roster.week(desk, week)) if len(cell.people) > 1]
    cells.sort(key=lambda cell: (cell.on <= today, cell.on, cell.start))
    roster.report_absent(desk, cells[0].people[-1].assignment_id, "Pols gebroken")


def _swap_one(cast: Cast, week: Week, chance: Random) -> None:
    """Let two people swap, if there are two to whom it suits."""
    desk = cast.desk(cast.coordinator)
    cells = [cell for cell in _cells(roster.week(desk, week)) if cell.people]
    given = chance.choice(cells).people[0]
    suiting = [
        (partner.candidate.volunteer_id, back.assignment_id)
        for partner in roster.swap_partners(desk, given.assignment_id)
        for back in partner.returns[:1]
        if not partner.candidate.suitability.objections
    ]
    if not suiting:
        return
    taker, back = chance.choice(suiting)
    agreed = Agreements(desk.clock.today() - timedelta(days=1), desk.clock.today())
    draft = SwapDraft(
        assignment_id=given.assignment_id, taker_id=taker, return_id=back, agreements=agreed
    )
    with suppress(VolunteerUnavailable):  # the shift in return may not suit the first
        roster.swap(desk, draft)


def handover_stories(cast: Cast, today: date, chance: Random) -> Iterator[Story]:
    """Yield an entry for most working days of eight weeks, the last few days all of them."""
    entries = lists()["handovers"]
    day = today - timedelta(weeks=8)
    turn = 0
    while day <= today:
        recent = (today - day).days <= 4
        if day.isoweekday() <= 6 and day < today and (recent or chance.random() < 0.6):
            for hour in (11.75, 16.25) if recent else (16.25,):
                yield _entry(cast, day, hour, entries[turn % len(entries)], chance)
                turn += 1
        day += timedelta(days=1)


def _entry(cast: Cast, day: date, hour: float, words: Mapping[str, Any], chance: Random) -> Story:
    author = chance.choice(cast.desk_workers)
    yield at(day, hour + chance.randrange(0, 40) / 60)
    draft = EntryDraft(
        level=Level(words["level"]),
        situation=words["situation"],
        background=words.get("background", ""),
        assessment=words.get("assessment", ""),
        contingency=words.get("contingency", ""),
        occurred_at=at(day, hour),
        actions=tuple(
            ActionDraft(what, who, day + timedelta(days=1 + days))
            for what, who, days in words.get("actions", ())
        ),
    )
    entry = handover.write_entry(cast.desk(author), draft).subject
    assert entry is not None
    next_day = day + timedelta(days=2 if day.isoweekday() == 6 else 1)
    others = [account for account in cast.desk_workers if account != author]
    reader = chance.choice(others)
    if "correction" in words:
        yield at(next_day, 9.3)
        handover.correct_entry(
            cast.desk(reader), entry, replace(draft, **words["correction"], actions=())
        )
        reader = author
    yield from _followed_up(cast, entry, next_day, reader, chance)


def _followed_up(cast: Cast, entry: int, day: date, reader: Account, chance: Random) -> Story:
    yield at(day, 13.1 + chance.random())
    desk = cast.desk(reader)
    handover.read_entry(desk, entry)
    if chance.random() < 0.8:
        handover.acknowledge(desk, entry, chance.choice(lists()["acknowledgements"]))
    yield at(day, 15.5 + chance.random())
    for action in handover.entry_detail(desk, entry).actions:
        if chance.random() < 0.8:
            handover.finish_action(desk, action.id)
