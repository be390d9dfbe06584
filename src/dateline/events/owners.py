"""Whose a thing is."""

from dateline.events.classes import classes_of
from dateline.events.coordination import coordinated
from dateline.events.grammar import case_of
from dateline.events.members import members_of
from dateline.events.slots import verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence, Token
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()


def owners(analysis: Analysis, resolution: Resolution, key: TokenKey, *, depth: int = 0) -> list[TokenKey]:
    """Whose a thing is: "U.S. bases", "the militia's depot", "positions of the army", "a farm held by rebels"."""
    sentence = analysis.sentences[key[0]]
    out: list[TokenKey] = []
    for c in sentence.children[key[1]]:
        child = sentence.tokens[c]
        if child.rel == "acl" and child.lemma in WORDS.verbs.holding:
            for slot in verb_slots(sentence, c):
                if slot.name == "subj" and slot.token != key[1]:
                    out.extend((key[0], t) for t in members_of(sentence, slot.token))
        elif child.rel == "amod" and child.lemma in WORDS.verbs.holding:
            # "a rebel-held building", "an ISIL-run depot"
            out.extend(
                (key[0], g)
                for g in sentence.children[c]
                if sentence.tokens[g].rel in ("compound", "obl") and resolution.entity(key[0], g) is not None
            )
        elif child.rel == "acl" and child.lemma == "belong":
            out.extend((key[0], t) for g in sentence.children[c] if _to(sentence, g) for t in coordinated(sentence, g))
        elif case_of(sentence, c) == "of" and sentence.tokens[key[1]].lemma in WORDS.nouns.loads:
            # "a shipment of grain belonging to the army": the grain is no owner, and may have one
            out.extend(owners(analysis, resolution, (key[0], c), depth=depth + 1) if depth < 2 else [])
        elif child.rel == "compound" and names_a_kind(resolution, key[0], child):
            continue
        elif depth < 2 and _situated(sentence, c):
            # "facilities located at a post used by the militia": whoever uses the post owns what stands there
            for g in (c, *sentence.children[c]):
                if sentence.tokens[g].rel in ("obl", "nmod") and case_of(sentence, g) in WORDS.prepositions.situating:
                    out.extend(owners(analysis, resolution, (key[0], g), depth=depth + 1))
        elif child.deprel in ("nmod:poss", "amod", "compound") or case_of(sentence, c) in ("of", "belonging to"):
            entity = resolution.entity(key[0], c)
            if entity is None or (entity.kind == "place" and child.deprel != "nmod:poss"):
                continue
            if child.deprel == "amod" and _whose_troops(analysis, resolution, key, c):
                continue
            if "AGENT" in classes_of(analysis, resolution, key[0], c):
                out.extend((key[0], t) for t in coordinated(sentence, c))
    return out


def _whose_troops(analysis: Analysis, resolution: Resolution, key: TokenKey, c: int) -> bool:
    """True for the nation in "Chilean army trucks": it tells whose army owns them."""
    after = analysis.sentences[key[0]].tokens[c + 1]
    beside = after.head == key[1] and after.deprel == "compound" and after.i != key[1]
    return beside and bool(classes_of(analysis, resolution, key[0], after.i) & {"FORCE", "GROUP", "HUMAN"})


def _to(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].rel in ("obl", "nmod") and case_of(sentence, i) == "to"


def names_a_kind(resolution: Resolution, index: int, token: Token) -> bool:
    """True for a common noun that says what kind of thing it is: a customs shed, a patrol boat; armed bodies own what
    they are named before ("an army base")."""
    if token.upos != "NOUN" or token.form[:1].isupper():
        return False
    entity = resolution.entity(index, token.i)
    armed = entity is not None and entity.sector in ("MIL", "REB", "COP")
    return not armed or token.lemma in WORDS.nouns.activities


def _situated(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return (token.rel == "acl" and token.lemma in WORDS.verbs.locating) or (
        token.rel == "nmod" and case_of(sentence, i) in ("at", "in", "inside")
    )
