"""The one door for what a command writes: nothing is lost that is read, or there already."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline.commands.support.outputs import Outputs
from timeline.errors import UsageError
from timeline.files.draft import CannotSave
from timeline.loading.shipped import default_path

ROOT = Path(__file__).parents[2]
EVENTS = '[{"date": "2019", "title": "Precious"}]'
HEADER = "verdict,id,date,"


@pytest.fixture(name="folder")
def _folder(tmp_path, monkeypatch):
    """Make an event file under several endings, and two links to one of them."""
    for name in ("events.json", "events.txt", "events.svg", "other.json"):
        (tmp_path / name).write_text(EVENTS)
    (tmp_path / "later.json").write_text(EVENTS.replace("2019", "2020"))
    (tmp_path / "table.csv").write_text("date,title\n2019,Precious\n")
    (tmp_path / "soft.txt").symlink_to("events.txt")
    os.link(tmp_path / "events.txt", tmp_path / "hard.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _texts(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


READ = [
    ("-f", "events.json", "export", "csv", "-o", "new.csv", "--report", "events.json"),
    ("-f", "events.json", "export", "csv", "-o", "events.json"),
    ("-f", "events.txt", "export", "csv", "-o", "soft.txt"),
    ("-f", "soft.txt", "export", "csv", "-o", "events.txt"),
    ("-f", "events.txt", "export", "csv", "-o", "hard.txt"),
    ("-f", "events.txt", "export", "md", "--report", "../{folder}/events.txt"),
    ("-f", "other.json", "-f", "events.json", "export", "csv", "-o", "events.json"),
    ("-f", "events.txt", "list", "--save", "events.txt"),
    ("-f", "events.txt", "list", "--save", "hard.txt", "-o", "table"),
    ("-f", "events.txt", "--save", "soft.txt"),
    ("-f", "events.txt", "chart", "--save", "./events.txt"),
    ("diff", "events.txt", "other.json", "--save", "events.txt"),
    ("diff", "other.json", "events.txt", "--save", "hard.txt"),
    ("import", "table.csv", "-o", "table.csv"),
    ("import", "table.csv", "-o", "new.yaml", "--report", "table.csv"),
    ("import", "events.svg", "--from", "json", "-o", "events.svg"),
]


@pytest.mark.parametrize("args", READ, ids=" ".join)
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_what_is_read_is_never_written(run, folder, args, force):
    """Under any of its names, by any option, with --force too; nor is anything else."""
    before = _texts(folder)
    result = run(*(each.format(folder=folder.name) for each in args), *force)
    assert result.exit_code == 2
    assert "is the file that is read\n" in result.stderr
    assert (result.stdout, _texts(folder)) == ("", before)


def test_a_file_of_the_environment_is_read_too(run, folder, monkeypatch):
    """TIMELINE_FILE names inputs as -f does."""
    monkeypatch.setenv("TIMELINE_FILE", "events.txt")
    before = _texts(folder)
    for args in (("export", "md", "--report", "hard.txt"), ("list", "--save", "events.txt")):
        assert run(*args, "--force").exit_code == 2
    assert _texts(folder) == before


def test_the_curated_file_is_read_where_none_is_named(run):
    """It is not written over either."""
    curated = default_path()
    before = curated.read_bytes()
    assert run("export", "yaml", "-o", str(curated), "--force").exit_code == 2
    assert curated.read_bytes() == before


def test_a_file_that_is_appended_to_is_not_read_by_the_same_run(folder):
    """`list >> FILE` would make it longer by itself; standard input likewise."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for args, source in ((("-f", "events.txt", "list"), None), (("-f", "-", "list"), "events.txt")):
        with Path("events.txt").open("ab") as out, Path(source or os.devnull).open() as given:
            command = [sys.executable, "-m", "timeline", *args]
            done = subprocess.run(
                command, stdin=given, stdout=out, stderr=subprocess.PIPE, env=env, check=False
            )
        assert (done.returncode, Path("events.txt").read_text()) == (2, EVENTS)
        assert b"standard output is the file that is read" in done.stderr
    assert folder.is_dir()


@pytest.mark.parametrize(
    "args",
    [
        ("-f", "events.json", "export", "csv", "-o", "other.json"),
        ("-f", "events.json", "export", "csv", "-o", "new.csv", "--report", "other.json"),
        ("-f", "events.json", "export", "csv", "--report", "other.json"),
        ("-f", "events.json", "list", "--save", "events.txt"),
        ("-f", "events.json", "--save", "events.svg"),
        ("diff", "events.json", "later.json", "--save", "events.txt"),
        ("import", "table.csv", "-o", "events.txt"),
        ("import", "table.csv", "-o", "new.yaml", "--report", "other.json"),
        ("new", "soft.txt"),
    ],
    ids=" ".join,
)
def test_a_file_that_is_there_is_replaced_only_by_force(run, folder, args):
    """Exit 2, and not a thing done; with --force it is."""
    before = _texts(folder)
    result = run(*args)
    assert (result.exit_code, result.stdout, _texts(folder)) == (2, "", before)
    assert " already\nname another, or add --force to replace it\n" in result.stderr
    assert run(*args, "--force").exit_code == 0
    changed = {name for name, text in _texts(folder).items() if text != before.get(name)}
    assert changed & {"other.json", "events.txt", "events.svg", "soft.txt"}


def test_force_may_stand_before_the_command(run, folder):
    """As --save may."""
    result = run("-f", "events.json", "--force", "--save", "events.txt", "list")
    assert (result.exit_code, result.stderr) == (0, "saved events.txt\n")
    assert "Precious" in (folder / "hard.txt").read_text()
    assert (folder / "events.txt").read_text() != EVENTS


@pytest.mark.parametrize(
    ("output", "report"),
    [
        ("new.json", "new.json"),
        ("new.json", "./new.json"),
        ("new.json", "../{folder}/new.json"),
        ("new.json", "dangling"),
        ("hard.txt", "events.txt"),
        ("-", "-"),
        ("-", "/dev/stdout"),
        ("/dev/stdout", "/dev/fd/1"),
    ],
)
def test_two_outputs_are_never_one_file(run, folder, output, report):
    """Not one that is to be made either, nor by way of a link that leads to it."""
    (folder / "dangling").symlink_to("new.json")
    before = _texts(folder)
    names = ("-o", output, "--report", report.format(folder=folder.name))
    result = run("-f", "other.json", "export", "csv", *names, "--force")
    assert (result.exit_code, result.stdout, _texts(folder)) == (2, "", before)
    assert "would be written twice" in result.stderr


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".", "Is a directory"),
        ("new/", "Is a directory"),
        ("nowhere/new.csv", "there is no folder 'nowhere'"),
        ("events.txt/new.csv", "Not a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_a_file_is_refused_before_anything_is_done(run, folder, name, reason):
    """Exit 1: not a word on standard output, and no report."""
    before = _texts(folder)
    result = run("-f", "events.json", "export", "csv", "-o", name, "--report", "lost.json")
    assert (result.exit_code, result.stdout, _texts(folder)) == (1, "", before)
    assert result.stderr.endswith(f": {reason}\n")


def test_standard_output_has_a_name(run, folder):
    """`-`: of an export, an import, a report beside a file, a page, a first event file."""
    for name in ("-", "/dev/stdout"):
        assert run("-f", "events.json", "export", "csv", "-o", name).stdout.startswith(HEADER)
        assert "title: Precious" in run("import", "table.csv", "-o", name).stdout
        assert "# " in run("new", name).stdout
    made = run("import", "table.csv", "-o", "new.yaml", "--report", "-")
    assert json.loads(made.stdout)["written"] == 1
    assert "Precious" in run("-f", "events.json", "list", "--save", "-").stdout
    assert run("-f", "events.json", "list", "--save", "-", "-o", "json").exit_code == 2
    assert not (folder / "-").exists()
    assert not (folder / "timeline.schema.json").exists()


def _bash(script):
    """Run a script in which tl is the program, as a shell has it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable}
    done = subprocess.run(
        ["sh", "-c", f'tl() {{ "$PYTHON" -m timeline "$@"; }}\n{script}'],  # noqa: S607
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
@pytest.mark.parametrize(
    "name",
    [
        "/dev/stdout",
        *(pytest.param(name, marks=pytest.mark.thorough) for name in ("-", "link", "/dev/fd/1")),
    ],
)
@pytest.mark.parametrize("sign", [pytest.param(">", marks=pytest.mark.thorough), ">>"])
def test_an_open_file_is_written_to_from_where_it_stands(folder, name, sign):
    """What stood before stays, and what comes after follows: the file is not replaced."""
    (folder / "link").symlink_to("/dev/stdout")
    command = f"tl -f events.json export csv -o {name}"
    _bash(f"(echo before; {command}; echo after) {sign} out")
    lines = (folder / "out").read_text().splitlines()
    assert (lines[0], lines[1][: len(HEADER)], lines[-1]) == ("before", HEADER, "after")
    assert len(lines) == 4


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
def test_any_descriptor_is_written_to(folder):
    """Of a file, from where it stands; of a pipe; of none, a sentence."""
    csv = "tl -f events.json export csv -o"
    _bash(f"exec 3>out; echo before >&3; {csv} /dev/fd/3; echo after >&3")
    lines = (folder / "out").read_text().splitlines()
    assert (lines[0], lines[1][: len(HEADER)], lines[-1]) == ("before", HEADER, "after")
    assert HEADER in _bash(f"{csv} /dev/stderr 2>&1 >/dev/null")
    assert _bash(f"({csv} /dev/fd/7 2>&1; echo $?) | tail -1") == "1\n"


def test_a_pipe_with_a_name_is_written_to(run, folder):
    """And stays a pipe; so does a device."""
    os.mkfifo("pipe")
    os.mkfifo("pipe.svg")
    for args in (("export", "csv", "-o", "pipe"), ("list", "--save", "pipe.svg")):
        with ThreadPoolExecutor() as others:
            got = others.submit(Path(args[-1]).read_text)
            assert run("-f", "events.json", *args).exit_code == 0
        assert "Precious" in got.result()
        assert Path(args[-1]).is_fifo()
    assert run("-f", "events.json", "export", "csv", "-o", os.devnull).exit_code == 0
    assert folder.is_dir()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_an_error(run, folder):
    """Exit 1 whatever it is a device of; nothing is said to be written, nor reported."""
    result = run(
        *("-f", "events.json", "export", "csv", "-o", "/dev/full", "--report", "lost.json")
    )
    assert result.exit_code == 1
    assert result.stderr == "timeline: cannot write '/dev/full': No space left on device\n"
    result = run("import", "table.csv", "-o", "/dev/full")
    assert result.stderr == "timeline: cannot write '/dev/full': No space left on device\n"
    assert not (folder / "lost.json").exists()


def test_a_name_may_be_no_text(run, folder):
    """A file, and what is told of it in any form."""
    odd = os.fsdecode(b"odd\xff.txt")
    (folder / odd).write_text(EVENTS.replace("2019", "2020"))
    assert "Precious" in run("-f", odd, "list").stdout
    assert run("diff", "events.txt", odd, "-o", "json").stdout.count("odd\ufffd.txt") == 1
    assert run("-f", odd, "list", "not text:\udcff", "-o", "jsonl").exit_code == 0
    assert "\ufffd" in run("list", "not text:\udcff", "-o", "json").stdout
    assert run("-f", odd, "export", "csv", "-o", f"new{odd}", "--report", "r").exit_code == 0
    assert json.loads((folder / "r").read_text())["file"] == "newodd\ufffd.txt"


def test_what_is_no_file_pipe_or_character_device_is_refused(folder):
    """A socket, for one."""
    import socket

    with socket.socket(socket.AF_UNIX) as found:
        found.bind("socket")
        with pytest.raises(CannotSave, match="it is no ordinary file"):
            Outputs(force=True).take("socket")
    assert folder.is_dir()


def test_a_file_that_comes_meanwhile_is_not_replaced(folder):
    """Between the look and the writing, too."""
    output = Outputs().take("new.txt")
    (folder / "new.txt").write_text("theirs")
    with pytest.raises(CannotSave, match=r"there is a file .* already"):
        output.write("ours")
    assert (folder / "new.txt").read_text() == "theirs"


def test_links_that_go_in_a_circle_end(folder):
    """They lead nowhere."""
    (folder / "one").symlink_to("two")
    (folder / "two").symlink_to("one")
    with pytest.raises(CannotSave, match="cannot write 'one'"):
        Outputs().take("one")


def test_what_is_taken_is_taken_whatever_it_is_called(folder):
    """A file that is there by its node, one that is not by its path."""
    outputs = Outputs(force=True)
    outputs.take("events.txt")
    outputs.take("new")
    for name in ("hard.txt", "soft.txt", str(folder / "new")):
        with pytest.raises(UsageError, match="would be written twice"):
            outputs.take(name)


class TestTheFileThatIsShipped:
    """Nobody changes it, and what stands in for it is free."""

    def test_a_copy_gets_a_name_that_is_free(self, run, tmp_path, monkeypatch):
        """What the hint says, typed, replaces nothing."""
        monkeypatch.chdir(tmp_path)
        shipped = str(default_path())
        monkeypatch.setattr(
            "timeline.commands.support.target.is_shipped", lambda path: path == shipped
        )
        for free in ("mine.yaml", "mine-2.yaml", "mine-3.yaml"):
            result = run("fmt", shipped)
            assert f"timeline export yaml -o {free}, then add `-f {free}`" in result.stderr
            (tmp_path / free).write_text("ten hours of work")
