"""What the database itself refuses about wishes, whatever the program above it does."""

import pytest

from tests.village import Village

BAD = {
    "a cycle of five weeks": "UPDATE volunteer SET cycle_weeks = 5, cycle_from = '2026-11-23'",
    "a cycle without a week A": "UPDATE volunteer SET cycle_weeks = 2",
    "more wanted than the most": "UPDATE volunteer SET wanted_per_week = 3, shifts_per_week = 2",
    "more wanted a month": "UPDATE volunteer SET wanted_per_month = 3, shifts_per_month = 2",
    "unknown experience": "UPDATE volunteer SET experience = 'veteran'",
    "a day beyond four weeks": "INSERT INTO availability VALUES ({els}, 29, 1, 'can')",
    "a day twice": "INSERT INTO availability VALUES ({els}, 1, 1, 'can'), ({els}, 1, 1, 'prefer')",
    "company of oneself": "INSERT INTO company_wish VALUES ({els}, {els}, 1)",
    "leave that ends before it begins": (
        "INSERT INTO leave VALUES (1, {els}, '2026-12-02', '2026-12-01', '')"
    ),
    "hours without an end": (
        "INSERT INTO deviation VALUES (1, {els}, '2026-12-01', NULL, '09:00', NULL, 'can')"
    ),
    "hours that end first": (
        "INSERT INTO deviation VALUES (1, {els}, '2026-12-01', NULL, '09:00', '08:00', 'can')"
    ),
    "hours within a day part": (
        "INSERT INTO deviation VALUES (1, {els}, '2026-12-01', 1, '09:00', '10:00', 'can')"
    ),
    "a whole day twice": (
        "INSERT INTO deviation VALUES (1, {els}, '2026-12-01', NULL, NULL, NULL, 'can'), "
        "(2, {els}, '2026-12-01', NULL, NULL, NULL, 'cannot')"
    ),
    "an unknown skill": "INSERT INTO volunteer_skill VALUES ({els}, 99)",
}


@pytest.mark.parametrize("statement", BAD.values(), ids=BAD)
def test_the_database_refuses(statement: str, village: Village) -> None:
    els = village.volunteer("Els Smeets")
    premises = village.door.enter_with_passphrase(village.issued.passphrase)
    try:
        with (
            pytest.raises(Exception, match="constraint failed"),
            premises.engine.writing() as connection,
        ):
            connection.exec_driver_sql(statement.format(els=els))
    finally:
        premises.leave()
