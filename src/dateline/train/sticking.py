"""Which sentences of a treebank the splitting rules would leave together: those the boundary head has to part."""

from itertools import pairwise

from dateline.language.conllu import TreeSentence
from dateline.train.examples import Example
from dateline.train.texts import sentences_of


def mark_sticking(sentences: list[TreeSentence], examples: list[Example]) -> int:
    """Sets `sticks` where the next sentence of the same paragraph is not split off; returns how often."""
    count = 0
    for (one, example), (other, _) in pairwise(zip(sentences, examples, strict=True)):
        if one.document != other.document or other.new_paragraph or not one.text or not other.text:
            continue
        begin = len(one.text) + 1
        split = any(words[0][0] >= begin for words in sentences_of(f"{one.text} {other.text}"))
        example.sticks = not split
        count += not split
    return count
