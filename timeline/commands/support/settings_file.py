"""A file of settings that is changed: one line of it, or in the person's own editor."""

import os
from pathlib import Path
from typing import NamedTuple

from timeline import settings
from timeline.commands.support import session
from timeline.errors import UsageError
from timeline.files import change, draft, output, toml
from timeline.files.content import missing, read

_HEAD = """\
# Settings of timeline. The nearest timeline.toml, here or in a folder above, comes before your
# own for all folders; the environment before both; an option before all. Of each line that is
# to hold, take the # away.

"""
_QUERIES = """
[queries]
# arms = "tag:arms year:2019"   # timeline list @arms; timeline save NAME QUERY writes it
"""


class _File(NamedTuple):
    """A file of settings, which may hold what can be loaded."""

    name: str

    def holds(self, text: str, _: int) -> object:
        return settings.check(self.name, text)


def put(file: str, path: tuple[str, ...], value: toml.Value) -> None:
    """Let the *file* say *value* at *path*; one that is not there is made.

    All else in it stays as it is. Raises `InvalidSettings` and `InvalidToml` for a text that
    cannot be loaded, or changed, and what writing raises.
    """
    if not Path(file).is_file():
        text = toml.with_entry("", file, path, value)
        settings.check(file, text)
        _create(file, text)
        return
    with change.changing(file) as changing:
        text = toml.with_entry(changing.text, file, path, value)
        settings.check(file, text)
        changing.write(text)


def take_out(file: str, path: tuple[str, ...]) -> bool:
    """Take what is at *path* out of the *file*; return whether it was there.

    Raises as `put` does.
    """
    if not Path(file).is_file():
        return False
    with change.changing(file) as changing:
        said = settings.check(file, changing.text)
        if path[-1] not in (said.queries if path[1:] else said.values):
            return False
        changing.write(toml.without_entry(changing.text, file, path))
    return True


def path_from(file: str, path: str) -> str:
    """Return *path*, from here, as the *file* of settings is to name it.

    In a person's own it is whole. Raises `UsageError` where there is no file.
    """
    typed = Path(path).expanduser()
    if not typed.is_file():
        raise UsageError(*missing(path))
    if file == settings.own_file():
        return str(Path.cwd() / typed)
    return os.path.relpath(typed, Path(file).parent)


def edit(file: str) -> bool:
    """Let a person edit the *file* until it can be loaded; return whether it has changed.

    One that is not there is begun with all keys, each in a comment.
    """
    if not Path(file).is_file():
        _create(file, _begun())
    text = read(file)
    return session.hold(session.Sitting(_File(file), text, text, 0), 1)


def _create(file: str, text: str) -> None:
    with draft.refusing(file):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    output.create(file, text)


def _begun() -> str:
    keys = (
        f"# {f'{name} = {key.example}':37} # {key.means}\n" for name, key in settings.KEYS.items()
    )
    return f"{_HEAD}{''.join(keys)}{_QUERIES}"
