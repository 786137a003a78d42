"""Words of a query that were probably meant as something else: a date, the name of a file."""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.commands.support.offers import command
from timeline.commands.support.run import Run
from timeline.query import fields, grammar
from timeline.query.logic import AllOf, Not
from timeline.query.terms import Words
from timeline.text import counted, quoted

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)

_SHORT = "afnoy"  # options of one letter that take a value


def remarks(run: Run, query: AllOf) -> Iterator[str]:
    """Yield a remark on each word of *query* that is a date with events, or a file.

    And on `-aputin`, which leaves nothing out, and may have been an option.
    """
    for term in query.terms:
        if isinstance(term, Not) and isinstance(term.term, Words) and not term.term.field:
            is_date = _DATE.fullmatch(term.term.typed)  # -0043, which is a year
            yield from (
                _on_date(run, f"-{term.term.typed}") if is_date else _on_option(run, term.term)
            )
        if isinstance(term, Words) and not term.field:
            yield from _on_date(run, term.typed) if _DATE.fullmatch(term.typed) else _on_file(term)


def _on_date(run: Run, word: str) -> Iterator[str]:
    asked = f"{'year' if word.lstrip('-').isdigit() else 'date'}:{word}"
    with_date = grammar.ask({}, asked, fields.Context(run.timeline, run.today))
    found = run.timeline.select(with_date)
    if found and (line := run.command("list", asked)):
        yield f"{quoted(word)} is sought as a word; {line} finds {counted(len(found), 'event')}"


def _on_option(run: Run, word: Words) -> Iterator[str]:
    letter, rest = word.typed[:1], word.typed[1:]
    if letter in _SHORT and rest and not run.timeline.select(AllOf((word,))):
        option = f"for the option write -{letter} {rest}"
        yield f"no event has {quoted(word.typed)}, and nothing is left out; {option}"


def _on_file(term: Words) -> Iterator[str]:
    if re.search(r"[./\\]", term.typed) and Path(term.typed).is_file():
        line = command("list", files=[term.typed])
        yield f"{quoted(term.typed)} is sought as a word; to read the file: {line}"
