import pytest

from dateline.errors import PackError
from dateline.knowledge.entries import Requirement, parse_entry

LISTS = {"weapons": frozenset({"gun", "bomb"})}


def need(*relations, preps="", words="", classes="", part=True):
    return Requirement(relations, frozenset(preps.split()), frozenset(words.split()), frozenset(classes.split()), part)


@pytest.mark.parametrize(
    ("text", "lemma", "requires"),
    [
        ("attack", "attack", ()),
        ("blow prt:up", "blow", (need("prt", words="up"),)),
        ("open obj:fire obl:on|at", "open", (need("obj", words="fire"), need("obl", preps="on at", part=False))),
        ("come obl:under=fire", "come", (need("obl", preps="under", words="fire"),)),
        ("strike compound|amod:air", "strike", (need("compound", "amod", words="air"),)),
        ("agree xcomp", "agree", (need("xcomp", part=False),)),
        ("murder obj:~judge|mayor", "murder", (need("obj", words="judge mayor", part=False),)),
        ("capture obj:PLACE|town", "capture", (need("obj", words="town", classes="PLACE", part=False),)),
        ("fire obj:@weapons", "fire", (need("obj", words="gun bomb", part=False),)),
        ("explode subj:bomb", "explode", (need("subj", words="bomb", part=False),)),
        ("mea_culpa", "mea culpa", ()),
        ("shoot obl:out_of=sky", "shoot", (Requirement(("obl",), frozenset({"out of"}), frozenset({"sky"})),)),
    ],
)
def test_notation(text, lemma, requires):
    assert parse_entry(text, LISTS) == (lemma, requires)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "write one blank"),
        ("open  obj:fire", "write one blank"),
        ("obj:fire", "starts with a lower-case lemma"),
        ("open object:fire", r"no relation 'object' \(did you mean"),
        ("open obj:fire|", "not a word"),
        ("open obj:fire:brush", "not a word"),
        ("take obj:PLCE", r"no class 'PLCE' \(did you mean 'PLACE'"),
        ("take obj:@weapon", r"no list '@weapon' \(did you mean 'weapons'"),
    ],
)
def test_errors(text, message):
    with pytest.raises(PackError, match=message):
        parse_entry(text, LISTS)
