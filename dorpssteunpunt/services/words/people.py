"""Residents and volunteers in the user's words."""

from collections.abc import Mapping

from dorpssteunpunt.base.formats import short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.availability import AvailabilityLevel, BadDeviation, Deviation, NoAnchor
from dorpssteunpunt.domain.people import (
    CertificateStatus,
    Experience,
    LeavesBeforeStart,
    PerhapsKnown,
    SeveralVolunteers,
    StillNeeded,
    VolunteerUnknown,
    WishBeyondMost,
)
from dorpssteunpunt.services.people import Deviated
from dorpssteunpunt.services.words.spoken import in_words


def level_word(level: AvailabilityLevel) -> str:
    """Return how gladly somebody takes a day part, without a capital."""
    return {
        AvailabilityLevel.PREFER: _("gladly"),
        AvailabilityLevel.CAN: _("can"),
        AvailabilityLevel.RATHER_NOT: _("rather not"),
        AvailabilityLevel.CANNOT: _("cannot"),
    }[level]


def experience_word(experience: Experience) -> str:
    """Return how well somebody knows the work, without a capital."""
    return {
        Experience.BEGINNER: _("beginner"),
        Experience.REGULAR: _("knows the work"),
        Experience.EXPERIENCED: _("experienced"),
    }[experience]


def week_letter(place: int) -> str:
    """Return the name of a week of a pattern, the first of which is A."""
    return _("Week {letter}").format(letter="ABCD"[place])


def cycle_word(weeks: int) -> str:
    """Return how often a pattern comes back, without a capital."""
    if weeks == 1:
        return _("every week the same")
    return ngettext("every {n} week", "every {n} weeks", weeks).format(n=weeks)


def deviation_words(deviation: Deviation, dayparts: Mapping[int, str]) -> str:
    """Return what somebody said of one day: "di 1 dec, middag: kan niet"."""
    day = short_date(deviation.on)
    level = level_word(deviation.level)
    if deviation.start and deviation.end:
        part = time_range(deviation.start, deviation.end)
    elif deviation.daypart_id:
        part = dayparts[deviation.daypart_id].lower()
    else:
        return _("{day}: {level}").format(day=day, level=level)
    return _("{day}, {part}: {level}").format(day=day, part=part, level=level)


def deviated_words(done: Deviated) -> str:
    """Return that a day was kept, and on which shifts of it somebody stands all the same."""
    if not done.in_the_way:
        return _("Saved.")
    hours = ", ".join(time_range(shift.start, shift.end) for shift in done.in_the_way)
    return _("Saved. Still on the roster that day: {hours}.").format(hours=hours)


def certificate_word(status: CertificateStatus) -> str:
    """Return what is known of a certificate of conduct, without a capital."""
    return {
        CertificateStatus.NONE: _("not there"),
        CertificateStatus.REQUESTED: _("requested"),
        CertificateStatus.SEEN: _("seen"),
    }[status]


@in_words.register
def _no_anchor(refusal: NoAnchor) -> str:
    return _("Fill in a day of a week A, so that it is clear which week comes when.")


@in_words.register
def _bad_deviation(refusal: BadDeviation) -> str:
    return _("Fill in from when and until when, the later one last.")


@in_words.register
def _wish_beyond_most(refusal: WishBeyondMost) -> str:
    return _("This is more than the maximum.")


@in_words.register
def _perhaps_known(refusal: PerhapsKnown) -> str:
    return _("{name}, {street} is known already. Is it really somebody else?").format(
        name=refusal.name, street=refusal.street or _("address unknown")
    )


@in_words.register
def _leaves_before_start(refusal: LeavesBeforeStart) -> str:
    return _("The last day comes after the first one.")


@in_words.register
def _still_needed(refusal: StillNeeded) -> str:
    ties = []
    if refusal.open_requests:
        count = refusal.open_requests
        words = ngettext("{n} open help request", "{n} open help requests", count)
        ties.append(words.format(n=count))
    if refusal.coming_shifts:
        count = refusal.coming_shifts
        ties.append(ngettext("{n} coming shift", "{n} coming shifts", count).format(n=count))
    if refusal.has_account:
        ties.append(_("an account to sign in with"))
    return _("This person still has: {ties}. Settle that first.").format(ties=", ".join(ties))


@in_words.register
def _volunteer_unknown(refusal: VolunteerUnknown) -> str:
    return _("There is no volunteer called {name}.").format(name=refusal.typed)


@in_words.register
def _several_volunteers(refusal: SeveralVolunteers) -> str:
    names = ", ".join(f"{name} ({number})" for number, name in refusal.found)
    return _("More than one volunteer answers to {name}: {names}. Give the number.").format(
        name=refusal.typed, names=names
    )
