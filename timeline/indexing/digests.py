"""What stands for what files hold: asked only where their times do not tell."""

import hashlib
from collections.abc import Sequence

from timeline.files.content import contents
from timeline.indexing.stamps import Stamp


def digests(found: Sequence[Stamp]) -> tuple[bytes, ...]:
    """Return 16 bytes for each of the files, the same for the same content; raises `Unreadable`."""
    return tuple(hashlib.blake2b(contents(each.path), digest_size=16).digest() for each in found)


def together(*known: bytes) -> str:
    """Return 16 signs that stand for all that is *known*."""
    return hashlib.blake2b(b"\0".join(known), digest_size=8).hexdigest()
