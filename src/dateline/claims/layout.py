"""A document as the quotation stage walks it: trees by sentence, tokens by offset, paragraphs."""

from bisect import bisect_left, bisect_right

from dateline.claims.grammar import Tree
from dateline.claims.quotations import Quotations
from dateline.language.analysis import Analysis, Token
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey


class Layout:
    """Looks things up by offset. Trees are made when first asked for: most sentences are never looked at."""

    __slots__ = ("_paragraph_starts", "_sentence_starts", "_trees", "analysis", "quotes", "text")

    def __init__(self, analysis: Analysis, quotes: Quotations) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.quotes = quotes
        self._trees: dict[int, Tree] = {}
        self._sentence_starts = [s.start for s in analysis.sentences]
        self._paragraph_starts = [p[0] for p in analysis.paragraphs]

    def tree(self, index: int) -> Tree:
        """The tree of sentence `index`."""
        tree = self._trees.get(index)
        if tree is None:
            tree = self._trees[index] = Tree(self.analysis.sentences[index])
        return tree

    def token(self, key: TokenKey) -> Token:
        return self.analysis.sentences[key[0]].tokens[key[1]]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds or precedes this offset."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def sentences_in(self, start: int, end: int) -> range:
        """Indices of the sentences that overlap `[start, end)`."""
        first = self.sentence_at(start)
        if self.analysis.sentences and self.analysis.sentences[first].end <= start:
            first += 1
        return range(first, max(first, bisect_left(self._sentence_starts, end)))

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds or precedes this offset."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def paragraph(self, index: int) -> Span:
        return self.analysis.paragraphs[index]

    def tokens_between(self, start: int, end: int) -> list[TokenKey]:
        """All tokens that lie in `[start, end)`, in text order."""
        out: list[TokenKey] = []
        for s in self.sentences_in(start, end):
            sentence = self.analysis.sentences[s]
            out.extend((s, t.i) for t in sentence.tokens if t.start >= start and t.end <= end)
        return out

    def before(self, offset: int, floor: int) -> str:
        """The last character from `floor` to `offset` that is no blank; empty when there is none."""
        at = offset - 1
        while at >= floor and (self.text[at].isspace() or self.text[at] == "\u200e"):
            at -= 1
        return self.text[at] if at >= floor else ""

    def after(self, offset: int, ceiling: int) -> str:
        """The first character from `offset` to `ceiling` that is no blank; empty when there is none."""
        while offset < ceiling and self.text[offset].isspace():
            offset += 1
        return self.text[offset] if offset < ceiling else ""
