"""Markwhen (`.mw`): lines of dates and titles ⇄ events.

Read and written as @markwhen/parser 1.2.0 understands it; what of it is ours stands in
properties, which markwhen keeps and does not judge.
"""
