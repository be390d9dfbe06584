"""Lemmas by rule, with exceptions in `data/lemmas.tsv` (learned from the treebanks) and `data/irregular.txt`."""

import re
from functools import cache
from importlib.resources import files

_CACHE_LIMIT = 200_000
_cache: dict[tuple[str, str, str], str] = {}
# Endings that had an "e" before -ed or -ing, where the list of known verbs does not decide.
_SILENT_E = re.compile(
    r"(?:[bcdfgkpstz]l|[aeiounrl]c|[dr]g|[aeilu]ng|[aeiou]g|v|[^aeiou][aeiou]s|[aeo][iu]s|[rlnp]s|[^s]u|[^eo]at|[^aeo]it|ot|ut|[^a]ir|ur|"
    r"[^aeo]id|ad|ud|od|iz|yz|ys|in|on|en|ip|op|ap|im|om|um|[^ao]il|ul|al|ol|ak|ik|ok|ib|ub|ar|or)$"
)
_SHORT = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_DOUBLED = re.compile(r"([bdgkmnprtlvz])\1$")
_NATION_ENDINGS = (
    "ian",
    "ean",
    "ish",
    "ese",
    "can",
    "ani",
    "aqi",
    "aeli",
    "emeni",
    "udi",
    "uwaiti",
    "ese",
    "pino",
    "hi",
)
# Nouns on which the treebanks waver.
_FIXED = {w: w for w in ("people", "series", "species", "headquarters", "means", "barracks", "crossroads")}


def lemma(form: str, upos: str, feats: str = "") -> str:
    """The dictionary form of a word. Names stay as they are, all else is lower case but for adjectives of nations."""
    key = (form, upos, feats)
    found = _cache.get(key)
    if found is None:
        if len(_cache) >= _CACHE_LIMIT:
            _cache.clear()
        found = _cache[key] = _lemma(form, upos, feats)
    return found


def _lemma(form: str, upos: str, feats: str) -> str:
    lower = form.lower().replace("’", "'")
    if upos == "PROPN":
        return _proper(form, lower)
    fixed = _FIXED.get(lower) if upos == "NOUN" else None
    if fixed is not None:
        return fixed
    if upos == "VERB" and lower in irregular() and "VerbForm=Inf" not in feats:
        return irregular()[lower]
    known = exceptions().get((lower, "VERB" if upos == "AUX" else upos))
    if upos == "ADJ" and form[:1].isupper() and not form.isupper() and (known or lower).endswith(_NATION_ENDINGS):
        return form
    if known is not None:
        return known
    if not lower.isalpha() and "-" not in lower:
        return lower
    return by_rule(lower, upos, feats)


def _proper(form: str, lower: str) -> str:
    known = exceptions().get((lower, "PROPN"))
    if known is None:
        return form
    return known if form[:1].isupper() else known.lower()


def by_rule(lower: str, upos: str, feats: str) -> str:
    """The lemma of a regular form in lower case."""
    if upos == "NOUN":
        return _singular(lower) if "Number=Plur" in feats or "Number=Ptan" in feats else lower
    if upos in ("VERB", "AUX"):
        return _verb(lower, feats)
    if upos in ("ADJ", "ADV"):
        if "Degree=Cmp" in feats and lower.endswith("er"):
            return _stem(lower[:-2], adjectives=True)
        if "Degree=Sup" in feats and lower.endswith("est"):
            return _stem(lower[:-3], adjectives=True)
    return lower


def _verb(lower: str, feats: str) -> str:
    if lower.endswith("ing") and len(lower) > 4 and ("VerbForm=Ger" in feats or "Tense=Pres|VerbForm=Part" in feats):
        return _stem(lower[:-3])
    if lower.endswith("ed") and len(lower) > 3 and "Tense=Past" in feats:
        return _stem(lower[:-2])
    if lower.endswith("s") and "Person=3" in feats and "Tense=Pres" in feats and "Number=Plur" not in feats:
        return _singular(lower, verb=True)
    return lower


def _singular(lower: str, *, verb: bool = False) -> str:
    if len(lower) < 3 or not lower.endswith("s") or lower.endswith("ss"):
        return _irregular_plural(lower)
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    if lower.endswith("oes"):
        return lower[:-2]
    if not verb:
        if lower.endswith(("men", "us", "is")):
            return lower
        if lower.endswith(("lves", "eaves", "oaves")):
            return lower[:-3] + "f"
        if lower.endswith(("nives", "wives", "lives")):
            return lower[:-3] + "fe"
    return lower[:-1]


def _irregular_plural(lower: str) -> str:
    if lower.endswith("men"):
        return lower[:-2] + "an"
    if lower.endswith("people"):
        return lower[:-6] + "person"
    if lower.endswith("children"):
        return lower[:-3]
    return lower


def _stem(stem: str, *, adjectives: bool = False) -> str:
    """What stood before -ed, -ing, -er or -est: with "y" for "i", a doubled letter undone, a silent "e" put back."""
    if stem.endswith("i") and not stem.endswith(("ki", "axi")):
        return stem[:-1] + "y"
    if not adjectives:
        known = verbs()
        short = bool(_SHORT.match(stem)) and not stem.endswith(("w", "x", "y"))
        for candidate in (stem + "e", stem) if short else (stem, stem + "e"):
            if candidate in known:
                return candidate
        if _DOUBLED.search(stem) and stem[:-1] in known:
            return stem[:-1]
    if _DOUBLED.search(stem):
        return stem if stem.endswith(("ll", "zz")) and len(stem) < 6 else stem[:-1]
    if stem.endswith(("ee", "oe", "ye")) or (stem.endswith("e") and not adjectives):
        return stem
    if adjectives:
        return (
            stem + "e"
            if stem.endswith(("rg", "v", "u", "c", "ut", "af", "id", "ar")) and not stem.endswith("ear")
            else stem
        )
    if _SHORT.match(stem) and not stem.endswith(("w", "x", "y")):
        return stem + "e"
    return stem + "e" if _SILENT_E.search(stem) else stem


@cache
def exceptions() -> dict[tuple[str, str], str]:
    """`(form in lower case, UPOS)` to lemma."""
    result = {}
    for line in _lines("lemmas.tsv"):
        upos, form, found = line.split("\t")
        if upos != "verbs":
            result[form, upos] = found
    return result


@cache
def verbs() -> frozenset[str]:
    """Verbs of the treebanks: with them a stem is known to have, or not to have, a silent "e"."""
    seen = {verb for line in _lines("verbs.txt") for verb in line.split()}
    seen |= {found for (_, upos), found in exceptions().items() if upos == "VERB"} | set(irregular().values())
    for line in _lines("lemmas.tsv"):
        upos, _, found = line.split("\t")
        if upos == "verbs":
            seen.update(found.split())
    return frozenset(seen)


@cache
def irregular() -> dict[str, str]:
    """Irregular past forms and participles to their verb."""
    result = {}
    for line in _lines("irregular.txt"):
        base, *forms = line.split()
        for form in "/".join(forms).split("/"):
            if form != "-":
                result[form] = base
    return result


def _lines(name: str) -> list[str]:
    path = files("dateline.language") / "data" / name
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
