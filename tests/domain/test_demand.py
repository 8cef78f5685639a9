"""What a shift asks for beside people, and what it lacks of that by the hour."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.domain.demand import NO_LACK, NOTHING_MORE, Demand, Lack, lack
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.domain.spans import Span
from dorpssteunpunt.domain.suitability import Fit, Objection, suitability

KEY, TILL = 1, 2
WHOLE = Span(time(9), time(12))
ASKS = Demand(skills=frozenset({KEY}), experienced=True)
SHIFT = Shift(
    id=1, on=date(2026, 11, 30), daypart_id=1, start=time(9), end=time(12), needed=2, demand=ASKS
)
ANNA = Volunteer(person_id=1, skills=frozenset({KEY}))
BART = Volunteer(person_id=2, experience=Experience.EXPERIENCED)
CORA = Volunteer(person_id=3)

teams = st.lists(
    st.builds(
        Volunteer,
        person_id=st.integers(1, 99),
        skills=st.frozensets(st.integers(1, 3)),
        experience=st.sampled_from(Experience),
    ),
    max_size=4,
)


def test_together_they_bring_what_is_asked() -> None:
    assert lack(ASKS, WHOLE, []) == Lack(frozenset({KEY}), experienced=True)
    assert lack(ASKS, WHOLE, [(WHOLE, ANNA)]) == Lack(experienced=True)
    assert lack(ASKS, WHOLE, [(WHOLE, ANNA), (WHOLE, BART)]) == NO_LACK


def test_who_is_there_for_a_part_leaves_a_lack_in_the_rest() -> None:
    half = Span(time(9), time(11))
    assert lack(ASKS, WHOLE, [(half, ANNA), (WHOLE, BART)]).skills == {KEY}
    rest = Span(time(11), time(12))
    both = [(half, ANNA), (rest, ANNA), (WHOLE, BART)]
    assert not lack(ASKS, WHOLE, both)


@given(teams, st.frozensets(st.integers(1, 3)), st.booleans())
def test_one_more_never_makes_it_lack_more(
    team: list[Volunteer], skills: frozenset[int], experienced: bool
) -> None:
    demand = Demand(skills=skills, experienced=experienced)
    there = [(WHOLE, one) for one in team]
    for count in range(len(team)):
        before, after = (lack(demand, WHOLE, there[:n]) for n in (count, count + 1))
        assert after.skills <= before.skills
        assert after.experienced <= before.experienced
        assert after == before.after(team[count])


def test_whoever_brings_what_is_lacking_comes_before_the_others() -> None:
    judged = {
        who: suitability(one, SHIFT, [], [BART]) for who, one in (("anna", ANNA), ("cora", CORA))
    }
    assert judged["anna"].brings == Lack(frozenset({KEY}))
    assert Objection.SKILL_LACKING in judged["cora"].objections
    assert judged["cora"].fit is Fit.JUST
    assert judged["anna"].rank < judged["cora"].rank


def test_a_shift_says_that_nobody_experienced_is_there_until_somebody_is() -> None:
    assert Objection.EXPERIENCE_LACKING in suitability(CORA, SHIFT, [], []).objections
    assert Objection.EXPERIENCE_LACKING not in suitability(CORA, SHIFT, [], [BART]).objections
    assert Objection.EXPERIENCE_LACKING not in suitability(BART, SHIFT, [], []).objections


def test_beyond_the_most_somebody_comes_for_a_reason_only() -> None:
    full = replace(SHIFT, demand=Demand(most=2))
    judged = suitability(CORA, full, [], [ANNA, BART])
    assert judged.needs_reason
    assert Objection.SHIFT_FULL in judged.objections
    open_ended = replace(SHIFT, demand=NOTHING_MORE)
    assert Objection.SHIFT_FULL not in suitability(CORA, open_ended, [], [ANNA, BART]).objections
