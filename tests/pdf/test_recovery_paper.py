"""The recovery code: readable, in order, and plain about what it opens."""

from dataclasses import replace

import pytest

from dorpssteunpunt.pdf.writer import PdfSheetWriter
from tests.pdf.examples import CODE, RECOVERY, RECOVERY_OF_SUPPORTER
from tests.pdf.reading import pages_of, text_of, without_spaces

WRITER = PdfSheetWriter()


def test_the_groups_stand_in_order_with_their_numbers() -> None:
    text = text_of(WRITER.draw(RECOVERY))
    places = [text.index(f"{number} {group}") for number, group in enumerate(CODE, start=1)]
    assert places == sorted(places)


def test_the_paper_is_one_page_marked_secret() -> None:
    (page,) = pages_of(WRITER.draw(RECOVERY))
    assert "geheim" in page
    assert "niet bij de computer" in page


def test_the_code_of_the_support_point_opens_everything_but_signals() -> None:
    text = text_of(WRITER.draw(RECOVERY))
    assert "Herstelcode geheim van Dorpssteunpunt De Linde" in text
    opens, closed = text.split("Wat deze code niet opent")
    assert "Alle gegevens van het steunpunt" in opens
    assert "Signalen en vertrouwelijke notities" in closed


def test_the_code_of_the_supporter_opens_signals_but_not_the_support_point() -> None:
    text = text_of(WRITER.draw(RECOVERY_OF_SUPPORTER))
    assert "van Ine van Dijk, dorpsondersteuner" in text
    opens, closed = text.split("Wat deze code niet opent")
    assert "De signalen en vertrouwelijke notities" in opens
    assert "Het steunpunt zelf" in closed


@pytest.mark.parametrize("length", [1, 4, 12, 20, 60])
def test_groups_of_any_length_are_whole(length: int) -> None:
    groups = tuple("0123456789ABCDEFGHJK"[each:] * 4 for each in range(5))
    code = tuple(group[:length] for group in groups)
    text = without_spaces(text_of(WRITER.draw(replace(RECOVERY, code=code))))
    assert all(group in text for group in code)
