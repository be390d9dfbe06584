import pytest
from msgspec.structs import replace

from dateline.events.facts import Facts
from dateline.events.likeness import WINDOW, antecedent, echoed, likeness, only_cause

NONE = frozenset()
SHELLING = Facts(
    event="ASSAULT",
    frames=frozenset({"assault.shell"}),
    modes=NONE,
    lemmas=frozenset({"shell"}),
    status="actual",
    firm_status=True,
    actors=frozenset({1}),
    recipients=frozenset({2}),
    objects=NONE,
    object_words=NONE,
    actor_kinds=frozenset({("SYR", "MIL")}),
    recipient_kinds=frozenset({("SYR", "CVL")}),
    places=(),
    when=None,
    counts=NONE,
    sentence=0,
    last=0,
    token=0,
    unnamed=False,
    noun=False,
    determiner="",
    otherness=False,
    historical=False,
    recent=False,
    result=False,
)
AGAIN = replace(SHELLING, sentence=1, last=1, noun=True, determiner="the")
BARE = replace(AGAIN, actors=NONE, actor_kinds=NONE, recipients=NONE, recipient_kinds=NONE)


def day(first: str, after: str) -> tuple[str, str]:
    return (first, after)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ({"event": "COERCE"}, {}),
        ({"otherness": True}, {}),
        ({"historical": True}, {}),
        ({"status": "future"}, {}),
        ({"status": "negated"}, {}),
        ({"counts": frozenset({(3, 3)})}, {"counts": frozenset({(1, 1)})}),
        ({"when": day("2024-05-02", "2024-05-03")}, {"when": day("2024-04-01", "2024-04-02")}),
        ({"actors": frozenset({9}), "actor_kinds": frozenset({("TUR", "MIL")})}, {}),
        ({"actors": frozenset({2}), "actor_kinds": frozenset({("SYR", "CVL")})}, {"actors": NONE}),
    ],
)
def test_what_contradicts_leaves_no_likeness(new, old):
    assert likeness(AGAIN, SHELLING) is not None
    assert likeness(replace(AGAIN, **new), replace(SHELLING, **old)) is None


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"determiner": "this"}, {"determiner": "the"}),
        ({"determiner": "the"}, {"determiner": ""}),
        ({"determiner": ""}, {"determiner": "a"}),
        ({}, {"actors": NONE}),
        ({}, {"lemmas": frozenset({"raid"}), "frames": frozenset({"assault.raid"})}),
        ({"when": day("2024-05-02", "2024-05-03")}, {}),
        ({"objects": frozenset({7})}, {"objects": frozenset({8})}),
        ({}, {"sentence": 9, "last": 9}),
    ],
)
def test_what_speaks_for_one_happening(better, worse):
    old = replace(SHELLING, when=day("2024-05-02", "2024-05-03"), objects=frozenset({7}))
    assert likeness(replace(AGAIN, **better), old) > likeness(replace(AGAIN, **worse), old)


def test_an_act_of_speech_joins_only_one_in_the_same_words():
    demand = replace(SHELLING, event="REQUEST", frames=frozenset({"request.demand"}), lemmas=frozenset({"demand"}))
    urge = replace(demand, frames=frozenset({"request.urge"}), lemmas=frozenset({"urge"}), sentence=1, last=1)
    assert likeness(urge, demand) is None
    assert likeness(replace(urge, frames=demand.frames), demand) is None
    assert likeness(replace(urge, frames=demand.frames, lemmas=demand.lemmas), demand) is not None


def test_what_nothing_points_back_to_is_no_echo():
    bare = replace(BARE, determiner="", lemmas=frozenset({"atrocity"}))
    assert echoed(bare, ("ASSAULT",), (SHELLING,))[0] is None
    assert echoed(replace(bare, determiner="this"), ("ASSAULT",), (SHELLING,))[0] == 0
    assert echoed(replace(bare, lemmas=SHELLING.lemmas), ("ASSAULT",), (SHELLING,))[0] == 0


def test_the_antecedent_is_the_likeliest_one_not_the_nearest():
    elsewhere = replace(SHELLING, actors=NONE, recipients=NONE, recipient_kinds=NONE, actor_kinds=NONE, sentence=1)
    index, why = antecedent(replace(AGAIN, sentence=2, last=2), (SHELLING, elsewhere))
    assert index == 0
    assert "score" in why


def test_nothing_like_it_is_no_antecedent():
    assert antecedent(replace(AGAIN, determiner="a", actors=NONE, recipients=NONE), (SHELLING,)) == (None, "")
    assert antecedent(AGAIN, ()) == (None, "")


def test_what_lies_before_the_window_is_not_compared():
    aid = replace(SHELLING, event="AID")
    assert antecedent(AGAIN, (SHELLING, *[aid] * (WINDOW - 1)))[0] == 0
    assert antecedent(AGAIN, (SHELLING, *[aid] * WINDOW))[0] is None


def test_a_bare_result_belongs_to_the_only_harm_before_it():
    assert only_cause(BARE, (SHELLING,))[0] == 0
    assert only_cause(BARE, (SHELLING, SHELLING)) == (None, "")
    assert only_cause(replace(BARE, otherness=True), (SHELLING,)) == (None, "")
    assert only_cause(replace(BARE, sentence=6), (SHELLING,)) == (None, "")


def test_among_several_harms_the_object_decides():
    depot = replace(SHELLING, object_words=frozenset({"depot"}))
    bridge = replace(SHELLING, object_words=frozenset({"bridge"}))
    assert only_cause(replace(BARE, object_words=frozenset({"bridge"})), (depot, bridge))[0] == 1


def test_an_echo_names_the_latest_event_of_its_types():
    aid = replace(SHELLING, event="AID", sentence=1, last=1)
    echo = replace(BARE, determiner="this", sentence=2, last=2)
    assert echoed(echo, ("ASSAULT",), (SHELLING, aid))[0] == 0
    assert echoed(echo, ("ASSAULT", "AID"), (SHELLING, aid))[0] == 1
    assert echoed(replace(echo, determiner="a"), ("ASSAULT",), (SHELLING,)) == (None, "")
    assert echoed(replace(echo, sentence=6), ("ASSAULT",), (SHELLING,)) == (None, "")
