"""The network in torch: one encoder, a biaffine parser and a block of taggers on top of it."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.language.pieces import SHAPES
from dateline.train.examples import Labels
from dateline.train.recipe import EncoderShape, Recipe

POSITIONS = 512
TAGS = ("upos", "feats", "semantic", "names", "mentions")
# Outputs of the second block of taggers. The last ones are yes or no; `causal` is asked of the sentence, at its start.
CLASSES = ("reason", "anchor")
SIGNS = ("cue", "speech", "happened", "causal")


class Layer(nn.Module):
    """One transformer layer as BERT has it: attention, then two dense layers, normalized after each."""

    def __init__(self, size: EncoderShape, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (batch, pieces, width), `mask` (batch, 1, 1, pieces) is true where there is a piece."""
        batch, pieces, width = x.shape
        size = width // self.heads
        query, key, value = self.qkv(x).view(batch, pieces, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        # By hand: for sentences this is faster on a processor than the fused operator, up to tenfold for short ones.
        weights = (query * size**-0.5) @ key.transpose(2, 3)
        mixed = weights.masked_fill(~mask, -1e4).softmax(3) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        inner = self.down(F.gelu(self.up(x), approximate="tanh"))
        normed: Tensor = self.norm2(x + self.dropout(inner))
        return normed


class Encoder(nn.Module):
    """MiniLM with a third embedding for the shape of the word."""

    def __init__(self, size: EncoderShape, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, size.width, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, size.width)
        self.shapes = nn.Embedding(SHAPES, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = nn.Dropout(dropout)
        if not size.pretrained:
            for table in (self.words, self.positions, self.shapes):
                nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, lengths: Tensor) -> list[Tensor]:
        """The output of the embeddings and of every layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        mask = (places[None, :] < lengths[:, None])[:, None, None, :]
        x = self.dropout(self.norm(self.words(ids) + self.positions(places)[None] + self.shapes(shapes)))
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states


class Network(nn.Module):
    """Encoder and heads. The first word of every sentence is the start piece, which stands for the root."""

    def __init__(self, recipe: Recipe, labels: Labels, vocabulary: int) -> None:
        super().__init__()
        size, arc, label = recipe.encoder, recipe.arc_width, recipe.label_width
        self.encoder = Encoder(size, vocabulary, recipe.dropout)
        self.mix_tree = nn.Parameter(torch.zeros(size.layers + 1))
        self.mix_tags = nn.Parameter(torch.zeros(size.layers + 1))
        self.arc_label = nn.Linear(size.width, 2 * arc + 2 * label)
        self.sizes = [arc, arc, label, label]
        self.arc = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.label = nn.Parameter(torch.zeros(label + 1, len(labels.rel) * (label + 1)))
        self.tag_hidden = nn.Linear(size.width, recipe.tag_width)
        self.tag_sizes = [len(getattr(labels, name)) for name in TAGS] + [1]
        self.tag = nn.Linear(recipe.tag_width, sum(self.tag_sizes))
        self.mix_marks = nn.Parameter(torch.zeros(size.layers + 1))
        self.mark_hidden = nn.Linear(size.width, recipe.tag_width)
        self.mark_sizes = [len(getattr(labels, name)) for name in CLASSES] + [1] * len(SIGNS)
        self.mark = nn.Linear(recipe.tag_width, sum(self.mark_sizes))
        self.role = nn.Linear(recipe.tag_width, 2 * recipe.role_width)
        self.role_pair = nn.Parameter(torch.zeros(recipe.role_width + 1, len(labels.roles) * (recipe.role_width + 1)))
        self.dropout = nn.Dropout(recipe.head_dropout)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)
        nn.init.normal_(self.role_pair, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, lengths: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Arc scores (batch, words, words), label vectors of dependents and heads, tag scores; words by `firsts`.

        Then the scores of the second block of taggers, and the role vectors of words and of cues side by side.
        """
        states = self.encoder(ids, shapes, lengths)
        tree, tags = self._mixed(states, self.mix_tree, firsts), self._mixed(states, self.mix_tags, firsts)
        marks = self._mixed(states, self.mix_marks, firsts)
        parts = torch.split(F.gelu(self.arc_label(self.dropout(tree)), approximate="tanh"), self.sizes, dim=-1)
        dependent, head, label_dependent, label_head = (self.dropout(part) for part in parts)
        arcs = (dependent @ self.arc + self.arc_bias) @ head.transpose(1, 2)
        hidden = self.dropout(F.gelu(self.tag_hidden(self.dropout(tags)), approximate="tanh"))
        marked = self.dropout(F.gelu(self.mark_hidden(self.dropout(marks)), approximate="tanh"))
        return arcs, label_dependent, label_head, self.tag(hidden), self.mark(marked), self.role(marked)

    def roles(self, words: Tensor, cues: Tensor) -> Tensor:
        """Role scores (cues, words, roles): `words` (cues, words, width) are those of each cue's sentence."""
        words = torch.cat([words.float(), words.new_ones(*words.shape[:2], 1, dtype=torch.float)], 2)
        cues = torch.cat([cues.float(), cues.new_ones(len(cues), 1, dtype=torch.float)], 1)
        pairs = (cues @ self.role_pair).view(len(cues), -1, words.shape[2])
        return words @ pairs.transpose(1, 2)

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Label scores (words, labels) of pairs given as rows of the two label vectors."""
        ones = dependents.new_ones(len(dependents), 1, dtype=torch.float)
        left = torch.cat([dependents.float(), ones], 1)
        right = torch.cat([heads.float(), ones], 1)
        inner = (left @ self.label).view(len(left), -1, left.shape[1])
        return (inner @ right[:, :, None]).squeeze(2)

    @staticmethod
    def _mixed(states: list[Tensor], weights: Tensor, firsts: Tensor) -> Tensor:
        share = weights.softmax(0)
        mixed = sum((share[i] * state for i, state in enumerate(states[1:], 1)), share[0] * states[0])
        index = firsts[:, :, None].expand(-1, -1, mixed.shape[2])
        return mixed.gather(1, index)


def load_minilm(encoder: Encoder, folder: Path) -> None:
    """Copies the weights of a MiniLM checkpoint in safetensors form into the encoder."""
    from safetensors.torch import load_file

    source = load_file(folder / "model.safetensors")
    with torch.no_grad():
        encoder.words.weight.copy_(source["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(source["embeddings.position_embeddings.weight"])
        row = source["embeddings.token_type_embeddings.weight"][0]
        encoder.shapes.weight.copy_(row[None] + 0.01 * torch.randn(SHAPES, len(row)))
        _copy(encoder.norm, source, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{i}"
            assert isinstance(layer, Layer)
            parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([source[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([source[f"{part}.bias"] for part in parts]))
            _copy(layer.out, source, f"{name}.attention.output.dense")
            _copy(layer.norm1, source, f"{name}.attention.output.LayerNorm")
            _copy(layer.up, source, f"{name}.intermediate.dense")
            _copy(layer.down, source, f"{name}.output.dense")
            _copy(layer.norm2, source, f"{name}.output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, source: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(source[f"{name}.weight"])
    assert module.bias is not None
    module.bias.copy_(source[f"{name}.bias"])
