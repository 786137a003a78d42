"""Run the timeline explorer as a module: `python -m timeline list`."""

from timeline.commands import main

if __name__ == "__main__":
    main()
