from dateline.claims.voices import give_voice
from dateline.language.trees import read_trees
from dateline.records import Claim, Event

ANALYSIS = read_trees(
    "Chad _ PROPN 2 nsubj\nsaid say VERB 0 root VerbForm=Fin\nTogo _ PROPN 5 nsubj\nmust _ AUX 5 aux\npay _ VERB 2 ccomp VerbForm=Inf\n"
    "responsibility _ NOUN 5 obj\nfor _ ADP 8 case\nraids raid NOUN 6 nmod"
)
TEXT = ANALYSIS.text


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def claim(id="c1", source="0", content=("Togo must pay",), events=("e",)):
    spans = tuple(at(words) for words in content)
    return Claim(id, source, at("Chad"), at("said"), spans, "indirect", None, None, "CT+", events)


def event(type, anchor, **fields):
    known = dict.fromkeys(
        "actors recipients authorizers instruments objects effects responds_to purpose claims why".split(), ()
    )
    known |= {"modes": (), "contexts": (), "cameo": None, "quad": "", "score": 0.0, "place": None, "when": None}
    return Event(
        id="e",
        anchor=at(anchor),
        mentions=(at(anchor),),
        event=type,
        status="actual",
        historical=False,
        confidence=1.0,
        **{**known, **fields},
    )


def actors(made, *claims):
    (voiced,) = give_voice(ANALYSIS, claims, (made,))
    return voiced.actors


def test_who_says_must_is_the_one_who_asks():
    (voiced,) = give_voice(ANALYSIS, (claim(),), (event("REQUEST", "must", recipients=("1",)),))
    assert voiced.actors == ("0",)
    assert [(w.field, w.span) for w in voiced.why] == [("actors", at("Chad"))]


def test_the_innermost_claim_speaks():
    outer, inner = claim("c1", "0", ("Togo must pay responsibility",)), claim("c2", "2", ("must pay",))
    assert actors(event("REQUEST", "must"), outer, inner) == ("2",)


def test_whoever_has_an_actor_or_a_word_of_acting_keeps_it():
    assert actors(event("REQUEST", "must", actors=("1",)), claim()) == ("1",)
    assert actors(event("REQUEST", "pay"), claim()) == ()  # a verb names its own subject or nobody
    assert actors(event("ASSAULT", "must"), claim()) == ()  # not done by speaking
    assert actors(event("REQUEST", "must", recipients=("0",)), claim()) == ()  # nobody asks themselves
    assert actors(event("REQUEST", "must"), claim(source=None)) == ()


def test_claiming_responsibility_is_claiming_the_act():
    owned = claim(content=("responsibility for raids",))
    assert actors(event("ASSAULT", "raids"), owned) == ("0",)
    assert actors(event("ASSAULT", "raids", recipients=("0",)), owned) == ()
    assert actors(event("ASSAULT", "raids"), claim(content=("responsibility for raids",), events=())) == ()
    assert actors(event("AID", "raids"), owned) == ()


def test_outside_any_claim_the_author_does_it_by_saying_so():
    from dateline.pipeline import code

    text = (
        "The United States supports Kenya. We believe in peace. It is imperative for all parties to end the fighting."
    )
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    asked = next(e for e in coded.events if e.event == "REQUEST")
    assert [names[a] for a in asked.actors] == ["United States"]
    text = "Kenya's premier met the envoy. It is imperative for all parties to end the fighting."
    assert next(e for e in code(text, published="2024-06-03").events if e.event == "REQUEST").actors == ()
