"""The recovery code, for the envelope."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dorpssteunpunt.services.overviews.papers.parts import Letterhead


class RecoveryHolder(Enum):
    """Whose recovery code it is; that decides what it opens."""

    SUPPORT_POINT = "support point"
    SUPPORTER = "village supporter"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """A recovery code to keep on paper; `person` is the village supporter whose code it is."""

    letterhead: Letterhead
    printed_on: date
    holder: RecoveryHolder
    code: tuple[str, ...]
    person: str = ""
