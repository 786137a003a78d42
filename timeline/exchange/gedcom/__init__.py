"""GEDCOM 5.5.1 and 7.0: the events of persons and families → events. It is only read."""
