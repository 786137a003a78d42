"""`fmt` puts event files in order, says what it did, and leaves alone what it cannot read."""

import subprocess
import sys

import pytest

MESSY = """\
# My file

- title: Later
  date: 2020

# on the earlier one
- date: "2019?-01?"
  id: earlier
  title: Earlier
"""
NEAT = """\
# My file

# on the earlier one
- id: earlier
  date: "2019-01?"
  title: Earlier

- date: 2020
  title: Later
"""


@pytest.fixture(name="file")
def _file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(MESSY, encoding="utf-8")
    return tmp_path / "mine.yaml"


def test_a_file_is_written_in_order(run, file):
    """One remark says so; there is no output."""
    result = run("fmt", "mine.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "formatted mine.yaml\n"
    assert file.read_text(encoding="utf-8") == NEAT


def test_a_file_in_order_is_left_in_silence(run, file):
    """It is not even written."""
    file.write_text(NEAT, encoding="utf-8")
    before = file.stat()
    result = run("fmt", "mine.yaml")
    assert (result.exit_code, result.output) == (0, "")
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino


def test_check_names_what_would_change(run, file):
    """A line for each such file, exit 1, and nothing is written."""
    (file.parent / "neat.yaml").write_text(NEAT, encoding="utf-8")
    result = run("fmt", "--check", "neat.yaml", "mine.yaml")
    assert (result.exit_code, result.stdout) == (1, "mine.yaml\n")
    assert result.stderr == "mine.yaml is not formatted\n"
    assert file.read_text(encoding="utf-8") == MESSY
    assert run("fmt", "--check", "neat.yaml").exit_code == 0


def test_diff_shows_what_would_change(run, file):
    """As `patch` reads it; nothing is written, and that is no failure."""
    result = run("fmt", "--diff", "mine.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:9] == [
        "--- mine.yaml",
        "+++ mine.yaml (formatted)",
        "@@ -1,9 +1,9 @@",
        " # My file",
        " ",
        "-- title: Later",
        "-  date: 2020",
        "-",
        " # on the earlier one",
    ]
    assert file.read_text(encoding="utf-8") == MESSY


def test_diff_and_check_together_show_and_fail(run, file):
    """For a pipeline that wants to see why."""
    result = run("fmt", "--diff", "--check", "mine.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- mine.yaml\n")
    assert file.read_text(encoding="utf-8") == MESSY


def test_a_diff_has_colours_when_asked(run, file):
    """Green and red on a terminal; what a terminal would obey is shown as a symbol."""
    file.write_text(MESSY.replace("title: Later", "title: 'La\u202eter'"), encoding="utf-8")
    result = run("fmt", "--diff", "--color", "always", "mine.yaml")
    assert "\x1b[31m-- title: 'La" in result.stdout
    assert "\x1b[32m+- id: earlier" in result.stdout
    assert "\u202e" not in result.stdout


def test_a_diff_says_where_a_last_line_has_no_end(run, file):
    """As diff does."""
    file.write_text("- {title: A, date: 2019}", encoding="utf-8")
    result = run("fmt", "--diff", "mine.yaml")
    assert result.stdout.splitlines()[3:] == [
        "-- {title: A, date: 2019}",
        "\\ No newline at end of file",
        "+- {date: 2019, title: A}",
        "\\ No newline at end of file",
    ]


def test_standard_input_goes_to_standard_output(run):
    """Formatted or not."""
    assert run("fmt", "-", input=MESSY).stdout == NEAT
    assert run("fmt", "-", input=NEAT).stdout == NEAT
    assert run("fmt", "--check", "-", input=MESSY).stdout == "standard input\n"


def test_standard_input_keeps_its_bytes():
    """Line ends and byte order mark come out as they went in."""
    data = b"\xef\xbb\xbf- title: A\r\n  date: 2019\r\n"
    command = [sys.executable, "-m", "timeline", "fmt", "-"]
    found = subprocess.run(command, input=data, capture_output=True, check=True)
    assert found.stdout == b"\xef\xbb\xbf- date: 2019\r\n  title: A\r\n"


def test_a_file_keeps_its_mark_its_line_ends_and_its_permissions(run, file):
    """A symbolic link stays one."""
    file.write_bytes(b"\xef\xbb\xbf- title: A\r\n  date: 2019")
    file.chmod(0o640)
    (file.parent / "link.yaml").symlink_to(file)
    assert run("fmt", "link.yaml").exit_code == 0
    assert file.read_bytes() == b"\xef\xbb\xbf- date: 2019\r\n  title: A"
    assert file.stat().st_mode & 0o777 == 0o640
    assert (file.parent / "link.yaml").is_symlink()


def test_a_file_with_problems_is_left_alone_and_the_others_are_done(run, file):
    """Its problems are told as loading tells them: exit 1."""
    bad = "- title: No date\n"
    (file.parent / "bad.yaml").write_text(bad, encoding="utf-8")
    result = run("fmt", "bad.yaml", "missing.yaml", "mine.yaml")
    assert result.exit_code == 1
    assert "there is no file 'missing.yaml'" in result.stderr
    assert "bad.yaml:1:3: this event has no date" in result.stderr
    assert "formatted mine.yaml" in result.stderr
    assert (file.parent / "bad.yaml").read_text(encoding="utf-8") == bad
    assert file.read_text(encoding="utf-8") == NEAT


def test_files_that_need_each_other_are_read_together(run, file):
    """A link to an event of the other file is no problem when both are named."""
    other = file.parent / "other.yaml"
    other.write_text("- {title: B, date: 2021, links: [{reports: earlier}]}\n", encoding="utf-8")
    assert "other.yaml:1" in run("fmt", "--check", "other.yaml").stderr
    assert run("fmt", "other.yaml", "mine.yaml").exit_code == 0
    assert other.read_text(encoding="utf-8").startswith("- {date: 2021, title: B, links")


def test_json_is_refused_and_json_lines_are_put_in_order(run, file):
    """In words."""
    (file.parent / "t.json").write_text('[{"date": "2019", "title": "A"}]', encoding="utf-8")
    lines = file.parent / "t.jsonl"
    lines.write_text('{"date":"2020","title":"B"}\n{"date":"2019","title":"A"}\n', encoding="utf-8")
    result = run("fmt", "t.json", "t.jsonl")
    assert result.exit_code == 1
    assert "timeline: t.json: the file stands in brackets, as JSON does" in result.stderr
    assert [line[9:13] for line in lines.read_text(encoding="utf-8").splitlines()] == [
        "2019",
        "2020",
    ]


def test_what_cannot_be_put_in_order_is_told(run, file):
    """An anchor has to stand before what repeats it."""
    text = "- {date: 2020, title: B, tags: &t [x]}\n- {date: 2019, title: A, tags: *t}\n"
    file.write_text(text, encoding="utf-8")
    result = run("fmt", "mine.yaml")
    assert result.exit_code == 0
    assert result.stderr.startswith("mine.yaml: the events keep their order: an anchor")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("file")
def test_without_a_name_it_is_the_file_of_the_environment(run, monkeypatch):
    """Or the one named before the command."""
    monkeypatch.setenv("TIMELINE_FILE", "mine.yaml")
    assert run("fmt", "--check").stdout == "mine.yaml\n"
    monkeypatch.delenv("TIMELINE_FILE")
    assert run("-f", "mine.yaml", "fmt", "--check").stdout == "mine.yaml\n"


def test_the_curated_file_is_formatted(run):
    """The file of this repository passes its own check."""
    result = run("fmt", "--check", "events.yaml")
    assert (result.exit_code, result.output) == (0, "")


def test_a_file_is_read_no_more_often_than_it_must_be(run, file, work):
    """A neat one once, and nothing of it is composed; a messy one once more when it is done."""
    assert run("fmt", str(file)).exit_code == 0
    assert work["loaded"] == 2
    assert work["taken apart"] <= 5
    work.clear()
    assert run("fmt", "--check", str(file)).exit_code == 0
    assert work == {"loaded": 1}
