"""The screen of `timeline explore`: a seat, what keys make of it, and widgets that draw it."""
