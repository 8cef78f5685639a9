"""What is the matter with a file while it is read, before it is known which file it is."""

from dorpssteunpunt.domain.filled_in.cells import Place
from dorpssteunpunt.services.imports.records import SpreadsheetProblem


class Unreadable(Exception):
    """The contents cannot be taken in, as far as known because of one place."""

    def __init__(self, problem: SpreadsheetProblem, place: Place | None = None) -> None:
        super().__init__(problem)
        self.problem, self.place = problem, place
