"""Dutch names: how they are read, written, shortened for the wall, sorted and searched."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dorpssteunpunt.base.errors import Refusal

# The common prefixes of table 36 (Voorvoegsels) of the Dutch registry of persons, and how people
# shorten them while typing.
_PREFIX_TABLE = """
's | 't | aan | aan 't | aan de | aan den | aan der | aan het | al | auf dem | auf den |
auf der | bij | bij 't | bij de | bij den | bij het | bin | d' | da | dal | dalla | das | de |
de l' | de la | de las | de le | de los | degli | dei | del | della | den | der | des | di |
dos | du | el | het | im | in | in 't | in de | in den | in der | in het | l' | la | las | le |
les | los | onder | onder 't | onder de | onder den | onder het | op | op 't | op de | op den |
op der | op gen | op het | op ten | over | over 't | over de | over den | te | ten | ter | tho |
thoe | thor | toe | tot | uijt | uijt de | uijt den | uit | uit 't | uit de | uit den |
uit het | uit ten | v.d. | v.d | v/d | van | van 't | van de | van de l' | van den | van der |
van gen | van het | van la | vd | vom | von | von dem | von den | von der | voor | voor 't |
voor de | voor den | voor in 't | zu | zum | zur
"""
_PREFIXES = frozenset(prefix.strip() for prefix in _PREFIX_TABLE.split("|"))
_LONGEST_PREFIX = max(len(prefix.split()) for prefix in _PREFIXES)
_PREFIXES_THAT_ARE_GIVEN_NAMES = frozenset({"Al", "Das", "Du", "El", "La", "Le"})

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
_LETTERS_WITHOUT_ACCENT = str.maketrans(
    {"ł": "l", "đ": "d", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
    | {"ŧ": "t", "ŋ": "n", "'": ""}
    | dict.fromkeys("-‐‑‒–—", " ")
)
_OPENING = re.compile(r"(?:\w['’])?(?:IJ|\w)")
"""The first letter of a surname: IJ counts as one, and d'Hondt opens with d'H."""


@dataclass(eq=False, repr=False)
class MissingName(Refusal):
    """Somebody has neither a given name nor a surname."""

    field: str = "name"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its Dutch parts, without surplus spaces; all its letters are composed (NFC).

    `name_prefix` is the tussenvoegsel. The Dutch sort ignores it; with `sorts_under_prefix` it
    counts, as people from Belgium expect. Raises `MissingName` without given name and surname.
    """

    given_name: str
    name_prefix: str = ""
    surname: str = ""
    sorts_under_prefix: bool = False

    def __post_init__(self) -> None:
        for part in ("given_name", "name_prefix", "surname"):
            object.__setattr__(self, part, _tidy(getattr(self, part)))
        if not (self.given_name or self.surname):
            raise MissingName

    @property
    def full(self) -> str:
        """The name as it is said: "Jan van den Berg"."""
        if not self.given_name:
            return self._family
        return _spaced(self.given_name, self.name_prefix, self.surname)

    @property
    def listing(self) -> str:
        """The name as in a list: "Berg, Jan van den", or "Van den Berg, Jan" under its prefix."""
        if not self.surname:
            return self.full
        if self.sorts_under_prefix:
            head, rest = self._family, self.given_name
        else:
            head, rest = self.surname, _spaced(self.given_name, self.name_prefix)
        return f"{head}, {rest}" if rest else head

    def formal(self, title: str = "") -> str:
        """Return the name as it is addressed: "mevrouw Van den Berg"."""
        return _spaced(title, self._family if self.surname else self.given_name)

    @property
    def on_the_wall(self) -> str:
        """The name as others may read it: "Ria v.d. B."; see `wall_names` for a whole team."""
        return _on_the_wall(self, letters=1)

    @property
    def sort_key(self) -> str:
        """What to sort by, character by character, to get the Dutch order.

        Two spaces stand between the parts: `fold` leaves none, so Berg comes before Berg Smit.
        """
        head = self.surname or self.given_name
        if self.sorts_under_prefix:
            head = _spaced(self.name_prefix, head)
        return "  ".join(map(fold, (head, self.given_name, self.name_prefix)))

    @property
    def _family(self) -> str:
        """The surname with its prefix, which has a capital when no given name stands before it."""
        family = _spaced(self.name_prefix, self.surname)
        return family[:1].upper() + family[1:]


def fold(text: str) -> str:
    """Return `text` as search and sort see it: "Łukasz Jansen-d'Hondt" is "lukasz jansen dhondt".

    Lower case without accents; apostrophes fall away, hyphens and runs of blanks are one space.
    Folding what is folded changes nothing.
    """
    folded = text.translate(_APOSTROPHES).casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded).casefold()
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(
            letter
            for letter in folded
            if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
        )
    return _spaced(*folded.translate(_LETTERS_WITHOUT_ACCENT).split())


def parse_name(text: str, field: str = "name") -> PersonName:
    """Return the parts of a name written as "Jan van den Berg" or "Berg, Jan van den".

    A first reading, which people can correct: the tussenvoegsel is known by its words, what comes
    before it is the given name; without one the last word (or double surname) is the surname, and
    a single word is a given name. Raises `MissingName` when there is nothing to read.
    """
    head, comma, rest = _tidy(text).partition(",")
    if comma:
        given_name, name_prefix = _split_listed(rest.split())
        parts = (given_name, name_prefix, head)
    else:
        parts = _split_spoken(head.split())
    try:
        return PersonName(*parts)
    except MissingName:
        raise MissingName(field) from None


def wall_names(names: Iterable[PersonName]) -> dict[PersonName, str]:
    """Return for each name how it stands on the wall, longer where two would look alike.

    Els Smit and Els Schouten are "Els Sm." and "Els Sc."; only people whose full names look alike
    stay alike.
    """
    letters = dict.fromkeys(names, 1)
    while True:
        shown = {name: _on_the_wall(name, count) for name, count in letters.items()}
        seen = Counter(map(_look, shown.values()))
        alike = [
            name for name in shown if seen[_look(shown[name])] > 1 and shown[name] != name.full
        ]
        if not alike:
            return shown
        for name in alike:
            letters[name] += 1


def short_names(names: Iterable[PersonName]) -> dict[PersonName, str]:
    """Return for each name the shortest by which these people are told apart at a glance.

    That is the given name; who shares it, or has none, is called as on the wall.
    """
    on_the_wall = wall_names(names)
    shared = Counter(_look(name.given_name) for name in on_the_wall)
    return {
        name: name.given_name if name.given_name and shared[_look(name.given_name)] == 1 else wall
        for name, wall in on_the_wall.items()
    }


def answers_to(on_the_wall: str, typed: str) -> bool:
    """Say whether somebody who types this may be who stands on the wall as "Ria v.d. B.".

    "Ria", "ria b" and "Ria van den Berg" all may; the surname decides as far as it was typed.
    """
    wall, words = _spelt(on_the_wall), _spelt(typed)
    if not words or words[0] != wall[0]:
        return False
    shown = wall[-1]
    begun = words == wall[: len(words)] or shown.startswith(words[-1])
    return begun or any(word.startswith(shown) for word in words[1:])


def _on_the_wall(name: PersonName, letters: int) -> str:
    """Return the given name and the first `letters` of the surname, in full when that is all."""
    opening = _OPENING.match(name.surname)
    shown = (opening.end() if opening else 1) + letters - 1
    if not name.given_name or shown >= len(name.surname):
        return name.full
    return _spaced(name.given_name, _shortened(name.name_prefix), f"{name.surname[:shown]}.")


def _spelt(name: str) -> list[str]:
    return fold(name.replace(".", ". ")).replace(".", "").split()


def _shortened(name_prefix: str) -> str:
    """Return "v.d." for "van den", "d." for "de", "v.'t" for "van 't"."""
    words = re.split(r"[\s./]+", name_prefix.lower().replace("vd", "v d"))
    return "".join(word if word[0] in "'’" else f"{word[0]}." for word in words if word)


def _look(label: str) -> str:
    """Return what a passer-by remembers of a name on the wall."""
    return fold(label).replace(".", "")


def _split_spoken(words: list[str]) -> tuple[str, str, str]:
    start, length = _surname_start(words)
    name_prefix = _spaced(*words[start : start + length])
    if start == 0:
        name_prefix = name_prefix.lower()  # its capital came from its place, not from the name
    return _spaced(*words[:start]), name_prefix, _spaced(*words[start + length :])


def _split_listed(words: list[str]) -> tuple[str, str]:
    """Return the given name and the prefix of what stands behind the comma of a list."""
    for start in range(len(words)):
        if _is_prefix(words[start:]):
            return _spaced(*words[:start]), _spaced(*words[start:])
    return _spaced(*words), ""


def _surname_start(words: list[str]) -> tuple[int, int]:
    """Return where prefix and surname begin, and how many words the prefix has."""
    for start, word in enumerate(words):
        if start == 0 and word in _PREFIXES_THAT_ARE_GIVEN_NAMES:
            continue
        length = _prefix_length(words[start:])
        if length or _opens_double_surname(words[start:]):
            return start, length
    return max(1, len(words) - 1), 0


def _prefix_length(words: list[str]) -> int:
    """Return how many of the first words are a prefix; at least one is left for the surname."""
    lengths = range(min(_LONGEST_PREFIX, len(words) - 1), 0, -1)
    return next((length for length in lengths if _is_prefix(words[:length])), 0)


def _is_prefix(words: list[str]) -> bool:
    return _spaced(*words).translate(_APOSTROPHES).casefold() in _PREFIXES


def _opens_double_surname(words: list[str]) -> bool:
    """Whether a surname such as "Jansen-de Vries" or "Jansen - Smit" begins here."""
    word, *following = words
    _, hyphen, second = word.rpartition("-")
    if not following or not (hyphen or following[0].startswith("-")):
        return False
    return not second or not hyphen or _prefix_length([second, *following]) > 0


def _tidy(text: str) -> str:
    return _spaced(*unicodedata.normalize("NFC", text).split())


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)
