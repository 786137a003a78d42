"""Run the timeline explorer from a checkout: `python cli.py list`."""

from timeline.commands import main

if __name__ == "__main__":
    main()
