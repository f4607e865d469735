"""What turns a statement round: negations, restrictions and opposite words, in Portuguese and English."""

import re
from functools import lru_cache

from tutor.language import stem, tokens

# "só" restricts and "SO" is the operating system: without its accent the word tells nothing. "no" negates in English
# and means "in the" in Portuguese.
_NEGATION = re.compile(
    r"\b(?:n[ãa]o|sem|not|without|cannot)\b|n['’]t\b"
    r"|\b(?:there (?:is|are|was|were)|has|have|had|with|of|gives?|makes?|needs?) no\b"
    r"|^\s*no(?= \w+ (?:is|are|can|may)\b)"
    r"|\b(?:impede|evita|dispensa|pro[íi]be|veda)m?\b|\b(?:prevent|avoid|forbid)s?\b",
    re.IGNORECASE,
)
# These only go on with a negation that stands before them: "não tem nenhum", "sem garantia de entrega nem de ordem".
_CONCORD = re.compile(r"\b(?:nunca|jamais|nenhuma?|nem|never|none|nor)\b", re.IGNORECASE)
_RESTRICTION = re.compile(r"\b(?:apenas|somente|unicamente|exclusivamente|só|only|solely|exclusively)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\b(?:n[ãa]o|not)\b[^,;]*?\b(?:apenas|somente|só|only|just)\b", re.IGNORECASE)

_OPPOSITES = (
    ("igual iguais mesmo mesma identico same equal", "diferente diferentes distinto distinta different"),
    ("aumenta aumentar aumento maior increase", "diminui diminuir reduz reduzir reducao menor decrease reduce"),
    ("melhor melhora melhorar better improve", "pior piora piorar worse"),
    ("rapido rapida fast", "lento lenta slow"),
    ("acelera accelerate", "retarda delay"),
    ("leve leves light lightweight", "pesado pesada heavy"),
    ("interno interna internal", "externo externa external"),
    ("publico publica public", "privado privada private"),
    ("simetrico simetrica symmetric", "assimetrico assimetrica asymmetric"),
    ("volatil volatile", "permanente persistente persistent"),
    ("temporario temporaria temporary", "permanente definitivo definitiva permanent"),
    ("obrigatorio obrigatoria mandatory", "opcional facultativo facultativa optional"),
    ("sincrono sincrona synchronous", "assincrono assincrona asynchronous"),
    ("alto alta high", "baixo baixa low"),
    ("acima above", "abaixo below"),
    ("antes before", "depois apos after"),
    ("anterior previous", "posterior following"),
    ("superior", "inferior"),
    ("primeiro primeira first", "ultimo ultima last"),
    ("facil facilita easy", "dificil dificulta hard difficult"),
    ("seguro segura secure safe", "inseguro insegura insecure unsafe"),
    ("minimo minima minimum", "maximo maxima maximum"),
    ("preemptivo preemptiva preemptive", "cooperativo cooperativa cooperative"),
    ("centralizado centralizada centralized", "descentralizado descentralizada decentralized"),
    ("direto direta direct", "indireto indireta indirect"),
    ("ativo ativa active", "passivo passiva passive"),
    ("explicito explicita explicit", "implicito implicita implicit"),
    ("estatico estatica static", "dinamico dinamica dynamic"),
    ("local", "remoto remota remote"),
    ("total", "parcial partial"),
    ("crescente ascendente ascending", "decrescente descendente descending"),
    ("simples simple", "complexo complexa complex"),
    ("aberto aberta open", "fechado fechada closed"),
    ("positivo positiva positive", "negativo negativa negative"),
    ("valido valida valid", "invalido invalida invalid"),
    ("dependente dependent", "independente independent"),
    ("presenca presence", "ausencia absence"),
    ("cifra cifrar encrypt", "decifra decifrar decrypt"),
    ("mais more", "menos less"),
)  # fmt: skip


def is_negated(text: str) -> bool:
    """True when `text` negates what it says: an odd number of negations, verbs of hindering among them.

    "não só … mas também" is none.
    """
    said = _NOT_ONLY.sub(" ", text)
    return (len(_NEGATION.findall(said)) or bool(_CONCORD.search(said))) % 2 == 1


def is_restricted(text: str) -> bool:
    """True when `text` says that something is so and nothing else is: "apenas", "somente", "só", "only"."""
    return bool(_RESTRICTION.search(_NOT_ONLY.sub(" ", text)))


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for pair in _OPPOSITES:
        left, right = ({stem(token) for token in tokens(side)} for side in pair)
        for words, others in ((left, right), (right, left)):
            for word in words:
                known.setdefault(word, set()).update(others)
    return {word: frozenset(others) for word, others in known.items()}


def opposites(word: str) -> frozenset[str]:
    """Return the stems of the words that say the opposite of a word, given as its stem."""
    return _opposites().get(word, frozenset())
