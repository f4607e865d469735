"""Mends typing errors in a question with the words that the notes hold."""

import re
from collections.abc import Collection

from rapidfuzz.distance import OSA

from tutor.language import fold, is_misspelling, is_stop_word, stem, tokens

_WORD = re.compile(r"[^\W\d_]{4,}")


class Speller:
    """Knows the words of the notes, folded."""

    def __init__(self, words: Collection[str]) -> None:
        self._stems = {stem(word) for word in words}
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(words):
            self._by_letter.setdefault(word[0], []).append(word)

    def correct(self, text: str) -> str:
        """Return `text` with each word the notes don't hold replaced by the nearest one they do, if near enough."""
        return _WORD.sub(lambda found: self._correct_word(found[0]), text)

    def _correct_word(self, written: str) -> str:
        word = fold(written)
        if tokens(word) != [word] or is_stop_word(word) or stem(word) in self._stems:
            return written
        near = [known for known in self._by_letter.get(word[0], ()) if is_misspelling(word, known)]
        return min(near, key=lambda known: (OSA.distance(word, known), known), default=written)
