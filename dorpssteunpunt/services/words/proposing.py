"""A proposal for the roster in words: who, why, what stays open, and what would help."""

from collections.abc import Iterator, Mapping

from dorpssteunpunt.base.formats import short_date, time_range
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.planning.proposal import Gap, Kind
from dorpssteunpunt.services.roster import (
    LeftToPeople,
    ProposedName,
    Rearranged,
    RosterProposal,
    ShiftCell,
    ShiftProposal,
)
from dorpssteunpunt.services.words.people import level_word
from dorpssteunpunt.services.words.planning import (
    help_words,
    need_words,
    obstacle_words,
    reason_words,
)
from dorpssteunpunt.services.words.roster import gap_words, shift_title

_MOST_HELPS = 4
_HALFWAY, _NEARLY = 0.5, 0.9


def progress_words(done: float) -> str:
    """Return how far the work on a proposal is, while somebody waits for it."""
    if done < _HALFWAY:
        return _("A roster is being worked out")
    if done < _NEARLY:
        return _("A roster is being worked out: more than half of it is ready")
    return _("A roster is being worked out: nearly ready")


def name_words(one: ProposedName) -> str:
    """Return who is proposed: "Els Smeets (aanspreekpunt)"."""
    return _("{name} (shift lead)").format(name=one.name) if one.is_lead else one.name


def why_words(one: ProposedName, names: Mapping[str, str]) -> str:
    """Return what speaks for somebody, and who comes next: "kan · anders Piet"."""
    return " · ".join(_reasons(one, names))


def _reasons(one: ProposedName, names: Mapping[str, str]) -> Iterator[str]:
    why = one.why
    yield level_word(why.level)
    if why.wanted is not None and why.wanted > 0:
        yield turn_words(why.turns, why.wanted)
    if one.last_on is not None:
        yield _("last time {day}").format(day=short_date(one.last_on))
    if why.runners_up:
        yield _("otherwise {name}").format(name=names[why.runners_up[0].volunteer])


def turn_words(turns: int, wanted: int) -> str:
    """Return how many of the turns somebody wants they get in this month."""
    return ngettext(
        "{turns} of {wanted} turn this month", "{turns} of {wanted} turns this month", wanted
    ).format(turns=turns, wanted=wanted)


def open_words(part: ShiftProposal, names: Mapping[str, str]) -> Iterator[str]:
    """Yield for each thing a shift would still lack what it is and why, as a sentence."""
    for gap in part.gaps:
        reasons = "; ".join(reason_words(one, gap.need, names) for one in gap.reasons)
        yield f"{_short_words(gap)}: {reasons}."


def _short_words(gap: Gap) -> str:
    if gap.need.kind is not Kind.PEOPLE:
        return _("still lacks {need}").format(need=need_words(gap.need, gap.short))
    short = ngettext("{count} place stays open", "{count} places stay open", gap.short)
    return short.format(count=gap.short)


def outcome_words(proposal: RosterProposal) -> str:
    """Return what the proposal does, what it cannot, and how much it leaves to people."""
    came = sum(len(part.came) for part in proposal.parts)
    filled = ngettext("{count} place filled", "{count} places filled", came).format(count=came)
    if proposal.short:
        still = ngettext("{count} stays open", "{count} stay open", proposal.short)
        outcome = f"{filled}, {still.format(count=proposal.short)}."
    else:
        outcome = _("{filled}, none stays open.").format(filled=filled)
    if not (left := len(proposal.left_to_people)):
        return outcome
    people = ngettext("{count} shift is left to you.", "{count} shifts are left to you.", left)
    return f"{outcome} {people.format(count=left)}"


def left_words(one: LeftToPeople, names: Mapping[str, str]) -> str:
    """Return why nothing is proposed for a shift that needs people, as a sentence."""
    if one.because is None:
        return _("It is shared in parts: {gap}.").format(gap=gap_words(one.cell))
    because = obstacle_words(one.because, names)
    return _("Nothing fits beside who is on it: {because}.").format(because=because)


def accepted_words(done: Rearranged) -> str:
    """Return how many names came on the roster, as the notice says it."""
    before = {one.id for one in done.step.before}
    count = sum(one.is_active and one.id not in before for one in done.step.after)
    return ngettext(
        "{count} name taken over from the proposal.",
        "{count} names taken over from the proposal.",
        count,
    ).format(count=count)


def what_helps_words(proposal: RosterProposal) -> tuple[str, ...]:
    """Return the few single changes that would help, as sentences, the best first."""
    shifts = {shift: shift_title(cell) for shift, cell in proposal.shifts.items()}
    helps = proposal.helps[:_MOST_HELPS]
    return tuple(help_words(one, proposal.names, shifts) for one in helps)


def proof_words(proposal: RosterProposal) -> str:
    """Return that there may be a better roster, or nothing when it is proven that there is none."""
    return "" if proposal.is_proven else _("There may be a better roster: time ran out.")


def part_words(part: ShiftProposal, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a proposal for one shift as lines of text, for whoever reads it without a window."""
    yield _line(part.cell)
    for left in part.left:
        yield f"  - {left.full_name}"
    for one in part.came:
        yield f"  + {name_words(one)} ({why_words(one, names)})"
    for lack in open_words(part, names):
        yield f"  ! {lack}"


def left_lines(one: LeftToPeople, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a shift that is left to people as lines of text."""
    yield _line(one.cell)
    yield f"  ? {left_words(one, names)}"


def _line(cell: ShiftCell) -> str:
    return f"{cell.on.isoformat()} {time_range(cell.start, cell.end)} {cell.daypart}"
