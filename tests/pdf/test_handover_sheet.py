"""The handover log: open actions first, originals untouched, and who read what."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import (
    Correction,
    EntryText,
    HandoverDay,
    HandoverEntry,
    Tone,
)
from tests.pdf.examples import FALL, HANDOVER, MONDAY, QUIET, at
from tests.pdf.reading import empty_boxes, pages_of, text_of

WRITER = PdfSheetWriter()


def paper_of(*entries: HandoverEntry) -> str:
    days = (HandoverDay(MONDAY, entries),)
    return text_of(WRITER.draw(replace(HANDOVER, days=days, open_actions=())))


def test_the_counts_come_first() -> None:
    text = text_of(WRITER.draw(HANDOVER))
    assert "2 berichten 0 dringend 1 door niemand bevestigd 2 open acties" in text


def test_what_was_urgent_and_is_no_longer_is_not_counted_as_urgent() -> None:
    assert "1 bericht 1 dringend" in paper_of(replace(FALL, corrections=()))
    assert "1 bericht 0 dringend" in paper_of(FALL)


def test_open_actions_stand_before_the_days() -> None:
    text = text_of(WRITER.draw(HANDOVER))
    assert text.index("Nog te doen") < text.index("Maandag 23 november 2026")
    assert "☐ Dochter bellen · bericht 41 Henk M. uiterlijk ma 23 nov te laat" in text
    assert "☐ Even langslopen nog niemand" in text


def test_each_part_of_an_entry_has_its_label() -> None:
    text = paper_of(FALL)
    assert "Situatie Mevrouw Jansen belde: haar man is gevallen." in text
    assert "Achtergrond Hij viel vorige week ook." in text
    assert "Inschatting Ik denk dat het thuis niet meer gaat." in text
    assert "Als – dan Belt ze weer? Dan meteen 112." in text


def test_parts_that_were_left_empty_are_not_named() -> None:
    text = paper_of(QUIET)
    assert "Achtergrond" not in text
    assert "Als – dan" not in text


def test_an_action_says_whether_it_is_done() -> None:
    text = paper_of(FALL)
    assert "Actie ☐ Dochter bellen · Henk M. · uiterlijk ma 23 nov" in text
    assert "Actie ☑ Huisarts inlichten · gedaan ma 23 nov · Ine v.D." in text


def test_when_it_happened_and_when_it_was_written_are_two_things() -> None:
    text = paper_of(FALL)
    assert "urgent 09:40 · hulpvraag 214 · bericht 41" in text
    assert "geschreven door Els Smits, ma 23 nov 12:15" in text


def test_what_was_written_at_once_says_the_time_once() -> None:
    entry = replace(QUIET, happened_at=at(23, 16, 0), written_at=at(23, 16, 0))
    assert paper_of(entry).count("16:00") == 1


def test_what_happened_on_another_day_says_which() -> None:
    assert "di 24 nov 16:00" in paper_of(QUIET)


def test_a_correction_shows_what_differs_below_the_untouched_original() -> None:
    text = paper_of(FALL)
    original = text.index("haar man is gevallen")
    corrected = text.index("Correctie door Ria van den Berg, ma 23 nov 13:10")
    assert original < corrected < text.index("haar man is gestruikeld")
    assert text.index("Later gecorrigeerd, zie hieronder.") < original
    after = text[corrected:]
    assert "Gebeurd ma 23 nov 09:30" in after
    assert "Niveau let op" in after
    assert "Achtergrond vervallen" in after
    assert "Inschatting" not in after


def test_a_second_correction_is_measured_against_the_first() -> None:
    first = FALL.corrections[0]
    second = Correction(
        happened_at=first.happened_at,
        written_at=at(24, 9, 0),
        written_by="Piet Janssen",
        text=replace(first.text, contingency="Bel eerst Ine."),
    )
    text = paper_of(replace(FALL, corrections=(first, second)))
    after = text[text.index("Correctie door Piet Janssen") :]
    assert "Als – dan Bel eerst Ine." in after
    assert "Situatie" not in after


def test_read_and_acknowledged_are_two_things() -> None:
    text = paper_of(FALL)
    assert "Bevestigd Henk Maas, ma 23 nov 13:05: “Gelezen, ik bel om half drie.”" in text
    assert "Gelezen Piet Janssen, ma 23 nov 14:00" in text
    assert "Nog door niemand bevestigd" not in text


def test_what_nobody_acknowledged_is_said() -> None:
    assert "Nog door niemand bevestigd." in paper_of(QUIET)
    only_read = replace(FALL, readings=FALL.readings[1:])
    assert "Nog door niemand bevestigd." in paper_of(only_read)


def test_a_period_without_entries_says_so() -> None:
    text = text_of(WRITER.draw(replace(HANDOVER, days=(), open_actions=())))
    assert "In deze periode is niets opgeschreven." in text
    assert "Nog te doen" not in text


def test_a_long_entry_says_on_the_next_page_which_one_goes_on() -> None:
    story = " ".join(f"woord{number}" for number in range(1200))
    long = replace(FALL, text=replace(FALL.text, situation=story, background=story))
    days = (HandoverDay(MONDAY, (long, QUIET)),)
    pages = pages_of(WRITER.draw(replace(HANDOVER, days=days, open_actions=())))
    assert len(pages) > 2
    assert all("Maandag 23 november 2026, vervolg" in page for page in pages[1:])
    assert "bericht 41, vervolg" in pages[1]
    assert all(word in pages[0] + pages[1] for word in story.split()[:500])


words = st.text("abcdefghiłşễđëABCŁŞĐ0123456789", min_size=1, max_size=12)
stories = st.lists(words, min_size=1, max_size=60).map(" ".join)
texts = st.builds(
    EntryText,
    level=st.just("let op"),
    tone=st.sampled_from(Tone),
    situation=stories,
    background=st.just("") | stories,
    assessment=st.just("") | stories,
    contingency=st.just("") | stories,
)
entries = st.builds(lambda text, about: replace(FALL, text=text, about=about), texts, stories)


@settings(max_examples=40)
@given(st.lists(entries, min_size=1, max_size=6))
def test_every_word_of_any_log_is_on_its_paper(log: list[HandoverEntry]) -> None:
    pdf = WRITER.draw(replace(HANDOVER, days=(HandoverDay(MONDAY, tuple(log)),)))
    text = text_of(pdf)
    for entry in log:
        told = entry.text
        said = (told.situation, told.background, told.assessment, told.contingency, entry.about)
        assert all(word in text for each in said for word in each.split())
    assert empty_boxes(pdf) == 0
