"""Small event files, by their text."""

import pytest

from timeline.errors import TimelineError
from timeline.loading.load import load


@pytest.fixture(name="loaded")
def _loaded(tmp_path, monkeypatch):
    """Return a function: the timeline of the files whose texts are given by name."""
    monkeypatch.chdir(tmp_path)

    def loaded(text=None, name="f.yaml", today=None, **more):
        texts = {name: text} if text is not None else {}
        texts |= {key.replace("_", "."): value for key, value in more.items()}
        for each, content in texts.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / each).write_bytes(data)
        return load(*texts, today=today)

    return loaded


@pytest.fixture(name="report")
def _report(loaded):
    """Return a function: what is said about the files, "" if nothing is wrong."""

    def report(*args, **kwargs):
        try:
            loaded(*args, **kwargs)
        except TimelineError as error:
            return str(error)
        return ""

    return report
