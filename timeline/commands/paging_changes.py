"""What differs → a page, with Rich."""

from timeline.commands.showing_changes import Comparison
from timeline.commands.support.screen import Screen
from timeline.pages.diff import ChangePage
from timeline.pages.parts import heading


def changes(screen: Screen, made: Comparison) -> None:
    """Show what was compared, how much differs, and below it all that does."""
    look, naming = screen.look, made.naming
    title = naming.new.title or naming.old.title
    over = heading(title, made.between(look.arrow()), "", look)
    screen.page(over, ChangePage(made.changes, naming, look))
