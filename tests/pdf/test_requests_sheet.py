"""The open requests: what a desk without a computer needs to go on."""

from dataclasses import replace
from datetime import date

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import RequestGroup, RequestRow
from tests.pdf.examples import GROCERIES, HEDGE, MONDAY, REQUESTS, RIDE, TABLET
from tests.pdf.reading import pages_of, text_of

WRITER = PdfSheetWriter()


def paper_of(*rows: RequestRow) -> str:
    group = RequestGroup("deze week", rows)
    return text_of(WRITER.draw(replace(REQUESTS, groups=(group,))))


def test_the_counts_come_first() -> None:
    text = text_of(WRITER.draw(REQUESTS))
    assert "4 open hulpvragen 1 dringend 3 zonder vrijwilliger 2 nu opvolgen" in text
    assert "vandaag of te laat: 2 · deze week: 1 · later: 0 · geen datum: 1" in text


def test_one_request_is_counted_as_one() -> None:
    assert "1 open hulpvraag 0 dringend" in paper_of(HEDGE)


def test_a_group_is_headed_by_its_name_and_an_empty_one_is_not_drawn() -> None:
    text = text_of(WRITER.draw(REQUESTS))
    assert "Vandaag of te laat (2)" in text
    assert "Later (0)" not in text


def test_a_request_says_who_asks_what_when_and_where() -> None:
    text = paper_of(RIDE)
    assert "Vervoer · nr. 214 · in behandeling" in text
    assert "Rit naar het ziekenhuis en weer terug." in text
    assert "Waar: Elkerliek, ingang B" in text
    assert "Mevrouw T. van den Berg Kerkstraat 3 · 06 12345678 · belt liefst na 18 uur" in text
    assert "dringend ma 23 nov 13:30–16:00" in text


def test_a_request_without_a_volunteer_says_that_one_is_wanted_and_since_when() -> None:
    assert "zoekt vrijwilliger sinds za 14 nov, 9 dagen" in paper_of(RIDE)


def test_a_request_of_today_does_not_count_days() -> None:
    assert "sinds ma 23 nov" in paper_of(HEDGE)
    assert "dag" not in paper_of(HEDGE).split("sinds ma 23 nov")[1]


def test_a_matched_request_says_who_goes() -> None:
    text = paper_of(GROCERIES)
    assert "Đorđe Petrović 06 23456789" in text
    assert "zoekt vrijwilliger" not in text


def test_a_promise_that_was_not_kept_is_overdue_and_one_of_today_is_not() -> None:
    assert "Opvolgen: zo 22 nov te laat bellen of er iemand gevonden is" in paper_of(RIDE)
    assert "Opvolgen: ma 23 nov" in paper_of(GROCERIES)
    assert "te laat" not in paper_of(GROCERIES)


def test_a_day_that_is_past_is_called_so() -> None:
    assert "vr 20 nov datum is voorbij" in paper_of(GROCERIES)
    assert "datum is voorbij" not in paper_of(RIDE)


def test_a_last_day_counts_rather_than_the_first() -> None:
    row = replace(GROCERIES, needed_before=MONDAY)
    assert "datum is voorbij" not in paper_of(row)


def test_other_ways_to_say_when() -> None:
    assert "uiterlijk za 28 nov" in paper_of(HEDGE)
    assert "Wacht tot wo 25 nov" in paper_of(HEDGE)
    assert "elke donderdag" in paper_of(TABLET)
    assert "geen datum" in paper_of(replace(HEDGE, needed_before=None))


def test_a_folder_without_requests_says_so() -> None:
    text = paper_of()
    assert "0 open hulpvragen" in text
    assert "Er zijn geen open hulpvragen." in text


def test_a_long_list_goes_on_under_the_name_of_its_group() -> None:
    rows = tuple(replace(RIDE, number=number) for number in range(1000, 1040))
    group = RequestGroup("deze week", rows)
    pages = pages_of(WRITER.draw(replace(REQUESTS, groups=(group,))))
    assert len(pages) > 3
    assert all("Deze week (40), vervolg" in page for page in pages[1:])
    assert all(f"nr. {row.number} " in " ".join(pages).replace("\u00a0", " ") for row in rows)


def test_a_story_longer_than_a_page_is_there_to_its_end() -> None:
    story = " ".join(f"woord{number}" for number in range(1500))
    text = paper_of(replace(RIDE, what=story), HEDGE)
    assert all(word in text for word in story.split())
    assert "Heg snoeien" in text


def test_the_paper_says_what_to_do_with_it_later() -> None:
    assert "vernietig deze lijst als er een nieuwe is" in paper_of(RIDE)


def test_the_list_is_of_the_day_it_was_printed() -> None:
    assert "stand op 24-11-2026" in text_of(
        WRITER.draw(replace(REQUESTS, printed_on=date(2026, 11, 24)))
    )
