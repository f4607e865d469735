"""Words as an exam spells them: a student's shorthand written out, accents that were left out put back."""

import re
from functools import lru_cache

from tutor.language import fold, language_of
from tutor.practice import lexicon
from tutor.practice.verbs import is_verb_form

_SHORTHAND = (
    (re.compile(r"(?<![\w/])p/\s*(?=\w)", re.IGNORECASE), "para "),
    (re.compile(r"(?<![\w/])c/\s*(?=\w)", re.IGNORECASE), "com "),
    (re.compile(r"(?<![\w/])s/\s*(?=\w)", re.IGNORECASE), "sem "),
    (re.compile(r"\bq(?=\s+[a-zà-ÿ])"), "que"),
    (re.compile(r"\bpra\b"), "para"),
    (re.compile(r"\bmsg\b"), "mensagem"),
    (re.compile(r"\bmsgs\b"), "mensagens"),
    (re.compile(r"\binfo\b"), "informação"),
    (re.compile(r"\binfos\b"), "informações"),
    (re.compile(r"\bdocs\b"), "documentos"),
    (re.compile(r"\bpa?gto(?=s?\b)"), "pagamento"),
    (re.compile(r"\btemp(?=\s+(?:d[aeo]\b|[a-zà-ÿ]+(?:al|ar)\b))"), "temperatura"),
    (re.compile(r"\bfreq\b\.?"), "frequência"),
    (re.compile(r"\bbd\b"), "banco de dados"),
    (re.compile(r"\bn[ºo°]s?\s+(?=de\b)"), "número "),
    (re.compile(r"\bmáx\b\.?"), "máximo"),
    (re.compile(r"\bmín\b\.?"), "mínimo"),
    (re.compile(r"\bou\s+\+\s+"), "ou mais "),
    (re.compile(r"\b(?:qdo|qnd)\b", re.IGNORECASE), "quando"),
    (re.compile(r"\b[Tt](?:b|bm)\b"), "também"),
    (re.compile(r"\bpq\b", re.IGNORECASE), "porque"),
    (re.compile(r"\b(?:qq|qqr|qquer)\b", re.IGNORECASE), "qualquer"),
    (re.compile(r"\bqto(?=s?\b)"), "quanto"),
    (re.compile(r"\bmt(?=[oa]s?\b)"), "muit"),
    (re.compile(r"[\s,]+(?:etc\.?|entre\s+outr[oa]s|dentre\s+outr[oa]s|among\s+others|\.\.\.|…)\s*(?=$|[;.)])"), ""),
)
_NOT = re.compile(r"(?<![\w^*+(=-])n(?=\s+([a-zà-ÿ]+))")
_ENDINGS = (
    (re.compile(r"(?<=\w)(?:ca|ça)o$"), "ção"),
    (re.compile(r"(?<=\w)(?:co|ço)es$"), "ções"),
    (re.compile(r"(?<=\w\w\w)avel$"), "ável"),
    (re.compile(r"(?<=\w\w\w)aveis$"), "áveis"),
    (re.compile(r"(?<=\w\w\w)ivel$"), "ível"),
    (re.compile(r"(?<=\w\w\w)iveis$"), "íveis"),
    (re.compile(r"(?<=\w\w)ario(?=s?$)"), "ário"),
    (re.compile(r"(?<=\w\w)orio(?=s?$)"), "ório"),
    (re.compile(r"(?<=\w)encia(?=s?$)"), "ência"),
    (re.compile(r"(?<=\w)ancia(?=s?$)"), "ância"),
    (re.compile(r"(?<=\w[b-fh-pr-z])uid(?=[oa]s?$)"), "uíd"),
)
_SOUND_ICO = re.compile(r"([aeiou])([b-df-hj-np-tv-z]{1,2})(?=ic[oa]s?$)")
_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}
_NASAL = {"a": "â", "e": "ê", "o": "ô"}
_SHORTEST_TO_STRESS = 5  # letters: "unico"; not "rico"
_EVERYDAY = """ninguém alguém não são até já também além após três vários várias difícil difíceis fácil fáceis útil
úteis máximo máxima mínimo mínima rápido rápida próximo próxima último última possível possíveis através
você saída saídas espaço serviço""".split()


def _known_spellings() -> dict[str, str]:
    """Return the accented words of the lexicon by what they are without accents, where that is no word of its own."""
    known = sorted(lexicon.SPELLED | set(_EVERYDAY))
    plurals = [f"{word}s" for word in known if word[-1] in "aeo"] + [
        f"{word[:-1]}is" for word in known if word.endswith("el")
    ]
    taken = lexicon.VERBS | lexicon.INFINITIVES | lexicon.SPELLED | {"pais"}  # parents, not "país"
    return {fold(word): word for word in (*known, *plurals) if fold(word) != word and fold(word) not in taken}


_KNOWN = _known_spellings()


def written_out(text: str) -> str:
    """Return a note's words without shorthand, and with the accents that were left out."""
    for pattern, full in _SHORTHAND:
        text = pattern.sub(full, text)
    if language_of(text) == "en":
        return text
    text = _NOT.sub(_negation, text)
    return re.sub(
        r"(?<![\w./@-])(?<![b-dfgjkpqtv-y] )[a-zç]{3,}(?![\w/@]|[.-]\w)", lambda found: accented(found[0]), text
    )


def _negation(match: re.Match[str]) -> str:
    return "não" if is_verb_form(match[1]) or match[1] in {"do", "da", "de", "dos", "das"} else match[0]


@lru_cache(maxsize=1 << 14)
def accented(word: str) -> str:
    """Return a word in lower case with its accents: "transferência" for "transferencia"."""
    if word in _KNOWN:
        return _KNOWN[word]
    if word in lexicon.VERBS or is_verb_form(word) or {word, word.removesuffix("s")} & lexicon.SPELLED:
        return word
    for ending, full in _ENDINGS:
        if ending.search(word):
            return ending.sub(full, word)
    return _SOUND_ICO.sub(_stressed, word) if len(word) >= _SHORTEST_TO_STRESS else word


def _stressed(match: re.Match[str]) -> str:
    vowel, consonants = match[1], match[2]
    nasal = consonants[0] in "mn" and vowel in _NASAL
    return (_NASAL if nasal else _ACCENTED)[vowel] + consonants
