"""Whatever happens to the notes between syncs, the index ends up as if made anew from them."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from index_state import index_state, write_notes

from tutor.index import Index
from tutor.testing import FakeEmbedder

_LINES = (
    "# Memória",
    "* RAM -> memória volátil",
    "* RAM -> memória volátil",
    "\t* ex: DDR4",
    "\t* p. 3 da apostila hw_01",
    "* tipos { ROM, RAM, cache }",
    "A cache fica perto do processador. Ela guarda o que foi usado há pouco.",
    "",
    "| termo | o que é |\n|---|---|\n| ROM | só de leitura |",
    "```\nfree -m\n```",
)
_notes = st.lists(st.sampled_from(_LINES), max_size=8).map("\n".join)
_paths = st.sampled_from(["a.md", "b.md", "pasta/a.md", "pasta/ç ã.md"])
_edits = st.one_of(
    st.tuples(st.just("write"), _paths, _notes),
    st.tuples(st.just("append"), _paths, _notes),
    st.tuples(st.just("remove"), _paths, st.just("")),
    st.tuples(st.just("move"), _paths, _paths),
)


def _apply(vault: Path, edit: tuple[str, str, str]) -> None:
    kind, path, value = edit
    file = vault / path
    if kind == "write":
        write_notes(vault, {path: value})
    elif kind == "append":
        write_notes(vault, {path: (file.read_text("utf-8") if file.exists() else "") + "\n" + value})
    elif file.exists() and kind == "remove":
        file.unlink()
    elif file.exists():
        (vault / value).parent.mkdir(exist_ok=True)
        file.rename(vault / value)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_edits, min_size=1, max_size=5), min_size=1, max_size=4))
def test_syncing_step_by_step_equals_a_fresh_index(batches: list[list[tuple[str, str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        vault = place / "vault"
        vault.mkdir()
        index = Index.open(place / "index", FakeEmbedder())
        for batch in batches:
            for edit in batch:
                _apply(vault, edit)
            report = index.sync(vault)
            files = sum(path.is_file() for path in vault.rglob("*"))
            assert report.added + report.changed + report.unchanged == files
        fresh = Index.open(place / "fresh", FakeEmbedder())
        fresh.sync(vault)
        assert index_state(place / "index") == index_state(place / "fresh")
        for query in ("O que é RAM?", "cache do processador"):
            assert index.search(query) == fresh.search(query)
        index.close()
        fresh.close()
