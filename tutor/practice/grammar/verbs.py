"""Portuguese words by their part in a sentence: which are verbs, pronouns, prepositions, and what a verb is said of."""

import re
from functools import lru_cache

import simplemma

from tutor.language import fold
from tutor.practice.grammar import lexicon

ARTICLES = frozenset("o a os as um uma uns umas".split())
PREPOSITIONS = frozenset(
    """de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre entre até após ante desde
    contra a ao à aos às num numa durante mediante conforme segundo""".split()
)
SUBORDINATORS = frozenset(
    "que quando onde se como porque enquanto embora cujo cuja cujos cujas qual quais para pois caso quem".split()
)
PRONOUNS = frozenset(
    """isso isto aquilo este esta estes estas esse essa esses essas aquele aquela aqueles aquelas ele ela eles elas seu
    sua seus suas tal tais mesmo mesma outro outra outros outras ambos ambas também já assim então porém logo portanto
    ainda depois antes disso dessa desse deste desta daí dele dela deles delas nele nela nesse nessa neste nesta it this
    that these those they he she its their such""".split()
)
QUANTIFIERS = frozenset(
    """todo toda todos todas ambos ambas vários várias muito muita pouco
    pouca muitos muitas poucos poucas alguns algumas dois duas três quatro
    cinco seis sete oito nove dez cada qualquer quaisquer nenhum nenhuma diversos diversas certos certas tais mais menos
    apenas só somente quem ninguém nada tudo""".split()
)
IMPERSONAL_ADJECTIVES = frozenset(
    """necessário necessária preciso possível importante recomendado recomendável obrigatório essencial fundamental
    interessante livre bom melhor só apenas""".split()
)
BEFORE_VERBS = frozenset("não nunca sempre".split())
"""Adverbs that a predicate may begin with."""
_INVERTED = frozenset(
    "vence vencem prevalece prevalecem predomina predominam vigora vigoram impera surge surgem".split()
)
"""Verbs whose subject stands behind them: "vence o candidato com mais votos"."""
_SUBJECTLESS = frozenset(
    "há houve havia haverá haja basta existe existem ocorre ocorrem cabe cabem falta faltam convém".split()
)
_SINGULAR_IN_M = frozenset("tem vem contém mantém obtém detém retém provém convém intervém".split())

_WORD = re.compile(r"[^\W_]+(?:[-'’/+#.][^\W_]+)*[+#]*")
_CLITIC = re.compile(r"-(?:se|lhe|lhes|o|a|os|as|lo|la|no|na)$")
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:ad|íd|id)[oa]s?$")
_OTHER_PARTICIPLES = frozenset(
    f"{root}{ending}"
    for root in """compost impost propost supost opost repost expost dispost feit escrit descrit inscrit abert cobert
    dit impress sujeit eleit extint suspens""".split()
    for ending in ("o", "a", "os", "as")
)
_VERBAL = re.compile(r"[a-z]{3,}(?:iz|ific)a(?:m)?")
"""Third persons of verbs that any noun can give: "automatiza", "codificam"."""
_PREFIXED = re.compile(r"(?:des|re)([a-z]+(?:ece|az|eve|õe)m?)")
"""Third persons of verbs with a prefix: "desconhece", "reescreve"."""
_PREDICATIVE = re.compile(
    r"(?:\w{3,}(?:áve(?:l|is)|íve(?:l|is)|úve(?:l|is))|(?:in)?capa(?:z|zes)|gratuit[oa]s?|isent[oa]s?|útil|úteis|ideal|ideais"
    r"|exclusiv[oa]s?|privativ[oa]s?|semelhantes?|simila(?:r|res)|equivalentes?|(?:in)?dependentes?|diferentes?|inerentes?|decorrentes?|referentes?|resultantes?|provenientes?|pertencentes?)$"
)
_NOUNS_LIKE_PARTICIPLES = frozenset(
    """chamada juntada entrada saída camada década medida jornada tomada parada partida vida ida bebida comida
    ferida estado mercado dado lado grau resultado significado tratado advogado deputado senado mandado pedido
    tecido líquido ácido fluido período sentido partido comunicado certificado atestado empregado soldado gado
    teclado cuidado quadrado dados entradas saídas chamadas camadas medidas resultados pedidos tecidos ácidos
    estados mandados certificados""".split()
)


def words(text: str) -> list[str]:
    """Return the words of `text` as written, inner hyphens, slashes and dots kept."""
    return _WORD.findall(text)


def first_word(text: str) -> str:
    """Return the first word of `text`, empty where there is none: "≠" is no word."""
    return next(iter(words(text)), "")


def last_word(text: str) -> str:
    """Return the last word of `text`, empty where there is none."""
    return next(reversed(words(text)), "")


@lru_cache(maxsize=1 << 14)
def is_verb_form(word: str) -> bool:
    """True for a third person that a predicate may begin with, nouns of the same spelling left out."""
    plain = word.casefold()
    base = _CLITIC.sub("", plain)
    if _VERBAL.fullmatch(base) or ((again := _PREFIXED.fullmatch(base)) and again[1] in lexicon.VERBS):
        return True
    if plain.endswith("-se") and re.search(r"\w{3}(?:[ae]m?|ou|eu|iu)$", base):
        return True  # "segregam-se"
    return base in lexicon.VERBS and (base != plain or plain not in lexicon.NOUN_OR_VERB)


def is_infinitive(word: str) -> bool:
    """True for the infinitive of a known verb, a pronoun behind it or not: "opor-se"."""
    return word.casefold().removesuffix("-se") in lexicon.INFINITIVES


def is_participle(word: str) -> bool:
    """True for a participle ("usado"), nouns of that ending left out ("estado")."""
    plain = word.casefold()
    return plain in _OTHER_PARTICIPLES or bool(_PARTICIPLE.match(plain) and plain not in _NOUNS_LIKE_PARTICIPLES)


def is_predicative(word: str) -> bool:
    """True for a participle, or an adjective that is said of a thing: "capaz", "aplicável"."""
    return is_participle(word) or bool(_PREDICATIVE.match(word.casefold()))


@lru_cache(maxsize=1 << 14)
def may_be_conjugated(word: str) -> bool:
    """True for a word that a dictionary takes for a form of a verb, "desiste", where the lists do not know it."""
    plain = word.casefold()
    noun = {fold(plain), fold(plain).removesuffix("s")} & lexicon.NOUNS
    if (
        noun
        or plain in lexicon.ADJECTIVES | lexicon.NOUN_OR_VERB
        or plain.endswith(("ndo", "r"))
        or is_participle(plain)
        or not plain.isalpha()
    ):
        return False
    lemma = str(simplemma.lemmatize(plain, lang="pt"))
    return lemma != plain and lemma.endswith(("ar", "er", "ir"))


def is_plural_verb(verb: str) -> bool:
    """True for a third person plural."""
    plain = _CLITIC.sub("", verb.casefold())
    return plain in {"são", "eram", "serão", "vão", "dão"} or (
        plain.endswith(("m", "ão")) and plain not in _SINGULAR_IN_M
    )


def main_verb_of(predicate: str) -> str:
    """Return the verb a predicate begins with, behind a "não" or "nunca"."""
    parts = words(predicate)
    return next((part for part in parts if part.casefold() not in BEFORE_VERBS | {"se"}), parts[0])


def is_impersonal(predicate: str) -> bool:
    """True for "há …", "é necessário …", "é vedada a …", "usa-se um …": what follows is not said of the subject."""
    parts = [word.casefold() for word in words(predicate)]
    led = parts[0] in BEFORE_VERBS or parts[2:3] == ["haver"]  # "só pode haver um"
    verb, following, third, fourth = (*(parts[1:] if led else parts), *[""] * 4)[:4]
    if verb in _SUBJECTLESS:
        placed = following in PREPOSITIONS | {"quando", "se", "sempre", "antes", "depois"}
        placed = placed and third != "menos"  # "existe pelo menos um"
        done = any(is_infinitive(part) and fold(part) not in lexicon.KINDS for part in parts[2:6])
        behind = following != "em" and (fourth in ARTICLES or done)  # "cabe em casa", of what the subject tells
        acts = verb.startswith("cab") and behind  # "cabe ao poder público fazer …", "cabe ao dono a prova"
        return acts or not (verb.startswith(("ocorre", "exist", "cab")) and placed)
    whoever = parts[0] in {"só", "somente", "apenas"} and "quem" in parts[2:5]  # "só exerce jurisdição quem …"
    if (
        whoever
        or following == "haver"
        or (verb in _INVERTED and following in ARTICLES)
        or (verb == "dá" and following == "para")
        or (verb in {"sai", "saem", "entra", "entram"} and following in ARTICLES)
    ):
        return True
    if verb in {"é", "são", "foi", "será"}:
        compared = following in {"melhor", "pior"} and third in {"que", "do"}
        bound_to = third in PREPOSITIONS - ARTICLES  # "é bom para vetores pequenos"
        leads_on = (following in IMPERSONAL_ADJECTIVES and not compared and not bound_to) or following in {
            "que",
            "quando",
            "onde",
            "se",
            "como",
        }
        predicative = is_predicative(following) or following.endswith(("iva", "ivo"))
        acts = is_infinitive(third) and following not in ARTICLES  # "é comum ficar abaixo"
        bound = third == "a" and is_infinitive(fourth)  # "é obrigado a devolver"
        return leads_on or acts or (predicative and third in ARTICLES and not bound)
    if verb == "se" and following in lexicon.NOUN_OR_VERB and third in ARTICLES:
        return True  # "não se guarda a imagem"
    if verb == "se" and is_verb_form(following):
        after = parts[parts.index(following) + 3 :][:1]  # "não se separa por vírgula o sujeito"
        return third not in PREPOSITIONS or (after != [] and after[0] in ARTICLES - {"a"})
    the = following == "a" and fold(third).endswith(lexicon.FEMININE_ENDINGS)  # "retarda-se a poda"
    when = following in {"quando", "se", "onde"}  # "aplica-se quando há dano"
    return verb.endswith("-se") and not when and (the or following not in PREPOSITIONS)
