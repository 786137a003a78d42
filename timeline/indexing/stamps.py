"""What a file is known by: where it lies, how large it is, and when it was last changed.

Times tell whether a file is still what it was, but not where it has changed so lately that a
second change would have the same time: such a file has not settled. Then, and where a copy or
a backup has other times, what it holds decides.
"""

import os
from collections.abc import Sequence
from stat import S_ISREG

from msgspec import Struct

from timeline.files.content import STANDARD_INPUT

_SETTLED = 2_000_000_000  # ns: no disk counts in longer steps
_TELLS_CHANGES = os.name == "posix"  # elsewhere the third time is that of the making


class Stamp(Struct, frozen=True):
    """A file as it lay there at a moment; its times are in nanoseconds."""

    path: str
    device: int
    inode: int
    size: int
    modified: int
    changed: int


def stamps(paths: Sequence[str]) -> tuple[Stamp, ...]:
    """Return the stamps of the files at *paths*; none at all if one of them is no file.

    What can be read only once, such as standard input, is none.
    """
    try:
        return tuple(map(_stamp, paths))
    except (OSError, ValueError):
        return ()


def _stamp(path: str) -> Stamp:
    if path == STANDARD_INPUT:
        raise ValueError("standard input has no stamp")
    found = os.stat(path)  # noqa: PTH116  of any text
    if not S_ISREG(found.st_mode):
        raise ValueError("not a file")
    times = found.st_mtime_ns, found.st_ctime_ns
    return Stamp(os.path.realpath(path), found.st_dev, found.st_ino, found.st_size, *times)


def are_settled(found: Sequence[Stamp], moment: int) -> bool:
    """Return whether the files lay so long before *moment* that any change since shows."""
    return all(max(each.modified, each.changed) + _SETTLED < moment for each in found)


def tell(before: Sequence[Stamp], now: Sequence[Stamp], moment: int) -> bool:
    """Return whether the files are surely what they were, read *before*, at *moment*."""
    return _TELLS_CHANGES and before == now and are_settled(before, moment)


def may_hold_the_same(before: Sequence[Stamp], now: Sequence[Stamp]) -> bool:
    """Return whether it is worth a look: the same files, as large as they were."""
    return [(each.path, each.size) for each in before] == [(each.path, each.size) for each in now]
