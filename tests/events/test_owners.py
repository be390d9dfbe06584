from dateline.events.owners import owners
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"


def words(analysis, keys):
    return [analysis.sentences[s].tokens[t].form for s, t in keys]


def owners_of(analysis, resolution, word):
    token = next(t for t in analysis.sentences[0].tokens if t.form == word)
    return words(analysis, owners(analysis, resolution, (0, token.i)))


def test_owner_by_possessive_participle_and_place(by_hand):
    analysis = read_trees(
        f"Facilities facility NOUN 0 root\nlocated locate VERB 1 acl {PART}\nat _ ADP 5 case\na a DET 5 det\npost _ NOUN 2 obl\n"
        f"used use VERB 5 acl {PART}\nby _ ADP 8 case\nmilitants militant NOUN 6 obl:agent"
    )
    resolution = by_hand(analysis, militants={"kind": "armed_group", "sector": "REB"}, Facilities={"kind": "facility"})
    assert owners_of(analysis, resolution, "post") == ["militants"]
    assert owners_of(analysis, resolution, "Facilities") == ["militants"]


def test_owner_of_a_held_building(by_hand):
    analysis = read_trees(
        f"a a DET 5 det\nrebel _ NOUN 4 compound\n~- - PUNCT 2 punct\n~held hold VERB 5 amod {PART}\nbuilding _ NOUN 0 root"
    )
    resolution = by_hand(analysis, rebel={"kind": "armed_group"}, building={"kind": "facility"})
    assert owners_of(analysis, resolution, "building") == ["rebel"]


def test_the_nation_of_an_army_owns_nothing_beside_it(by_hand):
    analysis = read_trees("Chilean _ ADJ 3 amod\narmy _ NOUN 3 compound\ntrucks truck NOUN 0 root")
    resolution = by_hand(
        analysis,
        Chilean={"kind": "country", "country": "CHL"},
        army={"kind": "military", "sector": "MIL"},
        trucks={"kind": "other"},
    )
    assert owners_of(analysis, resolution, "trucks") == ["army"]
