"""Confirming a shift: that somebody let know that they know of their place, or that it is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Self

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.people import NEW
from dorpssteunpunt.domain.roster import Assignment, Ending, Shift


class How(StrEnum):
    """How somebody was reached about a shift; a message on voicemail confirms nothing."""

    AT_DESK = "at_desk"
    BY_PHONE = "by_phone"
    VOICEMAIL = "voicemail"

    @property
    def is_certain(self) -> bool:
        """Whether they said so themselves."""
        return self is not How.VOICEMAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What somebody was told of a shift, how, and who noted it when.

    `is_lead`, `starts` and `ends` are their place as it was then; no hours, that they are off it.
    """

    id: int = NEW
    shift_id: int
    volunteer_id: int
    how: How
    is_lead: bool = False
    starts: time | None = None
    ends: time | None = None
    noted_at: datetime
    noted_by: int

    @classmethod
    def of(cls, one: Assignment, shift: Shift, how: How, at: datetime, by: int) -> Self:
        """Return that somebody was told of an assignment as it stands, ended or not."""
        span = one.span(shift) if one.is_active else None
        return cls(
            shift_id=one.shift_id,
            volunteer_id=one.volunteer_id,
            how=how,
            is_lead=one.is_active and one.is_lead,
            starts=span.start if span else None,
            ends=span.end if span else None,
            noted_at=at,
            noted_by=by,
        )

    def holds_for(self, one: Assignment, shift: Shift) -> bool:
        """Say whether an assignment is still what was told: the same role at the same hours.

        Somebody who left the shift since and came on it again has to be told again.
        """
        since = one.made_at if one.is_active else one.ended_at
        as_it_stands = Confirmation.of(one, shift, self.how, self.noted_at, self.noted_by)
        return self._told == as_it_stands._told and since is not None and self.noted_at >= since

    @property
    def _told(self) -> tuple[int, int, bool, time | None, time | None]:
        return self.shift_id, self.volunteer_id, self.is_lead, self.starts, self.ends


def last_word(
    one: Assignment, shift: Shift, confirmations: Iterable[Confirmation]
) -> Confirmation | None:
    """Return how telling somebody of their place ended: a certain word counts above voicemail."""
    holding = [word for word in confirmations if word.holds_for(one, shift)]
    return max(holding, key=lambda word: (word.how.is_certain, word.noted_at), default=None)


def is_to_be_told(one: Assignment) -> bool:
    """Say whether somebody was taken off a shift, not by themselves, for a reason they may see."""
    return one.ended_as in (Ending.TAKEN_OFF, Ending.MOVED) and bool(one.ended_reason)


class NotPublished(Refusal):
    """The week is a concept still: there is nothing to confirm yet."""
