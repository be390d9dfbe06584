"""Which claim stands in which."""

from msgspec.structs import replace

from dateline.claims.drafts import Draft
from dateline.claims.nesting import enclosing


def _draft(cue, *spans):
    return Draft(
        sentence=0,
        cue=cue,
        cue_span=(cue, cue + 1),
        spans=spans,
        heads=(),
        source=None,
        source_span=None,
        addressee=None,
        value="CT+",
        rule="",
        confidence=1.0,
    )


def test_the_smallest_that_holds_the_cue():
    outer, middle, inner, other = _draft(0, (2, 40)), _draft(5, (10, 30)), _draft(12, (15, 20)), _draft(50, (52, 60))
    assert enclosing([outer, middle, inner, other]) == [None, 0, 1, None]


def test_two_claims_never_hold_each_other():
    assert enclosing([_draft(5, (10, 20)), _draft(12, (0, 9))]) == [None, None]


def test_hung_on_another_cue():
    main, behind = _draft(3, (10, 20)), _draft(1, (10, 20))
    assert enclosing([main, replace(behind, outer=(0, 3))]) == [None, 0]
