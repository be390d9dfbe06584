import pytest

from dateline.language import syntax
from dateline.language.analysis import Sentence, Token, make_sentence


def sentence(text: str) -> Sentence:
    """`word/UPOS/head/rel` or `word/UPOS/head/rel/FEATS` items, heads counted from 1 and 0 for the root."""
    tokens, place = [], 0
    for i, item in enumerate(text.split()):
        form, upos, head, rel, *feats = item.split("/")
        tokens.append(
            Token(i, place, place + len(form), form, form.lower(), upos, feats[0] if feats else "", int(head) - 1, rel)
        )
        place += len(form) + 1
    return make_sentence(0, tokens)


# 0 A  1 number  2 of  3 groups  4 and  5 clans  6 that  7 fled  8 were  9 attacked  10 by  11 troops
S = sentence(
    "A/DET/2/det number/NOUN/10/nsubj:pass of/ADP/4/case groups/NOUN/2/nmod and/CCONJ/6/cc clans/NOUN/4/conj"
    " that/PRON/8/nsubj fled/VERB/4/acl:relcl were/AUX/10/aux:pass"
    " attacked/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass by/ADP/12/case troops/NOUN/10/obl:agent"
)
TEXT = " ".join(token.form for token in S.tokens)


def test_feat() -> None:
    verb = S.tokens[9]
    assert [syntax.feat(verb, n) for n in ("Tense", "VerbForm", "Voice", "Form", "Mood")] == [
        "Past", "Part", "Pass", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rels", "found"),
    [("nsubj", [1]), ("nsubj:pass", [1]), (("nsubj", "obl"), [1, 11]), ("obl:agent", [11]), ("obj", [])],
)
def test_dependents(rels: str | tuple[str, ...], found: list[int]) -> None:
    assert syntax.dependents(S, 9, rels) == found


def test_a_subtype_does_not_find_the_plain_relation() -> None:
    assert syntax.dependents(S, 7, "nsubj:pass") == []
    assert syntax.dependent(S, 7, "nsubj") == 6


def test_up_and_down() -> None:
    assert syntax.head_of(S, 9) is None
    assert syntax.head_of(S, 3) == 1
    assert list(syntax.ancestors(S, 6)) == [7, 3, 1, 9]
    assert syntax.is_ancestor(S, 9, 6)
    assert not syntax.is_ancestor(S, 6, 6)
    assert syntax.path(S, 7, 1) == [7, 3, 1]
    assert syntax.path(S, 11, 1) is None


def test_subtrees() -> None:
    assert syntax.subtree(S, 3) == (2, 8)
    assert syntax.subtree_indices(S, 3, without=("acl", "conj")) == [2, 3]
    assert syntax.phrase(S, 1) == (0, 6)
    assert syntax.phrase(S, 3) == (3, 4)
    assert syntax.phrase(S, 11) == (11, 12)


def test_coordination() -> None:
    assert syntax.conjuncts(S, 3) == [3, 5]
    assert syntax.conjuncts(S, 11) == [11]
    assert syntax.first_conjunct(S, 5) == 3


def test_function_words() -> None:
    assert syntax.case_of(S, 3) == "of"
    assert syntax.case_of(S, 1) == ""
    fixed = sentence("because/ADP/3/case of/ADP/1/fixed rain/NOUN/0/root")
    assert syntax.case_of(fixed, 2) == "because of"
    clause = sentence("in/ADP/3/mark order/NOUN/1/fixed help/VERB/0/root out/ADP/3/compound:prt")
    assert (syntax.mark_of(clause, 2), syntax.particle_of(clause, 2)) == ("in order", "out")


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("it/PRON/2/nsubj fell/VERB/0/root/Tense=Past|VerbForm=Fin", 1, False),
        ("it/PRON/3/nsubj:pass was/AUX/3/aux:pass hit/VERB/0/root", 2, True),
        ("men/NOUN/0/root killed/VERB/1/acl/Tense=Past|VerbForm=Part|Voice=Pass", 1, True),
        ("men/NOUN/0/root who/PRON/3/nsubj killed/VERB/1/acl:relcl/Tense=Past|VerbForm=Fin", 2, False),
    ],
)
def test_is_passive(text: str, verb: int, passive: bool) -> None:
    assert syntax.is_passive(sentence(text), verb) is passive


def test_negation() -> None:
    negated = sentence("they/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod leave/VERB/0/root")
    assert syntax.is_negated(negated, 3)
    assert not syntax.is_negated(S, 9)


def test_content_head() -> None:
    assert syntax.content_head(S, 1) == 3
    assert syntax.content_head(S, 11) == 11


def test_spans() -> None:
    first, last = syntax.span_of(S, [7, 3])
    assert TEXT[first:last] == "groups and clans that fled"
    assert syntax.range_span(S, 3, 8) == (first, last)
    assert syntax.text_of(S, TEXT, 10, 12) == "by troops"


def test_token_at() -> None:
    assert syntax.token_at(S, 0) == 0
    assert syntax.token_at(S, 1) is None
    assert syntax.token_at(S, S.tokens[9].start + 2) == 9
    assert syntax.token_at(S, 10_000) is None
