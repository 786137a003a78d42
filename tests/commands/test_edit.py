"""`timeline edit`: what is good becomes the file, and nothing that was typed gets lost."""

import os
import shlex
import signal
import sys
from pathlib import Path

import pytest

from timeline.commands.support import editor as editors
from timeline.files import change

FILE = """\
# A file with a comment.
events:
  - id: first
    date: 2018
    title: What came first

  - id: second  # a comment that stays
    date: 2019-02~
    title: What came second
"""


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(FILE)
    return path


@pytest.fixture(name="editor")
def _editor(tmp_path_factory, monkeypatch):
    """Let the editor be a few lines of Python, which have the text, the path and the arguments."""
    folder = tmp_path_factory.mktemp("editor")
    monkeypatch.delenv("VISUAL", raising=False)

    def editor(code):
        script = folder / "editor.py"
        script.write_text(
            "import os, pathlib, sys\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "data = path.read_bytes()\n"
            f"{code}\n"
        )
        command = f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"
        monkeypatch.setenv("EDITOR", command)
        return command

    return editor


GOOD = "path.write_bytes(data.replace(b'What came second', b'What came next'))"
WRONG = "path.write_bytes(data.replace(b'2019-02~', b'2019-13'))"


def _names(file):
    return sorted(each.name for each in file.parent.iterdir())


def test_a_good_text_becomes_the_file(run, file, editor):
    """The rest of it stays to the byte, and nothing lies beside it."""
    editor(GOOD)
    result = run("edit", "sec", "-f", str(file))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"saved {file}\n")
    assert file.read_text() == FILE.replace("What came second", "What came next")
    assert _names(file) == ["mine.yaml"]


def test_line_ends_and_the_byte_order_mark_stay(run, file, editor):
    """The editor sees the line ends; the mark is none of its business."""
    old = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    file.write_bytes(old)
    editor(GOOD)
    assert run("edit", "second", "-f", str(file)).exit_code == 0
    assert file.read_bytes() == old.replace(b"What came second", b"What came next")


def test_nothing_changed_is_said(run, file, editor):
    """Exit 0; the file is not even touched."""
    editor("pass")
    before = file.stat().st_mtime_ns
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, result.stderr) == (0, f"nothing changed in {file}\n")
    assert (file.stat().st_mtime_ns, _names(file)) == (before, ["mine.yaml"])


def test_a_wrong_text_is_kept_beside_the_file(run, file, editor):
    """With its problems, where nobody can be asked; a second one gets a number."""
    editor(WRONG)
    result = run("edit", "second", "-f", str(file))
    assert result.exit_code == 1
    assert f"{file}:8:16: not a date: " in result.stderr
    assert result.stderr.endswith(f"your text is in {file.with_name('mine.edited.yaml')}\n")
    assert file.read_text() == FILE
    run("edit", "second", "-f", str(file))
    assert _names(file) == ["mine.edited-2.yaml", "mine.edited.yaml", "mine.yaml"]
    for name in ("mine.edited-2.yaml", "mine.edited.yaml"):
        assert file.with_name(name).read_text() == FILE.replace("2019-02~", "2019-13")


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("sys.exit(3)", "the editor ended with exit 3"),
        ("os.kill(os.getpid(), 9)", "the editor ended with signal 9"),
    ],
)
def test_a_crashed_editor_loses_nothing(run, file, editor, ends, said):
    """What it had written is kept beside the file, good or not; nothing written, nothing kept."""
    editor(ends)
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, _names(file)) == (1, ["mine.yaml"])
    assert said in result.stderr
    editor(f"{GOOD}; {ends}")
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, file.read_text()) == (1, FILE)
    assert said in result.stderr
    assert "What came next" in file.with_name("mine.edited.yaml").read_text()


def test_what_is_no_text_is_kept_too(run, file, editor):
    """An editor that saves in another encoding, or nothing at all."""
    for number, (code, said) in enumerate(
        (("b'caf\\xe9'", "is not UTF-8"), ("b''", "mine.yaml is empty")), 1
    ):
        editor(f"path.write_bytes({code})")
        result = run("edit", "second", "-f", str(file))
        assert (result.exit_code, file.read_text()) == (1, FILE)
        assert said in result.stderr
        assert len(_names(file)) == 1 + number


def test_a_removed_copy_is_said(run, file, editor):
    """There is nothing to keep."""
    editor("path.unlink()")
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, _names(file), file.read_text()) == (1, ["mine.yaml"], FILE)
    assert result.stderr.endswith("the editor took away what it was given\nnothing was changed\n")


def test_a_change_made_meanwhile_is_not_overwritten(run, file, editor):
    """Both texts are there in the end."""
    editor(f"{GOOD}; pathlib.Path({str(file)!r}).write_text('- {{date: 2001, title: Theirs}}')")
    result = run("edit", "second", "-f", str(file))
    assert result.exit_code == 1
    assert "somebody else has changed" in result.stderr
    assert file.read_text() == "- {date: 2001, title: Theirs}"
    assert "What came next" in file.with_name("mine.edited.yaml").read_text()


def test_a_full_disk_loses_nothing(run, file, editor, monkeypatch):
    """The copy lies there already; it only gets another name."""
    editor(GOOD)

    def full(*_, **__):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(change, "fill", full)
    result = run("edit", "second", "-f", str(file))
    assert result.exit_code == 1
    assert "No space left on device\nyour text is in " in result.stderr
    assert file.read_text() == FILE
    assert "What came next" in file.with_name("mine.edited.yaml").read_text()


def test_the_event_tells_which_of_several_files(run, file, editor, tmp_path):
    """The other one stays; without an event it must be said."""
    other = tmp_path / "other.yaml"
    other.write_text("- {id: third, date: 2020, title: What came second}\n")
    editor(GOOD)
    both = ("-f", str(file), "-f", str(other))
    assert run("edit", "third", *both).stderr == f"saved {other}\n"
    assert (file.read_text(), "came next" in other.read_text()) == (FILE, True)
    result = run("edit", *both)
    assert (result.exit_code, "say which with --into" in result.stderr) == (2, True)
    assert run("edit", *both, "--into", str(file)).stderr == f"saved {file}\n"


def test_a_broken_file_is_opened_at_its_first_problem(run, file, editor):
    """And may be mended so."""
    file.write_text(FILE.replace("2018", "2018-13"))
    editor("path.write_bytes(data.replace(b'2018-13', b'2018'))")
    result = run("edit", "-f", str(file))
    assert f"{file}:4:16: not a date" in result.stderr
    assert (result.exit_code, file.read_text()) == (0, FILE)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("frist",), "did you mean 'first'?"),
        (("first", "-f", "-"), "standard input cannot be changed"),
        (("first", "-f", "nowhere.yaml"), "to begin one: timeline new nowhere.yaml"),
    ],
)
def test_what_cannot_be_edited_is_refused(run, file, editor, args, message):
    """Exit 2, before an editor is started."""
    editor("raise SystemExit(9)")
    files = () if "-f" in args else ("-f", str(file))
    result = run("edit", *args, *files)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_read_only_file_is_refused_before_it_is_edited(run, file, editor):
    """Not after an hour of work."""
    editor("raise SystemExit(9)")
    file.chmod(0o444)
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, _names(file)) == (1, ["mine.yaml"])
    assert "it is read-only" in result.stderr


def test_the_curated_timeline_of_an_installed_program_is_not_edited(run, editor, monkeypatch):
    """It says how to have a copy of one's own."""
    editor("raise SystemExit(9)")
    monkeypatch.setattr("timeline.commands.support.target.is_shipped", lambda _: True)
    result = run("edit", "letter-to-putin")
    assert result.exit_code == 2
    assert "timeline export yaml -o mine.yaml, then add `-f mine.yaml`" in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("EDITOR", "no-such-editor --wait", "there is no such program"),
        ("VISUAL", "'open", "a quotation mark is left open"),
        ("VISUAL", "vi \\", "it ends with a backslash"),
        ("EDITOR", "''", "there is no such program"),
        ("EDITOR", "/no/such/editor", "there is no such program"),
        ("EDITOR", "/", "and that is a folder"),
        ("EDITOR", shlex.quote(__file__), "and that cannot be executed"),
        ("EDITOR", "", "there is no terminal to edit on"),
        ("VISUAL", " \t ", "there is no terminal to edit on"),
    ],
)
def test_without_an_editor_it_says_what_to_set(run, file, monkeypatch, name, value, said):
    """Exit 2, and nothing lies beside the file."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv(name, value)
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, _names(file)) == (2, ["mine.yaml"])
    assert said in result.stderr


def test_an_editor_may_lie_in_a_folder_with_blanks(run, file, tmp_path_factory, monkeypatch):
    """With or without quotation marks; a blank VISUAL stands for none."""
    path = tmp_path_factory.mktemp("my editors") / "ed"
    path.write_text('#!/bin/sh\necho "# $1" >> "$2"\n')
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", " ")
    for said, added in ((f"'{path}' x", "# x\n"), (f'"{path}" "a b"', "# a b\n")):
        monkeypatch.setenv("EDITOR", said)
        assert run("edit", "second", "-f", str(file)).exit_code == 0
        assert file.read_text().endswith(added)
    path.write_text('#!/bin/sh\necho "# alone" >> "$1"\n')
    monkeypatch.setenv("EDITOR", str(path))
    assert run("edit", "second", "-f", str(file)).exit_code == 0
    assert file.read_text().endswith("# alone\n")


@pytest.mark.skipif(os.name == "nt", reason="a file without a head is no program there")
def test_an_editor_that_does_not_start_is_said(run, file, tmp_path_factory, monkeypatch):
    """Exit 2, and nothing lies beside the file."""
    path = tmp_path_factory.mktemp("editors") / "ed"
    path.write_bytes(b"\0\1\2")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    result = run("edit", "second", "-f", str(file))
    assert (result.exit_code, _names(file), file.read_text()) == (2, ["mine.yaml"], FILE)
    assert f"cannot start the editor '{path}': " in result.stderr


def test_a_session_that_was_cut_short_is_told(run, file, editor):
    """Its copy is still there; it is left alone."""
    file.with_name(".mine.edit-abc123.yaml").write_text("work")
    editor("pass")
    result = run("edit", "second", "-f", str(file))
    assert "another edit is open, or was cut short: " in result.stderr
    assert file.with_name(".mine.edit-abc123.yaml").read_text() == "work"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["vim"], ["vim", "+7", "f.yaml"]),
        (["/usr/bin/nvim", "-u", "NONE"], ["/usr/bin/nvim", "-u", "NONE", "+7", "f.yaml"]),
        (["nano"], ["nano", "+7", "f.yaml"]),
        (["emacs"], ["emacs", "+7", "f.yaml"]),
        (["micro"], ["micro", "+7", "f.yaml"]),
        (["kak"], ["kak", "+7", "f.yaml"]),
        (["code"], ["code", "--wait", "-g", "f.yaml:7"]),
        (["code", "--wait"], ["code", "--wait", "-g", "f.yaml:7"]),
        (["codium", "-w"], ["codium", "-w", "-g", "f.yaml:7"]),
        (["zed"], ["zed", "--wait", "f.yaml:7"]),
        (["subl", "-w"], ["subl", "-w", "f.yaml:7"]),
        (["hx"], ["hx", "f.yaml:7"]),
        (["gvim"], ["gvim", "--nofork", "+7", "f.yaml"]),
        (["ed"], ["ed", "f.yaml"]),
    ],
)
def test_editors_are_told_the_line_and_to_be_waited_for(command, expected):
    """Each in its own way; one that is not known gets the file alone."""
    assert editors.arguments(command, "f.yaml", 7) == expected


def test_the_editor_opens_at_the_event(run, file, tmp_path, monkeypatch):
    """A copy with the same ending, beside the file, at the line of the event's hyphen."""
    vim = tmp_path / "bin" / "vim"
    vim.parent.mkdir()
    vim.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/bin/said\n')
    vim.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(vim))
    run("edit", "second", "-f", str(file))
    line, copy = (tmp_path / "bin" / "said").read_text().split()
    assert line == "+7"
    assert (Path(copy).parent, Path(copy).suffix) == (tmp_path, ".yaml")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
class TestOnTerminal:
    """Where somebody can be asked what is to become of a wrong text."""

    def test_again_until_it_is_good(self, asked, file, editor):
        """The second time the editor has what the first time left."""
        command = editor(
            "wrong = b'2019-13' in data\n"
            "path.write_bytes(data.replace(b'2019-13', b'2020') if wrong else"
            " data.replace(b'2019-02~', b'2019-13'))"
        )
        session = asked("edit", "second", "-f", str(file), EDITOR=command)
        session.answer("[e]dit again, [k]eep your text beside the file, or [t]hrow it away? ", "")
        assert session.ended() == 0
        assert "not a date" in session.shown
        assert file.read_text() == FILE.replace("2019-02~", "2020")
        assert _names(file) == ["mine.yaml"]

    @pytest.mark.parametrize(
        ("key", "code", "kept"), [("t\n", 0, False), ("k\n", 1, True), ("\x04", 1, True)]
    )
    def test_kept_or_thrown_away(self, asked, file, editor, key, code, kept):
        """Ctrl-D keeps it too."""
        session = asked("edit", "second", "-f", str(file), EDITOR=editor(WRONG))
        session.wait_for("throw it away? ".replace("throw", "[t]hrow"))
        session.type(key)
        assert session.ended() == code
        assert file.read_text() == FILE
        assert _names(file) == (["mine.edited.yaml"] if kept else []) + ["mine.yaml"]

    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_whoever_ends_it_ends_the_editor_too(self, asked, file, editor, name):
        """No editor stays behind on the terminal, and what was typed stands beside the file."""
        command = editor(
            "import signal\n"
            "for each in (signal.SIGTERM, signal.SIGHUP):\n"
            "    signal.signal(each, lambda number, _: sys.exit(number))\n"
            "path.write_bytes(data + b'# mine')\n"
            "print('waiting', flush=True)\n"
            "while True:\n    signal.pause()"
        )
        number = getattr(signal, name)
        session = asked("edit", "second", "-f", str(file), EDITOR=command)
        session.wait_for("waiting")
        session.terminate(number)
        assert session.ended() == 128 + number
        assert "stopped\r\nyour text is in" in session.raw
        assert file.read_text() == FILE
        assert (file.parent / "mine.edited.yaml").read_text() == FILE + "# mine"

    def test_an_editor_that_comes_back_at_once_is_waited_for(self, asked, file, editor):
        """A window of its own: the person says when the text is saved."""
        session = asked("edit", "second", "-f", str(file), EDITOR=editor("pass"))
        session.wait_for("Press Enter when you have saved")
        [copy] = [each for each in file.parent.iterdir() if each != file]
        copy.write_text(FILE.replace("What came second", "What came next"))
        session.type("\n")
        assert session.ended() == 0
        assert "What came next" in file.read_text()
