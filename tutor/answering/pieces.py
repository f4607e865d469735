"""The words, numbers and pieces of a text, for comparing what it says with what its sources say."""

import re
from dataclasses import dataclass

from tutor.answering.polarity import is_negated
from tutor.language import content_tokens, stem, tokens
from tutor.notes.numerals import FOLDED_NUMBER_WORDS

_MARKUP = re.compile(r"\[\d+\]|\*\*|==|`|\\(?=\W)|^\s*(?:[-*+]|\d+[.)]|#+)\s+|^\s*\||\|\s*$", re.MULTILINE)
_CLAUSE = re.compile(
    r";\s|,?\s(?:enquanto|ao passo que|mas|porém|contudo|entretanto|já|while|whereas|but|however)\s"
    r"|(?<=\w[.!?])\s+(?=[A-ZÀ-Ý])"
)
_SEGMENT = re.compile(
    r"[;:,.!?]\s|[;:,.!?]$|[(){}|\n]|\s-{1,2}>|→|=>|\s[-–—]\s|\s(?:e|ou|mas|porém|and|or|but|enquanto|while|whereas)\s|(?=\s(?:sem|without)\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*(?![^\W_])")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_PAGES = re.compile(
    r"\b(?:pp?|p[áa]gs?|p[áa]ginas?|pages?|caps?|cap[íi]tulos?|chs?|chapters?|slides?)\b\.?\s*\d+(?:\s*(?:[-–a]|e|to)\s*\d+)?",
    re.IGNORECASE,
)
# Words of the frame of a sentence, which say nothing of its subject and need not stand in the notes.
_FRAME = frozenset(
    tokens(
        """consiste consistem define definem definido definida refere referem trata tratam significa significam
        chama chamam chamado chamada conhecido conhecida denominado corresponde inclui incluem incluindo
        exemplo exemplos seguinte seguintes acordo segundo conforme nota notas anotado anotacao anotacoes
        forma maneira modo parte diferenca usa usam usar usado usada usados usadas utiliza utilizam
        utilizado utilizada possui possuem tem apresenta apresentam ocorre ocorrem ou seja cita citado
        citados existe existem serve servem traz trazem exige exigem requer requerem precisa precisam
        preciso necessario necessaria permite permitem possibilita garante garantem impede impedem evita
        evitam la las lo los lhe lhes means mean called known refers refer include includes including
        example examples following according notes noted part difference allows allow needs need requires
        require page pagina paginas"""
    )
)
_VERDICTS = frozenset({"sim", "não", "nao", "yes", "no"})
_VERDICT_FIRST = re.compile(r"^\s*(?:sim|n[ãa]o|yes|no)\s*(?:[-–—:,.]\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text between punctuation or conjunctions: the stems of its words, its numbers, its polarity."""

    text: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    negated: bool


def plain_text(markdown: str) -> str:
    """Return Markdown's words without its signs and markers."""
    return _MARKUP.sub(" ", markdown).replace("_", " ").strip()


def find_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in one writing: "3.389" as "3389", "1,5" as "1.5", "sete" as "7"."""
    written = (
        re.sub(r"[.,]", "", found) if _THOUSANDS.fullmatch(found) else found.replace(",", ".")
        for found in _NUMBER.findall(text)
    )
    spelled = (str(FOLDED_NUMBER_WORDS[token]) for token in tokens(text) if token in FOLDED_NUMBER_WORDS)
    return tuple(dict.fromkeys((*(number.lstrip("0") or "0" for number in written), *spelled)))


def find_words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words, without numbers and frame words but with a cell's "sim" or "não"."""
    plain = _NUMBER.sub(" ", _PAGES.sub(" ", text))
    said = (stem(token) for token in content_tokens(plain) if token not in FOLDED_NUMBER_WORDS and token not in _FRAME)
    verdicts = (piece.strip().casefold() for piece in _SEGMENT.split(text))
    return tuple(dict.fromkeys((*said, *(verdict for verdict in verdicts if verdict in _VERDICTS))))


def find_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a text that say something, in order."""
    parts = (part.strip() for part in _SEGMENT.split(text))
    pieces = (Piece(part, find_words(part), frozenset(find_numbers(part)), is_negated(part)) for part in parts)
    return tuple(piece for piece in pieces if piece.words or piece.numbers)


def find_clauses(text: str) -> list[str]:
    """Return the clauses of a sentence, a verdict ("Sim — …") left out."""
    clauses = _CLAUSE.split(_VERDICT_FIRST.sub("", text))
    return [clause for clause in clauses if find_words(clause) or find_numbers(clause)]


def split_pages(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without its page references, and their numbers."""
    return _PAGES.sub(" ", text), find_numbers(" ".join(_PAGES.findall(text)))
