"""How help requests look: their tags, their lines in the list, and the facts of one of them."""

from collections.abc import Sequence
from datetime import date

from dorpssteunpunt.base.formats import clock_time, moment, numeric_date, short_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.candidates import Fit
from dorpssteunpunt.domain.contact import shown_phone
from dorpssteunpunt.domain.help_requests import RequestEventKind, RequestState, Urgency
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.ports import RequestLine, RequestList, TimelineLine
from dorpssteunpunt.services.words.candidates import fit_word
from dorpssteunpunt.services.words.help_requests import (
    addressed,
    contact_word,
    day_word,
    line_words,
    standing_word,
    title_words,
    urgency_word,
    when_words,
)
from dorpssteunpunt.services.words.request_timeline import event_words
from dorpssteunpunt.ui.kit.messages import TimelineEntry
from dorpssteunpunt.ui.kit.row_table_model import Line
from dorpssteunpunt.ui.kit.tones import TagWords, Tone

Pairs = Sequence[tuple[str, str]]

_TONES = {
    Standing.NEW: Tone.NEUTRAL,
    Standing.SEEKING: Tone.WARNING,
    Standing.TOO_LONG: Tone.DANGER,
    Standing.POSTPONED: Tone.INFORMATION,
    Standing.MATCHED: Tone.FINE,
    Standing.TO_FINISH: Tone.WARNING,
    Standing.CLOSED: Tone.NEUTRAL,
}
_FIT_TONES = {Fit.GOOD: Tone.FINE, Fit.PERHAPS: Tone.WARNING, Fit.POOR: Tone.NEUTRAL}
_EVENT_TAGS = {RequestEventKind.CLOSED, RequestEventKind.REOPENED, RequestEventKind.CONCERN}


def request_line(line: RequestLine, today: date) -> Line:
    """Return a request as a line of the list."""
    return Line(title_words(line.what), line_words(line, today), _line_tag(line, today))


def detail_tag(detail: RequestDetail, today: date) -> TagWords:
    """Return the tag beside the title of a request."""
    volunteer = detail.volunteer.name if detail.volunteer else None
    words = standing_word(detail.standing, detail.request, volunteer, today)
    return TagWords(words, _tone(detail.standing, detail.request.state))


def fit_tag(fit: Fit) -> TagWords:
    """Return the tag that says how well a volunteer fits."""
    return TagWords(fit_word(fit), _FIT_TONES[fit])


def order_words(show: RequestList) -> str:
    """Return in which order a list stands."""
    return {
        RequestList.OPEN: _("What is needed first stands first"),
        RequestList.DUE: _("What is needed first stands first"),
        RequestList.SOUGHT: _("What is needed first stands first"),
        RequestList.TOO_LONG: _("Who waits longest stands first"),
        RequestList.CLOSED: _("Finished last stands first"),
    }[show]


def who_facts(detail: RequestDetail) -> Pairs:
    """Return whose request it is and how to reach them."""
    request, requester = detail.request, detail.requester
    reach = " · ".join(
        part for part in (contact_word(request.contact_preference), request.contact_note) if part
    )
    return [
        (_("For"), addressed(requester.name, requester.salutation)),
        (_("Address"), requester.street),
        (_("Phone"), phone_words(requester)),
        (_("Contact"), reach),
        (_("Mind"), requester.contact_note),
    ]


def what_facts(detail: RequestDetail, today: date) -> Pairs:
    """Return when and where help is needed, and what was agreed about it."""
    request = detail.request
    when = when_words(
        request.needed_on,
        request.needed_before,
        request.start,
        request.end,
        request.when_note,
        today,
    )
    return [
        (_("When"), when),
        (_("Where"), request.place or _("at home")),
        (_("Urgency"), "" if request.urgency is Urgency.NORMAL else urgency_word(request.urgency)),
        (_("Follow up"), day_word(request.follow_up_on, today) if request.follow_up_on else ""),
        (_("Consent"), _consent_words(detail)),
    ]


def recorded_words(detail: RequestDetail) -> str:
    """Return number, moment and hand of a request, as the line under its title."""
    return _("Number {number} · recorded {moment} by {name}").format(
        number=detail.request.id,
        moment=moment(detail.request.recorded_at),
        name=detail.recorded_by.full,
    )


def phone_words(person: Person) -> str:
    """Return how to call somebody."""
    numbers = (person.phone, person.second_phone)
    return " · ".join(shown_phone(number) for number in numbers if number)


def timeline_entry(line: TimelineLine, today: date) -> TimelineEntry:
    """Return something that happened, as the timeline shows it."""
    day = line.at.date()
    near = (today - day).days < 2
    at = f"{day_word(day, today)} {clock_time(line.at.time())}" if near else short_date(day)
    return TimelineEntry(f"{at[:1].upper()}{at[1:]}", line.by.full, event_words(line))


def other_words(line: RequestLine, today: date) -> str:
    """Return when another request of the same resident came, and how it stands."""
    tag = _line_tag(line, today)
    return f"{short_date(line.recorded_at.date())} · {tag.text}"


def everybody_words(count: int) -> str:
    """Return the words of the button that shows all volunteers."""
    return ngettext("Show {count} volunteer", "Show all {count} volunteers", count).format(
        count=count
    )


def _consent_words(detail: RequestDetail) -> str:
    request = detail.request
    if request.consent_exception:
        return _("shared without, with a reason")
    if request.has_consent and request.consent_on:
        return _("given on {day}").format(day=numeric_date(request.consent_on))
    if request.consent_withdrawn_on:
        return _("withdrawn on {day}").format(day=numeric_date(request.consent_withdrawn_on))
    return _("not asked yet")


def _line_tag(line: RequestLine, today: date) -> TagWords:
    words = standing_word(line.standing, line, line.volunteer, today)
    return TagWords(words, _tone(line.standing, line.state))


def _tone(standing: Standing, state: RequestState) -> Tone:
    return Tone.FINE if state is RequestState.DONE else _TONES[standing]
