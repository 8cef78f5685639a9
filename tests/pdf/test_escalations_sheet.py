"""The escalations: for one reader, what was seen apart from what somebody thinks of it."""

from dataclasses import replace

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from dorpssteunpunt.services.overviews.papers import EscalationGroup, EscalationRow
from tests.pdf.examples import BRUISES, DECIDED, ESCALATIONS, SEALED, TOLD
from tests.pdf.reading import pages_of, text_of

WRITER = PdfSheetWriter()


def paper_of(*rows: EscalationRow) -> str:
    group = EscalationGroup("ingediend", rows)
    return text_of(WRITER.draw(replace(ESCALATIONS, groups=(group,))))


def test_every_page_is_confidential_and_says_for_whom() -> None:
    rows = tuple(replace(BRUISES, number=number) for number in range(30))
    group = EscalationGroup("ingediend", rows)
    pages = pages_of(WRITER.draw(replace(ESCALATIONS, groups=(group,))))
    assert len(pages) > 3
    for page in pages:
        assert "Escalaties" in page
        assert "vertrouwelijk, alleen voor Ine van Dijk" in page
        assert page.count("vertrouwelijk") == 2


def test_the_counts_by_state_come_first_and_name_empty_states() -> None:
    text = text_of(WRITER.draw(ESCALATIONS))
    assert "2 ingediend 0 gezien 1 besloten 1 teruggekoppeld 1 te laat" in text


def test_what_was_seen_stands_apart_from_what_is_thought_of_it() -> None:
    text = paper_of(BRUISES)
    assert "Gezien of gehoord Blauwe plekken op beide armen." in text
    assert "Wat de vrijwilliger ervan denkt Ik vertrouw het niet." in text


def test_an_escalation_says_about_whom_by_whom_and_until_when() -> None:
    text = paper_of(BRUISES)
    assert "dringend De heer Jansen · nr. 7 · ingediend" in text
    assert "ingediend door Els Smits, ma 23 nov 09:40 · bij hulpvraag 214" in text
    assert "Antwoord uiterlijk di 24 nov te laat" in text


def test_what_is_not_overdue_is_not_called_so() -> None:
    on_time = replace(BRUISES, is_overdue=False)
    assert "0 te laat" in paper_of(on_time)
    assert paper_of(on_time).count("te laat") == 1


def test_a_sealed_signal_shows_only_that_it_is_there() -> None:
    text = paper_of(SEALED)
    assert "gewoon nr. 9 · ingediend" in text
    assert "Verzegeld Uw sleutel opent dit signaal niet." in text
    assert "Gezien of gehoord" not in text


def test_a_decision_stands_with_its_reason_and_its_notes() -> None:
    text = paper_of(DECIDED)
    assert "gezien door Ine van Dijk, do 12 nov 16:00" in text
    assert "Vertrouwelijke notitie Gesproken met de huisarts. Ine van Dijk, vr 13 nov 09:00" in text
    assert "Besluit zelf opgepakt: Dit vraagt een gesprek thuis. Ine van Dijk" in text


def test_a_decision_the_desk_does_not_know_of_says_so() -> None:
    assert "Terugkoppeling aan de balie nog niet" in paper_of(DECIDED)
    told = paper_of(TOLD)
    assert "Terugkoppeling aan de balie Blijf gewoon langsgaan. Ine van Dijk" in told
    assert "nog niet" not in told
    assert "Terugkoppeling" not in paper_of(BRUISES)


def test_no_escalations_is_said() -> None:
    assert "Er zijn geen escalaties in deze periode." in paper_of()


def test_without_a_period_the_day_is_named() -> None:
    text = text_of(WRITER.draw(replace(ESCALATIONS, first=None, last=None)))
    assert "woensdag 25 november 2026" in text
    assert "zondag 1 t/m woensdag 25 november 2026" in text_of(WRITER.draw(ESCALATIONS))


def test_a_long_signal_goes_on_in_its_own_column_to_its_end() -> None:
    seen = " ".join(f"gezien{number}" for number in range(500))
    thought = " ".join(f"gedacht{number}" for number in range(900))
    text = paper_of(replace(BRUISES, observed=seen, interpretation=thought), SEALED)
    assert all(word in text for word in f"{seen} {thought}".split())
    assert "nr. 9" in text
