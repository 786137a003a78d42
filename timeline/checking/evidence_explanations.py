"""What `timeline check --explain NAME` says of rules about origins, stances and accounts."""

from typing import Final

EVIDENCE_EXPLANATIONS: Final = {
    "confirmed-on-one-origin": """\
Events with status: confirmed of which all sources lead to one origin, copies and relays followed to
their end, and a publisher being one. It is a warning where the best chain to it is graded D or E,
and a note otherwise. F is no bad grade: it says that nobody can judge.

"Confirmed" promises more than one witness, or one who can be relied upon.

    sources:
      herald: {publisher: The Herald, relays: [The Post]}
      some-blog: {relays: [The Post]}
    events:
      - status: confirmed
        sources: [herald, some-blog]      # both tell what the Post has

Find an origin of its own or a better one; or write status: reported.
""",
    "circular-source": """\
Sources that tell one another's account, by 'relays' and 'copy-of': each has it from the next, and
nobody told it first. Every link of the circle is told, with its place.

    sources:
      herald: {relays: [mirror]}
      mirror: {copy-of: herald}

Take out the one that is wrong.
""",
    "relay-before-origin": """\
Sources that were out, in every reading of their dates, before the source of which they are a copy
or whose account they tell.

    sources:
      herald: {date: 2019-01-23, relays: [post]}
      post: {date: 2019-01-25}

Mend the date that is wrong, or turn the two around.
""",
    "unread-origin": """\
Names in 'relays' and 'copy-of' that are no sources of the file: origins that nobody read. Each is
reported once, where it is named first, with how many events rest on it.

What others say of a text is not the text: numbers and doubts get lost on the way.

    relays: [The Post]

Read it, give it an entry under 'sources', and write its id.
""",
    "unrecorded-lineage": """\
Notes on sources that say that one relays, cites or reprints another, where no key does. The hint
has the key to write. Somebody whose own words are given is no origin.

    sources: [{source: herald, note: relays the Post}]      # relays: [The Post]

Words in a note are for people. Queries, and the counts of origins, read keys alone.
""",
    "statement-without-speaker": """\
Events of kind: statement without 'by'.

'actors' has everyone who takes part, those who are spoken of too; who says it, is another question.

    kind: statement
    by: [sergey-lavrov]      # this is missing

Name them.
""",
    "disputed-without-accounts": """\
Events with status: disputed and no 'accounts'.

A dispute is about something: who says what, and since when.

    status: disputed
    accounts:
      - {by: [mayor], says: Two were hurt., sources: [gazette]}
      - {by: [union], says: Nobody was hurt., stance: denies, sources: [herald]}

Record each side, or write another status.
""",
    "one-sided-dispute": """\
Events with status: disputed of which only one side is recorded: no source has stance: denies, no
account does, no link says 'denies', and there are no two accounts by different tellers.

A reader cannot weigh what is not there.

    status: disputed
    sources: [gazette]      # and who says otherwise?

Cite the other side, with stance: denies, or record its account.
""",
    "account-outside-date": """\
Accounts whose date cannot be the date of their event in any reading.

An event's date is as vague as what is known: where tellers differ, it has all their dates.

    date: 2019-01-23
    accounts: [{by: [mayor], date: 2019-01-25, says: It was on Friday.}]

Widen the date of the event, such as '[2019-01-23..2019-01-25]', or mend that of the account.
""",
}
