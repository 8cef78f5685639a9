"""What the volunteers of the demo village wish on the roster, and who holds a place on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation, Leave, Pattern
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.people import Experience, Volunteer
from dorpssteunpunt.domain.rhythm import Rhythm
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.domain.template import OpeningSlot
from dorpssteunpunt.services.ports import UnitOfWork

_WEEK = 7
_SATURDAY = 6
_FORTNIGHTLY = (4, 3)  # Thursday evening


def say_wishes(uow: UnitOfWork, skills: Sequence[str], today: date, chance: Random) -> None:
    """Let every volunteer say what they wish; some are away, and some have weeks in turn."""
    known = [
        uow.support_point.save_skill(Skill(position=place, name=name))
        for place, name in enumerate(skills, start=1)
    ]
    _ask_for(uow, known, today)
    volunteers = [volunteer for _person, volunteer in uow.people.volunteers()]
    ids = [volunteer.person_id for volunteer in volunteers]
    for volunteer in volunteers:
        uow.people.save_volunteer(_wishes(volunteer, known, ids, today, chance))
    for volunteer in chance.sample(volunteers, 4):
        first = today + timedelta(days=chance.randrange(8, 40))
        last = first + timedelta(days=chance.randrange(6, 20))
        reason = chance.choice(("Vakantie", "Op bezoek bij de kleinkinderen", "Knieoperatie"))
        uow.people.add_leave(volunteer.person_id, Leave(first=first, last=last, reason=reason))
    for volunteer in chance.sample(volunteers, 8):
        on = today + timedelta(days=chance.randrange(2, 30))
        level = chance.choice((AvailabilityLevel.CANNOT, AvailabilityLevel.CAN))
        uow.people.save_deviation(volunteer.person_id, Deviation(on=on, level=level))


def _ask_for(uow: UnitOfWork, skills: Sequence[int], today: date) -> None:
    """Let Saturday ask for who has the key and knows the work, and one evening be fortnightly."""
    key = skills[1]
    saturday = Demand(most=3, skills=frozenset({key}), experienced=True)
    template = [
        replace(slot, demand=saturday)
        if slot.weekday == _SATURDAY
        else replace(slot, rhythm=Rhythm(every_weeks=2, counted_from=today))
        if (slot.weekday, slot.daypart_id) == _FORTNIGHTLY
        else slot
        for slot in uow.support_point.week_template()
    ]
    uow.support_point.replace_week_template(template)


def hold_places(uow: UnitOfWork, began: date, today: date, chance: Random) -> None:
    """Let some who like a day part hold a place on it; one of them gave it up lately."""
    volunteers = [volunteer for _person, volunteer in uow.people.volunteers(began)]
    places: list[StandingAssignment] = []
    for slot in uow.support_point.week_template():
        held = {place.volunteer_id for place in places}
        willing = [one.person_id for one in volunteers if _likes(one, slot)]
        free = [one for one in willing if one not in held]
        if free and chance.random() < 0.6:
            place = StandingAssignment(
                volunteer_id=chance.choice(free),
                weekday=slot.weekday,
                daypart_id=slot.daypart_id,
                first=began,
            )
            places.append(place)
    given_up = replace(places[0], last=today - timedelta(days=1))
    for place in (given_up, *places[1:]):
        uow.roster.save_standing(place)


def _likes(volunteer: Volunteer, slot: OpeningSlot) -> bool:
    level = volunteer.availability.get((slot.weekday, slot.daypart_id))
    knows = volunteer.experience is not Experience.BEGINNER
    return knows and volunteer.cycle_weeks == 1 and level is AvailabilityLevel.PREFER


def _wishes(
    volunteer: Volunteer, skills: Sequence[int], others: Sequence[int], today: date, chance: Random
) -> Volunteer:
    wishes = replace(
        volunteer,
        wanted_per_month=chance.choice((None, None, 2, 4)),
        no_evening_then_morning=chance.random() < 0.3,
        experience=chance.choices(list(Experience), (1, 6, 4))[0],
        skills=frozenset(skill for skill in skills if chance.random() < 0.3),
    )
    if chance.random() < 0.15:
        somebody = chance.choice([one for one in others if one != volunteer.person_id])
        wishes = replace(wishes, together=frozenset({somebody}))
    if chance.random() < 0.2:
        pattern = {**volunteer.availability, **_week_b(volunteer.availability)}
        wishes = replace(wishes, cycle_weeks=2, cycle_from=today, availability=pattern)
    return wishes


def _week_b(week_a: Pattern) -> Pattern:
    """Return a week B in which what suits in week A does not."""
    willing = (AvailabilityLevel.PREFER, AvailabilityLevel.CAN)
    turned = {True: AvailabilityLevel.CANNOT, False: AvailabilityLevel.CAN}
    return {(day + _WEEK, part): turned[level in willing] for (day, part), level in week_a.items()}
