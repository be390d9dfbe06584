import pytest

from dateline.events.confidence import FEATURES, event_confidence, event_features, way_of
from dateline.knowledge.confidence import Confidence
from dateline.records import Entity, Mention, When, Why

NAMED = Entity("a1", "Salt River Brigade", "armed_group", (Mention((0, 3), (0, 3), "name"),))
VAGUE = Entity("a2", "men", "other", (Mention((0, 3), (0, 3), "nominal"),))
ENTITIES = {"a1": NAMED, "a2": VAGUE}


def there(event) -> set[str]:
    return {name for name, value in event_features(event, ENTITIES).items() if value}


@pytest.mark.parametrize(
    ("fields", "features"),
    [
        ({}, {"told", "apart"}),
        ({"actors": ("a1",)}, {"told", "apart", "named_actor"}),
        ({"actors": ("a2",)}, {"told", "apart"}),
        ({"objects": ("a2",)}, {"told", "apart", "target"}),
        ({"mentions": ((0, 1), (5, 9))}, {"told", "apart", "repeated"}),
        ({"when": When("2024-05-13", "2024-05-14", "day", "t1")}, {"told", "apart", "timed"}),
        ({"when": When("2024-05-13", "2024-05-14", "day", None, True)}, {"told", "apart"}),
        ({"status": "hypothetical"}, {"apart"}),
        ({"quad": "material cooperation"}, {"told"}),
    ],
)
def test_features(event, fields, features):
    assert there(event(**fields)) == features


def test_every_feature_has_words(event):
    assert set(event_features(event(), ENTITIES)) == set(FEATURES)


def test_more_reasons_make_an_event_surer(event):
    pack = Confidence(1, {"base": 0.0, "named_actor": 1.0, "told": 0.5}, {"base": 0.0}, {})
    bare = event_confidence(event(status="hypothetical"), ENTITIES, pack=pack)
    told = event_confidence(event(), ENTITIES, pack=pack)
    named = event_confidence(event(actors=("a1",)), ENTITIES, pack=pack)
    assert (bare, told, named) == (0.5, 0.62, 0.82)


@pytest.mark.parametrize(
    ("field", "rules", "way"),
    [
        ("actors", ["subj of 'hit' (subject)"], "own"),
        ("actors", ["subj of 'hit' (subject control)"], "shared"),
        ("actors", ["subj of 'hit' (subject control)", "poss of 'raid' (possessor)"], "own"),
        ("actors", ["the speaker of the claim does it by saying so"], "inferred"),
        ("recipients", ["obj.owner of 'hit' (owner inside object)"], "inferred"),
        ("actors", [], None),
        ("status", ["no operator"], "plain"),
        ("status", ["modal 'could'"], "operator"),
        ("place", ["place: in"], "own"),
        ("place", ["place: governing clause"], "shared"),
        ("place", ["place: inside the phrase of a participant"], "participant"),
        ("place", ["discourse: said at the meeting"], "discourse"),
        ("place", [], None),
        ("when", [], "default"),
        ("objects", ["obj of 'hit' (object)"], None),
    ],
)
def test_the_way_a_field_was_found(event, field, rules, way):
    assert way_of(event(why=tuple(Why(field, None, rule) for rule in rules)), field) == way
