"""Portuguese and English words: tokens, folding, stems, stop words, and which of the two a text is in."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

import simplemma
from rapidfuzz.distance import OSA
from Stemmer import Stemmer

_TOKEN = re.compile(
    r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![.,]?\d)|(?<![^\W_])[^\W\d_](?:[/.][^\W\d_])+(?![^\W_]|[+#])|[^\W_]+(?:[+#]+(?![^\W_]))?"
)
_ACRONYM_PLURAL = re.compile(r"\b([A-Z]{2,})s\b")
_NEGATION = {
    "pt": re.compile(r"\b(?:nao|sem|nunca|jamais|nenhum|nenhuma|nem(?= (?:tod[oa]s?|sempre)\b))\b"),
    "en": re.compile(r"\b(?:not|no|never|without|none|cannot)\b|n't\b"),
}
_SHORT_DENIAL = re.compile(r"\bñ\b", re.IGNORECASE)
_COMPOUND = re.compile(r"(?<![a-z])[a-z]+(?:-[a-z]+)+")
_STEMMER = Stemmer("portuguese")
_MARKED = {"a": "áâãà", "e": "éê", "i": "í", "o": "óôõ", "u": "ú", "c": "ç"}
_BRAZILIAN = _MARKED | {"e": "êé", "o": "ôóõ"}
"""The same before "m" and "n", where Brazilian and European Portuguese differ: "patrimônio", "património"."""
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_COUNTED_NOUNS = (
    "tipo type fase phase erro nível nivel level classe class parte part grupo group anexo grau camada".split()
)
_COUNTS = re.compile(rf"\b(?:{'|'.join(_COUNTED_NOUNS)})s?\b", re.IGNORECASE)
_BEHIND_NOUN = "|".join(rf"(?<=(?i:\b{noun}) )" for noun in _COUNTED_NOUNS)
_COUNTED = re.compile(
    rf"\b(?:{_BEHIND_NOUN})(?:[IV]|ii?)(?![\w.-])"
    r"(?! (?:need|should|can|could|have|had|am|was|want|use|belong|must|would|will|do|did)\b)"
    r"|(?<![\w-])(?:II|III|IV|VI{1,3}|IX)(?![\w-])"
)  # a numeral alone is a letter, unless it counts something
_LONGEST_NAME_IN_CAPITALS = 2  # words
_LONGEST_ACRONYM = 5  # letters; a line of shorter capitals lists acronyms: "DAS / NAS / SAN"
_LONGEST_WORD = 46  # letters; what is longer is data, and stemming takes the square of the length

PORTUGUESE_STOP_WORDS = frozenset(
    """a à ao aos as às o os um uma uns umas de do da dos das dum duma em no na nos nas num numa por pelo pela pelos
    pelas para pra pro pras pros com sem sob sobre entre até após ante desde contra e ou mas nem que porém se como
    quando onde porque pois já ainda também só apenas mesmo mesma mesmos mesmas tal tais cada todo toda todos todas
    isso isto aquilo este esta estes estas esse essa esses essas aquele aquela aqueles aquelas deste desta destes destas
    desse dessa desses dessas neste nesta nesse nessa daquele daquela ele ela eles elas eu você vocês me te lhe lhes
    nos vos meu minha meus minhas seu sua seus suas nosso nossa teu tua dele dela deles delas qual quais quem quanto
    quanta quantos quantas cujo cuja cujos cujas é são era eram foi foram ser sendo sido seja sejam será serão seria
    está estão estava estar esteja há havia haver houve ter tem têm tinha tenha teve ir vai vão vou não sim mais menos
    dentro durante através conforme segundo
    muito muita muitos muitas pouco bem etc aí aqui ali lá então assim outro outra outros outras algum alguma alguns
    algumas qualquer quaisquer quer pode podem poder deve devem dá dê dão quê porquê nº n.º º ª""".split()
)
ENGLISH_STOP_WORDS = frozenset(
    """the an of in on at to for from by with without and or but nor if is are was were be been being am do does did
    done has have had having can could should would will shall may might must this that these those it its they them
    their there here he she his her you your we our us my i what which who whom whose when where why how not no yes so
    as than then too very just also only each every all any some such other more most into about between
    eg ie""".split()
)


def fold(text: str) -> str:
    """Return `text` in lower case without accents."""
    return text.lower() if text.isascii() else _without_accents(text)


@lru_cache(maxsize=65536)
def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


_FOLDED_PORTUGUESE = frozenset(map(fold, PORTUGUESE_STOP_WORDS))

# "só" folds to "so", which is how students write "SO", the operating system: it stops only with its accent.
# A word with an accent stops only as listed, so that "nó" is not "no".
_FOLDED_STOP_WORDS = frozenset(map(fold, PORTUGUESE_STOP_WORDS | ENGLISH_STOP_WORDS)) - {"so"}
_EMPHASISED = frozenset(
    """não nao sem nem mas ou mais menos apenas só também todo toda todos todas cada qualquer quaisquer algum alguma
    mesmo mesma deve devem pode podem é são not only must all every""".split()
)
_CONJUNCTIONS = frozenset("OU SEM MAS NEM".split())
_WITH_ARTICLE = re.compile(
    r"\b(?:[oa]s?|umas?|uns|[dn][oa]s?|[dn]uma?|an?|the) (OU|SEM|MAS|NEM)\b|\b(OU)s\b|^\s*(OU)\b"
)
"""Where what looks emphasised is an acronym: "vincular a GPO a uma OU"."""

# The Snowball rules know suffixes by their accents; a folded word gets them back, so that "virtualizacao" and
# "virtualização" share a stem, and so does the English "virtualization". Plurals the rules leave alone come first.
_PLURALS = (
    ("leis", "lei"),
    ("perfis", "perfil"),
    ("teis", "til"),
    ("ceis", "cil"),
    ("geis", "gil"),
    ("oes", "ao"),
    ("aes", "ao"),
    ("ais", "al"),
    ("ions", "ion"),
    ("eis", "el"),
    ("ois", "ol"),
    *((f"{ending}s", ending) for ending in "an ain een ken pen gin oin dmin con ron emon tton".split()),
    ("ns", "m"),
    ("sses", "ss"),
    ("wares", "ware"),
    ("res", "r"),
    ("zes", "z"),
)
_ACCENTED = (
    ("cao", "ção"),
    ("sao", "são"),
    ("encia", "ência"),
    ("ancia", "ância"),
    ("avel", "ável"),
    ("ivel", "ível"),
    ("orio", "ório"),
    ("ario", "ário"),
    ("tion", "ção"),
    ("sion", "são"),
    ("ility", "ilidade"),
    ("icity", "icidade"),
    ("acity", "acidade"),
    ("ality", "alidade"),
    ("ivity", "ividade"),
    ("ence", "ência"),
    ("ance", "ância"),
)
# Words the rules would merge with one of another meaning: "hóspede" and "hospedeiro", "objetivo" and "objeto",
# "page" and "pagar", "conformidade" and "conforme". Their stem is the singular itself.
UNSTEMMED = frozenset(
    """atividade ativo autoridade bias cabo camada cargo compilador comutador concentrador conformidade
    equipamento fila finalidade ftps hospede https identidade imaps indice integridade interpretador ldaps media mesa
    metade motivo objetivo page paginacao pais passo place ponte pop3s posse processador procurador programador
    publicidade recursao recursividade recursivo registrador repetidor requisito rodada server sete smtps terminal tree
    tres""".split()
)


_UNIT = re.compile(r"(?<=\d)(?=(?:[kmgt]?hz|[kmgt]i?b(?:ps)?|bps|k[mgw]|[cm]m|m[gls])\b)", re.IGNORECASE)
"""Where a number meets its unit: "2.4ghz" is "2.4 ghz"."""


def _written_tokens(text: str) -> list[str]:
    return _TOKEN.findall(_UNIT.sub(" ", _ACRONYM_PLURAL.sub(r"\1", unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=65536)
def _folded(written: str) -> str:
    return fold(written).replace("/", "").replace(".", "")


def tokens(text: str) -> list[str]:
    """Return the folded words and numbers of `text`, in order.

    "C++" and "C#" keep their signs, "VMs" loses its s, "E/S" and "S.O." are the words "es" and "so", "14.133" is 14133.
    """
    return [_folded(written) for written in _written_tokens(text)]


@lru_cache(maxsize=65536)
def stem(token: str) -> str:
    """Return the folded Portuguese Snowball stem of one folded token; English plurals lose their s."""
    if not 4 <= len(token) <= _LONGEST_WORD or not token.isalpha() or token in UNSTEMMED:
        return token
    word = token
    for plural, singular in _PLURALS:
        if word.endswith(plural):
            word = word.removesuffix(plural) + singular
            break
    else:
        if word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
    if word in UNSTEMMED:
        return word
    if len(word) < 5:
        return word
    for plain, accented in _ACCENTED:
        if word.endswith(plain):
            word = word.removesuffix(plain) + accented
            break
    return fold(_STEMMER.stemWord(word))


def is_stop_word(token: str) -> bool:
    """True for a folded token that carries no content in Portuguese or English."""
    return token in _FOLDED_STOP_WORDS


def content_tokens(text: str) -> list[str]:
    """Return the folded tokens of `text` that are not stop words, in order.

    An acronym is content even where it looks like a stop word ("NAS", "SO", "DoS"), unless the whole text is in
    capitals; a stop word in capitals for emphasis ("NÃO") is not, but in a name ("OU", "UNION ALL"). So are the English
    words of a compound ("host-only").
    """
    shouted = False
    if text.isupper():
        words = text.split()
        if len(text) > 1 and len(words) <= _LONGEST_NAME_IN_CAPITALS:
            return tokens(text)
        shouted = len(words) > 2 and any(len(word) > _LONGEST_ACRONYM for word in words)
    compounds = _COMPOUND.findall(fold(text)) if "-" in text else ()
    joined = frozenset(part for compound in compounds for part in compound.split("-")) - _FOLDED_PORTUGUESE
    written = _written_tokens(text)
    doubtful = not shouted and not _CONJUNCTIONS.isdisjoint(written)
    acronyms = frozenset(chain.from_iterable(_WITH_ARTICLE.findall(text))) if doubtful else frozenset[str]()
    kept = (
        word for word in written if word in acronyms or not _stops(word, shouted) or (joined and fold(word) in joined)
    )
    return [_folded(word) for word in kept]


@lru_cache(maxsize=65536)
def _stops(written: str, shouted: bool) -> bool:
    lowered = written.casefold()
    acronym = any(map(str.isupper, written[1:])) and not shouted and lowered not in _EMPHASISED
    folded = _folded(written)
    return not acronym and (folded in _FOLDED_STOP_WORDS if folded == lowered else lowered in PORTUGUESE_STOP_WORDS)


def stems(text: str) -> list[str]:
    """Return the stems of the content tokens of `text`, in order; "tipo II" has those of "tipo 2"."""
    return list(_stems(text))


@lru_cache(maxsize=16384)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(token) for token in content_tokens(in_digits(text)))


def in_digits(text: str) -> str:
    """Return `text` with what Roman numerals count in digits: "tipo 2" for "tipo II"."""
    if not _COUNTS.search(text):
        return text
    return _COUNTED.sub(lambda numeral: str(read_roman(numeral[0])), text)


def read_roman(numeral: str) -> int:
    """Return the value of a numeral up to 399, in capitals or not."""
    digits = [_ROMAN_DIGITS[letter] for letter in numeral.upper()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def negations(text: str) -> int:
    """Return how many words of `text` deny: "não", "sem", "nunca", "without"."""
    return len(_NEGATION[language_of(text)].findall(fold(_SHORT_DENIAL.sub("não", text))))


@lru_cache(maxsize=16384)
def is_negated(text: str) -> bool:
    """True when `text` denies: an even number of denials affirms."""
    return negations(text) % 2 == 1


@lru_cache(maxsize=16384)
def is_dictionary_word(word: str, languages: tuple[str, ...] = ("pt", "en")) -> bool:
    """True for a word as written that a Portuguese or an English dictionary lists; names mostly are in neither."""
    return bool(word) and simplemma.is_known(word.lower(), lang=languages)


@lru_cache(maxsize=16384)
def accented(word: str) -> str:
    """Return a folded word as a Portuguese dictionary lists it, one accent or a final "ção" or "ções" put back."""
    ended = re.sub(r"coes$", "ções", re.sub(r"cao$", "ção", word))
    marked = (
        f"{ended[:at]}{mark}{ended[at + 1 :]}"
        for at, char in enumerate(ended)
        for mark in (_BRAZILIAN if ended[at + 1 : at + 2] in {"m", "n"} else _MARKED).get(char, "")
    )
    changed = (put_back for put_back in (ended, *marked) if put_back != word)
    return next((put_back for put_back in changed if is_dictionary_word(put_back, ("pt",))), word)


@lru_cache(maxsize=65536)
def is_misspelling(written: str, known: str) -> bool:
    """True when two folded words differ by a typing error: one edit from five letters on, two from nine on.

    An edit is an insertion, deletion, substitution or swap of neighbours (optimal string alignment); the first
    letter, unless swapped with the next, and all digits must agree. Of four letters two may be swapped.
    """
    begins_alike = written[:1] == known[:1] or written[:2] == known[1::-1]
    if not begins_alike or any(char.isdigit() for char in written + known):
        return written == known
    swapped = len(written) == len(known) == 4 and sorted(written) == sorted(known)
    allowed = (len(written) >= 4 and (len(known) >= 5 or swapped)) + (len(written) >= 9)
    return bool(OSA.distance(written, known, score_cutoff=allowed) <= allowed)


def language_of(text: str) -> str:
    """Return "en" when more of the words are English stop words than Portuguese ones, else "pt"."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    portuguese = sum(word in PORTUGUESE_STOP_WORDS for word in words)
    english = sum(word in ENGLISH_STOP_WORDS for word in words)
    return "en" if english > portuguese else "pt"
