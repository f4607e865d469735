"""Grading at once: right or wrong, why, and for open answers what was stated and what was missing."""

import re

from tutor.errors import PracticeError
from tutor.language import content_tokens, fold, is_misspelling, stem
from tutor.types import Exercise, ExerciseKind, Grade

_ENOUGH_OF_A_FACT = 0.6
_ENOUGH_OF_ALL = 0.6
_TRUE = frozenset("c certo certa v verdadeiro verdadeira true correto sim".split())
_FALSE = frozenset("e errado errada f falso falsa false incorreto nao".split())
_KNEW = frozenset("acertei sabia facil bom bem certo c sim lembrei good easy".split())
_DID_NOT_KNOW = frozenset("errei nao esqueci errado e again".split())
_BARELY_KNEW = frozenset("dificil quase hard".split())


def grade(exercise: Exercise, response: str) -> Grade:
    """Grade a response: a letter, Certo or Errado, the student's own judgement of a flashcard, or an answer in words.

    Raises:
        PracticeError: for a response that is none of what the exercise takes.
    """
    match exercise.kind:
        case ExerciseKind.MULTIPLE_CHOICE:
            return _grade_choice(exercise, response)
        case ExerciseKind.TRUE_FALSE:
            return _grade_true_false(exercise, response)
        case ExerciseKind.FLASHCARD:
            return _grade_flashcard(exercise, response)
        case ExerciseKind.OPEN:
            return _grade_open(exercise, response)


def _grade_choice(exercise: Exercise, response: str) -> Grade:
    match = re.fullmatch(r"\W*([A-Ea-e])\W*", response)
    by_text = [option.letter for option in exercise.options if fold(option.text) == fold(response.strip())]
    letter = match[1].upper() if match else (by_text or [""])[0]
    if not letter:
        raise PracticeError(f"A resposta “{response}” não é uma das opções. Responda com uma letra de A a E.")
    return _verdict(exercise, letter == exercise.key, f"A opção certa é {exercise.key}. ")


def _grade_true_false(exercise: Exercise, response: str) -> Grade:
    word = fold(response).strip(" .!")
    if word not in _TRUE | _FALSE:
        raise PracticeError(f"A resposta “{response}” não é Certo nem Errado. Responda C ou E.")
    return _verdict(exercise, (word in _TRUE) == (exercise.key == "certo"), f"O item está {exercise.key}. ")


def _verdict(exercise: Exercise, correct: bool, key: str) -> Grade:
    opening = "Você acertou. " if correct else f"Você errou. {key}"
    return Grade(exercise.id, correct, float(correct), f"{opening}{exercise.explanation}")


def _grade_flashcard(exercise: Exercise, response: str) -> Grade:
    """Take the student's own judgement; an answer in words is compared with the back of the card."""
    word = fold(response).strip(" .!")
    if word in _KNEW | _BARELY_KNEW:
        return Grade(exercise.id, True, 1.0 if word in _KNEW else 0.5, f"Resposta: {exercise.key}")
    if word in _DID_NOT_KNOW or not word:
        return Grade(exercise.id, False, 0.0, f"Resposta: {exercise.key}")
    facts = tuple(part.strip(" .") for part in exercise.key.split(";") if part.strip(" ."))
    return _grade_facts(exercise, response, facts)


def _grade_open(exercise: Exercise, response: str) -> Grade:
    if not content_tokens(response):
        return Grade(exercise.id, False, 0.0, "Sem resposta. " + exercise.explanation, (), exercise.rubric)
    return _grade_facts(exercise, response, exercise.rubric)


def _grade_facts(exercise: Exercise, response: str, facts: tuple[str, ...]) -> Grade:
    """Return the share of facts stated; a fact counts when most of its words are there, typing errors forgiven."""
    asked = content_tokens(exercise.prompt)
    said = content_tokens(response)
    stated = tuple(fact for fact in facts if _states(said, fact, asked))
    missing = tuple(fact for fact in facts if fact not in stated)
    score = len(stated) / len(facts)
    correct = score >= _ENOUGH_OF_ALL
    opening = "Resposta completa. " if not missing else ("Quase tudo. " if correct else "Resposta incompleta. ")
    faults = f"Faltou: {'; '.join(missing)}. " if missing else ""
    return Grade(exercise.id, correct, score, f"{opening}{faults}{exercise.explanation}", stated, missing)


def _states(said: list[str], fact: str, asked: list[str]) -> bool:
    """True when the words said carry a fact; its words that the question itself gives count only beside others."""
    wanted = list(dict.fromkeys(content_tokens(fact)))
    own = [word for word in wanted if not _carries(asked, word)] or wanted
    found = sum(_carries(said, word) for word in own)
    numbers = [word for word in own if word.isdigit()]
    return found >= _ENOUGH_OF_A_FACT * len(own) and all(number in said for number in numbers)


def _carries(said: list[str], word: str) -> bool:
    wanted = stem(word)
    return any(stem(other) == wanted or is_misspelling(other, word) for other in said)
