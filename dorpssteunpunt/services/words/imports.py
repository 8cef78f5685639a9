"""Sheets that were filled in: what was read, what it changes, and what is wrong with a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dorpssteunpunt.base.formats import short_date, time_range, weekday_name
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.filled_in.asked import AskedWord
from dorpssteunpunt.domain.filled_in.cells import Place
from dorpssteunpunt.domain.filled_in.days import DayProblem
from dorpssteunpunt.domain.filled_in.effects import Change
from dorpssteunpunt.domain.filled_in.reading import (
    CellProblem,
    NoDaysFound,
    NothingFilledIn,
    NotUnderstood,
    Remark,
    Statement,
    WeekdaysRepeat,
)
from dorpssteunpunt.domain.filled_in.words import BLANK, Meaning
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.imports.availability import (
    OfVolunteer,
    SheetUnexplained,
    TakenOver,
    WishesChangedSince,
)
from dorpssteunpunt.services.imports.records import (
    MOST_COLUMNS,
    MOST_ROWS,
    SpreadsheetFault,
    SpreadsheetProblem,
)
from dorpssteunpunt.services.words.people import level_word, week_letter
from dorpssteunpunt.services.words.spoken import in_words

_MOST_PLACES = 4
_ANY_WEEK = Week(2024, 1)


def meaning_word(meaning: Meaning) -> str:
    """Return what a word in a sheet may mean, without a capital."""
    return level_word(meaning.level) if meaning.level else _("nothing was said")


def place_words(place: Place) -> str:
    """Return where something stands in a file: "December, B7"."""
    return f"{place.sheet}, {place.cell}" if place.sheet else place.cell


def asked_words(asked: AskedWord) -> str:
    """Return which word somebody is asked about, and where it stands."""
    if asked.word == BLANK:
        count = len(asked.places)
        return ngettext("An empty box ({n} time)", "An empty box ({n} times)", count).format(
            n=count
        )
    places = ", ".join(place.cell for place in asked.places[:_MOST_PLACES])
    more = len(asked.places) - _MOST_PLACES
    if more > 0:
        places = _("{places} and {n} more").format(places=places, n=more)
    return _("“{word}” in {places}").format(word=asked.text, places=places)


def known_words(known: Mapping[str, Meaning]) -> str:
    """Return how the words are read that need no question: "ja is kan, nee is kan niet"."""
    read = [
        _("{word} is {meaning}").format(word=word, meaning=meaning_word(meaning))
        for word, meaning in known.items()
        if word != meaning_word(meaning)
    ]
    return _("Read as: {words}.").format(words=", ".join(read)) if read else ""


def change_lines(changes: Sequence[Change], dayparts: Mapping[int, str]) -> Iterator[str]:
    """Yield a line for each day: "di 1 dec: ochtend, middag kan → kan niet; avond liever → kan"."""
    for day, of_day in groupby(changes, key=_day):
        what = "; ".join(
            _change(list(alike), levels, dayparts) for levels, alike in groupby(of_day, key=_levels)
        )
        yield _("{day}: {what}").format(day=day, what=what)


def outcome_words(one: OfVolunteer) -> str:
    """Return how much changes for a volunteer, and what does not count."""
    effect = one.effect
    words = [
        ngettext("{n} change", "{n} changes", len(effect.changes)).format(n=len(effect.changes))
        if effect.changes
        else _("nothing changes")
    ]
    if effect.same:
        words.append(
            ngettext("{n} known already", "{n} known already", effect.same).format(n=effect.same)
        )
    if effect.past:
        words.append(
            ngettext("{n} in the past", "{n} in the past", effect.past).format(n=effect.past)
        )
    return ", ".join(words)


def in_the_way_words(one: OfVolunteer) -> str:
    """Return on which shifts somebody stands whom the sheet says cannot, or an empty string."""
    if not one.in_the_way:
        return ""
    shifts = ", ".join(
        f"{short_date(shift.on)} {time_range(shift.start, shift.end)}" for shift in one.in_the_way
    )
    return _(
        "On the roster, and cannot then: {shifts}. That stays so until somebody changes the roster."
    ).format(shifts=shifts)


def left_out_lines(missed: Iterable[NotUnderstood], of: Iterable[OfVolunteer]) -> Iterator[str]:
    """Yield what is not taken over, each with its place and why."""
    for one in missed:
        yield _left_out(one.place, one.text, _problem(one.problem))
    for volunteer in of:
        for said in volunteer.effect.clashing:
            yield _said_left_out(said, _("this day part is filled in twice, not the same"))
        for said in volunteer.effect.unfitting:
            yield _said_left_out(said, _("this does not fit in the ordinary week"))


def remark_lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield what was written beside the answers, each with its place."""
    for remark in remarks:
        place = place_words(remark.place)
        yield _("{place}: {text}").format(place=place, text=remark.text)


def taken_over_words(done: TakenOver) -> str:
    """Return that a sheet was taken over."""
    count = len(done.kept)
    if not count:
        return _("Nothing changed: all of it was known already.")
    return ngettext(
        "Taken over for {n} volunteer.", "Taken over for {n} volunteers.", count
    ).format(n=count)


def _said_left_out(said: Statement, why: str) -> str:
    return _left_out(said.place, said.text, why)


def _left_out(place: Place, text: str, why: str) -> str:
    return _("{place} “{text}”: {why}").format(place=place_words(place), text=text, why=why)


def _problem(problem: CellProblem | DayProblem) -> str:
    return {
        DayProblem.NOT_A_DAY: _("this is no day"),
        DayProblem.NO_SUCH_DAY: _("this day is not on the calendar"),
        DayProblem.OTHER_WEEKDAY: _("this date falls on another day of the week"),
        DayProblem.TOO_FAR: _("this day is more than two years away"),
        CellProblem.NO_DAY: _("no day stands in this row"),
        CellProblem.NO_HEAD: _("nothing stands over this column"),
        CellProblem.NO_SUCH_PART: _("there is no such day part here"),
        CellProblem.NO_HOURS: _("these are no hours, the later one last"),
    }[problem]


def _day(change: Change) -> str:
    if change.on:
        return short_date(change.on)
    week, weekday = divmod(change.cycle_day - 1, 7)
    day = weekday_name(_ANY_WEEK.days[weekday])
    return f"{week_letter(week)}, {day}" if week else day


def _change(changes: Sequence[Change], levels: str, dayparts: Mapping[int, str]) -> str:
    parts = ", ".join(filter(None, (_part(change, dayparts) for change in changes)))
    return f"{parts} {levels}" if parts else levels


def _part(change: Change, dayparts: Mapping[int, str]) -> str:
    if change.start and change.end:
        return time_range(change.start, change.end)
    return dayparts.get(change.daypart_id or 0, "").lower()


def _levels(change: Change) -> str:
    before = level_word(change.before) if change.before else _("not known")
    return f"{before} → {level_word(change.after)}"


@in_words.register
def _no_days(refusal: NoDaysFound) -> str:
    return _(
        "No column with dates or days of the week was found in this file. Put the days under each "
        "other or beside each other, and what is asked over the columns."
    )


@in_words.register
def _weekdays_repeat(refusal: WeekdaysRepeat) -> str:
    return _(
        "At {place} a weekday comes again, and no date or week tells which one it is. Write the "
        "dates beside the weekdays, or the number of the week above them."
    ).format(place=place_words(refusal.place))


@in_words.register
def _nothing_filled_in(refusal: NothingFilledIn) -> str:
    return _("Nothing is filled in beside the days in this file.")


@in_words.register
def _sheet_unexplained(refusal: SheetUnexplained) -> str:
    return _("Say first whose the sheet is, and what the words mean that are not known.")


@in_words.register
def _wishes_changed_since(refusal: WishesChangedSince) -> str:
    return _("Some of these wishes were changed again since. This cannot be undone any more.")


@in_words.register
def _spreadsheet_fault(fault: SpreadsheetFault) -> str:
    words = _file_words(fault.problem).format(
        name=fault.path.name, rows=MOST_ROWS, columns=MOST_COLUMNS
    )
    if fault.place is None:
        return words
    return words + " " + _("It goes wrong at {place}.").format(place=place_words(fault.place))


def _file_words(problem: SpreadsheetProblem) -> str:
    return {
        SpreadsheetProblem.NOT_FOUND: _(
            "The file {name} cannot be read. Is it still there, and open nowhere else?"
        ),
        SpreadsheetProblem.EMPTY: _("Nothing stands in the file {name}."),
        SpreadsheetProblem.OTHER_KIND: _(
            "The file {name} is no spreadsheet. Choose a file of Excel (xlsx), LibreOffice (ods) "
            "or with text (csv)."
        ),
        SpreadsheetProblem.OLD_OR_LOCKED: _(
            "The file {name} has a password, or is of a kind from before 2007. Open it in your "
            "spreadsheet program and save it as xlsx without a password."
        ),
        SpreadsheetProblem.LOCKED: _(
            "The file {name} has a password. Open it in your spreadsheet program and save it "
            "without one."
        ),
        SpreadsheetProblem.DAMAGED: _(
            "The file {name} is damaged. Nothing of it was taken over. Ask for it once more."
        ),
        SpreadsheetProblem.TOO_LARGE: _(
            "The file {name} is larger than a sheet that people fill in: at most {rows} rows and "
            "{columns} columns. Copy what is filled in to a new file."
        ),
        SpreadsheetProblem.UNCLOSED_QUOTE: _(
            "In the file {name} a text begins with a quotation mark and does not end."
        ),
        SpreadsheetProblem.FORMULA: _(
            "In the file {name} is a formula without an answer. Open it in your spreadsheet "
            "program, save it and try again."
        ),
    }[problem]
