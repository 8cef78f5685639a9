"""Confirmations and attendance in words."""

from dorpssteunpunt.base.formats import moment, time_range, weekday_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.attendance import Presence, ShiftAhead, TooLate
from dorpssteunpunt.domain.confirming import How, NotPublished
from dorpssteunpunt.services.roster import Marked, OwnShift, ShiftCell, Told, WeekView
from dorpssteunpunt.services.words.spoken import in_words


def told_words(told: Told) -> str:
    """Return what somebody knows of a shift, without a capital: "bevestigd aan de balie"."""
    return how_words(told.how, is_off=told.is_off)


def how_words(how: How, *, is_off: bool = False) -> str:
    """Return how somebody was told of their shift, or that they are off it."""
    if is_off:
        return {
            How.AT_DESK: _("knows that it is off, told at the desk"),
            How.BY_PHONE: _("knows that it is off, told by phone"),
            How.VOICEMAIL: _("a message on voicemail that it is off"),
        }[how]
    return {
        How.AT_DESK: _("confirmed at the desk"),
        How.BY_PHONE: _("confirmed by phone"),
        How.VOICEMAIL: _("a message on voicemail, not confirmed yet"),
    }[how]


def to_confirm_words(view: WeekView) -> str:
    """Return how many names have the question mark of not being confirmed; empty when none has."""
    names = ngettext(
        "{count} name with ? not confirmed yet",
        "{count} names with ? not confirmed yet",
        view.to_confirm,
    )
    return names.format(count=view.to_confirm) if view.to_confirm else ""


def presence_word(presence: Presence) -> str:
    """Return how it went with somebody on a shift, without a capital."""
    return {
        Presence.PRESENT: _("present"),
        Presence.LATE: _("too late"),
        Presence.MISSED: _("did not come"),
    }[presence]


def marked_words(presence: Presence, minutes_late: int | None, note: str) -> str:
    """Return how it went in full: "10 minuten te laat: bus gemist"."""
    words = presence_word(presence)
    if minutes_late is not None:
        late = ngettext("{count} minute late", "{count} minutes late", minutes_late)
        words = late.format(count=minutes_late)
    return f"{words}: {note}" if note else words


def attendance_words(marked: Marked | None) -> str:
    """Return how it went with somebody, or that nobody noted it yet."""
    if marked is None:
        return _("not noted yet")
    return marked_words(marked.presence, marked.minutes_late, marked.note)


def everybody_words(cell: ShiftCell) -> str:
    """Return what is said of all of a shift at once: "Allebei aanwezig"."""
    count = len(cell.people)
    if count == 1:
        return _("{name} is present").format(name=cell.people[0].full_name)
    return _("Both present") if count == 2 else _("All {count} present").format(count=count)


def noted_by_words(note: Told | Marked) -> str:
    """Return who noted something, and when."""
    return _("{name}, {moment}").format(name=note.by, moment=moment(note.at))


def own_shift_title(one: OwnShift) -> str:
    """Return which shift it is, with the hours: "dinsdag 24 november, ochtend 09:00–12:30"."""
    return _("{day}, {daypart} {hours}").format(
        day=weekday_date(one.on),
        daypart=one.daypart.lower(),
        hours=time_range(one.start, one.end),
    )


def own_shift_words(one: OwnShift) -> str:
    """Return what there is to say about a shift of somebody: their role, why it is gone."""
    told = [told_words(one.told), noted_by_words(one.told)] if one.told else []
    if one.lost_because:
        return " · ".join((lost_words(one), *told))
    words = [_("shift lead")] if one.is_lead else []
    if one.is_concept:
        words.append(_("not certain yet"))
    else:
        words += told or [_("not confirmed yet")]
    return " · ".join(words)


def lost_words(one: OwnShift) -> str:
    """Return why somebody is off a shift, and who took them off."""
    return _("No longer: {reason} ({name})").format(reason=one.lost_because, name=one.lost_by)


@in_words.register
def _not_published(refusal: NotPublished) -> str:
    return _("This week is a concept. People confirm once it is published.")


@in_words.register
def _shift_ahead(refusal: ShiftAhead) -> str:
    return _("This shift has not begun. Who was there is noted from its beginning on.")


@in_words.register
def _too_late(refusal: TooLate) -> str:
    return _("Give a number of minutes, less than the shift lasts.")
