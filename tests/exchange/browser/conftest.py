"""Chromium without a screen, and pages in it; skipped where one of them is missing."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]


@pytest.fixture(name="chromium", scope="module")
def _chromium():
    """Start the browser; it ends with its tests: while it runs, no other may run a loop."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("there is no chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(name="opened")
def _opened(chromium):
    """Open a file in a browser of its own; in the end, nothing may have gone wrong there."""
    contexts, faults = [], []

    def opened(path, fragment="", **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (faults.append("a dialog"), dialog.dismiss()))
        page.on("request", lambda request: _local(request.url) or faults.append(request.url))
        page.goto(Path(path).as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _local(url):
    return urlsplit(url).scheme in {"file", "data"}
