"""The gaps in the roster with whom to ask, for who phones around."""

from collections.abc import Mapping
from datetime import date

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.periods import check_period
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.agreed import agreed_phones
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import (
    AskedPerson,
    AskPerson,
    Gap,
    GapsOverview,
    Hours,
)
from dorpssteunpunt.services.roster.cells import ShiftCell, read_cells
from dorpssteunpunt.services.roster.choosing import Candidate, candidates
from dorpssteunpunt.services.words.roster import lack_words
from dorpssteunpunt.services.words.roster_candidates import (
    fit_word,
    reasons_against,
    reasons_for,
    said_words,
)

_NAMED = 5
"""How many people are named for each gap: who has asked five, looks at the roster again."""


def gaps_overview(desk: Desk, first: date, last: date) -> GapsOverview:
    """Return the shifts from `first` to `last` that are not over and need somebody.

    Each has the people to ask, best choice first, with a phone number only of those who agreed
    to have it on paper, and who was asked already. Who said no is not named to be asked again.
    Raises `NotAllowed` or `BackwardPeriod`.
    """
    check_period(first, last)
    now = desk.clock.now()
    with desk.reading(Right.ROSTER) as uow:
        shifts = [shift for shift in uow.roster.shifts(first, last) if shift.ends_at > now]
        cells = [cell for cell in read_cells(uow, shifts) if cell.is_short]
        phones = agreed_phones(uow)
        head = letterhead(uow.support_point.support_point())
    return GapsOverview(
        letterhead=head,
        printed_on=now.date(),
        first=first,
        last=last,
        gaps=tuple(_gap(desk, cell, phones) for cell in cells),
    )


def _gap(desk: Desk, cell: ShiftCell, phones: Mapping[int, str]) -> Gap:
    everybody = candidates(desk, cell.shift_id)
    possible = [one for one in everybody if one.suitability.is_possible and not one.said_no]
    named = possible[:_NAMED]
    return Gap(
        day=cell.on,
        daypart=cell.daypart,
        hours=Hours(cell.start, cell.end),
        needed=cell.needed,
        present=tuple(one.full_name for one in cell.people),
        absent=tuple(one.name for one in cell.absences),
        ask=tuple(_ask(one, phones) for one in named),
        asked=tuple(
            AskedPerson(one.name, said_words(one))
            for one in sorted(everybody, key=_asked_at)
            if one.asked and one not in named and not _is_here(one, cell)
        ),
        others=len(possible[_NAMED:]),
        is_structural=cell.is_structural,
        lacks=lack_words(cell),
    )


def _ask(one: Candidate, phones: Mapping[int, str]) -> AskPerson:
    return AskPerson(
        name=one.name,
        fit=fit_word(one.suitability.fit),
        reasons_for=reasons_for(one),
        reasons_against=reasons_against(one),
        phone=phones.get(one.volunteer_id, ""),
        said=said_words(one),
    )


def _asked_at(one: Candidate) -> float:
    return one.asked.asked_at.timestamp() if one.asked else 0


def _is_here(one: Candidate, cell: ShiftCell) -> bool:
    return any(one.volunteer_id == each.volunteer_id for each in cell.people)
