"""The roster in words: cells, gaps, candidates and what stands in the way of a choice."""

from collections.abc import Iterator

from dorpssteunpunt.base.formats import (
    date_range,
    moment,
    short_date,
    time_range,
    week_title,
    weekday_date,
)
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.people import Experience
from dorpssteunpunt.domain.roster import (
    ChangedSince,
    NotOnShift,
    Origin,
    PeriodWithoutShifts,
    ReasonMissing,
    ShiftClosed,
    UnansweredShifts,
    WeekHasShifts,
    WeekInUse,
    WeekTemplateEmpty,
    WeekWithoutShifts,
)
from dorpssteunpunt.domain.standing import AllPlacesHeld, ClosedThen, HoldsAlready
from dorpssteunpunt.domain.suitability import Fit, Objection, Suitability, VolunteerUnavailable
from dorpssteunpunt.services.roster import (
    Candidate,
    OnShift,
    ShiftCell,
    SincePublication,
    WeekMade,
    WeekView,
)
from dorpssteunpunt.services.words.candidates import leave_words
from dorpssteunpunt.services.words.people import experience_word
from dorpssteunpunt.services.words.spoken import in_words


def shift_title(cell: ShiftCell) -> str:
    """Return which shift it is: "dinsdag 24 november, Middag"."""
    return _("{day}, {daypart}").format(day=weekday_date(cell.on), daypart=cell.daypart)


def staffing_word(cell: ShiftCell) -> str:
    """Return how full a shift is: "1 van 2"."""
    return _("{present} of {needed}").format(present=cell.present, needed=cell.needed)


def gap_words(cell: ShiftCell) -> str:
    """Return how full a shift is that needs people, and for how long: "1 van 2 – vaste plek vrij".

    A vacant standing place is said as one; somebody who is away this once asks for a stand-in.
    """
    staffing = " ".join(filter(None, (staffing_word(cell), short_hours(cell))))
    if cell.is_structural:
        places = min(cell.missing, cell.vacant)
        free = ngettext("standing place free", "{count} standing places free", places)
        return f"{staffing} – {free.format(count=places)}"
    if cell.seeks_stand_in:
        return _("{staffing} – stand-in needed").format(staffing=staffing)
    return staffing


def origin_word(origin: Origin) -> str:
    """Return how a name came on a shift, without a capital."""
    return {
        Origin.STANDING: _("standing occupant"),
        Origin.CHOSEN: _("chosen"),
        Origin.PROPOSED: _("proposed by the program"),
        Origin.SWAPPED: _("swapped"),
    }[origin]


def answer_word(answer: Answer) -> str:
    """Return what somebody said when asked, without a capital."""
    return {
        Answer.YES: _("says yes"),
        Answer.NO: _("says no"),
        Answer.CALLS_BACK: _("calls back"),
    }[answer]


def week_made_words(made: WeekMade) -> str:
    """Return who holds a place in a week and does not come this once; empty when all do."""
    if not made.left_out:
        return ""
    names = ", ".join(
        _("{name} ({day}: {why})").format(
            name=one.name.full,
            day=short_date(one.shift.on),
            why=", ".join(map(objection_words, one.objections)),
        )
        for one in made.left_out
    )
    return _("Not put on their standing place: {names}.").format(names=names)


def place_words(one: OnShift) -> str:
    """Return what somebody is on a shift, empty for one of the regulars."""
    words = [_("shift lead")] if one.is_lead else []
    if one.is_stand_in:
        words.append(_("stand-in"))
    if one.part:
        words.append(time_range(one.part.start, one.part.end))
    return ", ".join(words)


def short_hours(cell: ShiftCell) -> str:
    """Return in which hours people are needed, empty when it is the whole shift."""
    return ", ".join(time_range(one.span.start, one.span.end) for one in cell.partly_short)


def changed_words(since: SincePublication) -> str:
    """Return what changed on a shift since it was published, by name."""
    parts = [_("{name} added").format(name=name) for name in since.came]
    parts += [_("{name} taken off").format(name=name) for name in since.left]
    parts += [
        _("{name} in another role or at other hours").format(name=name) for name in since.altered
    ]
    return ", ".join(parts)


def spoken_shift(cell: ShiftCell) -> str:
    """Return a cell of the grid as a screen reader says it."""
    parts = [weekday_date(cell.on), cell.daypart.lower()]
    if cell.closed_because:
        return ", ".join((*parts, _("closed"), cell.closed_because))
    parts += [_spoken_name(one) for one in cell.people]
    parts.append(gap_words(cell) if cell.missing else staffing_word(cell))
    if cell.lacks_lead:
        parts.append(_("no shift lead"))
    if cell.since_publication:
        parts.append(_("changed since publication"))
    return ", ".join(parts)


def _spoken_name(one: OnShift) -> str:
    told = _("not confirmed yet") if one.is_to_confirm else ""
    return " ".join(filter(None, (one.full_name, place_words(one), told)))


def week_state(view: WeekView) -> str:
    """Return whether a week is published: the word of its tag."""
    return _("published") if view.published_at else _("concept")


def week_needs(view: WeekView) -> str:
    """Return what a week still lacks, in one line; what is fine is said too."""
    parts = []
    if view.gaps:
        gaps = ngettext(
            "{count} shift is not full yet", "{count} shifts are not full yet", view.gaps
        )
        parts.append(gaps.format(count=view.gaps))
    if view.without_lead:
        leads = ngettext(
            "{count} shift has no shift lead",
            "{count} shifts have no shift lead",
            view.without_lead,
        )
        parts.append(leads.format(count=view.without_lead))
    if not parts:
        parts.append(_("All shifts are full."))
    if view.changes:
        changes = ngettext(
            "{count} shift changed since publication",
            "{count} shifts changed since publication",
            view.changes,
        )
        parts.append(changes.format(count=view.changes))
    return " · ".join(parts)


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
        Objection.RATHER_NOT: _("would rather not come then"),
        Objection.NOT_ASKED: _("has not said yet whether this day part suits"),
        Objection.BEGINNER_FIRST: _("is a beginner; somebody who knows the work has to come too"),
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
    yield from _in_favour(judged)
    yield from _objections(candidate)
    yield from _busy(candidate)
    yield from _asked(candidate)
    yield from _abilities(candidate)


def reasons_for(candidate: Candidate) -> tuple[str, ...]:
    """Return what speaks for a choice; that somebody has room for it is one of them."""
    room = () if _is_full(candidate) else _busy(candidate)
    return (*_in_favour(candidate.suitability), *room, *_abilities(candidate))


def reasons_against(candidate: Candidate) -> tuple[str, ...]:
    """Return what speaks against a choice; that somebody has enough or was asked is part of it."""
    full = _busy(candidate) if _is_full(candidate) else ()
    return (*_objections(candidate), *full, *_asked(candidate))


def _objections(candidate: Candidate) -> Iterator[str]:
    for objection in candidate.suitability.objections:
        if objection is Objection.ON_LEAVE and candidate.leave_until:
            yield leave_words(candidate.leave_until)
        elif objection not in _SAID_IN_NUMBERS:
            yield objection_words(objection)


def _is_full(candidate: Candidate) -> bool:
    return not set(_SAID_IN_NUMBERS).isdisjoint(candidate.suitability.objections)


def _abilities(candidate: Candidate) -> Iterator[str]:
    if candidate.wishes.experience is Experience.EXPERIENCED:
        yield experience_word(Experience.EXPERIENCED)
    yield from candidate.skills


def _asked(candidate: Candidate) -> Iterator[str]:
    """Yield what somebody said to this shift, and for how many others they were asked lately."""
    if candidate.asked:
        answer, when = answer_word(candidate.asked.answer), moment(candidate.asked.asked_at)
        yield _("asked {moment}: {answer}").format(moment=when, answer=answer)
    count = candidate.asked_lately
    if count:
        words = ngettext(
            "asked for {count} other shift in 4 weeks",
            "asked for {count} other shifts in 4 weeks",
            count,
        )
        yield words.format(count=count)


def _in_favour(judged: Suitability) -> Iterator[str]:
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


@in_words.register
def _reason_missing(refusal: ReasonMissing) -> str:
    return _("Write the reason. The volunteer may see it.")


@in_words.register
def _shift_closed(refusal: ShiftClosed) -> str:
    return _("This shift is closed. Open it again first.")


@in_words.register
def _not_on_shift(refusal: NotOnShift) -> str:
    return _("This volunteer has left this shift already.")


@in_words.register
def _unanswered_shifts(refusal: UnansweredShifts) -> str:
    return _("Say of each shift what happens to it.")


@in_words.register
def _holds_already(refusal: HoldsAlready) -> str:
    return _("This volunteer holds a standing place on this day part already.")


@in_words.register
def _all_places_held(refusal: AllPlacesHeld) -> str:
    return _("All places on this day part have a standing occupant then.")


@in_words.register
def _closed_then(refusal: ClosedThen) -> str:
    return _("The desk is closed then.")


@in_words.register
def _changed_since(refusal: ChangedSince) -> str:
    return _("The roster was changed again since. This cannot be undone any more.")


@in_words.register
def _week_has_shifts(refusal: WeekHasShifts) -> str:
    return _("The shifts of this week were made already.")


@in_words.register
def _week_in_use(refusal: WeekInUse) -> str:
    return _("Somebody has been put on a shift of this week. The shifts stay.")


@in_words.register
def _week_without_shifts(refusal: WeekWithoutShifts) -> str:
    return _("{week}: there are no shifts yet. The coordinator makes them in the roster.").format(
        week=week_title(refusal.week.monday)
    )


@in_words.register
def _period_without_shifts(refusal: PeriodWithoutShifts) -> str:
    return _("{days}: there are no shifts yet. The coordinator makes them in the roster.").format(
        days=date_range(refusal.first, refusal.last)
    )


@in_words.register
def _week_template_empty(refusal: WeekTemplateEmpty) -> str:
    return _("The desk is never open yet. First fill in the opening hours under settings.")
