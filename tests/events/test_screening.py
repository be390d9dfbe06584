import pytest

from dateline.events.anchors import find_anchors
from dateline.events.screening import load_domains, screen
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
ARMY = {"army": {"kind": "military", "sector": "MIL"}, "Army": {"kind": "military", "sector": "MIL"}}


def screened(by_hand, table, **entities):
    analysis = read_trees(table)
    resolution = by_hand(analysis, **entities)
    anchors, _ = find_anchors(analysis, resolution, 0, load_frames())
    assert anchors, "nothing to screen"
    kept, refused = screen(analysis, resolution, 0, anchors)
    tokens = analysis.sentences[0].tokens
    return [tokens[a.token].form for a in kept], [(tokens[r.token].form, r.reason) for r in refused]


SPORT = (
    f"The the DET 2 det\nguests guest NOUN 3 nsubj\nattacked attack VERB 0 root {FIN}\nthem they PRON 3 obj\n"
    "after _ ADP 7 case\nthe the DET 7 det\nmatch _ NOUN 3 obl"
)


def test_a_word_of_sport_explains_force_away(by_hand):
    assert screened(by_hand, SPORT) == ([], [("attacked", "'attacked' in a sentence about sport ('match')")])


def test_unless_somebody_bears_arms(by_hand):
    table = SPORT.replace("guests guest", "army army")
    assert screened(by_hand, table, **ARMY) == (["attacked"], [])


RELIEF = (
    f"Strangers stranger NOUN 2 nsubj\n{{verb}} VERB 0 root {FIN}\nthe the DET 4 det\nvillagers villager NOUN 2 obj\n"
    "after _ ADP 7 case\nthe the DET 7 det\nquake _ NOUN 2 obl"
)


def test_relief_after_a_quake_stands_and_force_does_not(by_hand):
    assert screened(by_hand, RELIEF.format(verb="helped help"))[0] == ["helped"]
    kept, refused = screened(by_hand, RELIEF.format(verb="attacked attack"))
    assert (kept, [word for word, _ in refused]) == ([], ["attacked"])


def test_what_happens_in_a_film_never_happened(by_hand):
    table = (
        f"In _ ADP 3 case\nthe the DET 3 det\nfilm _ NOUN 6 obl\nthe the DET 5 det\narmy _ NOUN 6 nsubj\nattacked attack VERB 0 root {FIN}\n"
        "the the DET 8 det\npalace _ NOUN 6 obj"
    )
    kept, refused = screened(by_hand, table, **ARMY)
    assert (kept, [word for word, _ in refused]) == ([], ["attacked"])


@pytest.mark.parametrize("domain", load_domains().domain, ids=lambda d: d.id)
def test_no_word_of_a_domain_is_a_sign_of_arms(domain):
    assert not set(domain.words) & load_domains().arms
    assert len(set(domain.words)) == len(domain.words)
