"""The questions about what a new event rests on: who says so, on which side, who tells it how."""

from collections.abc import Iterator, Sequence

from timeline.commands.add.answers import Answers
from timeline.commands.add.offers import Ground, more, value
from timeline.commands.add.pairs import written
from timeline.commands.add.question import Question, ask
from timeline.commands.add.values import OF_USE, Known, account, citation, use
from timeline.commands.support import prompts
from timeline.model.evidence import ACCOUNT
from timeline.model.keys import Key
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.query import choice

_SAID = ("claimed", "denied")
NAMES = "Tab completes names that are known; several with commas, or in lines."
_TELLERS = "Who tells it so, several with commas. Enter ends."
_BESIDE_ACCOUNT = tuple(key for key in OF_USE if key.name not in ACCOUNT.names)


def about_evidence(said: Answers, ground: Ground) -> Iterator[Question]:
    """Yield the questions that make sense after what is *said*: none is asked for nothing."""
    if said.by or said.kind == "statement" or said.status in _SAID:
        yield actors(EVENT["by"], "Said by", f"Who says or claims it. {NAMES}", ground)
    yield sources("Sources", OF_USE, said, ground)
    if said.account or _is_disputed(said):
        yield Question(
            "account",
            "Accounts",
            lambda text: _account(text, said, ground),
            hint="Who tells it how, where they differ: an account at a time.",
            own=lambda: _ask_accounts(said, ground),
        )


def _is_disputed(said: Answers) -> bool:
    sides = (details for _, details in map(use, said.said("source")))
    return said.status == "disputed" or any("stance=denies" in details for details in sides)


def actors(key: Key, label: str, hint: str, ground: Ground) -> Question:
    """Return the question for which actors a *key* names."""
    timeline = ground.timeline
    return Question(
        key.option,
        label,
        lambda text: _actor(text, timeline),
        [name for actor in timeline.actors.values() for name in actor.names[1:]],
        hint,
        registry="actors",
        several=True,
        commas=True,
    )


def _actor(text: str, timeline: Timeline) -> tuple[str, str]:
    id_ = choice.actor(text, timeline)
    return id_, prompts.dotted(id_, timeline.actor_name(id_))


def sources(label: str, keys: Sequence[Key], said: Answers, ground: Ground) -> Question:
    """Return the question for sources, of which more may be said by *keys*."""
    return Question(
        "source",
        label,
        lambda text: _source(text, ground.timeline),
        ground.timeline.sources,
        "Each in a line: an id, a publisher or an address.",
        registry="sources",
        several=True,
        further=lambda text: _with_more(text, keys, said, ground),
    )


def _source(text: str, timeline: Timeline) -> tuple[str, str]:
    cited = citation(text, Known(timeline))
    if isinstance(cited, str):
        return cited, _about_source(cited, timeline)
    id_, (_, details) = cited["source"], use(text)
    return f"{id_},{details}", _about_source(id_, timeline)


def _about_source(id_: str, timeline: Timeline) -> str:
    source = timeline.sources.get(id_)
    if not source:
        return prompts.dotted(id_)
    return prompts.dotted(id_, source.publisher, source.title)


def _with_more(text: str, keys: Sequence[Key], said: Answers, ground: Ground) -> str:
    """Return a citation with what else is said of it by *keys*, where nothing is yet."""
    name, details = use(text)
    if details:
        return text
    found = written(more(keys, ground.known(said), ground.today))
    return f"{name},{found}" if found else text


def _account(text: str, said: Answers, ground: Ground) -> tuple[str, str]:
    told = account(text, ground.known(said), ground.today)
    return text, prompts.dotted("; ".join(told.get("by", ())), told.get("says", ""))


def _ask_accounts(said: Answers, ground: Ground) -> None:
    """Ask for an account, and for the next one, until nobody is named."""
    label = "Accounts"
    while text := _asked_account(label, said, ground):
        said.note_value("account", text, several=True)
        label = "Next account"


def _asked_account(label: str, said: Answers, ground: Ground) -> str:
    """Return an account, as the option has it; "" where nobody is named who tells it."""
    told = Answers(new_actor=said.new_actor, new_source=said.new_source)
    ask(actors(ACCOUNT["by"], label, _TELLERS, ground), told, ground)
    if not told.by:
        return ""
    found = {"by": "; ".join(told.by)}
    for key in ACCOUNT.keys:
        if key.kind == "citations":
            ask(sources(" sources", _BESIDE_ACCOUNT, told, ground), told, ground)
        elif key.name != "by":
            found[key.name] = value(key, ground.known(told), ground.today)
    said.new_actor, said.new_source = told.new_actor, told.new_source
    uses = (f"source={each}" for each in told.said("source"))
    return ", ".join([written(found), *uses])
