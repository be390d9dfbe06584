import pytest

from dateline.events.anchors import find_anchors
from dateline.events.drafting import draft_of
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees
from dateline.records import Place

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
NAMES = {
    "Rebels": {"kind": "armed_group", "sector": "REB"},
    "Chad": {"kind": "country", "country": "TCD"},
    "Togo": {"kind": "country", "country": "TGO"},
    "Jos": {"kind": "place", "country": "NGA", "place": Place(9.9, 8.9, 1, "NGA", None, None, 1)},
}


def drafted(by_hand, table, **more):
    analysis = read_trees(table)
    resolution = by_hand(analysis, **NAMES)
    anchors, _ = find_anchors(analysis, resolution, 0, load_frames())
    others = {a.token: a for a in anchors}
    given = {"time": None, "effects": (), "reported": False, "published": "2024-05-15", "historical": None, **more}
    return [draft_of(analysis, resolution, 0, a, load_frames(), others=others, **given) for a in anchors]


SHELLED = (
    f"Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root {FIN}\nthe the DET 4 det\nmarket _ NOUN 2 obj\n"
    "in _ ADP 6 case\nJos _ PROPN 2 obl\nwith _ ADP 8 case\nmortars mortar NOUN 2 obl"
)


def test_everything_a_clause_says_of_an_attack(by_hand):
    (draft,) = drafted(by_hand, SHELLED)
    assert (draft.event, draft.status, draft.place, draft.keys("actor")) == ("ASSAULT", "actual", (0, 5), ((0, 0),))
    assert "heavy-weapons" in draft.modes
    assert draft.keys("instrument") == ((0, 7),)
    assert {w.field for w in draft.why} >= {"event", "actors", "status", "place"}
    assert draft.echo == ()


def test_a_promised_act_of_cooperation_is_an_agreement(by_hand):
    table = "Chad _ PROPN 3 nsubj\nwill _ AUX 3 aux VerbForm=Fin\nhelp _ VERB 0 root VerbForm=Inf\nTogo _ PROPN 3 obj"
    promised = [d for d in drafted(by_hand, table) if d.frame.startswith(("aid", "support"))]
    assert [(d.event, d.status, d.modes) for d in promised] == [("AGREE", "future", ())]


def test_a_bare_noun_is_an_echo_and_one_with_an_actor_is_not(by_hand):
    bare = f"The the DET 2 det\nattack _ NOUN 3 nsubj\nshocked shock VERB 0 root {FIN}\nvillagers villager NOUN 3 obj"
    (draft,) = [d for d in drafted(by_hand, bare) if d.pos == "noun"]
    assert draft.echo == ("ASSAULT",)
    owned = f"The the DET 2 det\nattack _ NOUN 5 nsubj\nby _ ADP 4 case\nRebels rebel NOUN 2 nmod\nshocked shock VERB 0 root {FIN}\nvillagers villager NOUN 5 obj"
    (draft,) = [d for d in drafted(by_hand, owned) if d.pos == "noun"]
    assert (draft.echo, draft.keys("actor")) == ((), ((0, 3),))


@pytest.mark.parametrize(("adjective", "recent"), [("recent", True), ("earlier", True), ("brutal", False)])
def test_recent_events_lie_before_the_text(by_hand, adjective, recent):
    table = (
        f"The the DET 3 det\n{adjective} _ ADJ 3 amod\nattack _ NOUN 6 nsubj\nby _ ADP 5 case\nRebels rebel NOUN 3 nmod\nshocked shock VERB 0 root {FIN}\n"
        "villagers villager NOUN 6 obj"
    )
    assert [d.recent for d in drafted(by_hand, table) if d.pos == "noun"] == [recent]


def test_a_place_fronted_in_the_governing_clause(by_hand):
    table = (
        f"In _ ADP 2 case\nJos _ PROPN 4 obl\nRebels rebel NOUN 4 nsubj\nplanned plan VERB 0 root {FIN}\nto _ PART 6 mark\nbomb _ VERB 4 xcomp VerbForm=Inf\n"
        "depots depot NOUN 6 obj"
    )
    (bombing,) = [d for d in drafted(by_hand, table) if d.token == 5]
    assert (bombing.place, bombing.status) == ((0, 1), "future")


def test_history_is_marked_with_its_reason(by_hand):
    (draft,) = drafted(by_hand, SHELLED, historical=("time far before publication", (0, 6)))
    assert draft.historical
    assert [(w.span, w.rule) for w in draft.why if w.field == "historical"] == [((0, 6), "time far before publication")]
