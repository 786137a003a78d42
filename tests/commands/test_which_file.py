"""Which file a command is about where none is named, and what is never done to the shipped one."""

import json

import pytest

from timeline.commands.support import completion, which_file
from timeline.loading import load
from timeline.loading.shipped import default_path

MINE = "- {date: 2019-05-02, title: The bridge opens, actors: [City]}\n"
OTHER = "- {date: 2020-06-03, title: The bridge closes}\n"
BROKEN = "- {date: 2019-13-45, title: No such day}\n"


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand two folders below one that has nothing in it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    return tmp_path


def _dates(result):
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


class TestReading:
    """The nearest file is read; it is said which, where nobody would guess."""

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("a/b/timeline.yaml", ""),
            ("a/b/events.yaml", ""),
            ("a/timeline.yaml", "the file is ../timeline.yaml\n"),
            ("events.yaml", "the file is ../../events.yaml\n"),
        ],
    )
    def test_the_nearest_upward_is_read(self, run, folder, name, said):
        """From here, or from a folder above, with a remark."""
        (folder / name).write_text(MINE)
        result = run("list")
        assert _dates(result) == ["2019-05-02"]
        assert result.stderr == f"{said}1 event\n"

    def test_the_nearest_counts_and_in_a_folder_the_first_name(self, run, folder):
        """events.yaml here comes before timeline.yaml above; beside it timeline.yaml does."""
        (folder / "timeline.yaml").write_text(OTHER)
        (folder / "a/b/events.yaml").write_text(MINE)
        assert _dates(run("list")) == ["2019-05-02"]
        (folder / "a/b/timeline.yaml").write_text(OTHER)
        result = run("list")
        assert (_dates(result), result.stderr) == (
            ["2020-06-03"],
            "the file is timeline.yaml\n1 event\n",
        )

    def test_what_is_named_comes_first(self, run, folder, monkeypatch):
        """-f before TIMELINE_FILE, and that before what lies here."""
        (folder / "a/b/timeline.yaml").write_text(BROKEN)
        (folder / "one.yaml").write_text(MINE)
        (folder / "two.yaml").write_text(OTHER)
        monkeypatch.setenv("TIMELINE_FILE", str(folder / "two.yaml"))
        assert _dates(run("list")) == ["2020-06-03"]
        assert _dates(run("list", "-f", str(folder / "one.yaml"))) == ["2019-05-02"]

    def test_a_folder_of_that_name_is_no_file(self, run, folder):
        """Nor a link that leads nowhere."""
        (folder / "a/b/timeline.yaml").mkdir()
        (folder / "a/b/events.yaml").symlink_to("nothing")
        (folder / "a/events.yaml").write_text(MINE)
        assert _dates(run("list")) == ["2019-05-02"]

    def test_data_is_as_it_is(self, run, folder):
        """What is said of the file stands on standard error alone."""
        (folder / "events.yaml").write_text(MINE)
        data = json.loads(run("list", "-o", "json").stdout)
        assert data["events"][0]["title"] == "The bridge opens"

    def test_what_a_hint_prints_finds_the_same_file(self, run, folder):
        """Without -f, for none was needed."""
        links = "links: [{follows-from: the-bridge-opens-2019}]"
        (folder / "events.yaml").write_text(f"{MINE}- {{date: 2021, title: Next, {links}}}\n")
        assert run().stdout.count("   timeline show ") == 1

    def test_nothing_of_ones_own_is_the_shipped_one(self, run, how_many):
        """As ever, and without a word."""
        assert run("list").stderr == f"{how_many} events\n"

    def test_completion_offers_what_the_file_has(self, folder):
        """Of a folder above too, and without a remark."""
        (folder / "events.yaml").write_text(MINE)
        assert [each.text for each in completion.offered(("list", "--actor"), "Ci")] == ["City"]


class TestCurating:
    """The shipped file is never checked, changed or compared unasked."""

    @pytest.mark.parametrize(
        "args",
        [
            ("check",),
            ("fmt",),
            ("fmt", "--check"),
            ("add", "--date", "2020", "--title", "x"),
            ("edit",),
            ("edit", "letter-to-putin"),
            ("diff",),
        ],
        ids=" ".join,
    )
    def test_with_no_file_of_ones_own_the_ways_to_one_are_named(self, run, folder, args):
        """Exit 2, and both can be typed."""
        before = default_path().read_bytes()
        result = run(*args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "timeline: no file is named, and there is no timeline.yaml or events.yaml "
            "here or in a folder above\n"
            "to begin one: timeline new timeline.yaml\n"
            "to begin with a copy of Moscow and Caracas: timeline export yaml -o timeline.yaml\n"
        )
        assert default_path().read_bytes() == before
        assert list((folder / "a/b").iterdir()) == []

    @pytest.mark.parametrize(
        "typed", [("new", "timeline.yaml"), ("export", "yaml", "-o", "timeline.yaml")], ids=" ".join
    )
    def test_each_way_leads_on(self, run, typed):
        """The file that it makes is found from then on."""
        assert run(*typed).exit_code == 0
        assert run("add", "--date", "2020", "--title", "Mine").exit_code == 0
        assert "Mine" in run("list", "Mine").stdout
        assert run("check").exit_code == 0

    def test_the_one_other_file_here_is_offered(self, run, folder):
        """What is meant is not guessed, but it can be typed; a name in use is not suggested."""
        (folder / "a/b/my war.yaml").write_text(MINE)
        (folder / "a/b/timeline.yaml").mkdir()
        assert run("check").stderr.splitlines()[1:] == [
            "to take my war.yaml, which lies here, add `-f 'my war.yaml'`",
            "to begin one: timeline new mine.yaml",
            "to begin with a copy of Moscow and Caracas: timeline export yaml -o mine.yaml",
        ]
        assert run("check", "-f", "my war.yaml").exit_code == 0

    @pytest.mark.parametrize("name", ["a/b/events.yaml", "events.yaml"])
    def test_a_broken_file_is_found_broken(self, run, folder, name):
        """By `check` without a name, here and from below."""
        (folder / name).write_text(BROKEN)
        result = run("check")
        place = "events.yaml" if name == "a/b/events.yaml" else "../../events.yaml"
        assert result.exit_code == 1
        assert result.stdout.startswith(f"{place}:1:15: error")

    def test_what_is_found_is_changed(self, run, folder):
        """And it is said which file it is, if it does not lie here."""
        (folder / "a/timeline.yaml").write_text(MINE)
        result = run("add", "--date", "2020", "--title", "Mine")
        assert result.exit_code == 0
        assert result.stderr.startswith("the file is ../timeline.yaml\n")
        assert len(load.load(str(folder / "a/timeline.yaml"))) == 2

    def test_in_a_checkout_the_shipped_file_is_ones_own(self, run, monkeypatch):
        """It lies at the top, and from a folder within it is no surprise."""
        monkeypatch.chdir(default_path().parent / "docs")
        assert which_file.which(None) == (("../events.yaml",), "found")
        result = run("fmt", "--check")
        assert (result.exit_code, result.output) == (0, "")
