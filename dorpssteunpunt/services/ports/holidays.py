"""The closed days and school holidays of a village as the services ask for them."""

from collections.abc import Sequence
from typing import Protocol

from dorpssteunpunt.domain.holidays import ClosedPeriod, ClosingRules, PublicHoliday, SchoolHoliday


class HolidayRepository(Protocol):
    """What a village decided about public holidays, its own closed periods, its schools."""

    def rules(self) -> ClosingRules:
        """Return when the desk is closed; periods by their first day."""
        ...

    def choose(self, holiday: PublicHoliday, is_open: bool) -> None:
        """Keep whether the desk is open on a public holiday."""
        ...

    def save_closed_period(self, period: ClosedPeriod) -> int:
        """Add or change a closed period and return its id."""
        ...

    def remove_closed_period(self, period_id: int) -> None:
        """Forget a closed period."""
        ...

    def school_holidays(self) -> Sequence[SchoolHoliday]:
        """Return the school holidays by their first day."""
        ...

    def save_school_holiday(self, holiday: SchoolHoliday) -> int:
        """Add or change a school holiday and return its id."""
        ...

    def remove_school_holidays(self, holiday_ids: Sequence[int]) -> None:
        """Forget school holidays."""
        ...
