"""Open requests on paper: what presses first, complete enough for a day without a computer."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.domain.help_requests import RequestState, Urgency
from dorpssteunpunt.domain.people import ContactPreference, Salutation
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.services import help_requests as desk_work
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.faults import DiskFull
from dorpssteunpunt.services.overviews.papers import Hours, Tone
from dorpssteunpunt.services.overviews.requests import requests_overview
from dorpssteunpunt.services.ports import Store, UnitOfWork
from tests.village import TODAY, Village, village

GROCERIES = 2


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def desk(linde: Village) -> Desk:
    return linde.desk_worker("Ria van den Berg")


def recorded(desk: Desk, requester: int, **facts: object) -> int:
    draft = RequestDraft(requester_id=requester, kind_id=GROCERIES, what="Boodschappen")
    subject = desk_work.record_request(desk, replace(draft, **facts)).subject  # type: ignore[arg-type]
    assert subject is not None
    return subject


def test_open_requests_stand_in_groups_by_what_they_ask_of_the_desk(
    linde: Village, desk: Desk
) -> None:
    mai = linde.resident("Mai Nguyễn", salutation=Salutation.FAMILY)
    lukasz = linde.volunteer("Łukasz Nowak")
    due = recorded(desk, mai, needed_on=TODAY)
    sought = recorded(desk, mai, needed_on=TODAY + timedelta(days=3))
    matched = recorded(desk, mai, needed_on=TODAY + timedelta(days=2))
    desk_work.match_volunteer(desk, matched, lukasz, "wordt begeleid")
    waits = recorded(desk, mai)
    desk_work.wait_until(desk, waits, date(2026, 12, 3))
    desk_work.close_request(desk, recorded(desk, mai), RequestState.DONE)
    groups = requests_overview(desk).groups
    assert [[row.number for row in group.requests] for group in groups] == [
        [due],
        [sought],
        [matched],
        [waits],
    ]
    assert groups[0].title == "Vandaag of eerder"
    assert groups[2].requests[0].volunteer == "Łukasz Nowak"
    assert groups[3].requests[0].state == "wacht tot 3 dec"


def test_a_row_has_all_the_desk_needs_to_call_and_go(linde: Village, desk: Desk) -> None:
    mai = linde.resident(
        "Mai Nguyễn", salutation=Salutation.FAMILY, street="Kerkstraat 12", phone="+31612345678"
    )
    recorded(
        desk,
        mai,
        needed_on=TODAY,
        start=time(14),
        end=time(16),
        urgency=Urgency.URGENT,
        contact_preference=ContactPreference.VISIT,
        contact_note="na 10 uur",
    )
    (row,) = requests_overview(desk).groups[0].requests
    assert (row.requester, row.street, row.phone) == ("fam. Nguyễn", "Kerkstraat 12", "06 12345678")
    assert (row.hours, row.contact) == (Hours(time(14), time(16)), "Langsgaan · na 10 uur")
    assert (row.urgency, row.tone, row.volunteer) == ("Dringend", Tone.URGENT, "")


@dataclass(frozen=True)
class _NoRoomLeft:
    """A store on a full disk: it reads, and every write is refused."""

    store: Store

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        return self.store.reading()

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        raise DiskFull(Path("linde.store"))


def test_on_a_full_disk_the_desk_still_reads_a_request_and_prints_the_list(
    linde: Village, desk: Desk
) -> None:
    request = recorded(desk, linde.resident("Mai Nguyễn"), needed_on=TODAY)
    full = replace(desk, store=_NoRoomLeft(desk.store))
    assert desk_work.request_detail(full, request).request.id == request
    assert requests_overview(full).groups[0].requests[0].number == request
