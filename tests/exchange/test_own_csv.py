"""`export csv` and back: what is not reported as lost is there again."""

from hypothesis import given

from tests.exchange.files_read import events_in
from tests.timelines import timelines
from timeline import edtf
from timeline.exchange import own_csv
from timeline.exchange.contract import Choices, Export
from timeline.exchange.losses import Losses
from timeline.exchange.tables.reader import read_delimited
from timeline.model.records import Event, Place
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.views.parts.csv_table import csv_lines, event_columns, match_columns

UNSURE = "a '; '", "which of several", "accounts:"
KEPT = ("id", "title", "summary", "kind", "places", "arc", "tags", "status", "links", "note")


@given(timeline=timelines(most=3))
def test_what_is_not_reported_comes_back(timeline, tmp_path_factory):
    """Every event, with its date; names of actors, sources and their addresses."""
    losses = Losses()
    text = own_csv.write(Export(timeline, timeline.select()), losses)
    path = tmp_path_factory.getbasetemp() / "round.csv"
    path.write_text(text, encoding="utf-8")
    again = read_delimited(str(path), Choices(), Losses())
    assert len(again) == len(timeline)
    told = [loss for loss in losses if loss.what.startswith(UNSURE)]
    unsure = {place for loss in told for place in loss.places}
    for match, found in zip(timeline.select(), again.select(), strict=True):
        before, after = match.event, found.event
        if before.id not in unsure:
            assert [getattr(before, key) for key in KEPT] == [getattr(after, key) for key in KEPT]
            assert before.date.text == after.date.text
            assert names(before, timeline) == names(after, again)
            sources = list(dict.fromkeys(citation.source for citation in before.sources))
            assert [citation.source for citation in after.sources] == sources


def names(event, timeline):
    """Return all that an event says of actors, by their names, and its accounts."""
    accounts = [
        (called(each.by, timeline), each.date, each.stance, each.says, each.sources)
        for each in event.accounts
    ]
    return called(event.by, timeline), called(event.actors, timeline), accounts


def called(ids, timeline):
    """Return the names of actors."""
    return [timeline.actor_name(id_) for id_ in ids]


def test_a_sentence_that_says_nothing_of_who_tells_it_is_a_guess(tmp_path):
    """Somebody has written it into our table: without a colon it is who tells it, and told."""
    event = Event(id="a", date=edtf.parse("2019"), title="A", place=Place("a.yaml", 1))
    timeline = Timeline([event])
    text = own_csv.write(Export(timeline, timeline.select()), Losses())
    head, row = text.splitlines()
    path = tmp_path / "table.csv"
    path.write_text(f"{head}\n{row[:-1]}The mayor denies it,\n", encoding="utf-8")
    losses = Losses()
    (found,) = read_delimited(str(path), Choices(), losses)
    assert [account.by for account in found.accounts] == [("the-mayor-denies-it",)]
    assert [loss.example for loss in losses if "who tells it" in loss.what] == [
        "The mayor denies it"
    ]


def test_our_own_csv_comes_back(tmp_path, small):
    """Ids, dates, lists, links, sources with publishers and addresses; names of actors."""
    rows = [match.event for match in small.select()]
    text = "".join(f"{line}\n" for line in csv_lines(event_columns(small), rows))
    events, losses, found = events_in(tmp_path, text)
    assert losses.refused == 0
    assert [loss.what for loss in losses] == ["the ids of actors are made from their names"]
    for before, after in zip(rows, events, strict=True):
        for key in set(EVENT.names) - {"actors", "sources", "date"}:
            assert getattr(before, key) == getattr(after, key), key
        assert before.date.text == after.date.text
        named = [small.actor_name(id_) for id_ in before.actors]
        assert [found.actor_name(id_) for id_ in after.actors] == named
        assert [each.source for each in before.sources] == [each.source for each in after.sources]
    assert found.sources["gazette"].url == small.sources["gazette"].url
    assert found.sources["rumour"].publisher == "Rumours"


def test_the_curated_timeline_comes_back_from_csv(tmp_path, curated):
    """With the column of verdicts that `list --format csv` has, and with the accounts."""
    text = "".join(f"{line}\n" for line in csv_lines(match_columns(curated), curated.select()))
    events, losses, found = events_in(tmp_path, text)
    assert losses.refused == 0
    assert losses.count("dropped") == 0
    for match, after in zip(curated.select(), events, strict=True):
        assert (match.event.id, match.event.date.text) == (after.id, after.date.text)
        assert (match.event.summary, match.event.links) == (after.summary, after.links)
        assert told(match.event, curated) == told(after, found)
        urls = [curated.sources[each.source].url for each in match.event.sources]
        assert [found.sources[each.source].url for each in after.sources] == urls


def told(event, timeline):
    """Return how an event is told, and by whom."""
    return [
        (
            [timeline.actor_name(actor) for actor in each.by],
            (each.date, each.stance, each.says),
            [citation.source for citation in each.sources],
        )
        for each in event.accounts
    ]


def test_formulas_are_told_from_apostrophes(tmp_path, small):
    """One apostrophe is taken off where one was put on, and from no date."""
    event = next(iter(small.select())).event
    titles = ["=1+1", "'=x", "'quoted'", "-5 degrees", "@home", "＝x"]
    rows = [_titled(event, title, f"e{n}") for n, title in enumerate(titles)]
    text = "".join(f"{line}\n" for line in csv_lines(event_columns(small), rows))
    events, _, _ = events_in(tmp_path, text)
    assert [each.title for each in events] == titles


def _titled(event: Event, title: str, id_: str) -> Event:
    return Event(id=id_, date=event.date, title=title, place=event.place)
