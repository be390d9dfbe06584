"""The cue pack holds together, and what does not is refused with its reason."""

import pytest

from dateline.errors import PackError
from dateline.knowledge.cues import build_cues, load_cues

WORDS = {"documents": [], "light": [], "withhold": [], "carriers": [], "headline_sources": []}


def _file(**fields):
    given = {
        "id": "say",
        "kind": "verb",
        "frames": ["clause"],
        "factuality": "CT+",
        "negated": "Uu",
        "entries": ["say"],
        "examples": [],
    }
    return {"version": 1, "words": WORDS, "class": [{**given, **fields}]}


def test_size():
    pack = load_cues()
    assert pack.size >= 350
    assert len(pack.classes) >= 40


def test_every_class_has_an_example_with_all_three_marks():
    for group in load_cues().classes:
        assert group.examples, group.id
        for example in group.examples:
            assert all(mark in example for mark in "[]<>{}"), example


def test_an_entry_with_more_dependents_goes_first():
    needs = [len(cue.needs) for cue in load_cues().verbs["make"]]
    assert needs == sorted(needs, reverse=True)
    assert load_cues().verbs["deny"][0].group.factuality == "CT-"


def test_phrases_are_found_by_their_first_word():
    assert [cue.lemma for cue in load_cues().phrases["according"]] == ["according to"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"frames": ["clauses"]}, "did you mean 'clause'"),
        ({"factuality": "CT"}, "no value 'CT'"),
        ({"entries": ["say", "say"]}, "twice"),
        ({"entries": ["say objc:word"]}, "no relation 'objc'"),
        ({"kind": "verbs"}, "verbs"),
        ({"color": "red"}, "color"),
    ],
)
def test_faults_are_named(fields, message):
    with pytest.raises(PackError, match=message):
        build_cues(_file(**fields))


def test_a_class_stands_there_once():
    content = _file()
    content["class"] *= 2
    with pytest.raises(PackError, match="twice"):
        build_cues(content)
