"""Yes or no, only where the notes state it; else what they do state."""

import re
from collections.abc import Sequence

from tutor.answering.categories import containers
from tutor.answering.claims import Claim, Inquiry, placed
from tutor.answering.evidence import Evidence
from tutor.answering.facts import names_other, state_sentence
from tutor.answering.matching import shared_order
from tutor.answering.question import asks_which, is_question_word
from tutor.answering.wording import clean, escape, phrase
from tutor.language import content_tokens, fold, is_negated, stem, stems
from tutor.types import BlockKind

_ONLY = re.compile(r"\b(?:apenas|somente|unicamente|exclusivamente|only|just)\b|\bsó\b")
_WRONG = re.compile(
    r"\b(?:esta|e|fica|is) (?:errad[oa]|fals[oa]|incorret[oa]|wrong|false)\b|\b(?:errado|falso) (?:dizer|afirmar)\b"
)
"""What says of a statement that it does not hold, folded."""
_EVERY = re.compile(r"\b(?:tod[oa]s?|qualquer|quaisquer|sempre|all|every|always)\b")
_ANTONYMS = tuple(
    (frozenset(stems(left)), frozenset(stems(right)))
    for left, right in (
        ("igual iguais mesmo mesma identico same equal", "diferente diferentes distinto distinta different"),
        (
            "aumenta aumentar aumento aumentam maior increase increases",
            "diminui diminuir diminuicao reduz reduzir reducao menor decrease reduces",
        ),
        ("melhor melhora melhorar", "pior piora piorar"),
        ("rapido rapida fast faster", "lento lenta slow slower"),
        ("leve leves light lightweight", "pesado pesada heavy"),
        ("interno interna internal", "externo externa external"),
        ("publico publica public", "privado privada private"),
        ("simetrico simetrica symmetric", "assimetrico assimetrica asymmetric"),
        ("fisico fisica physical", "logico logica virtual"),
        ("volatil volatile", "permanente persistente"),
        ("obrigatorio obrigatoria mandatory required", "opcional facultativo facultativa optional"),
        ("sincrono sincrona synchronous", "assincrono assincrona asynchronous"),
        ("alto alta high", "baixo baixa low"),
        ("antes before", "depois apos after"),
        ("primeiro primeira first", "ultimo ultima last"),
        ("ligado ligada on", "desligado desligada off"),
        ("facil easy", "dificil hard difficult"),
        ("seguro segura secure safe", "inseguro insegura insecure unsafe"),
        ("confiavel reliable", "inconfiavel unreliable"),
        ("preemptivo preemptiva preemptive", "cooperativo cooperativa"),
        ("orientado", "desorientado"),
        ("minimo minima minimum", "maximo maxima maximum"),
        ("mantem manter conserva keep keeps", "remove remover elimina descarta removes"),
        ("permite permitir aceita aceitar allow allows", "bloqueia bloquear proibe impede block blocks"),
        ("enxuto enxuta", "inchado inchada"),
    )
)
_WHOEVER = frozenset(stems("empresa organização pessoa alguém gente usuário company organization person someone"))
"""Of whom something may be asked that is so for all."""
_FEWEST = 2  # words of a question that can be settled
_DENYING = ("in", "im", "i", "ir", "des", "un", "non")
_CLAUSES = re.compile(r"[;,.()]\s*|:\s|->|→|=>")
_SAME = re.compile(r"\b(?:igual|iguais|mesm[oa]s?|identic[oa]s?|sinonim[oa]s?|equivalentes?|same|equal|identical)\b")
_NOT_ONE = re.compile(r"(?:,|\be|\bmas) nao (?:e )?(?:uma?|[oa]s?) ([^,.;()]+)")
"""What a thing is not, behind what it is."""
_DOER = re.compile(r"^\W*(?:quem|o que|who|what) .+? (?:e|sao|is|are) ((?:[oa]s? |the )?\S.*)$")
_OTHER = re.compile(r"\b(?:diferentes?|distint[oa]s?) d[aeo]s? ([^,;()]+), ((?:que|[oa]s? qua(?:l|is))\b[^;]*)")
"""What a thing is told apart from, and what is said of it."""
_DIFFERENT = re.compile(
    r"\b(?:nao (?:e|sao) (?:[oa]s? )?(?:mesm|igua|identic|sinonim)\w*|diferentes?|distint[oa]s?|"
    r"different|not the same)\b"
)


def decide(inquiry: Inquiry) -> list[Claim]:
    """Say yes or no with the statement that settles it."""
    return _by_sameness(inquiry) or _by_membership(inquiry) or _by_statement(inquiry) or state_sentence(inquiry)


def decide_asked(inquiry: Inquiry) -> list[Claim]:
    """Say yes or no to what is put as a question: "Telnet usa criptografia?"; else what the notes state of it."""
    text = inquiry.question.text
    return decide(inquiry) if text.endswith("?") and not asks_which(text) else state_sentence(inquiry)


def _by_sameness(inquiry: Inquiry) -> list[Claim]:
    """Settle "X e Y são iguais?" and "X é diferente de Y?" by a sentence that says one of the two."""
    text = fold(inquiry.question.text)
    asks_same = bool(_SAME.search(text)) and not _DIFFERENT.search(text)
    if not asks_same and not _DIFFERENT.search(text):
        return []
    things = tuple(
        stem(t) for t in content_tokens(_DIFFERENT.sub(" ", _SAME.sub(" ", text))) if not is_question_word(t)
    )
    for evidence in inquiry.evidence:
        said = fold(evidence.text)
        differs, same = bool(_DIFFERENT.search(said)), bool(_SAME.search(said))
        cover = inquiry.matcher.coverage(things, evidence.own, evidence.context)
        if (differs or same) and things and cover.share == 1.0 and cover.own > 0:
            verdict = "yes" if asks_same != differs else "no"
            return [_decided(inquiry, verdict, placed(inquiry, evidence), evidence)]
    return []


def _by_membership(inquiry: Inquiry) -> list[Claim]:
    """Settle "X é Y?" where X is listed: yes when it is listed under Y, no when only under Y's siblings."""
    asked = re.match(
        r"(?:e |sao |is |are |sera que )?(?:o |a |os |as |the )?(.+?) (?:e|sao|is|are|pertence|"
        r"fica|faz parte)(?: (?:um|uma|d[oae]s?|n[oa]s?|an?|exemplo de|example of|considerad[oa]))* "
        r"(.+?)\??$",
        fold(inquiry.question.text),
    )
    parts = (asked[1], asked[2]) if asked else _inverted(inquiry.question.text)
    if not parts:
        return []
    thing, kind = (tuple(stem(token) for token in content_tokens(part)) for part in parts)
    if not thing or not kind:
        return []
    found = list(containers(inquiry, thing))
    listed_as = [(e, label, members) for e, label, members, _ in found if _is_kind(inquiry, kind, label, e)]
    if listed_as:
        evidence, label, members = listed_as[0]
        return [_verdict(inquiry, "yes", label, members, evidence)]
    siblings = [item for item in found if _is_sibling_of(inquiry, item[0], kind)]
    return [_verdict(inquiry, "no", siblings[0][1], siblings[0][2], siblings[0][0])] if siblings else []


def _inverted(text: str) -> tuple[str, str] | None:
    """Return the parts of an English question that begins with its verb: "is VirtualBox a type 1 hypervisor"."""
    asked = re.match(r"(?:is|are) (?:the )?(.+?) (?:an?|part of(?: the)?|in(?: the)?) (.+?)\??$", fold(text))
    return (asked[1], asked[2]) if asked else None


def _is_sibling_of(inquiry: Inquiry, evidence: Evidence, kind: Sequence[str]) -> bool:
    """True when a block beside this one is of the kind asked about."""
    parent = evidence.parent
    if parent is None:
        return False
    beside = [e for e in parent.outline.children(parent.block) if e.key != evidence.key]
    return any(_is_kind(inquiry, kind, e.statement.label, e) for e in beside)


def _is_kind(inquiry: Inquiry, kind: Sequence[str], label: str, evidence: Evidence) -> bool:
    """True when a label, with the blocks above it, carries the words of a kind, and the label at least one of them."""
    named = inquiry.matcher.carried(kind, stems(label))
    return any(named) and all(inquiry.matcher.carried(kind, (*stems(label), *evidence.above)))


def _verdict(inquiry: Inquiry, verdict: str, label: str, members: Sequence[str], evidence: Evidence) -> Claim:
    said = f"{escape(clean(label))}: {'; '.join(map(escape, members))}"
    return _decided(inquiry, verdict, said, evidence)


def _decided(inquiry: Inquiry, verdict: str, said: str, evidence: Evidence) -> Claim:
    return Claim(f"**{phrase(inquiry.question.language, verdict)}** — {said}", (evidence,))


def is_verdict(inquiry: Inquiry, claim: Claim) -> bool:
    """True for a claim that says yes or no."""
    return claim.text.startswith(tuple(f"**{phrase(inquiry.question.language, said)}** — " for said in ("yes", "no")))


def _by_statement(inquiry: Inquiry) -> list[Claim]:
    """Settle the question by a sentence that states all of it, or the opposite of one word of it."""
    specific = inquiry.question.specific
    required = specific if len(specific) >= _FEWEST else inquiry.question.required
    if len(required) < _FEWEST:
        return []
    for evidence in inquiry.evidence:
        bare = evidence.statement.sets and not evidence.statement.label  # "{ a, b, c }" states nothing of them
        if bare or not inquiry.carries_names(evidence):
            continue
        cover = inquiry.matcher.coverage(required, evidence.own, evidence.context)
        here = dict(zip(required, inquiry.matcher.carried(required, evidence.own), strict=True))
        flipped = [word for word in required if not here[word] and _opposite_in(word, evidence.own)]
        if cover.own < 0.4 and not flipped:
            continue
        clause = _settles(inquiry, evidence)
        denied = _is_contrasted(inquiry, evidence) or is_negated(clause) != _names_another(inquiry, clause)
        lacking = set(cover.missing) - set(flipped) - _WHOEVER
        if lacking and not (denied and len(lacking) == 1 and len(required) > 2 and required[-1] in lacking):
            continue
        if not _is_settled(inquiry, evidence, clause) or _is_of_the_other(inquiry, evidence, clause):
            continue
        negated = denied != is_negated(inquiry.question.text)
        one_sided = bool(_ONLY.search(inquiry.question.text.casefold())) and not _ONLY.search(evidence.text.casefold())
        if one_sided:
            continue
        called_wrong = _WRONG.search(fold(evidence.text)) is not None and not _WRONG.search(fold(inquiry.question.text))
        verdict = "no" if (negated + len(flipped) + called_wrong) % 2 else "yes"
        if _EVERY.search(fold(inquiry.question.text)) and not _EVERY.search(fold(evidence.text)):
            if not _ONLY.search(evidence.text.casefold()):
                continue
            verdict = "no"  # "só a bijetora tem inversa"
        return [_decided(inquiry, verdict, placed(inquiry, evidence), evidence)]
    return []


def _is_of_the_other(inquiry: Inquiry, evidence: Evidence, clause: str) -> bool:
    """True where a clause tells what the thing is set apart from: "é diferente da ISO 20000, que é norma"."""
    other = _OTHER.search(fold(evidence.text))
    return (
        other is not None
        and fold(clause).strip() in other[2]
        and not any(inquiry.matcher.carried(stems(other[1]), inquiry.question.required))
    )


def _is_contrasted(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True where a sentence says what its subject is, and that it is not what is asked: "… da espécie, e não uma X"."""
    for found in _NOT_ONE.finditer(fold(evidence.text)):
        carried = inquiry.matcher.carried(inquiry.question.required, stems(found[1]))
        rest = {word for word, here in zip(inquiry.question.required, carried, strict=True) if not here}
        if any(carried) and rest <= set(evidence.own[: len(rest)]):
            return True
    return False


def _is_settled(inquiry: Inquiry, evidence: Evidence, clause: str) -> bool:
    """True when a clause holds the last word of the question or its opposite, or two others."""
    required, words = inquiry.question.required, stems(clause)
    held = inquiry.matcher.carried(required, words)
    last = required[-1:] and (held[-1] or _opposite_in(required[-1], words))
    return bool(last) or sum(held) > 1 or evidence.block.kind is BlockKind.ROW


def _opposite_in(word: str, written: Sequence[str]) -> bool:
    pairs = [(left, right) for left, right in (*_ANTONYMS, *((b, a) for a, b in _ANTONYMS)) if word in left]
    prefixed = {prefix + word for prefix in _DENYING} | {
        word.removeprefix(p) for p in _DENYING if len(word) > len(p) + 3
    }
    return any(other in right for _, right in pairs for other in written) or bool((prefixed - {word}) & set(written))


def _names_another(inquiry: Inquiry, clause: str) -> bool:
    """True for a clause that says who does what is asked, and it is not who the question names: "quem cria é o X"."""
    named = _DOER.search(fold(clause))
    return named is not None and not any(inquiry.matcher.carried(stems(named[1]), inquiry.question.required))


def _settles(inquiry: Inquiry, evidence: Evidence) -> str:
    """Return the clause of a sentence that carries most of the question's words: a "não" elsewhere does not count."""
    label = stems(evidence.statement.label) if evidence.statement.definition else []
    asked = inquiry.question.specific
    named = inquiry.matcher.carried(asked, label)
    specific = [word for word, here in zip(asked, named, strict=True) if not here] or list(asked)
    clauses = [clause for clause in _CLAUSES.split(evidence.text) if clause.strip()]
    of_it = [clause for clause in clauses if not names_other(inquiry, clause)] or clauses

    def rank(clause: str) -> tuple[bool, float, float]:
        words = stems(clause)
        order = shared_order(inquiry.question.text, clause)
        return specific[-1] in words, inquiry.matcher.coverage(specific, words).own, order

    return max(of_it, key=rank, default="")
