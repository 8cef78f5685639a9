"""Gaps, names and other names are explained by facts that hold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.planning.problem import Bond, Duty, Pair, Problem, Weights
from dorpssteunpunt.domain.planning.proposal import (
    Bottleneck,
    Kind,
    Need,
    NobodyFits,
    Obstacle,
    OneMoreTurn,
    OneMoreVolunteer,
    OneShiftFewer,
    Proposal,
    Reason,
    Rule,
    Status,
)
from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.domain.planning.replanning import replanned
from dorpssteunpunt.planning.board import Board
from dorpssteunpunt.planning.grid import Grid
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.services.ports.planner import Planner, Watch
from dorpssteunpunt.services.words.planning import gap_words, help_words, reason_words
from tests.planning.problems import beginner, problem, problem_of, shift, turns, volunteer
from tests.planning.test_against_every_roster import problems

PLANNER: Planner = RosterPlanner()
WATCH = Watch()
WEEKDAYS = ("ma", "di", "wo")


def _proposed(given: Problem) -> Proposal:
    return PLANNER.propose(given, WATCH)


def _obstacles(given: Problem, on: str = "ma") -> dict[Rule, tuple[str, ...]]:
    """Return who is kept off a shift that is short, by rule."""
    gaps = [gap for gap in _proposed(given).gaps if gap.shift == on]
    return {
        one.rule: one.volunteers for gap in gaps for one in gap.reasons if isinstance(one, Obstacle)
    }


# ---------------------------------------------------------------- why there is a gap


@pytest.mark.parametrize(
    ("given", "rule", "who"),
    [
        (Problem(volunteers=[volunteer("Els")], shifts=[shift("ma")]), Rule.CANNOT, "Els"),
        (
            Problem(
                volunteers=[volunteer("Els", "ma", "balie")],
                shifts=[shift("ma"), shift("balie", priority=2)],
            ),
            Rule.ON_DUTY,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma", "di", most_per_week=1)],
                shifts=[shift("ma"), shift("di", 1, priority=2)],
            ),
            Rule.WEEK_FULL,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma", turns=turns(want=1, most=2, used=2))],
                shifts=[shift("ma")],
            ),
            Rule.PERIOD_FULL,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma", "zo", no_evening_then_morning=True)],
                shifts=[
                    shift("zo", -1, 19, is_evening=True, priority=2),
                    shift("ma", is_morning=True),
                ],
            ),
            Rule.EVENING_MORNING,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma"), volunteer("Piet", "ma")],
                shifts=[shift("ma", fewest=2, most=2)],
                pairs=[Pair("Piet", "Els", Bond.APART)],
                pinned=frozenset({Duty("Piet", "ma")}),
            ),
            Rule.APART,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma", skills=frozenset({"taal"})),
                            volunteer("Piet", "ma")],
                shifts=[shift("ma", skills={"taal": 1})],
                pinned=frozenset({Duty("Piet", "ma")}),
            ),
            Rule.SHIFT_FULL,
            "Els",
        ),
        (
            Problem(volunteers=[beginner("Els", "ma")], shifts=[shift("ma")]),
            Rule.BEGINNER_ALONE,
            "Els",
        ),
        (
            Problem(
                volunteers=[volunteer("Els", "ma")],
                shifts=[shift("ma")],
                weights=Weights(under_min=5),
            ),
            None,
            "",
        ),
    ],
)  # fmt: skip
def test_whoever_is_kept_off_is_named_with_the_first_rule(
    given: Problem, rule: Rule | None, who: str
) -> None:
    expected = {} if rule is None else {rule: (who,)}
    assert _obstacles(given) == expected


def test_who_is_worth_more_elsewhere_is_said_to_be_so_when_everything_is_weighed() -> None:
    given = Problem(
        volunteers=[volunteer("Els", "ma")], shifts=[shift("ma")], weights=Weights(under_min=5)
    )
    (gap,) = PLANNER.weigh(given, WATCH).gaps
    assert gap.reasons == (Obstacle(Rule.COSTS_MORE, ("Els",)),)


def test_a_skill_that_nobody_has_is_the_whole_reason() -> None:
    given = Problem(volunteers=[volunteer("Els", "ma")], shifts=[shift("ma", skills={"taal": 1})])
    (gap,) = _proposed(given).gaps
    assert (gap.need, gap.reasons) == (Need(Kind.SKILL, "taal"), (NobodyFits(),))


def _too_few() -> Problem:
    """Three shifts, and two people who can do one each."""
    names = ("Els", "Piet")
    return Problem(
        volunteers=[volunteer(name, *WEEKDAYS, turns=turns(1, most=1)) for name in names],
        shifts=[shift(name, day) for day, name in enumerate(WEEKDAYS)],
    )


def test_what_people_together_cannot_do_is_proven() -> None:
    (gap,) = _proposed(_too_few()).gaps
    proof = next(one for one in gap.reasons if isinstance(one, Bottleneck))
    assert proof == Bottleneck(WEEKDAYS, ("Els", "Piet"), asked=3, possible=2)


@settings(max_examples=60)
@given(problems())
def test_a_bottleneck_is_true_in_every_roster(data: dict[str, Any]) -> None:
    given = problem_of(data)
    try:
        proposal = _proposed(given)
    except PinContradicts:
        return
    for gap in proposal.gaps:
        for proof in (one for one in gap.reasons if isinstance(one, Bottleneck)):
            assert gap.shift in proof.shifts
            assert proof.possible < proof.asked
            assert _most_filled(given, gap.need, proof.shifts) <= proof.possible


def _most_filled(given: Problem, need: Need, shifts: tuple[str, ...]) -> int:
    """Return how much of one need these shifts can get at most, when nothing else counts."""
    lonely = replace(
        given,
        shifts=[
            replace(
                one,
                priority=1 if one.id in shifts else 0,
                skills={k: n for k, n in one.skills.items() if need == Need(Kind.SKILL, k)},
                experienced=one.experienced if need.kind is Kind.EXPERIENCED else 0,
            )
            for one in given.shifts
        ],
    )
    if need.kind is not Kind.PEOPLE:
        lonely = replace(lonely, weights=replace(given.weights, under_min=0))
    best = _proposed(lonely)
    asked = sum(
        {
            Kind.PEOPLE: one.fewest,
            Kind.SKILL: one.skills.get(need.skill, 0),
            Kind.EXPERIENCED: one.experienced,
        }[need.kind]
        for one in given.shifts
        if one.id in shifts
    )
    return asked - sum(
        gap.short for gap in best.gaps if gap.shift in shifts and gap.need == need
    )  # fmt: skip


# ---------------------------------------------------------------- what would help


def test_one_more_turn_or_volunteer_or_one_shift_fewer_closes_the_gap() -> None:
    given = _too_few()
    helps = PLANNER.what_helps(given, _proposed(given), WATCH)
    assert {(one.short, one.still_short) for one in helps} == {(1, 0)}
    assert {type(one.change) for one in helps} == {OneMoreVolunteer, OneMoreTurn, OneShiftFewer}


def test_what_closes_most_comes_first() -> None:
    given = problem("MT-2")
    helps = PLANNER.what_helps(given, PLANNER.weigh(given, WATCH), WATCH)
    assert helps[0].change == OneMoreVolunteer(Need(Kind.SKILL, "coordinator"))
    assert [one.still_short for one in helps] == sorted(one.still_short for one in helps)
    assert all(one.still_short < one.short for one in helps)


def test_a_full_roster_needs_no_help() -> None:
    given = Problem(volunteers=[volunteer("Els", "ma")], shifts=[shift("ma")])
    assert PLANNER.what_helps(given, _proposed(given), WATCH) == ()


# ---------------------------------------------------------------- why this name, why not that


def test_a_name_has_what_it_fills_its_turns_and_who_comes_next() -> None:
    given = Problem(
        volunteers=[
            replace(volunteer("Els", "ma", turns=turns(2)),
                    availability={"ma": AvailabilityLevel.PREFER}),
            volunteer("Piet", "ma", turns=turns(0)),
            volunteer("Fatma", turns=turns(0)),
        ],
        shifts=[shift("ma")],
    )  # fmt: skip
    proposal = _proposed(given)
    els = Duty("Els", "ma")
    why = PLANNER.whys(given, proposal, [els])[els]
    assert (why.level, why.turns, why.wanted) == (AvailabilityLevel.PREFER, 1, 2)
    assert why.fills == (Need(Kind.PEOPLE),)
    (next_one,) = why.runners_up
    assert next_one.volunteer == "Piet"
    assert (next_one.costs_more.availability, next_one.costs_more.fairness) == (10, 30)


def test_what_a_runner_up_costs_is_what_the_whole_roster_then_costs_more() -> None:
    given = problem("M-3")
    proposal = _proposed(given)
    grid = Grid(given)
    whys = PLANNER.whys(given, proposal, proposal.duties[::8])
    assert any(why.runners_up for why in whys.values())
    for duty, why in whys.items():
        for other in why.runners_up:
            instead = {*proposal.duties, Duty(other.volunteer, duty.shift)} - {duty}
            score = Board(grid, grid.seats(instead)).score()
            assert other.costs_more == score - proposal.score


def test_why_not_somebody_who_cannot_is_answered_by_the_rule() -> None:
    given = Problem(
        volunteers=[volunteer("Els", "ma"), volunteer("Piet")], shifts=[shift("ma")]
    )  # fmt: skip
    answer = PLANNER.why_not(given, _proposed(given), Duty("Piet", "ma"), WATCH)
    assert answer.never == Obstacle(Rule.CANNOT, ("Piet",))


def test_why_not_somebody_else_is_answered_by_what_would_change() -> None:
    reluctant = {"ma": AvailabilityLevel.RATHER_NOT}
    given = Problem(
        volunteers=[
            volunteer("Els", "ma"),
            replace(volunteer("Piet", "ma"), availability=reluctant),
        ],
        shifts=[shift("ma")],
    )
    answer = PLANNER.why_not(given, _proposed(given), Duty("Piet", "ma"), WATCH)
    assert answer.never is None
    assert answer.now == Obstacle(Rule.SHIFT_FULL, ("Piet",))
    assert answer.short_more == 0
    assert (answer.costs_more.total, answer.costs_more.availability) == (50, 50)
    assert (answer.changes.came, answer.changes.left) == (
        (Duty("Piet", "ma"),),
        (Duty("Els", "ma"),),
    )


def test_forcing_a_name_changes_as_little_as_can_be() -> None:
    given = problem("S-1")
    proposal = _proposed(given)
    taken = proposal.duties[0]
    other = next(
        one.id
        for one in given.volunteers
        if one.can(taken.shift) and Duty(one.id, taken.shift) not in proposal.duties
    )
    answer = PLANNER.why_not(given, proposal, Duty(other, taken.shift), WATCH)
    assert Duty(other, taken.shift) in answer.changes.came
    assert answer.costs_more.total >= 0


# ---------------------------------------------------------------- somebody falls ill


def test_a_roster_is_repaired_with_the_fewest_changes_that_fill_most() -> None:
    given = Problem(
        volunteers=[
            volunteer("Els", "ma"),
            volunteer("Piet", "ma", "di", turns=turns(0, most=1)),
            volunteer("Fatma", "di", "wo", turns=turns(0, most=1)),
            volunteer("Anna", "wo", turns=turns(0, most=1)),
        ],
        shifts=[shift("ma"), shift("di", 1), shift("wo", 2)],
    )
    hangs = (Duty("Els", "ma"), Duty("Fatma", "wo"), Duty("Piet", "di"))
    ill = [replace(one, availability={}) if one.id == "Els" else one for one in given.volunteers]
    repaired = _proposed(replanned(replace(given, volunteers=ill), hangs))
    assert repaired.status is Status.OPTIMAL
    assert repaired.duties == (Duty("Anna", "wo"), Duty("Fatma", "di"), Duty("Piet", "ma"))
    assert repaired.gaps == ()


def test_nothing_changes_when_nothing_has_to() -> None:
    given = problem("M-3")
    hangs = _proposed(given).duties
    assert _proposed(replanned(given, hangs)).duties == hangs


# ---------------------------------------------------------------- in words


def test_a_gap_is_one_sentence_in_dutch() -> None:
    use_language("nl")
    skilled = frozenset({"coördinator"})
    given = Problem(
        volunteers=[
            volunteer("e", skills=skilled),
            volunteer("p", skills=skilled),
            volunteer("f", "do", skills=skilled, turns=turns(want=0, most=2, used=2)),
            volunteer("a", "do"),
        ],
        shifts=[shift("do", 3, 19, skills={"coördinator": 1})],
    )
    (gap,) = _proposed(given).gaps
    names = {"e": "Els", "p": "Piet", "f": "Fatma"}
    assert gap_words(gap, names, {"do": "Donderdagavond"}) == (
        "Donderdagavond mist iemand met de vaardigheid coördinator: Els en Piet kunnen niet; "
        "Fatma zit aan het maximum van 2 in deze periode."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_and_change_has_words(language: str) -> None:
    use_language(language)
    need = Need(Kind.EXPERIENCED)
    reasons: list[Reason] = [
        *(Obstacle(rule, ("a", "b"), 2) for rule in Rule),
        NobodyFits(),
        Bottleneck(("ma", "di"), ("a",), 2, 1),
    ]
    said = [reason_words(one, need, {"a": "Anna", "b": "Ben"}) for one in reasons]
    assert len(set(said)) == len(said)
    given = _too_few()
    helps = PLANNER.what_helps(given, _proposed(given), WATCH)
    words = [help_words(one, {"Els": "Els de Wit"}, {"ma": "maandag"}) for one in helps]
    assert all("1" in one and one.endswith(".") for one in words)
    assert any("Els de Wit" in one for one in words)
