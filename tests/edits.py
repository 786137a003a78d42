"""The small timeline with one change for each thing that a page or a view must get right."""

from tests.conftest import SMALL
from timeline.loading import load
from timeline.model.timeline import Timeline
from timeline.reports.diff.changes import Changes
from timeline.reports.diff.timelines import differences

EDITS = (
    ("title: A small timeline", "title: A smaller timeline"),
    ("date: 1998~", "date: 1998-05"),
    (
        "It is said to have begun in March.",
        "It is said to have begun in April, when the snow had gone.",
    ),
    ("[Old Town, Harbour]", "[Harbour, Old Town]"),
    ("credibility: 4", "credibility: 2"),
    ("status: disputed", "status: confirmed"),
    (
        "tags: [war], status: confirmed, sources: [gazette], links",
        "tags: [], status: confirmed, sources: [gazette, rumour], links",
    ),
    ("id: general-speaks", "id: general-claims"),
    ("denies: general-speaks", "responds-to: general-claims"),
    ("A second paper has 2 June.", "Nobody knows why."),
    (
        "id: some-year, date: 2019, title: A treaty is drafted",
        "id: rain, date: 2021, title: 'It [b]rains[/b]'",
    ),
    ("reliability: F", "reliability: C"),
    ("aliases: [Capital]", "aliases: [Crown]"),
    ("general: {name: José Nuño", "miller: {name: Miller}\n  general: {name: José Nuño"),
)


def edited(small: Timeline) -> tuple[Changes, Timeline, Timeline]:
    """Return what differs between *small* and one with every kind of change, and both."""
    text = SMALL
    for was, is_ in EDITS:
        assert was in text, was
        text = text.replace(was, is_)
    new = load.load("new.yaml", instead={"new.yaml": text})
    return differences(small, new), small, new
