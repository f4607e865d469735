"""Dataview inline fields (`key:: value`): which are definitions, which are study marks, which are plain words."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from tutor.language import fold, is_stop_word


class FieldRole(Enum):
    """What the key of an inline field says about its value."""

    DEFINITION = auto()  # def:: **term**: text
    FACT = auto()  # ano:: 1956, or the front and back of a flashcard: what the key names, the value says
    MARK = auto()  # anki::, todo::, n_entendi:: and other keys with an underscore or, in small letters, no value
    PLAIN = auto()  # ex::, obs::, fonte::, página:: stay words of the note, and so does a name: Probabilidade::


@dataclass(frozen=True, slots=True)
class Field:
    """One inline field; `value` is the text behind the sign."""

    key: str
    value: str
    role: FieldRole


_DEFINITION = frozenset("def definicao definition conceito concept significado meaning o_que_e o_q_e oq_e".split())
_PLAIN = frozenset(
    """ex exs exemplo exemplos example examples obs observacao nota note fonte source apostila livro book referencia ref
    reference pagina paginas pag pags pg page pages p pp cap capitulo chapter slide slides pega pegadinha""".split()
)
_STUDY = frozenset(
    """anki todo to-do fixme n_entendi nao_entendi nentendi revisar revisao rever review duvida duvidas estudar study
    flashcard flashcards card cards decorar memorizar pendente errei acertei""".split()
)
_RECORD = frozenset(
    """status prioridade importante dificil facil caiu banca lido visto feito criado atualizado revisado priority
    important hard easy done created updated assunto disciplina""".split()
)
"""Study marks where they are the whole key: "hard:: sim", and not "hard disk:: …"."""
_EXAMS = frozenset("materia prova concurso".split())
"""What says for what a note is, where its value is only names: "prova:: TCU", and not "prova:: o que demonstra …"."""
_STRESS = frozenset("importante important caiu".split())
"""Study marks where little follows: "caiu:: FGV", and not "caiu:: RAID 5 tolera a falha de um disco"."""
_MARKING_WORDS = 2
_STUDENT = frozenset("n nao p to ja eu meu minha prof professor professora ver ler aula simulado prova".split())
_STUDYING = (
    *("entend", "rev", "estud", "decor", "duvid", "err", "acert", "pergunt", "chec", "confer", "pesquis", "lembr"),
    *("falt", "depois", "pend", "trein", "refaz", "import"),
)
"""Parts of a key that make it a mark, and how such parts begin: "ver_prof::", "n_entendi::"."""
_NOUNS = frozenset("card cards flashcard flashcards study review".split())
"""Study marks where they are the whole key: "study:: sim", and not "study design:: …"."""
_LEADING = re.compile(
    r"((?:[^\W\d]|\d+(?=[a-z]))[\w \-/]{0,60}?)\s*:{2,3}(?:\s+|$)|([^\W\d][\w \-/]{0,100}\?)\s*:{2,3}\s*(?=\S)"
)
_TIGHT = re.compile(r"(?![0-9A-F]{2,4}:)([A-ZÀ-Þ][^:]{1,100})(?<!\bstd):{2,3}(?=[^\W_]+\s+\S+\s+\S)")
_TRAILING = re.compile(rf"(?<=\s)({'|'.join(sorted(_STUDY | _RECORD))})::(?=\s|$).*", re.IGNORECASE | re.DOTALL)


def read_field(key: str, value: str) -> Field:
    """Return the field that `key:: value` is."""
    words = fold(key).split()
    name = "_".join(words)
    if name in _DEFINITION:
        role = FieldRole.DEFINITION
    elif name in _PLAIN or (name in _STRESS and len(value.split()) > _MARKING_WORDS) or _is_name(key, name, value):
        role = FieldRole.PLAIN
    elif (
        name not in _RECORD
        and not (name in _EXAMS and _only_names(value))
        and _STUDY.isdisjoint((name, *(word for word in words[:1] if word not in _NOUNS)))
        and (len(words) > 1 or (value.strip() and "_" not in name) or _tells(name, value))
    ):
        role = FieldRole.FACT
    else:
        role = FieldRole.MARK
    return Field(key.strip(), value.strip(), role)


def _tells(name: str, value: str) -> bool:
    """True for "vigencia_ppa:: 4 anos", of whose key no part is about studying: a fact, and no mark of one's own."""
    about_study = any(part in _STUDY | _RECORD | _STUDENT or part.startswith(_STUDYING) for part in name.split("_"))
    return len(value.split()) > 1 and not about_study and "?" not in value


def _only_names(value: str) -> bool:
    """True for "TCU / FGV 2023" and "Contabilidade Pública"."""
    return not any(word[:1].islower() and not is_stop_word(fold(word)) for word in value.split())


def _is_name(key: str, name: str, value: str) -> bool:
    """True for what only heads the lines below it: "Probabilidade::", and not "confuso::" or "Revisar::"."""
    return not value.strip() and key[:1].isupper() and name.isalpha() and not is_study_word(name)


def find_leading_field(text: str) -> tuple[Field, int] | None:
    """Return the field that plain `text` begins with and the offset of its value, or None where there is none.

    "Term::what it is" without spaces, as flashcard plugins write it, needs a capital and a few words, because
    `std::vector` is none.
    """
    match = _LEADING.match(text)
    tight = None if match else _TIGHT.match(text)
    if tight:
        return Field(tight[1].strip(), text[tight.end() :], FieldRole.FACT), tight.end()
    return (read_field(match[1] or match[2], text[match.end() :]), match.end()) if match else None


def find_trailing_mark(text: str) -> tuple[str, int] | None:
    """Return the study mark that closes plain `text` and where it begins, or None where there is none."""
    match = _TRAILING.search(text)
    return (match[1].lower(), match.start()) if match else None


def is_study_word(word: str) -> bool:
    """True for words such as "anki" and "revisar" that mark a bullet for study, as a key or as a tag."""
    return fold(word) in _STUDY | _RECORD
