"""A text → a file: the whole of it, or the file as it was."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from timeline.errors import TimelineError
from timeline.text import quoted


class CannotSave(TimelineError):
    """A file cannot be written."""


def save(name: str, text: str) -> None:
    """Write *text* in UTF-8 to the file *name*: a new one, or in place of the old.

    It is written beside the file first and takes its place when it is complete, with
    the old permissions. A symbolic link stays one. Raises `CannotSave`.
    """
    path = Path(os.path.realpath(name))
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        _write(beside, text)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise CannotSave(f"cannot write {quoted(name)}: {error.strerror or error}") from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
