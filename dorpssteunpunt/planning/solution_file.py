"""Writes a proposal in the public JSON format (docs/roster-problem-format.md)."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from dorpssteunpunt.domain.planning.proposal import (
    Bottleneck,
    Gap,
    Kind,
    NobodyFits,
    Obstacle,
    Proposal,
    Reason,
)
from dorpssteunpunt.services.words.planning import reason_words


def write_proposal(proposal: Proposal) -> bytes:
    """Return the file, the same for the same proposal; each duty and gap is a line."""
    told = {
        "assignments": _lines([list(duty) for duty in proposal.duties]),
        "status": json.dumps(proposal.status),
        "objective": json.dumps(proposal.score.total),
        "bound": json.dumps(proposal.bound),
        "gaps": _lines([_gap(gap) for gap in proposal.gaps]),
    }
    return (
        "{\n" + ",\n".join(f' "{key}": {value}' for key, value in told.items()) + "\n}\n"
    ).encode()


def _lines(items: Sequence[object]) -> str:
    lines = ",".join(f"\n  {json.dumps(item, ensure_ascii=False)}" for item in items)
    return f"[{lines}\n ]" if lines else "[]"


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "shift": gap.shift,
        "need": gap.need.skill if gap.need.kind is Kind.SKILL else gap.need.kind,
        "short": gap.short,
        "reasons": [
            {
                "because": _because(reason),
                **_facts(reason),
                "text": reason_words(reason, gap.need, {}),
            }
            for reason in gap.reasons
        ],
    }


def _facts(reason: Reason) -> dict[str, object]:
    facts = asdict(reason)
    facts.pop("rule", None)  # it says why, so it stands first
    return {name: fact for name, fact in facts.items() if fact is not None}


def _because(reason: Reason) -> str:
    match reason:
        case Obstacle():
            return reason.rule
        case Bottleneck():
            return "bottleneck"
        case NobodyFits():
            return "nobody_fits"
