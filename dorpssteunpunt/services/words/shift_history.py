"""The history of a shift in words."""

from dorpssteunpunt.base.formats import day_and_month, moment, time_range, weekday_date
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.roster import Event, HistoryLine
from dorpssteunpunt.services.words.attendance import attendance_words, told_words


def history_words(line: HistoryLine) -> str:
    """Return what happened: "Anna Bakker → Bart Cuypers, 24 nov, beide akkoord"."""
    parts = [_event_words(line)]
    if line.hours:
        parts.append(time_range(line.hours.start, line.hours.end))
    if line.in_return:
        shift = _("{day}, {daypart}").format(
            day=weekday_date(line.in_return.on), daypart=line.in_return.daypart
        )
        parts.append(_("in return for {shift}").format(shift=shift))
    if line.reason:
        parts.append(_("because: {reason}").format(reason=line.reason))
    return " · ".join(parts)


def noted_words(line: HistoryLine) -> str:
    """Return who noted it, and when."""
    return _("{name}, {moment}").format(name=line.by, moment=moment(line.at))


def _event_words(line: HistoryLine) -> str:
    if line.event is Event.SWAPPED and line.agreed_on:
        return _("{giver} → {taker}, {day}, both agreed").format(
            giver=line.instead_of, taker=line.who, day=day_and_month(line.agreed_on)
        )
    if line.told:
        return _("{name}: {what}").format(name=line.who, what=told_words(line.told))
    if line.marked:
        return _("{name}: {what}").format(name=line.who, what=attendance_words(line.marked))
    if line.event is Event.SWAP_ASKED:
        return _("{name} asked {other} to swap").format(name=line.who, other=line.asked)
    return {
        Event.SWAP_REFUSED: _("{name} does not want to swap"),
        Event.SWAP_WITHDRAWN: _("{name} does not ask for a swap any more"),
        Event.CAME: _("{name} put on the shift"),
        Event.SWAPPED: _("{name} put on the shift"),
        Event.TAKEN_OFF: _("{name} taken off"),
        Event.REPORTED_ABSENT: _("{name} reported absent"),
        Event.MOVED: _("{name} moved to another shift"),
    }[line.event].format(name=line.who)
