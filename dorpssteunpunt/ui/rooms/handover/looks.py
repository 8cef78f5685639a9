"""How entries of the logbook look: their tags, their lines, and their moments in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dorpssteunpunt.base.clock import ZONE
from dorpssteunpunt.base.formats import clock_time, long_date, moment, short_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.services.handover import Version
from dorpssteunpunt.services.ports import ActionRow, EntryRow, RequestReference
from dorpssteunpunt.services.words.handover import level_word
from dorpssteunpunt.ui.kit.choice_field import Choice
from dorpssteunpunt.ui.kit.row_table_model import Line
from dorpssteunpunt.ui.kit.tones import TagWords, Tone

_TONES = {Level.STABLE: Tone.FINE, Level.ATTENTION: Tone.WARNING, Level.URGENT: Tone.DANGER}
_SIGNS = {Level.STABLE: "✓", Level.ATTENTION: "●", Level.URGENT: "▲"}


def level_tag(level: Level) -> TagWords:
    """Return the tag that says how much an entry asks."""
    return TagWords(level_word(level), _TONES[level])


def level_choices() -> Sequence[Choice]:
    """Return the levels to choose from, each with its sign."""
    return [Choice(level, f"{_SIGNS[level]} {level_word(level)}") for level in Level]


def entry_line(row: EntryRow) -> Line:
    """Return an entry as a line of the list; a dot says that its reader has not read it yet."""
    new = row.waits_for_reader and not row.is_read
    unconfirmed = not (new or row.is_acknowledged or row.is_own)
    second = (
        row.author,
        moment(row.occurred_at),
        _("not confirmed") if unconfirmed else "",
        open_actions_words(row.open_actions),
    )
    line = Line(
        title=row.situation.splitlines()[0],
        second=" · ".join(part for part in second if part),
        tag=level_tag(row.level),
        marked=new,
    )
    return replace(line, spoken=_("New: {line}").format(line=line.read_out())) if new else line


def open_actions_words(count: int) -> str:
    """Return how many actions are open, or nothing for none."""
    if not count:
        return ""
    return ngettext("{n} open action", "{n} open actions", count).format(n=count)


def happened_words(at: datetime) -> str:
    """Return when something happened, as the title over an entry."""
    local = at.astimezone(ZONE)
    day = long_date(local.date())
    return f"{day[:1].upper()}{day[1:]}, {clock_time(local.time())}"


def written_words(version: Version, number: int) -> str:
    """Return who wrote an entry or correction down when, and its number."""
    return _("Written by {author}, {moment} · number {number}").format(
        author=version.author, moment=moment(version.entry.written_at), number=number
    )


def corrected_words(version: Version) -> str:
    """Return who corrected an entry when, and where to find what it said."""
    return _("Corrected by {author}, {moment}. What was written first is below.").format(
        author=version.author, moment=moment(version.entry.written_at)
    )


def request_words(about: RequestReference) -> str:
    """Return the help request an entry is about."""
    return f"{about.kind}, {about.requester}"


def action_words(action: ActionRow) -> str:
    """Return by whom and when an action is to be done, or was done."""
    if action.done_at:
        return _("done {moment} by {name}").format(
            moment=moment(action.done_at), name=action.done_by
        )
    due = _("by {day}").format(day=short_date(action.due_on)) if action.due_on else ""
    return " · ".join(part for part in (action.who, due) if part)
