"""The cards of Today; each shows one part of the view and leads to its room."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton

from dorpssteunpunt.base.formats import (
    moment,
    short_date,
    time_range,
    weekday_date,
)
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.waiting import Standing
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import concerns, handover
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.ports import (
    ActionRow,
    EntryRow,
    FeedbackLine,
    RequestLine,
    RequestList,
)
from dorpssteunpunt.services.roster import WaitingSwap
from dorpssteunpunt.services.today import SpecialDays, TodayView
from dorpssteunpunt.services.words.handover import level_word
from dorpssteunpunt.services.words.help_requests import line_words, standing_word
from dorpssteunpunt.services.words.roster import (
    staffing_word,
)
from dorpssteunpunt.services.words.swapping import offered_words, waiting_words, waits_words
from dorpssteunpunt.ui.kit.buttons import secondary
from dorpssteunpunt.ui.kit.cards import Card, Entries, Entry, Item
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace

_SHOWN = 5  # lines of one kind in a card
_LEVELS = {
    Level.STABLE: Tone.FINE,
    Level.ATTENTION: Tone.WARNING,
    Level.URGENT: Tone.DANGER,
}
_STANDINGS = {
    Standing.TOO_LONG: Tone.DANGER,
    Standing.SEEKING: Tone.WARNING,
    Standing.MATCHED: Tone.FINE,
    Standing.TO_FINISH: Tone.WARNING,
    Standing.POSTPONED: Tone.INFORMATION,
}


class HandoverCard(Card):
    """What was handed over and waits for this person, and what is still to be done."""

    def __init__(self, workplace: Workplace, view: TodayView) -> None:
        waiting = len(view.unread)
        words = ngettext("{n} entry to read", "{n} entries to read", waiting)
        super().__init__(
            _("Handed over"), words.format(n=waiting) if waiting else _("Everything is read")
        )
        self._workplace = workplace
        entries = self.body.add(Entries())
        for entry in view.unread[:_SHOWN]:
            entries.add_entry(self._entry(entry))
        if view.unacknowledged:
            self._unacknowledged(len(view.unacknowledged))
        if view.actions:
            self.line()
            self.body.add(Text(_("Open actions"), "strong"))
            for action in view.actions[:_SHOWN]:
                self.body.add(self._action(action))
        self.add_foot(
            secondary(_("To the logbook"), lambda: workplace.navigate(Room.HANDOVER), dense=True)
        )

    def _entry(self, entry: EntryRow) -> Entry:
        return Entry(
            entry.situation,
            f"{entry.author} · {moment(entry.occurred_at)}",
            TagWords(level_word(entry.level), _LEVELS[entry.level]),
            _("Show: {what}").format(what=entry.situation),
            lambda: self._workplace.navigate(Room.HANDOVER, entry.id),
        )

    def _action(self, action: ActionRow) -> Item:
        done = secondary(_("Done"), lambda: self._finish(action), icon_name="check", dense=True)
        done.setAccessibleName(_("Done: {what}").format(what=action.what))
        day = short_date(action.due_on) if action.due_on else ""
        late = action.due_on is not None and action.due_on < self._workplace.today()
        tag = TagWords(_("late"), Tone.DANGER) if late else None
        second = " · ".join(filter(None, (action.who, day)))
        return Item(action.what, second, tag, actions=(done,))

    def _finish(self, action: ActionRow) -> None:
        desk, tasks = self._workplace.desk, self._workplace.tasks
        tasks.run(
            lambda: handover.finish_action(desk, action.id),
            lambda _done: self._workplace.notify(
                _("Done: {what}").format(what=action.what),
                lambda: tasks.run(lambda: handover.reopen_action(desk, action.id)),
            ),
        )

    def _unacknowledged(self, count: int) -> None:
        words = ngettext(
            "{n} entry was acknowledged by nobody", "{n} entries were acknowledged by nobody", count
        )
        self.body.add(Item(words.format(n=count), tag=TagWords(_("pay attention"), Tone.WARNING)))


class RequestsCard(Card):
    """The help requests of today, and those that wait too long."""

    def __init__(self, workplace: Workplace, view: TodayView) -> None:
        due, late = view.counts[RequestList.DUE], view.counts[RequestList.TOO_LONG]
        second = _("{due} for today, {late} waiting too long").format(due=due, late=late)
        super().__init__(_("Help requests for today"), second)
        self._workplace = workplace
        entries = self.body.add(Entries())
        shown = {line.id: line for line in (*view.due[:_SHOWN], *view.too_long[:_SHOWN])}
        for line in shown.values():
            entries.add_entry(self._line(line))
        if not shown:
            self.body.add(Text(_("Nothing is due today.")))
        every = _("All open help requests ({n})").format(n=view.counts[RequestList.OPEN])
        self.add_foot(secondary(every, lambda: workplace.navigate(Room.HELP_REQUESTS), dense=True))

    def _line(self, line: RequestLine) -> Entry:
        today = self._workplace.today()
        words = standing_word(line.standing, line, line.volunteer, today)
        return Entry(
            line.what,
            line_words(line, today),
            TagWords(words, _STANDINGS.get(line.standing, Tone.NEUTRAL)),
            _("Show: {what}").format(what=line.what),
            lambda: self._workplace.navigate(Room.HELP_REQUESTS, line.id),
        )


class FeedbackCard(Card):
    """What the village supporter answered and this person has not read."""

    def __init__(self, workplace: Workplace, feedback: Sequence[FeedbackLine]) -> None:
        super().__init__(_("Answer of the village supporter"))
        self._workplace = workplace
        for line in feedback:
            self._answer(line)

    def _answer(self, line: FeedbackLine) -> None:
        about = line.feedback.about
        title = _("About {whom}").format(whom=about) if about else _("About a signal")
        self.body.add(Item(title, f"{line.author} · {moment(line.feedback.given_at)}"))
        self.body.add(Text(line.feedback.text))
        self.add_foot(self._read_button(line))

    def _read_button(self, line: FeedbackLine) -> QPushButton:
        desk, feedback_id = self._workplace.desk, line.feedback.id
        return secondary(
            _("Read"),
            lambda: self._workplace.tasks.run(lambda: concerns.read_feedback(desk, feedback_id)),
            icon_name="check",
            dense=True,
        )


class WeekCard(Card):
    """The gaps of this week, days to come that are special, and weeks that are not made yet."""

    def __init__(self, workplace: Workplace, view: TodayView) -> None:
        super().__init__(_("This week"))
        gaps, unmade = view.gaps, view.unmade_weeks
        if not gaps and Week.of(workplace.today()) not in unmade:
            self.body.add(Text(_("Every shift of this week has enough people.")))
        for cell in gaps[:_SHOWN]:
            ask = secondary(
                _("Whom to ask?"),
                partial(workplace.navigate, Room.ROSTER, cell.shift_id),
                dense=True,
            )
            title = f"{weekday_date(cell.on)}, {cell.daypart.lower()}"
            ask.setAccessibleName(_("Whom to ask for {shift}?").format(shift=title))
            tag = TagWords(staffing_word(cell), Tone.DANGER)
            self.body.add(Item(title, time_range(cell.start, cell.end), tag, actions=(ask,)))
        for days in view.special_days:
            self.body.add(Text(_special_words(days)))
        if unmade:
            numbers = ", ".join(str(week.number) for week in unmade)
            if self.body.count():
                self.line()
            self.body.add(Text(_("No roster yet for week {numbers}.").format(numbers=numbers)))


def _special_words(days: SpecialDays) -> str:
    """Return "vr 25 dec: Eerste kerstdag, gesloten", or with the last day when there are more."""
    when = short_date(days.first)
    if days.last != days.first:
        when = f"{when} – {short_date(days.last)}"
    words = _("{days}: {what}, closed") if days.is_closed else _("{days}: {what}")
    return words.format(days=when, what=days.what)


class SwapsCard(Card):
    """For who plans: the swaps that were asked for and wait for an answer."""

    def __init__(self, workplace: Workplace, swaps: Sequence[WaitingSwap]) -> None:
        count = len(swaps)
        words = ngettext("{n} swap waits for an answer", "{n} swaps wait for an answer", count)
        super().__init__(_("Asked to swap"), words.format(n=count))
        entries = self.body.add(Entries())
        for swap in swaps[:_SHOWN]:
            what = waiting_words(swap)
            entries.add_entry(
                Entry(
                    offered_words(swap.shift),
                    f"{what} · {waits_words(swap)}",
                    None,
                    _("Show: {what}").format(what=what),
                    partial(workplace.navigate, Room.ROSTER, swap.shift.shift_id),
                )
            )


class ToAnswerCard(Card):
    """For professionals: how many signals the desk waits on, and what is late."""

    def __init__(self, workplace: Workplace, view: TodayView, today: date) -> None:
        count = len(view.to_answer)
        words = ngettext("{n} signal to answer", "{n} signals to answer", count)
        super().__init__(_("Signals"), words.format(n=count))
        late = sum(line.escalation.is_overdue(today) for line in view.to_answer)
        urgent = sum(line.concern.is_urgent for line in view.to_answer)
        if urgent:
            tag = TagWords(_("urgent"), Tone.DANGER)
            words = ngettext("{n} urgent signal", "{n} urgent signals", urgent)
            self.body.add(Item(words.format(n=urgent), tag=tag))
        if late:
            words = ngettext("{n} answer is late", "{n} answers are late", late)
            self.body.add(Text(words.format(n=late), "error"))
        self.add_foot(
            secondary(_("To the signals"), lambda: workplace.navigate(Room.CONCERNS), dense=True)
        )
