"""What retrieval and the words tell of a sentence that may answer a question, as numbers by name."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from tutor.answering.claims import Inquiry, Proposal
from tutor.answering.evidence import PORT, Evidence
from tutor.answering.examples import names_several
from tutor.answering.facts import LASTING, has_number_of_another
from tutor.answering.frames import MADE, QuestionKind, Value
from tutor.answering.makers import without_others
from tutor.answering.matching import shared_order
from tutor.answering.merits import ADVANTAGES, DISADVANTAGES
from tutor.answering.question import GENERIC, SORTS
from tutor.answering.units import has_sure_unit, has_unit, is_of_other_number
from tutor.language import fold, is_negated, stem, stems
from tutor.notes.members import split_members
from tutor.notes.numerals import FOLDED_NUMBER_WORDS
from tutor.types import BlockKind

_MEASURES = frozenset(
    stems(
        "valor altura extensão comprimento largura peso tamanho frequência velocidade taxa capacidade prazo "
        "duração tempo idade população quantidade número percentual porcentagem alcance distância temperatura versão "
        "ano data porta nota pontuação limite máximo mínimo artigo inciso súmula height length size weight speed rate "
        "number version year date port"
    )
)
_MEASURED_FIRST = 2  # required words among which a measure is what is asked for
_AMOUNT = re.compile(
    r"^(?!.*\b(?:qual|quais|que|quem|which|who)\b.*quant).*\b(?:quant[oa]s?|how (?:many|much|long|often))\b"
    r"|\b(?:em (?:porcentagem|percentual|por cento)|percentage)\b"
)
_AGENT = re.compile(
    r"\b(?:quem|who|(?:autor|criador|inventor|fundador|idealizador)(?:es|as?)?|(?:author|creator|founder)s?)\b"
)
_MAKER_ASKED = re.compile(r"\b(?:autor|criador|inventor|fundador|author|creator|founder)(?:es|as?|s)?\b")
_EXAMPLE = re.compile(r"\b(?:exemplos?|como|ex|tais como|examples?|such as|like|e\.g|classic\w*)\b|\(")
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_DIGITS = re.compile(r"\d+")
_SPELLED = re.compile(
    rf"\b(?:(?:{'|'.join(FOLDED_NUMBER_WORDS)}|zero|nul[oa]s?|metade|tercos?|quartos?|decimos?|dobro|triplo|half|thirds?|quarters?|double"
    r"|(?:um|uma|one|an?) (?:ano|mes|dia|semana|hora|minuto|vez|year|month|day|week|hour|minute)s?"
    r"|(?:(?:bi|tri|quadri|se)mestr|mens|anu|bien|seman|quinzen)(?:al|ais)|diari[oa]s?|(?:dai|week|month|year|quarter)ly"
    r"|(?:cada|todo|toda|por|every|per) (?:(?:bi|tri|quadri|se)mestre|mes|dia|semana|quinzena|ano|hora|month|day|week"
    r"|year|hour)"
    r"|unic[oa]s?|(?:so|apenas|somente|only) (?:um|uma|one)|nenhum\w*)\b|o\((?=[^)]*n))"
)
"""Values in words: numbers, fractions, spans and periods of time, complexities."""
_LASTING = re.compile(rf"{LASTING.pattern}|\bate quando\b")
_UNTIL = re.compile(
    r"\b(?:ate|quando|enquanto|sempre|permanente\w*|vitalici\w+|indeterminad\w+|until|when|while|forever"
    r"|segundos|minutos|horas|dias|semanas|meses|anos|seconds|minutes|hours|days|weeks|months|years)\b"
)
"""How long something lasts, without a number."""
_YEAR = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d/\d|\bseculo\b|\bdecada\b"
    r"|\b(?:em|ano|desde|ate|in|since|until) \d{3,4}\b(?! \w{2,}s\b)|\d (?:a|d)\.?c\b"
)
_COST = re.compile(
    r"^\W*(?:[oa]s? |the )?(?:custo|preco|cost|price)s?\b|\b(?:custo|preco|cost|price)s? (?:e|foi|is|was)\b|\bcustam?\b"
)
_PRODUCT = re.compile(r"\b[a-z0-9] ?[×x*·] ?[a-z0-9]\b")
"""An amount told by letters: "m × n linhas"."""
_PRICE = re.compile(r"r\$|us\$|\$|€|\bo\(|\breais\b|\bdolares\b|\beuros\b")
_NAMED = re.compile(r"(?<!^)\b[A-ZÀ-Ý][a-zà-ÿ]+\b")
_ASKS = {
    "reason": (
        re.compile(r"\b(?:por que|porque|pq|motivo|razao|why)\b"),
        re.compile(r"\b(?:porque|pq|pois|para|p/|devido|ja que|por isso|evita\w*|causa\w*|because|since|due|to|so)\b"),
    ),
    "condition": (
        re.compile(r"\b(?:quando|em que casos?|em que situac\w+|when)\b"),
        re.compile(r"\b(?:quando|qdo|se|caso|apos|antes|durante|enquanto|sempre que|ao|when|if|after|before|while)\b"),
    ),
    "purpose": (
        re.compile(r"\b(?:para que|pra que|p/ que|finalidade|objetivo|serve|purpose|what for|used for)\b"),
        re.compile(r"\b(?:para|p/|serve|objetivo|permite\w*|usad\w+|evita\w*|garant\w+|to|used|allows?|for)\b"),
    ),
    "merit": (
        ADVANTAGES,
        re.compile(
            r"^\+|[;,.(] ?\+ |\b(?:vantage\w+|beneficio\w*|menor\w*|mais|maior\w*|melhor\w*|reduz\w*|economi\w+"
            r"|facil\w*|rapid\w+|simpl\w+|evita\w*|permite\w*|flexi\w+|forte|less|more|better|easier|faster|cheaper"
            r"|saves?|reduces?)\b"
        ),
    ),
    "flaw": (
        DISADVANTAGES,
        re.compile(
            r"^[-!]|[;,.(] ?[-!] |\b(?:desvantage\w+|problema\w*|nao|sem|mais|menos|pouc\w+|lent\w+|caro|custo"
            r"|complex\w+|dificil|dificuldade|risco\w*|exige\w*|depende\w*|sensivel|vulnerave\w+|fraco|perde\w*|perda|gargalo|overfitting|not"
            r"|no|without|slow\w*|expensive|cost|risk|complex|hard|needs?)\b"
        ),
    ),
}
"""What the words of a question ask for, and the words that tell it."""
_WORDS = {
    name: re.compile(rf"\b(?:{pattern})\b")
    for name, pattern in {
        "who": "quem|who",
        "where": "onde|aonde|where",
        "when": "quando|when|em que (?:ano|data|epoca)",
        "how": "como|how",
        "how much": r"quant\w+|how (?:many|much|long)",
        "why": "por que|porque|pq|why",
        "which": "qual|which",
        "which ones": "quais",
        "what": "o que|what",
    }.items()
}
"""The words that a question is put with."""
_PERSON = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]+ (?:(?:v[ao]n|d[aeo]s?|de la) )?[A-ZÀ-Ý][a-zà-ÿ]+\b")
_MAKER = re.compile(
    rf"{_PERSON.pattern}|\([A-ZÀ-Ý][a-zà-ÿ]"
    r"|\b(?:por|pel[oa]s?|by|autora?|author|criador\w*|inventor\w*|creator|d[eoa]s?|e|and|é|foi|is|was)"
    r"[\s:]+(?:[oa]s? |the )?[A-ZÀ-Ý][\w-]*[a-zà-ÿ]"
    r"|(?:^|\bA: )[A-ZÀ-Ý][a-zà-ÿ]+ "
    r"(?:cri|invent|fund|formul|public|idealiz|elabor|cunh|propôs|escrev|desenvolv|descobr)\w*"
    r"|[;,]\s[A-ZÀ-Ý][a-zà-ÿ]+,?\s\(?(?:1[5-9]|20)\d\d\b|;\s[A-ZÀ-Ý][a-zà-ÿ]+[\s.]*$"
)
"""A name where a maker stands: in full, in brackets, behind "por", "de", "autor", before a year, or last by itself."""
_TOLD_EXAMPLE = re.compile(r"\S\s(?:-+>|→)\s")
_MOST_WORDS = 60
_MOST_NEW = 12


def signals_of(inquiry: Inquiry, proposal: Proposal, sentences: Sequence[Evidence]) -> list[dict[str, float]]:
    """Return the signals of each sentence; `proposal` is what a strategy claims."""
    scores = sorted((evidence.score for evidence in sentences), reverse=True)
    cited = frozenset(evidence.key for claim in proposal.claims for evidence in claim.evidence)
    certainty = max((claim.certainty for claim in proposal.claims), default=0.0)
    reader = _Reader(inquiry, proposal.strategy, cited, (*scores, 0.0, 0.0)[:2], certainty)
    return [reader.signals(evidence) for evidence in sentences]


@dataclass(frozen=True)
class _Reader:
    """Reads the signals of sentences for one question.

    `strategy` claims the sentences `cited`, as a list with this `certainty`; `best` are the two highest retrieval
    scores.
    """

    inquiry: Inquiry
    strategy: str
    cited: Collection[tuple[str, int, int]]
    best: tuple[float, ...]
    certainty: float

    def signals(self, evidence: Evidence) -> dict[str, float]:
        """Return the signals of one sentence by name."""
        claimed = evidence.key in self.cited
        named = {
            **self._retrieved(evidence),
            **self._carried(evidence),
            **self._related(evidence),
            **self._shaped(evidence),
            **self._asked,
            **_expected(self.inquiry, evidence, is_counted=claimed),
            "example missing": self.inquiry.question.kind is QuestionKind.EXAMPLE and not _shows(evidence),
            "side missing": self._is_one_sided,
            "claimed": claimed,
            "list certainty": self.certainty if claimed else 0.0,
            "answered": bool(self.cited),
            "claimed elsewhere": bool(self.cited) and not claimed,
        }
        by = {f"claimed by {self.strategy}": True} if claimed else {}
        return {name: float(value) for name, value in (named | by).items()}

    @cached_property
    def _is_one_sided(self) -> bool:
        """True for a comparison with something that no sentence found speaks of."""
        inquiry = self.inquiry
        if inquiry.question.kind is not QuestionKind.COMPARISON:
            return False
        spoken = [word for evidence in inquiry.evidence for word in (*evidence.own, *evidence.above)]
        versions = [version for option in inquiry.question.options for version in _VERSION.findall(option)]
        if not all(any(version in evidence.text for evidence in inquiry.evidence) for version in versions):
            return True
        return not all(all(inquiry.matcher.carried(stems(option), spoken)) for option in inquiry.question.options)

    def _retrieved(self, evidence: Evidence) -> dict[str, float]:
        first, second = self.best
        leads = evidence.score == first and first > 0
        return {
            "score": min(evidence.score, 1.0),
            "gap": evidence.score - first,
            "lead": evidence.score - second if leads else 0.0,
            "first": leads,
        }

    def _carried(self, evidence: Evidence) -> dict[str, float]:
        inquiry, question = self.inquiry, self.inquiry.question
        required, specific = question.required, question.specific
        cover = inquiry.coverage(evidence, specific)
        label = stems(evidence.statement.label)
        held = sum(inquiry.matcher.carried(label, required))
        terms = [stems(term) for term in evidence.statement.terms]
        own = tuple(dict.fromkeys(evidence.own))
        new = len(own) - sum(inquiry.matcher.carried(own, required))
        head = stems(question.attribute) or required[:1]
        below = stems(evidence.parent.statement.label) if evidence.parent else []
        names, spoken = {stem(name) for name in question.names}, (*evidence.own, *evidence.above)
        elsewhere = names & evidence.outline.headed  # "RFC" below "DNS" is not DHCP's, though the note is of both
        lacking = names.intersection(cover.missing)
        lacking |= {name for name in elsewhere if not all(inquiry.matcher.carried([name], spoken))}
        lacking.difference_update(inquiry.unsaid_names(evidence))
        if lacking:
            read = stems(" ".join(earlier.text for earlier in evidence.read_before))
            lacking.difference_update(word for word in read if not word.isdecimal())  # "tipo 6" where 1 to 3 are told
        if question.kind is QuestionKind.DEFINITION:
            lacking.update(word for word in cover.missing if not inquiry.matcher.is_known(word))
        denial = is_negated(evidence.text) != is_negated(question.text)
        about = question.about
        told_of = (*spoken, *evidence.context)
        is_of_other = bool(question.attribute) and len(about) == 1 and inquiry.matcher.is_known(about[0])
        return {
            "focus missing": is_of_other
            and question.kind is QuestionKind.FACT
            and not any(inquiry.matcher.related(about, told_of))
            and not any(word.startswith(about[0]) for word in told_of),  # "Rabbit" of RabbitMQ
            "share": cover.share,
            "own": cover.own,
            "names missing": bool(lacking),
            "head missing": bool(head) and not any(inquiry.matcher.carried(head, (*evidence.own, *evidence.above))),
            "head is sort": bool(head) and head[0] in SORTS | GENERIC,
            "head above": bool(head) and not any(inquiry.matcher.carried(head, evidence.own)),
            "below asked": bool(below) and all(inquiry.matcher.carried(below, required)),
            "order": shared_order(question.text, evidence.text),
            "label held": held / len(label) if label else 0.0,
            "label whole": any(name and all(inquiry.matcher.carried(name, required)) for name in (label, *terms)),
            "head defined": inquiry.defines_head(evidence),
            "new": min(new, _MOST_NEW) / _MOST_NEW,
            "nothing new": new == 0
            and not denial
            and question.kind is not QuestionKind.YES_NO
            and not evidence.statement.sets
            and not _PRODUCT.search(fold(evidence.text))
            and not evidence.outline.children(evidence.block),
            "words asked": len(specific),
            "denial": denial,
        }

    def _related(self, evidence: Evidence) -> dict[str, float]:
        """Return what the words say that may mean the same by the thesaurus; what is absent is not even so there."""
        matcher, question = self.inquiry.matcher, self.inquiry.question
        asked, head = question.specific, stems(question.attribute) or question.required[:1]
        spoken = (*evidence.own, *evidence.context)
        weights = [matcher.weight(word) for word in asked]
        total, heaviest = sum(weights) or 1.0, max(weights, default=1.0) or 1.0
        absent = [0.0 if here else weight for weight, here in zip(weights, matcher.related(asked, spoken), strict=True)]
        return {
            "share related": 1 - sum(absent) / total,
            "own related": matcher.share(asked, matcher.related(asked, evidence.own)),
            "heaviest absent": max(absent, default=0.0) / heaviest,
            "absent": sum(weight > 0 for weight in absent) / (len(asked) or 1),
            "head absent": bool(head) and not any(matcher.related(head, spoken)),
            "unknown asked": sum(not matcher.is_known(word) for word in asked) / (len(asked) or 1),
        }

    def _shaped(self, evidence: Evidence) -> dict[str, float]:
        statement = evidence.statement
        parent = bool(evidence.outline.children(evidence.block))
        said = fold(evidence.text)
        return {
            "heading": evidence.block.kind is BlockKind.HEADING,
            "parent": parent,
            "bare parent": parent and not statement.definition,
            "definition": bool(statement.definition),
            "set": bool(statement.sets),
            "length": min(len(evidence.text.split()), _MOST_WORDS) / _MOST_WORDS,
            "has number": bool(_DIGITS.search(said)),
            "has year": bool(_YEAR.search(said)),
            "has name": bool(_NAMED.search(evidence.text)),
            "has person": bool(_PERSON.search(evidence.text)),
        }

    @cached_property
    def _asked(self) -> dict[str, bool]:
        """How the question is put: the same for every sentence."""
        question = self.inquiry.question
        asked = fold(question.text)
        words = {f"word {word}": bool(pattern.search(asked)) for word, pattern in _WORDS.items()}
        return words | {f"asks {kind}": question.kind is kind for kind in QuestionKind}


def _shows(evidence: Evidence) -> bool:
    """True for a sentence that may show examples: it marks them, or it or more than remarks below it list something."""
    statement = evidence.statement
    below = any(child.statement.marker is None for child in evidence.outline.children(evidence.block))
    listed = (
        statement.examples or statement.sets or evidence.block.cells or len(split_members(statement.definition)) > 1
    )
    told = _TOLD_EXAMPLE.search(statement.definition)  # "hipérbole: exagero → morri de rir"
    return below or bool(listed or told or names_several(statement)) or bool(_EXAMPLE.search(fold(evidence.text)))


def _numbered(word: str, asked: str) -> bool:
    """True for a measure that the question itself gives: "na versão 5"."""
    return bool(re.search(rf"\b{re.escape(word)}\w* \d", asked))


def _expected(inquiry: Inquiry, evidence: Evidence, *, is_counted: bool) -> dict[str, float]:
    """Return whether a sentence lacks the kind of value that the question asks for; what is counted needs no number."""
    question = inquiry.question
    asked, said = fold(question.text), fold(evidence.text)
    numbers = set(_DIGITS.findall(said)) - set(_DIGITS.findall(asked))
    measured = question.kind in {QuestionKind.FACT, QuestionKind.TOPIC, QuestionKind.CATEGORY, QuestionKind.OPEN}
    measures = measured and any(
        word in _MEASURES and not _numbered(word, asked) for word in question.required[:_MEASURED_FIRST]
    )
    wants_number = (
        (question.kind is QuestionKind.COUNT and not is_counted)
        or question.value is Value.NUMBER
        or (bool(_AMOUNT.search(asked)) and question.kind is not QuestionKind.COUNT)
    )
    lasts = _LASTING.search(asked) and _UNTIL.search(said)
    tells_number = bool(numbers or evidence.statement.sets or _SPELLED.search(said) or _PRODUCT.search(said) or lasts)
    wants_maker = bool(_AGENT.search(asked)) and bool(MADE.search(asked) or _MAKER_ASKED.search(asked))
    return {
        **{f"{name} missing": bool(ask.search(asked)) and not say.search(said) for name, (ask, say) in _ASKS.items()},
        **{f"{name} told": bool(ask.search(asked) and say.search(said)) for name, (ask, say) in _ASKS.items()},
        "unit missing": not has_unit(asked, said),
        "measure missing": measures and not tells_number,
        "number missing": (wants_number and not tells_number)
        or (question.value is Value.NUMBER and has_number_of_another(inquiry, evidence))
        or not has_sure_unit(asked, evidence.text)
        or is_of_other_number(inquiry, evidence),
        "date missing": question.value is Value.DATE and not _YEAR.search(fold(PORT.sub(" ", evidence.text))),
        "price missing": question.value is Value.PRICE and not (_PRICE.search(said) or _COST.search(said)),
        "person told": bool(_AGENT.search(asked)) and bool(_PERSON.search(evidence.text)),
        "maker missing": wants_maker and not _MAKER.search(_told_of(inquiry, evidence)),
    }


def _told_of(inquiry: Inquiry, evidence: Evidence) -> str:
    """Return a sentence without its label where that is what is asked about: "PMI - Project Management Institute"."""
    label, told = evidence.statement.label, evidence.statement.definition
    own = told if told and any(stem(name) in stems(label) for name in inquiry.question.names) else evidence.text
    return without_others(inquiry, own)
