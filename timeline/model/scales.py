"""The words and grades that may be said of events, links, actors and sources, in order.

Completion offers them, and no record is loaded for that.
"""

STATUSES = ("confirmed", "reported", "claimed", "disputed", "denied")
LINK_TYPES = ("denies", "confirms", "responds-to", "reports", "part-of", "follows-from")
ACTOR_KINDS = ("person", "state", "organisation")
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
