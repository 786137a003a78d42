"""Files as text: read whole or by lines, written or changed whole or not at all.

`reading` is for all commands and imported here; `saving` makes files, `changing`
changes the one that a curator keeps.
"""
