"""What the papers of several rooms share: the head, how loud a word is set, hours, a contact."""

from dataclasses import dataclass
from datetime import time
from enum import Enum

from dorpssteunpunt.domain.spans import Span


class Tone(Enum):
    """How loudly a word is set on paper; the word itself always says the same."""

    CALM = "calm"
    ATTENTION = "attention"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The support point as it stands at the head of each paper."""

    name: str
    address: str = ""
    village: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call, whose number may be on this paper."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when, on the clock of the village."""

    start: time
    end: time

    @property
    def span(self) -> Span:
        """The same, as the rules count with it."""
        return Span(self.start, self.end)
