"""From joined mentions to event records."""

from collections.abc import Sequence

import msgspec

from dateline.events.draft import Draft, Filler
from dateline.events.facts import status_of_group
from dateline.events.merging import Group
from dateline.events.reasons import purposes_of
from dateline.events.same_clause import AIM_RULE, ASKED_RULE, BY_RULE
from dateline.knowledge.contexts import refine_contexts
from dateline.knowledge.ontology import load_ontology
from dateline.language.analysis import Analysis
from dateline.records.event import Effect, Event, When, Why
from dateline.records.span import Span
from dateline.resolving.event_time import default_when, when_of
from dateline.resolving.resolution import Resolution, TokenKey

PERSONAL = frozenset({"killed", "injured", "killed_or_injured", "missing", "detained", "displaced"})
RECIPROCAL_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def event_of(
    analysis: Analysis,
    resolution: Resolution,
    drafts: Sequence[Draft],
    group: Group,
    number: int,
    published: str | None,
) -> Event:
    """The record of one happening. Ids are provisional (indices); `responds_to`, `part_of` and `claims` come later."""
    ontology = load_ontology()
    members = _joined([drafts[i] for i in group.members])
    main = _main(members, group.rules)
    told = [m for m in members if ASKED_RULE not in group.rules or (m.event == main.event and not _is_content(m, main))]
    actors = _entities(resolution, [k for m in told for k in m.keys("actor")])
    recipients = _entities(resolution, [k for m in told for k in m.keys("recipient")])
    if not recipients:
        # "committed to working with Turkey": who takes part in what is promised is whom it is promised to
        content = [m for m in members if m not in told]
        wanted = _entities(resolution, [k for m in content for k in (*m.keys("recipient"), *m.keys("actor"))])
        recipients = [e for e in wanted if e not in actors]
    objects = _entities(resolution, [k for m in members for k in m.keys("object")])
    instruments = _entities(resolution, [k for m in members for k in m.keys("instrument")])
    givers = _entities(resolution, [k for m in members for k in m.keys("authorizer")])
    if any(m.reciprocal for m in told) and main.event in RECIPROCAL_TYPES:
        # "will consult with its allies": a promise to them, where a joint exercise is one of all who join
        given = _entities(resolution, [f.key for m in told for f in m.fillers if _promised_to(m, f)])
        actors = list(dict.fromkeys([*actors, *(r for r in recipients if r not in given)]))
        actors, recipients = [a for a in actors if a not in given], given
    if main.event == "ASSAULT" and not actors and len(recipients) > 1 and any(m.reciprocal for m in members):
        actors, recipients = recipients, []
    effects = _effects(resolution, members)
    if not recipients and main.event in ("ASSAULT", "COERCE"):
        # who was killed, hurt or seized was acted upon
        recipients = list(
            dict.fromkeys(int(e.entity) for e in effects if e.entity and e.kind in PERSONAL and not _none(e))
        )
    recipients = [r for r in recipients if r not in actors]
    givers = [g for g in givers if g not in actors]
    modes = _modes(members, main)
    place, place_member = _place(resolution, members)
    timed = _time(resolution, members)
    recent = timed is None and any(m.recent for m in members)
    if timed is None and recent and published is not None:
        when: When | None = When(from_=None, to=published[:10], precision="unknown")
    elif timed is None:
        when = default_when(published)
    else:
        found = resolution.times[timed]
        neighbors = [t for t in resolution.times if t.sentence == found.sentence]
        when = when_of(found, sentence=analysis.sentences[found.sentence], published=published, times=neighbors)
    spans = _mentions(analysis, members)
    status = status_of_group(members)
    cameo = ontology.cameo_for(main.event, modes, main.cameo)
    why = list(_why(members, main, place_member))
    why.extend(Why("mentions", None, rule) for rule in dict.fromkeys(group.rules))
    if recent:
        why.append(Why("when", None, "'recent': before publication"))
    elif timed is None and when is not None:
        why.append(Why("when", None, "no time in the text: day of publication"))
    elif timed is not None:
        why.append(Why("when", resolution.times[timed].time.span, "time expression"))
    return Event(
        id=str(number),
        anchor=_token_span(analysis, (main.sentence, main.token)),
        mentions=spans,
        event=main.event,
        modes=modes,
        contexts=_contexts(resolution, members, main, actors),
        cameo=ontology.intended(cameo) if status in ("future", "hypothetical") else cameo,
        quad=ontology.quad(main.event),
        score=ontology.score(main.event, modes),
        actors=tuple(str(a) for a in actors),
        recipients=tuple(str(r) for r in recipients),
        authorizers=tuple(str(g) for g in givers),
        instruments=tuple(str(i) for i in instruments),
        objects=tuple(str(o) for o in objects if o not in recipients),
        place=None if place is None else str(place),
        when=when,
        status=status,  # type: ignore[arg-type]
        historical=any(m.historical for m in members),
        effects=effects,
        responds_to=(),
        purpose=_purposes(analysis, members),
        claims=(),
        why=tuple(dict.fromkeys(why)),
        confidence=round(min(0.98, max(m.confidence for m in members) + 0.03 * (len(members) - 1)), 2),
        count=next((m.count for m in members if m.count is not None), None),
    )


def _is_content(draft: Draft, main: Draft) -> bool:
    """True for the act that another word promises: "committed to *working* with its allies"."""
    return draft.frame.partition(".")[0] in CONTENT and main.frame.partition(".")[0] not in CONTENT


CONTENT = frozenset({"cooperate", "aid", "consult"})


def _promised_to(draft: Draft, filler: Filler) -> bool:
    return draft.event == "AGREE" and draft.frame.startswith("consult") and filler.slot == "obl:with"


def _joined(members: list[Draft]) -> list[Draft]:
    """The members, an echo taking the type of what it echoes."""
    event = next((m.event for m in members if not m.echo), members[0].event)
    return [msgspec.structs.replace(m, event=event) if m.echo else m for m in members]


def _none(effect: Effect) -> bool:
    """True for "no civilians were hurt"."""
    return effect.count is not None and effect.count.max == 0


def _contexts(resolution: Resolution, members: Sequence[Draft], main: Draft, actors: list[int]) -> tuple[str, ...]:
    known = [resolution.entities[a] for a in actors]
    return refine_contexts(
        dict.fromkeys(c for m in members for c in m.contexts),
        main.event,
        sectors=[e.sector for e in known],
        countries=[e.country for e in known],
    )


def _modes(members: Sequence[Draft], main: Draft) -> tuple[str, ...]:
    """All modes of the mentions; "destroyed" is the result, not the way, where another mention names the act."""
    modes = dict.fromkeys(mode for m in members if m.event == main.event for mode in m.modes)
    if "destroy" in modes and any(m.own_effect is None and not m.echo for m in members):
        del modes["destroy"]
    return tuple(modes)


def _main(members: Sequence[Draft], rules: Sequence[str]) -> Draft:
    """The mention that names the happening best: the surest one that is not a bare effect, the first of equals."""
    asked = ASKED_RULE in rules
    by_clause = BY_RULE in rules
    return max(
        members,
        key=lambda m: (
            not m.frame.startswith("echo."),
            AIM_RULE not in rules or m.event == "PROTEST",
            not asked or m.event in ("REQUEST", "AGREE", "THREATEN"),
            not by_clause or (m.pos == "verb" and m.event != members[0].event),
            m.own_effect is None,
            m.event != "AGREE" or m.frame.startswith("agree"),
            m.confidence,
            -m.sentence,
            -m.token,
        ),
    )


def _entities(resolution: Resolution, keys: list[TokenKey]) -> list[int]:
    return list(dict.fromkeys(e for k in keys if (e := resolution.entity_of.get(k)) is not None))


def _place(resolution: Resolution, members: Sequence[Draft]) -> tuple[int | None, Draft | None]:
    """The best-marked and finest place that any mention gives; of equals the first."""
    best: tuple[float, int, Draft] | None = None
    for member in members:
        if member.place is None:
            continue
        index = resolution.entity_of.get(member.place)
        if index is None:
            continue
        entity = resolution.entities[index]
        # how surely grammar marks it counts first, in steps; then how fine it is
        precision = 6.0 if entity.place is None else float(entity.place.precision)
        rank = -round(member.place_score / 4) * 10 + precision
        if best is None or rank < best[0]:
            best = (rank, index, member)
    return (None, None) if best is None else (best[1], best[2])


def _time(resolution: Resolution, members: Sequence[Draft]) -> int | None:
    order = ("time", "part_of_day", "day", "days", "week", "month", "season", "year", "decade", "unknown")
    timed = [m.time for m in members if m.time is not None]
    return min(timed, key=lambda t: order.index(resolution.times[t].time.precision), default=None)


def _token_span(analysis: Analysis, key: TokenKey) -> Span:
    token = analysis.sentences[key[0]].tokens[key[1]]
    return (token.start, token.end)


def _mentions(analysis: Analysis, members: Sequence[Draft]) -> tuple[Span, ...]:
    return tuple(sorted({_token_span(analysis, (m.sentence, t)) for m in members for t in m.tokens}))


def _effects(resolution: Resolution, members: Sequence[Draft]) -> tuple[Effect, ...]:
    out: dict[tuple[str, Span], Effect] = {}
    for member in members:
        for draft in member.effects:
            entity = None if draft.head is None else resolution.entity_of.get(draft.head)
            name = None if entity is None else resolution.entities[entity].name
            out.setdefault(
                (draft.kind, draft.span),
                Effect(
                    kind=draft.kind,
                    what=name,
                    entity=None if entity is None else str(entity),
                    victim=draft.victim,
                    count=draft.count,
                    span=draft.span,
                ),
            )
    return tuple(sorted(out.values(), key=lambda e: e.span))


def _purposes(analysis: Analysis, members: Sequence[Draft]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(s for m in members for s in purposes_of(analysis.sentences[m.sentence], m.tokens)))


def _why(members: Sequence[Draft], main: Draft, placed: Draft | None) -> list[Why]:
    out: list[Why] = []
    for member in members:
        for why in member.why:
            if why.field == "place" and member is not placed:
                continue
            if why.field == "when":
                continue
            if why.field == "status" and member is not main:
                continue
            out.append(why)
        out.extend(Why("effects", e.span, e.rule) for e in member.effects)
    return out
