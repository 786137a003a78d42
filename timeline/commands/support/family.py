"""What a family of options is: a class whose fields are options.

Every command makes half a dozen of them. They are no dataclasses, for each of those would take
longer to make than its options.
"""

import inspect
from dataclasses import is_dataclass
from typing import Any, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Family:
    """Options that belong together, each with what it is when nobody gives it."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401  of any option's type
        """Take what is *given*."""
        vars(self).update(given)

    def but(self, **given: Any) -> Self:  # noqa: ANN401  likewise
        """Return the same with what is *given* instead."""
        return type(self)(**{**vars(self), **given})


def is_family(hint: object) -> bool:
    """Return whether *hint* is a family: one that changes while it is asked for is a dataclass."""
    return isinstance(hint, type) and (issubclass(hint, Family) or is_dataclass(hint))


def defaults(family: type) -> dict[str, Any]:
    """Return the options of a *family* by name, those of what it stands on first, as they are.

    That is when nobody gives them.
    """
    return {name: getattr(family, name) for name in hints(family)}


def hints(family: type) -> dict[str, Any]:
    """Return what each option of a *family* may be, as Typer reads it."""
    found: dict[str, Any] = {}
    for each in reversed(family.__mro__):
        found.update(inspect.get_annotations(each, eval_str=True))
    return found
