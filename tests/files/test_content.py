"""A path gives its text, whole or by lines, or a sentence why there is none."""

import io
import os
from threading import Thread
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.files import content as files
from timeline.files.content import Unreadable, blocks, lines, peeked, read


@pytest.fixture(name="file")
def _file(tmp_path, monkeypatch):
    """Make a file of some bytes in the folder we are in; return its name."""
    monkeypatch.chdir(tmp_path)

    def file(data):
        (tmp_path / "f.txt").write_bytes(data)
        return "f.txt"

    return file


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\r\nb", ["a\r\n", "b"]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n", ["a\n", "\ufeffb\n"]),
        ("é\u2028ü\n".encode(), ["é\u2028ü\n"]),
        (b"\n\n", ["\n", "\n"]),
    ],
)
def test_lines_have_their_ends(file, data, found):
    """A byte order mark is none only where a file begins; other line ends are text."""
    assert list(lines(file(data))) == found


@pytest.mark.parametrize(
    ("data", "before", "said"),
    [
        (b"", 0, "f.txt is empty\nwrite something"),
        (b"\xff\xfea\0", 0, "f.txt is UTF-16 text\nsave it as UTF-8"),
        (b"ab\nc\0\n", 1, "f.txt is not a text file (a zero byte at offset 4)\n"),
        (b"ab\n\xc3\xa9\nc\xff\n", 2, "f.txt is not UTF-8: byte 0xff at offset 7, in line 3\n"),
        (b"\xef\xbb\xbfa\xff\n", 0, "f.txt is not UTF-8: byte 0xff at offset 4, in line 1\n"),
    ],
)
def test_lines_before_a_fault_are_given(file, data, before, said):
    """With the place of the fault counted from the beginning of the file."""
    found = lines(file(data), "write something")
    for _ in range(before):
        next(found)
    with pytest.raises(Unreadable) as caught:
        next(found)
    assert str(caught.value).startswith(said)


def test_lines_of_what_is_not_there(file):
    """As for a whole file, when the first line is asked for."""
    file(b"x")
    with pytest.raises(Unreadable, match=r"there is no file 'f.tx'\ndid you mean 'f.txt'\?"):
        next(lines("f.tx"))
    with pytest.raises(Unreadable, match="is a folder"):
        next(lines("."))


def test_standard_input_has_lines_and_text(monkeypatch):
    """`-` is read as a file is, by lines or whole."""
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a\nb")))
    assert list(lines("-")) == ["a\n", "b"]
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a\nb")))
    assert read("-") == "a\nb"


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1))
def test_the_lines_of_a_file_are_its_text(text):
    """Together, for whatever can stand in one, but for what is refused as empty."""
    data = f"a{text}".encode()
    buffer = SimpleNamespace(buffer=io.BytesIO(data))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files.sys, "stdin", buffer)
        assert "".join(lines("-")) == f"a{text}" == files.text_of("-", data)


def test_no_line_is_read_beyond_all_bounds(file, monkeypatch):
    """A line of ten megabytes is refused when so much of it has been read, never the whole."""
    monkeypatch.setattr(files, "_MOST_LINE", 10)
    monkeypatch.setattr(files, "_MOST_BYTES", 25)
    path = file(b"a" * 9 + b"\n" + b"b" * 11)
    found = lines(path)
    assert next(found) == "a" * 9 + "\n"
    with pytest.raises(Unreadable, match=r"line 2 of .* has more than"):
        next(found)
    with pytest.raises(Unreadable, match=r"has more than 0 MB"):
        list(lines(file(b"123456789\n" * 3)))


def test_blocks_are_whole_lines(tmp_path):
    """All bytes but a byte order mark, which is one at the beginning alone."""
    path = tmp_path / "e.txt"
    line = b"\xef\xbb\xbf" + b"x" * 100_000 + b"\n"
    path.write_bytes(line * 9 + b"end")
    found = list(blocks(str(path)))
    assert len(found) > 2
    assert b"".join(found) == (line * 9 + b"end")[3:]
    assert all(each.endswith(b"\n") for each in found[:-1])


@pytest.mark.parametrize("read_it", [lambda path: list(lines(path)), read])
def test_a_device_that_never_ends_is_read_to_its_bound(tmp_path, monkeypatch, read_it):
    """A zero byte is seen first."""
    monkeypatch.setattr(files, "_MOST_LINE", 1000)
    monkeypatch.setattr(files, "_MOST_BYTES", 1000)
    link = tmp_path / "z.csv"
    link.symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="a zero byte at offset 0"):
        read_it(str(link))


@pytest.mark.parametrize("to", ["nowhere.yaml", "dang.yaml"])
def test_a_link_that_leads_nowhere_is_said(tmp_path, to):
    """The name itself is not what was meant; nor is a hidden file."""
    link = tmp_path / "dang.yaml"
    link.symlink_to(to)
    (tmp_path / ".dang.yaml").touch()
    with pytest.raises(Unreadable) as refused:
        read(str(link))
    assert refused.value.hint == f"it is a link to '{to}', which leads nowhere"
    with pytest.raises(Unreadable) as refused:
        read(str(tmp_path / "dan.yaml"))
    assert refused.value.hint == "did you mean 'dang.yaml'?"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize("reads", [read, lambda path: "".join(lines(path))])
def test_a_pipe_that_was_looked_into_is_read_whole(tmp_path, reads):
    """What is looked at, be it twice, stays to be read, though the pipe can be opened but once."""
    path = str(tmp_path / "pipe")
    os.mkfifo(path)
    text = "date,title\n" + "2019,War\n" * 20_000
    writer = Thread(target=(tmp_path / "pipe").write_text, args=(text,), daemon=True)
    writer.start()
    assert peeked(path, 4) == b"date"
    assert peeked(path, 4) == b"date"
    assert reads(path) == text
    writer.join()


def test_a_look_takes_no_more_than_it_is_told(file):
    """A file is as it was, and what is none has no first bytes."""
    path = file(b"date,title\n")
    assert peeked(path, 4) == b"date"
    assert read(path) == "date,title\n"
    assert peeked("no such file", 4) == peeked(".", 4) == b""
