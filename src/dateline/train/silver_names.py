"""Names in a treebank without entity annotation, where tree and knowledge make them certain.

Proper nouns that the tree makes one name are taken together; what they name follows from a title before them, from
their last word ("... Corp.", "... River"), from the tables of countries, places, actors and given names, and from the
same name elsewhere in the document. Where nothing is certain there is no target.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dateline.language.conllu import TreeSentence, Word
from dateline.language.names import TITLES
from dateline.train.name_lists import actor_kind, known_kind, names_country, names_nothing, population, word_lists

UNSURE = ""
NO_NAME = "O"
# Unsure here, whatever the same name is elsewhere in the document: "Alan 's" may be a shop.
_EITHER = "?"
# So many people make a city known enough to be meant by its bare name; fewer where "in" or "near" stands before it.
_BIG_CITY, _KNOWN_CITY, _CITY = 1_000_000, 300_000, 100_000
# A name of two words and more that belongs to so large a town: "San Rafael".
_TOWN = 15_000
_INNER = frozenset(("flat", "flat:name", "flat:foreign", "compound", "amod", "goeswith", "nummod"))
_PLACE_BEFORE = frozenset("in at near around outside through across throughout within toward towards".split())

Span = tuple[int, int]


def silver_names(sentences: Iterable[TreeSentence]) -> list[list[str]]:
    """BIO tags for every sentence, document by document; `UNSURE` where a word may or may not belong to a name."""
    return [tags for _, document in groupby(sentences, lambda s: s.document) for tags in _of_document(list(document))]


def _of_document(document: Sequence[TreeSentence]) -> list[list[str]]:
    found = [[(span, kind_of(sentence, span)) for span in name_spans(sentence)] for sentence in document]
    known = _repeated(document, found)
    return [
        _tags(
            sentence,
            [(span, kind.strip(_EITHER) if kind else known.get(_text(sentence, span), UNSURE)) for span, kind in spans],
        )
        for sentence, spans in zip(document, found, strict=True)
    ]


def _repeated(document: Sequence[TreeSentence], found: list[list[tuple[Span, str]]]) -> dict[str, str]:
    """What certain names of the document are, and the first and last names of its people."""
    kinds: dict[str, set[str]] = {}
    for sentence, spans in zip(document, found, strict=True):
        for span, kind in spans:
            if kind not in (UNSURE, NO_NAME, _EITHER):
                kinds.setdefault(_text(sentence, span), set()).add(kind)
                if kind == "person":
                    for word in sentence.words[span[0]], sentence.words[span[1] - 1]:
                        if len(word.form) > 2:
                            kinds.setdefault(word.form, set()).add(kind)
    return {name: next(iter(some)) for name, some in kinds.items() if len(some) == 1}


def _tags(sentence: TreeSentence, spans: list[tuple[Span, str]]) -> list[str]:
    tags = [
        UNSURE if _proper(w) or w.xpos in ("ADD", "GW", "FW", "AFX", "LS", "XX") else NO_NAME for w in sentence.words
    ]
    for i, word in enumerate(sentence.words):
        if word.form.lower() in TITLES and word.deprel in ("nmod:desc", "flat:title"):
            tags[i] = NO_NAME
    for (first, last), kind in spans:
        if kind in (UNSURE, NO_NAME):
            tags[first:last] = [kind] * (last - first)
        else:
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    # What a doubtful name touches is doubtful too: "Hancock 's", "Opera house".
    for (first, last), kind in spans:
        if kind == UNSURE:
            for i in range(last, min(last + 2, len(tags))):
                if sentence.words[i].xpos in ("POS", "HYPH", "CD") or sentence.words[i].form[:1].isupper():
                    tags[i] = UNSURE if tags[i] == NO_NAME else tags[i]
            if first and sentence.words[first - 1].form == "The":
                tags[first - 1] = UNSURE
    return tags


def name_spans(sentence: TreeSentence) -> list[Span]:
    """The words of each name, `(first, last)`, titles left out. Names that stand side by side stay apart."""
    words = sentence.words
    group = list(range(len(words)))

    def join(one: int, other: int) -> None:
        low, high = sorted((one, other))
        target = group[low]
        for i in range(low, high + 1):
            group[i] = target

    for i, word in enumerate(words):
        head = word.head - 1
        if not _proper(word) or head < 0 or not _proper(words[head]) or word.form.lower() in _titles(word):
            continue
        if word.deprel == "nmod:desc" and word.form.lower() in word_lists()["place_titles"]:
            join(i, head)
        low, high = sorted((i, head))
        between = words[low + 1 : high]
        if word.deprel in _INNER:
            company = words[head].form.lower() in word_lists()["company_ends"]
            if all(_proper(w) or w.form in "-–'’&" or w.xpos == "HYPH" or (company and w.form == ",") for w in between):
                join(i, head)
        elif i > head and _continues_name(words, i, head):
            join(i, head)
    for i in range(1, len(words) - 1):
        if words[i].form == "," and words[i + 1].form.lower() in word_lists()["company_ends"] and _proper(words[i - 1]):
            join(group.index(group[i - 1]), i + 1)
        if _turned(words, i):
            join(i - 1, i + 1)
    spans: list[Span] = []
    i = 0
    while i < len(words):
        last = i + 1
        while last < len(words) and group[last] == group[i]:
            last += 1
        if any(_proper(w) for w in words[i:last]) and (last - i > 1 or words[i].form.lower() not in _titles(words[i])):
            spans.append((i, last))
        i = last
    return spans


def kind_of(sentence: TreeSentence, span: Span) -> str:
    """`person`, `organization`, `place`, `NO_NAME` (a month, a people), or `UNSURE`; "?" if no other place decides."""
    words = sentence.words[span[0] : span[1]]
    lists = word_lists()
    text = _text(sentence, span)
    lower = text.lower()
    main = words[_top(sentence, span) - span[0]].form.lower()
    end = words[-1].form.lower()
    if names_nothing(text):
        return NO_NAME
    known = known_kind(text)
    if known or lower in lists["state_names"]:
        return known or "place"
    if lower in lists["doubtful"]:
        return UNSURE
    if len(words) > 1 and (end in lists["company_ends"] or main in lists["organization_heads"]):
        return "organization"
    if words[0].form.lower() in lists["place_titles"] or _owns_a_name(sentence, span):
        return _EITHER
    if _titled(sentence, span) or any(w.form == "," for w in words):
        return "person"
    place = _place(sentence, span, text)
    if not place and _named_like_person(sentence, span):
        return "person"
    if len(words) > 1 and main in lists["place_heads"]:
        return "place"
    if place == "sure":
        return "place"
    given = lower in lists["given"] and not (text.isupper() and len(text) < 4)
    if given and not place and len(words) == 1 and _proper(words[0]) and words[0].deprel not in ("compound", "amod"):
        return "person"
    if place and not given:
        return "place"
    if (len(words) > 1 and text[0].isupper()) or (text.isupper() and len(text) > 2):
        return actor_kind(text)
    return UNSURE


def _owns_a_name(sentence: TreeSentence, span: Span) -> bool:
    """A possessive that owns nothing, or owns a name: "Ray 's" as a shop, "Ray 's Pizza"."""
    words = sentence.words
    if span[1] >= len(words) or words[span[1]].xpos != "POS":
        return False
    owned = words[_top(sentence, span)].deprel == "nmod:poss"
    return not owned or (span[1] + 1 < len(words) and words[span[1] + 1].form[0].isupper())


def _turned(words: Sequence[Word], i: int) -> bool:
    """Whether surname, comma at `i` and given name are a person, in quotes or in a line of their own."""
    if words[i].form != "," or not (_proper(words[i - 1]) and _proper(words[i + 1])):
        return False
    before = words[i - 2].form if i > 1 else '"'
    after = words[i + 2].form if i + 2 < len(words) else '"'
    return before in "\"'" and after in "\"'<(" and words[i + 1].form.lower() in word_lists()["given"]


def _place(sentence: TreeSentence, span: Span, text: str) -> str:
    """`sure` for countries and states, `likely` for a known city, or any city after "in"; else empty."""
    if names_country(text):
        return "sure" if text.lower() not in word_lists()["given"] else "likely"
    if span[0] and sentence.words[span[0] - 1].form == "," and text.strip(".").lower() in word_lists()["states"]:
        return "sure"
    inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text) and " " not in text
    if len(text) < 4 or inner:
        return ""
    people = population(text)
    if people >= (_TOWN if " " in text else 0) and (" " in text or _before_state(sentence, span)):
        return "sure"
    if _located(sentence, span) and people >= _CITY:
        return "sure" if people >= _KNOWN_CITY else "likely"
    return "likely" if people >= _BIG_CITY else ""


def _before_state(sentence: TreeSentence, span: Span) -> bool:
    """Whether a comma and a state or country follow: "Lawton, OK"."""
    following = sentence.words[span[1] : span[1] + 2]
    if len(following) < 2 or following[0].form != "," or not _proper(following[1]):
        return False
    word = following[1].form
    return word.strip(".").lower() in word_lists()["states"] or word.lower() in word_lists()["state_names"]


def _located(sentence: TreeSentence, span: Span) -> bool:
    """Whether a word such as "in" or "near" stands before the name."""
    top = _top(sentence, span)
    before = sentence.words[max(0, span[0] - 3) : span[0]]
    cases = [w.form.lower() for w in before if w.head - 1 == top and w.deprel == "case"]
    return bool(cases) and cases[0] in _PLACE_BEFORE and sentence.words[top].deprel in ("obl", "nmod")


def _named_like_person(sentence: TreeSentence, span: Span) -> bool:
    """Names joined by `flat`: "Maria Okoye"; the tree keeps companies apart by `compound`. Places are `flat` too."""
    words = sentence.words[span[0] : span[1]]
    if _top(sentence, span) != span[0] or len(words) > 5 or len(words) < 2:
        return False
    given = words[0].form.lower() in word_lists()["given"] or _initial(words[0])
    capitals = sum(w.form.istitle() for w in words) >= 2 and words[1].form != "-"
    if not given and (_located(sentence, span) or not capitals):
        return False
    return all(w.deprel in ("flat", "flat:name") and not w.form.isdigit() for w in words[1:] if w.xpos != "HYPH")


def _initial(word: Word) -> bool:
    return len(word.form) <= 2 and word.form[0].isupper() and word.form.endswith(".")


def _titled(sentence: TreeSentence, span: Span) -> bool:
    top = _top(sentence, span)
    return any(
        w.head - 1 == top and w.deprel == "nmod:desc" and w.form.lower() in TITLES
        for w in sentence.words[max(0, span[0] - 3) : span[0]]
    )


def _titles(word: Word) -> frozenset[str]:
    """What counts as a title at this place of the tree."""
    return TITLES if word.deprel == "nmod:desc" else frozenset()


def _continues_name(words: Sequence[Word], i: int, head: int) -> bool:
    """Whether the name goes on with "of ..." or, with "&" or inside "Department of Housing and ...", with one more."""
    between = words[head + 1 : i]
    linked = [w.form.lower() for w in between if not _proper(w)]
    if words[i].deprel == "nmod":
        of_phrase = linked[:1] == ["of"] and all(form in ("of", "the", "and", "&", ",") for form in linked)
        return of_phrase and _takes_of(words, head)
    if words[i].deprel == "conj" and all(form in ("and", "&") for form in linked):
        return "&" in linked or _inside_of(words, head)
    return False


def _takes_of(words: Sequence[Word], head: int) -> bool:
    lists = word_lists()
    return words[head].form.lower() in lists["organization_heads"] | lists["of_places"]


def _inside_of(words: Sequence[Word], i: int) -> bool:
    head = words[i].head - 1
    return head >= 0 and _proper(words[head]) and words[i].deprel == "nmod" and _takes_of(words, head)


def _top(sentence: TreeSentence, span: Span) -> int:
    return next((i for i in range(*span) if not span[0] <= sentence.words[i].head - 1 < span[1]), span[0])


def _proper(word: Word) -> bool:
    return word.xpos.startswith("NNP")


def _text(sentence: TreeSentence, span: Span) -> str:
    """The words of a name, glued where the tree has a hyphen between them."""
    return " ".join(w.form for w in sentence.words[span[0] : span[1]]).replace(" - ", "-").replace(" , ", ", ")
