"""What the program says to people: states, kinds and refusals in the user's own words.

The window, paper and the command line share these; each room has a module of its own here, and
importing this package registers the sentences of all of them with `in_words`.
"""

from dorpssteunpunt.services.words import (
    accounts,
    attendance,
    closed_days,
    concerns,
    faults,
    handover,
    help_requests,
    imports,
    people,
    planning,
    privacy,
    roster,
    roster_candidates,
    support_point,
    swapping,
    template,
    typed,
)
from dorpssteunpunt.services.words.spoken import in_words

__all__ = [
    "accounts",
    "attendance",
    "closed_days",
    "concerns",
    "faults",
    "handover",
    "help_requests",
    "imports",
    "in_words",
    "people",
    "planning",
    "privacy",
    "roster",
    "roster_candidates",
    "support_point",
    "swapping",
    "template",
    "typed",
]
