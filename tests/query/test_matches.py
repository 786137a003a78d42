"""Words in texts and parts of names: from the start of a word, whole, or anywhere."""

import re
import unicodedata

import pytest

from timeline.errors import UsageError
from timeline.loading import load
from timeline.query.fields import Context
from timeline.query.grammar import parse
from timeline.query.matches import sought
from timeline.text import fold

TITLES = """\
Russia and the US agree
USS Stout sails
Su-30 and S-300VM are sold
300 men of O’Neill’s at Côte d'Ivoire
U.S. forces (war) warn: forward!
Moscow’s anti-war rally
30.000 and 49.9% of 5G
foo_bar and Jean-Luc
在北京会议上
ในกรุงเทพ วันนี้
Κάιρο και Αθήνα
می‌خواهم بروم
हिन्दी भाषा
러시아에서 온 편지
"""


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory):
    """Return the first letters of the titles that a query finds."""
    path = tmp_path_factory.mktemp("words") / "words.yaml"
    events = [f"- {{date: 2019, title: {title!r}}}" for title in TITLES.splitlines()]
    path.write_text("\n".join(events).replace("\\u200c", "‌"), encoding="utf-8")
    timeline = load.load(str(path))

    def found(text):
        matches = timeline.select(parse(text, Context(timeline, 0)))
        return [match.event.title[:6] for match in matches]

    return found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # From the start of a word on, and never within one.
        ("US", ["Russia", "USS St"]),
        ("=US", ["Russia"]),
        ("us*", ["Russia", "USS St"]),
        ("*us", ["Russia", "USS St"]),
        ("*uss", ["Russia", "USS St"]),
        ("uss", ["USS St"]),
        ("war", ["U.S. f", "Moscow"]),
        ("=war", ["U.S. f", "Moscow"]),
        ("*war", ["U.S. f", "Moscow"]),
        ("*orwar", ["U.S. f"]),
        ("forward", ["U.S. f"]),
        ("ward", []),
        # Whatever is no letter or digit ends a word, and begins the next one.
        ("U.S.", ["U.S. f"]),
        ("=U.S.", ["U.S. f"]),
        ("30", ["Su-30 ", "300 me", "30.000"]),
        ("=30", ["Su-30 ", "30.000"]),
        ("300", ["Su-30 ", "300 me"]),
        ("=300", ["300 me"]),
        ("=S-300VM", ["Su-30 "]),
        ("S-300", ["Su-30 "]),
        ("vm", []),
        ("*vm", ["Su-30 "]),
        ("neill", ["300 me"]),
        ("o'neill", ["300 me"]),
        ("=O’Neill", ["300 me"]),
        ("ivoire", ["300 me"]),
        ("=moscow", ["Moscow"]),
        ("49.9%", ["30.000"]),
        ("=5G", ["30.000"]),
        ("bar", ["foo_ba"]),
        ("luc", ["foo_ba"]),
        # Phrases likewise; blanks in them are one.
        ('"the us"', ["Russia"]),
        ('"he us"', []),
        ('*"he us"', ["Russia"]),
        ('"us  agr"', ["Russia"]),
        ('="us agr"', []),
        ('="us agree"', ["Russia"]),
        ('title:="the us"', ["Russia"]),
        ("title:US", ["Russia", "USS St"]),
        # Accents and case, in any script; without blanks between words, any letter begins one.
        ("cote", ["300 me"]),
        ("北京", ["在北京会议上"]),
        ("=会议", ["在北京会议上"]),
        ("กรุงเทพ", ["ในกรุง"]),
        ("ΑΘΗΝΑ", ["Κάιρο "]),
        ("ηνα", []),
        ("میخواهم", ["می‌خوا"]),
        ("خواهم", []),
        ("भाषा", ["हिन्दी"]),
        ("षा", []),
        ("러시아", ["러시아에서 "]),
        ("=러시아", []),
        ("시아", []),
    ],
)
def test_words_are_found_where_they_should_be(found, text, titles):
    """By hand from the titles above."""
    assert found(text) == [unicodedata.normalize("NFC", title)[:6] for title in titles]


def test_the_curated_timeline_has_as_many_as_a_regular_expression_finds(curated):
    """`US`, `UN`, `war`, `EU`, from the start of a word and whole: counted independently."""
    events = [match.event for match in curated.select()]

    def texts(event):
        names = [curated.actor_name(actor) for actor in event.actors]
        return [event.title, event.summary, *names, *event.places, *event.tags]

    def counted(pattern):
        found = re.compile(pattern)
        return sum(any(found.search(fold(text)) for text in texts(each)) for each in events)

    for word in ("US", "UN", "war", "EU", "oil", "missile", "put", "S-300", "30"):
        plain = re.escape(word.lower())
        shapes = {word: rf"\b{plain}", f"={word}": rf"\b{plain}\b", f"*{word}": plain}
        for text, pattern in shapes.items():
            asked = parse(text, Context(curated, 0))
            assert len(curated.select(asked)) == counted(pattern) > 0, text


def test_names_are_exact_else_begin_a_word_else_contain(tmp_path):
    """`=` asks for the whole name, `name*` for all that begin a word so, `*name` for all."""
    path = tmp_path / "names.yaml"
    places = ["Old Town", "Oldtown", "Town", "Townsend", "New Town-Hall", "(Midtown)"]
    path.write_text("".join(f"- {{date: 2019, title: {p!r}, places: [{p!r}]}}\n" for p in places))
    timeline = load.load(str(path))

    def found(text):
        return [m.event.title for m in timeline.select(parse(text, Context(timeline, 0)))]

    assert found("place:town") == found("place:=town") == ["Town"]
    assert found("place:town*") == ["Old Town", "Town", "Townsend", "New Town-Hall"]
    assert found("place:*town") == places
    assert found("place:old") == ["Old Town", "Oldtown"]
    assert found("place:dtown") == ["Oldtown", "(Midtown)"]
    assert found("place:midtown") == ["(Midtown)"]
    assert found("place:old-town") == found("place:'old  town'") == ["Old Town"]
    assert found("place:town-hall") == ["New Town-Hall"]


def test_a_part_of_a_tag_can_be_asked_for(small):
    """A tag is asked for in full; a `*` says that a part is enough."""
    asked = [parse(text, Context(small, 0)) for text in ("tag:war", "tag:wa*", "tag:*ar")]
    assert {len(small.select(each)) for each in asked} == {2}


@pytest.mark.parametrize("typed", ["", " ", "=", "*", "**", "=*", "= ", "* *"])
def test_signs_alone_are_refused(typed):
    """There is nothing to look for in them."""
    with pytest.raises(UsageError, match="there is nothing to look for"):
        sought(typed)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("mis*le", "write 'mis*' or '*le'"), ("=a*b*c", "write 'a*' or '*c'"), ("=a*", "write 'a*'")],
)
def test_a_star_stands_before_or_behind(typed, hint):
    """Not within a word, nor beside `=`."""
    with pytest.raises(UsageError, match="not within") as caught:
        sought(typed)
    assert caught.value.hint.startswith(hint)
