"""What the words in a filled-in sheet mean: "ja", "liever niet", "alleen ochtend", "vakantie".

What is not in the lists here is never guessed: somebody is asked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dorpssteunpunt.domain.availability import AvailabilityLevel
from dorpssteunpunt.domain.names import fold


class Meaning(StrEnum):
    """What somebody says that a word in a sheet means."""

    PREFER = "prefer"
    CAN = "can"
    RATHER_NOT = "rather_not"
    CANNOT = "cannot"
    NOTHING = "nothing"

    @property
    def level(self) -> AvailabilityLevel | None:
        """How gladly; None when nothing was said."""
        return None if self is Meaning.NOTHING else AvailabilityLevel(self.value)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a cell says: a meaning, of all that the cell is about or of some day parts only."""

    meaning: Meaning
    parts: frozenset[int] = frozenset()


BLANK = ""
"""The word of an empty cell."""

_TICKS = frozenset({"x", "☒", "☑"})
TICK = "x"
"""A mark, which says yes in most sheets and no in some."""

_WORDS: Mapping[Meaning, str] = {
    Meaning.PREFER: "liever | liefst | graag | heel graag | voorkeur | bij voorkeur | prefer | "
    "preferred | gladly | ++",
    Meaning.CAN: "j | ja | y | yes | kan | kan wel | kan ook | wel | ok | oke | okay | can | "
    "beschikbaar | aanwezig | available | prima | goed | is goed | akkoord | + | 1 | v | ✓ | ✔ | √",
    Meaning.RATHER_NOT: "liever niet | als het moet | alleen als het moet | zo nodig | "
    "indien nodig | alleen in nood | rather not | if needed",
    Meaning.CANNOT: "n | nee | neen | no | niet | kan niet | cannot | cant | can not | "
    "niet beschikbaar | afwezig | niet aanwezig | not available | unavailable | vakantie | "
    "op vakantie | holiday | verlof | ziek | weg | verhinderd | helaas | helaas niet | 0 | ✗ | ✘",
    Meaning.NOTHING: "gesloten | closed | niet gevraagd | not asked | nvt | n.v.t. | n.v.t",
}
_KNOWN = {fold(word.strip()): meaning for meaning, row in _WORDS.items() for word in row.split("|")}
_ONLY = frozenset({"alleen", "enkel", "slechts", "only"})
_FILLERS = frozenset({"s", "de", "het", "in", "op", "dan", "the"})
_SHORTEST_PART = 3  # letters by which a day part is recognised
_BETWEEN = re.compile(r"\s*[,;/]\s*")


def word_of(text: str) -> str:
    """Return a text as the word that somebody is asked about: "Ja!" and "ja" are one."""
    folded = fold(text)
    return TICK if folded in _TICKS else folded.rstrip("!. ") or folded or text


def known_meaning(word: str) -> Meaning | None:
    """Return what a word means in every sheet, or None."""
    return _KNOWN.get(word)


@dataclass(frozen=True, slots=True)
class DaypartNames:
    """The day parts of a village by their ids, as people write them: "'s ochtends", "mid"."""

    names: Mapping[int, str]

    def named(self, text: str) -> int | None:
        """Return the day part that a text names, when it is just one."""
        words = [word for word in fold(text).split() if word not in _FILLERS]
        if len(words) != 1 or len(words[0]) < _SHORTEST_PART:
            return None
        found = [part for part, name in self.names.items() if _names(words[0], fold(name))]
        return found[0] if len(found) == 1 else None


def _names(word: str, name: str) -> bool:
    return name.startswith(word) or word == f"{name}s"


def phrase_answers(word: str, dayparts: DaypartNames) -> tuple[Answer, ...] | None:
    """Return what a phrase about day parts says, or None when it is no such phrase.

    "alleen ochtend" says that the rest of the day does not suit; "ochtend niet" says nothing of
    the rest. A later answer is about less, and counts where both say something.
    """
    answers: list[Answer] = []
    for clause in _BETWEEN.split(word):
        said = list(_clause(clause, dayparts))
        if not said:
            return None
        answers += said
    return tuple(answers)


def _clause(clause: str, dayparts: DaypartNames) -> Iterator[Answer]:
    parts, others = _split(clause.split(), dayparts)
    only = [word for word in others if word in _ONLY]
    meaning = known_meaning(" ".join(word for word in others if word not in _ONLY))
    if not parts or (others and meaning is None and others != only) or not others:
        return
    if only and meaning not in (Meaning.CANNOT, Meaning.RATHER_NOT):
        yield Answer(Meaning.CANNOT)
    yield Answer(meaning or Meaning.CAN, frozenset(parts))


def _split(words: Sequence[str], dayparts: DaypartNames) -> tuple[list[int], list[str]]:
    """Split words into the day parts they name and the other words that matter."""
    parts: list[int] = []
    others: list[str] = []
    for word in words:
        part = dayparts.named(word)
        if part is not None:
            parts.append(part)
        elif word not in _FILLERS and word not in ("en", "and"):
            others.append(word)
    return parts, others
