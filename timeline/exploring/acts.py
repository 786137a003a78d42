"""What keys do with the screen itself: undo, redo, scroll, help, end."""

from timeline.exploring.desk import Act, Desk
from timeline.exploring.seat import CannotAct


def undo(desk: Desk) -> None:
    """Come back to the seat before."""
    desk.come(*desk.history.undone(desk.seat))


def redo(desk: Desk) -> None:
    """Come back to the seat that was undone last."""
    desk.come(*desk.history.redone(desk.seat))


def help_(desk: Desk) -> None:
    """Show the keys of the pane one is in."""
    desk.show_help()


def palette(desk: Desk) -> None:
    """Offer all that can be done here."""
    desk.show_palette()


def end(desk: Desk) -> None:
    """Leave the screen."""
    desk.end()


def scroll(lines: int, pages: float = 0) -> Act:
    """Return the act that scrolls the event in full."""

    def act(desk: Desk) -> None:
        if not desk.scroll(lines, pages):
            edge = "beginning" if lines < 0 or pages < 0 else "end"
            raise CannotAct(f"this is the {edge} of the event")

    return act
