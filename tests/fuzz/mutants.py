"""Texts that began as something sound: cut, doubled, swapped, and spoiled with hostile pieces."""

from hypothesis import strategies as st

# What has a meaning to some reader, terminal or shell, or to nobody.
PIECES = (
    *(
        "\x1b[2J",
        "\x1b]52;c;ZXZpbA==\x07",
        "\x9b31m",
        "\x00",
        "\x7f",
        "\r",
        "\u202e",
        "\u200b",
        "\ufeff",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        ":",
        ": ",
        "#",
        " #5",
        "- ",
        "? ",
        "& a",
        "&a ",
        "*a",
        "!!str ",
    ),
    *(
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "no",
        "---\n",
        "...\n",
        "\t",
        "\n",
        ",",
        ";",
        "\\",
        "/",
    ),
    *("2019-02-30", "2019-21", "1750/51", "[2019..", "{2019,2021}", "Y17E9", "-0000", "XXXX"),
    *("9" * 400, "é" * 70, "\U0001f3f4", "日本", "<a ", "<!--", "javascript:alert(1)", "=1+1"),
    *("BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "RRULE:FREQ=SECONDLY\r\n", "0 TRLR\n", "2 DATE ABT\n"),
)

_PLACES = st.floats(0, 1, allow_nan=False)
_EDITS = st.tuples(
    st.sampled_from(["put in", "take out", "double", "replace", "end"]),
    _PLACES,
    st.integers(1, 40),
    st.sampled_from(PIECES),
)


def mutants(*seeds: str) -> st.SearchStrategy[str]:
    """Return texts that are up to six steps away from one of the *seeds*."""
    return st.builds(_mutated, st.sampled_from(seeds), st.lists(_EDITS, max_size=6))


def spoiled(*seeds: str) -> st.SearchStrategy[bytes]:
    """Return the bytes of mutants, of which a few may be any."""
    wounds = st.lists(st.tuples(_PLACES, st.binary(min_size=1, max_size=3)), max_size=2)
    return st.builds(_wounded, mutants(*seeds).map(_encoded), wounds)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _mutated(seed: str, edits: list[tuple[str, float, int, str]]) -> str:
    text = seed
    for kind, place, length, piece in edits:
        at = int(place * len(text))
        before, some, after = text[:at], text[at : at + length], text[at + length :]
        found = {
            "put in": before + piece + some + after,
            "take out": before + after,
            "double": before + some + some + after,
            "replace": before + piece + after,
            "end": before,
        }
        text = found[kind]
    return text


def _wounded(data: bytes, wounds: list[tuple[float, bytes]]) -> bytes:
    for place, some in wounds:
        at = int(place * len(data))
        data = data[:at] + some + data[at + len(some) :]
    return data
