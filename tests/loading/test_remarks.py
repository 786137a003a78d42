"""Comments are known by what they stand above, to be written beside it again."""

import pytest

from timeline.loading.load import examine

TEXT = """\
# head one

# head two

# on the header
timeline:
  # on the title
  title: T   # behind the title
  # end of the header

# on actors
actors:
  # a group

  # on a
  a: {name: A}   # behind a
  b:
    # on the name of b
    name: "B # no comment"
    # end of b
  # behind the actors

events:
  # heading

  # on e
  - id: e   # behind its id
    date: 2020   # behind the date
    title: >-   # behind the title
      x # no comment
    places:
      # within the places
      - p#q
      - 'r # s'
    # end of e

  # second heading
  # of two lines

  - {id: f, date: 2019, title: y}   # behind f
  # foot
# foot too
"""


def _remarks(text, name="f.yaml"):
    return dict(examine(name, instead={name: text}).remarks())


def test_every_comment_is_beside_what_it_is_about():
    """Head, header, sections, entries, keys, headings with a blank line behind them, foot."""
    assert _remarks(TEXT) == {
        ("", ""): ["# head one", "", "# head two"],
        ("timeline", ""): ["# on the header"],
        ("timeline", "", "title"): ["# on the title", "# behind the title"],
        ("timeline", "", "end"): ["# end of the header"],
        ("", "actors"): ["# on actors"],
        ("actors", "a"): ["# a group", "", "# on a", "# behind a"],
        ("actors", "b", "name"): ["# on the name of b"],
        ("actors", "b", "end"): ["# end of b"],
        ("", "events"): ["# behind the actors"],
        ("events", "e"): ["# heading", "", "# on e", "# behind its id"],
        ("events", "e", "date"): ["# behind the date"],
        ("events", "e", "title"): ["# behind the title"],
        ("events", "e", "places"): ["# within the places"],
        ("events", "e", "end"): ["# end of e"],
        ("events", "f"): ["# second heading", "# of two lines", "", "# behind f"],
        ("", "end"): ["# foot", "# foot too"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {date: 2019, title: x}\n", {}),
        ("- {date: 2019, title: 'x # y'}\n", {}),
        ("# a\n- {date: 2019, title: x}\n", {("events", "x-2019"): ["# a"]}),
        ("# a\n\n- {date: 2019, title: x}\n", {("", ""): ["# a"]}),
        ("- date: 2019 #5\n  title: x\n", {("events", "x-2019"): ["#5"]}),
        # What is written anew has no text that a comment cuts, and its events in order.
        ("- date: 2019 # timeline: ignore lost-text, unordered\n  title: x\n", {}),
        (
            "- date: 2019 # timeline: ignore unsourced, lost-text\n  title: x\n",
            {("events", "x-2019"): ["# timeline: ignore unsourced, lost-text"]},
        ),
    ],
)
def test_the_comments_of_a_list(text, expected):
    """Directly above an event they are about it; apart from the first, about the file."""
    assert _remarks(text) == expected


def test_json_has_none():
    """Whatever it looks like."""
    assert _remarks('[{"date": "2019", "title": "# x"}]', "f.json") == {}


def test_several_files_have_theirs_together():
    """Heads one after the other; those of an entry in the order of the files."""
    one = "# head\n\n# on x\nactors: {x: {}} # x too\nevents: [{date: 2019, title: t}]\n"
    two = "# head 2\n\nactors:\n  # x as well\n  x:\n"
    files = {"a.yaml": one, "b.yaml": two}
    assert examine(*files, instead=files).remarks() == {
        ("", ""): ["# head", "", "# head 2"],
        ("", "actors"): ["# on x"],
        ("actors", "x"): ["# x too", "# x as well"],
    }
