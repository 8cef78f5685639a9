"""The availability form as a spreadsheet that volunteers fill in and hand back."""

from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.months import Month
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.overviews.availability import availability_forms
from dorpssteunpunt.services.overviews.papers import AvailabilityForms


def forms_to_fill_in(
    desk: Desk, month: Month | None = None, volunteer: str = "", *, blank: bool = False
) -> AvailabilityForms:
    """Return the forms that `availability_forms` gives, to leave the store; that is noted."""
    forms = availability_forms(desk, month, volunteer, blank=blank)
    with desk.writing(Right.EXPORT) as uow:
        desk.note(uow, "availability forms exported", Room.PEOPLE)
    return forms
