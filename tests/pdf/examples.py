"""An ordinary village on paper, for the tests: names of all sorts, gaps, corrections, signals."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.services.overviews.papers import (
    ActionLine,
    Contact,
    Correction,
    DecisionNote,
    EntryText,
    EscalationGroup,
    EscalationRow,
    EscalationsOverview,
    HandoverDay,
    HandoverEntry,
    HandoverOverview,
    Hours,
    Letterhead,
    Note,
    Overview,
    Reading,
    RecoveryHolder,
    RecoveryPaper,
    RequestGroup,
    RequestRow,
    RequestsOverview,
    RosterCell,
    RosterDay,
    RosterLook,
    RosterName,
    RosterOverview,
    RosterPart,
    RosterWeeks,
    SheetSize,
    Tone,
)
from tests.pdf.roster_examples import ROSTER_PAPERS

MONDAY = date(2026, 11, 23)
LETTERHEAD = Letterhead("Dorpssteunpunt De Linde", "Kerkplein 3", "Heusden", "0493 123 456")
MORNING = Hours(time(9), time(12, 30))
AFTERNOON = Hours(time(13), time(16, 30))
EVENING = Hours(time(19), time(21, 30))
CLOSED = RosterCell()


def at(day: int, hour: int, minute: int) -> datetime:
    """Return a moment in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def person(name: str) -> RosterName:
    """Return somebody on the roster: `*` before a shift lead, `~` after a stand-in."""
    return RosterName(
        name=name.strip("*~"), is_lead=name.startswith("*"), is_stand_in=name.endswith("~")
    )


def shift(*names: str, hours: Hours = MORNING, needed: int = 2) -> RosterCell:
    """Return an open cell of the roster."""
    return RosterCell(hours=hours, needed=needed, people=tuple(map(person, names)))


def days(count: int, first: date = MONDAY) -> tuple[RosterDay, ...]:
    """Return so many days in a row."""
    return tuple(RosterDay(first + timedelta(days=each)) for each in range(count))


ROSTER = RosterOverview(
    letterhead=LETTERHEAD,
    printed_on=date(2026, 11, 22),
    days=days(6),
    parts=(
        RosterPart(
            "Ochtend",
            MORNING,
            (
                shift("Henk M.~", "*Ria v.d. B."),
                shift("*Els S.", "Şükrü Ö."),
                shift("*Ria v.d. B.", "Zoë K."),
                replace(shift("*Đorđe H.", "Piet J."), changed_on=date(2026, 11, 21)),
                shift("*Els S.", "Łukasz N."),
                shift("*Henk M.", "Zoë K.", hours=Hours(time(9, 30), time(12))),
            ),
        ),
        RosterPart(
            "Middag",
            AFTERNOON,
            (
                shift("*Fatma Ş.", hours=AFTERNOON),
                replace(shift("*Joke H.", hours=AFTERNOON), is_structural=True),
                shift("*Fatma Ş.", "Wim d. V.", hours=AFTERNOON),
                shift("*Els S.", "Nguyễn T.", hours=AFTERNOON),
                shift("*Fatma Ş.", "Wim d. V.", hours=AFTERNOON),
                replace(CLOSED, remark="Sinterklaas"),
            ),
        ),
        RosterPart(
            "Avond",
            EVENING,
            (
                CLOSED,
                shift("*Wim d. V.", "Thi N.", hours=EVENING),
                CLOSED,
                shift("*Joke H.", hours=EVENING),
                CLOSED,
                CLOSED,
            ),
        ),
    ),
    published_on=date(2026, 11, 20),
    when_absent=Contact("Mieke", "06 12345678"),
    phones=(Contact("Els S.", "06 23456789"), Contact("Henk M.", "0493 123 457")),
)

RIDE = RequestRow(
    number=214,
    kind="Vervoer",
    state="in behandeling",
    what="Rit naar het ziekenhuis en weer terug.",
    requester="Mevrouw T. van den Berg",
    waiting_since=date(2026, 11, 14),
    street="Kerkstraat 3",
    phone="06 12345678",
    contact="belt liefst na 18 uur",
    place="Elkerliek, ingang B",
    needed_on=MONDAY,
    hours=Hours(time(13, 30), time(16)),
    urgency="dringend",
    tone=Tone.URGENT,
    follow_up_on=date(2026, 11, 22),
    follow_up="bellen of er iemand gevonden is",
)
GROCERIES = RequestRow(
    number=198,
    kind="Boodschappen",
    state="gekoppeld",
    what="Weekboodschappen",
    requester="Łukasz Nowak",
    waiting_since=date(2026, 11, 2),
    needed_on=date(2026, 11, 20),
    urgency="spoedig",
    tone=Tone.ATTENTION,
    volunteer="Đorđe Petrović",
    volunteer_phone="06 23456789",
    follow_up_on=MONDAY,
)
HEDGE = RequestRow(
    number=221,
    kind="Tuin",
    state="nieuw",
    what="Heg snoeien vóór de vorst.",
    requester="Zoë de Wit-van 't Hoff",
    waiting_since=MONDAY,
    needed_before=date(2026, 11, 28),
    waits_until=date(2026, 11, 25),
)
TABLET = RequestRow(
    number=220,
    kind="Computer",
    state="nieuw",
    what="Tablet wil niet meer op internet.",
    requester="De heer Şükrü Öztürk",
    waiting_since=date(2026, 11, 22),
    when_note="elke donderdag",
)
REQUESTS = RequestsOverview(
    letterhead=LETTERHEAD,
    printed_on=MONDAY,
    groups=(
        RequestGroup("vandaag of te laat", (RIDE, GROCERIES)),
        RequestGroup("deze week", (HEDGE,)),
        RequestGroup("later", ()),
        RequestGroup("geen datum", (TABLET,)),
    ),
)

FALL = HandoverEntry(
    number=41,
    happened_at=at(23, 9, 40),
    written_at=at(23, 12, 15),
    written_by="Els Smits",
    text=EntryText(
        level="urgent",
        tone=Tone.URGENT,
        situation="Mevrouw Jansen belde: haar man is gevallen.",
        background="Hij viel vorige week ook.",
        assessment="Ik denk dat het thuis niet meer gaat.",
        contingency="Belt ze weer? Dan meteen 112.",
    ),
    about="hulpvraag 214",
    actions=(
        ActionLine(what="Dochter bellen", who="Henk M.", due=MONDAY),
        ActionLine(what="Huisarts inlichten", done_on=MONDAY, done_by="Ine v.D."),
    ),
    corrections=(
        Correction(
            happened_at=at(23, 9, 30),
            written_at=at(23, 13, 10),
            written_by="Ria van den Berg",
            text=EntryText(
                level="let op",
                tone=Tone.ATTENTION,
                situation="Mevrouw Jansen belde: haar man is gestruikeld.",
                assessment="Ik denk dat het thuis niet meer gaat.",
                contingency="Belt ze weer? Dan meteen 112.",
            ),
        ),
    ),
    readings=(
        Reading(
            by="Henk Maas",
            read_at=at(23, 13, 0),
            acknowledged_at=at(23, 13, 5),
            words="Gelezen, ik bel om half drie.",
        ),
        Reading(by="Piet Janssen", read_at=at(23, 14, 0)),
    ),
)
QUIET = HandoverEntry(
    number=42,
    happened_at=at(24, 16, 0),
    written_at=at(24, 16, 0),
    written_by="Fatma Şahin",
    text=EntryText(level="stabiel", tone=Tone.CALM, situation="Rustige middag."),
)
HANDOVER = HandoverOverview(
    letterhead=LETTERHEAD,
    printed_on=date(2026, 11, 25),
    first=MONDAY,
    last=date(2026, 11, 25),
    days=(
        HandoverDay(MONDAY, (FALL,)),
        HandoverDay(date(2026, 11, 24), (QUIET,)),
        HandoverDay(date(2026, 11, 25), ()),
    ),
    open_actions=(
        ActionLine(what="Dochter bellen", who="Henk M.", due=MONDAY, entry=41),
        ActionLine(what="Even langslopen"),
    ),
)

BRUISES = EscalationRow(
    number=7,
    submitted_at=at(23, 9, 40),
    submitted_by="Els Smits",
    urgency="dringend",
    tone=Tone.URGENT,
    state="ingediend",
    due_on=date(2026, 11, 24),
    about="De heer Jansen",
    observed="Blauwe plekken op beide armen.",
    interpretation="Ik vertrouw het niet.",
    source="bij hulpvraag 214",
    is_overdue=True,
)
SEALED = EscalationRow(
    number=9,
    submitted_at=at(24, 9, 40),
    submitted_by="Piet Janssen",
    urgency="gewoon",
    tone=Tone.CALM,
    state="ingediend",
    due_on=date(2026, 12, 1),
    is_sealed=True,
)
DECIDED = EscalationRow(
    number=5,
    submitted_at=at(12, 14, 0),
    submitted_by="Henk Maas",
    urgency="gewoon",
    tone=Tone.CALM,
    state="besloten",
    due_on=date(2026, 11, 19),
    about="Mevrouw Nguyễn",
    observed="Post lag ongeopend op tafel.",
    seen_at=at(12, 16, 0),
    seen_by="Ine van Dijk",
    notes=(Note(at(13, 9, 0), "Ine van Dijk", "Gesproken met de huisarts."),),
    decision=DecisionNote(
        at=at(13, 10, 0),
        by="Ine van Dijk",
        decision="zelf opgepakt",
        because="Dit vraagt een gesprek thuis.",
    ),
)
TOLD = replace(
    DECIDED,
    number=3,
    state="teruggekoppeld",
    notes=(),
    feedback=Note(at(14, 10, 30), "Ine van Dijk", "Blijf gewoon langsgaan."),
)
ESCALATIONS = EscalationsOverview(
    letterhead=LETTERHEAD,
    printed_on=date(2026, 11, 25),
    printed_for="Ine van Dijk",
    first=date(2026, 11, 1),
    last=date(2026, 11, 25),
    groups=(
        EscalationGroup("ingediend", (BRUISES, SEALED)),
        EscalationGroup("gezien", ()),
        EscalationGroup("besloten", (DECIDED,)),
        EscalationGroup("teruggekoppeld", (TOLD,)),
    ),
)

CODE = ("K7QX2M", "9TRWAB", "C4DE5F", "GH6JKM", "NP8QRS", "TVWXYZ")
RECOVERY = RecoveryPaper(
    letterhead=LETTERHEAD, printed_on=MONDAY, holder=RecoveryHolder.SUPPORT_POINT, code=CODE
)
RECOVERY_OF_SUPPORTER = replace(
    RECOVERY, holder=RecoveryHolder.SUPPORTER, person="Ine van Dijk", code=CODE[:5]
)

# Each paper, ordinary and empty.
PAPERS: dict[str, Overview] = {
    "roster": ROSTER,
    "concept": replace(ROSTER, published_on=None, when_absent=None, phones=()),
    "two weeks in large print": RosterWeeks(
        letterhead=LETTERHEAD,
        printed_on=ROSTER.printed_on,
        weeks=(
            replace(ROSTER, look=RosterLook(SheetSize.A3, is_large=True)),
            replace(ROSTER, days=days(6, first=MONDAY + timedelta(weeks=1))),
        ),
    ),
    "requests": REQUESTS,
    "no requests": replace(REQUESTS, groups=(RequestGroup("deze week", ()),)),
    "handover": HANDOVER,
    "no handover": replace(HANDOVER, days=(), open_actions=()),
    "escalations": ESCALATIONS,
    "no escalations": replace(ESCALATIONS, groups=(EscalationGroup("ingediend", ()),)),
    "recovery": RECOVERY,
    "recovery of the supporter": RECOVERY_OF_SUPPORTER,
    **ROSTER_PAPERS,
}
