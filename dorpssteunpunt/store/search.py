"""The search index: folded words of people, requests and entries in one full-text table.

A row's id says what it is about: the id of the record times eight, plus the number of its room
(`Subject`), so that an entry is replaced without being looked for.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    SQLColumnExpression,
    Text,
    column,
    select,
    table,
    text,
    true,
)

from dorpssteunpunt.domain.names import fold

SHORTEST_PREFIX = 2
"""One typed letter matches half the village and is slow: searching starts at two."""


class Subject(IntEnum):
    """What a row of the index is about."""

    PERSON = 0
    HELP_REQUEST = 1
    HANDOVER_ENTRY = 2


_index = table("search", column("rowid", Integer), column("words", Text))


def index(connection: Connection, subject: Subject, record_id: int, *words: str) -> None:
    """Put a record in the index with these words, in place of what stood there."""
    index_many(connection, subject, [(record_id, words)])


def index_many(
    connection: Connection, subject: Subject, records: Iterable[tuple[int, Collection[str]]]
) -> None:
    """Put records in the index, each id with its words, in place of what stood there."""
    rows = [
        {"row": record_id * 8 + subject, "words": fold(" ".join(words))}
        for record_id, words in records
    ]
    if rows:
        connection.execute(text("DELETE FROM search WHERE rowid = :row"), rows)
        connection.execute(text("INSERT INTO search (rowid, words) VALUES (:row, :words)"), rows)


def forget(connection: Connection, subject: Subject, record_id: int) -> None:
    """Take a record out of the index."""
    connection.execute(
        text("DELETE FROM search WHERE rowid = :row"), {"row": record_id * 8 + subject}
    )


def match_expression(typed: str) -> str:
    """Return the full-text expression for what was typed: every word begins a word.

    A phone number is found however its digits are grouped. Empty when nothing long enough was
    typed; quotes and operators have no meaning.
    """
    words = "".join(c if c.isalnum() else " " for c in fold(typed)).split()
    if sum(map(len, words)) < SHORTEST_PREFIX:
        return ""
    ways = [words]
    if (together := _numbers_together(words)) != words:
        ways.append(together)
    return " OR ".join(" ".join(f'"{word}"*' for word in way) for way in ways)


def _numbers_together(words: Sequence[str]) -> list[str]:
    """Return the words with the groups of a number that begins with 0 written as one."""
    together: list[str] = []
    for word in words:
        if word.isdigit() and together and together[-1].isdigit() and together[-1][0] == "0":
            together[-1] += word
        else:
            together.append(word)
    return together


def is_found(
    record_id: SQLColumnExpression[int], subject: Subject, typed: str
) -> ColumnElement[bool]:
    """Return the condition that a record matches what was typed; nothing typed matches all."""
    expression = match_expression(typed)
    if not expression:
        return true()
    matching = select(_index.c.rowid.bitwise_rshift(3)).where(
        _index.c.words.match(expression), _index.c.rowid.bitwise_and(7) == int(subject)
    )
    return record_id.in_(matching)


def find(connection: Connection, typed: str, limit: int) -> Sequence[tuple[Subject, int]]:
    """Return what matches, newest first within each subject, people before the rest."""
    expression = match_expression(typed)
    if not expression:
        return []
    found: list[tuple[Subject, int]] = []
    for subject in Subject:
        rows = connection.execute(
            text(
                "SELECT rowid >> 3 FROM search WHERE words MATCH :typed AND rowid & 7 = :subject "
                "ORDER BY rowid DESC LIMIT :limit"
            ),
            {"typed": expression, "subject": int(subject), "limit": limit},
        )
        found.extend((subject, record_id) for (record_id,) in rows)
    return found
