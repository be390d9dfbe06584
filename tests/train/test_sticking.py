from msgspec.structs import replace

from dateline.language.conllu import TreeSentence
from dateline.train.examples import blank
from dateline.train.sticking import mark_sticking


def test_what_the_rules_leave_together() -> None:
    texts = ["See you then", "Ana left.", "It rained.", "ok so what", "New part."]
    sentences = [TreeSentence("d", text, (), id=str(i)) for i, text in enumerate(texts)]
    sentences[4] = replace(sentences[4], new_paragraph=True)
    examples = [blank(text.split()) for text in texts]
    assert mark_sticking(sentences, examples) == 2
    # Nothing follows the last, a paragraph ends before it, and periods before capitals part the others.
    assert [example.sticks for example in examples] == [True, False, True, False, False]


def test_documents_end_sentences() -> None:
    sentences = [TreeSentence("a", "See you", ()), TreeSentence("b", "then", ())]
    assert mark_sticking(sentences, [blank(["See", "you"]), blank(["then"])]) == 0
