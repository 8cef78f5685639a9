"""The look: readable contrast in every palette, and a text size that reaches everything."""

from itertools import product

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dorpssteunpunt.ui.kit.buttons import primary, secondary
from dorpssteunpunt.ui.kit.fields import CheckBox, TextField
from dorpssteunpunt.ui.kit.icons import icon
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.palettes import PALETTES, PART_PAIRS, TEXT_PAIRS, Mode
from dorpssteunpunt.ui.kit.theme import apply_theme, em, px, theme
from dorpssteunpunt.ui.kit.tones import Tone


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` by WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("mode", "pair"), list(product(Mode, TEXT_PAIRS)))
def test_text_is_readable_on_every_ground_it_stands_on(mode: Mode, pair: tuple[str, str]) -> None:
    ink, ground = (PALETTES[mode].colour(name) for name in pair)
    assert contrast(ink, ground) >= 7


@pytest.mark.parametrize(("mode", "pair"), list(product(Mode, PART_PAIRS)))
def test_parts_are_told_apart_from_their_ground(mode: Mode, pair: tuple[str, str]) -> None:
    part, ground = (PALETTES[mode].colour(name) for name in pair)
    assert contrast(part, ground) >= 3


def test_the_pairs_cover_every_tone_of_a_tag() -> None:
    assert {(tone.ink, tone.ground) for tone in Tone} <= set(TEXT_PAIRS)


def test_each_tone_has_a_sign_of_its_own() -> None:
    assert len({tone.icon_name for tone in Tone}) == len(Tone)


def test_body_text_is_never_under_twelve_points(app: QApplication) -> None:
    assert app.font().pointSizeF() >= 12
    for kind in ("title", "heading", "strong", "body", "second", "error"):
        label = Text("Vandaag", kind)
        label.ensurePolished()
        assert label.font().pointSizeF() >= 12, kind


def test_a_window_that_is_open_grows_with_the_text_at_once(app: QApplication, qtbot: QtBot) -> None:
    window = QLabel("Hulpvragen")
    column = Column(window, gap=8, margin=16)
    button = column.add(primary("Opslaan"))
    qtbot.addWidget(window)
    window.show()
    before = button.sizeHint().height()
    apply_theme(app, Mode.LIGHT, 200)
    assert window.font().pointSizeF() == pytest.approx(24)
    assert button.sizeHint().height() == 2 * before
    assert column.spacing() == 16
    assert column.contentsMargins().left() == 32


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_what_can_be_pressed_is_large_enough_to_hit(app: QApplication, percent: int) -> None:
    apply_theme(app, Mode.LIGHT, percent)
    field = TextField("name", "Naam")
    for widget, height in (
        (primary("Opslaan"), 44),
        (secondary("Wijzigen", dense=True), 36),
        (field.control, 44),
        (CheckBox("Toestemming"), 44),
    ):
        widget.ensurePolished()
        assert widget.sizeHint().expandedTo(widget.minimumSize()).height() >= px(height) - 1


def test_the_text_size_stays_between_its_bounds(app: QApplication) -> None:
    apply_theme(app, Mode.LIGHT, 500)
    assert theme().percent == 200
    apply_theme(app, Mode.LIGHT, 20)
    assert theme().percent == 100


def test_widths_are_told_in_heights_of_the_text(app: QApplication) -> None:
    assert em(1600) == pytest.approx(100)
    apply_theme(app, Mode.LIGHT, 200)
    assert em(1600) == pytest.approx(50)


def test_icons_wear_the_colours_of_the_palette(app: QApplication) -> None:
    apply_theme(app, Mode.CONTRAST, 100)
    image = icon("square", "accent", 40).pixmap(40, 40).toImage()
    inks = {
        image.pixelColor(x, 20).name() for x in range(40) if image.pixelColor(x, 20).alpha() == 255
    }
    assert inks == {PALETTES[Mode.CONTRAST].accent.lower()}


def test_a_missing_icon_is_not_passed_over(app: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_the_fonts_come_with_the_program(app: QApplication) -> None:
    assert app.font().families() == ["Noto Sans", "DejaVu Sans"]


def test_text_given_to_a_label_is_never_markup(app: QApplication) -> None:
    label = Text("<b>Jan</b>")
    plain = Text("(b)Jan(/b)")
    assert label.sizeHint().width() > plain.sizeHint().width() * 0.9
