"""Numbers in words, as notes spell them out."""

from collections.abc import Mapping
from types import MappingProxyType

from tutor.language import fold

_WORDS = """2 dois duas two; 3 três three; 4 quatro four; 5 cinco five; 6 seis six; 7 sete seven; 8 oito eight;
9 nove nine; 10 dez ten; 11 onze eleven; 12 doze twelve; 13 treze thirteen; 14 quatorze catorze fourteen;
15 quinze fifteen; 16 dezesseis sixteen; 17 dezessete seventeen; 18 dezoito eighteen; 19 dezenove nineteen;
20 vinte twenty; 30 trinta thirty; 40 quarenta forty; 50 cinquenta fifty; 60 sessenta sixty; 70 setenta seventy;
80 oitenta eighty; 90 noventa ninety; 100 cem hundred"""

NUMBER_WORDS: Mapping[str, int] = MappingProxyType(
    {word: int(value) for entry in _WORDS.split(";") for value, *words in [entry.split()] for word in words}
)
"""The Portuguese and English words for numbers that notes spell out, as they are written."""

FOLDED_NUMBER_WORDS: Mapping[str, int] = MappingProxyType({fold(word): value for word, value in NUMBER_WORDS.items()})
"""The same words as folded text holds them: "tres"."""
