"""Paper as the services and screens ask for it."""

from typing import Protocol

from dorpssteunpunt.services.overviews.papers import Overview


class SheetWriter(Protocol):
    """Draws an overview on paper."""

    def draw(self, overview: Overview) -> bytes:
        """Return the overview as a PDF: identical bytes for identical input and language."""
        ...
