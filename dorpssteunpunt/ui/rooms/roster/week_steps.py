"""What is done to whole weeks of the roster from the screen: making their shifts, publishing."""

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.formats import numeric_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import roster
from dorpssteunpunt.services.roster import ShiftsMade, WeekMade, WeekView
from dorpssteunpunt.services.words.roster import week_made_words, week_needs
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.roster.span_form import SpanForm
from dorpssteunpunt.ui.rooms.roster.trail import Trail
from dorpssteunpunt.ui.rooms.roster.ways import OfSpan, OfWeek


class WeekSteps:
    """Takes steps on the store thread and tells the outcome; those on the trail can go back."""

    def __init__(self, workplace: Workplace, trail: Trail, over: QWidget) -> None:
        self._workplace = workplace
        self._desk = workplace.desk
        self._trail, self._over = trail, over

    def make_week(self, week: Week) -> None:
        """Make the shifts of a week; as long as they are empty that can be taken back."""
        desk, number = self._desk, week.number
        told = _("The shifts of week {number} are made.").format(number=number)

        def made(done: WeekMade) -> None:
            words = " ".join(filter(None, (told, week_made_words(done))))
            self._trail.add(words, OfWeek(desk, week))

        self._workplace.tasks.run(
            lambda: roster.make_week(desk, week),
            made,
            owner=self._over,
        )

    def make_span(self, week: Week) -> None:
        """Ask from when until when shifts are made; as long as they are empty that goes back."""

        def made(done: ShiftsMade) -> None:
            count = len(done.shifts)
            told = ngettext("{count} shift is made.", "{count} shifts are made.", count)
            words = " ".join(filter(None, (told.format(count=count), week_made_words(done))))
            if count:
                self._trail.add(words, OfSpan(self._desk, done.shifts))
            else:
                self._workplace.notify(words)

        form = SpanForm(self._workplace, week, made)
        FormDialog(self._over, _("Make shifts for several weeks"), form).open()

    def publish(self, view: WeekView) -> None:
        """Publish a week after saying what that means."""
        number = view.week.number
        desk, tasks, notify = self._desk, self._workplace.tasks, self._workplace.notify
        told = _("Week {number} is published.").format(number=number)
        confirm(
            self._over,
            _("Publish week {number}?").format(number=number),
            f"{_publishing(view)}\n\n{week_needs(view)}",
            _("Publish"),
            lambda: tasks.run(
                lambda: roster.publish(desk, view.week),
                lambda _done: notify(told),
                owner=self._over,
            ),
        )


def _publishing(view: WeekView) -> str:
    if view.published_at:
        return _(
            "This week was published on {date}. What changed since then counts as agreed from now "
            "on, and the word changed disappears."
        ).format(date=numeric_date(view.published_at.date()))
    return _(
        "The week is then as it hangs on the wall. Later changes are marked as changed, and "
        "taking somebody off asks for a reason."
    )
