"""Which anchors of one sentence name one happening, by syntax: "struck ... in an airstrike", "hit a house, killing"."""

from dateline.events.agreement import contradict
from dateline.events.coordination import first_conjunct
from dateline.events.draft import Draft
from dateline.events.facts import entities_of, kinds_of
from dateline.events.grammar import antecedent, case_of, governor_chain, mark_of, surface_subject, undertaking_of
from dateline.events.groups import HAPPENED
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

HARM_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def same_clause(analysis: Analysis, resolution: Resolution, a: Draft, b: Draft) -> str:
    """The rule by which two anchors of one sentence name one happening, or an empty string."""
    if rule := _undertaken(analysis, a, b) or _undertaken(analysis, b, a):
        return rule
    if (
        a.frame.startswith("echo.")
        or b.frame.startswith("echo.")
        or bool(a.status == "negated") != bool(b.status == "negated")
    ):
        return ""
    if a.case_of in b.tokens or b.case_of in a.tokens or (a.case_of is not None and a.case_of == b.case_of):
        return ""  # "two raids, one in Gao and another in Ansongo" are not each other
    sentence = analysis.sentences[a.sentence]
    for x, y in ((a, b), (b, a)):
        if a.event != b.event or a.event in ("AGREE", "REQUEST"):
            rule = _way(sentence, x, y) or (_hangs_on(sentence, x, y) if a.event == b.event else "")
        else:
            rule = (
                _hangs_on(sentence, x, y)
                or _subject_names_it(sentence, x, y)
                or _twin(sentence, x, y)
                or _by_clause(sentence, x, y)
            )
        if rule and not _participants_differ(resolution, x, y, strict=False) and not _elsewhere(resolution, x, y):
            return rule
    return ""


def _undertaken(analysis: Analysis, x: Draft, y: Draft) -> str:
    """ "The operation to free the town": an echo noun and the infinitive that tells what it is."""
    if not x.frame.startswith("echo.") or y.event not in x.echo:
        return ""
    noun = undertaking_of(analysis.sentences[y.sentence], y.token)
    return "the infinitive tells what is undertaken" if noun == x.token else ""


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
        if _exemplifies(sentence, x, y):
            return f"'{sentence.tokens[y.token].form} {prep} {token.form}'"
        return ""
    relative = token.deprel == "acl:relcl" or (token.rel == "ccomp" and antecedent(sentence, x.token) in y.tokens)
    if (
        (token.rel == "acl" or relative)
        and direct
        and (effect or relative)
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


def _exemplifies(sentence: Sentence, x: Draft, y: Draft) -> bool:
    """True for a bare act that only says what another consisted in: "destruction, including *atrocities* against them".
    What has a place, a time or a number of its own is a case of it instead."""
    first = first_conjunct(sentence, x.token)
    if case_of(sentence, first) not in WORDS.prepositions.exemplifying:
        return False
    own = (
        x.time is not None
        or x.count is not None
        or (x.place is not None and y.place is not None and x.place != y.place)
    )
    if own or any(sentence.tokens[c].rel == "det" for c in sentence.children[x.token]):
        return False
    head = sentence.tokens[first].head
    above = sentence.tokens[head].head if head >= 0 else -1
    # "destruction on every side, including ...": the parser may hang it on the scale
    return head in y.tokens or above in y.tokens


def _way(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "supported them by training their troops", "punished it by expelling": the by-clause tells what was done."""
    if rule := _by_clause(sentence, x, y):
        return rule
    token = sentence.tokens[x.token]
    # "marched to demand an inquiry", "a hunger strike to protest": the demand is what is done by marching
    aim = y.event == "PROTEST" and x.event in ("REQUEST", "ACCUSE") and token.rel in ("advcl", "acl")
    if aim and token.head in y.tokens and mark_of(sentence, x.token) in ("", "to"):
        return AIM_RULE
    wished = y.event in ("REQUEST", "AGREE") and x.event in WISHED
    # "threatened to shell": what "warned that it would shell" tells stands in a claim of its own
    hostile = x.event in THREATENED and x.status != "actual" and token.rel != "ccomp"
    threatened = y.event == "THREATEN" and hostile
    asked = (wished or threatened) and x.status in ("hypothetical", "future", "actual")
    # "must reach an agreement": the verb stands above its modal
    modal = asked and y.token in sentence.children[x.token] and sentence.tokens[y.token].rel == "aux"
    below = asked and _content_of(sentence, x, y) and not (x.status == "actual" and x.pos == "noun")
    if modal or below:
        return ASKED_RULE
    return ""


def _content_of(sentence: Sentence, x: Draft, y: Draft) -> bool:
    """True if x stands in the content of y: below it, and not below another verb coordinated with it."""
    node, inside = x.token, False
    for _ in range(3):
        token = sentence.tokens[node]
        if token.head < 0 or (node == x.token and token.rel not in CONTENT):
            return False
        beside = token.rel == "conj" and inside  # "demanded access and asked them to watch"
        inside = inside or token.rel != "conj"
        node = token.head
        if node in y.tokens:
            return not beside
    return False


CONTENT = frozenset({"xcomp", "ccomp", "obl", "advcl", "obj", "nmod", "acl", "conj"})


def _by_clause(sentence: Sentence, x: Draft, y: Draft) -> str:
    token = sentence.tokens[x.token]
    tells = token.rel == "advcl" and token.head in y.tokens and mark_of(sentence, x.token) in ("by", "through")
    return BY_RULE if tells else ""


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


def _elsewhere(resolution: Resolution, a: Draft, b: Draft) -> bool:
    """True if grammar puts the two into places that exclude each other."""
    x = None if a.place is None else resolution.entity(*a.place)
    y = None if b.place is None else resolution.entity(*b.place)
    return x is not None and y is not None and x is not y and contradict(x, y)


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
