"""Makes a true sentence false by changing one thing: a property turned round, a "não" taken out, a number."""

import re
from collections.abc import Iterator

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.nouns import capitalized, contract
from tutor.practice.grammar.verbs import (
    ARTICLES,
    PREPOSITIONS,
    SUBORDINATORS,
    first_word,
    is_infinitive,
    is_verb_form,
    last_word,
    words,
)
from tutor.practice.grammar.wording import name_key, outside_brackets
from tutor.practice.reading.knowledge import Fact
from tutor.practice.reading.sentences import OPENING
from tutor.types import Change

_HEDGED = re.compile(
    r"\b(?:na maioria|em muitos casos|pode\w*|poderia\w*|às vezes|geralmente|normalmente|tipicamente|em geral|em regra"
    r"|algumas?|alguns|cerca de|aproximadamente|quase|possivelmente|talvez|costuma\w*|apenas|só|somente|exceto|salvo"
    r"|ressalvad[oa]s?|inclusive|mas)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:na maioria|em muitos casos|(?<!não )pode\w*|poderia\w*|às vezes|geralmente|normalmente|tipicamente|em geral"
    r"|algumas?|alguns|cerca de|aproximadamente|quase|possivelmente|talvez|costuma\w*"
    r"|apenas|só|somente|inclusive|mas)\b",
    re.IGNORECASE,
)
"""What leaves it open whether the reverse of a denial is false: an exception does not, "não se aplica, salvo …"."""
_OPPOSITES: dict[str, str] = {}
for _one, _other in (*lexicon.OPPOSITES, *lexicon.ONE_WAY_OPPOSITES):
    _OPPOSITES.setdefault(_one, _other)
for _one, _other in lexicon.OPPOSITES:
    turns_back = _other.rstrip("s")[-1] in "oa" or _one.rstrip("s")[-1] not in "oa"  # "prévia / posterior" does not
    if " " not in _other and turns_back:
        _OPPOSITES.setdefault(_other, _one)
del _OPPOSITES["com"]
_OPPOSITES |= {"mais": "menos", "menos": "mais"}
_DENIABLE = frozenset(
    """pode podem precisa precisam necessita necessitam possui possuem admite admitem suporta suportam aceita aceitam
    incide incidem prevalece prevalecem alcança alcançam integra integram acompanha acompanham responde respondem
    protege protegem poderá poderão será serão""".split()
)
_DUTIES = {"deve": "não precisa", "devem": "não precisam"}
_LONGEST_DENIED = 14  # words
_DENIED = re.compile(r"\b(?:não|nem|nenhum\w*|ninguém|nada|jamais|nunca)\b", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    r"^(?:tod[oa]s?|qualquer)\b|\b(?:não|nem|nenhum\w*|ninguém|nada|jamais|que|também|se|cada)\b", re.IGNORECASE
)
"""What a denial would not surely turn round."""
_REASONED = re.compile(
    r"\b(?:de que|enquanto|quando|se|caso|embora|porque|porquanto|pois|(?:já|ainda|uma vez|visto|dado) que)\b[^,]*$"
)
"""How a clause begins that says when or why, up to its verb."""
_LACKS_VERB = re.compile(r", (?:[oa]s?|uma?) [^,]*\b(?:nunca|jamais|não|sim|sempre)$")
"""A clause whose verb is that of the one before it: "pode ser dispensada, a secagem nunca"."""
_EXCEPTION = re.compile(r", (salvo|exceto) (?=(?:se|quando|os?|as?|n[oa]s?|em|por|para)\b)")
_RELATIVE = re.compile(r", (?:[a-zà-ÿ]{1,4} )?(?:que|qua(?:l|is)|cuj[oa]s?|quando|onde)\b")
"""What says of an exception how it differs: "salvo a compra, em que há prazo"."""
_WORD_NUMBERS = {word: at for at, word in enumerate(lexicon.NUMBER_WORDS, start=1) if at > 1} | {"duas": 2}
_NUMBER = re.compile(r"(?<![\w.,/º°-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w,./:-]*\d)(?!\s*[ºª°])")
IDENTIFIER_BEFORE = re.compile(
    r"(?:\b(?:art|arts|artigo|caput d[oe]|lei|decreto|inciso|§|súmula|nº|n\.|versão|windows|tipo|nível|camada|classe"
    r"|raid|ipv|iso|rfc|emenda|resolução|fase|grau|item|capítulo|cap|página|p|slide|figura|tabela|século)\.?\s*|[A-Z]\w*\s+)$"
)
"""What stands before a number that is part of a name: "art. 5", "SIRGAS 2000"."""
_FITS_BEFORE = {
    "garante": r"\s+que\b",
    **dict.fromkeys(("exige", "exigem"), r"\s+(?!que\b|\d|.*\bsem\b)"),
    **dict.fromkeys(("mínimo", "máximo"), r"(?!\s+(?:necessári|possíve))"),
    "sem": r"\s+(?!que\b|necessidade\b|precisar\b|\w+[aei]r\b|\w+[áêí]-|\w*por\b)[^\W\d_]{4,}",
    **dict.fromkeys(("mais", "menos"), r"\s+[^\W\d_]{3,}\s+(?:do\s+)?que\b"),
    **dict.fromkeys(("acima", "abaixo", "antes", "depois"), r"\s+d[aeo]s?\b(?! (?:algum|certo|um)\b)"),
}
"""What must stand behind some words for their opposite to fit in their place."""
_GLOSS = re.compile(r"\s?(?:[^\s,;()]+\s){0,2}\([^()]*[a-zà-ÿ]{3,}")
"""What says again in brackets what stands before them: "sem estado (stateless)"."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_BOUND = re.compile(r"\bvai (?:até|de \d+ a) (\d+)\b")
"""The end of a scale, beyond which no number on it makes sense."""
_ROUGHLY = re.compile(r"\b(?:cerca|perto|torno|volta|mais|menos) de\s+$|\b(?:aproximadamente|quase)\s+$", re.IGNORECASE)
_TIMED = re.compile(r" (?:dias|horas|minutos|meses|bits)\b")
"""What is doubled or halved, as terms are: 24 hours are 48, not 26."""
_WORD = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"\b(?:dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez)\b(?=\s+[^\W\d_]{3,}s\b)")
_BETTER = frozenset("melhor pior melhores piores".split())
_HAVING = frozenset("tem têm apresenta apresentam oferece oferecem possui possuem garante com".split())
"""What stands before a degree of what a thing has: "tem melhor desempenho"."""
_FIXED = re.compile(r"alt[oa] (?:direção|administração|gestão|cúpula|liderança|comando|escalão)\b")
_IMPROVES = re.compile(
    r"(?:aument|melhor|garant|assegur|elev|maximiz)[a-zà-ÿ]+ (?:(?:[oa]s?|sua|maior|mais|alta) )?"
    r"(?:qualidade|segurança|eficácia|eficiência|desempenho)\b"
)
"""What nobody would believe of the contrary: "planeja formas de diminuir a qualidade"."""
_REACHED = re.compile(r"\sa (?:uma?\s|[a-zà-ÿ]+[aei]r\b)")
"""What something comes to: "reduz a lista a um único valor" and "autoriza o dono a vender" have no opposite."""
_JOINS = frozenset("e mas porém contudo embora ou nem ainda".split())
_COPULAS = frozenset("é são está estão fica ficam tem têm há possui possuem exige exigem".split())
_DAY_OF_MONTH = re.compile(r"\s+de\s+(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)")
_FIRST_YEAR, _LAST_YEAR = 1400, 2100
_COUNTED = re.compile(r"\s*(?:%|[^\W\d_]{2,})")


def inversions(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence with one property turned into its opposite, and what was changed.

    None of a denial: "não é unilateral" and "não é bilateral" may both be true.
    """
    text = fact.text
    denied = {fold(word) for word in _DENIED.findall(text)}
    if _HEDGED.search(text) or denied - {"nunca"} or ", o que " in text:
        return  # "impede o acesso, o que protege a conta"
    told = _told_from(text)
    present = {fold(word) for word in words(text)}
    outside = set(outside_brackets(text))
    for match in (found for found in _WORD.finditer(text, told) if found.start() in outside):
        word = match[0]
        opposite = _OPPOSITES.get(word)
        if (
            opposite is None
            or (denied and word != "nunca")
            or (fold(opposite.split()[-1]) in present and not opposite.startswith("não "))
        ):
            continue
        if (
            _is_listed(text, match)
            or _in_name(word, fact)
            or _GLOSS.match(text, match.end())
            or _IMPROVES.match(text, match.start())
            or not _fits(text, match, word)
            or len(re.findall(rf"\b{word}\b", text)) > 1
            or (is_verb_form(word) and (_goes_on(text[match.end() :]) or text.startswith(" que ", match.end())))
        ):
            continue
        start = match.start()
        before = word
        changed = text[:start] + opposite + text[match.end() :]
        reason = f"as notas dizem “{before}”, e não “{opposite}”"
        yield changed, Change(before, opposite, reason)


def negations(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence without its "não"."""
    text = fact.text
    if _DOUBTED.search(text):
        return
    if re.search(r"\b(?:ou não|nem|nenhum\w*|ninguém|nada|jamais|nunca|senão)\b", text):
        return
    found = list(re.finditer(r"\b([Nn])(?:ão|ÃO)\s+((?:se\s+)?[^\s,.;]+)", text))
    if len(found) == 1 and is_verb_form(found[0][2].split()[-1]):
        match = found[0]
        if _REASONED.search(text[: match.start()]):
            return  # "garantia de que a informação não foi alterada", "enquanto não há solução"
        if ":" in text[match.end() :] or _GLOSS.match(text, match.end()):
            return  # "não nega todos os princípios: conserva o mérito"
        if match[2] in {"tem", "têm"} and text.startswith("De acordo com"):
            return  # what a principle rules out is not what it says that there is
        contrasted = _goes_on_behind_comma(text[match.end() :]) or re.search(
            r"\b(?:mas|e|ainda) $", text[: match.start()]
        )
        contrasted = contrasted or re.search(r"\b(?:e|mas) sim\b|, quem\b", text)
        if contrasted or is_spliced(text[: match.start()]) or re.match(r"\s+mais\b", text[match.end() :]):
            return  # "não é de teste, e sim de projeto", "não é mais ciclo de vida", "seca o vaso, não é poda"
        after = _without_proclisis(match[2]) if not match.start() else match[2]
        changed = text[: match.start()] + after + text[match.end() :]
        yield changed, Change(match[0], after, "as notas negam o que o item afirma")


def _goes_on_behind_comma(told: str) -> bool:
    """True where a comma adds another clause to a denial, mostly why it is so: "não serve, é rápido demais"."""
    _, *behind = told.split(", ")
    apart = [words(piece) for piece in behind if first_word(piece) not in SUBORDINATORS | PREPOSITIONS - {"a"}]
    return any(map(is_verb_form, (word for piece in apart for word in piece)))


def is_spliced(told: str) -> bool:
    """True where a comma alone joins a denial to the clause before it: "foca em arquivos, no Linux (não serve)"."""
    head, comma, tail = told.rpartition(", ")
    joined = first_word(tail) in SUBORDINATORS | _JOINS or {"que", *SUBORDINATORS} & set(words(head.lower()))
    return bool(comma) and not joined and any(map(is_verb_form, words(head)))


def _without_proclisis(verb: str) -> str:
    """Return "Separa-se" for the "se separa" that a denial leaves where a sentence begins."""
    return capitalized(re.sub(r"^se (\S+)$", r"\1-se", verb))


def denials(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence with its verb denied, where that is one that boards deny: "não precisa de …"."""
    text = fact.text
    start = _told_from(text)
    verb = _WORD.match(text, start)
    subject, told = text[:start], text[start:]
    if not start or verb is None or _HEDGED.search(subject + told[len(verb[0]) :]):
        return
    modal = verb[0].startswith("pod")
    if _goes_on(told) or " e " in told:
        return  # "acompanha o nome e o caracteriza"; "precisa de vaso e terra" would be one of them or both
    if _LACKS_VERB.search(text):
        return
    if text.count(",") > modal or " ou " in text or len(words(told)) > _LONGEST_DENIED or _LEFT_OPEN.search(text):
        return
    duty = _DUTIES.get(verb[0])
    if duty or verb[0] in _DENIABLE:
        denied = duty or f"não {verb[0]}"
        yield f"{subject}{denied}{told[len(verb[0]) :]}", Change(verb[0], denied, "as notas afirmam o que o item nega")


def _goes_on(told: str) -> bool:
    """True where a second verb is said of the same subject: "autoriza o projeto e dá poder ao gerente"."""
    joined = re.search(r"\se (?:(?:o|a|os|as|se|lhe) )?(\w+)", told)
    return joined is not None and is_verb_form(joined[1])


def exceptions(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence with what it excepts taken in: "salvo os casos de …" as "inclusive os casos de …"."""
    found = list(_EXCEPTION.finditer(fact.text))
    if len(found) == 1 and not (_RELATIVE.search(fact.text, found[0].end()) or _DENIED.search(fact.text)):
        start, excepted = found[0].start(1), fact.text[found[0].end(1) :].lstrip()
        placed = re.match(r"[oa]s? (?!(?:d[eoa]s?|que) )", excepted)  # "salvo os domingos", not "salvo a do dono"
        changed = f"{fact.text[:start]}inclusive {contract('em', excepted) if placed else excepted}"
        yield changed, Change(found[0][1], "inclusive", "as notas fazem a exceção que o item nega")


def universals(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence with "nem todo" for its "todo", where nothing else leaves that open."""
    found = re.match(r"(Tod[oa]s?) (?!que\b|aquel)", fact.text)
    if found and not _DENIED.search(fact.text) and not _HEDGED.search(fact.text):
        denied = f"Nem {found[1].lower()}"
        yield denied + fact.text[len(found[1]) :], Change(found[1], denied, "as notas não fazem exceção")


def renumberings(fact: Fact) -> Iterator[tuple[str, Change]]:
    """Yield the sentence with one number changed."""
    text = fact.text
    if re.search(r"\d%?\s+(?:d[eoa]s?|a|até|entre|ou)\s+\d|\bentre \d+ e \d", text):
        return  # "2 dos 3" would be "4 dos 3"
    told = _told_from(text)
    numbers = {match[0] for match in _NUMBER.finditer(text)}
    quoted = {at for found in _QUOTED.finditer(text) for at in range(*found.span())}
    for match in _NUMBER.finditer(text):
        once = match[1] != "1" and _is_told_once(match[1], text)  # "1 ano" would be "3 ano"
        denied = re.search(r"\b(?:não|nem|nunca) $", text[: match.start()])
        if (
            match.start() < told
            or match.start() in quoted
            or denied
            or not _is_quantity(text, match)
            or _in_name(match[0], fact)
            or not once
        ):
            continue
        if _lists(text, int(match[1].replace(".", ""))):
            continue
        bounds = [int(bound) for bound in _BOUND.findall(text)]
        most = 99 if text[match.end() :].lstrip().startswith("%") else min(bounds, default=None)
        timed = len(match[1]) > 1 and int(match[1].replace(".", "")) % 20 and _TIMED.match(text, match.end())
        rough = timed or _ROUGHLY.search(text[: match.start()])
        other = _other_number(match[1], numbers, most=most, rough=bool(rough))
        if other:
            changed = text[: match.start(1)] + other + text[match.end(1) :]
            yield changed, Change(match[1], other, f"o número nas notas é {match[1]}, e não {other}")
    for match in _COUNT.finditer(text, told):
        if match.start() in quoted or text[: match.start()].endswith("entre ") or not _is_told_once(match[0], text):
            continue  # "o intervalo entre duas passagens"
        value = _WORD_NUMBERS[match[0]]
        other = _number_word(value + (1 if value % 2 else 2) if value < 9 else value - 2, match[0], text[match.end() :])
        if other and not _in_name(match[0], fact) and not _lists(text, value):
            changed = text[: match.start()] + other + text[match.end() :]
            yield changed, Change(match[0], other, f"o número nas notas é {match[0]}, e não {other}")


def _is_told_once(number: str, text: str) -> bool:
    """True unless a sentence has a number twice, of which one would tell that the other is changed."""
    return len(re.findall(rf"(?<![\w.,]){re.escape(number)}(?!\w)", text)) == 1


def _told_from(text: str) -> int:
    """Return where a sentence begins to say something of its subject: of another one the notes say nothing."""
    opening = OPENING.match(text)
    found = _WORD.finditer(text, opening.end() if opening else 0)
    return next((match.start() for match in found if is_verb_form(match[0])), len(text))


def _lists(text: str, count: int) -> bool:
    """True for a sentence that may name as many things as it counts: "Ana, Bia e Leo são os três sócios"."""
    return 1 < count <= 1 + len(re.findall(r",\s|\s(?:e|ou)\s", text))


def _is_quantity(text: str, match: re.Match[str]) -> bool:
    """True for a number that counts or measures, or a year that tells when; not for one that is part of a name."""
    before, after = text[: match.start()], text[match.end() :]
    if (
        not before
        or before.count("(") > before.count(")")
        or ("." in match[1] and re.search(r"\b(?:[ao]|à|[dn][ao]|pel[ao])\s+$", before))
    ):
        return False  # "5 GHz tem menor alcance", "aplica-se a 9.784"
    if _is_year(text, match):
        return True
    looks_like_year = len(match[1]) == 4 and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR
    if looks_like_year or _DAY_OF_MONTH.match(after) or IDENTIFIER_BEFORE.search(before):
        return False
    return bool(_COUNTED.match(after) or re.search(r"\bporta(?:\s+\w+)?\s+$", before))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """True for a year that tells when: "em 1937", "de novembro de 1889"."""
    before = re.search(
        r"(?:\bem|(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|bro)\s+de)\s+$", text[: match.start()]
    )
    return bool(before) and len(match[1]) == 4 and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR


def _in_name(word: str, fact: Fact) -> bool:
    """True when the word is part of the name of what the sentence is about."""
    return any(name_key(word) in name for name in fact.about)


def _is_listed(text: str, match: re.Match[str]) -> bool:
    """True when the word stands in a later item of an enumeration, where its opposite says little."""
    return text.count(",") >= 2 and "," in text[: match.start()]


def _fits(text: str, match: re.Match[str], word: str) -> bool:
    """True when the opposite of `word` makes a sentence in the same place."""
    before = text[: match.start()].rstrip()
    after = text[match.end() :]
    if (
        _FIXED.match(text, match.start())
        or (word in _BETTER and last_word(before) not in _HAVING)
        or before.endswith(("ainda", " já", "em voz", "excessivamente"))
        or (re.search(r"\bos?$", before) and word.endswith("a"))
    ):
        return False  # "ainda sem correção", "liga-se ao receptor e o ativa"
    if word in _FITS_BEFORE and not before.endswith(" ou"):
        return re.match(_FITS_BEFORE[word], after) is not None
    if word in {"sempre", "nunca"}:
        return is_verb_form(first_word(after))
    following = first_word(after)
    if re.match(r"\s+não\b", after) or (
        word in {"permite", "permitem"} and (following == "que" or is_infinitive(following))
    ):
        return False
    acts = word in lexicon.ADJECTIVES and following in ARTICLES  # "enquanto baixa o arquivo"
    if (
        acts
        or (is_verb_form(word) and _REACHED.search(after))
        or re.match(r"\s+(?:\w+mente\s+)?(?:a|à|ao|às|aos)\b", after)
        or _is_adverbial(before, word)
        or _is_named(before, word, after)
    ):
        return False
    return not re.search(r"\b(?:e|ou)$|[/,-]$", before) and not re.match(r"\s*(?:/|-\w|(?:e|ou)\s)", after)


def _is_named(before: str, word: str, after: str) -> bool:
    """True for an adjective that is a noun there: "rotatividade de pessoal", "os dependentes são avisados"."""
    previous, following = last_word(before).lower(), first_word(after)
    ends = not re.match(r"\s+\w", after) or following in PREPOSITIONS | SUBORDINATORS or is_verb_form(following)
    return ends and word in lexicon.ADJECTIVES and previous in ARTICLES | PREPOSITIONS


def _is_adverbial(before: str, word: str) -> bool:
    """True for an adjective that tells how: "roda direto sobre o IP", "o mais rápido possível"."""
    previous = last_word(before)
    told = is_verb_form(previous) and previous not in _COPULAS and not (is_verb_form(word) or is_infinitive(word))
    return told or re.search(r"\b[oa]s? (?:mais|menos)$", before) is not None


def _other_number(written: str, present: set[str], *, most: int | None, rough: bool) -> str:
    """Return a number of the same kind, `most` at most, that does not stand in the sentence; far off a `rough` one."""
    value = int(written.replace(".", ""))
    if rough:
        candidates = [value * 2, value // 2]
    elif "." in written:
        candidates = [value * 2, value + 1000]
    elif value >= 1000 and len(written) == 4:
        candidates = [value - 3, value + 4] if _FIRST_YEAR <= value <= _LAST_YEAR else [value + 111, value - 111]
    elif value % 10 == 0 and value >= 20:
        candidates = [value + value // 2 // 10 * 10 or value + 10, value * 2]
    elif value & (value - 1) == 0 and value >= 8:
        candidates = [value * 2, value // 2]
    else:
        candidates = [value + 2, value + 1, value + 3]
    for other in candidates if rough else (*candidates, value - 10, value - 5):
        shown = f"{other:,}".replace(",", ".") if "." in written else str(other)
        if other != value and 0 < other <= (most or other) and shown not in present:
            return shown
    return ""


def _number_word(value: int, written: str, after: str) -> str:
    word = lexicon.NUMBER_WORDS[value - 1] if 1 < value <= len(lexicon.NUMBER_WORDS) else ""
    if word == "dois":
        return "duas" if written == "duas" else ""
    return word
