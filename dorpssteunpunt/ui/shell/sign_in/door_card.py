"""What every card of signing in has in common."""

from dorpssteunpunt.ui.kit.cards import Card


class DoorCard(Card):
    """A card that asks one thing."""

    def __init__(self, title: str = "") -> None:
        super().__init__(title, title_kind="title")

    def focus_first(self) -> None:
        """Give the keyboard to what is asked."""
        raise NotImplementedError
