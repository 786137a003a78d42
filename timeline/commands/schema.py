"""`timeline schema`: what editors know of an event file."""

from timeline.commands.support import streams
from timeline.commands.support.families import takes_families
from timeline.views import schema as views


@takes_families
def schema() -> None:
    """Write the JSON Schema of event files: editors complete and check with it.

    Where yaml-language-server is (VS Code with its YAML extension, Neovim and others),
    an event file names its schema in its first line, as `timeline new` writes it:
    `# yaml-language-server: $schema=timeline.schema.json`.
    """
    streams.write(views.text())
