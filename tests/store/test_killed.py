"""A program that is killed while it writes loses nothing it has acknowledged."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from dorpssteunpunt.store.engine import StoreEngine, open_engine
from tests.stores import note, notes

ENOUGH = 25


def _write_until_killed(path: Path, data_key: bytes, acknowledge: Connection) -> None:
    """Keep notes in pairs, and say so after each commit."""
    engine = open_engine(path, data_key)
    number = 0
    while True:
        with engine.writing() as connection:
            for half in ("a", "b"):
                said = (f"{number}{half}",)
                connection.exec_driver_sql("INSERT INTO note (said) VALUES (?)", said)
        acknowledge.send(number)
        number += 1


def test_what_was_acknowledged_is_there_and_nothing_is_half_done(
    engine: StoreEngine, data_key: bytes
) -> None:
    engine.close()
    spawn = multiprocessing.get_context("spawn")
    told, tells = spawn.Pipe(duplex=False)
    writer = spawn.Process(target=_write_until_killed, args=(engine.path, data_key, tells))
    writer.start()
    tells.close()
    while told.recv() < ENOUGH:
        pass
    writer.kill()
    writer.join()
    acknowledged = ENOUGH
    while told.poll():
        try:
            acknowledged = told.recv()
        except EOFError:
            break
    again = open_engine(engine.path, data_key)
    found = notes(again)
    assert len(found) >= 2 * (acknowledged + 1)
    assert found == [f"{number}{half}" for number in range(len(found) // 2) for half in "ab"]
    note(again, "and on")
    again.close()
