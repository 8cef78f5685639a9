"""The papers around the roster for the tests: a month, a day, gaps, forms, hours."""

from dataclasses import replace
from datetime import date, time, timedelta

from dorpssteunpunt.services.overviews.papers import (
    AbsentPerson,
    AskedDay,
    AskedPart,
    AskedPerson,
    AskPerson,
    AttendanceOverview,
    AvailabilityForm,
    AvailabilityForms,
    CallPerson,
    Contact,
    DaySheet,
    DoneShift,
    DutyPerson,
    DutyShift,
    Gap,
    GapsOverview,
    Hours,
    Letterhead,
    LostShift,
    MissedShift,
    MonthOverview,
    MonthPart,
    MonthWeek,
    Overview,
    OwnShift,
    PersonalOverview,
    PersonalRoster,
    RemindersOverview,
    RequestRow,
    RosterCell,
    RosterDay,
    RosterName,
    ShiftToConfirm,
    VolunteerAttendance,
)

_LETTERHEAD = Letterhead("Dorpssteunpunt De Linde", "Kerkplein 3", "Heusden", "0493 123 456")
_PRINTED_ON = date(2026, 11, 22)
_MORNING = Hours(time(9), time(12, 30))
_AFTERNOON = Hours(time(13), time(16, 30))
_LENGTH = timedelta(hours=3, minutes=30)

EVERYDAY_NAMES = (
    *("Ria v.d. B.", "Els S.", "Şükrü Ö.", "Zoë K.", "Đorđe P.", "Piet J.", "Łukasz N."),
    *("Fatma Ş.", "Wim d. V.", "Nguyễn T.", "Joke H.", "Aïcha e. A.", "Bep v.'t H."),
)
LONG_NAMES = tuple(
    f"{given} {prefix} {surname}-{second}"
    for given, prefix, surname, second in zip(
        ("Jan-Willem", "Maria Theresia", "Đorđe", "Annemarie", "Łukasz", "Hendrikus") * 10,
        ("van den", "op den", "in 't", "ter", "van der", "uit den") * 10,
        ("Bogaard", "Heuvelmans", "Oosterhout", "Kamphuizen", "Nieuwenhuijsen") * 12,
        (f"Zuidwijk {number}" for number in range(60)),
        strict=True,
    )
)
"""Sixty people as a village with full names on the wall has them."""


def month(
    first: date, names: tuple[str, ...], columns: int = 6, parts: tuple[str, ...] = ("Ochtend",)
) -> MonthOverview:
    """Return a month in which these people take turns, two on a shift, in each day part."""
    days = [first + timedelta(days=each) for each in range(31)]
    days = [day for day in days if day.month == first.month and day.isoweekday() <= columns]
    weeks: dict[int, list[date | None]] = {}
    for day in days:
        week = weeks.setdefault(day.isocalendar().week, [None] * columns)
        week[day.isoweekday() - 1] = day
    turns = iter(names * (1 + 2 * len(days) * len(parts) // len(names)))
    return MonthOverview(
        letterhead=_LETTERHEAD,
        printed_on=_PRINTED_ON,
        month=first,
        weeks=tuple(
            MonthWeek(
                number=number,
                days=tuple(RosterDay(day) if day else None for day in week),
                parts=tuple(
                    MonthPart(
                        name,
                        _MORNING,
                        tuple(_turn(next(turns), next(turns)) if day else None for day in week),
                    )
                    for name in parts
                ),
                is_concept=False,
            )
            for number, week in weeks.items()
        ),
        when_absent=Contact("Mieke C.", "06 12345678"),
    )


def _turn(lead: str, other: str) -> RosterCell:
    people = (RosterName(name=lead, is_lead=True), RosterName(name=other))
    return RosterCell(hours=_MORNING, needed=2, people=people)


NOVEMBER = month(date(2026, 11, 1), EVERYDAY_NAMES, parts=("Ochtend", "Middag", "Avond"))
CROWDED = month(date(2026, 12, 1), LONG_NAMES, parts=("Ochtend", "Middag", "Avond"))

DAY = DaySheet(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    day=date(2026, 11, 23),
    shifts=(
        DutyShift(
            daypart="Ochtend",
            hours=_MORNING,
            needed=2,
            people=(
                DutyPerson(name="Ria van den Berg", phone="06 12345678", is_lead=True),
                DutyPerson(name="Zoë Kuipers", phone="0493 123 457", is_stand_in=True),
            ),
            absent=(AbsentPerson("Đorđe Petrović", "Griep"),),
        ),
        DutyShift(
            daypart="Middag",
            hours=_AFTERNOON,
            needed=2,
            people=(DutyPerson(name="Els Smeets"),),
            lacks_lead=True,
        ),
    ),
    requests=(
        RequestRow(
            number=214,
            kind="Vervoer",
            state="gekoppeld",
            what="Rit naar het ziekenhuis en weer terug.",
            requester="Mevrouw T. van den Berg",
            waiting_since=date(2026, 11, 14),
            needed_on=date(2026, 11, 23),
            volunteer="Łukasz Nowak",
        ),
    ),
)

OWN_SHIFT = OwnShift(
    day=date(2026, 11, 27),
    daypart="Ochtend",
    hours=_MORNING,
    length=_LENGTH,
    together_with=(RosterName(name="Zoë K."),),
    is_lead=True,
)
PERSONAL = PersonalOverview(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    first=date(2026, 11, 23),
    last=date(2026, 12, 20),
    rosters=(
        PersonalRoster(
            "Els Smeets",
            (
                OWN_SHIFT,
                replace(
                    OWN_SHIFT,
                    day=date(2026, 12, 4),
                    together_with=(),
                    is_lead=False,
                    is_stand_in=True,
                    is_concept=True,
                    changed_on=date(2026, 11, 21),
                ),
            ),
        ),
        PersonalRoster(
            "Đorđe Petrović",
            (),
            (LostShift(date(2026, 12, 1), "Middag", _AFTERNOON, "De verwarming is stuk"),),
        ),
    ),
    when_absent=Contact("Mieke C.", "06 12345678"),
)

GAPS = GapsOverview(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    first=date(2026, 11, 23),
    last=date(2026, 12, 20),
    gaps=(
        Gap(
            day=date(2026, 11, 24),
            daypart="Middag",
            hours=_AFTERNOON,
            needed=2,
            present=("Els Smeets",),
            absent=("Zoë Kuipers",),
            ask=(
                AskPerson(
                    name="Fatma Şahin",
                    fit="past goed",
                    reasons_for=("komt dan graag", "1 van 3 diensten deze week"),
                    phone="06 46370434",
                ),
                AskPerson(
                    name="Piet Jansen",
                    fit="past niet",
                    reasons_against=("kan dan niet",),
                    said="belt terug, ma 23 nov 09:40",
                ),
            ),
            asked=(AskedPerson("Đorđe Petrović", "zegt nee, zo 22 nov 19:15"),),
            others=3,
        ),
        Gap(day=date(2026, 11, 25), daypart="Ochtend", hours=_MORNING, needed=2),
    ),
)

TO_CONFIRM = ShiftToConfirm(day=date(2026, 11, 24), daypart="Ochtend", hours=_MORNING, is_lead=True)
REMINDERS = RemindersOverview(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    first=date(2026, 11, 23),
    last=date(2026, 11, 30),
    people=(
        CallPerson(
            name="Els Smeets",
            phone="06 46370434",
            mind="Liefst na vijf uur",
            shifts=(
                TO_CONFIRM,
                replace(
                    TO_CONFIRM,
                    day=date(2026, 11, 26),
                    is_lead=False,
                    said="voicemail ingesproken, nog niet bevestigd (Ria van den Berg, 23 nov)",
                ),
            ),
        ),
        CallPerson(
            name="Đorđe Petrović",
            shifts=(replace(TO_CONFIRM, is_lead=False, lost_because="De verwarming is stuk"),),
        ),
    ),
)

_ASKED = (AskedPart(_MORNING, 0), AskedPart(_AFTERNOON), None)
FORMS = AvailabilityForms(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    dayparts=("Ochtend", "Middag", "Avond"),
    answers=("liever", "kan", "liever niet", "kan niet"),
    forms=(
        AvailabilityForm(
            name="Els Smeets",
            days=tuple(AskedDay(date(2026, 11, 23 + each), _ASKED) for each in range(6)),
            per_week=2,
        ),
    ),
)
MONTH_FORMS = replace(
    FORMS,
    month=date(2026, 12, 1),
    forms=tuple(
        AvailabilityForm(
            name=name,
            days=tuple(AskedDay(date(2026, 12, 1 + each), _ASKED) for each in range(31)),
        )
        for name in ("", "Đorđe Petrović")
    ),
)

DONE = DoneShift(
    day=date(2026, 11, 2), daypart="Ochtend", hours=_MORNING, length=_LENGTH, there=_LENGTH
)
LATE = replace(
    DONE,
    day=date(2026, 11, 4),
    there=timedelta(hours=3),
    said="30 minuten te laat: Bus gemist",
)
NOT_NOTED = replace(DONE, day=date(2026, 11, 18), there=None)
ATTENDANCE = AttendanceOverview(
    letterhead=_LETTERHEAD,
    printed_on=_PRINTED_ON,
    first=date(2026, 11, 1),
    last=date(2026, 11, 22),
    volunteers=(
        VolunteerAttendance(
            "Aïcha el Amrani",
            (DONE, LATE, replace(DONE, day=date(2026, 11, 9), is_stand_in=True), NOT_NOTED),
            (MissedShift(date(2026, 11, 16), "Middag", "Griep"),),
        ),
        VolunteerAttendance(
            "Łukasz Nowak",
            (),
            (
                MissedShift(date(2026, 11, 16), "Avond", ""),
                MissedShift(date(2026, 11, 17), "Avond", "Vergeten", is_excused=False),
            ),
        ),
    ),
)

# Each paper, ordinary and empty.
ROSTER_PAPERS: dict[str, Overview] = {
    "month": NOVEMBER,
    "day": DAY,
    "an empty day": replace(DAY, shifts=(), requests=()),
    "personal": PERSONAL,
    "no volunteers": replace(PERSONAL, rosters=()),
    "gaps": GAPS,
    "no gaps": replace(GAPS, gaps=()),
    "reminders": REMINDERS,
    "nobody to call": replace(REMINDERS, people=()),
    "forms": FORMS,
    "forms of a month": MONTH_FORMS,
    "attendance": ATTENDANCE,
    "no attendance": replace(ATTENDANCE, volunteers=()),
}
