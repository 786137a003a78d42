"""The script of the page answers a question about time as the program does: never more surely."""

import json
import re
import shutil
import subprocess
from importlib import resources

import pytest

from timeline.edtf import FAR, day_number, parse
from timeline.exchange.page.facets import dated
from timeline.phrases import Window
from timeline.query.dates import lies_in

TODAY = day_number(2010, 6, 30)
YEARS = range(1996, 2014)

# Every kind of date with every qualifier, at both ends and on members.
DATES = [
    *(
        "2000",
        "2000~",
        "2000?",
        "2000%",
        "2000-05~",
        "2000-01-01~",
        "2000-12-31%",
        "200X~",
        "20XX?",
    ),
    *("2000/2003", "2000~/2003", "2000/2003~", "2000?/2003", "2000/2003?", "2000~/2003?"),
    *("2000~/", "2000?/", "/2000~", "/2000?", "2000~/..", "2000?/..", "../2000~", "../2000?"),
    *("2004-10?/2004", "2004~/2004-10", "2004/2004-03~", "2004/2004-03?"),
    *("[2000~,2001]", "[2000,2001?]", "[2000~]", "[2000?..2002~]", "[2000~..2002]", "[2000,2003]"),
    *("[..2000~]", "[..2000?]", "[2001?..]", "[2001~..]", "[2000-01-01~..2000-12-31]"),
    *(
        "{2000~,2003}",
        "{2000?,2003}",
        "{2000?}",
        "{2000~..2003}",
        "{2000..2003?}",
        "{2000?..2003~}",
    ),
    *("{1999..}", "{1999~..}", "{1999?..}", "{..2004}", "{..2004~}", "{..2004?}", "{1998,2003..}"),
    *("20X5", "20X5~", "20X5?", "200X-12-31~", "2000-X1", "2000-X1~", "20X3-24", "XXXX-12-31"),
    *("[20X5,2001]", "{2000-X1,2003}", "2001-24~", "2001-21?"),
]
WINDOWS = [
    *((first, last) for first in YEARS for last in YEARS if first <= last),
    *((first, None) for first in YEARS),
    *((None, last) for last in YEARS),
]


def _days(window):
    first, last = window
    return (
        None if first is None else day_number(first, 1, 1),
        None if last is None else day_number(last, 12, 31),
    )


def _answers(asked):
    """Return what the script makes of (bounds, window) pairs."""
    script = resources.files("timeline.exchange.page").joinpath("page.js").read_text("utf-8")
    code = re.search(r"  const overlap = .*?(?=\n  // What was typed)", script, re.DOTALL)[0]
    head = re.search(r"  const NO = .*?const FAR = [^\n]*", script, re.DOTALL)[0]
    run = f"""{head}\n{code}
const asked = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const window = ([first, last]) => [first ?? -FAR, last ?? FAR];
console.log(JSON.stringify(asked.map(([when, days]) => liesIn(when, window(days)))));"""
    command = [shutil.which("node"), "-e", run]
    text = json.dumps(asked)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not shutil.which("node"), reason="Node is missing")
def test_the_page_answers_as_the_program_does():
    """For every kind of date and every stretch of whole years, as it can be asked there."""
    pairs = [(text, window) for text in DATES for window in WINDOWS]
    dates = {text: parse(text).as_of(TODAY) for text in DATES}
    asked = [(json.loads(dated(dates[text])), _days(window)) for text, window in pairs]
    expected = [lies_in(dates[text], Window(*_days(window), "")).value for text, window in pairs]
    found = _answers(asked)
    wrong = [pair for pair, one, other in zip(pairs, found, expected, strict=True) if one != other]
    assert wrong == []


def test_the_page_has_the_days_that_questions_ask():
    """First and last possible day, by when it has begun, what it outlasts; None is no bound."""
    day = parse("2000-01-01").earliest_start
    assert json.loads(dated(parse("2000-01-01"))) == [False, [day, day, day, day]]
    assert json.loads(dated(parse("2000-01-01~"))) == [False, [day - 1, day + 1, day + 1, day - 1]]
    assert json.loads(dated(parse("2000-01-01?"))) == [False, [day, day, None, None]]
    assert json.loads(dated(parse("2000-01-01/"))) == [False, [day, None, day, day]]
    members = [[day - 1, day + 1, day + 1, day - 1], [day + 4] * 4]
    assert json.loads(dated(parse("{2000-01-01~,2000-01-05}"))) == [True, *members]
    assert json.loads(dated(parse("{..2000-01-01}"))) == [True, [None, day, -FAR, day]]
    first, second = json.loads(dated(parse("2000-01-X1?")))[1:3]
    assert (first, second) == ([day, day, None, None], [day + 10, day + 10, None, None])
