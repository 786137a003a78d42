"""A slide, as JSON and spreadsheets both have it → an event."""

from collections.abc import Mapping
from typing import Final

import msgspec

from timeline.edtf import When, parse
from timeline.exchange.addresses import is_url
from timeline.exchange.builder import Builder
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.hypertext import from_html
from timeline.exchange.losses import Losses
from timeline.exchange.nearest import in_words
from timeline.exchange.timelinejs.dates import edtf_of
from timeline.model.records import Citation, Place
from timeline.text import together

FACTS: Final = '<div class="timeline-facts">'  # where a text of ours ends and facts begin
NOT_NUMBERS: Final = "display_date says something else than the numbers: it becomes a note"
_MOST_TITLE: Final = 80  # characters of a title that is the beginning of a text


class Slide(msgspec.Struct, frozen=True, kw_only=True):
    """What a slide says; all values are text, and "" where it says nothing.

    `date` is what a sheet gives in place of the parts `start` and `end`.
    """

    place: Place
    start: Mapping[str, str] = {}
    end: Mapping[str, str] = {}
    date: Reading | None = None
    display_date: str = ""
    headline: str = ""
    text: str = ""
    media: Mapping[str, str] = {}  # url, credit, caption
    group: str = ""
    unique_id: str = ""
    location: str = ""
    rest: tuple[str, ...] = ()  # names of what else it says


def take(slide: Slide, builder: Builder, losses: Losses) -> None:
    """Hand the event of *slide* to *builder*, which counts it; refuse it where it is none."""
    try:
        date, note = _dated(slide, losses)
    except NotADate as error:
        losses.refuse(error.message, slide.place, hint=error.hint)
        return
    summary, sources = _told(slide, builder, losses)
    title = from_html(slide.headline).text
    if not title:
        title, summary = _titled(summary, slide, losses)
    for name in slide.rest:
        losses.drop(name, slide.place)
    builder.add(
        slide.place,
        date=date,
        title=title,
        id=slide.unique_id,
        summary=summary,
        places=[slide.location],
        arc=builder.arc(from_html(slide.group).text),
        sources=sources,
        note=note,
    )


def head(slide: Slide, builder: Builder, losses: Losses) -> None:
    """Take the title and the summary of the timeline from the title slide."""
    headline, text = from_html(slide.headline).text, from_html(slide.text).text
    builder.title, builder.summary = headline or builder.title, text
    said = [*slide.rest]
    if any(slide.media.values()):
        said.append("media")
    for name in said:
        losses.drop(f"{name} of the title slide", slide.place)


def _dated(slide: Slide, losses: Losses) -> tuple[Reading, str]:
    """Return the date, and a note for a display_date that says something else."""
    numbers = slide.date or edtf_of(slide.start, slide.end)
    words = from_html(slide.display_date).text
    when = parse(numbers.text)
    if not words or words in (when.text, when.describe()):
        return numbers, ""
    meant = _meant(words, when)
    if meant == numbers.text:
        return numbers, ""
    if meant:
        losses.guess("display_date tells how vague the date is", slide.place, words)
        return Reading(meant, numbers.widened, numbers.guessed), ""
    losses.guess(NOT_NUMBERS, slide.place, words)
    return numbers, f"Date: {words}"


def _meant(words: str, when: When) -> str | None:
    """Return the date that the *words* are, if its nearest days are those of the numbers."""
    first, last = when.written
    if "T" in when.text or first is None or last is None:
        return None
    return in_words(words, first, last)


def _told(slide: Slide, builder: Builder, losses: Losses) -> tuple[str, list[Citation]]:
    """Return the text, and the sources: links in it, and what is shown beside it."""
    markup, facts, _ = slide.text.partition(FACTS)
    if facts:
        losses.drop("the facts below the text, which are in words", slide.place)
    found = from_html(markup)
    sources = [builder.source(url, title=words) for url, words in found.links]
    if sources:
        losses.guess("a link in the text becomes a source", slide.place, found.links[0][0])
    shown, media = _media(slide, builder, losses)
    return together(" ", found.text, shown), [*sources, *media]


def _media(slide: Slide, builder: Builder, losses: Losses) -> tuple[str, list[Citation]]:
    """Return what is shown beside the text: the words of HTML, or an address as a source."""
    url = slide.media.get("url", "").strip()
    credit, caption = (from_html(slide.media.get(key, "")).text for key in ("credit", "caption"))
    if is_url(url):
        return "", [builder.source(url, credit, caption)]
    words = from_html(url).text if "<" in url else ""
    if words:
        losses.guess("the text of an HTML media is added to the text", slide.place)
    elif url:
        losses.drop("media that is no address of the web", slide.place, url)
    if credit or caption:
        losses.drop("caption or credit of such media", slide.place, caption or credit)
    return words, []


def _titled(text: str, slide: Slide, losses: Losses) -> tuple[str, str]:
    """Return the title of a slide without a headline, and what of *text* is left."""
    said = text or from_html(slide.media.get("caption", "")).text
    if said:
        what = "no headline: the title is the beginning of the text, or the caption"
        losses.guess(what, slide.place, said)
    if len(said) <= _MOST_TITLE:
        return said, ""
    cut = said[:_MOST_TITLE]
    return f"{cut.rpartition(' ')[0] or cut} …", text
