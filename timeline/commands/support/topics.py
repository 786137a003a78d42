"""What help says of a topic: short, and true (tests hold what they can)."""

from typing import Final

from timeline.phrases import guide

FILES: Final = """\
Which file is read

  timeline mine.yaml list          the file that stands first; as -f does
  timeline list -f mine.yaml       that file
  timeline list -f a.yaml -f b.yaml      both as one timeline
  timeline list -f -               standard input

Where none is named, in this order:
  TIMELINE_FILE=mine.yaml          that file; several are separated by : as in
                                   PATH (; on Windows)
  timeline.yaml, events.yaml       the nearest, from this folder upward
  default_file of the settings     see below
  otherwise                        Moscow and Caracas, which is shipped

Files of other formats are read as well: CSV and other tables, calendars (.ics),
GEDCOM, TimelineJS, markwhen, JSON and JSON Lines; for their sources BibTeX, RIS
and CSL-JSON. What one cannot hold, or what had to be guessed, is told.
'timeline import FILE' turns one into an event file.

Only new, add, edit, remove and fmt write event files, each whole or not at all,
and never the one that is shipped. -o, --save and --report write what they name;
nothing that is there is replaced without --force, and nothing that is read.

'timeline new mine.yaml' begins a file that explains itself. An event needs a
title, and a date or a link that says its order (after, before, during).

Settings stand in timeline.toml: the nearest, from this folder upward, comes
before your own for all folders, key by key.
  timeline config                  what is set, by what, and where
  timeline config width 90         sets it in the nearest, else in your own
  timeline config --unset width    no longer; --edit opens the file

  default_file = "war.yaml"        what is read where no file is near; counts
                                   from the folder of timeline.toml
  width = 90                       as --width: cells of a line of a page
  color = "never"                  as --color: auto, always or never
  ascii = true                     as --ascii; --no-ascii undoes it
  brief = true                     as --brief; --no-brief undoes it
  deduce = true                    as --deduce; --no-deduce undoes it
  pager = "less -S"                as PAGER; in your own file alone
  cache = false                    no copies are kept: see timeline help cache
  [queries]                        below it NAME = "QUERY": see timeline help
                                   queries
"""

EXIT_CODES: Final = """\
What a run ends with

    0  fine; also where nothing was found
    1  problems were found in data: a file cannot be loaded, 'check' finds an
       error, 'fmt --check' something to change, 'diff --exit-code' a
       difference; or what was to be written could not be
    2  it was used wrongly: an option, a query or a name that does not exist
  130  it was interrupted with Ctrl-C

Answers go to standard output; counts, remarks and errors to standard error.
"""

ENVIRONMENT: Final = """\
Variables that are heeded

  TIMELINE_FILE         the file that is read where none is named (see timeline
                        help files)
  TIMELINE_TODAY        the day that counts as today, as --today
  TIMELINE_CACHE        off for no copies of the files that are read (see
                        timeline help cache)
  PAGER                 what shows a page that is longer than the screen; empty
                        or cat for none. Without it, less
  LESS, LV              how less and lv behave; FRX and -c where not set
  VISUAL, EDITOR        what 'edit' opens
  NO_COLOR              if set, no colours
  FORCE_COLOR           if set, colours also where a page goes into a pipe
  COLUMNS, LINES        how wide and how high the screen is
  TERM                  what the terminal can do; dumb: no colours, no pager
  XDG_CONFIG_HOME       where settings lie, and completion for fish (APPDATA on
                        Windows)
  XDG_CACHE_HOME        where the copies lie that 'timeline cache' shows
                        (LOCALAPPDATA on Windows)
  XDG_STATE_HOME        where 'explore' keeps its last state of each file
  XDG_DATA_HOME, ZDOTDIR
                        where completion for bash and zsh is put

An option goes before a variable, and that before the settings: the nearest
timeline.toml, then your own. See timeline help files, and timeline config.
"""

COLOURS: Final = """\
Colours and signs

Nothing is said by colour alone: each colour has a sign or a word beside it.

  --color never, NO_COLOR    no colours
  --color always             colours in a pipe too: timeline list --color always
  --color auto               colours on a terminal (this is so unless told)
  --ascii                    signs of ASCII alone; also where a terminal has no
                             others

  ● * confirmed      ◐ + reported      ○ o claimed      ◇ ! disputed
  ✕ x denied         · - no status
  ≈ ~ only possibly: a vague date, or an unknown grade, leaves it open
  The second of each is that of --ascii.
"""


def dates() -> str:
    """Return the forms of dates; it stands here since this page is loaded when it is asked for."""
    return guide.guide()
