"""How likely a sentence of the notes answers a question: a logistic model over what retrieval and the words tell.

The weights stand in `likelihood.json`; `python -m evals.likelihood` fits them on cases whose evidence is known.
"""

import json
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.frames import QuestionKind, Value
from tutor.answering.question import Question
from tutor.language import fold, is_negated, stem, stems
from tutor.types import BlockKind

CANDIDATES = 12
"""How many of the best sentences are weighed for one question."""

_MEASURES = frozenset(
    stems(
        "valor altura área extensão comprimento largura peso tamanho frequência velocidade taxa capacidade prazo "
        "duração tempo idade população quantidade número percentual porcentagem alcance distância temperatura versão "
        "ano data porta nota pontuação limite máximo mínimo height length size weight speed rate number version year "
        "date port"
    )
)
_MAKING = frozenset(
    stem(fold(word))
    for word in """criou criaram inventou inventaram propôs desenvolveu fundou escreveu autor criador inventor formulou
    publicou descobriu lançou created invented proposed developed founded wrote author introduced""".split()
)
_DECISIVE = (
    "names missing",
    "number missing",
    "date missing",
    "price missing",
    "maker missing",
    "example missing",
    "side missing",
    "nothing new",
)
_MEASURED_FIRST = 2  # required words among which a measure is what is asked for
_AMOUNT = re.compile(r"\b(?:quant[oa]s?|how (?:many|much|long|often))\b")
_AGENT = re.compile(r"\b(?:quem|who|autor|autora|author)\b")
_EXAMPLE = re.compile(r"\b(?:exemplos?|como|ex|tais como|examples?|such as|like|e\.g|classic\w*)\b|\(")
_DIGITS = re.compile(r"\d+")
_SPELLED = re.compile(
    r"\b(?:dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d/\d|\bseculo\b|\bdecada\b")
_PRICE = re.compile(r"r\$|us\$|\$|€|\breais\b|\bdolares\b|\beuros\b")
_NAMED = re.compile(r"(?<!^)\b[A-ZÀ-Ý][a-zà-ÿ]+\b")
_MOST_WORDS = 60
_MOST_NEW = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with the probability, from 0 to 1, that it answers; `is_claimed` when the claims at hand cite it.

    A sentence that no strategy claims and that lacks a name, or the kind of value, asked for has no chance.
    """

    evidence: Evidence
    probability: float
    is_claimed: bool


def candidates(inquiry: Inquiry, claims: Sequence[Claim]) -> list[Candidate]:
    """Return the sentences that may answer, the likeliest first; `claims` are what the strategies would say."""
    found = weighed(inquiry, claims)
    weights = _weights()
    ranked = [
        Candidate(evidence, _probability(weights, features), bool(features["claimed"]))
        for evidence, features in found
        if features["claimed"] or not any(features[name] for name in _DECISIVE)
    ]
    return sorted(ranked, key=lambda candidate: (-candidate.probability, candidate.evidence.key))


def weighed(inquiry: Inquiry, claims: Sequence[Claim]) -> list[tuple[Evidence, dict[str, float]]]:
    """Return the best sentences found, and those that the claims cite, with their features."""
    cited = {evidence.key: evidence for claim in claims for evidence in claim.evidence}
    found = {evidence.key: evidence for evidence in inquiry.evidence[:CANDIDATES] if evidence.score > 0}
    scores = sorted((evidence.score for evidence in found.values()), reverse=True)
    reader = _Reader(inquiry, frozenset(cited), tuple([*scores, 0.0, 0.0][:2]))
    return [(evidence, reader.features(evidence)) for evidence in {**cited, **found}.values()]


@dataclass(frozen=True)
class _Reader:
    """Reads the features of sentences for one question; `best` are the two highest retrieval scores."""

    inquiry: Inquiry
    cited: Collection[tuple[str, int, int]]
    best: tuple[float, ...]

    def features(self, evidence: Evidence) -> dict[str, float]:
        """Return the features of one sentence by name."""
        claimed = evidence.key in self.cited
        named = {
            **self._retrieved(evidence),
            **self._carried(evidence),
            **self._shaped(evidence),
            **_expected(self.inquiry.question, evidence, is_counted=claimed),
            "example missing": self.inquiry.question.kind is QuestionKind.EXAMPLE and not _shows(evidence),
            "side missing": self._is_one_sided,
            "claimed": claimed,
            "answered": bool(self.cited),
            "claimed elsewhere": bool(self.cited) and not claimed,
        }
        return {name: float(value) for name, value in named.items()}

    @cached_property
    def _is_one_sided(self) -> bool:
        """True for a comparison with something that no sentence found speaks of."""
        inquiry = self.inquiry
        if inquiry.question.kind is not QuestionKind.COMPARISON:
            return False
        spoken = {word for evidence in inquiry.evidence for word in (*evidence.own, *evidence.above)}
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
        own = tuple(dict.fromkeys(evidence.own))
        new = len(own) - sum(inquiry.matcher.carried(own, required))
        lacking = {stem(name) for name in question.names} & set(cover.missing)
        return {
            "share": cover.share,
            "own": cover.own,
            "names missing": bool(lacking),
            "label held": held / len(label) if label else 0.0,
            "label whole": bool(label) and held == len(label),
            "new": min(new, _MOST_NEW) / _MOST_NEW,
            "nothing new": new == 0 and not evidence.statement.sets and not evidence.outline.children(evidence.block),
            "words asked": len(specific),
            "denial": is_negated(evidence.text) != is_negated(question.text),
        }

    def _shaped(self, evidence: Evidence) -> dict[str, float]:
        question, statement = self.inquiry.question, evidence.statement
        parent = bool(evidence.outline.children(evidence.block))
        shape = {
            "heading": evidence.block.kind is BlockKind.HEADING,
            "parent": parent,
            "bare parent": parent and not statement.definition,
            "definition": bool(statement.definition),
            "set": bool(statement.sets),
            "length": min(len(evidence.text.split()), _MOST_WORDS) / _MOST_WORDS,
        }
        return shape | {f"asks {kind}": question.kind is kind for kind in QuestionKind}


def _shows(evidence: Evidence) -> bool:
    """True for a sentence that may show examples: it marks them, or it or what stands below it lists something."""
    statement = evidence.statement
    listed = statement.examples or statement.sets or evidence.block.cells or evidence.outline.children(evidence.block)
    return bool(listed) or bool(_EXAMPLE.search(fold(evidence.text)))


def _expected(question: Question, evidence: Evidence, *, is_counted: bool) -> dict[str, float]:
    """Return whether a sentence lacks the kind of value that the question asks for; what is counted needs no number."""
    asked, said = fold(question.text), fold(evidence.text)
    numbers = set(_DIGITS.findall(said)) - set(_DIGITS.findall(asked))
    measured = question.kind in {QuestionKind.FACT, QuestionKind.TOPIC, QuestionKind.CATEGORY, QuestionKind.OPEN}
    wants_number = (
        (question.kind is QuestionKind.COUNT and not is_counted)
        or question.value is Value.NUMBER
        or (bool(_AMOUNT.search(asked)) and question.kind is not QuestionKind.COUNT)
        or (measured and not _MEASURES.isdisjoint(question.required[:_MEASURED_FIRST]))
    )
    wants_maker = bool(_AGENT.search(asked)) and not _MAKING.isdisjoint(question.required)
    return {
        "number missing": wants_number and not numbers and not _SPELLED.search(said),
        "date missing": question.value is Value.DATE and not _YEAR.search(said),
        "price missing": question.value is Value.PRICE and not _PRICE.search(said),
        "maker missing": wants_maker and not _NAMED.search(evidence.text),
    }


def _probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the logistic function of the weighted features and the intercept."""
    return 1 / (1 + math.exp(-weights["intercept"] - sum(weights[name] * value for name, value in features.items())))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    loaded: Mapping[str, float] = json.loads(
        files("tutor.answering").joinpath("likelihood.json").read_text(encoding="utf-8")
    )
    return loaded
