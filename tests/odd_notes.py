"""Hypothesis strategies for notes nobody would write: signs of Markdown in any order, and real lines with slips."""

from pathlib import Path

from hypothesis import strategies as st

WORDS = """* |- |\t|  |1. |> |> [!note] T\n|```\n|```py\n|$$\n|%%|**|==|[[a\\|\n|\n\n|![[x.png]]|[[x.pdf#page=3]]
|def:: |anki:: |(p. 3)|p. 51 da apostila so_02| -> |: |{ a, b }|#tag |# |---\n|===\n|~~|_|]]|texto |Um. Dois! |`cod.`
|<b>|<!--|-->|[^1]|[^1]: | ^abc|\\|&amp;|\u00a0|é|😀|[ ] |ن|\u200b"""
LINES = ["| a | b |\n", "|---|---|\n", "#redes\n", "?\n", "R: um\n", "revisado:: sim\n"]
PIECES = st.sampled_from([*WORDS.split("|"), *LINES])
NOTES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=100)

_HELD_OUT = Path(__file__).parent / "data" / "questions" / "held_out"
_WRITTEN = sorted({line for path in _HELD_OUT.glob("*/notes/*.md") for line in path.read_text("utf-8").splitlines()})
_SLIPS = st.sampled_from(
    [*"()[]{}*+?|\\.^$-–:;,/'\"“!#%=~_ \t0²ªº→≠İß😀", "->", " s ", " a ", "ex: ", "::", "{ }", "()"]
)
_PLACES = st.floats(0, 1, exclude_max=True)


def _with_slips(line: str, slips: list[tuple[float, str]], kept: tuple[float, float]) -> str:
    """Return a line cut at both ends, with signs put in at places given as parts of its length."""
    start, end = (round(place * len(line)) for place in sorted(kept))
    line = line[start:end] if slips and end - start > len(line) // 2 else line
    for place, sign in slips:
        at = round(place * len(line))
        line = line[:at] + sign + line[at:]
    return line


SLIPS_IN_LINES = st.builds(
    _with_slips,
    st.sampled_from(_WRITTEN),
    st.lists(st.tuples(_PLACES, _SLIPS), max_size=4),
    st.tuples(_PLACES, _PLACES),
)
