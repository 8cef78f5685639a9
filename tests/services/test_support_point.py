"""What a support point decides for itself, and who may decide it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.support_point import (
    Boundary,
    EmergencyNumber,
    HelpKind,
    NameNeeded,
)
from dorpssteunpunt.domain.template import BadSlot, OpeningSlot, SlotProblem
from dorpssteunpunt.services import help_requests, roster
from dorpssteunpunt.services import support_point as keeping
from dorpssteunpunt.services.changes import Changed, Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.roster import TemplateDraft
from tests.village import TODAY, Village

MORNING = OpeningSlot(weekday=1, daypart_id=1, start=time(9), end=time(12))
AFTERNOON = OpeningSlot(weekday=1, daypart_id=2, start=time(12), end=time(16), needed=1)

STEPS: list[Callable[[Desk], Changed]] = [
    lambda desk: keeping.change_support_point(desk, keeping.settings(desk).support_point),
    lambda desk: keeping.save_kind(desk, HelpKind(position=11, name="Muziek", icon="star")),
    lambda desk: keeping.replace_boundaries(desk, []),
    lambda desk: keeping.save_daypart(desk, Daypart(position=4, name="Nacht")),
    lambda desk: roster.change_template(desk, TemplateDraft(lines=[MORNING], first=TODAY)),
    lambda desk: keeping.replace_emergency_numbers(desk, []),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_desk_worker_sees_the_settings_and_changes_none(
    village: Village, step: Callable[[Desk], Changed]
) -> None:
    desk = village.desk_worker()
    before = keeping.settings(desk)
    with pytest.raises(NotAllowed):
        step(desk)
    assert keeping.settings(desk) == before


@pytest.mark.parametrize("step", STEPS)
def test_a_coordinator_changes_every_setting(
    village: Village, step: Callable[[Desk], Changed]
) -> None:
    assert Room.SETTINGS in step(village.coordinator).rooms


def test_name_and_limits_are_kept_and_every_room_hears_of_it(village: Village) -> None:
    desk = village.coordinator
    mine = replace(
        keeping.settings(desk).support_point, name="De Schakel", idle_lock_minutes=10, phone="112"
    )
    assert keeping.change_support_point(desk, mine).rooms == frozenset(Room)
    assert keeping.settings(desk).support_point == mine


@pytest.mark.parametrize("field", ["name", "village"])
def test_a_support_point_has_a_name_and_a_village(village: Village, field: str) -> None:
    mine = keeping.settings(village.coordinator).support_point
    nameless = replace(mine, **{field: "  "})  # type: ignore[arg-type]
    with pytest.raises(NameNeeded) as refused:
        keeping.change_support_point(village.coordinator, nameless)
    assert refused.value.field == field
    assert keeping.settings(village.coordinator).support_point == mine


def test_a_real_support_point_never_becomes_a_demo(village: Village) -> None:
    mine = keeping.settings(village.coordinator).support_point
    keeping.change_support_point(village.coordinator, replace(mine, is_demo=True))
    assert not keeping.settings(village.coordinator).support_point.is_demo


def test_a_kind_of_help_that_is_not_given_any_more_is_not_offered(village: Village) -> None:
    desk = village.coordinator
    added = keeping.save_kind(desk, HelpKind(position=11, name="Muziek", icon="star"))
    kind = next(one for one in keeping.settings(desk).kinds if one.id == added.subject)
    assert kind in help_requests.request_kinds_and_boundaries(desk).kinds
    keeping.save_kind(desk, replace(kind, active=False))
    assert kind.name not in {
        one.name for one in help_requests.request_kinds_and_boundaries(desk).kinds
    }
    assert replace(kind, active=False) in keeping.settings(desk).kinds


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (lambda d: keeping.save_kind(d, HelpKind(position=1, name=" ", icon="star")), "kind"),
        (lambda d: keeping.save_daypart(d, Daypart(position=1, name="")), "daypart"),
        (
            lambda d: keeping.replace_boundaries(d, [Boundary(position=1, name="", reason="x")]),
            "boundary",
        ),
        (
            lambda d: keeping.replace_emergency_numbers(
                d, [EmergencyNumber(position=1, number="", name="Huisarts")]
            ),
            "emergency_numbers",
        ),
    ],
)
def test_what_is_in_a_list_has_a_name(
    village: Village, step: Callable[[Desk], Changed], field: str
) -> None:
    before = keeping.settings(village.coordinator)
    with pytest.raises(NameNeeded) as refused:
        step(village.coordinator)
    assert refused.value.field == field
    assert keeping.settings(village.coordinator) == before


def test_boundaries_and_numbers_are_replaced_in_the_order_given(village: Village) -> None:
    desk = village.coordinator
    keeping.replace_boundaries(
        desk,
        [
            Boundary(position=1, name="Geen dieren", reason="Allergie."),
            Boundary(position=2, name="Niet 's nachts", reason="Slapen."),
        ],
    )
    numbers = [
        EmergencyNumber(position=1, number="112", name="Alarm", checked_on=date(2026, 1, 1)),
        EmergencyNumber(position=2, number="0493 123 456", name="Huisartsenpost"),
    ]
    keeping.replace_emergency_numbers(desk, numbers)
    now = keeping.settings(desk)
    assert [boundary.name for boundary in now.boundaries] == ["Geen dieren", "Niet 's nachts"]
    assert list(now.emergency_numbers) == numbers


@pytest.mark.parametrize(
    ("slot", "problem"),
    [
        (replace(MORNING, end=time(9)), SlotProblem.ENDS_BEFORE_START),
        (replace(MORNING, needed=0), SlotProblem.NOBODY_NEEDED),
        (replace(AFTERNOON, start=time(11, 30)), SlotProblem.OVERLAPS),
    ],
)
def test_opening_hours_that_cannot_be_are_refused(
    village: Village, slot: OpeningSlot, problem: SlotProblem
) -> None:
    before = keeping.settings(village.coordinator).week_template
    others = [MORNING] if problem is SlotProblem.OVERLAPS else []
    draft = TemplateDraft(lines=[*others, slot], first=TODAY)
    with pytest.raises(BadSlot) as refused:
        roster.change_template(village.coordinator, draft)
    assert refused.value.because is problem
    assert keeping.settings(village.coordinator).week_template == before


def test_less_patience_moves_the_due_dates_of_the_open_requests_it_concerns(
    village: Village,
) -> None:
    desk = village.coordinator
    kind = help_requests.request_kinds_and_boundaries(desk).kinds[0].id
    needed = {"anytime": None, "on a day": TODAY + timedelta(days=5)}
    ids = {
        what: help_requests.record_request(
            desk,
            RequestDraft(
                new_resident=NewResident(name=what), kind_id=kind, what=what, needed_on=day
            ),
        ).subject
        for what, day in needed.items()
    }
    mine = keeping.settings(desk).support_point
    keeping.change_support_point(desk, replace(mine, waiting_too_long_days=3))

    def due(what: str) -> date:
        return help_requests.request_detail(desk, ids[what] or 0).request.due_on

    assert due("anytime") == TODAY + timedelta(days=3)
    assert due("on a day") == TODAY + timedelta(days=5)
