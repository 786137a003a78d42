"""Standard output is data, standard error is remarks (design, sections 7 and 10)."""

import codecs
import os
import sys
import unicodedata

import typer

_SIGNS = "●≈→█–"  # what a page is drawn with


def prepare() -> None:
    """Make standard output take any text: what it cannot show becomes plainer letters."""
    codecs.register_error("plain", _plain)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="plain")


def only_ascii() -> bool:
    """Whether standard output cannot show the signs that a page is drawn with."""
    try:
        _SIGNS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def write(text: str) -> None:
    """Write data."""
    sys.stdout.write(text)


def write_file(text: str) -> None:
    """Write the content of a file: UTF-8 whatever the terminal speaks, and its own line ends."""
    if sys.stdout.isatty():
        write(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())


def remark(text: str) -> None:
    """Write what is not data: counts, hints."""
    typer.echo(text, err=True)


def failed(text: str, exit_code: int) -> typer.Exit:
    """Show what went wrong; return the exit to raise."""
    flush()
    typer.echo(f"timeline: {text}", err=True)
    return typer.Exit(exit_code)


def flush() -> None:
    """Write out what is waiting; a closed pipe shows here at the latest."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon() -> None:
    """Let nothing more be written, not even when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    parts = unicodedata.normalize("NFKD", error.object[error.start : error.end])
    kept = (char for char in parts if not unicodedata.combining(char))
    return "".join(char if char.isascii() else "?" for char in kept), error.end
