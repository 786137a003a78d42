"""The caret stands under the fault, whatever is before it, and nothing obeys a file."""

import pytest


def excerpt(said):
    """Return the line and the carets of a report of one problem, without the margin."""
    line, carets = said.split("\n")[1:3]
    return line[8:], carets[8:]


@pytest.mark.parametrize(
    ("text", "line", "carets"),
    [
        # Wide characters take two cells, combining ones none.
        ("- {title: 日本, date: 20x9}", "- {title: 日本, date: 20x9}", 24),
        ("- {title: e\u0301, date: 20x9}", "- {title: e\u0301, date: 20x9}", 21),
        ("- {title: 😀, date: 20x9}", "- {title: 😀, date: 20x9}", 22),
        # Joiners are left out: terminals do not agree on the width of what they join.
        ("- {title: 👩\u200d👧\ufe0f, date: 20x9}", "- {title: 👩👧, date: 20x9}", 24),
        # A tab is one space; so is any other blank.
        ("- {title:\ta, date:\u00a020x9}", "- {title: a, date: 20x9}", None),
        # Anchors and tags belong to the value, but are not at fault.
        ("- {title: a, date: &d 20x9}", "- {title: a, date: &d 20x9}", 24),
        ("- {title: a, date: !!str 20x9}", "- {title: a, date: !!str 20x9}", 27),
        ('- {title: a, date: "20x9"}', '- {title: a, date: "20x9"}', 22),
        ("- {title: a, date: ' 20x9'}", "- {title: a, date: ' 20x9'}", 23),
    ],
)
def test_the_caret_is_under_the_fault(report, text, line, carets):
    """The small x, counted in cells."""
    shown = excerpt(report(f"{text}\n"))
    if carets is None:  # a key with a no-break space is another key
        assert shown[0] == line
    else:
        assert shown == (line, " " * carets + "^")


@pytest.mark.parametrize(
    ("text", "place", "carets"),
    [
        ('- {title: a, date: "20\\u0078 9"}', "1:20", 19 * " " + "^" * 12),
        ("- title: a\n  date: >\n    20x9\n", "2:9", 8 * " " + "^"),
        ("- title: a\n  date: 2019\n    foo\n", "2:9", 8 * " " + "^"),
    ],
)
def test_a_value_that_is_written_otherwise_is_marked_where_it_begins(report, text, place, carets):
    """Escapes and folding: the offset into the value says nothing about the line."""
    said = report(text)
    assert said.startswith(f"f.yaml:{place}: not a date")
    assert excerpt(said)[1] == carets


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_are_counted_as_yaml_ends_them(report, end):
    """Line feed, carriage return, both, NEL and the line separator."""
    said = report(f"- date: 2019{end}  title: a{end}- date: 20x9{end}  title: b{end}")
    assert said.startswith("f.yaml:3:11: ")
    assert excerpt(said) == ("- date: 20x9", " " * 10 + "^")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_json_ends_them(report, end):
    """A line separator inside a text is a letter like any other."""
    said = report(f'[{{"title": "a\u2028b",{end}"date": "20x9"}}]', "f.json")
    assert said.startswith("f.json:2:12: ")
    assert excerpt(said) == ('"date": "20x9"}]', " " * 11 + "^")


def test_a_byte_order_mark_counts_for_nothing(report):
    """The first line begins behind it."""
    assert report("\ufeff- {date: 20x9, title: a}\n").startswith("f.yaml:1:12: ")


def test_a_long_line_is_cut_on_both_sides(report):
    """With the margin it fits 80 columns, and the caret is where it belongs."""
    line, carets = excerpt(report(f"- {{title: {'a' * 100}, date: 20x9, note: {'b' * 100}}}\n"))
    assert line == f"…{'a' * 26}, date: 20x9, note: {'b' * 24}…"
    assert carets == " " * 37 + "^"


def test_a_long_line_of_wide_characters_is_cut_by_cells(report):
    """Twenty-three of them are 46 cells; what is right of the fault needs 21."""
    line, carets = excerpt(report(f"- {{title: {'日' * 100}, dat: 2019, date: 2019}}\n"))
    assert line == f"…{'日' * 23}, dat: 2019, date: 2019}}"
    assert carets == " " * 49 + "^^^"


def test_the_margin_grows_with_the_number_of_the_line(report):
    """Six digits are wider than the usual five."""
    said = report("\n" * 100_000 + "- {date: 20x9, title: a}\n")
    assert said.split("\n")[1:3] == [
        "100001 | - {date: 20x9, title: a}",
        "       |            ^",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '- {date: "\\e[31m2019", title: a}',
        '- {date: 2019, title: a, status: "\\e[2J\\x9b\\u202e\\x07"}',
        '- {date: 2019, title: a, "k\\e]0;x\\a": b}',
        '- {date: 2019, title: a, links: [{"\\ed": b}]}',
        'actors: {"\\ea": [], b: {of: ["\\ec", b]}}',
        'actors: {"\\ea": {of: ["\\ea"]}}',
        '- {date: 2019, title: a, id: "\\ea"}\n- {date: 2019, title: a, id: "\\ea"}',
        '- {date: 2019, title: a, tags: "\\ea"}',
        "- {date: 2019, title: \x1b[31m}",
        "- *\x07",
        "- !\u202ex a",
    ],
)
def test_no_control_character_gets_into_a_message(report, text):
    """A file's text is shown as symbols, never sent to the terminal."""
    said = report(f"{text}\n")
    assert said
    assert said.isprintable() or set(filter(lambda char: not char.isprintable(), said)) == {"\n"}


def test_no_control_character_gets_in_by_the_name_of_a_file(report):
    """Names are as foreign as contents."""
    assert report("- a\n", "f\x1b[31m\n.yaml").startswith("f␛[31m .yaml:1:3: ")
