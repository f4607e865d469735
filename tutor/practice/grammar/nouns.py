"""Portuguese nouns: number, articles, and joining them to prepositions; None where the answer is not sure."""

import re
from collections.abc import Sequence

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import PLACING, is_foreign, listed_forms, looks_adjectival, singular_head
from tutor.practice.grammar.genders import RELATION, Genders
from tutor.practice.grammar.verbs import ARTICLES, PREPOSITIONS, PRONOUNS, QUANTIFIERS, first_word, is_participle, words

_ACCENTED_PLURALS = (
    *(
        ("leis", "lei"),
        ("ões", "ão"),
        ("ães", "ão"),
        ("ais", "al"),
        ("éis", "el"),
        ("eis", "el"),
        ("óis", "ol"),
        ("ns", "m"),
    ),
    *(("res", "r"), ("zes", "z"), ("s", "")),
)
_INVARIABLE = frozenset(
    "habeas status onus virus lapis atlas pires bus campus corpus onibus tenis oasis gas mes pais".split()
)


def is_full_name(name: str) -> bool:
    """True for "Prudente de Morais"."""
    first, *rest = words(name)
    return first[:1].isupper() and first[1:].islower() and any(word[0].isupper() for word in rest)


def singular_form(phrase: str) -> str:
    """Return a plural noun phrase in the singular, down to its first preposition: "oração subordinada substantiva"."""
    parts = phrase.split()
    for at, part in enumerate(parts):
        if part.casefold() in PREPOSITIONS:
            break
        for plural, singular in _ACCENTED_PLURALS:
            if part.endswith(plural):
                parts[at] = part.removesuffix(plural) + singular
                break
    return " ".join(parts)


def is_plural(phrase: str) -> bool | None:
    """True or False for a noun phrase whose number can be told from its head, None where it cannot."""
    head, *others = words(phrase) or [""]
    head = others[0] if others and head == "simples" and others[0] not in PREPOSITIONS else head  # "simples troca"
    plain = fold(head)
    if _is_foreign_plural(phrase):
        return None
    if not plain.endswith("s") or plain in _INVARIABLE or (head.islower() and not re.search("[aeiou]", plain)):
        return False
    if head[1:] != head[1:].lower():
        return head[-1] == "s" and head[:-1].isupper()
    unsure = plain.endswith(("ss", "us", "is")) and not plain.endswith(("ais", "eis", "ois"))
    return None if unsure or head[:1].isupper() or plain in {"tres", "as"} else True


def _is_foreign_plural(phrase: str) -> bool:
    """True for "devops", "bad smells": a foreign name in lower case, whose number its last word may show."""
    first, last = (parts := words(re.sub(r"\s*\([^()]*\)$", "", phrase)) or [""])[0], parts[-1]
    if len(parts) > 2 or not first.islower():
        return False
    if re.search(r"[bcdfgkptvx]s$", last):
        return True
    foreign = re.search(r"[bcdfgjkpqtvwx]s?$|[kwy]|th|sh", fold(first)) is not None
    foreign = foreign or not any(is_dictionary_word(word, ("pt",)) for word in (first, last))
    return foreign and not listed_forms(fold(first)) & lexicon.NOUNS and re.search(r"[^s]s$", last) is not None


def has_article(text: str) -> bool:
    """True when `text` begins with an article or another word that does its work."""
    first = words(text)[:1]
    return bool(first) and first[0].casefold() in QUANTIFIERS | PRONOUNS | ARTICLES


def article(gender: str, *, plural: bool = False, definite: bool = True) -> str:
    """Return the article of a gender and number."""
    if definite:
        return ("o" if gender == "m" else "a") + ("s" if plural else "")
    return {"m": ("um", "uns"), "f": ("uma", "umas")}[gender][plural]


_MEASURES = frozenset("volume tempo valor quantidade distancia energia custo numero total soma".split())
"""What a participle behind makes definite: "o volume transferido"."""


def with_article(phrase: str, genders: Genders) -> str | None:
    """Return a bare noun phrase with the article it asks for, None where gender or number is not sure."""
    gender, plural = genders.of(phrase), is_plural(phrase)
    if gender is None or plural is None:
        return None
    superlative = re.match(
        r"\S+\s+(?:com\s+|de\s+\S+\s+)?(?:mais|menos)\s+\S+(?:$|,|\s+(?:\(|d[eoa]s?\b|para\b))", phrase
    )
    of_the = re.match(r"\S+(?:\s+(?:de\s+)?(?!que\b)\w+)?\s+d[oa]s?\s", phrase)
    head = singular_head(fold(first_word(phrase)))
    claim = re.match(r"(?:direito|dever) d[eo]s? tod", phrase) is not None  # "um direito de todos"
    told = re.match(r"\S+ (?:(?:com|em|de|por|a|pel[oa]) que|de [a-zà-ÿ]+[aei]r)\b", phrase)  # "frequência com que …"
    told = told or re.match(r"\S+ (?:que|onde) [oa]s? ", phrase)  # "papel que a espécie desempenha"
    every = re.match(
        r"\S+ d[eo]s? tod[oa]s?\b|(?:diferença|intervalo) (?:\w+ )?entre\b", phrase
    )  # "conjunto de todos os casos"
    every = every or re.match(r"\S+ \S+ (?:mais|menos) [oa]s? ", phrase)  # "resultado primário mais os juros"
    every = every or re.match(r"\S+ (?:mín|máx)im[oa]s? ", phrase)  # "área mínima para o sustento"
    named = not claim and bool(superlative or told or every or (of_the and head not in lexicon.THINGS))
    behind = (words(phrase)[1:2] or [""])[0]
    told_apart = head in _MEASURES and is_participle(behind)
    measured = head in lexicon.AMOUNTS and (told_apart or not looks_adjectival(behind))
    definite = plural or named or measured or is_act(phrase)
    return f"{article(gender, plural=plural, definite=definite)} {phrase}"


def is_act(phrase: str) -> bool:
    """True when the head of a noun phrase is made from a verb or an adjective: "comunicação fim a fim"."""
    head = singular_head(fold(first_word(phrase)))
    following = ([word.casefold() for word in words(phrase)] + [""])[1]
    if head in lexicon.ACTS:
        return following in PREPOSITIONS
    return head.endswith(lexicon.ACT_ENDINGS) and head not in lexicon.THINGS | lexicon.AMOUNTS


def is_doing(phrase: str) -> bool:
    """True for a noun of something done, which a thing may consist in: "movimentação das VMs", "uso de VPN"."""
    head = singular_head(fold(first_word(phrase)))
    return (is_act(phrase) and is_plural(phrase) is not True) and (
        head in lexicon.ACTS or (head not in lexicon.NOUNS and head.endswith(("cao", "sao", "mento", "gem")))
    )


def is_kind(phrase: str) -> bool:
    """True when the head of a noun phrase is what something can be: "protocolo de rede", not "convergência rápida"."""
    head, following = ([fold(word) for word in words(phrase)] + [""])[:2]
    return singular_head(head) in lexicon.KINDS or (head.endswith("dade") and following in RELATION)


def common_form(name: str, genders: Genders) -> str:
    """Return a name in lower case where it is upper case only for standing first: "engenharia de requisitos e testes".

    So is what stands first behind "e" in a name that is not written in capitals throughout.
    """
    shown = _uncapitalized(name, genders)
    if not shown[:1].islower():
        return shown
    return re.sub(
        r"(?<=\se\s)[A-ZÀ-Þ][a-zà-ÿ]{3,}(?![^\W\d_]|\s[A-ZÀ-Þ])",
        lambda found: found[0].lower() if genders.is_common(found[0]) else found[0],
        shown,
    )


def _uncapitalized(name: str, genders: Genders) -> str:
    """Return a name with its first letter in lower case where that letter is upper case only for standing first."""
    parts = words(re.sub(r"\s\([^()]*\)$", "", name))
    norm = re.match(r"(?:Lei|Decreto|Resolução|Portaria|Súmula|Emenda)\s[\d.]+|\S+ \(1\d{3}", name)  # "Canudos (1896)"
    if norm or not parts or not name.startswith(parts[0]) or not _is_title(parts[0]):
        return name
    adjectival = any(map(looks_adjectival, parts[1:2])) or parts[0].lower() in lexicon.ADJECTIVES
    joined = parts[1:2] and parts[1] in PREPOSITIONS  # "Anexo de Metas"
    qualified = parts[1:2] and parts[1].islower() and adjectival and not joined  # "Bomba lógica", "Livre acesso"
    placed = qualified or (parts[1:2] and parts[1] in PLACING)  # "Permissões no Linux"
    told = words(re.split(r"\s[-–—]\s|:", name)[0])
    sentence = any(part.islower() and len(part) > 3 for part in told)  # "Evolução da gestão pública no Brasil"
    proper = genders.is_name(parts[-1]) or not is_dictionary_word(parts[-1])  # "Leis de Kepler"
    owned = is_plural(parts[0].lower()) and joined and proper and genders.is_common(parts[0])
    if any(_is_title(part) and len(part) > 3 for part in parts[1:]) and not (placed or sentence or owned):
        return name
    described = re.match(r"\S+ d[eoa]s? [a-zà-ÿ]", name)  # "Fluxo de energia", not "Revolta da Vacina"
    described = described or re.match(r"(?:Primeir|Segund|Terceir|Quart)[oa] [a-zà-ÿ]{3,}", name)  # "Terceiro setor"
    listed = not qualified or is_dictionary_word(parts[0].lower(), ("pt",))  # not "Harvard modificada"
    native = placed and listed and not is_foreign(parts[0])  # "Ética no serviço público"
    return name[:1].lower() + name[1:] if described or native or genders.is_common(parts[0]) else name


def contract(preposition: str, phrase: str) -> str:
    """Return preposition and phrase, run together with a leading article: de + o = do, em + a = na, a + a = à."""
    match = re.match(r"(os?|as?)\s", phrase)
    if not match:
        return f"{preposition} {phrase}"
    found = match[1]
    rest = phrase[len(found) :]
    if preposition == "a":
        return {"o": "ao", "os": "aos", "a": "à", "as": "às"}[found] + rest
    stem = {"de": "d", "em": "n", "por": "pel"}.get(preposition)
    return f"{stem}{found}{rest}" if stem else f"{preposition} {phrase}"


def enumerate_words(items: Sequence[str]) -> str:
    """Return "a, b e c"; semicolons where an item has a comma."""
    if len(items) < 2:
        return "".join(items)
    bare = [re.sub(r"\([^()]*\)", "", item) for item in items]
    separator = ";" if any("," in item or " e " in item for item in bare) else ","
    return f"{f'{separator} '.join(items[:-1])}{';' if separator == ';' else ''} e {items[-1]}"


def capitalized(text: str) -> str:
    """Return `text` with its first letter in upper case; the rest, and names such as "iSCSI", untouched."""
    first = words(text)[:1]
    if first and any(char.isupper() for char in first[0][1:]) and text.startswith(first[0]):
        return text
    return text[:1].upper() + text[1:]


def _is_title(word: str) -> bool:
    return word[:1].isupper() and word[1:] == word[1:].lower()
