"""Noting at the desk what somebody said when asked for a gap."""

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.desk import Desk
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.candidate_list import CandidateList
from dorpssteunpunt.ui.rooms.roster.screen import RosterScreen
from tests.ui.conftest import Told
from tests.ui.visitor import Visitor
from tests.village import TODAY, Village


def test_an_answer_is_noted_shown_with_the_candidate_and_taken_back(
    village: Village,
    workplace: Callable[[Desk], Workplace],
    opened: Callable[[Screen], Screen],
    qtbot: QtBot,
    told: Told,
) -> None:
    village.volunteer("Els Smeets", since=date(2024, 1, 1))
    roster.make_week(village.coordinator, Week.of(TODAY))
    cell = roster.week(village.coordinator, Week.of(TODAY)).cells[1]
    visitor = Visitor(opened(RosterScreen(workplace(village.desk_worker()))), qtbot)
    visitor.screen.show_subject(cell.shift_id)
    visitor.settle()
    visitor.write("Wie vragen?", "Els")
    visitor.press("Gevraagd: zegt nee")

    def candidates() -> list[str]:
        rows = visitor.screen.findChildren(CandidateList)[0].model()
        return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]

    qtbot.waitUntil(lambda: told.notices == ["Els Smeets: zegt nee."])
    visitor.screen.refresh()
    qtbot.waitUntil(lambda: any("zegt nee" in line for line in candidates()))
    assert told.undo is not None
    told.undo()
    visitor.settle()
    visitor.screen.refresh()
    qtbot.waitUntil(lambda: not any("zegt nee" in line for line in candidates()))
