"""What the window itself asks of the services: who is signed in, what is found, what waits."""

from collections.abc import Sequence
from functools import partial

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.search import badges, search
from dorpssteunpunt.services.words.accounts import role_word
from dorpssteunpunt.services.words.help_requests import line_words
from dorpssteunpunt.ui.shell.frame import Person, Sources
from dorpssteunpunt.ui.shell.top_bar import SearchHit


def person_of(desk: Desk) -> Person:
    """Return who is signed in, as the window shows it."""
    actor = desk.actor
    return Person(actor.id, actor.name.full, role_word(actor.role), desk.allows)


def sources_of(desk: Desk) -> Sources:
    """Return what the window asks of the store at this desk."""
    return Sources(search=partial(find, desk), badges=lambda: badges(desk))


def find(desk: Desk, typed: str) -> Sequence[SearchHit]:
    """Return what matches the typed words as lines under the search field."""
    found, today = search(desk, typed), desk.clock.today()
    hits = [
        SearchHit(
            Room.PEOPLE,
            person.id,
            person.name.full,
            " · ".join(
                filter(None, (person.street, shown_phone(person.phone) if person.phone else ""))
            ),
        )
        for person in found.people
    ]
    hits += [
        SearchHit(Room.HELP_REQUESTS, line.id, line.what, line_words(line, today))
        for line in found.requests
    ]
    hits += [
        SearchHit(Room.HANDOVER, row.id, row.situation, f"{row.author} · {moment(row.occurred_at)}")
        for row in found.entries
    ]
    return hits
