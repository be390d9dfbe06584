import pytest

from dateline.errors import PackError
from dateline.knowledge.conditions import Condition, parse_alternatives, parse_condition

NONE = frozenset()
LISTS = {"sport": frozenset({"team", "driver:taxi"})}


def condition(slot, *, preps="", words="", classes="", negated=False, inner="", pairs=""):
    return Condition(
        slot,
        frozenset(preps.split()),
        frozenset(words.split()),
        frozenset(classes.split()),
        negated,
        inner,
        frozenset(pairs.split()),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("obj", condition("obj")),
        ("!iobj", condition("iobj", negated=True)),
        ("obj:deal|pose", condition("obj", words="deal pose")),
        ("subj:HUMAN|crowd", condition("subj", words="crowd", classes="HUMAN")),
        ("obl:with", condition("obl", preps="with")),
        ("obl:with|using:WEAPON|knife", condition("obl", preps="with using", words="knife", classes="WEAPON")),
        ("!obl:at", condition("obl", preps="at", negated=True)),
        ("advcl:when:crash", condition("advcl", preps="when", words="crash")),
        ("comp:attack", condition("comp", words="attack")),
        ("obj:amod:record|film", condition("obj", words="record film", inner="amod")),
        ("subj:nmod:of:opinion", condition("subj", words="opinion", inner="nmod")),
        ("subj:driver:taxi|coach", condition("subj", words="coach", pairs="driver:taxi")),
        ("subj:@sport|AGENT", condition("subj", words="team", classes="AGENT", pairs="driver:taxi")),
    ],
)
def test_notation(text, expected):
    assert parse_condition(text, LISTS) == expected


def test_a_blank_inside_a_preposition():
    assert parse_condition("obl:because_of:war").preps == {"because of"}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("obj:war", ["obj"]),
        ("subj:AGENT or obl:by:GROUP or !obj", ["subj", "obl", "obj"]),
        ("nmod:between:AGENT|nmod:with:AGENT|subj:AGENT", ["nmod", "nmod", "subj"]),
        ("obj:subj|obj", ["obj"]),
    ],
)
def test_alternatives(text, slots):
    assert [c.slot for c in parse_alternatives(text)] == slots


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("object:war", r"no slot 'object' \(did you mean"),
        ("obj:HUMN", r"no class 'HUMN' \(did you mean 'HUMAN'"),
        ("obj:a||b", "an empty test"),
        ("obj:@sprt", r"no list '@sprt' \(did you mean 'sport'"),
        ("obj:a:b:c", "is not `head:modifier`"),
    ],
)
def test_errors(text, message):
    with pytest.raises(PackError, match=message):
        parse_condition(text, LISTS)
