"""The help requests and signals of the demo village, each from its first word to its outcome."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from dorpssteunpunt.app.demo.cast import Cast, lists
from dorpssteunpunt.app.demo.stories import Story, at
from dorpssteunpunt.domain.candidates import Fit
from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.domain.help_requests import RequestState, Urgency
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.domain.times import parse_typed_time
from dorpssteunpunt.services import concerns, help_requests
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.desk import Desk

STORIES = 120
"""How many requests are told from beginning to end, without being asked for more or fewer."""

_NOBODY_FOUND = 0.08  # how often a request waits for weeks, until it is given up
_OUTCOMES = {
    RequestState.DONE: 80,
    RequestState.UNMET: 7,
    RequestState.WITHDRAWN: 7,
    RequestState.REFERRED: 6,
}


def request_stories(cast: Cast, today: date, chance: Random, count: int) -> Iterator[Story]:
    """Yield the stories of some requests, spread over eight weeks, more of them lately."""
    kinds = {kind.name: kind.id for kind in cast.store.uow.support_point.kinds()}
    wishes = [
        (kinds[kind], what, hours)
        for kind, texts in lists()["requests"].items()
        if kind in kinds
        for what, hours in texts
    ]
    for _ in range(count):
        days_ago = 1 + int(55 * chance.random() ** 1.5)
        recorded_on = today - timedelta(days=days_ago)
        if recorded_on.isoweekday() == 7:
            recorded_on -= timedelta(days=1)
        yield _request(cast, recorded_on, chance.choice(wishes), chance)


def _request(cast: Cast, on: date, wish: tuple[int, str, float], chance: Random) -> Story:
    """Tell of one request; only lately is one still untouched, and few ever wait for long."""
    desk = cast.desk(chance.choice(cast.desk_workers))
    yield at(on, 9.2 + 3 * chance.random())
    draft = _draft(cast, on, wish, chance)
    request = help_requests.record_request(desk, draft).subject
    assert request is not None
    days = chance.choice((0, 0, 0, 1, 1, 2, 4))
    yield at(on + timedelta(days=days), 13.5 + 2 * chance.random())
    follow_up = _later(cast, 2, 6, chance) if chance.random() < 0.3 else None
    help_requests.note_contact(desk, request, "", chance.choice(lists()["contacts"]), follow_up)
    if chance.random() < _NOBODY_FOUND:
        yield at(_later(cast, 16, 28, chance), 11.2)
        _close(desk, request, RequestState.UNMET, chance)
        return
    if chance.random() < 0.1:
        until = _later(cast, 5, 12, chance)
        help_requests.wait_until(desk, request, until, chance.choice(lists()["waiting"]))
        yield at(until, 9.6)
    yield at(_later(cast, 0, 3, chance), 16.6 + chance.random())
    outcome = chance.choices(list(_OUTCOMES), list(_OUTCOMES.values()))[0]
    if outcome is RequestState.DONE and not _match(desk, request, chance):
        outcome = RequestState.UNMET
    # Help is given on its day; what has no day is done within a week or so.
    given_on = max(_later(cast, 0, 1, chance), draft.needed_on or _later(cast, 1, 8, chance))
    yield at(given_on + timedelta(days=chance.randint(0, 1)), 17.1 + chance.random())
    _close(desk, request, outcome, chance)


def _later(cast: Cast, least: int, most: int, chance: Random) -> date:
    return cast.clock.today() + timedelta(days=chance.randint(least, most))


def _draft(cast: Cast, on: date, wish: tuple[int, str, float], chance: Random) -> RequestDraft:
    kind, what, hours = wish
    needed_on = on + timedelta(days=chance.randint(0, 12)) if chance.random() < 0.6 else None
    dated = needed_on is not None
    deadline = None if dated or chance.random() < 0.5 else on + timedelta(days=12)
    start = chance.choice((9.5, 10.0, 10.5, 13.25, 14.0, 15.0))
    notes = ("", "liefst 's ochtends", "" if deadline else "als het uitkomt")
    return RequestDraft(
        requester_id=chance.choice(cast.residents),
        kind_id=kind,
        what=what,
        needed_on=needed_on,
        needed_before=deadline,
        start=_time(start) if dated else None,
        end=_time(start + hours) if dated else None,
        when_note="" if dated else chance.choice(notes),
        urgency=chance.choices((Urgency.NORMAL, Urgency.SOON, Urgency.URGENT), (12, 4, 1))[0],
        consent=chance.random() < 0.5,
    )


def _time(hour: float) -> Any:
    return parse_typed_time(f"{int(hour)}:{round(hour % 1 * 60):02d}")


def _match(desk: Desk, request: int, chance: Random) -> bool:
    fitting = [
        candidate
        for candidate in help_requests.candidates(desk, request).ranked
        if candidate.fit is Fit.GOOD
    ]
    if not fitting:
        return False
    help_requests.match_volunteer(desk, request, chance.choice(fitting[:4]).person_id)
    return True


def _close(desk: Desk, request: int, outcome: RequestState, chance: Random) -> None:
    words = lists()
    if outcome is RequestState.REFERRED:
        help_requests.close_request(
            desk, request, outcome, referred_to=chance.choice(words["referrals"]), consent=True
        )
        return
    texts = {
        RequestState.DONE: words["outcomes"],
        RequestState.UNMET: words["unmet"],
        RequestState.WITHDRAWN: words["withdrawn"],
    }
    help_requests.close_request(desk, request, outcome, note=chance.choice(texts[outcome]))


def concern_stories(cast: Cast, today: date, chance: Random) -> Iterator[Story]:
    """Yield the stories of a few signals, in every state an escalation can be in."""
    for words in lists()["concerns"]:
        yield _concern(cast, today, words, chance)


def _concern(cast: Cast, today: date, words: Mapping[str, Any], chance: Random) -> Story:
    volunteer = cast.desk(chance.choice(cast.desk_workers))
    supporter = cast.desk(cast.supporter)
    on = today - timedelta(days=words["days_ago"])
    yield at(on, 11.4)
    concern = concerns.submit_concern(
        volunteer,
        ConcernDraft(
            about=words["about"],
            observed=words["observed"],
            interpretation=words["interpretation"],
            is_urgent=words["urgent"],
        ),
    ).subject
    assert concern is not None
    if words["steps"] == "submitted":
        return
    yield at(on, 15.2)
    concerns.open_escalation(supporter, concern)
    if words["steps"] == "seen":
        return
    yield at(on + timedelta(days=1), 10.1)
    concerns.write_review(supporter, concern, lists()["review"])
    concerns.decide(supporter, concern, Decision(words["decision"]), words["because"])
    if words["feedback"]:
        yield at(on + timedelta(days=4), 15.2)
        concerns.give_feedback(supporter, concern, words["about"], words["feedback"])
