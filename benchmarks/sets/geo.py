"""Place names in news and where they lie."""

from statistics import median

from coding import resolve
from data import Data, Item, span
from figures import f1, part

from dateline.evaluate.counting import Found, Share
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import exact, kilometers, one_to_one
from dateline.records import Place, Span

CORPORA = ("geo_lgl", "geo_trnews", "geo_geovirus", "geo_gwn")
FILES = (*(f"{name}/dev.jsonl" for name in CORPORA), "geonames/countryInfo.txt")
NEAR_KM = 161.0

NamedPlace = tuple[Span, Place | None]


def measure(data: Data) -> list[Figure]:
    """Each corpus by itself."""
    return [figure for name in CORPORA for figure in measure_corpus(data, name)]


def measure_corpus(data: Data, name: str) -> list[Figure]:
    """Span F1; of the gold names with coordinates that were found, those within 161 km, the median error, and the
    country where gold gives it; end to end: F1 of spans that overlap and lie within 161 km."""
    spans, overlapping, end_to_end = Found(), Found(), Found()
    near, country, errors = Share(), Share(), list[float]()
    for item in data.items(f"{name}/dev.jsonl"):
        gold = wanted(item)
        coded = places(item)
        spans += exact([span(t) for t in gold], [s for s, _ in coded])
        pairs = one_to_one(gold, coded, lambda t, c: _common(span(t), c[0]))
        overlapping += Found(len(pairs), len(coded), len(gold))
        right = 0
        for i, j in pairs:
            toponym, place = gold[i], coded[j][1]
            if toponym.get("lat") is None:
                continue
            error = distance(toponym, place)
            errors += [error] if error is not None else []
            hit = error is not None and error <= NEAR_KM
            near += Share(hit, 1)
            right += hit
            code = data.country_code(toponym.get("country") or "")
            if code:
                country += Share(place is not None and place.country == code, 1)
        # Found names whose place gold does not know can be neither right nor wrong.
        unknown = sum(gold[i].get("lat") is None for i, _ in pairs)
        end_to_end += Found(right, len(coded) - unknown, sum(t.get("lat") is not None for t in gold))
    return [
        f1(name, "span_f1", spans),
        f1(name, "overlap_f1", overlapping),
        part(name, "acc_161km", near),
        *([part(name, "country", country)] if country.total else []),
        f1(name, "end_to_end_f1", end_to_end),
        Figure(name, "median_km", median(errors) if errors else None, n=len(errors), floor=False),
    ]


def wanted(item: Item) -> list[Item]:
    """The toponyms of an item: not the common nouns that one of the corpora marks too."""
    toponyms = item["gold"]["toponyms"]
    kinds = [(t, t.get("type") or "") for t in toponyms]
    return [t for t, kind in kinds if not kind.endswith("_Expression") and kind != "Non_Toponym"]


def places(item: Item) -> list[NamedPlace]:
    """The names of places in a text, those included whose place is not known."""
    entities = resolve(item["text"], item["date"]).entities
    return [(m.span, e.place) for e in entities if e.place or e.kind == "place" for m in e.mentions if m.form == "name"]


def distance(toponym: Item, place: Place | None) -> float | None:
    """Kilometers from gold; None when the place has no coordinates."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return kilometers((toponym["lat"], toponym["lon"]), (place.lat, place.lon))


def _common(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
