"""Which words make a noun phrase, and which of them show that there is a verb among them."""

import re
from collections.abc import Sequence

from tutor.language import fold
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.nouns import is_plural, singular_form
from tutor.practice.grammar.verbs import (
    ARTICLES,
    BEFORE_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    SUBORDINATORS,
    is_infinitive,
    is_participle,
    is_predicative,
    is_verb_form,
    may_be_conjugated,
    words,
)

_PLACES = frozenset("abaixo acima além aquém antes depois dentro fora perto longe junto".split())


def is_noun_phrase(text: str, genders: Genders) -> bool:
    """True unless the words right behind the first noun show that it is none, or that words are left out.

    "captura posição do cursor" is a verb and its object, "usuário provisiona sozinho" a sentence, and "provedor:
    segurança da nuvem" a note.
    """
    if ":" in text:
        return False
    head, *rest = words(re.split(r"[,;(“\"]", text, maxsplit=1)[0]) or [""]
    if len(head) == 1 or (may_be_conjugated(head) and not genders.is_listed(head)):
        return False
    for word in rest:
        if word.casefold() in PREPOSITIONS | SUBORDINATORS | _PLACES | {
            "e",
            "ou",
            "não",
            "mais",
            "menos",
            "muito",
            "bem",
        }:
            break
        if not _may_follow(word, head, genders):
            return False
    return not _hides_verb([head, *rest], genders) and not _lacks_preposition(text, genders)


def runs_together(name: str) -> bool:
    """True for "requisitos patente", "número processos": two nouns and nothing to join them."""
    first, second = (*name.split(), "", "")[:2]
    noun = second.islower() and second.isalpha() and not lexicon.NOUNS.isdisjoint((fold(second), singular_form(second)))
    joins = first in PREPOSITIONS or second in PREPOSITIONS | ARTICLES
    return noun and not joins and not looks_adjectival(second) and fold(second) not in lexicon.ADJECTIVES


def _lacks_preposition(text: str, genders: Genders) -> bool:
    """True for "lista no DNS os IPs que …": an article right behind a noun, with nothing to join it."""
    for before, determined in re.findall(r"(\S+) (?=(?:o|os|as|um|uma) (\w+))", text):
        noun = genders.is_listed(before) or (before.isupper() and before.isalpha() and len(before) > 1)
        named = determined[0].isupper()
        joins = before in PREPOSITIONS | SUBORDINATORS | QUANTIFIERS or is_verb_form(before) or is_infinitive(before)
        if noun and not joins and before not in lexicon.NOUN_OR_VERB and (named or fold(determined) in lexicon.NOUNS):
            return True
    return False


def _acts(word: str, article: str, noun: str, genders: Genders) -> bool:
    """True for "contamina a avaliação": what is no noun and no adjective before a determined noun is a verb."""
    names = genders.is_listed(word) or looks_adjectival(word) or is_predicative(word) or word in PREPOSITIONS
    feminine = fold(noun).endswith(lexicon.ACT_ENDINGS) or fold(noun) in lexicon.FEMININE
    return article == "a" and word.endswith("a") and not names and feminine


def _is_unlisted_verb(before: str, word: str, genders: Genders) -> bool:
    """True for "direito de anular atos decai em um ano": a form that only a dictionary takes for one of a verb."""
    joined = before in PREPOSITIONS | ARTICLES | SUBORDINATORS | QUANTIFIERS | {"e", "ou", "não"}
    named = genders.is_listed(word) or looks_adjectival(word) or fold(word).endswith(lexicon.ACT_ENDINGS)
    return not (joined or named or word in PREPOSITIONS | _PLACES) and word.islower() and may_be_conjugated(word)


def _hides_verb(parts: Sequence[str], genders: Genders) -> bool:
    """True for "processo de alta prioridade espera recurso": a noun that is a verb there, by its neighbours."""
    joins = PREPOSITIONS | ARTICLES | SUBORDINATORS | PRONOUNS | QUANTIFIERS | {"e", "ou"}
    for before, word, after in zip(parts, parts[1:], [*parts[2:], ""], strict=False):
        if word in SUBORDINATORS:
            return False
        if _acts(before, word, after, genders) or _is_unlisted_verb(before, word, genders):
            return True
        if before == "não" and not (
            is_predicative(word) or looks_adjectival(word) or word in joins | lexicon.ADJECTIVES
        ):
            return True  # "o rei não erra"
        if before in {"e", "ou"} and is_verb_form(word) and not is_participle(word):
            return True  # "verbo no plural ou concorda com o mais próximo"
        names = looks_adjectival(after) or before in lexicon.ADJECTIVES  # "tabela base ordenada", "menor custo"
        if word in lexicon.NOUN_OR_VERB and before not in joins and not names:
            return True
    return False


def _may_follow(word: str, head: str, genders: Genders) -> bool:
    """True for a word that can stand right behind a noun: an adjective that agrees with it, or a foreign word."""
    foreign = not fold(word).rstrip("s").endswith(tuple("aeoulrzm")) or not word.islower() or "-" in word
    if foreign or word.endswith("mente"):
        return True
    named = genders.is_listed(word) or fold(word).endswith(lexicon.ACT_ENDINGS)
    if (named and not is_predicative(word) and not looks_adjectival(word)) or is_verb_form(word):
        return False
    if not named and may_be_conjugated(word):
        return False  # "o agente desiste"
    if word in PRONOUNS | QUANTIFIERS | BEFORE_VERBS | ARTICLES or is_infinitive(word):
        return False
    plural, gender, ending = is_plural(head), genders.of(head), fold(word).rstrip("s")[-1]
    if plural is not None and word != "simples" and word.endswith("s") != plural:
        return False
    return gender is None or ending not in "oa" or (ending == "a") == (gender == "f")
