"""What this Python lacks, and which one has it: for whoever runs a checkout as it lies."""

import os
import shlex
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_PACKAGES = {"yaml": "PyYAML", "dateutil": "python-dateutil"}  # where it is not the module's name


def missing(error: ImportError) -> str:
    """Return which module this Python has not, and what has it, in words for a person.

    Raises *error* where the module is one of our own.
    """
    name = (error.name or "").partition(".")[0]
    if name in ("", "timeline"):
        raise error
    lacks = "has no" if isinstance(error, ModuleNotFoundError) else "cannot load"
    return f"this Python ({sys.executable}) {lacks} {name}: {_remedy(name)}"


def _remedy(name: str) -> str:
    """Return what to type instead; in a checkout there may be an environment already."""
    environment = _ROOT / ".venv"
    if not (_ROOT / "Makefile").is_file():
        package = _PACKAGES.get(name, name)
        return f"install it with {_line(sys.executable, '-m', 'pip', 'install', package)}"
    python = next((each for each in _pythons(environment) if each.is_file()), None)
    if python is None or Path(sys.prefix) == environment:
        return f"run {_line('make', '-C', str(_ROOT), 'run')}, which makes an environment with it"
    return f"run {_line(_from_here(python), *sys.orig_argv[1:])}"


def _pythons(environment: Path) -> tuple[Path, Path]:
    return environment / "bin/python", environment / "Scripts/python.exe"


def _from_here(path: Path) -> str:
    """Return the path from the folder we are in, where it is no longer."""
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except (OSError, ValueError):  # no such folder any more, another drive
        return str(path)


def _line(*words: str) -> str:
    return shlex.join(words)
