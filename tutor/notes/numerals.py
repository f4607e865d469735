"""Roman numerals, as chapters and the items of laws are counted."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_roman(numeral: str) -> int:
    """Return the value of a numeral up to 399, in capitals or not."""
    digits = [_VALUES[letter] for letter in numeral.upper()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
