"""What a line of a list says of an event: no more of it need be read."""

from typing import NamedTuple, Protocol


class BriefDate(Protocol):
    """A date as it is written."""

    @property
    def text(self) -> str:
        """Its EDTF."""
        ...


class Brief(Protocol):
    """An event, as far as a line of a list shows it."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def date(self) -> BriefDate:
        """Its date."""
        ...

    @property
    def status(self) -> str:
        """Its status; "" if it has none."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def arc(self) -> str:
        """The id of its arc; "" if it is in none."""
        ...

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of its actors."""
        ...


class BriefMatch(Protocol):
    """An event, as far as a line shows it, and how it answers."""

    @property
    def event(self) -> Brief:
        """The event."""
        ...

    @property
    def certain(self) -> bool:
        """Whether it answers in every reading of its date."""
        ...

    @property
    def deduced(self) -> bool:
        """Whether it does so by its order alone."""
        ...


class Told(NamedTuple):
    """A match that is made of no more than that."""

    event: Brief
    certain: bool
    deduced: bool = False
