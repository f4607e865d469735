"""A Hypothesis strategy for notes nobody would write: every sign of Markdown and Obsidian, in any order."""

from hypothesis import strategies as st

WORDS = """* |- |\t|  |1. |> |> [!note] T\n|```\n|```py\n|$$\n|%%|**|==|[[a\\|\n|\n\n|![[x.png]]|[[x.pdf#page=3]]
|def:: |anki:: |(p. 3)|p. 51 da apostila so_02| -> |: |{ a, b }|#tag |# |---\n|===\n|~~|_|]]|texto |Um. Dois! |`cod.`
|<b>|<!--|-->|[^1]|[^1]: | ^abc|\\|&amp;|\u00a0|é|😀|[ ] |ن|\u200b"""
LINES = ["| a | b |\n", "|---|---|\n", "#redes\n", "?\n", "R: um\n", "revisado:: sim\n"]
PIECES = st.sampled_from([*WORDS.split("|"), *LINES])
NOTES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=100)
