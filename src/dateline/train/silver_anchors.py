"""Event anchors on treebank sentences as the packs find them on the annotated trees: what reports are not about.

The gold records mark one event of a sentence and say nothing of its other words. Here every word is known, so that the
anchor head learns what names no event; that it also learns the packs' own judgment on trees without parse errors is
wanted.
"""

from dateline.events.anchors import find_anchors
from dateline.events.screening import screen
from dateline.knowledge.frames import load_frames
from dateline.language.analysis import Analysis, NameMention, Sentence, Token, make_sentence
from dateline.language.conllu import TreeSentence
from dateline.reading.documents import document_from_text
from dateline.resolving.entities import resolve
from dateline.train import entities
from dateline.train.examples import ANCHORS, IGNORE, Example, kept_features


def add_anchors(document: list[tuple[TreeSentence, Example]]) -> None:
    """Writes the anchors of one document's sentences into their examples."""
    analysis = analysis_of([sentence for sentence, _ in document])
    resolution = resolve(document_from_text(analysis.text), analysis)
    frames = load_frames()
    for i, (sentence, example) in enumerate(document):
        anchors, _ = screen(analysis, resolution, i, find_anchors(analysis, resolution, i, frames)[0])
        values = [IGNORE if word.upos == "AUX" else 0 for word in sentence.words]
        for anchor in anchors:
            for token in anchor.consumed:
                values[token] = IGNORE
        for anchor in anchors:
            values[anchor.token] = ANCHORS.index(anchor.entry.frame.event)
        example.marks["anchor"] = values


def analysis_of(sentences: list[TreeSentence]) -> Analysis:
    """Treebank sentences as the language stage hands them on, words one blank apart."""
    made: list[Sentence] = []
    position = 0
    parts: list[str] = []
    for index, sentence in enumerate(sentences):
        tokens = []
        for i, word in enumerate(sentence.words):
            tokens.append(
                Token(
                    i=i,
                    start=position,
                    end=position + len(word.form),
                    form=word.form,
                    lemma=word.lemma,
                    upos=word.upos,
                    feats=kept_features(word.feats),
                    head=word.head - 1,
                    deprel=word.deprel,
                )
            )
            parts.append(word.form)
            position += len(word.form) + 1
        names = tuple(NameMention(first, last, kind, 1.0) for first, last, kind in entities.names(sentence))
        made.append(make_sentence(index, tokens, names))
    text = " ".join(parts)
    return Analysis(text=text, sentences=tuple(made), paragraphs=((0, len(text)),), model="treebank")
