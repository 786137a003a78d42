"""The tree of reasons, and the terms that decided."""

from timeline.model.answers import Verdict
from timeline.query.logic import Reason
from timeline.views import why
from timeline.views.parts.look import Look

NO, MAYBE, YES = Verdict.NO, Verdict.MAYBE, Verdict.YES


def test_the_tree_joins_every_term_to_the_one_above():
    """The last part closes its branch; what is deeper stands further right."""
    leaf = Reason("a", YES)
    tree = Reason("all of", NO, parts=(Reason("any of", YES, parts=(leaf, leaf)), Reason("b", NO)))
    rows = [row.joint + row.reason.term for row in why.tree(tree, Look())]
    assert rows == ["all of", "├ any of", "│ ├ a", "│ └ a", "└ b"]
    rows = [row.joint + row.reason.term for row in why.tree(tree, Look(ascii=True))]
    assert rows == ["all of", "|- any of", "|  |- a", "|  `- a", "`- b"]


def test_the_terms_that_decided_are_named():
    """Of all-of the least, of any-of the greatest, of a negation what it negates."""
    maybe, yes, no = Reason("m", MAYBE), Reason("y", YES), Reason("n", NO)
    either = Reason("any of", MAYBE, parts=(maybe, no))
    turned = Reason("not", NO, parts=(yes,))
    assert [each.term for each in why.deciding(either)] == ["m"]
    assert [each.term for each in why.deciding(turned)] == ["y"]
    assert why.answer(yes) == "It matches."
    assert why.answer(Reason("all of", MAYBE, parts=(yes, either))) == (
        "It possibly matches: m may hold, or not."
    )
    assert why.answer(Reason("all of", NO, parts=(either, turned, no))) == (
        "It does not match because of y and n."
    )
    assert why.answer(Reason("all of", NO, parts=(no,) * 9)) == (
        "It does not match because of n, n and 7 more."
    )
