"""The log tells what happened and where, and nothing about anyone."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from dorpssteunpunt.base.log import close_log, set_up_log, traceback_without_values

LOGGER = logging.getLogger("dorpssteunpunt.somewhere")


@pytest.fixture(autouse=True)
def closed_afterwards() -> Iterator[None]:
    yield
    close_log()


def _fail_over(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"not a name: {name}") from error


def _fail_without_cause() -> None:
    try:
        raise KeyError
    except KeyError:
        raise ValueError from None


def test_an_exception_is_logged_with_its_kind_and_place_but_not_its_text(tmp_path: Path) -> None:
    file = set_up_log(tmp_path / "logs")
    name = "Marker"
    try:
        _fail_over(name)
    except ValueError:
        LOGGER.exception("a rule broke")
    close_log()
    text = file.read_text("utf-8")
    assert "Marker" not in text
    assert "a rule broke" in text
    assert "in _fail_over" in text
    assert text.index("KeyError") > text.index("ValueError") > 0


def test_a_hidden_cause_stays_hidden() -> None:
    with pytest.raises(ValueError, match=r"^$") as raised:
        _fail_without_cause()
    assert "KeyError" not in traceback_without_values(raised.value)


def test_other_libraries_do_not_write_to_the_log(tmp_path: Path) -> None:
    file = set_up_log(tmp_path)
    logging.getLogger("sqlalchemy.engine").error("INSERT INTO people VALUES ('Marker')")
    close_log()
    assert file.read_text("utf-8") == ""


def test_the_log_moves_when_it_is_set_up_again(tmp_path: Path) -> None:
    first, second = set_up_log(tmp_path / "a"), set_up_log(tmp_path / "b")
    LOGGER.info("here")
    close_log()
    assert first.read_text("utf-8") == ""
    assert "here" in second.read_text("utf-8")


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    set_up_log(tmp_path)
    for _line in range(40):
        LOGGER.info("x" * 100 * 1024)
    close_log()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 5 * 512 * 1024


def test_an_exception_logged_without_one_being_handled_is_no_trouble(tmp_path: Path) -> None:
    file = set_up_log(tmp_path)
    LOGGER.error("odd", exc_info=True)
    close_log()
    assert "odd" in file.read_text("utf-8")
