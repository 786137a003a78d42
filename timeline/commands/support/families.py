"""Families of options: how those that belong together become options of a command.

A command asks for a family by naming it in its signature (`question: Question`);
`takes_families` turns the family into options. What is given before the
command (`timeline -f mine.yaml list`) counts for the command too.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

import typer

from timeline.commands.support import command_line
from timeline.commands.support.family import defaults, hints, is_family
from timeline.errors import TimelineError


def takes_families(function: Callable[..., None]) -> Callable[..., None]:
    """Return *function* as Typer wants it: each family in its signature spread into options.

    A family is one of `options`, or a command's own.
    """
    annotations = inspect.get_annotations(function, eval_str=True)
    families = {name: hint for name, hint in annotations.items() if is_family(hint)}

    @wraps(function)
    def command(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401  of any option's type
        gathered = _gathered(ctx, families, given)
        if "ctx" in annotations:
            gathered["ctx"] = ctx
        try:
            function(**gathered)
        except TimelineError as error:
            error.hint = command_line.about(error.hint, ctx.obj.get("file") or ())
            raise

    parameters = _spread(function, annotations, families)
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def _gathered(
    ctx: typer.Context, families: Mapping[str, type], given: dict[str, Any]
) -> dict[str, Any]:
    """Return the values of options with those of each of the *families* made one.

    What was *given* before the command counts too, unless the command says otherwise, and what
    is given now is kept with it: a command finds there what the group was given.
    """
    before = ctx.ensure_object(dict)
    for name, family in families.items():
        usual = defaults(family)
        for each, default in usual.items():
            value = given.pop(each)
            if value != default or each not in before:
                before[each] = value
        given[name] = family(**{each: before[each] for each in usual})
    return given


def _spread(
    function: Callable[..., None], annotations: Mapping[str, Any], families: Mapping[str, type]
) -> list[inspect.Parameter]:
    """Return the parameters of a command: those of the *function*, its context, its options."""
    own = {
        name: _parameter(name, annotations[name], parameter.default)
        for name, parameter in inspect.signature(function).parameters.items()
        if name not in families
    }
    own["ctx"] = _parameter("ctx", typer.Context)
    options = [option for family in families.values() for option in _options(family)]
    return [*own.values(), *options]


def _options(family: type) -> list[inspect.Parameter]:
    usual = defaults(family)
    return [_parameter(name, hint, usual[name]) for name, hint in hints(family).items()]


def _parameter(
    name: str, annotation: object, default: object = inspect.Parameter.empty
) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=annotation)
