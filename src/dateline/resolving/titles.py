"""Offices and titles: which words state them, and when two of them are the same office."""

import re
from functools import lru_cache

from dateline.knowledge.nouns import load_nouns
from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence

_OFFICES = {
    "foreign affairs": "foreign",
    "external affairs": "foreign",
    "external relations": "foreign",
    "foreign relations": "foreign",
    "defence": "defense",
    "national defense": "defense",
    "national defence": "defense",
    "internal affairs": "interior",
    "the interior": "interior",
    "home affairs": "interior",
    "home": "interior",
    "the treasury": "treasury",
}
# Titles that one country alone uses, for where the text names none.
_AT_HOME = {
    "secretary of state": "USA",
    "secretary of defense": "USA",
    "defense secretary": "USA",
    "secretary of the treasury": "USA",
    "treasury secretary": "USA",
    "secretary of homeland security": "USA",
    "attorney general": "USA",
    "secretary of the army": "USA",
    "secretary of the navy": "USA",
    "secretary of war": "USA",
    "foreign secretary": "GBR",
    "home secretary": "GBR",
    "defence secretary": "GBR",
    "shadow foreign secretary": "GBR",
    "chancellor of the exchequer": "GBR",
    "taoiseach": "IRL",
    "dalai lama": "CHN",
    "pope": "VAT",
    "pontiff": "VAT",
}
_ARTICLE = re.compile(
    r"^(the|a|an|his|her|its|their|our|former|then|acting|new|current|u\.s\.|us|british|american)\s+", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def office_key(title: str) -> str:
    """One key for all ways to write an office: "Minister of Foreign Affairs" and "the foreign minister" share one."""
    text = title.lower().strip(" ,.'’s") if title.endswith(("'s", "’s")) else title.lower().strip(" ,.")
    while True:
        shorter = _ARTICLE.sub("", text)
        if shorter == text:
            break
        text = shorter
    match = re.match(r"(?:minister|secretary|ministry) (?:of state )?(?:of|for) (.+)$", text)
    if match and not text.startswith("secretary of state"):
        field = match[1]
        field = _OFFICES.get(field, field)
        noun = (
            "ministry" if text.startswith("ministry") else "secretary" if text.startswith("secretary") else "minister"
        )
        return f"{field} {noun}"
    return text.replace("defence", "defense").replace("spokeswoman", "spokesman").replace("spokesperson", "spokesman")


def office_head(key: str) -> str:
    """The word of an office key that says what somebody is: "minister" in "foreign minister"."""
    return key.split(" of ")[0].split(" for ")[0].rsplit(" ", 1)[-1]


def home_of(title: str) -> str | None:
    """The country whose office this is by its wording alone ("Foreign Secretary"), or None."""
    text = _ARTICLE.sub("", title.lower())
    return _AT_HOME.get(text)


def is_title(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` can stand before a name as a title."""
    token = sentence.tokens[i]
    noun = load_nouns().get(token.lemma.lower()) or load_nouns().get(token.form.lower())
    return noun is not None and noun.title


_INSIDE_TITLE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "PUNCT", "PART"})
_OUTSIDE_TITLE = frozenset({"obl", "nsubj", "obj", "iobj", "root", "conj", "advmod", "parataxis", "appos"})
_TITLE_LINKS = frozenset({"of", "for", "to", "at", "in"})
HONORIFICS = word_list("honorifics")


def _names_one(sentence: Sentence, i: int) -> bool:
    """Whether a common noun tells what one person is: "militant Abu Musab", not "militants"."""
    token = sentence.tokens[i]
    noun = load_nouns().get(token.lemma.lower()) if token.upos == "NOUN" else None
    return noun is not None and noun.thing == "HUMAN" and "Number=Plur" not in token.feats


def title_before(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The title that stands right before the name at `start`: its first token and its head, or None.

    Read from the words, not the tree: parsers disagree on what hangs on what in "Minister of Fisheries Ann Holm".
    """
    tokens = sentence.tokens
    head = None
    linked = False
    for j in range(start - 1, max(-1, start - 9), -1):
        token = tokens[j]
        if token.upos not in _INSIDE_TITLE or token.form in (",", '"', "“", "”", ";", ":", "(", ")"):
            break
        if token.form.lower() in _TITLE_LINKS:
            linked = True
            continue
        if (is_title(sentence, j) and (j == start - 1 or linked)) or (j == start - 1 and _names_one(sentence, j)):
            # "Secretary" before "of State": everything between it and the name is its complement.
            head = j
            break
        if j == start - 1 and not token.form[:1].isupper():
            break
    if head is None:
        return None
    if linked and (tokens[head + 1].form.lower() not in _TITLE_LINKS or head + 2 >= start):
        # "The head of Boko Haram": without a complement between, what follows is no name that bears the title.
        return None
    first = head
    while first > 0:
        before = tokens[first - 1]
        if before.rel in _OUTSIDE_TITLE:
            break
        if (
            before.upos in ("ADJ", "PROPN")
            or (before.upos == "NOUN" and before.rel in ("compound", "nmod", "amod", "flat"))
            or (before.form == "-" and first > 1)
        ):
            first -= 1
        elif before.form in ("'s", "’s") and first > 1 and tokens[first - 2].form[:1].isupper():
            first -= 2
        else:
            break
    while first < head and tokens[first].upos == "PUNCT":
        first += 1
    return first, head


def title_apart(sentence: Sentence, start: int, end: int) -> tuple[int, int, int] | None:
    """The title before a name and its comma, "A spokesman for the Taliban, Zabihullah Mujahid, said": first, head, end.

    The phrase must open its clause and the name must be closed by a comma or a verb: else the comma parts a list.
    """
    tokens = sentence.tokens
    comma = start - 1
    if comma < 1 or tokens[comma].form != "," or end >= len(tokens):
        return None
    if tokens[end].form not in (",", ".") and tokens[end].upos not in ("VERB", "AUX"):
        return None
    first = comma
    while (
        first > 0
        and comma - first < 12
        and (tokens[first - 1].upos in _INSIDE_TITLE or tokens[first - 1].form in ("-",))
    ):
        if tokens[first - 1].form in (",", '"', "“", "”", ";", ":"):
            break
        first -= 1
    while first < comma and tokens[first].upos not in ("DET", "ADJ", "NOUN", "PROPN"):
        first += 1
    if first > 0 and tokens[first - 1].upos != "PUNCT" and tokens[first - 1].upos != "VERB":
        return None
    for head in range(first, comma):
        if is_title(sentence, head) and (head + 1 == comma or tokens[head + 1].form.lower() in _TITLE_LINKS):
            return (first + 1 if tokens[first].upos == "DET" and first < head else first), head, comma
    return None


def title_after(sentence: Sentence, end: int) -> tuple[int, int, int] | None:
    """The title that renames the name ending at `end`, after a comma: its first token, its head and its end, or None.

    "Kirby, the Pentagon press secretary, said". A comma in a list of people starts no title: there a name follows it.
    """
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].form != ",":
        return None
    first = i = end + 1
    head = None
    while (i < len(tokens) and tokens[i].upos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")) or (
        i < len(tokens) and tokens[i].form in ("-", "'s", "’s")
    ):
        if is_title(sentence, i):
            head = i
        i += 1
    if head is None or i - 1 != head:
        return None
    if i < len(tokens) and tokens[i].form.lower() in ("of", "for", "to", "at", "in"):
        while (
            i < len(tokens)
            and tokens[i].upos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "CCONJ")
            and tokens[i].form != ","
        ):
            i += 1
    if first < head and tokens[first].upos == "DET":
        first += 1
    return first, head, i
