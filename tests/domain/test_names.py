"""Names keep what people typed, and sort, shorten and are found as the Dutch expect."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dorpssteunpunt.domain.names import (
    MissingName,
    PersonName,
    answers_to,
    fold,
    parse_name,
    wall_names,
)

PREFIXES = ["", "van", "van de", "van den", "van der", "van 't", "'t", "ter", "ten", "te", "de"]
PREFIXES += ["den", "der", "von", "von der", "la", "le", "du", "el", "al", "in 't", "op de"]
PREFIXES += ["op den", "uit den", "bij de", "aan het", "de la", "voor in 't", "v.d.", "vd"]

given_names = st.sampled_from(
    ["Jan", "Ria", "J.P.", "J. P.", "Anne-Marie", "Jan Willem", "Łukasz", "Şükrü", "Đorđe", "Zoë"]
)
surnames = st.sampled_from(
    ["Berg", "Jansen", "IJzerman", "d'Hondt", "Nguyễn", "Vries-van den Berg", "Smit - de Wit", "O"]
)
prefixes = st.sampled_from(PREFIXES)
dutch_names = st.builds(PersonName, given_names, prefixes, surnames)
names = st.builds(PersonName, given_names, prefixes, surnames, st.booleans())


@given(dutch_names)
def test_a_name_reads_back_from_how_it_is_said(name: PersonName) -> None:
    assert parse_name(name.full) == name


@given(dutch_names)
def test_a_name_reads_back_from_a_list(name: PersonName) -> None:
    assert parse_name(name.listing) == name


@given(dutch_names, st.sampled_from([str.upper, str.title, str.lower]))
def test_a_prefix_is_known_in_any_case(name: PersonName, cased: Callable[[str], str]) -> None:
    typed = f"{name.given_name} {cased(name.name_prefix)} {name.surname}"
    assert parse_name(typed).name_prefix.casefold() == name.name_prefix


@given(st.lists(st.text(st.characters(exclude_characters=","), min_size=1), min_size=1))
def test_reading_a_name_loses_no_letter(words: list[str]) -> None:
    text = " ".join(words)
    assume(text.strip())
    assert fold(parse_name(text).full) == fold(text)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Jan van den Berg", ("Jan", "van den", "Berg")),
        ("  Jan   van 't   Hof ", ("Jan", "van 't", "Hof")),
        ("Jan van ’t Hof", ("Jan", "van ’t", "Hof")),
        ("J.P. van Dam", ("J.P.", "van", "Dam")),
        ("Anna Jansen-de Vries", ("Anna", "", "Jansen-de Vries")),
        ("Anna Smit - Jansen", ("Anna", "", "Smit - Jansen")),
        ("Anna de Vries-van den Berg", ("Anna", "de", "Vries-van den Berg")),
        ("Karin Anne-Marie de Wit", ("Karin Anne-Marie", "de", "Wit")),
        ("Jan Willem Smit", ("Jan Willem", "", "Smit")),
        ("Berg, Jan van den", ("Jan", "van den", "Berg")),
        ("van Dam", ("", "van", "Dam")),
        ("De Vries", ("", "de", "Vries")),
        ("Jansen-de Vries", ("", "", "Jansen-de Vries")),
        ("Al Pacino", ("Al", "", "Pacino")),
        ("Zoë", ("Zoë", "", "")),
        ("Anna Te", ("Anna", "", "Te")),
    ],
)
def test_the_parts_of_a_name_are_told_apart(typed: str, parts: tuple[str, str, str]) -> None:
    assert parse_name(typed) == PersonName(*parts)


@pytest.mark.parametrize("typed", ["", "  ", ",", " , "])
def test_a_name_without_letters_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(MissingName) as refused:
        parse_name(typed, field="requester")
    assert refused.value.field == "requester"


def test_letters_are_stored_composed() -> None:
    assert PersonName("Zoe\u0308") == PersonName("Zoë")


def test_a_prefix_has_a_capital_only_without_a_given_name() -> None:
    name = PersonName("Jan", "van den", "Berg")
    assert name.full == "Jan van den Berg"
    assert name.formal("mevrouw") == "mevrouw Van den Berg"
    assert PersonName("", "van den", "Berg").full == "Van den Berg"
    assert PersonName("", "'t", "Hooft").full == "'t Hooft"


def test_who_has_only_a_given_name_is_addressed_by_it() -> None:
    assert PersonName("Fatma").formal("mevrouw") == "mevrouw Fatma"


def test_a_name_from_belgium_is_listed_under_its_prefix() -> None:
    assert PersonName("Jan", "van den", "Berg").listing == "Berg, Jan van den"
    belgian = PersonName("Jan", "Van den", "Berg", sorts_under_prefix=True)
    assert belgian.listing == "Van den Berg, Jan"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (PersonName("Ria", "van den", "Berg"), "Ria v.d. B."),
        (PersonName("Ria", "vd", "Berg"), "Ria v.d. B."),
        (PersonName("Ria", "v.d.", "Berg"), "Ria v.d. B."),
        (PersonName("Wim", "de", "Vries"), "Wim d. V."),
        (PersonName("Wim", "van 't", "Hof"), "Wim v.'t H."),
        (PersonName("Łukasz", "", "Nowak"), "Łukasz N."),
        (PersonName("Piet", "", "IJzerman"), "Piet IJ."),
        (PersonName("Jan", "", "d'Hondt"), "Jan d'H."),
        (PersonName("Fatma"), "Fatma"),
        (PersonName("", "van", "Dam"), "Van Dam"),
    ],
)
def test_the_wall_shows_the_given_name_and_an_initial(name: PersonName, shown: str) -> None:
    assert name.on_the_wall == shown


def test_people_who_would_look_alike_on_the_wall_get_more_letters() -> None:
    spoken = ["Els Smit", "Els Schouten", "Els Smits", "Els Smeets", "Els van Son", "Jan Smit"]
    shown = wall_names(map(parse_name, spoken))
    assert list(shown.values()) == [
        "Els Smit",
        "Els Sc.",
        "Els Smits",
        "Els Sme.",
        "Els v. S.",
        "Jan S.",
    ]


def test_prefixes_that_shorten_alike_are_told_apart_in_full() -> None:
    den, der = parse_name("Ria van den Berg"), parse_name("Ria van der Berg")
    assert wall_names([den, der]) == {den: den.full, der: der.full}


@given(st.lists(names, unique_by=lambda name: fold(name.full)))
def test_no_two_people_look_alike_on_the_wall(team: list[PersonName]) -> None:
    shown = wall_names(team)
    assert len({fold(label) for label in shown.values()}) == len(team)


@given(names, st.lists(names))
def test_who_stands_alone_on_the_wall_keeps_the_short_form(
    name: PersonName, team: list[PersonName]
) -> None:
    others = [other for other in team if other.given_name != name.given_name]
    assert wall_names([name, *others])[name] == name.on_the_wall


def test_the_dutch_order_ignores_prefix_case_and_accents() -> None:
    spoken = ["Jan de Boer", "Łukasz van den Berg", "lukas berg", "Anna Berg Smit", "Ria Bérg"]
    ordered = sorted(map(parse_name, spoken), key=lambda name: name.sort_key)
    assert [name.listing for name in ordered] == [
        "berg, lukas",
        "Berg, Łukasz van den",
        "Bérg, Ria",
        "Boer, Jan de",
        "Smit, Anna Berg",
    ]


@given(names, names)
def test_sort_keys_compare_part_by_part(one: PersonName, other: PersonName) -> None:
    assert (one.sort_key < other.sort_key) == (_parts(one) < _parts(other))


def _parts(name: PersonName) -> tuple[str, ...]:
    prefix = name.name_prefix if name.sorts_under_prefix else ""
    return (fold(f"{prefix} {name.surname}"), fold(name.given_name), fold(name.name_prefix))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Şükrü", "sukru"),
        ("Nguyễn", "nguyen"),
        ("Đorđe", "dorde"),
        ("Zoë", "zoe"),
        ("İpek Işık", "ipek isik"),
        ("Ærø", "aero"),
        ("Strauß", "strauss"),
        ("d’Hondt", "dhondt"),
        ("Jansen–de  Vries", "jansen de vries"),
        ("van\u00adDam", "vandam"),
    ],
)
def test_a_name_is_found_by_its_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_has_no_case_and_no_double_space(text: str) -> None:
    folded = fold(text)
    assert folded == folded.casefold()
    assert folded.split() == [word for word in folded.split(" ") if word]
    assert "  " not in folded


@pytest.mark.parametrize(
    "typed", ["Ria", "ria b", "ria v", "RIA VAN DEN BERG", "Ria v.d. B.", " ria  v.d.b"]
)
def test_who_types_a_name_in_any_length_is_found_by_the_name_on_the_wall(typed: str) -> None:
    assert answers_to("Ria v.d. B.", typed)


@pytest.mark.parametrize("typed", ["", "R", "Riet", "Ria de Wit", "Berg"])
def test_who_types_another_name_is_not(typed: str) -> None:
    assert not answers_to("Ria v.d. B.", typed)


@given(names)
def test_everybody_answers_to_their_own_full_name(name: PersonName) -> None:
    assert answers_to(name.on_the_wall, name.full)
