"""Whether what is pinned can stay, and the board on which it stands."""

from dorpssteunpunt.domain.planning.problem import Duty
from dorpssteunpunt.domain.planning.proposal import Rule
from dorpssteunpunt.domain.planning.refusals import PinContradicts
from dorpssteunpunt.planning.board import WITH_MAXIMUM, Board
from dorpssteunpunt.planning.grid import Grid, Seat


def board_with_pins(grid: Grid) -> Board:
    """Return a board with only the pinned duties on it, in any company.

    Raises `PinContradicts` for the first duty that breaks a rule beside those before it, and for
    a beginner with whom nobody could ever be.
    """
    board = Board(grid)
    for seat in sorted(grid.pinned):
        for rule in board.objections(seat):
            if rule is not Rule.BEGINNER_ALONE:
                limit = board.full(seat) if rule in WITH_MAXIMUM else None
                raise contradiction(grid, seat, rule, limit.most if limit else None)
        board.take(seat)
    for seat in beginners_alone(board):
        _, shift = seat
        if not any(_can_join(board, (v, shift)) for v in grid.able[shift]):
            raise contradiction(grid, seat, Rule.BEGINNER_ALONE)
    return board


def beginners_alone(board: Board) -> list[Seat]:
    """Return the beginners who have nobody with them who is not."""
    beginners = board.grid.beginners
    return [
        (min(team), shift) for shift, team in enumerate(board.team) if team and team <= beginners
    ]


def bring_company(board: Board) -> bool:
    """Put somebody with each beginner who is alone, and say whether that went well."""
    for _, shift in beginners_alone(board):
        able = board.grid.able[shift]
        joining = [(v, shift) for v in able if _can_join(board, (v, shift))]
        if not joining:
            return False
        board.take(min(joining, key=board.cost_of_taking))
    return True


def contradiction(grid: Grid, seat: Seat, rule: Rule, most: int | None = None) -> PinContradicts:
    """Return that a pinned seat cannot stay, by the ids of the problem."""
    volunteer, shift = seat
    duty = Duty(grid.volunteers[volunteer].id, grid.shifts[shift].id)
    return PinContradicts(duty, rule, most)


def _can_join(board: Board, seat: Seat) -> bool:
    return seat[0] not in board.grid.beginners and board.keeps_off(seat) is None
