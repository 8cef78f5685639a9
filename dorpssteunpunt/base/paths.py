"""Where things are: the resources of the program and the folders of its user."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parents[1]
_APP = "dorpssteunpunt"


def resource(*parts: str) -> Path:
    """Return the path of a resource, such as `resource("icons", "house.svg")`.

    An installed wheel and a built program carry the resources inside the package, a checkout
    beside it. Raises `FileNotFoundError` when the resource is in neither: the program is
    then not whole.
    """
    for home in (_PACKAGE, _PACKAGE.parent):
        path = home.joinpath("resources", *parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


@dataclass(frozen=True, slots=True)
class Places:
    """The two folders of this user: one for settings, one for stores and logs."""

    settings: Path
    data: Path

    @classmethod
    def of_this_user(cls) -> Self:
        """Return the folders that belong to this user on this system (XDG on Linux).

        Settings and data never share a folder, so that a copied store leaves the secret of
        this computer behind; Windows and macOS know one folder for both, which is divided.
        """
        folders = PlatformDirs(_APP, appauthor=False, roaming=False)
        settings, data = folders.user_config_path, folders.user_data_path
        if settings == data:
            return cls(settings=settings / "settings", data=data / "data")
        return cls(settings=settings, data=data)

    def default_store(self) -> Path:
        """Return the store that opens when none is named."""
        return self.data / "dorpssteunpunt.store"

    def demo_store(self) -> Path:
        """Return the store of the demo village, apart from the real one."""
        return self.data / "demo" / "dorpssteunpunt-demo.store"

    def make_folder_of(self, store: Path) -> None:
        """Make the folder of a store, if it is to stand among the data of this user.

        Any other folder is there or it is not: a missing one may be on a disk that is out, and
        a folder of that name in its place would hide the store. Nothing is raised here; who
        makes the store says what is wrong.
        """
        folder = store.absolute().parent
        if folder.is_relative_to(self.data.absolute()):
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)

    def logs(self) -> Path:
        """Return the folder of the log files."""
        return self.data / "logs"
