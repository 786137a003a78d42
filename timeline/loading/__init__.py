"""Event files → a `Timeline`; every problem with `file:line:column`.

`load.load` and `load.examine` are the doors: the one raises what the other returns. YAML,
JSON and JSON Lines are read into the same nodes (`timeline.nodes`), the nodes into the same
records (`documents`, `events`); then the files are checked against each other (`checks`)
and become one timeline (`union`). What is found in one later gets its place from an
`examination`, which also knows the comments. Before all that `quick` is tried: most files
are plainly right, and need no nodes.
"""
