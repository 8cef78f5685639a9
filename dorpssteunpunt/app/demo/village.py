"""Founds the demo village and lets eight weeks happen in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from dorpssteunpunt.app.demo.cast import Cast, gather, lists
from dorpssteunpunt.app.demo.note import DEMO_PIN
from dorpssteunpunt.app.demo.noting import noting_stories
from dorpssteunpunt.app.demo.requests import STORIES, concern_stories, request_stories
from dorpssteunpunt.app.demo.stories import at, play
from dorpssteunpunt.app.demo.weeks import handover_stories, roster_stories
from dorpssteunpunt.app.demo.wishes import hold_places, say_wishes
from dorpssteunpunt.app.front_door import FrontDoor, found_store
from dorpssteunpunt.base.clock import FixedClock
from dorpssteunpunt.base.i18n import current_language, use_language
from dorpssteunpunt.domain.accounts import Account
from dorpssteunpunt.domain.help_requests import HelpRequest, RequestState
from dorpssteunpunt.domain.holidays import SchoolRegion
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.services import accounts, roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.founding import Founding, default_dayparts
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.store.keys import IssuedKeys
from dorpssteunpunt.store.stretching import Cost

_BATCH = 5000


def make_village(
    door: FrontDoor, seed: int, requests: int | None, cost: Cost | None = None
) -> IssuedKeys:
    """Make the demo village at a door and return its keys.

    The content follows from the seed and the date of the door's clock, at whatever time of the
    day: what happens in it ended last night. Keys are always random. Raises what `found_store`
    raises.
    """
    words = lists()
    today = door.clock.today()
    began = at(today - timedelta(weeks=12), 10.0)
    clock = FixedClock(began)
    with _dutch():
        founding = Founding(
            support_point=SupportPoint(**words["support_point"], is_demo=True),
            coordinator=parse_name(words["coordinator"]),
            supporter=parse_name(words["supporter"]),
            dayparts=default_dayparts(),
        )
        issued = found_store(replace(door, clock=clock), founding, cost)
    supporter = replace(door, clock=clock).enter_with_passphrase(issued.passphrase_supporter)
    try:
        desk = supporter.desk
        with desk.store.writing() as uow:
            workers = _live(desk, uow, clock, today, seed, requests)
        accounts.set_pin(desk, desk.actor.id, DEMO_PIN)
    finally:
        supporter.leave()
    _hand_out_pins(replace(door, clock=clock), issued, workers)
    return issued


@contextmanager
def _dutch() -> Iterator[None]:
    """Speak Dutch for a while: a village in Brabant names its kinds of help so, whoever looks."""
    before = current_language()
    use_language("nl")
    try:
        yield
    finally:
        use_language(before)


def _live(
    desk: Desk, uow: UnitOfWork, clock: FixedClock, today: date, seed: int, requests: int | None
) -> list[Account]:
    chance = Random(seed)
    coordinator = next(a for a in uow.accounts.accounts() if a.id != desk.actor.id)
    cast = gather(replace(desk, actor=coordinator), desk.actor, clock, uow, chance)
    say_wishes(uow, lists()["skills"], today, chance)
    hold_places(uow, clock.today(), today, chance)
    roster.take_over_school_holidays(cast.desk(coordinator), SchoolRegion.SOUTH)
    told = STORIES if requests is None else min(requests, STORIES)
    if requests is not None:
        _old_requests(cast, today, requests - told, chance)
    stories = [
        *roster_stories(cast, today, chance),
        *noting_stories(cast, today, Random(seed + 1)),
        *request_stories(cast, today, chance, told),
        *handover_stories(cast, today, chance),
        *concern_stories(cast, today, chance),
    ]
    play(stories, clock, at(today, 0.0))
    return [coordinator, *cast.desk_workers]


def _old_requests(cast: Cast, today: date, count: int, chance: Random) -> None:
    """Add closed requests of long ago, many at once, for who wants to see a large village."""
    uow = cast.store.uow
    kinds = uow.support_point.kinds()
    texts = [what for several in lists()["requests"].values() for what, _ in several]
    for start in range(0, count, _BATCH):
        uow.help_requests.add_many(
            [
                _old_request(cast, today, chance, kinds[chance.randrange(len(kinds))].id, texts)
                for _ in range(min(_BATCH, count - start))
            ]
        )


def _old_request(
    cast: Cast, today: date, chance: Random, kind: int, texts: list[str]
) -> HelpRequest:
    on = today - timedelta(days=chance.randrange(70, 3650))
    return HelpRequest(
        requester_id=chance.choice(cast.residents),
        kind_id=kind,
        what=chance.choice(texts),
        needed_on=on + timedelta(days=3),
        state=RequestState.DONE,
        recorded_at=at(on, 10.0),
        recorded_by=cast.desk_workers[0].id,
        due_on=on + timedelta(days=3),
        closed_at=at(on + timedelta(days=4), 11.0),
    )


def _hand_out_pins(door: FrontDoor, issued: IssuedKeys, workers: list[Account]) -> None:
    premises = door.enter_with_passphrase(issued.passphrase)
    try:
        for account in workers:
            accounts.set_pin(premises.desk, account.id, DEMO_PIN)
        accounts.furnish_lobby(premises.desk)
    finally:
        premises.leave()
