"""Reads a question and a sentence together: the packaged model as a cross-encoder.

It tells far better than two vectors whether the one answers the other, and takes far longer. What it adds to the model,
an adapter and a head, stands in `reader.safetensors`; `python -m evals.encoders` trains both.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from torch.nn.functional import gelu, linear
from transformers import AutoTokenizer, BertConfig, BertModel

from tutor.embedder.adapter import adapted, read_adapter
from tutor.embedder.packaged import PROMPTS, unpack_model
from tutor.embedder.precision import quicken

READER = Path(__file__).with_name("reader.safetensors")
_TOKENS = 128


class Reader:
    """A BERT encoder over pairs of texts, and a head that turns its first vector and the mean of all into a logit."""

    def __init__(self, folder: Path, added: Path = READER) -> None:
        """Load the packaged model from its folder, and what is added to it."""
        trained = read_adapter(added)
        weights = adapted(load_file(folder / "model.safetensors"), trained)
        model = BertModel(BertConfig.from_pretrained(folder), add_pooling_layer=False)
        model.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
        quicken(model)
        self._model = model.train(mode=False)
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._head = [
            (torch.from_numpy(trained[f"head.{at}.weight"]), torch.from_numpy(trained[f"head.{at}.bias"]))
            for at in (1, 3)
        ]
        self._none = torch.from_numpy(trained["none"])

    def scores(self, question: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return for each sentence the logit of its answering the question, against no sentence answering it."""
        asked = [PROMPTS["query"] + question] * len(sentences)
        told = [PROMPTS["document"] + sentence for sentence in sentences]
        inputs = self._tokenizer(asked, told, padding=True, truncation=True, max_length=_TOKENS, return_tensors="pt")
        with torch.inference_mode():
            states = self._model(inputs["input_ids"], inputs["attention_mask"]).last_hidden_state.float()
            mask = inputs["attention_mask"][:, :, None]
            pooled = (states * mask).sum(1) / mask.sum(1)
            (wide, wide_bias), (last, last_bias) = self._head
            hidden = gelu(linear(torch.cat([states[:, 0], pooled], dim=1), wide, wide_bias))
            logits = linear(hidden, last, last_bias)[:, 0] - self._none
        scores: NDArray[np.float32] = logits.numpy()
        return scores


@lru_cache(maxsize=1)
def packaged_reader() -> Reader:
    """Return the reader that comes with the tutor, loaded once.

    Raises:
        EmbedderError: when the packaged model cannot be unpacked.
    """
    return Reader(unpack_model())
