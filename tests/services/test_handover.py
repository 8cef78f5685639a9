"""The logbook: nothing is overwritten, what waits is seen, and reading is not yet acknowledging."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.handover import (
    READING_HORIZON,
    ActionWithoutWhat,
    AlreadyAcknowledged,
    InTheFuture,
    Level,
    OwnEntry,
    SituationMissing,
    WordsMissing,
)
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.services.ports import HandoverCounts, LogFilter, NotFound
from tests.village import MONDAY_MORNING, Village, village

BSN = "111222333"
DOOR = EntryDraft(
    level=Level.URGENT,
    situation="Mw. De Wit nam de deur niet open",
    background="Ze krijgt elke vrijdag boodschappen",
    assessment="Ik ben er niet gerust op",
    contingency="Als zij vandaag niet opneemt: dorpsondersteuner bellen",
    actions=(ActionDraft("Bellen", "Ria", date(2026, 11, 23)), ActionDraft("Langsgaan")),
)
KEY = EntryDraft(level=Level.STABLE, situation="Sleutel ligt bij de bakker")


@pytest.fixture
def linde(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as there:
        yield there


@pytest.fixture
def piet(linde: Village) -> Desk:
    return linde.desk_worker("Piet Jansen")


@pytest.fixture
def ria(linde: Village) -> Desk:
    return linde.desk_worker("Ria van den Berg")


def wrote(desk: Desk, draft: EntryDraft = DOOR) -> int:
    subject = handover.write_entry(desk, draft).subject
    assert subject is not None
    return subject


def later(linde: Village, **span: float) -> None:
    linde.clock.moment += timedelta(**span)


def ids(desk: Desk, show: LogFilter = LogFilter.ALL, typed: str = "") -> list[int]:
    return [row.id for row in handover.log(desk, None, 50, show, typed).rows]


# --- writing -----------------------------------------------------------------------------------


def test_an_entry_is_kept_as_it_was_written(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    detail = handover.entry_detail(ria, entry_id)
    entry = detail.current.entry
    assert detail.current.author == "Piet Jansen"
    assert entry.situation == DOOR.situation
    assert entry.contingency == DOOR.contingency
    assert entry.occurred_at == entry.written_at == MONDAY_MORNING
    assert [(action.what, action.who, action.due_on) for action in detail.actions] == [
        ("Bellen", "Ria", date(2026, 11, 23)),
        ("Langsgaan", "", None),
    ]
    assert detail.may_acknowledge


def test_when_it_happened_is_not_when_it_was_written(piet: Desk) -> None:
    friday = datetime(2026, 11, 20, 16, 20, tzinfo=ZONE)
    entry = handover.entry_detail(piet, wrote(piet, replace(DOOR, occurred_at=friday)))
    assert entry.current.entry.occurred_at == friday
    assert entry.current.entry.written_at == MONDAY_MORNING


@pytest.mark.parametrize(
    ("draft", "refusal", "field"),
    [
        (replace(KEY, situation="  "), SituationMissing, "situation"),
        (replace(KEY, occurred_at=MONDAY_MORNING + timedelta(1)), InTheFuture, "occurred_at"),
        (replace(KEY, actions=(ActionDraft(" ", "Ria"),)), ActionWithoutWhat, "actions"),
        (replace(KEY, background=f"BSN {BSN}"), CitizenServiceNumberSeen, "background"),
        (replace(KEY, actions=(ActionDraft(BSN),)), CitizenServiceNumberSeen, "actions"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    piet: Desk, draft: EntryDraft, refusal: type[Exception], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        handover.write_entry(piet, draft)
    assert refused.value.field == field  # type: ignore[attr-defined]
    assert ids(piet) == []


def test_whoever_looked_and_says_it_is_no_bsn_may_write_it(piet: Desk) -> None:
    draft = replace(KEY, situation=f"Pakketnummer {BSN}", actions=(ActionDraft(f"Bel {BSN}"),))
    handover.write_entry(piet, draft, numbers_are_fine=True)
    assert len(ids(piet)) == 1


# --- correcting --------------------------------------------------------------------------------


def test_a_correction_shows_the_original_beside_it(linde: Village, piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    later(linde, hours=1)
    change = handover.correct_entry(
        ria, entry_id, EntryDraft(level=Level.STABLE, situation="Zij was bij haar zus")
    )
    detail = handover.entry_detail(piet, entry_id)
    assert change.subject == entry_id
    assert [version.author for version in detail.versions] == ["Piet Jansen", "Ria van den Berg"]
    assert detail.original.entry.situation == DOOR.situation
    assert detail.current.entry.situation == "Zij was bij haar zus"
    assert detail.current.entry.occurred_at == MONDAY_MORNING


def test_correcting_a_correction_goes_to_the_original(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.correct_entry(ria, entry_id, KEY)
    correction = handover.entry_detail(piet, entry_id).current.entry.id
    handover.correct_entry(piet, correction, replace(KEY, situation="Sleutel ligt bij de slager"))
    versions = handover.entry_detail(piet, correction).versions
    assert [version.entry.corrects_id for version in versions] == [None, entry_id, entry_id]
    assert ids(piet) == [entry_id]


def test_a_correction_adds_its_actions_to_those_there_were(piet: Desk) -> None:
    entry_id = wrote(piet)
    handover.correct_entry(piet, entry_id, replace(DOOR, actions=(ActionDraft("Zus bellen"),)))
    what = [action.what for action in handover.entry_detail(piet, entry_id).actions]
    assert what == ["Bellen", "Langsgaan", "Zus bellen"]


def test_the_list_shows_an_entry_as_it_reads_now(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.correct_entry(ria, entry_id, KEY)
    (row,) = handover.log(piet, None, 10).rows
    assert (row.level, row.situation, row.is_corrected) == (Level.STABLE, KEY.situation, True)
    assert row.author == "Piet Jansen"
    assert ids(piet, LogFilter.URGENT) == []


def test_a_correction_of_nothing_is_refused(piet: Desk) -> None:
    with pytest.raises(NotFound):
        handover.correct_entry(piet, 99, KEY)


# --- reading and acknowledging -----------------------------------------------------------------


def test_reading_is_kept_once_and_says_when_nothing_is_new(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    entry_id = wrote(piet)
    assert Room.HANDOVER in handover.read_entry(ria, entry_id).rooms
    later(linde, hours=1)
    assert handover.read_entry(ria, entry_id) == Changed(frozenset(), entry_id)
    (reading,) = handover.entry_detail(ria, entry_id).readings
    assert (reading.by, reading.is_me) == ("Ria van den Berg", True)
    assert (reading.read_at, reading.acknowledged_at) == (MONDAY_MORNING, None)


def test_an_author_has_no_need_to_read_their_own_entry(piet: Desk) -> None:
    entry_id = wrote(piet)
    assert handover.read_entry(piet, entry_id).rooms == frozenset()
    assert handover.entry_detail(piet, entry_id).readings == []
    assert handover.unread(piet) == []


def test_showing_an_entry_does_not_mark_it_read(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.entry_detail(ria, entry_id)
    assert not handover.log(ria, None, 10).rows[0].is_read


def test_acknowledging_is_done_in_ones_own_words(linde: Village, piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.read_entry(ria, entry_id)
    later(linde, minutes=5)
    handover.acknowledge(ria, entry_id, "Gelezen, ik bel haar om tien uur")
    detail = handover.entry_detail(ria, entry_id)
    (reading,) = detail.readings
    assert reading.words == "Gelezen, ik bel haar om tien uur"
    assert reading.read_at == MONDAY_MORNING
    assert reading.acknowledged_at == MONDAY_MORNING + timedelta(minutes=5)
    assert detail.is_acknowledged
    assert not detail.may_acknowledge


def test_acknowledging_from_afar_is_reading_too(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.acknowledge(ria, entry_id, "Ik ga langs")
    assert handover.log(ria, None, 10).rows[0].is_read


def test_what_acknowledging_refuses(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    with pytest.raises(OwnEntry):
        handover.acknowledge(piet, entry_id, "Ik bel")
    with pytest.raises(WordsMissing):
        handover.acknowledge(ria, entry_id, " ")
    with pytest.raises(CitizenServiceNumberSeen):
        handover.acknowledge(ria, entry_id, f"Ik bel over {BSN}")
    handover.acknowledge(ria, entry_id, f"Ik zoek pakket {BSN}", numbers_are_fine=True)
    with pytest.raises(AlreadyAcknowledged):
        handover.acknowledge(ria, entry_id, "Toch niet")


def test_a_correction_asks_to_be_read_and_acknowledged_anew(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet, KEY)
    handover.acknowledge(ria, entry_id, "Ik haal hem op")
    assert handover.unread(ria) == []
    handover.correct_entry(piet, entry_id, replace(DOOR, actions=()))
    assert [row.id for row in handover.unread(ria)] == [entry_id]
    detail = handover.entry_detail(ria, entry_id)
    assert not detail.is_acknowledged
    assert [(reading.is_current, reading.words) for reading in detail.readings] == [
        (False, "Ik haal hem op")
    ]
    handover.acknowledge(ria, entry_id, "Ik bel")
    assert handover.unread(ria) == []


def test_the_author_acknowledges_what_somebody_else_corrected(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.correct_entry(ria, entry_id, KEY)
    assert [row.id for row in handover.unread(piet)] == [entry_id]
    handover.acknowledge(piet, entry_id, "Goed om te weten")
    assert handover.entry_detail(piet, entry_id).is_acknowledged


# --- what waits --------------------------------------------------------------------------------


def test_what_nobody_acknowledged_comes_first_and_urgent_before_the_rest(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    seen = wrote(piet)
    calm, urgent, also_calm = wrote(piet, KEY), wrote(piet), wrote(piet, KEY)
    handover.acknowledge(linde.coordinator, seen, "Ik bel")
    assert [row.id for row in handover.unread(ria)] == [urgent, also_calm, calm, seen]


def test_what_somebody_acknowledged_only_asks_to_be_read(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    entry_id = wrote(piet)
    handover.read_entry(ria, entry_id)
    assert ids(ria, LogFilter.TO_READ) == [entry_id]
    handover.acknowledge(linde.coordinator, entry_id, "Ik bel")
    assert ids(ria, LogFilter.TO_READ) == []
    els = linde.desk_worker("Els Smeets")
    assert ids(els, LogFilter.TO_READ) == [entry_id]


def test_old_entries_do_not_wait_for_who_was_away_but_stay_with_the_coordinator(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    entry_id = wrote(piet)
    later(linde, days=READING_HORIZON.days)
    assert [row.id for row in handover.unread(ria)] == [entry_id]
    later(linde, seconds=1)
    assert handover.unread(ria) == []
    assert [row.id for row in handover.unacknowledged(linde.coordinator)] == [entry_id]


def test_the_coordinator_sees_what_nobody_acknowledged_for_a_while(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    first, second = wrote(piet, KEY), wrote(piet, KEY)
    urgent, done = wrote(piet), wrote(piet, KEY)
    handover.acknowledge(ria, done, "Gezien")
    later(linde, hours=24)
    wrote(piet)
    waiting = handover.unacknowledged(linde.coordinator, older_than=timedelta(hours=24))
    assert [row.id for row in waiting] == [urgent, first, second]


def test_counts_agree_with_the_filters(linde: Village, piet: Desk, ria: Desk) -> None:
    wrote(piet)
    wrote(ria, KEY)
    handover.acknowledge(linde.coordinator, wrote(piet, KEY), "Gezien")
    for desk in (piet, ria, linde.coordinator):
        assert handover.counts(desk) == HandoverCounts(
            to_read=len(ids(desk, LogFilter.TO_READ)),
            open_actions=len(ids(desk, LogFilter.OPEN_ACTIONS)),
            unacknowledged=len(ids(desk, LogFilter.UNACKNOWLEDGED)),
        )
    assert handover.counts(ria) == HandoverCounts(2, 1, 2)


# --- actions -----------------------------------------------------------------------------------


def test_an_action_stays_open_across_shifts_until_it_is_done(
    linde: Village, piet: Desk, ria: Desk
) -> None:
    entry_id = wrote(piet)
    later(linde, days=40)
    bellen, langsgaan = handover.open_actions(ria)
    assert (bellen.what, bellen.situation) == ("Bellen", DOOR.situation)
    handover.finish_action(ria, bellen.id)
    assert handover.open_actions(ria) == [langsgaan]
    done = handover.entry_detail(piet, entry_id).actions[0]
    assert (done.done_by, done.done_at) == ("Ria van den Berg", linde.clock.now())
    handover.reopen_action(piet, bellen.id)
    assert handover.open_actions(ria) == [bellen, langsgaan]


def test_what_is_due_first_is_on_top(piet: Desk) -> None:
    days = [None, date(2026, 11, 25), date(2026, 11, 24)]
    wrote(piet, replace(KEY, actions=tuple(ActionDraft(f"{day}", due_on=day) for day in days)))
    assert [action.due_on for action in handover.open_actions(piet)] == [
        date(2026, 11, 24),
        date(2026, 11, 25),
        None,
    ]


def test_an_action_can_be_added_to_an_entry_also_through_its_correction(piet: Desk) -> None:
    entry_id = wrote(piet, KEY)
    handover.correct_entry(piet, entry_id, KEY)
    correction = handover.entry_detail(piet, entry_id).current.entry.id
    handover.add_action(piet, correction, ActionDraft("Sleutel ophalen"))
    assert ids(piet, LogFilter.OPEN_ACTIONS) == [entry_id]
    with pytest.raises(ActionWithoutWhat):
        handover.add_action(piet, entry_id, ActionDraft(""))


# --- the list ----------------------------------------------------------------------------------


def test_pages_follow_each_other_newest_first(piet: Desk) -> None:
    written = [wrote(piet, replace(KEY, situation=f"Sleutel {number}")) for number in range(5)]
    found, after = [], None
    while True:
        page = handover.log(piet, after, 2)
        found += [row.id for row in page.rows]
        if page.next is None:
            break
        after = page.next
    assert found == written[::-1]


def test_the_list_follows_the_order_of_writing_when_the_clock_jumps(
    linde: Village, piet: Desk
) -> None:
    first = wrote(piet, KEY)
    later(linde, days=-3)
    second = wrote(piet, KEY)
    assert ids(piet) == [second, first]


def test_typed_words_find_what_was_written_corrected_and_asked(piet: Desk) -> None:
    door, key = wrote(piet), wrote(piet, KEY)
    handover.correct_entry(piet, door, replace(DOOR, situation="Zij was bij haar zus", actions=()))
    handover.add_action(piet, key, ActionDraft("Sleutel naar Łukasz brengen"))
    assert ids(piet, typed="deur wit") == [door]
    assert ids(piet, typed="zus") == [door]
    assert ids(piet, typed="lukasz") == [key]
    assert ids(piet, typed="fiets") == []
    assert ids(piet, LogFilter.URGENT, "sleutel") == []


def test_the_entry_that_lies_open_stays_in_the_list(piet: Desk, ria: Desk) -> None:
    entry_id = wrote(piet)
    handover.acknowledge(ria, entry_id, "Ik bel")
    assert ids(ria, LogFilter.TO_READ) == []
    page = handover.log(ria, None, 10, LogFilter.TO_READ, keep=entry_id)
    assert [row.id for row in page.rows] == [entry_id]


def test_what_is_done_leaves_a_trace_without_its_words(linde: Village, piet: Desk) -> None:
    change = handover.write_entry(piet, DOOR)
    assert change.rooms == {Room.HANDOVER, Room.TODAY}
    with linde.coordinator.store.reading() as uow:
        assert uow.handover.entry(change.subject or 0).author_id == piet.actor.id
