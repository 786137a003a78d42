"""The scripts of the shells: shown, or put where the shell finds them."""

import os
from pathlib import Path
from typing import Final

from timeline.errors import TimelineError, UsageError
from timeline.files.draft import refusing
from timeline.files.output import save
from timeline.text import enumerated, quoted

SHELLS: Final = ("bash", "zsh", "fish")


def script(shell: str) -> str:
    """Return the script of *shell*; raises `UsageError` where there is none."""
    if shell not in SHELLS:
        hint = f"name one: --install-completion bash; there are {enumerated(SHELLS)}"
        said = f"there is no completion for {quoted(shell)}" if shell else "which shell is it?"
        raise UsageError(said, hint)
    return Path(__file__).with_name(f"completion.{shell}").read_text("utf-8")


def current() -> str:
    """Return the shell that this program was started from, else the one of the person; or ""."""
    try:
        parent = Path(f"/proc/{os.getppid()}/comm").read_text("utf-8").strip().lstrip("-")
    except (OSError, UnicodeError):
        parent = ""
    usual = Path(os.environ.get("SHELL", "")).name
    return next((each for each in (parent, usual) if each in SHELLS), "")


def install(shell: str) -> list[Path]:
    """Put the script of *shell* in place, and return the files that are written.

    bash and zsh are told in their own file to read it; fish reads it by itself. Raises
    `UsageError` for another shell, and `CannotSave`.
    """
    text = script(shell)
    try:
        home = Path.home()
    except RuntimeError as error:
        raise TimelineError(f"cannot install completion: {error}") from error
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return [_written(config / "fish" / "completions" / "timeline.fish", text)]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    place = _written(data / "timeline" / f"completion.{shell}", text)
    settings = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    own = settings if shell == "zsh" else home / ".bashrc"
    return [place, own] if _reads(own, place) else [place]


def _written(path: Path, text: str) -> Path:
    with refusing(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
    save(str(path), text)
    return path


def _reads(own: Path, place: Path) -> bool:
    """Let the file *own* read *place*; return whether it had to be changed for that."""
    line = f"[ -f '{place}' ] && . '{place}'  # completion of timeline\n".encode()
    with refusing(str(own)):
        before = own.read_bytes() if own.exists() else b""
        if line in before:
            return False
        with own.open("ab") as end:
            end.write(line if before.endswith(b"\n") or not before else b"\n" + line)
    return True
