"""What lies beyond the ends of an event that is drawn."""

from typing import Literal, TypeAlias

End: TypeAlias = Literal["", "on", "unknown"]
"""What a mark has beyond its end: nothing, more that is not drawn, or nobody knows."""
