"""The names of headings and bullets: how they are shown, and what each of them lacks."""

import re

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, is_foreign
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import singular_form
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.standalone import is_about_studying
from tutor.practice.grammar.titles import GENERIC
from tutor.practice.grammar.verbs import (
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    first_word,
    is_infinitive,
    is_participle,
    words,
)
from tutor.practice.grammar.wording import is_numeral, main_name, name_of
from tutor.types import Block, BlockKind, Note

_EXCLAIMED = frozenset({"atencao", "cuidado", "cuidados"})
OF_SOMETHING = frozenset(
    map(
        fold,
        """tipos vantagens desvantagens características componentes etapas fases funções função objetivos objetivo
        princípios elementos requisitos classificação atributos propriedades níveis camadas modalidades espécies
        formas benefícios limitações riscos fatores critérios causas efeitos sintomas partes estados operações
        comandos aplicações usos efeito estrutura estruturas arquitetura funcionamento histórico história finalidade
        hipóteses exceções regras prazos competências competência requisito vantagem defesa defesas medida medidas
        problema problemas solução soluções objeto campo campos conteúdo resultado resultados
        processo processos técnicas instrumentos mecanismos ferramentas extinção topo meio fundo natureza composição
        phases stages steps types levels principles values""".split(),
    )
)
_SORTED = frozenset("tipo nivel modo forma classificacao categoria classe motivo razao".split())
"""What heads names that leave out their noun: "regressão" of "tipos de teste"; "espécies" rarely does."""
SCALE = re.compile(r",\s+d[eoa]s?\s[^,]+\s(?:ao?s?|à|para|pra|até)\s[^,]+$")
"""In what order a list is told: "testes, do leve ao bruto"."""
_COUNTED = re.compile(
    r"^(?:(?:[oa]s )?(?:duas|dois|três|quatro|cinco|seis|sete|oito|nove|dez)) (\w{4,}s)(?= d[eoa]s?\b|$)", re.IGNORECASE
)
"""How many there are of what a list holds: "três áreas"."""
_CASES = frozenset("casos exemplos formas areas cenarios".split())
_NUMBERED = re.compile(r"[a-zà-ÿ]+ \d+")
_MNEMONIC = re.compile(r"\s+[-–—]\s+[A-Z]{2,}(?:[ -][A-Z]{2,})+$|\s*\((?=[A-Z]*[AEIOU])[A-Z]{2,}(?:[ -][A-Z]{2,})+\)$")
"""How a student learns a list: "elementos - CO FI FO MO OB"."""
_FEWEST_TO_NAME = 3  # words of what names a mode by itself
_LONGEST_BASE = 5  # words
_LONGEST_TOPIC = 60
_ENOUGH = 4  # words of a name that are understood without a title


def lacks_noun(name: str, above: str) -> bool:
    """True for "carga" below "tipos" or in a column "tipo", and "tipo 1": of what, only the title may say."""
    if _NUMBERED.fullmatch(name):
        return True
    sort = singular_form(fold(first_word(above)))
    native = not is_foreign(name) and (is_dictionary_word(name, ("pt",)) or ends_as_act(name))
    if sort == "modo" and name[1:].islower() and len(words(name)) < _FEWEST_TO_NAME:
        return True  # "ad hoc", "mesh"
    return sort in _SORTED and name[1:].islower() and len(words(name)) == 1 and native


def cannot_follow(first: str) -> bool:
    """True for a first word that cannot stand behind "acerca de": "por hardware", "outras", "prevenir"."""
    word = first.casefold()
    adverb = word in {"quanto", "além", "antes", "depois", "dentro", "fora", "acima", "abaixo", "perto"}
    return (
        adverb or word in PREPOSITIONS | PRONOUNS | QUANTIFIERS or (is_infinitive(word) and word not in lexicon.NOUNS)
    )


def is_named_noun(base: str, genders: Genders) -> bool:
    """True for a noun phrase in lower case whose gender is known."""
    first = first_word(base)
    participle = is_participle(first) and not {fold(first), fold(first).removesuffix("s")} & lexicon.NOUNS
    if is_bare_adjective(base):
        return False  # "não supervisionado"
    return first.islower() and not participle and genders.of(base) is not None and len(base.split()) <= _LONGEST_BASE


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
    raw = re.sub(r"\s*\([^()]*\)", "", raw) if len(raw) > _LONGEST_TOPIC else _MNEMONIC.sub("", raw)
    asked = re.match(r"A (?=quem\b|qu[eê]\b|qual\b|partir\b)", raw)  # no article
    name = (
        f"{asked[0]}{raw[asked.end() :]}" if asked else re.sub(r"(\)),.*", r"\1", name_of(raw))
    )  # "Balanced Scorecard (BSC), Kaplan e Norton, 1992"
    if len(name) > _LONGEST_TOPIC or re.search(r"[.?!;](?:\s|$)", main_name(name)):
        return ""
    sentence = not statement.terms and block.kind is not BlockKind.HEADING and is_finite(name)
    return "" if sentence or is_about_studying(name) else uncounted(name)


def uncounted(name: str) -> str:
    """Return a name without its counts or number: "modelos de serviço" for "3 modelos de serviço, em 2 grupos".

    Of two counted names the last is left, which the list stands behind: "12 princípios, 8 domínios de desempenho".
    """
    name = SCALE.sub("", name)
    name = re.sub(r"^\d+\s+[^\d,]+,\s+(?=\d+\s+[a-zà-ÿ]{4,})", "", name)
    return re.sub(r"^\d+\s+(?=[a-zà-ÿ]{4,})|^\d{1,2}\s+(?=[A-ZÀ-Þ][a-zà-ÿ]{2,})|,\s+em\s+\d+\s.*$", "", name)


def without_count(name: str) -> str:
    """Return the name of a list without how many it holds: "áreas" for "três áreas"."""
    counted = _COUNTED.match(name)
    known = counted is not None and fold(counted[1]) in lexicon.NAMING
    return name[counted.start(1) :] if counted and known else name


def is_generic(name: str) -> bool:
    """True for a label that names no subject: "Definição", "Resumo", "Aula 3"."""
    plain = fold(re.sub(r"\s*\([^()]*\d[^()]*\)$", "", name)).replace("-chave", "")  # "Conceitos (art. 5º)"
    kept = [word for word in re.findall(r"[^\W\d_]+", plain) if len(word) > 2]
    if len(kept) > 1 and kept[0] in _EXCLAIMED:
        return False  # "atenção básica", a thing
    if kept and kept[0] in {"conceitos", "definicoes", "nocoes"}:
        return True  # "conceitos CLT"
    return not kept or is_numeral(name) or all(word in GENERIC for word in kept)


def is_code(name: str) -> bool:
    """True for "v3" or "2.1b", which name something, of which only what stands above it says what it is."""
    return re.fullmatch(r"(?=.*\d)(?=.*[^\W\d_])[^\W_.]{1,3}(?:\.[^\W_]{1,3})*", name) is not None


def needs_complement(name: str) -> bool:
    """True for a label that says what only with its owner: "vantagens", "tipos"."""
    parts = re.findall(r"[^\W\d_]+", fold(name))
    used = len(parts) == 3 and parts[0] in _CASES and parts[1:] in (["de", "uso"], ["de", "aplicacao"])
    return used or (len(parts) == 1 and parts[0] in OF_SOMETHING | lexicon.CLASSES)


def bullet_sign(block: Block, note: Note) -> str:
    """Return the sign before a bullet, "-" or "*", empty for other blocks: another sign begins another list."""
    found = re.match(r"\s*([-*+])\s", note.lines(block.first_line, block.first_line))
    return found[1] if found and block.kind is BlockKind.ITEM else ""


def with_adjective(base: str, adjective: str) -> str:
    """Return "nível operacional de planejamento": an adjective stands before the first complement of its noun."""
    first = first_word(adjective)
    cut = re.search(r"\s(?:d[oa]s?|de(?=\s[A-ZÀ-Þ])|n[oa]s?|em|por|pel[oa]s?|para|com|sem)\s", base)
    if cut is None or first in PREPOSITIONS or len(main_name(adjective).split()) > 1:
        return f"{base} {adjective}"
    return f"{base[: cut.start()]} {main_name(adjective)}{base[cut.start() :]}"


def says_alone(name: str) -> bool:
    """True for a name that needs no title above it: a proper one, or one that words enough tell apart."""
    told = any(char.isupper() for char in name) or len(name.split()) >= _ENOUGH
    return told or re.search(r"\sd[oa]s?\s(?!(?:processo|sistema|projeto|caso|lei)s?$)", name) is not None
