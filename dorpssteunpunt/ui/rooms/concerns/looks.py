"""How signals look in lists and at the head of a detail."""

from datetime import date

from dorpssteunpunt.base.formats import moment, short_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.concerns import Escalation, EscalationState
from dorpssteunpunt.services.concerns import EscalationLine
from dorpssteunpunt.services.ports import ConcernLine
from dorpssteunpunt.services.words.concerns import state_word
from dorpssteunpunt.ui.kit.row_table_model import Line
from dorpssteunpunt.ui.kit.tones import TagWords, Tone

_TONES = {
    EscalationState.SUBMITTED: Tone.WARNING,
    EscalationState.SEEN: Tone.INFORMATION,
    EscalationState.DECIDED: Tone.INFORMATION,
    EscalationState.FED_BACK: Tone.FINE,
}


def state_tag(escalation: Escalation, today: date) -> TagWords:
    """Return how far an escalation is, or that its answer is late."""
    if escalation.is_overdue(today):
        return TagWords(_("answer is late"), Tone.DANGER)
    return TagWords(state_word(escalation.state), _TONES[escalation.state])


def source_words(line: ConcernLine) -> str:
    """Return where a signal came from, or nothing when it stands by itself."""
    if line.concern.request_id is not None:
        return _("from help request {number}").format(number=line.concern.request_id)
    if line.concern.entry_id is not None:
        return _("from handover {number}").format(number=line.concern.entry_id)
    return ""


def desk_line(line: ConcernLine, today: date) -> Line:
    """Return a signal as the desk sees it: who passed it on and when, never what it says."""
    urgent = _("Urgent signal") if line.concern.is_urgent else _("Signal")
    title = _("{urgent} of {day}").format(
        urgent=urgent, day=short_date(line.concern.submitted_at.date())
    )
    second = " · ".join(filter(None, (line.author, source_words(line))))
    return Line(title, second, state_tag(line.escalation, today))


def professional_line(line: EscalationLine, today: date) -> Line:
    """Return an escalation as a professional sees it."""
    about = line.about or (_("About nobody in particular") if line.is_readable else _("Sealed"))
    title = f"▲ {about}" if line.concern.concern.is_urgent else about
    escalation = line.concern.escalation
    facts = (
        "" if escalation.state is EscalationState.FED_BACK else _due(escalation),
        line.concern.author,
        moment(line.concern.concern.submitted_at),
    )
    spoken = _("urgent") if line.concern.concern.is_urgent else ""
    return Line(title, " · ".join(filter(None, facts)), state_tag(escalation, today), spoken=spoken)


def _due(escalation: Escalation) -> str:
    return _("answer by {day}").format(day=short_date(escalation.due_on))
