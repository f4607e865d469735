"""What the endings of Portuguese nouns and adjectives tell: number, gender, part of speech."""

import re

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.verbs import PREPOSITIONS, is_participle, is_predicative, words

_PLURALS = (
    *(("oes", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"), ("ois", "ol")),
    *(("ns", "m"), ("res", "r"), ("zes", "z")),
)
_SHORTEST_GREEK = 4  # letters
_SHORTEST_ADJECTIVE = 5  # letters
SHORTEST_PLURAL = 4  # letters without its ending that tell a plural from a name: "Atos", "Paxos"
_ADJECTIVE = re.compile(
    r"(?:aneos?|aneas?|ais|al|ares|ar|iv[oa]s?|os[oa]s?|[ai]d[oa]s?|ari[oa]s?|ic[oa]s?|ori[oa]s?|[ei]an[oa]s?|ican[oa]s?|i[gn]u[oa]s?|[ea]ntes?|veis|vel)$"
)
_FOREIGN = re.compile(r"[kwy]|th|sh|ph|([bdfglmnptvz])\1")
_PREFIX = re.compile(r"^(?:anti|contra|hiper|inter|macro|micro|multi|semi|sub|super)")
_NEGATION = re.compile(r"^(?:in|im|i(?=rr|ll))")
"""What turns an adjective into its opposite: "imprópria"."""
PLACING = frozenset("em no na nos nas com contra entre para por pelo pela sobre".split())


def looks_adjectival(word: str) -> bool:
    """True for a word with an ending of adjectives; many nouns have one too."""
    foreign = re.search("[kwy]|[ao]rias?$", word)  # "engenharia" has no accent to be an adjective
    return (
        len(word) >= _SHORTEST_ADJECTIVE
        and not word.endswith("mente")
        and not foreign
        and bool(_ADJECTIVE.search(fold(word)))
    )


def is_bare_adjective(name: str) -> bool:
    """True for one word that only qualifies a noun that is not there: "híbrida", "simples", "motivacionais"."""
    parts = words(re.sub(r"\s*\([^()]*\)$|^não\s+", "", name))
    word = re.split("[/-]", parts[0])[-1 if "-" in parts[0] else 0] if parts else ""
    if not word.islower():
        return False
    if len(parts) > 1:
        if word.endswith("mente") or (word == "meio" and is_bare_adjective(parts[1])):
            return True  # "meio aberto"
        if parts[1] in {"e", "ou"}:
            return is_bare_adjective(word)
        joined = parts[1] in PLACING and looks_adjectival(word)  # "associativo por conjunto"
        qualifies = joined or (parts[1] in PREPOSITIONS and is_participle(word))
        return qualifies and fold(word) not in lexicon.NOUNS
    forms = listed_forms(fold(word))
    ending = word.endswith(("ndo", "eiro", "eira", "mista", "teis", "entes"))
    listed = {word, _NEGATION.sub("", word)} & lexicon.ADJECTIVES and not ends_as_act(word)
    if (ending and not forms & (lexicon.NOUNS | lexicon.KINDS)) or listed:
        return True
    known = forms & lexicon.NOUNS
    return not known and (looks_adjectival(word) or is_predicative(word))


def is_elliptical(name: str) -> bool:
    """True for a name in lower case whose noun is left out: "pública condicionada", "privada subsidiária"."""
    first, second = (*words(re.sub(r"^não\s+", "", name)), "", "")[:2]
    if is_bare_adjective(name) or re.fullmatch(r"(?:curto|médio|longo) prazo", name):
        return True
    described = first in lexicon.ADJECTIVES or looks_adjectival(first) or first.endswith("ista")
    adjective = first.islower() and described
    noun = {fold(first), singular_head(fold(first))} & lexicon.NOUNS or ends_as_act(first)
    qualified = second in lexicon.ADJECTIVES or looks_adjectival(second)
    return adjective and not noun and (qualified or (not second and first.endswith("ista")))


def ends_as_act(word: str) -> bool:
    """True for "redução", "aumento": a noun by its ending."""
    return fold(word).endswith(lexicon.ACT_ENDINGS)


def singular_head(head: str) -> str:
    """Return the singular of a folded noun: "acao" for "acoes"."""
    for plural, singular in _PLURALS:
        if head.endswith(plural) and len(head) > len(plural) + 1:
            return head.removesuffix(plural) + singular
    return head.removesuffix("s") if head.endswith("s") and not head.endswith(("ss", "us", "is")) else head


def listed_forms(head: str) -> set[str]:
    """Return a folded noun as it may be listed: in the singular, without a prefix ("antipadrões")."""
    forms = {head, singular_head(head), head.removesuffix("s")}
    bases = {re.sub(r"^(?:s(?=s)|r(?=r))", "", _PREFIX.sub("", form)) for form in forms}  # "microsserviço"
    return forms | {base for base in bases if len(base) > SHORTEST_PLURAL}


def is_foreign(word: str) -> bool:
    """True for a word with letters that no Portuguese word has: "phishing"."""
    return bool(_FOREIGN.search(word)) or word.endswith("ing")


def gender_by_ending(singular: str) -> str | None:
    """Return the gender that the ending of a Portuguese word tells; None for words that look foreign."""
    if _FOREIGN.search(singular) or singular.endswith(("ista", "crata", "nauta")) or singular in {"capital", "radio"}:
        return None  # "o artista" and "a artista", "o capital" and "a capital"
    if singular.endswith(("ema", "oma", "grama")) and len(singular) > _SHORTEST_GREEK:
        return "m"  # "o bioma", "o ecossistema"; not "a soma"
    if singular.endswith(lexicon.FEMININE_ENDINGS):
        return "f"
    return "m" if singular.endswith(lexicon.MASCULINE_ENDINGS) and not singular.endswith("ao") else None
