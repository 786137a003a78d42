"""A first event file, which explains itself: without events, or an example."""

import json

SCHEMA = "timeline.schema.json"
"""The file beside an event file from which editors know its keys."""

TITLE = "The closing of the old bridge"

_LINE = f"# yaml-language-server: $schema={SCHEMA}\n"

_EMPTY = """\
# An event file: what happened, when, and who says so.
# Read it with `timeline -f FILE`, check it with `timeline check FILE`. `timeline -f FILE add` puts
# an event into it; below stands how to write one by hand.

timeline:
  {title}
  {summary}
  # as_of: 2025-11-30    # the day that counts as now; without it, today

# These four sections may be left out: then the names in the events stand for themselves. With a
# section, every name of its kind that an event uses must stand in it; of places it may know some.
#
# arcs:        # the threads of the story
#   closure: {{title: The closure, summary: How the bridge was closed.}}
#
# actors:      # `of` says to whom somebody belongs: asking for the city finds the mayor too
#   northport: {{name: City of Northport, kind: organisation, aliases: [the city]}}
#   mayor: {{name: Ana Ruiz, kind: person, of: [northport], note: In office since 2015.}}
#
# places:      # `in` says where something lies: asking for the town finds the bridge too
#   town: {{name: Northport}}
#   old-bridge: {{name: Old Bridge, in: [town], aliases: [the iron bridge]}}
#
# sources:     # what was published, each once. reliability: A completely reliable, B usually,
#              # C fairly, D not usually, E unreliable, F cannot be judged
#   gazette-2019-03-02:
#     publisher: The Northport Gazette
#     author: [Eva Lind]
#     title: Bridge closed overnight
#     date: 2019-03-02
#     type: article               # or report, book, post, broadcast, document, …
#     language: en
#     pages: 1-2                  # isbn: and doi: for what has one
#     url: https://gazette.example/bridge-closed
#     archive: [https://archive.example/bridge-closed]
#     accessed: 2019-03-05
#     reliability: B
#     of: [northport]             # whose voice it is: state media, a ministry, a party
#     firsthand: yes              # its own reporting, its own document or its own act
#   radio-2019-03-05: {{publisher: Harbour Radio, relays: [The Port News]}}   # whose account:
#                                 # that of a source, or of one that was not read, by its name
#   mirror: {{publisher: News Mirror, copy-of: gazette-2019-03-02}}   # whose text it is
#
# An event needs a title, and a date or a link that says its order; all else may be left out:
#
#   - id: bridge-closed-2019      # without one, made of title and year
#     date: 2019-03-02
#     title: The city closes the bridge
#     summary: All traffic was sent over the ring road from six in the morning.
#     kind: statement             # only of what was said rather than done
#     by: [mayor]                 # who says or claims it
#     actors: [northport]
#     places: [Old Bridge]
#     arc: closure
#     tags: [traffic]
#     status: confirmed           # beyond doubt; reported: credible media say so; claimed: a party
#                                 # says so; disputed: parties contradict each other; denied
#     sources:
#       - gazette-2019-03-02
#       - {{source: radio-2019-03-05, credibility: 3, note: his own account}}   # 1 to 6, 1 the best
#       - {{source: mirror, stance: denies, relays: [The Echo], locator: p. 3, quote: Not so.}}
#                                 # supports, unless it says: denies, or mentions
#     accounts:                   # who tells it how, where they differ
#       - {{by: [mayor], date: 2019-03-01, stance: denies, says: It was closed the day before.,
#          sources: [radio-2019-03-05]}}
#     links: [{{follows-from: engineer-warns-2018}}]
#                                 # denies, confirms, responds-to, reports, part-of, follows-from;
#                                 # after, before, during say nothing but order, and may stand for
#                                 # the date
#     note: For whoever reads the file.
#
# A date is as vague as the evidence (EDTF):
#   2018 a year   2018-11 a month   2018-11~ about November   2018? perhaps   201X the 2010s
#   2018-21 spring 2018   [..2018] in 2018 or before   [2018-11-10..2018-11-20] a day in between
#   2019-03/2019-06 from March to June   2019-03/.. since March, still going on
# `timeline help dates` has all of them, with the words for `add` to make them from.

events:
"""

_EXAMPLE = """\
# An event file: what happened, when, and who says so. Replace the example with your own story.
# Read it with `timeline -f FILE`, check it with `timeline check FILE`.

timeline:
  title: {title}
  summary: A city closes a bridge, and two sides tell two stories about it.
  # as_of: 2025-11-30    # the day that counts as now; without it, today

# The threads of the story. This and the next two sections may be left out:
# then the names in the events stand for themselves.
arcs:
  closure: {{title: The closure}}

# Who takes part. `of` says to whom somebody belongs: asking for the city finds the mayor too.
actors:
  northport: {{name: City of Northport, kind: organisation, aliases: [the city]}}
  mayor: {{name: Ana Ruiz, kind: person, of: [northport]}}
  engineer: {{name: Tom Berg, kind: person}}

# What was published, each once. reliability: A completely reliable, B usually, C fairly,
# D not usually, E unreliable, F cannot be judged.
sources:
  gazette-2019-03-02:
    publisher: The Northport Gazette
    title: Bridge closed overnight
    date: 2019-03-02
    url: https://gazette.example/bridge-closed
    reliability: B
  radio-2019-03-05:
    publisher: Harbour Radio
    title: "Engineer: I warned them"
    date: 2019-03-05
    url: https://radio.example/engineer
    reliability: C

events:
  # Only date and title are required. A date is as vague as the evidence (EDTF):
  #   2018 a year   2018-11 a month   2018-11~ about November   2018? perhaps   201X the 2010s
  #   2019-03/2019-06 from March to June   2019-03/.. since March, still going on
  - id: engineer-warns-2018
    date: 2018-11~
    title: An engineer is said to have warned of cracks
    summary: Tom Berg says that he told the city about cracks in two piers, late in the year.
    actors: [engineer, northport]
    places: [Old Bridge]
    arc: closure
    tags: [safety]
    # confirmed: beyond doubt; reported: credible media say so; claimed: a party says so;
    # disputed: parties contradict each other; denied.
    status: disputed
    # A source alone, or with its credibility about this very event: 1 confirmed by others,
    # 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
    sources:
      - {{source: radio-2019-03-05, credibility: 3, note: his own account}}
      # A source may also deny it: what is disputed has another side.
      - {{source: gazette-2019-03-02, stance: denies, note: the city knows of no warning}}
    # Who tells it how.
    accounts:
      - {{by: [engineer], says: He told the city of cracks., sources: [radio-2019-03-05]}}
      - {{by: [northport], stance: denies, says: Nobody warned it., sources: [gazette-2019-03-02]}}

  - id: bridge-closed-2019
    date: 2019-03-02
    title: The city closes the bridge
    summary: All traffic was sent over the ring road from six in the morning.
    actors: [northport]
    places: [Old Bridge]
    arc: closure
    tags: [traffic]
    status: confirmed
    sources:
      - {{source: gazette-2019-03-02, credibility: 1}}
      - radio-2019-03-05

  # `kind: statement` is something that was said, `by` whom. Links say how events belong together:
  # denies, confirms, responds-to, reports, part-of, follows-from; after, before, during.
  - id: engineer-claims-2019
    date: 2019-03-05
    title: The engineer says that he warned the city
    kind: statement
    by: [engineer]
    actors: [engineer]
    arc: closure
    tags: [safety]
    status: claimed
    sources: [radio-2019-03-05]
    links: [{{reports: engineer-warns-2018}}]

  - id: mayor-denies-2019
    date: 2019-03-05
    title: The mayor denies that there was any warning
    kind: statement
    by: [mayor]
    actors: [mayor]
    arc: closure
    tags: [safety]
    status: denied
    sources: [radio-2019-03-05]
    links: [{{denies: engineer-claims-2019}}]
"""


def example(title: str = "", *, with_schema: bool = True) -> str:
    """Return the text of an event file about a bridge, called *title*.

    With the line from which editors know where its schema is, unless told otherwise.
    """
    text = _EXAMPLE.format(title=_value(title) or TITLE)
    return _LINE + text if with_schema else text


def empty(title: str = "", summary: str = "", *, with_schema: bool = True) -> str:
    """Return the text of an event file without events, whose comments say what may stand in it.

    What it is called and tells is left to be written where *title* or *summary* is "".
    """
    text = _EMPTY.format(
        title=_key("title", title, "What it is called"),
        summary=_key("summary", summary, "In a sentence or two, what it tells."),
    )
    return _LINE + text if with_schema else text


def _key(name: str, said: str, otherwise: str) -> str:
    """Return the line of a key, a comment where nothing is *said*."""
    value = _value(said)
    return f"{name}: {value}" if value else f"# {name}: {otherwise}"


def _value(said: str) -> str:
    """Return what is *said* in double quotes, on one line; "" for nothing.

    There JSON is YAML; what cannot be shown cannot be in either.
    """
    shown = "".join(char for char in " ".join(said.split()) if char.isprintable())
    return json.dumps(shown, ensure_ascii=False) if shown else ""
