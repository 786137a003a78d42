"""Bibliographies → sources: BibTeX, RIS and CSL-JSON. `cite` writes them.

Only here are the packages `bibtexparser` and `rispy` used.
"""
