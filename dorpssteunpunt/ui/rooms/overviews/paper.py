"""What a kind of paper, or of file, is to the room of the overviews."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dorpssteunpunt.services.exports.records import Export
from dorpssteunpunt.services.overviews.papers import Overview
from dorpssteunpunt.ui.kit.fields import Field

Asked = Mapping[str, Any]
"""What was filled in, by the names of the fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One kind of paper: `make` runs on the store thread, with what was filled in."""

    key: str
    title: str
    about: str
    fields: Sequence[Field[Any]]
    make: Callable[[Asked], Overview]
    file_name: Callable[[Asked], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One kind of file for other programs: `make` gives what to write, by the name of its file.

    Several of them go in a folder. `file_name` is proposed for one; without it a folder is asked.
    """

    key: str
    title: str
    about: str
    save: str
    fields: Sequence[Field[Any]]
    make: Callable[[Asked], Mapping[str, Export]]
    file_name: Callable[[Asked], str]
    pattern: str
