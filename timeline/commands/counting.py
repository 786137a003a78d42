"""`timeline actors`, `years`, `arcs`: the values to filter by, with their counts."""

from timeline.commands.options import Display, Question, takes_families


@takes_families
def count_actors(question: Question, display: Display) -> None:
    """Count the events of each actor; those of its members count too."""
    from timeline import querying  # noqa: PLC0415  heavy, and not for --help
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.session import Session  # noqa: PLC0415

    session = Session(display)
    answer = session.answer(question)
    showing.numbers(session, answer, querying.by_actor(answer.found, session.timeline))


@takes_families
def count_years(question: Question, display: Display) -> None:
    """Count the events of each year; one that spans several counts in each."""
    from timeline import querying  # noqa: PLC0415
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.session import Session  # noqa: PLC0415

    session = Session(display)
    answer = session.answer(question)
    showing.numbers(session, answer, querying.by_year(answer.found), dated=False)


@takes_families
def count_arcs(question: Question, display: Display) -> None:
    """Count the events of each arc, a thread of the story."""
    from timeline import querying  # noqa: PLC0415
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.session import Session  # noqa: PLC0415

    session = Session(display)
    answer = session.answer(question)
    showing.numbers(session, answer, querying.by_arc(answer.found, session.timeline))
