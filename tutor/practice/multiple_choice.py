"""Múltipla escolha: five options, one key, in the manner of CEBRASPE, FGV and FCC."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tutor.practice.distractors import Material, Outsider, claim_of, fits_shape, gives_away
from tutor.practice.drafts import Claim, Draft, chooser, draft
from tutor.practice.knowledge import Attribute, Concept, Group, GroupKind, Knowledge
from tutor.practice.nouns import capitalized, common_form, contract, enumerate_words
from tutor.practice.sentences import about, article_name, question_about, subject_of
from tutor.practice.shapes import Shape, is_finite
from tutor.practice.support import same_text
from tutor.practice.true_false import Assertion, assertions, distinct_places, is_shown_whole
from tutor.practice.wording import main_name
from tutor.types import ExerciseKind

_OPTIONS = 5
_DEFINING = frozenset(Shape) - {Shape.OTHER}
_LONGEST_STEM_CLAUSE = 240
_LONGEST_PAIR = 110


def write_multiple_choice(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Yield the drafts of every family, in the order of the notes."""
    for concept in part.concepts:
        if concept.clauses[0].shape in _DEFINING and not concept.remark:
            near = material.near(concept)
            yield from _term_of_definition(concept, near, material)
            yield from _definition_of_term(concept, near, material)
            yield from _matching_pair(concept, material)
        yield from _exemplified(concept, material)
    for group in part.groups:
        outsiders = material.outsiders(group)
        yield from _belonging(group, outsiders, material)
        yield from _not_belonging(group, outsiders, material)
        yield from _only_members(group, outsiders, material)
    for attribute in part.attributes:
        yield from _value_of(attribute, material)
    yield from _among_assertions(part, material)


def _term_of_definition(concept: Concept, near: Sequence[Concept], material: Material) -> Iterator[Draft]:
    """Definition → term."""
    clause = concept.clauses[0]
    key = main_name(concept.term)
    words = len(clause.text.split())
    if gives_away(key, clause.text) or not 4 <= words or len(clause.text) > _LONGEST_STEM_CLAUSE:
        return
    wrong = [
        other
        for other in near
        if other.clauses[0].shape in _DEFINING and not gives_away(main_name(other.term), clause.text)
    ]
    wrong = _distinct_names(key, wrong)[: _OPTIONS - 1]
    if len(wrong) < _OPTIONS - 1:
        return
    context = concept.place.context
    frames = [
        "considere a descrição a seguir.\n\n“{}.”\n\nEssa descrição corresponde a",
        "assinale a opção que apresenta o conceito correspondente à descrição a seguir.\n\n“{}.”",
        "considere a seguinte descrição: “{}”.\n\nAssinale a opção que indica o conceito descrito.",
    ]
    frame = chooser("stem", clause.text).choice(frames)
    body = frame.format(capitalized(clause.text))
    prompt = opened(context, body, material, avoid=key)
    yield draft(
        ExerciseKind.MULTIPLE_CHOICE,
        concept.place,
        ("termo", key),
        prompt,
        "",
        f"Nas notas, {key} é definido assim: “{short_quote(concept.place.citation.quote)}”",
        question=f"O que é {key}?",
        answer=clause.text,
        options=[key, *(main_name(other.term) for other in wrong)],
        untrue=[claim_of(other, clause.text) for other in wrong],
    )


def _definition_of_term(concept: Concept, near: Sequence[Concept], material: Material) -> Iterator[Draft]:
    """Term → definition."""
    clause = concept.clauses[0]
    fit = [
        other
        for other in near
        if fits_shape(other.clauses[0].shape, clause.shape)
        and _is_like_in_length(clause.text, other.clauses[0].text)
        and not material.support.says(concept.names, other.clauses[0].text)
        and material.are_told_apart(clause.text, other.clauses[0].text)
    ]
    if gives_away(concept.term, clause.text):
        fit.sort(key=lambda other: not gives_away(concept.term, other.clauses[0].text))
        if len(fit) < 2 or not gives_away(concept.term, fit[1].clauses[0].text):
            return
    wrong = _distinct_texts(clause.text, [other.clauses[0].text for other in fit])[: _OPTIONS - 1]
    if len(wrong) < _OPTIONS - 1 or len(clause.text) > _LONGEST_STEM_CLAUSE:
        return
    name = subject_of(concept.term, material.genders)
    noun = "definição" if clause.shape is not Shape.VERB else "característica"
    body = f"assinale a opção que apresenta corretamente a {noun} {contract('de', name)}."
    yield draft(
        ExerciseKind.MULTIPLE_CHOICE,
        concept.place,
        ("definição", concept.term),
        opened(concept.place.context, body, material, avoid=concept.term),
        "",
        f"É o que dizem as notas sobre {main_name(concept.term)}: “{short_quote(concept.place.citation.quote)}”",
        question=f"O que é {main_name(concept.term)}?",
        answer=clause.text,
        options=[clause.text, *wrong],
        untrue=[Claim(concept.names, text) for text in wrong],
    )


def _matching_pair(concept: Concept, material: Material) -> Iterator[Draft]:
    """Which pair matches: names and definitions of siblings, one pair as the notes have it, the others crossed."""
    beside = [
        other
        for other in material.contrasts(concept)
        if fits_shape(other.clauses[0].shape, concept.clauses[0].shape)
        and len(other.clauses[0].text) <= _LONGEST_PAIR
        and not gives_away(other.term, other.clauses[0].text)
    ][: _OPTIONS - 1]
    if (
        len(beside) < 2
        or len(concept.clauses[0].text) > _LONGEST_PAIR
        or gives_away(concept.term, concept.clauses[0].text)
    ):
        return
    crossed = [
        (one, other)
        for one in [*beside, concept]
        for other in [*beside, concept]
        if one is not other and one in material.contrasts(other) and not gives_away(one.term, other.clauses[0].text)
    ]
    chosen: list[tuple[Concept, Concept]] = []
    chooser("pairs", concept.term).shuffle(crossed)
    for one, other in crossed:
        if sum(one is a for a, _ in chosen) < 2 and sum(other is b for _, b in chosen) < 2:
            chosen.append((one, other))
    chosen = chosen[: _OPTIONS - 1]
    if len(chosen) < _OPTIONS - 1:
        return
    body = "assinale a opção que associa corretamente o conceito à sua descrição."
    yield draft(
        ExerciseKind.MULTIPLE_CHOICE,
        concept.place,
        ("par", concept.term),
        opened(concept.place.context, body, material),
        "",
        f"É a associação que está nas notas: “{short_quote(concept.place.citation.quote)}”",
        question=f"O que é {main_name(concept.term)}?",
        answer=concept.clauses[0].text,
        options=[_pair(concept, concept), *(_pair(one, other) for one, other in chosen)],
        untrue=[claim_of(one, other.clauses[0].text) for one, other in chosen],
    )


def _exemplified(concept: Concept, material: Material) -> Iterator[Draft]:
    """Of what something is an example."""
    for example in concept.examples:
        name = main_name(example)
        if not 0 < len(name.split()) <= 4 or not name[0].isupper() or is_finite(name):
            continue
        wrong = [
            other
            for other in material.beside_or_near(concept)
            if not material.support.lists(other.names, name) and not gives_away(name, other.term)
        ]
        wrong = _distinct_names(main_name(concept.term), wrong)[: _OPTIONS - 1]
        if len(wrong) < _OPTIONS - 1 or gives_away(name, concept.term):
            continue
        yield draft(
            ExerciseKind.MULTIPLE_CHOICE,
            concept.place,
            ("exemplo", name),
            opened(concept.place.context, f"{name} é citado como exemplo de", material, avoid=concept.term),
            "",
            f"As notas dão {name} como exemplo de {main_name(concept.term)}: “{short_quote(concept.place.citation.quote)}”",
            question=f"Quais são exemplos de {main_name(concept.term)}?",
            answer=name,
            options=[main_name(concept.term), *(main_name(other.term) for other in wrong)],
            untrue=[Claim(other.names, name, listed=True) for other in wrong],
        )


def _belonging(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    """Which one belongs to the set."""
    if len(outsiders) < _OPTIONS - 1 or group.kind is GroupKind.LEAD:
        return
    key = chooser("belongs", group.label).choice(group.members)
    wrong = outsiders[: _OPTIONS - 1]
    yield _group_draft(group, "pertence", _member_stem(group, material), key, [o.text for o in wrong], wrong, material)


def _not_belonging(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    """Which one does not belong to the set."""
    if not outsiders or len(group.members) < _OPTIONS - 1:
        return
    members = chooser("members", group.label).sample(list(group.members), _OPTIONS - 1)
    key = outsiders[0]
    if group.kind is GroupKind.PLURAL:
        body = f"as opções a seguir apresentam {group.label}, à exceção de uma. Assinale-a."
    elif group.kind is GroupKind.QUOTED:
        body = f"as opções a seguir apresentam itens do conjunto “{group.label}”, à exceção de uma. Assinale-a."
    elif group.kind is GroupKind.CLASS:
        subject = subject_of(group.label, material.genders)
        body = f"{subject} abrange os itens apresentados nas opções a seguir, à exceção de um. Assinale-o."
    else:
        return
    yield _group_draft(group, "exceto", body, key.text, members, [key], material)


def _only_members(group: Group, outsiders: Sequence[Outsider], material: Material) -> Iterator[Draft]:
    """Which option has members only: pairs, all but one spoilt by something that is not in the set."""
    members = [member for member in group.members if _joins(member)]
    outsiders = [outsider for outsider in outsiders if _joins(outsider.text)]
    if not outsiders or len(members) < 2 or group.kind is GroupKind.LEAD:
        return
    chance = chooser("only", group.label)
    key = chance.choice(list(combinations(members, 2)))
    mixed = [(member, outsider.text) for member in members for outsider in outsiders[:2]]
    chance.shuffle(mixed)
    balanced: list[tuple[str, str]] = []
    for member, outsider in mixed:
        if sum(member == m for m, _ in balanced) < 2:
            balanced.append((member, outsider) if chance.random() < 0.5 else (outsider, member))
    if len(balanced) < _OPTIONS - 1:
        return
    if group.kind is GroupKind.PLURAL:
        body = f"assinale a opção que apresenta apenas {group.label}."
    else:
        body = f"assinale a opção em que os dois itens apresentados se incluem em “{group.label}”."
    options = [" e ".join(pair) for pair in balanced[: _OPTIONS - 1]]
    used = [o for o in outsiders if any(o.text in option for option in options)]
    yield _group_draft(group, "apenas", body, " e ".join(key), options, used, material)


def _group_draft(
    group: Group, aspect: str, body: str, key: str, wrong: Sequence[str], out: Sequence[Outsider], material: Material
) -> Draft:
    members = enumerate_words(group.members)
    homes = "; ".join(f"{o.text} está em “{o.home}”" for o in out if o.home)
    explanation = f"Nas notas, “{group.label}” reúne: {members}." + (f" Já {homes}." if homes else "")
    return draft(
        ExerciseKind.MULTIPLE_CHOICE,
        group.place,
        (aspect, group.label),
        opened(group.place.context, body, material),
        "",
        explanation,
        question=question_about(group, material.genders),
        answer=members,
        options=[key, *wrong],
        untrue=[Claim(group.names, outsider.text, listed=True) for outsider in out],
    )


def _member_stem(group: Group, material: Material) -> str:
    """Return the stem that asks for a member: "assinale a opção que apresenta um dos componentes …"."""
    if group.kind is GroupKind.CLASS:
        subject = subject_of(group.label, material.genders)
        return f"assinale a opção que apresenta um item abrangido {contract('por', subject)}."
    gender = material.genders.of(group.label)
    if gender is None or group.kind is GroupKind.QUOTED:
        return f"assinale a opção que apresenta um item pertencente ao conjunto “{group.label}”."
    one, plural = ("um", "dos") if gender == "m" else ("uma", "das")
    return f"assinale a opção que apresenta {one} {plural} {group.label}."


def _value_of(attribute: Attribute, material: Material) -> Iterator[Draft]:
    """What a table says of something in one of its columns."""
    wrong = _distinct_texts(attribute.value, material.other_values(attribute))[: _OPTIONS - 1]
    named = article_name(attribute, material.genders)
    if len(wrong) < _OPTIONS - 1 or not named:
        return
    yield draft(
        ExerciseKind.MULTIPLE_CHOICE,
        attribute.place,
        ("atributo", attribute.of, attribute.name),
        opened(attribute.place.context, f"no caso de {attribute.of}, {named}", material, avoid=attribute.of),
        "",
        f"É o que está nas notas: “{short_quote(attribute.place.citation.quote)}”",
        question=f"Qual é {named.rsplit(maxsplit=1)[0]} de {attribute.of}?",
        answer=attribute.value,
        options=[attribute.value, *wrong],
    )


def _among_assertions(part: Knowledge, material: Material) -> Iterator[Draft]:
    """Assinale a correta, assinale a incorreta: assertions of one topic, of one note where a topic has too few."""
    found = [assertion for assertion in assertions(part, material) if is_shown_whole(assertion)]
    asked: set[tuple[str, int, str]] = set()
    for assertion in found:
        source = (assertion.place.citation.note, assertion.place.citation.first_line, assertion.place.citation.quote)
        if source in asked or chooser("asked", assertion.text).random() < 0.4:
            continue
        chance = chooser("assertions", assertion.text)
        others = [o for o in found if (o.change is None) != (assertion.change is None)]
        chance.shuffle(others)
        others.sort(
            key=lambda other: (
                other.place.context != assertion.place.context,
                other.place.topic != assertion.place.topic,
            )
        )
        distinct = distinct_places([assertion, *others])[1:_OPTIONS]
        if len(distinct) < _OPTIONS - 1 or not _is_like_in_length(assertion.text, *(o.text for o in distinct)):
            continue
        asked.add(source)
        yield _assertion_draft(assertion, distinct, material)


def _assertion_draft(key: Assertion, others: Sequence[Assertion], material: Material) -> Draft:
    same_topic = all(other.place.topic == key.place.topic for other in others)
    context = key.place.topic if same_topic else material.title_of(key.place.citation.note)
    context = common_form(context, material.genders)
    wanted = "correta" if key.change is None else "INCORRETA"
    reason = "" if key.change is None else f"A afirmação está incorreta: {key.change.reason}. "
    return draft(
        ExerciseKind.MULTIPLE_CHOICE,
        key.place,
        (wanted, key.text),
        opened(context, f"assinale a opção {wanted}.", material),
        "",
        f"{reason}Nas notas: “{short_quote(key.place.citation.quote)}”",
        question=key.question or key.text,
        answer=key.text if key.change is None else key.place.citation.quote,
        options=[f"{assertion.text}." for assertion in (key, *others)],
        change=key.change,
        untrue=[claim for assertion in (key, *others) for claim in assertion.untrue],
    )


def opened(context: str, body: str, material: Material, avoid: str = "") -> str:
    """Return a stem that begins with its context: "Acerca da virtualização, assinale …"."""
    if not context or (avoid and gives_away(avoid, context)):
        return capitalized(body)
    opening = chooser("opening", body).choice(("Acerca de", "Com relação a", "A respeito de", "No que se refere a"))
    return f"{about(opening, context, material.genders)}, {body}"


def _joins(text: str) -> bool:
    """True for a name that can stand beside another with "e" between."""
    return "," not in text and not re.search(r"\s(?:e|ou)\s", text)


def _pair(one: Concept, other: Concept) -> str:
    return f"{main_name(one.term)} – {other.clauses[0].text}"


def _distinct_names(key: str, concepts: Sequence[Concept]) -> list[Concept]:
    kept: list[Concept] = []
    for concept in concepts:
        names = [key, *(main_name(other.term) for other in kept)]
        if not any(same_text(main_name(concept.term), name) for name in names):
            kept.append(concept)
    return kept


def _distinct_texts(key: str, texts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if not any(same_text(text, other) for other in (key, *kept)):
            kept.append(text)
    return kept


def _is_like_in_length(text: str, *others: str) -> bool:
    """True when `text` does not stand out among `others` by its length."""
    lengths = [len(other) for other in others]
    return min(lengths) * 0.4 - 10 <= len(text) <= max(lengths) * 2.5 + 10


def short_quote(quote: str) -> str:
    """Return a quote on one line, cut at a word where it is long."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= 300 else plain[:300].rsplit(maxsplit=1)[0] + "…"
