"""The index of one vault: synced with the notes, searched, and the notes as they were at the last sync."""

import shutil
import threading
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from tutor.embedder import FORMER_EMBEDDERS, PACKAGED_EMBEDDER, Embedder
from tutor.errors import IndexingError, IndexWriteError
from tutor.index.faults import DamagedIndexError, DamagedVectorsError, busy_error, mismatch_error, write_error
from tutor.index.mirror import Mirror
from tutor.index.names import Definition, NoteSummary, Topic, defining_blocks, note_summaries, topics
from tutor.index.search import CANDIDATES, Found, Query, find_passages
from tutor.index.store import SCHEMA_VERSION, NoteRow, Store
from tutor.index.sync import Plan, embed_missing, plan_sync, read_rows, write_rows
from tutor.index.vectors import LEVELS, VectorStore
from tutor.index.vocabulary import Vocabulary
from tutor.notes import find_notes, parse_note
from tutor.passages import cut_passages
from tutor.types import Hit, Note, Passage, Progress, SyncReport

LOCK_SECONDS = 60.0
_PARSED_NOTES = 1024
_QUERIES = 32


@dataclass(frozen=True, slots=True)
class _State:
    """What searches keep open; good for one making and generation of the index."""

    stamp: tuple[str, str]
    vectors: VectorStore
    vocabulary: Vocabulary


class _Held(threading.local):
    """The connection that a thread's reads share for a while, where they do."""

    store: Store | None = None


class Index:
    """A folder with the index of one vault, for one embedder; threads and processes may use it at once.

    Opening reads nothing and loads no model. `sync` makes, mends and updates; the other methods read what it left.
    """

    def __init__(self, directory: Path, embedder: Embedder, chroma_url: str = "") -> None:
        self.directory = directory
        self.embedder = embedder
        self._file = directory / "index.sqlite"
        self._file_lock = FileLock(directory / "index.lock", timeout=LOCK_SECONDS)
        self._mirror = Mirror(directory / "chroma", chroma_url)
        self._lock = threading.RLock()  # guards _state; taken after the file lock, never before it
        self._state: _State | None = None
        self._is_checked = False
        self._held = _Held()
        self._idle: deque[Store] = deque()
        self._parse = lru_cache(_PARSED_NOTES)(self._parse_note)
        self.embed_query = lru_cache(_QUERIES)(self._embed_query)

    @classmethod
    def open(cls, directory: Path, embedder: Embedder, chroma_url: str = "") -> "Index":
        """Return the index in `directory`; with a `chroma_url`, its vectors are on that Chroma server."""
        return cls(directory, embedder, chroma_url)

    def close(self) -> None:
        """Let go of the index's files."""
        with self._lock:
            if self._state:
                self._state.vectors.close()
            self._state = None
            while store := self._idle_store():
                store.close()

    def sync(self, vault: Path, progress: Progress | None = None, *, rebuild: bool = False) -> SyncReport:
        """Bring the index to the state of the notes in `vault`; notes are only read.

        What is damaged, or made by the packaged embedder of a former version, is made anew.

        `rebuild` forgets all that was indexed first.

        Raises:
            IndexMismatchError: when another embedder or version made the index.
            IndexBusyError: when another process goes on syncing.
            IndexWriteError: when there is no space or permission.
            VaultError: when the notes cannot be read.
        """
        report = progress or _silent
        with self._exclusively():
            if rebuild:
                find_notes(vault)  # raises where there are none to make it from again
                self._discard()
            try:
                return self._sync(vault, report)
            except DamagedIndexError:
                self._discard()
                return self._sync(vault, report)

    def search(self, query: str, k: int = 10, notes: Collection[str] | None = None) -> list[Hit]:
        """Return the `k` best passages for a query, best first, of all notes or the named ones.

        Raises:
            IndexingError: when there is no index yet, or it cannot be read.
            IndexMismatchError: when another embedder or version made it.
        """
        if k < 1 or (notes is not None and not notes):
            return []
        vector = self.embed_query(query)
        with self._ready() as (store, state):
            store.refuse_dimension(len(vector))
            text = state.vocabulary.correct(query)
            with ThreadPoolExecutor() as pool:
                levels = CANDIDATES.items()
                found = {level: pool.submit(state.vectors.nearest, level, vector, n, notes) for level, n in levels}
            near = {level: ids.result() for level, ids in found.items()}
            sought = Query(text, state.vocabulary.search_stems(text), vector, near, notes)
            return [self._hit(store, passage) for passage in find_passages(store, sought, k)]

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Let all that this thread reads meanwhile, but for its searches, come through one connection.

        Raises:
            IndexingError: when there is no index yet, or it cannot be read.
            IndexMismatchError: when another embedder or version made it.
        """
        with self._reading() as store:
            before, self._held.store = self._held.store, store
            try:
                yield
            finally:
                self._held.store = before

    def note(self, path: str) -> Note:
        """Return a note as it was at the last sync.

        Raises:
            IndexingError: when there is no such note.
        """
        with self._reading() as store:
            return self._parsed(store, path)[0]

    def version(self) -> tuple[str, str]:
        """Return what is another after every sync that changed something."""
        with self._reading() as store:
            return _stamp(store)

    def every_note(self) -> tuple[Note, ...]:
        """Return all notes as they were at the last sync, in order of path."""
        with self._reading() as store:
            return tuple(self._parse(*row)[0] for row in store.rows("SELECT path, text FROM notes ORDER BY path"))

    def read_ahead(self) -> None:
        """Parse the first notes, as many as are kept parsed, so that no question waits for it."""
        with self._reading() as store:
            for row in store.rows("SELECT path, text FROM notes ORDER BY path LIMIT ?", _PARSED_NOTES):
                self._parse(*row)

    def passages(self, path: str) -> tuple[Passage, ...]:
        """Return the passages of a note, in order.

        Raises:
            IndexingError: when there is no such note.
        """
        with self._reading() as store:
            return self._parsed(store, path)[1]

    def notes(self) -> tuple[NoteSummary, ...]:
        """Return a summary of every note, in order of path."""
        with self._reading() as store:
            return note_summaries(store)

    def definitions(self, name: str) -> tuple[Definition, ...]:
        """Return the blocks that define `name`, in any spelling that has its stems, in order of note and line."""
        with self._reading() as store:
            places = [(self._parsed(store, path)[0], block) for path, block in defining_blocks(store, name)]
            return tuple(Definition(note, note.blocks[block]) for note, block in places)

    def topics(self) -> tuple[Topic, ...]:
        """Return the names in the notes: what they define, their headings and parent bullets, in order."""
        with self._reading() as store:
            return topics(store)

    def correct(self, text: str) -> str:
        """Return `text` with misspelled words, which the notes don't hold, as the notes spell them."""
        with self._ready() as (_, state):
            return state.vocabulary.correct(text)

    def sentence_vectors(self, places: Sequence[tuple[str, int]]) -> NDArray[np.float32]:
        """Return one unit vector for each sentence, given as its passage's id and its place there; zeros where none."""
        ids = [f"{passage}/{place}" for passage, place in places]
        with self._reading() as store:
            keys = dict(store.rows_in("SELECT id, key FROM sentences WHERE id IN (?)", set(ids)))
            vectors = store.vectors(keys.values())
        none = np.zeros(next((len(vector) for vector in vectors.values()), 0), np.float32)
        return np.array([vectors.get(keys.get(identity, b""), none) for identity in ids], np.float32)

    def sentence_count(self) -> int:
        """Return how many sentences are indexed."""
        with self._reading() as store:
            return int(store.rows("SELECT count(*) FROM sentences")[0][0])

    def frequencies(self, stems: Collection[str]) -> dict[str, int]:
        """Return in how many sentences, their titles and parents included, each stem stands."""
        query = "SELECT count(*) FROM sentence_stems WHERE sentence_stems MATCH ?"
        with self._reading() as store:
            return {stem: int(store.rows(query, f'"{stem}"')[0][0]) for stem in stems}

    def _embed_query(self, text: str) -> NDArray[np.float32]:
        return np.asarray(self.embedder.embed_query(text), np.float32)

    def _sync(self, vault: Path, progress: Progress) -> SyncReport:
        store = Store(self._file)
        try:
            if not self._is_checked:
                store.check()
            if self.embedder.name == PACKAGED_EMBEDDER and store.get("embedder") in FORMER_EMBEDDERS:
                raise DamagedIndexError(self._file, "de uma versão anterior do tutor")
            self._refuse_mismatch(store)
            store.put(schema=SCHEMA_VERSION, embedder=self.embedder.name)
            plan = plan_sync(vault, store)
            rows, texts = read_rows(plan, progress)
            embed_missing(store, texts, self.embedder, progress)
            progress(0, 1, "gravando o índice")
            self._write(store, plan, rows)
            progress(1, 1, "gravando o índice")
            self._is_checked = True
            known = [problem for note in note_summaries(store) for problem in note.problems]
            problems = tuple(sorted([*plan.problems, *known], key=lambda problem: (problem.note, problem.line)))
            return SyncReport(plan.added, plan.changed, len(plan.removed), plan.unchanged, problems)
        finally:
            store.close()

    def _write(self, store: Store, plan: Plan, rows: list[NoteRow]) -> None:
        """Write the rows, then bring the vectors in step; killed in between, they are made anew at the next start."""
        paths = [*plan.removed, *(row.path for row in rows)]
        generation = int(store.get("generation") or 0)
        with self._lock:
            state = self._refresh(store) if generation else None
            if state and not paths:
                write_rows(store, plan, rows, generation)
                return
            before = _ids(store, paths)
            write_rows(store, plan, rows, generation + 1)
            if state:
                vectors = self._mirror.update(store, state.vectors, before, _ids(store, paths))
                self._state = _State(_stamp(store), vectors, _vocabulary(store))
            else:
                self._refresh(store)

    def _refresh(self, store: Store) -> _State:
        """Return what fits the store's generation; the caller holds both locks."""
        if self._state is None or self._state.stamp != _stamp(store):
            self.close()
            vectors = self._mirror.open(store)
            self._state = _State(_stamp(store), vectors, _vocabulary(store))
        return self._state

    @contextmanager
    def _ready(self) -> Iterator[tuple[Store, _State]]:
        """Lend a connection and what fits its generation, to one thread at a time."""
        while True:
            with ExitStack() as opened:
                try:
                    store = opened.enter_context(self._opened())
                    opened.enter_context(self._lock)
                    state = self._state if self._state and self._state.stamp == _stamp(store) else None
                except IndexWriteError:  # another thread rebuilds the file that was just opened
                    state = None
                if state:
                    yield store, state
                    return
            with self._exclusively(), self._opened() as store, self._lock:
                self._refresh(store)

    @contextmanager
    def _exclusively(self) -> Iterator[None]:
        """Keep other threads and processes from writing."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            self._file_lock.acquire()
        except Timeout as error:
            raise busy_error(self.directory, LOCK_SECONDS) from error
        except OSError as error:
            raise write_error(self.directory, error) from error
        try:
            yield
        finally:
            self._file_lock.release()

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        """Lend the connection that this thread holds, or one for this time."""
        if self._held.store:
            yield self._held.store
            return
        with self._opened() as store:
            yield store

    @contextmanager
    def _opened(self) -> Iterator[Store]:
        """Lend a connection; what is found damaged is mended by the next sync."""
        if not self._file.exists():
            if self.directory.exists():
                with self._exclusively():
                    pass  # it may be about to be made
            if not self._file.exists():
                raise IndexingError(f"Ainda não há índice em {self.directory}. Rode `tutor index` para fazê-lo.")
        try:
            store = self._idle_store() or Store(self._file)
            try:
                self._refuse_mismatch(store)
                yield store
            except BaseException:
                store.close()
                raise
            self._idle.append(store)
        except (DamagedIndexError, DamagedVectorsError) as error:
            self._is_checked = False
            self.close()
            raise IndexingError(str(error)) from error

    def _idle_store(self) -> Store | None:
        """Take a connection that was opened before, which knows what it read; one to a former file is closed."""
        with suppress(IndexError):  # another thread may take the last one
            while self._idle:
                store = self._idle.pop()
                if store.is_current():
                    return store
                store.close()
        return None

    def _refuse_mismatch(self, store: Store) -> None:
        schema, embedder = store.get("schema"), store.get("embedder")
        if schema not in ("", SCHEMA_VERSION):
            raise mismatch_error(self.directory, f"da versão {schema}", f"da versão {SCHEMA_VERSION}")
        if embedder not in ("", self.embedder.name):
            raise mismatch_error(self.directory, f"do modelo {embedder}", f"do modelo {self.embedder.name}")

    def _discard(self) -> None:
        """Remove what this index wrote, and nothing else."""
        with self._lock:
            self.close()
            self._is_checked = False
            try:
                for file in (self._file, *self.directory.glob(f"{self._file.name}-*")):
                    file.unlink(missing_ok=True)
            except OSError as error:
                raise write_error(self.directory, error) from error
            shutil.rmtree(self._mirror.directory, ignore_errors=True)

    def _hit(self, store: Store, found: Found) -> Hit:
        passages = self._parsed(store, found.note)[1]
        if found.position >= len(passages) or passages[found.position].id != found.id:
            raise DamagedIndexError(self._file, f"{found.note}: passagem {found.position}")
        return Hit(passages[found.position], found.score, found.sentence_scores)

    def _parsed(self, store: Store, path: str) -> tuple[Note, tuple[Passage, ...]]:
        found = store.rows("SELECT text FROM notes WHERE path = ?", path)
        if not found:
            raise IndexingError(f"A nota {path} não está no índice. Confira o nome, ou rode `tutor index`.")
        return self._parse(path, found[0][0])

    def _parse_note(self, path: str, text: str) -> tuple[Note, tuple[Passage, ...]]:
        note = parse_note(path, text)
        return note, cut_passages(note)


def _stamp(store: Store) -> tuple[str, str]:
    """Return what changes when an index changes: the making of its vectors and its generation."""
    return store.get("token"), store.get("generation")


def _vocabulary(store: Store) -> Vocabulary:
    return Vocabulary([word for (word,) in store.rows("SELECT DISTINCT word FROM words")])


def _ids(store: Store, paths: list[str]) -> dict[str, dict[str, tuple[bytes, str]]]:
    return {
        level: {key: value for path in paths for key, value in store.vector_ids(level, path).items()}
        for level in LEVELS
    }


def _silent(_done: int, _all: int, _what: str) -> None:
    """Show no progress."""
