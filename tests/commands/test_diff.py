"""`timeline diff`: files, and versions of a file in real git repositories."""

import json
import os
import shutil
import subprocess

import pytest

BEFORE = """\
sources:
  gazette: {publisher: The Gazette, date: 2018-03-02, reliability: B}
events:
  - {id: war, date: 2018-03~, title: War begins, status: reported}
  - {id: truce, date: 2019, title: A truce is signed, status: confirmed}
"""
AFTER = """\
sources:
  gazette: {publisher: The Gazette, date: 2018-03-02, reliability: B}
events:
  - {id: war, date: 2018-03-02, title: War begins, status: confirmed, sources: [gazette]}
  - {id: rain, date: 2020, title: It rains, status: claimed}
"""
SUMMARY = "1 event added, 1 removed, 1 changed: 1 became more certain\n"
LINES = [
    "added\tevent\train\t\t\t\t2020 It rains\t",
    "removed\tevent\ttruce\t\t\t2019 A truce is signed\t\t",
    "changed\tevent\twar\tstatus\t\treported\tconfirmed\tmore certain",
    "changed\tevent\twar\tdate\t\t2018-03~\t2018-03-02\tmore precise",
    "changed\tevent\twar\tsources\t\t\tgazette\t",
]


def git(*args, folder="."):
    """Run git as somebody, in *folder*."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *args), cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture(name="committed", scope="module")
def _committed(tmp_path_factory):
    """Make a repository with one commit of events.yaml, which has been changed since."""
    folder = tmp_path_factory.mktemp("committed")
    git("init", "-q", "-b", "main", "--template=", folder=folder)
    (folder / "events.yaml").write_text(BEFORE, encoding="utf-8")
    git("add", ".", folder=folder)
    git("commit", "-qm", "one", folder=folder)
    git("tag", "v1.0", folder=folder)
    (folder / "events.yaml").write_text(AFTER, encoding="utf-8")
    return folder


@pytest.fixture(name="repo")
def _repo(tmp_path, monkeypatch, committed):
    """Stand in a repository of one's own, as it was `committed`."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(committed, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize(
    "args",
    [
        ("events.yaml",),
        ("HEAD:events.yaml",),
        ("HEAD:", "events.yaml"),
        ("v1.0:events.yaml", "events.yaml"),
        ("main:./events.yaml", "events.yaml"),
        ("HEAD^{/one: *|one}:events.yaml", "events.yaml"),
        (":events.yaml",),
        ("-f", "events.yaml"),
        ("HEAD:", "-f", "events.yaml"),
    ],
    ids=" ".join,
)
def test_a_version_is_compared_with_the_file_as_it_is(run, repo, args):
    """What git users write; a colon inside braces is no end of a revision."""
    assert repo.is_dir()
    result = run("diff", *args)
    assert sorted(result.stdout.splitlines()) == sorted(LINES)
    assert (result.exit_code, result.stderr) == (0, SUMMARY)


def test_two_versions_are_compared_with_each_other(run, repo):
    """Also of files in other folders, of the index, and the other way round."""
    git("add", ".")
    git("commit", "-qm", "two")
    assert run("diff", "v1.0:events.yaml", "HEAD:").stderr == SUMMARY
    assert run("diff", "HEAD~1:events.yaml", ":events.yaml").stderr == SUMMARY
    back = run("diff", "HEAD:events.yaml", "HEAD~1:events.yaml").stdout
    assert "changed\tevent\twar\tstatus\t\tconfirmed\treported\tless certain\n" in back
    assert repo.is_dir()


def test_files_count_from_the_folder_we_are_in(run, repo, monkeypatch):
    """Below the top of the repository, outside it, and in a folder that is gone."""
    (repo / "sub").mkdir()
    (repo / "sub/story.yaml").write_text(BEFORE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "two")
    (repo / "sub/story.yaml").write_text(AFTER, encoding="utf-8")
    monkeypatch.chdir(repo / "sub")
    assert run("diff", "story.yaml").stderr == SUMMARY
    assert run("diff", "v1.0:../events.yaml", "story.yaml").stderr == SUMMARY
    monkeypatch.chdir("/")
    assert run("diff", str(repo / "sub/story.yaml")).stderr == SUMMARY
    monkeypatch.chdir(repo)
    os.remove("sub/story.yaml")  # noqa: PTH107  as short as what it does
    os.rmdir("sub")  # noqa: PTH106  likewise
    assert run("diff", "HEAD:sub/story.yaml", "events.yaml").exit_code == 0


def test_a_file_that_is_called_like_a_revision_comes_first(run, repo):
    """`HEAD:events.yaml` may be a file, odd as it is."""
    (repo / "HEAD:events.yaml").write_text(AFTER, encoding="utf-8")
    result = run("diff", "HEAD:events.yaml", "events.yaml")
    assert result.stderr == "No differences: HEAD:events.yaml and events.yaml hold the same.\n"


def test_standard_input_is_a_version(run, repo):
    """`-`, on either side."""
    assert run("diff", "HEAD:events.yaml", "-", input=AFTER).stderr == SUMMARY
    assert repo.is_dir()


def test_files_of_other_formats_are_compared_as_they_are(run, repo):
    """With each other and with event files; git is not asked for an older one."""
    (repo / "old.csv").write_text("date,title\n2019,A\n2020,B\n")
    (repo / "new.csv").write_text("date,title\n2019,A\n2021,C\n")
    (repo / "new.yaml").write_text("- {date: 2019, title: A}\n- {date: 2021, title: C}\n")
    lines = "removed\tevent\tb-2020\t\t\t2020 B\t\t\nadded\tevent\tc-2021\t\t\t\t2021 C\t\n"
    for new in ("new.csv", "new.yaml"):
        found = run("diff", "old.csv", new)
        assert (found.exit_code, found.stdout) == (0, lines)
    refused = run("diff", "old.csv")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "HEAD:old.csv is no event file: its name says csv" in refused.stderr


def test_exit_1_only_when_it_is_asked_for(run, repo):
    """As `git diff --exit-code`; 0 where nothing differs."""
    assert run("diff", "events.yaml").exit_code == 0
    assert run("diff", "--exit-code", "events.yaml").exit_code == 1
    assert run("diff", "--exit-code", "events.yaml", "events.yaml").exit_code == 0
    assert repo.is_dir()


def test_every_form_tells_the_same(run, repo):
    """JSON whole, JSON Lines a record a line, Markdown in words; CSV is refused."""
    document = json.loads(run("diff", "events.yaml", "-o", "json").stdout)
    assert (document["format"], document["old"]["name"]) == (1, "HEAD:events.yaml")
    assert [document[key] for key in ("added", "removed", "changed", "more_certain")] == [1] * 4
    (war,) = document["events"]["changed"]
    assert war["old_id"] is None
    assert war["changes"][1] == {
        "key": "date",
        "item": None,
        "old": "2018-03~",
        "new": "2018-03-02",
        "means": ["more precise"],
        "words": [],
    }
    rows = [
        json.loads(line)
        for line in run("diff", "events.yaml", "-o", "jsonl").stdout.split("\n")[:-1]
    ]
    assert [(row["what"], row["of"], row["id"]) for row in rows] == [
        ("added", "event", "rain"),
        ("removed", "event", "truce"),
        ("changed", "event", "war"),
    ]
    markdown = run("diff", "events.yaml", "-o", "md").stdout
    assert "  - source added: The Gazette, 2 Mar 2018\n" in markdown
    assert "  - date: c. Mar 2018 → 2 Mar 2018 (more precise)\n" in markdown
    assert run("diff", "events.yaml", "-o", "csv").exit_code == 2
    assert repo.is_dir()


def test_no_difference_is_said_and_data_is_whole(run, repo):
    """A remark for people, a document without changes for programs."""
    same = ("diff", "HEAD:events.yaml", "v1.0:events.yaml")
    assert (run(*same).stdout, run(*same).exit_code) == ("", 0)
    assert run(*same, "-o", "json").stdout.startswith("{")
    assert run(*same, "-o", "jsonl").stdout == ""
    assert repo.is_dir()


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("HAED:events.yaml",), 1, "git knows no revision 'HAED'\ndid you mean 'HEAD'?\n"),
        (("v2.0:events.yaml",), 1, "git knows no revision 'v2.0'\ndid you mean 'v1.0'?\n"),
        (
            ("HEAD:event.yaml",),
            1,
            "there is no file 'event.yaml' at 'HEAD'\ndid you mean 'events.yaml'?\n",
        ),
        (("HEAD:../x.yaml",), 1, "'..' is in no git repository\nname two files to compare them\n"),
        ((":new.yaml",), 1, "'new.yaml' is not staged\nwrite HEAD: for the last commit\n"),
        (
            ("HEAD",),
            2,
            "there is no file 'HEAD'\na revision needs a colon: HEAD:events.yaml\n",
        ),
        (("-",), 2, "git knows no older standard input\nwrite timeline diff HEAD:FILE -\n"),
        (("--", "--output=x:events.yaml"), 2, "'--output=x' is no revision\n"),
        (("--", "-p:events.yaml", "events.yaml"), 2, "'-p' is no revision\n"),
    ],
)
def test_what_cannot_be_compared_is_said(run, repo, args, code, said):
    """What is wrong, and what to write instead; nothing on standard output, nothing done."""
    result = run("diff", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(f"timeline: {said}")
    assert [path.name for path in repo.iterdir() if path.name != ".git"] == ["events.yaml"]


def test_a_problem_in_an_old_version_has_its_place(run, repo):
    """With the revision in front of it, the line and a caret."""
    (repo / "events.yaml").write_text("- {date: soon, title: x}\n", encoding="utf-8")
    git("commit", "-qam", "two")
    (repo / "events.yaml").write_text(AFTER, encoding="utf-8")
    result = run("diff", "events.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("timeline: HEAD:events.yaml:1:10: not a date")


def test_without_a_repository_it_says_so(run, tmp_path, monkeypatch):
    """No repository around the folder."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(BEFORE, encoding="utf-8")
    result = run("diff", "a.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "timeline: the folder we are in is in no git repository\nname two files to compare them\n"
    )


def test_without_a_commit_it_says_so(run, tmp_path, monkeypatch):
    """A new repository knows no HEAD."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "a.yaml").write_text(BEFORE, encoding="utf-8")
    assert run("diff", "a.yaml").stderr == (
        "timeline: git knows no revision 'HEAD'\nnothing is committed yet\n"
    )


def test_without_git_two_files_are_compared_all_the_same(run, repo, monkeypatch):
    """Only a revision needs it, and says so."""
    monkeypatch.setenv("PATH", str(repo))
    (repo / "old.yaml").write_text(BEFORE, encoding="utf-8")
    assert run("diff", "old.yaml", "events.yaml").stderr == SUMMARY
    result = run("diff", "HEAD:events.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "timeline: git is not installed, or not found\ninstall it, or compare two files\n"
    )


def test_what_a_file_says_is_never_obeyed(run, repo):
    """Control characters become symbols, markup is text, a revision is quoted."""
    (repo / "events.yaml").write_text(
        BEFORE.replace("War begins", '"War \\e[31m[b] begins"'), encoding="utf-8"
    )
    for form in ((), ("-o", "table"), ("-o", "md"), ("-o", "json")):
        said = run("diff", "events.yaml", *form).stdout
        assert "\x1b" not in said
    assert "\x1b" not in run("diff", "x\x1b[31m:events.yaml").stderr
