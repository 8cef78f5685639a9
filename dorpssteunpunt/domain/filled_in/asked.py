"""The words of a sheet whose meaning somebody has to say, and what each statement says then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorpssteunpunt.domain.filled_in.cells import Place
from dorpssteunpunt.domain.filled_in.reading import Statement
from dorpssteunpunt.domain.filled_in.words import (
    BLANK,
    TICK,
    Answer,
    DaypartNames,
    Meaning,
    known_meaning,
    phrase_answers,
)

Meanings = Mapping[str, Meaning]
"""What somebody said that words mean."""

_GLAD = frozenset({Meaning.PREFER, Meaning.CAN})


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word that means different things in different sheets; `likely` is how it is read mostly.

    Without a `likely` meaning it has to be chosen. The places are those of its cells.
    """

    word: str
    text: str
    places: Sequence[Place]
    likely: Meaning | None


def known_words(statements: Iterable[Statement]) -> Mapping[str, Meaning]:
    """Return the words in use that mean the same in every sheet, by how they are written."""
    found = {}
    for said in statements:
        meaning = known_meaning(said.word)
        if meaning is not None:
            found[said.text.casefold()] = meaning
    return found


def asked_words(statements: Sequence[Statement], dayparts: DaypartNames) -> Sequence[AskedWord]:
    """Return the words to ask about, those that have to be chosen first.

    A mark means yes where no other word does. An empty cell says nothing, if nobody objects; in
    a column for one answer it always says nothing.
    """
    by_word: dict[str, list[Statement]] = defaultdict(list)
    for said in statements:
        if _is_asked(said, dayparts):
            by_word[said.word].append(said)
    says_yes = any(known_meaning(said.word) in _GLAD for said in statements)
    asked = [
        AskedWord(
            word, all_said[0].text, [said.place for said in all_said], _likely(word, says_yes)
        )
        for word, all_said in by_word.items()
    ]
    return sorted(asked, key=lambda one: (one.likely is not None, one.word == BLANK))


def _likely(word: str, says_yes: bool) -> Meaning | None:
    if word == BLANK:
        return Meaning.NOTHING
    return Meaning.CAN if word == TICK and not says_yes else None


def _is_asked(said: Statement, dayparts: DaypartNames) -> bool:
    if said.meaning is not None and said.word in (BLANK, TICK):
        return False
    if known_meaning(said.word) is not None:
        return False
    is_of_day = said.daypart_id is None and said.start is None
    return not (is_of_day and phrase_answers(said.word, dayparts))


def answers_of(said: Statement, meanings: Meanings, dayparts: DaypartNames) -> Iterator[Answer]:
    """Yield what a statement says; nothing when it says nothing, or its word was not explained."""
    meaning = known_meaning(said.word) or meanings.get(said.word)
    if said.meaning is not None:
        meaning = _in_column(said.meaning, said.word, meaning)
    if meaning is not None:
        if meaning is not Meaning.NOTHING:
            yield Answer(meaning)
    elif said.daypart_id is None and said.start is None:
        yield from phrase_answers(said.word, dayparts) or ()


def _in_column(of_column: Meaning, word: str, meaning: Meaning | None) -> Meaning:
    """Return what a word says in a column for one answer, such as an x under "kan niet"."""
    if word == TICK or meaning in _GLAD:
        return of_column
    is_no = meaning is Meaning.CANNOT and of_column is Meaning.CAN
    return Meaning.CANNOT if is_no else Meaning.NOTHING
