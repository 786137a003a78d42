"""What must hold for every text, and what an import may cost."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf, phrases

WORDS = (
    "c. ca about early mid late before after since until from to through or later present now - – "
    ".. → ? / [ ] Oct october 26 26th of the 2025 2019 99 44 BC AD BCE 1990s 19th century spring "
    "winter Q3 H1 first half quarter last next this 3 months days ago week Monday yesterday today "
    "or by and perhaps probably end beginning of summer two W05 approx. in not than early to "
    "2025-08 2025-13 201X ~ % , . 99999999999 10000 ' é"
)
SOME_WORDS = st.sampled_from(WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=30),
    st.lists(SOME_WORDS, max_size=7).map(" ".join),
    st.lists(SOME_WORDS, max_size=5).map("".join),
)
TODAYS = st.one_of(
    st.none(), st.integers(min_value=1, max_value=3_652_059), st.integers(-(2**63), 2**63)
)
DOORS = (phrases.span, phrases.since, phrases.after, phrases.before, phrases.until)


@given(TEXTS, TODAYS)
def test_a_text_is_edtf_or_refused(text: str, today: int | None) -> None:
    """Every result can be parsed; nothing but PhraseError is ever raised."""
    try:
        result = phrases.to_edtf(text, today)
    except phrases.PhraseError:
        return
    assert edtf.parse(result).text == result
    assert phrases.to_edtf(result) == result


@given(TEXTS, TODAYS, st.sampled_from(DOORS))
def test_a_text_is_a_window_or_refused(text: str, today: int | None, door) -> None:
    """A window never ends before it begins and always has words."""
    try:
        window = door(text, today)
    except phrases.PhraseError:
        return
    assert window.first is None or window.last is None or window.first <= window.last
    assert window.describe()
    assert window.describe(ascii=True).isascii()


@given(st.integers(-1_000_000, 3_600_000), st.integers(0, 5_000))
def test_the_words_of_any_window_can_be_read(first: int, length: int) -> None:
    """A heading, asked again, is the same window."""
    window = phrases.Window(first, first + length, "")
    for words in (window.describe(), window.describe(ascii=True)):
        again = phrases.span(words)
        assert (again.first, again.last) == (window.first, window.last)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "9" * 100_000 + "x",
        "c. " * 60 + "?" * 20,
        "before " * 20 + "1990" + " or later" * 5,
        "2019 to " * 24 + "2020",
        "a to " * 40,
        "-" * 200,
        " " * 100_000,
        "early " * 33,
        "\ud800",
        "2019\x00",
        "２０１９",
        "🚀 2019",
        "last " + "9" * 9 + " years",
    ],
)
def test_hostile_texts_are_refused(text: str) -> None:
    """Length, nesting and strange characters; tried in all ways, some would never end."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.span(text, 739_943)
    assert len(str(caught.value)) < 400


def test_importing_loads_no_date_library() -> None:
    """On the command line `timeline.phrases` is free of dateutil until a phrase needs it."""
    code = (
        "import sys, types\n"
        "from timeline import late; late.install()\n"
        "import timeline.phrases as p\n"
        "p.span('2019..2021'); p.span('since late 2019'); p.span('last week', 737000)\n"
        "run = {name for name, module in sys.modules.items() if type(module) is types.ModuleType}\n"
        "print(sorted(run & {'dateutil', 'difflib', 'rich', 'typer', 'yaml'}))\n"
        "p.span('26 October 2025')\n"
        "print('dateutil' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["[]", "True"]
