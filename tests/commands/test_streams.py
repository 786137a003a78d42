"""Whatever a terminal would obey becomes a symbol, wherever it comes from."""

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.text import Text

from timeline.commands.support import streams
from timeline.pages.gate import Gate

_ROOM = Path(streams.__file__).parents[2]
_EVIL = "a\x1b[2J\x9b31m\x07\r\u202eb"
_SEEN = "a␛[2J\ufffd31m␇␍\ufffdb"


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_data_is_inert_on_a_terminal(monkeypatch):
    """On a terminal symbols; in a pipe the bytes are what the form says."""
    monkeypatch.setattr(sys, "stdout", _Terminal())
    streams.write(_EVIL)
    streams.write_file(_EVIL)
    assert sys.stdout.getvalue() == _SEEN * 2


def test_data_is_whole_in_a_pipe(capfdbinary):
    """Whoever reads a pipe gets what was written."""
    streams.write_file(_EVIL)
    assert capfdbinary.readouterr().out == _EVIL.encode()


def test_remarks_are_inert_everywhere(capsys):
    """Standard error is read by people, also out of a log."""
    streams.remark(f"{_EVIL}\nb")
    streams.failed(_EVIL)
    assert capsys.readouterr().err == f"{_SEEN}\nb\ntimeline: {_SEEN}\n"


def test_what_others_say_is_inert(monkeypatch):
    """Tracebacks, and warnings of libraries, go to the same standard error."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.StringIO())
    streams.prepare()
    print(f"a library: {_EVIL}", file=sys.stderr)  # noqa: T201
    sys.excepthook(ValueError, ValueError(_EVIL), None)
    said = sys.stderr.getvalue()
    assert f"a library: {_SEEN}\n" in said
    assert f"ValueError: {_SEEN}\n" in said
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", said)


def test_a_page_is_styled_by_us_alone():
    """An escape in the text of a page is a symbol, or nothing; the style is kept."""
    console = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor", width=60)
    console.push_render_hook(Gate())
    console.print(Text(_EVIL, Style(bold=True)), crop=False)
    assert console.file.getvalue() == "\x1b[1ma␛[2J\ufffd31m\ufffdb\x1b[0m\n"


def test_nothing_else_writes_to_a_stream():
    """One door out: what is not written by `streams` would not pass the gate."""
    doors = re.compile(
        r"sys\.std(?:out|err)\.write|typer\.(?:echo|secho|confirm|prompt)|^\s*print\(", re.MULTILINE
    )
    others = {
        path.name
        for path in _ROOM.rglob("*.py")
        if path.name != "streams.py" and doors.search(path.read_text(encoding="utf-8"))
    }
    assert others == {"__init__.py"}  # the example of the library's docstring
