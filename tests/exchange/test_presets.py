"""Tables of a known shape: their codes of precision become the EDTF that says just that."""

import pytest

from timeline.errors import UsageError
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses

ACLED = """\
event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,\
assoc_actor_1,actor2,assoc_actor_2,country,admin1,location,geo_precision,source,source_scale,\
notes,fatalities,tags
UTO1,28 December 2022,2022,1,Political violence,Battles,Armed clash,Union Army,Capital Guard; \
Police,Rebels,NA,Utopia,North,Old Town,1,Gazette; Wire,National,On 28 December they fought.,3,
UTO2,15 December 2022,2022,2,Demonstrations,Protests,Peaceful protest,Protesters,NA,NA,NA,Utopia,\
North,Harbour,2,Gazette,Local,In the week of 15 December.,0,crowd size=about 200
UTO3,01 November 2022,2022,3,Political violence,Battles,Armed clash,Rebels,NA,NA,NA,Utopia,NA,\
Hills,3,Wire,National,In November.,NA,
UTO4,01 November 2022,2022,4,Political violence,Battles,Armed clash,Rebels,NA,NA,NA,Utopia,NA,\
Hills,3,Wire,National,No such precision.,NA,
"""

UCDP = """\
id,year,type_of_violence,conflict_name,side_a,side_b,number_of_sources,source_office,source_date,\
source_headline,where_coordinates,adm_1,country,event_clarity,date_prec,date_start,date_end,best,\
high,low
101,2019,1,Utopia: Government,Union,Rebels,2,Gazette;Wire,2019-03-03;2019-03-04,War;A battle,\
Old Town,North,Utopia,1,1,2019-03-02 00:00:00.000,2019-03-02 00:00:00.000,5,8,3
102,2019,2,Utopia: Hills,Rebels,Others,1,Gazette,2019-03-09,"One; two",Hills,North,Utopia,2,3,\
2019-03-04 00:00:00.000,2019-03-10 00:00:00.000,0,0,0
103,2019,3,Utopia: Government,Union,Civilians,-1,,,,,,Utopia,2,5,2019-01-01 00:00:00.000,\
2019-12-31 00:00:00.000,1,1,1
104,2019,3,Utopia: Government,Union,Civilians,-1,,,,,,Utopia,2,1,2019-01-01 00:00:00.000,\
2019-01-02 00:00:00.000,1,1,1
"""

TIMESKETCH = """\
"message","timestamp","datetime","timestamp_desc","extra","tag"
"A message","1437764461000000","2015-07-24T19:01:01.000123+00:00","Write time","foo",""
"Another","1437764462000000","2015-07-24T19:01:02+00:00","Access time","","seen; odd"
"""


def _read(tmp_path, text, name="table.csv", **choices):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    losses = Losses()
    found = reader("csv")(str(path), Choices(**choices), losses)
    assert losses.read == losses.written + losses.refused
    return {match.event.id: match.event for match in found.select()}, losses, found


def test_acled_says_day_week_or_month(tmp_path):
    """Precision 2 is some week with that day in it, 3 its month; another is refused."""
    events, losses, _ = _read(tmp_path, ACLED, preset="acled")
    assert {id_: event.date.text for id_, event in events.items()} == {
        "UTO1": "2022-12-28",
        "UTO2": "[2022-12-09..2022-12-21]",
        "UTO3": "2022-11",
    }
    refused = next(iter(losses))
    assert (refused.what, refused.hint) == ("time_precision is not 1, 2 or 3", "4")


def test_acled_is_taken_over_with_its_parts(tmp_path):
    """Actors and their allies, places, sources; NA is nothing; the rest is told as dropped."""
    events, losses, found = _read(tmp_path, ACLED, preset="acled")
    clash = events["UTO1"]
    assert clash.title == "Armed clash: Union Army and Rebels, Old Town"
    assert clash.summary == "On 28 December they fought."
    names = [found.actor_name(id_) for id_ in clash.actors]
    assert names == ["Union Army", "Rebels", "Capital Guard", "Police"]
    assert clash.places == ("Old Town", "North", "Utopia")
    assert clash.tags == ("Battles", "Armed clash")
    assert [found.sources[each.source].publisher for each in clash.sources] == ["Gazette", "Wire"]
    assert (clash.note, events["UTO3"].note) == ("fatalities 3", "")
    assert events["UTO2"].tags[-1] == "crowd size=about 200"
    assert events["UTO3"].places == ("Hills", "Utopia")
    assert "not used: year, disorder_type, geo_precision, source_scale" in losses.remarks[0]
    assert losses.count("dropped") == 16


def test_ucdp_says_some_day_between(tmp_path):
    """1 is one exact day; else some day from the first to the last that is possible."""
    events, losses, _ = _read(tmp_path, UCDP)
    assert {id_: event.date.text for id_, event in events.items()} == {
        "101": "2019-03-02",
        "102": "[2019-03-04..2019-03-10]",
        "103": "[2019-01-01..2019-12-31]",
    }
    assert next(iter(losses)).what.startswith("date_prec says one exact day")


def test_ucdp_is_taken_over_with_its_parts(tmp_path):
    """Sources with headline and date, where they can be told apart."""
    events, losses, found = _read(tmp_path, UCDP)
    battle = events["101"]
    assert battle.title == "State-based conflict: Union and Rebels, Old Town"
    assert found.arcs[battle.arc].title == "Utopia: Government"
    assert (battle.tags, battle.note) == (
        ("state-based conflict",),
        "deaths: best 5, low 3, high 8",
    )
    gazette, wire = (found.sources[each.source] for each in battle.sources)
    assert (gazette.publisher, gazette.title, str(gazette.date)) == ("Gazette", "War", "2019-03-03")
    assert (wire.publisher, wire.title) == ("Wire", "A battle")
    (only,) = (found.sources[each.source] for each in events["102"].sources)
    assert (only.publisher, only.title) == ("Gazette", ""), "one; two may be two headlines"
    assert events["103"].sources == ()
    assert "event_clarity" in losses.remarks[0]


def test_timesketch_is_seen_by_its_columns(tmp_path):
    """An instant to the second, and what happened then as a tag."""
    events, losses, _ = _read(tmp_path, TIMESKETCH)
    assert [(event.date.text, event.title, event.tags) for event in events.values()] == [
        ("2015-07-24T19:01:01+00:00", "A message", ("Write time",)),
        ("2015-07-24T19:01:02+00:00", "Another", ("Access time", "seen", "odd")),
    ]
    kinds = [(loss.kind, loss.count) for loss in losses]
    assert kinds == [("dropped", 3), ("widened", 1), ("guessed", 1)]


LOG = """\
message,datetime,timestamp_desc
third,2024-01-05T09:00:00.900+00:00,a
second,2024-01-05T09:00:00.1+00:00,a
fourth,2024-01-05T09:00:01+00:00,a
first,2024-01-05T11:59:59+03:00,a
second too,2024-01-05T09:00:00.100000+00:00,a
"""


def test_a_log_comes_out_in_order(tmp_path):
    """By the instant; what a second loses of its fraction still tells the order within it."""
    events, losses, _ = _read(tmp_path, LOG)
    assert [event.title for event in events.values()] == [
        "first",
        "second",
        "second too",
        "third",
        "fourth",
    ]
    assert {loss.what for loss in losses if loss.kind == "widened"} == {
        "fractions of a second are dropped"
    }


def test_what_is_stated_goes_before_a_preset(tmp_path):
    """Also where the preset puts a value together."""
    events, _, _ = _read(tmp_path, ACLED, preset="acled", columns={"title": "notes", "summary": ""})
    assert events["UTO1"].title == "On 28 December they fought."
    assert events["UTO1"].summary == ""


@pytest.mark.parametrize(
    ("preset", "said"),
    [
        ("acledd", "did you mean 'acled'?"),
        ("gdelt", "there are acled, ucdp-ged and timesketch"),
        ("ucdp-ged", "it lacks 'date_start', 'date_end' or 'date_prec'"),
    ],
)
def test_a_wrong_preset_is_refused(tmp_path, preset, said):
    """With the presets there are, or the columns that are missing."""
    with pytest.raises(UsageError) as refused:
        _read(tmp_path, ACLED, preset=preset)
    assert said in str(refused.value)
