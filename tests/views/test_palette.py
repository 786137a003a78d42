"""The colours of arcs: legible on black and on white, and apart for eyes that see two hues.

How it is checked: each colour is taken to linear light, through the matrix of
Machado, Oliveira and Fernandes (2009) for full deuteranopia or protanopia, and
compared in CIELAB. Colours that differ by 10 are told apart side by side; these
differ by 20 or more, and every one stands beside its name besides.
"""

from itertools import combinations

import pytest

from timeline.views.parts.look import _PALETTE, arc_colours, value_colours

SEEN = {
    "all hues": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
# From linear sRGB to XYZ, and the white of D65.
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def _linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def _times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _lab(linear):
    def root(t):
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    x, y, z = (root(max(v, 0) / w) for v, w in zip(_times(XYZ, linear), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _difference(one, other, seen):
    labs = [_lab(_times(SEEN[seen], _linear(colour))) for colour in (one, other)]
    return sum((a - b) ** 2 for a, b in zip(*labs, strict=True)) ** 0.5


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("pair", list(combinations(_PALETTE, 2)), ids=" ".join)
def test_two_colours_are_told_apart(pair, seen):
    """By everybody."""
    assert _difference(*pair, seen) >= 20


@pytest.mark.parametrize("colour", _PALETTE)
def test_a_colour_is_legible_on_black_and_on_white(colour):
    """A contrast of 3.5 to 1; WCAG asks 3 of large text and of graphics."""
    light = _times(XYZ, _linear(colour))[1]
    assert (light + 0.05) / 0.05 >= 3.5
    assert 1.05 / (light + 0.05) >= 3.5


def test_arcs_have_their_colours_on_every_page(small):
    """Whichever of them are shown; other values have them in their order."""
    assert value_colours(small, "arc", ["south"]) == arc_colours(small)
    assert value_colours(small, "actor", ["", "x", "y"]) == dict(
        zip(("x", "y"), _PALETTE, strict=False)
    )
