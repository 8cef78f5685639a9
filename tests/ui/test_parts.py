"""The smaller parts: chips, messages, tags, layouts, and a list with its detail."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.cards import Card, Entries, Entry, Item
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.labels import Elided, Facts, Meta, Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Tiles, page_area, scrolling
from dorpssteunpunt.ui.kit.list_detail import Arrangement, ListDetail
from dorpssteunpunt.ui.kit.messages import Banner, Timeline, TimelineEntry
from dorpssteunpunt.ui.kit.notice import Notice
from dorpssteunpunt.ui.kit.palettes import Mode
from dorpssteunpunt.ui.kit.pdf_preview import PdfPreview, show_preview
from dorpssteunpunt.ui.kit.screens import room_around
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import apply_theme
from dorpssteunpunt.ui.kit.tones import TagWords, Tone


class Windows:
    """Shows parts in windows that live as long as the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QMainWindow] = []

    def show(self, widget: QWidget, width: int = 1366, height: int = 768) -> QMainWindow:
        """Return a window of this size that shows ``widget`` and has the keyboard."""
        window = QMainWindow()
        self._windows.append(window)
        self._qtbot.addWidget(window)
        window.setCentralWidget(widget)
        window.resize(width, height)
        window.show()
        with self._qtbot.waitExposed(window):
            window.activateWindow()
        return window


@pytest.fixture
def windows(app: QApplication, qtbot: QtBot) -> Windows:
    """A place to show parts."""
    return Windows(qtbot)


@pytest.fixture
def chips(app: QApplication) -> FilterChips:
    """Three filters."""
    return FilterChips((Chip("open", "Open"), Chip("today", "Vandaag"), Chip("closed", "Klaar")))


def test_arrows_move_the_choice_and_tab_leaves_the_chips(
    chips: FilterChips, qtbot: QtBot, windows: Windows
) -> None:
    holder = QWidget()
    column = Column(holder)
    column.add(chips)
    after = column.add(primary("Nieuw"))
    window = windows.show(holder)
    told: list[str] = []
    chips.chosen.connect(told.append)
    first = chips.button("open")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert chips.current() == "today"
    assert chips.button("today").hasFocus()
    qtbot.keyClick(chips.button("today"), Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert told == ["today", "open", "closed"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_click_chooses_a_chip(chips: FilterChips, qtbot: QtBot, windows: Windows) -> None:
    windows.show(chips)
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.mouseClick(chips.button("closed"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["closed"]


def test_chips_say_how_many_they_find(chips: FilterChips) -> None:
    chips.show_counts({"open": 23})
    assert chips.button("open").text() == "Open 23"
    assert chips.button("today").text() == "Vandaag"


def test_in_a_narrow_window_the_chips_are_one_menu(
    chips: FilterChips, qtbot: QtBot, windows: Windows
) -> None:
    window = windows.show(chips)
    assert chips.button("open").isVisible()
    apply_theme(QApplication.instance(), Mode.LIGHT, 200)  # type: ignore[arg-type]
    assert not chips.button("open").isVisible()
    chips.choose("today")
    assert chips.menu_button.isVisible()
    assert chips.menu_button.text() == "Vandaag"
    apply_theme(QApplication.instance(), Mode.LIGHT, 100)  # type: ignore[arg-type]
    window.resize(800, 600)
    qtbot.waitUntil(lambda: not chips.button("open").isVisible())


@pytest.mark.parametrize(
    ("width", "height", "percent", "arrangement"),
    [
        (1162, 640, 100, Arrangement.BESIDE),
        (820, 640, 100, Arrangement.UNDER),
        (1040, 600, 200, Arrangement.INSTEAD),
    ],
)
def test_the_detail_goes_where_there_is_room(
    app: QApplication,
    qtbot: QtBot,
    width: int,
    height: int,
    percent: int,
    arrangement: Arrangement,
    windows: Windows,
) -> None:
    apply_theme(app, Mode.LIGHT, percent)
    pages = ListDetail(QLabel("lijst"), QLabel("detail"))
    windows.show(pages, width, height)
    assert pages.arrangement is arrangement


def test_where_only_one_fits_there_is_a_way_back(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    apply_theme(app, Mode.LIGHT, 200)
    names, detail = QLabel("lijst"), QLabel("detail")
    pages = ListDetail(names, detail)
    windows.show(pages, 1040, 600)
    assert (names.isVisible(), detail.isVisible()) == (True, False)
    pages.show_detail()
    assert (names.isVisible(), detail.isVisible()) == (False, True)
    pages.show_list()
    assert (names.isVisible(), detail.isVisible()) == (True, False)


def test_a_flow_goes_on_at_the_next_line(app: QApplication, qtbot: QtBot, windows: Windows) -> None:
    holder = QWidget()
    flow = Flow(holder, gap=8)
    labels = [flow.add(QLabel("woord " * 5)) for _each in range(6)]
    windows.show(holder, 400, 400)
    assert all(label.geometry().right() <= holder.width() for label in labels)
    assert labels[-1].y() > labels[0].y()


def test_what_follows_a_push_stands_at_the_right(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    header = Header("Hulpvragen")
    button = header.add_action(primary("Nieuwe hulpvraag"))
    windows.show(header, 900, 200)
    right = button.mapTo(header, button.rect().topRight()).x()
    assert abs(right - header.rect().right()) <= 1


def test_filters_that_do_not_fit_beside_the_title_leave_the_action_at_its_place(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    header = Header("Hulpvragen")
    chips = header.add(FilterChips([Chip(str(place), "Zoekt vrijwilliger") for place in range(5)]))
    button = header.add_action(primary("Nieuwe hulpvraag"))
    window = windows.show(header, 1300, 200)
    assert chips.mapTo(header, QPoint()).y() < header.title.height() + button.height()
    window.resize(1000, 200)
    qtbot.waitUntil(lambda: chips.mapTo(header, QPoint()).x() == 0)
    assert button.mapTo(header, button.rect().topRight()).x() >= header.rect().right() - 1
    assert chips.mapTo(header, QPoint()).y() > button.mapTo(header, button.rect().bottomLeft()).y()


def test_an_entry_is_opened_by_a_click_on_any_of_its_words(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    opened: list[str] = []
    card = Card("Vandaag")
    entries = card.body.add(Entries())
    entry = Entry(
        "Lamp ophangen",
        "dhr. Peeters · deze week",
        TagWords("wacht 9 dagen", Tone.DANGER),
        "Tonen: Lamp ophangen",
        lambda: opened.append("lamp"),
    )
    entries.add_entry(entry)
    windows.show(card, 400, 300)
    for words in entry.findChildren(Text):
        qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert opened == ["lamp"] * 3
    titles = [card.findChildren(Text)[0], entry.findChildren(Text)[0]]
    assert len({words.mapTo(card, QPoint()).x() for words in titles}) == 1


@pytest.mark.parametrize(("width", "under"), [(500, False), (220, True)])
def test_a_button_goes_under_words_that_it_would_leave_no_room(
    app: QApplication, qtbot: QtBot, width: int, under: bool, windows: Windows
) -> None:
    button = secondary("Nieuwe pincode…")
    item = Item("Wilhelmina van der Burgh-van Oldenbarnevelt", "baliemedewerker", actions=(button,))
    windows.show(scrolling(item), width, 300)
    words = item.findChildren(Text)
    below = max(text.mapTo(item, text.rect().bottomLeft()).y() for text in words)
    assert (button.mapTo(item, QPoint()).y() > below) is under
    assert all(text.height() >= text.heightForWidth(text.width()) for text in words)
    assert item.width() <= width


def test_a_line_of_facts_breaks_only_between_two(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    facts = Meta("Fatma Şahin · ma 23 nov 16:15")
    one_line = facts.sizeHint()
    windows.show(scrolling(facts), one_line.width() - 20, 200)
    assert facts.text() == "Fatma Şahin · ma 23 nov 16:15"
    drawn = QLabel.text(facts).split(" ")
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in drawn] == [
        "Fatma Şahin ·",
        "ma 23 nov 16:15",
    ]
    assert facts.height() >= 2 * facts.fontMetrics().height()


def test_a_page_does_not_shift_when_its_scroll_bar_is_needed(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    page = QWidget()
    column = Column(page)
    column.add(Text("kort"))
    area = page_area(page)
    windows.show(area, 600, 300)
    before = page.width()
    column.add(Text("lang\n" * 60))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert page.width() == before


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (700, 2), (330, 1)])
def test_tiles_share_the_width(
    app: QApplication, qtbot: QtBot, width: int, columns: int, windows: Windows
) -> None:
    holder = QWidget()
    tiles = Tiles(holder, narrowest=320, gap=16)
    cards = [tiles.add(Card(str(number))) for number in range(3)]
    windows.show(holder, width, 600)
    assert len({card.x() for card in cards}) == columns
    assert len({card.width() for card in cards}) == 1


@pytest.mark.parametrize("percent", [100, 200])
def test_wrapped_text_is_shown_whole(
    app: QApplication, qtbot: QtBot, percent: int, windows: Windows
) -> None:
    apply_theme(app, Mode.LIGHT, percent)
    card = Card("Boodschappen voor een hele lange familienaam", "tweede regel " * 8)
    text = card.body.add(Text("Zij rijdt zelf niet meer en gaat graag samen met iemand. " * 6))
    facts = card.body.add(Facts((("Wat", "Boodschappen met een lijstje, elke maandag. " * 4),)))
    windows.show(scrolling(card), 500, 300)
    for label in (text, *facts.findChildren(Text)):
        needed = label.fontMetrics().boundingRect(
            QRect(0, 0, label.width(), 0), int(Qt.TextFlag.TextWordWrap), label.text()
        )
        assert label.height() >= needed.height()
        assert label.width() >= needed.width()
    assert card.width() <= 500


def test_what_does_not_fit_on_a_line_is_in_the_tooltip(app: QApplication, qtbot: QtBot) -> None:
    label = Elided("Ria van den Berg-van der Heijden")
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.show()
    assert label.toolTip() == "Ria van den Berg-van der Heijden"
    label.resize(600, 30)
    assert label.toolTip() == ""


def test_facts_without_a_value_are_left_out(app: QApplication, qtbot: QtBot) -> None:
    facts = Facts((("Telefoon", "06 12345678"), ("E-mail", "")))
    qtbot.addWidget(facts)
    assert [label.text() for label in facts.findChildren(Text)] == ["Telefoon", "06 12345678"]


def test_a_tag_says_its_word_to_those_who_cannot_see_it(app: QApplication, qtbot: QtBot) -> None:
    tag = Tag(TagWords("Urgent", Tone.DANGER))
    qtbot.addWidget(tag)
    assert tag.text() == "Urgent"
    tag.show_words(None)
    assert tag.isHidden()


def test_a_banner_stays_until_it_is_over(app: QApplication, qtbot: QtBot, windows: Windows) -> None:
    holder = QWidget()
    banner = Column(holder).add(Banner(Tone.WARNING))
    windows.show(holder)
    assert not banner.isVisible()
    pressed: list[bool] = []
    banner.say("De schijf is vol.", "Wat nu?", lambda: pressed.append(True))
    assert banner.isVisible()
    (button,) = banner.findChildren(type(primary("")))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_a_timeline_shows_its_entries_in_their_order(app: QApplication, qtbot: QtBot) -> None:
    timeline = Timeline((TimelineEntry("vandaag", "Ria", "Gebeld."),))
    qtbot.addWidget(timeline)
    timeline.show_entries(
        [TimelineEntry("vandaag", "Ria", "Twee."), TimelineEntry("gisteren", "Els", "Een.")]
    )
    texts = [label.text() for label in timeline.findChildren(Text) if not label.isHidden()]
    assert texts[-3:] == ["gisteren", "· Els", "Een."]


def test_what_was_done_can_be_undone_once(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    host = QWidget()
    notice = Notice(host)
    windows.show(host)
    undone: list[bool] = []
    notice.say("Opgeslagen", lambda: undone.append(True))
    assert notice.isVisible()
    assert host.rect().contains(notice.geometry())
    notice.undo_last()
    notice.undo_last()
    assert undone == [True]
    assert not notice.isVisible()


def test_a_long_message_is_told_whole_in_a_narrow_window(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    host = QWidget()
    notice = Notice(host)
    windows.show(host, 420, 400)
    notice.say("Gedaan: " + "formulier huurtoeslag meenemen " * 3, lambda: None)
    assert host.rect().contains(notice.geometry())
    words = notice.findChildren(Text)[0]
    assert words.height() >= words.heightForWidth(words.width())


def test_a_dialog_stands_in_the_middle_of_the_window_with_its_buttons_in_sight(
    app: QApplication, qtbot: QtBot, windows: Windows
) -> None:
    inside = QWidget()
    window = windows.show(inside, 600, 500)
    dialog = confirm(inside, "Weg?", "Dit is dan weg. " * 9, "Weg", lambda: None)
    qtbot.waitUntil(dialog.isVisible)
    off = dialog.frameGeometry().center() - window.frameGeometry().center()
    assert off.manhattanLength() <= 2
    window.move(window.x(), room_around(window).bottom() - 60)
    dialog.hide()
    dialog.show()
    assert room_around(window).contains(dialog.frameGeometry())
    dialog.reject()


@pytest.mark.parametrize("sentences", range(1, 9))
def test_a_dialog_that_fits_the_screen_does_not_scroll(
    app: QApplication, qtbot: QtBot, windows: Windows, sentences: int
) -> None:
    inside = QWidget()
    windows.show(inside, 600, 500)
    dialog = confirm(inside, "Weg?", "Wat u hier weghaalt, is dan weg. " * sentences, "Weg", print)
    qtbot.waitUntil(dialog.isVisible)
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert area.viewport().width() == dialog.width()
    dialog.reject()


PAGE_SIZES = ((595.0, 842.0), (842.0, 595.0))


def paper(pages: int) -> bytes:
    """Return a PDF with upright and lying pages in turn."""
    import io

    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(pages):
        canvas.setPageSize(PAGE_SIZES[number % 2])
        canvas.drawString(72, 300, f"Bladzijde {number + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def preview_of(tasks: Tasks, qtbot: QtBot, windows: Windows, data: bytes) -> PdfPreview:
    """Return a preview whose pages are there."""
    window = QWidget()
    windows.show(window)
    preview = show_preview(window, tasks, "Rooster", lambda: data, "rooster.pdf")
    with qtbot.waitSignal(preview.shown):
        pass
    return preview


def test_a_preview_shows_the_pages_of_a_pdf(tasks: Tasks, qtbot: QtBot, windows: Windows) -> None:
    preview = preview_of(tasks, qtbot, windows, paper(3))
    assert preview.page_text() == "Bladzijde 1 van 3"
    places = preview.view.places()
    assert [place.width() > place.height() for place in places] == [False, True, False]
    qtbot.waitUntil(lambda: preview.view.is_drawn(0))
    preview.view.go_to(2)
    assert preview.page_text() == "Bladzijde 3 van 3"
    qtbot.waitUntil(lambda: preview.view.is_drawn(2))
    before = places[0].width()
    preview.view.zoom(1.25)
    assert preview.view.places()[0].width() == pytest.approx(before * 1.25, abs=1)
    preview.close()


def test_a_paper_is_kept_as_a_file(
    tasks: Tasks, qtbot: QtBot, tmp_path: Path, windows: Windows
) -> None:
    data = paper(1)
    preview = preview_of(tasks, qtbot, windows, data)
    preview.save_to(tmp_path / "rooster.pdf")
    qtbot.waitUntil(lambda: bool(preview.message()))
    assert (tmp_path / "rooster.pdf").read_bytes() == data
    assert preview.message() == "Opgeslagen als rooster.pdf."
    preview.close()


def test_a_place_that_cannot_hold_the_paper_is_said(
    tasks: Tasks, qtbot: QtBot, tmp_path: Path, windows: Windows
) -> None:
    preview = preview_of(tasks, qtbot, windows, paper(1))
    preview.save_to(tmp_path / "weg" / "rooster.pdf")
    qtbot.waitUntil(lambda: bool(preview.message()))
    assert "Kies een andere map" in preview.message()
    preview.close()


def test_a_long_paper_is_not_printed_as_pictures(
    tasks: Tasks, qtbot: QtBot, windows: Windows
) -> None:
    preview = preview_of(tasks, qtbot, windows, paper(11))
    preview.print_paper()
    assert "lang" in preview.message()
    preview.close()


def test_printing_puts_every_page_on_paper(tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    from pypdf import PdfReader
    from PySide6.QtPrintSupport import QPrinter

    from dorpssteunpunt.ui.kit.pdf_pages import PdfPages
    from dorpssteunpunt.ui.kit.pdf_print import PrintJob

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    opened: list[PdfPages] = []
    tasks.run(lambda: PdfPages(paper(2)), opened.append, beside=True)
    qtbot.waitUntil(lambda: bool(opened))
    ended: list[bool] = []
    job = PrintJob(opened[0], printer, tasks, lambda: ended.append(True))
    job.start()
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    tasks.run(opened[0].close, beside=True)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    shapes = [page.mediabox.width > page.mediabox.height for page in pages]
    assert shapes == [False, True]
    assert all(page.images for page in pages)
