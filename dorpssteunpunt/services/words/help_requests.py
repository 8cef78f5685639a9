"""Help requests in words: states, when, what the tags say, what happened and what may not."""

from datetime import date, time, timedelta

from dorpssteunpunt.base.formats import (
    clock_time,
    day_and_month,
    short_date,
    short_weekday,
    time_range,
)
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.help_requests import (
    AlreadyMatched,
    ConsentMissing,
    ContactMissing,
    DayHasGoneBy,
    NotMatched,
    OutcomeNeeded,
    OwnRequest,
    PapersMissing,
    ReasonNeeded,
    RequestClosed,
    RequestNotClosed,
    RequestState,
    Urgency,
    VolunteerNotActive,
)
from dorpssteunpunt.domain.names import PersonName
from dorpssteunpunt.domain.people import ContactPreference, Salutation
from dorpssteunpunt.domain.request_drafts import (
    BeyondBoundary,
    EndsBeforeStart,
    KindMissing,
    RequesterMissing,
    TooLateToHelp,
    WhatMissing,
)
from dorpssteunpunt.domain.waiting import Dated, Standing, days_open
from dorpssteunpunt.services.ports import RequestLine, RequestList
from dorpssteunpunt.services.words.candidates import paper_word
from dorpssteunpunt.services.words.spoken import in_words

_A_WEEK = timedelta(days=7)


def state_word(state: RequestState) -> str:
    """Return where a request stands, without a capital."""
    return {
        RequestState.NEW: _("new"),
        RequestState.IN_PROGRESS: _("in progress"),
        RequestState.MATCHED: _("matched"),
        RequestState.DONE: _("done"),
        RequestState.REFERRED: _("referred elsewhere"),
        RequestState.UNMET: _("not met"),
        RequestState.WITHDRAWN: _("withdrawn"),
    }[state]


def outcome_choice(state: RequestState) -> str:
    """Return an outcome as something to choose."""
    return {
        RequestState.DONE: _("Done: the resident was helped"),
        RequestState.REFERRED: _("Referred to somebody else"),
        RequestState.UNMET: _("Not met: we found nobody"),
        RequestState.WITHDRAWN: _("Withdrawn by the resident"),
    }[state]


def list_word(wanted: RequestList) -> str:
    """Return the name of a list, as on its chip."""
    return {
        RequestList.OPEN: _("Open"),
        RequestList.DUE: _("Today"),
        RequestList.SOUGHT: _("Seeks volunteer"),
        RequestList.TOO_LONG: _("Waits too long"),
        RequestList.CLOSED: _("Finished"),
    }[wanted]


def urgency_word(urgency: Urgency) -> str:
    """Return how soon somebody has to act, as a choice."""
    return {
        Urgency.NORMAL: _("Normal"),
        Urgency.SOON: _("Soon"),
        Urgency.URGENT: _("Urgent"),
    }[urgency]


def contact_word(preference: ContactPreference) -> str:
    """Return how somebody likes to be reached, as a choice."""
    return {
        ContactPreference.PHONE: _("Call"),
        ContactPreference.VISIT: _("Drop by"),
        ContactPreference.EMAIL: _("Mail"),
        ContactPreference.THROUGH_SOMEONE: _("Through somebody else"),
    }[preference]


def addressed(name: PersonName, salutation: Salutation) -> str:
    """Return somebody as the desk names them: "mw. Van der Heijden", or else the full name."""
    title = {
        Salutation.NONE: "",
        Salutation.MRS: _("Mrs"),
        Salutation.MR: _("Mr"),
        Salutation.FAMILY: _("family"),
    }[salutation]
    return name.formal(title) if title and name.surname else name.full


def title_words(what: str) -> str:
    """Return what is asked in one line: the first of what was written."""
    return next((line.strip() for line in what.splitlines() if line.strip()), "")


def standing_word(
    standing: Standing, request: Dated, volunteer: PersonName | None, today: date
) -> str:
    """Return what the tag of a request says: "zoekt vrijwilliger", "wacht 9 dagen"."""
    days = days_open(request.recorded_at, today)
    who = volunteer.given_name or volunteer.full if volunteer else ""
    until = day_and_month(request.waiting_until) if request.waiting_until else ""
    return {
        Standing.NEW: _("new"),
        Standing.SEEKING: _("seeks volunteer"),
        Standing.TOO_LONG: ngettext("waits {days} day", "waits {days} days", days),
        Standing.POSTPONED: _("waits until {day}"),
        Standing.MATCHED: _("{name} comes"),
        Standing.TO_FINISH: _("has {name} been?"),
        Standing.CLOSED: state_word(request.state),
    }[standing].format(days=days, day=until, name=who)


def when_words(
    needed_on: date | None,
    needed_before: date | None,
    start: time | None,
    end: time | None,
    note: str,
    today: date,
) -> str:
    """Return when help is needed: "vandaag 14:00–16:00", "uiterlijk 5 dec, ooit"."""
    parts = []
    if needed_on:
        parts.append(day_word(needed_on, today))
    if start:
        parts.append(time_range(start, end) if end else clock_time(start))
    if needed_before:
        by = _("by {day} at the latest") if parts else _("at the latest {day}")
        parts.append(by.format(day=day_word(needed_before, today)))
    if note:
        return f"{' '.join(parts)}, {note}" if parts else note
    return " ".join(parts) or _("no date")


def day_word(day: date, today: date) -> str:
    """Return a day as one says it today: "vandaag", "morgen", "di", "di 8 dec"."""
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    away = (day - today).days
    if away in near:
        return near[away]
    return short_weekday(day) if timedelta() < day - today < _A_WEEK else short_date(day)


def line_words(line: RequestLine, today: date) -> str:
    """Return the second line of a request in a list: what presses, for whom, and when.

    Lines are short: until when, and what was written beside a day, is in the request itself.
    """
    presses = [
        (_("urgent"), line.urgency is Urgency.URGENT and line.state.is_open),
        (_("to follow up now"), line.follow_up_on is not None and line.follow_up_on <= today),
    ]
    if line.closed_at:
        when = _("closed {day}").format(day=day_word(line.closed_at.date(), today))
    else:
        has_day = line.needed_on or line.needed_before
        note = "" if has_day else line.when_note
        when = when_words(line.needed_on, line.needed_before, line.start, None, note, today)
    whom = addressed(line.requester, line.salutation)
    return " · ".join([*(words for words, is_so in presses if is_so), whom, when])


def short_notice_words(kind: str, notice_days: int) -> str:
    """Return that help is asked on short notice, and what to do about it."""
    words = ngettext(
        "Short notice: {kind} is best asked {days} day ahead. Call a volunteer at once.",
        "Short notice: {kind} is best asked {days} days ahead. Call a volunteer at once.",
        notice_days,
    )
    return words.format(kind=kind.lower(), days=notice_days)


@in_words.register
def _request_closed(refusal: RequestClosed) -> str:
    return _("This request is closed. Reopen it first.")


@in_words.register
def _request_not_closed(refusal: RequestNotClosed) -> str:
    return _("This request is open already.")


@in_words.register
def _outcome_needed(refusal: OutcomeNeeded) -> str:
    return {
        "outcome": _("Choose how it ended."),
        "note": _("Write why it did not work out. The municipality counts these."),
        "referred_to": _("Write to whom you referred the resident."),
    }[refusal.field]


@in_words.register
def _reason_needed(refusal: ReasonNeeded) -> str:
    return _("Write the reason.")


@in_words.register
def _contact_missing(refusal: ContactMissing) -> str:
    return _("Write what was said.")


@in_words.register
def _day_has_gone_by(refusal: DayHasGoneBy) -> str:
    if refusal.field == "waiting_until":
        return _("Choose a day after today.")
    return _("Choose today or a later day.")


@in_words.register
def _already_matched(refusal: AlreadyMatched) -> str:
    return _("Somebody has this request already. Take it back first.")


@in_words.register
def _not_matched(refusal: NotMatched) -> str:
    return _("Nobody has this request now.")


@in_words.register
def _volunteer_not_active(refusal: VolunteerNotActive) -> str:
    return _("This person is not a volunteer here now.")


@in_words.register
def _own_request(refusal: OwnRequest) -> str:
    return _("This is their own request. Choose somebody else.")


@in_words.register
def _papers_missing(refusal: PapersMissing) -> str:
    return _("Not in order: {papers}. Write why it is fine all the same.").format(
        papers=", ".join(paper_word(paper) for paper in refusal.missing)
    )


@in_words.register
def _consent_missing(refusal: ConsentMissing) -> str:
    return _(
        "Ask the resident first whether we may share their data. "
        "Without consent only the village supporter can refer, with a reason."
    )


@in_words.register
def _requester_missing(refusal: RequesterMissing) -> str:
    return _("Say whose request it is. A name is enough.")


@in_words.register
def _kind_missing(refusal: KindMissing) -> str:
    return _("Choose what kind of help it is.")


@in_words.register
def _what_missing(refusal: WhatMissing) -> str:
    return _("Write what is asked, in a few words.")


@in_words.register
def _ends_before_start(refusal: EndsBeforeStart) -> str:
    return _("The end comes after the start. Fill in both, or only the start.")


@in_words.register
def _too_late_to_help(refusal: TooLateToHelp) -> str:
    return _("The last useful day cannot come before the day of the help.")


@in_words.register
def _beyond_boundary(refusal: BeyondBoundary) -> str:
    return _("{boundary}: volunteers do not do this here. {reason}").format(
        boundary=refusal.boundary.name, reason=refusal.boundary.reason
    )
