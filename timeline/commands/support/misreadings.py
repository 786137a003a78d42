"""Words of a query that were probably meant as something else, and what to type for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.commands.support import command_line
from timeline.commands.support import run as runs
from timeline.exchange import formats
from timeline.model import answers, handles
from timeline.query import fields, logic, readings, spellings, terms
from timeline.text import counted, listed, quoted

_SHORT = "afnoy"  # options of one letter that take a value
_MOST_LEAVES = 20  # words between `or` that are looked at


def remarks(run: runs.Run, query: logic.AllOf, found: answers.Selection) -> Iterator[str]:
    """Yield a remark on each word of *query*, which has *found* so much, that misleads.

    It is a date or the value of a field, a file that lies there, mistyped; or it is
    `-aputin`, which leaves nothing out and may have been an option.
    """
    if not any(isinstance(leaf, terms.Words) for leaf in logic.leaves(query)):
        return
    context = fields.Context(run.timeline, run.today, starts=bool(query.note))
    meant = list(readings.readings(query, found, context))
    for reading in meant:
        yield from _on_reading(run, reading)
    read = [term for reading in meant for term in reading.terms]
    for term in query.terms:
        if said := _on_handle(run, term, is_empty=not found):
            yield said
        elif not any(term is each for each in read):
            yield from _on_term(query, term, is_empty=not found)


def _on_reading(run: runs.Run, reading: readings.Reading) -> Iterator[str]:
    starts = ["--starts"] if reading.query.note else []
    line = run.command("list", *starts, *command_line.argument(str(reading.query)))
    sought = "is sought as a word"
    if len(reading.terms) > 1:
        sought = "are sought as words"
    if line:
        number = counted(len(reading.found), "event")
        yield f"{quoted(reading.typed)} {sought}; {line} finds {number}"


def _on_handle(run: runs.Run, term: logic.Term, *, is_empty: bool) -> str:
    """Return how to show the event whose handle is sought as a word, as `e17` is; else ""."""
    if not (is_empty and isinstance(term, terms.Words)) or term.field or term.typed.isdecimal():
        return ""
    event = handles.Handles(run.timeline).event(term.typed)
    line = run.command("show", term.typed) if event else ""
    return line and f"{quoted(term.typed)} is sought as a word; the event of that handle: {line}"


def _on_term(query: logic.AllOf, term: logic.Term, *, is_empty: bool) -> Iterator[str]:
    if isinstance(term, terms.Words):
        if said := _on_file(term, is_empty=is_empty):
            yield said
        elif is_empty:
            yield from _on_spelling(term, query)
    elif isinstance(term, logic.Not) and isinstance(term.term, terms.Words):
        yield from _on_word_left_out(term.term)
    else:
        words = [leaf for leaf in logic.leaves(term) if isinstance(leaf, terms.Words)]
        for each in words[:_MOST_LEAVES]:
            yield from _on_spelling(each, query)


def _on_file(words: terms.Words, *, is_empty: bool) -> str:
    """Return how to read the file of that name; "" where there is none, or a word is meant."""
    path = Path(words.typed)
    is_named_so = is_empty or path.name != path.stem or len(path.parts) > 1
    if words.field or not is_named_so:
        return ""
    if not _is_file(path):
        said = f"{quoted(words.typed)} is sought as a word, and there is no file of that name"
        return said if is_empty and formats.has_ending(words.typed) else ""
    line = command_line.command("list", files=[words.typed])
    return line and f"{quoted(words.typed)} is sought as a word; to read the file: {line}"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file could be called so
        return False


def _on_spelling(words: terms.Words, query: logic.AllOf) -> Iterator[str]:
    """Yield that no event has *words*, unless that is all that was asked, and what is near."""
    if spellings.is_found(words):
        return
    near = spellings.near(words)
    if query.terms == (words,):
        yield from [f"Did you mean {_listed(near)}?"] if near else []
    elif near:
        yield f"No event has {quoted(str(words))}; did you mean {_listed(near)}?"
    else:
        yield f"No event has {quoted(str(words))}."


def _on_word_left_out(words: terms.Words) -> Iterator[str]:
    """Yield that nothing is left out, where something else may have been meant."""
    if spellings.is_found(words):
        return
    nothing = f"no event has {quoted(str(words))}, and nothing is left out"
    letter, rest = words.typed[:1], words.typed[1:]
    is_option = letter in _SHORT and rest and not words.field
    near = spellings.near(words)
    if is_option and (not near or spellings.is_found(spellings.other(words, rest))):
        yield f"{nothing}; for the option write -{letter} {rest}"
    elif near:
        yield f"{nothing}; did you mean {_listed([logic.Not(each) for each in near])}?"


def _listed(meant: Sequence[logic.Term]) -> str:
    return listed([str(each) for each in meant])
