"""Plain text: what may be shown, what counts as the same, how things are counted and listed."""

import re
import shlex
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

# Directions of writing, C1, and halves of surrogate pairs: too many for a table.
_REPLACED = (range(0x80, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xD800, 0xE000))


class _Symbols(dict[int, str]):
    """Control pictures for C0 and DEL, a replacement sign for what else would be obeyed."""

    def __missing__(self, code: int) -> str:
        if not any(code in each for each in _REPLACED):
            raise KeyError(code)
        return "\ufffd"


_SYMBOLS = _Symbols({0x7F: "\u2421"} | {code: chr(0x2400 + code) for code in range(0x20)})

# Patterns are texts where few runs need them: to compile those of far apart signs takes long.
# All of these but line ends and tabs, which every text may have.
_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_OBEYED_IN_JSON = "[\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
_NOT_ASCII = "[^\x00-\x7f]"

# Signs that are typed in several ways: hyphens, dashes and the minus; apostrophes.
_PLAINER = {**dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"), 0x2018: "'", 0x2019: "'"}

# Latin letters that Unicode does not take apart, as CLDR's Latin-ASCII writes them.
_PLAIN = "ae oe th ss o d d l h t n i b d k y".split()  # noqa: SIM905  as long as the other
_WHOLE = dict(zip("æœþßøđðłħŧŋıɓɗƙƴ", _PLAIN, strict=True))
_CAPITALS = {low.upper(): plain.title() for low, plain in _WHOLE.items() if low not in "ßı"}
LETTERS = str.maketrans(_CAPITALS | {"ẞ": "SS"} | _WHOLE)
"""Letters of Latin alphabets that accents do not explain → those of ASCII: `Ł` is `L`."""

_WEB = r"(?i:https?)://[^\s/?#]+\S*"

# Signs within a word that nobody sees: soft hyphen, joiners and non-joiners, byte order mark.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# Scripts that put no blanks between words: there, every letter may begin one.
_UNSPACED = (
    *((0x0E00, 0x109F), (0x1780, 0x17FF), (0x3040, 0x312F), (0x31F0, 0x31FF)),
    *((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
)

_LETTERS_AND_DIGITS = r"[^\W_]+"
_LINE_ENDS = "\\s*[\n\r\x85\u2028\u2029]\\s*"
_SOFT_HYPHEN = "\u00ad"
_CELLS = 70  # of an excerpt; with a margin and dots it fits a terminal of 80
_CELLS_AHEAD = 34  # of them, for what stands at the fault and right of it
_MOST_QUOTED = 100  # characters of a value in a message


class _Folded(dict[int, str]):
    """What each character of a decomposed text is compared as; it is found out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if unicodedata.combining(char) or char in _UNSEEN:
            folded = ""
        else:
            folded = char.casefold().translate(LETTERS).translate(_PLAINER)
        self[code] = folded
        return folded


_FOLDED = _Folded()


def visible(text: str) -> str:
    r"""Return *text* on one line, with nothing in it that a terminal would obey.

    Line ends and tabs become single spaces; control characters, escape
    sequences and direction overrides become symbols (`\x1b` is shown as `␛`).
    """
    if text.isprintable():
        return text
    return " ".join(text.split()).translate(_SYMBOLS)


def inert(text: str) -> str:
    r"""Return *text* with symbols for whatever a terminal would obey; its lines and tabs stay.

    >>> inert("a\x1b[2J\r\n\tb\r")
    'a␛[2J\n\tb␍'
    """
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_OBEYED, lambda found: _SYMBOLS[ord(found[0])], text.replace("\r\n", "\n"))


def escaped(json: str, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
    """Return *json* with escapes for what it may hold as it is, but a terminal could obey.

    It means the same; in *ascii*, all other characters are escaped as well.
    """
    return re.sub(_NOT_ASCII if ascii else _OBEYED_IN_JSON, _escape, json)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def leads_to_web(url: str) -> bool:
    """Return whether *url* is an address of the web, and hides nothing."""
    return re.fullmatch(_WEB, url) is not None and url.isprintable()


def one_line(text: str) -> str:
    """Return *text* as values of an event file are: no blanks around it, its lines joined."""
    text = text.strip()
    return text if text.isprintable() else re.sub(_LINE_ENDS, " ", text)


def fold(text: str) -> str:
    """Return *text* as it is compared: accents, case and dashes make no difference.

    >>> fold("Guaidó"), fold("Maiquetía–Caracas"), fold("Łódź")
    ('guaido', 'maiquetia-caracas', 'lodz')
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).translate(_FOLDED)


def in_ascii(text: str) -> str:
    """Return *text* with signs of ASCII alone: letters without accents, `?` for what has none.

    >>> in_ascii("Łódź – Ærø"), in_ascii("Москва")
    ('Lodz - Aero', '??????')
    """
    parts = unicodedata.normalize("NFKD", text.translate(LETTERS))
    kept = "".join(char for char in parts if not unicodedata.combining(char))
    plain = kept.translate(LETTERS).translate(_PLAINER)
    return "".join(char if char.isascii() else "?" for char in plain)


def word_at(text: str, part: str, *, whole: bool = False) -> int:
    """Return where *part* stands in *text* from the start of a word on; -1 if it does nowhere.

    *whole*: where it is a whole word, or several. A word is letters and digits; whatever
    else stands between them ends it.

    >>> word_at("russia and the us", "us"), word_at("s-300vm", "300", whole=True)
    (15, -1)
    """
    at = text.find(part)
    while at >= 0:
        end = at + len(part)
        if not _in_one_word(text, at) and not (whole and _in_one_word(text, end)):
            return at
        at = text.find(part, at + 1)
    return -1


def _in_one_word(text: str, at: int) -> bool:
    """Return whether a word goes on from before *at* to behind it."""
    return 0 < at < len(text) and is_of_word(text[at - 1]) and is_of_word(text[at])


def is_of_word(char: str) -> bool:
    """Return whether a folded *char* goes on with a word; of scripts without blanks none does."""
    if char.isascii():
        return char.isalnum()
    letter = char.isalnum() or unicodedata.category(char).startswith("M")
    return letter and not any(first <= ord(char) <= last for first, last in _UNSPACED)


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes: 2 for a wide character."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def widest(texts: Iterable[str]) -> int:
    """Return how many columns of a terminal the widest of *texts* takes; 0 without any."""
    return max(map(cells, texts), default=0)


@cache  # few characters make up most texts
def _cells(char: str) -> int:
    if char == _SOFT_HYPHEN:  # of a kind without width, but terminals show it
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def pointed_at(line: str, at: int, width: int = 1) -> tuple[str, str]:
    """Return the part of *line* around offset *at*, and carets to stand in the line below.

    They are under *width* characters, in the cells of any terminal. Nothing
    in the excerpt would be obeyed by one; 72 cells are the most.
    """
    behind, ahead = line[max(0, at - _CELLS) : at], line[at : at + _CELLS]
    least = cells("".join(_fitting(ahead, _CELLS_AHEAD)))
    before = _fitting(behind[::-1], _CELLS - least)[::-1]
    after = _fitting(ahead, _CELLS - cells("".join(before)))
    left = "…" if len(before) < at else ""
    right = "…" if at + len(after) < len(line) else ""
    margin = " " * (len(left) + cells("".join(before)))
    under = "^" * max(1, cells("".join(after[:width])))
    return "".join([left, *before, *after, right]), margin + under


def _fitting(chars: str, space: int) -> Sequence[str]:
    """Return the symbols of the first *chars*, one for each, as many as *space* cells hold."""
    if chars.isascii() and chars.isprintable():
        return chars[:space]
    symbols = list(map(_symbol, chars))
    ends = accumulate(map(cells, symbols))
    return [symbol for symbol, end in zip(symbols, ends, strict=True) if end <= space]


@cache
def _symbol(char: str) -> str:
    """Return what stands for a character, as wide in every terminal; "" for a joiner."""
    if char.isspace():
        return " "
    symbol = visible(char)
    joins = "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"
    return "" if joins or unicodedata.category(symbol) == "Cf" else symbol


def slug(text: str) -> str:
    """Return *text* as a name for ids: lower case, words joined by hyphens."""
    return "-".join(re.findall(_LETTERS_AND_DIGITS, fold(text)))


def quoted(text: str) -> str:
    """Return *text* in quotation marks as a message shows it: visible, a long one cut."""
    cut = text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1] + "…"
    return f"'{visible(cut)}'"


def listed(names: Iterable[str], word: str = "or") -> str:
    """Return the quoted *names* as a person lists them: `'a', 'b' or 'c'`."""
    return enumerated([quoted(name) for name in names], word)


def enumerated(parts: Sequence[str], word: str = "and") -> str:
    """Return *parts*, visible, with commas and, before the last, the *word*; "" for none."""
    *before, last = map(visible, parts or [""])
    return f" {word} ".join([", ".join(before), last]) if before else last


def few(parts: Sequence[str], most: int, others: str = "more") -> list[str]:
    """Return *parts*, the first of them where there are more than *most*, and how many *others*.

    >>> few(["a", "b", "c", "d"], 3)
    ['a', 'b', '2 more']
    """
    if len(parts) <= most:
        return list(parts)
    return [*parts[: most - 1], f"{len(parts) - most + 1:,} {others}"]


def together(between: str, *parts: str | None) -> str:
    """Return those of *parts* that say something, with *between* each two of them.

    >>> together("; ", "a", "", None, "b")
    'a; b'
    """
    return between.join(part for part in parts if part)


def said_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of *texts* that say something, in their order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def shell_line(words: Iterable[str]) -> str:
    """Return the *words* of a command as they are typed in a shell: quoted where they must be."""
    return shlex.join(words)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return the *number* with its *noun*: "1 event", "1,200 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
