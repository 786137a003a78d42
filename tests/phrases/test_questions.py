"""What a question about time can be about: one stretch of whole days."""

import pytest

from timeline import phrases
from timeline.phrases import PhraseError

TODAY = 739946  # 2026-11-23

# What is asked -> why not, and what can be asked instead.
REFUSED = [
    ("{2019,2021}", "write 2019–2021 for all of that time, or ask for its dates one by one"),
    ("[2021,2019]", "write 2019–2021 for all of that time, or ask for its dates one by one"),
    ("{2019-03..2019-05,2019-08}", "write Mar–Aug 2019 for all of that time, or ask for"),
    ("{..2013,2019..}", "ask for its dates one by one"),
    ("XXXX-12-08", "`timeline on 12-08` shows what happened on a day of any year"),
    ("20XX-02-29", "`timeline on 02-29` shows what happened on a day of any year"),
    ("20XX-03", "write one of them, such as 2000-03, or a period without a gap"),
    ("19X5", "write one of them, such as 1905, or a period without a gap"),
    ("20X9-24", "write one of them, such as winter 2009, or a period without a gap"),
    ("2019-X2", "write one of them, such as 2019-02, or a period without a gap"),
    ("2019-XX-31", "write one of them, such as 2019-01-31, or a period without a gap"),
    ("2019-X2..2020", "write one of them, such as 2019-02, or a period without a gap"),
]


@pytest.mark.parametrize(("text", "hint"), REFUSED)
@pytest.mark.parametrize("ask", ["span", "since", "until", "before", "after"])
def test_what_leaves_out_days_is_no_question(ask, text, hint):
    """What it leaves out would be found all the same; the hint can be asked."""
    if ask != "span" and ".." in text and text[0] not in "[{":
        return
    with pytest.raises(PhraseError) as refused:
        getattr(phrases, ask)(text, TODAY)
    assert refused.value.message.endswith("leaves out days between its first and its last")
    assert refused.value.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-05T09:00", "2024-01-05"),
        ("2024-01-05T09:00:00+01:00", "2024-01-05"),
        ("2024-01-05T09", "2024-01-05"),
        ("2024-01-04..2024-01-05T09:00", "2024-01-04..2024-01-05"),
    ],
)
@pytest.mark.parametrize("ask", ["span", "since", "until", "before", "after"])
def test_a_time_is_no_question(ask, text, day):
    """Questions are about days; the day is offered."""
    if ask != "span" and ".." in text:
        return
    with pytest.raises(PhraseError) as refused:
        getattr(phrases, ask)(text, TODAY)
    assert refused.value.message.endswith("has a time, and questions are about days")
    assert refused.value.hint == f"write {day}"


# What has no gap -> its days in words.
TAKEN = [
    ("[2019,2020]", "2019–2020"),
    ("{2020,2019}", "2019–2020"),
    ("[2019..2021]", "2019–2021"),
    ("{2019,2019-05}", "2019"),
    ("[2019,2019-12-20..2020-01-02]", "1 Jan 2019 – 2 Jan 2020"),
    ("201X", "2010–2019"),
    ("2019-1X", "Oct–Dec 2019"),
    ("2019-10-2X", "20–29 Oct 2019"),
    ("2019-X1-31", "31 Jan 2019"),
    ("2019-XX-XX", "2019"),
    ("2013~", "2013"),
    ("[..2013]", "until 31 Dec 2013"),
    ("late Oct 2025", "21–31 Oct 2025"),
]


@pytest.mark.parametrize(("text", "said"), TAKEN)
def test_a_vague_date_without_a_gap_counts_in_full(text, said):
    """From its first day to its last, as it is written."""
    assert phrases.span(text, TODAY).describe() == said
