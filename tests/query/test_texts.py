"""What plain words search, and what `note:` does: every text that belongs to an event is asked."""

import pytest

from timeline import load

EVENT = """
arcs: {strike: {title: Arctitle, summary: Arcsummary}}
actors: {ana: {name: Actorname, aliases: [Actoralias], note: Actornote}}
sources: {gazette: {publisher: Publisher, title: Sourcetitle, note: Sourcenote}}
events:
  - id: eventid
    date: 2019
    title: Title
    summary: Summary
    kind: statement
    actors: [ana]
    places: [Place]
    arc: strike
    tags: [tag]
    status: claimed
    sources: [{source: gazette, credibility: 2, note: Citationnote}]
    links: [{denies: other}]
    note: Note
  - {id: other, date: 2018, title: Nothing}
"""
PLAIN = ("Title", "Summary", "Actorname", "Place", "tag")
NOTES = ("Note", "Citationnote")
NEITHER = (
    *("Arctitle", "Arcsummary", "Actoralias", "Actornote", "Publisher", "Sourcetitle"),
    *("Sourcenote", "eventid", "statement", "strike", "claimed", "gazette", "denies", "2019"),
)


@pytest.mark.parametrize("word", [*PLAIN, *NOTES, *NEITHER])
def test_words_find_what_the_help_says(tmp_path, word):
    """`help query`: titles, summaries, names of actors as shown, places and tags."""
    path = tmp_path / "f.yaml"
    path.write_text(EVENT)
    timeline = load(str(path))
    assert bool(len(timeline.select(word))) == (word in PLAIN)
    assert bool(len(timeline.select(f"text:{word}"))) == (word in PLAIN)
    assert bool(len(timeline.select(f"note:{word}"))) == (word in NOTES)


def test_the_help_names_them(run):
    """In this order, and what has a field of its own."""
    said = " ".join(run("help", "query").stdout.split())
    assert (
        "Sought is in titles, summaries, tags, and the names of actors and places as they are "
        "shown. Their other names, the places in which one lies, titles of arcs, sources, statuses "
        "and notes have fields of their own: actor:, place:, arc:, source:, status:, note:."
    ) in said
