"""What a query may say, for people: shown by `timeline help query`."""

from textwrap import fill

from timeline.model.schema import EVENT
from timeline.query.absence import SHORTEST

_LAST_FIELD = "  note:       words in the note of an event, and in the notes on its sources\n"
_GUIDE = """\
A query is words and terms; an event must match all of them.

  timeline list missile           a word of title, summary, actors, places, tags
  timeline list '"oil company"'   a phrase, in quotes
  timeline list actor:russia year:2019
  timeline list 'arc:letter (tag:arms or tag:loan) not status:denied'

  a b         both; `and` or & may be written between them
  a or b      either, also a | b; binds less tightly than a blank between terms
  not a       not, also -a and !a; -assad is a word, -a assad the option
  ( )         what belongs together
  options     --actor russia is actor:russia; given twice it means any of these
  @name       what `timeline save name QUERY` has saved; "@name" is a word

Words; accents and case make no difference
  war         from the start of a word on: war, wars, warship; not postwar
  =war        the whole word; ="oil company" is two whole words
  *war        anywhere, within a word too
  Sought is in titles, summaries, tags, and the names of actors and places as
  they are shown. Their other names, the places in which one lies, titles of
  arcs, sources, statuses and notes have fields of their own: actor:, place:,
  arc:, source:, status:, note:.
  A word is letters and digits: 300 finds S-300VM, and =300 does not. Quotes
  hold words together and change nothing else: "US" finds what US finds.

Who, where, what; part of a name is enough. A name stands for what is called so
in full, or else has a word that begins so, or else contains it. := asks for the
name in full, name* for all that have a word that begins so, *name for all that
contain it; in quotes = is part of the name: tag:"=US".
  actor:      a person, state or organisation, with everyone who belongs to it
              or once did; actor:=russia is Russia alone
  place:      a place, with everything that lies in it, where the file says what
              lies where; place:=venezuela is that name alone
  by:         who says or claims it, with everyone who belongs to them; also in
              an account of it
  source:     a publisher, or the id of a source
  arc:        a thread of the story
  id:         an event
  tag:        a tag, in full; tag:arm* is a part of one
  status:     confirmed, reported, claimed, disputed, denied
  kind:       statement
  title:      words in the title, as above
  text:       words in all that plain words are sought in, as without a field
  note:       words in the note of an event, and in the notes on its sources

When; any date or phrase: 2019, 2018..2020, "late oct 2025", "last month"
  date: year: on:      in that time
  since: until:        from or up to it, included
  before: after:       without it
  --starts             asks in all of these when events began; without it, what
                       still goes on counts: after:2019 has a war begun in 2018
  --deduce             counts what links and sources say of order; marked ⊢
  known:               first told by a source in that time: known:..2025-10-30
                       is the story as it stood that day; a source without a
                       date may be earlier, what has no source was never told
  A vague date lies in a time surely, possibly or not:
  2013~ (c. 2013)      may be 2012 to 2014: ~ adds a year at each side, or a
                       day, month, season, decade: what the date is exact to
  2013?                may be wrong: possibly in any time that has some of 2013,
                       surely in none, and not in any other; 2013% is both
  [2013,2015], 2019-X2 one of them; {2013,2015} both; {2013..2015} all of it
  What is asked is one stretch of whole days: {2013,2015}, XXXX-12-08 or a time
  of day is refused. For a day of every year there is 'timeline on 12-08'.

What is missing
  no:arc               has no arc; likewise {MISSING}
  not no:note          has one; arc=0 is no:arc, and actors=0 is no:actor

How many; >= <= > < =
  sources>=2           how many sources are cited, each once; so also actors,
                       places, tags, accounts. For witnesses ask for origins
  links>=1             how many links to other events; not those from others

How well attested; >= <= > < =
  reliability>=B       the best reliability of its sources, A to E; F is unknown
  credibility<=2       the best credibility, 1 to 5; 6 is unknown
  origins>=2           how many tell it independently: copies and relays are
                       followed to their end, and one publisher is one. What
                       does not say where it has it from may be one more or not
  against>=1           how many deny it, counted likewise
  stance:denies        a source denies it; likewise supports, mentions
  relays:post          a source tells the account of one called so, read or not
  An unknown grade may be any: beside a D it makes reliability>=B a maybe. F and
  6 have no place among the others, and only = asks for them: reliability=F
  finds what has no source of a better grade.

The answer is yes, maybe or no. A vague date may lie in a window or not, an
unknown grade may be any, and what is not recorded may be so: such events are
listed, marked and counted apart; --certain leaves them out, --possible leaves
them alone. `and` is the least of its answers, `or` the greatest, `not` turns
yes and no around. A yes or a no is never wrong; a maybe may be one that deeper
thought could decide.

In a shell, put what has blanks or any of ( ) | & ! * < > " in single quotes.
"""


def _other_fields() -> str:
    """Return a line for each key that a query can ask about and nothing above tells of."""
    told = {key.field: key.means for key in EVENT.keys if f"\n  {key.field}:" not in _GUIDE}
    lines = [
        fill(means, 80, initial_indent=f"  {field + ':':<11} ", subsequent_indent=" " * 14)
        for field, means in told.items()
        if field
    ]
    return "".join(f"{line}\n" for line in lines)


def _missing() -> str:
    """Return what may be missing, but for the arc, as lines of the second column."""
    names = ", ".join(name for name in SHORTEST if name != "arc")
    return fill(names, 80, initial_indent=" " * 44, subsequent_indent=" " * 23).lstrip()


GUIDE = _GUIDE.replace(_LAST_FIELD, _LAST_FIELD + _other_fields()).replace("{MISSING}", _missing())
