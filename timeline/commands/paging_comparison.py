"""A comparison → a page, with Rich."""

from timeline.commands.showing_comparison import Comparison
from timeline.commands.support.run import Run
from timeline.pages.compare import ComparisonPage, Side
from timeline.pages.parts import heading


def comparison(run: Run, made: Comparison) -> None:
    """Show what was asked of both sides, and below it the sides themselves."""
    look, timeline = run.screen.look, run.timeline
    first, second = (
        Side(
            letter,
            answer.query.describe(ascii=look.ascii) or "all events",
            answer.count(),
            made.days_0[number] if made.days_0 else None,
        )
        for number, (letter, answer) in enumerate(zip("AB", made.answers, strict=True))
    )
    asked = filter(None, (made.shared.describe(ascii=look.ascii), made.within))
    over = heading(timeline.title, look.dot.join(asked), made.in_both(), look)
    run.screen.page(over, ComparisonPage(made.compared, (first, second), timeline, look))
