"""The tree of one sentence as the claims stage looks at it: ranges of subtrees, subjects, negation, noun phrases."""

from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import Cue
from dateline.knowledge.entries import Requirement
from dateline.language.analysis import Sentence, Token
from dateline.records.span import Span

WORDS = load_claim_words()

NEGATORS = WORDS.negation.negators
NOBODY = WORDS.negation.nobody
WH = WORDS.content.questions
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
DAYS = WORDS.content.days
TRIM = ",;:.–—-… \t\n\u00a0\u200e\u200f)("
_AGENTLESS = WORDS.sources.dummies
_CLAUSE_BREAKS = frozenset({"acl", "parataxis", "appos", "conj"})


class Tree:
    """One sentence with the range of every subtree. `left[i]` and `right[i]` are the first and last token under i."""

    __slots__ = ("left", "right", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.left = list(range(len(sentence.tokens)))
        self.right = list(range(len(sentence.tokens)))
        for token in sentence.tokens:
            i, head, steps = token.i, token.head, 0
            while head >= 0 and steps < 100 and (self.left[head] > i or self.right[head] < i):
                self.left[head] = min(self.left[head], i)
                self.right[head] = max(self.right[head], i)
                head = self.tokens[head].head
                steps += 1

    def children(self, i: int, *rels: str) -> list[int]:
        """Dependents of i with one of these relations (without subtype), in text order."""
        return [c for c in self.sentence.children[i] if self.tokens[c].rel in rels]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return (self.tokens[first].start, self.tokens[last].end)

    def subtree(self, i: int) -> set[int]:
        """Token i and everything under it."""
        out, todo = {i}, [i]
        while todo:
            for c in self.sentence.children[todo.pop()]:
                if c not in out:
                    out.add(c)
                    todo.append(c)
        return out

    def under(self, i: int, ancestor: int) -> bool:
        """True if token i is `ancestor` or stands under it."""
        steps = 0
        while i >= 0 and steps < 200:
            if i == ancestor:
                return True
            i = self.tokens[i].head
            steps += 1
        return False

    def preposition(self, i: int) -> str:
        """Case or mark of a nominal or gerund as one string: "of", "according to"; empty when there is none."""
        for c in self.sentence.children[i]:
            if c < i and self.tokens[c].rel in ("case", "mark"):
                rest = [self.tokens[f].lemma for f in self.sentence.children[c] if self.tokens[f].rel == "fixed"]
                return " ".join([self.tokens[c].lemma, *rest])
        return ""


def meets(tree: Tree, i: int, cue: Cue) -> bool:
    """Whether the dependents that the entry needs stand with token i."""
    return all(requirement_met(tree, i, need) for need in cue.needs)


def requirement_met(tree: Tree, i: int, need: Requirement) -> bool:
    """Whether one dependent of token i answers the requirement. A particle may be tagged as adverb or preposition."""
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        for relation in need.relations:
            if relation == "prt":
                if child.lemma in need.words and (
                    child.deprel == "compound:prt" or child.rel in ("advmod", "compound")
                ):
                    return True
            elif child.rel == relation or (relation == "obj" and child.deprel == "nsubj:pass"):
                if need.preps and tree.preposition(c) not in need.preps:
                    continue
                if need.words and child.lemma not in need.words:
                    continue
                return True
    return False


def is_passive(tree: Tree, i: int) -> bool:
    """Passive by auxiliary, passive subject or by-agent, or a participle after a noun ("a raid claimed by ...")."""
    agent = False
    for c in tree.sentence.children[i]:
        deprel = tree.tokens[c].deprel
        if deprel in ("aux:pass", "nsubj:pass", "csubj:pass"):
            return True
        agent = agent or deprel == "obl:agent"
    token = tree.tokens[i]
    return agent or (token.deprel == "acl" and "VerbForm=Part" in token.feats and "Tense=Past" in token.feats)


def agent(tree: Tree, i: int) -> int | None:
    """The by-agent of a passive verb."""
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if (
            child.rel == "obl"
            and (child.deprel == "obl:agent" or tree.preposition(c) == "by")
            and child.upos in NOMINAL
        ):
            return c
    return None


def own_subject(tree: Tree, i: int) -> int | None:
    """The subject standing with the verb or predicate itself. Of two, the last one before the verb ("X said Monday": no
    day is a subject)."""
    found = None
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if child.rel == "nsubj" and child.lemma.lower() not in DAYS and (found is None or c < i):
            found = c
    return found


def subject(tree: Tree, i: int, light: frozenset[str], *, depth: int = 0) -> tuple[int, bool] | None:
    """The subject of token i, also through coordination, participles, relative clauses and light verbs of control.

    Second value: True when the subject stands with another verb. None when the text names nobody, or when the control
    verb takes the saying back ("wanted to say").
    """
    own = own_subject(tree, i)
    if own is not None:
        return own, depth > 0
    if depth > 5:
        return None
    token = tree.tokens[i]
    if token.head < 0:
        return None
    if token.rel == "conj":
        return subject(tree, token.head, light, depth=depth + 1)
    if token.rel == "acl":
        return token.head, True
    head = tree.tokens[token.head]
    if token.rel in ("advcl", "parataxis", "dep") and token.upos != "NOUN":
        # "adding that": the participle shares the subject of its clause. A finite clause has its own.
        if "VerbForm=Fin" in token.feats or (head.upos in ("NOUN", "PROPN") and own_subject(tree, token.head) is None):
            return None
        return subject(tree, token.head, light, depth=depth + 1)
    if token.rel in ("xcomp", "ccomp", "csubj"):
        if head.lemma not in light or tree.children(token.head, "obj", "iobj"):
            return None
        return subject(tree, token.head, light, depth=depth + 1)
    return None


def negated(tree: Tree, i: int) -> bool:
    """Whether the cue itself is negated: "did not say", "has never denied", "neither confirmed nor"."""
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if c < i and child.lemma in NEGATORS and child.rel in ("advmod", "cc", "dep", "det", "aux"):
            return True
    token = tree.tokens[i]
    if token.rel == "conj" and token.head >= 0 and own_subject(tree, i) is None:
        return any(tree.tokens[c].lemma == "nor" for c in tree.children(i, "cc"))
    return False


def nobody(tree: Tree, i: int) -> bool:
    """Whether the subject is nobody: "no official confirmed it", "neither side said"."""
    for c in tree.children(i, "nsubj"):
        if tree.tokens[c].lemma in NOBODY or any(
            tree.tokens[g].lemma in ("no", "neither") for g in tree.children(c, "det", "cc")
        ):
            return True
    return False


def wh_word(tree: Tree, i: int, cue: int) -> str:
    """The question word that opens the clause of token i ("whether", "how"); empty for a statement.

    An "if" or "when" clause that only stands before the content ("said that when it rained ...") does not count.
    """
    first = tree.left[i]
    for t in range(max(first, cue + 1) if first <= cue < i else first, min(first + 3, i + 1)):
        token = tree.tokens[t]
        if token.lemma == "that" and token.rel == "mark":
            return ""
        if token.rel == "punct":
            continue
        if token.lemma in WH:
            head = token.head
            if t == i or head == i or tree.tokens[head].head == i:
                if token.lemma in ("if", "when", "where") and head != i:
                    return ""
                return token.lemma
            return ""
        if token.upos != "ADP":
            return ""
    return ""


def phrase_range(tree: Tree, head: int, *, keep_clauses: bool = True) -> tuple[int, int]:
    """First and last token of the noun phrase around `head`: title, modifiers, apposition, relative clause.

    Clauses that hang there by mistake (a coordinated verb, a quotation) are left out; trailing marks are cut off.
    """
    tokens = tree.tokens
    first = last = head
    for c in tree.sentence.children[head]:
        child = tokens[c]
        if child.rel in ("cop", "aux", "parataxis", "advcl", "ccomp", "discourse", "vocative", "mark", "case"):
            continue
        if child.rel in ("nsubj", "punct", "obl", "advmod") and tokens[head].rel in ("root", "ccomp", "conj"):
            continue
        if child.rel == "acl" and not keep_clauses:
            continue
        if child.rel == "conj" and child.upos in ("VERB", "AUX"):
            continue
        if c < head:
            first = min(first, tree.left[c])
        else:
            last = max(last, tree.right[c])
    while last > head and tokens[last].rel == "punct" and tokens[last].form not in (")", "]"):
        last -= 1
    while first < head and (tokens[first].rel == "punct" or tokens[first].rel == "cc"):
        if tokens[first].form in ("(", "[") or tokens[first].lemma in ("both", "either"):
            break
        first += 1
    return first, last


def cue_range(tree: Tree, i: int) -> tuple[int, int]:
    """The verb with its auxiliaries, negation, adverbs between them and particle."""
    tokens = tree.tokens
    first = last = i
    allowed = {i}
    for c in tree.sentence.children[i]:
        child = tokens[c]
        if (c < i and child.rel in ("aux", "cop", "advmod") and tree.left[c] == c) or child.deprel == "compound:prt":
            allowed.add(c)
    while first - 1 in allowed:
        first -= 1
    while last + 1 in allowed and tokens[last + 1].deprel == "compound:prt":
        last += 1
    while first < i and tokens[first].rel == "advmod" and tokens[first].lemma not in NEGATORS:
        first += 1
    return first, last


def is_expletive(token: Token) -> bool:
    """ "it is said that", "there were claims": nobody says it."""
    return token.rel == "expl" or (token.lemma in _AGENTLESS and token.deprel.endswith("expl"))


def trimmed(text: str, start: int, end: int, *, keep_final: bool = False) -> Span | None:
    """The span without blanks and separators at its ends (the marks of a quotation stay); None when nothing is left."""
    while start < end and (text[start] in TRIM and text[start] not in "("):
        start += 1
    while end > start and text[end - 1] in TRIM:
        if text[end - 1] == ")" and "(" in text[start : end - 1]:
            break
        if text[end - 1] == "." and (keep_final or _abbreviation(text, start, end)):
            break
        end -= 1
    return (start, end) if start < end else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    """ "U.S.", "p.m.": the period belongs to the word."""
    word = text[max(start, end - 8) : end - 1].rpartition(" ")[2]
    return "." in word and len(word) <= 5
