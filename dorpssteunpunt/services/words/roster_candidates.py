"""Whom to ask for a shift in words: what speaks for and against each, what stands in the way."""

from collections.abc import Iterator

from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.suitability import Fit, Objection, VolunteerUnavailable
from dorpssteunpunt.services.roster import Candidate
from dorpssteunpunt.services.words.candidates import leave_words
from dorpssteunpunt.services.words.people import experience_word
from dorpssteunpunt.services.words.spoken import in_words


def answer_word(answer: Answer) -> str:
    """Return what somebody said when asked, without a capital."""
    return {
        Answer.YES: _("says yes"),
        Answer.NO: _("says no"),
        Answer.CALLS_BACK: _("calls back"),
    }[answer]


def fit_word(fit: Fit) -> str:
    """Return how well somebody suits a shift, in two words."""
    return {
        Fit.GOOD: _("suits well"),
        Fit.JUST: _("just possible"),
        Fit.POOR: _("does not suit"),
        Fit.IMPOSSIBLE: _("does not suit"),
    }[fit]


def objection_words(objection: Objection) -> str:
    """Return what speaks against a choice, as said of somebody."""
    return {
        Objection.NOT_ACTIVE: _("is no volunteer on this day"),
        Objection.ON_SHIFT: _("is on this shift already"),
        Objection.ON_DUTY: _("is on another shift at that time"),
        Objection.ON_LEAVE: _("is on leave then"),
        Objection.CANNOT: _("cannot come then"),
        Objection.APART: _("is better not together with somebody on this shift"),
        Objection.BEGINNERS_ONLY: _("is a beginner, and nobody on this shift knows the work"),
        Objection.EVENING_THEN_MORNING: _("would have an evening and the morning after it"),
        Objection.WEEK_FULL: _("has as many shifts this week as agreed"),
        Objection.MONTH_FULL: _("has as many shifts this month as agreed"),
        Objection.SHIFT_FULL: _("is one too many: as many people as may come are there"),
        Objection.RATHER_NOT: _("would rather not come then"),
        Objection.NOT_ASKED: _("has not said yet whether this day part suits"),
        Objection.BEGINNER_FIRST: _("is a beginner; somebody who knows the work has to come too"),
        Objection.SKILL_LACKING: _("cannot do all that this shift still asks for"),
        Objection.EXPERIENCE_LACKING: _("is not experienced, and nobody on this shift is"),
        Objection.ENOUGH: _("has as many shifts as wanted"),
    }[objection]


def candidate_words(candidate: Candidate) -> str:
    """Return why somebody can take a shift or not, with how busy their week is."""
    return " · ".join(_reasons(candidate))


def _reasons(candidate: Candidate) -> Iterator[str]:
    judged = candidate.suitability
    if Objection.ON_SHIFT in judged.objections:
        yield objection_words(Objection.ON_SHIFT)
        return
    yield from _in_favour(candidate)
    yield from _objections(candidate)
    yield from _busy(candidate)
    yield from _asked(candidate)
    yield from _abilities(candidate)


def reasons_for(candidate: Candidate) -> tuple[str, ...]:
    """Return what speaks for a choice; that somebody has room for it is one of them."""
    room = () if _is_full(candidate) else _busy(candidate)
    return (*_in_favour(candidate), *room, *_abilities(candidate))


def reasons_against(candidate: Candidate) -> tuple[str, ...]:
    """Return what speaks against a choice; that somebody has enough is part of it.

    That they were asked for other shifts lately is too; what they said to this one speaks for
    itself (`said_words`).
    """
    full = _busy(candidate) if _is_full(candidate) else ()
    return (*_objections(candidate), *full, *_asked_lately(candidate))


def said_words(candidate: Candidate) -> str:
    """Return what somebody said when asked for this shift, and when; empty if nobody asked."""
    if candidate.asked is None:
        return ""
    answer, when = answer_word(candidate.asked.answer), moment(candidate.asked.asked_at)
    return _("{answer}, {moment}").format(answer=answer, moment=when)


def _objections(candidate: Candidate) -> Iterator[str]:
    for objection in candidate.suitability.objections:
        if objection is Objection.ON_LEAVE and candidate.leave_until:
            yield leave_words(candidate.leave_until)
        elif objection is Objection.SKILL_LACKING:
            skills = ", ".join(candidate.lacks_skills)
            # i18n: {skills} are names that the village gave, such as "Sleutel en alarm".
            yield _("not for {skills}, which this shift still asks for").format(skills=skills)
        elif objection not in _SAID_IN_NUMBERS:
            yield objection_words(objection)


def _is_full(candidate: Candidate) -> bool:
    return not set(_SAID_IN_NUMBERS).isdisjoint(candidate.suitability.objections)


def _abilities(candidate: Candidate) -> Iterator[str]:
    """Yield what else somebody can do than what the shift lacks and they bring."""
    is_experienced = candidate.wishes.experience is Experience.EXPERIENCED
    if is_experienced and not candidate.suitability.brings.experienced:
        yield experience_word(Experience.EXPERIENCED)
    yield from (skill for skill in candidate.skills if skill not in candidate.brings_skills)


def _asked(candidate: Candidate) -> Iterator[str]:
    """Yield what somebody said to this shift, and for how many others they were asked lately."""
    if candidate.asked:
        answer, when = answer_word(candidate.asked.answer), moment(candidate.asked.asked_at)
        yield _("asked {moment}: {answer}").format(moment=when, answer=answer)
    yield from _asked_lately(candidate)


def _asked_lately(candidate: Candidate) -> Iterator[str]:
    count = candidate.asked_lately
    if count:
        words = ngettext(
            "asked for {count} other shift in 4 weeks",
            "asked for {count} other shifts in 4 weeks",
            count,
        )
        yield words.format(count=count)


def _in_favour(candidate: Candidate) -> Iterator[str]:
    judged = candidate.suitability
    if judged.brings.experienced:
        yield _("is experienced, as this shift asks for")
    if judged.brings.skills:
        skills = ", ".join(candidate.brings_skills)
        # i18n: {skills} are names that the village gave, such as "Sleutel en alarm".
        yield _("for {skills}, as this shift asks for").format(skills=skills)
    if judged.level is AvailabilityLevel.PREFER:
        yield _("likes to come then")
    if judged.level is AvailabilityLevel.CAN:
        yield _("can come then")
    if judged.is_together:
        yield _("likes to be with somebody on this shift")


_SAID_IN_NUMBERS = (Objection.WEEK_FULL, Objection.MONTH_FULL, Objection.ENOUGH)


def _busy(candidate: Candidate) -> Iterator[str]:
    """Yield how many shifts somebody has, against what they agreed to and what they want."""
    count, wishes = candidate.load.this_week, candidate.wishes
    if wishes.shifts_per_week is not None:
        words = (
            _("has {count} of {most} shifts this week, the agreed maximum")
            if count >= wishes.shifts_per_week
            else _("{count} of {most} shifts this week")
        )
        yield words.format(count=count, most=wishes.shifts_per_week)
    elif count:
        words = ngettext("{count} shift this week", "{count} shifts this week", count)
        yield words.format(count=count)
    else:
        yield _("no shift this week yet")
    in_month = candidate.load.this_month
    if wishes.shifts_per_month is not None and in_month >= wishes.shifts_per_month:
        words = _("has {count} of {most} shifts this month, the agreed maximum")
        yield words.format(count=in_month, most=wishes.shifts_per_month)
    if Objection.ENOUGH in candidate.suitability.objections:
        yield objection_words(Objection.ENOUGH)


def objections_words(refusal: VolunteerUnavailable) -> str:
    """Return what stands in the way; beside what forbids it the rest does not matter."""
    return ", ".join(
        objection_words(objection)
        for objection in refusal.objections
        if objection.forbids or not refusal.is_final
    )


@in_words.register
def _volunteer_unavailable(refusal: VolunteerUnavailable) -> str:
    because = objections_words(refusal)
    if refusal.is_final:
        return _("This is not possible: {because}.").format(because=because)
    return _("Write why you choose this all the same: {because}.").format(because=because)
