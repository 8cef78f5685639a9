"""Taking over when volunteers can come from a sheet that was filled in.

Nothing is kept before somebody saw what it changes, said who is meant and what doubtful words
mean, and accepted it. All of it is kept in one go, and can be taken back in one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from dorpssteunpunt.base.errors import Refusal
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.domain.availability import Availability, AvailabilityLevel, Deviation, Pattern
from dorpssteunpunt.domain.filled_in.asked import AskedWord, answers_of, asked_words, known_words
from dorpssteunpunt.domain.filled_in.effects import Effect, Hours, Told, applied, effect_of
from dorpssteunpunt.domain.filled_in.reading import NotUnderstood, Remark, Statement, read_tables
from dorpssteunpunt.domain.filled_in.words import DaypartNames, Meaning
from dorpssteunpunt.domain.people import Person, Volunteer
from dorpssteunpunt.domain.roster import Shift
from dorpssteunpunt.services.changes import Changed, Room, changed
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.services.imports.records import TableReader
from dorpssteunpunt.services.ports import UnitOfWork
from dorpssteunpunt.services.roster.volunteers import who_answer_to

NOBODY: Final = 0
"""Who is chosen for a name in a sheet that is to be passed over."""

_AHEAD: Final = timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class NamedInSheet:
    """Who a sheet says it is of (empty: nobody), and which volunteer that is beyond doubt."""

    typed: str
    likely: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """A file as it was read: who says what, which words need a meaning, what is for people."""

    file_name: str
    statements: Sequence[Statement]
    not_understood: Sequence[NotUnderstood]
    remarks: Sequence[Remark]
    known: Mapping[str, Meaning]
    asked: Sequence[AskedWord]
    named: Sequence[NamedInSheet]
    volunteers: Sequence[Person]
    dayparts: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Explained:
    """What somebody said of a sheet: who the names are, by how they are written, and the words."""

    who: Mapping[str, int | None]
    meanings: Mapping[str, Meaning | None]


@dataclass(frozen=True, slots=True)
class OfVolunteer:
    """What a sheet changes for a volunteer; they stand `in_the_way` on shifts they then cannot."""

    person: Person
    effect: Effect
    in_the_way: Sequence[Shift]


@dataclass(frozen=True, slots=True)
class KeptForOne:
    """What was kept of a sheet for one volunteer, with what it took the place of."""

    volunteer_id: int
    added: Sequence[Deviation]
    gone: Sequence[Deviation]
    pattern: Pattern
    pattern_before: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(Changed):
    """What taking over a sheet touched, and what to give to `take_back`."""

    kept: Sequence[KeptForOne]


class SheetUnexplained(Refusal):
    """Of a name it was not said who that is, or of a word not what it means."""


class WishesChangedSince(Refusal):
    """What a sheet changed was changed by hand after it, so it is not taken back."""


def read_filled_in(
    desk: Desk, reader: TableReader, path: Path, volunteer_id: int = NOBODY
) -> FilledIn:
    """Read a file that one volunteer or several filled in; nothing is kept.

    A sheet that names nobody, or somebody unknown, is of the given volunteer. Raises `NotAllowed`,
    `SpreadsheetFault`, or what `read_tables` raises.
    """
    desk.require(Right.IMPORT)
    tables = reader.read(path)
    today = desk.clock.today()
    with desk.reading(Right.IMPORT) as uow:
        names = _daypart_names(uow)
        everybody = uow.people.volunteers(today)
    read = read_tables(tables, names, today)
    statements = [said for table in read for said in table.statements]
    return FilledIn(
        file_name=path.name,
        statements=statements,
        not_understood=[missed for table in read for missed in table.not_understood],
        remarks=[remark for table in read for remark in table.remarks],
        known=known_words(statements),
        asked=asked_words(statements, names),
        named=_named(statements, everybody, volunteer_id),
        volunteers=[person for person, _offer in everybody],
        dayparts=names.names,
    )


def preview(desk: Desk, filled_in: FilledIn, explained: Explained) -> Sequence[OfVolunteer]:
    """Return what a sheet would change, as far as its names and words were explained."""
    with desk.reading(Right.IMPORT) as uow:
        return _effects(desk, uow, filled_in, explained)


def take_over(desk: Desk, filled_in: FilledIn, explained: Explained) -> TakenOver:
    """Keep what a sheet says, for all volunteers in it at once.

    It takes nobody off a shift. Raises `NotAllowed`, or `SheetUnexplained` while something is to
    be said yet.
    """
    names_open = any(explained.who.get(one.typed) is None for one in filled_in.named)
    words_open = any(explained.meanings.get(one.word) is None for one in filled_in.asked)
    if names_open or words_open:
        raise SheetUnexplained
    with desk.writing(Right.IMPORT) as uow:
        kept = [
            _keep(desk, uow, one)
            for one in _effects(desk, uow, filled_in, explained)
            if not one.effect.is_nothing
        ]
    return TakenOver(_touched(), kept[0].volunteer_id if len(kept) == 1 else None, kept=kept)


def take_back(desk: Desk, kept: Sequence[KeptForOne]) -> Changed:
    """Bring back what was known before a sheet was taken over.

    Raises `WishesChangedSince` when something of it was changed by hand meanwhile; then all stays.
    """
    with desk.writing(Right.IMPORT) as uow:
        for one in kept:
            _take_back(desk, uow, one)
    return Changed(_touched(), kept[0].volunteer_id if len(kept) == 1 else None)


def _touched() -> frozenset[Room]:
    return changed(Room.PEOPLE, Room.ROSTER, Room.HELP_REQUESTS).rooms


def _daypart_names(uow: UnitOfWork) -> DaypartNames:
    return DaypartNames({part.id: part.name for part in uow.support_point.dayparts()})


def _named(
    statements: Sequence[Statement],
    everybody: Sequence[tuple[Person, Volunteer]],
    volunteer_id: int,
) -> Sequence[NamedInSheet]:
    """Return who a file names, each with the one volunteer who answers to it.

    For a file with one name that nobody else answers to, it is the volunteer it was chosen for.
    """
    typed = list(dict.fromkeys(said.who for said in statements))
    found = {
        name: [person.id for person, _offer in who_answer_to(everybody, name)] for name in typed
    }
    if volunteer_id and len(typed) == 1:
        only = found[typed[0]]
        fits = not only or volunteer_id in only
        return [NamedInSheet(typed[0], volunteer_id if fits else None)]
    return [NamedInSheet(name, who[0] if len(who) == 1 else None) for name, who in found.items()]


# ---------------------------------------------------------------- what it changes


def _effects(
    desk: Desk, uow: UnitOfWork, filled_in: FilledIn, explained: Explained
) -> Sequence[OfVolunteer]:
    meanings = {word: said for word, said in explained.meanings.items() if said is not None}
    names = DaypartNames(filled_in.dayparts)
    told: dict[int, list[Told]] = defaultdict(list)
    for said in filled_in.statements:
        if who := explained.who.get(said.who):
            told[who] += [Told(said, answer) for answer in answers_of(said, meanings, names)]
    hours = Hours(uow.support_point.week_template())
    offers = uow.people.offers(list(told))
    return [
        _of_volunteer(desk, uow, uow.people.person(who), offers[who], told[who], hours)
        for who in told
        if who in offers
    ]


def _of_volunteer(
    desk: Desk,
    uow: UnitOfWork,
    person: Person,
    offer: Volunteer,
    told: Sequence[Told],
    hours: Hours,
) -> OfVolunteer:
    today = desk.clock.today()
    effect = effect_of(told, offer.when, hours, today)
    then = replace(
        offer.when,
        pattern=effect.pattern,
        deviations=applied(effect.deviations, offer.when.deviations),
    )
    return OfVolunteer(
        person,
        effect,
        [
            shift
            for shift in uow.roster.shifts_of(person.id, today, today + _AHEAD)
            if _cannot(then, shift) and not _cannot(offer.when, shift)
        ],
    )


def _cannot(when: Availability, shift: Shift) -> bool:
    level = when.level(shift.on, shift.daypart_id, shift.start, shift.end)
    return level is AvailabilityLevel.CANNOT


# ---------------------------------------------------------------- keeping it


def _keep(desk: Desk, uow: UnitOfWork, one: OfVolunteer) -> KeptForOne:
    who, effect = one.person.id, one.effect
    offer = uow.people.offers([who])[who]
    _replace(uow, who, effect.gone, effect.deviations)
    if effect.pattern != offer.availability:
        uow.people.save_volunteer(replace(offer, availability=effect.pattern))
    desk.note(uow, "availability imported", Room.PEOPLE, who)
    return KeptForOne(who, effect.deviations, effect.gone, effect.pattern, offer.availability)


def _take_back(desk: Desk, uow: UnitOfWork, one: KeptForOne) -> None:
    offer = uow.people.offers([one.volunteer_id]).get(one.volunteer_id)
    if offer is None:
        raise WishesChangedSince
    there = {replace(deviation, id=0): deviation for deviation in offer.deviations}
    added = [there.get(deviation) for deviation in one.added]
    if offer.availability != one.pattern or None in added:
        raise WishesChangedSince
    _replace(uow, one.volunteer_id, [known for known in added if known], one.gone)
    if one.pattern != one.pattern_before:
        uow.people.save_volunteer(replace(offer, availability=one.pattern_before))
    desk.note(uow, "import taken back", Room.PEOPLE, one.volunteer_id)


def _replace(
    uow: UnitOfWork, who: int, gone: Sequence[Deviation], new: Sequence[Deviation]
) -> None:
    for deviation in gone:
        uow.people.remove_deviation(who, deviation.id)
    for deviation in new:
        uow.people.save_deviation(who, replace(deviation, id=0))
