"""The files for other programs to choose from."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services.exports.calendars import desk_calendar, volunteer_calendars
from dorpssteunpunt.services.exports.forms import forms_to_fill_in
from dorpssteunpunt.services.exports.records import Export
from dorpssteunpunt.services.exports.tables import roster_table
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.overviews.paper import Asked, FileKind
from dorpssteunpunt.ui.rooms.overviews.roster_papers import (
    availability_fields,
    period_fields,
    volunteer_field,
)

_AHEAD = timedelta(weeks=13)  # a roster is seldom made further ahead


def files_for(workplace: Workplace) -> Sequence[FileKind]:
    """Return the files that the person at the desk may take away."""
    if not workplace.desk.allows(Right.EXPORT):
        return ()
    return (_calendars(workplace), _table(workplace), _form(workplace))


def _calendars(workplace: Workplace) -> FileKind:
    today = workplace.today()
    return FileKind(
        key="calendars",
        title=_("Calendars"),
        about=_(
            "For a telephone or calendar program: the shifts of one volunteer, or in a folder "
            "those of everybody and of the desk. Import them again after a change."
        ),
        save=_("Save as calendar"),
        fields=(*period_fields(workplace, today, today + _AHEAD), volunteer_field()),
        make=lambda asked: _asked_calendars(workplace, asked),
        file_name=lambda asked: _("shifts.ics") if asked["volunteer"] else "",
        pattern=_("Calendars (*.ics)"),
    )


def _asked_calendars(workplace: Workplace, asked: Asked) -> Mapping[str, Export]:
    desk, days = workplace.desk, (asked["first"], asked["last"])
    calendars = [*volunteer_calendars(desk, *days, asked["volunteer"])]
    if not asked["volunteer"]:
        calendars.append(desk_calendar(desk, *days))
    return {f"{one.file_name}.ics": one for one in calendars}


def _table(workplace: Workplace) -> FileKind:
    today = workplace.today()
    return FileKind(
        key="spreadsheet",
        title=_("Spreadsheet"),
        about=_("The roster of these days to count and sort: shifts, and who is on them."),
        save=_("Save as spreadsheet"),
        fields=period_fields(workplace, today, today + _AHEAD),
        make=lambda asked: {"": roster_table(workplace.desk, asked["first"], asked["last"])},
        file_name=lambda asked: _("roster-{first}-{last}.xlsx").format(**asked),
        pattern=_("Spreadsheets (*.xlsx)"),
    )


def _form(workplace: Workplace) -> FileKind:
    return FileKind(
        key="form-to-fill-in",
        title=_("Availability form as spreadsheet"),
        about=_(
            "To fill in on a computer and hand back: a sheet for each volunteer. What comes back "
            "is taken over in People."
        ),
        save=_("Save as spreadsheet"),
        fields=availability_fields(workplace),
        make=lambda asked: {
            "": forms_to_fill_in(
                workplace.desk, asked["month"] or None, asked["volunteer"], blank=asked["blank"]
            )
        },
        file_name=lambda asked: _("availability-{month}.xlsx").format(
            month=asked["month"] or _("week")
        ),
        pattern=_("Spreadsheets (*.xlsx)"),
    )
