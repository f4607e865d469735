"""The training of the two encoders: a bi-encoder whose cosines rank sentences, and a cross-encoder that reads both."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from evals.encoders.adapters import adapt
from evals.encoders.examples import Example
from tutor.embedder.packaged import PROMPTS

_TOKENS = 128
_EPOCHS, _BATCH = 3, 128
_WARM = 0.1  # share of the steps in which the rate rises
_NEVER = -1e4
_SCALE = 20.0  # of cosines, where training begins
_NO_ANSWER = 0.85 * _SCALE  # what a scaled cosine has to be above, where training begins

Integers = NDArray[np.int64]


class Texts:
    """Token ids of many texts, padded, on the device where they are read."""

    def __init__(self, encoded: Sequence[Sequence[int]], pad: int, device: str) -> None:
        self._lengths = torch.tensor([min(len(ids), _TOKENS) for ids in encoded], device=device)
        rows = np.full((len(encoded), _TOKENS), pad, np.int32)
        for row, ids in zip(rows, encoded, strict=True):
            row[: len(ids)] = ids[:_TOKENS]
        self._ids = torch.from_numpy(rows).to(device)

    def take(self, rows: Integers) -> dict[str, Tensor]:
        """Return the inputs of a BertModel for some of the texts."""
        at = torch.from_numpy(rows).to(self._ids.device)
        lengths = self._lengths[at]
        width = int(lengths.max())
        mask = torch.arange(width, device=at.device) < lengths[:, None]
        return {"input_ids": self._ids[at, :width].long(), "attention_mask": mask.long()}


class Corpus:
    """Examples as token ids: `offsets` say which rows of `sentences` and `right` are an example's."""

    def __init__(self, examples: Sequence[Example], tokenizer: Tokenizer, device: str) -> None:
        texts = sorted({text for example in examples for text in example.sentences})
        place = {text: at for at, text in enumerate(texts)}
        self.device = device
        self.offsets = np.cumsum([0, *(len(example.sentences) for example in examples)])
        self.sentences = np.array([place[text] for example in examples for text in example.sentences])
        self.right = np.array([right for example in examples for right in example.right])
        pad = tokenizer.token_to_id("<pad>")
        asked = [PROMPTS["query"] + example.question for example in examples]
        found = [PROMPTS["document"] + text for text in texts]
        pairs = [(asked[at], found[place[text]]) for at, example in enumerate(examples) for text in example.sentences]
        self.questions, self.texts, self.pairs = (
            Texts([encoded.ids for encoded in tokenizer.encode_batch(batch)], pad, device)
            for batch in (asked, found, pairs)
        )

    def rows(self, examples: Integers) -> Integers:
        """Return the rows of the sentences of some examples, one after the other."""
        return np.concatenate([np.arange(self.offsets[at], self.offsets[at + 1]) for at in examples])


@dataclass(frozen=True, slots=True)
class Scored:
    """The logit of each sentence of some examples, and for a bi-encoder those of every question with every text."""

    own: Tensor
    every: Tensor | None = None
    texts: Integers | None = None


class BiEncoder(nn.Module):
    """Question and sentence read apart; the scaled cosine of their vectors is the logit."""

    rate = 6e-4

    def __init__(self, model: BertModel) -> None:
        super().__init__()
        self.model = adapt(model)
        self.scale = nn.Parameter(torch.tensor(_SCALE))
        self.none = nn.Parameter(torch.tensor([_NO_ANSWER]))

    def forward(self, corpus: Corpus, examples: Integers, rows: Integers) -> Scored:
        """Return the logits of the rows, which are those of the examples."""
        texts, at = np.unique(corpus.sentences[rows], return_inverse=True)
        every = self._vectors(corpus.questions.take(examples)) @ self._vectors(corpus.texts.take(texts)).T * self.scale
        return Scored(every[torch.from_numpy(_owners(corpus, examples)), torch.from_numpy(at)], every, at)

    def _vectors(self, inputs: dict[str, Tensor]) -> Tensor:
        pooled, _ = _encode(self.model, inputs)
        return functional.normalize(pooled.float(), dim=1)


class CrossEncoder(nn.Module):
    """Question and sentence read as one text; `head` turns its first vector and the mean of all into the logit."""

    rate = 1.2e-3

    def __init__(self, model: BertModel) -> None:
        super().__init__()
        self.model = adapt(model)
        width = model.config.hidden_size
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, 1))
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, corpus: Corpus, examples: Integers, rows: Integers) -> Scored:
        """Return the logits of the rows."""
        pooled, first = _encode(self.model, corpus.pairs.take(rows))
        return Scored(self.head(torch.cat([first, pooled], dim=1).float())[:, 0])


def _encode(model: BertModel, inputs: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return the mean of a text's vectors, and the first one."""
    device = inputs["input_ids"].device.type
    with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
        states = model(**inputs).last_hidden_state
        mask = inputs["attention_mask"][:, :, None].to(states.dtype)
        return (states * mask).sum(1) / mask.sum(1), states[:, 0]


def train(encoder: BiEncoder | CrossEncoder, corpus: Corpus, examples: Integers, seed: int) -> None:
    """Train an encoder on some of the examples."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    encoder.to(corpus.device).train()
    adapters = [value for value in encoder.model.parameters() if value.requires_grad]
    others = [value for name, value in encoder.named_parameters() if not name.startswith("model.")]
    optimizer = torch.optim.AdamW([{"params": adapters}, {"params": others}], weight_decay=0.01, fused=True)
    steps = _EPOCHS * math.ceil(len(examples) / _BATCH)
    rates = [encoder.rate, CrossEncoder.rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=_WARM)
    for _ in range(_EPOCHS):
        mixed = random.permutation(examples)
        for start in range(0, len(mixed), _BATCH):
            optimizer.zero_grad()
            _loss(encoder, corpus, mixed[start : start + _BATCH]).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_([*adapters, *others], 1.0)
            optimizer.step()
            schedule.step()
    encoder.eval()


def _loss(encoder: BiEncoder | CrossEncoder, corpus: Corpus, examples: Integers) -> Tensor:
    """Return how unlikely the right sentences, or that none is, are said to be among an example's own.

    For the bi-encoder also how unlikely each right sentence is among those of all questions of the batch.
    """
    rows, owners = corpus.rows(examples), torch.from_numpy(_owners(corpus, examples))
    scored = encoder(corpus, examples, rows)
    right = torch.from_numpy(corpus.right[rows])
    place = torch.from_numpy(np.concatenate([np.arange(n) for n in _sizes(corpus, examples)]))
    shape = (len(examples), int(place.max()) + 1)
    logits = torch.full(shape, _NEVER, device=corpus.device)
    logits[owners, place] = scored.own
    is_right = torch.zeros(shape, dtype=torch.bool)
    is_right[owners, place] = right
    is_right = torch.cat([is_right, ~is_right.any(1, keepdim=True)], dim=1).to(corpus.device)
    chances = functional.log_softmax(torch.cat([logits, encoder.none.expand(len(examples), 1)], dim=1), dim=1)
    loss = -torch.logsumexp(chances.masked_fill(~is_right, _NEVER), dim=1).mean()
    if scored.every is None or scored.texts is None or not right.any():
        return loss
    asked, answer = owners[right], torch.from_numpy(scored.texts)[right]
    also_right = torch.zeros(scored.every.shape, dtype=torch.bool)
    also_right[asked, answer] = True
    also_right = also_right[asked]
    also_right[torch.arange(len(answer)), answer] = False
    rivals = scored.every[asked.to(corpus.device)].masked_fill(also_right.to(corpus.device), _NEVER)
    return loss + functional.cross_entropy(rivals, answer.to(corpus.device))


def _sizes(corpus: Corpus, examples: Integers) -> Integers:
    return corpus.offsets[examples + 1] - corpus.offsets[examples]


def _owners(corpus: Corpus, examples: Integers) -> Integers:
    """Return for each row of some examples which of them it is of."""
    return np.repeat(np.arange(len(examples)), _sizes(corpus, examples))


@torch.no_grad()
def score(encoder: BiEncoder | CrossEncoder, corpus: Corpus, examples: Integers) -> NDArray[np.float32]:
    """Return the logit of each sentence of some examples, less the one of there being no answer, in their order."""
    scores = []
    for start in range(0, len(examples), _BATCH):
        some = examples[start : start + _BATCH]
        scores.append((encoder(corpus, some, corpus.rows(some)).own - encoder.none).cpu().numpy())
    return np.concatenate(scores)
