"""What may go wrong with the settings of the support point, in the user's words."""

from datetime import date

from dorpssteunpunt.base.formats import weekday_name
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.counters import CounterInUse
from dorpssteunpunt.domain.dayparts import TimeOfDay
from dorpssteunpunt.domain.rhythm import BadRhythm, RhythmProblem
from dorpssteunpunt.domain.support_point import NameNeeded
from dorpssteunpunt.domain.template import BadSlot, SlotProblem
from dorpssteunpunt.services.words.spoken import in_words


def time_of_day_word(time_of_day: TimeOfDay) -> str:
    """Return when on a day something is."""
    return {
        TimeOfDay.MORNING: _("in the morning"),
        TimeOfDay.AFTERNOON: _("in the afternoon"),
        TimeOfDay.EVENING: _("in the evening"),
    }[time_of_day]


@in_words.register
def _name_needed(refusal: NameNeeded) -> str:
    return _("Fill in a name here.")


@in_words.register
def _counter_in_use(refusal: CounterInUse) -> str:
    return _("There are opening hours, shifts or standing places there: it stays.")


@in_words.register
def _bad_rhythm(refusal: BadRhythm) -> str:
    return {
        RhythmProblem.NO_ANCHOR: _("Fill in a day in a week in which it is so."),
        RhythmProblem.TOO_RARE: _("This comes back too seldom."),
    }[refusal.because]


@in_words.register
def _bad_slot(refusal: BadSlot) -> str:
    day = weekday_name(date.fromisocalendar(2024, 1, refusal.slot.weekday))
    return {
        SlotProblem.ENDS_BEFORE_START: _("On {day} a day part ends before it starts."),
        SlotProblem.NOBODY_NEEDED: _("On {day} a day part needs at least one person."),
        SlotProblem.MOST_BELOW_NEEDED: _("This is fewer than are needed."),
        SlotProblem.NO_SUCH_PRIORITY: _("Choose how important it is."),
        SlotProblem.OVERLAPS: _("On {day} two day parts overlap."),
        SlotProblem.TWICE: _("On {day} there is a line for this day part in these weeks already."),
    }[refusal.because].format(day=day)
