"""The curated timeline: names, memberships, tags and titles mean one thing."""

import re

import pytest

from timeline.loading.shipped import default_path

# Whose names need no office.
HEADS_OF_STATE = {"Putin", "Trump", "Maduro", "Chávez", "Assad", "Lukashenko"}
PRIVATE = {
    "aviacon-zitotrans",
    "maxar-technologies",
    "silvercorp-usa",
    "stg-engineering",
    "stroytransgaz",
    "wagner-group",
}


@pytest.fixture(name="events", scope="module")
def _events(curated):
    return [match.event for match in curated.select()]


@pytest.fixture(name="table", scope="module")
def _table():
    """Return what each tag means, as the top of the file says it."""
    text = default_path().read_text(encoding="utf-8")
    head = text.partition("\n# tags, each with one meaning:\n")[2].partition("\ntimeline:")[0]
    return dict(re.findall(r"^#   ([a-z0-9-]+) {2,}(\S.+)$", head, re.MULTILINE))


def test_no_two_actors_share_a_name(curated):
    """A name leads to one actor, whatever its case."""
    owners = {}
    for actor in curated.actors.values():
        for name in actor.names:
            owners.setdefault(name.casefold(), set()).add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_actor_and_source_is_used(curated, events):
    """An actor acts, or somebody who acts is of it; a source is cited."""
    acting = {actor for event in events for actor in event.actors}
    used = {actor for actor in curated.actors if curated.members(actor) & acting}
    assert set(curated.actors) - used == set()
    cited = {citation.source for event in events for citation in event.sources}
    assert set(curated.sources) - cited == set()


def test_who_acts_only_through_its_members_is_found(curated, events):
    """Mexico by its navy, the United Nations by the Council."""
    for name, member in [("mexico", "mexican-navy"), ("united-nations", "un-security-council")]:
        assert all(name not in event.actors for event in events)
        assert member in curated.members(name)


def test_a_private_firm_belongs_to_no_state(curated):
    """Its note says that it is private, and nothing that it is `of` is a state."""
    private = {a.id for a in curated.actors.values() if re.search(r"\b[Pp]rivate\b", a.note)}
    assert private == PRIVATE
    states = [a.id for a in curated.actors.values() if a.kind == "state"]
    assert [(firm, s) for s in states for firm in private if firm in curated.members(s)] == []


def test_the_arms_exporter_is_of_rostec(curated):
    """And so a question for Rostec finds the rifles, the fighters and the missiles."""
    assert "rosoboronexport" in curated.members("rostec") <= curated.members("russia")


def test_who_fought_a_state_is_not_of_it(curated):
    """Al-Sharaa's attack is no act of Syria; as its leader he stands beside it."""
    assert "ahmed-al-sharaa" not in curated.members("syria")
    assert "syria" in curated.get("sharaa-putin-moscow-meeting-2025").actors


def test_slips_of_the_copy_are_no_names(curated):
    """Lavrow and Asad were misspelt there; nobody looks them up in a reference."""
    names = {name for actor in curated.actors.values() for name in actor.names}
    assert names.isdisjoint({"Lavrow", "Asad", "Suchoj"})


def test_every_tag_is_in_the_table(events, table):
    """And every one in the table is used; each has its own meaning."""
    assert {tag for event in events for tag in event.tags} == set(table)
    assert len(set(table.values())) == len(table)
    assert list(table) == sorted(table)


def test_tags_agree_with_what_events_are(events):
    """A strike on a boat is about drugs; a statement is words; what analysts think is both."""
    tagged = {tag: {e.id for e in events if tag in e.tags} for tag in TAGS}
    assert tagged["boat-strike"] <= tagged["drugs"]
    assert {e.id for e in events if e.kind == "statement"} <= tagged["statement"]
    assert tagged["russian-intervention"].isdisjoint(tagged["us-intervention"])
    assert tagged["flight"] >= {e.id for e in events if e.id.startswith("tu160-bombers")}


TAGS = ("boat-strike", "drugs", "flight", "russian-intervention", "statement", "us-intervention")


def test_a_title_says_who_speaks(curated, events):
    """Before a bare surname stands an office or a trade: "Analyst Rouvinski: …"."""
    people = [a.name.split()[-1] for a in curated.actors.values() if a.kind == "person"]
    bare = {name for name in people if name[0].isupper()} - HEADS_OF_STATE
    assert [e.title for e in events if re.match(r"[\w-]+", e.title)[0] in bare] == []


def test_no_summary_ends_in_where_it_was_printed(events):
    """That is what its sources say."""
    assert [e.id for e in events if "printed it on" in e.summary] == []
