"""Questions written with their answers: "P: …?" and "R: …" or "Q: …?" and "A: …", beside or below each other."""

import re

_BOLD = r"(?:\*\*|__)?"
ANSWER = rf"{_BOLD}(?:R|Resp(?:osta)?|Answer|(?P<option>A))\s?[:.)]{_BOLD}(?:\s|$)"
"""The pattern of an answer's sign, as written; `option` where it may be an option's."""

ASKING = r"(?:qua(?:l|is)|que|quem|como|quando|a?onde|quant[oa]s?|por ?qu[eê]|what|which|who|how|when|where|why)"
"""The pattern of the word that a whole question begins with."""

_ANSWER = re.compile(rf"\s*{ANSWER}", re.IGNORECASE)
_QUESTION = re.compile(rf"{_BOLD}(?:(?P<card>Q\s?[:.)])|.).*\?{_BOLD}\s*", re.IGNORECASE)
_SIGNED = re.compile(rf"{_BOLD}(?:(?P<card>Q)|P|Pergunta|Question)\s?[:)].*", re.IGNORECASE)
_CARD = re.compile(
    r"(?:(?P<card>q|p|pergunta|question)\s?[:.)]\s*)?(?P<asked>[^?]{3,200})\?\s*"
    r"(?:(?:r|resp(?:osta)?|answer|(?(card)a|r))\s?[:.)]|(?(card)|(?!)))(?P<answer>\s+\S.*|)",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED_CARD = re.compile(
    r"(?:(?P<card>q)|p|pergunta|question)\s?[:)]\s*(?P<asked>[^?]{1,200}?)\??"
    r"\s+(?:r|resp(?:osta)?|answer|(?(card)a|r))\s?[:)](?P<answer>\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A question with its sign, which needs no mark before the sign of its answer: "P: turnover R: a rotatividade"."""
_NAME = re.compile(
    rf"(?:(?:e|and) )?(?!(?:[oa]s? que|{ASKING}|para|is|are|do|does|can|é|s[aã]o|pode|existe|h[aá]|tem"
    r"|[^?]* (?:x|vs\.?|versus) )\b)"
    r"(?P<name>[\w(][^?,;:]*?)(?:,? (?:(?:é|s[aã]o) )?(?:o ?)?q(?:ue)?(?: (?:é|s[aã]o))?)?",
    re.IGNORECASE,
)
_WHAT_IT_IS = re.compile(r"o que (?:é|s[aã]o)|what (?:is it|are they)", re.IGNORECASE)
_LONGEST_NAME = 6  # words
_VERDICT = re.compile(
    r"(?:sim|n[aã]o|yes|no|verdadeir[oa]|fals[oa]|cert[oa]|errad[oa]|true|false|podem?|devem?|dependem?"
    r"|(?:permitid|proibid|vedad)[oa]s?)\b",
    re.IGNORECASE,
)


def answers(text: str, asked: str) -> bool:
    """True for a line "R: …" behind a question; "A: …" answers only "Q: …", since it may be an option."""
    question, answer = _QUESTION.fullmatch(asked) or _SIGNED.fullmatch(asked), _ANSWER.match(text)
    return bool(question and answer and (question["card"] or not answer["option"]))


def read_card(text: str) -> tuple[str, str] | None:
    """Return a question without its mark and its answer, which may be empty; None for plain text that is no card."""
    card = _CARD.fullmatch(text) or _SIGNED_CARD.fullmatch(text)
    return (card["asked"].strip(), card["answer"].strip()) if card else None


def definition_of_above(text: str) -> str:
    """Return the answer of a card that only asks "o que é?", of what it stands below; nothing for other text."""
    asked, answer = read_card(text) or ("", "")
    return answer if _WHAT_IT_IS.fullmatch(asked) else ""


def without_signs(text: str) -> str | None:
    """Return a question and its answer, in plain text, without what marks them; None for what is no such card.

    A question that only names a thing is the term that the answer defines: "P: TDD? R: um jeito" is "TDD: um jeito".
    """
    card = read_card(text)
    if card is None:
        return None
    asked, answer = card
    named = _NAME.fullmatch(asked) if len(asked.split()) <= _LONGEST_NAME and not _VERDICT.match(answer) else None
    return f"{named['name']}: {answer}" if named and answer else f"{asked}? {answer}".rstrip()
