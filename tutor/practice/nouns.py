"""Portuguese nouns: gender, number, articles, and joining them to prepositions; None where the answer is not sure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tutor.language import fold
from tutor.practice import lexicon
from tutor.practice.verbs import (
    ARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    is_infinitive,
    is_participle,
    is_predicative,
    is_verb_form,
    words,
)

_GENDER_OF_DETERMINER = {
    **dict.fromkeys("o os um uns do no ao pelo dos nos aos pelos num este esse todo seu".split(), "m"),
    **dict.fromkeys("as uma umas da na à pela das nas às pelas numa esta essa toda sua".split(), "f"),
}
_BEHIND_PREPOSITION = frozenset(
    """cada cerca critério despeito exemplo fim longo menos pedido posteriori princípio priori propósito respeito rigor
    seguir título""".split()
)
"""What a sentence that begins with "A" may have behind a preposition; any other word has an article there."""
_AMBIGUOUS_DETERMINERS = frozenset("o os as no nos na nas".split())
_PLURALS = (
    *(
        ("oes", "ao"),
        ("aes", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("ois", "ol"),
        ("ns", "m"),
        ("res", "r"),
        ("zes", "z"),
    ),
)
_ACCENTED_PLURALS = (
    *(("ões", "ão"), ("ães", "ão"), ("ais", "al"), ("éis", "el"), ("eis", "el"), ("óis", "ol"), ("ns", "m")),
    *(("res", "r"), ("zes", "z"), ("s", "")),
)
_DETERMINED = re.compile(r"(?<![\w-])([A-ZÀa-zà-ÿ][a-z]*) (?=([^\W_]+(?:[-'’/+#.][^\W_]+)*[+#]*))")
_SPELLED_OUT = re.compile(
    r"\b([A-Z]{2,6})(?: \(| [-–] |: | -> )([A-Za-zÀ-ÿ]{3,})(?= d[aeo]s? | \d| [a-zà-ÿ]+(?:al|ar|iv[oa]|ic[oa])\b)"
)
"""An acronym and the Portuguese words it stands for, or its law."""
_SHORTEST_GREEK = 4  # letters
_OFTEN = 3  # articles before a noun that outweigh the lists
_SURE_ENDINGS = ("mento", "ismo", "cao", "dade")
_SHORTEST_ADJECTIVE = 5  # letters
_SHORTEST_PLURAL = 4  # letters without its ending that tell a plural from a name: "Atos", "Paxos"
_ADJECTIVE = re.compile(
    r"(?:aneos?|aneas?|ais|al|ares|ar|iv[oa]s?|os[oa]s?|[ai]d[oa]s?|ari[oa]s?|ic[oa]s?|ori[oa]s?|ian[oa]s?|[ea]ntes?|veis|vel)$"
)
_INVARIABLE = frozenset(
    "habeas status onus virus lapis atlas pires bus campus corpus onibus tenis oasis gas mes pais".split()
)
_FOREIGN = re.compile(r"[kwy]|th|sh|ph|([bdfglmnptvz])\1")
_COMPARATIVES = frozenset("maior menor melhor pior longo longa curto curta alto alta baixo baixa".split())
_PREFIX = re.compile(r"^(?:anti|contra|hiper|inter|macro|micro|multi|semi|sub|super)")
_RELATION = frozenset("de do da dos das".split())
_PLACING = frozenset("em no na nos nas com contra entre para por pelo pela sobre".split())


class Genders:
    """Genders of nouns: from word lists and endings, and from the articles the notes themselves put before them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._seen: dict[str, Counter[str]] = {}
        self._lower: set[str] = set()
        self._names: set[str] = set()
        self._acronyms: dict[str, str] = {}
        for text in texts:
            self._learn(text)
            for found in _SPELLED_OUT.finditer(text):
                if gender := self._spelled_out(found):
                    self._acronyms.setdefault(found[1], gender)

    def of(self, phrase: str) -> str | None:
        """Return "m" or "f" for the head of a noun phrase, None where it is not sure."""
        parts = words(re.sub(r"^não\s+", "", phrase, flags=re.IGNORECASE))
        if not parts:
            return None
        if parts[0].isupper() and (
            gender := self._acronyms.get(parts[0]) or self._spelled_out(_SPELLED_OUT.match(phrase))
        ):
            return gender
        if parts[0] == "data" and len(parts) > 1 and parts[1] not in PREPOSITIONS and not looks_adjectival(parts[1]):
            return "m"  # "o data warehouse"
        return self._of_word(parts[0])

    def _spelled_out(self, found: re.Match[str] | None) -> str | None:
        """Return the gender of an acronym by the words it stands for: "AR (Autoridade de Registro)"."""
        if found is None or (fold(found[1][0]) != fold(found[2][0]) and found[2] != "Lei"):
            return None
        return self.of(found[2].lower())

    def _of_word(self, word: str) -> str | None:
        """Return the gender by a sure ending, by the articles of the notes, by the lists, by any other ending."""
        if "-" in word and word.islower():
            first, *_, last = word.split("-")
            named = fold(first) in lexicon.NOUNS or fold(first).endswith(lexicon.ACT_ENDINGS)
            return self._of_word(first if named else last)  # "taxa-alvo", "pré-seleção"
        head = fold(word)
        singular = _singular(head)
        if singular.endswith(_SURE_ENDINGS) and word.isalpha() and singular not in lexicon.MASCULINE:
            return "m" if singular.endswith(("mento", "ismo")) else "f"
        forms = _forms(head)
        seen = next((found for form in sorted(forms) if (found := self._evidence(form))), None)
        if forms & lexicon.NOUNS:
            known: str | None = "f" if forms & lexicon.FEMININE else "m"
        else:
            plain_word = word.isalpha() and not word.isupper() and word[1:] == word[1:].lower()
            known = _by_ending(singular) if plain_word else None
        often = any(sum(self._seen.get(form, Counter()).values()) >= _OFTEN for form in forms)
        sure = bool(forms & lexicon.NOUNS) or singular[-1:] in {"a", "o"}
        return seen if seen and (known is None or often or not sure) else known

    def is_common(self, word: str) -> bool:
        """True for a common noun: by the lists, or by its ending where the notes do not write it as a name."""
        head = fold(word)
        singular = _singular(head)
        if word.lower() in self._names:
            return False
        if word.isupper() and len(word) > 1:
            return head in lexicon.NOUNS
        if _forms(head) & lexicon.NOUNS or word.lower() in self._lower:
            return True
        plural = head != singular and len(singular) > _SHORTEST_PLURAL
        native = plural or singular.endswith((*lexicon.ACT_ENDINGS, "ismo", "ia", "ose", "fase", "ato"))
        return native and (_by_ending(singular) is not None or singular.endswith("ista"))

    def is_listed(self, word: str) -> bool:
        """True for a noun whose gender is in the lists or shown by the notes' articles."""
        head = fold(word)
        singular = _singular(head)
        return bool({head, singular} & lexicon.NOUNS or self._evidence(head) or self._evidence(singular))

    def is_shown(self, word: str) -> bool:
        """True for a word that the notes put an article before, or spell out."""
        return word in self._acronyms or self._evidence(fold(word)) is not None

    def is_noun(self, word: str, following: str) -> bool:
        """True when there is reason to take `word` for a noun, `following` being the next word."""
        singular = _singular(fold(word))
        if singular in _COMPARATIVES:
            return False
        listed = self.is_listed(word) or word.isupper()
        if listed or (word in lexicon.ADJECTIVES and not _by_act(word)):
            return listed
        if singular.endswith((*lexicon.ACT_ENDINGS, "ismo", "ista", "o", "l", "r")) and not looks_adjectival(singular):
            return True
        if word.casefold() in lexicon.NOUN_OR_VERB:
            return following in _RELATION or not following
        if looks_adjectival(singular):
            return following in _RELATION
        return following in _RELATION | {"que", "para", "em"} or is_participle(following)

    def _learn(self, text: str) -> None:
        written = words(text)
        self._lower.update(word for word in written if word.islower())
        self._names.update(name.lower() for name in re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+", text))
        for determiner, word in _DETERMINED.findall(text):
            before = determiner[:1].lower() + determiner[1:]  # not "AS", a name
            opening = determiner == "A" and word not in _BEHIND_PREPOSITION and not word.isupper()
            gender = "f" if opening else _GENDER_OF_DETERMINER.get(before)
            ambiguous = before in _AMBIGUOUS_DETERMINERS and is_verb_form(word)
            if gender and len(word) > 1 and not ambiguous and not is_infinitive(word):
                self._seen.setdefault(fold(word), Counter())[gender] += 1

    def _evidence(self, head: str) -> str | None:
        counts = self._seen.get(head, Counter())
        feminine, masculine = counts["f"], counts["m"]
        if feminine and feminine >= 3 * masculine:
            return "f"
        return "m" if masculine and masculine >= 3 * feminine else None


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
        if word.endswith("mente"):
            return True
        if parts[1] in {"e", "ou"}:
            return is_bare_adjective(word)
        joined = parts[1] in _PLACING and looks_adjectival(word)  # "associativo por conjunto"
        qualifies = joined or (parts[1] in PREPOSITIONS and is_participle(word))
        return qualifies and fold(word) not in lexicon.NOUNS
    if word.endswith(("ndo", "eiro", "eira", "mista", "teis", "entes")) or (
        word in lexicon.ADJECTIVES and not _by_act(word)
    ):
        return True
    known = {fold(word), _singular(fold(word))} & lexicon.NOUNS
    return not known and (looks_adjectival(word) or is_predicative(word))


def _by_act(word: str) -> bool:
    """True for "redução", "aumento": a noun by its ending."""
    return fold(word).endswith(lexicon.ACT_ENDINGS)


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
    head = (words(phrase) or [""])[0]
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
    return foreign and fold(first) not in lexicon.NOUNS and re.search(r"[^s]s$", last) is not None


def has_article(text: str) -> bool:
    """True when `text` begins with an article or another word that does its work."""
    first = words(text)[:1]
    return bool(first) and first[0].casefold() in QUANTIFIERS | PRONOUNS | ARTICLES


def article(gender: str, *, plural: bool = False, definite: bool = True) -> str:
    """Return the article of a gender and number."""
    if definite:
        return ("o" if gender == "m" else "a") + ("s" if plural else "")
    return {"m": ("um", "uns"), "f": ("uma", "umas")}[gender][plural]


def with_article(phrase: str, genders: Genders) -> str | None:
    """Return a bare noun phrase with the article it asks for, None where gender or number is not sure."""
    gender, plural = genders.of(phrase), is_plural(phrase)
    if gender is None or plural is None:
        return None
    superlative = re.match(r"\S+\s+(?:mais|menos)\s+\S+(?:$|,|\s+(?:d[eoa]s?|para)\b)", phrase)
    of_the = re.match(r"\S+(?:\s+(?!que\b)\w+)?\s+d[oa]s?\s", phrase)
    head = _singular(fold(words(phrase)[0]))
    named = bool(superlative or (of_the and head not in lexicon.THINGS))
    definite = plural or named or head in lexicon.AMOUNTS or is_act(phrase)
    return f"{article(gender, plural=plural, definite=definite)} {phrase}"


def is_act(phrase: str) -> bool:
    """True when the head of a noun phrase is made from a verb or an adjective: "comunicação fim a fim"."""
    head = _singular(fold(words(phrase)[0]))
    following = ([word.casefold() for word in words(phrase)] + [""])[1]
    if head in lexicon.ACTS:
        return following in PREPOSITIONS
    return head.endswith(lexicon.ACT_ENDINGS) and head not in lexicon.THINGS | lexicon.AMOUNTS


def is_doing(phrase: str) -> bool:
    """True for a noun of something done, which a thing may consist in: "movimentação das VMs", "uso de VPN"."""
    head = _singular(fold(words(phrase)[0]))
    return (is_act(phrase) and is_plural(phrase) is not True) and (
        head in lexicon.ACTS or (head not in lexicon.NOUNS and head.endswith(("cao", "sao", "mento", "gem")))
    )


def is_kind(phrase: str) -> bool:
    """True when the head of a noun phrase is what something can be: "protocolo de rede", not "convergência rápida"."""
    head, following = ([fold(word) for word in words(phrase)] + [""])[:2]
    return _singular(head) in lexicon.KINDS or (head.endswith("dade") and following in _RELATION)


def common_form(name: str, genders: Genders) -> str:
    """Return a name with its first letter in lower case where that letter is upper case only for standing first."""
    parts = words(name)
    if not parts or not name.startswith(parts[0]) or not _is_title(parts[0]):
        return name
    placed = parts[1:2] and parts[1] in _PLACING  # "Permissões no Linux"
    if any(_is_title(part) and len(part) > 3 for part in parts[1:]) and not placed:
        return name
    described = re.match(r"\S+ d[eoa]s? [a-zà-ÿ]", name)  # "Fluxo de energia", not "Revolta da Vacina"
    return name[:1].lower() + name[1:] if described or genders.is_common(parts[0]) else name


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
    separator = ";" if any("," in item or " e " in item for item in items) else ","
    return f"{f'{separator} '.join(items[:-1])}{';' if separator == ';' else ''} e {items[-1]}"


def capitalized(text: str) -> str:
    """Return `text` with its first letter in upper case; the rest, and names such as "iSCSI", untouched."""
    first = words(text)[:1]
    if first and any(char.isupper() for char in first[0][1:]) and text.startswith(first[0]):
        return text
    return text[:1].upper() + text[1:]


def _is_title(word: str) -> bool:
    return word[:1].isupper() and word[1:] == word[1:].lower()


def _singular(head: str) -> str:
    for plural, singular in _PLURALS:
        if head.endswith(plural) and len(head) > len(plural) + 1:
            return head.removesuffix(plural) + singular
    return head.removesuffix("s") if head.endswith("s") and not head.endswith(("ss", "us", "is")) else head


def _forms(head: str) -> set[str]:
    """Return a folded noun as it may be listed: in the singular, without a prefix ("antipadrões")."""
    forms = {head, _singular(head), head.removesuffix("s")}
    return forms | {base for form in forms if len(base := _PREFIX.sub("", form)) > _SHORTEST_PLURAL}


def _by_ending(singular: str) -> str | None:
    """Return the gender that the ending of a Portuguese word tells; None for words that look foreign."""
    if _FOREIGN.search(singular) or singular.endswith("ista") or singular in {"capital", "radio"}:
        return None  # "o artista" and "a artista", "o capital" and "a capital"
    if singular.endswith(("ema", "oma", "grama")) and len(singular) > _SHORTEST_GREEK:
        return "m"  # "o bioma", "o ecossistema"; not "a soma"
    if singular.endswith(lexicon.FEMININE_ENDINGS):
        return "f"
    return "m" if singular.endswith(lexicon.MASCULINE_ENDINGS) and not singular.endswith("ao") else None
