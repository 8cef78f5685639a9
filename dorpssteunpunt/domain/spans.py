"""Spans of one day by the clock, and in which of them too few people are present."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a time until another of the same day; the end is no longer part of it."""

    start: time
    end: time

    def meets(self, other: "Span") -> bool:
        """Say whether both share time."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Shortage:
    """A span in which people are missing, and how many."""

    span: Span
    missing: int


def shortages(whole: Span, needed: int, present: Collection[Span]) -> tuple[Shortage, ...]:
    """Return where in `whole` fewer than `needed` are present, in order of time.

    Neighbouring spans in which equally many are missing are one.
    """
    found: list[Shortage] = []
    for piece in pieces(whole, present):
        missing = needed - sum(one.holds(piece) for one in present)
        if missing <= 0:
            continue
        last = found[-1] if found else None
        if last and last.missing == missing and last.span.end == piece.start:
            found[-1] = Shortage(Span(last.span.start, piece.end), missing)
        else:
            found.append(Shortage(piece, missing))
    return tuple(found)


def least_present(whole: Span, present: Collection[Span]) -> int:
    """Return how many are present in the hour of `whole` that has fewest."""
    return min(sum(one.holds(piece) for one in present) for piece in pieces(whole, present))


def pieces(whole: Span, present: Collection[Span]) -> tuple[Span, ...]:
    """Cut `whole` wherever somebody comes or goes, so that in each piece the same are present."""
    ends = {moment for one in present for moment in (one.start, one.end)}
    inside = {moment for moment in ends if whole.start < moment < whole.end}
    return tuple(Span(*two) for two in pairwise(sorted({whole.start, whole.end} | inside)))
