"""With a pipeline made by hand: a component that knows a few sentences, in both schemes."""

from pathlib import Path

import pytest

import dateline
from dateline.errors import ModelError
from dateline.language.adapting.spacy_model import SpacyModel, load_pipeline

spacy = pytest.importorskip("spacy")
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402

TEXT = "Rebels shelled the city of Aleppo on Monday, killing three people, President Ada Merrin said."
CLEAR = (
    "Rebels|NNS|nsubj|2 shelled|VBD|ccomp|17 the|DT|det|4 city|NN|dobj|2 of|IN|prep|4 Aleppo|NNP|pobj|5 on|IN|prep|2"
    " Monday|NNP|pobj|7 ,|,|punct|2 killing|VBG|advcl|2 three|CD|nummod|12 people|NNS|dobj|10 ,|,|punct|17"
    " President|NNP|compound|16 Ada|NNP|compound|16 Merrin|NNP|nsubj|17 said|VBD|ROOT|0 .|.|punct|17"
)
UD = (
    "Rebels|NNS|nsubj|2 shelled|VBD|ccomp|17 the|DT|det|4 city|NN|obj|2 of|IN|case|6 Aleppo|NNP|nmod|4 on|IN|case|8"
    " Monday|NNP|obl|2 ,|,|punct|2 killing|VBG|advcl|2 three|CD|nummod|12 people|NNS|obj|10 ,|,|punct|17"
    " President|NNP|compound|15 Ada|NNP|nsubj|17 Merrin|NNP|flat|15 said|VBD|ROOT|0 .|.|punct|17"
)
PASSIVE = (
    "Two|CD|nummod|2 soldiers|NNS|nsubjpass|4 were|VBD|auxpass|4 killed|VBN|ROOT|0 by|IN|agent|4 rebels|NNS|pobj|5"
    " in|IN|prep|4 Aleppo|NNP|pobj|7 ,|,|punct|4 according|VBG|prep|4 to|IN|prep|10 the|DT|det|13 army|NN|pobj|11"
    " .|.|punct|4"
)
WANTED = (
    "Rebels|nsubj|2 shelled|ccomp|17 the|det|4 city|obj|2 of|case|6 Aleppo|nmod|4 on|case|8 Monday|obl|2 ,|punct|2"
    " killing|advcl|2 three|nummod|12 people|obj|10 ,|punct|17 President|nmod:desc|15 Ada|nsubj|17 Merrin|flat|15"
    " said|root|0 .|punct|17"
)
LEMMAS = {"shelled": "shell", "killing": "kill", "killed": "kill", "said": "say", "were": "be", "soldiers": "soldier"}
NAMES = {"Aleppo": "GPE", "Ada Merrin": "PERSON"}


@Language.factory("dateline_by_hand", default_config={"lines": [], "parts": ["tags", "trees", "names", "lemmas"]})
def _by_hand(nlp: Language, name: str, lines: list[str], parts: list[str]) -> object:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("by_hand", Path(__file__).with_name("conftest.py"))
    assert spec is not None
    assert spec.loader is not None
    notation = module_from_spec(spec)
    spec.loader.exec_module(notation)
    known = {" ".join(words.forms): words for words in map(notation.Words, lines)}

    def component(doc: Doc) -> Doc:
        kept = [token for token in doc if not token.is_space]
        words = known[" ".join(token.text for token in kept)]
        place = [next((k for k, other in enumerate(kept) if other.i >= token.i), len(kept) - 1) for token in doc]
        root = kept[words.heads.index(-1)].i
        heads = [kept[words.heads[k]].i if words.heads[k] >= 0 else root for k in place]
        heads = [head if not token.is_space else root for head, token in zip(heads, doc, strict=True)]

        def column(values: list[str], space: str) -> list[str]:
            return [space if token.is_space else values[k] for k, token in zip(place, doc, strict=True)]

        made = Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=column(words.tags, "_SP") if "tags" in parts else None,
            pos=column(words.upos, "SPACE") if "tags" in parts else None,
            deps=column(words.rels, "dep") if "trees" in parts else None,
            heads=heads if "trees" in parts else None,
            lemmas=column([LEMMAS.get(f, f) for f in words.forms], " ") if "lemmas" in parts else None,
        )
        if "names" in parts:
            found = []
            for words_of_name, label in NAMES.items():
                start = made.text.find(words_of_name)
                if start >= 0:
                    found.append(made.char_span(start, start + len(words_of_name), label=label))
            made.ents = [span for span in found if isinstance(span, Span)]
        return made

    return component


ALL = ("tags", "trees", "names", "lemmas")


def nlp(*lines: str, parts: tuple[str, ...] = ALL) -> Language:
    made = spacy.blank("en")
    made.add_pipe("dateline_by_hand", config={"lines": list(lines), "parts": list(parts)})
    return made


def pipeline(*lines: str, parts: tuple[str, ...] = ALL) -> SpacyModel:
    return SpacyModel(nlp(*lines, parts=parts))


def shown(sentence: dateline.language.Sentence) -> str:
    return " ".join(f"{t.form}|{t.deprel}|{t.head + 1}" for t in sentence.tokens)


@pytest.mark.parametrize("line", [CLEAR, UD], ids=["CLEAR", "UD"])
def test_both_schemes_give_the_same_tree(line: str) -> None:
    (sentence,) = pipeline(line).analyze(TEXT).sentences
    by_form = {t.form: t for t in sentence.tokens}
    assert shown(sentence) == WANTED
    assert by_form["shelled"].lemma == "shell"
    assert by_form["shelled"].feats == "Mood=Ind|Tense=Past|VerbForm=Fin"
    assert all(TEXT[t.start : t.end] == t.form for t in sentence.tokens)
    assert [(sentence.tokens[n.first].form, n.last - n.first, n.kind) for n in sentence.names] == [
        ("Aleppo", 1, "place"),
        ("Ada", 2, "person"),
    ]
    assert by_form["Ada"].semantic == "person"


def test_the_passive() -> None:
    (sentence,) = (
        pipeline(PASSIVE).analyze("Two soldiers were killed by rebels in Aleppo, according to the army.").sentences
    )
    by_form = {t.form: t for t in sentence.tokens}
    assert by_form["killed"].feats == "Tense=Past|VerbForm=Part|Voice=Pass"
    assert by_form["rebels"].deprel == "obl:agent"
    assert (by_form["army"].deprel, by_form["to"].deprel) == ("obl", "fixed")


@pytest.mark.parametrize("line", [CLEAR, UD], ids=["CLEAR", "UD"])
def test_the_coder_reads_what_the_pipeline_gives(line: str, tmp_path: Path) -> None:
    nlp(line).to_disk(tmp_path)
    document = dateline.code(TEXT, published="2024-05-15", model=f"spacy:{tmp_path}")
    (event,) = document.events
    (claim,) = document.claims
    names = {entity.id: entity.name for entity in document.entities}
    assert (event.event, event.status, TEXT[slice(*event.anchor)]) == ("ASSAULT", "actual", "shelled")
    assert [names[actor] for actor in event.actors] == ["Rebels"]
    assert event.place is not None
    assert names[event.place] == "Aleppo"
    assert event.when is not None
    assert event.when.from_ == "2024-05-13"
    assert [(effect.kind, effect.count.min) for effect in event.effects if effect.count] == [("killed", 3)]
    assert claim.source is not None
    assert names[claim.source] == "Ada Merrin"
    assert claim.events == (event.id,)
    assert document.coder.model == "spacy:en_pipeline-0.0.0"


def test_paragraphs_line_breaks_and_datelines() -> None:
    short = "Troops|NNS|nsubj|2 left|VBD|ROOT|0 the|DT|det|4 town|NN|dobj|2 .|.|punct|2"
    line = "OSLO|NNP|ROOT|0 ,|,|punct|1 Aug.|NNP|npadvmod|1 3|CD|nummod|3 ,|,|punct|1 2019|CD|nummod|3 —|:|punct|1"
    text = "OSLO, Aug. 3, 2019 — Troops left  the\ntown.\n\nTroops left the town."
    analysis = pipeline(short, line).analyze(text)
    first, second, third = analysis.sentences
    assert [t.form for t in first.tokens] == ["OSLO", ",", "Aug.", "3", ",", "2019", "—"]
    assert shown(second) == shown(third) == "Troops|nsubj|2 left|root|0 the|det|4 town|obj|2 .|punct|2"
    assert (third.start, third.end) == (text.rindex("Troops"), len(text))
    assert all(text[t.start : t.end] == t.form for s in analysis.sentences for t in s.tokens)
    assert len(analysis.paragraphs) == 2


def test_nothing_gives_nothing() -> None:
    made = pipeline()
    assert made.analyze("").sentences == ()
    assert made.analyze(" \n ").sentences == ()


@pytest.mark.parametrize(
    ("parts", "message"),
    [(("trees",), "has no tagger"), (("tags",), "has no parser"), ((), "has no tagger")],
)
def test_a_pipeline_that_gives_too_little(parts: tuple[str, ...], message: str) -> None:
    made = pipeline(CLEAR, parts=parts)
    with pytest.raises(ModelError, match=rf"en_pipeline-0\.0\.0 {message}.*it has: dateline_by_hand"):
        made.analyze(TEXT)


def test_our_lemmas_where_the_pipeline_has_none() -> None:
    (sentence,) = pipeline(CLEAR, parts=("tags", "trees")).analyze(TEXT).sentences
    assert [t.lemma for t in sentence.tokens if t.upos == "VERB"] == ["shell", "kill", "say"]
    assert sentence.names == ()


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(ModelError, match=r"spaCy has no pipeline en_nowhere_sm.*installed"):
        load_pipeline("en_nowhere_sm")


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="spaCy"):
        load_pipeline(str(tmp_path))


def test_spacy_without_a_graphics_card() -> None:
    if spacy.prefer_gpu():
        pytest.skip("there is one")
    with pytest.raises(ModelError, match="--device cuda: spaCy finds no GPU"):
        load_pipeline("en_core_web_sm", device="cuda")
