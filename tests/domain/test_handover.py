"""An entry says what is the matter, somebody else acknowledges it, and what was done stays done."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.handover import (
    ActionItem,
    ActionWithoutWhat,
    AlreadyAcknowledged,
    HandoverEntry,
    InTheFuture,
    Level,
    OwnEntry,
    Reading,
    SituationMissing,
    WordsMissing,
    acknowledge,
    check_action,
    check_entry,
    finish,
    reopen,
)

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
ENTRY = HandoverEntry(
    id=7,
    occurred_at=NOW,
    written_at=NOW,
    author_id=1,
    level=Level.URGENT,
    situation="Mw. De Wit nam de deur niet open",
)
READING = Reading(entry_id=7, account_id=2, read_at=NOW)
accounts = st.integers(1, 9)
moments = st.datetimes(timezones=st.just(ZONE))


def test_an_entry_without_a_situation_says_nothing() -> None:
    with pytest.raises(SituationMissing) as refusal:
        check_entry(replace(ENTRY, situation=""))
    assert refusal.value.field == "situation"


def test_what_has_yet_to_happen_is_not_handed_over() -> None:
    with pytest.raises(InTheFuture):
        check_entry(replace(ENTRY, occurred_at=NOW + timedelta(minutes=1)))
    check_entry(ENTRY)


def test_a_correction_belongs_to_its_original() -> None:
    assert ENTRY.original_id == 7
    assert replace(ENTRY, id=9, corrects_id=7).original_id == 7


def test_acknowledging_keeps_when_it_was_read() -> None:
    later = NOW + timedelta(hours=1)
    done = acknowledge(ENTRY, READING, "  Ik bel haar om tien uur ", later)
    assert (done.read_at, done.acknowledged_at) == (NOW, later)
    assert done.words == "Ik bel haar om tien uur"


def test_an_author_does_not_acknowledge_their_own_entry() -> None:
    with pytest.raises(OwnEntry):
        acknowledge(ENTRY, replace(READING, account_id=1), "Ik bel", NOW)


@given(st.text(" \t\n", max_size=4))
def test_acknowledging_takes_words(blank: str) -> None:
    with pytest.raises(WordsMissing):
        acknowledge(ENTRY, READING, blank, NOW)


def test_what_somebody_said_stands() -> None:
    once = acknowledge(ENTRY, READING, "Ik bel", NOW)
    with pytest.raises(AlreadyAcknowledged):
        acknowledge(ENTRY, once, "Toch maar niet", NOW)


def test_an_action_says_what_is_to_be_done() -> None:
    with pytest.raises(ActionWithoutWhat):
        check_action(ActionItem(entry_id=7, what="", who="Ria"))


@given(st.lists(st.tuples(accounts, moments), min_size=1))
def test_who_did_an_action_first_stays(doers: list[tuple[int, datetime]]) -> None:
    action = ActionItem(entry_id=7, what="Bellen")
    for by, at in doers:
        action = finish(action, by, at)
    assert (action.done_by, action.done_at) == doers[0]


@given(accounts, moments)
def test_reopening_undoes_finishing(by: int, at: datetime) -> None:
    action = ActionItem(entry_id=7, what="Bellen")
    assert reopen(finish(action, by, at)) == action
