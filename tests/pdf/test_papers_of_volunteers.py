"""The papers for and about volunteers: a day, own shifts, gaps, forms and hours."""

from dataclasses import replace
from datetime import date, timedelta

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import Contact, Overview
from tests.pdf.reading import outline_of, pages_of, text_of, without_spaces
from tests.pdf.roster_examples import (
    ATTENDANCE,
    DAY,
    DONE,
    FORMS,
    GAPS,
    LONG_NAMES,
    MONTH_FORMS,
    OWN_SHIFT,
    PERSONAL,
    REMINDERS,
)

WRITER = PdfSheetWriter()


def said(overview: Overview) -> str:
    return text_of(WRITER.draw(overview))


# ---------------------------------------------------------------- the day at the desk


def test_a_day_sheet_says_who_is_there_and_how_to_reach_them() -> None:
    text = said(DAY)
    assert "maandag 23 november 2026" in text
    assert "Ria van den Berg (aanspreekpunt) 06 12345678" in text
    assert "Zoë Kuipers (invaller) 0493 123 457" in text
    assert "Đorđe Petrović komt niet Griep" in text


def test_a_day_sheet_says_what_a_shift_lacks() -> None:
    text = said(DAY)
    assert "1 van 2 – nog 1 nodig" in text
    assert "geen aanspreekpunt" in text


def test_a_day_sheet_has_the_requests_of_the_day_and_is_for_the_desk_only() -> None:
    text = said(DAY)
    assert "Rit naar het ziekenhuis" in text
    assert "alleen voor de balie" in text
    assert "Nog te doen van eerdere dagen" not in text
    late = replace(DAY, overdue=DAY.requests)
    assert "Nog te doen van eerdere dagen (1)" in said(late)


def test_a_day_without_anything_says_so() -> None:
    text = said(replace(DAY, shifts=(), requests=()))
    assert "De balie is dicht" in text
    assert "Geen hulpvragen voor deze dag." in text


# ---------------------------------------------------------------- whom to call


def test_the_list_to_call_by_has_numbers_shifts_and_boxes_to_tick() -> None:
    text = said(REMINDERS)
    assert "23–30 november 2026" in text
    assert "Els Smeets 06 46370434 Liefst na vijf uur" in text
    assert "di 24 nov Ochtend 09:00–12:30, aanspreekpunt" in text
    assert text.count("☐ komt") == text.count("☐ kan niet") == 2
    assert text.count("☐ voicemail") == 3
    assert "voicemail ingesproken, nog niet bevestigd (Ria van den Berg, 23 nov)" in text
    assert "alleen voor de balie" in text


def test_who_lost_a_shift_is_told_why_and_asked_nothing() -> None:
    text = said(REMINDERS)
    assert "Niet meer: De verwarming is stuk" in text
    assert "☐ weet het" in text
    assert "geen nummer op papier" in text


def test_a_list_with_nobody_on_it_says_so() -> None:
    assert "Er is niemand om te bellen." in said(replace(REMINDERS, people=()))


def test_sixty_people_with_long_names_are_all_called() -> None:
    (first, *_others) = REMINDERS.people
    crowd = replace(REMINDERS, people=tuple(replace(first, name=name) for name in LONG_NAMES))
    whole = without_spaces(said(crowd))
    assert [name for name in LONG_NAMES if without_spaces(name) not in whole] == []


# ---------------------------------------------------------------- own shifts


def test_everybody_has_pages_of_their_own() -> None:
    pages = pages_of(WRITER.draw(PERSONAL))
    assert [("Els Smeets" in page, "Đorđe Petrović" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]
    assert all("bladzijde 1 van 1" in page for page in pages)
    assert outline_of(WRITER.draw(PERSONAL)) == [
        "Rooster van Els Smeets",
        "Rooster van Đorđe Petrović",
    ]


def test_own_shifts_say_when_how_long_and_with_whom() -> None:
    text = said(PERSONAL)
    assert "2 diensten, 7 uur" in text
    assert "vr 27 nov Ochtend 09:00–12:30 u bent aanspreekpunt Zoë K." in text
    assert "nog niemand" in text
    assert "als invaller" in text
    assert "U hebt geen diensten in deze dagen." in text


def test_own_shifts_say_what_is_not_certain_and_what_changed() -> None:
    text = said(PERSONAL)
    assert "nog niet zeker" in text
    assert "▲ gewijzigd 21-11" in text
    sure = replace(PERSONAL, rosters=(replace(PERSONAL.rosters[0], shifts=(OWN_SHIFT,)),))
    assert "zeker" not in said(sure)


def test_own_shifts_say_which_are_gone_and_why() -> None:
    text = said(PERSONAL)
    assert "Deze diensten hebt u niet meer:" in text
    assert "di 1 dec Middag 13:00–16:30: De verwarming is stuk" in text
    kept = replace(PERSONAL, rosters=PERSONAL.rosters[:1])
    assert "niet meer" not in said(kept)


def test_own_shifts_count_real_hours_when_the_clock_changes() -> None:
    night = replace(OWN_SHIFT, day=date(2026, 10, 25), length=timedelta(hours=4, minutes=30))
    paper = replace(PERSONAL, rosters=(replace(PERSONAL.rosters[0], shifts=(night,)),))
    assert "1 dienst, 4,5 uur" in said(paper)


def test_own_shifts_give_the_phone_of_the_coordinator_or_else_of_the_support_point() -> None:
    assert "Bel Mieke C., 06 12345678." in said(PERSONAL)
    without = said(replace(PERSONAL, when_absent=Contact("Mieke C.")))
    assert "Geef het door aan Mieke C." in without
    assert "Het steunpunt is te bereiken op 0493 123 456." in without


# ---------------------------------------------------------------- gaps


def test_each_gap_has_whom_to_ask_with_reasons_for_and_against() -> None:
    text = said(GAPS)
    assert "Dinsdag 24 november, Middag" in text
    assert "13:00–16:30 · 1 van 2 · met Els Smeets · afgemeld: Zoë Kuipers" in text
    assert "Voor: komt dan graag, 1 van 3 diensten deze week" in text
    assert "Tegen: kan dan niet" in text
    assert "Er kunnen nog 3 vrijwilligers" in text
    assert "Niemand kan dan." in text


def test_a_gap_tells_who_was_asked_already_and_what_they_said() -> None:
    text = said(GAPS)
    assert "Al gevraagd: Đorđe Petrović (zegt nee, zo 22 nov 19:15)" in text
    assert text.count("Al gevraagd") == 1
    assert "belt terug, ma 23 nov" in text


def test_a_vacant_standing_place_is_another_gap_than_somebody_away() -> None:
    once, *_others = GAPS.gaps
    assert "vaste plek vrij" not in said(GAPS)
    assert "vaste plek vrij" in said(replace(GAPS, gaps=(replace(once, is_structural=True),)))


def test_only_who_agreed_has_a_number_among_the_people_to_ask() -> None:
    text = said(GAPS)
    assert "Fatma Şahin 06 46370434" in text
    assert "Piet Jansen geen nummer op papier" in text


def test_a_roster_without_gaps_says_so() -> None:
    assert "Elke dienst is vol." in said(replace(GAPS, gaps=()))


# ---------------------------------------------------------------- forms


def test_a_form_asks_each_open_day_part_and_ticks_what_is_known() -> None:
    text = said(FORMS)
    assert "Naam: Els Smeets" in text
    assert "in een gewone week" in text
    assert text.count("☒ liever") == 6
    assert text.count("☐ kan niet") == 12
    assert text.count("gesloten") == 6
    assert "nu afgesproken: 2" in text


def test_a_blank_form_leaves_the_name_open_and_ticks_nothing() -> None:
    (form,) = FORMS.forms
    days = tuple(
        replace(day, parts=tuple(part and replace(part, answer=None) for part in day.parts))
        for day in form.days
    )
    text = said(replace(FORMS, forms=(replace(form, name="", days=days, per_week=None),)))
    assert "Naam: …" in text
    assert "☒" not in text
    assert "aangekruist" not in text


def test_a_form_of_a_month_has_a_line_for_each_day_on_one_page() -> None:
    blank, known = pages_of(WRITER.draw(MONTH_FORMS))
    assert "december 2026" in blank
    assert "Naam: Đorđe Petrović" in known
    for day in ("di 1 dec", "do 31 dec"):
        assert day in known
    assert known.count("☒") == 31
    assert known.count("☐") == 31 * 7


def test_a_form_with_many_day_parts_lies_on_its_side() -> None:
    parts = ("Vroeg", "Ochtend", "Middag", "Avond", "Laat")
    asked = MONTH_FORMS.forms[0].days[0].parts[0]
    forms = replace(
        MONTH_FORMS,
        dayparts=parts,
        forms=tuple(
            replace(form, days=tuple(replace(day, parts=(asked,) * 5) for day in form.days))
            for form in MONTH_FORMS.forms
        ),
    )
    text = said(forms)
    assert [part for part in parts if part not in text] == []
    assert text.count("☒") == 2 * 31 * 5


# ---------------------------------------------------------------- hours


def test_hours_are_those_that_were_noted_and_the_paper_says_so() -> None:
    text = said(ATTENDANCE)
    assert "ma 2 nov Ochtend 09:00–12:30" in text
    assert "ma 9 nov Ochtend 09:00–12:30 (invaller)" in text
    assert "Uren tellen voor zover is genoteerd wie er was." in text


def test_who_was_late_says_so_and_counts_for_less() -> None:
    text = said(ATTENDANCE)
    assert "wo 4 nov Ochtend 09:00–12:30 30 minuten te laat: Bus gemist" in text
    assert "3 diensten, 10 uur" in text


def test_what_is_not_noted_does_not_count_and_is_said() -> None:
    text = said(ATTENDANCE)
    assert "Nog niet genoteerd: 1 beurt, 3,5 uur." in text
    assert "wo 18 nov Ochtend 09:00–12:30 nog niet genoteerd" in text
    (first, *_others) = ATTENDANCE.volunteers
    noted = replace(ATTENDANCE, volunteers=(replace(first, done=(DONE,)),))
    assert "nog niet" not in said(noted).lower()


def test_absences_stand_beside_with_their_reason() -> None:
    text = said(ATTENDANCE)
    assert "ma 16 nov Middag afgemeld: Griep" in text
    assert "di 17 nov Avond niet gekomen: Vergeten" in text
    assert "0 diensten, 0 uur" in text


def test_a_shift_across_a_clock_change_says_its_real_length() -> None:
    night = replace(DONE, day=date(2026, 10, 25), length=timedelta(hours=4, minutes=30))
    (first, *_others) = ATTENDANCE.volunteers
    text = said(replace(ATTENDANCE, volunteers=(replace(first, done=(night,)),)))
    assert "zo 25 okt Ochtend 09:00–12:30 (4,5 uur)" in text
    assert "(3,5 uur)" not in said(ATTENDANCE)


def test_sixty_people_with_long_names_all_get_their_line() -> None:
    (first, *_others) = ATTENDANCE.volunteers
    crowd = replace(ATTENDANCE, volunteers=tuple(replace(first, name=name) for name in LONG_NAMES))
    whole = without_spaces(said(crowd))
    assert [name for name in LONG_NAMES if without_spaces(name) not in whole] == []
