"""A note's shorthand as words fit for an exam: clauses without arrows, asides and examples, and terms as names."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tutor.language import fold, is_dictionary_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.spelling import accented, written_out
from tutor.practice.grammar.verbs import PREPOSITIONS, SUBORDINATORS, is_verb_form

LONGEST_CLAUSE = 260
_SHORTEST_SENTENCE = 3  # words of an aside that says something of its own: "(registros SRV localizam os servidores)"

_ARROW = re.compile(r"\s*(?:<?-{1,2}>|<?={1,2}>|<-{1,2}|[→⇒➔➜⟶↔←⇔])\s*")
SIGN = re.compile(r"^(?:[!+]\s*|-\s+)")
"""A warning, an advantage or a disadvantage, as a student marks it."""

_EXAMPLE = re.compile(
    r"[\s,;.(]*(?<!\w)(?:(?:exs?|exemplos?|p\.\s?ex|e\.g|eg|examples?)\.?\s*:|(?<=, )ex\.|e\.g\.|p\.\s?ex\."
    r"|por\s+exemplo\b|for\s+example\b|for\s+instance\b|tais\s+como\b|such\s+as\b).*$",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
_HINT = re.compile(
    r"[:;!?=§]|->|→|^v\d|\b(?:exs?|exemplo|associar|lembrar|lembre|ver|vide|cf|obs|decorar|mnem[oô]nico|p[aá]gs?|p(?=\.|\s*\d)|art|slide|"
    r"cap|aula|é|são|não|quanto (?:mais|menos|maior|menor)|ou seja|isto é|i\.e|e\.g)\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"em desuso|(?:(?:muito|bem|já) )?(?:obsolet[oa]|antig[oa]|rar[oa]|importante)s?|ca(?:i|em) (?:muito|sempre)"
)
"""What a student says of a thing in brackets and is no part of it: "(em desuso)"."""
_ATTRIBUTES = re.compile(
    r"(?:(?:definição|conceito|formulação) d[eoa]s?|segundo|conforme|apud|by) (?:[oa]s? )?[A-ZÀ-Þ][a-zà-ÿ].*"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:,? (?:(?:e|and|&|d[eoa]s?) )?[A-ZÀ-Þ][a-zà-ÿ]+)*(?: et al\.?)?, (?:1[5-9]|20)\d\d"
)
"""Who said so: "(definição de Bill Inmon)", "(Myers, 1979)"."""
_ILLUSTRATES = re.compile(r"(?:os?|as) [\w\"“]|\w+-se\b|(?!ser\b|poder\b|dever\b)[a-zà-ÿ]{2,}[aei]r (?!d[eoa]s?\b)")
"""How a phrase or a sentence in brackets begins that only shows what is meant: "(vendem-se casas)"."""
_RESTRICTING = PREPOSITIONS | SUBORDINATORS | frozenset("salvo exceto só apenas somente menos ou".split())
"""What may say in brackets where a sentence holds: "(salvo engano)"."""
_SHORTENED = re.compile(r"(?<![^\W_])[a-zà-ÿ]{1,2}[bcdfgjklnpqrtvx]$|[a-zà-ÿ][bcdfgjkpqtvx]$")
"""A word cut short, where a full stop ends no sentence: "ger. de incidentes"."""
_CONNECTIVE = re.compile(
    r"^(?:diferentemente|ou\s+seja|isto\s+é|i\.e\.|basicamente|resumidamente|em\s+suma|em\s+resumo|obs\.?:?|nota:|assim|portanto|"
    r"logo|e|mas|porém|pois)\s*,?\s+(?=\S)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^(?:atenção|cuidado|importante|lembrete|lembre-se|pegadinha|dica)\s*[:!–-]+\s*(\w)", re.IGNORECASE
)
"""What a student puts before a sentence to remember: "Atenção: a idade é …"."""
_BY_TURN = re.compile(r"(?:^|,?\s+)por sua vez,\s+", re.IGNORECASE)
_CONDITION = re.compile(
    r"\((?:se|desde que|exceto|salvo|quando|caso|a não ser|a menos|ressalvad[oa]s?)\s[^()]*\)", re.IGNORECASE
)
"""Where what stands before it holds, which is not left out: "(se não for exclusiva)"."""
_IT_IS = re.compile(
    r"^(?:trata-se\s+d(?:e\s+|(?=[oa]s?\s))|consistem?\s+em\s+|corresponde\s+a\s+(?=uma?\s)|significa\s+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:os?|as?|uma?s?|uns|the|an)\s+(?=\S)", re.IGNORECASE)
_DANGLING = frozenset(
    "de do da dos das em no na nos nas por pelo pela para com sem sob sobre entre até a o as os um uma e ou que se "
    "como quando onde é são ao à não mais menos muito of the to and or with for by in on at from is are".split()
)
_FORBIDDEN = re.compile(
    r"[{}\[\]|<>=→⇒`\\_*#@]|https?:|www\.|\.(?:png|jpe?g|gif|svg|pdf|md)\b|\?\s*$|\?\?|!|::|\bexs?\s*:|;\s*;|,\s*,"
    r"|\s[/*+]\s|/(?:\s|\w/|$)|\.\.\.|…|\w\(s\)|\s\+$|[≠≈?]|\+-|\b(?:qdo|vc|pq|tb|tbm|gov|né|hj|ñ|adm|qtd|qto|enqto|dps|tá|pro|pros)\b"
    r"|\b\d+x\b(?!\d)|(?-i:(?<![\w./-])(?:q(?!u)|m(?=[b-df-hj-mp-tv-z]))[a-z]+\b)|\b[a-z]{3,}\.\)",
    re.IGNORECASE,
)
_INFORMAL = re.compile(
    r"\b(?:só que|na mão|um monte|de jeito nenhum|dá na mesma|dá para|dá trabalho"
    r"|d(?:á|ão) conta|de verdade|aí|toda hora|(?<!alguma )coisa(?! julgada)"
    r"|(?:nem|ninguém) (?:vê|percebe|liga|sabe)|(?:com|de|do) ninguém"
    r"|full time|bem (?:comum|pequen[oa]|grande|simples)|ganha d[oa]s?"
    r"|mais ou menos|quer dizer|sozinh[oa]s?|[ée] quando|mex(?:er?|em)|pedaç(?:os (?:que|d[eoa]s?)|inhos?)"
    r"|(?:sem|nem) ninguém|(?:[oa]|do|um|pro) cara(?! a cara)"
    r"|quebram? (?:se|quando|sem)|sum(?:ir|iu|em|iram)|resolvem?(?=$|[,.;])|custam? (?:caro(?=$|[,.;])|(?-i:[A-Z]{2,}))"
    r"|(?:vai|vão) (?:a|pra|para) \d[\d.,]*%?|na prova|vir(?:a|ou)|cuidado com|macetes?"
    r"|(?:a|com a|da) banca|(?:as|nas|das|outras|algumas|muitas) bancas|bancas (?:diz|consider|cobr|gost|ador|troc)\w+"
    r"|em (?:tod|cad|qualquer|muit|algum|quas)\w* (?:tod\w )?provas?|(?:em|cai\w* na) provas?(?=$|[,.;])"
    r"|(?:no|em|nos) simulados?|nas provas?(?=$|[,.;])"
    r"|(?:cai|caem|caiu|caíram|cobram|despencam?) (?:na prova|nas provas|em prova|muito|sempre|direto|bastante)"
    r"|questões d[eao]s? (?:prova|concurso|banca|simulado)s?"
    r"|(?:cebraspe|cespe|fgv|fcc|vunesp|cesgranrio|quadrix|iades|ibfc|idecan|consulplan)"
    r"(?: (?:já|sempre|também|só))? (?:cobr|gost|ador|troc|pergunt|consider|invert|diz)\w*"
    r")\b|\bgambiarra|^(?:don['’]t|do not|never) [a-z]+$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?<![\w/.-])(?<!\d\s)(?:[bcdfghjklmnpqrstvwxz]{2,}(?![\w/-])|(?!(?:art|arts|inc|cap|etc)\.)[a-zà-ÿ]{2,}\.(?=\s+[a-zà-ÿ]))"
)
"""A word without vowels ("qtd", "vlr"), or cut short with a full stop before more words ("ger. de incidentes")."""
_LIST_NUMBER = re.compile(
    r"^(?:(?:\d+|[ivxlc]+|[a-z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+(?!a\s)|(?!/\w|%\w)[^\w\s(\"“'«]+\s*)", re.IGNORECASE
)
_PAGES = re.compile(
    r"\s*[-–—,(]*\s*(?<!\w)(?:p[aá]gs?\.?|pp?\.|p[aá]ginas?|slides?|caps?\.?|cap[ií]tulos?)\s*\d+"
    r"(?:\s*(?:[-–,]|a|e|até)\s*\d+)*(?:\s+d[aeo]s?\s+(?:apostila|livro|pdf|material|aula|slides?)\b[^;,.()]*)?\)?",
    re.IGNORECASE,
)
_AT_PAGES = re.compile(rf"(?<=\b[dn][oa])s? {_PAGES.pattern}", re.IGNORECASE)
"""Where a text stands, which tells of the text alone: "a outra parte está nas pp. 3-5"."""
_ARTICLE_OF_LAW = re.compile(r"^[\W_]*Art\.\s*\d+[ºo°]?(?:-[A-Z])?\W*\s+(?=[A-ZÀ-Þ](?:[a-zà-ÿ]|\s))")
"""The number before the words of a law: "Art. 5º Todos são iguais"."""
_OF_SEVERAL = re.compile(r"[a-zà-ÿ]+s d[eoa]s? [a-zà-ÿ]+$")
_SLASHED = re.compile(r"(?<![\w/-])([a-zà-ÿ]{4,})/([a-zà-ÿ]{4,})(?![\w/-])")
_PAIRING = frozenset("par pares razao relacao".split())
"""What two things make together: "par chave/valor"."""
_OPEN, _CLOSE = "([{“", ")]}”"
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
_NUMERAL = re.compile(r"(?:inc(?:iso|\.)?\s+)?(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})|§+\s*\d+[ºo°]?(?:-[A-Z])?")


_LAST_AIM = re.compile(
    r"(\bpara [a-zà-ÿ]+[aei]r\b[^,;]*(?:, [a-zà-ÿ]+[aei]r\b[^,;]*)*), "
    r"(?=[a-zà-ÿ]+[aei]r\b(?![^,;]* (?:e|ou) [a-zà-ÿ]+[aei]r\b)[^,;]*$)"
)
"""Aims in a row, the last of which lacks its "e": "para garantir a continuidade, minimizar o risco"."""
_HAS_TO = re.compile(r"(?<!não )\b(?:tem|têm) que(?= (?:ser |se )?[a-zà-ÿ]+[aeiô]r\b)")
"""What is said in class for "deve": "tem que satisfazer"."""
_CITED = re.compile(r"(?<=\w)\s*\((?=[^()]*(?:, |\d/\d))(?:[A-ZÀ-Þ]|(?=[^()]*\d))[^()]*\)$")
"""What a name is cited with: "TLS 1.3 (RFC 8446, 2018)", "Kanban (David Anderson, a partir do Toyota)"."""
_NO_PART_OF_NAME = re.compile(
    r"\s*\((?:\d{1,3}(?:-[A-Z])?|(?!1[4-9]\d\d\))\d{4,5}|n[oó]s|vocês?|el[ea]s?|eu|aqui)\)$", re.IGNORECASE
)
"""What stands in brackets behind a name: "uso de documento falso (304)", "o agente (10250)", "LACNIC (nós)"."""
_SECOND_ACRONYM = re.compile(r"\b([A-Z]{2,5}|[A-Z][a-z]+)/([A-Z]{2,5})\b(?=\s+[-–—(]|$)")


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a note's words that can stand in an exam, in order; those that cannot are left out.

    Arrows, semicolons and full stops outside brackets end a clause; examples, hints in brackets and page references
    are left out.
    """
    return tuple(clause for part in _parts(text) if (clause := clean_clause(part)))


def clean_clause(text: str) -> str:
    """Return one clause without asides, shorthand and connectives; empty when what is left cannot be shown."""
    told = _without_asides(_ARTICLE_OF_LAW.sub("", text))
    if _AT_PAGES.search(told) or any(found[0] not in told for found in _CONDITION.finditer(text)):
        return ""
    plain = _EXAMPLE.sub("", _without_pages(told))
    plain = written_out(plain)
    plain = _SLASHED.sub(_without_slash, plain)
    plain = SIGN.sub("", plain.strip())
    plain = _NOTICE.sub(lambda found: found[1].upper() if found[0][0].isupper() else found[1], plain)
    plain = _CONNECTIVE.sub("", _BY_TURN.sub(" ", plain).strip())
    plain = re.sub(r"(?<=[a-zà-ÿ])\s\+\s(?=[^+]*\s\+\s[a-zà-ÿ])", ", ", plain)
    plain = re.sub(r"(?<=[a-zà-ÿ])\s\+\s([a-zà-ÿ]+)", _joined, plain)
    plain = re.sub(r"\s+", " ", plain)
    plain = _LAST_AIM.sub(r"\1 e ", plain)
    plain = _HAS_TO.sub(lambda found: "deve" if found[0].startswith("tem") else "devem", plain)
    plain = re.sub(r"\s+([,.;:])(?=\s|$)", r"\1", plain).strip(" ,.;:")
    plain = re.sub(r"^[–—-]+\s*|\s+[–—-]+$", "", plain).strip(" ,.;:")
    return plain if is_presentable(plain) else ""


def begins_with_dot(text: str) -> bool:
    """True for ".odt", which no sentence shows as it is."""
    return re.match(r"\s*\.\w", text) is not None


def definition_of(clause: str) -> str:
    """Return a defining clause without "trata-se de" and the like in front, nor what illustrates it behind."""
    told = _IT_IS.sub("", clause, count=1)
    behind = re.search(r"\s\(([^()]*)\)$", told)
    named = behind and re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}", behind[1]) and not is_dictionary_word(behind[1])
    dropped = behind and (named or ("não " not in told and _illustrates(behind[1])))  # named: "(Tanenbaum)"
    return told[: behind.start()] if behind and dropped else told


def is_presentable(text: str) -> bool:
    """True for words without signs of Markdown or shorthand, brackets paired, not ending in the middle."""
    if not text or len(text) > LONGEST_CLAUSE or not is_balanced(text):
        return False
    if _FORBIDDEN.search(text) or _INFORMAL.search(text):
        return False
    if any(fold(found[0]) not in lexicon.NOUNS for found in _ABBREVIATION.finditer(text)):
        return False
    last = re.search(r"([^\W_]+)\W*$", text)
    if last is None or text.startswith((",", ".", ";", ")", "(", "-")):
        return False
    if re.search(r"\b(?:por|de|d[oa]|com|para|e) [A-WYZ]$|[a-zà-ÿ] x [a-zà-ÿ]|\b[a-z]\. [a-zà-ÿ]", text):
        return False  # "criadas por D. | João III", "poda seca x poda verde", "em a+b. so em b …"
    acronym = last[1].isupper() and len(last[1]) > 1  # "NAS"
    return acronym or not text.endswith(last[1]) or last[1].casefold() not in _DANGLING


def is_balanced(text: str) -> bool:
    """True when every bracket and quote that opens is closed, in order."""
    stack: list[str] = []
    for char in text:
        if char in _OPEN:
            stack.append(_CLOSE[_OPEN.index(char)])
        elif char in _CLOSE and (not stack or stack.pop() != char):
            return False
    return not stack and text.count('"') % 2 == 0


@lru_cache(maxsize=1 << 14)
def name_of(label: str) -> str:
    """Return a term as it is shown: "VDI (Virtual Desktop Infrastructure)", "tipo 1 (baremetal, nativo)".

    Empty when the label cannot be a name.
    """
    if re.match(r"[*`]*[.@]\w|\d+ [A-Z]{3,}", label):
        return ""  # ".gitignore", "`@property`", "9 SIGKILL"
    label = re.sub(r"\s*\((?:[^\w\s()]+\w*|[a-z])\)", "", _PICTURE.sub("", label))  # "tabela local (#t)"
    plain = re.sub(r"\s+", " ", _LIST_NUMBER.sub("", _without_pages(label).strip())).strip(" .:;,–—-")
    plain = _NO_PART_OF_NAME.sub("", _ARTICLE.sub("", plain))
    plain = re.sub(r"^[A-Z]\s+[-–—]\s+(?=\w)", "", plain)  # "S - Soft state"
    plain = _SECOND_ACRONYM.sub(lambda found: found[1] if _is_same_acronym(*found.groups()) else found[0], plain)
    dashed = re.match(r"^(\S{2,8})\s+[-–—]\s+(.+)$", plain) or _spelled_beside(plain)
    if dashed and re.match(r"[^()]*(?:\([^()]*\)[^()]*)?$", dashed[2]):
        plain = f"{dashed[1]} ({_PARENTHESIS.sub('', dashed[2]).strip()})"
    elif "," in plain and "(" not in plain:
        first, *others = [part.strip() for part in re.split(r",(?!\d)", plain)]  # not "2,5G"
        enumerated = bool(others) and re.search(r"\s(?:e|and)\s", others[-1])  # "Kanban, XP and DevOps"
        aliases = bool(others) and len(others) <= 3 and not enumerated and all(map(_is_alias, others))
        plain = f"{first} ({', '.join(others)})" if aliases else plain
    plain = _CITED.sub("", with_aliases(written_out(plain)))
    if re.search(r"\w\(|;", plain):
        return ""  # "remoção O(h)", "mandato escrito; urgência"
    short = 0 < len(plain.split()) <= 9 and len(plain) <= 70
    return plain if short and is_presentable(plain) and not _LIST_NUMBER.match(plain) else ""


def _is_same_acronym(one: str, other: str) -> bool:
    """True for "IC/CI" and "Service Level Agreement/ANS", one thing in two languages; not for "TCP/IP"."""
    return not one.isupper() or sorted(one) == sorted(other)


def _spelled_beside(name: str) -> re.Match[str] | None:
    """Return the parts of "RUP rational unified process": an acronym and right behind it what it stands for."""
    found = re.match(r"^([A-Z][A-Za-z]*[A-Z]) ([^\W\d_][^(),/]+)$", name)
    said = [word for word in found[2].split() if word not in PREPOSITIONS] if found else []
    initials = fold("".join(word[0] for word in said))
    return found if found and initials == fold(found[1]) else None


def _joined(match: re.Match[str]) -> str:
    """Return " e objeto" for " + objeto"; " + longa", which means "mais", as it is."""
    if language_of(match.string) == "en":
        return f" and {match[1]}"
    noun = fold(match[1]).rstrip("s") in lexicon.NOUNS or fold(match[1]).endswith((*lexicon.ACT_ENDINGS, "oes", "es"))
    return f" e {match[1]}" if noun or fold(match[1]) in lexicon.NOUNS else match[0]


def _without_slash(match: re.Match[str]) -> str:
    """Return "aparência ou assinatura"; "arquitetura cliente/servidor" as it is."""
    before = re.search(r"([^\W\d_]+)\s$", match.string[: match.start()])
    kind = fold(before[1]) if before else ""
    one, other = map(accented, match.groups())
    if kind in lexicon.KINDS | _PAIRING or not all(is_dictionary_word(word, ("pt",)) for word in (one, other)):
        return match[0]  # "modelo requisição/resposta", "publish/subscribe"
    return f"{one}/{other}" if all(fold(word) in lexicon.NOUNS for word in (one, other, kind)) else f"{one} ou {other}"


def _is_alias(piece: str) -> bool:
    """True for one to three words between commas that may name the thing again; not for "em cinco partes"."""
    return 0 < len(piece.split()) <= 3 and " e " not in piece and not piece.startswith(("em ", "por ", "de "))


def _are_aliases(names: Sequence[str]) -> bool:
    """True for "erro", "engano", "mistake", names of one thing; not for "TCP", "IP" or "push", "fetch"."""
    written = all(re.fullmatch(r"[^\W\d_][\w .-]+", name) for name in names) and len(names) > 1
    if any(
        re.search(r"(?:^|\w )[A-Z]{2,}$", one) and re.match(r"[A-Z]{2,}\b", other) for one, other in pairwise(names)
    ):
        return False  # "arquitetura ANSI/SPARC de três níveis", "TCP/IP networking"
    last = [fold((name.split() or [""])[-1]) for name in names]
    foreign = not any(name in lexicon.NOUNS or re.search(r"(?:[ao]|[aeo]l|or|ar|em)s?$", name) for name in last)
    pair = foreign or (len(names) == 2 and len(names[1].split()) == 1 and all(map(_names_something, last)))
    return written and not pair and any(re.search(r"[a-zà-ÿ]{2}", name) for name in names)


def is_numeral(label: str) -> bool:
    """True for what numbers an item of a law and names nothing: "XI", "inciso IV", "§ 2º"."""
    return _NUMERAL.fullmatch(label.strip(" *")) is not None


def _names_something(folded: str) -> bool:
    return folded in lexicon.NOUNS or folded.endswith(lexicon.ACT_ENDINGS)


def without_article(text: str) -> str:
    """Return a definition without the article before it."""
    told = re.match(r"the (?:[\w-]+ ){1,2}[a-z]+[^su\W]s (?:an?|the) ", text)  # "the inner part holds the clay"
    if not told and (english := re.match(r"(?:an|the)\s|a\s(?=\w+\s(?:of|that|which|in|on|for|to)\b)", text)):
        return text[english.end() :]
    counted = re.match(r"uma?\s[^,]*\se\s(?:uma?|vári[oa]s|outr[oa]|dois|duas)\b", text)  # "um débito e um crédito"
    listed = re.match(r"[oa]s? [^,]+, [oa]s? [^,]+ e [oa]s? ", text)  # "os benefícios, a utilidade e a importância"
    return text if counted or listed else re.sub(r"^(?:os?|as?|uma?s?|uns)\s+(?!ou\b)", "", text)


def with_aliases(name: str) -> str:
    """Return "erro (engano, mistake)" for "erro/engano/mistake"."""
    first, *others = [part.strip() for part in name.split("/")]
    if re.fullmatch(r"[a-zà-ÿ]+s/[a-zà-ÿ]+s", name):
        return name.replace("/", " ou ")  # "elementos/requisitos"
    if _OF_SEVERAL.match(first) and len(others) > 1 and not any(" " in other for other in others):
        return f"{', '.join((first, *others[:-1]))} e {others[-1]}"  # "datas de criação/uso/venda"
    return f"{first} ({', '.join(others)})" if "(" not in name and _are_aliases([first, *others]) else name


def main_name(term: str) -> str:
    """Return a shown term without its bracket."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", term)


def without_glosses(names: Sequence[str]) -> tuple[str, ...]:
    """Return names without what the student wrote behind them in brackets: "leniência (bonzinho)".

    Another name stays, "disponibilidade (availability)", but beside several that are explained; and so does what alone
    tells two names apart.
    """
    asides = [name.removeprefix(main_name(name)) for name in names]
    several = sum(map(_is_gloss, asides)) > 1
    glossed = [_is_gloss(aside) or (several and aside.islower()) for aside in asides]
    plain = tuple(main_name(name) if gloss else name for name, gloss in zip(names, glossed, strict=True))
    return plain if len(set(plain)) == len(set(names)) else tuple(names)


def _is_gloss(aside: str) -> bool:
    written = re.findall(r"[^\W\d_]+", aside)
    if re.fullmatch(r"\s*\(\d+\)", aside):
        return True  # how many there are of each: "iniciação (2)"
    return len(written) > 0 and all(is_dictionary_word(word, ("pt",)) for word in written) and aside.islower()


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return a name for comparison: folded, without spaces, hyphens, articles; "bare metal" is "baremetal"."""
    return re.sub(r"[^a-z0-9+#]", "", fold(_ARTICLE.sub("", name.strip())))


def outside_brackets(text: str) -> Iterator[int]:
    """Yield the offsets of `text` outside brackets and quotes."""
    depth, quoted = 0, False
    paired = text.count('"') % 2 == 0  # 19" is a size
    for at, char in enumerate(text):
        if char == '"' and paired:
            quoted = not quoted
        elif char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and not quoted:
            yield at


def _parts(text: str) -> Iterator[str]:
    """Yield the pieces between arrows, semicolons and full stops outside brackets."""
    outside = set(outside_brackets(text))
    start = 0
    for match in re.finditer(rf"{_ARROW.pattern}|;|(?:(?<!\b[A-Za-z])|(?<=[°º][A-Z]))\.(?=\s|$)", text):
        shortened = match[0] == "." and _is_shortened(text[: match.start()], text[match.end() :])
        if match.start() in outside and match.end() > start and not shortened:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _is_shortened(before: str, after: str) -> bool:
    """True for a full stop behind a word cut short: "sala de telecom. e equipamentos", "ger. de incidentes"."""
    last = re.search(r"[a-zà-ÿ]{4,}$", before)
    unknown = last is not None and re.match(r"\s+[a-zà-ÿ]", after) and not is_dictionary_word(last[0], ("pt",))
    return bool(unknown) or _SHORTENED.search(before) is not None


def _without_asides(text: str) -> str:
    """Return `text` without the brackets that hold hints, examples, judgements ("inseguro") or more than five words."""

    def keep(match: re.Match[str]) -> str:
        inner = match[1]
        sentence = any(map(is_verb_form, inner.split()[1:])) and len(inner.split()) > _SHORTEST_SENTENCE
        hint = (
            sentence
            or _HINT.search(inner)
            or _ILLUSTRATES.match(inner)
            or len(inner.split()) > 5
            or re.fullmatch(r"\d+(?:, \d+)+", inner)
            or _ATTRIBUTES.fullmatch(inner)
            or _REMARKS.fullmatch(inner)
        )
        return "" if hint or is_bare_adjective(inner) else match[0]

    previous = None
    while previous != text:
        previous, text = text, _PARENTHESIS.sub(keep, text)
    return text


def _illustrates(inner: str) -> bool:
    """True for a Portuguese noun or two in brackets at the end: "termo de sentido mais amplo (animal, planta)"."""
    said = re.findall(r"[^\W\d_]+", inner)
    plain = re.fullmatch(r"[a-zà-ÿ, /]+", inner) is not None and not _RESTRICTING & set(said)
    return plain and all(is_dictionary_word(word, ("pt",)) for word in said)


def tells_of_pages(text: str) -> bool:
    """True for "cap. 13 tem os exercícios", whose subject is a page reference."""
    return _PAGES.match(text) is not None


def _without_pages(text: str) -> str:
    """Return `text` without page references."""
    return _PAGES.sub("", text)
