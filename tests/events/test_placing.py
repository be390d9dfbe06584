from dateline.events.placing import place_in_slots
from dateline.events.slots import verb_slots
from dateline.language.trees import read_trees
from dateline.records import Place

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def at(country, precision=1):
    return Place(lat=None, lon=None, geonames_id=None, country=country, admin1=None, feature=None, precision=precision)


SYRIA = {"kind": "country", "country": "SYR", "place": at("SYR", 6)}
HOMS = {"kind": "place", "country": "SYR", "place": at("SYR")}


def place_of(analysis, resolution, verb, participants=(), **options):
    sentence = analysis.sentences[0]
    anchor = next(t.i for t in sentence.tokens if t.form == verb)
    keys = tuple((0, t.i) for t in sentence.tokens if t.form in participants)
    found = place_in_slots(analysis, resolution, 0, verb_slots(sentence, anchor), keys, **options)
    return None if found is None else sentence.tokens[found.key[1]].form


def test_the_oblique_of_the_verb_wins_over_the_phrase_of_the_object(by_hand):
    analysis = read_trees(
        f"Jets jet NOUN 2 nsubj\nhit hit VERB 0 root {FIN}\nforces force NOUN 2 obj\nof _ ADP 5 case\nSyria _ PROPN 3 nmod\n"
        "near _ ADP 7 case\nHoms _ PROPN 2 obl"
    )
    assert place_of(analysis, by_hand(analysis, Syria=SYRIA, Homs=HOMS), "hit", ["forces"]) == "Homs"


def test_a_place_inside_the_phrase_of_what_was_struck(by_hand):
    analysis = read_trees(
        f"Jets jet NOUN 2 nsubj\nhit hit VERB 0 root {FIN}\na a DET 4 det\ndepot _ NOUN 2 obj\nin _ ADP 6 case\nHoms _ PROPN 4 nmod"
    )
    assert place_of(analysis, by_hand(analysis, Homs=HOMS), "hit", ["depot"]) == "Homs"


def test_a_country_that_is_acted_on_is_no_place(by_hand):
    analysis = read_trees(f"Jets jet NOUN 2 nsubj\nattacked attack VERB 0 root {FIN}\nSyria _ PROPN 2 obj")
    assert place_of(analysis, by_hand(analysis, Syria=SYRIA), "attacked", ["Syria"]) is None


def test_what_talks_are_about_is_not_where_they_are_held(by_hand):
    analysis = read_trees(
        f"Envoys envoy NOUN 2 nsubj\nspoke speak VERB 0 root {FIN}\non _ ADP 5 case\nthe the DET 5 det\nsituation _ NOUN 2 obl\n"
        "in _ ADP 7 case\nHoms _ PROPN 5 nmod"
    )
    resolution = by_hand(analysis, Homs=HOMS)
    assert place_of(analysis, resolution, "spoke", spoken=True) is None
