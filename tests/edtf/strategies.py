"""Hypothesis strategies that write valid EDTF in its canonical form, from the grammar."""

from calendar import monthrange

from hypothesis import strategies as st

SIGNS = "?~%"
DIGITS = "0123456789"


def year_text(year: int) -> str:
    """Return a year of at most four digits as EDTF writes it."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


plain_years = st.integers(-9999, 9999)
clear_years = st.integers(1, 9999)
"""Years that every calendar library knows."""

seasons = st.integers(21, 41).map(str)
plain_months = st.integers(1, 12).map("{:02}".format)
vague_months = st.sampled_from(["XX", "0X", "1X", "X0", "X1", "X2", "X7"])
vague_days = st.sampled_from(["XX", "0X", "1X", "2X", "X1", "X8"])


@st.composite
def blurred(draw: st.DrawFn, year: str) -> str:
    """Write a year with at least one of its digits replaced by `X`."""
    digits = len(year.lstrip("-"))
    places = draw(st.sets(st.integers(-digits, -1), min_size=1))
    return "".join("X" if i - len(year) in places else c for i, c in enumerate(year))


@st.composite
def long_years(draw: st.DrawFn) -> str:
    """Write a year with `Y`, an exponent or significant digits."""
    sign = draw(st.sampled_from(["", "-"]))
    if draw(st.booleans()):
        number = draw(st.integers(10_000, 10**19))
        text, digits = f"Y{sign}{number}", len(str(number))
    else:
        number, exponent = draw(st.integers(1, 99_999)), draw(st.integers(0, 12))
        text, digits = f"Y{sign}{number}E{exponent}", len(str(number)) + exponent
    return text + draw(significant(digits))


def significant(digits: int) -> st.SearchStrategy[str]:
    """Write `S` and a number no greater than *digits*, or nothing."""
    return st.just("") | st.integers(1, digits).map("S{}".format)


@st.composite
def estimated_years(draw: st.DrawFn) -> str:
    """Write a year of four digits with `S`."""
    year = draw(plain_years.filter(bool))
    return year_text(year) + draw(st.integers(1, len(str(abs(year)))).map("S{}".format))


@st.composite
def plain_days(draw: st.DrawFn, years: st.SearchStrategy[int] = plain_years) -> list[str]:
    """Write the components of a day that exists."""
    year, month = draw(years), draw(st.integers(1, 12))
    day = draw(st.integers(1, monthrange(year, month)[1]))
    return [year_text(year), f"{month:02}", f"{day:02}"]


@st.composite
def components(draw: st.DrawFn, years: st.SearchStrategy[int] = plain_years) -> list[str]:
    """Write one to three components of a date, some of their digits unspecified."""
    year = draw(years.map(year_text))
    shape = draw(st.sampled_from(["year", "month", "day", "part", "vague", "vague day"]))
    if shape == "year":
        return [year]
    if shape == "month":
        return [year, draw(plain_months)]
    if shape == "day":
        return draw(plain_days(years))
    if shape == "part":
        return [year, draw(seasons)]
    year = draw(st.just(year) | blurred(year))
    month = draw(plain_months | vague_months)
    if shape == "vague":
        return draw(st.sampled_from([[year], [year, month]]))
    return [year, month, draw(vague_days)]


@st.composite
def marked(draw: st.DrawFn, parts: list[str]) -> str:
    """Write components with qualifiers: one behind a group, or several before each."""
    place = draw(st.integers(0, len(parts) - 1))
    style = draw(st.sampled_from(["none", "none", "behind", "before"]))
    if style == "behind":
        sign = draw(st.sampled_from(SIGNS))
        return "-".join([*parts[:place], parts[place] + sign, *parts[place + 1 :]])
    if style == "before" and len(parts) > 1:
        signs = draw(st.lists(st.sampled_from(["", *SIGNS]), min_size=2, max_size=2))
        different = draw(st.sampled_from([s for s in SIGNS if s != signs[0]]))
        signs = [signs[0], different, signs[1]]
        return "-".join(sign + part for sign, part in zip(signs, parts, strict=False))
    return "-".join(parts)


def dates(years: st.SearchStrategy[int] = plain_years) -> st.SearchStrategy[str]:
    """Write one date without time of day."""
    return components(years).flatmap(marked)


@st.composite
def times(draw: st.DrawFn) -> str:
    """Write a day with a time of day."""
    clock = draw(st.times()).strftime("%H:%M:%S")[: draw(st.sampled_from([2, 5, 8]))]
    offset = draw(st.sampled_from(["", "Z", "-04", "+04:30", "+14:00", "-11:30"]))
    return f"{'-'.join(draw(plain_days()))}T{clock}{offset}"


@st.composite
def ordered(draw: st.DrawFn, joint: str, years: st.SearchStrategy[int] = plain_years) -> str:
    """Write two dates of different years, or the same one twice but for `joint`."""
    first, last = sorted(draw(st.lists(years, min_size=2, max_size=2, unique=True)))
    return f"{draw(dates(st.just(first)))}{joint}{draw(dates(st.just(last)))}"


@st.composite
def intervals(draw: st.DrawFn, years: st.SearchStrategy[int] = plain_years) -> str:
    """Write an interval; one end may be open or unknown."""
    shape = draw(st.sampled_from(["both", "both", "start", "end"]))
    if shape == "both":
        return draw(ordered("/", years))
    other = draw(st.sampled_from(["", ".."]))
    date = draw(dates(years))
    return f"{date}/{other}" if shape == "start" else f"{other}/{date}"


@st.composite
def lists(draw: st.DrawFn, years: st.SearchStrategy[int] = plain_years) -> str:
    """Write a list in brackets or braces, of dates and ranges."""
    ranges = ordered("..", years).filter(lambda text: len(set(text.split(".."))) > 1)
    members = draw(st.lists(dates(years) | ranges, min_size=1, max_size=4))
    if draw(st.booleans()):
        members = ["..", *members] if ".." in members[0] else [f"..{members[0]}", *members[1:]]
        members = [member for member in members if member != ".."]
    elif draw(st.booleans()) and ".." not in members[-1]:
        members = [*members[:-1], f"{members[-1]}.."]
    opening, closing = draw(st.sampled_from(["[]", "{}"]))
    return f"{opening}{','.join(members)}{closing}"


def edtf_texts(years: st.SearchStrategy[int] = plain_years) -> st.SearchStrategy[str]:
    """Write any EDTF of levels 0 to 2, in its canonical form; all of it is valid."""
    return st.one_of(
        dates(years), intervals(years), lists(years), times(), long_years(), estimated_years()
    )
