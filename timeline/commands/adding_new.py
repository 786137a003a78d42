"""What the file does not know yet: it is offered to add it, key by key."""

from timeline.commands.add.answers import Answers
from timeline.commands.add.entries import KEYS, NEEDED, new_entries, suggested, understood
from timeline.commands.support import prompts
from timeline.errors import TimelineError
from timeline.model.records import ACTOR_KINDS, RELIABILITIES, Ids
from timeline.model.timeline import Timeline
from timeline.text import enumerated, quoted

_HINTS = {
    "kind": enumerated(ACTOR_KINDS, "or"),
    "aliases": "Other names, with semicolons between them.",
    "of": "Whom it belongs to, with semicolons between them.",
    "reliability": ", ".join(f"{grade} {words}" for grade, words in RELIABILITIES.items()),
}
_SKIPPED = ("note",)


def offered(registry: str, typed: str, said: Answers, timeline: Timeline, today: int) -> bool:
    """Offer to add *typed* to the *registry*; note it in *said* and return whether it is wanted."""
    noun = registry.removesuffix("s")
    if not prompts.sure(f"Add {quoted(typed)} as a new {noun}? [y/N] ", default="n"):
        return False
    found: dict[str, str] = {}
    for key in KEYS[registry]:
        if key not in _SKIPPED:
            begin = typed if key == NEEDED[registry] else ""
            if value := _value(registry, key, begin, timeline, today):
                found[key] = value
    taken = Ids([*getattr(timeline, registry), *_new_ids(registry, said, timeline, today)])
    found["id"] = prompts.line(prompts.labelled(" id"), begin=taken.free(suggested(found)))
    said.add(f"new_{noun}", ", ".join(f"{key}={value}" for key, value in found.items() if value))
    return True


def _value(registry: str, key: str, begin: str, timeline: Timeline, today: int) -> str:
    """Ask for a key's value until it can be understood, or is skipped if it may be."""
    if key in _HINTS:
        prompts.hint(_HINTS[key], beside=True)
    known = _known(key, timeline)
    while True:
        typed = prompts.line(prompts.labelled(f" {key}"), known, begin=begin)
        if not typed and key != NEEDED[registry]:
            return ""
        try:
            value = understood(key, typed, timeline, today)
        except TimelineError as error:
            prompts.say(str(error), beside=True)
        else:
            if value:
                return value if isinstance(value, str) else "; ".join(value)


def _known(key: str, timeline: Timeline) -> list[str]:
    if key == "of":
        return list(timeline.actors)
    if key == "kind":
        return list(ACTOR_KINDS)
    if key == "publisher":
        return sorted({source.publisher for source in timeline.sources.values()})
    return []


def _new_ids(registry: str, said: Answers, timeline: Timeline, today: int) -> list[str]:
    texts = getattr(said, f"new_{registry.removesuffix('s')}") or ()
    return [entry.id for entry in new_entries(registry, texts, timeline, today)]
