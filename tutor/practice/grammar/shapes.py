"""What a phrase of the notes is, so that a sentence can be built with it.

Where the form is not sure it is `Shape.OTHER`, and the writer takes wording that fits any form.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import capitalized, is_plural
from tutor.practice.grammar.phrases import is_noun_phrase
from tutor.practice.grammar.verbs import (
    ARTICLES,
    BEFORE_VERBS,
    IMPERSONAL_ADJECTIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    SUBORDINATORS,
    first_word,
    is_impersonal,
    is_infinitive,
    is_participle,
    is_plural_verb,
    is_predicative,
    is_verb_form,
    main_verb_of,
    may_be_conjugated,
    words,
)

_ORDINALS = frozenset("primeiro primeira primeiros primeiras último última últimos últimas segundo segunda".split())
_AGO = re.compile(r"\bhá\s+(?:mais|menos|cerca|pelo|até|um|uma|\d)", re.IGNORECASE)
_ADVERBS = frozenset("além através apesar acima abaixo dentro fora perto cerca junto antes depois".split())
_VAGUE = frozenset("bem algo alguém aquilo muito tudo".split())
TAKES_NO_OBJECT = frozenset(
    """é são está estão fica existe ocorre surge nasce depende independe pertence consiste serve atua opera
    roda funciona incide decorre alterna desce sobe vai vem cabe resulta age corresponde equivale difere varia
    prescreve recai versa trata visa leva conduz passa parte começa termina inicia acaba evolui migra converge
    aponta resiste responde participa contribui colabora concorre vale dura trabalha vive circula trafega
    reside reage recorre opta aplica baseia retorna volta deriva entra sai chega cresce diminui aumenta""".split()
)
"""Verbs that a preposition may follow at once; of any other, what is acted on stands outside the clause."""
_TAKES_CLAUSE = frozenset(
    """afirma assegura assume avisa comprova confirma considera declara define demonstra determina diz entende espera
    estabelece estipula evidencia evita exige faz fixa garante impede implica impõe indica informa manda mostra obriga
    oculta ordena pede permite prescreve pressupõe prevê proíbe prova quer recomenda reconhece revela requer sabe
    significa sinaliza solicita sugere supõe tem testa veda verifica é""".split()
)
_TAKES_OBJECT = frozenset(
    """altera apaga armazena atualiza bloqueia calcula cancela cobra copia cria descarta desfaz emite envia executa
    exclui grava guarda libera modifica recebe registra remove repete suspende transfere transmite troca usa
    valida""".split()
)
_ACTS_ON_ADJECTIVE = re.compile(r"(?:não |só )?([a-zà-ÿ]+) ([a-zà-ÿ]+as?)(?=$|,| (?:e|ou) (?!\w+mente))")
"""A verb whose object lacks its noun: "permite suja e fantasma"."""
_COPULAS = frozenset(
    "é está fica torna permanece mantém continua parece deixa considera chega nasce são estão ficam".split()
)
_HOW_ONLY = frozenset("só somente apenas direto diretamente sempre".split())
_EACH = re.compile(r"uma? (?:\S+ por \S+(?: [^\s,]+)?(?:,|$)|[^,]* (?:para|por) cada\s|(?:só|únic[oa])\s)")
"""How many there are of a thing, not what it is: "um agente por nó", "um só modo de luz"."""
_ADJUNCTS = frozenset("à ao com em para por no na nos nas pelo pela pelos pelas sem via junto".split())
_HOW_MANY = re.compile(r"quant[oa]s?$")
_ONLY = frozenset({"só", "somente", "apenas"})
_ONE = frozenset({"um", "uma"})
_ANY = frozenset({"qualquer", "todo", "toda"})
_NEVER_BEFORE_VERBS = PREPOSITIONS | frozenset("o os as e ou".split())
_AGENTS = frozenset("por pelo pela pelos pelas de ao à aos às".split())
_TOWARDS = frozenset("ao à aos às".split())
_DONE = frozenset("paga pagas gasta gastas ganha ganhas aceita aceitas".split())
"""Participles that are third persons too: "quantia paga pelo dono"."""
_DETERMINERS = ARTICLES - {"a"} | frozenset("todo toda todos todas cada se seu sua".split())


class Shape(StrEnum):
    """What a phrase is, as far as it can be told from its words."""

    NOUN = "noun"  # movimentação das VMs de um hypervisor para outro
    DETERMINED = "determined"  # um software que cria VMs
    VERB = "verb"  # permite acesso remoto
    PARTICIPLE = "participle"  # usado para acesso remoto, capaz de
    INFINITIVE = "infinitive"  # combinar servidores
    CLAUSE = "clause"  # cada solução adota estratégias diferentes
    ENGLISH = "english"  # set of consumers that share a topic
    ENGLISH_VERB = "english verb"  # runs processes in order of arrival
    ENGLISH_CLAUSE = "english clause"  # the sender does not wait
    OTHER = "other"


ENGLISH_SHAPES = frozenset({Shape.ENGLISH, Shape.ENGLISH_VERB, Shape.ENGLISH_CLAUSE})


def shape_of(text: str, genders: Genders) -> Shape:
    """Return what the phrase `text` is."""
    parts = [word.casefold() for word in words(text)]
    adverbial = re.match(r"a (?:partir|cada|fim|respeito|depender|menos)\b", text)  # "a partir de 12 anos"
    only = len(parts) > 1 and parts[0] in _ONLY and is_verb_form(parts[1])  # "só pode ser lido"
    if re.match(r"aquel[ea] que \w+", text):
        return Shape.DETERMINED  # "aquele que acompanha a pessoa"
    preposed = parts[:1] == ["a"] and genders.of(" ".join(parts[1:])) == "m"  # "a critério do juiz"
    foreign = parts[:1] == ["a"] and not any(
        is_dictionary_word(word, ("pt",)) for word in parts[1:3]
    )  # "a third party"
    if (
        not parts
        or adverbial
        or preposed
        or foreign
        or not text[0].isalnum()
        or _EACH.match(text)
        or (parts[0] in PRONOUNS | (SUBORDINATORS - {"quem"}) | IMPERSONAL_ADJECTIVES and not only)
        or _may_tell(parts)
        or (parts[0] in _DONE and parts[1:2] == ["se"])  # "aceita se positivo"
    ):
        return Shape.OTHER
    first, second = (*parts, "")[:2]
    if first in BEFORE_VERBS or only:
        return _negated(text, second, genders)
    if begins_with_verb(text):
        return _predicated(text, parts)
    if first in ARTICLES | QUANTIFIERS or _HOW_MANY.match(first) or first == "quem":
        return _determined(text, first, second, genders)
    return _bare(text, second, genders)


def _may_tell(parts: Sequence[str]) -> bool:
    """True for "prova que o documento …": a verb, or a noun and what the document does with it."""
    first, second, third = (*parts, "", "")[:3]
    return first in lexicon.NOUN_OR_VERB & _TAKES_CLAUSE and second == "que" and third in ARTICLES


def begins_with_verb(text: str) -> bool:
    """True when a phrase begins with its verb, the next word deciding where it may be a noun: "busca o próximo"."""
    first, second, third = ([word.casefold() for word in words(text)] + ["", "", ""])[:3]
    if re.match(r"\S+ O\(", text):
        return is_verb_form(first)  # "busca O(1)"
    if is_verb_form(first):
        if second == "que" and is_verb_form(third) and first.rstrip("m") not in _TAKES_CLAUSE:
            return False  # "disciplina que mantém"
        if second in {"e", "ou"} and looks_adjectival(third) and not is_verb_form(third):
            return False  # "efetiva ou potencial"
        described = (
            first.endswith("a")
            and looks_adjectival(second)
            and not (second.endswith("s") or is_participle(second) or is_infinitive(second))
        )
        named = {fold(second), fold(second).removesuffix("s")} & lexicon.NOUNS
        return not (described and not named)  # "disciplina gerencial"
    if first in lexicon.NOUN_OR_VERB and second == "que" and is_verb_form(third):
        return first in _TAKES_CLAUSE  # "prova que é", not "marca que identifica"
    alone = {"só", "apenas", "somente"} if not (is_participle(first) or looks_adjectival(third)) else set()
    follows = _DETERMINERS | alone  # "busca só o próximo", not "escrita só no mestre", "controle só formal"
    feminine = fold(third).endswith(lexicon.FEMININE_ENDINGS) or fold(third) in lexicon.FEMININE
    object_follows = second == "a" and feminine and third not in QUANTIFIERS  # "força a falha", not "a cada passo"
    how = second.endswith("mente") and not is_participle(third)  # not "lista duplamente encadeada"
    whence = re.match(r"\S+ (?:de|em|com|por) (?!que\b)[a-zà-ÿ]+ (?:o|os|as) ", text)  # "conta de fora o que vê"
    several = second.endswith("s") and is_dictionary_word(second.removesuffix("s"), ("pt",))  # "troca símbolos"
    described = looks_adjectival(second) or is_participle(second)
    several = several and not (first.endswith("s") or described or second in PREPOSITIONS)
    return first in lexicon.NOUN_OR_VERB and bool(second in follows or how or object_follows or whence or several)


def lacks_object(parts: Sequence[str]) -> bool:
    """True for "resolve com polimorfismo", "cria ou altera em lote", "grava só quando muda".

    What is resolved stands outside the clause.
    """
    verb, following, second = (*parts[:1], *(word for word in parts[1:] if word not in _HOW_ONLY), "", "", "")[:3]
    if following in {"e", "ou"} and is_verb_form(second) and verb.rstrip("m") not in TAKES_NO_OBJECT:
        return lacks_object(parts[2:])
    act = verb.rstrip("m")
    when = (following == "quando" and act in _TAKES_CLAUSE) or (following in {"quando", "se"} and act in _TAKES_OBJECT)
    alone = verb.rstrip("m") in TAKES_NO_OBJECT or verb.endswith("-se")
    whence = (following, second) == ("a", "partir")
    behind = re.match(r"\S+ em [a-zà-ÿ]+ (?:o|a|os|as) ", " ".join(parts))  # "registra em log as operações"
    return when or ((whence or following in _ADJUNCTS) and not (alone or behind))


def _acts_on_adjective(text: str) -> bool:
    """True for "permite suja e fantasma", whose object lacks its noun."""
    found = _ACTS_ON_ADJECTIVE.match(text)
    verb, word = found.groups() if found else ("", "")
    acts = is_verb_form(verb) and not (is_participle(verb) or verb in _COPULAS)
    return acts and is_bare_adjective(word)


def is_finite(text: str) -> bool:
    """True when `text` has a finite verb in its main clause, as a sentence must."""
    opened = re.sub(r"^(?:[^,]{1,60},\s+)", "", text)
    without_aside = re.sub(r"^([^,]{1,80}),[^,]{1,80},\s", r"\1 ", text)
    first = words(text)[:1]
    begins = bool(first) and is_verb_form(first[0])
    return begins or any(_has_main_verb(part, 0) for part in (text, opened, without_aside))


def tells_of_act(text: str) -> bool:
    """True for "regar quando a terra está úmida só piora": the infinitive is the subject of the last verb."""
    when = re.search(r"\b(?:quando|se|enquanto|onde|porque) ([^,;]+)", text)
    told = when[1] if when else ""
    only = re.search(r"\b(?:só|apenas) ([^\W\d_]+)$", told)
    last = only is not None and may_be_conjugated(only[1]) and any(map(is_verb_form, words(told[: only.start()])))
    return last or _resumes(words(told)) or _acts_on_another(words(text))


def _acts_on_another(parts: Sequence[str]) -> bool:
    """True for "cortar todo galho no verão quebra o tronco": behind an act, a noun that is a verb with its object."""
    loose = PREPOSITIONS | ARTICLES | QUANTIFIERS | SUBORDINATORS
    return any(
        at > 1
        and word in lexicon.NOUN_OR_VERB
        and following in ARTICLES
        and not (before in loose or is_infinitive(before))
        and begins_with_verb(" ".join(parts[at : at + 3]))
        for at, (before, word, following) in enumerate(zip(parts, parts[1:], parts[2:], strict=False), start=1)
    )


def uncapitalized(text: str) -> str:
    """Return a clause that stood at the beginning of a sentence in lower case: "Define a frequência"."""
    first = first_word(text)
    function = first.lower() in ARTICLES | PREPOSITIONS | QUANTIFIERS | BEFORE_VERBS or is_verb_form(first)
    function = function or (is_predicative(first) and not re.match(r"\S+ (?:d[aeo]s? )?[A-ZÀ-Þ]", text))
    return text[:1].lower() + text[1:] if function and first[1:].islower() | (len(first) == 1) else text


def agreeing(subject: str, predicate: str) -> str:
    """Return subject and predicate as a sentence, empty where they differ in number or the verb has another subject."""
    bare = re.sub(r"^(?:o|a|os|as)\s+", "", subject)
    plural = is_plural(bare)
    if plural is None or re.search(r"\s(?:e|ou|x|vs)\s", bare) or is_impersonal(predicate):
        return ""
    return capitalized(f"{subject} {predicate}") if is_plural_verb(main_verb_of(predicate)) == plural else ""


def _predicated(text: str, parts: Sequence[str]) -> Shape:
    """Return the shape of what begins with its verb."""
    if lacks_object(parts) or _acts_on_adjective(text):
        return Shape.OTHER
    return Shape.CLAUSE if is_impersonal(text) else Shape.VERB


def _negated(text: str, second: str, genders: Genders) -> Shape:
    if is_verb_form(second) and (lacks_object(words(text)[1:]) or _acts_on_adjective(text)):
        return Shape.OTHER
    if is_verb_form(second) or second == "se":
        return Shape.CLAUSE if is_impersonal(text) else Shape.VERB
    return shape_of(" ".join(words(text)[1:]), genders) if is_participle(second) else Shape.OTHER


def _determined(text: str, first: str, second: str, genders: Genders) -> Shape:
    """Return the shape of what begins with an article, a quantifier, "quem" or "quanto"."""
    if first == "quem":
        verbs = sum(_is_another_verb(before, word) for before, word in pairwise(words(text)))
        return Shape.CLAUSE if verbs > 1 else Shape.DETERMINED if is_verb_form(second) else Shape.OTHER
    if _HOW_MANY.match(first):
        return Shape.CLAUSE if re.match(r"quanto (?:mais|menos|maior|menor|melhor|pior) [^,]+,", text) else Shape.OTHER
    acts = is_verb_form(second) and (first in QUANTIFIERS or (first in _ONE and second not in lexicon.NOUN_OR_VERB))
    if acts or (first in QUANTIFIERS and second in {"os", "as"}):
        return Shape.OTHER  # "todos revelam", "uma faz a soma": who, the sentence before says
    if first not in {"mais", "menos"} and _has_main_verb(text, 1 if first in ARTICLES else 0):
        return Shape.CLAUSE
    if first in ARTICLES or (first in _ANY and "que" in words(text)):  # "toda forma de distinção que …"
        whole = is_noun_phrase(text[len(first_word(text)) :].strip(), genders)
        return Shape.DETERMINED if whole and not is_participle(second) else Shape.OTHER
    compared = first in {"mais", "menos"} and bool(second) and re.search(r"\bque\b", text)
    return Shape.PARTICIPLE if compared else Shape.OTHER


def _is_another_verb(before: str, word: str) -> bool:
    """True for a verb that no conjunction joins to the one before: "quem planta *deve* regar"."""
    return (
        is_verb_form(word) or word in lexicon.NOUN_OR_VERB
    ) and before not in _NEVER_BEFORE_VERBS | SUBORDINATORS - {"quem"}


def _bare(text: str, second: str, genders: Genders) -> Shape:
    """Return the shape of what begins with a noun, an adjective, a participle or an infinitive."""
    first = first_word(text).casefold()
    adverbial = first in PREPOSITIONS | _ADVERBS | _VAGUE or first.endswith(("mente", "ndo"))
    third = (words(text)[2:3] or [""])[0]
    paired = first in lexicon.ADJECTIVES and second in {"e", "ou"} and looks_adjectival(third)  # "regular e automática"
    paired = paired or (first.endswith(("al", "ior")) and second in _TOWARDS)  # "local ao nó"
    if adverbial or paired or _sets_out(text) or (first in _ORDINALS and second in SUBORDINATORS):
        return Shape.OTHER
    noun = fold(first) in lexicon.NOUNS and second not in _DETERMINERS
    if is_infinitive(first) and (not noun or is_infinitive(second)):  # "poder local" is a noun
        adjective = first in lexicon.ADJECTIVES and second not in _DETERMINERS  # "regular funcionamento"
        return Shape.OTHER if adjective or _has_main_verb(text, 1) else Shape.INFINITIVE
    if _has_main_verb(text, 0):
        return Shape.OTHER if first in lexicon.NOUN_OR_VERB else Shape.CLAUSE  # "forma compacta de criar listas"
    times = re.match(r"\S+ (?:uma|duas|três) (?:única )?vez(?:es)?\b", text)  # "executado uma vez após …"
    if is_participle(first) and (
        (second in ARTICLES and not times) or (first.endswith("da") and second in {"do", "da"})
    ):
        return Shape.OTHER  # "declarado o motivo, …", "retomada do serviço"
    noun = fold(first) in lexicon.ACTS or (fold(first) in lexicon.NOUNS and second not in _AGENTS)
    noun = noun or second == "que"  # "estrado que facilita"
    if is_predicative(first) and second and not noun:
        qualified = first.endswith("vel") and looks_adjectival(second) and not is_participle(second)
        unsure = qualified or second.endswith(("ar", "er", "ir"))  # "executável principal", "inviável achar"
        return Shape.OTHER if unsure else Shape.PARTICIPLE
    unlisted = not genders.is_listed(first_word(text)) or second in ARTICLES  # "padrão, uma instância por contexto"
    described = re.match(r"\S+,", text) and unlisted  # "regular, reconhecida por autômato"
    stands = (
        not described and (bool(second) or fold(first).endswith(lexicon.ACT_ENDINGS)) and is_noun_phrase(text, genders)
    )
    return Shape.NOUN if stands and genders.is_noun(first_word(text), second) else Shape.OTHER


def _sets_out(text: str) -> bool:
    """True for "parte do lucro líquido": a verb, or else a part that nothing tells apart from the whole."""
    partitive = re.match(r"parte d[eoa]s?\s", text)
    first = text.split(",", maxsplit=1)[0]
    told_apart = re.search(r"\b(?:que|onde|responsáve(?:l|is))\b", first) or any(map(is_participle, words(first)))
    goes_on = re.match(r"\S+ \S+ \S+ e (\S+)", text)  # "parte da hipótese e procura fatos"
    acts = goes_on is not None and (is_verb_form(goes_on[1]) or goes_on[1] in lexicon.NOUN_OR_VERB)
    return partitive is not None and (acts or not told_apart)


def _has_main_verb(text: str, start: int) -> bool:
    """True when a finite verb comes before the first subordinate clause, comma or bracket."""
    head = re.split(r"[,;:(\[{]|\s[-–—]\s", text, maxsplit=1)[0]
    previous = ""
    parts = words(head)
    for at, word in enumerate(parts):
        plain = word.casefold()
        if plain == "se" and previous not in PREPOSITIONS and at > start:
            if previous[0].isdigit() or (at > 2 and parts[at - 2].isdigit() and parts[at - 3] == "de"):
                return False  # "1/3 se ocupa cargo", "prazo de 5 anos se houve dano"
            if re.fullmatch(r"[a-zà-ÿ]{2,}(?:a|e)m?", (*parts, "")[at + 1]):
                return True  # "processo se comporta de outra forma"
            continue
        if plain == "para" and re.match(rf"{word} (?:e|de [a-zà-ÿ]+[aei]r)\b", " ".join(parts[at:])):
            return at > start  # "processo para e não volta", "para de responder"
        if plain in SUBORDINATORS | {"mas"} and not (plain == "caso" and previous in ARTICLES):
            resumes = plain in {"que", "para"} and not (previous == "de" or previous.endswith("ndo"))
            return resumes and _resumes(parts[at + 1 :])
        needs = plain.startswith("precisa") and not re.search(rf"{word}\s+(?:de\b|\w+[aei]r\b)", head)
        ago = needs or (plain == "há" and _AGO.search(head) is not None)  # "constituída há 1 ano"
        adjective = word in lexicon.ADJECTIVES or word.endswith("iva")
        following = (parts[at + 1 : at + 2] or ["e"])[0]
        described = adjective and (following in PREPOSITIONS | {"e", "que"} or following in lexicon.ADJECTIVES)
        described = described or (word in _DONE and bool(_AGENTS & set(parts[at + 1 : at + 3])))
        described = described or (word in _DONE and re.search(rf"\b{word} como \S+ pel[oa]s?\b", head) is not None)
        described = described or (word in _DONE and following in {"e", "ou"})  # "quantia paga ou abatimento do preço"
        described = described or (word in _DONE and any(map(is_participle, parts[:at])))  # "liquidada e não paga"
        led = previous == "não" or (at > 1 and parts[at - 1] == "se" and previous not in _NEVER_BEFORE_VERBS)
        acts = led or following in ARTICLES - {"a"}  # "caixa cinza mistura as duas"
        verb = (is_verb_form(word) and not described) or (acts and plain in lexicon.NOUN_OR_VERB)
        predicated = is_infinitive(previous)  # "tornar efetiva"
        if at > start and verb and not ago and not predicated and previous not in _NEVER_BEFORE_VERBS:
            return True
        previous = plain
    return False


def _resumes(relative: Sequence[str]) -> bool:
    """True where the main verb comes behind a clause: "(o evento que) ocorrer primeiro define o caminho".

    So does "depende" behind "(tempo para) alcançar um alvo".
    """
    verbs, before = 0, False
    for at, word in enumerate(relative):
        plain = word.casefold()
        if plain in SUBORDINATORS | {"e", "ou", "e/ou", "mas", "para"} or _HOW_MANY.match(plain):
            return verbs > 1 and plain in {"e", "ou", "que", "para"}
        described = at > 0 and (word in lexicon.ADJECTIVES or word.endswith("iva"))  # "na forma ativa"
        verb = (is_verb_form(word) and not described) or (at == 0 and is_infinitive(word))
        verbs += verb and not before  # "seja paga" is one
        before = verb
    return verbs > 1
