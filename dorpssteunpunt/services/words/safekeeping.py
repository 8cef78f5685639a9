"""Backups, copies and checks in the user's words."""

from collections.abc import Mapping
from datetime import datetime

from dorpssteunpunt.base.formats import clock_time, moment, numeric_date
from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services.safekeeping import Kept


def content_words(counts: Mapping[str, int]) -> str:
    """Return what is in a backup, as "160 people · 412 help requests · 96 handover entries"."""
    people, requests, entries = (
        counts.get(table, 0) for table in ("person", "help_request", "handover_entry")
    )
    return " · ".join(
        (
            ngettext("{n} person", "{n} people", people).format(n=people),
            ngettext("{n} help request", "{n} help requests", requests).format(n=requests),
            ngettext("{n} handover entry", "{n} handover entries", entries).format(n=entries),
        )
    )


def backup_words(backup: datetime | None) -> str:
    """Return when the last backup was made; nothing when there is none."""
    return _("Backup of {moment}").format(moment=moment(backup)) if backup else ""


def copy_words(kept: Kept) -> str:
    """Return when a copy last went elsewhere, or for how long none did."""
    if kept.days_without_copy:
        return days_without_copy_words(kept.days_without_copy)
    if kept.copied is None:
        return ""
    return _("Copy elsewhere of {moment}").format(moment=moment(kept.copied))


def days_without_copy_words(days: int) -> str:
    """Return for how many days no copy went to another disk."""
    return ngettext(
        "No copy on another disk for {n} day", "No copy on another disk for {n} days", days
    ).format(n=days)


def clock_words(written: datetime | None) -> str:
    """Return what is strange about the clock: it jumped, or stands before what was ``written``."""
    if written is None:
        return _(
            "The clock of this computer was changed. Check date and time; what is written from "
            "now on carries them. The order of what was written stays right."
        )
    return _(
        "The clock of this computer stands before {moment}, when something was last written. "
        "Check date and time. The order of what was written stays right."
    ).format(moment=f"{numeric_date(written.date())} {clock_time(written.time())}")
