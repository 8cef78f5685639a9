"""What the desk sees at one glance, what the rail counts, and what one word finds everywhere."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.help_requests import RequestState, Urgency
from dorpssteunpunt.domain.request_drafts import RequestDraft
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover, help_requests, roster
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.services.search import badges, search
from dorpssteunpunt.services.today import today_view
from tests.village import TODAY, Village

THIS_WEEK = Week.of(TODAY)


def _request(village: Village, what: str = "Naar de kapper", **facts: object) -> int:
    resident = village.resident("Ans Smit", street="Hoekske 2")
    draft = RequestDraft(requester_id=resident, kind_id=1, what=what, **facts)  # type: ignore[arg-type]
    return _subject(help_requests.record_request(village.coordinator, draft))


def _subject(change: Changed) -> int:
    assert change.subject is not None
    return change.subject


def test_an_empty_support_point_has_nothing_to_show_but_weeks_to_make(village: Village) -> None:
    view = today_view(village.coordinator)
    assert not any(
        (
            view.unread,
            view.actions,
            view.due,
            view.too_long,
            view.gaps,
            view.feedback,
            view.duty.now,
        )
    )
    assert list(view.unmade_weeks) == [
        THIS_WEEK,
        THIS_WEEK.next(),
        THIS_WEEK.next().next(),
        THIS_WEEK.next().next().next(),
    ]


def test_who_plans_and_who_reads_signals_see_what_is_for_them(village: Village) -> None:
    ria = village.desk_worker()
    handover.write_entry(ria, EntryDraft(level=Level.STABLE, situation="Rolstoel is terug"))
    concerns.submit_concern(ria, ConcernDraft(observed="Twee schoenen"))
    village.clock.moment += timedelta(days=2)
    desk, coordinator = today_view(ria), today_view(village.coordinator)
    supporter = today_view(village.supporter)
    assert (desk.unacknowledged, desk.to_answer) == ((), ())
    assert list(desk.unmade_weeks) == [THIS_WEEK]
    assert len(coordinator.unmade_weeks) > 1
    assert [row.situation for row in coordinator.unacknowledged] == ["Rolstoel is terug"]
    assert coordinator.to_answer == ()
    assert len(supporter.to_answer) == 1


def test_who_is_here_now_and_next_follows_the_clock(village: Village) -> None:
    desk = village.coordinator
    roster.make_week(desk, THIS_WEEK)
    cells = [cell for row in roster.week(desk, THIS_WEEK).rows for cell in row.cells if cell]
    first = min(cells, key=lambda cell: (cell.on, cell.start))
    wim = village.volunteer("Wim de Vries", since=date(2026, 1, 1))
    roster.assign(desk, first.shift_id, wim, override_reason="Valt in")
    view = today_view(desk)
    assert [one.full_name for cell in view.duty.now for one in cell.people] == ["Wim de Vries"]
    assert [cell.start for cell in view.duty.next] == [time(13)]
    assert len(view.gaps) == len(cells)
    village.clock.moment = datetime(2026, 11, 23, 23, 0, tzinfo=ZONE)
    late = today_view(desk)
    assert late.duty.now == ()
    assert [cell.on for cell in late.duty.next] == [date(2026, 11, 24)]
    assert len(late.gaps) == len(cells) - 2


def test_what_is_due_comes_before_what_waits_too_long(village: Village) -> None:
    dated = _request(village, needed_on=TODAY)
    later = _request(village, needed_on=TODAY + timedelta(days=30), what="Over een maand")
    view = today_view(village.coordinator)
    assert dated in {line.id for line in view.due}
    assert later not in {line.id for line in view.due}
    village.clock.moment += timedelta(days=9)
    assert {line.id for line in today_view(village.coordinator).too_long} >= {dated}


def test_only_a_glance_fits_however_much_is_due(village: Village) -> None:
    for number in range(8):
        _request(village, f"Vraag {number}", needed_on=TODAY, urgency=Urgency.SOON)
    assert len(today_view(village.coordinator).due) == 6


def test_an_entry_stays_until_somebody_acknowledged_it(village: Village) -> None:
    ria = village.desk_worker()
    draft = EntryDraft(
        level=Level.URGENT,
        situation="Deur bleef dicht",
        actions=(ActionDraft("Bellen", "Ria", TODAY),),
    )
    entry = _subject(handover.write_entry(ria, draft))
    view = today_view(village.coordinator)
    assert [row.situation for row in view.unread] == ["Deur bleef dicht"]
    assert [action.what for action in view.actions] == ["Bellen"]
    assert today_view(ria).unread == []
    handover.acknowledge(village.coordinator, entry, "Ik bel")
    handover.finish_action(village.coordinator, view.actions[0].id)
    after = today_view(village.coordinator)
    assert (after.unread, after.actions) == ([], [])


def test_an_answer_stays_until_it_is_read_by_who_is_at_the_desk(village: Village) -> None:
    ria = village.desk_worker()
    concern = _subject(concerns.submit_concern(ria, ConcernDraft(observed="Twee schoenen")))
    concerns.open_escalation(village.supporter, concern)
    concerns.decide(village.supporter, concern, Decision.TAKEN_ON, "Ik ga langs")
    concerns.give_feedback(village.supporter, concern, "mw. Smit", "Dank, ik ga langs")
    (answer,) = today_view(ria).feedback
    assert answer.feedback.text == "Dank, ik ga langs"
    concerns.read_feedback(ria, answer.feedback.id)
    assert today_view(ria).feedback == []
    assert len(today_view(village.coordinator).feedback) == 1


def test_the_rail_counts_what_asks_for_somebody(village: Village) -> None:
    ria = village.desk_worker()
    _request(village)
    roster.make_week(village.coordinator, THIS_WEEK)
    handover.write_entry(ria, EntryDraft(level=Level.STABLE, situation="Rolstoel is terug"))
    concerns.submit_concern(ria, ConcernDraft(observed="Twee schoenen"))
    assert badges(village.supporter) == {
        Room.HELP_REQUESTS: 1,
        Room.ROSTER: 13,
        Room.HANDOVER: 1,
        Room.CONCERNS: 1,
    }
    assert badges(ria)[Room.CONCERNS] == 0
    assert badges(ria)[Room.HANDOVER] == 0


# ---------------------------------------------------------------- searching


@pytest.mark.parametrize("typed", ["smit", "SMI", "ans hoekske"])
def test_one_word_finds_people_requests_and_entries(village: Village, typed: str) -> None:
    request = _request(village)
    handover.write_entry(
        village.coordinator,
        EntryDraft(level=Level.STABLE, situation="Ans Smit, Hoekske, belde drie keer"),
    )
    found = search(village.coordinator, typed)
    assert [person.name.full for person in found.people] == ["Ans Smit"]
    assert [line.id for line in found.requests] == [request]
    assert len(found.entries) == 1


def test_closed_requests_are_found_after_open_ones(village: Village) -> None:
    closed, still_open = _request(village), _request(village)
    help_requests.close_request(village.coordinator, closed, RequestState.WITHDRAWN)
    found = search(village.coordinator, "kapper")
    assert [line.id for line in found.requests] == [still_open, closed]


@pytest.mark.parametrize("typed", ["", "  ", '"', "zzz", "smit AND", "*"])
def test_whatever_is_typed_is_no_error(village: Village, typed: str) -> None:
    _request(village)
    found = search(village.coordinator, typed)
    if typed == "zzz":
        assert (list(found.people), list(found.requests), list(found.entries)) == ([], [], [])


def test_what_a_signal_says_is_found_by_nobody(village: Village) -> None:
    draft = ConcernDraft(about="mw. Manders", observed="Zij draagt twee schoenen")
    concerns.submit_concern(village.coordinator, draft)
    for desk in (village.coordinator, village.supporter):
        found = search(desk, "schoenen")
        assert (list(found.people), list(found.requests), list(found.entries)) == ([], [], [])
        assert not search(desk, "manders").people


def test_a_name_finds_the_request_it_has_now(village: Village) -> None:
    request = _request(village)
    line = search(village.coordinator, "smit").requests[0]
    with village.coordinator.store.writing() as uow:
        person = uow.people.find("smit", 1)[0]
        name = replace(person.name, surname="Jørgensen")
        uow.people.save(replace(person, name=name))
    assert search(village.coordinator, "smit").requests == []
    assert [found.id for found in search(village.coordinator, "jorgensen").requests] == [request]
    assert line.id == request
