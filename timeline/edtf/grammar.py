r"""The shape of one date, as a regular expression.

ASCII only: `\d` would take the digits of every script. There is no nesting of
repetitions, so that matching takes time in proportion to the text.
"""

import re
from typing import Final

DATE: Final = re.compile(
    r"""
    ([?~%]?)                                        # qualifier of the year alone
    (-?[0-9X]{4} | Y-?[0-9]+(?:E[0-9]+)?)           # year
    (?:S([0-9]+))?                                  # significant digits
    ([?~%]?)                                        # qualifier up to here
    (?:-([?~%]?)([0-9X]{2})([?~%]?)                 # month, season, quarter
      (?:-([?~%]?)([0-9X]{2})([?~%]?)               # day
        (?:T([0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?)  # time of day
           (Z|[+-][0-9]{2}(?::[0-9]{2})?)?          # offset from UTC
        )?
      )?
    )?
    """,
    re.ASCII | re.VERBOSE,
)


def is_date(text: str) -> bool:
    """Return whether *text* has the shape of one date; its values may be wrong."""
    return DATE.fullmatch(text) is not None
