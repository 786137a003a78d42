"""What hatchling does for a wheel: the curated timeline is read once, and kept beside itself.

The program makes the snapshot itself, in a Python of its own. An editable install has none: its
modules change, and it keeps what it has read as for any other file.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# With imports that wait only what reads event files is needed: see `dependencies` of the hook.
MAKE = """
import sys
from timeline import late
late.install()
from timeline.indexing import shipped
shipped.make(*sys.argv[1:])
"""


class SnapshotHook(BuildHookInterface[Any]):
    """Puts a snapshot of the curated timeline into a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it, and have it included."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp())
        made = self._folder / "events.snapshot"
        command = [sys.executable, "-c", MAKE, "events.yaml", str(made)]
        subprocess.run(command, cwd=self.root, check=True)
        build_data["force_include"][str(made)] = "timeline/events.snapshot"

    def finalize(self, version: str, _build_data: dict[str, Any], _path: str) -> None:
        """Take it away again."""
        if version != "editable":
            shutil.rmtree(self._folder)
