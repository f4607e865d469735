"""What a block of a note is about, as a student would call it: its topic, and the nearest name above it."""

import re
import unicodedata
from collections import Counter

from tutor.language import fold
from tutor.practice import lexicon
from tutor.practice.nouns import Genders, common_form, is_plural
from tutor.practice.sentences import about
from tutor.practice.verbs import words
from tutor.practice.wording import main_name, name_of
from tutor.types import Block, BlockKind, Note

_GENERIC = frozenset(
    map(
        fold,
        """definição definições conceito conceitos introdução resumo geral gerais visão observações observação obs
        exemplo exemplos importante dica dicas nota notas anotações outros outras diversos detalhes revisão
        questões exercícios referências links fontes bibliografia todo dúvidas conclusão sumário índice tópicos
        aula dia parte capítulo overview introduction summary notes examples references concepts untitled sem
        título página""".split(),
    )
)
_OF_SOMETHING = frozenset(
    map(
        fold,
        """tipos vantagens desvantagens características componentes etapas fases funções função objetivos objetivo
        princípios elementos requisitos classificação atributos propriedades níveis camadas modalidades espécies
        formas benefícios limitações riscos fatores critérios causas efeitos sintomas partes estados operações
        comandos aplicações usos efeito estrutura arquitetura funcionamento histórico história finalidade
        hipóteses exceções regras prazos competências competência requisito vantagem""".split(),
    )
)
_KINDS_OF = re.compile(r"^(?:tipos|espécies|modalidades|formas|classes|categorias)\s+d[eoa]s?\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:ais|al|ares|ar|iv[oa]s?|os[oa]s?|[ai]d[oa]s?|ári[oa]s?|ic[oa]s?|óri[oa]s?|entes?|antes?|veis|vel)$"
)
_LONGEST_TOPIC = 60


class Outline:
    """The names in one note's outline."""

    def __init__(self, note: Note, genders: Genders) -> None:
        self.note = note
        self.genders = genders
        self.title = display_title(note)
        self._top = _top_heading(note)

    def topic(self, block: Block) -> str:
        """Return the topic of a block: its outermost heading, else its outermost bullet, else the note's title."""
        chain = [above for above in (*self.note.ancestors(block), block) if above.id != self._top]
        headings = [above for above in chain if above.kind is BlockKind.HEADING]
        names = [name for above in headings if (name := label_of(above)) and not is_generic(name)]
        if names:
            return names[0]
        if not headings and chain and chain[0].kind is BlockKind.ITEM and (name := label_of(chain[0])):
            return name
        return self.title

    def context(self, block: Block) -> str:
        """Return the nearest name above a block that says something alone, else the note's title."""
        above = self.note.ancestors(block)
        for at in range(len(above) - 1, -1, -1):
            name = label_of(above[at])
            if not name or is_generic(name):
                continue
            top = above[at].kind is BlockKind.HEADING and above[at].parent in {None, self._top}
            full = name if top else self.full_name(above[at], name)
            return common_form(full, self.genders)
        return common_form(self.title, self.genders)

    def full_name(self, block: Block, name: str) -> str:
        """Return a name with what it lacks: "vantagens de RAID 0" for "vantagens" below RAID 0.

        "suplementares" below "tipos de créditos adicionais" are "créditos adicionais suplementares".
        """
        above = self.note.blocks[block.parent] if block.parent is not None else None
        if above is not None and (label := label_of(above)):
            base = common_form(_KINDS_OF.sub("", label), self.genders)
            if self._is_adjective(name, base):
                return f"{self.full_name(above, base)} {name}"
        if not needs_complement(name):
            return name
        owner = self.context(block)
        return about(f"{name} de", main_name(owner), self.genders) if owner and not needs_complement(owner) else name

    def _is_adjective(self, name: str, base: str) -> bool:
        """True for a name that is an adjective of the plural noun `base`."""
        first = (words(re.sub(r"^não\s+", "", name)) or [""])[0]
        if not first.islower() or not _ADJECTIVE.search(first) or self.genders.is_listed(first) or first in base:
            return False
        return is_plural(base) is True and is_plural(first) is True and "(" not in base


def display_title(note: Note) -> str:
    """Return the note's title with the accents its own text has; empty where it names no subject ("aula 3")."""
    title = re.sub(r"[_]+|(?<=\w)-(?=\w{3})", " ", note.title).strip()
    if re.fullmatch(r"[a-z]{2,4}", title) and not re.search(rf"\b{title}\b", note.text):
        return title.upper()
    known: dict[str, Counter[str]] = {}
    for word in re.findall(r"[^\W\d_]+", note.text):
        known.setdefault(fold(word), Counter())[word.casefold()] += 1

    def accented(match: re.Match[str]) -> str:
        word = match[0]
        if not word.isascii() or not word.islower() or fold(word) not in known:
            return word
        spelled = known[fold(word)].most_common(1)[0][0]
        return spelled if not spelled.isascii() else word

    title = re.sub(r"[^\W\d_]+", accented, unicodedata.normalize("NFC", title))
    name = name_of(title)
    meaningful = [word for word in re.findall(r"[^\W\d_]{2,}", fold(name)) if word not in _GENERIC]
    return name if meaningful and not re.fullmatch(r"[\d\W]+.*", title) else ""


def label_of(block: Block) -> str:
    """Return the name of a heading or bullet, empty where it has none fit to be shown."""
    if block.is_study_mark or block.kind not in {
        BlockKind.HEADING,
        BlockKind.ITEM,
        BlockKind.PARAGRAPH,
        BlockKind.CALLOUT,
    }:
        return ""
    statement = block.statement
    raw = statement.terms[0] if statement.terms else statement.label
    if not block.text or (raw not in block.text and not statement.terms):
        return ""
    raw = re.sub(r"\s*\([^()]*\)", "", raw) if len(raw) > _LONGEST_TOPIC else raw
    name = name_of(raw)
    return name if len(name) <= _LONGEST_TOPIC and not re.search(r"[.?!;]", name) else ""


def is_generic(name: str) -> bool:
    """True for a label that names no subject: "Definição", "Resumo", "Aula 3"."""
    kept = [word for word in re.findall(r"[^\W\d_]+", fold(name)) if len(word) > 2]
    return not kept or all(word in _GENERIC for word in kept)


def needs_complement(name: str) -> bool:
    """True for a label that says what only with its owner: "vantagens", "tipos"."""
    parts = re.findall(r"[^\W\d_]+", fold(name))
    return len(parts) == 1 and parts[0] in _OF_SOMETHING | lexicon.CLASSES


def _top_heading(note: Note) -> int | None:
    """Return the id of the one heading that everything else hangs from, the note's title in effect."""
    roots = [block for block in note.blocks if block.parent is None and block.text]
    headings = [block for block in note.blocks if block.kind is BlockKind.HEADING]
    if headings and headings[0].level == 1 and sum(h.level == 1 for h in headings) == 1 and headings[0] in roots:
        return headings[0].id if len(headings) > 1 else None
    return None
