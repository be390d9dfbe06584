import pytest

from dateline.events.draft import Filler
from dateline.events.facts import entities_of, facts_of, kinds_of, status_of_group
from dateline.language.trees import read_trees
from dateline.records import Count

TREES = (
    """Rebels rebel NOUN 2 nsubj
shelled shell VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
Jos _ PROPN 2 obj""",
    """Another another DET 2 det
attack _ NOUN 3 nsubj
ended end VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
in _ ADP 5 case
Gao _ PROPN 3 obl""",
)
NAMES = {
    "Rebels": {"kind": "armed_group", "country": "MLI", "sector": "REB"},
    "Jos": {"kind": "place", "country": "NGA"},
    "Gao": {"kind": "place", "country": "MLI"},
}
REBELS = (Filler("actor", (0, 0), "subj", "subject"), Filler("recipient", (0, 2), "obj", "object"))


@pytest.fixture
def read(by_hand):
    analysis = read_trees(*TREES)
    return analysis, by_hand(analysis, **NAMES)


def test_facts_gather_what_all_mentions_tell(read, draft):
    mentions = (
        draft(0, 1, fillers=REBELS, modes=("destroy", "aerial"), count=Count(2, 2, (0, 1))),
        draft(1, 1, pos="noun", frame="assault.attack", place=(1, 4)),
    )
    facts = facts_of(*read, mentions)
    assert facts.actors == {0}
    assert facts.actor_kinds == {("MLI", "REB")}
    assert facts.recipients == {1}
    assert facts.frames == {"assault.strike", "assault.attack"}
    assert facts.lemmas == {"shell", "attack"}
    assert facts.modes == {"aerial"}  # what is destroyed is an effect, and tells no two attacks apart
    assert [p.name for p in facts.places] == ["Gao"]
    assert facts.counts == {(2, 2)}
    assert (facts.sentence, facts.last) == (0, 1)


def test_determiner_and_word_class_are_those_of_the_first_mention(read, draft):
    noun = facts_of(*read, (draft(1, 1, pos="noun"),))
    assert (noun.noun, noun.determiner, noun.otherness) == (True, "another", True)
    assert facts_of(*read, (draft(0, 1), draft(1, 1, pos="noun"))).noun is False


def test_a_result_has_an_effect_and_nobody_who_acts(read, draft):
    assert facts_of(*read, (draft(0, 1, own_effect="killed"),)).result
    assert not facts_of(*read, (draft(0, 1, own_effect="killed", fillers=REBELS),)).result


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        ((("noun", "actual"),), "actual"),
        ((("noun", "future"), ("verb", "actual")), "actual"),
        ((("noun", "future"), ("noun", "actual")), "future"),
        ((("verb", "negated"), ("verb", "actual")), "negated"),
        ((("verb", "future"), ("adj", "negated")), "future"),
    ],
)
def test_verbs_decide_the_status_before_nouns(draft, mentions, status):
    assert status_of_group([draft(pos=pos, status=s) for pos, s in mentions]) == status


def test_tokens_without_an_entity_are_left_out(read):
    _, resolution = read
    assert entities_of(resolution, [(0, 0), (0, 1), (1, 4)]) == [0, 2]
    assert kinds_of(resolution, [0, 2]) == {("MLI", "REB"), ("MLI", None)}
