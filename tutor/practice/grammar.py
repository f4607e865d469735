"""Just enough Portuguese grammar to build sentences: what a phrase begins with, gender, number, articles, lists.

Where the form of a phrase is not sure the answer is `Shape.OTHER` or None, and the writer takes wording that fits any form.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from tutor.language import fold
from tutor.practice import lexicon

_WORD = re.compile(r"[^\W_]+(?:[-'’/+#.][^\W_]+)*[+#]*")
_NOUN_OR_VERB = {fold(form) for form in lexicon.NOUN_OR_VERB}
_INFINITIVES = {fold(verb) for verb in lexicon.INFINITIVES} - {"por", "poder", "dever", "ler"}
_ARTICLES = {
    "o": ("m", 1), "a": ("f", 1), "os": ("m", 2), "as": ("f", 2), "um": ("m", 1), "uma": ("f", 1),
    "uns": ("m", 2), "umas": ("f", 2),
}  # fmt: skip
_CONTRACTED = {
    "do": "m", "no": "m", "ao": "m", "pelo": "m", "dos": "m", "nos": "m", "aos": "m", "pelos": "m", "num": "m",
    "da": "f", "na": "f", "à": "f", "pela": "f", "das": "f", "nas": "f", "às": "f", "pelas": "f", "numa": "f",
    "este": "m", "esse": "m", "cada": "", "esta": "f", "essa": "f", "todo": "m", "toda": "f", "seu": "m", "sua": "f",
}  # fmt: skip
_PREPOSITIONS = frozenset(
    "de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre entre até após ante desde contra "
    "a ao à aos às num numa durante mediante conforme segundo".split()
)
_SUBORDINATORS = frozenset(
    "que quando onde se como porque enquanto embora cujo cuja cujos cujas qual quais para pois caso quem".split()
)
PRONOUNS = frozenset(
    "isso isto aquilo este esta estes estas esse essa esses essas aquele aquela aqueles aquelas ele ela eles elas seu sua "
    "seus suas tal tais mesmo mesma outro outra outros outras ambos ambas também já assim então porém logo portanto ainda "
    "depois antes disso dessa desse deste desta daí dele dela deles delas nele nela nesse nessa neste nesta it this that "
    "these those they he she its their such".split()
)
_IMPERSONAL = frozenset(
    "necessário necessária preciso possível importante recomendado recomendável obrigatório essencial fundamental "
    "interessante bom melhor só apenas".split()
)
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:ad|íd|id)[oa]s?$")
_OTHER_PARTICIPLES = frozenset(
    f"{root}{ending}"
    for root in "compost feit escrit descrit abert expost dispost dit inscrit impress entregue cobert sujeit".split()
    for ending in ("o", "a", "os", "as")
)
_PREDICATIVE = re.compile(
    r"(?:\w{3,}(?:áve(?:l|is)|íve(?:l|is)|úve(?:l|is))|capa(?:z|zes)|gratuit[oa]s?|útil|úteis|responsáve(?:l|is)|semelhantes?|simila(?:r|res)|equivalentes?|incapa(?:z|zes)|"
    r"favoráve(?:l|is)|ideal|ideais|compatíve(?:l|is)|independentes?|dependentes?|diferentes?|inerentes?|aplicáve(?:l|is))$"
)
_NOUNS_IN_ADO = frozenset(
    "chamada entrada saída camada década medida jornada tomada parada partida vida ida bebida comida ferida estado "
    "mercado dado lado grau resultado significado tratado advogado deputado senado mandado pedido tecido líquido ácido "
    "fluido período sentido partido comunicado certificado atestado empregado soldado gado teclado cuidado quadrado "
    "dados entradas saídas camadas medidas resultados pedidos tecidos ácidos".split()
)
_SUBJECTLESS = frozenset("há houve basta existe existem ocorre ocorrem cabe cabem falta faltam convém".split())
_QUANTIFIERS = frozenset(
    "todo toda todos todas ambos ambas vários várias muitos muitas poucos poucas alguns algumas dois duas três quatro cinco "
    "seis sete oito nove dez cada qualquer quaisquer nenhum nenhuma diversos diversas certos certas tais mais menos apenas "
    "só somente quem ninguém nada tudo ".split()
)
_INVARIABLE = frozenset(
    "habeas status onus virus lapis atlas pires bus campus corpus onibus tenis oasis gas mes pais".split()
)
_RELATION = frozenset("de do da dos das".split())


class Shape(StrEnum):
    """What a phrase is, as far as it can be told from its words."""

    NOUN = "noun"  # movimentação das VMs de um hypervisor para outro
    DETERMINED = "determined"  # um software que cria VMs
    VERB = "verb"  # permite acesso remoto
    PARTICIPLE = "participle"  # usado para acesso remoto, capaz de
    INFINITIVE = "infinitive"  # combinar servidores
    CLAUSE = "clause"  # cada solução adota estratégias diferentes
    ENGLISH = "english"  # the OS can interrupt a running process
    OTHER = "other"


def words(text: str) -> list[str]:
    """Return the words of `text` as written, inner hyphens, slashes and dots kept."""
    return _WORD.findall(text)


def has_article(text: str) -> bool:
    """True when `text` begins with an article or another word that does its work."""
    first = words(text)[:1]
    return bool(first) and (
        first[0].casefold() in _ARTICLES or first[0].casefold() in {"cada", "todo", "toda"} | PRONOUNS
    )


def is_verb_form(word: str) -> bool:
    """True for a third person that a predicate may begin with, nouns of the same spelling left out."""
    plain = word.casefold()
    base = re.sub(r"-(?:se|lhe|lhes|o|a|os|as|lo|la|no|na)$", "", plain)
    return base in lexicon.VERBS and (base != plain or fold(plain) not in _NOUN_OR_VERB)


def is_infinitive(word: str) -> bool:
    """True for the infinitive of a known verb."""
    return fold(word) in _INFINITIVES


def shape_of(text: str, genders: "Genders") -> Shape:
    """Return what the phrase `text` is."""
    parts = words(text)
    if not parts or not text[0].isalnum():
        return Shape.OTHER
    first, second = parts[0].casefold(), (parts[1].casefold() if len(parts) > 1 else "")
    if first in PRONOUNS or first in _SUBORDINATORS or first in _IMPERSONAL:
        return Shape.OTHER
    if first in _QUANTIFIERS:
        compared = first in {"mais", "menos"} and second and not is_verb_form(second)
        if _has_main_verb(text, 0):
            return Shape.CLAUSE
        return Shape.PARTICIPLE if compared and " que " in text else Shape.OTHER
    if first == "não":
        if is_verb_form(second) or second == "se":
            return _predicate(text)
        return shape_of(" ".join(parts[1:]), genders) if _PARTICIPLE.match(second) else Shape.OTHER
    if _begins_with_verb(first, second):
        return _predicate(text)
    if first in _ARTICLES:
        if _has_main_verb(text, 1):
            return Shape.CLAUSE
        participle = _PARTICIPLE.match(second) and second not in _NOUNS_IN_ADO
        return Shape.OTHER if len(parts) < 2 or participle else Shape.DETERMINED
    if first in _PREPOSITIONS or first.endswith(("mente", "ndo")) and first not in {"mente"}:
        return Shape.OTHER
    if is_infinitive(first):
        return Shape.INFINITIVE
    if _has_main_verb(text, 0):
        return Shape.CLAUSE
    if len(parts) == 1 and not fold(first).endswith(lexicon.DEVERBAL_ENDINGS):
        return Shape.OTHER
    if _PREDICATIVE.match(first) or first in _OTHER_PARTICIPLES:
        return Shape.PARTICIPLE
    if _PARTICIPLE.match(first) and first not in _NOUNS_IN_ADO:
        return Shape.PARTICIPLE
    return Shape.NOUN if genders.is_noun(parts[0], second) else Shape.OTHER


def _predicate(text: str) -> Shape:
    return Shape.CLAUSE if is_impersonal(text) else Shape.VERB


def _begins_with_verb(first: str, second: str) -> bool:
    if is_verb_form(first):
        return True
    determined = second in _ARTICLES or second in {"todo", "toda", "todos", "todas", "cada", "se", "seu", "sua"}
    return fold(first) in _NOUN_OR_VERB and (determined and second != "a" or second.endswith("mente"))


def _has_main_verb(text: str, start: int) -> bool:
    """True when a finite verb comes before the first subordinate clause, comma or bracket."""
    head = re.split(r"[,;:(\[{]|\s[-–—]\s", text, maxsplit=1)[0]
    previous = ""
    for at, word in enumerate(words(head)):
        plain = word.casefold()
        if plain == "se" and previous not in _PREPOSITIONS and at > start:
            continue
        if plain in _SUBORDINATORS:
            return False
        if at > start and is_verb_form(word) and previous not in _PREPOSITIONS and previous not in _ARTICLES:
            return True
        previous = plain
    return False


def is_finite(text: str) -> bool:
    """True when `text` has a finite verb in its main clause, as a sentence must."""
    opened = re.sub(r"^(?:[^,]{1,60},\s+)", "", text)
    without_aside = re.sub(r"^([^,]{1,80}),[^,]{1,80},\s", r"\1 ", text)
    first = words(text)[:1]
    return any(_has_main_verb(part, 0) for part in (text, opened, without_aside)) or bool(
        first and is_verb_form(first[0])
    )


class Genders:
    """Genders of nouns: from word lists and endings, and from the articles the notes themselves put before them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._seen: dict[str, Counter[str]] = {}
        self._lower: set[str] = set()
        self._names: set[str] = set()
        for text in texts:
            self._learn(text)

    def of(self, phrase: str) -> str | None:
        """Return "m" or "f" for the head of a noun phrase, None where it is not sure."""
        parts = words(re.sub(r"^não\s+", "", phrase, flags=re.IGNORECASE))
        if not parts:
            return None
        head = fold(parts[0])
        singular = _singular(head)
        if seen := self._evidence(head) or self._evidence(singular):
            return seen
        for known, gender in ((lexicon.FEMININE, "f"), (lexicon.MASCULINE, "m")):
            if head in known or singular in known:
                return gender
        if (
            parts[0].isupper()
            or not parts[0].isalpha()
            or parts[0] != parts[0].lower()
            and parts[0][1:] != parts[0][1:].lower()
        ):
            return None
        return _by_ending(singular)

    def is_common(self, word: str) -> bool:
        """True for a common noun: by the lists, or by its ending where the notes do not write it as a name."""
        head = fold(word)
        if word.isupper() and len(word) > 1 or word.lower() in self._names:
            return head in lexicon.FEMININE | lexicon.MASCULINE
        known = lexicon.FEMININE | lexicon.MASCULINE
        singular = _singular(head)
        return head in known or singular in known or word.lower() in self._lower or _by_ending(singular) is not None

    def is_listed(self, word: str) -> bool:
        """True for a noun whose gender is in the lists or shown by the notes' articles."""
        singular = _singular(fold(word))
        known = lexicon.FEMININE | lexicon.MASCULINE
        return singular in known or fold(word) in known or bool(self._evidence(fold(word)) or self._evidence(singular))

    def is_noun(self, word: str, following: str) -> bool:
        """True when there is reason to take `word` for a noun, `following` being the next word."""
        head = fold(word)
        singular = _singular(head)
        if self._evidence(head) or self._evidence(singular) or singular in lexicon.FEMININE | lexicon.MASCULINE:
            return True
        if word.isupper() or singular.endswith((*lexicon.DEVERBAL_ENDINGS, "ismo", "ista", "o", "l", "r")):
            return True
        if head in _NOUN_OR_VERB:
            return following in _RELATION or not following
        return following in _RELATION or following in {"que", "para", "em"} or bool(_PARTICIPLE.match(following))

    def _learn(self, text: str) -> None:
        written = words(text)
        self._lower.update(word for word in written if word.islower())
        inner = re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]+", text)
        self._names.update(word.lower() for word in inner)
        parts = [word.casefold() for word in written]
        for before, word in zip(parts, parts[1:], strict=False):
            gender = _ARTICLES[before][0] if before in _ARTICLES else _CONTRACTED.get(before, "")
            ambiguous = before in {"a", "no", "nos", "na", "nas", "o", "as", "os"} and is_verb_form(word)
            if gender and len(word) > 1 and not ambiguous and fold(word) not in _INFINITIVES:
                self._seen.setdefault(fold(word), Counter())[gender if before != "a" else gender + "?"] += 1

    def _evidence(self, head: str) -> str | None:
        counts = self._seen.get(head)
        if not counts:
            return None
        feminine, masculine = counts["f"], counts["m"]
        if feminine and feminine >= 3 * masculine:
            return "f"
        return "m" if masculine and masculine >= 3 * feminine else None


def _singular(head: str) -> str:
    for plural, singular in (("oes", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"), ("ois", "ol"), ("ns", "m"),
                             ("res", "r"), ("zes", "z")):  # fmt: skip
        if head.endswith(plural) and len(head) > len(plural) + 1:
            return head.removesuffix(plural) + singular
    return head.removesuffix("s") if head.endswith("s") and not head.endswith(("ss", "us", "is")) else head


def _by_ending(singular: str) -> str | None:
    """Return the gender that the ending of a Portuguese word tells; None for words that look foreign."""
    if re.search(r"[kwy]|th|sh|ph|(?:([bdfglmnptvz])\1)", singular):
        return None
    if singular.endswith(lexicon.FEMININE_ENDINGS):
        return "f"
    if singular.endswith("ao"):
        return None
    return "m" if singular.endswith(lexicon.MASCULINE_ENDINGS) else None


def common_form(name: str, genders: Genders) -> str:
    """Return a name with its first letter in lower case where that letter is upper case only for standing first."""
    parts = words(name)
    if not parts or not name.startswith(parts[0]) or not parts[0][:1].isupper() or parts[0][1:] != parts[0][1:].lower():
        return name
    if any(part[:1].isupper() and part[1:] == part[1:].lower() and len(part) > 3 for part in parts[1:]):
        return name
    return name[:1].lower() + name[1:] if genders.is_common(parts[0]) else name


def is_plural(phrase: str) -> bool | None:
    """True or False for a noun phrase whose number can be told from its head, None where it cannot."""
    parts = words(phrase)
    if not parts:
        return None
    head = parts[0]
    plain = fold(head)
    if not plain.endswith("s") or plain in _INVARIABLE:
        return False
    if head.isupper() or head[1:] != head[1:].lower():
        return plain.endswith("s") and head[-1] == "s" and head[:-1].isupper()
    if plain.endswith(("ss", "us", "sis", "is")) and not plain.endswith(("ais", "eis", "ois", "ios")):
        return None
    if head[:1].isupper() or plain in {"tres", "as"}:
        return None
    return True


def article(gender: str, *, plural: bool = False, definite: bool = True) -> str:
    """Return the article of a gender and number."""
    if definite:
        return ("o" if gender == "m" else "a") + ("s" if plural else "")
    return {"m": ("um", "uns"), "f": ("uma", "umas")}[gender][plural]


def with_article(phrase: str, genders: Genders) -> str | None:
    """Return a bare noun phrase with the article it asks for, None where the gender is not sure."""
    gender = genders.of(phrase)
    plural = is_plural(phrase)
    if gender is None or plural is None:
        return None
    parts = [word.casefold() for word in words(phrase)]
    described = len(parts) > 1 and (parts[1] in _PREPOSITIONS or parts[1].endswith("mente"))
    definite = plural or is_act(phrase) or (described and is_abstract(phrase))
    return f"{article(gender, plural=plural, definite=definite)} {phrase}"


def is_abstract(phrase: str) -> bool:
    """True when a bare noun phrase names an act, a quality or an amount: "movimentação das VMs"."""
    head = _singular(fold(words(phrase)[0]))
    return is_act(phrase) or head in lexicon.DEFINITE_HEADS


def is_act(phrase: str) -> bool:
    """True when the head of a noun phrase is made from a verb or an adjective: "comunicação fim a fim"."""
    head = _singular(fold(words(phrase)[0]))
    return head.endswith(lexicon.DEVERBAL_ENDINGS) and head not in lexicon.CONCRETE_NOUNS


def contract(preposition: str, phrase: str) -> str:
    """Return preposition and phrase, run together with a leading article: de + o = do, em + a = na, a + a = à."""
    match = re.match(r"(os?|as?|uma?s?|uns)\s", phrase)
    if not match:
        return f"{preposition} {phrase}"
    found = match[1]
    if found[0] in "oa" and preposition in {"de", "em", "por"}:
        stem = {"de": "d", "em": "n", "por": "pel"}[preposition]
        return f"{stem}{found}{phrase[len(found) :]}"
    if preposition == "a" and found[0] in "oa":
        joined = {"o": "ao", "os": "aos", "a": "à", "as": "às"}[found]
        return f"{joined}{phrase[len(found) :]}"
    return f"{preposition} {phrase}"


def enumerate_words(items: Sequence[str], conjunction: str = "e") -> str:
    """Return "a, b e c"; semicolons where an item has a comma."""
    if len(items) < 2:
        return "".join(items)
    separator = "; " if any("," in item for item in items) else ", "
    last = f"; {conjunction} " if separator == "; " else f" {conjunction} "
    return separator.join(items[:-1]) + last + items[-1]


def capitalized(text: str) -> str:
    """Return `text` with its first letter in upper case; the rest, and names such as "iSCSI", untouched."""
    first = words(text)[:1]
    if first and any(char.isupper() for char in first[0][1:]) and text.startswith(first[0]):
        return text
    return text[:1].upper() + text[1:]


def agreeing(subject: str, predicate: str) -> str:
    """Return subject and predicate as a sentence, empty where they differ in number or the verb has another subject."""
    bare = re.sub(r"^(?:o|a|os|as)\s+", "", subject)
    plural = is_plural(bare)
    parts = [word.casefold() for word in words(predicate)]
    verb = parts[1] if parts[0] == "não" and len(parts) > 1 else parts[0]
    if plural is None or re.search(r"\s(?:e|ou|x|vs)\s", bare) or is_impersonal(predicate):
        return ""
    many = (
        verb.endswith("m")
        and verb not in {"tem", "vem", "contém", "mantém", "obtém", "detém", "retém", "provém"}
        or verb == "são"
    )
    return capitalized(f"{subject} {predicate}") if many == plural else ""


def is_impersonal(predicate: str) -> bool:
    """True for "há …", "é necessário …", "é vedada a …", "usa-se um …": what follows is not said of the subject."""
    parts = [word.casefold() for word in words(predicate)]
    verb, following, third = (*(parts[1:] if parts[:1] == ["não"] else parts), "", "", "")[:3]
    if verb in _SUBJECTLESS:
        return True
    if verb in {"é", "são", "foi", "será"}:
        leads_on = following in _IMPERSONAL or following in {"que", "quando", "onde", "se", "como"}
        predicative = (
            _PARTICIPLE.match(following) or _PREDICATIVE.match(following) or following.endswith(("iva", "ivo"))
        )
        return leads_on or bool(predicative and third in _ARTICLES)
    if verb == "se" and is_verb_form(following):
        return third not in _PREPOSITIONS
    return verb.endswith("-se") and following not in _PREPOSITIONS
