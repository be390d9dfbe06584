"""Which sentences of a treebank the rules of the splitter leave in one piece: the boundary head must part them."""

from collections.abc import Sequence
from itertools import groupby

from dateline.language.conllu import TreeSentence
from dateline.language.sentences import paragraphs, split_sentences, without_capitals
from dateline.language.tokens import tokenize


def segments(sentences: Sequence[TreeSentence]) -> list[tuple[int, int]]:
    """`(first, last)` ranges of sentences, in order and covering all: one sentence, or several that stay together."""
    result: list[tuple[int, int]] = []
    for _, document in groupby(sentences, lambda s: s.document):
        first = result[-1][1] if result else 0
        for together in _left_together(list(document)):
            result.append((first, first + together))
            first += together
    return result


def _left_together(document: Sequence[TreeSentence]) -> list[int]:
    """How many sentences each piece has. The text is laid out as the raw text of a treebank is."""
    text, starts = "", []
    for sentence in document:
        if text:
            text += "\n\n" if sentence.new_paragraph else " "
        starts.append(len(text))
        text += sentence.text or " ".join(word.form for word in sentence.words)
    begun = set()
    lowered = without_capitals(text)
    for start, end in paragraphs(text):
        tokens = tokenize(text, start, end)
        begun |= {tokens[first][0] for first, _ in split_sentences(text, tokens, lowered=lowered)}
    sizes: list[int] = []
    for start in starts:
        if start in begun or not sizes:
            sizes.append(1)
        else:
            sizes[-1] += 1
    return sizes
