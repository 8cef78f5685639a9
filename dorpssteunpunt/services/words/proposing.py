"""A proposal for the roster in words: who, why, what stays open, and what would help."""

from collections.abc import Iterator, Mapping

from dorpssteunpunt.base.formats import time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.planning.proposal import WhyThisName
from dorpssteunpunt.services.roster import (
    ProposedName,
    Rearranged,
    RosterProposal,
    ShiftProposal,
)
from dorpssteunpunt.services.words.people import level_word
from dorpssteunpunt.services.words.planning import help_words, reason_words
from dorpssteunpunt.services.words.roster import shift_title


def name_words(one: ProposedName) -> str:
    """Return who is proposed: "Els Smeets (aanspreekpunt)"."""
    return _("{name} (shift lead)").format(name=one.name) if one.is_lead else one.name


def why_words(one: ProposedName, names: Mapping[str, str]) -> str:
    """Return what speaks for somebody, and who comes next: "kan · anders Piet"."""
    return " · ".join(_reasons(one.why, names))


def _reasons(why: WhyThisName, names: Mapping[str, str]) -> Iterator[str]:
    yield level_word(why.level)
    if why.wanted is not None and why.wanted > 0:
        yield ngettext(
            "{turns} of {wanted} turn this month",
            "{turns} of {wanted} turns this month",
            why.wanted,
        ).format(turns=why.turns, wanted=why.wanted)
    if why.runners_up:
        yield _("otherwise {name}").format(name=names[why.runners_up[0].volunteer])


def open_words(part: ShiftProposal, names: Mapping[str, str]) -> Iterator[str]:
    """Yield for each thing a shift would still lack what it is and why, as a sentence."""
    for gap in part.gaps:
        reasons = "; ".join(reason_words(one, gap.need, names) for one in gap.reasons)
        short = ngettext("{count} place stays open", "{count} places stay open", gap.short)
        yield f"{short.format(count=gap.short)}: {reasons}."


def outcome_words(proposal: RosterProposal) -> str:
    """Return in one sentence what the proposal does, and what it cannot."""
    came = sum(len(part.came) for part in proposal.parts)
    filled = ngettext("{count} place filled", "{count} places filled", came).format(count=came)
    if not proposal.short:
        return _("{filled}, none stays open.").format(filled=filled)
    still = ngettext("{count} stays open", "{count} stay open", proposal.short)
    return f"{filled}, {still.format(count=proposal.short)}."


def accepted_words(done: Rearranged) -> str:
    """Return how many names came on the roster, as the notice says it."""
    before = {one.id for one in done.step.before}
    count = sum(one.is_active and one.id not in before for one in done.step.after)
    return ngettext(
        "{count} name taken over from the proposal.",
        "{count} names taken over from the proposal.",
        count,
    ).format(count=count)


def what_helps_words(proposal: RosterProposal) -> str:
    """Return the single change that would help most, or nothing when none does."""
    if not proposal.helps:
        return ""
    shifts = {shift: shift_title(cell) for shift, cell in proposal.shifts.items()}
    return help_words(proposal.helps[0], proposal.names, shifts)


def part_words(part: ShiftProposal, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a proposal for one shift as lines of text, for whoever reads it without a window."""
    hours = time_range(part.cell.start, part.cell.end)
    yield f"{part.cell.on.isoformat()} {hours} {part.cell.daypart}"
    for left in part.left:
        yield f"  - {left.full_name}"
    for one in part.came:
        yield f"  + {name_words(one)} ({why_words(one, names)})"
    for lack in open_words(part, names):
        yield f"  ! {lack}"
