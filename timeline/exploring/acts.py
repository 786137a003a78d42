"""What keys do with the screen itself: undo, redo, end."""

from timeline.exploring.desk import Desk


def undo(desk: Desk) -> None:
    """Come back to the seat before."""
    desk.come(*desk.history.undone(desk.seat))


def redo(desk: Desk) -> None:
    """Come back to the seat that was undone last."""
    desk.come(*desk.history.redone(desk.seat))


def end(desk: Desk) -> None:
    """Leave the screen."""
    desk.end()
