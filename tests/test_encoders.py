"""The training of the encoders: what is trained is what the tutor merges, and training learns what answers."""

from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from evals.encoders.adapters import Adapter, adapt, joined, merge, scaled, write_adapter
from evals.encoders.examples import Example, read_examples, write_examples
from evals.encoders.training import BiEncoder, Corpus, CrossEncoder, score, train
from tutor.embedder.adapter import adapted, read_adapter

WORDS = [f"w{at}" for at in range(12)]
CONFIG = BertConfig(
    vocab_size=3 + len(WORDS) + 2,
    hidden_size=32,
    num_hidden_layers=2,
    num_attention_heads=2,
    intermediate_size=64,
    max_position_embeddings=128,
    hidden_dropout_prob=0.0,
    attention_probs_dropout_prob=0.0,
)


@pytest.fixture(name="model")
def _model() -> BertModel:
    torch.manual_seed(0)
    return BertModel(CONFIG, add_pooling_layer=False).eval()


@pytest.fixture(name="tokenizer", scope="module")
def _tokenizer() -> Tokenizer:
    vocabulary = ["<s>", "<pad>", "</s>", *WORDS, "query:", "passage:"]
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(vocabulary)}, unk_token="<pad>"))  # noqa: S106
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def _disturb(model: BertModel) -> None:
    """Give what is trained of an adapted model some values, as training would."""
    for value in model.parameters():
        if value.requires_grad:
            value.data += 0.1 * torch.randn_like(value)


def _states(model: BertModel) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = model(torch.arange(10)[None]).last_hidden_state
    return found


def _merged(model: BertModel, adapter: Adapter, path: Path) -> torch.Tensor:
    """Return the states of a model with an adapter merged as the tutor does."""
    write_adapter(adapter, path)
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    fresh = BertModel(CONFIG, add_pooling_layer=False).eval()
    fresh.load_state_dict(
        {name: torch.from_numpy(value) for name, value in adapted(weights, read_adapter(path)).items()}
    )
    return _states(fresh)


def _copy(model: BertModel) -> BertModel:
    fresh = BertModel(CONFIG, add_pooling_layer=False).eval()
    fresh.load_state_dict(model.state_dict())
    return fresh


def test_what_is_trained_is_what_is_merged(model: BertModel, tmp_path: Path) -> None:
    plain, tuned = _states(model), adapt(_copy(model))
    assert _states(tuned) == pytest.approx(plain, abs=1e-5)
    _disturb(tuned)
    told = _states(tuned)
    assert abs(told - plain).max() > 0.1
    assert _merged(model, merge(tuned), tmp_path / "a.safetensors") == pytest.approx(told, abs=0.02)
    assert _states(tuned) == pytest.approx(told, abs=1e-4)


def test_two_halves_of_an_adapter_and_another_make_the_whole_way(model: BertModel, tmp_path: Path) -> None:
    packaged, tuned = dict(_copy(model).state_dict()), adapt(_copy(model))
    _disturb(tuned)
    whole = merge(tuned)
    half = scaled(whole, packaged, 0.5)
    again = adapt(tuned)
    _disturb(again)
    told = _states(again)
    write_adapter(half, tmp_path / "half.safetensors")
    weights = {name: value.numpy() for name, value in packaged.items()}
    halfway = {
        name: torch.from_numpy(value)
        for name, value in adapted(weights, read_adapter(tmp_path / "half.safetensors")).items()
    }
    assert halfway["encoder.layer.0.output.LayerNorm.weight"] == pytest.approx(
        (packaged["encoder.layer.0.output.LayerNorm.weight"] + whole["encoder.layer.0.output.LayerNorm.weight"]) / 2,
        abs=1e-3,
    )
    model.load_state_dict(halfway)
    rest = joined(scaled(whole, packaged, 0.5), merge(again))
    assert _merged(model, rest, tmp_path / "rest.safetensors") == pytest.approx(told, abs=0.03)


def _examples(count: int) -> list[Example]:
    """Return questions of one word, answered by the sentence that holds it and the last word of all, if one does."""
    draw = np.random.default_rng(0)
    made = []
    for _ in range(count):
        asked, *others = (WORDS[at] for at in draw.permutation(len(WORDS) - 1)[:4])
        place, is_answered = draw.integers(3), draw.random() > 0.3
        right = tuple(bool(is_answered and at == place) for at in range(3))
        told = tuple(f"{asked} {WORDS[-1]}" if here else other for here, other in zip(right, others, strict=True))
        made.append(Example("a", asked, told, right))
    return made


@pytest.mark.parametrize("kind", [BiEncoder, CrossEncoder])
def test_training_learns_which_sentence_answers(
    kind: type[BiEncoder | CrossEncoder], model: BertModel, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evals.encoders.training._EPOCHS", 10)
    monkeypatch.setattr("evals.encoders.training._BATCH", 16)
    corpus, every = Corpus(_examples(240), tokenizer, "cpu"), np.arange(240)
    encoder = kind(model)
    train(encoder, corpus, every[:200], seed=0)
    found = score(encoder, corpus, every[200:]).reshape(-1, 3)
    right = corpus.right[corpus.rows(every[200:])].reshape(-1, 3)
    answered = right.any(axis=1)
    assert right[answered, found.argmax(axis=1)[answered]].mean() > 0.8
    assert found[answered].max(axis=1).mean() > found[~answered].max(axis=1).mean()


def test_examples_are_read_as_written(tmp_path: Path) -> None:
    examples = [Example("notas/é.yaml", "o que\né?", ("a", "b"), (True, False))]
    write_examples(examples, tmp_path / "examples.jsonl")
    assert read_examples(tmp_path / "examples.jsonl") == examples
