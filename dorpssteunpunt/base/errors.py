"""The two kinds of trouble that are not bugs: a broken rule and a circumstance.

Both carry facts as attributes and no text for the user: `services.words` says them in the
reader's language. Their own text is only their name, so that a traceback or a log line shows
no personal data. Declare the facts as a dataclass::

    @dataclass(eq=False, repr=False)
    class VolunteerUnavailable(Refusal):
        volunteer: int
        field = "volunteer"
"""


class _Told(Exception):
    """Trouble that is told to the person at the desk and shows no values by itself."""

    def __str__(self) -> str:
        return type(self).__name__

    __repr__ = __str__


class Refusal(_Told):
    """A rule of the domain says no; `field` names the form field it is about, or is empty."""

    field: str = ""


class Circumstance(_Told):
    """The world is not as it should be: a full disk, a wrong PIN, a damaged store."""
