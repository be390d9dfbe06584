from importlib.resources import files

import pytest

from dateline.knowledge.compact import read_pack
from dateline.knowledge.contexts import contexts_of, load_contexts, refine_contexts
from dateline.knowledge.ontology import load_ontology


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the army shell the town", ("military",)),
        ("the Army shell the town", ("military",)),
        ("the senate pass the decree", ("executive", "legislative")),
        ("a court try the general for war crime", ("legal", "human_rights")),
        ("he ask for asylum", ("asylum",)),
        ("the hacker steal the file", ("cyber",)),
        ("a pro - democracy march", ("pro_democracy",)),
        ("a pro-democracy march", ("pro_democracy",)),
        ("the da’esh fighter flee", ("terrorism",)),
        ("they embezzle a loan", ("economic", "corruption")),
        ("the man walk home", ()),
        ("", ()),
    ],
)
def test_contexts_of_words(words, expected):
    assert contexts_of(words.split()) == expected


def test_a_longer_cue_needs_all_of_its_words_side_by_side():
    assert contexts_of(["air", "force"]) == ("military",)
    assert contexts_of(["air", "strike", "force"]) == ()
    assert contexts_of(["air"]) == ()


def test_words_may_come_as_a_generator():
    assert contexts_of(word for word in ["peacekeeper"]) == ("peacekeeping",)


def test_every_context_of_the_ontology_has_cues():
    known = load_contexts()
    named = {name for names in known.words.values() for name in names}
    named |= {name for found in known.phrases.values() for _, names in found for name in names}
    assert named == set(load_ontology().contexts)


def test_no_cue_stands_twice_under_one_context():
    raw = read_pack(files("dateline.knowledge") / "data" / "contexts.toml")["cues"]
    for name, cues in raw.items():
        words = cues.split(", ")
        assert len(words) == len(set(words)), name
        assert all(word == word.strip().lower() for word in words), name


@pytest.mark.parametrize(
    ("contexts", "event", "sectors", "countries", "expected"),
    [
        (("diplomatic", "terrorism"), "ASSAULT", ["MIL"], ["USA"], ("military",)),
        (("terrorism",), "ASSAULT", ["REB"], [None], ("terrorism",)),
        (("terrorism",), "ACCUSE", ["GOV"], ["USA"], ("diplomatic", "terrorism")),
        ((), "CONSULT", [None], ["IGO"], ("diplomatic",)),
        ((), "AID", ["MIL"], [], ("military",)),
        ((), "PROTEST", ["GOV"], [], ()),
    ],
)
def test_participants_refine_contexts(contexts, event, sectors, countries, expected):
    assert refine_contexts(contexts, event, sectors=sectors, countries=countries) == expected
