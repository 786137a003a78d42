"""How long after an event a source first told it → words, lines, data. No Rich here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.inference.known import Report
from timeline.model.timeline import Timeline
from timeline.rendering.forms.data import answer_data, match_data, when_data
from timeline.rendering.forms.lines import SURE
from timeline.rendering.look import Look
from timeline.text import counted, visible


def lag_words(report: Report, look: Look) -> str:
    """Return the lag in words: "told 5 days later", "told ≈0–30 days later".

    A source without a date may be earlier: "told 5 days later at the latest".
    """
    if not report.match.event.sources:
        return "told by no source"
    if report.least is None or report.most is None:
        return _unlimited(report)
    latest = " at the latest" if report.undated else ""
    if report.least == report.most:
        about = "" if report.sure or report.undated else look.maybe
        return f"told {about}{_days_later(report.least)}{latest}"
    if report.least < 0 < report.most:
        days = f"{-report.least:,} days before to {report.most:,} days later"
    else:
        low, high = sorted((abs(report.least), abs(report.most)))
        days = f"{low:,}{look.dash}{high:,} days {'before' if report.most <= 0 else 'later'}"
    return f"told {look.maybe}{days}{latest}"


def _unlimited(report: Report) -> str:
    """Return the words for a lag of which one end is known at most."""
    if report.least is not None and report.least > 0 and not report.undated:
        return f"told at least {_days_later(report.least)}"
    if report.most is not None:
        return f"told {_days_later(report.most)} at the latest"
    return "told on a day unknown" if report.date is None else "told some time later"


def _days_later(days: int) -> str:
    if not days:
        return "the same day"
    return f"{counted(abs(days), 'day')} {'later' if days > 0 else 'before'}"


def report_lines(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a line for each event.

    First report and event date (EDTF), least and most days between them, status,
    title, id, and `certain` or `possible`.
    """
    for each in reports:
        event = each.match.event
        told = each.date.text if each.date else ""
        days = ("" if bound is None else str(bound) for bound in (each.least, each.most))
        sure = SURE[each.match.certain]
        row = (told, event.date.text, *days, event.status, event.title, event.id, sure)
        yield "\t".join(map(visible, row))


def report_rows(reports: Sequence[Report], timeline: Timeline) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event, with its first report and the lag in days."""
    for each in reports:
        told = when_data(each.date) if each.date else None
        lag = {"least": each.least, "most": each.most, "certain": each.sure}
        yield {**match_data(each.match, timeline), "known": told, "lag_days": lag}


def reports_data(reports: Sequence[Report], timeline: Timeline, asked: str) -> Mapping[str, Any]:
    """Return the whole answer: what was asked, and the events by first report."""
    return {
        **answer_data(timeline, asked),
        "events": list(report_rows(reports, timeline)),
    }
