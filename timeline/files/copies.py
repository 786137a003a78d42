"""A copy of a file that is worked on beside it, and what becomes of it.

It lies in the same folder, under a hidden name with the same ending: what editors
take from a folder or from an ending holds for it too, and it is still there after
whatever happens to the computer.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from secrets import token_hex

from timeline.files.draft import named_beside
from timeline.files.output import create, give_name

_MARK = ".edit-"


def copied(path: Path, text: str) -> Path:
    """Return a new hidden file beside the real file *path* that holds *text*.

    Nobody may read it who may not read *path*. Raises `CannotSave`.
    """
    copy = named_beside(path, ".", path.stem, f"{_MARK}{token_hex(3)}{path.suffix}")
    create(str(copy), text, like=path)
    return copy


def left_over(path: Path) -> Iterator[Path]:
    """Yield the copies of *path* that an interrupted session has left."""
    made = named_beside(path, ".", path.stem, f"{_MARK}{'0' * 6}{path.suffix}").name
    begin = made.removesuffix("0" * 6 + path.suffix)
    for each in sorted(path.parent.iterdir()):
        if each.name.startswith(begin) and each.name.endswith(path.suffix):
            yield each


def set_aside(copy: Path, path: Path) -> Path:
    """Give the *copy* a name beside *path* that everybody sees; return it.

    It is `events.edited.yaml` for `events.yaml`, or the next that is free. Where the
    disk refuses, the copy keeps its name, and that is returned.
    """
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        aside = named_beside(path, "", path.stem, f".edited{more}{path.suffix}")
        try:
            give_name(copy, aside)
        except FileExistsError:
            continue
        except OSError:
            return copy
        return aside
    raise AssertionError  # numbers do not end
