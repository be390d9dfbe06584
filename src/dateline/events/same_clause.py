"""Which anchors of one sentence name one happening, by syntax: "struck ... in an airstrike", "hit a house, killing"."""

from dateline.events.draft import Draft
from dateline.events.facts import entities_of, kinds_of
from dateline.events.grammar import case_of, first_conjunct, governor_chain, mark_of, surface_subject
from dateline.events.groups import HAPPENED
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

HARM_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def same_clause(analysis: Analysis, resolution: Resolution, a: Draft, b: Draft) -> str:
    """The rule by which two anchors of one sentence name one happening, or an empty string."""
    if (
        a.frame.startswith("echo.")
        or b.frame.startswith("echo.")
        or bool(a.status == "negated") != bool(b.status == "negated")
    ):
        return ""
    sentence = analysis.sentences[a.sentence]
    for x, y in ((a, b), (b, a)):
        if a.event != b.event or a.event in ("AGREE", "REQUEST"):
            rule = _way(sentence, x, y) or (_hangs_on(sentence, x, y) if a.event == b.event else "")
        else:
            rule = _hangs_on(sentence, x, y) or _subject_names_it(sentence, x, y) or _twin(sentence, x, y)
        # "demanded the withdrawal of the troops": who is to act is another than who asks
        asked_of_others = rule == ASKED_RULE and y.event == "REQUEST" and x.pos == "noun"
        if rule and (asked_of_others or not _participants_differ(resolution, x, y, strict=False)):
            return rule
    return ""


def _hangs_on(sentence: Sentence, x: Draft, y: Draft) -> str:
    """How x hangs on y, if that makes them one happening."""
    token = sentence.tokens[x.token]
    if set(x.tokens) & set(y.tokens):
        return "same words"
    head = sentence.tokens[first_conjunct(sentence, x.token)].head if token.rel == "conj" else token.head
    chain = [t.i for t in governor_chain(sentence, x.token)][:4]
    near = y.token in chain or any(t in chain for t in y.tokens)
    if not near:
        return ""
    direct = head in y.tokens or token.head in y.tokens
    effect = x.own_effect is not None or y.own_effect is not None
    if x.pos == "noun":
        prep = case_of(sentence, x.token)
        if (
            direct
            and token.rel in ("nsubj", "obj", "xcomp")
            and y.pos != "noun"
            and x.event in ("ASSAULT", "PROTEST", "CONSULT", "COERCE", "AGREE")
        ):
            return f"'{token.form}' is the {token.rel} of the verb"
        if (
            direct
            and token.rel in ("obl", "nmod")
            and prep in ("in", "by", "with", "during", "through", "via", "as", "at")
            and (y.pos != "noun" or y.own_effect)
        ):
            return f"'{prep} {token.form}' names the act of the verb"
        if direct and token.rel == "nmod" and prep == "of" and y.pos == "noun":
            return f"'{sentence.tokens[y.token].form} of {token.form}'"
        if direct and token.rel in ("appos", "compound"):
            return "apposition"
        return ""
    if (
        token.rel == "acl"
        and direct
        and (effect or token.deprel == "acl:relcl")
        and x.event in HARM_TYPES
        and y.pos == "noun"
    ):
        return "a clause that describes the noun"
    if token.rel == "advcl" and direct and effect and x.event in HARM_TYPES and x.status in HAPPENED:
        return "its result in a participial clause"
    if token.rel == "conj" and token.head in y.tokens and effect and x.event in HARM_TYPES and x.token - y.token < 14:
        return "its result in a coordinated clause"
    if token.rel == "advcl" and direct and y.own_effect is not None and x.event in HARM_TYPES:
        return "the act behind the stated harm"
    if token.rel == "xcomp" and direct and x.event == y.event:
        return "complement of the verb"
    return ""


def _way(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "supported them by training their troops", "punished it by expelling": the by-clause tells what was done."""
    token = sentence.tokens[x.token]
    if token.rel == "advcl" and token.head in y.tokens and mark_of(sentence, x.token) in ("by", "through"):
        return BY_RULE
    # "marched to demand an inquiry", "a hunger strike to protest": the demand is what is done by marching
    aim = y.event == "PROTEST" and x.event in ("REQUEST", "ACCUSE") and token.rel in ("advcl", "acl")
    if aim and token.head in y.tokens and mark_of(sentence, x.token) in ("", "to"):
        return AIM_RULE
    wished = y.event in ("REQUEST", "AGREE") and x.event in WISHED
    # "threatened to shell": what "warned that it would shell" tells stands in a claim of its own
    hostile = x.event in THREATENED and x.status != "actual" and token.rel != "ccomp"
    threatened = y.event == "THREATEN" and hostile
    asked = (wished or threatened) and x.status in ("hypothetical", "future", "actual")
    chain = [t.i for t in governor_chain(sentence, x.token)][:3]
    content = token.rel in ("xcomp", "ccomp", "obl", "advcl", "obj", "nmod", "acl", "conj")
    # "must reach an agreement": the verb stands above its modal
    modal = asked and y.token in sentence.children[x.token] and sentence.tokens[y.token].rel == "aux"
    below = asked and content and any(t in y.tokens for t in chain) and not (x.status == "actual" and x.pos == "noun")
    if modal or below:
        return ASKED_RULE
    return ""


BY_RULE = "the by-clause tells how"
ASKED_RULE = "what is asked for, promised or threatened"
AIM_RULE = "what the protest is for"
WISHED = frozenset({"COOPERATE", "AID", "SUPPORT", "CONSULT", "AGREE", "RETREAT", "CONCEDE"})
"""Types that, asked for or promised, are the content of the asking and no happening of their own."""


THREATENED = frozenset({"ASSAULT", "SANCTION", "COERCE", "PROTEST", "MOBILIZE", "REJECT"})
"""The same of what is threatened."""


def _subject_names_it(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "one strike engaged a unit and destroyed a position": y is the subject of x, whatever stands between them."""
    if x.pos == "noun" or y.pos != "noun" or x.event not in HARM_TYPES:
        return ""
    subject = surface_subject(sentence, x.token)
    if subject is not None and not subject.passive and subject.token in y.tokens:
        return f"'{sentence.tokens[y.token].form}' is the subject"
    return ""


def _twin(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "are advising and assisting the forces": two verbs side by side with the same participants."""
    token = sentence.tokens[x.token]
    if x.pos == "noun" or token.rel != "conj" or token.head not in y.tokens or x.token - y.token > 4:
        return ""
    apart = x.place is not None and y.place is not None and x.place != y.place
    # one protest does many things; force against another thing is another act
    roles = ("actor", "recipient") if x.event == "PROTEST" else ("actor", "recipient", "object")
    if apart or any(set(x.keys(role)) != set(y.keys(role)) for role in roles):
        return ""
    return "two verbs for one act"


def _participants_differ(resolution: Resolution, a: Draft, b: Draft, *, strict: bool) -> bool:
    """True if both name actors and no actor is shared (the same for recipients when strict)."""
    mine, theirs = entities_of(resolution, list(a.keys("actor"))), entities_of(resolution, list(b.keys("actor")))
    if mine and theirs and not set(mine) & set(theirs):
        return not (kinds_of(resolution, mine) & kinds_of(resolution, theirs))
    if strict:
        mine, theirs = (
            entities_of(resolution, list(a.keys("recipient"))),
            entities_of(resolution, list(b.keys("recipient"))),
        )
        return bool(mine and theirs and not set(mine) & set(theirs))
    return False
