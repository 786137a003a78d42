"""iCalendar (RFC 5545): entries of a calendar ⇄ events.

Only here is the package `icalendar` used.
"""
