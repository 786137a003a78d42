"""The form by which the page is filtered; a script shows it, for without one it does nothing."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.markup import Markup, joined, tag
from timeline.exchange.page.facets import Facets, Option, Year
from timeline.exchange.picture.writer import how_many

_KEYS: Final = {"words": tag("kbd", "/")}  # that lead to a field


def controls(export: Export, facets: Facets, texts: Iterable[str]) -> Markup:
    """Return the form, how many events are shown, and the command that shows the same."""
    possible = export.selection.possible > 0
    form = tag(
        "form",
        _fields(facets),
        id="page:filter",
        role="search",
        aria_label="Filter the events",
        data_odd=facets.odd_letters(texts),
        data_command=_command(export),
        autocomplete="off",
        hidden=True,
    )
    count = tag("p", how_many(export.selection), id="page:count", role="status", data_all=possible)
    command = tag("p", "The same on a command line: ", tag("code"), id="page:command", hidden=True)
    return joined(form, count, command)


def _fields(facets: Facets) -> Iterator[Markup]:
    yield _field("words", "Words", _search(), "wide")
    yield _field("actor", "Actor", _select("actor", facets.actors, "Everyone"))
    yield _field("place", "Place", _select("place", facets.places, "Anywhere"))
    yield _years(facets.years)
    yield _field("arc", "Arc", _select("arc", facets.arcs, "All"))
    yield _field("status", "Status", _select("status", facets.statuses, "Any"))
    yield _field("tag", "Tag", _select("tag", facets.tags, "Any"))
    yield _certain()
    yield tag("button", "Clear", tag("kbd", "Esc"), type="reset")


def _command(export: Export) -> str | None:
    """Return what lists the events of the page; None where nobody can say."""
    if export.query and not export.typed:
        return None
    return shlex.join(["timeline", "list", *filter(None, [export.typed])])


def _search() -> Markup:
    return tag("input", type="search", id="page:words", name="words", spellcheck="false")


def _field(name: str, label: str, control: Markup, class_: str = "") -> Markup:
    said = tag("label", label, _KEYS.get(name), for_=f"page:{name}")
    return tag("div", said, control, class_=f"field {class_}".strip())


def _select(name: str, options: Sequence[Option], everything: str) -> Markup:
    """Return a list to choose from; an option's number is that of the events' attributes."""
    made = (
        tag("option", f"{option.name} ({option.events:,})", value=option.value)
        for option in options
    )
    return _list(name, everything, made)


def _years(years: Sequence[Year]) -> Markup:
    def choice(name: str, everything: str, label: str) -> Markup:
        made = (
            tag("option", year.typed, value=year.typed, data_first=year.first, data_last=year.last)
            for year in years
        )
        return _field(name, label, _list(name, everything, made))

    return joined(choice("from", "First", "From year"), choice("to", "Last", "To year"))


def _list(name: str, everything: str, options: Iterable[Markup]) -> Markup:
    return tag("select", tag("option", everything, value=""), options, id=f"page:{name}", name=name)


def _certain() -> Markup:
    box = tag("input", type="checkbox", id="page:certain", name="certain")
    said = tag("label", "Leave out what is only possible (≈)", for_="page:certain")
    return tag("div", box, said, class_="check")
