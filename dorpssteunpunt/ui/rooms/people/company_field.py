"""A field for some of the other volunteers: type a name to add one, press a name to remove it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.names import fold
from dorpssteunpunt.domain.people import Person
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.fields import Field
from dorpssteunpunt.ui.kit.layouts import Column, Flow
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit
from dorpssteunpunt.ui.kit.tasks import Tasks


class CompanyField(Field[frozenset[int]]):
    """The ids of some volunteers; who is no volunteer any more stays, and is not shown."""

    def __init__(self, name: str, label: str, *, tasks: Tasks, others: Sequence[Person]) -> None:
        super().__init__(name, label)
        self._names = {person.id: person.name.full for person in others}
        self._chosen: frozenset[int] = frozenset()
        holder = QWidget()
        column = Column(holder, gap=8)
        self._who = column.add(
            PersonField(name, label, tasks=tasks, search=self._search, may_add=False)
        )
        self._shown = column.add(QWidget())
        self._chips = Flow(self._shown, gap=8)
        self._who.picked.connect(self._add)
        self._hold(holder, label_above=False)
        holder.setFocusProxy(self._who.control)
        self._show()

    def value(self) -> frozenset[int]:
        """Return the ids of who was chosen."""
        return self._chosen

    def set_value(self, value: frozenset[int]) -> None:
        """Choose these volunteers and no others."""
        self._chosen = value
        self._show()

    def mistake(self) -> str:
        """Return that a name was typed and not chosen from the list."""
        return self._who.mistake()

    def _search(self, typed: str) -> Sequence[PersonHit]:
        words = fold(typed).split()
        return [
            PersonHit(who, name)
            for who, name in self._names.items()
            if who not in self._chosen and _matches(name, words)
        ]

    def _add(self, hit: PersonHit) -> None:
        self._who.set_value(None)
        self._change(self._chosen | {hit.id})

    def _change(self, chosen: frozenset[int]) -> None:
        self.set_value(chosen)
        self.edited.emit()

    def _show(self) -> None:
        self._chips.clear()
        known = [who for who in self._names if who in self._chosen]
        for who in known:
            name = self._names[who]
            remove = partial(self._change, self._chosen - {who})
            chip = secondary(name, remove, icon_name="x", dense=True)
            chip.setAccessibleName(_("Remove {name}").format(name=name))
            self._chips.add(chip)
        self._shown.setVisible(bool(known))


def _matches(name: str, typed: Sequence[str]) -> bool:
    words = fold(name).split()
    return all(any(word.startswith(each) for word in words) for each in typed)
