"""Lines are broken where they reach a width, and nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.pdf.fonts import Face, clean_lines
from dorpssteunpunt.pdf.portrait import after
from dorpssteunpunt.pdf.text import Boxed, Line, Span, Style, boxed, wrap

STYLE = Style(10)
BOLD = Style(12, Face.BOLD)

# Wide enough for the widest single character at 12 points.
widths = st.floats(min_value=30, max_value=400)
texts = st.text(st.characters(max_codepoint=0x24F), max_size=200)
spans = st.lists(st.builds(Span, texts, st.sampled_from([STYLE, BOLD])), max_size=5)


def text_of(line: Line) -> str:
    return "".join(span.text for span in line.spans)


def lines(text: str, width: float) -> list[str]:
    return [text_of(line).rstrip() for line in wrap([Span(text, STYLE)], width)]


@given(spans.filter(bool), widths)
def test_no_line_is_wider_than_its_column(text: list[Span], width: float) -> None:
    assert all(line.width <= width + 0.001 for line in wrap(text, width))


def test_a_space_that_does_not_break_counts_for_the_width_of_a_torn_word() -> None:
    assert all(line.width <= 30 for line in wrap([Span("0000000:Æ\u00a0", STYLE)], 30))


@pytest.mark.parametrize("width", range(90, 300, 15))
def test_no_line_begins_with_the_dot_between_two_parts(width: int) -> None:
    words = "Administratie en formulieren" + after("nr. 116", "zoekt vrijwilliger")
    assert not [line for line in lines(words, width) if line.startswith("·")]


@given(texts, widths)
def test_every_character_is_on_one_of_the_lines(text: str, width: float) -> None:
    drawn = "".join(text_of(line) for line in wrap([Span(text, STYLE)], width))
    assert drawn == "".join(clean_lines(text))


@given(st.lists(st.sampled_from(["aan", "de", "deur", "gezien"]), min_size=1))
def test_words_that_fit_a_line_are_never_broken(words: list[str]) -> None:
    drawn = wrap([Span(" ".join(words), STYLE)], 60)
    assert not any(line.is_torn for line in drawn)
    assert " ".join(text_of(line).strip() for line in drawn).split() == words


def test_a_word_that_fits_no_line_is_broken_and_says_so() -> None:
    drawn = wrap([Span("een donaudampfschifffahrtsgesellschaft", STYLE)], 60)
    assert any(line.is_torn for line in drawn)
    assert not drawn[0].is_torn


def test_a_double_name_breaks_after_its_hyphen() -> None:
    assert lines("Wit-Oosterhuis", 60) == ["Wit-", "Oosterhuis"]


@pytest.mark.parametrize("whole", ["09-11-2026", "06-12345678"])
def test_a_figure_does_not_break_at_its_hyphen(whole: str) -> None:
    assert lines(f"op de dag {whole}", 65)[-1] == whole


def test_ends_of_lines_and_empty_lines_are_kept() -> None:
    drawn = wrap([Span("een\n\ntwee", STYLE)], 100)
    assert [text_of(line) for line in drawn] == ["een", "", "twee"]
    assert len({line.height for line in drawn}) == 1


def test_a_word_in_two_styles_stays_whole() -> None:
    drawn = wrap([Span("aan de ", STYLE), Span("zij", BOLD), Span("deur", STYLE)], 60)
    assert [text_of(line).strip() for line in drawn] == ["aan de", "zijdeur"]


def test_lines_that_go_on_are_set_in() -> None:
    first, *rest = wrap([Span("Wilhelmina van der Berg", STYLE)], 60, hang=8)
    assert first.indent == 0
    assert {line.indent for line in rest} == {8}


def test_nothing_is_one_empty_line() -> None:
    (line,) = wrap([Span("", STYLE)], 100)
    assert line.height == STYLE.height


@given(texts, widths)
def test_a_box_is_never_wider_than_its_column(text: str, width: float) -> None:
    assert boxed(text, STYLE, width).width <= width + 0.001


def test_a_box_knows_that_a_word_in_it_is_broken() -> None:
    assert boxed("donaudampfschifffahrt", STYLE, 50).is_torn
    assert isinstance(boxed("nodig", STYLE, 50), Boxed)
    assert not boxed("nodig", STYLE, 50).is_torn
