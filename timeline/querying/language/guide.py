"""What a query may say, for people: shown by `timeline help query`."""

GUIDE = """\
A query is words and terms; an event must match all of them.

  timeline list missile                     a word, in title, summary, actors, places, tags
  timeline list '"oil company"'             a phrase, in double quotes
  timeline list actor:russia year:2019      fields
  timeline list 'arc:letter (tag:arms or tag:loan) not status:denied'

  a b         both; `and` may be written between them
  a or b      either; binds less tightly than the space between terms
  not a, -a   not; in a shell write -a inside quotes
  ( )         what belongs together
  options     --actor russia is actor:russia; given twice it means any of the values

Who, where, what; part of a name is enough, := asks for it in full
  actor:      a person, state or organisation, with everyone who belongs to it;
              actor:=russia is Russia alone
  place:      a place
  source:     a publisher, or the id of a source
  arc:        a thread of the story
  id:         an event
  tag:        a tag, in full
  status:     confirmed, reported, claimed, disputed, denied
  kind:       statement
  title:      words in the title
  text:       words anywhere, as without a field

When; any date or phrase: 2019, 2018..2020, "late oct 2025", "last month"
  date: year: on:      in that time
  since: until:        from or up to it, included
  before: after:       without it
  known:               first told by a source in that time: known:..2025-10-30 is the
                       story as it stood that day; a source without a date may be earlier

How well attested; >= <= > < =
  sources>=2           how many sources; sources=0 finds what has none
  links>=1             how many links
  reliability>=B       the best reliability of its sources, A to E; F is unknown
  credibility<=2       the best credibility, 1 to 5; 6 is unknown

The answer is yes, maybe or no. A vague date may lie in a window or not, an unknown
grade may be any: such events are listed, marked and counted apart, and --certain
leaves them out. `and` is the least of its answers, `or` the greatest, `not` turns
yes and no around. A yes or a no is never wrong; a maybe may be one that deeper
thought could decide.
"""
