"""A whole text through tokenizer, sentence splitter and model."""

from dateline.language.analysis import Analysis, NameMention, Sentence, Token, make_sentence
from dateline.language.lemma import lemma
from dateline.language.model import MOST_PIECES, Block, Model, load_model
from dateline.language.sentences import Spans, paragraphs, split_sentences, without_capitals
from dateline.language.tokens import tokenize

_CUT_AFTER = frozenset(",;:—–)”")


def analyze(text: str, *, model: Model | None = None) -> Analysis:
    """The sentences of a text with trees, features and names; offsets count in `text`. Any text will do, even none.

    A sentence too long for the encoder comes back as several.
    """
    model = model or load_model()
    blocks = paragraphs(text)
    lowered = without_capitals(text)
    spans: list[Spans] = []
    for start, end in blocks:
        tokens = tokenize(text, start, end)
        for first, last in split_sentences(text, tokens, lowered=lowered):
            spans += _windows(text, tokens[first:last], model)
    forms = [[text[a:b] for a, b in sentence] for sentence in spans]
    sentences: list[Sentence] = []
    for words, places, trees in zip(forms, spans, model.parse(forms, divide=True), strict=True):
        for tree in trees:
            sentences.append(_sentence(len(sentences), words, places, tree))
    return Analysis(text=text, sentences=tuple(sentences), paragraphs=tuple(blocks), model=model.version)


def _sentence(index: int, words: list[str], places: Spans, tree: Block) -> Sentence:
    offset = tree.first
    tokens = []
    for i, upos in enumerate(tree.upos):
        start, end = places[offset + i]
        form, feats = words[offset + i], tree.feats[i]
        tokens.append(
            Token(
                i,
                start,
                end,
                form,
                lemma(form, upos, feats),
                upos,
                feats,
                tree.heads[i],
                tree.rels[i],
                tree.semantic[i],
            )
        )
    names = tuple([NameMention(*name) for name in tree.names])
    return make_sentence(index, tokens, names, tree.marks)


def _windows(text: str, tokens: Spans, model: Model) -> list[Spans]:
    """The sentence in pieces that the encoder can read, cut after a comma or the like where there is one."""
    if len(tokens) * 2 < MOST_PIECES and tokens[-1][1] - tokens[0][0] < MOST_PIECES - 2:
        return [tokens]
    sizes = [len(model.pieces(text[a:b])) for a, b in tokens]
    windows: list[Spans] = []
    first, filled = 0, 2
    for i, size in enumerate(sizes):
        if filled + size > MOST_PIECES:
            cut = next((k for k in range(i, (first + i) // 2, -1) if text[tokens[k - 1][0]] in _CUT_AFTER), i)
            windows.append(tokens[first:cut])
            first, filled = cut, 2 + sum(sizes[cut:i])
        filled += size
    windows.append(tokens[first:])
    return windows
