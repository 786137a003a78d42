"""What came of reading event files, and where in them a finding stands.

Loading needs none of the modules that look into a file again, and must stay quick: they are
imported as modules, which wait until they are used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import cast

from timeline.loading import blocks, ignores, slips, spots
from timeline.loading import remarks as comments
from timeline.loading.documents import Document
from timeline.loading.problems import InvalidFile, Problem, Steps, report
from timeline.loading.quick import spots as quick
from timeline.model.file_fields import Fields, header_fields
from timeline.model.findings import Finding, Level, Registry, Spot
from timeline.model.records import Place
from timeline.model.timeline import Timeline


class Examination:
    """Event files: all their problems or, without any, their timeline."""

    def __init__(
        self, documents: Sequence[Document], timeline: Timeline | None, *, is_quick: bool = False
    ) -> None:
        """Keep the *documents*, and the *timeline* that they make if nothing is wrong.

        Where it *is_quick* they have no nodes, and their texts nothing that only nodes show.
        """
        self._documents = documents
        self.is_quick = is_quick
        self.timeline = timeline

    @property
    def problems(self) -> list[Problem]:
        """What keeps the files from loading, in the order of the files and of their lines."""
        return [problem for each in self._documents for problem in each.reader.problems]

    @property
    def uncounted(self) -> int:
        """How many problems there are beyond those that are kept."""
        return sum(each.reader.uncounted for each in self._documents)

    def sound(self) -> Timeline:
        """Return the timeline; raise `InvalidFile` with all problems where there is none."""
        if self.timeline is None:
            pages = {each.reader.file: each.reader.page for each in self._documents}
            raise InvalidFile(self.problems, pages, self.uncounted)
        return self.timeline

    def locate(self, findings: Iterable[Finding]) -> list[Problem]:
        """Return *findings* with their places, in the order of the files and of their lines.

        Those that a comment `# timeline: ignore NAME` beside them speaks of are left out.
        """
        problems = (
            self._locator.find(each.spot).problem(each, self._steps(each))
            for each in self.heard(findings)
        )
        return self.ordered(problems)

    def heard(self, findings: Iterable[Finding]) -> Sequence[Finding]:
        """Return those of *findings* that no comment speaks of, as `locate` places them."""
        if not self._ignores:
            return list(findings)
        owners = ((each, self._locator.owner(each.spot)) for each in findings)
        return [each for each, owner in owners if not self._is_ignored(each.rule, owner)]

    def _steps(self, finding: Finding) -> Steps:
        """Return what is wrong only together, each with its place."""
        return tuple((self._locator.find(step.spot).place, step.message) for step in finding.steps)

    def place(self, spot: Spot) -> Place | None:
        """Return where *spot* stands; None where nothing in the files says it."""
        found = self._locator.find(spot)
        if found.owner[0] == "timeline" != spot.registry:
            return None
        return found.place

    def slips(self, rules: Collection[str]) -> list[Problem]:
        """Return what the files say and loading passes over, as far as *rules* look for it.

        What a comment ignores is left out, as by `locate`.
        """
        problems: list[Problem] = []
        for document, texts in self._locator.suspects():
            found = [slip for slip in slips.slips(document, texts) if slip.rule in rules]
            for slip, owner in _owned(document, found):
                if not self._is_ignored(slip.rule, owner):
                    problems.append(_problem(document, slip, owner))
        return problems

    def unused_ignores(self, rules: Collection[str], known: Collection[str]) -> list[Problem]:
        """Return the comments that ignored nothing when `locate` was given all of *rules*.

        A name that is not among the *known* ones is among them.
        """
        return [each for mark in self._ignores for each in ignores.unused(mark, rules, known)]

    def remarks(self) -> comments.Remarks:
        """Return the comments of the files, by what they stand above."""
        return comments.remarks(self._documents)

    def heads(self) -> dict[str, Fields]:
        """Return what each file says under `timeline:`."""
        return {each.reader.file: header_fields(each) for each in self._documents}

    def ordered(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return *problems* in the order of the files and of their lines."""
        files = {each.reader.file: at for at, each in enumerate(self._documents)}

        def order(problem: Problem) -> tuple[int, int, int, str]:
            place = problem.place
            return files[place.file], place.line, place.column, problem.rule

        return sorted(problems, key=order)

    def report(self, problem: Problem) -> str:
        """Return *problem* in words, with its line, a caret, its level and its rule."""
        file = problem.place.file
        page = next(each.reader.page for each in self._documents if each.reader.file == file)
        return report(problem, page, named=True)

    def _is_ignored(self, rule: str, owner: spots.Owner | None) -> bool:
        """Return whether a comment beside *owner* ignores *rule*; each that does is now used."""
        marks = self._owned.get(owner, ()) if owner else ()
        return bool([mark for mark in marks if mark.ignores(rule)])

    @cached_property
    def _locator(self) -> spots.Locator:
        locator = quick.QuickLocator if self.is_quick else spots.Locator
        return locator(self._documents)

    @cached_property
    def _owned(self) -> dict[spots.Owner, list[ignores.Ignore]]:
        owned: dict[spots.Owner, list[ignores.Ignore]] = {}
        for mark in self._ignores:
            if mark.owner:
                owned.setdefault(mark.owner, []).append(mark)
        return owned

    @cached_property
    def _ignores(self) -> list[ignores.Ignore]:
        return [mark for each in self._locator.marked() for mark in ignores.ignores(each)]


def _owned(
    document: Document, found: Sequence[slips.Slip]
) -> Iterator[tuple[slips.Slip, spots.Owner | None]]:
    """Yield each of the slips that were *found*, with the entry that it belongs to."""
    if not found:
        return
    cut = blocks.Blocks(document)
    for slip in found:
        yield slip, slip.owner or cut.owner(slip.line, slip.column)


def _problem(document: Document, slip: slips.Slip, owner: spots.Owner | None) -> Problem:
    place = Place(document.reader.file, slip.line, slip.column)
    spot = Spot(cast(Registry, owner[0]), owner[1], slip.key) if owner else None
    how = (slip.message, slip.hint, slip.width, slip.rule, Level.warning, spot)
    return Problem(place, *how)
