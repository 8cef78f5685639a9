"""What the program says to people: states, kinds and refusals in the user's own words.

The window, paper and the command line share these; each room has a module of its own here.
"""

from dorpssteunpunt.services.words.spoken import in_words

__all__ = ["in_words"]
