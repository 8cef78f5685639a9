"""Writes a file that was asked for on the command line."""

from pathlib import Path

from dorpssteunpunt.services.faults import PaperNotWritten


def write_whole(path: Path, content: bytes) -> None:
    """Put content at ``path``, whole or not at all; what is no file is written into as it is.

    Raises `PaperNotWritten` and leaves nothing when that fails.
    """
    into = path.exists() and not path.is_file() and not path.is_dir()  # a pipe or a device
    draft = path if into else path.with_name(path.name + ".new")
    try:
        draft.write_bytes(content)
        if not into:
            draft.replace(path)
    except OSError:
        if not into:
            draft.unlink(missing_ok=True)
        raise PaperNotWritten(path) from None
