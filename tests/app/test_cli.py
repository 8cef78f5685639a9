"""The command line: every command, how it ends, and that trouble is one clear line."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dorpssteunpunt import __version__
from dorpssteunpunt.app import asking
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.store.key_file import keys_beside
from tests.app.running import PASSPHRASE, Ended, Run
from tests.pdf.reading import empty_boxes, loose_fonts, text_of
from tests.village import Village


def _new(run: Run, store: Path, **changes: str) -> Ended:
    facts = {
        "name": "De Linde",
        "village": "Heusden",
        "coordinator": "Mieke Claessens",
        "supporter": "Anouk Verhoeven",
    } | changes
    typed = [part for name, fact in facts.items() for part in (f"--{name}", fact)]
    return run("new", "--store", store, *typed)


# ---------------------------------------------------------------- usage


def test_the_version_is_told(run: Run) -> None:
    ended = run("--version")
    assert (ended.status, ended.out) == (0, f"dorpssteunpunt {__version__}\n")


@pytest.mark.parametrize(
    "typed",
    [
        "dance",
        "new --store x.store",
        "check",
        "print",
        "print menu --store x.store --out x.pdf",
        "print roster --store x.store",
        "print roster --store x.store --out x.pdf --week 2026-W54",
        "print roster --store x.store --out x.pdf --week next",
        "print roster --store x.store --out x.pdf --from 2026-11-01 --to 2026-11-07",
        "print requests --store x.store --out x.pdf --week 2026-W48",
        "print handover --store x.store --out x.pdf --from 2026-11-01",
        "print handover --store x.store --out x.pdf --from 2026-11-07 --to 2026-11-01",
        "print handover --store x.store --out x.pdf --from 1-11-2026 --to 7-11-2026",
        "print handover --store x.store --out x.pdf --week 2026-W48 --to 2026-11-02",
        "demo --requests -1",
        "print handover --store x.store --out x.pdf --from 2026-11-01 --to 9999-12-31",
        "print roster --store x.store --out .",
        "new --store . --name a --village b --coordinator c --supporter d",
        "new --store x.store --name \udcff --village b --coordinator c --supporter d",
        "demo --seed one",
        "check --stor x.store",
        "check --store /",
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(run: Run, typed: str) -> None:
    ended = run(*typed.split())
    assert ended.status == 2
    assert "gebruik: dorpssteunpunt" in ended.err
    assert "Traceback" not in ended.err


def test_the_command_itself_ends_with_these_numbers(tmp_path: Path) -> None:
    def status(*typed: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "dorpssteunpunt", *typed],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, PASSPHRASE: "een twee drie vier vijf"},
        )
        return done.returncode, done.stderr

    assert status("--version") == (0, "")
    assert status("dance")[0] == 2
    number, sorry = status("check", "--store", str(tmp_path / "none.store"))
    assert (number, len(sorry.splitlines())) == (1, 1)


# ---------------------------------------------------------------- new


def test_a_new_store_opens_with_each_passphrase_it_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "new.store"
    ended = _new(run, store)
    told = ended.told()
    assert ended.status == 0
    assert list(told) == [
        "passphrase",
        "passphrase-supporter",
        "recovery-code",
        "recovery-code-supporter",
    ]
    assert len(set(told.values())) == 4
    for name in ("passphrase", "passphrase-supporter"):
        monkeypatch.setenv(PASSPHRASE, told[name])
        assert run("check", "--store", store).told()["account"] == "2"


def test_new_refuses_a_file_that_is_there_and_leaves_it_alone(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "shopping.txt"
    there.write_text("melk", encoding="utf-8")
    assert str(there) in _new(run, there).sorry()
    assert there.read_text(encoding="utf-8") == "melk"
    assert not keys_beside(there).exists()


def test_new_names_a_folder_that_is_not_there_and_makes_none(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "usb"
    assert str(out) in _new(run, out / "new.store").sorry()
    assert not out.exists()


def test_new_makes_the_folder_of_the_user_itself(run: Run) -> None:
    place = Places.of_this_user().default_store()
    shutil.rmtree(place.parent, ignore_errors=True)
    assert _new(run, place).status == 0
    assert place.is_file()


@pytest.mark.parametrize("field", ["name", "village", "coordinator", "supporter"])
def test_new_asks_every_name_and_makes_nothing_without(
    run: Run, tmp_path: Path, field: str
) -> None:
    assert _new(run, tmp_path / "new.store", **{field: " "}).sorry()
    assert not list(tmp_path.glob("new.store*"))


# ---------------------------------------------------------------- check


@pytest.mark.usefixtures("as_coordinator")
def test_check_tells_engine_integrity_and_how_much_there_is(run: Run, store: Path) -> None:
    ended = run("check", "--store", store)
    told = ended.told()
    assert ended.status == 0
    assert tuple(map(int, told["sqlite"].split("."))) >= (3, 51, 3)
    assert told["sqlcipher"]
    assert told["integrity"] == "ok"
    assert (told["help_request"], told["person"], told["concern"]) == ("1", "3", "1")


@pytest.mark.usefixtures("as_coordinator")
def test_one_flipped_bit_is_told(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("check", "--store", store).status == 0  # all that was written is in the file now
    copy = tmp_path / "copy.store"
    shutil.copy(keys_beside(store), keys_beside(copy))
    shutil.copy(store, copy)
    assert run("check", "--store", copy).status == 0
    pages = bytearray(copy.read_bytes())
    pages[len(pages) // 2] ^= 1
    copy.write_bytes(pages)
    ended = run("check", "--store", copy)
    assert ended.status == 1
    assert "integrity: ok" not in ended.out
    assert len(ended.err.splitlines()) == 1


# ---------------------------------------------------------------- the key


def test_the_passphrase_comes_from_a_file_too(
    run: Run, store: Path, village: Village, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text(f"  {village.issued.passphrase}\n", encoding="utf-8")
    assert run("check", "--store", store, "--passphrase-file", paper).status == 0


def test_the_passphrase_is_asked_where_somebody_can_type(
    run: Run, store: Path, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: village.issued.passphrase)
    assert run("check", "--store", store).status == 0


@pytest.mark.usefixtures("as_coordinator")
def test_a_file_that_is_named_goes_before_the_environment(
    run: Run, store: Path, village: Village, tmp_path: Path
) -> None:
    paper = tmp_path / "supporter.txt"
    paper.write_text(village.issued.passphrase_supporter, encoding="utf-8")
    out = tmp_path / "escalations.pdf"
    typed = ["print", "escalations", "--store", store, "--out", out]
    assert run(*typed).status == 1
    assert run(*typed, "--passphrase-file", paper).status == 0
    paper.unlink()
    assert run(*typed, "--passphrase-file", paper).status == 1


@pytest.mark.usefixtures("as_coordinator")
def test_the_store_may_be_named_before_the_command(run: Run, store: Path) -> None:
    assert run("--store", store, "check").status == 0


@pytest.mark.parametrize("file", [[], ["--passphrase-file", "/nowhere/paper.txt"]])
def test_without_a_passphrase_nothing_opens(run: Run, store: Path, file: list[str]) -> None:
    assert "sleutelzin" in run("check", "--store", store, *file).sorry()


def test_a_wrong_passphrase_is_refused_and_waited_for_after_a_while(
    run: Run, store: Path, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = village.issued.passphrase.split()
    monkeypatch.setenv(PASSPHRASE, " ".join(words[::-1]))
    assert "Sleutelzin onjuist" in run("check", "--store", store).sorry()
    for _ in range(4):
        run("check", "--store", store)
    assert "Wacht" in run("check", "--store", store).sorry()


def test_a_misspelt_word_is_pointed_at(
    run: Run, store: Path, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = village.issued.passphrase.split()
    monkeypatch.setenv(PASSPHRASE, " ".join([*words[:-1], "zzzz"]))
    assert f"woord {len(words)}" in run("check", "--store", store).sorry()


# ---------------------------------------------------------------- what is no store


def _nothing(_path: Path) -> None:
    pass


def _empty(path: Path) -> None:
    path.touch()


def _plain(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE persons (name TEXT)")
        connection.commit()


def _random(path: Path) -> None:
    path.write_bytes(os.urandom(64 * 1024))


@pytest.mark.usefixtures("as_coordinator")
@pytest.mark.parametrize("kind", [_nothing, _empty, _plain, _random])
@pytest.mark.parametrize("command", ["check", "print roster"])
def test_what_is_no_store_is_refused_and_left_as_it_is(
    run: Run, store: Path, tmp_path: Path, kind: Callable[[Path], None], command: str
) -> None:
    other, paper = tmp_path / "other.store", tmp_path / "paper.pdf"
    kind(other)
    shutil.copy(keys_beside(store), keys_beside(other))
    before = other.read_bytes() if other.exists() else None
    out = ["--out", paper] if command.startswith("print") else []
    ended = run(*command.split(), "--store", other, *out)
    assert ended.sorry()
    assert (other.read_bytes() if other.exists() else None) == before
    assert not paper.exists()


@pytest.mark.usefixtures("as_coordinator")
def test_a_store_without_its_keys_says_so(run: Run, store: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.store"
    shutil.copy(store, alone)
    assert "alone.store.keys" in run("check", "--store", alone).sorry()


# ---------------------------------------------------------------- print


@pytest.mark.usefixtures("as_supporter")
@pytest.mark.parametrize(
    ("paper", "period", "words"),
    [
        ("roster", ["--week", "2026-W48"], ("De Linde", "Mieke", "week 48")),
        ("requests", [], ("Đorđe Nguyễn", "Naar de opticien")),
        ("handover", ["--week", "2026-W48"], ("Rolstoel is terug", "Mieke Claessens")),
        (
            "handover",
            ["--from", "2026-11-23", "--to", "2026-11-23"],
            ("Rolstoel is terug",),
        ),
        ("escalations", [], ("mw. Smit", "Twee schoenen", "Anouk Verhoeven")),
        ("escalations", ["--week", "2026-W48"], ("Twee schoenen",)),
    ],
)
def test_every_paper_is_written_and_reads_back(
    run: Run, store: Path, tmp_path: Path, paper: str, period: list[str], words: tuple[str, ...]
) -> None:
    out = tmp_path / "paper.pdf"
    ended = run("print", paper, "--store", store, *period, "--out", out)
    assert (ended.status, ended.err) == (0, "")
    written = out.read_bytes()
    text = text_of(written).lower()
    assert [word for word in words if word.lower() not in text] == []
    assert (loose_fonts(written), empty_boxes(written)) == ([], 0)
    assert [path.name for path in tmp_path.glob("paper*")] == ["paper.pdf"]


@pytest.mark.usefixtures("as_supporter")
def test_a_period_leaves_out_what_is_not_in_it(run: Run, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    for paper, word in (("handover", "Rolstoel"), ("escalations", "schoenen")):
        period = ["--from", "2026-11-01", "--to", "2026-11-22"]
        assert run("print", paper, "--store", store, *period, "--out", out).status == 0
        assert word not in text_of(out.read_bytes())


@pytest.mark.usefixtures("as_supporter")
def test_every_paper_has_a_usual_period(run: Run, store: Path, tmp_path: Path) -> None:
    for paper in asking.PAPERS:
        out = tmp_path / f"{paper}.pdf"
        assert run("print", paper, "--store", store, "--out", out).status == 0
        assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("as_coordinator")
def test_a_coordinator_gets_no_escalations_on_paper(run: Run, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "escalations.pdf"
    told = run("print", "escalations", "--store", store, "--out", out).sorry()
    assert told == "Als coördinator kunt u dit niet doen. Vraag de dorpsondersteuner."
    assert not list(tmp_path.glob("escalations.pdf*"))


@pytest.mark.usefixtures("as_coordinator")
def test_a_paper_takes_the_place_of_an_older_one(run: Run, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.pdf"
    out.write_bytes(b"old")
    assert run("print", "roster", "--store", store, "--out", out).status == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("as_coordinator")
def test_a_place_that_cannot_be_written_is_named(run: Run, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "usb" / "roster.pdf"
    assert str(out) in run("print", "roster", "--store", store, "--out", out).sorry()


@pytest.mark.usefixtures("as_coordinator")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
def test_a_paper_goes_into_a_pipe_and_leaves_it_a_pipe(
    run: Run, store: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("print", "requests", "--store", store, "--out", pipe).status == 0
        assert os.read(reader, 4) == b"%PDF"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


# ---------------------------------------------------------------- windows


def test_a_window_where_there_is_no_screen_is_said_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dorpssteunpunt.app.main.has_screen", lambda: False)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert run("--store", tmp_path / "some.store").sorry()


def test_the_self_test_ends_as_it_went(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dorpssteunpunt.app.self_test.self_test", lambda _places: 1)
    assert run("self-test").status == 1
