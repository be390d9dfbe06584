"""Frames: which words name which PLOVER event, and who takes part where in the sentence.

The packs under data/frames (one or more files a type, format in docs/frames.md) are read once and indexed by lemma.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack
from dateline.knowledge.entries import parse_entry
from dateline.knowledge.frame_files import RawFrame, Shared, add_patterns, build_frame, read_file
from dateline.knowledge.frame_types import Entry, Frame, Frames, Pattern, Pos
from dateline.knowledge.ontology import Ontology, load_ontology

__all__ = ["Entry", "Frame", "Frames", "Pattern", "load_frames", "read_frames"]


@cache
def load_frames(extra: Path | None = None) -> Frames:
    """The built-in frames, overlaid by those of the folder `extra` (same file format; a frame there replaces the
    built-in one of the same id). PackError names file, frame and the nearest valid word."""
    folders: list[Path | Traversable] = [files("dateline.knowledge") / "data" / "frames"]
    if extra is not None:
        if not extra.is_dir():
            raise PackError(f"{extra}: no such folder of frame packs")
        folders.append(extra)
    return read_frames(folders, load_ontology())


def read_frames(folders: list[Path | Traversable], ontology: Ontology) -> Frames:
    """The frames of these folders; later folders win frame by frame and pattern by pattern."""
    shared = Shared()
    raws: dict[str, tuple[RawFrame, str, str]] = {}
    for folder in folders:
        named: dict[str, str] = {}
        for path in sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name):
            content = read_pack(path)
            if path.name.startswith("patterns"):
                add_patterns(path.name, content, shared, named, ontology)
                continue
            file = read_file(path.name, content)
            ontology.require_type(file.type, where=path.name)
            for raw in file.frame:
                if raw.id in named:
                    raise PackError(f"{path.name}: frame {raw.id!r} stands in {named[raw.id]} already")
                named[raw.id] = path.name
                raws[raw.id] = (raw, file.type, path.name)
    frames: dict[str, Frame] = {}
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    adjs: dict[str, list[Entry]] = {}
    for raw, event, source in raws.values():
        try:
            frame = build_frame(raw, event, source, shared, ontology)
            _enter(verbs, "verb", raw.verbs, frame, shared)
            _enter(nouns, "noun", raw.nouns, frame, shared)
            _enter(adjs, "adj", raw.adjs, frame, shared)
        except PackError as error:
            raise PackError(f"{source}: frame {raw.id!r}: {error}") from None
        frames[frame.id] = frame
    return Frames(
        frames=frames,
        patterns=shared.patterns,
        verbs=_sorted(verbs),
        nouns=_sorted(nouns),
        adjs=_sorted(adjs),
        content_modes=shared.content_modes,
        instrument_modes=shared.instrument_modes,
    )


def _enter(table: dict[str, list[Entry]], pos: Pos, texts: list[str], frame: Frame, shared: Shared) -> None:
    for text in texts:
        lemma, requires = parse_entry(text, shared.lists)
        table.setdefault(lemma, []).append(Entry(lemma, requires, frame, pos))


def _sorted(table: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {lemma: tuple(sorted(entries, key=_order)) for lemma, entries in table.items()}


def _order(entry: Entry) -> tuple[int, int, bool, int]:
    """Most dependents first, then those that say which words, strong before weak, more conditions before fewer."""
    frame = entry.frame
    needs = frame.noun_needs if entry.pos == "noun" else frame.needs
    named = sum(1 for r in entry.requires if r.words or r.preps or r.classes)
    return -len(entry.requires), -named, frame.weak, -len(needs)
