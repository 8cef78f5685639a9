"""What happened to a help request, one line at a time."""

from datetime import date

from dorpssteunpunt.base.formats import short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.help_requests import RequestEventKind
from dorpssteunpunt.services.ports import TimelineLine
from dorpssteunpunt.services.words.help_requests import state_word


def event_words(line: TimelineLine) -> str:
    """Return what happened in a sentence or two; what somebody wrote stands as they wrote it."""
    who = line.volunteer.full if line.volunteer else ""
    text = line.text
    match line.kind:
        case RequestEventKind.CONTACT:
            said, text = _contact(line), ""
        case RequestEventKind.CHANGED:
            said, text = _("Changed: {fields}.").format(fields=_fields(text)), ""
        case RequestEventKind.MATCHED:
            said = _("Given to {name}, though papers lack:") if text else _("Given to {name}.")
            said = said.format(name=who)
        case RequestEventKind.UNMATCHED:
            said = _("Taken back from {name}:").format(name=who)
        case RequestEventKind.WAITING:
            said = _waiting(line.follow_up_on)
        case RequestEventKind.CLOSED:
            said = _closed(line)
        case _:
            said = _plain(line.kind)
    return " ".join(part for part in (said, text) if part)


def _plain(kind: RequestEventKind) -> str:
    return {
        RequestEventKind.RECORDED: _("Request recorded."),
        RequestEventKind.TAKEN_UP: _("Taken up."),
        RequestEventKind.CONSENT_GIVEN: _("Consent to share data with a partner."),
        RequestEventKind.CONSENT_WITHDRAWN: _("Consent to share data withdrawn."),
        RequestEventKind.CONCERN: _("Signal passed on to the village supporter."),
        RequestEventKind.CONSENT_EXCEPTION: _("Shared without consent, because:"),
        RequestEventKind.REOPENED: _("Reopened:"),
    }[kind]


def _contact(line: TimelineLine) -> str:
    said = f"{line.with_whom}: {line.text}" if line.with_whom else line.text
    if line.follow_up_on is None:
        return said
    follow_up = _("Follow up {day}.").format(day=short_date(line.follow_up_on))
    return f"{said}\n{follow_up}"


def _closed(line: TimelineLine) -> str:
    if line.with_whom:
        return _("Closed: referred to {whom}.").format(whom=line.with_whom)
    if line.outcome is None:
        return _("Closed.")
    return _("Closed: {outcome}.").format(outcome=state_word(line.outcome))


def _waiting(until: date | None) -> str:
    if until is None:
        return _("Waits no longer.")
    return _("Waits until {day}.").format(day=short_date(until))


def _fields(names: str) -> str:
    return ", ".join(_field_word(name) for name in names.split(","))


def _field_word(name: str) -> str:
    return {
        "requester_id": _("resident"),
        "kind_id": _("kind of help"),
        "what": _("what"),
        "needed_on": _("day"),
        "needed_before": _("last day"),
        "start": _("start time"),
        "end": _("end time"),
        "when_note": _("remark about when"),
        "place": _("place"),
        "urgency": _("urgency"),
        "contact_preference": _("contact preference"),
        "contact_note": _("remark about contact"),
    }[name]
