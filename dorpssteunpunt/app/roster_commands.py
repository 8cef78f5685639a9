"""What the command line does with rosters that stand in no store: solve one from a file."""

from argparse import Namespace
from pathlib import Path

from dorpssteunpunt.app.writing import write_whole
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.problem_file import read_problem
from dorpssteunpunt.planning.solution_file import write_proposal
from dorpssteunpunt.services.faults import PaperNotWritten, ProblemNotRead
from dorpssteunpunt.services.ports.planner import Watch


def solve(arguments: Namespace) -> int:
    """Read a roster problem, find the roster that costs least, and write it down."""
    problem = read_problem(_content(arguments.problem))
    if arguments.out.is_dir() or not arguments.out.parent.is_dir():
        raise PaperNotWritten(arguments.out)  # before somebody waits for it
    proposal = RosterPlanner().weigh(problem, Watch(seconds=arguments.time_limit))
    write_whole(arguments.out, write_proposal(proposal))
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ProblemNotRead(path) from None
