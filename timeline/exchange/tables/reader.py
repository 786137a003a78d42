"""A table → a timeline: by a preset, by what was stated, and by the names of its columns."""

from timeline.errors import UsageError
from timeline.exchange import own_csv
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices
from timeline.exchange.losses import Losses
from timeline.exchange.tables import columns, delimited, objects
from timeline.exchange.tables.citations import pairs
from timeline.exchange.tables.events import Events, Maker
from timeline.exchange.tables.presets import NEEDED, PRESETS, SIGNS
from timeline.exchange.tables.rows import Table
from timeline.likeness import did_you_mean
from timeline.model.timeline import Timeline
from timeline.text import enumerated, listed, quoted


def read_delimited(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in a CSV or TSV file, as `Reader` says."""
    return _read(delimited.table(path, losses), choices, losses)


def read_objects(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in a JSON file with a list of objects, as `Reader` says."""
    return _read(objects.table(path, losses), choices, losses)


def read_object_lines(path: str, choices: Choices, losses: Losses) -> Timeline:
    """Return the timeline in a file of JSON Lines, as `Reader` says."""
    return _read(objects.line_table(path, losses), choices, losses)


def _read(table: Table, choices: Choices, losses: Losses) -> Timeline:
    builder = Builder(losses, choices.today, choices.spool)
    if own_csv.is_ours(table) and not choices.columns and not choices.preset:
        own_csv.add_all(table, builder, losses)
        return builder.timeline()
    maker = _maker(table, choices, losses)
    Events(maker, builder, losses, choices.order).add_all(table)
    return builder.timeline()


def _maker(table: Table, choices: Choices, losses: Losses) -> Maker:
    stated = columns.stated(table, choices.columns)
    if preset := _preset(table, choices.preset):
        if not choices.preset:
            losses.guess(f"a table of {preset}, by the names of its columns", table.header)
        return _of_preset(preset, table, stated, losses)
    guessed = columns.guessed(table, stated)
    layout = {**stated, **guessed}
    columns.check_complete(table, layout)
    if guessed:
        what = "what a column says, by its name"
        losses.guess(what, table.header, times=sum(map(len, guessed.values())))
    losses.remarks.append(_remark(table, layout))
    return Maker(layout=layout, pairs=pairs(layout, stated))


def _of_preset(preset: str, table: Table, stated: columns.Layout, losses: Losses) -> Maker:
    made = PRESETS[preset].instead(stated)
    if made.title:
        parts = ", ".join(made.layout["title"])
        losses.guess(f"the titles are put together from {parts}", table.header)
    losses.remarks.append(_remark(table, made.layout, preset))
    return made


def _remark(table: Table, layout: columns.Layout, preset: str = "") -> str:
    """Return what was understood, and what is left: "read as: date ← day; not used: size"."""
    there: dict[str, list[str]] = {}
    for key in columns.KEYS:
        there[key] = [each for each in layout.get(key, ()) if each in table.columns]
    used = {column for names in there.values() for column in names}
    said = f"read as {preset}".rstrip() + f": {columns.in_words(there)}"
    if unused := [each for each in table.columns if each not in used]:
        said += f"; not used: {', '.join(unused)}"
    return said


def _preset(table: Table, name: str) -> str:
    """Return the preset that is asked for, or that the columns show."""
    if not name:
        return next((each for each in SIGNS if SIGNS[each] <= set(table.columns)), "")
    if name not in PRESETS:
        near = did_you_mean(name, PRESETS) or f"there are {enumerated(list(PRESETS))}"
        raise UsageError(f"there is no preset {quoted(name)}", near)
    if lacking := [each for each in NEEDED[name] if each not in table.columns]:
        hint = f"the columns are {listed(table.columns[:40], 'and')}"
        raise UsageError(f"{table.name} is no table of {name}: it lacks {listed(lacking)}", hint)
    return name
