"""What keys do beside the seat: copies, sources, edits, explanations, commands, other files."""

from contextlib import nullcontext

import pytest

from timeline.errors import TimelineError, UsageError
from timeline.exploring import changes, takes
from timeline.exploring.app import Explorer
from timeline.exploring.ground import Ground
from timeline.exploring.outside import Nobody
from timeline.exploring.seat import Period, Seat
from timeline.loading.load import load
from timeline.model.timeline import Timeline

LESS = """
timeline: {title: A small timeline}
events:
- {id: war, date: 2018-03, title: War}
- {id: peace, date: 2019, title: Peace}
"""


class World(Nobody):
    """Somebody outside, who notes what is asked of him."""

    def __init__(self, now=None):
        """Have a ground, or an error, for whoever reads the files again."""
        self.now = now
        self.asked = []
        self.changed = False

    def ground(self):
        """Return what there is now."""
        self.changed = False
        if isinstance(self.now, TimelineError):
            raise self.now
        return self.now

    def has_changed(self):
        """Return what was told."""
        return self.changed

    def keeps_screen(self, words):
        """Return that all but `add` and `edit` does."""
        return words[0] not in ("add", "edit")

    def written(self, words, width):
        """Note the *words*."""
        self.asked.append(tuple(words))
        return f"\x1b[1m{width}\x1b[0m [/b] of {words[0]}\n"

    def run(self, words):
        """Note the *words*."""
        self.asked.append(("terminal", *words))

    def findings(self, event):
        """Find something of one event alone."""
        return "the title is in capitals" if event.id == "war" else ""

    def keep(self, text):
        """Note the *text*."""
        self.asked.append(text)
        return "/state/copied.txt"


@pytest.fixture(name="lent")
def _lent(monkeypatch):
    """Let the terminal be given away, which there is none of."""
    monkeypatch.setattr(Explorer, "suspend", lambda _: nullcontext())


@pytest.fixture(name="less")
def _less(tmp_path):
    path = tmp_path / "less.yaml"
    path.write_text(LESS)
    return Ground(load(str(path)), 737_000)


@pytest.fixture(name="clipboard")
def _clipboard(monkeypatch):
    """Return what is copied, by a terminal that can be told so."""
    found = []
    monkeypatch.setattr(Explorer, "copy_to_clipboard", lambda _, text: found.append(text))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    return found


def test_a_copy_says_what_it_is_of(play, clipboard):
    """Of the event in focus, or of the marked."""
    assert play("j", "y", "i").said == "copied: the id of the event"
    assert play("space", "space", "y", "i").said == "copied: the id of 2 marked events"
    assert clipboard == ["war", "old-quarrel\nwar"]


def test_a_copy_can_be_left(play, clipboard):
    """Escape, and nothing is copied."""
    assert play("y", "escape").said == ""
    assert clipboard == []


@pytest.mark.parametrize("name", ["linux", pytest.param("dumb", marks=pytest.mark.thorough)])
def test_a_deaf_terminal_is_told_a_file(play, clipboard, monkeypatch, name):
    """So that nothing gets lost in silence."""
    monkeypatch.setenv("TERM", name)
    world = World()
    played = play("y", "i", outside=world)
    assert played.said == (
        "this terminal takes no copy: the id of the event is in /state/copied.txt"
    )
    assert world.asked == ["old-quarrel"]
    assert clipboard == []


def test_what_is_too_long_for_a_clipboard_is_in_a_file(play, clipboard, monkeypatch):
    """Terminals cut it off."""
    monkeypatch.setattr(takes, "_LONGEST", 3)
    world = World()
    assert "/state/copied.txt" in play("y", "i", outside=world).said
    assert clipboard == []


def test_a_source_is_opened(press, monkeypatch):
    """In the browser; an event without an address says so."""
    opened = []
    monkeypatch.setattr(Explorer, "open_url", lambda _, url: opened.append(url))
    assert press("o").last_said == "no source of it has an address in the web"
    assert press("j", "o").last_said == "opened: https://gazette.example/war?a=1"
    assert opened == ["https://gazette.example/war?a=1"]


@pytest.mark.usefixtures("lent")
def test_an_event_is_edited_and_the_file_read_again(play, less):
    """The focus is kept by its id, and what has changed is said as `diff` says it."""
    world = World(less)
    played = play("j", "e", outside=world)
    assert world.asked == [("terminal", "edit", "war")]
    assert played.seat.focus == "war"
    assert played.app.ground is less
    assert played.said.startswith("1 event added, 6 removed, 1 changed")


@pytest.mark.usefixtures("lent")
def test_an_event_is_added(play, less):
    """By the command that asks."""
    world = World(less)
    play("a", outside=world)
    assert world.asked == [("terminal", "add")]


def test_a_terminal_that_cannot_be_lent_says_so(play, less):
    """A screen in a test has none."""
    assert play("e", outside=World(less)).said == (
        "this terminal cannot be lent to another program"
    )


def test_reading_again_says_what_has_changed(press, ground):
    """Nothing, where nothing has."""
    assert press("r", outside=World(ground)).last_said == "nothing has changed"


def test_what_is_no_longer_there_is_not_marked(press, less):
    """Nor looked at, nor asked for."""
    seat = Seat(query="actor:rebels", marks=frozenset({"war", "landing"}))
    now = press("r", outside=World(less), seat=seat).seat
    assert now.marks == {"war"}
    assert now.query == ""


@pytest.mark.usefixtures("lent")
def test_a_file_that_does_not_load_shows_why(play):
    """The screen stays on what was; e goes there."""
    world = World(UsageError("events.yaml:3:5: date is missing [/b]", "write date: 2019"))
    played = play("r", outside=world)
    assert "events.yaml:3:5: date is missing [/b]" in played.text
    assert "write date: 2019" in played.text
    assert len(played.app.ground.events) == 7
    play("r", "e", outside=world)
    assert world.asked == [("terminal", "edit")]


def test_a_file_that_is_broken_from_the_beginning(play, less):
    """Its problems stand there at once; when it has been mended, what was asked is asked."""
    fault = UsageError("less.yaml:3:5: date is missing")
    world = World(less)
    there = play("r", outside=world, on=Ground(load_nothing(), 737_000), fault=fault,
                 seat=Seat(query="war"))  # fmt: skip
    assert there.seat.query == "war"
    assert there.lines[0].endswith(" 1 event")


def load_nothing():
    """Return a timeline without events."""
    return Timeline(())


def test_why_explains_what_is_asked(play, press):
    """As `why` does; where nothing is asked there is nothing to explain."""
    assert press("W").last_said == "nothing is asked, so there is nothing to explain"
    played = play("j", "W", seat=Seat(query="rebels"))
    assert "yes" in played.text
    assert "War of the Union [sic] with the rebels [/b]" in played.text


def test_findings_about_the_event(play, press):
    """What `check` says of it."""
    nothing = press("exclamation_mark", outside=World()).last_said
    assert nothing == "check finds nothing about it"
    assert "the title is in capitals" in play("j", "exclamation_mark", outside=World()).text


def test_a_command_is_run_and_its_output_read(play):
    """What it writes is text of ours, and no markup."""
    world = World()
    played = play("colon", *"actors", "enter", outside=world)
    assert world.asked == [("actors",)]
    assert "[/b] of actors" in played.text


def test_a_command_may_be_typed_with_its_program(play):
    """As it stands at the bottom of the screen."""
    world = World()
    play("colon", *"timeline", "space", *"actors", "enter", outside=world)
    assert world.asked == [("actors",)]


@pytest.mark.usefixtures("lent")
def test_a_command_that_asks_is_given_the_terminal(play, less):
    """And then the files are read again."""
    world = World(less)
    play("colon", *"add", "enter", outside=world)
    assert world.asked == [("terminal", "add")]


def test_a_quotation_that_is_open_is_told(play):
    """Instead of a traceback."""
    assert play("colon", *"list", "space", "'", "enter", outside=World()).said == (
        "a quotation mark is not closed"
    )


def test_a_query_is_saved(play, press, ground):
    """By the command `save`; there must be one."""
    assert press("s").last_said == "nothing is asked, so there is nothing to save"
    world = World(ground)
    play("s", *"mine", "enter", outside=world, seat=Seat(query="rebels"))
    assert world.asked == [("save", "mine", "--", "rebels")]


def test_help_names_the_keys_of_the_pane(play):
    """And the signs of the statuses that there are."""
    text = play("question_mark", size=(80, 60)).text
    assert "Keys in the events" in text
    assert "the next event" in text
    assert "Esc" in text
    in_event = play("enter", "question_mark", size=(80, 60)).text
    assert "follow link 1 to 9" in in_event


def test_the_palette_does_what_is_chosen(play):
    """Sought by its words."""
    assert play("ctrl+p", *"only", "space", *"certain", "enter").seat.certain
    assert not play("ctrl+p", *"certain", "escape").seat.certain


def test_a_file_that_somebody_changes_is_read(play, less):
    """Once a second it is looked whether that has happened; what has changed is said."""
    world = World(less)

    def somebody_changes(app):
        world.changed = True
        app.look_at_files()

    played = play(outside=world, then=somebody_changes)
    assert played.said.startswith("1 event added, 6 removed")


def test_a_seat_is_kept_as_far_as_it_can_be(less):
    """A period or a day that there is not, a view that there is not, are left out."""
    odd = Seat(view="no-such", period=Period("fortnight", 3), known=10**12, query="war")
    kept = changes.kept(odd, less)
    assert (kept.view, kept.period, kept.known, kept.query) == ("list", None, None, "")
