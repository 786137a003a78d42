"""Where lines end in Chinese and Japanese, which have no blanks: between any two characters.

But not before what closes, nor behind what opens.
"""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, chop_cells

_CHARACTER: Final = (
    r"\u2e80-\u2fff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_OPENS: Final = r"「『（〈《【〔(\[{"
_CLOSES: Final = (
    r"、。，．・：；？！」』）〉》】〕ー々ゝゞヽヾ…‥,.;:?!)\]}"
    r"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\u0300-\u036f\u3099\u309a"
)
_PIECE: Final = (
    rf"[{_OPENS}]{{0,3}}[{_CHARACTER}][{_CLOSES}]*\s*"
    rf"|(?:(?![{_OPENS}]{{0,3}}[{_CHARACTER}])\S)+\s*|\s+"
)


def is_unspaced(text: str) -> bool:
    """Return whether *text* has characters between which a line may end."""
    return not text.isascii() and re.search(f"[{_CHARACTER}]", text) is not None


def breaks(text: str, room: int) -> Iterator[int]:
    """Yield the offsets in *text* at which new lines of at most *room* cells begin."""
    at = used = 0
    for piece in _short(text, room):
        if used and used + cell_len(piece.rstrip()) > room:
            yield at
            used = 0
        at += len(piece)
        used += cell_len(piece)


def _short(text: str, room: int) -> Iterator[str]:
    """Yield the pieces that stay together; one that is longer than *room* is cut."""
    for piece in re.findall(_PIECE, text):
        if cell_len(piece.rstrip()) <= room:
            yield piece
        else:
            yield from chop_cells(piece, room)
