"""TimelineJS 3: slides, in JSON or in a spreadsheet ⇄ events.

What the library does with a file is in its source (src/js/core and src/js/date of
NUKnightLab/TimelineJS3); where its documentation is silent, we follow that.
"""
