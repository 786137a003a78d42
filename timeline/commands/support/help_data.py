"""Help for programs: every command with its options, every field of a query, every topic."""

from typing import Any

from timeline import __version__
from timeline.commands.support import app, help_pages
from timeline.commands.support.catalogue import COMMANDS, TOPICS
from timeline.commands.support.examples import EXAMPLES
from timeline.model import schema
from timeline.query import meanings


def data() -> dict[str, Any]:
    """Return all that help tells, in the shape that docs/json.md describes."""
    return {
        "format": 1,
        "version": __version__,
        "commands": [_command(name, group) for group, names in COMMANDS.items() for name in names],
        "options": [_parameter(param) for param in app.program().params],
        "fields": [_field(name, means) for name, means in meanings.every().items()],
        "topics": dict(TOPICS),
    }


def _command(name: str, group: str) -> dict[str, Any]:
    command = app.command(name)
    about, *details = (" ".join(each.split()) for each in (command.help or "").split("\n\n"))
    return {
        "name": name,
        "group": group,
        "about": about,
        "details": details,
        "examples": list(EXAMPLES.get(name, ())),
        "parameters": [_parameter(param) for param in command.params],
    }


def _parameter(param: Any) -> dict[str, Any]:  # noqa: ANN401  of a class that Typer keeps to itself
    """Return an option or an argument; `names` is empty for the latter."""
    is_option = param.param_type_name == "option"
    return {
        "name": param.name,
        "names": [*param.opts, *param.secondary_opts] if is_option else [],
        "about": getattr(param, "help", None) or "",
        "value": "" if is_option and param.is_flag else help_pages.value(param),
        "choices": [str(each) for each in getattr(param.type, "choices", ())],
        "required": bool(param.required),
        "several": bool(param.multiple if is_option else param.nargs < 0),
        "heading": getattr(param, "rich_help_panel", None) or "",
        "shared": help_pages.is_shared(param),
    }


def _field(name: str, means: str) -> dict[str, Any]:
    """Return a field of a query; its values, if they stand in no file."""
    choices = (key.choices for key in schema.EVENT.keys if key.field == name and key.choices)
    return {"name": name, "about": means, "values": list(next(choices, ()))}
