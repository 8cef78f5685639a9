"""Signals and escalations in the user's words."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.concerns import (
    Decision,
    EscalationState,
    ExplanationMissing,
    NoReaders,
    ObservationMissing,
    WrongStep,
)
from dorpssteunpunt.services.words.spoken import in_words


def state_word(state: EscalationState) -> str:
    """Return how far an escalation is, without a capital."""
    return {
        EscalationState.SUBMITTED: _("submitted"),
        EscalationState.SEEN: _("seen"),
        EscalationState.DECIDED: _("decided"),
        EscalationState.FED_BACK: _("fed back"),
    }[state]


def state_sentence(state: EscalationState) -> str:
    """Return what the desk may know of an escalation in this state."""
    return {
        EscalationState.SUBMITTED: _("Passed on. The village supporter has not seen it yet."),
        EscalationState.SEEN: _("The village supporter has seen it. It is in hand."),
        EscalationState.DECIDED: _("The village supporter has decided. You will hear more."),
        EscalationState.FED_BACK: _("The village supporter has answered."),
    }[state]


def decision_word(decision: Decision) -> str:
    """Return what a professional decided, as a choice."""
    return {
        Decision.BACK_WITH_ADVICE: _("Back to the volunteers with advice"),
        Decision.TAKEN_ON: _("I take this on"),
        Decision.REFERRED: _("Referred"),
        Decision.CLOSED: _("Closed with a reason"),
    }[decision]


def urgency_word(is_urgent: bool) -> str:
    """Return how soon a signal asks for an answer, without a capital."""
    return _("urgent") if is_urgent else _("not urgent")


@in_words.register
def _observation_missing(refusal: ObservationMissing) -> str:
    return _("Write what you saw or heard.")


@in_words.register
def _explanation_missing(refusal: ExplanationMissing) -> str:
    return {
        "because": _("Write why you decide this."),
        "feedback": _("Write what the desk may know."),
        "review": _("Write your note first."),
    }[refusal.field]


@in_words.register
def _no_readers(refusal: NoReaders) -> str:
    return _(
        "There is no village supporter who could read this signal. Call the coordinator; "
        "what you wrote is still here."
    )


@in_words.register
def _wrong_step(refusal: WrongStep) -> str:
    return {
        EscalationState.SUBMITTED: _("Open the signal first, then decide."),
        EscalationState.SEEN: _("Decide first, then answer the desk."),
        EscalationState.DECIDED: _("This has been decided already."),
        EscalationState.FED_BACK: _("The desk has had an answer; the decision stands."),
    }[refusal.state]
