"""Fine-tunes the packaged embedder on case files whose evidence is known.

    python -m evals.encoders examples FILE evals tests/data/questions/fitted
    python -m evals.encoders train FILE FOLDER

The first gathers what is weighed for each case with the packaged embedder. The second trains on it, by a GPU where
there is one (minutes; a processor takes a day), a bi-encoder, whose adapter is `tutor/embedder/adapter.safetensors`,
and from there a cross-encoder, `tutor/embedder/reader.safetensors`. Both are trained once on all examples, and once
for each fold on those of other case files: `python -m evals.likelihood` needs what they say of questions that they
have not seen. Prints how often the right sentence is the likeliest, and how well those with an answer are told apart.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from tokenizers import Tokenizer
from transformers import BertModel

from evals.encoders.adapters import joined, merge, scaled, write_adapter
from evals.encoders.examples import read_examples, write_examples
from evals.encoders.folds import FOLDS_FILE, fold_folder
from evals.encoders.training import BiEncoder, Corpus, CrossEncoder, score, train
from tutor.embedder.packaged import ADAPTER, unpack_model
from tutor.embedder.reader import READER

_FOLDS = 3
_SHARE = 0.5  # how far the embedder goes from the packaged weights to the trained ones: half keeps it good at all else


def _train(corpus: Corpus, seen: NDArray[np.int64], held: NDArray[np.int64], folder: Path, seed: int) -> None:
    """Train both encoders on the examples seen, write them to a folder, and say how they do on the others."""
    folder.mkdir(parents=True, exist_ok=True)
    model = BertModel.from_pretrained(
        unpack_model(adapter=None), add_pooling_layer=False, attention_probs_dropout_prob=0.0
    )
    packaged = {name: value.clone() for name, value in model.state_dict().items()}
    embedder = BiEncoder(model)
    train(embedder, corpus, seen, seed)
    _report(f"{folder.name} embedder", embedder, corpus, held)
    whole = merge(embedder.model)
    write_adapter(scaled(whole, packaged, _SHARE), folder / ADAPTER.name)
    reader = CrossEncoder(model)
    train(reader, corpus, seen, seed)
    _report(f"{folder.name} reader", reader, corpus, held)
    head = {f"head.{name}": value.detach().cpu() for name, value in reader.head.state_dict().items()}
    rest = scaled(whole, packaged, 1 - _SHARE)
    adapter = joined(rest, merge(reader.model))
    write_adapter({**adapter, **head, "none": reader.none.detach().cpu()}, folder / READER.name)


def _report(name: str, encoder: BiEncoder | CrossEncoder, corpus: Corpus, held: NDArray[np.int64]) -> None:
    """Say of how many examples with a right sentence it is the likeliest, and how well they are told from others."""
    if not len(held):
        return
    ends = np.cumsum(corpus.offsets[held + 1] - corpus.offsets[held])
    found = np.split(score(encoder, corpus, held), ends[:-1])
    right = np.split(corpus.right[corpus.rows(held)], ends[:-1])
    first = [answers[said.argmax()] for said, answers in zip(found, right, strict=True) if answers.any()]
    auc = roc_auc_score([answers.any() for answers in right], [said.max() for said in found])
    sys.stdout.write(f"{name}: likeliest right {np.mean(first):.3f}, answered from not: AUC {auc:.3f}\n")
    sys.stdout.flush()


def _train_all(path: Path, folder: Path) -> None:
    examples = read_examples(path)
    tokenizer = Tokenizer.from_file(str(unpack_model(adapter=None) / "tokenizer.json"))
    corpus = Corpus(examples, tokenizer, "cuda" if torch.cuda.is_available() else "cpu")
    files = [example.file for example in examples]
    every = np.arange(len(examples))
    _train(corpus, every, every[:0], folder, seed=_FOLDS)
    told = {}
    for fold, (seen, held) in enumerate(GroupKFold(_FOLDS).split(files, groups=files)):
        told |= {files[at]: fold for at in held}
        _train(corpus, seen, held, fold_folder(folder, fold), seed=fold)
    (folder / FOLDS_FILE).write_text(json.dumps(told, ensure_ascii=False, indent=0), "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Gather examples, or train on them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    gather = commands.add_parser("examples", help="gather examples")
    gather.add_argument("file", type=Path)
    gather.add_argument("cases", nargs="+", type=Path, help="case files, or folders of them")
    training = commands.add_parser("train", help="train on gathered examples")
    training.add_argument("file", type=Path)
    training.add_argument("folder", type=Path)
    given = parser.parse_args(arguments)
    if given.command == "train":
        _train_all(given.file, given.folder)
    else:
        from evals.encoders.gathering import gather

        write_examples(gather(given.cases), given.file)


if __name__ == "__main__":
    main()
