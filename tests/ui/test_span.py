"""Making the shifts of several weeks at once from an empty week of the roster."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village


def weeks_made(village: Village) -> set[Week]:
    first = Week.of(TODAY)
    with village.coordinator.store.reading() as uow:
        shifts = uow.roster.shifts(first.monday, first.monday.replace(year=2028))
    return {Week.of(shift.on) for shift in shifts}


def test_shifts_are_made_for_four_weeks_and_that_is_taken_back_and_done_again(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    told: Told,
) -> None:
    visitor = Visitor(opened(RosterScreen(workplace(village.coordinator))), qtbot)
    visitor.press("Diensten maken voor meer weken…")
    assert visitor.field("Van").text() == "23-11-2026"
    assert visitor.field("Tot en met").text() == "20-12-2026"
    visitor.write("Tot en met", "1-1-2025")
    visitor.press("Diensten maken")
    visitor.wait_for("De laatste dag ligt voor de eerste.")
    visitor.write("Tot en met", "27-12-2026")
    visitor.press("Diensten maken")
    visitor.wait_until_closed()
    visitor.settle()
    assert {week.number for week in weeks_made(village)} == {48, 49, 50, 51, 52}
    assert told.notices[-1].startswith("64 diensten zijn gemaakt.")
    visitor.screen.undo()
    visitor.settle()
    assert weeks_made(village) == set()
    visitor.screen.redo()
    visitor.settle()
    assert len(weeks_made(village)) == 5


def test_who_may_not_plan_makes_none(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
) -> None:
    visitor = Visitor(opened(RosterScreen(workplace(village.desk_worker()))), qtbot)
    visitor.wait_for("De coördinator maakt ze")
    assert not visitor.can_press("Diensten maken voor meer weken…")
