"""A command as its user runs it: how it ended, and what it said."""

from collections.abc import Callable
from dataclasses import dataclass

PASSPHRASE = "DORPSSTEUNPUNT_PASSPHRASE"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    def told(self) -> dict[str, str]:
        """Return the `name: value` lines."""
        return dict(line.split(": ", 1) for line in self.out.splitlines())

    def sorry(self) -> str:
        """Return the one line of a refusal or circumstance."""
        assert (self.status, self.out) == (1, ""), self
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Ended]
