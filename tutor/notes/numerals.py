"""Numbers in words, and Roman numerals, as chapters and the items of laws are counted."""

from collections.abc import Mapping
from types import MappingProxyType

NUMBER_WORDS: Mapping[str, int] = MappingProxyType(
    {
        word: value
        for value, words in enumerate(
            (
                "dois duas two",
                "tres three",
                "quatro four",
                "cinco five",
                "seis six",
                "sete seven",
                "oito eight",
                "nove nine",
                "dez ten",
            ),
            start=2,
        )
        for word in words.split()
    }
)
"""The folded Portuguese and English words for 2 to 10."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_roman(numeral: str) -> int:
    """Return the value of a numeral up to 399, in capitals or not."""
    digits = [_VALUES[letter] for letter in numeral.upper()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
