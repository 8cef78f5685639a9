"""Searching the whole desk at once: people, help requests and entries of the logbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.ports import (
    EntryRow,
    RequestFilter,
    RequestLine,
    RequestList,
)
from dorpssteunpunt.services.roster import gaps

_EACH = 5  # hits of each kind under the search field


@dataclass(frozen=True, slots=True)
class Found:
    """What matches the typed words: every word begins a word of the record."""

    people: Sequence[Person]
    requests: Sequence[RequestLine]
    entries: Sequence[EntryRow]


def search(desk: Desk, typed: str) -> Found:
    """Return a few people, open and closed requests and entries that match."""
    with desk.reading(Right.CONTACT_DATA) as uow:
        people = uow.people.find(typed, _EACH)
    requests: list[RequestLine] = []
    for show in (RequestList.OPEN, RequestList.CLOSED):
        wanted = RequestFilter(show=show, typed=typed)
        requests += help_requests.list_requests(desk, wanted, None, _EACH).rows
    entries = handover.log(desk, None, _EACH, typed=typed).rows
    return Found(people, requests[:_EACH], entries)


def badges(desk: Desk) -> Mapping[Room, int]:
    """Return how many things in each room ask for this person's attention."""
    requests = help_requests.counts(desk)
    return {
        Room.HELP_REQUESTS: requests[RequestList.SOUGHT],
        Room.ROSTER: len(gaps(desk, Week.of(desk.clock.today()))),
        Room.HANDOVER: handover.counts(desk).to_read,
        Room.CONCERNS: len(concerns.to_answer(desk))
        if desk.allows(Right.READ_CONCERNS)
        else len(concerns.unread_feedback(desk)),
    }
