"""The records of a timeline, frozen, what may be said of them, and the doors to them.

`records` are what a file is loaded into, and `schema` says which keys they have: whoever
lists keys reads it. Events are reached through the doors of `timeline.model.timeline`
alone: `select` asks a query and gives events with verdicts, `get` finds one. Nothing above
walks them in another way, so that an index may stand behind.
"""
