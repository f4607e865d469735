"""The title of a note as it is shown."""

import re
import unicodedata
from itertools import pairwise

from tutor.language import fold, is_dictionary_word
from tutor.practice import lexicon
from tutor.practice.endings import is_bare_adjective, is_foreign, looks_adjectival
from tutor.practice.genders import Genders
from tutor.practice.nouns import common_form, enumerate_words, is_plural
from tutor.practice.spelling import as_spelled, quietened
from tutor.practice.verbs import PREPOSITIONS, is_participle, words
from tutor.practice.wording import main_name, name_of
from tutor.types import Note

GENERIC = frozenset(
    map(
        fold,
        """definição definições conceito conceitos introdução resumo geral gerais visão observações observação obs
        exemplo exemplos termos importante dica dicas nota notas anotações outros outras diversos detalhes revisão
        questões exercícios referências links fontes bibliografia todo dúvidas conclusão sumário índice tópicos
        básico básicos básica básicas fundamentais pegadinha pegadinhas atenção cuidado
        aula dia parte palavras fim início áreas começo capítulo
        macete bizu mnemônico esquema mapa mental overview introduction summary notes
        examples references concepts key terms basics untitled sem título página""".split(),
    )
)
"""What names no subject."""
_SORTS = frozenset("norma tema assunto topico modulo unidade lei caso".split())


def display_title(note: Note) -> str:
    """Return the note's title with the accents its own text has; empty where it names no subject ("aula 3")."""
    joined = r"[_]+" if " " in note.title else r"[_]+|(?<=\w)-(?=\w{3})"
    written = re.sub(r"^[^\w(.]+|[^\w).!?+#%]+$", "", re.sub(joined, " ", note.title))  # signs such as "📌"
    title = _narrowed(unicodedata.normalize("NFC", written))
    if (quiet := quietened(title, note.text)) != title:
        return name_of(quiet)
    if re.fullmatch(r"[a-z]{2,3}", title) and not re.search(rf"\b{title}\b", note.text):
        return title.upper()
    title = re.sub(r"[^\W\d_]+", lambda found: as_spelled(found[0], note.text), title)
    if not any(map(_is_foreign_word, words(title)[1:])) or " e " in title:
        title = re.sub(r"[^\W\d_]+", lambda found: _as_name(found[0]), title)
    if re.search(r"\w[-_]\w", title) and " " not in note.title:
        return ""  # "modelo-er"
    if re.fullmatch(r"[A-Z]{2,}(?: [A-Z]{2,})+", title):
        title = enumerate_words(title.split())  # "SDN, NFV e MPLS"
    elif _is_run_together(title, at_all=re.search(r"_|[^\W\d]-[^\W\d]", note.title) is not None):
        return ""  # "armazenamento_backup": what joins the words is not known
    name = name_of(title)
    if is_bare_adjective(name):
        return ""  # "tributário"
    meaningful = [word for word in re.findall(r"[^\W\d_]{2,}", fold(name)) if word not in GENERIC]
    return name if meaningful and not re.fullmatch(r"[\d\W]+.*", title) else ""


def _narrowed(title: str) -> str:
    """Return "camada de transporte" for "redes - camada de transporte"."""
    broad, *narrow = re.split(r"\s[-–—]\s", title)
    if narrow and re.fullmatch(r"[^\W\d_]{3,}\s+\d{1,2}", broad):
        return " - ".join(narrow)
    named = narrow and len(words(narrow[0])) > 1 and fold(words(narrow[0])[0]) not in GENERIC | _SORTS
    return narrow[0] if named and len(words(broad)) == 1 else title


def _is_foreign_word(word: str) -> bool:
    listed = fold(word) in lexicon.NOUNS or (not is_foreign(word) and is_dictionary_word(word, ("pt",)))
    return word.islower() and len(word) > 2 and not listed


def _as_name(word: str) -> str:
    """Return "Docker" for "docker": a word of a title that no Portuguese dictionary lists is a name."""
    return word.capitalize() if _is_foreign_word(word) else word


def _is_run_together(title: str, *, at_all: bool) -> bool:
    """True for a file's name with two words that neither a preposition nor an adjective joins: "redes sem fio wan".

    Unless they are looked for `at_all`, true for three words or more of which no two are joined: "discos RAID backup".
    """
    joined = [
        _joins(one) or _joins(other) or (_describes(other) and is_plural(one) == is_plural(other))
        for one, other in pairwise(words(title))
    ]
    return not all(joined) if at_all else len(joined) > 1 and title[0].islower() and not any(joined)


def _joins(word: str) -> bool:
    return word in PREPOSITIONS | {"e", "x"}


def _describes(word: str) -> bool:
    participle = is_participle(word) and fold(word) not in lexicon.NOUNS
    noun = word.endswith(("do", "da", "dos", "das")) and not participle  # "dados", "dívida"
    return looks_adjectival(word) and not noun


def common_title(title: str, genders: Genders) -> str:
    """Return a title in lower case where it is no name; a foreign word alone is one: "Python"."""
    name = " " not in title and is_foreign(title.lower())
    return title if name else common_form(title, genders)


def short_title(title: str) -> str:
    """Return a title without what it says more: "licitações e contratos" for "licitações e contratos - Lei 14.133"."""
    plain = re.sub(
        r"^(?:resumo|anotações|notas)\s+d[eoa]s?\s+|\s+(?:para concursos?|notes)$", "", title, flags=re.IGNORECASE
    )
    first, *rest = re.split(r":\s|\s[-–—]\s", plain)
    return main_name(rest[0] if rest and fold(first) in _SORTS else first)
