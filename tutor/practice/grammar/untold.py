"""Sentences that tell nothing of their subject: of exam items, of the student, of what only stands outside them."""

import re

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective
from tutor.practice.grammar.nouns import is_plural
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    is_infinitive,
    is_participle,
    is_verb_form,
)

_STATEMENT = r"(?:ite(?:m|ns)|quest(?:ão|ões)|assertivas?|afirma(?:ção|ções|tivas?)|enunciados?|alternativas?|frases?)"
_JUDGED = r"(?:est[áã]o?|é|são|será|seria) (?:sempre )?(?:errad|cert|corret|incorret|fals|verdadeir)[oa]s?\b"
_JUDGES = re.compile(
    rf"\b{_STATEMENT} (?:que )?(?:diz(?:em|endo)?|afirm(?:a|am|ando)|fal(?:a|am|ando)|(?:troc|cobr)am?|ca(?:i|em))\b"
    rf"|[\"”] {_JUDGED}|^(?:é |está )?(?:errado|incorreto|falso|certo|correto) (?:dizer|afirmar|falar)\b"
    rf"|\b(?:dizer|afirmar|falar) que\b.* {_JUDGED}",
    re.IGNORECASE,
)
"""What judges a statement, which as a whole cannot be turned round: "item que diz "…" está errado"."""
_OF_STUDENT = re.compile(
    r"\b(?:eu|acho|entendi|fiz|esqueci|aprendi|confundo|revi"
    r"|tenho|faço|quero|posso|penso|prefiro|(?:para|pra) mim"
    r"|preciso (?:de )?(?:revisar|estudar|rever|lembrar|decorar|reler|treinar))\b",
    re.IGNORECASE,
)
_OF_HANDOUT = re.compile(
    r"\b(?:apostilas?|aulas?|videoaulas?|slides|material|livro) d[oa] (?:curso|cursinho|professora?|disciplina|aula)\b"
    r"|\b(?:acompanha|segue|resume|copia)m? (?:[oa]s? )?(?:apostilas?|slides|videoaulas?|aulas?)\b",
    re.IGNORECASE,
)
"""What the notes were made from: "acompanha a apostila do curso"."""
_FIRST_PERSON = re.compile(r"\b([a-zà-ÿ]{3,})ei\b")
"""A verb of the first person in the past: "achei", "marquei"."""
_SOUNDS = (("qu", "c"), ("gu", "g"), ("c", "ç"))
"""How a root is spelled before "e" and before "a": "marquei", "marcar"."""
_EXAMPLE = re.compile(
    r"\b(?:é|são) (?:[oa]s?|uma?s?|uns) (?:bo[mn]s? |ótimo |grande |principal )?(?:exemplos?|casos?)"
    r"(?: (?:mais )?(?!que\b|d[eoa]s?\b)[a-zà-ÿ]+)?(?=$|[,.;])|\bé o caso d[eoa]s?\b",
    re.IGNORECASE,
)
"""An example of what the sentence before tells: "é o exemplo clássico"."""
_SUBJECTLESS = re.compile(
    r"^(?:n[oa]s?|em) [^,]+? (?:é|são) \d+(?: (?:e|ou) \d+)?(?=$|[,.;])|^com \d+ ([a-zà-ÿ]+)"
    r"|^(?:dois|duas|três|quatro|cinco|seis) (?:é|são|eram|foram) "
    r"|^(?:n[oa]s?|em) [^,]+? só (?:ficou|fica|foi|vai|tem) "
    r"|^entre [^,]+? (?:é|são|fica|ficam) (?:mais|menos) "
    r"|^(?:são|eram|foram) (?:só |apenas )?(?:dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|\d+)(?=[,:]|$)"
    r"|^quanto (?:mais|menos|maior|menor|melhor|pior) ([a-zà-ÿ]+),",
    re.IGNORECASE,
)
"""A sentence whose subject the one before it has: "No bule são 3 e 4", "Quanto mais sobe, …", "Com 27 nasce …"."""
_OUTSIDE = re.compile(
    r"\b(?:é|são) [oa]s? d[oa]s? [a-zà-ÿ]+(?=$|[.;])"
    r"|\b(?:é|são) o (?:caminho|processo|sentido|movimento) (?:contrário|inverso|oposto)(?=$|[,.;])"
    r"|, (?:ao|pelo) contrário,|\bqualquer (?:uma? )?d[oa]s outr[oa]s(?=$|[,.;])"
    r"|\b[oa]s (?:dois|duas|três|quatro|cinco) para cada\b"
    r"|\b(?:em|para|segundo|conforme) (?:muitos|alguns|certos|vários|outros) autores\b"
    r"|(?<!\bse )(?<!\be )\b(?:divide|classifica|separa|agrupa)m? em\b"
)
"""What the sentence before holds: "é a do meio", "a falta de qualquer um dos outros não …", "divide em três tipos".

So does what only some authors say.
"""
_OTHERS = re.compile(r"\b(?:(?:d[eoa]s?|[oa]s) outr[oa]s?|[oa]s demais) (?:se )?([a-zà-ÿ]+)")
"""Others without their noun, and what is said of them: "qualquer um dos outros precisa"."""
_SOME = re.compile(r"^(?:Algun|Alguma|Outro|Outra|Muito|Muita|Pouco|Pouca|Vário|Vária)s (?:se )?([a-zà-ÿ-]+)")
"""Some of what the sentence before tells of, and what they do: "Alguns são universais"."""
_COUNTED_OTHERS = re.compile(
    r"\b(?:[dn]?[oa]s|aos|às|pel[oa]s) outr[oa]s"
    r" (?:(?:dois|duas|três|quatro|cinco)\b(?! (?!mais\b|menos\b)[a-zà-ÿ]+s\b)|\d+(?=$|[,.;]))",
    re.IGNORECASE,
)
"""The others of several, without their noun: "segura as outras duas até secar"."""
_DONE_TO_ANOTHER = re.compile(
    r"\b([a-zà-ÿ]+[aei]r) que (?:não )?(?:foi|foram|é|são|era|eram) ([a-zà-ÿ]+)\b(?! (?:[oa]s?|uma?s?|uns)\b)"
)
"""A passive whose subject the sentence before has: "provar que foi obtido corretamente"."""
_HEDGES = re.compile(
    r"\bpraticamente (?:qualquer|tod[oa]s?|nenhum\w*|tudo|nada|sempre)\b|\bbasicamente\b|\bmeio que\b"
    r"|\b(?:é|são) o que (?:[oa]s? )?(?:[a-zà-ÿ]+ )+(?:faz|fazem)(?=$|[,.;])",
    re.IGNORECASE,
)
"""What is said in class: "é praticamente qualquer operação", "é o que os fornos atuais fazem"."""
_BARE_OBJECT = re.compile(r"^[A-ZÀ-Þ]?[a-zà-ÿ]*[aei]r ([a-zà-ÿ]{3,}) (?:não )?([a-zà-ÿ]+)")
"""An act, what it is done to, and a verb: "somar constante não altera"."""
_WHICH = re.compile(r"^[OA]s? ([a-zà-ÿ]+) (?:é|são) (?:[oa]s?|aquel[ea]s?) que\b")
"""An adjective and what tells it apart, whose noun the sentence before has: "Os voláteis são os que …"."""
_UNPARALLEL = re.compile(
    r"\b(?:precisa|necessita|depende|exige|requer|pede|supõe|pressupõe)m? (?:d[eoa]s? )?(?!que\b)"
    r"(?:(?!\bque\b)[^,;])*? e que\b"
)
"""A noun and a clause that hang on one verb: "precisa de lenha e que o dono acenda"."""

_ELSEWHERE = re.compile(
    r"\b(?:[dn]?[oa]s|[aà]os|às|pel[oa]s) [a-zà-ÿ]+s (?:[a-zà-ÿ]+[oa]s )?(?:acima|abaixo)\b"
    r"|\b(?:list|quadr|tabel|figur|esquem|exempl|text|trech|[a-z]+[td])[oa]s? (?:acima|abaixo)(?=$|[,.;)])"
    r"|\b(?<!descrição )(?<!item )(?<!itens )(?<!opções )a seguir\b"
    r"|\b(?:[dn]?[oa]s|[aà]os?|às|pel[oa]s) (?:[a-zà-ÿ]+ )?anteriores\b"
    r"|\b(?:item|tópico|ponto|linha|parágrafo|seção|lista|tabela|quadro|assunto|aula|nota) anterior\b"
    r"|\b(?:above|below)(?=$|[,.;)])|\b(?:already|previously) seen\b",
    re.IGNORECASE,
)
"""What points to other lines: "as atividades acima", "os moldes a seguir"; not "acima de 900 graus"."""

_NOUN_LEFT_OUT = re.compile(
    r"\bcomo n[oa]s? [a-zà-ÿ]+(?=$|[,.;])|\bcaso (?:extremo|particular|especial|limite) em que\b"
    r"|^(?:sai|saem|entra|entram|fica|ficam|cai|caem|vence|ganha|vale) [oa]s? que\b",
    re.IGNORECASE,
)
"""What likens, or picks, and leaves out what: "como no guia", "o caso extremo em que …", "sai a que …"."""
_BETWEEN = re.compile(r"\bentre (?:[oa]s? )?([a-zà-ÿ]+) e\b")
"""Between two of which the first is only what it is like: "rede entre interna e internet"."""
_SYMBOL = re.compile(
    r"(?:^|, )(?:[B-DF-NP-Zb-df-np-zα-ω]|[A-Za-z][²³₀-₉])[²³]? (?:é|são|mede|vale|indica|varia|representa)\b"
)
"""A letter of a formula of which something is said: "R² é o quadrado de r"."""

_LEFT_UNTOLD = (_NOUN_LEFT_OUT, _SYMBOL, _JUDGES, _EXAMPLE, _OUTSIDE, _UNPARALLEL, _COUNTED_OTHERS, _HEDGES)


def leaves_untold(text: str) -> bool:
    """True for what judges a statement, is the student's own, or lacks what stands outside it."""
    subjectless = _SUBJECTLESS.search(text)
    verbs = [verb for verb in subjectless.groups() if verb] if subjectless else []
    which = _WHICH.match(text)
    others = [verb for way in (_OTHERS, _SOME) for verb in way.findall(text) if verb == "não" or is_verb_form(verb)]
    done, between = _DONE_TO_ANOTHER.search(text), _BETWEEN.search(text)
    return bool(
        (subjectless and all(map(is_verb_form, verbs)))
        or others
        or (done and is_infinitive(done[1]) and is_participle(done[2]))
        or _lacks_article(text)
        or (between and between[1] in lexicon.ADJECTIVES and fold(between[1]) not in lexicon.NOUNS)
        or (which and is_bare_adjective(which[1]))
        or any(pattern.search(text) for pattern in _LEFT_UNTOLD)
        or is_of_student(text)
    )


def points_elsewhere(text: str) -> bool:
    """True for words that point to other lines of a note: "as atividades acima"."""
    return _ELSEWHERE.search(text) is not None


def _lacks_article(text: str) -> bool:
    """True for "somar constante não altera a média": one thing that something is done to, without its article."""
    found = _BARE_OBJECT.match(text)
    if found is None or found[1] in BEFORE_VERBS | PREPOSITIONS | QUANTIFIERS or not is_verb_form(found[2]):
        return False
    return is_infinitive(text.split(maxsplit=1)[0]) and is_plural(found[1]) is False and not is_verb_form(found[1])


def is_of_student(text: str) -> bool:
    """True for words in the first person and on the handout: "marquei a errada", "a parte segue a apostila"."""
    told = _OF_STUDENT.search(text) or _OF_HANDOUT.search(text)
    return told is not None or any(map(_is_first_person, _FIRST_PERSON.findall(text)))


def _is_first_person(root: str) -> bool:
    """True for the "marqu" of "marquei" and the "andar" of "andarei"; not for the "jóqu" of a noun, "jóquei"."""
    spelled = {root, *(root.removesuffix(end) + other for end, other in _SOUNDS if root.endswith(end))}
    verbs = {f"{known}ar" for known in spelled} | {root}
    return any(is_infinitive(verb) or is_dictionary_word(verb, ("pt",)) for verb in verbs if verb.endswith("r"))


def lacks_subject_noun(text: str) -> str:
    """Return the adjective that begins a sentence as a noun does, "A qualitativa usa …"; empty where none does."""
    found = re.match(r"[OA]s? ([a-zà-ÿ]+) (?:não |se )?([a-zà-ÿ]+)", text)
    return found[1] if found and is_verb_form(found[2]) and is_bare_adjective(found[1]) else ""
