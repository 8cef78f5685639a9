"""A page of rows and where the next one begins, so that no list is ever read whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """Rows in their order; `next` is the key to ask the following page with, None at the end."""

    rows: Sequence[T_co]
    next: Any = None
