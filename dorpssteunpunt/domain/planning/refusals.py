"""What can be wrong with a roster problem, as facts without words."""

from dataclasses import dataclass
from enum import StrEnum

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.planning.problem import Duty
from dorpssteunpunt.domain.planning.proposal import Rule


@dataclass(eq=False, repr=False)
class PinContradicts(Refusal):
    """A pinned duty cannot stay: by itself, or beside the other pinned ones."""

    duty: Duty
    rule: Rule
    most: int | None = None


class Fault(StrEnum):
    """What is wrong at one place of a problem file."""

    NOT_TEXT = "not_text"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    TWICE = "twice"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_AN_OBJECT = "not_an_object"
    NOT_A_LIST = "not_a_list"
    NOT_A_PAIR = "not_a_pair"
    NOT_A_WORD = "not_a_word"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_WHOLE = "not_whole"
    NOT_FINITE = "not_finite"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    NO_DATE = "no_date"
    END_NOT_AFTER_START = "end_not_after_start"
    MAX_BELOW_MIN = "max_below_min"
    SAME_PERSON = "same_person"


@dataclass(eq=False, repr=False)
class ProblemMalformed(Refusal):
    """A problem file cannot be read at `place`: an id, or the key that leads there."""

    place: str
    fault: Fault
    found: str = ""
