from dateline.events.draft import EffectDraft, Filler
from dateline.events.merging import Group
from dateline.events.records import event_of
from dateline.language.trees import read_trees
from dateline.records import Count, Place

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
ANALYSIS = read_trees(
    f"Rebels rebel NOUN 2 nsubj\nhit _ VERB 0 root {FIN}\nJos _ PROPN 2 obj",
    f"The the DET 2 det\nattack _ NOUN 3 nsubj\nkilled kill VERB 0 root {FIN}\nnine _ NUM 5 nummod\nnurses nurse NOUN 3 obj\nin _ ADP 7 case\nNigeria _ PROPN 3 obl",
)
NAMES = {
    "Rebels": {"kind": "armed_group", "sector": "REB"},
    "Jos": {"kind": "place", "country": "NGA", "place": Place(9.9, 8.9, 1, "NGA", None, None, 1)},
    "nurses": {"kind": "person", "sector": "MED"},
    "Nigeria": {"kind": "country", "country": "NGA", "place": Place(9.0, 8.0, 2, "NGA", None, None, 6)},
}


def recorded(by_hand, *drafts, rules=(), published="2024-05-15"):
    resolution = by_hand(ANALYSIS, **NAMES)
    group = Group(tuple(range(len(drafts))), rules)
    record = event_of(ANALYSIS, resolution, drafts, group, 7, published)
    return record, {e.id: e.name for e in resolution.entities}


def filler(role, *key):
    return Filler(role, key, "subj", "subject")


def killed(count):
    nurses = ANALYSIS.sentences[1].tokens[4]
    return EffectDraft("killed", (1, 4), "civilian", count, (nurses.start, nurses.end), "killed")


def test_mentions_of_one_happening_make_one_record(by_hand, draft):
    first = draft(
        0, 1, fillers=(filler("actor", 0, 0),), place=(0, 2), place_score=8.0, confidence=0.8, modes=("aerial",)
    )
    second = draft(1, 1, pos="noun", place=(1, 6), place_score=8.0, effects=(killed(Count(9, 9, (0, 1))),))
    record, names = recorded(by_hand, first, second, rules=("same happening as before (score 2.6)",))
    text = ANALYSIS.text
    assert [text[a:b] for a, b in record.mentions] == ["hit", "attack"]
    assert text[slice(*record.anchor)] == "hit"
    assert [names[a] for a in record.actors] == ["Rebels"]
    assert names[record.place] == "Jos"  # the finer of two places marked alike
    assert [names[r] for r in record.recipients] == ["nurses"]  # who was killed was acted upon
    assert (record.id, record.modes, record.confidence) == ("7", ("aerial",), 0.83)
    assert "same happening as before (score 2.6)" in {w.rule for w in record.why}


def test_nobody_killed_is_nobody_acted_upon(by_hand, draft):
    record, _ = recorded(by_hand, draft(1, 2, effects=(killed(Count(0, 0, (0, 1))),)))
    assert (record.recipients, [e.count.max for e in record.effects]) == ((), [0])


def test_who_meets_is_actor_on_both_sides(by_hand, draft):
    fillers = (filler("actor", 0, 0), filler("recipient", 1, 4))
    met, names = recorded(by_hand, draft(0, 1, event="CONSULT", frame="consult.meet", reciprocal=True, fillers=fillers))
    assert ([names[a] for a in met.actors], met.recipients) == (["Rebels", "nurses"], ())
    aided, names = recorded(by_hand, draft(0, 1, event="AID", frame="aid.help", reciprocal=True, fillers=fillers))
    assert [names[r] for r in aided.recipients] == ["nurses"]


def test_nobody_acts_on_themselves(by_hand, draft):
    fillers = (filler("actor", 0, 0), filler("recipient", 0, 0), filler("authorizer", 0, 0))
    record, _ = recorded(by_hand, draft(0, 1, fillers=fillers))
    assert (len(record.actors), record.recipients, record.authorizers) == (1, (), ())


def test_without_a_time_the_day_of_publication_stands_inferred(by_hand, draft):
    record, _ = recorded(by_hand, draft(0, 1))
    assert record.when.inferred
    recent, _ = recorded(by_hand, draft(0, 1, recent=True))
    assert (recent.when.from_, recent.when.to, recent.when.inferred) == (None, "2024-05-15", False)


def test_destroyed_is_no_way_of_acting_where_the_act_is_named(by_hand, draft):
    ruined = draft(1, 2, frame="assault.destroy", modes=("destroy",), own_effect="destroyed")
    assert recorded(by_hand, ruined)[0].modes == ("destroy",)
    assert recorded(by_hand, draft(0, 1, modes=("aerial",)), ruined)[0].modes == ("aerial",)
