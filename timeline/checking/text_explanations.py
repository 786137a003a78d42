"""What is said of the rules about an event file as text: how it is written, not what it tells."""

from typing import Final

TEXT_EXPLANATIONS: Final = {
    "unknown-origin": """\
An origin, in copy-of or relays, that is written like the id of a source and is nearly that of one.

    sources:
      post-2025-10-31: {publisher: The Post}
      echo: {publisher: The Echo, relays: [post-2025-10-30]}

An origin that was not read has a name alone, The Northport Echo, and no entry. So a slip in an id
would be another witness, and nobody would be told.
""",
    "invalid": """\
Everything that keeps a file from loading: text that is not YAML or JSON, unknown or repeated
keys, values of a wrong kind, dates that are no EDTF, names that no registry has.

A file that does not load has no events, so no other rule can be asked before this is mended.
It cannot be ignored.

    - date: 2019-02-30        # 2019 has no 30 February
""",
    "lost-text": """\
Texts without quotes in which ' #' begins a comment: what stands behind it is lost. A real comment
has a blank behind its sign, or two before it; so one without, or with a number, was hardly meant
for one.

    - title: Council meeting #5 opens        # is read as "Council meeting"
      tags: [protest]
      places:
        - #4                                 # is read as nothing

Put the text in quotes: "Council meeting #5 opens"; or leave a blank behind the # of a comment.
""",
    "empty-item": """\
Items of a list that are null, ~, an empty text or nothing: they are left out.

An item that was begun and never written is forgotten; and a place called Null, a tag ~, is none.

    places: [null, ~, Rome]      # is read as Rome
    actors:
      -                          # who?

Take the item out; or put it in quotes, if it is a text.
""",
    "hidden-character": """\
Characters that nobody sees, in any text of a file: blanks and joiners without width, soft hyphens,
marks of direction, byte order marks within a text, the tag characters from U+E0000 on. No fault is
what a script or an emoji needs: a joiner in Persian, a mark of direction beside Hebrew, a flag.

They come along when a text is copied from a page. A word with one in it is another word to every
query; a direction that is turned shows another text than there is; and whole sentences can hide in
tag characters, which programs read and people do not.

    title: "Cara\u200bcas"      # 'caracas' does not find it

Take them out.
""",
    "unordered": """\
Files in which an event stands below one that began later, in every reading of their dates. It is
reported once in a file, at the first such event. Times of one day are compared where both say how
far they are from UTC, or neither does.

No command needs the order, but people who read and merge the file do.

'timeline fmt' puts events in order.
""",
    "unused-ignore": """\
Comments '# timeline: ignore NAME' with a name that is no rule's, or of a rule that finds nothing in
the entry to which they belong; or that belong to no entry. Looked for with --strict, or when
selected.

A comment that has outlived its reason hides the next mistake.

    # timeline: ignore confirmed-on-one-origin: the only witness
    - date: 2019-01-23

Take it out. A comment belongs to the entry in whose block it stands, by its indentation, or above
which it stands without a blank line between. Several names are separated by commas; a reason
stands behind a colon.
""",
}
