"""Places of a text: every noun phrase that names one, with coordinates and how exact they are."""

from collections.abc import Iterable

from msgspec import Struct

from dateline.knowledge.gazetteer import Candidate, Gazetteer, open_gazetteer
from dateline.language.analysis import Analysis, Sentence
from dateline.records.entity import Place
from dateline.resolving.geometry import direction_of, moved, part_of
from dateline.resolving.numbers import number_in
from dateline.resolving.place_choice import choose
from dateline.resolving.place_names import Toponym, find_toponyms
from dateline.resolving.place_words import place_words
from dateline.resolving.resolution import Phrase, TokenKey

_PRECISION = {"PCLI": 6, "CONT": 6, "ADM1": 4, "ADM2": 3, "RGN": 4, "PPL": 1, "PPLC": 1, "PPLX": 1, "CMP": 1, "PCLS": 4}
_WATER = frozenset({"SEA", "OCN", "GULF", "STRT", "BAY", "CHN"})
_LINES = frozenset(
    {"STM", "LK", "RSV", "MTS", "MT", "VAL", "DSRT", "PEN", "PLAT", "PLN", "DLTA", "ISLS", "CNL", "FRST", "LGN"}
)
_NEAR = frozenset({"near", "outside", "around", "off", "beside", "toward", "towards"})
_INSIDE = frozenset({"in", "at", "near", "outside", "inside", "of", "within"})
_KILOMETERS = {"km": 1.0, "kms": 1.0, "mile": 1.609, "miles": 1.609, "mi": 1.609}
_KILOMETERS |= dict.fromkeys(("kilometer", "kilometers", "kilometre", "kilometres"), 1.0)


class ResolvedPlace(Struct, frozen=True):
    """A place that a phrase names. `name` is the place's own name, `first` and `last` the tokens `[first, last)` of the
    name in the sentence; `inherited` marks a facility that only has the coordinates of the town it stands in."""

    name: str
    place: Place
    first: int
    last: int
    inherited: bool = False


def resolve_places(
    analysis: Analysis, phrases: Iterable[Phrase], *, gazetteer: Gazetteer | None = None, embedded: bool = False
) -> dict[TokenKey, ResolvedPlace]:
    """The places of a text by the head token of the phrase that names them.

    A name and the class word it belongs to ("Idlib province", "the town of Hit") are both there, with one place. A
    facility described by its town ("the hospital in Aleppo") has the town's coordinates with precision 2. Places in the
    names of institutions ("the Texas Forest Service") are told with `embedded` only: they say nothing about where.
    """
    gazetteer = gazetteer or open_gazetteer()
    toponyms = find_toponyms(analysis, gazetteer)
    if not toponyms:
        return {}
    chosen = choose(analysis, toponyms)
    out: dict[TokenKey, ResolvedPlace] = {}
    for toponym, candidate in zip(toponyms, chosen, strict=True):
        if candidate is not None and not (toponym.embedded and not embedded):
            sentence = analysis.sentences[toponym.sentence]
            out[(toponym.sentence, toponym.head)] = _resolved(sentence, toponym, candidate)
    for key, resolved in list(out.items()):
        _class_word(analysis.sentences[key[0]], key, resolved, out)
        # A tree may cut a name in two: "Kansas" in "Kansas City" is no other place.
        for i in range(resolved.first, resolved.last):
            out.setdefault((key[0], i), resolved)
    for phrase in phrases:
        key = (phrase.sentence, phrase.head)
        if key not in out and phrase.form != "pronoun":
            inherited = _inherited(analysis.sentences[phrase.sentence], phrase, out)
            if inherited is not None:
                out[key] = inherited
    return out


def _resolved(sentence: Sentence, toponym: Toponym, candidate: Candidate) -> ResolvedPlace:
    lat, lon = candidate.lat, candidate.lon
    precision = _precision(candidate)
    name, geonames_id, feature = candidate.name, candidate.geonames_id, candidate.feature
    compass = _compass(sentence, toponym)
    # "Southern Kandahar province" is most often the province in the south, not the south of the province.
    whole = candidate.feature == "ADM1" and toponym.kinds is not None
    if compass is not None and not whole and candidate.bounds is not None and precision in (3, 4, 6):
        lat, lon = (candidate.lat, candidate.lon) if compass == "center" else part_of(candidate.bounds, compass)
        # A part is a place of its own: eastern Syria must not become one entity with Syria.
        precision, geonames_id, feature = 4, None, "RGN"
        name = f"central {name}" if compass == "center" else f"{compass}ern {name}"
    offset = _offset(sentence, toponym)
    if offset is not None and precision <= 2:
        (lat, lon), precision = moved((lat, lon), *offset), 2
    elif precision == 1 and _is_near(sentence, toponym):
        precision = 2
    place = Place(
        lat=lat,
        lon=lon,
        geonames_id=geonames_id,
        country=candidate.country,
        admin1=candidate.admin1,
        feature=feature,
        precision=precision,
    )
    return ResolvedPlace(name=name, place=place, first=toponym.first, last=toponym.last)


def _precision(candidate: Candidate) -> int:
    if candidate.feature in _WATER:
        return 7 if candidate.country is None else 5
    return _PRECISION.get(candidate.feature, 5 if candidate.feature in _LINES else 1)


def _compass(sentence: Sentence, toponym: Toponym) -> str | None:
    """The direction that stands right before the name: "eastern Syria", "the northeast of Nigeria"."""
    tokens = sentence.tokens
    i = toponym.first - 1
    if i < 0:
        return None
    if tokens[i].form.lower() == "of" and i:
        word = tokens[i - 1].form.lower()
        if word in ("part", "parts", "region", "area", "areas", "end", "corner") and i > 1:
            word = tokens[i - 2].form
        elif any(t.form.lower() in _KILOMETERS for t in tokens[max(0, i - 4) : i]):
            return None
        return direction_of(word)
    word = tokens[i].form
    if i > 1 and tokens[i - 1].form == "-":
        word = tokens[i - 2].form + word
    # "North Kivu" is a name, "northern Kivu" and "north Aleppo" are parts.
    return direction_of(word) if word[0].islower() or word.endswith("ern") else None


def _offset(sentence: Sentence, toponym: Toponym) -> tuple[str, float] | None:
    """ "20 km (12 miles) southwest of X": direction and kilometers."""
    tokens = sentence.tokens
    i = toponym.first - 1
    if i >= 3 and tokens[i].form.lower() == "of" and tokens[i - 1].form.lower() in place_words().classes:
        i -= 3 if tokens[i - 2].form.lower() in ("the", "a") else 2
    if i < 3 or tokens[i].form.lower() not in ("of", "from"):
        return None
    word, j = tokens[i - 1].form, i - 2
    if tokens[j].form == "-":
        word, j = tokens[j - 1].form + word, j - 2
    direction = direction_of(word)
    if direction is None or direction == "center":
        return None
    for k in range(j, max(0, j - 9) - 1, -1):
        factor = _KILOMETERS.get(tokens[k].form.lower())
        if factor is not None and k:
            number = number_in(tokens[k - 1].form)
            if number is None and tokens[k - 1].form == "-" and k > 1:
                number = number_in(tokens[k - 2].form)
            return (direction, number * factor) if number is not None and number < 500 else None
    return None


def _is_near(sentence: Sentence, toponym: Toponym) -> bool:
    """Whether the phrase says that it is not the place itself: "near X", "on the outskirts of X", "north of X"."""
    tokens = sentence.tokens
    for child in sentence.children[toponym.head]:
        if tokens[child].rel == "case" and tokens[child].form.lower() in _NEAR:
            return True
    before = [t.form.lower() for t in tokens[max(0, toponym.first - 3) : toponym.first]]
    if before[-1:] == ["the"]:
        before.pop()
    if before[-1:] and before[-1] in _NEAR:
        return True
    if before[-1:] in (["of"], ["to"]) and len(before) > 1:
        return (
            before[-2] in ("outskirts", "edge", "close", "vicinity", "outside", "suburbs")
            or direction_of(before[-2]) is not None
        )
    return False


def _class_word(sentence: Sentence, key: TokenKey, resolved: ResolvedPlace, out: dict[TokenKey, ResolvedPlace]) -> None:
    """Gives the place to the class word around it too: `province` in "Idlib province", `town` in "the town of Hit"."""
    token = sentence.tokens[key[1]]
    if token.head < 0:
        return
    head = sentence.tokens[token.head]
    above = (key[0], head.i)
    # "Idlib province" is Idlib, but "U.S. bases" are not the United States.
    if above in out or resolved.place.feature not in place_words().classes.get(head.form.lower(), ()):
        return
    by_name = token.rel in ("compound", "flat", "appos", "nmod") and abs(head.i - token.i) <= 3
    of = token.rel == "nmod" and any(sentence.tokens[c].form.lower() == "of" for c in sentence.children[token.i])
    if (by_name and token.rel != "nmod") or of:
        first, last = min(resolved.first, head.i), max(resolved.last, head.i + 1)
        out[above] = ResolvedPlace(resolved.name, resolved.place, first, last)


def _inherited(sentence: Sentence, phrase: Phrase, out: dict[TokenKey, ResolvedPlace]) -> ResolvedPlace | None:
    """The town's coordinates for "the hospital in Aleppo", "a market near Taiz"; none for "protests in Aleppo"."""
    token = sentence.tokens[phrase.head]
    if token.semantic != "place" and token.form.lower() not in place_words().classes:
        return None
    for child in sentence.children[phrase.head]:
        town = out.get((phrase.sentence, child))
        if (
            town is None
            or (phrase.form == "name" and town.place.precision > 3)
            or sentence.tokens[child].rel not in ("nmod", "compound", "appos")
            or town.inherited
        ):
            continue
        case = [sentence.tokens[c].form.lower() for c in sentence.children[child] if sentence.tokens[c].rel == "case"]
        # The country in "U.S. bases" and "the embassy of Iran" owns them, it does not hold them.
        if town.place.precision == 6 and (not case or case[0] == "of"):
            continue
        if not case or case[0] in _INSIDE:
            place = town.place
            precision = 2 if place.precision == 1 else place.precision
            same = Place(place.lat, place.lon, None, place.country, place.admin1, None, precision)
            name = " ".join(t.form for t in sentence.tokens[phrase.first : phrase.last])
            return ResolvedPlace(name, same, phrase.first, phrase.last, inherited=True)
    return None
