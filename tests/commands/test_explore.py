"""`timeline explore`: what it needs, and what it writes in the end."""


def test_without_a_terminal_it_says_what_to_use(run):
    """In one line."""
    done = run("explore")
    assert done.exit_code == 2
    assert done.stderr == "timeline: explore needs a terminal; for lines write `timeline list`\n"


def test_keys_and_a_file_cannot_come_from_one_place(run):
    """Standard input is for one of them."""
    done = run("explore", "-f", "-", input="- {date: 2019, title: x}")
    assert done.exit_code == 2
    assert "save it to a file first" in done.stderr
