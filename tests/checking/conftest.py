"""What rules find in a text, without a file."""

import pytest

from timeline.checking.rules import RULES, check
from timeline.edtf import day_number
from timeline.loading.load import examine

TODAY = day_number(2026, 11, 23)


@pytest.fixture(name="found", scope="session")
def _found():
    """Return a function: "line:column level rule" of what is found in texts by name."""

    def found(*rules, today=TODAY, **texts):
        files = {name.replace("_", "."): text for name, text in texts.items()}
        examination = examine(*files, today=today, instead=files)
        assert examination.timeline, [str(each) for each in examination.problems]
        located = examination.locate(check(examination.timeline, today, rules or None))
        return located + examination.slips(rules or [rule.name for rule in RULES])

    return found
