"""Writes each export in the kind of file that is made for it."""

from dorpssteunpunt.services.exports.records import Export, RosterTable, ShiftCalendar
from dorpssteunpunt.services.overviews.papers import AvailabilityForms


class OfficeFileWriter:
    """Turns exports into files, from any thread; a `services.exports.records.FileWriter`."""

    def write(self, export: Export) -> bytes:
        """Return the file: the same bytes for the same export in the same language."""
        match export:
            case ShiftCalendar():
                # Imported here: either library is read when the first file of its kind is made.
                from dorpssteunpunt.files.calendar import calendar_file

                return calendar_file(export)
            case RosterTable():
                from dorpssteunpunt.files.spreadsheet import spreadsheet_file

                return spreadsheet_file(export)
            case AvailabilityForms():
                from dorpssteunpunt.files.availability_form import form_file

                return form_file(export)
