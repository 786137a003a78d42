"""A path → its text, or a plain sentence why there is none."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from timeline.errors import TimelineError
from timeline.likeness import did_you_mean
from timeline.text import quoted, together, visible

STANDARD_INPUT = "-"

_MOST_BYTES = 1_000_000_000  # a million events with their texts
_MOST_LINE = 10_000_000  # bytes
BLOCK = 250_000  # bytes
_DATABASE = b"SQLite format 3\0"
_ZIP = b"PK\x03\x04"  # also of .xlsx, .ods and .docx
_BYTE_ORDER_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
# How the zero bytes of plain text lie in its first four bytes.
_ZEROS = {
    "x0x0": "UTF-16",
    "0x0x": "UTF-16",
    "x000": "UTF-32",
    "000x": "UTF-32",
}


_begun: dict[str, BinaryIO] = {}  # pipes into which somebody has looked


class Unreadable(TimelineError):
    """There is no text to be had from this path."""


def shown(path: str) -> str:
    """Return what *path* is called in messages: from here, where it lies below here."""
    if path == STANDARD_INPUT:
        return "standard input"
    return visible(path.removeprefix(_here()))


def _here() -> str:
    """Return the folder we are in, or nothing where it is gone."""
    try:
        return f"{Path.cwd()}{os.sep}"
    except OSError:
        return ""


def read(path: str, hint: str = "") -> str:
    """Return the text of the file at *path*, or of standard input for `-`.

    *hint* says what an empty file should begin with. Raises `Unreadable` for what is
    missing, no file, not permitted, larger than a gigabyte, empty, binary, or not UTF-8
    (with the offset of the first wrong byte).
    """
    return text_of(path, contents(path), hint)


def text_of(path: str, data: bytes, hint: str = "") -> str:
    """Return the text of the bytes *data*, which the file at *path* holds, as `read` does.

    A byte order mark is no part of it; line ends are as they are. Raises `Unreadable`.
    """
    name = shown(path)
    if not data.removeprefix(BOM_UTF8).strip():
        raise Unreadable(f"{name} is empty", hint)
    if encoding := _other_encoding(data):
        raise Unreadable(f"{name} is {encoding} text", "save it as UTF-8")
    if data.startswith(_DATABASE):
        hint = "name the event file that it was exported from: a database is not read"
        raise Unreadable(f"{name} is an SQLite database", hint)
    if data.startswith(_ZIP):
        hint = "of a spreadsheet, save the sheet as CSV; an archive is unpacked first"
        raise Unreadable(f"{name} is a spreadsheet, another document or an archive", hint)
    if b"\0" in data:
        raise _binary(name, data.index(0))
    refuse_large(path, len(data))
    return _decoded(name, data)


def text_or_nothing(path: str, data: bytes) -> str:
    """Return the text of *data* as `text_of` does, "" where there is nothing but blanks."""
    return text_of(path, data) if data.removeprefix(BOM_UTF8).strip() else ""


def refuse_large(path: str, size: int) -> None:
    """Raise `Unreadable` if *size* is more bytes than are read of one file."""
    if size > _MOST_BYTES:
        hint = "make several files of it; they can be loaded together"
        raise Unreadable(f"{shown(path)} has more than {_MOST_BYTES // 1_000_000:,} MB", hint)


def lines(path: str, hint: str = "") -> Iterator[str]:
    """Yield the lines of a file, with their ends, as `read` would have them; never the whole.

    Raises `Unreadable` as `read` does, when it comes to where the file is wrong.
    """
    name, offset = shown(path), 0
    with _opened(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(_MOST_LINE + 1), b""), 1):
            if number == 1 and (encoding := _other_encoding(line)):
                raise Unreadable(f"{name} is {encoding} text", "save it as UTF-8")
            if b"\0" in line:
                raise _binary(name, offset + line.index(0))
            if len(line) > _MOST_LINE:
                most = f"{_MOST_LINE // 1_000_000} MB"
                raise Unreadable(f"line {number} of {name} has more than {most}", "begin new lines")
            refuse_large(path, offset + len(line))
            yield _decoded(name, line, offset, number)
            offset += len(line)
    if not offset:
        raise Unreadable(f"{name} is empty", hint)


def each_once(paths: Iterable[str]) -> tuple[str, ...]:
    """Return *paths* without those that lead to a file which one before leads to."""
    named: dict[str, str] = {}
    for path in paths:
        named.setdefault(_led_to(path), path)
    return tuple(named.values())


def _led_to(path: str) -> str:
    """Return the path of the file to which *path* leads; itself where no file can be called so."""
    with suppress(ValueError):
        return path if path == STANDARD_INPUT else os.path.realpath(path)
    return path


def blocks(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file, some hundreds of whole lines at a time; never the whole.

    A byte order mark is no part of them. Raises `Unreadable` for what is missing, no file, not
    permitted, or too large: whether it is text, is for the caller to find out.
    """
    with _opened(path) as file:
        refuse_large(path, os.fstat(file.fileno()).st_size)
        mark = BOM_UTF8
        while data := file.read(BLOCK):
            yield (data + file.readline()).removeprefix(mark)
            mark = b""


def _binary(name: str, offset: int) -> Unreadable:
    message = f"{name} is not a text file (a zero byte at offset {offset})"
    return Unreadable(message, "it must be plain text, in UTF-8")


def peeked(path: str, size: int) -> bytes:
    """Return the first *size* bytes of a file, or fewer, which all stay to be read.

    Of standard input, and of a pipe by whatever name, it is what is there when something is:
    it stays open, since it cannot be read again. Returns nothing where nothing is to be had.
    """
    try:
        if path == STANDARD_INPUT:
            return _seen(sys.stdin.buffer, size) if sys.stdin else b""
        stream = _begun.get(path) or open(path, "rb", buffering=size)  # noqa: PTH123, SIM115  as below
        if stream.seekable():
            with stream:
                return stream.read(size)
        _begun[path] = stream
        return _seen(stream, size)
    except (OSError, ValueError):
        return b""


def _seen(stream: BinaryIO, size: int) -> bytes:
    """Return what a *stream* has, without taking it."""
    if isinstance(stream, BufferedReader):
        return stream.peek(size)[:size]
    at = stream.tell()
    data = stream.read(size)
    stream.seek(at)
    return data


def contents(path: str) -> bytes:
    """Return the bytes of a file, or of standard input; of what never ends, one too many.

    Raises `Unreadable` for what is missing, no file, or not permitted.
    """
    with _opened(path) as file:
        return file.read(_MOST_BYTES + 1)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input, for its bytes."""
    try:
        if path == STANDARD_INPUT:
            yield _standard_input()
        else:
            with _begun.pop(path, None) or open(path, "rb") as file:  # noqa: PTH123  Path makes '.' of an empty name
                yield file
    except FileNotFoundError as error:
        raise Unreadable(*missing(path)) from error
    except IsADirectoryError as error:
        raise Unreadable(f"{shown(path)} is a folder", inside(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"cannot read {quoted(path)}: {visible(reason)}", _link(path)) from error


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise Unreadable("standard input is closed", "name a file")
    return sys.stdin.buffer


def _other_encoding(data: bytes) -> str:
    """Return UTF-16 or UTF-32 where the first bytes betray it, with or without a mark."""
    for mark, name in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return name
    first = data[:4]
    if not all(byte == 0 or byte in b"\t\n\r" or " " <= chr(byte) <= "~" for byte in first):
        return ""
    zeros = "".join("x" if byte else "0" for byte in first)
    return _ZEROS.get(zeros, "")


def _decoded(name: str, data: bytes, before: int = 0, line: int = 1) -> str:
    """Return the text of *data*, which begins in *line* and has so many bytes *before* it."""
    try:
        return data.decode("utf-8" if before else "utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind a byte order mark.
        offset = error.start + (len(data) - len(error.object))
        line += data.count(b"\n", 0, offset)
        where = f"byte {data[offset]:#04x} at offset {before + offset}, in line {line}"
        raise Unreadable(f"{name} is not UTF-8: {where}", "save it as UTF-8") from error


def _near(path: str) -> str:
    """Return what may have been meant by a name that leads to no file."""
    folder, name = os.path.split(path)
    names = [each for each in _names(folder) if name.startswith(".") or not each.startswith(".")]
    return _link(path) or did_you_mean(name, names)


def _link(path: str) -> str:
    """Return where a link leads that leads to no file, "" for all else."""
    try:
        leads_nowhere = os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114
        to = os.readlink(path) if leads_nowhere else ""  # noqa: PTH115
    except (OSError, ValueError):
        return ""
    if not to:
        return ""
    return f"it is a link to {quoted(to)}, which leads nowhere"


def missing(path: str, more: str = "") -> tuple[str, str]:
    """Return what to say of a *path* at which there is no file, and a hint, with *more* below."""
    return f"there is no file {quoted(path)}", together("\n", _near(path), more)


def inside(path: str) -> str:
    """Return the hint to name a file in the folder *path*, one of ours if there is any."""
    endings = (".yaml", ".yml", ".json", ".jsonl")
    paths = (os.path.join(path, name) for name in _names(path) if name.endswith(endings))  # noqa: PTH118  as it was written
    first = next(filter(str.isprintable, paths), "")
    return f"name a file in it: {first}" if first else "name a file"


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder or "."))  # noqa: PTH208  names, not paths
    except (OSError, ValueError):
        return []
