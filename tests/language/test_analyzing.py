"""With the shipped model: what any text must give, not how well it is parsed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import Analysis, analyze, load_model
from dateline.language.model import MOST_PIECES


def check(text: str, analysis: Analysis) -> None:
    previous = 0
    for index, sentence in enumerate(analysis.sentences):
        assert sentence.index == index
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        roots = 0
        for i, token in enumerate(sentence.tokens):
            assert token.i == i
            assert previous <= token.start < token.end <= len(text)
            assert text[token.start : token.end] == token.form
            assert token.lemma
            assert token.head != i
            assert -1 <= token.head < len(sentence.tokens)
            roots += token.head == -1
            previous = token.end
        assert roots == 1
        assert sentence.tokens[sentence.root].deprel == "root"
        for name in sentence.names:
            assert 0 <= name.first < name.last <= len(sentence.tokens)
            assert 0 < name.score <= 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200) | st.text("aB. ,!?\"'”\n-1(é中", max_size=120))
def test_any_text(text: str) -> None:
    check(text, analyze(text))


@pytest.mark.parametrize(
    "text", ["", " \n ", ".", "\u200b", "a", "🙂", "\x00\x01", "'", "x" * 5000, "a" + "\u0301" * 50]
)
def test_odd_texts(text: str) -> None:
    check(text, analyze(text))


def test_a_sentence_longer_than_the_encoder_reads_is_cut_after_commas() -> None:
    text = "The convoy carried " + ", ".join(["flour", "blankets", "medical supplies"] * 120) + "."
    analysis = analyze(text)
    check(text, analysis)
    assert len(analysis.sentences) > 1
    assert all(s.tokens[-1].form == "," for s in analysis.sentences[:-1])
    model = load_model()
    assert all(model.length([t.form for t in s.tokens]) <= MOST_PIECES for s in analysis.sentences)


def test_the_same_text_gives_the_same_analysis() -> None:
    text = "The army shelled the town on Monday. Residents fled, an official said. " * 5
    assert analyze(text) == analyze(text)


def test_a_plain_sentence() -> None:
    (sentence,) = analyze("Soldiers did not attack the village near Mosul.").sentences
    by_form = {t.form: t for t in sentence.tokens}
    assert by_form["attack"].head == -1
    assert by_form["Soldiers"].deprel == "nsubj"
    assert by_form["village"].deprel == "obj"
    assert by_form["Mosul"].upos == "PROPN"
    assert [(sentence.tokens[n.first].form, n.kind) for n in sentence.names] == [("Mosul", "place")]


def test_who_said_it_is_not_pulled_into_the_quotation() -> None:
    (sentence,) = analyze('"We know what we hit," the secretary of defense said.').sentences
    by_form = {t.form: t for t in sentence.tokens}
    said, secretary = by_form["said"], by_form["secretary"]
    assert said.head == -1
    assert (secretary.head, secretary.deprel) == (said.i, "nsubj")
    assert (by_form["know"].head, by_form["know"].deprel) == (said.i, "ccomp")
