"""Standard output is data, standard error is remarks (docs/architecture.md#data-and-remarks).

Whatever a terminal would obey in a text becomes a symbol here: nothing else in the
program writes to either stream. A page alone is styled, by `console`.
"""

import codecs
import sys
from collections.abc import Iterable
from itertools import islice
from typing import Any, Final, TextIO, cast

from timeline.commands.support import descriptors
from timeline.text import in_ascii, inert

_SIGNS = "●≈→█–"  # what a page is drawn with
_AT_ONCE: Final = 64  # lines


class _Gate:
    """Standard error that takes what others write too: tracebacks, warnings of libraries."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write *text*, inert."""
        return self._stream.write(inert(text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a stream has
        return getattr(self._stream, name)


def prepare() -> None:
    """Make standard output take any text: what it cannot show becomes plainer letters.

    Nothing that is written to standard error is obeyed, whoever writes it.
    """
    codecs.register_error("plain", _plain)
    descriptors.prepare("plain")
    sys.stderr = cast(TextIO, _Gate(sys.stderr))


def only_ascii() -> bool:
    """Whether standard output cannot show the signs that a page is drawn with."""
    try:
        _SIGNS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def write(text: str) -> None:
    """Write data: inert to a terminal, as it is to a program."""
    if sys.stdout.isatty():
        text = inert(text)
    sys.stdout.write(text)


def write_page(pieces: Iterable[str]) -> None:
    """Write a page, which has been through the gate and styled since, as long as it is read."""
    for piece in pieces:
        if not descriptors.is_read():
            return
        sys.stdout.write(piece)


def write_file(content: str | bytes) -> None:
    """Write the content of a file: text in UTF-8 whatever the terminal speaks, with its line ends.

    On a terminal text is inert; bytes are none, and its command keeps them from there.
    """
    if isinstance(content, str) and sys.stdout.isatty():
        write(content)
        return
    data = content.encode() if isinstance(content, str) else content
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def write_lines(lines: Iterable[str]) -> None:
    """Write *lines* of data, some at once, as long as somebody reads them."""
    left = iter(lines)
    while descriptors.is_read() and (some := list(islice(left, _AT_ONCE))):
        write("\n".join([*some, ""]))


def remark(text: str) -> None:
    """Write what is not data: counts, hints."""
    sys.stderr.write(f"{inert(text)}\n")
    sys.stderr.flush()


_kept: list[str] = []  # said at the end, if nothing has said it till then


def keep(text: str) -> None:
    """Keep a remark for the end of the run, where none of what follows says it itself."""
    _kept.append(text)


def forget_kept() -> None:
    """Forget the remark that was kept: a page says it."""
    _kept.clear()


def tell_kept() -> None:
    """Write the remark that was kept, if there is one."""
    while _kept:
        remark(_kept.pop(0))


def failed(text: str) -> None:
    """Say what went wrong, behind what was written before it."""
    try:
        flush()
    finally:
        remark(f"timeline: {text}")


def flush() -> None:
    """Write out what is waiting; raises `CannotWrite`, at the latest here."""
    sys.stdout.flush()


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end
