"""Certo/Errado: assertions drawn from the notes, or made false by changing exactly one thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tutor.language import fold, is_dictionary_word, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.labels import says_alone
from tutor.practice.grammar.nouns import capitalized, contract, has_article, is_plural
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.verbs import ARTICLES, BEFORE_VERBS, first_word, is_verb_form, words
from tutor.practice.grammar.wording import main_name
from tutor.practice.questions import falsify
from tutor.practice.questions.distractors import Material
from tutor.practice.questions.drafts import Claim, Draft, as_noted, chooser
from tutor.practice.questions.swaps import is_likely, swappable
from tutor.practice.questions.transpositions import transposed
from tutor.practice.questions.values import question_about_value, sentence_of_value
from tutor.practice.reading.knowledge import Attribute, Concept, Fact, Group, GroupKind, Knowledge, Place
from tutor.practice.reading.sentences import group_sentence, question_about, say_of
from tutor.types import Change, ExerciseKind

_SHOWN_MEMBERS = 4
_FEWEST_WORDS = 6
_LEANS_BACK = re.compile(
    r"(?:[AO]s? (?:d[aeo]s?|que|com|em|para|basead[oa]s? (?:em|n[oa]s?)|orientad[oa]s? (?:a|à|ao)s?) "
    r"|Dal[ií]|Da[ií]|Ali|Aí|Lá)\b"
)
"""How a sentence begins whose noun the one before it holds: "A da hepatite B é …", "Dali o impulso passa …"."""
_FALSE_SHARE, _NEGATED_SHARE = 1.0, 0.6


@dataclass(frozen=True, slots=True)
class Assertion:
    """A full sentence without its full stop; `change` is what makes it false, None where it is true.

    `question` is how one would ask the tutor, the assertion itself where it is empty; `untrue` are claims that no note
    may support; `is_likely` is False where one thing is said to be of the sort of another, which alone nobody believes.
    """

    text: str
    place: Place
    aspect: tuple[str, ...]
    question: str = ""
    change: Change | None = None
    untrue: tuple[Claim, ...] = ()
    is_likely: bool = True

    @property
    def is_negation(self) -> bool:
        """True where only a "não" was taken out."""
        return self.change is not None and "não" in f"{self.change.before} {self.change.after}".casefold().split()


def write_true_false(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield a draft for each thing that can be asserted, true or false; a denial taken back is the rarer choice."""
    variants: dict[tuple[str, ...], list[Assertion]] = {}
    for assertion in fit_assertions(part, material):
        variants.setdefault((*assertion.aspect, assertion.place.citation.note), []).append(assertion)
    for aspect, found in variants.items():
        chance = chooser("variant", *aspect)
        false = [a for a in found if a.change is not None]
        strong = [assertion for assertion in false if not assertion.is_negation]
        likely = _FALSE_SHARE if strong else _NEGATED_SHARE
        chosen = (strong or false) if false and chance.random() < likely else [a for a in found if a.change is None]
        yield as_draft(chance.choice(chosen or false))


def fit_assertions(part: Knowledge, material: Material) -> Iterator[Assertion]:
    """Yield the assertions that say of what they speak, and that somebody may believe."""
    for assertion in assertions(part, material):
        loose = not assertion.place.heading and _is_of_any(assertion.text)
        if assertion.is_likely and not loose:
            yield assertion


def assertions(part: Knowledge, material: Material) -> Iterator[Assertion]:
    """Yield true assertions and false ones, in the order of the notes."""
    for fact in part.facts if not part.is_english else ():
        if language_of(fact.text) == "en" or not _is_full(fact.text):
            continue  # none in English can be made false, so that all would be true
        yield Assertion(fact.text, fact.place, ("fato", fact.text))
        yield from _twisted(fact)
        for text, change in () if fact.about else transposed(fact, part.facts):
            yield Assertion(text, fact.place, ("fato", fact.text), fact.text, change)
    for concept in part.concepts:
        yield from _swapped(concept, material)
    for group in part.groups:
        yield from _listed(group, material)
        yield from _included(group, material)
        yield from _ordered(group, material)
    for attribute in part.attributes:
        yield from _valued(attribute, material)


def _is_full(text: str) -> bool:
    """True for a sentence that a board would print: of six words or more, and without "ULA faz …" for "A ULA faz …"."""
    first, second = (*text.split(maxsplit=2), "", "")[:2]
    bare = re.fullmatch(r"[A-ZÀ-Þ]{2,}[-\w]*", first) is not None and is_verb_form(second)
    lacks_noun = re.match(r"[^\W\d_]+ (?:é|são) (?:[oa]s?|aquel[ea]s?) que\b", text)  # "Idempotente é o que …"
    if lacks_noun and is_bare_adjective(first.lower()):
        return False
    denied = re.search(r"\bnão\s", text)
    if denied and falsify.is_spliced(text[: denied.start()]):
        return False
    if _LEANS_BACK.match(text) or fold(first_word(text)) in lexicon.ADJECTIVES:
        return False  # "Pequena propriedade rural …"
    return len(text.split()) >= _FEWEST_WORDS and (not bare or second in {"é", "são", "consiste", "consistem"})


def _is_of_any(text: str) -> bool:
    """True for what says of what only with a title above it: "a região é uma área", "São tipos de comandos: …"."""
    if label := re.search(r"^São ([^:]+): |-se entre [oa]s? (.+)$", text):
        return not says_alone(label[1] or label[2])
    article, noun, verb = (*(word for word in words(text) if word not in BEFORE_VERBS), "", "", "")[:3]
    if article[1:].islower() and is_verb_form(noun) and is_dictionary_word(article, ("en",)):
        return not is_dictionary_word(article, ("pt",))
    return (article.lower() in ARTICLES and is_verb_form(verb)) or re.match(r"N[oa]s? [^\W\d_]+, ", text) is not None


def as_draft(assertion: Assertion) -> Draft:
    """Return the draft that asks to judge an assertion."""
    change = assertion.change
    verdict = f"Errado: {change.reason}." if change else "Certo: é o que dizem as notas."
    return Draft(
        kind=ExerciseKind.TRUE_FALSE,
        place=assertion.place,
        aspect=(*assertion.aspect, change.after if change else ""),
        prompt=f"Julgue o item a seguir.\n\n{assertion.text}.",
        key="errado" if change else "certo",
        explanation=f"{verdict} {as_noted(assertion.place)}",
        question=assertion.question or assertion.text,
        answer=assertion.place.citation.quote if change else assertion.text,
        change=change,
        untrue=assertion.untrue,
    )


def _twisted(fact: Fact) -> Iterator[Assertion]:
    """Yield at most one inversion and one changed number of a fact; a "não" put in or taken out where there is none."""
    ways = (falsify.inversions, falsify.exceptions, falsify.universals, falsify.negations, falsify.denials)
    inverted = next((found for turned in ways for found in turned(fact)), None)
    for found in (inverted, next(falsify.renumberings(fact), None)):
        if found:
            text, change = found
            claims = (
                ()
                if "não" in f"{change.before} {change.after}".split()
                else (Claim(fact.about, text, word=change.after),)
            )
            yield Assertion(text, fact.place, ("fato", fact.text), fact.text, change, claims)


def _swapped(concept: Concept, material: Material) -> Iterator[Assertion]:
    """Yield what defines `concept` said of a sibling."""
    clause = concept.clauses[0]
    for sibling, own in swappable(concept, material):
        text = say_of(sibling, clause, concept, material.genders)
        if not text:
            continue
        name, other = main_name(concept.term), main_name(sibling.term)
        shown = other if other in text else capitalized(other)
        change = Change(name, shown, f"o que se afirma vale para {name}, e não para {other}")
        yield Assertion(
            text,
            concept.place,
            ("definição", concept.term),
            f"O que é {name}?",
            change,
            (Claim(sibling.names, clause.text, word=own),),
            is_likely=is_likely(concept, sibling),
        )
        return


def _listed(group: Group, material: Material) -> Iterator[Assertion]:
    """Yield the group as it is, and with one member replaced by one that is not in it."""
    chance = chooser("members", group.label, *group.members)
    shown = sorted(chance.sample(range(len(group.members)), min(_SHOWN_MEMBERS, len(group.members))))
    members = [group.members[at] for at in shown]
    genders = material.genders
    text = group_sentence(group, members, genders)
    if not text:
        return
    question = question_about(group, genders)
    yield Assertion(text, group.place, ("lista", group.label), question)
    outsiders = material.outsiders(group) if group.kind is not GroupKind.LEAD else []
    whole = not any(_lacks_noun(member, genders) for member in group.members)
    outsiders = [outsider for outsider in outsiders if _lacks_noun(outsider.text, genders) != whole]
    if not outsiders:
        return
    outsider = chance.choice(outsiders[:3])
    at = chance.randrange(len(members))
    changed = [*members[:at], outsider.text, *members[at + 1 :]]
    where = f"nas notas, {outsider.text} está em “{outsider.home}”"
    change = Change(members[at], outsider.text, where)
    claim = Claim(group.names, outsider.text, listed=True)
    yield Assertion(
        group_sentence(group, changed, genders), group.place, ("lista", group.label), question, change, (claim,)
    )


def _included(group: Group, material: Material) -> Iterator[Assertion]:
    """Yield that one member is of a list, and that a member of a list beside it is."""
    genders = material.genders
    label = subject_of(group.label, genders)
    if group.kind is not GroupKind.PLURAL or label == group.label:
        return
    chance = chooser("included", group.label, *group.members)
    question = question_about(group, genders)
    member = chance.choice(group.members)
    if shares_stem(member, group.label):
        return  # "o conflito de tarefa inclui-se entre os tipos de conflito"
    aspect = ("membro", group.label)
    if text := _inclusion(member, label, genders):
        yield Assertion(text, group.place, aspect, question)
    for stranger in material.outsiders(group)[:1]:
        if text := _inclusion(stranger.text, label, genders):
            where = f"nas notas, {stranger.text} está em “{stranger.home}”"
            claim = Claim(group.names, stranger.text, listed=True)
            change = Change(member, text.split(" inclu")[0], where)
            yield Assertion(text, group.place, aspect, question, change, (claim,))


def _inclusion(member: str, label: str, genders: Genders) -> str:
    """Return "A proteção do crédito inclui-se entre as bases legais"; empty where its article or number is not sure."""
    subject, plural = subject_of(member, genders), is_plural(member)
    if plural is None or subject == member or is_finite(member) or "," in member or _lacks_noun(member, genders):
        return ""
    return capitalized(f"{subject} {'incluem' if plural else 'inclui'}-se entre {label}")


def _lacks_noun(member: str, genders: Genders) -> bool:
    """True for "reativo baseado em modelo" among kinds of agents."""
    first = first_word(member).lower()
    adjective = looks_adjectival(first) and not genders.is_listed(first) and not ends_as_act(first)
    return adjective or is_bare_adjective(member)


def _ordered(group: Group, material: Material) -> Iterator[Assertion]:
    """Yield which of two members that follow each other comes first, and the reverse."""
    genders = material.genders
    named = [subject_of(member, genders) for member in group.members]
    if not group.ordered or any(is_finite(member) for member in group.members):
        return
    chance = chooser("ordered", group.label, *group.members)
    for at in chance.sample(range(len(named) - 1), len(named) // 2):
        first, second = named[at : at + 2]
        if has_article(first) != has_article(second) or any(" e " in name for name in (first, second)):
            continue  # "o reconhecimento e interpretação"
        within = f"Na sequência {contract('de', subject_of(group.label, genders))}"
        aspect = ("ordem", group.label, first)
        question = question_about(group, genders)
        yield Assertion(f"{within}, {first} antecede {second}", group.place, aspect, question)
        reason = f"nas notas, {first} vem antes"
        change = Change(f"{first} antecede {second}", f"{second} antecede {first}", reason)
        yield Assertion(f"{within}, {second} antecede {first}", group.place, aspect, question, change)


def _valued(attribute: Attribute, material: Material) -> Iterator[Assertion]:
    """Yield a value of a table that a sentence can tell, and one that another row has in its place."""
    genders = material.genders
    text = sentence_of_value(attribute, genders)
    if not text:
        return
    aspect = ("atributo", attribute.of, attribute.name)
    question = question_about_value(attribute, genders)
    yield Assertion(text, attribute.place, aspect, question)
    for other in material.other_values(attribute)[:1]:
        changed = sentence_of_value(replace(attribute, value=other), genders)
        reason = f"o valor nas notas é {attribute.value}, e não {other}"
        if changed:
            yield Assertion(changed, attribute.place, aspect, question, Change(attribute.value, other, reason))
