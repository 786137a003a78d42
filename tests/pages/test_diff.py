"""What differs → pages: as accepted, at every width, in ASCII."""

import pytest

from tests.edits import edited
from timeline.pages.diff import ChangePage
from timeline.text import cells
from timeline.views.parts.change_words import Naming
from timeline.views.parts.look import Look


@pytest.fixture(name="edited", scope="module")
def _edited(small):
    return edited(small)


@pytest.mark.parametrize("width", [60, 100])
def test_changes_look_as_they_were_accepted(edited, shown, golden, width):
    """Events in order of time with what differs, then the registries, then the signs."""
    changes, old, new = edited
    page = shown(ChangePage(changes, Naming(old, new), Look(width)), width)
    golden(f"diff-{width}.txt", page)


def test_an_ascii_page_uses_no_other_signs(edited, shown, golden):
    """Every sign of ours is ASCII; the status is a word, for its sign would clash with `+`."""
    changes, old, new = edited
    page = shown(ChangePage(changes, Naming(old, new, ascii=True), Look(80, ascii=True)), 80)
    golden("diff-ascii.txt", page)
    assert page.replace("José Nuño", "").isascii()


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_page(edited, shown, width):
    """Long titles, names and reworded texts are wrapped."""
    changes, old, new = edited
    look = Look(width)
    page = shown(ChangePage(changes, Naming(old, new), look), width)
    assert max(map(cells, page.splitlines())) <= look.page
