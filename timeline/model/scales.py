"""The words and grades that may be said of events, links, actors and sources, in order.

Completion offers them, and no record is loaded for that.
"""

STATUSES = ("confirmed", "reported", "claimed", "disputed", "denied")
LINK_TYPES = (
    *("denies", "confirms", "responds-to", "reports", "part-of", "follows-from"),
    *("after", "before", "during"),
)
PURE_ORDER = LINK_TYPES[-3:]
"""The types of links that say nothing but order."""
ACTOR_KINDS = ("person", "state", "organisation")
SUPPORTS = "supports"
STANCES = {
    SUPPORTS: "It says that it is so. The same as to say nothing.",
    "denies": "It says that it is not so.",
    "mentions": "It tells of it without saying whether it is so.",
}
# The few words that people who keep sources tell apart, each with one type of CSL, BibTeX
# and RIS; what is finer there (a magazine, a hearing) makes no difference to evidence.
SOURCE_TYPES = {
    "article": "An article of a newspaper, a magazine, an agency or a news site.",
    "paper": "An article of a scholarly journal.",
    "book": "A book.",
    "chapter": "A chapter or entry of a book.",
    "report": "A report or study of an institution.",
    "thesis": "A thesis.",
    "dataset": "Data: a table, a database, a register.",
    "document": "A document or record, such as a letter, an order or a file of an archive.",
    "statement": "A statement for the press, a communiqué, a speech.",
    "law": "A law, a decree, a treaty or a ruling.",
    "interview": "An interview.",
    "broadcast": "Radio, television, a podcast or a video.",
    "picture": "A picture, a photograph or a map.",
    "post": "A post in a social network, a forum or a blog.",
    "page": "Any other page of the web.",
}
RELIABILITIES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITIES = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
