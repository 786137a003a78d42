"""A rule of repetition gives so many moments, and always comes to an end."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.phrases import PhraseError
from timeline.phrases.repeats import Patience, repeats

_START = datetime(2024, 2, 29, 10)  # noqa: DTZ001  the clock of no place


def _days(rule, most=4):
    return [f"{moment:%Y-%m-%d}" for moment in repeats(rule, _START, most)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY", ["2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"]),
        ("FREQ=WEEKLY;COUNT=2", ["2024-02-29", "2024-03-07"]),
        ("FREQ=WEEKLY;UNTIL=20240314", ["2024-02-29", "2024-03-07", "2024-03-14"]),
        ("FREQ=WEEKLY;UNTIL=20240314T090000", ["2024-02-29", "2024-03-07"]),
        ("FREQ=YEARLY", ["2024-02-29", "2028-02-29", "2032-02-29", "2036-02-29"]),
        ("freq=monthly;byday=1mo;count=3", ["2024-02-29", "2024-03-04", "2024-04-01"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ["2024-02-29"]),
        ("FREQ=DAILY;COUNT=999999999;UNTIL=20240301", ["2024-02-29", "2024-03-01"]),
    ],
)
def test_a_rule_gives_its_days(rule, days):
    """The first counts whether or not the rule gives it; looked up in a calendar."""
    assert _days(rule) == days


def test_the_clock_of_a_place_stays_the_same_when_its_zone_changes():
    """09:30 in New York before and after 9 March 2025; an end in UTC is told there."""
    start = datetime(2025, 3, 2, 9, 30, tzinfo=ZoneInfo("America/New_York"))
    found = repeats("FREQ=WEEKLY;UNTIL=20250316T133000Z", start, 9)
    assert [moment.isoformat() for moment in found] == [
        "2025-03-02T09:30:00-05:00",
        "2025-03-09T09:30:00-04:00",
        "2025-03-16T09:30:00-04:00",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        *("", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=2", "FREQ=DAILY;BYHOUR=1,2", "COUNT=2"),
        *("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;UNTIL=x", "FREQ=DAILY;X=1"),
        *("FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;UNTIL=20250230", "FREQ=DAILY;BYSETPOS=1"),
        *("FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 999), "FREQ=DAILY\nRRULE:FREQ=SECONDLY"),
    ],
)
def test_what_is_no_rule_or_repeats_within_a_day_is_refused(rule):
    """With a reason that names no value, so that many alike take one line."""
    with pytest.raises(PhraseError) as error:
        repeats(rule, _START, 3)
    assert "'" not in error.value.message


_PARTS = st.sampled_from(
    [
        *("FREQ=DAILY", "FREQ=YEARLY", "FREQ=MONTHLY", "INTERVAL=400", "INTERVAL=999999999"),
        *("COUNT=5", "UNTIL=00010101", "UNTIL=99991231T235959Z", "BYDAY=53MO", "BYDAY=-1SU"),
        *("BYMONTHDAY=31", "BYMONTHDAY=-32", "BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=366"),
        *("BYMONTH=13", "BYMONTH=2", "WKST=SU", "BYEASTER=0", "=", "", "FREQ"),
    ]
)


@given(
    parts=st.lists(_PARTS, max_size=5),
    start=st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
    most=st.integers(0, 5),
)
def test_any_rule_gives_at_most_what_is_asked_for_or_is_refused(parts, start, most):
    """Nothing else is raised, in no year."""
    try:
        found = repeats(";".join(parts), start, most)
    except PhraseError:
        return
    assert len(found) <= most
    assert found[:1] == [start][:most]
    assert all(moment > start for moment in found[1:])


def test_patience_runs_out_with_rules_that_find_no_day():
    """Rules that find their days cost nothing, and those that always do are followed on."""
    patience = Patience(1_000)
    for _ in range(50):
        assert len(repeats("FREQ=WEEKLY", _START, 5, patience)) == 5
        assert len(repeats("FREQ=DAILY;BYMONTH=3;COUNT=3", _START, 5, patience)) == 3
        assert len(repeats("FREQ=WEEKLY;UNTIL=20240314", _START, 5, patience)) == 3
    assert patience.years == 1_000
    for rule in (_NEVER, f"{_NEVER};UNTIL=20250101", _NEVER):  # 375 years each: 9624 to 9999
        assert repeats(rule, _START, 5, patience) == [_START]
    for rule in (_NEVER, "FREQ=DAILY;INTERVAL=7;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=366"):
        with pytest.raises(PhraseError, match="may find no day"):
            repeats(rule, _START, 5, patience)
    for rule in ("FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=-31"):
        assert len(repeats(rule, _START, 5, patience)) == 5


_NEVER = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
