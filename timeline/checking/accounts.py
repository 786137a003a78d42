"""Rules about who says it: statements, disputes and the accounts of them."""

from collections.abc import Iterator

from timeline.checking.rule import Case, Fault, on
from timeline.inference.origins import against
from timeline.model.records import Event

_SEVERAL = 2


def statement_without_speaker(case: Case) -> Iterator[Fault]:
    """Find statements of which no key says who makes them."""
    for event in case.events:
        if event.kind == "statement" and not event.by:
            yield Fault(on(event, "kind"), "no key says who says this", "name them: by: [ID]")


def disputed_without_accounts(case: Case) -> Iterator[Fault]:
    """Find disputed events of which nobody's account is recorded."""
    for event in case.events:
        if event.status == "disputed" and not event.accounts:
            hint = "say who tells it how: accounts: [{by: [ID], says: What they say}, …]"
            spot = on(event, "status", event.status)
            yield Fault(spot, "disputed, and no account of it is recorded", hint)


def one_sided_dispute(case: Case) -> Iterator[Fault]:
    """Find disputed events of which only one side is recorded."""
    for event in case.events:
        if event.status == "disputed" and not _has_two_sides(case, event):
            hint = "cite who denies it, with stance: denies; or add the account of the other side"
            spot = on(event, "status", event.status)
            yield Fault(spot, "disputed, and nothing tells it otherwise", hint)


def _has_two_sides(case: Case, event: Event) -> bool:
    """Return whether something denies it, or it denies something, or two tell it differently."""
    links = [link.type for link in event.links]
    links += [type_ for type_, _ in case.timeline.links_to(event)]
    tellers = {account.by for account in event.accounts}
    denied = any(account.side == "denies" for account in event.accounts)
    several = len(tellers) >= _SEVERAL
    return "denies" in links or denied or several or against(event, case.timeline.sources).most > 0


def account_outside_date(case: Case) -> Iterator[Fault]:
    """Find accounts whose date cannot be that of their event."""
    for event in case.events:
        for account in event.accounts:
            if account.date and not event.date.overlaps(*account.date.possible):
                dates = account.date.describe(), event.date.describe()
                message = f"an account has {dates[0]}, which is not within {dates[1]}"
                hint = f"let the date of the event have every account's: {account.date.text}"
                yield Fault(on(event, "accounts", account.date.text), message, hint)
