"""Which units a value has to have for what is asked, "a fine" money or days, and which number tells things apart."""

import re
from functools import lru_cache

from tutor.answering.claims import Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.frames import SUM
from tutor.language import fold, stems

SHORT_MONTHS = "jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez"
BARE_NUMBER = re.compile(r"\d[\d.,]*")
UNIT_STEMS = frozenset(
    stems("horas hora minutos min segundos dias semanas meses mês anos bits bytes hours minutes days")
)
"""Stems of units that are written out."""
_UNIT = re.compile(r"[KMGTPEZ]i?(?:B|bps|Hz)|[kc]Hz|V|W|A")
"""A unit in letters that looks like a name."""
_NUMBERED = re.compile(
    r"\b([Tt]ipo|[Nn][ií]vel|[Cc]amada|[Ff]ase|[Cc]lasse|[Gg]rupo|[Ff]orma|[Vv]ers[aã]o|[Tt]ype|[Ll]evel|[Ll]ayer|[Pp]hase"
    r"|[A-Z]{3,}) (\d+)\b(?![.,]\d)"
)
"""One of several things that a number tells apart: "tipo 2", "RAID 5"."""
_JOINED = re.compile(r"\b([A-Z]{2,}v?)(\d{1,2})\b(?![.,]\d)")
"""The same in one word: "WPA3", "IPv6"."""
_VERSIONED = re.compile(r"\b([A-Z][\w-]*[^\W\d]) v?(\d+\.\d+)\b")
_NUMBER_TOLD = r"\d+(?:\.\d+)?"
_MEASURED = re.compile(r"\b(\d+(?:[.,]\d+)?) ?([GMKk]Hz|[GMTK]B|[GMKk]bps)\b")
"""A measure that tells of what something is asked: "a faixa de 5 GHz"."""
_UNITS = tuple(
    (frozenset(stems(words)), re.compile(unit, re.IGNORECASE))
    for words, unit in (
        ("tamanho tamanhos capacidade size sizes", r"bits?|bytes?|[kmgtpez]i?b\b|caracteres|characters|\bp[aá]ginas"),
        (
            "duração prazo prazos validade tempo duration time",
            r"ms|\bs\b|seg|min|hora|dia|semana|m[eê]s|mes|ano|hour|day|week|month|year",
        ),
        ("velocidade taxa vazão speed rate throughput", r"[kmgt]?bps|b/s|bits?/s|rpm"),
        (
            "frequência frequency",
            r"hz|\b(?:cada|every|vez(?:es)?|por (?:dia|semana|m[eê]s|ano)|di[aá]ri\w*|semana(?:s|l|is|lmente)?"
            r"|mensa(?:l|is|lmente)|anua\w+|(?:bi|tri|quadri|se)mestr\w*|(?:dai|week|month|year)ly)\b",
        ),
        ("alcance range", r"\bk?m\b|metros?|meters?"),
        ("faixa faixas intervalo range", r"\d\s?(?:a|até|to|[-–])\s?[-−]?\d|hz"),
    )
)

_MONTH = (
    r"\b(?:janeiro|fevereiro|mar[cç]o|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|january|february"
    rf"|march|april|june|july|august|september|october|november|december)\b|\d/\d|\b(?:{SHORT_MONTHS})\b"
)
_SURE_UNITS = tuple(
    (re.compile(rf"\b(?:{asked})"), re.compile(unit, re.IGNORECASE))
    for asked, unit in (
        (r"quant[oa]s (?:%|por cento)", r"%|\bpor cento\b|\bpercent"),
        (
            r"numero d[aeo]s? (?:lei|decreto|resolucao|portaria|norma|emenda|instrucao)\b",
            r"\b(?:lei|decreto|resolu[cç][aã]o|portaria|norma|emenda|instru[cç][aã]o|iso|nbr|in|mp|ec|lc)\b[^,;.]{0,25}?\d",
        ),
        (r"(?:em|in) (?:reais|dinheiro|dolares|dollars|euros)\b", r"\$|€|\b(?:reais|d[oó]lares|euros)\b"),
        (
            r"(?:valor|value|amount) (?:d[eoa]s?|of) (?:[oa]s? |the )?" + SUM,
            r"\$|€|%|\b(?:reais|d[oó]lares|euros|sal[aá]rios?|dias?-multa|vez(?:es)?|metade|ter[cç]os?|dobro|integral)\b",
        ),
        (
            r"(?:qual|que|what)(?: e| a| is| the)* temperatur[ae]\b",
            r"°|º|\bgraus\b|celsius|kelvin|\d\s?[ck]\b|\b(?:ambiente|zero)\b",
        ),
        (
            r"(?:que|qual)(?: e| foi)?(?: o)? (?:livro\b|artigo\b.*\b(?:publicou|publicad|descrev|propos|apresentou))"
            r"|(?:what|which) (?:book|paper|article)\b",
            r"\b(?:livros?|artigos?|obras?|teses?|ensaios?|books?|papers?|articles?|thesis|public\w+)\b|[\"“«]"
            r"|(?-i:\b(?:Os?|As?|The) [A-ZÀ-Ý]\w|[A-Z]\w+ (?:of|d[aeo]s?|the) [A-Z])",
        ),
        (
            r"\b(?:que|qual(?: e| foi)?(?: a)?|which) (?:revista|periodico|jornal|editora|journal|magazine|publisher)",
            r"\b(?:revista|peri[oó]dico|jornal|editora|ed\.|journal|magazine|review|publisher|press)\b"
            r"|(?-i:\bn[ao] [A-ZÀ-Ý])",
        ),
        (
            r"\b(?:que|qual(?: e)?(?: [oa])?|which|what) (?:diretorio|pasta|caminho|directory|folder|path)\b"
            r"|\bonde (?:fica|esta|ta)m? (?:gravad|salv|guardad|armazenad)\w+ [oa]s? arquivos?\b",
            r"/\w|\\\w|\b(?:diret[oó]rios?|pastas?|caminhos?|raiz|director(?:y|ies)|folders?|paths?|root)\b",
        ),
        (
            r"\b(?:qual(?: e| foi)?(?: [oa])?|(?<!o )que) (?:lei|decreto|portaria|resolucao|emenda|medida provisoria"
            r"|sumula)\b",
            r"\b(?:lei|decretos?|portaria|resolu[cç][aã]o|emenda|s[uú]mula|medida|art|(?-i:MP|EC|LC|DL|IN|SV))\b"
            r"|§|(?<!\d)(?!(?:1[5-9]|20)\d\d(?!\d))\d",
        ),
        (
            r"\b(?:qual|what)(?: e| is)?(?: a| the)? (?:complexidade|complexity) (?:\w+al )?(?:d[eoa]s?|n[ao]|of)\b",
            r"\b[OΘΩ]\(|complex|linear|quadr[aá]|log|constan|exponen|baix|m[eé]di|alt[ao]|simples|\blow|high|simple",
        ),
        (
            r"\b(?:qua(?:l|is)|que|what|which)(?: e| sao| is| are)?(?: a| as| the)? (?:cor(?:es)?|colou?rs?)\b",
            r"azu[li]|vermelh|amarel|verde|laranja|pret[oa]|branc|rox[oa]|cinza|marrom|rosa|aqua|viole|blue|red\b|yellow"
            r"|green|orange|black|white",
        ),
        (
            r"\bnasce(?:u|ram)\b|\bborn\b(?! with)",
            r"nasc|born|cria|creat|made|surg|origin|fundad|natural d|\d{4} ?[-–] ?\d{4}"
            r"|(?-i:\b(?:n[ao]|em|d[ao]) [A-ZÀ-Ý])",
        ),
        (r"\b(?:que|qual|which|what)(?: e| is)?(?: a| the)? rfc\b", r"\brfc\b"),
        (r"\b(?:que|qual|which|what)(?: e| is)?(?: a| the)? (?:edicao|edition)\b", r"edi[cç][aã]o|edition|\bed\.|\dª"),
        (
            r"(?:que|qual)(?: e)?(?: o)? artigo\b(?!.*\b(?:publicou|publicad|descrev|propos|apresentou|cientific))",
            r"\bart(?:igos?|s)?\b|§",
        ),
        (r"\b(?:clock|clock speed)\b(?! rate)", r"\d ?[kmgt]?hz\b|clock"),
        (r"\bqual(?: e)?(?: a)? aliquota\b", r"%|\d"),
        (r"(?:em|de) (?:que|qual) (?:pais|cidade)\b", r"(?-i:(?:\b(?:n[ao]|em|d[aeo]s?)|[:,>(]) ?[A-ZÀ-Ý])"),
        (
            r"\b(?:qual|que)(?: e)?(?: a)? (?:punicao|pena|penalidade|sancao)\b",
            r"mult|pena|deten|reclus|advert|suspen|demiss|\banos?\b|mes(?:es)?\b|dias|san[cç]|puni|perda|imped|cassa"
            r"|inabilit|censur|destitu|respons|respond|improbid|infra[cç]|crime",
        ),
        (r"(?:em |de )(?:que|qual) mes\b|(?:what|which) month\b", _MONTH),
        (
            r"quanto (?:\w+ )?pesam?\b|how heavy",
            r"\b[kmµ]?g\b|\b(?:gramas?|quilos?|toneladas?|pounds?)\b|\d\s?t\b|\blb",
        ),
    )
)
"""What can be asked for, folded, and the units without which a sentence does not tell it."""


def is_of_amount(word: str) -> bool:
    """True for a number and for a unit that looks like a name: "4", "EB"."""
    return bool(BARE_NUMBER.fullmatch(word) or _UNIT.fullmatch(word))


def has_unit(asked: str, value: str) -> bool:
    """True unless words ask for a size, time, speed or sum and the value has another unit or none."""
    wanted = set(stems(asked))
    units = [unit for words, unit in _UNITS if wanted & words]
    return has_sure_unit(asked, value) and (not units or any(unit.search(value) for unit in units))


def has_sure_unit(asked: str, value: str) -> bool:
    """True unless what is asked for is never told without a unit that the value lacks: a weight, a sum of money."""
    return all(unit.search(value) for unit in _sure_units(asked))


@lru_cache(maxsize=64)
def _sure_units(asked: str) -> tuple[re.Pattern[str], ...]:
    folded = fold(asked)
    return tuple(unit for told, unit in _SURE_UNITS if told.search(folded))


def is_of_other_number(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True where one thing of a sort is asked for by its number and others are told: "tipo 6" of "tipo 1, tipo 2"."""
    asked = inquiry.question.text
    told_apart = (_NUMBERED, _JOINED, _VERSIONED)
    numbered, measured = [pair for told in told_apart for pair in told.findall(asked)], _MEASURED.findall(asked)
    if not (numbered or measured):
        return False
    said = fold(" ".join((evidence.text, *evidence.outline.note.path_of(evidence.block))))
    for sort in dict.fromkeys(sort for sort, _ in numbered):
        several = rf"{_NUMBER_TOLD}(?:(?:, | e | ou |/|-){_NUMBER_TOLD})*"
        told = re.findall(rf"\b{re.escape(fold(sort))}s?[ -]?({several})", said)
        numbers = {number for other, number in numbered if other == sort}
        if told and numbers.isdisjoint(re.findall(_NUMBER_TOLD, " ".join(told))):
            return True
    return any(_measures_otherwise(number, unit.lower(), said) for number, unit in measured)


def _measures_otherwise(number: str, unit: str, said: str) -> bool:
    """True for "2,4 GHz" where 5 GHz is asked of."""
    told = re.findall(rf"(\d+(?:[.,]\d+)?) ?{unit}\b", said)
    return bool(told) and number.replace(".", ",") not in [other.replace(".", ",") for other in told]
