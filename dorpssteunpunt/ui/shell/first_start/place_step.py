"""The first step: what the support point is called and where it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.contact import normalise_phone, normalise_postcode
from dorpssteunpunt.domain.support_point import SupportPoint
from dorpssteunpunt.ui.kit.cards import Card
from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.layouts import Tiles
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.shell.first_start.step import Step, all_well


class PlaceStep(Step):
    """Asks for name and village; address and telephone number may come later."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(
            _("The support point"),
            _("These words stand at the head of every paper. You can change them later."),
        )
        self._tasks = tasks
        self._made: SupportPoint | None = None
        self.name = TextField(
            "support_point",
            _("Name of the support point"),
            hint=_("For instance: De Linde"),
            required=True,
        )
        self.village = TextField("village", _("Village"), required=True)
        self.address = TextField("address", _("Street and number (optional)"))
        self.postcode = TextField("postcode", _("Postcode (optional)"))
        self.phone = TextField("phone", _("Telephone number (optional)"))
        self._fields = (self.name, self.village, self.address, self.postcode, self.phone)
        tiles = Tiles(self.body.add(Card()).body.add(QWidget()), narrowest=240)
        for field in self._fields:
            tiles.add(field)
        self.body.push()

    def show_step(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus()

    def support_point(self) -> SupportPoint:
        """Return the support point as it was filled in; asking before `go_on` is a bug."""
        assert self._made is not None
        return self._made

    def go_on(self, done: Callable[[], object]) -> None:
        """Check the fields; the telephone number off the GUI thread, for its plans take a while."""
        if not all_well(*self._fields):
            return
        values = {field.name: field.value() for field in self._fields}

        def made(support_point: SupportPoint) -> None:
            self._made = support_point
            done()

        self._tasks.run(
            lambda: _support_point(values),
            made,
            refused=lambda refusal: self.refuse(refusal, *self._fields),
            owner=self,
            key="place",
        )


def _support_point(values: dict[str, str]) -> SupportPoint:
    return SupportPoint(
        name=values["support_point"],
        village=values["village"],
        address=values["address"],
        postcode=normalise_postcode(values["postcode"]),
        phone=normalise_phone(values["phone"]),
    )
