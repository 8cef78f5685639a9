"""Why somebody could or could not help, as facts in words, and how well they fit."""

from datetime import date

from dorpssteunpunt.base.formats import day_and_month
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.candidates import Candidate, Fit
from dorpssteunpunt.domain.people import Paper


def fit_word(fit: Fit) -> str:
    """Return how well a volunteer fits, without a capital."""
    return {
        Fit.GOOD: _("fits well"),
        Fit.PERHAPS: _("perhaps"),
        Fit.POOR: _("cannot then"),
    }[fit]


def paper_word(paper: Paper) -> str:
    """Return what is not in order with the papers of a volunteer."""
    return {
        Paper.CERTIFICATE: _("no VOG"),
        Paper.CERTIFICATE_REVIEW: _("VOG due for review"),
        Paper.AGREEMENT: _("no agreement"),
        Paper.CODE_OF_CONDUCT: _("no code of conduct"),
    }[paper]


def leave_words(until: date) -> str:
    """Return that somebody is on leave, and how long."""
    return _("on leave until {day}").format(day=day_and_month(until))


def reasons_for(candidate: Candidate, kind: str) -> list[str]:
    """Return what speaks for somebody; the kind of help is named as the village does."""
    reasons = []
    if candidate.wants_kind:
        reasons.append(_("likes to do {kind}").format(kind=kind.lower()))
    if candidate.availability is AvailabilityLevel.PREFER:
        reasons.append(_("gladly at that time"))
    if candidate.availability is AvailabilityLevel.CAN:
        reasons.append(_("free at that time"))
    if candidate.helped_before:
        count = candidate.helped_before
        times = ngettext("helped here {count} time", "helped here {count} times", count)
        reasons.append(times.format(count=count))
    if not candidate.open_matches:
        reasons.append(_("has no request in hand"))
    return reasons


def reasons_against(candidate: Candidate, kind: str) -> list[str]:
    """Return what speaks against somebody, or is not known, or asks a look first."""
    reasons = []
    if candidate.on_shift:
        reasons.append(_("is at the desk then"))
    if candidate.availability is AvailabilityLevel.CANNOT:
        until = candidate.leave_until
        reasons.append(leave_words(until) if until else _("cannot at that time"))
    if candidate.availability is AvailabilityLevel.RATHER_NOT:
        reasons.append(_("rather not at that time"))
    if candidate.is_dated and candidate.availability is None:
        reasons.append(_("not known whether free then"))
    if not candidate.wants_kind:
        reasons.append(_("did not choose {kind}").format(kind=kind.lower()))
    if candidate.that_day:
        reasons.append(_("helps somebody else that day"))
    if candidate.open_matches:
        count = candidate.open_matches
        in_hand = ngettext("has {count} request in hand", "has {count} requests in hand", count)
        reasons.append(in_hand.format(count=count))
    reasons.extend(paper_word(paper) for paper in candidate.missing_papers)
    return reasons
