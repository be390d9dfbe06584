from importlib.resources import files

import pytest

from dateline.errors import PackError
from dateline.knowledge.examples import parse_example
from dateline.knowledge.frames import load_frames, read_frames
from dateline.knowledge.ontology import load_ontology

FRAMES = load_frames()
ONTOLOGY = load_ontology()
BUILT_IN = files("dateline.knowledge") / "data" / "frames"

PATTERNS = """
[pattern.attack]
verb = { subj = "actor", obj = "object_or_recipient", "obl:at|on" = "recipient", "obj.owner" = "recipient" }
noun = { poss = "actor", "nmod:on" = "recipient" }

[instrument_modes.ASSAULT]
drone = ["drone"]
crowd-control = ["bullet:rubber"]

[content_modes.THREATEN]
ASSAULT = "violence"

[lists]
sport = ["team", "goal"]
"""
FRAME = """
type = "ASSAULT"

[[frame]]
id = "assault.bomb"
verbs = ["bomb", "blow prt:up", "open obj:fire obl:on|at"]
nouns = ["bombing", "bomb compound:car"]
modes = ["explosives"]
cameo = "183"
pattern = "attack"
roles = { "obl:with" = "instrument", "nmod:of" = "recipient" }
needs = ["subj:AGENT or obl:by:GROUP", "obj"]
blocks = ["obj:@sport|exam", "obj:audition"]
examples = ["[Militants]actor <bombed> [a station]object."]
"""


def folder(tmp_path, name="mine", *, patterns=PATTERNS, frame=FRAME):
    path = tmp_path / name
    path.mkdir()
    (path / "patterns.toml").write_text(patterns, encoding="utf-8")
    (path / "assault.toml").write_text(frame, encoding="utf-8")
    return path


def read(tmp_path, **texts):
    return read_frames([folder(tmp_path, **texts)], ONTOLOGY)


def test_a_frame_reads_with_roles_conditions_and_index(tmp_path):
    frames = read(tmp_path)
    frame = frames.frames["assault.bomb"]
    assert frame.verb_roles["obl:at"] == frame.verb_roles["obl:on"] == "recipient"
    assert frame.verb_roles["obj.owner"] == "recipient"
    assert frame.verb_roles["obl:with"] == "instrument"
    assert frame.noun_roles == {"poss": "actor", "nmod:on": "recipient", "nmod:of": "recipient"}
    assert [[c.slot for c in need] for need in frame.needs] == [["subj", "obl"], ["obj"]]
    (block,) = frame.blocks
    assert block.words == {"team", "goal", "exam", "audition"}
    assert frames.instrument_modes["ASSAULT"] == {"drone": "drone", "bullet:rubber": "crowd-control"}
    assert frames.content_modes["THREATEN"] == {"ASSAULT": "violence"}
    assert [e.text for e in frames.verbs["open"]] == ["open obj:fire obl:at|on"]
    assert set(frames.nouns) == {"bombing", "bomb"}


def test_longer_entries_come_first_then_strong_then_more_needs(tmp_path):
    more = """
[[frame]]
id = "assault.weak"
verbs = ["bomb"]
pattern = "attack"
strength = "weak"
needs = ["obj", "subj", "iobj"]

[[frame]]
id = "assault.needy"
verbs = ["bomb", "bomb obj:town"]
pattern = "attack"
needs = ["obj", "subj", "iobj"]
"""
    entries = read(tmp_path, frame=FRAME + more).verbs["bomb"]
    assert [(e.frame.id, len(e.requires)) for e in entries] == [
        ("assault.needy", 1),
        ("assault.needy", 0),
        ("assault.bomb", 0),
        ("assault.weak", 0),
    ]


def test_a_later_folder_wins_frame_by_frame(tmp_path):
    mine = folder(tmp_path, "mine", patterns="", frame=FRAME.replace('["explosives"]', '["aerial"]'))
    base = folder(tmp_path, "base")
    frames = read_frames([base, mine], ONTOLOGY)
    assert frames.frames["assault.bomb"].modes == ("aerial",)
    assert len(frames.verbs["bomb"]) == 1


def test_an_overlay_of_the_built_in_frames(tmp_path):
    mine = folder(tmp_path, patterns="", frame=FRAME.replace("assault.bomb", "assault.mine").replace("@sport", "team"))
    frames = load_frames(mine)
    assert len(frames.frames) == len(FRAMES.frames) + 1
    with pytest.raises(PackError, match="no such folder"):
        load_frames(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"ASSAULT"\n', '"ASAULT"\n', r"assault.toml: no event type 'ASAULT' \(did you mean 'ASSAULT'"),
        ('["explosives"]', '["explosive"]', r"frame 'assault.bomb': no mode of ASSAULT 'explosive' .*'explosives'"),
        ('"183"', '"189"', r"frame 'assault.bomb': no CAMEO code '189'"),
        ('pattern = "attack"', 'pattern = "atack"', r"no pattern 'atack' \(did you mean 'attack'"),
        ("prt:up", "part:up", r"entry 'blow part:up': no relation 'part' \(did you mean"),
        ('"bomb", ', '"Bomb", ', r"entry 'Bomb': starts with a lower-case lemma"),
        ('"bomb", ', '"bomb ", ', r"entry 'bomb ': write one blank"),
        ("obj:fire", "obj:fire|", r"entry .*holds something that is not a word"),
        ("obj:fire", "obj:FIRE", r"no class 'FIRE'"),
        ("subj:AGENT", "sbj:AGENT", r"no slot 'sbj' \(did you mean"),
        ("subj:AGENT", "subj:AGNT", r"no class 'AGNT' \(did you mean 'AGENT'"),
        ("@sport", "@sports", r"no list '@sports' \(did you mean 'sport'"),
        ("|exam", "||exam", r"an empty test"),
        ('"obl:with" = "instrument"', '"obl:with" = "tool"', r"slot 'obl:with': no role 'tool'"),
        ('"obl:with" = "instrument"', '"oblique:with" = "instrument"', r"no slot 'oblique'"),
        ('"obl:with" = "instrument"', '"obl:with.owners" = "instrument"', r"no deep part 'owners' .*'owner'"),
        ('modes = ["', 'mode = ["', r"frame 'assault.bomb': .*unknown field .*did you mean 'modes'"),
        ('id = "assault.bomb"\n', 'id = "assault.bomb"\neffect = "kiled"\n', r"no effect 'kiled' .*'killed'"),
        ('id = "assault.bomb"\n', 'id = "assault.bomb"\nstatus = "futur"\n', r"no status 'futur' .*'future'"),
        ('id = "assault.bomb"\n', 'id = "assault.bomb"\ncontexts = ["war"]\n', r"no context 'war'"),
        ("[[frame]]", "[[frame]", r"assault.toml: not TOML: .*line"),
    ],
)
def test_errors_name_file_frame_and_nearest_word(tmp_path, old, new, message):
    assert old in FRAME
    with pytest.raises(PackError, match=message) as error:
        read(tmp_path, frame=FRAME.replace(old, new, 1))
    assert "assault.toml" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('subj = "actor"', 'subj = "aktor"', r"patterns.toml: pattern 'attack': slot 'subj': no role 'aktor'"),
        ('drone = ["drone"]', 'dron = ["drone"]', r"patterns.toml: no mode of ASSAULT 'dron'"),
        ('ASSAULT = "violence"', 'ASSAULT = "violent"', r"patterns.toml: no mode of THREATEN 'violent'"),
        ("verb = {", "verbs = {", r"patterns.toml: .*verbs"),
    ],
)
def test_errors_in_patterns(tmp_path, old, new, message):
    assert old in PATTERNS
    with pytest.raises(PackError, match=message):
        read(tmp_path, patterns=PATTERNS.replace(old, new, 1))


def test_ids_and_patterns_are_unique_in_a_folder(tmp_path):
    with pytest.raises(PackError, match=r"frame 'assault.bomb' stands in assault.toml already"):
        read(tmp_path, frame=FRAME + FRAME.replace('type = "ASSAULT"', ""))
    path = folder(tmp_path, "twice")
    (path / "patterns_more.toml").write_text('[pattern.attack]\nverb = { subj = "actor" }\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"pattern 'attack' stands in patterns.toml already"):
        read_frames([path], ONTOLOGY)


def test_a_frame_needs_words(tmp_path):
    with pytest.raises(PackError, match="neither verbs nor nouns"):
        read(tmp_path, frame='type = "ASSAULT"\n\n[[frame]]\nid = "assault.none"\npattern = "attack"\n')


def entries():
    return [e for t in (FRAMES.verbs, FRAMES.nouns, FRAMES.adjs) for es in t.values() for e in es]


def test_the_built_in_packs_are_broad():
    assert len(entries()) >= 4000
    assert len(FRAMES.verbs) >= 1000
    assert len(FRAMES.nouns) >= 600
    assert {f.event for f in FRAMES.frames.values()} == set(ONTOLOGY.types)


@pytest.mark.parametrize("event", list(ONTOLOGY.types))
def test_every_mode_can_be_reached(event):
    reached = {m for f in FRAMES.frames.values() if f.event == event for m in f.modes}
    reached |= set(FRAMES.instrument_modes.get(event, {}).values()) | set(FRAMES.content_modes.get(event, {}).values())
    assert set(ONTOLOGY.types[event].modes) <= reached


def test_frame_ids_start_with_their_type():
    assert [f.id for f in FRAMES.frames.values() if not f.id.startswith(f.event.lower() + ".")] == []


def test_the_cameo_code_of_a_frame_does_not_turn_conflict_into_cooperation():
    wrong = []
    for frame in FRAMES.frames.values():
        row = ONTOLOGY.plover_for(frame.cameo) if frame.cameo else None
        if row is None or row.event is None:
            continue
        sides = {ONTOLOGY.quad(e).split()[1] for e in (row.event, frame.event)}
        if len(sides) > 1:
            wrong.append((frame.id, frame.cameo))
    assert wrong == []


def test_examples_are_well_formed():
    for frame in FRAMES.frames.values():
        for marked in (*frame.examples, *frame.non_examples):
            assert parse_example(marked).anchors, (frame.id, marked)


def test_no_entry_is_given_twice_by_the_same_frame():
    seen = set()
    for entry in entries():
        key = (entry.pos, entry.text, entry.frame.id)
        assert key not in seen
        seen.add(key)
