"""Compiles the .po catalogues to .mo while the package is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs before the files of a wheel, sdist or editable installation are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue beside its .po file."""
        for po in sorted(Path(self.root, "resources", "locale").glob("*/LC_MESSAGES/*.po")):
            fresh = po.with_suffix(".mo.new")
            with po.open("rb") as source, fresh.open("wb") as target:
                write_mo(target, read_po(source))
            # In one step, because a program that runs from this checkout may be reading it.
            fresh.replace(po.with_suffix(".mo"))
