"""A model's way from one question to its vector, recorded once and run without the Python between its layers."""

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_RECORDED, _CHECKED = "O que é?", "Qual é a diferença entre uma pergunta curta e uma pergunta comprida?"
"""Two questions of different lengths: what one of them recorded must hold for the other."""

QueryEncoder = Callable[[str], torch.Tensor]
"""Returns the float32 vector, of shape (dimension,), of one question."""


def record_query_encoder(model: "SentenceTransformer") -> QueryEncoder:
    """Return the model's `encode_query` for one text, as a recording (`torch.jit.trace`) where one is faithful."""

    def plain(text: str) -> torch.Tensor:
        return model.encode_query(text, convert_to_tensor=True, show_progress_bar=False).float()

    try:
        recorded = _record(model)
        faithful = all(torch.allclose(recorded(text), plain(text), atol=1e-5) for text in (_RECORDED, _CHECKED))
    except (RuntimeError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError):
        return plain  # not every model can be recorded
    return recorded if faithful else plain


def _record(model: "SentenceTransformer") -> QueryEncoder:
    prompt = model.prompts.get("query")
    names = [name for name, value in model.preprocess([_RECORDED], prompt=prompt).items() if torch.is_tensor(value)]
    model.requires_grad_(False)  # weights are constants of the recording

    def read(text: str) -> tuple[torch.Tensor, ...]:
        features = model.preprocess([text], prompt=prompt)
        return tuple(features[name] for name in names)

    def forward(*features: torch.Tensor) -> torch.Tensor:
        vector: torch.Tensor = model(dict(zip(names, features, strict=True)))["sentence_embedding"][0]
        return vector.float()

    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what may differ for other texts is checked
        program = torch.jit.trace(forward, read(_RECORDED), check_trace=False)  # type: ignore[no-untyped-call]

    @torch.inference_mode()
    def encode(text: str) -> torch.Tensor:
        vector: torch.Tensor = program(*read(text))
        return vector

    return encode
