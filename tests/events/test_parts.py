"""Wholes and parts, in records made by hand and in invented texts."""

import pytest

from dateline.events.parts import SUMMED, TAKEN, with_items
from dateline.language.analysis import Analysis
from dateline.pipeline import code
from dateline.records import Count, Entity, Mention, Place, When
from dateline.resolving.resolution import Resolution

TEXT = "Nine raids in the north. Four raids in Jos. Talks.\nA blast elsewhere."
DAY = When("2024-05-13", "2024-05-14", "day", "0")
GUESS = When(None, "2024-05-15", "unknown", None, True)


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def entity(id, name, kind, country="NGA", precision=None):
    place = None if precision is None else Place(9.9, 8.9, None, country, None, None, precision)
    mentions = (Mention(at(name), at(name), "name"),) if name in TEXT else ()
    return Entity(id=id, name=name, kind=kind, mentions=mentions, country=country, place=place)


ENTITIES = (
    entity("0", "north", "place", precision=4),
    entity("1", "Jos", "place", precision=1),
    entity("2", "elsewhere", "place", country="BEN", precision=1),
    entity("3", "army", "military"),
    entity("4", "militia", "armed_group"),
)


def itemized(*events):
    analysis = Analysis(text=TEXT, sentences=(), paragraphs=(), model="by hand")
    return with_items(analysis, Resolution(ENTITIES, {}, {}, (), {}, {}), events)


def test_a_counted_item_is_part_of_the_count_before_it(event):
    whole = event(
        "0", at("Nine raids"), count=Count(9, 9, at("Nine")), actors=("3",), place="0", when=DAY, modes=("aerial",)
    )
    item = event("1", at("Four raids"), count=Count(4, 4, at("Four")), place="1", when=GUESS)
    _, part = itemized(whole, item)
    assert (part.part_of, part.actors, part.modes, part.when, part.place) == ("0", ("3",), ("aerial",), DAY, "1")
    assert {w.field for w in part.why if w.rule == TAKEN} == {"actors", "modes", "when"}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"count": Count(12, 12, (0, 1))}, "more than the whole"),
        ({"place": "2"}, "in another country"),
        ({"actors": ("2",)}, "by somebody else"),
        ({"recipients": ("1",)}, "against somebody else"),
        ({"event": "COERCE"}, "of another type"),
    ],
)
def test_what_is_no_part(event, changes, why):
    whole = event("0", at("Nine raids"), count=Count(9, 9, at("Nine")), actors=("3",), recipients=("4",), place="0")
    item = event("1", at("Four raids"), **{"count": Count(4, 4, at("Four")), "place": "1", **changes})
    assert itemized(whole, item)[1].part_of is None, why


def test_the_whole_is_told_by_its_counted_parts(event):
    whole = event("0", at("Nine raids"), count=Count(9, 9, at("Nine")), actors=("3",), place="0")
    told = event("1", at("Four raids"), count=Count(4, 4, at("Four")), recipients=("4",), modes=("drone",), place="1")
    other = event("2", at("blast"), count=Count(5, 5, at("blast")), place="1")
    out = itemized(whole, told, other)
    assert [(e.recipients, e.modes) for e in out] == [(("4",), ("drone",))] * 3
    assert {w.field for w in out[0].why if w.rule == SUMMED} == {"recipients", "modes"}


def story(text, *, published="2024-06-03"):
    coded = code(text, published=published)
    names = {e.id: e.name for e in coded.entities}
    return [
        (
            text[e.anchor[0] : e.anchor[1]],
            e.part_of,
            [names[a] for a in e.actors],
            [names[r] for r in e.recipients],
            names.get(e.place),
        )
        for e in coded.events
    ]


def test_single_cases_of_a_plural_are_its_parts():
    text = "The rebels carried out two raids in May, one in Gao and another in Ansongo."
    assert story(text) == [
        ("raids", None, ["The rebels"], [], None),
        ("one", "e1", ["The rebels"], [], "Gao"),
        ("another", "e1", ["The rebels"], [], "Ansongo"),
    ]


def test_a_case_among_others_tells_nothing_of_the_others():
    text = "France condemns the attacks in Mali today, including one in Gao claimed by Ansaru."
    judged, whole, case = story(text)
    assert (whole[2], case[1:]) == ([], ("e2", ["Ansaru"], [], "Gao"))
    assert judged[3] == ["Ansaru"]


def test_a_case_beside_a_single_event_is_no_part():
    assert [e[1] for e in story("Militants staged an attack on the barracks and one on the airport.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Protests broke out across Peru on Monday. In Cusco, farmers blocked roads.",
            [None, "e1"],
        ),
        (
            "There were bombings this weekend in Garissa and Lamu. On Saturday, gunmen bombed a hotel in Garissa.",
            [None, "e1"],
        ),
        ("Protests broke out across Peru on Monday. In La Paz, farmers blocked roads.", [None, None]),
        ("The army launched raids in Kivu. Rebels attacked the town of Goma on Tuesday.", [None, None]),
    ],
)
def test_items_of_a_plural_lie_inside_it(text, parts):
    assert [e[1] for e in story(text)] == parts


def test_a_summary_in_two_countries_holds_the_items_of_both():
    text = (
        "On 3 May, coalition forces conducted 12 strikes against Boko Haram in Niger and Chad. In Niger, coalition "
        "forces conducted nine strikes. In Chad, coalition forces conducted three strikes.\n"
        "Near Diffa, four strikes destroyed a truck."
    )
    assert [(e[1], e[3]) for e in story(text)] == [
        (None, ["Boko Haram"]),
        ("e1", ["Boko Haram"]),
        ("e1", ["Boko Haram"]),
        ("e2", ["Boko Haram"]),
    ]


def test_a_case_in_other_words_is_a_part_and_a_bare_one_is_what_it_was():
    text = "Rebels staged attacks, including a raid on nurses."
    assert [e[1:4] for e in story(text)] == [(None, ["Rebels"], []), ("e1", ["Rebels"], ["nurses"])]
    text = (
        "The junta brought ruin and caused destruction on every side, including atrocities against the Malian people."
    )
    assert [e[1:4] for e in story(text)] == [(None, ["The junta"], ["the Malian people"])]


def test_the_hurt_of_one_act_are_not_those_of_another():
    text = "There were clashes in Kano and Jos on Monday, in which nine soldiers were killed. In Jos, rebels burned a truck."
    assert [e[1:4] for e in story(text)][-1] == ("e1", ["rebels"], [])
