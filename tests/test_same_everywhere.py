"""A document gives the same records, to the byte, whatever else is in the run and however many processes share it."""

import random

import pytest

import dateline
from dateline.export.jsonl import to_line
from dateline.records import CodedDocument, Document

# Of very different length and kind: a run that mixed documents in one batch would pad and scale them otherwise.
TEXTS = (
    "Rebels shelled the town of Marhit on Monday.",
    "Envoys met.",
    "MARHIT, May 13, 2024 — Rebels shelled the town of Marhit on Monday, killing at least three people and wounding "
    'dozens, the mayor said. "We will not leave," he told reporters.\n\nThe Norvanian army denied that its troops had '
    "fired on the convoy, which was carrying flour, blankets and medical supplies to the camps across the border; the "
    "foreign ministry condemned the attack and demanded that the rebels withdraw from the river before talks resume.",
    "Police arrested 12 protesters in Oslo. " * 12,
    "Troops left the town on Monday.",
)


def documents() -> list[Document]:
    return [Document(id=str(n), text=text, published="2024-05-15") for n, text in enumerate(TEXTS)]


def lines(given: list[Document], **how: object) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for result in dateline.code_all(given, **how):  # type: ignore[arg-type]
        assert isinstance(result, CodedDocument), result
        found[result.id] = to_line(result)
    return found


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A spaCy pipeline with a tagger and a parser of the CLEAR scheme, trained on two sentences."""
    spacy = pytest.importorskip("spacy")
    from spacy.training import Example
    from spacy.util import fix_random_seed

    state = random.getstate()
    fix_random_seed(1)
    nlp = spacy.blank("en")
    words = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 16,
        "depth": 1,
        "embed_size": 200,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": False,
    }
    states = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": words,
    }
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": words}})
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": states})
    sentences = [
        (
            "Rebels shelled the town of Marhit .",
            "NNS VBD DT NN IN NNP .",
            "nsubj ROOT det dobj prep pobj punct",
            [1, 1, 3, 1, 3, 4, 1],
        ),
        (
            "Troops left the town on Monday .",
            "NNS VBD DT NN IN NNP .",
            "nsubj ROOT det dobj prep pobj punct",
            [1, 1, 3, 1, 1, 4, 1],
        ),
    ]
    examples = [
        Example.from_dict(
            nlp.make_doc(text), {"words": text.split(), "tags": tags.split(), "deps": deps.split(), "heads": heads}
        )
        for text, tags, deps, heads in sentences
    ]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("trained") / "pipeline"
    nlp.to_disk(folder)
    random.setstate(state)
    return f"spacy:{folder}"


def check(model: str | None) -> None:
    given = documents()
    alone = {document.id: lines([document], model=model)[document.id] for document in given}
    assert lines(given, model=model) == alone
    assert lines(given[::-1], model=model) == alone
    assert lines(given, model=model, workers=2) == alone


def test_with_the_model_in_the_package() -> None:
    check(None)


def test_with_a_spacy_pipeline(trained: str) -> None:
    check(trained)
    coded = dateline.code(TEXTS[4], published="2024-05-15", model=trained)
    assert [event.event for event in coded.events] == ["RETREAT"]
    assert coded.coder.model.startswith("spacy:en_pipeline-")
