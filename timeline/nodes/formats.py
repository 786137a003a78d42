"""Text → nodes, by the format that the name of the file promises, or the text shows."""

import re
from pathlib import PurePath

import msgspec

from timeline.nodes import json, yaml
from timeline.nodes.page import JSON_LINE_END, YAML_LINE_END, Page
from timeline.nodes.tree import Broken, Node

_ENDINGS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# Keys in double quotes, right after the brackets: JSON; YAML would have none there.
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')
# An object that ends with its line, and another below it.
_JSON_LINES = re.compile(r"\s*\{.*\}[ \t]*(?:\r?\n\s*)+\{")


class Reading(msgspec.Struct):
    """A file as nodes, its lines, and where it is not of its format at all."""

    page: Page
    node: Node | None
    broken: list[Broken]


def reading(path: str, name: str, text: str) -> Reading:
    """Return the nodes of *text*; *name* is what the file at *path* is called."""
    format_ = _ENDINGS.get(PurePath(path).suffix.lower()) or _guessed(text)
    line_end = YAML_LINE_END if format_ == "yaml" else JSON_LINE_END
    page = Page(name, text, line_end)
    try:
        node, broken = _composed(format_, page, text)
    except Broken as error:
        return Reading(page, None, [error])
    return Reading(page, node, broken)


def _guessed(text: str) -> str:
    """Return the format of what has no telling name, such as standard input."""
    if _JSON.match(text):
        has_more = _JSON_LINES.match(text)
        return "jsonl" if has_more else "json"
    return "yaml"


def _composed(format_: str, page: Page, text: str) -> tuple[Node | None, list[Broken]]:
    if format_ == "yaml":
        return yaml.compose(page, text), []
    if format_ == "jsonl":
        return json.compose_lines(text)
    return json.compose(text), []
