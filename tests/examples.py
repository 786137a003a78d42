"""How often Hypothesis looks: what a test asks for is a share of what the profile asks for."""

from typing import Any

from hypothesis import settings

_USUAL = 100  # examples of a test that asks for nothing, where no profile says otherwise
_LEAST = 3


def examples(number: int, **rest: Any) -> settings:
    """Return the settings of a test that looks at *number* examples instead of the usual 100.

    In a profile that looks longer or less long, so does it: in `quick` at three in a hundred.
    """
    share = round(number * settings().max_examples / _USUAL)
    return settings(max_examples=max(share, min(number, _LEAST)), **rest)
