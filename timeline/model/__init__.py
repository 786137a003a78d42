"""The records of a timeline, frozen, and the doors through which they are reached.

The way of the data (docs/architecture.md#the-way-of-the-data): a file is loaded into a `Timeline`;
`select` asks a query of it and gives a `Selection` of events with verdicts.
Nothing above this module walks the events in another way.
"""
