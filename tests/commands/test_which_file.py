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


class TestPages:
    """The heading of a page says which file it is, where nobody would guess; nothing else does."""

    PAGES = (
        ("list",),
        ("list", "--brief"),
        ("list", "--by", "known"),
        ("chart",),
        ("lanes",),
        ("show", "begun"),
        ("actors",),
        ("places",),
        ("around", "begun"),
        ("gaps",),
        ("thread", "begun"),
        ("thread", "--all"),
        ("compare", "bridge", "opens"),
        ("on", "05-02"),
        ("cite",),
        ("sources",),
        ("why", "begun", "bridge"),
        (),
    )
    STORY = """\
timeline: {title: The bridge}
sources: {gazette: {publisher: The Gazette}}
events:
  - {id: begun, date: 2018-05-02, title: The bridge is begun, actors: [City], places: [Town]}
  - {id: opens, date: 2019-05-02, title: The bridge opens, sources: [gazette],
     links: [{follows-from: begun}]}
"""

    @pytest.mark.parametrize("args", PAGES, ids=lambda args: " ".join(args) or "overview")
    @pytest.mark.parametrize("width", ["40", "80"])
    def test_a_heading_has_the_file(self, run, folder, args, width):
        """In one of its first lines, once, and then without a remark."""
        (folder / "a/timeline.yaml").write_text(self.STORY)
        result = run(*args, "-o", "table", "--width", width)
        assert result.exit_code == 0, result.output
        above = "\n".join(result.stdout.splitlines()[:3])
        assert above.count("../timeline.yaml") == 1
        assert "the file is" not in result.stderr

    @pytest.mark.parametrize("args", PAGES, ids=lambda args: " ".join(args) or "overview")
    def test_what_is_obvious_is_not_said(self, run, folder, args):
        """A file that was named, or the only one that lies here."""
        (folder / "a/b/timeline.yaml").write_text(self.STORY)
        for named in ((), ("-f", "timeline.yaml")):
            result = run(*args, *named, "-o", "table")
            above = "\n".join(result.stdout.splitlines()[:4])
            assert "timeline.yaml" not in above
            assert "the file is" not in result.stderr

    def test_the_environment_has_named_it_some_time_ago(self, run, folder, monkeypatch):
        """On a page; beside lines, whoever wrote the script knows."""
        (folder / "a/one.yaml").write_text(MINE)
        (folder / "a/two.yaml").write_text(OTHER)
        monkeypatch.setenv("TIMELINE_FILE", "../one.yaml:../two.yaml")
        assert run("list", "-o", "table").stdout.startswith("../one.yaml, ../two.yaml\n2 events\n")
        assert run("list").stderr == "2 events\n"

    @pytest.mark.parametrize("other", ["./a.yaml", "link.yaml"])
    def test_a_file_that_is_named_in_two_ways_is_one(self, run, folder, monkeypatch, other):
        """Its events are not there twice, and it is plain which file is changed."""
        monkeypatch.chdir(folder)
        (folder / "a.yaml").write_text(MINE)
        (folder / "link.yaml").symlink_to("a.yaml")
        once = run("list", "-f", "a.yaml").stdout
        assert run("list", "-f", "a.yaml", "-f", other).stdout == once
        monkeypatch.setenv("TIMELINE_FILE", f"a.yaml:{other}")
        assert run("list").stdout == once
        added = run("add", "--date", "2019", "--title", "New", "--dry-run")
        assert (added.exit_code, added.stdout.startswith("--- a.yaml")) == (0, True)

    def test_a_title_and_a_file_too_long_for_a_line_take_two(self, run, folder):
        """Neither is cut."""
        title = "A bridge that was promised long ago"
        (folder / "a/timeline.yaml").write_text(self.STORY.replace("The bridge}", f"{title}}}"))
        page = run("list", "-o", "table", "--width", "50").stdout
        assert page.startswith(f"{title}\n../timeline.yaml\n2 events\n")

    @pytest.mark.parametrize(
        ("args", "said"),
        [
            (("list", "nosuch"), "No event matches"),
            (("list", "--actor", "nosuch"), "no actor is called"),
            (("show", "nosuch"), "no event is called"),
            (("cite", "begun"), "None of these events"),
            (("around", "begun", "nosuch"), "No event of"),
        ],
        ids=" ".join,
    )
    def test_where_there_is_no_page_it_is_said_all_the_same(self, run, folder, args, said):
        """An empty answer and an error have no heading."""
        (folder / "a/timeline.yaml").write_text(self.STORY)
        result = run(*args, "-o", "table")
        assert said in result.stderr
        assert result.stderr.count("the file is ../timeline.yaml\n") == 1


class TestHints:
    """A command that a hint prints is about the same file."""

    @pytest.mark.parametrize(
        ("args", "hint"),
        [
            (("thread",), "write `timeline -f 'my war.yaml' thread EVENT`"),
            (("why", "opens"), "timeline -f 'my war.yaml' why opens year:2019"),
            (("list", "@war"), "timeline -f 'my war.yaml' save war QUERY"),
            (("list", "date:XXXX-12-08"), "`timeline -f 'my war.yaml' on 12-08` shows"),
            (("show", "1999-01-01"), "`timeline -f 'my war.yaml' around 1999-01-01` shows"),
            (("show", "-0043-03-15"), "timeline -f 'my war.yaml' -o table show -- -0043-03-15"),
            (("list", "2018"), "timeline -f 'my war.yaml' list year:2018 finds 1 event"),
            ((), "timeline -f 'my war.yaml' actors"),
        ],
        ids=" ".join,
    )
    def test_it_has_the_file_that_was_named(self, run, folder, args, hint):
        """Quoted as a shell needs it."""
        (folder / "a/b/my war.yaml").write_text(TestPages.STORY)
        assert hint in run("-f", "my war.yaml", "-o", "table", *args).output

    def test_fmt_is_told_which_file(self, run, folder):
        """By `check`, which knows it by its name alone."""
        (folder / "a/b/my war.yaml").write_text(f"{OTHER}{MINE}")
        hint = "`timeline fmt 'my war.yaml'` puts events in order"
        assert hint in run("check", "my war.yaml", "--notes").stdout

    def test_a_file_in_brackets_is_converted_by_what_is_printed(self, run, folder):
        """And what is then there can be changed."""
        (folder / "a/b/mine.json").write_text('{"events": [{"date": "2020", "title": "Mine"}]}')
        said = run("add", "-f", "mine.json", "--date", "2021", "--title", "x").stderr
        assert said.endswith("to convert JSON: timeline -f mine.json export yaml\n")
        assert run("-f", "mine.json", "export", "yaml").exit_code == 0


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
        "typed",
        [
            ("new", "timeline.yaml"),
            pytest.param(("export", "yaml", "-o", "timeline.yaml"), marks=pytest.mark.thorough),
        ],
        ids=" ".join,
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


@pytest.mark.parametrize(
    "line", ["check t.csv", "fmt t.csv", "-f t.csv add", "-f t.csv edit", "-f t.csv remove a"]
)
def test_a_file_of_another_format_is_imported_before_it_is_curated(
    run, tmp_path, monkeypatch, line
):
    """What is said can be typed, and then it can be."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text("date,title\n2019,A\n")
    result = run(*line.split())
    said = "timeline: t.csv is no event file: its name says csv\nmake one of it: timeline "
    assert (result.exit_code, result.stderr.startswith(said)) == (2, True)
    assert run(*result.stderr.removeprefix(said).split()).exit_code == 0
    assert run("check", "t.yaml").exit_code == 0
