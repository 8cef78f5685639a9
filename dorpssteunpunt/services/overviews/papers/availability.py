"""The form on which volunteers fill in by pen when they can come."""

from dataclasses import dataclass
from datetime import date

from dorpssteunpunt.services.overviews.papers.parts import Hours, Letterhead


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A day part of one day, when it is; `answer` is the place of the known answer, if any."""

    hours: Hours
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class AskedDay:
    """A day (or a weekday, by any date on it) with its day parts; None is closed."""

    day: date
    parts: tuple[AskedPart | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityForm:
    """A form for one volunteer; without a name it is blank. `per_week` is what was agreed.

    `week` is the letter of a week in a pattern of several weeks.
    """

    name: str = ""
    week: str = ""
    days: tuple[AskedDay, ...]
    per_week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityForms:
    """Forms for a month, or for the pattern of the week when there is no month.

    `answers` are the words to choose from, gladdest first; `dayparts` name the columns.
    """

    letterhead: Letterhead
    printed_on: date
    dayparts: tuple[str, ...]
    answers: tuple[str, ...]
    forms: tuple[AvailabilityForm, ...]
    month: date | None = None
