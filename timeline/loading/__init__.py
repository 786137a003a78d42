"""Event files → a `Timeline`; every problem with `file:line:column`.

`load` and `examine` are the doors: the one raises what the other returns. YAML, JSON
and JSON Lines are read into the same nodes (`formats`), the nodes into the same
records (`documents`); then the files are checked against each other (`checks`) and
become one timeline (`union`).
"""
