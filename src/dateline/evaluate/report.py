"""Scores as one flat object and as lines of text."""

from dateline.evaluate.counting import Found
from dateline.evaluate.fields import FIELDS
from dateline.evaluate.records import Miss, Scores

Figures = dict[str, float | None]


def as_figures(scores: Scores) -> Figures:
    """The figures under the names that reports and floors use; null where gold has nothing to compare."""
    value = {name: share.value for name, share in scores.fields.items()}
    figures: Figures = {
        "events_f1": scores.events.f1,
        "records": scores.records.value,
        "claims_f1": scores.claims.f1,
        **{name: value.get(name) for name in FIELDS},
        "factuality": value.get("factuality"),
        "source_span": value.get("source_span"),
        "source_entity": value.get("source"),
        "style": value.get("style"),
    }
    return {name: None if figure is None else round(figure, 4) for name, figure in figures.items()}


def as_lines(scores: Scores) -> list[str]:
    """The scores for a person to read: detection first, then the fields of what was found."""
    lines = [_found("events", scores.events)]
    records = scores.records
    lines.append(f"records   {records.right} right of {records.total} gold = {records.value or 0:.3f}")
    lines += [_share(scores, name) for name in FIELDS if scores.fields.get(name) and scores.fields[name].total]
    lines.append(_found("claims", scores.claims))
    claim_fields = ("source_span", "source", "style", "factuality")
    lines += [_share(scores, name) for name in claim_fields if scores.fields.get(name) and scores.fields[name].total]
    return lines


def miss_line(miss: Miss) -> str:
    """One miss in one line."""
    where = f"{miss.document} {miss.record}".strip()
    if miss.what in ("missed", "missed claim"):
        return f"{where} {miss.what}: {miss.gold}"
    if miss.what == "extra":
        return f"{where} extra: {miss.coded}"
    return f"{where} {miss.what}: gold {miss.gold} | coded {miss.coded}"


def _found(name: str, found: Found) -> str:
    return (
        f"{name:9s} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}"
        f"   (gold {found.gold}, predicted {found.predicted})"
    )


def _share(scores: Scores, name: str) -> str:
    share = scores.fields[name]
    return f"  {name:14s} {share.right}/{share.total} = {share.value or 0:.3f}"
