"""Rules for curators: timeline → findings.

A rule is a function over a `Case` that yields faults; the first line of its docstring is
its help, and `explanations` says the rest. `RULES` lists them in the order of the help.
"""
