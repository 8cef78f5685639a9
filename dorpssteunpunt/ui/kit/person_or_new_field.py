"""A field for somebody known, or for the name of somebody new."""

from typing import Any

from PySide6.QtCore import Signal

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit


class PersonOrNewField(PersonField):
    """A person from the store, or the name of somebody new.

    ``turned`` tells that it became somebody known, somebody new, or neither.
    """

    turned = Signal()

    def __init__(self, name: str, label: str, **facts: Any) -> None:
        super().__init__(name, label, **facts)
        self.is_new = False
        self.new_wanted.connect(lambda _name: self._turn(True))
        self.picked.connect(lambda _hit: self._turn(False))
        self.edited.connect(self._notice_emptied)

    def value(self) -> PersonHit | None:
        """Return who was picked, or without an id who is new; None for nobody."""
        if self.is_new and self.typed():
            return PersonHit(0, self.typed())
        return super().value()

    def mistake(self) -> str:
        """Return that somebody is to be picked or named; a new name is fine as it is."""
        if self.typed() and self.value() is None:
            return _("Choose somebody from the list, or choose “new”.")
        return super().mistake()

    def draft(self) -> Any:
        """Return who was picked, or what was typed and whether that is a new name."""
        return {"new": self.typed()} if self.is_new else super().draft()

    def take_up(self, draft: Any) -> None:
        """Put back what `draft` returned."""
        is_new = isinstance(draft, dict)
        super().take_up(draft["new"] if is_new else draft)
        self._turn(is_new)

    def _notice_emptied(self) -> None:
        if not self.typed():
            self._turn(False)

    def _turn(self, is_new: bool) -> None:
        self.is_new = is_new
        self.turned.emit()
