"""Attributions by the model alone, on a tree written by hand."""

import pytest
from msgspec.structs import replace

from dateline.claims.drafts import Draft
from dateline.claims.layout import Layout
from dateline.claims.learned import LEAST_SPEECH, learned_drafts
from dateline.claims.quotations import find_quotations
from dateline.language.analysis import Analysis, AttributionMark, Marks
from dateline.language.trees import read_trees

# "mused" stands for a cue that no pack knows.
TREE = """
The _ DET 2 det
envoy _ NOUN 3 nsubj
mused muse VERB 0 root
that _ SCONJ 6 mark
talks talk NOUN 6 nsubj
failed fail VERB 3 ccomp
. _ PUNCT 3 punct
"""
MARK = AttributionMark(head=2, score=0.1, speech=0.9, source=(0, 1), content=(3, 4, 5), cue=(2,))


def layout(*marks: AttributionMark) -> Layout:
    analysis = read_trees(TREE)
    happened = (1.0,) * 7
    sentence = replace(analysis.sentences[0], marks=Marks(marks, (), happened, 0.0, ()))
    analysis = Analysis(analysis.text, (sentence,), analysis.paragraphs, "hand")
    return Layout(analysis, find_quotations(analysis.text, analysis.paragraphs))


def test_source_cue_and_content_become_a_draft() -> None:
    (draft,) = learned_drafts(layout(MARK), [])
    text = layout().text
    assert [text[a:b] for a, b in draft.spans] == ["that talks failed"]
    assert draft.source == (0, 1)
    assert draft.source_span is not None
    assert draft.cue_span is not None
    assert text[slice(*draft.source_span)] == "The envoy"
    assert text[slice(*draft.cue_span)] == "mused"
    assert draft.heads == ((0, 5),)
    assert (draft.rule, draft.confidence, draft.value) == ("model", 0.9, "CT+")


@pytest.mark.parametrize(
    "mark",
    [
        replace(MARK, score=0.99, speech=LEAST_SPEECH - 0.01),
        replace(MARK, source=()),
        replace(MARK, content=()),
        replace(MARK, content=(3,)),
        replace(MARK, source=(2,)),
    ],
    ids=["unsure", "no source", "no content", "no statement", "a verb as source"],
)
def test_what_is_no_attribution(mark: AttributionMark) -> None:
    assert learned_drafts(layout(mark), []) == []


def test_the_packs_come_first() -> None:
    (known,) = learned_drafts(layout(MARK), [])
    assert learned_drafts(layout(MARK), [known]) == []
    elsewhere: Draft = replace(known, cue=0)
    assert learned_drafts(layout(MARK), [elsewhere]) == []
    assert len(learned_drafts(layout(MARK), [replace(elsewhere, spans=((0, 3),))])) == 1


def test_a_model_without_marks_adds_nothing() -> None:
    analysis = read_trees(TREE)
    assert learned_drafts(Layout(analysis, find_quotations(analysis.text, analysis.paragraphs)), []) == []
