"""Git, asked about a folder that somebody else may have filled, with its configuration.

It is asked for what it knows and nothing else: by arguments that no shell sees, and by
commands that only read. Whatever a repository's configuration can make git run is turned off:
fetching what is not there (by any transport, or a helper for one), watching for changes,
hooks, a pager. So is whatever the environment says about another repository.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping

from timeline.errors import TimelineError
from timeline.text import visible

_LONGEST = 60  # seconds that it may take

_ARGUMENTS = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),
)
_SAID = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",  # of none is that the name
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# What a person may say to git by the environment: where it is not to look, and its own settings.
_HEARD = {
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
}


class NoVersion(TimelineError):
    """There is no such version of the file to be had from git."""


def ask(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Return what git says in *folder* to *arguments*; raise `NoVersion` where it cannot be run."""
    try:
        return subprocess.run(  # noqa: S603  arguments that cannot be options
            [_program(), *_ARGUMENTS, *arguments],
            cwd=folder,
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired as error:
        raise NoVersion(f"git does not answer within {_LONGEST} seconds") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoVersion(f"git cannot be run: {visible(reason)}") from error


def _program() -> str:
    """Return the path of git: never one that lies in the folder it is asked about."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = shutil.which("git", path=os.pathsep.join(filter(os.path.isabs, folders)))
    if not found:
        raise NoVersion("git is not installed, or not found", "install it, or compare two files")
    return found


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_")}
    return kept | {name: given[name] for name in _HEARD & given.keys()} | _SAID
