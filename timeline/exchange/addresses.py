"""Addresses of the web, in whatever a file has for them."""

import re
from functools import lru_cache
from urllib.parse import urlsplit


def is_url(text: str) -> bool:
    """Return whether *text* is one http(s) address."""
    return text.startswith(("http://", "https://")) and " " not in text and bool(host(text))


_PLAIN = re.compile(r"https?://([A-Za-z0-9.-]+)(?::[0-9]+)?(?:[/?#][!-~]*)?")


@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """Return the host of an http(s) address without `www.`, "" for anything else."""
    if plain := _PLAIN.fullmatch(url):
        return plain[1].lower().removeprefix("www.")
    try:
        parts = urlsplit(url)
        name = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    return name.removeprefix("www.")
