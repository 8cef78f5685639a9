"""A font for each character, its width, and a sign for what no font holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.pdf.fonts import REPLACEMENT, Face, clean_lines, runs_of, width_of

faces = st.sampled_from(Face)


@pytest.mark.parametrize("face", Face)
def test_ordinary_names_need_one_font(face: Face) -> None:
    (run,) = runs_of("Łukasz Şükrü Nguyễn Đorđe Zoë", face)
    assert run.font == face.font


@pytest.mark.parametrize("face", Face)
def test_signs_come_from_the_second_font(face: Face) -> None:
    fonts = [run.font for run in runs_of("a ☎ b", face)]
    assert fonts[0] == fonts[2] == face.font
    assert fonts[1].startswith("DejaVuSans")


def test_a_sign_that_only_the_last_font_holds_is_found_there() -> None:
    held = [run.font for sign in "☎▲ʼ\u0700" for run in runs_of(sign, Face.BOLD)]
    assert set(held) <= {"NotoSans-Bold", "DejaVuSans-Bold", "DejaVuSans"}


@given(st.text(), faces)
def test_every_text_can_be_drawn(text: str, face: Face) -> None:
    for line in clean_lines(text):
        drawn = "".join(run.text for run in runs_of(line, face))
        assert len(drawn) == len(line)
        assert all(now in (was, REPLACEMENT) for now, was in zip(drawn, line, strict=True))


@given(st.text(), faces)
def test_a_text_is_as_wide_as_its_runs(text: str, face: Face) -> None:
    for line in clean_lines(text):
        assert width_of(line, face) == pytest.approx(sum(run.width for run in runs_of(line, face)))


@given(st.text())
def test_lines_are_composed_and_hold_no_signs_without_a_shape(text: str) -> None:
    for line in clean_lines(text):
        assert "\t" not in line
        assert all(unicodedata.category(each) not in ("Cc", "Cf") for each in line)
        assert unicodedata.is_normalized("NFC", line) or REPLACEMENT not in line


def test_bold_is_wider_than_regular() -> None:
    assert width_of("Aanspreekpunt", Face.BOLD) > width_of("Aanspreekpunt", Face.REGULAR)
