"""The words of the notes: mends a question's typing errors with them, and meets them with the glossary."""

import re
from collections import Counter
from collections.abc import Collection

from rapidfuzz.distance import OSA

from tutor.glossary import concepts, synonyms
from tutor.language import (
    accented,
    fold,
    is_dictionary_word,
    is_misspelling,
    is_stop_word,
    stem,
    stems,
    tokens,
)

_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_PHRASE = 3
_FORM_EDITS = 2  # from which on a word may be another than that whose stem it has
_SHORTEST_PART = 4  # letters
_LONGEST_WORD = 30  # letters, of what may be two words


class Vocabulary:
    """Knows the content words of the notes, folded."""

    def __init__(self, words: Collection[str]) -> None:
        self._stems = {stem(word) for word in words}
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(words):
            self._by_letter.setdefault(word[0], []).append(word)

    def correct(self, text: str) -> str:
        """Return `text` with each word that no notes, glossary or dictionary know replaced by the nearest of the notes.

        A word without its accents is known. Words too far from any (`is_misspelling`) stay as they are.
        """
        return _WORD.sub(lambda found: self._correct_word(found[0]), text)

    def search_stems(self, text: str) -> list[str]:
        """Return the stems to look for: those of `text`, and for words the notes don't hold, what they say instead."""
        asked = stems(text)
        wanted = dict.fromkeys(asked)
        for length in range(1, _LONGEST_PHRASE + 1):
            for start in range(len(asked) - length + 1):
                phrase = tuple(asked[start : start + length])
                if not self._stems.issuperset(phrase):
                    meant = (other for other in synonyms(phrase) if self._stems.issuperset(other))
                    wanted |= dict.fromkeys(part for other in meant for part in other)
        return list(wanted)

    def _correct_word(self, written: str) -> str:
        word = fold(written)
        if tokens(word) != [word] or is_stop_word(word) or is_dictionary_word(written) or accented(word) != word:
            return written
        nearest = self._nearest(word)
        if stem(word) in self._stems or any(concepts([stem(word)])):  # "corida" is no form of "cor" beside "corrida"
            forms = (other for other in self._by_letter.get(word[0], ()) if stem(other) == stem(word))
            closest = min((OSA.distance(word, form) for form in forms), default=_FORM_EDITS)
            return nearest if nearest and OSA.distance(word, nearest) < min(closest, _FORM_EDITS) else written
        return nearest or self._parted(word) or self._begun(written, word) or written

    def _begun(self, written: str, word: str) -> str:
        """Return the one word of the notes that a name with a capital inside begins: "GetNext" of GetNextRequest."""
        if not re.search("[a-z][A-Z]", written):
            return ""
        longer = [other for other in self._by_letter.get(word[0], ()) if other.startswith(word)]
        return longer[0] if len(longer) == 1 else ""

    def _nearest(self, word: str) -> str:
        """Return the word of the notes that a folded word is a misspelling of, or nothing."""
        known = [*self._by_letter.get(word[0], ()), *self._by_letter.get(word[1], ())]
        near = [other for other in known if is_misspelling(word, other)]
        near = near or [other for other in known if is_misspelling(stem(word), stem(other))]  # "adicoinal": adicionais
        return min(near, key=lambda other: (OSA.distance(word, other), _unlike(word, other), other), default="")

    def _parted(self, word: str) -> str:
        """Return the two words of the notes, one perhaps misspelled, that a folded word is made of: "quiksort"."""
        if len(word) > _LONGEST_WORD:
            return ""
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first, last = word[:at], word[at:]
            known = stem(first) in self._stems, stem(last) in self._stems
            parts = (first if known[0] else self._nearest(first), last if known[1] else self._nearest(last))
            if any(known) and all(parts):
                return " ".join(parts)
        return ""


def _unlike(word: str, other: str) -> int:
    """Return how many letters but one of two words has: a swap before a dropped, that before a changed one."""
    written, known = Counter(word), Counter(other)
    return ((written - known) + (known - written)).total()
