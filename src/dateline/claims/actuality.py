"""Whether a cue reports a saying at all: conditions, duties and wishes do not, "declined to say" does."""

from dateline.claims.grammar import Tree, negated, own_subject
from dateline.claims.sources import Reader
from dateline.knowledge.claim_words import load_claim_words

WORDS = load_claim_words()

_OPEN_MARKS = WORDS.actuality.open_marks
_DEONTIC = WORDS.actuality.duties


def is_open(tree: Tree, i: int) -> bool:
    """True where nothing is said yet: "if he says", "should admit", "may argue", "do say", "to say" as a purpose."""
    token = tree.tokens[i]
    plain_no = False
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if child.rel == "mark" and c < i and child.lemma in _OPEN_MARKS:
            return True
        if child.rel == "aux" and child.lemma in _DEONTIC:
            plain_no = True
    if plain_no:
        return True
    if "Mood=Imp" in token.feats and own_subject(tree, i) is None:
        return True
    if token.rel == "conj" and token.head >= 0 and own_subject(tree, i) is None:
        head = tree.tokens[token.head]
        # "neither confirmed nor denied": the first verb has taken the content of both.
        if any(tree.tokens[c].lemma == "nor" for c in tree.children(i, "cc")) and head.upos == "VERB":
            return True
        return any(
            tree.tokens[c].rel == "aux" and tree.tokens[c].lemma in _DEONTIC for c in tree.sentence.children[token.head]
        )
    return token.rel == "acl" and any(tree.tokens[c].lemma == "to" for c in tree.children(i, "mark"))


def governor_of(reader: Reader, tree: Tree, i: int) -> str:
    """What an infinitive cue hangs on: "withheld" (declined to say), "light" (went on to say), "blocked" (wanted to
    say), or "" for a cue that is no infinitive."""
    token = tree.tokens[i]
    if token.rel == "advcl" and any(tree.tokens[c].lemma == "to" for c in tree.children(i, "mark")):
        return "blocked" if token.head < 0 or not _predicate(tree, token.head) else _by_head(reader, tree, token.head)
    if token.rel not in ("xcomp", "ccomp") or token.head < 0:
        return ""
    infinitive = any(tree.tokens[c].lemma == "to" and tree.tokens[c].rel == "mark" for c in tree.sentence.children[i])
    if not infinitive and not token.form.endswith("ing"):
        return "blocked" if tree.tokens[token.head].lemma == "let" else ""
    if own_subject(tree, i) is not None:
        return ""
    return _by_head(reader, tree, token.head)


def _by_head(reader: Reader, tree: Tree, head: int) -> str:
    words = reader.pack.words
    lemma = tree.tokens[head].lemma
    if lemma in words.withhold or tree.tokens[head].form.lower() in words.withhold:
        return "withheld"
    if lemma == "have" and any(tree.tokens[c].lemma == "yet" for c in tree.sentence.children[head]):
        return "withheld"
    if lemma in words.light:
        return "withheld" if negated(tree, head) else "light"
    if (lemma in ("quote", "cite", "report") and lemma in reader.pack.verbs) or lemma in ("quote", "cite"):
        return ""
    return "blocked"


def _predicate(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos in ("ADJ", "VERB")
