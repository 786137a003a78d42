"""`export csv` and back: what is not reported as lost is there again."""

from hypothesis import given

from tests.timelines import timelines
from timeline import edtf
from timeline.exchange import own_csv
from timeline.exchange.contract import Choices, Export
from timeline.exchange.losses import Losses
from timeline.exchange.tables.reader import read_delimited
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

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
