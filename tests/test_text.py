"""Plain text: what may be shown, what counts as the same, what was probably meant."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import (
    LETTERS,
    cells,
    counted,
    enumerated,
    few,
    fold,
    in_ascii,
    inert,
    leads_to_web,
    listed,
    pointed_at,
    quoted,
    said_once,
    slug,
    together,
    visible,
    widest,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Guaidó – “si” 日本 😀", "Guaidó – “si” 日本 😀"),
        ("a\n\tb\r\n  c", "a b c"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("\x00\x7f\x9b", "␀␡\ufffd"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("a\u2028b\x85c", "a b c"),
        ("a\ud800b", "a\ufffdb"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_visible_shows_what_a_terminal_would_obey(text, shown):
    """Blanks become spaces, controls symbols; letters of any script stay."""
    assert visible(text) == shown


@given(st.text())
def test_visible_text_is_harmless(text):
    """No control character, no surrogate, no line end; once is enough."""
    shown = visible(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\tb  c\n", "a\n\tb  c\n"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\x1b]52;c;ZXZpbA==\x1b\\\x07\x08", "␛]52;c;ZXZpbA==␛\\␇␈"),
        ("\x00\x0b\x0c\x7f\x9b2J\x85", "␀␋␌␡\ufffd2J\ufffd"),
        ("a\u202eb\u2066c\u2069", "a\ufffdb\ufffdc\ufffd"),
        ("a\ud800b", "a\ufffdb"),
        ("نص\u200f 👩\u200d👧 –", "نص\u200f 👩\u200d👧 –"),
    ],
)
def test_inert_text_keeps_its_lines(text, shown):
    """What a terminal would obey is a symbol; lines, tabs and letters are as they were."""
    assert inert(text) == shown


@given(st.text())
def test_inert_text_says_nothing_to_a_terminal(text):
    """No control is left but line ends and tabs; as many characters, but for CRLF."""
    shown = inert(text)
    left = {char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}}
    assert left <= {"\n", "\t"}
    assert len(shown) == len(text) - text.count("\r\n")


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=1;c#d", True),
        ("HTTP://example.org", True),
        ("https://пример.рф/путь", True),
        ("https://example.org/a b", False),
        ("https://example.org/\x1b\\", False),
        ("https://example.org/\x9c", False),
        ("https://example.org/\u202egpj", False),
        ("https://example.org/\u200b", False),
        ("https:///path", False),
        ("https://", False),
        ("javascript://example.org/%0aalert(1)", False),
        (" https://example.org", False),
    ],
)
def test_what_leads_to_the_web(url, leads):
    """Only http and https with a host, and nothing in it that is not seen."""
    assert leads_to_web(url) is leads


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Guaidó", "guaido"),
        ("Straße", "strasse"),
        ("Maiquetía–Caracas — ‐ − x", "maiquetia-caracas - - - x"),
        ("l’ ‘x", "l' 'x"),
        ("ﬁ Ⅳ ½", "fi iv 1⁄2"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("PLAIN", "plain"),
        ("Łódź Jørgensen Đakovo Æthelred Þór Œuvre", "lodz jorgensen dakovo aethelred thor oeuvre"),
        ("STRAẞE Diyarbakır İstanbul ǿ", "strasse diyarbakir istanbul o"),
    ],
)
def test_fold_takes_away_what_makes_no_difference(text, folded):
    """Case, accents, ligatures, dashes and apostrophes."""
    assert fold(text) == folded


_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def test_fold_is_by_its_definition_for_every_character():
    """Decomposed, without marks and what nobody sees, without case; letters and dashes plainer."""
    for begin in range(0, 0x110000, 0x400):
        text = " ".join(map(chr, range(begin, begin + 0x400)))
        parts = unicodedata.normalize("NFKD", text)
        seen = [c for c in parts if not unicodedata.combining(c) and c not in _UNSEEN]
        plainer = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’", "'"))
        assert fold(text) == "".join(seen).casefold().translate(LETTERS).translate(plainer)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folded_text_stays_as_it_is(text):
    """Twice is as good as once."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łódź", "Lodz"),
        ("Ærø, Þór, ÐÐ", "Aero, Thor, DD"),
        ("Straße, STRAẞE", "Strasse, STRASSE"),
        ("l’été – x", "l'ete - x"),
        ("Мир ½", "??? 1?2"),
    ],
)
def test_in_ascii_letters_lose_what_ascii_has_not(text, plain):
    """Letters of other scripts are question marks."""
    assert in_ascii(text) == plain


@given(st.text())
def test_in_ascii_is_ascii(text):
    """Whatever the text."""
    assert in_ascii(text).isascii()


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("😀", 2), ("\u200b\ufe0f", 0)],
)
def test_cells_are_the_columns_of_a_terminal(text, width):
    """Two for a wide character, none for one that combines or joins."""
    assert cells(text) == width


@pytest.mark.parametrize(
    ("line", "at", "width", "excerpt", "carets"),
    [
        ("actor:rusia", 6, 5, "actor:rusia", "      ^^^^^"),
        ("日本 x\ty", 3, 9, "日本 x y", "     ^^^"),
        ("a\x1bb", 1, 1, "a␛b", " ^"),
        ("👍\U0001f3fd x", 3, 1, "👍 x", "   ^"),
        ("a\u202eb", 2, 1, "a\ufffdb", "  ^"),
        ("abc", 3, 1, "abc", "   ^"),
        ("", 0, 1, "", "^"),
        ("a" * 70, 69, 1, "a" * 70, " " * 69 + "^"),
        ("a" * 71, 0, 71, "a" * 70 + "…", "^" * 70),
        ("a" * 71, 70, 1, "…" + "a" * 70, " " * 70 + "^"),
    ],
)
def test_a_fault_in_a_line_is_pointed_at(line, at, width, excerpt, carets):
    """As many carets as cells, right under it; a long line is cut around it."""
    assert pointed_at(line, at, width) == (excerpt, carets)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 200))
def test_an_excerpt_is_never_too_wide(line, at, width):
    """It fits beside a margin, and has no fewer cells than the carets reach."""
    excerpt, carets = pointed_at(line, min(at, len(line)), width)
    assert cells(excerpt) <= 72
    assert len(carets) <= cells(excerpt) + 1


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Juan Guaidó: “I swear”", "juan-guaido-i-swear"),
        ("  Su-30s – repaired ", "su-30s-repaired"),
        ("莫斯科", "莫斯科"),
        ("Łódź 1905", "lodz-1905"),
        ("!!!", ""),
    ],
)
def test_a_slug_is_words_joined_by_hyphens(text, made):
    """Nothing else is left."""
    assert slug(text) == made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", "'a b'"),
        ("a\nb\x1b", "'a b␛'"),
        ("a" * 100, f"'{'a' * 100}'"),
        ("a" * 101, f"'{'a' * 99}…'"),
    ],
)
def test_quoted_values_are_visible_and_short(text, shown):
    """A message has one line."""
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("parts", "together"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_enumerated_as_people_do(parts, together):
    """Commas, and a word before the last."""
    assert enumerated(parts) == together


def test_names_are_listed_in_quotes():
    """As a choice, unless another word is given."""
    assert listed(["a", "b", "c\x07"]) == "'a', 'b' or 'c␇'"
    assert listed(iter(["a", "b"]), "and") == "'a' and 'b'"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1_200, "1,200 entries")],
)
def test_things_are_counted(number, words):
    """One of them is one; thousands have commas."""
    assert counted(number, "entry", "entries") == words


def test_a_plural_is_made_with_s():
    """Unless it is given."""
    assert (counted(1, "event"), counted(2, "event")) == ("1 event", "2 events")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [(("a", "", None, "b"), "a; b"), (("", "b"), "b"), (("", None), ""), ((), "")],
)
def test_what_says_nothing_has_no_sign_before_it(parts, expected):
    """Signs stand between what says something, and nowhere else."""
    assert together("; ", *parts) == expected


def test_what_is_said_again_is_said_once():
    """In the order in which it is said first; what is empty says nothing."""
    assert said_once(["b", "", "a", "b"]) == ("b", "a")


def test_the_widest_of_none_takes_no_column():
    """A letter of Chinese takes two."""
    assert widest([]) == 0
    assert widest(["abc", "", "日本"]) == 4


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], []), (["a", "b"], ["a", "b"]), (["a", "b", "c"], ["a", "2 others"])],
)
def test_of_many_some_are_said_and_how_many_others(parts, said):
    """As many as are said at most, with that number among them."""
    assert few(parts, 2, "others") == said
