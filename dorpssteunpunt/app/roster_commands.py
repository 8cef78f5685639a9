"""What the command line does with rosters: solve one from a file, propose one for a store."""

from argparse import Namespace
from pathlib import Path

from dorpssteunpunt.app.commands import entered
from dorpssteunpunt.app.telling import tell
from dorpssteunpunt.app.writing import write_whole
from dorpssteunpunt.base.paths import Places
from dorpssteunpunt.planning.planner import RosterPlanner
from dorpssteunpunt.planning.problem_file import read_problem
from dorpssteunpunt.planning.solution_file import write_proposal
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.faults import PaperNotWritten, ProblemNotRead
from dorpssteunpunt.services.ports.planner import Watch
from dorpssteunpunt.services.words.proposing import (
    left_lines,
    outcome_words,
    part_words,
    proof_words,
    what_helps_words,
)


def solve(arguments: Namespace) -> int:
    """Read a roster problem, find the roster that costs least, and write it down."""
    problem = read_problem(_content(arguments.problem))
    if arguments.out.is_dir() or not arguments.out.parent.is_dir():
        raise PaperNotWritten(arguments.out)  # before somebody waits for it
    proposal = RosterPlanner().weigh(problem, Watch(seconds=arguments.time_limit))
    write_whole(arguments.out, write_proposal(proposal))
    return 0


def propose(arguments: Namespace, places: Places) -> int:
    """Say who could fill the gaps of some weeks of a store, and let it stand if asked to."""
    weeks = [arguments.week]
    while len(weeks) < arguments.weeks:
        weeks.append(weeks[-1].next())
    with entered(arguments, places) as premises:
        proposal = roster.propose(premises.desk, RosterPlanner(), weeks, Watch())
        changing = [part for part in proposal.parts if part.changes]
        if arguments.accept and changing:
            roster.accept(premises.desk, changing)
    for part in proposal.parts:
        tell(*part_words(part, proposal.names))
    for left in proposal.left_to_people:
        tell(*left_lines(left, proposal.names))
    after = (outcome_words(proposal), *what_helps_words(proposal), proof_words(proposal))
    tell(*filter(None, after))
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ProblemNotRead(path) from None
