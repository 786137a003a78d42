"""Other formats ⇄ events, each time with a report of what was lost."""

from timeline.exchange.export import Export
from timeline.exchange.importing import Choices
from timeline.exchange.losses import Loss, Losses

__all__ = ["Choices", "Export", "Loss", "Losses"]
