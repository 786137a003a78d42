"""What is copied from an event file is as clean as the file, and keeps its comments."""

from hypothesis import given

from tests.editing.strategies import files
from timeline.checking.rules import RULES, check
from timeline.edtf import day_number
from timeline.exchange import event_file
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.loading.load import examine
from timeline.loading.shipped import default_path
from timeline.model.answers import Match, Selection, Verdict

TODAY = day_number(2026, 11, 23)
NAMES = [rule.name for rule in RULES]


def _copied(text, ids=None):
    """Return the copy of a file, or of the events called *ids*, and what it loses."""
    examination = examine("f.yaml", instead={"f.yaml": text.removeprefix("\ufeff")})
    timeline, losses = examination.sound(), Losses()
    events = [match.event for match in timeline.select() if ids is None or match.event.id in ids]
    selection = Selection(Match(event, Verdict.YES) for event in events)
    export = Export(timeline, selection, remarks=examination.remarks())
    return event_file.yaml(export, losses), losses


def _found(text):
    """Return what `check --strict --notes` finds: rules and the entries that they speak of."""
    examination = examine("f.yaml", instead={"f.yaml": text.removeprefix("\ufeff")})
    problems = examination.locate(check(examination.sound(), TODAY))
    problems += examination.slips(NAMES)
    problems += examination.unused_ignores(NAMES, NAMES)
    return sorted(
        (each.rule, each.spot.registry if each.spot else "", each.spot.id if each.spot else "")
        for each in problems
    )


def test_a_copy_of_the_curated_file_is_as_clean():
    """All its comments are in it, and nothing is found by any rule that is not found in it."""
    text = default_path().read_text(encoding="utf-8")
    copy, losses = _copied(text)
    assert not losses
    assert sorted(_comments(copy)) == sorted(_comments(text))
    assert _found(copy) == _found(text)
    assert _copied(copy)[0] == copy


def _comments(text):
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


@given(drawn=files())
def test_a_copy_keeps_every_comment(drawn):
    """Once each; a copy of the copy is the same."""
    copy, losses = _copied(drawn.text)
    assert not losses
    assert sorted(_comments(copy)) == sorted(drawn.comments)
    assert _copied(copy)[0] == copy


MARKED = """\
# The file.

actors:
  # timeline: ignore unused-actor: he is in the book
  x: {name: Ex}
  y:
events:
- {date: 2019, title: One, actors: [y]}   # timeline: ignore unsourced
- date: 2018
  title: Two #2
  # timeline: ignore unsourced, lost-text: by the way
# timeline: ignore unsourced
- date: 2018
  title: Three
  tags:
    # timeline: ignore empty-item
    - ~
- id: four
  # On four.
  date: 2020
  title: Four
"""


def test_comments_for_rules_are_heeded_in_a_copy():
    """Above, behind and within entries, those nobody uses too; what is mended is not ignored."""
    copy, _ = _copied(MARKED)
    assert _found(copy) == [
        ("unsourced", "events", "four"),
        ("unused-ignore", "", ""),  # of the text that is not cut there
    ]
    assert "empty-item" not in copy
    assert "  # timeline: ignore unused-actor: he is in the book\n  x:\n    name: Ex\n" in copy
    assert "  - id: four\n    # On four.\n    date: 2020\n" in copy


def test_a_part_keeps_the_comments_on_what_is_in_it():
    """The others are told, with what they were about."""
    copy, losses = _copied(MARKED, {"two-2018", "four"})
    assert _comments(copy) == [
        "#2",
        "# timeline: ignore unsourced, lost-text: by the way",
        "# On four.",
    ]
    assert [(loss.what, loss.count, loss.places) for loss in losses] == [
        ("actor that no exported event needs", 1, ["x"]),
        (
            "a comment on what is not exported",
            4,
            ["timeline", "x", "one-2019", "three-2018"],
        ),
    ]
