"""`timeline diff` in a folder that one was given, with its .git: nothing it names is run.

Each trap is sprung by git itself first, or the test would prove nothing.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.files import content

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts"),
]

OLD = "- {date: 2018, title: War begins}\n"
NEW = "- {date: 2018-03, title: War begins}\n"
SUMMARY = "1 event changed"


def git(*args, check=True):
    """Run git as anybody would, here; return what it says."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ("git", *who, *args)
    done = subprocess.run(command, check=check, stdin=subprocess.DEVNULL, capture_output=True)
    return done.stdout.decode().strip()


class Trap:
    """A program that leaves a mark when it runs."""

    def __init__(self, folder):
        """Make it in *folder*."""
        self.folder = folder
        self.path = str(folder / "trap")
        self._mark = folder / "mark"
        Path(self.path).write_text(f"#!/bin/sh\necho >> {self._mark}\nexit 1\n")
        Path(self.path).chmod(0o755)

    def as_(self, name):
        """Let it be called *name* too."""
        (self.folder / name).symlink_to(self.path)

    def sprung(self):
        """Whether it has run since the last time that this was asked."""
        found = self._mark.exists()
        self._mark.unlink(missing_ok=True)
        return found


@pytest.fixture(name="trap")
def _trap(tmp_path_factory, monkeypatch):
    trap = Trap(tmp_path_factory.mktemp("trap"))
    trap.as_("git-remote-trap")
    monkeypatch.setenv("PATH", f"{trap.folder}{os.pathsep}{os.environ['PATH']}")
    return trap


@pytest.fixture(name="repo", autouse=True)
def _repo(tmp_path, monkeypatch):
    """Make a repository with one commit of events.yaml, which has been changed since."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    repo = tmp_path / "repo"
    repo.mkdir()
    monkeypatch.chdir(repo)
    git("init", "-q", "-b", "main")
    (repo / "events.yaml").write_text(OLD)
    git("add", ".")
    git("commit", "-qm", "one")
    (repo / "events.yaml").write_text(NEW)
    return repo


def _without_contents(repo, config):
    """Take away what is committed of events.yaml, and let *config* say whence to fetch it."""
    git("clone", "-q", "--bare", ".", str(repo.with_name("whole")))
    name = git("rev-parse", "HEAD:events.yaml")
    (repo / ".git/objects" / name[:2] / name[2:]).unlink()
    git("config", "core.repositoryformatversion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.partialclonefilter", "blob:none")
    git("config", "remote.origin.url", str(repo.with_name("whole")))
    for key, value in config.items():
        git("config", key, value)


FETCHING = {
    "ext": {"remote.origin.url": "ext::{trap} %S", "protocol.ext.allow": "always"},
    "ssh": {"remote.origin.url": "ssh://host/path", "core.sshCommand": "{trap}"},
    "scp": {"remote.origin.url": "host:path", "core.sshCommand": "{trap}"},
    "git": {"remote.origin.url": "git://host/path", "core.gitProxy": "{trap}"},
    "helper": {"remote.origin.url": "trap://host/path", "protocol.allow": "always"},
    "vcs": {"remote.origin.vcs": "trap", "protocol.allow": "always"},
    "local": {"remote.origin.uploadpack": "{trap}"},
    "instead": {"url.ext::{trap} .insteadOf": "/", "protocol.ext.allow": "always"},
}


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(config, id=name, marks=() if name in ("ext", "ssh") else pytest.mark.thorough)
        for name, config in FETCHING.items()
    ],
)
def test_what_is_missing_is_not_fetched(run, repo, trap, config):
    """By no transport, whatever the configuration allows: that it is missing is said."""
    named = {
        key.format(trap=trap.path): value.format(trap=trap.path) for key, value in config.items()
    }
    _without_contents(repo, named)
    git("cat-file", "blob", "HEAD:events.yaml", check=False)
    assert trap.sprung()
    for args in (
        ("events.yaml",),
        ("HEAD:events.yaml",),
        (":events.yaml",),
        ("HEAD:", "events.yaml"),
    ):
        result = run("diff", *args)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "has no contents of it here: nothing is fetched for that\n" in result.stderr
    assert not trap.sprung()


def test_nothing_is_asked_whether_files_have_changed(run, trap):
    """`core.fsmonitor` is a command that git would run to read the index."""
    git("config", "core.fsmonitor", trap.path)
    git("update-index", "--fsmonitor")
    trap.sprung()
    git("cat-file", "blob", ":events.yaml")
    assert trap.sprung()
    for name in (":events.yaml", "HEAD:events.yaml", "events.yaml"):
        assert run("diff", name).stderr.startswith(SUMMARY)
    assert run("diff", ":nosuch.yaml").exit_code == 1
    assert not trap.sprung()


def test_what_else_may_name_a_program_is_not_run(run, repo, trap):
    """Filters, other differs, pagers, aliases, hooks: also in a file that is included."""
    trap.as_("post-index-change")
    trap.as_("reference-transaction")
    (repo / "more").write_text(
        f"[core]\npager = {trap.path}\neditor = {trap.path}\nhooksPath = {trap.folder}\n"
        f"[pager]\ncat-file = {trap.path}\nrev-parse = {trap.path}\nls-tree = {trap.path}\n"
        f"[alias]\ncat-file = !{trap.path}\nrev-parse = !{trap.path}\n"
        f'[diff]\nexternal = {trap.path}\n[diff "trap"]\ntextconv = {trap.path}\n'
        f'[filter "trap"]\nsmudge = {trap.path}\nclean = {trap.path}\nprocess = {trap.path}\n'
        f"[gpg]\nprogram = {trap.path}\n[log]\nshowSignature = true\n"
    )
    (repo / ".gitattributes").write_text("*.yaml diff=trap filter=trap\n")
    git("config", "include.path", "../more")
    git("cat-file", "--textconv", "HEAD:events.yaml", check=False)
    assert trap.sprung()
    for name in ("events.yaml", "HEAD:events.yaml", ":events.yaml"):
        assert run("diff", name).stderr.startswith(SUMMARY)
    for name in ("HAED:events.yaml", "HEAD:event.yaml", ":nosuch.yaml", "HEAD^{/one}:no.yaml"):
        assert run("diff", name).exit_code == 1
    assert not trap.sprung()


def test_a_repository_among_the_files_is_none(run, repo, monkeypatch):
    """A bare one would bring its own configuration without a .git to be seen."""
    inner = repo / "inner"
    git("clone", "-q", "--bare", ".", str(inner))
    (inner / "events.yaml").write_text(NEW)
    monkeypatch.chdir(inner)
    result = run("diff", "events.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("timeline: git says: ")


def test_no_program_that_lies_here_is_git(run, repo, trap, monkeypatch):
    """Even where PATH leads into the folder we are in."""
    (repo / "git").symlink_to(trap.path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert run("diff", "events.yaml").stderr.startswith(SUMMARY)
    assert not trap.sprung()


def test_the_environment_may_be_about_another_repository(run, repo, trap, monkeypatch):
    """A hook of one has GIT_DIR and more of it; the file's own repository is asked."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(repo.parent / "elsewhere"))
    for name in ("GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_PAGER", "GIT_PROXY_COMMAND"):
        monkeypatch.setenv(name, trap.path)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", trap.path)
    for name in ("events.yaml", ":events.yaml"):
        assert run("diff", name).stderr.startswith(SUMMARY)
    assert not trap.sprung()


def test_a_tree_that_lies_elsewhere_is_not_read(run, repo, tmp_path):
    """`core.worktree` may name any folder: then the file is in none."""
    (tmp_path / "private").mkdir()
    git("config", "core.worktree", str(tmp_path / "private"))
    result = run("diff", "events.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert repo.is_dir()


def test_what_is_packed_small_and_is_large_is_refused(run, monkeypatch):
    """Before git is asked for it."""
    monkeypatch.setattr(content, "_MOST_BYTES", 10)
    result = run("diff", "HEAD:events.yaml", "events.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("timeline: HEAD:events.yaml has more than ")


def test_a_folder_is_no_file(run, repo):
    """It is not said to be missing."""
    (repo / "sub").mkdir()
    (repo / "sub/a.yaml").write_text(OLD)
    git("add", ".")
    git("commit", "-qm", "two")
    assert (
        run("diff", "HEAD:sub", "events.yaml").stderr == "timeline: 'sub' at 'HEAD' is a folder\n"
    )
