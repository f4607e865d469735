"""The verifier: nothing is shown that is not proven against its passage. Each check names the reason it rejects for."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol

from tutor.language import fold, is_stop_word, tokens
from tutor.practice.grammar.resemblance import resemblance, same_text, squeezed, stem_set
from tutor.practice.grammar.spelling import is_mistyped
from tutor.practice.grammar.untold import points_elsewhere
from tutor.practice.grammar.wording import is_balanced
from tutor.practice.questions.drafts import LETTERS, Claim, Draft
from tutor.practice.reading.support import Support
from tutor.types import Answer, Citation, Exercise, ExerciseKind, Note


class Rejection(StrEnum):
    """Why an exercise is not shown, in the words the student reads."""

    FRAGMENT = "fragmento de Markdown ou frase incompleta"
    MISTYPED = "palavra com erro de digitação na nota"
    UNSOURCED = "citação que não está na nota"
    MALFORMED = "gabarito ou opções malformados"
    UNSUPPORTED = "a passagem não responde à questão"
    AMBIGUOUS = "outra opção também está certa segundo as notas"
    GIVEAWAY = "o enunciado entrega a resposta"
    DUPLICATE = "repetida ou quase igual a outra"
    DISAGREEMENT = "o tutor, perguntado, não chega ao gabarito"


class Checker(Protocol):
    """Who is asked the item: the tutor, or a fake."""

    def ask(self, question: str) -> Answer:
        """Answer a question from the notes."""
        ...


class Verifier:
    """Verifies drafts against the notes; with a checker, the tutor itself must arrive at the key too."""

    def __init__(self, notes: Sequence[Note], support: Support, checker: Checker | None = None) -> None:
        self.notes = {note.path: note for note in notes}
        self.support = support
        self.checker = checker
        self._answers: dict[str, Answer] = {}

    def rejection(self, draft: Draft) -> Rejection | None:
        """Return why a draft is rejected by itself, None where it may be shown."""
        exercise = draft.exercise
        checks: tuple[tuple[Rejection, Callable[[], bool]], ...] = (
            (Rejection.MALFORMED, lambda: is_well_formed(exercise)),
            (Rejection.FRAGMENT, lambda: all(map(is_whole, _shown_texts(exercise)))),
            (Rejection.FRAGMENT, lambda: not any(map(points_elsewhere, _shown_texts(exercise)))),
            (Rejection.MISTYPED, lambda: not any(map(_has_mistyped, _shown_texts(exercise)))),
            (Rejection.UNSOURCED, lambda: is_verbatim(exercise.citation, self.notes)),
            (Rejection.UNSUPPORTED, lambda: is_answerable(draft, self.notes)),
            (Rejection.GIVEAWAY, lambda: not gives_key_away(exercise)),
            (Rejection.AMBIGUOUS, lambda: not any(is_supported(claim, self.support) for claim in draft.untrue)),
        )
        return next((reason for reason, holds in checks if not holds()), None)

    def disagreement(self, draft: Draft) -> Rejection | None:
        """Return the rejection when the tutor, asked the item, does not arrive at the key."""
        if self.checker is None:
            return None
        if draft.question not in self._answers:
            self._answers[draft.question] = self.checker.ask(draft.question)
        return None if arrives(draft, self._answers[draft.question]) else Rejection.DISAGREEMENT


def is_supported(claim: Claim, support: Support) -> bool:
    """True for a claim that some note makes."""
    if claim.listed:
        return support.lists(claim.names, claim.text)
    if claim.word:
        return support.says_with(claim.names, claim.text, claim.word)
    return support.says(claim.names, claim.text)


def is_well_formed(exercise: Exercise) -> bool:
    """True when the key is one the kind has, options are five and distinct, and the change stands in the prompt."""
    if exercise.kind is ExerciseKind.MULTIPLE_CHOICE:
        letters = [option.letter for option in exercise.options]
        texts = {fold(" ".join(option.text.split())).strip(" .") for option in exercise.options}
        return letters == list(LETTERS) and len(texts) == len(LETTERS) and exercise.key in LETTERS
    if exercise.kind is ExerciseKind.TRUE_FALSE:
        changed = exercise.change is not None
        stands = exercise.change is None or exercise.change.after in exercise.prompt
        return exercise.key == ("errado" if changed else "certo") and stands
    return bool(exercise.key.strip(" .")) and (exercise.kind is not ExerciseKind.OPEN or bool(exercise.rubric))


_BROKEN = re.compile(
    r"[{}\[\]|<>`\\*#@]|->|=>|[→⇒]|__(?!_)(?<!___)|\bexs?\s*:|https?:|www\.|\.(?:png|jpe?g|gif|svg|webp)\b|::|;\s*\.|,\s*\.|\.\.(?!\.)"
    r"|\s[,.;:!?]|\(\s|\s\)|\(\)|“\s|\s”|““|””|,,|;;|\bPasted image\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]+(?![\w@/(])")
_PAGE = re.compile(r"(?<!\w)(?:p[aá]gs?\.?|pp?\.|p[aá]gina|cap\.|slide)\s*\d", re.IGNORECASE)
_CUT = re.compile(
    r"(?<!-)\b(?:de|do|da|dos|das|em|no|na|nos|nas|pelo|pela|para|com|sem|sob|sobre|um|uma|e|ou|que|se)\s*[.,;:”)]*$",
    re.IGNORECASE,
)


def is_whole(text: str) -> bool:
    """True for text without rests of Markdown, pages or images, brackets and quotes paired, not cut off."""
    bare = text.replace("_____", "lacuna")
    if not bare.strip() or _BROKEN.search(bare) or _PAGE.search(bare) or not is_balanced(bare):
        return False
    return not _CUT.search(bare)


def _has_mistyped(text: str) -> bool:
    return any(is_mistyped(word) for word in _WORD.findall(text) if word.islower())


def is_verbatim(citation: Citation, notes: dict[str, Note]) -> bool:
    """True when the quote stands in the lines the citation names."""
    note = notes.get(citation.note)
    return (
        note is not None
        and bool(citation.quote)
        and citation.quote in note.lines(citation.first_line, citation.last_line)
    )


def is_answerable(draft: Draft, notes: dict[str, Note]) -> bool:
    """True when the cited lines carry what the key says."""
    exercise = draft.exercise
    citation = exercise.citation
    source = " ".join((notes[citation.note].lines(citation.first_line, citation.last_line), *citation.path))
    carried = stem_set(source)
    stated = draft.answer
    if exercise.change is not None and exercise.kind is ExerciseKind.TRUE_FALSE:
        stated = exercise.change.before
    wanted = stem_set(stated)
    return not wanted or len(wanted & carried) >= 0.7 * len(wanted)


def gives_key_away(exercise: Exercise) -> bool:
    """True when length, repeated words or form single the key out."""
    if exercise.kind is ExerciseKind.FLASHCARD:
        key = [word for word in tokens(exercise.key) if not is_stop_word(word)]
        return len(key) == 1 and key[0] in tokens(exercise.prompt)
    if exercise.kind is not ExerciseKind.MULTIPLE_CHOICE:
        return False
    right = next(option.text for option in exercise.options if option.letter == exercise.key)
    wrong = [option.text for option in exercise.options if option.letter != exercise.key]
    asked = stem_set(exercise.prompt)
    if squeezed(right) in squeezed(exercise.prompt) and not any(
        squeezed(w) in squeezed(exercise.prompt) for w in wrong
    ):
        return True
    repeated = [len(asked & stem_set(text)) for text in wrong]
    if len(asked & stem_set(right)) > max(repeated):
        return True
    if max(map(len, wrong)) > 25 and not 0.35 * min(map(len, wrong)) <= len(right) <= 2.8 * max(map(len, wrong)):
        return True
    marks = [bool(re.search(r"[(\d]", text)) for text in wrong]
    return bool(re.search(r"[(]", right)) and not any(marks)


def is_near_duplicate(one: Exercise, other: Exercise) -> bool:
    """True when two exercises of one kind ask the same in nearly the same words."""
    if one.kind is not other.kind:
        return False
    if same_text(one.prompt, other.prompt):
        return {fold(o.text) for o in one.options} == {fold(o.text) for o in other.options} or not one.options
    if one.kind is ExerciseKind.MULTIPLE_CHOICE:
        return False
    return resemblance(_asked(one), _asked(other)) >= 0.85


def arrives(draft: Draft, answer: Answer) -> bool:
    """True when the tutor's answer carries what the key says, from the same lines or in the same words."""
    if not answer.answered:
        return False
    said = stem_set(" ".join((answer.text, *(citation.quote for citation in answer.citations))))
    exercise = draft.exercise
    wanted = stem_set(draft.answer)
    if wanted and len(wanted & said) < 0.6 * len(wanted):
        return False
    source = exercise.citation
    same_lines = any(
        citation.note == source.note
        and citation.first_line <= source.last_line
        and source.first_line <= citation.last_line
        for citation in answer.citations
    )
    return same_lines or len(wanted & said) >= 0.9 * len(wanted)


def _asked(exercise: Exercise) -> str:
    return exercise.prompt.rsplit("\n\n", 1)[-1]


def _shown_texts(exercise: Exercise) -> Sequence[str]:
    texts = [exercise.prompt.rstrip(":"), *(option.text for option in exercise.options), *exercise.rubric]
    if exercise.kind is ExerciseKind.MULTIPLE_CHOICE:
        texts[0] = re.sub(r"\s+(?:a|de|é|são|abrange|corresponde a)$", "", texts[0])
    if exercise.kind in {ExerciseKind.FLASHCARD, ExerciseKind.OPEN}:
        texts.append(exercise.key)
    return [part for text in texts for part in text.split("\n\n")]
