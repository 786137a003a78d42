"""What came of reading event files, and where in them a finding stands."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from timeline.loading.documents import Document
from timeline.loading.problems import InvalidFile, Problem, report
from timeline.model.findings import Finding, Level, Registry, Spot
from timeline.model.records import Place
from timeline.model.timeline import Timeline

if TYPE_CHECKING:
    from timeline.loading.ignores import Ignore
    from timeline.loading.remarks import Remarks
    from timeline.loading.slips import Slip
    from timeline.loading.spots import Locator, Owner


class Examination:
    """Event files: all their problems or, without any, their timeline."""

    def __init__(self, documents: Sequence[Document], timeline: Timeline | None) -> None:
        """Keep the *documents*, and the *timeline* that they make if nothing is wrong."""
        self._documents = documents
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
        problems = []
        for finding in findings:
            found = self._locator.find(finding.spot)
            marks = self._owned.get(found.owner, ())
            if not [mark for mark in marks if mark.ignores(finding.rule)]:
                problems.append(found.problem(finding))
        return self.ordered(problems)

    def slips(self, rules: Collection[str]) -> list[Problem]:
        """Return what the files say and loading passes over, as far as *rules* look for it.

        What a comment ignores is left out, as by `locate`.
        """
        from timeline.loading.blocks import Blocks  # noqa: PLC0415  for `check` only
        from timeline.loading.slips import slips  # noqa: PLC0415

        problems = []
        for document in self._documents:
            found = [slip for slip in slips(document) if slip.rule in rules]
            blocks = Blocks(document) if found else None
            for slip in found:
                owner = slip.owner or (blocks.owner(slip.line, slip.column) if blocks else None)
                marks = self._owned.get(owner, ()) if owner else ()
                if not [mark for mark in marks if mark.ignores(slip.rule)]:
                    problems.append(_problem(document, slip, owner))
        return problems

    def unused_ignores(self, rules: Collection[str], known: Collection[str]) -> list[Problem]:
        """Return the comments that ignored nothing when `locate` was given all of *rules*.

        A name that is not among the *known* ones is among them.
        """
        from timeline.loading.ignores import unused  # noqa: PLC0415  for `check --strict` only

        return [problem for mark in self._ignores for problem in unused(mark, rules, known)]

    def remarks(self) -> "Remarks":
        """Return the comments of the files, by what they stand above."""
        from timeline.loading.remarks import remarks  # noqa: PLC0415  to write them anew only

        return remarks(self._documents)

    def ordered(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return *problems* in the order of the files and of their lines."""
        files = {each.reader.file: at for at, each in enumerate(self._documents)}
        return sorted(
            problems,
            key=lambda each: (
                files[each.place.file],
                each.place.line,
                each.place.column,
                each.rule,
            ),
        )

    def report(self, problem: Problem) -> str:
        """Return *problem* in words, with its line, a caret, its level and its rule."""
        page = next(
            each.reader.page for each in self._documents if each.reader.file == problem.place.file
        )
        return report(problem, page, named=True)

    # Loading needs none of these, and must stay quick.

    @cached_property
    def _locator(self) -> "Locator":
        from timeline.loading.spots import Locator  # noqa: PLC0415

        return Locator(self._documents)

    @cached_property
    def _owned(self) -> "dict[Owner, list[Ignore]]":
        owned: dict[Owner, list[Ignore]] = {}
        for mark in self._ignores:
            if mark.owner:
                owned.setdefault(mark.owner, []).append(mark)
        return owned

    @cached_property
    def _ignores(self) -> "list[Ignore]":
        from timeline.loading.ignores import ignores  # noqa: PLC0415

        return [mark for each in self._documents for mark in ignores(each)]


def _problem(document: Document, slip: "Slip", owner: "Owner | None") -> Problem:
    place = Place(document.reader.file, slip.line, slip.column)
    spot = Spot(cast(Registry, owner[0]), owner[1], slip.key) if owner else None
    how = (slip.message, slip.hint, slip.width, slip.rule, Level.warning, spot)
    return Problem(place, *how)
