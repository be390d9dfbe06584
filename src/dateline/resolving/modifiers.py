"""What the words around a head say of it: its country, its backers, what tells it from others of its kind."""

from datetime import date

from dateline.knowledge.nouns import Noun, load_nouns
from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence, Token
from dateline.records.entity import Affiliation
from dateline.resolving.names import known_actor, known_adjective, known_country, words_of

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "said"})
_OWNED = frozenset({"my", "our", "your", "his", "her", "its", "their"})
_BACKED = frozenset({"back", "support", "sponsor", "fund", "align", "arm", "train", "finance", "equip", "supply"})
# Modifiers that tell nothing apart: pointing words, and what the noun says already.
_EMPTY = word_list("empty_modifiers")
_SETTLED = frozenset({"armed_group", "organization", "population", "government"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = frozenset({"-", "–"})


def noun_of(sentence: Sentence, head: int) -> Noun | None:
    """The lexicon's entry for a head; with the compound before it or the "of" after it when the two are an entry."""
    nouns = load_nouns()
    tokens = sentence.tokens
    token = tokens[head]
    lemma, form = token.lemma.lower(), token.form.lower()
    for child in reversed(sentence.children[head]):
        if child < head and tokens[child].rel in ("compound", "amod", "nmod"):
            found = nouns.get(f"{tokens[child].lemma.lower()} {lemma}") or nouns.get(
                f"{tokens[child].form.lower()} {form}"
            )
            if found is not None:
                return found
    if head >= 2 and tokens[head - 1].form in _HYPHENS:
        found = nouns.get(f"{tokens[head - 2].form.lower()}-{lemma}")
        if found is not None:
            return found
    for child in sentence.children[head]:
        if child > head and tokens[child].rel == "nmod" and case_before(sentence, child) == "of":
            found = nouns.get(f"{lemma} of {tokens[child].lemma.lower()}")
            if found is not None:
                return found
    # "parties" are not always several of "party": the form is asked first.
    return nouns.get(form) or nouns.get(lemma) or nouns.get(_singular(form))


def _singular(form: str) -> str:
    """A guess for capitalized words, whose lemma is their form: "Airmen", "Marines"."""
    return form[:-2] + "an" if form.endswith("men") else form.removesuffix("s")


def case_before(sentence: Sentence, i: int) -> str:
    """The preposition of a phrase, lower case, or an empty string; a possessive mark is none."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.rel == "case" and token.form not in _POSSESSIVE:
            return token.form.lower()
    return ""


_ACTING = frozenset({"military", "government", "armed_group"})


def country_of(text: str, sentence: Sentence, head: int) -> str | None:
    """The ISO3 code that modifiers give: adjective, possessor, "of" and "from", for groups at home also "in"."""
    tokens = sentence.tokens
    for child in sentence.children[head]:
        if child < head and tokens[child].rel in ("amod", "compound", "nmod", "flat", "det", "advmod"):
            found = _adjective_at(text, sentence, child)
            if found is None and tokens[child].upos == "NOUN":
                # "U.S. service members": some trees hang "U.S." on "service".
                inner = [c for c in sentence.children[child] if c < child and tokens[c].rel in ("amod", "compound")]
                found = next((code for c in inner if (code := _adjective_at(text, sentence, c)) is not None), None)
            if found is not None:
                return found
    if tokens[head].rel == "compound" and head > 0 and tokens[head - 1].head == tokens[head].head:
        # "Israeli army bulldozers": both hang on the bulldozers
        noun = noun_of(sentence, head)
        found = _adjective_at(text, sentence, head - 1) if noun is not None and noun.kind in _ACTING else None
        if found is not None:
            return found
    for child in sentence.children[head]:
        if child < head or tokens[child].rel != "nmod" or tokens[child].upos != "PROPN":
            continue
        case = case_before(sentence, child)
        at_home = case in ("in", "inside", "across", "throughout") and _settled(sentence, head)
        if case in ("of", "from") or at_home:
            found = _named_country(text, sentence, child) or _country_inside(text, sentence, child)
            if found is not None:
                return found
    for child in sentence.children[head]:
        # "The army and police of Chad": the complement of the last is shared.
        if child > head and tokens[child].rel == "conj":
            for below in sentence.children[child]:
                if below > child and tokens[below].rel == "nmod" and case_before(sentence, below) == "of":
                    return _named_country(text, sentence, below)
    return None


def _country_inside(text: str, sentence: Sentence, i: int) -> str | None:
    """The country in the name of a body: "commander of U.S. Africa Command"."""
    inside = [c for c in sentence.children[i] if c < i and sentence.tokens[c].rel in ("amod", "compound", "nmod")]
    return next((code for c in inside if (code := _adjective_at(text, sentence, c)) is not None), None)


def _settled(sentence: Sentence, head: int) -> bool:
    """Whether "in X" says where the group is at home: not so for armies, which stand abroad."""
    noun = noun_of(sentence, head)
    return noun is not None and noun.kind in _SETTLED


def _adjective_at(text: str, sentence: Sentence, i: int) -> str | None:
    tokens = sentence.tokens
    if not tokens[i].form[:1].isupper():
        return None
    for first, last in ((i - 1, i + 1), (i, i + 2), (i, i + 1)):
        if first < 0 or last > len(tokens) or not tokens[first].form[:1].isupper():
            continue
        if last - first == 2 and tokens[last - 1].upos == "PUNCT":
            continue
        found = known_adjective(words_of(text, sentence, first, last))
        if found is not None and (last - first == 2 or not _in_compound(sentence, i)):
            return found
    return None


def _in_compound(sentence: Sentence, i: int) -> bool:
    """Whether a hyphen follows: "Iranian" in "Iranian-backed" says nothing of the country of the head."""
    tokens = sentence.tokens
    return i + 1 < len(tokens) and tokens[i + 1].form in _HYPHENS and tokens[i + 1].start == tokens[i].end


def _named_country(text: str, sentence: Sentence, i: int) -> str | None:
    first = i
    while first > 0 and sentence.tokens[first - 1].head == i and sentence.tokens[first - 1].form[:1].isupper():
        first -= 1
    for start in (first, i):
        known = known_country(words_of(text, sentence, start, i + 1))
        if known is not None:
            return known.country
    return None


def backers_of(text: str, sentence: Sentence, head: int, *, on: date | None) -> list[Affiliation]:
    """Backing that the phrase states: "Iranian-backed", "backed by Iran", "U.S.-trained"."""
    tokens = sentence.tokens
    found: list[Affiliation] = []
    for child in sentence.children[head]:
        token = tokens[child]
        if token.rel not in ("amod", "acl", "compound"):
            continue
        if token.form.lower().endswith("-backed"):
            iso3 = known_adjective(token.form.split("-")[0])
            if iso3 is not None:
                found.append(Affiliation("backed_by", country=iso3, span=(token.start, token.end)))
        if token.lemma.lower() not in _BACKED:
            continue
        for part in sentence.children[child]:
            backer = tokens[part]
            before = part < child and backer.rel in ("compound", "obl", "amod", "nsubj", "advmod", "nmod", "dep", "obj")
            if before or backer.deprel == "obl:agent" or (backer.rel == "obl" and case_before(sentence, part) == "by"):
                found += _backing(text, sentence, part, token, on)
        if not found and child >= 2 and tokens[child - 1].form in _HYPHENS:
            # Some trees hang "Iranian" of "Iranian-backed" on the noun.
            found += _backing(text, sentence, child - 2, token, on)
    return found


def _backing(text: str, sentence: Sentence, part: int, verb: Token, on: date | None) -> list[Affiliation]:
    backer = sentence.tokens[part]
    if not backer.form[:1].isupper():
        return []
    span = (min(backer.start, verb.start), max(backer.end, verb.end))
    iso3 = _named_country(text, sentence, part) or known_adjective(backer.form)
    if iso3 is None:
        known = known_actor(words_of(text, sentence, part, part + 1), on=on, person=False)
        iso3 = known.country if known is not None else None
    return [Affiliation("backed_by", country=iso3, span=span)] if iso3 is not None else []


def traits_of(sentence: Sentence, head: int) -> frozenset[str]:
    """Modifiers that tell this one from others of its kind, lower case; adjectives of countries as their code."""
    tokens = sentence.tokens
    return frozenset(
        (known_adjective(tokens[c].form) or tokens[c].lemma).lower()
        for c in sentence.children[head]
        if c < head and tokens[c].rel in ("amod", "compound", "nmod") and tokens[c].lemma.lower() not in _EMPTY
    )


def is_definite(sentence: Sentence, head: int) -> bool:
    """Whether the phrase points at something known: an article, a pointing word, a possessor, "same"."""
    tokens = sentence.tokens
    for child in sentence.children[head]:
        if child < head and (tokens[child].form.lower() in _DEFINITE or tokens[child].deprel == "nmod:poss"):
            return True
    return is_same(sentence, head)


def is_same(sentence: Sentence, head: int) -> bool:
    """Whether the phrase says that it takes up one named before ("the same militia")."""
    return any(sentence.tokens[child].lemma.lower() == "same" for child in sentence.children[head])


def is_owned(sentence: Sentence, head: int) -> bool:
    """Whether a possessive pronoun stands before the head ("its people")."""
    return any(sentence.tokens[child].form.lower() in _OWNED for child in sentence.children[head])
