"""The views, by the key that leads to each."""

from collections.abc import Mapping
from typing import Final

from timeline.exploring.views.pages import Chart, Evidence, Lanes, Thread
from timeline.exploring.views.rows import ByDate, ByReport
from timeline.exploring.views.view import View

VIEWS: Final[Mapping[str, View]] = {
    "1": ByDate(),
    "2": Chart(),
    "3": Lanes(),
    "4": Thread(),
    "5": Evidence(),
    "6": ByReport(),
}

BY_NAME: Final[Mapping[str, View]] = {view.name: view for view in VIEWS.values()}
