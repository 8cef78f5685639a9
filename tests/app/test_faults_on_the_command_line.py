"""Whatever is the matter with a store, a command says it in one line and leaves all as it is."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dorpssteunpunt.app import cli
from dorpssteunpunt.base.log import close_log
from dorpssteunpunt.store import connecting
from dorpssteunpunt.store.engine import StoreEngine, open_engine
from dorpssteunpunt.store.key_file import keys_beside
from dorpssteunpunt.store.store_file import PAGE_BYTES
from tests.stores import NOBODY, as_an_ordinary_user, posix_only, room_for
from tests.village import Village

COMMANDS = (["check"], ["print", "roster"])


@pytest.fixture
def closed(village: Village, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the village's store that nobody has open, and its passphrase at hand."""
    monkeypatch.setenv("DORPSSTEUNPUNT_PASSPHRASE", village.issued.passphrase)
    store = tmp_path / "copy" / "linde.store"
    store.parent.mkdir()
    village.coordinator.archive.back_up(village.clock.now())
    (backup,) = village.coordinator.archive.backups()
    shutil.copy(backup.path, store)
    shutil.copy(keys_beside(backup.path), keys_beside(store))
    open_engine(store, village.issued.data_key).close()  # as it is after a day at the desk
    yield store
    close_log()


def _sorry(command: list[str], store: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """Return the one line a command ends with."""
    paper = store.parent.parent / "paper.pdf"
    out = ["--out", str(paper)] if "print" in command else []
    assert cli.main([*command, "--store", str(store), *out]) == 1
    told = capfd.readouterr()
    assert not paper.exists()
    (line,) = told.err.splitlines()
    return line


def _is_newer(store: Path, village: Village) -> None:
    engine = StoreEngine(store, village.issued.data_key)
    with engine.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9998'")
    engine.close()


def _lost_a_page(store: Path, _village: Village) -> None:
    whole = store.read_bytes()
    store.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])


def _was_cut(store: Path, _village: Village) -> None:
    store.write_bytes(store.read_bytes()[:-5000])


def _lost_its_keys(store: Path, _village: Village) -> None:
    keys_beside(store).unlink()


def _has_damaged_keys(store: Path, _village: Village) -> None:
    keys_beside(store).write_bytes(keys_beside(store).read_bytes()[:-9])


def _lost_its_folder(store: Path, _village: Village) -> None:
    store.parent.rename(store.parent.with_name("elsewhere"))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_is_newer, "nieuwere versie"),
        (_lost_a_page, "beschadigd"),
        (_was_cut, "beschadigd"),
        (_lost_its_keys, "linde.store.keys"),
        (_has_damaged_keys, "linde.store.keys"),
        (_lost_its_folder, "De map"),
    ],
)
def test_each_fault_is_one_line_that_names_it(
    harm: Callable[[Path, Village], None],
    words: str,
    command: list[str],
    closed: Path,
    village: Village,
    capfd: pytest.CaptureFixture[str],
) -> None:
    harm(closed, village)
    before = closed.read_bytes() if closed.exists() else b""
    line = _sorry(command, closed, capfd)
    assert words in line
    assert str(closed.parent) in line
    assert (closed.read_bytes() if closed.exists() else b"") == before


@posix_only
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "words"),
    [
        (0o400, 0o700, "kan alleen worden gelezen"),
        (0o600, 0o500, "In de map"),
        (0o000, 0o700, "kan niet worden gelezen"),
    ],
)
def test_what_may_not_be_read_or_written_names_the_place(
    file_mode: int, folder_mode: int, words: str, closed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        theirs = Path(folder) / "store" / closed.name
        shutil.copytree(closed.parent, theirs.parent)
        if os.geteuid() == 0:
            for each in (theirs.parent.parent, theirs.parent, *theirs.parent.iterdir()):
                os.chown(each, NOBODY, NOBODY)
        assert cli.main(["check", "--store", str(closed)]) == 0
        capfd.readouterr()
        theirs.chmod(file_mode)
        theirs.parent.chmod(folder_mode)
        with as_an_ordinary_user():
            line = _sorry(["check"], theirs, capfd)
        assert words in line
        assert folder in line
        theirs.parent.chmod(0o700)


def test_a_store_that_somebody_reads_all_the_time_is_not_examined(
    closed: Path,
    village: Village,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connecting, "_BUSY_SECONDS", 0.05)
    other = StoreEngine(closed, village.issued.data_key)
    with other.writing() as connection:
        connection.exec_driver_sql("UPDATE person SET surname = 'Smit'")
    with other.reading() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM person").scalar_one()
        with other.writing() as connection:
            connection.exec_driver_sql("UPDATE person SET surname = 'Smid'")
        assert cli.main(["check", "--store", str(closed)]) == 1
        (line,) = capfd.readouterr().err.splitlines()
    other.close()
    assert "Een ander programma" in line


@posix_only
def test_a_full_disk_is_told_and_leaves_nothing_behind(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    new = ["new", "--store", str(folder / "new.store"), "--name", "De Linde"]
    people = ["--coordinator", "Mieke Claessens", "--supporter", "Anouk Verhoeven"]
    with room_for(PAGE_BYTES):
        assert cli.main([*new, "--village", "Heusden", *people]) == 1
    close_log()
    (line,) = capfd.readouterr().err.splitlines()
    assert "vol" in line
    assert "typ" not in line
    assert list(folder.iterdir()) == []


@posix_only
def test_on_a_full_disk_a_store_is_examined_and_printed(
    closed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    index_bytes = 32 * 1024  # what connections share; a sheet is shorter
    paper = closed.parent / "paper.pdf"
    with room_for(index_bytes - 1):
        assert cli.main(["check", "--store", str(closed)]) == 0
        assert "integrity: ok" in capfd.readouterr().out
        assert cli.main(["print", "requests", "--store", str(closed), "--out", str(paper)]) == 0
    assert paper.read_bytes().startswith(b"%PDF")
