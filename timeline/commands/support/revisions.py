"""What is compared: a file, or a file as a revision of its git repository has it."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from timeline.commands.support import files, git
from timeline.commands.support.git import NoVersion
from timeline.errors import UsageError
from timeline.exchange import formats
from timeline.files.content import STANDARD_INPUT, refuse_large, text_of
from timeline.likeness import did_you_mean
from timeline.loading import load as load_
from timeline.model.timeline import Timeline
from timeline.text import quoted, visible

# The first colon that is not inside braces: HEAD^{/fix: a date}:events.yaml
_REVISION = re.compile(r"((?:[^:{]|\{[^}]*\})*):(.*)", re.DOTALL)


class Version:
    """A file by its path, or by a revision and its path: `HEAD:events.yaml`."""

    def __init__(self, path: str, revision: str | None = None) -> None:
        """Stand for the file at *path*; with a *revision*, as it is there ("": staged)."""
        self.path = path
        self.revision = revision

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path if self.revision is None else f"{self.revision}:{self.path}"

    def load(self, today: int | None) -> Timeline:
        """Return its timeline; raises `NoVersion` and what opening a file raises."""
        if self.revision is None:
            return files.opened([self.path], today)
        if said := formats.foreign(self.path):
            hint = "two files as they are can be compared: timeline diff OLD NEW"
            raise UsageError(f"{visible(self.name)} is no event file: its name says {said}", hint)
        text = text_of(self.name, _blob(self.revision, self.path))
        return load_.load(self.name, today=today, instead={self.name: text})


def version(text: str, path: str | None = None) -> Version:
    """Return what *text* names: a file, `REV:FILE`, or `REV:` for the file at *path*.

    A file that is really called so comes first. Raises `UsageError` for a revision
    that could be taken for an option, and for `REV:` without a *path*.
    """
    found = _REVISION.fullmatch(text)
    if not found or text == STANDARD_INPUT or os.path.lexists(text):
        return Version(text)
    revision, file = found[1], found[2] or path
    if revision.startswith("-"):
        raise UsageError(f"{quoted(revision)} is no revision", "write HEAD~1:events.yaml")
    if not file:
        raise UsageError(f"of which file is {quoted(text)}?", f"write {text}events.yaml")
    return Version(file, revision)


Pair: TypeAlias = tuple[Version, Version]


def pair(old: str | None, new: str | None, named: Sequence[str]) -> Pair:
    """Return the two versions that are compared: *old* and *new*, or what they leave open.

    Without *new* it is the file of *old*, as it is now or as it is committed; without *old*
    too, or where one is only `REV:`, it is about the one file that is *named*. Raises
    `UsageError` where a file must be named.
    """
    file = _only(named) if _is_about_a_file(old, new) else None
    if new is not None and old is not None:
        return _both(old, new, file)
    return _one(version(old or file or "", file))


def _is_about_a_file(old: str | None, new: str | None) -> bool:
    """Return whether a file has to be known: one is left out, or `REV:` stands alone."""
    return old is None or new is None or ":" in (old[-1:], new[-1:])


def _only(named: Sequence[str]) -> str | None:
    if len(named) > 1:
        raise UsageError("diff compares versions of one file", "name them: timeline diff OLD NEW")
    return named[0] if named else None


def _both(old: str, new: str, file: str | None) -> Pair:
    """Return both versions; where one is only a revision, it is of the other's file."""
    named = [version(text) for text in (old, new) if not text.endswith(":")]
    file = named[0].path if named else file
    return version(old, file), version(new, file)


def _one(given: Version) -> Pair:
    """Return what is committed and the file *given*; or the version *given* and its file now."""
    if given.path == STANDARD_INPUT:
        raise UsageError("git knows no older standard input", "write timeline diff HEAD:FILE -")
    if given.revision is not None:
        return given, Version(given.path)
    _refuse_missing(given.path)
    return Version(given.path, "HEAD"), given


def _refuse_missing(path: str) -> None:
    """Refuse what is no file before git is asked: it may be meant as a revision."""
    if not os.path.lexists(path):
        hint = f"a revision needs a colon: {visible(path)}:events.yaml"
        raise UsageError(f"there is no file {quoted(path)}", hint)


def _blob(revision: str, path: str) -> bytes:
    """Return the bytes of the file at *path*, which counts from the folder we are in."""
    folder, file = _from_where(path)
    name = f"{revision}:./{file}"
    size = git.ask(folder, "cat-file", "-s", name)
    if size.returncode == 0:
        refuse_large(f"{revision}:{path}", int(size.stdout))  # git keeps little of what repeats
    done = git.ask(folder, "cat-file", "blob", name)
    if done.returncode:
        raise _refused(folder, revision, file, path)
    return done.stdout


def _from_where(path: str) -> tuple[str, str]:
    """Return the folder in which git is asked, and the path of the file from there.

    A folder that is no longer there may have been there at the revision.
    """
    folder, file = os.path.split(path)
    if folder and Path(folder).is_dir():
        return folder, file
    return ".", path


def _refused(folder: str, revision: str, file: str, path: str) -> NoVersion:
    """Return why git has no such file."""
    where = "the folder we are in" if folder == "." else quoted(folder)
    inside = git.ask(folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode and b"not a git repository" in inside.stderr:
        hint = "name two files to compare them"
        return NoVersion(f"{where} is in no git repository", hint)
    if inside.returncode:
        return NoVersion(f"git says: {_first_line(inside.stderr)}")
    if found := _without_contents(folder, f"{revision}:./{file}"):
        return NoVersion(f"{quoted(path)} at {quoted(revision or 'the index')} {found}")
    if not revision:
        return NoVersion(f"{quoted(path)} is not staged", "write HEAD: for the last commit")
    if git.ask(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode:
        return NoVersion(
            f"git knows no revision {quoted(revision)}", _near_revision(folder, revision)
        )
    listed = git.ask(folder, "ls-tree", "-z", "--name-only", f"{revision}:./")
    names = listed.stdout.decode(errors="replace").split("\0")[:-1]
    message = f"there is no file {quoted(path)} at {quoted(revision)}"
    return NoVersion(message, did_you_mean(file, names))


def _without_contents(folder: str, name: str) -> str:
    """Return what git knows by *name* and has no text of; "" if it knows nothing."""
    if git.ask(folder, "rev-parse", "--verify", "--quiet", name).returncode:
        return ""
    if git.ask(folder, "cat-file", "-t", name).stdout == b"tree\n":
        return "is a folder"
    return "is known to git, which has no contents of it here: nothing is fetched for that"


def _near_revision(folder: str, revision: str) -> str:
    """Return which branches and tags there are that come near."""
    refs = git.ask(folder, "for-each-ref", "--format=%(refname:short)").stdout
    names = refs.decode(errors="replace").splitlines()
    if not names:
        return "nothing is committed yet"
    return did_you_mean(revision, ["HEAD", *names]) or "see `git log --oneline`"


def _first_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines() or ["nothing"]
    return visible(lines[0].removeprefix("fatal: "))
