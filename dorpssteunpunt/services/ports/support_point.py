"""The support point and its own lists as the services ask for them."""

from collections.abc import Sequence
from typing import Protocol

from dorpssteunpunt.domain.counters import Counter
from dorpssteunpunt.domain.dayparts import Daypart
from dorpssteunpunt.domain.support_point import (
    Boundary,
    EmergencyNumber,
    HelpKind,
    Skill,
    SupportPoint,
)
from dorpssteunpunt.domain.template import OpeningSlot


class SupportPointRepository(Protocol):
    """The support point and its own lists."""

    def support_point(self) -> SupportPoint:
        """Return the support point of this store."""
        ...

    def save(self, support_point: SupportPoint) -> None:
        """Set name, address and settings."""
        ...

    def kinds(self) -> Sequence[HelpKind]:
        """Return all kinds of help in their order, inactive ones too."""
        ...

    def save_kind(self, kind: HelpKind) -> int:
        """Add or change a kind of help and return its id."""
        ...

    def boundaries(self) -> Sequence[Boundary]:
        """Return what volunteers never do, in order."""
        ...

    def replace_boundaries(self, boundaries: Sequence[Boundary]) -> None:
        """Set the whole list of boundaries."""
        ...

    def dayparts(self) -> Sequence[Daypart]:
        """Return the parts of the day in order."""
        ...

    def save_daypart(self, daypart: Daypart) -> int:
        """Add or change a part of the day and return its id."""
        ...

    def counters(self) -> Sequence[Counter]:
        """Return the counters in order; there is at least one."""
        ...

    def save_counter(self, counter: Counter) -> int:
        """Add or change a counter and return its id."""
        ...

    def remove_counter(self, counter_id: int) -> None:
        """Take away a counter; raises `CounterInUse` when something refers to it."""
        ...

    def skills(self) -> Sequence[Skill]:
        """Return all skills in their order, those not asked for any more too."""
        ...

    def save_skill(self, skill: Skill) -> int:
        """Add or change a skill and return its id."""
        ...

    def week_template(self) -> Sequence[OpeningSlot]:
        """Return the lines of the week template by weekday and day part."""
        ...

    def replace_week_template(self, slots: Sequence[OpeningSlot]) -> None:
        """Set the whole week template."""
        ...

    def emergency_numbers(self) -> Sequence[EmergencyNumber]:
        """Return the emergency numbers in order."""
        ...

    def replace_emergency_numbers(self, numbers: Sequence[EmergencyNumber]) -> None:
        """Set the whole list of emergency numbers."""
        ...
