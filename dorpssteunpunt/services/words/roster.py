"""The roster in words: cells, gaps, candidates and what stands in the way of a choice."""

from dorpssteunpunt.base.formats import (
    date_range,
    short_date,
    time_range,
    week_title,
    weekday_date,
)
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.attendance import Presence
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
from dorpssteunpunt.services.roster import (
    OnShift,
    ShiftCell,
    SincePublication,
    WeekMade,
    WeekView,
)
from dorpssteunpunt.services.words.roster_candidates import objection_words
from dorpssteunpunt.services.words.spoken import in_words


def shift_title(cell: ShiftCell) -> str:
    """Return which shift it is: "dinsdag 24 november, Middag"."""
    return _("{day}, {daypart}").format(day=weekday_date(cell.on), daypart=cell.daypart)


def staffing_word(cell: ShiftCell) -> str:
    """Return how full a shift is: "1 van 2", and how many it takes once there are enough."""
    staffing = _present_of_needed(cell)
    if cell.missing or cell.most in (None, cell.needed):
        return staffing
    return _("{staffing}, at most {most}").format(staffing=staffing, most=cell.most)


def lack_words(cell: ShiftCell) -> str:
    """Return whom a shift lacks, whatever their number: "iemand met ervaring nodig"."""
    what = [_("somebody experienced")] if cell.lacks_experienced else []
    what += cell.lacks_skills
    # i18n: {what} also has names that the village gave to skills, such as "Sleutel en alarm".
    return _("{what} needed").format(what=", ".join(what)) if what else ""


def full_words(cell: ShiftCell) -> str:
    """Return what a shift that needs no more people leaves room for."""
    if cell.is_full:
        return _("The shift is full: no more people fit.")
    if cell.most is None:
        return _("The shift is full. One more is possible, to learn the work.")
    room = cell.most - len(cell.people)
    return ngettext(
        "There are enough people. One more fits.",
        "There are enough people. {count} more fit.",
        room,
    ).format(count=room)


def gap_words(cell: ShiftCell) -> str:
    """Return how full a shift is, for how long, and who is needed: "1 van 2 – vaste plek vrij".

    A vacant standing place is said as one; somebody who is away this once asks for a stand-in.
    """
    staffing = " ".join(filter(None, (_present_of_needed(cell), short_hours(cell))))
    whom = ", ".join(filter(None, (_place_words(cell), lack_words(cell))))
    return f"{staffing} – {whom}" if whom else staffing


def _present_of_needed(cell: ShiftCell) -> str:
    return _("{present} of {needed}").format(present=cell.present, needed=cell.needed)


def glance_words(cell: ShiftCell) -> str:
    """Return what a shift that is short needs, where there is little room: "1 van 2 – vaste plek".

    Beside the numbers stands only what no number says.
    """
    whom = [_("standing place")] if cell.is_structural else []
    whom += cell.lacks_skills
    if cell.lacks_experienced:
        whom.append(_("experience"))
    return " – ".join(filter(None, (_present_of_needed(cell), ", ".join(whom))))


def _place_words(cell: ShiftCell) -> str:
    """Return what kind of place is open, empty for an ordinary one."""
    if cell.is_structural:
        places = min(cell.missing, cell.vacant)
        free = ngettext("standing place free", "{count} standing places free", places)
        return free.format(count=places)
    return _("stand-in needed") if cell.seeks_stand_in else ""


def origin_word(origin: Origin) -> str:
    """Return how a name came on a shift, without a capital."""
    return {
        Origin.STANDING: _("standing occupant"),
        Origin.CHOSEN: _("chosen"),
        Origin.PROPOSED: _("proposed by the program"),
        Origin.SWAPPED: _("swapped"),
    }[origin]


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


def planned_words(one: OnShift) -> str:
    """Return what somebody is on a shift to whoever plans: the same, and that they are pinned."""
    return ", ".join(filter(None, (place_words(one), _("pinned") if one.is_pinned else "")))


def short_hours(cell: ShiftCell) -> str:
    """Return in which hours people are needed, empty when it is the whole shift."""
    return ", ".join(time_range(one.span.start, one.span.end) for one in cell.partly_short)


def changed_words(since: SincePublication) -> str:
    """Return what changed on a shift since it was published: its hours, and people by name."""
    parts = [_("the shift is at other hours")] if since.at_other_hours else []
    parts += [_("{name} added").format(name=name) for name in since.came]
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
    parts.append(gap_words(cell) if cell.is_short else staffing_word(cell))
    if cell.lacks_lead:
        parts.append(_("no shift lead"))
    if cell.since_publication:
        parts.append(_("changed since publication"))
    return ", ".join(parts)


def _spoken_name(one: OnShift) -> str:
    told = _("not confirmed yet") if one.is_to_confirm else ""
    stayed_away = one.marked is not None and one.marked.presence is Presence.MISSED
    went = _("did not come") if stayed_away else ""
    return " ".join(filter(None, (one.full_name, planned_words(one), told, went)))


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
        parts.append(_("All shifts are full"))
    if view.changes:
        changes = ngettext(
            "{count} shift changed since publication",
            "{count} shifts changed since publication",
            view.changes,
        )
        parts.append(changes.format(count=view.changes))
    return " · ".join(parts)


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
