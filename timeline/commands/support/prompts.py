"""Questions on a terminal: a line of text with completion, one of a few letters."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from textwrap import wrap

import typer

from timeline.commands.support import descriptors, streams
from timeline.text import fold, inert, visible

try:
    import readline
except ImportError:  # there is none on Windows: what is typed is taken without help
    readline = None  # type: ignore[assignment]

_MOST_OFFERED = 200
_PAGE = 100  # cells of the widest line
_LABEL = 14  # cells of a label and the sign behind it


class Stopped(Exception):
    """The person has ended the questions: Ctrl-C, Ctrl-D."""


def on_terminal() -> bool:
    """Whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say(text: str, *, beside: bool = False) -> None:
    """Write *text*; with *beside*, under the answers."""
    streams.write(_placed(text, beside=beside))


def hint(text: str, *, beside: bool = False) -> None:
    """Write *text* as `say` does, dimly where there are colours."""
    shown = _placed(text, beside=beside)
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        streams.write(shown)
    else:
        streams.write_page([typer.style(inert(shown), dim=True)])


def opening(text: str) -> None:
    """Write *text* before the first question, dimly, and an empty line below it."""
    hint(_wrapped(text, margin=0))


def _placed(text: str, *, beside: bool) -> str:
    """Return the lines of *text*, with *beside* under the answers."""
    return _wrapped(text, margin=_LABEL) if beside else f"{text}\n"


def _wrapped(text: str, margin: int) -> str:
    """Return the lines of *text* behind a *margin*, none wider than the terminal or a page."""
    width = max(40, min(_PAGE, descriptors.columns()))
    found: list[str] = []
    for line in text.split("\n"):
        found += wrap(line, width - margin) or [""]
    return "".join(f"{' ' * margin}{each}\n" for each in found)


def labelled(label: str) -> str:
    """Return the prompt of a question that has a *label*."""
    return f"{label:<{_LABEL - 2}}> "


def dotted(*parts: str) -> str:
    """Return what is known about something, side by side, nothing twice."""
    dot = " - " if streams.only_ascii() else " · "
    return dot.join(visible(part) for part in dict.fromkeys(parts) if part)


def sure(prompt: str, *, default: str) -> bool:
    """Return whether the person says yes; *default* is y or n. Raises `Stopped`."""
    return letter(" " * _LABEL + prompt, {"y": "yes", "n": "no"}, default) == "y"


def line(prompt: str, known: Iterable[str] = (), *, several: bool = False, begin: str = "") -> str:
    """Return what a person types after *prompt*, without blanks around it.

    Tab completes the *known* names; behind each comma anew if *several* may be given.
    What readline could not show as it is, it is not given: it would be obeyed. The line
    begins with *begin*, to be changed. Raises `Stopped`.
    """
    _complete([name for name in known if visible(name) == name], several=several)
    _begin_with(visible(begin))
    try:
        return input(inert(prompt)).strip()
    except (EOFError, KeyboardInterrupt):
        streams.write("\n")
        raise Stopped from None
    finally:
        _begin_with("")


def letter(prompt: str, answers: Mapping[str, str], default: str) -> str:
    """Return the letter of one of *answers*, letter → word; *default* where nothing is typed.

    The letter or the beginning of the word is enough; everything else is asked again.
    Raises `Stopped`.
    """
    while True:
        said = line(prompt).lower()
        if not said:
            return default
        for key, word in answers.items():
            if said == key or word.startswith(said):
                return key
        meant = ", ".join(f"{key} for {word}" for key, word in answers.items())
        streams.write(f"{_margin(prompt)}{meant}\n")


def _margin(prompt: str) -> str:
    """Return the blanks before a *prompt*."""
    return " " * (len(prompt) - len(prompt.lstrip(" ")))


def completions(typed: str, known: Iterable[str], *, several: bool) -> list[str]:
    """Return the whole lines that *typed* may become: what begins so, then what has such a word.

    >>> completions("a, pu", ["vladimir-putin"], several=True)
    ['a, vladimir-putin']
    """
    head, last = "", typed
    if several and "," in typed:
        before, last = typed.rsplit(",", 1)
        head = f"{before}, "
    found = _beginning_with(fold(last.strip()), list(dict.fromkeys(known)))
    return [head + name for name in found[:_MOST_OFFERED]]


def _beginning_with(part: str, names: Sequence[str]) -> list[str]:
    """Return the *names* that begin so, or else those of which a word does."""
    begin = [name for name in names if fold(name).startswith(part)]
    if begin:
        return begin
    return [name for name in names if _has_word(fold(name), part)]


def _has_word(name: str, part: str) -> bool:
    return any(f"{sign}{part}" in name for sign in " -_")


def _complete(known: list[str], *, several: bool) -> None:
    if readline is None:
        return
    readline.set_completer_delims("")
    readline.set_completer(_completer(known, several=several) if known else None)
    if "libedit" in (readline.__doc__ or ""):
        readline.parse_and_bind("bind ^I rl_complete")
    else:
        readline.parse_and_bind("tab: complete")
    readline.set_auto_history(False)


def _completer(known: list[str], *, several: bool) -> Callable[[str, int], str | None]:
    found: list[str] = []

    def complete(text: str, state: int) -> str | None:
        if state == 0:
            found[:] = completions(text, known, several=several)
        if state >= len(found):
            return None
        return found[state]

    return complete


def _begin_with(text: str) -> None:
    if readline is None:
        return
    if text:
        readline.set_startup_hook(lambda: readline.insert_text(text))
    else:
        readline.set_startup_hook(None)
