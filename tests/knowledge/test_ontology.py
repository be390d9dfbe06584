import pytest

from dateline.errors import PackError
from dateline.knowledge.ontology import QUADS, load_ontology, read_ontology

ONTOLOGY = load_ontology()

MINIMAL = """
version = 1

[type.ASSAULT]
means = "Harm by force."
quad = "material conflict"
score = -9.0
recipient = false
cameo = "190"

[type.ASSAULT.mode.aerial]
means = "From the air."
score = -9.5
cameo = "195"

[contexts]
military = "State forces."

[sectors]
MIL = "state armed forces"

[international]
IGO = "intergovernmental organization"

[cameo]
190 = ["use force", "ASSAULT", "", "military"]
195 = ["attack from the air", "ASSAULT", "aerial"]
010 = ["make a statement"]

[notes]
195 = "Published as heavy-weapons."
"""


def read(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return read_ontology(path)


def test_the_whole_of_plover_is_there():
    assert len(ONTOLOGY.types) == 16
    assert len(ONTOLOGY.contexts) == 37
    assert len(ONTOLOGY.sectors) == 25
    assert len(ONTOLOGY.international) == 7
    assert len(ONTOLOGY.cameo) >= 250
    assert {t.quad for t in ONTOLOGY.types.values()} == set(QUADS)


@pytest.mark.parametrize(
    ("event", "quad", "score", "modes"),
    [
        ("AGREE", "verbal cooperation", 2.5, 0),
        ("CONSULT", "verbal cooperation", 2.5, 4),
        ("CONCEDE", "verbal cooperation", 4.5, 0),
        ("COOPERATE", "material cooperation", 9.5, 0),
        ("RETREAT", "material cooperation", 6.5, 6),
        ("REQUEST", "verbal conflict", 0.0, 4),
        ("ACCUSE", "verbal conflict", -3.0, 3),
        ("THREATEN", "verbal conflict", -3.5, 6),
        ("SANCTION", "material conflict", -6.0, 4),
        ("PROTEST", "material conflict", -5.0, 7),
        ("COERCE", "material conflict", -7.0, 10),
        ("ASSAULT", "material conflict", -9.0, 15),
    ],
)
def test_types(event, quad, score, modes):
    assert ONTOLOGY.quad(event) == quad
    assert ONTOLOGY.score(event) == score
    assert len(ONTOLOGY.types[event].modes) == modes


@pytest.mark.parametrize(
    ("event", "modes", "score"),
    [
        ("ASSAULT", ("firearms",), -9.0),
        ("ASSAULT", ("firearms", "drone"), -9.5),
        ("ASSAULT", ("unconventional",), -10.0),
        ("ACCUSE", ("disapprove",), -2.0),
        ("ACCUSE", ("disapprove", "allege"), -3.5),
        ("PROTEST", ("riot",), -5.0),
        ("PROTEST", ("a mode of another pack",), -5.0),
    ],
)
def test_score_of_modes(event, modes, score):
    assert ONTOLOGY.score(event, modes) == score


@pytest.mark.parametrize(
    ("event", "modes", "frame_cameo", "code"),
    [
        ("ASSAULT", (), None, "190"),
        ("ASSAULT", ("aerial",), None, "195"),
        ("ASSAULT", ("aerial",), "190", "195"),
        ("ASSAULT", ("explosives",), "1831", "1831"),
        ("ASSAULT", ("suicide-attack", "explosives"), None, "1831"),
        ("COERCE", ("curfew",), "17", "1723"),
        ("SANCTION", ("discontinue",), "162", "162"),
        ("AGREE", (), None, "030"),
    ],
)
def test_cameo_for(event, modes, frame_cameo, code):
    assert ONTOLOGY.cameo_for(event, modes, frame_cameo) == code


@pytest.mark.parametrize(
    ("act", "intent"),
    [
        ("195", "138"),
        ("191", "1381"),
        ("073", "0333"),
        ("0841", "0353"),
        ("0831", "0341"),
        ("046", "036"),
        ("163", "1312"),
        ("112", "112"),
        ("051", "051"),
        ("030", "030"),
    ],
)
def test_intended(act, intent):
    assert ONTOLOGY.intended(act) == intent


def test_an_intention_stays_on_the_side_of_its_act():
    for act, intent in ONTOLOGY.intents.items():
        sides = {ONTOLOGY.quad(ONTOLOGY.cameo[code].event).split()[1] for code in (act, intent)}
        assert len(sides) == 1, act


@pytest.mark.parametrize(
    ("code", "event", "mode"),
    [
        ("195", "ASSAULT", "aerial"),
        ("1952", "ASSAULT", "drone"),
        ("163", "SANCTION", "discontinue"),
        ("116", "SANCTION", "convict"),
        ("1712", "ASSAULT", "destroy"),
        ("042", "CONSULT", "visit"),
        ("42", "CONSULT", "visit"),
        ("1839", "ASSAULT", "explosives"),
        ("055", "CONCEDE", None),
        ("012", None, None),
    ],
)
def test_plover_for(code, event, mode):
    row = ONTOLOGY.plover_for(code)
    assert (row.event, row.mode) == (event, mode)


def test_plover_for_an_unknown_family():
    assert ONTOLOGY.plover_for("990") is None


def test_each_mode_leads_to_a_cameo_code_of_its_own_side():
    # a CAMEO code may serve several modes and types, but never conflict and cooperation alike
    for event in ONTOLOGY.types.values():
        for name in event.modes:
            row = ONTOLOGY.plover_for(ONTOLOGY.cameo_for(event.name, [name]))
            assert row.event is not None
            assert ONTOLOGY.quad(row.event).split()[1] == event.quad.split()[1], (event.name, name)


@pytest.mark.parametrize("code", ["163", "116", "1712", "175", "195", "0842", "085", "132", "201", "143", "055"])
def test_every_measured_defect_of_the_published_table_has_a_note(code):
    assert ONTOLOGY.cameo[code].note


def test_a_small_pack_reads(tmp_path):
    ontology = read(tmp_path, MINIMAL)
    assert ontology.cameo["190"].contexts == ("military",)
    assert ontology.cameo["195"].note == "Published as heavy-weapons."
    assert ontology.cameo["010"].event is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"use force", "ASSAULT"', '"use force", "ASAULT"', r"mine.toml: CAMEO 190: no event type 'ASAULT'.*'ASSAULT'"),
        ('"ASSAULT", "aerial"]', '"ASSAULT", "arial"]', r"CAMEO 195: no mode of ASSAULT 'arial'.*'aerial'"),
        ('"", "military"]', '"", "militery"]', r"CAMEO 190: no context 'militery'.*'military'"),
        (
            "material conflict",
            "material conflct",
            r"type ASSAULT: no quad class 'material conflct'.*'material conflict'",
        ),
        ('cameo = "195"', 'cameo = "1955"', r"mode ASSAULT aerial: no CAMEO code '1955'"),
        ("[notes]\n195", "[notes]\n1955", r"notes: no CAMEO code '1955'"),
        ('["make a statement"]', "[]", r"CAMEO 010: a row is"),
        ("recipient = false\n", "", r"mine.toml: .*recipient"),
        ("[contexts]", "[contexts", r"mine.toml: not TOML"),
    ],
)
def test_errors_name_file_place_and_nearest_word(tmp_path, old, new, message):
    assert old in MINIMAL
    with pytest.raises(PackError, match=message):
        read(tmp_path, MINIMAL.replace(old, new, 1))
