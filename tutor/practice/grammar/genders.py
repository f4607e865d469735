"""Genders of nouns: from word lists, endings, and the articles that the notes put before them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import (
    SHORTEST_PLURAL,
    ends_as_act,
    gender_by_ending,
    is_foreign,
    listed_forms,
    looks_adjectival,
    singular_head,
)
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word, is_infinitive, is_participle, is_verb_form, words

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
_DETERMINED = re.compile(r"(?<![\w-])([A-ZÀa-zà-ÿ][a-z]*) (?=([^\W_]+(?:[-'’/+#.][^\W_]+)*[+#]*))")
_SPELLED_OUT = re.compile(
    r"\b([A-Z]{2,6})(?: \(| [-–] |: | -> )([A-Za-zÀ-ÿ]{3,})"
    r"(?= d[aeo]s? | \d| [a-zà-ÿ]+(?:al|ar|[iu]v?[oa]|ic[oa]|[ai]d[oa])\b)"
)
"""An acronym and the Portuguese words it stands for, or its law."""
_BESIDE_AN_ACRONYM = re.compile(r"([A-Z]{2,})\s+\(([^()\d]* [^()\d]*)\)")
"""An acronym and what it stands for, in whatever language: "TCO (custo total de propriedade)"."""
_IN_FULL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+(?:(?:\s[a-zà-ÿ]{1,3}){0,2}\s[A-ZÀ-Þ][a-zà-ÿ]+){2,}")
"""What an acronym may stand for, wherever it is: "Lei de Responsabilidade Fiscal"."""
_IDENTIFIER = re.compile(r"(?<!\w)\.[a-z]\w*|\w*_\w+")
"""What is no word of a text: the ending of a file, a name in code: ".java", "java_02"."""
_LONGEST_PREFIX = 5  # letters: "auto"-, "micro"-
_WORDS_BEFORE = PREPOSITIONS | {"pseudo"}
"""Longer words of the dictionary that are prefixes too: "contra"-, "pseudo"-."""
_FEMININE_IN_ENGLISH = ("tion", "sion", "ity", "ance", "ence", "cy")
"""Endings of English nouns that translate to feminine ones."""
_OFTEN = 3  # articles before a noun that outweigh the lists
_SURE_ENDINGS = ("mento", "ismo", "cao", "dade")
_COMPARATIVES = frozenset("maior menor melhor pior longo longa curto curta alto alta baixo baixa".split())
RELATION = frozenset("de do da dos das".split())


def _stands_before(adjective: str, noun: str) -> bool:
    """True for an adjective that says no gender before its noun: "melhores práticas", "livre acesso"."""
    known = {fold(noun), singular_head(fold(noun))} & (lexicon.NOUNS | lexicon.ACTS) or ends_as_act(noun)
    compares = re.fullmatch(r"(?:maior|menor|melhor|pior)(?:es)?", adjective) is not None
    unmarked = (
        adjective in lexicon.ADJECTIVES and adjective.endswith(("e", "es")) and fold(adjective) not in lexicon.NOUNS
    )
    return compares or bool(unmarked and known)


def _are_english(first: str, second: str) -> bool:
    """True for two words that both languages have, where nothing in Portuguese joins them."""
    known = second in PREPOSITIONS | lexicon.ADJECTIVES or fold(second) in lexicon.NOUNS or looks_adjectival(second)
    both = all(is_dictionary_word(word, (code,)) for word in (first.lower(), second) for code in ("en", "pt"))
    return second.islower() and both and not known


def _of_loanwords(parts: Sequence[str]) -> str | None:
    """Return the gender of a name in English, which its last word tells: "race condition", "thin provisioning"."""
    if not all(word.islower() and _is_english(word) for word in parts):
        return None
    last = singular_head(fold(parts[-1]))
    return "f" if last in lexicon.FEMININE_LOANWORDS or last.endswith(_FEMININE_IN_ENGLISH) else "m"


def _is_english(word: str) -> bool:
    return not is_dictionary_word(word, ("pt",)) and (is_foreign(word) or is_dictionary_word(word, ("en",)))


class Genders:
    """Genders of nouns: from word lists and endings, and from the articles the notes themselves put before them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._seen: dict[str, Counter[str]] = {}
        self._lower: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._acronyms = dict.fromkeys(lexicon.FEMININE_ACRONYMS, "f") | dict.fromkeys(lexicon.MASCULINE_ACRONYMS, "m")
        for text in texts:
            self._learn(text)
            for found in _SPELLED_OUT.finditer(text):
                if gender := self._spelled_out(found):
                    self._acronyms.setdefault(found[1], gender)
            for name in _IN_FULL.findall(text):
                if re.search(r"\sd[eoa]s?\s", name) and (gender := self._of_word(first_word(name).lower())):
                    self._acronyms.setdefault("".join(filter(str.isupper, name)), gender)

    def of(self, phrase: str) -> str | None:
        """Return "m" or "f" for the head of a noun phrase, None where it is not sure."""
        spelled = _BESIDE_AN_ACRONYM.fullmatch(phrase)
        return self._of_name(spelled[2].lower() if spelled and spelled[1] not in self._acronyms else phrase)

    def _of_name(self, phrase: str) -> str | None:
        bare = re.sub(r"\s+\([^()]*\)$", "", phrase)
        parts = words(re.sub(r"^não\s+", "", bare, flags=re.IGNORECASE))
        if len(parts) > 1 and _stands_before(*parts[:2]):
            del parts[0]  # "melhores práticas", "livre acesso"
        if not parts:
            return None
        compound = len(parts) == 2 and _is_english(parts[1].lower())  # "API Gateway"
        if (parts[0].isupper() and not compound) and (
            gender := self._acronyms.get(parts[0]) or self._spelled_out(_SPELLED_OUT.match(phrase))
        ):
            return gender
        titled = len(parts) == 2 and parts[1][1:].islower() and not is_dictionary_word(parts[1].lower(), ("pt",))
        if parts[0].isupper() and len(parts[0]) > 1 and parts[1:2] and (parts[1].islower() or titled):
            described = parts[1] in PREPOSITIONS or looks_adjectival(parts[1])
            known = self._of_word(parts[0] if described else parts[1].lower())  # "VLAN nativa", "API Gateway"
            return known or self._described(*parts[:2]) or _of_loanwords([part.lower() for part in parts[1:]])
        spelled = fold(parts[0]) in lexicon.NOUNS and parts[0].lower() not in lexicon.SPELLED
        unread = spelled and parts[1:2] and not is_dictionary_word(parts[1].lower(), ("pt",))
        if unread or (len(parts) > 1 and _are_english(*parts[:2])):
            return None  # "ciclo build", "replica set"
        if fold(parts[0]) == "data" and len(parts) > 1 and not is_dictionary_word(parts[1].lower(), ("pt",)):
            return "m"  # "o data warehouse"
        return self._of_word(parts[0]) or self._described(*parts[:2]) or _of_loanwords(parts)

    def _described(self, noun: str, adjective: str = "") -> str | None:
        """Return the gender of a foreign noun or an acronym by the Portuguese adjective behind it: "IA clássica"."""
        ending = adjective[-1:]
        native = ending in {"o", "a"} and looks_adjectival(adjective) and is_dictionary_word(adjective, ("pt",))
        return ("m" if ending == "o" else "f") if native and noun[1:].isalpha() else None

    def _spelled_out(self, found: re.Match[str] | None) -> str | None:
        """Return the gender of an acronym by the words it stands for: "AR (Autoridade de Registro)"."""
        if found is None or fold(found[1][0]) != fold(found[2][0]):
            return None
        return self.of(found[2].lower())

    def _of_word(self, word: str) -> str | None:
        """Return the gender by a sure ending, by the articles of the notes, by the lists, by any other ending."""
        if "-" in word and word.islower():
            first, *_, last = word.split("-")
            whole = len(first) > _LONGEST_PREFIX and first not in _WORDS_BEFORE and is_dictionary_word(first, ("pt",))
            named = whole or fold(first) in lexicon.NOUNS or fold(first).endswith(lexicon.ACT_ENDINGS)
            if not named and (is_foreign(first) or not is_dictionary_word(last, ("pt",))):
                return self._evidence(fold(word))  # "docker-compose", "back-face"
            return self._of_word(first if named else last)  # "taxa-alvo", "pré-seleção"
        head = fold(word)
        singular = singular_head(head)
        if singular.endswith(_SURE_ENDINGS) and word.isalpha() and singular not in lexicon.MASCULINE:
            return "m" if singular.endswith(("mento", "ismo")) else "f"
        if singular.endswith("tio") and not is_dictionary_word(word, ("pt",)):
            return "f"  # "delatio"
        forms = {head} if word.isupper() else listed_forms(head)  # "CORS" is no plural
        seen = next((found for form in sorted(forms) if (found := self._evidence(form))), None)
        if forms & lexicon.NOUNS:
            known: str | None = "f" if forms & lexicon.FEMININE else "m"
        else:
            plain_word = word.isalpha() and not word.isupper() and word[1:] == word[1:].lower()
            english = is_dictionary_word(word, ("en",)) and not is_dictionary_word(word, ("pt",))  # "close"
            known = gender_by_ending(singular) if plain_word and not english else None
        often = any(sum(self._seen.get(form, Counter()).values()) >= _OFTEN for form in forms)
        sure = bool(forms & lexicon.NOUNS) or (singular[-1:] in {"a", "o"} and not word[0].isupper())  # "o Java"
        return seen if seen and (known is None or often or not sure) else known

    def is_name(self, word: str) -> bool:
        """True for a word that the notes write amid sentences with a capital, more often than without: "Sol"."""
        return self._names[word.lower()] > self._lower[word.lower()]

    def is_common(self, word: str) -> bool:
        """True for a common noun: by the lists, or by its ending where the notes do not write it as a name."""
        if "-" in word[2:] and word[1:].islower():
            return self.is_common(word.split("-", maxsplit=1)[0])  # "Placa-mãe"
        head = fold(word)
        singular = singular_head(head)
        named = word.lower() in self._names and not is_dictionary_word(word)
        lowered = word.lower() in self._lower and not (named or self.is_name(word))
        if word.lower() in self._names and not lowered:
            return False
        if word.isupper() and len(word) > 1:
            acronym = is_dictionary_word(word.lower(), ("pt",)) and word.lower() not in self._lower  # "BASE"
            return head in lexicon.NOUNS and not acronym
        if listed_forms(head) & lexicon.NOUNS or lowered:
            return True
        plural = head != singular and len(singular) > SHORTEST_PLURAL
        endings = (*lexicon.ACT_ENDINGS, "ismo", "ia", "eza", "ose", "fase", "ato", "dor", "dora", "oide")
        native = plural or (singular.endswith(endings) and len(singular) > SHORTEST_PLURAL)  # not "José"
        return native and (gender_by_ending(singular) is not None or singular.endswith("ista"))

    def is_listed(self, word: str) -> bool:
        """True for a noun whose gender is in the lists or shown by the notes' articles."""
        head = fold(word)
        singular = singular_head(head)
        return bool({head, singular} & lexicon.NOUNS or self._evidence(head) or self._evidence(singular))

    def is_shown(self, word: str) -> bool:
        """True for a word that the notes put an article before, or spell out."""
        return word in self._acronyms or self._evidence(fold(word)) is not None

    def is_noun(self, word: str, following: str) -> bool:
        """True when there is reason to take `word` for a noun, `following` being the next word."""
        singular = singular_head(fold(word))
        if singular in _COMPARATIVES:
            return False
        listed = self.is_listed(word) or word.isupper()
        if listed or (word in lexicon.ADJECTIVES and not ends_as_act(word)):
            return listed
        if singular.endswith((*lexicon.ACT_ENDINGS, "ismo", "ista", "o", "l", "r")) and not looks_adjectival(singular):
            return True
        if word.casefold() in lexicon.NOUN_OR_VERB:
            return following in RELATION or not following
        if looks_adjectival(singular) or re.search(r"[áó]ri[oa]s?$", word):  # "paritária em relação a"
            return following in RELATION
        return following in RELATION | {"que", "para", "em"} or is_participle(following)

    def _learn(self, text: str) -> None:
        text = _IDENTIFIER.sub(" ", text)
        written = words(text)
        self._lower.update(word for word in written if word.islower())
        self._names.update(name.lower() for name in re.findall(r"(?<=[a-zà-ÿ][a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+", text))
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
