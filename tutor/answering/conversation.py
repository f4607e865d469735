"""Follow-up questions, read with the turns before them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.answering.frames import MADE, QuestionKind, Value
from tutor.answering.ordinals import swap_ordinal
from tutor.answering.question import Question, is_question_word, read_question, split_pair
from tutor.language import content_tokens, fold, stem, tokens

_AND = re.compile(
    r"^(?:(?:ok|certo|entendi|legal|beleza|hum|ah)[,.!]?\s+)?(?:mas e|e|and|what about|how about|quanto a|ja)\s+(?=\S)"
)
_OF = re.compile(r"^(?:para|pra|com|d|n)?(?:[oa]s?|e|the|of|for)\s+", re.IGNORECASE)
PRONOUN = re.compile(
    r"\b(?:el[ea]s?|del[ea]s?|nel[ea]s?|iss?to|isso|disso|disto|nisso|ess[ea]s?|dess[ea]s?|"
    r"dest[ea]s?|ness[ea]s?|est[ea]s?|seus?|suas?|its?|they|them|their|that|this|these|those)\b"
)
_TOLD_OF_IT = re.compile(r"(?:el[ea]s?|ess[ea]s?|it|they) (?=\w)")
"""How a statement about what was asked before begins: "e ele tem journaling?"."""
_ITS = re.compile(r"\s(?:del[ea]s?|disso|dess[ea]s?|of (?:it|them))$", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:qual|quais|quem|quando|onde|como|quant[oa]s?|por que|porque|o que|que e|what|"
    r"which|who|when|where|why|how|exemplos?|examples?|cite|liste|explique|pagina|page|e|"
    r"sao|is|are)\b"
)
_MORE = re.compile(
    r"^(?:(?:me )?(?:explica|explique|detalha|detalhe|fala|fale|conta|conte)(?: (?:melhor|"
    r"mais|isso))*|mais detalhes|continue|tell me more|more details|explain(?: more| better)?)[\s.!?]*$"
)
_EXAMPLE_OF = re.compile(
    r"\b(?:exemplos?|examples?|exemplifi\w+|cite|citar|de|of|for|para)\s+(?!classic|tipic|pratic|comu[mn])\w"
)
_OWNER = re.compile(r"[oa]s?\s+(d[eoa]s?\s.+)", re.IGNORECASE)
_OWNED = re.compile(r"(\S+)\s+d[eoa]s?\s", re.IGNORECASE)
_FIELD = re.compile(r"\s(?:em|n[ao]s?|d[eoa]s?|in|of|for|para)\s")
_DIGITS = re.compile(r"\d+")
_ARTICLES = frozenset("o a os as um uma the an".split())
_PREPOSITIONS = tuple(
    frozenset(alike.split())
    for alike in (
        "em no na nos nas num numa in",
        "de do da dos das of",
        "para pra pro to for",
        "com with",
        "por pelo pela pelos pelas by",
    )
)
_PARTITIVE = _PREPOSITIONS[1]
_LEADING = (_ARTICLES, *_PREPOSITIONS)
_OWNING = _PARTITIVE | frozenset("no na nos nas ao aos".split())
_RELATING = frozenset[str]().union(*_PREPOSITIONS) - _PARTITIVE
_WHICH = frozenset("quanto quantos quanta quantas qual quais quando onde como quem".split())
_WITH_ARTICLE = re.compile(r"(d|n|pel|a|pr)?([oa]s?)", re.IGNORECASE)
_NAME = re.compile(r".*[A-Z\d].*")
_ASKING = frozenset({QuestionKind.LIST, QuestionKind.FACT, QuestionKind.COUNT, QuestionKind.PAGE, QuestionKind.OPEN})
_FEW = 3  # words asked for
_KIN = 3  # letters that names of one sort share: "HTTP" and "HTTPS", "IPv4" and "IPv6"
_QUALIFIED = 3  # words of a noun with its article and one word that says which


def read_in_conversation(text: str, earlier: Sequence[str]) -> tuple[Question, ...]:
    """Return the readings of a question after earlier ones, the likeliest first.

    The last is the question alone, unless it only asks an attribute: "e quais as vantagens?".
    """
    previous: Question | None = None
    for asked in earlier:
        previous = _readings(asked, previous)[0]
    return _readings(text, previous)


def _readings(text: str, previous: Question | None) -> tuple[Question, ...]:
    alone = read_question(text)
    if previous is None:
        return (alone,)
    folded = fold(" ".join(text.split()))
    if _MORE.match(folded):
        return (_about(replace(alone, kind=QuestionKind.OVERVIEW, focus=""), previous),)
    joined = _AND.match(folded)
    if joined and len(folded) == len(" ".join(text.split())):
        rest = " ".join(text.split())[joined.end() :].strip()
        bare = folded[joined.end() :].strip(" ?!.")
        if not _ASKS.search(bare):
            pointed = _pointed(rest.strip(" ?!."), previous)
            return (pointed,) if pointed else _replaced(text, rest.strip(" ?!."), previous)
        alone = replace(read_question(rest), text=text)
    required = alone.required
    leans = not required or (_bare_attribute(alone) and not alone.names)
    if leans or PRONOUN.search(folded):
        return (_about(alone, previous),) if leans else (_about(alone, previous), alone)
    if joined:
        return (replace(alone, context=previous.focus), alone)
    return (alone, _about(alone, previous)) if _leaves_open_of_what(alone) else (alone,)


def _leaves_open_of_what(question: Question) -> bool:
    """True for "quais versões estão em uso?", which names nothing and says of nothing whose they are."""
    owned = _OWNING.intersection(tokens(question.focus))
    few = len(question.required) <= _FEW and not question.names and not owned
    return few and question.kind in _ASKING


def _bare_attribute(question: Question) -> bool:
    """True for "quais as vantagens?" and "um exemplo clássico?": one word asked of something that is not named."""
    if question.kind is QuestionKind.EXAMPLE:
        return not _EXAMPLE_OF.search(fold(question.text))
    return question.kind in _ASKING and len(question.required) == 1


def _about(question: Question, previous: Question) -> Question:
    """Return the question asked of what the previous one was about."""
    asks_maker = question.value is Value.PERSON and MADE.fullmatch(fold(question.focus))  # "quem criou?"
    whole = question.required and not asks_maker
    focus = f"{question.focus} {_thing(previous)}".strip() if whole else _thing(previous)
    names = question.names | frozenset(token for token in previous.names if token in set(content_tokens(focus)))
    return replace(question, focus=PRONOUN.sub("", focus).strip() or focus, names=names, context=previous.focus)


def _thing(question: Question) -> str:
    """Return what a question was about: of "vantagens da virtualização", the virtualization."""
    if question.kind is QuestionKind.LIST:
        parts = re.split(r"\s+(?:d[eoa]s?|of)\s+", question.focus, maxsplit=1)
        return parts[-1]
    return question.focus


def _pointed(rest: str, previous: Question) -> Question | None:
    """Return what "o 5" after "RAID 1", "a causa dela" or "ela tem causa?" asks; None for anything else."""
    thing = _OF.sub("", rest)
    numbers, owned = list(_DIGITS.finditer(previous.text)), _ITS.search(thing)
    if _DIGITS.fullmatch(thing) and numbers:
        asked = f"{previous.text[: numbers[-1].start()]}{thing}{previous.text[numbers[-1].end() :]}"
    elif owned:
        asked = f"{thing[: owned.start()]} de {_FIELD.split(previous.focus)[-1]}"
    elif told := _TOLD_OF_IT.match(fold(rest)):
        asked = f"{_thing(previous)} {rest[told.end() :]}?"
    else:
        return None
    return replace(read_question(asked), context=previous.context)


def _replaced(text: str, rest: str, previous: Question) -> tuple[Question, ...]:
    """Return the previous question with what it was about, or what it asked, replaced by `rest`: "e o tipo 2?"."""
    thing = _OF.sub("", _OF.sub("", rest))
    of = bool(re.match(r"(?:d[eoa]s?|para|pra|n[oa]s?|of|for|with|com)\s", fold(rest)))
    names = read_question(f"? {thing}").names
    field = "".join(_FIELD.split(previous.focus, maxsplit=1)[1:])

    def asked(focus: str) -> Question:
        whole, found = re.subn(rf"(?<!\w){re.escape(previous.focus)}(?!\w)", lambda _: focus, previous.text)
        if not previous.focus or not found:
            return replace(previous, text=text, focus=focus, names=names, context=previous.focus)
        return replace(previous, text=whole, focus=focus, names=names, context=f"{previous.context} {field}".strip())

    if previous.kind is QuestionKind.COMPARISON:
        pair = split_pair(re.sub(r"^(?:entre|between)\s+", "", rest))
        options = pair if len(pair) == 2 else (*previous.options[:1], thing)
        return (replace(asked(" ".join(options)), options=options),)
    if previous.kind is QuestionKind.YES_NO:
        return (replace(read_question(_new_subject(previous.text, thing)), text=text, context=previous.focus),)
    placed = swap_ordinal(previous.attribute, thing)
    if placed:
        return (replace(previous, text=text, attribute=placed, context=previous.focus),)
    swapped = swap_ordinal(previous.focus, thing) or _swap(previous.focus, thing) or _swap_owner(previous.focus, rest)
    if swapped:
        return (asked(swapped), asked(thing))
    spliced = tuple(replace(read_question(s), context=previous.context) for s in _spliced(previous.text, rest))
    parts = re.split(r"\s+(?:d[eoa]s?|of|para|for)\s+", previous.focus, maxsplit=1)
    if previous.kind in {QuestionKind.LIST, QuestionKind.COUNT} and len(parts) == 2:
        of_thing, thing_of = asked(f"{parts[0]} {thing}"), asked(f"{thing} {parts[1]}")
        return (*spliced, of_thing, thing_of) if of else (*spliced, thing_of, of_thing)
    head = previous.focus.split()[:1]
    about_same = replace(asked(f"{thing} {_thing(previous)}"), kind=QuestionKind.LIST)
    longer = tuple(asked(f"{word} {thing}") for word in head if len(previous.focus.split()) > 1)
    named = (asked(thing), *longer) if previous.kind is QuestionKind.DEFINITION else (*longer, asked(thing))
    return (*spliced, *named[:1]) if spliced else (*named, about_same)


def _spliced(text: str, rest: str) -> tuple[str, ...]:
    """Return readings of a question whose last phrase of the kind of `rest` gives way to it; none where it has none.

    A name takes the place of a name, "e o UDP?", of one that is led alike where there is such, and else a phrase that
    of one that begins alike: "e na teoria?". One word may be said of the noun that was named before: "e o composto?"
    after "o juro simples".
    """
    words, new = text.rstrip(" ?!.").split(), rest.split() or [""]
    folded = [fold(word) for word in words]
    alike = _alike(new[0])
    leading, thing = (new[:1], new[1:]) if alike else ([], new)
    names = [at for at, word in enumerate(words) if at and _NAME.fullmatch(word)]
    if thing and names and _NAME.fullmatch(thing[0]):
        begins = [at for at in names if at - 1 not in names]
        first = ([at for at in begins if folded[at - 1] in alike] or begins)[-1]
        end = next(at for at in range(first, len(words) + 1) if at not in names)
        return (_joined([*_led(words[:first], leading), *thing, *words[end:]]),)
    if len(thing) > 1 and fold(thing[0]) in _PARTITIVE and _NAME.fullmatch(thing[1]):  # "e a de HTTPS?"
        kin = [at for at in names if folded[at][:_KIN] == fold(thing[1])[:_KIN]]
        if kin:
            return (_joined([*words[: kin[-1]], *thing[1:], *words[kin[-1] + 1 :]]),)
    starts = [at for at, word in enumerate(folded[:-1]) if word in alike and folded[at + 1] != "que"]
    if not thing or not starts:
        return ()
    start = starts[-1]
    if thing[-1] in {"one", "ones"}:
        thing = [*thing[:-1], words[-1]]
    of = next((at for at in range(start + 2, len(words)) if folded[at] in _PARTITIVE), len(words))
    end = next((at for at in range(start + 2, len(words)) if folded[at] in _RELATING | _WHICH), len(words))
    if fold(thing[0]) in _PARTITIVE:  # "e o de maio?" after "como o lote de abril chegou"
        owned = [at for at in starts if _PARTITIVE.intersection(folded[at + 2 : at + 3])]
        start, end = (owned[-1], owned[-1] + 4) if owned else (start, end)
        return (_joined([*words[:start], *leading, words[start + 1], *thing, *words[end:]]),)
    if alike is _ARTICLES and of < end:
        of_another = _joined([*_led(words[: of + 1], leading), *thing, *words[end:]])
        another = _joined([*words[:start], *leading, *thing, *words[of:]])
        return (of_another,) if is_question_word(words[start + 1]) else (another, of_another)
    plain = _joined([*words[:start], *leading, *thing, *words[end:]])
    qualifies = len(thing) == 1 and end - start == _QUALIFIED and not _NAME.fullmatch(thing[0])
    of_same = [_joined([*words[:start], *leading, words[start + 1], *thing, *words[end:]])] if qualifies else []
    return (*of_same, plain)


def _joined(words: Sequence[str]) -> str:
    return " ".join(words) + "?"


def _led(before: Sequence[str], leading: Sequence[str]) -> list[str]:
    """Return the words before a name with its own article or preposition: "do" or "no modelo", where "a" led to it."""
    last = {"de": "do", "em": "no"}.get(before[-1], before[-1])
    was, now = _WITH_ARTICLE.fullmatch(last), _WITH_ARTICLE.fullmatch("".join(leading))
    if was and now:
        return [*before[:-1], f"{now[1] or was[1] or ''}{now[2]}"]
    if leading and _alike(before[-1]):
        return [*before[:-1], *leading]
    is_noun = bool(now) and any(map(_alike, before[-2:-1]))
    return [*before] if is_noun else [*before, *leading]


def _alike(word: str) -> frozenset[str]:
    """Return the articles, or the prepositions of one meaning, among which a word is; none for any other word."""
    return next((words for words in _LEADING if fold(word) in words), frozenset())


def _swap(focus: str, thing: str) -> str:
    """Return `focus` with "tipo 1" made "tipo 2" where both share their first word; else nothing."""
    words, new = focus.split(), thing.split()
    heads = [stem(token) for token in content_tokens(thing)[:1]]
    for at, word in enumerate(words):
        if heads and [stem(token) for token in content_tokens(word)] == heads:
            kept = [w for w in words[at + 1 :] if not _DIGITS.fullmatch(w)] if _DIGITS.search(thing) else []
            return " ".join([*words[:at], *new, *kept])
    return ""


def _swap_owner(focus: str, rest: str) -> str:
    """Return "indicador de resultado" for "indicador de tendência" and "o de resultado"; else nothing."""
    other, owned = _OWNER.fullmatch(rest), _OWNED.match(focus)
    return f"{owned[1]} {other[1]}" if other and owned else ""


def _new_subject(text: str, thing: str) -> str:
    """Return a yes/no question asked of `thing` instead of its subject; where that is not clear, the thing alone."""
    verb = re.search(
        r"\s(?:é|são|tem|têm|pode|podem|usa|usam|exige|exigem|precisa|precisam|permite|permitem|"
        r"is|are|has|can|uses?)\s",
        text,
        re.IGNORECASE,
    )
    if verb:
        return f"{thing}{text[verb.start() :]}"
    leading = re.match(r"(?:é|são|is|are)\s+(?:o |a |os |as |the )?\S+\s+", text, re.IGNORECASE)
    if leading:
        return f"{thing} é {text[leading.end() :]}"
    return _swap(text.rstrip(" ?"), thing) or thing
