"""Where today comes from."""

from datetime import UTC, date, datetime, timedelta

import pytest

from timeline import edtf, phrases


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start without the environment variable."""
    monkeypatch.delenv("TIMELINE_TODAY", raising=False)


def test_the_text_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that is given outranks the environment."""
    monkeypatch.setenv("TIMELINE_TODAY", "2020-01-01")
    assert phrases.today("2025-11-30") == date(2025, 11, 30).toordinal()
    assert phrases.today("30 Nov 2025") == date(2025, 11, 30).toordinal()


def test_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a text, TIMELINE_TODAY counts, in words or in EDTF."""
    monkeypatch.setenv("TIMELINE_TODAY", "23 Nov 2026")
    assert phrases.today() == date(2026, 11, 23).toordinal()


@pytest.mark.parametrize("value", [None, ""])
def test_then_the_clock(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    """Without either, or with an empty variable, it is the clock's local date."""
    if value is not None:
        monkeypatch.setenv("TIMELINE_TODAY", value)
    now = datetime.now(UTC)
    nearby = [(now + timedelta(days=days)).date().toordinal() for days in (-1, 0, 1)]
    assert phrases.today() in nearby


def test_days_before_christ() -> None:
    """Any day of the calendar may be today."""
    assert phrases.today("15 March 44 BC") == edtf.day_number(-43, 3, 15)


@pytest.mark.parametrize("text", ["2025-11", "2025", "2025-11-30~", "late Nov 2025", "2025-11-3X"])
def test_only_one_single_day_will_do(text: str) -> None:
    """A month, a vague day and a list are refused."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.today(text)
    assert caught.value.message == f"'{text}' is not one single day"
    assert caught.value.hint == "write a whole day, such as 2025-11-30 or 30 Nov 2025"


@pytest.mark.parametrize("text", ["", "yesterday", "Oct 26"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """Neither nothing nor relative words can be today."""
    with pytest.raises(phrases.PhraseError):
        phrases.today(text)


def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever set TIMELINE_TODAY long ago is told that it is the culprit."""
    monkeypatch.setenv("TIMELINE_TODAY", "2025-11")
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.today()
    assert caught.value.message == "TIMELINE_TODAY: '2025-11' is not one single day"
