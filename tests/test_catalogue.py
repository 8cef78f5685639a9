"""The Dutch catalogue is whole: nothing missing, fuzzy, left over or broken."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dorpssteunpunt"
LOCALE = ROOT / "resources" / "locale"

Fault = Callable[[Catalog, set[str]], list[str]]


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "dorpssteunpunt.po"


def _read(language: str) -> Catalog:
    with _po(language).open("rb") as file:
        return read_po(file, locale=language)


@cache
def _said_in_code() -> frozenset[str]:
    """The message of every `_()` and the singular of every `ngettext()` in the program."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")])
    return frozenset(_key(message[2]) for message in found)


def _forms(text: Any) -> tuple[str, ...]:
    """The forms of a message or translation: one, or singular and plural."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _key(msgid: Any) -> str:
    return _forms(msgid)[0]


def _entries(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def missing(catalogue: Catalog, said: set[str]) -> list[str]:
    translated = {_key(m.id) for m in _entries(catalogue) if all(_forms(m.string))}
    return sorted(said - translated)


def left_over(catalogue: Catalog, said: set[str]) -> list[str]:
    return sorted({_key(message.id) for message in _entries(catalogue)} - said)


def fuzzy(catalogue: Catalog, _said: set[str]) -> list[str]:
    return [_key(message.id) for message in _entries(catalogue) if message.fuzzy]


def placeholders_broken(catalogue: Catalog, _said: set[str]) -> list[str]:
    return [_key(message.id) for message in _entries(catalogue) if not _placeholders_fit(message)]


def _placeholders_fit(message: Message) -> bool:
    """The last form holds what its message holds; a singular may hold its count or not."""
    asked = [_placeholders(text) for text in _forms(message.id)]
    given = [_placeholders(text) for text in _forms(message.string)]
    return given[-1] == asked[-1] and all(asked[0] <= some <= asked[-1] for some in given[:-1])


def _placeholders(text: str) -> frozenset[str]:
    """The names between braces; a text that cannot be formatted has itself for a name."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({text})


FAULTS: list[Fault] = [missing, left_over, fuzzy, placeholders_broken]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_no_dutch_entry_is(fault: Fault) -> None:
    assert fault(_read("nl"), set(_said_in_code())) == []


@pytest.mark.parametrize("fault", [left_over, fuzzy, placeholders_broken])
def test_no_english_entry_is(fault: Fault) -> None:
    assert fault(_read("en"), set(_said_in_code())) == []


def _with(msgid: Any, string: Any, *, fuzzy: bool = False) -> Catalog:
    catalogue = Catalog(locale="nl")
    catalogue.add(msgid, string, flags=("fuzzy",) if fuzzy else ())
    return catalogue


DAYS = ("{n} day of {name}", "{n} days of {name}")


@pytest.mark.parametrize(
    ("fault", "catalogue"),
    [
        (missing, _with("Goodbye", "Tot ziens")),
        (missing, _with("Hello", "")),
        (missing, _with(("Hello", "Hellos"), ("Hallo", ""))),
        (left_over, _with("Goodbye", "Tot ziens")),
        (fuzzy, _with("Hello", "Hallo", fuzzy=True)),
        (placeholders_broken, _with("Hello {name}", "Hallo {naam}")),
        (placeholders_broken, _with("Hello {name}", "Hallo")),
        (placeholders_broken, _with("Hello", "Hallo {name}")),
        (placeholders_broken, _with("Hello {name}", "Hallo {name")),
        (placeholders_broken, _with(DAYS, ("{n} dag van {name}", "{n} dagen"))),
    ],
)
def test_a_fault_is_seen(fault: Fault, catalogue: Catalog) -> None:
    assert fault(catalogue, {"Hello"}) != []


def test_one_may_be_said_without_a_figure() -> None:
    days = ("one day of {name}", "{n} days of {name}")
    dutch = _with(days, ("één dag van {name}", "{n} dagen van {name}"))
    assert placeholders_broken(dutch, set()) == []


def test_the_messages_of_the_code_are_found() -> None:
    assert {"Good morning", "Week {number} · {days}"} <= _said_in_code()


def test_every_message_is_written_out_where_it_is_said() -> None:
    """A message that is put together while the program runs is in no catalogue."""
    calls = [
        (path, node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
    ]
    composed = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, node in calls
        if not all(isinstance(text, ast.Constant) for text in node.args[: _texts_of(node)])
    ]
    assert composed == []


def _texts_of(call: ast.Call) -> int:
    return 2 if isinstance(call.func, ast.Name) and call.func.id == "ngettext" else 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_compiled_catalogue_is_as_new_as_its_source(language: str) -> None:
    with _po(language).with_suffix(".mo").open("rb") as file:
        compiled = {_key(m.id): _forms(m.string) for m in _entries(read_mo(file))}
    written = {_key(m.id): _forms(m.string) for m in _entries(_read(language)) if m.string}
    assert compiled == written, "compile it with: make catalogue"
