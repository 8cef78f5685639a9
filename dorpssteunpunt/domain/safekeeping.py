"""How long backups are kept, when a check or a copy elsewhere is due, and whether clocks agree."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from dorpssteunpunt.base.clock import ZONE

_ALL_OF = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_CHECK_EVERY = timedelta(days=1)
_COPY_WITHIN = timedelta(days=7)
_CLOCKS_DIFFER = timedelta(minutes=10)
"""Less than this is two computers that are not quite alike, or a clock that is put right."""


def worth_keeping(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of these moments to keep a backup of.

    All of the last two days and of the future (a clock may have jumped), and the last one of
    each of the newest 12 days, 10 weeks and 9 months that have any.
    """
    moments = sorted(made, reverse=True)
    kept = {moment for moment in moments if moment > now - _ALL_OF}
    for period, number in (("%Y-%m-%d", _DAILY), ("%G-%V", _WEEKLY), ("%Y-%m", _MONTHLY)):
        last_of: dict[str, datetime] = {}
        for moment in moments:
            last_of.setdefault(moment.astimezone(ZONE).strftime(period), moment)
        kept.update(list(last_of.values())[:number])
    return kept


def check_is_due(checked: datetime | None, now: datetime) -> bool:
    """Say whether the store has to be examined: once a day, and after a check of the future."""
    return checked is None or not checked <= now < checked + _CHECK_EVERY


def days_without_copy(copied: datetime | None, first: datetime | None, now: datetime) -> int:
    """Return for how many days no copy went to another disk, or 0 while that is no reason to nag.

    Counted from the last copy, or from the ``first`` backup where there never was one.
    """
    since = copied or first
    if since is None or now - since < _COPY_WITHIN:
        return 0
    return (now - since).days


def clock_went_back(written: datetime | None, now: datetime) -> bool:
    """Say whether the clock stands before the moment at which something was last written."""
    return written is not None and now < written - _CLOCKS_DIFFER
