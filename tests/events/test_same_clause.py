import pytest

from dateline.events.draft import Filler
from dateline.events.same_clause import AIM_RULE, ASKED_RULE, BY_RULE, same_clause
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
IN_A_RAID = f"""Troops troop NOUN 2 nsubj
stormed storm VERB 0 root {FIN}
Aden _ PROPN 2 obj
in _ ADP 6 case
a _ DET 6 det
raid _ NOUN 2 obl"""
KILLING = f"""Shells shell NOUN 2 nsubj
hit hit VERB 0 root {FIN}
homes home NOUN 2 obj
killing kill VERB 2 advcl VerbForm=Ger
two _ NUM 4 obj"""
BY_TRAINING = f"""Kenya _ PROPN 2 nsubj
helped help VERB 0 root {FIN}
Somalia _ PROPN 2 obj
by _ SCONJ 5 mark
training train VERB 2 advcl VerbForm=Ger
police _ NOUN 5 obj"""
ASKED = f"""Kenya _ PROPN 2 nsubj
promised promise VERB 0 root {FIN}
to _ PART 4 mark
help help VERB 2 xcomp VerbForm=Inf
Somalia _ PROPN 4 obj"""
MARCHED = f"""Nurses nurse NOUN 2 nsubj
marched march VERB 0 root {FIN}
to _ PART 4 mark
demand _ VERB 2 advcl VerbForm=Inf
answers answer NOUN 4 obj"""
MUST = f"""Kenya _ PROPN 3 nsubj
must _ AUX 3 aux
help _ VERB 0 root {FIN}
Somalia _ PROPN 3 obj"""
TWO_ACTS = f"""Troops troop NOUN 2 nsubj
stormed storm VERB 0 root {FIN}
Aden _ PROPN 2 obj
and and CCONJ 6 cc
militants militant NOUN 6 nsubj
fled flee VERB 2 conj {FIN}"""
NAMES = {
    "Troops": {"kind": "military", "country": "YEM", "sector": "MIL"},
    "militants": {"kind": "armed_group", "country": "SAU", "sector": "REB"},
}


def rule(by_hand, tree, a, b):
    analysis = read_trees(tree)
    return same_clause(analysis, by_hand(analysis, **NAMES), a, b)


def test_a_noun_with_a_preposition_names_the_act_of_the_verb(by_hand, draft):
    assert rule(by_hand, IN_A_RAID, draft(0, 1), draft(0, 5, pos="noun")) == "'in raid' names the act of the verb"


def test_the_order_of_the_two_does_not_matter(by_hand, draft):
    verb, noun = draft(0, 1), draft(0, 5, pos="noun")
    assert rule(by_hand, IN_A_RAID, verb, noun) == rule(by_hand, IN_A_RAID, noun, verb)


def test_a_participle_tells_the_result_only_where_it_names_an_effect(by_hand, draft):
    assert rule(by_hand, KILLING, draft(0, 1), draft(0, 3, own_effect="killed"))
    assert rule(by_hand, KILLING, draft(0, 1), draft(0, 3)) == ""


def test_the_by_clause_tells_how(by_hand, draft):
    helped, training = draft(0, 1, event="AID"), draft(0, 4, event="COOPERATE")
    assert rule(by_hand, BY_TRAINING, helped, training) == BY_RULE


@pytest.mark.parametrize(("event", "expected"), [("AID", ASKED_RULE), ("ASSAULT", "")])
def test_what_is_promised_is_no_happening_of_its_own(by_hand, draft, event, expected):
    promised, content = draft(0, 1, event="AGREE"), draft(0, 3, event=event, status="future")
    assert rule(by_hand, ASKED, promised, content) == expected


def test_the_by_clause_tells_how_where_both_are_of_one_type(by_hand, draft):
    helped, training = draft(0, 1, event="AID"), draft(0, 4, event="AID")
    assert rule(by_hand, BY_TRAINING, helped, training) == BY_RULE


def test_cases_of_one_plural_are_not_each_other(by_hand, draft):
    plural, case = draft(0, 1), draft(0, 5, pos="noun", case_of=1)
    assert rule(by_hand, IN_A_RAID, plural, case) == ""


def test_the_content_of_one_request_is_not_that_of_the_one_beside_it():
    from dateline.pipeline import code

    text = "The envoy demanded access to the camp and asked Kenya to monitor the evacuation of the town."
    asked = [e for e in code(text, published="2024-06-03").events if e.event == "REQUEST"]
    assert [text[e.anchor[0] : e.anchor[1]] for e in asked] == ["demanded", "asked"]


@pytest.mark.parametrize(("event", "expected"), [("REQUEST", AIM_RULE), ("ACCUSE", AIM_RULE), ("ASSAULT", "")])
def test_what_a_protest_is_for_is_the_protest(by_hand, draft, event, expected):
    marched, demand = draft(0, 1, event="PROTEST"), draft(0, 3, event=event)
    assert rule(by_hand, MARCHED, marched, demand) == expected


def test_what_a_modal_asks_for_is_the_request(by_hand, draft):
    must, content = draft(0, 1, event="REQUEST"), draft(0, 2, event="AID", status="hypothetical")
    assert rule(by_hand, MUST, must, content) == ASKED_RULE


def test_two_anchors_in_the_same_words_are_one(by_hand, draft):
    assert rule(by_hand, IN_A_RAID, draft(0, 1), draft(0, 5, tokens=(1, 5), pos="noun")) == "same words"


@pytest.mark.parametrize("changes", [{"frame": "echo.operation"}, {"status": "negated"}])
def test_an_echo_or_a_denial_is_never_joined_by_syntax(by_hand, draft, changes):
    assert rule(by_hand, IN_A_RAID, draft(0, 1), draft(0, 5, pos="noun", **changes)) == ""


def test_other_actors_are_another_act(by_hand, draft):
    troops = draft(0, 1, fillers=(Filler("actor", (0, 0), "subj", "subject"),))
    militants = draft(0, 5, own_effect="displaced", fillers=(Filler("actor", (0, 4), "subj", "subject"),))
    unnamed = draft(0, 5, own_effect="displaced")
    assert rule(by_hand, TWO_ACTS, troops, unnamed) == "its result in a coordinated clause"
    assert rule(by_hand, TWO_ACTS, troops, militants) == ""
