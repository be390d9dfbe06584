"""Claims by offset."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.attribution import Attribution
from dateline.claims.standing import Index


def _attribution(*content):
    return Attribution(
        source_key=None,
        source_span=None,
        cue_span=None,
        cue_key=None,
        content=content,
        style="indirect",
        addressee_key=None,
        via=None,
        factuality="CT+",
        rule="",
        confidence=1.0,
    )


def test_outermost_first():
    index = Index((_attribution((10, 20)), _attribution((0, 30)), _attribution((12, 15), (40, 50))))
    assert index.holding(13, 14) == (1, 0, 2)
    assert index.holding(45, 46) == (2,)
    assert index.holding(30, 35) == ()


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=8), spans)
def test_holds_what_a_scan_finds(contents, place):
    index = Index(tuple(_attribution(span) for span in contents))
    expected = {n for n, (a, b) in enumerate(contents) if a <= place[0] and place[1] <= b}
    assert set(index.holding(*place)) == expected
