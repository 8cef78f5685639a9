"""Every part of the kit on one page, to look at in each palette and text size."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.services.pages import Page
from dorpssteunpunt.ui.kit.buttons import danger, primary, quiet, secondary, square
from dorpssteunpunt.ui.kit.cards import Card, Item
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField, MultiChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField, TextArea, TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.labels import Facts, Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Tiles, scrolling
from dorpssteunpunt.ui.kit.list_detail import ListDetail
from dorpssteunpunt.ui.kit.messages import Banner, EmptyState, Timeline, TimelineEntry
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit
from dorpssteunpunt.ui.kit.row_table_model import ColumnOf, Line, RowTableModel
from dorpssteunpunt.ui.kit.row_views import RowList, RowTable
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.tones import TagWords, Tone

Request = tuple[int, str, str, str, Tone]
REQUESTS: Sequence[Request] = (
    (
        1,
        "Vervoer naar ziekenhuis",
        "mw. Van der Heijden · vandaag 13:15",
        "Łukasz rijdt",
        Tone.FINE,
    ),
    (2, "Boodschappen", "fam. Nguyễn · vandaag 14:00", "zoekt vrijwilliger", Tone.WARNING),
    (3, "Lamp ophangen", "dhr. Peeters · deze week", "wacht 9 dagen", Tone.DANGER),
    (4, "Wandelen", "mw. Smit · di 10:30", "voorgesteld: Zoë", Tone.INFORMATION),
    (5, "Belastingbrief lezen", "dhr. Yılmaz · vandaag 11:00", "nieuw", Tone.NEUTRAL),
    (6, "Heg knippen", "mw. Aarts · voor 5 dec", "nieuw", Tone.NEUTRAL),
    (7, "Tablet uitleggen", "dhr. De Groot · wo 10:00", "Thi gaat", Tone.FINE),
    (8, "Gezelschap", "mw. De Wit · wekelijks", "voorgelegd", Tone.DANGER),
)


def requests_screen(tasks: Tasks) -> QWidget:
    """Return a list with its detail, as a room has it."""
    screen = QWidget()
    page = Column(screen, gap=16, margin=(20, 20, 20, 16))
    header = page.add(Header("Hulpvragen"))
    chips = header.add(
        FilterChips(
            (
                Chip("open", "Open"),
                Chip("today", "Vandaag"),
                Chip("seeking", "Zoekt vrijwilliger"),
                Chip("late", "Wacht te lang"),
                Chip("closed", "Afgerond"),
            )
        )
    )
    chips.show_counts({"open": 23, "today": 4, "seeking": 6, "late": 2})
    header.add_action(primary("Nieuwe hulpvraag", icon_name="plus"))
    rows = RowList(request_model(tasks), "Hulpvragen")
    page.add(ListDetail(rows, _detail()), 1)
    rows.choose(2)
    return screen


def request_model(tasks: Tasks) -> RowTableModel[Request]:
    """Return a model that shows the requests as lines."""
    model = RowTableModel[Request](
        tasks,
        identify=lambda row: row[0],
        line=lambda row: Line(row[1], row[2], TagWords(row[3], row[4])),
    )
    model.show(lambda _after, _limit: Page(REQUESTS))
    return model


def _detail() -> QWidget:
    card = Card("Boodschappen", "nummer 214 · sinds ma 9 nov", title_kind="title")
    card.set_tag(TagWords("zoekt vrijwilliger", Tone.WARNING))
    card.add_action(secondary("Wijzigen", dense=True))
    card.add_action(secondary("Afsluiten…", dense=True))
    card.body.add(
        Facts(
            (
                ("Voor", "fam. Nguyễn, Kerkstraat 12"),
                ("Telefoon", "06 12345678 (na 10 uur)"),
                ("Wanneer", "vandaag 14:00–16:00"),
                (
                    "Wat",
                    "Boodschappen met lijstje. Mag samen met iemand.",
                ),
            )
        )
    )
    halves = Tiles(card.body.add(QWidget()), narrowest=260)
    halves.add(_candidates())
    halves.add(_timeline())
    card.body.push()
    return scrolling(card)


def _candidates() -> QWidget:
    widget = QWidget()
    column = Column(widget, gap=8)
    column.add(Text("Wie kan helpen?", "heading"))
    past = TagWords("past goed", Tone.FINE)
    column.add(
        Item(
            "Łukasz Nowak",
            "doet graag boodschappen · vrij op maandagmiddag · hielp hier 3 keer",
            past,
            actions=(primary("Vraag", dense=True),),
        )
    )
    column.add(
        Item(
            "Zoë Kuipers",
            "vrij tot 15:30 · deze maand nog niet gevraagd",
            past,
            actions=(secondary("Vraag", dense=True),),
        )
    )
    column.push()
    return widget


def _timeline() -> QWidget:
    widget = QWidget()
    column = Column(widget, gap=8)
    column.add(Text("Wat er gebeurde", "heading"))
    column.add(
        Timeline(
            (
                TimelineEntry("Vandaag 09:40", "Ria", "Gebeld, zij is er tot 16 uur."),
                TimelineEntry(
                    "ma 16 nov", "Henk", "Gedaan door Łukasz. “Fijn, en ook even koffie.”"
                ),
                TimelineEntry(
                    "ma 9 nov", "Els", "Niet vervuld: niemand vrij.", TagWords("open", Tone.WARNING)
                ),
            )
        )
    )
    return widget


def form_screen(tasks: Tasks) -> QWidget:
    """Return a form with every kind of field, one of them with a mistake."""
    form = Form(tasks=tasks, save_text="Opslaan")
    person = PersonField(
        "person",
        "Voor wie",
        tasks=tasks,
        search=lambda typed: [PersonHit(1, "Riet Jansen", "Kerkstraat 12")],
        required=True,
    )
    kind = ChoiceField(
        "kind",
        "Soort hulp",
        choices=[
            Choice(n, text)
            for n, text in enumerate(
                ("Vervoer", "Boodschappen", "Klusje", "Tuin", "Computer", "Wandelen")
            )
        ],
    )
    day = DateField(
        "day", "Welke dag", today=lambda: date(2026, 11, 23), hint="“di”, “morgen” of “2-3” mag ook"
    )
    at = TimeField("at", "Hoe laat")
    urgency = ChoiceField(
        "urgency",
        "Haast",
        choices=[
            Choice("low", "Kan wachten"),
            Choice("week", "Deze week"),
            Choice("today", "Vandaag"),
        ],
    )
    phone = TextField("phone", "Telefoon", required=True)
    ways = MultiChoiceField(
        "ways",
        "Bereikbaar via",
        choices=[
            Choice("phone", "Telefoon"),
            Choice("mail", "E-mail"),
            Choice("door", "Langskomen"),
        ],
    )
    consent = CheckField(
        "consent", "Mevrouw vindt het goed dat we haar gegevens delen met de thuiszorg"
    )
    km = NumberField("km", "Afstand", unit="km")
    what = TextArea("what", "Wat is er nodig?")
    form.add(person, kind)
    form.add(day, at)
    form.add(urgency)
    form.add(phone, km)
    form.add(what)
    form.add(ways)
    form.add(consent)
    day.set_value(date(2026, 11, 24))
    at.set_value(time(9, 30))
    kind.set_value(1)
    urgency.set_value("week")
    what.set_value("Boodschappen met lijstje.\nZij rijdt zelf niet meer.")
    consent.set_value(True)
    phone.set_value("06 1234")
    phone.show_error("Dit nummer is te kort. Een mobiel nummer heeft tien cijfers.")
    inside = QWidget()
    Column(inside, margin=24).add(form)
    return scrolling(inside)


def parts_screen(tasks: Tasks) -> QWidget:
    """Return buttons, tags, banners, a table and an empty state."""
    inside = QWidget()
    column = Column(inside, gap=16, margin=24)
    buttons = Flow(column.add(QWidget()), gap=12)
    for make, words in (
        (primary, "Opslaan"),
        (secondary, "Wijzigen"),
        (quiet, "Meer"),
        (danger, "Verwijderen"),
    ):
        buttons.add(make(words, icon_name="check"))
    buttons.add(secondary("Dicht op elkaar", dense=True))
    buttons.add(square("Vorige week", "chevron-left"))
    off = primary("Nu niet")
    off.setEnabled(False)
    buttons.add(off)
    tags = Flow(column.add(QWidget()), gap=8)
    for tone, words in zip(
        Tone,
        ("nieuw", "Łukasz rijdt", "zoekt vrijwilliger", "wacht 9 dagen", "voorgesteld"),
        strict=True,
    ):
        tags.add(Tag(TagWords(words, tone)))
    for tone in (Tone.WARNING, Tone.DANGER, Tone.FINE):
        banner = column.add(Banner(tone))
        banner.say(
            "De schijf is vol. Wat u typt blijft bewaard; opslaan lukt pas als er ruimte is.",
            "Wat nu?",
        )
    cards = Tiles(column.add(QWidget()), narrowest=320, even=True)
    empty = Card()
    empty.body.add(
        EmptyState(
            "Hier staan straks de hulpvragen van vandaag.",
            primary("Nieuwe hulpvraag"),
            "hand-helping",
        )
    )
    cards.add(empty)
    cards.add(_table(tasks))
    return scrolling(inside)


def _table(tasks: Tasks) -> QWidget:
    model = RowTableModel[Request](
        tasks,
        identify=lambda row: row[0],
        columns=(
            ColumnOf[Request]("Nr", lambda row: str(row[0]), width=64, right=True),
            ColumnOf[Request]("Wat", lambda row: row[1]),
            ColumnOf[Request]("Voor wie", lambda row: row[2]),
        ),
    )
    model.show(lambda _after, _limit: Page(REQUESTS))
    table = RowTable(model, "gallery", "Hulpvragen")
    table.choose(3)
    table.setMinimumHeight(320)
    return table
