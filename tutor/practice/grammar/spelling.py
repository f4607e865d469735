"""Words as an exam spells them: a student's shorthand written out, accents that were left out put back."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tutor.language import fold, is_dictionary_word, is_stop_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.verbs import is_verb_form

_LETTERED = "vitamina|hepatite|tipo|classe|ponto|plano|letra|grupo|campo|anexo|categoria|opção|alternativa|item|região"
"""What may be called E: no stressed "e" stands behind it."""
_SHORTHAND = (
    (re.compile(r"(?<![\w/])p/\s*(?=\w)", re.IGNORECASE), "para "),
    (re.compile(r"(?<![\w/])w/o\s+(?=\w)"), "without "),
    (re.compile(r"(?<![\w/])w/\s*(?=\w)"), "with "),
    (re.compile(r"(?<![\w/])c/\s*(?=\w)", re.IGNORECASE), "com "),
    (re.compile(r"(?<![\w/])s/\s*(?=\w)", re.IGNORECASE), "sem "),
    (re.compile(r"\bq(?=\s+[a-zà-ÿ])|(?<=\bm(?:ai|en)or )q\b"), "que"),
    (re.compile(r"(?<=\()aka\s+"), ""),
    (re.compile(r"(?<=[a-zà-ÿ])óide(?=s?\b)"), "oide"),
    (re.compile(r"(?<=[a-zà-ÿ])éia(?=s?\b)"), "eia"),
    (re.compile(r"(?<=[a-zà-ÿ])ói(?=(?:a|c[oa]|t[oa])s?\b)"), "oi"),
    (re.compile(r"(?<![\w'’-])ve(?= (?:se|[oa]s?|que|qua(?:l|is)|como|quem|uma?|tod[oa]s?|tudo)\b)"), "vê"),
    (re.compile(r"(?<=[a-zà-ÿ])a-l(?=[oa]s?\b)"), "á-l"),
    (re.compile(r"(?<=[a-zà-ÿ])e-l(?=[oa]s?\b)"), "ê-l"),
    (
        re.compile(
            r"(?<!\w)(d(?P<article>[ao]s?)\s(?:[a-zà-ÿ]+\s){1,2})(?:p/|pra|para)\s+"
            r"(?=(?:mais|menos|maior|menor|esquerda|direita|[uú]ltim[oa]|primeir[oa])\b)"
        ),
        r"\g<1>para \g<article> ",
    ),
    (re.compile(r"\bpra(?=\s+[a-zà-ÿ]+(?:ção|são|dade|gem|[êâ]ncia)\b)"), "para a"),
    (re.compile(r"\bpra\b"), "para"),
    (re.compile(r"\bpr(?=[oa]s\b)"), "para "),
    (re.compile(r"(?<!-)\bmsg\b(?!-\w)"), "mensagem"),
    (re.compile(r"(?<!-)\bmsgs\b(?!-\w)"), "mensagens"),
    (re.compile(r"(?<!-)\binfo\b(?!-\w)"), "informação"),
    (re.compile(r"(?<!-)\binfos\b(?!-\w)"), "informações"),
    (re.compile(r"(?<!-)\bdoc(?=s?\b(?!-\w))"), "documento"),
    (re.compile(r"\binfra\b(?!-)"), "infraestrutura"),
    (re.compile(r"\bt[aá](?= [a-zà-ÿ]+ndo\b)"), "está"),
    (re.compile(r"(?<!-)\bconj\b\.?(?= d)"), "conjunto"),
    (re.compile(r"(?<!-)\beng\b\.?(?=\s+[a-zà-ÿ])"), "engenharia"),
    (re.compile(r"\bpa?gto(?=s?\b)"), "pagamento"),
    (re.compile(r"\btemp(?=\s+(?:d[aeo]\b|[a-zà-ÿ]+(?:al|ar|im[ao]|édia)\b))"), "temperatura"),
    (re.compile(r"\bfreq\b\.?"), "frequência"),
    (re.compile(r"(?<!-)\bbd\b(?!-\w)"), "banco de dados"),
    (re.compile(r"\b[nN][º°]s?\s+(?=[a-zà-ÿ])|\bnos?\s+(?=de\b)"), "número "),
    (re.compile(r"\b(\w+(?:a|ção|são|dade|agem) m[áí][xn])\b\.?"), r"\1ima"),
    (re.compile(r"\b(m[áí][xn])\b\.?"), r"\1imo"),
    (re.compile(r"\bou\s+\+\s+"), "ou mais "),
    (re.compile(rf"\b(?!(?:{_LETTERED})\b)([a-zà-ÿ]+) E (?=[a-zà-ÿ])"), r"\1 e "),
    (re.compile(r"(?<=[a-zà-ÿ] )(?<!\b[oa] )(?<!\b[dn][oa] )OU(?= [a-zà-ÿ])"), "ou"),
    (re.compile(r"(?<=[a-zà-ÿ] )É(?= [a-zà-ÿ])"), "é"),
    (re.compile(r"\b(?:qdo|qnd)\b", re.IGNORECASE), "quando"),
    (re.compile(r"\b[Tt](?:b|bm)\b"), "também"),
    (re.compile(r"\bpq\b", re.IGNORECASE), "porque"),
    (re.compile(r"\bja\b"), "já"),
    (re.compile(r"\bnao\b"), "não"),
    (re.compile(r"\b(?:qq|qqr|qquer)\b", re.IGNORECASE), "qualquer"),
    (re.compile(r"\bqto(?=s?\b)"), "quanto"),
    (re.compile(r"\bmt(?=[oa]s?\b)"), "muit"),
    (re.compile(r"[\s,]+(?:etc\.?|entre\s+outr[oa]s|dentre\s+outr[oa]s|among\s+others|\.\.\.|…)\s*(?=$|[;.)])"), ""),
)
_LONGEST_ACRONYM = 5  # letters: "HTTPS"
_SHORTEST_VERB = 4  # letters: "USA" is a country
_STRESSED = frozenset(
    """não sempre nunca só apenas somente todo toda todos todas nenhum nenhuma um uma cada sem com antes depois após
    durante mais menos pode podem deve devem exceto salvo também nem da do na no ou se que moral mesmo mesma mesmos
    mesmas outro outra outros outras muito muita dois duas quem como vazio vazia cheio cheia""".split()
)
"""What students stress in capitals: "segurança DA nuvem"; not "DAS" or "DOS", which may be acronyms."""
_BEHIND_ARTICLE = re.compile(r"(?<![\w-])(?:(?:d|n|pel)?[oa]s?|ao|à|uma?) $", re.IGNORECASE)
_NATIVE_END = re.compile(r"[aeioslrmz]$")
"""How Portuguese words end that are written in capitals for stress: "LINHAS"; not "FORTRAN", "OFFSET"."""
_GROWS = frozenset("cresce aumenta diminui tende varia dobra".split())
_NOT = re.compile(r"(?<![\w^*+(=-])n(?=\s+([a-zà-ÿ]+))")
_JOINING = frozenset("e ou mas se que porque pois".split())
_FINDING = re.compile(
    r"\b((?:lei|teorema|taxonomia|diagrama|algoritmo|pirâmide|efeito|princípio|ciclo|curva|modelo|teoria) de )"
    r"([a-z]{4,})\b"
)
"""What is named for somebody, whose name a student may write in lower case."""
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
_FOREIGN_END = "[b-dfgjkpqtv-y]"
"""How no Portuguese word ends: what follows may be English as well."""
_SURELY_ACCENTED = r"[a-zç]{3,}(?:[çc]ao|[çc]oes|uid[oa]s?)"
_SOUND_ICO = re.compile(r"([aeiou])([b-df-hj-np-tv-z]{1,2})(?=ic[oa]s?$)")
_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}
_NASAL = {"a": "â", "e": "ê", "o": "ô"}
_OLD_SPELLING = re.compile(r"[éó]i(?:[acd]|t[oa])|éio|ôo|üe|üi")
_MARKED = {"a": "áâã", "c": "ç", "e": "éê", "i": "í", "o": "óôõ", "u": "ú"}
_SHORTEST_TO_STRESS = 5  # letters: "unico"; not "rico"
_TITLE_ENDINGS = (
    *(
        ("cao", "ção"),
        ("coes", "ções"),
        ("encia", "ência"),
        ("ancia", "ância"),
        ("istica", "ística"),
        ("atica", "ática"),
    ),
    *(
        ("ario", "ário"),
        ("orio", "ório"),
        ("avel", "ável"),
        ("ivel", "ível"),
        ("onomico", "onômico"),
        ("ogico", "ógico"),
    ),
)
_SHORTEST_TO_MISTYPE, _SHORTEST_TO_PUT_IN_ORDER = 5, 7  # letters
_COINED = ("ria", "ista")  # how words end that no dictionary lists yet: "mensageria"
_NEVER_DOUBLED = "caeiouáâãàéêíóôõú"  # but for "direccional", as it was spelled
_SHORTEST_TO_LOOK_UP, _SHORTEST_TO_ACCENT = 2, 6  # letters
_EVERYDAY = """ninguém alguém não são até já também além após três vários várias difícil difíceis fácil fáceis útil
úteis máximo máxima mínimo mínima rápido rápida próximo próxima último última possível possíveis através
você saída saídas espaço serviço primária secundária terciária temporária necessária obrigatória orçamentária
tributária monetária judiciária binária unitária transitória aleatória voluntária hereditária originária
dão estão contrário contrária capítulo inventário resíduo veículo página água ciência território
vítima específico híbrido híbrida gênero ofício vínculo quilômetro hóspede experiência tráfego""".split()


def _known_spellings() -> dict[str, str]:
    """Return the accented words of the lexicon by what they are without accents, where that is no word of its own."""
    known = sorted(lexicon.SPELLED | set(_EVERYDAY))
    plurals = [f"{word}s" for word in known if word[-1] in "aeo"] + [
        f"{word[:-1]}is" for word in known if word.endswith("el")
    ]
    taken = lexicon.VERBS | lexicon.INFINITIVES | lexicon.SPELLED | {"pais"}  # parents, not "país"
    accents = {fold(word): word for word in (*known, *plurals) if fold(word) != word and fold(word) not in taken}
    return accents | {"mantem": "mantém", "contem": "contém", "obtem": "obtém"}


_KNOWN = _known_spellings()
_NOUNS_LIKE_VERBS = {fold(word): word for word in lexicon.SPELLED if fold(word) in lexicon.VERBS - lexicon.SPELLED}
_BEHIND_PREPOSITION = re.compile(r"(?<![\w-])((?:d[aeo]|n[ao]|em|por|com|sem|pel[ao]|à) )([a-z]{5,})(?![\w@-])")
"""A word that is no verb: "de influencia"."""
_STRAY_ACCENT = re.compile(r"(?<![\w-])[a-zà-ÿ]*[áâéêíóôú][a-zà-ÿ]*(?![\w-])")
_BARE = str.maketrans("áâéêíóôú", "aaeeioou")
_LATIN = frozenset("juris legis iuris mortis causa animus facto jure".split())


@lru_cache(maxsize=1 << 14)
def written_out(text: str) -> str:
    """Return a note's words without shorthand, and with the accents that were left out."""
    for pattern, full in _SHORTHAND:
        text = pattern.sub(full, text)
    if re.search(r"\b[a-zà-ÿ]{2,}\b", text):
        text = re.sub(r"(?<![\w-])(?!(?<=\()[A-ZÀ-Þ]{2,}\))[A-ZÀ-Þ]{2,}(?![\w(-])", _unshouted, text)
    if language_of(text) == "en":
        return text
    text = _NOT.sub(_negation, text)
    text = re.sub(r"\bMc[A-Z]{3,}\b", lambda found: f"Mc{found[0][2:].capitalize()}", text)
    text = _FINDING.sub(_with_finder, text)
    return "".join(map(_with_accents, re.split(r"(\([^()]*\))", text)))


def _with_finder(match: re.Match[str]) -> str:
    """Return "lei de Amdahl": no dictionary lists whom a law or a method is named for."""
    known = is_dictionary_word(match[2]) or is_dictionary_word(accented(match[2]), ("pt",))
    return match[0] if known else f"{match[1]}{match[2].capitalize()}"


def _with_accents(text: str) -> str:
    """Return a piece of a text with the accents that were left out; an English name in brackets as it is."""
    named = re.findall(r"[^\W\d_]{3,}", text)
    native = [is_dictionary_word(accented(word.lower()), ("pt",)) for word in named]
    foreign = not all(native) and all(is_dictionary_word(word, ("en",)) for word in named)
    foreign = foreign or (text.startswith("(") and not any(native[:-1]))
    if foreign and len(named) > 1:
        return text  # "focus area", "(main distribution area)", "(storage area network)"
    text = re.sub(r"^[A-Z][a-zç]{3,}\b", lambda found: _with_capital(found[0]), text)
    text = re.sub(rf"(?<={_FOREIGN_END} ){_SURELY_ACCENTED}\b", lambda found: accented(found[0]), text)
    alone = rf"(?<![\w./@-])(?<!{_FOREIGN_END} )[a-zç]{{3,}}(?![\w/@]|[.-]\w| [a-z]+ing\b)"
    text = re.sub(alone, lambda found: accented(found[0]), text)
    text = _BEHIND_PREPOSITION.sub(lambda found: found[1] + _accented_noun(found[2]), text)
    return _STRAY_ACCENT.sub(lambda found: _without_stray_accent(found[0]), text)


def _without_stray_accent(word: str) -> str:
    """Return a word that no dictionary lists without its accents, where it is listed so: "civil" for "cívil"."""
    if re.search("[aeou][íú]", word):
        return word  # "suíte", a vowel for itself
    bare = word.translate(_BARE)
    return bare if not is_dictionary_word(word) and is_dictionary_word(bare, ("pt",)) else word


def _with_capital(word: str) -> str:
    """Return the first word of a text with its accents, where they are sure: "Princípios", not "Mário"."""
    sure = word.lower() in _KNOWN or word.endswith(("cao", "coes", "encia", "encias", "ancia", "ancias"))
    return accented(word.lower()).capitalize() if sure else word


def _unshouted(match: re.Match[str]) -> str:
    """Return a stressed word in lower case; "OU" behind an article, a name, as it is, but not "NOME de"."""
    word, before = match[0], match.string[: match.start()]
    named = _BEHIND_ARTICLE.search(before) is not None
    if named and len(word) == _SHORTEST_TO_LOOK_UP:
        return word
    noun = named and len(word) >= _SHORTEST_VERB and fold(word.lower()) in lexicon.NOUNS
    completed = re.match(r" d[eoa]s? ", match.string[match.end() :])
    return word.lower() if noun and completed else _unstressed(word)


def _unstressed(word: str) -> str:
    """Return a word that a student stresses in capitals in lower case: "TODOS", "IMPOSTOS"; acronyms as they are."""
    lowered = word.lower()
    plain = len(word) > _LONGEST_ACRONYM and {fold(lowered), fold(lowered).removesuffix("s")} & lexicon.NOUNS
    act = len(word) > _LONGEST_ACRONYM and fold(lowered).endswith(("cao", "mento", "dade", "gem"))
    does = len(word) >= _SHORTEST_VERB and is_verb_form(lowered)  # "ESCOLHE o nó"
    native = not word.isascii() or (len(word) > _LONGEST_ACRONYM and not is_dictionary_word(lowered, ("en",)))
    native = native and is_dictionary_word(lowered, ("pt",)) and _NATIVE_END.search(fold(lowered)) is not None
    told = plain or act or does or native  # "ORDENADO", "ÓRGÃO"
    return lowered if told or lowered in _STRESSED or lowered in lexicon.ADJECTIVES else word


def _negation(match: re.Match[str]) -> str:
    if match[1] in {"do", "da", "de", "dos", "das"}:
        before = re.search(r"(\w+) $", match.string[: match.start()])
        return match[0] if before and before[1] not in _JOINING else "não"  # "raiz n do produto"
    counted = match[1] in _GROWS  # "à medida que n cresce": a number
    return "não" if is_verb_form(match[1]) and not counted else match[0]


@lru_cache(maxsize=1 << 14)
def accented(word: str) -> str:
    """Return a word in lower case with its accents, its letters in order: "transferência" for "transferencia"."""
    if word in _KNOWN or word in _LATIN:
        return _KNOWN.get(word, word)
    surely = len(word) >= _SHORTEST_TO_ACCENT and word.endswith(("cao", "coes"))  # dictionaries list some as they are
    if not surely and (word in lexicon.VERBS or is_verb_form(word) or is_dictionary_word(word)):
        return word
    for ending, full in _ENDINGS:
        if ending.search(word):
            return ending.sub(full, word)
    if len(word) < _SHORTEST_TO_STRESS:
        return word
    again = word.startswith("re") and word.removeprefix("re") in lexicon.VERBS  # "reaplica"
    return _as_listed(word) or _put_in_order(word) or (word if again else _SOUND_ICO.sub(_stressed, word))


@lru_cache(maxsize=1 << 14)
def is_mistyped(word: str) -> bool:
    """True for a word in lower case that a dictionary lists but for letters that changed places, or a double one."""
    before = re.sub(r"([eo])i(?=[acdt])", lambda found: f"{_ACCENTED[found[1]]}i", word)  # as dictionaries list "troia"
    known = any(map(is_dictionary_word, (accented(word), word.rstrip("s"), before))) or is_stop_word(word)
    if known or len(word) < _SHORTEST_TO_MISTYPE or word.endswith(_COINED):
        return False
    doubled = [at for at, letter in enumerate(word) if letter not in _NEVER_DOUBLED]
    single = (word[:at] + word[at + 1 :] for at in doubled if word[at - 1 : at] == word[at])
    double = (word[:at] + word[at] + word[at:] for at in doubled)
    return any(map(is_dictionary_word, (*_swapped(word), *single, *double)))


def _swapped(word: str) -> Iterator[str]:
    """Yield a word with each two neighbouring letters in each other's place."""
    pairs = ((word[:at], *word[at : at + 2], word[at + 2 :]) for at in range(len(word) - 1))
    return (f"{before}{second}{first}{after}" for before, first, second, after in pairs if first != second)


def _put_in_order(word: str) -> str:
    """Return the one word of the dictionary that two letters were swapped of, "virtuais" for "virutais", or nothing."""
    if len(word) < _SHORTEST_TO_PUT_IN_ORDER or word.endswith(_COINED):
        return ""
    listed = [other for other in _swapped(word) if is_dictionary_word(other, ("pt",))]
    return listed[0] if len(listed) == 1 else ""


def _accented_noun(word: str) -> str:
    """Return a noun with its accents where it has the letters of a verb: "influência", "análise"."""
    if is_verb_form(word) and word.endswith(("encia", "ancia")):
        return re.sub("([ea])(?=ncia$)", lambda found: _NASAL[found[1]], word)
    return _NOUNS_LIKE_VERBS.get(word, word)


def _as_listed(word: str) -> str:
    """Return the one word of the dictionary that has an accent or a cedilla more: "finanças"; empty for none or two."""
    written = (word[:at] + mark + word[at + 1 :] for at, letter in enumerate(word) for mark in _MARKED.get(letter, ""))
    listed = [found for found in written if is_dictionary_word(found, ("pt",)) and not _OLD_SPELLING.search(found)]
    return listed[0] if len(listed) == 1 else ""


def _stressed(match: re.Match[str]) -> str:
    vowel, consonants = match[1], match[2]
    nasal = consonants[0] in "mn" and vowel in _NASAL
    return (_NASAL if nasal else _ACCENTED)[vowel] + consonants


def quietened(name: str, text: str) -> str:
    """Return a name written in capitals only in lower case, the acronyms that `text` shows apart: "ATOS DO TCU"."""
    if aside := re.fullmatch(r"(.+?)(\s+\([^()]*[a-zà-ÿ][^()]*\))", name):
        return quietened(aside[1], text) + aside[2]  # "FAMÍLIA (aulas 1 e 2)"
    parts = re.findall(r"[^\W\d_]+", name)
    if name.isupper() and len(name) > _LONGEST_ACRONYM and re.search(rf"\b{re.escape(name.capitalize())}\b", text):
        return name.capitalize()  # "MASLOW"
    alone = len(parts) == 1 and not is_dictionary_word(name.lower(), ("pt",))
    told = not name.isascii() or re.search(r"\b(?:D[AEO]S?|E|N[AO])\b", name) is not None  # "AÇÃO", "ATOS DO JUIZ"
    told = told or re.search(rf"\b{re.escape(name.lower())}\b", text) is not None  # "ROUBO"
    if not name.isupper() or not parts or alone or not (told or max(map(len, parts)) >= _SHORTEST_TO_ACCENT):
        return name
    return re.sub(r"[^\W\d_]+", lambda found: found[0] if _is_acronym(found[0], text) else found[0].lower(), name)


def unshouted(name: str) -> str:
    """Return a name that a student writes in capitals in lower case, where all of its words are Portuguese."""
    parts = re.findall(r"[^\W\d_]+", name)
    native = all(_is_native(part.lower()) for part in parts)
    shouted = name.isupper() and native and max(map(len, parts), default=0) > _LONGEST_ACRONYM
    return name.lower() if shouted else name


def _is_native(word: str) -> bool:
    """True for a word that a dictionary lists, or that ends as no acronym does: "beneficência"."""
    return is_dictionary_word(word, ("pt",)) or word.endswith(("ência", "ância", "ção", "dade"))


def _mixed_lines(text: str) -> str:
    """Return the lines that are not in capitals throughout."""
    return "\n".join(line for line in text.split("\n") if re.search(r"[a-zà-ÿ]{2}", line))


def _is_acronym(word: str, text: str) -> bool:
    """True for a short word without vowels, or one that `text` writes in capitals elsewhere too."""
    mixed = _mixed_lines(text)
    repeated = re.search(rf"\b{word}\b", mixed) is not None and not re.search(rf"\b{word.lower()}\b", text)
    return len(word) < _SHORTEST_TO_ACCENT and (repeated or not re.search("[aeiou]", fold(word)))


def as_spelled(word: str, text: str) -> str:
    """Return a word of a file's name with the accents that `text`, or else its ending, shows; acronyms as there."""
    if not re.fullmatch(r"[a-z\d]+", word, re.ASCII) or len(word) < _SHORTEST_TO_LOOK_UP:
        return word  # "e" is not "é"
    short = len(word) < _SHORTEST_TO_ACCENT
    plain = len(re.findall(rf"\b(?:{word}|{word.capitalize()})\b", text))
    if short and len(re.findall(rf"\b{word.upper()}\b", _mixed_lines(text))) > plain:
        return word.upper()
    cased = Counter(found[0] for found in re.finditer(rf"\b{word}\b", text, re.IGNORECASE))
    usual_case = max(cased, key=cased.__getitem__, default=word)
    if re.search(r"[a-z][A-Z]", usual_case):
        return usual_case  # "DevOps"
    spelled = Counter(map(str.casefold, re.findall(_any_accents(word), text, re.IGNORECASE)))
    if spelled:
        usual = spelled.most_common(1)[0][0]
        return usual if not usual.isascii() else word
    ending = next((p for p, _ in _TITLE_ENDINGS if word.endswith(p)), "")
    return (
        word.removesuffix(ending) + dict(_TITLE_ENDINGS)[ending] if ending and len(word) > _SHORTEST_TO_ACCENT else word
    )


def _any_accents(word: str) -> str:
    """Return a pattern for a word with or without accents."""
    letters = {"a": "[aáâãà]", "e": "[eéê]", "i": "[ií]", "o": "[oóôõ]", "u": "[uúü]", "c": "[cç]"}
    return rf"\b{''.join(letters.get(letter, letter) for letter in word)}\b"
