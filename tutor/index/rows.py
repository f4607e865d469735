"""Note → the rows the index keeps of it: search texts as stems and hashes, terms, words, summary."""

import hashlib
import json

from tutor.index.store import FileState, NoteRow, PassageRow, SentenceRow, TermRow
from tutor.language import is_stop_word, stems, tokens
from tutor.passages import passage_search_text, sentence_search_text
from tutor.types import Block, BlockKind, Note, Passage, Problem


def term_key(text: str) -> str:
    """Return what two spellings of one name share: its stems, or its tokens where it has none."""
    return " ".join(stems(text) or tokens(text))


def note_row(
    note: Note, passages: tuple[Passage, ...], state: FileState, problems: tuple[Problem, ...]
) -> tuple[NoteRow, dict[bytes, str]]:
    """Return a note's rows, and the texts to embed by their key."""
    texts: dict[bytes, str] = {}
    rows = tuple(_passage_row(passage, texts) for passage in passages)
    summary = _summary(note, passages, problems)
    return NoteRow(note.path, state, summary, note.text, rows, tuple(_terms(note)), _words(note, passages)), texts


def _passage_row(passage: Passage, texts: dict[bytes, str]) -> PassageRow:
    text = passage_search_text(passage)
    key = _add(text, texts)
    sentences: list[SentenceRow] = []
    for position, sentence in enumerate(passage.sentences):
        sentence_text = sentence_search_text(passage, sentence)
        identity = f"{passage.id}/{position}"
        sentences.append(
            SentenceRow(identity, sentence.block, _add(sentence_text, texts), " ".join(stems(sentence_text)))
        )
    return PassageRow(passage.id, key, " ".join(stems(text)), tuple(sentences))


def _add(text: str, texts: dict[bytes, str]) -> bytes:
    key = hashlib.blake2b(text.encode(), digest_size=16).digest()
    texts[key] = text
    return key


def _terms(note: Note) -> list[TermRow]:
    """Return the names in a note: what its blocks define, and what its headings, parent bullets and sets are called."""
    parents = {block.parent for block in note.blocks}
    rows: list[TermRow] = []
    for block in note.blocks:
        if block.is_study_mark:
            continue
        names, form = dict.fromkeys(block.statement.terms), block.statement.form or ""
        rows += [TermRow(term_key(name), name, block.id, form) for name in names]
        if not names and _is_topic(block, parents):
            rows.append(TermRow(term_key(block.statement.label), block.statement.label, block.id, ""))
    return [row for row in rows if row.key]


def _is_topic(block: Block, parents: set[int | None]) -> bool:
    names_others = block.kind is BlockKind.ITEM and (block.id in parents or bool(block.statement.sets))
    return block.kind is BlockKind.HEADING or names_others


def _words(note: Note, passages: tuple[Passage, ...]) -> tuple[str, ...]:
    """Return the content words of a note and of its title, folded, each once."""
    text = " ".join([note.title, *(block.text for block in note.blocks), *(passage.text for passage in passages)])
    return tuple(sorted({word for word in tokens(text) if not is_stop_word(word)}))


def _summary(note: Note, passages: tuple[Passage, ...], problems: tuple[Problem, ...]) -> str:
    pages = dict.fromkeys(page for block in note.blocks for page in block.pages)
    content = {
        "title": note.title,
        "tags": note.tags,
        "passages": len(passages),
        "pages": [[page.source, page.first, page.last, page.kind, page.line] for page in pages],
        "problems": [[problem.line, problem.message] for problem in problems],
    }
    return json.dumps(content, ensure_ascii=False)
