import pytest

from dateline.errors import PackError
from dateline.knowledge.frame_files import Shared, add_patterns, build_frame, read_file
from dateline.knowledge.ontology import load_ontology

PATTERNS = {
    "pattern": {"act": {"verb": {"subj": "actor", "obj": "recipient"}, "noun": {"poss": "actor"}}},
    "instrument_modes": {"ASSAULT": {"heavy-weapons": ["mortar", "howitzer"]}},
    "lists": {"bodies": ["cabinet", "senate"]},
}


def shared(raw=PATTERNS):
    made = Shared()
    add_patterns("patterns.toml", raw, made, {}, load_ontology())
    return made


def frame(**fields):
    raw = read_file(
        "f.toml", {"type": "ASSAULT", "frame": [{"id": "x.y", "verbs": ["hit"], "pattern": "act", **fields}]}
    )
    return build_frame(raw.frame[0], raw.type, "f.toml", shared(), load_ontology())


def test_roles_of_the_frame_join_those_of_its_pattern():
    made = frame(roles={"obl:on|upon": "recipient", "nmod:of": "recipient", "obj": "object", "obl:for.owner": "topic"})
    assert made.verb_roles == {
        "subj": "actor",
        "obj": "object",
        "obl:on": "recipient",
        "obl:upon": "recipient",
        "obl:for.owner": "topic",
    }
    assert made.noun_roles == {"poss": "actor", "nmod:of": "recipient"}


def test_blocks_on_the_same_slot_become_one_and_lists_are_filled_in():
    made = frame(blocks=["obj:deal|pose", "obj:chord", "subj:@bodies"])
    assert [(b.slot, sorted(b.words)) for b in made.blocks] == [
        ("obj", ["chord", "deal", "pose"]),
        ("subj", ["cabinet", "senate"]),
    ]


def test_what_patterns_define_for_all():
    assert shared().instrument_modes == {"ASSAULT": {"mortar": "heavy-weapons", "howitzer": "heavy-weapons"}}


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"verbs": []}, "neither verbs nor nouns"),
        ({"pattern": "acts"}, "did you mean 'act'"),
        ({"modes": ["aeriel"]}, "aerial"),
        ({"effect": "kiled"}, "did you mean 'killed'"),
        ({"status": "ungoing"}, "did you mean 'ongoing'"),
        ({"roles": {"subject": "actor"}}, "no slot 'subject'"),
        ({"roles": {"subj": "acter"}}, "did you mean 'actor'"),
        ({"roles": {"obj.owners": "actor"}}, "did you mean 'owner'"),
        ({"blocks": ["obj:HUMANS"]}, "did you mean 'HUMAN'"),
        ({"blocks": ["subj:@body"]}, "no list '@body'"),
        ({"verb": ["hit"]}, "did you mean 'verbs'"),
        ({"strength": "weakish"}, "frame 'x.y'"),
    ],
)
def test_errors_name_the_nearest_right_thing(fields, part):
    with pytest.raises(PackError) as error:
        frame(**fields)
    assert part in str(error.value)


def test_a_pattern_has_one_name():
    made, named = Shared(), {}
    add_patterns("a.toml", PATTERNS, made, named, load_ontology())
    with pytest.raises(PackError, match=r"b\.toml: pattern 'act' stands in a\.toml already"):
        add_patterns("b.toml", PATTERNS, made, named, load_ontology())
