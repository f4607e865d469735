"""The title of a note as it is shown."""

import re
import unicodedata
from itertools import pairwise

from tutor.language import fold, is_dictionary_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, is_foreign, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import common_form, enumerate_words, is_plural
from tutor.practice.grammar.spelling import accented, as_spelled, quietened
from tutor.practice.grammar.verbs import PREPOSITIONS, first_word, is_participle, words
from tutor.practice.grammar.wording import main_name, name_of
from tutor.types import Note

GENERIC = frozenset(
    map(
        fold,
        """definição definições conceito conceitos inicial iniciais ideia ideias introdução resumo geral gerais visão
        observações observação obs
        exemplo exemplos termos importante dica dicas nota notas anotações outros outras diversos detalhes revisão
        questões exercícios referências links fontes bibliografia todo dúvidas conclusão sumário índice tópicos
        básico básicos básica básicas fundamentais pegadinha pegadinhas atenção cuidado
        aula dia parte palavras fim início áreas começo capítulo
        macete bizu mnemônico esquema mapa mental overview introduction summary notes
        examples references concepts key core main terms terminology glossary basics untitled sem título
        página def obj contexto não confundir""".split(),
    )
)
"""What names no subject."""
_CUT_SHORT = re.compile(r"[A-ZÀ-Þa-zà-ÿ][a-zà-ÿ]{2,4}\.?")
"""A word of a title that may be cut short: "Dir", "adm."."""
_OF_NOTES = re.compile(
    r"(?<=\w)\s*[-–—(_]*\s*\b(?:resum[oã]\w*|anota[cç][oõ]es|notas|(?:study\s+)?notes|revis[aã]o|apostila"
    r"|pr?a? concursos?)(?:\)|\s\([^()]*\))?$",
    re.IGNORECASE,
)
"""What a title says of the notes behind its subject: "redes - resumo"."""
_CUT_ASIDE = re.compile(r"\s+\([^()]*[a-zà-ÿ]\.[^()]*\)$")
"""A bracket of words cut short: "(conhec. bancários)"."""
_NORM = re.compile(r"\b(lei|decreto|portaria|resolução)\s(\d{1,2})\.?(\d{3})\b(?!/)", re.IGNORECASE)
_SHORTEST_TOLD = 3  # letters of words that say no subject
_LONGEST_CUT = 4  # letters of a word that is too short to lack an accent for certain
_OPENING = 120  # letters of a note in which its subject is named in full
_SAME_WORD = 6  # letters that forms of one word begin with
_SORTS = frozenset("norma tema assunto topico modulo unidade lei caso".split())


def display_title(note: Note) -> str:
    """Return the note's title with the accents its own text has; empty where it names no subject ("aula 3")."""
    joined = r"[_]+" if " " in note.title else r"[_]+|(?<=\w)-(?=\w{3})"
    written = re.sub(r"^[^\w(.]+|[^\w).!?+#%]+$", "", re.sub(joined, " ", note.title))  # signs such as "📌"
    joins = r"\+" if language_of(note.text) == "en" else "[+&]"
    written = _without_other_names(written)
    written = re.sub(rf"(?<=[\w)])\s{joins}\s(?=\w)", " e ", _CUT_ASIDE.sub("", _OF_NOTES.sub("", written)))
    title = _NORM.sub(_as_norm, _narrowed(unicodedata.normalize("NFC", written)))
    if (quiet := quietened(title, note.text)) != title:
        return name_of(_NORM.sub(_as_norm, quiet))
    if re.fullmatch(r"[a-z]{2,3}", title) and not re.search(rf"\b{title}\b", note.text):
        opening = note.text[:_OPENING].lower()
        return (len(title) > 2 and _written_in_full(title, opening)) or title.upper()
    title = _completed(title, note.text)
    title = re.sub(r"[^\W\d_]+", lambda found: accented_word(as_spelled(found[0], note.text)), title)
    title = re.sub(r"\w+ a \w+", lambda found: _contracted(found[0], note.text), title)
    narrowed = " - " in written and " - " not in title  # "switching e VLAN"
    known = (
        not title or " " in title or not is_dictionary_word(title) or title.capitalize() in note.text
    )  # not "datacenter"
    if not narrowed and known and (not any(map(_is_foreign_word, words(title)[1:])) or " e " in title):
        title = re.sub(r"[^\W\d_]+", lambda found: _as_name(found[0], note.text), title)
    if re.search(r"\w[-_]\w", title) and " " not in note.title:
        return ""  # "modelo-er"
    if re.fullmatch(r"[A-Z]{2,}(?: [A-Z]{2,})+", title):
        title = enumerate_words(title.split())  # "SDN, NFV e MPLS"
    elif _is_run_together(title, at_all=re.search(r"_|[a-zà-ÿ\d]-[a-zà-ÿ]", note.title) is not None) and (
        "_" in note.title or language_of(note.text) != "en"
    ):
        return ""  # "armazenamento_backup": what joins the words is not known
    name = (
        ""
        if re.fullmatch(r"[^\W\d_]+\d+", title) and not _is_written(title, note.text)
        else name_of(title) or name_of(main_name(title))
    )  # "aula2"
    if is_bare_adjective(name):
        return ""  # "tributário"
    meaningful = [word for word in re.findall(r"[^\W\d_]{2,}", fold(name)) if word not in GENERIC]
    return name if meaningful and not re.fullmatch(r"[\d\W]+.*", title) else ""


def _as_norm(found: re.Match[str]) -> str:
    """Return "Lei 9.784" for "LEI 9784"."""
    return f"{found[1].capitalize()} {found[2]}.{found[3]}"


def _without_other_names(title: str) -> str:
    """Return "saúde pública" for "saúde pública / SUS", and "UX e usabilidade" for "UX / usabilidade"."""
    sides = re.split(r"\s/\s(?![^()]*\))", title)
    return sides[0] if len(words(sides[0])) > 1 else enumerate_words(sides)


def _narrowed(title: str) -> str:
    """Return "camada de transporte" for "redes - camada de transporte"."""
    broad, *narrow = re.split(r"\s[-–—]\s", title)
    if narrow and re.fullmatch(r"[^\W\d_]{3,}\s+\d{1,2}", broad):
        return " - ".join(narrow)
    named = (
        narrow
        and "," not in narrow[0]
        and (len(words(narrow[0])) > 1 or _is_plural_noun(narrow[0].lower()))
        and fold(first_word(narrow[0])) not in GENERIC | _SORTS
        and not re.fullmatch(r"[^\W\d_]+s e [^\W\d_]+s", narrow[0])  # "pedagogia - tendências e autores"
    )
    short = all(len(word) <= _SHORTEST_TOLD for word in words(broad))  # "ci ti - gestão de serviços"
    return narrow[0] if named and (short or len(words(broad)) == 1) else title


def _is_plural_noun(word: str) -> bool:
    """True for "verbos", what a title "português - verbos" is about; not for "clássicos"."""
    return bool(is_plural(word)) and is_dictionary_word(word, ("pt",)) and not looks_adjectival(word)


def _completed(title: str, text: str) -> str:
    """Return "Direito Ambiental" for "Dir Ambiental", by the words of the note; empty where they leave it open."""
    whole = []
    for word in title.split(" "):
        known = is_dictionary_word(word) or is_dictionary_word(accented(word.lower()), ("pt",))
        cut = _CUT_SHORT.fullmatch(word) and not (known or _is_written(word, text))
        full = _written_in_full(fold(word.rstrip(".")), text.lower()) if cut else word
        if not full:
            return ""
        whole.append(full.capitalize() if word[0].isupper() and cut else full)
    return " ".join(whole)


def _written_in_full(stem: str, text: str) -> str:
    """Return the word that `stem` begins, the first where the note opens, else the only one."""
    longer = [found for found in re.finditer(r"[^\W\d_]{6,}", text) if fold(found[0]).startswith(stem)]
    if longer and longer[0].start() < _OPENING:
        return longer[0][0]
    return longer[0][0] if len({fold(found[0])[:_SAME_WORD] for found in longer}) == 1 else ""


def _contracted(phrase: str, text: str) -> str:
    """Return "apoio à decisão" for "apoio a decisão" where the note writes it so."""
    full = phrase.replace(" a ", " à ")
    return full if full.casefold() in text.casefold() else phrase


def _is_written(word: str, text: str) -> bool:
    """True for a word that a note uses as it stands: "Jira"."""
    return re.search(rf"\b{re.escape(word)}\b(?!\.)", text, re.IGNORECASE) is not None


def accented_word(word: str) -> str:
    """Return "História" for "Historia"; a word that is no Portuguese one as it is."""
    full = accented(word.lower()) if word.isascii() and len(word) > _LONGEST_CUT else word
    return full if word.islower() else full.capitalize() if word[1:].islower() and full != word.lower() else word


def _is_foreign_word(word: str) -> bool:
    listed = fold(word) in lexicon.NOUNS or (not is_foreign(word) and is_dictionary_word(word, ("pt",)))
    return word.islower() and len(word) > 2 and not listed


def _as_name(word: str, text: str) -> str:
    """Return "Docker" for "docker": a word of a title that no Portuguese dictionary lists is a name.

    Not an English word that the note does not write with a capital, "tuning", nor a plural: "containers".
    """
    english = is_dictionary_word(word, ("en",))
    common = english and (word.endswith("s") or re.search(rf"\b{word.capitalize()}\b", text) is None)
    return word.capitalize() if word.isascii() and _is_foreign_word(word) and not common else word


def _is_run_together(title: str, *, at_all: bool) -> bool:
    """True for a file's name with two words that neither a preposition nor an adjective joins: "redes sem fio wan".

    Unless they are looked for `at_all`, true for three words or more only, "automação industrial RTU", and for a noun
    in lower case behind a word that no dictionary lists: "Afo receita".
    """
    plain = title if at_all else re.split(r"[:,(]|\s[-–—]\s", title)[0]
    pairs = list(pairwise(words(plain)))
    joined = [
        _joins(one)
        or _joins(other)
        or (not at_all and _is_name(other) and ((_is_name(one) and one[0].isupper()) or fold(one) in lexicon.KINDS))
        or (_describes(other) and not (at_all and is_plural(one) != is_plural(other)))
        for one, other in pairs
    ]
    unknown = len(pairs) == 1 and not is_dictionary_word(pairs[0][0]) and fold(pairs[0][1]) in lexicon.NOUNS
    return not all(joined) and (at_all or len(pairs) > 1 or (unknown and pairs[0][1].islower()))


def _is_name(word: str) -> bool:
    return word.isdigit() or not is_dictionary_word(word, ("pt",))


def _joins(word: str) -> bool:
    return word in PREPOSITIONS | {"e", "x"}


def _describes(word: str) -> bool:
    participle = is_participle(word) and fold(word) not in lexicon.NOUNS
    noun = word.endswith(("do", "da", "dos", "das")) and not participle  # "dados", "dívida"
    if word.isupper():
        return False
    adjective = word.lower() in lexicon.ADJECTIVES or word.lower().endswith(("eiro", "eira", "eiros", "eiras"))
    known = is_dictionary_word(word, ("pt",))  # not "gespública", a name
    return adjective or (looks_adjectival(word) and known and not noun)


def common_title(title: str, genders: Genders) -> str:
    """Return a title in lower case where it is no name; a foreign word alone is one: "Python"."""
    name = " " not in title and is_foreign(title.lower())
    return title if name else common_form(title, genders)


def short_title(title: str) -> str:
    """Return a title without what it says more: "licitações e contratos" for "licitações e contratos - Lei 14.133"."""
    plain = re.sub(
        r"^(?:resum[oã]\w*|anota[çc][õo]es)\s+(?:d[eoa]s?\s+|sobre\s+)?|\s+para concursos?$"
        r"|^(?:notas|no[çc][õo]es(?:\s+(?:básicas|gerais))?)\s+d[eoa]s?\s+",
        "",
        title,
        flags=re.IGNORECASE,
    )
    plain = re.sub(r"\s+\([^()]*\)(?=\s)", "", plain)  # "LDB (Lei 9.394/96) e didática"
    first, *rest = re.split(r":\s|\s[-–—]\s", plain)
    return main_name(rest[0] if rest and fold(first) in _SORTS else first)
