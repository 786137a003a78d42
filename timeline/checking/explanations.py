"""What `timeline check --explain NAME` says of each rule: what, why, an example, what to do."""

from typing import Final

from timeline.checking.evidence_explanations import EVIDENCE_EXPLANATIONS
from timeline.checking.order_explanations import ORDER_EXPLANATIONS
from timeline.checking.text_explanations import TEXT_EXPLANATIONS

EXPLANATIONS: Final = {
    **TEXT_EXPLANATIONS,
    **EVIDENCE_EXPLANATIONS,
    "unsourced": """\
Events without 'sources', whatever their status.

A line of a chronology is worth what stands behind it. Without a source nobody can check it,
and nobody can tell your knowledge from a rumour.

    - date: 2019-01-23
      title: Guaidó declares himself interim president
      sources: [ap-2019-01-23]                          # this is missing

Cite where you have it from, be it of little worth: the grade of the source says so.
""",
    "source-before-event": """\
Sources whose latest possible day of publication is before the earliest possible day of the event
that cites them. Vague dates are given the benefit of the doubt.

Nobody can report what has not happened. Mostly one of the two dates has a slip in it, or the
source is of another event. It may also have announced the event, or be cited for what led to it.

    - date: 2019-03-23
      sources: [ap-2018-03-24]      # a year too early

Mend the date that is wrong.
""",
    "false-precision": """\
Two signs that a day is more exact than what is known.

Heaps: at least four different days of one file, and five times as many as chance would give, are
a 1 January, or the first of another month. Programs that know no vague dates put whole years
there. It is reported once, at the first of them.

Words: the title or the summary says "late August", "about 23 August" or "in August 2019" of a day
that would fit, and names the day nowhere. What is said in a statement is not looked at.

    - date: 2019-08-23
      title: Talks begin late in August

Write as much of the date as is known: 2019, 2019-08, 2019-08-23~ ("about"), 2019-08-2X; see the
README for more. Or let the text say the day.
""",
    "future": """\
Dates that begin after today in every reading: an error where status is confirmed, else a warning.
'as_of' may not lie in the future either.

What is to come cannot be confirmed. Mostly it is a slip in the year. --today takes another day
for today.

    - date: 2091-01-23              # 2019
      status: confirmed

Mend the date; or write status: claimed or reported of what is only announced.
""",
    "after-as-of": """\
Events that begin after 'as_of', the day on which their own file says that it closes.

Open ends stop at that day, and readers take it that nothing later was looked at: an event beyond
it stands alone.

    timeline: {as_of: 2025-11-30}
    events:
      - date: 2025-12-02

Set 'as_of' to the day up to which you have looked, or take the event out.
""",
    "unattributed-claim": """\
Events with status: claimed or denied of which nobody is named: neither who says it, nor an actor,
nor in an account, a report of it, or what it is a part of. And denials that no 'denies' link
connects with what is denied, unless a source or an account denies the event itself.

A claim is somebody's. Without a name it reads like a fact that nobody stands for.

    - date: 2025-11-11
      title: There was no request for help
      status: denied
      by: [sergei-lavrov]                          # who says so
      links: [{denies: letter-to-putin-2025}]      # and what

Name who claims or denies it, and link what is denied.
""",
    "status-link-mismatch": """\
Events with status: confirmed that another event denies, on sources that are graded no worse. An
event that a further one confirms is passed over.

Both can stand in one file, but not as if nobody had said anything: who lists the confirmed events
does not see the denial. Yet a denial alone disputes nothing: a party denies what it is accused of,
and two sides are not of one weight because there are two.

    - id: letter
      status: confirmed
    - id: denial
      links: [{denies: letter}]

Weigh both. Write status: disputed, or reported, if the denial is as well founded; if it is not,
keep confirmed, grade the sources of both, or ignore it here and say why in a note:

      status: confirmed    # timeline: ignore status-link-mismatch
""",
    "backward-link": """\
Links to an event that began, in every reading, after the event with the link had ended: it denies,
confirms, reports, answers or follows from what was still to come. 'part-of' may point anywhere.

Mostly the link has been put on the wrong one of the two events, or a date has a slip in it.

    - id: answer
      date: 2019-01-20
      links: [{responds-to: letter}]     # of 2019-01-23

Mend the date, or move the link.
""",
    **ORDER_EXPLANATIONS,
    "near-duplicate": """\
Two events that may be at the same time, have titles of nearly the same words, and are not linked.
Rare words count for more than those that many titles of the file have; their order and their
endings count for nothing.

Two people, or two imports, add the same event twice. Then it counts twice.

    - {date: 2025-10-26, title: Russian Il-76 lands in Caracas}
    - {date: 2025-10~, title: A Russian Il-76 landed in Caracas}

Make one event of both, with the sources of both; or link them, if they are two.
""",
    "alias-clash": """\
A name, an alias or an id that leads to two actors, whatever its case.

Who asks for that name is given both, without knowing.

    russia: {name: Russia, aliases: [Moscow]}
    moscow-city: {name: Moscow}

Let one of them have the name, or make one actor of both.
""",
    "actor-spelling": """\
Two actors with names that differ by an accent, or by one letter that is not the first. Names under
six letters and figures are not compared: Iran is not Iraq, and F-15 is not F-16.

A slip makes a second actor, and half the events are lost to whoever asks for the first.

    actors: [Juan Guaido]       # elsewhere: Juan Guaidó

Write one name everywhere; the other can be an alias of it.
""",
    "tag-spelling": """\
Two tags that differ by an accent, by case, or by one letter that is not the first. The one with
fewer events is reported. Tags under six letters are compared by case and accents alone.

A tag finds what has it: 'sanction' does not find 'sanctions'.

    tags: [sanction]            # elsewhere: [sanctions]

Write one of them everywhere.
""",
    "place-spelling": """\
Two places that differ by an accent, by case, or by one letter that is not the first. The one with
fewer events is reported.

    places: [Maiquetia]         # elsewhere: [Maiquetía]

Lanes and counts show two places where there is one. Write one name everywhere.
""",
    "unused-actor": """\
Entries of 'actors' that no event names, and to whom nobody belongs ('of') who is named.

Mostly an id was misspelled, an event was taken out, or the actor was forgotten in one.

    actors:
      rosneft: {name: Rosneft}      # and no event has it

Name it in the events in which it acts, or remove the entry.
""",
    "unused-place": """\
Entries of 'places' in which no event is, nor in anything that lies in them.

Mostly a name was misspelled, an event was taken out, or the place was forgotten in one.

    places:
      tartus: {name: Tartus, in: [syria]}      # and no event has it

Name it in the events that were there, or remove the entry.
""",
    "unknown-place": """\
Places of events that are in no section 'places', where the file has one. Each is reported once.

They stand for themselves, and who asks for a country does not find what is known to lie in it.

    places:
      venezuela: {name: Venezuela}
    events:
      - date: 2019-01-23
        title: Guaidó declares himself interim president
        places: [Caracas]       # found by place:caracas alone

Add the place, and say what it is in; or leave it, if it lies in nothing that is asked for.
""",
    "unused-source": """\
Entries of 'sources' that no event cites.

Somebody read it for something: an event has lost a witness, or never got it.

Cite it, or remove the entry.
""",
    "orphan-arc": """\
Entries of 'arcs' to which no event belongs.

An arc without events promises readers a thread of the story that is not there.

Write arc: ID in the events that belong to it, or remove the entry.
""",
    "dead-link-form": """\
Addresses that do not begin with http:// or https:// and a host, or have blanks in them; and those
with parameters that follow a reader about: utm_…, fbclid, gclid and their like. Nothing is asked
of the network.

    url: www.example.com/story                          # no https://
    url: https://www.example.com/story?utm_source=feed  # tells who shared it

Write the address as a browser needs it, and no more of it than that.
""",
    "wrong-identifier": """\
An ISBN whose last digit does not follow from the others, or that has too few; a DOI that does not
begin with 10. and a number; a language that is no code of BCP 47, which begins with ISO 639.

    isbn: 978-0-306-40615-8     # ends in 7
    doi: https://doi.org/10.1000/182
    language: Russian           # ru

Reference managers take the number alone: 10.1000/182.
""",
    "repeated-url": """\
Two sources with the same address.

One publication under two names looks like two witnesses.

    ap-1: {url: 'https://apnews.com/story'}
    ap-2: {url: 'https://apnews.com/story/'}

Make one source of both.
""",
    "uneven-grade": """\
Sources that are graded otherwise than most of their publisher's.

The grade speaks of who publishes; what is doubtful about a single report is its credibility, and
stands in the citation.

    ap-1: {publisher: AP, reliability: B}
    ap-2: {publisher: AP, reliability: C}

Grade them alike; or ignore it and say why, for instance because one was read in a copy.
""",
    "no-archive": """\
Sources with an http(s) address of which no archived copy is known. There is no key for one: known
is a copy if the address itself is of an archive (archive.org, archive.ph, perma.cc and others), or
if the note names one, or says "archived". Nothing is asked of the network.

Pages move and vanish; a copy stays, and shows what was read.

    url: https://example.com/story
    note: archived at https://web.archive.org/web/2025/https://example.com/story

Save the page, and name the copy.
""",
    "years-or-season": """\
Dates whose second part is a number from 21 to 41, which EDTF has for seasons, quarters and other
parts of a year, where one of the next fifty years ends in the same digits.

People write 1932-33 for two years, and the file then says the first quarter of 1932. Where words
are read (a query, `timeline add`) such a date is refused; in a file it is EDTF, and only noted.

    - date: 1932-33             # Q1 1932; the years are 1932/1933
      title: Famine

Write 1932/1933 if the years are meant. If it is the season, ignore it: the date is right.
""",
}
