"""A timeline ⇄ the bytes of a snapshot: its records, typed, so that reading them is checking them.

A snapshot is data (msgpack), never code. It begins with a header, which says of which files it
is and by which program it was made: a record that has changed since is never read as it was.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import GenericAlias
from typing import Any, Final
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr, replace

from timeline import edtf
from timeline.indexing.stamps import Stamp
from timeline.model.records import Event
from timeline.model.registries import ENTRIES
from timeline.model.timeline import Timeline

_BEGIN: Final = b"timeline snapshot 1\n"
_NUMBER: Final = 4  # bytes: what all behind it adds up to, and how long the header is
_START: Final = len(_BEGIN) + 2 * _NUMBER
_ROOMS: Final = ("", "edtf", "files", "indexing", "inference", "loading", "model", "nodes")
_ROOM_OF_INDEX: Final = "query"  # what has a value, and what a word is
_ROOMS_OF_OTHERS: Final = ("exchange", "phrases", "views/parts")  # what reads other formats
MOST_OF_HEADER: Final = 65_536
"""Bytes at the beginning of a snapshot within which its header ends, or it has none."""


class OddSnapshot(ValueError):
    """It is no snapshot, not of this program, or not whole."""


class Header(Struct, frozen=True):
    """What a snapshot is of: the files, what each was called in positions, and when it was read.

    `program` is what the modules of the program add up to; `events` is how many there are.
    `index` is the name of the file beside it that has them, where they are too many to be read
    each time. `way` is how the files were read, "" if they are event files, `told` what else is
    told of them, and `day` the only today for which that holds.
    """

    program: int
    files: tuple[Stamp, ...]
    digests: tuple[bytes, ...]
    names: tuple[str, ...]
    read_at: int
    events: int
    index: str = ""
    way: str = ""
    told: bytes = b""
    day: int | None = None


class Snapshot(Struct, frozen=True):
    """A header, and the records behind it, not yet read."""

    header: Header
    content: bytes | memoryview


# The records as a timeline takes them, beside its events: what it is given is what is kept.
FIELDS: Final[list[tuple[str, Any]]] = [
    ("title", str),
    ("summary", str),
    ("as_of", int | None),
    *((name, GenericAlias(dict, (str, made))) for name, made in ENTRIES.items()),
]
_Content: Final = msgspec.defstruct("_Content", [*FIELDS, ("events", list[Event])])
_CONTENT: Final[msgspec.msgpack.Decoder[Any]] = msgspec.msgpack.Decoder(_Content)
_HEADER: Final = msgspec.msgpack.Decoder(Header)
_ENCODER: Final = msgspec.msgpack.Encoder()


def content(timeline: Timeline) -> bytes:
    """Return the records of *timeline*; raises `ValueError` for what msgpack has no form for."""
    fields = {name: getattr(timeline, name) for name, _ in FIELDS}
    registries = {name: dict(fields[name]) for name in ENTRIES}
    events = list(timeline)
    try:
        return _ENCODER.encode(_Content(**{**fields, **registries, "events": events}))
    except OverflowError as error:  # a day so far away that its number has no room
        raise OddSnapshot("a number is too large") from error


def written(snapshot: Snapshot) -> list[bytes | memoryview]:
    """Return the bytes of a snapshot, piece by piece: most of them are there already."""
    header = _ENCODER.encode(snapshot.header)
    begin = len(header).to_bytes(_NUMBER) + header
    check = crc32(snapshot.content, crc32(begin))
    return [_BEGIN, check.to_bytes(_NUMBER), begin, snapshot.content]


def header(data: bytes) -> Header:
    """Return the header of the snapshot that begins with *data*; raises `OddSnapshot`."""
    return _cut(data).header


def snapshot(data: bytes) -> Snapshot:
    """Return the snapshot in *data*, whole and made by this program; raises `OddSnapshot`."""
    found = whole(data)
    made = program(way=found.header.way, is_index=bool(found.header.index))
    if found.header.program != made:
        raise OddSnapshot("another program made it")
    return found


def whole(data: bytes) -> Snapshot:
    """Return the snapshot in *data*, by whichever program it was made; raises `OddSnapshot`."""
    behind = len(_BEGIN) + _NUMBER
    if int.from_bytes(data[len(_BEGIN) : behind]) != crc32(memoryview(data)[behind:]):
        raise OddSnapshot("it is not whole")
    return _cut(data)


def _cut(data: bytes) -> Snapshot:
    end = _START + int.from_bytes(data[_START - _NUMBER : _START])
    if not data.startswith(_BEGIN) or end > MOST_OF_HEADER:
        raise OddSnapshot("it does not begin as one")
    try:
        return Snapshot(_HEADER.decode(data[_START:end]), memoryview(data)[end:])
    except (msgspec.DecodeError, ValueError) as error:
        raise OddSnapshot("its header is odd") from error


def timeline(found: Snapshot, names: Sequence[str], today: int | None) -> Timeline:
    """Return the timeline of a snapshot; in positions its files are called by *names*.

    What was going on when its file was read is going on *today*. Raises `OddSnapshot`.
    """
    try:
        fields = msgspec.structs.asdict(_CONTENT.decode(found.content))
        events = [_followed(event, today) for event in fields.pop("events")]
        if tuple(names) != found.header.names:
            _rename(events, dict(zip(found.header.names, names, strict=True)))
        return Timeline(events, **fields)
    except (msgspec.DecodeError, LookupError, ValueError) as error:
        raise OddSnapshot("its records are odd") from error


def _followed(event: Event, today: int | None) -> Event:
    """Return *event* as known *today*, if its own file does not say up to when it tells."""
    if event.as_of is not None or event.date.end_kind != "open":
        return event
    date = edtf.parse(event.date.text)
    return replace(event, date=date if today is None else date.as_of(today))


def _rename(events: Sequence[Event], names: dict[str, str]) -> None:
    """Call the files of *events*, which nobody else has yet, as they are called from here."""
    for event in events:
        force_setattr(event.place, "file", names[event.place.file])


def program(*, way: str = "", is_index: bool = False) -> int:
    """Return what stands for the program as it reads files today: its version and its modules.

    Those that read other formats than our own count where the *way* is one of them, and those
    that find events where it makes an index. Raises `OSError` where they do not lie in folders.
    """
    counted = rooms(_PACKAGE, way=way, is_index=is_index)
    return _summed(counted, _module, crc32(os.fsencode(_PACKAGE)))


def sizes(latest: int | None = None) -> int:
    """Return what stands for the program wherever it lies: its version, its modules, their sizes.

    Raises `OddSnapshot` where a module was changed later than *latest*, in nanoseconds, and
    `OSError` where they do not lie in folders.
    """

    def size(file: "os.DirEntry[str]") -> str:
        about = file.stat()
        if latest is not None and about.st_mtime_ns > latest:
            raise OddSnapshot("the program has changed")
        return f"{file.name} {about.st_size}"

    return _summed(_ROOMS, size, 0)


_PACKAGE: Final = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  quicker than Path


def _summed(rooms: Iterable[str], said: "Callable[[os.DirEntry[str]], str]", found: int) -> int:
    """Return *found* with the version of the program, and what is *said* of each module."""
    with open(os.path.join(_PACKAGE, "__init__.py"), "rb") as file:  # noqa: PTH118, PTH123  likewise
        found = crc32(file.read(), found)
    for room in rooms:
        with os.scandir(os.path.join(_PACKAGE, room)) as files:  # noqa: PTH118  likewise
            modules = sorted(said(file) for file in files if file.name.endswith(".py"))
        found = crc32("\n".join(modules).encode(), found)
    return found


def rooms(package: str, *, way: str, is_index: bool) -> Iterator[str]:
    """Yield the folders within *package* of what makes a snapshot."""
    yield from _ROOMS
    if is_index:
        yield _ROOM_OF_INDEX
    if way:
        yield from _ROOMS_OF_OTHERS
        with os.scandir(os.path.join(package, "exchange")) as entries:  # noqa: PTH118  likewise
            yield from sorted(f"exchange/{each.name}" for each in entries if each.is_dir())


def _module(file: "os.DirEntry[str]") -> str:
    about = file.stat()
    return f"{file.name} {about.st_size} {about.st_mtime_ns}"
