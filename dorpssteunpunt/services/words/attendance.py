"""Confirmations and attendance in words."""

from dorpssteunpunt.base.formats import moment, time_range, weekday_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.attendance import Presence, ShiftAhead, TooLate
from dorpssteunpunt.domain.confirming import How, NotPublished
from dorpssteunpunt.services.roster import Marked, OwnShift, Told, WeekView
from dorpssteunpunt.services.words.spoken import in_words


def told_words(told: Told) -> str:
    """Return what somebody knows of a shift, without a capital: "bevestigd aan de balie"."""
    if told.is_off:
        return {
            How.AT_DESK: _("knows that it is off, told at the desk"),
            How.BY_PHONE: _("knows that it is off, told by phone"),
            How.VOICEMAIL: _("a message on voicemail that it is off"),
        }[told.how]
    return {
        How.AT_DESK: _("confirmed at the desk"),
        How.BY_PHONE: _("confirmed by phone"),
        How.VOICEMAIL: _("a message on voicemail, not confirmed yet"),
    }[told.how]


def to_confirm_words(view: WeekView) -> str:
    """Return how many names have the question mark of not being confirmed; empty when none has."""
    names = ngettext(
        "? {count} name not confirmed yet", "? {count} names not confirmed yet", view.to_confirm
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
