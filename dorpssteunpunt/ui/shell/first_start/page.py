"""A new support point, step by step; everything typed stays while somebody goes back and forth."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from dorpssteunpunt.base.errors import Circumstance, Refusal
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.door import Doors, Visit
from dorpssteunpunt.services.founding import Founding
from dorpssteunpunt.services.overviews.letterhead import letterhead
from dorpssteunpunt.services.overviews.papers import RecoveryHolder, RecoveryPaper, SheetWriter
from dorpssteunpunt.services.ports import FirstSecrets
from dorpssteunpunt.ui.kit.buttons import Button, primary, secondary
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, Row
from dorpssteunpunt.ui.kit.tasks import Tasks
from dorpssteunpunt.ui.kit.theme import px, set_kind, set_look_property
from dorpssteunpunt.ui.shell.centred import Centred
from dorpssteunpunt.ui.shell.first_start.begin_step import BeginStep
from dorpssteunpunt.ui.shell.first_start.hours_step import HoursStep
from dorpssteunpunt.ui.shell.first_start.passphrases_step import PassphrasesStep
from dorpssteunpunt.ui.shell.first_start.people_step import PeopleStep
from dorpssteunpunt.ui.shell.first_start.place_step import PlaceStep
from dorpssteunpunt.ui.shell.first_start.recovery_step import RecoveryStep
from dorpssteunpunt.ui.shell.first_start.step import Step


class FirstStart(QWidget):
    """Founds a support point.

    ``founded`` carries the path of the new store and the visit of its coordinator; ``left``
    tells that somebody went back from the first step.
    """

    founded = Signal(object, object)
    left = Signal()

    def __init__(
        self,
        tasks: Tasks,
        doors: Doors,
        sheets: SheetWriter,
        today: Callable[[], date],
        store: Path,
    ) -> None:
        super().__init__()
        self._tasks, self._doors, self._sheets, self._today = tasks, doors, sheets, today
        self._secrets: FirstSecrets | None = None
        self.place = PlaceStep(tasks)
        self.people = PeopleStep()
        self.hours = HoursStep()
        self.passphrases = PassphrasesStep()
        self.recovery = RecoveryStep(doors, self._preview)
        self.begin = BeginStep(store)
        self.steps: tuple[Step, ...] = (
            self.place,
            self.people,
            self.hours,
            self.passphrases,
            self.recovery,
            self.begin,
        )
        column = Column(self, gap=0)
        self._trail = column.add(Trail([step.title for step in self.steps]))
        self._stack = column.add(QStackedWidget(), 1)
        for step in self.steps:
            page = Centred(880, high=True)
            page.add(Text(step.title, "title"))
            page.add(step)
            self._stack.addWidget(page)
        foot = column.add(QFrame())
        set_kind(foot, "bar")
        set_look_property(foot, "side", "bottom")
        flow = Flow(foot, gap=12, margin=(24, 12, 24, 12))
        self.back: Button = flow.add(secondary(_("Back"), self.go_back, "arrow-left"))
        flow.push()
        self.next: Button = flow.add(primary(_("Next"), self.go_on))
        self._show(0)

    def number(self) -> int:
        """Return the place of the step in sight, from 0."""
        return self._stack.currentIndex()

    def focus_first(self) -> None:
        """Give the keyboard to the first field of the step in sight."""
        self.next.setFocus()
        self.steps[self.number()].show_step()

    def go_on(self) -> None:
        """Go to the next step when all is well on this one; from the last one begin."""
        if not self.next.isEnabled():
            return
        number = self.number()
        last = number == len(self.steps) - 1
        self.steps[number].go_on(self._found if last else lambda: self._show(number + 1))

    def go_back(self) -> None:
        """Go to the step before, or leave from the first one; nothing is lost."""
        if self.number():
            self._show(self.number() - 1)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field by Enter, from the last one to the next step; back by Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(self.focusWidget(), QLineEdit):
                self.focusNextChild()
            else:
                self.go_on()
        elif event.key() == Qt.Key.Key_Escape and self.back.isEnabled():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _show(self, number: int) -> None:
        self._fill(self.steps[number])
        self.next.setFocus()  # else the keyboard goes on to some field of the next page
        self._stack.setCurrentIndex(number)
        self._trail.show_step(number)
        last = number == len(self.steps) - 1
        self.next.say(_("Begin the support point") if last else _("Next"))
        if self.isVisible():
            QTimer.singleShot(0, self.focus_first)  # when the page has its place

    def _fill(self, step: Step) -> None:
        """Show in a step what follows from those before it."""
        if step not in (self.passphrases, self.recovery, self.begin):
            return
        coordinator = self.people.coordinator.person_name().full
        supporter = self.people.supporter.person_name().full
        support_point = self.place.support_point()
        if step is self.passphrases:
            self.passphrases.show_secrets(self._drawn(), coordinator, supporter)
        elif step is self.recovery:
            self.recovery.show_secrets(self._drawn(), support_point.name, supporter)
        else:
            where = f"{support_point.name}, {support_point.village}"
            hours = ", ".join(hours.name for hours in self.hours.dayparts())
            self.begin.show_choices(
                (
                    (_("Support point"), where),
                    (_("Coordinator"), coordinator),
                    (_("Village supporter"), supporter),
                    (_("Day parts"), hours),
                ),
                coordinator,
            )

    def _drawn(self) -> FirstSecrets:
        """Return the secrets, drawn once and kept while somebody goes back and forth."""
        if self._secrets is None:
            self._secrets = self._doors.draw_secrets()
        return self._secrets

    def _preview(self, of_supporter: bool) -> None:
        # Imported here: what shows a PDF is needed from this step on.
        from dorpssteunpunt.ui.kit.pdf_preview import show_preview

        paper = self._paper(of_supporter)
        show_preview(
            self,
            self._tasks,
            _("Recovery code"),
            lambda: self._sheets.draw(paper),
            _("recovery-code-supporter.pdf") if of_supporter else _("recovery-code.pdf"),
        )

    def _paper(self, of_supporter: bool) -> RecoveryPaper:
        secrets = self._drawn()
        code = secrets.recovery_code_supporter if of_supporter else secrets.recovery_code
        return RecoveryPaper(
            letterhead=letterhead(self.place.support_point()),
            printed_on=self._today(),
            holder=RecoveryHolder.SUPPORTER if of_supporter else RecoveryHolder.SUPPORT_POINT,
            code=tuple(code.split("-")),
            person=self.people.supporter.person_name().full if of_supporter else "",
        )

    def _found(self) -> None:
        path, secrets, pin = self.begin.store, self._drawn(), self.begin.pin.value()
        founding = Founding(
            support_point=self.place.support_point(),
            coordinator=self.people.coordinator.person_name(),
            supporter=self.people.supporter.person_name(),
            dayparts=self.hours.dayparts(),
        )
        self._wait(True)

        def done(visit: Visit) -> None:
            self._wait(False)
            self._secrets = None
            self.founded.emit(path, visit)

        self._tasks.run(
            lambda: self._doors.found(path, founding, secrets, pin),
            done,
            refused=self._failed,
            troubled=self._failed,
            owner=self,
            saying=_("Your support point is being made"),
        )

    def _failed(self, trouble: Refusal | Circumstance) -> None:
        self._wait(False)
        self.begin.fail(trouble)

    def _wait(self, waiting: bool) -> None:
        self.next.setEnabled(not waiting)
        self.back.setEnabled(not waiting)
        if waiting:
            self.next.say(_("One moment…"))
        else:
            self.next.say(_("Begin the support point"))


class Trail(QFrame):
    """The steps beside each other, done ones ticked; the present one where they do not fit."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        set_kind(self, "bar")
        set_look_property(self, "side", "top")
        row = Row(self, gap=20, margin=(24, 14, 24, 14))
        self._titles = titles
        self._labels = [row.add(Text(title, "second")) for title in titles]
        self._short = row.add(Text("", "strong"))
        row.push()
        for label in (*self._labels, self._short):
            label.setWordWrap(False)
            label.setMinimumWidth(1)  # it is hidden rather than cut

    def show_step(self, number: int) -> None:
        """Mark the step at this place, from 0."""
        for place, (label, title) in enumerate(zip(self._labels, self._titles, strict=True)):
            sign = "✓" if place < number else f"{place + 1}."
            label.setText(f"{sign} {title}")
            set_kind(label, "strong" if place == number else "second")
        words = _("Step {number} of {count}").format(number=number + 1, count=len(self._titles))
        self._short.setText(f"{words}: {self._titles[number]}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all steps where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gaps = px(24) * 2 + px(20) * len(self._labels)
        needed = sum(label.sizeHint().width() for label in self._labels) + gaps
        fits = needed <= self.width()
        for label in self._labels:
            label.setVisible(fits)
        self._short.setVisible(not fits)
