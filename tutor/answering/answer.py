"""The way from a question and its conversation to an answer without a language model."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tutor.answering.conversation import PRONOUN, read_in_conversation
from tutor.answering.evidence import Library
from tutor.answering.extractive import answer_from_notes
from tutor.answering.frames import QuestionKind
from tutor.answering.matching import Matcher
from tutor.answering.merits import ADVANTAGES, DISADVANTAGES
from tutor.answering.ordinals import point_out
from tutor.answering.question import Question, asking_word, is_question_word
from tutor.errors import QuestionError
from tutor.glossary import concepts
from tutor.language import accented, content_tokens, fold, is_dictionary_word, stem, stems
from tutor.thesaurus import senses
from tutor.types import Answer, Turn

_LATER = 0.25
"""How much likelier a reading has to be answered than the one before it."""

_UNSPOKEN = 0.5
"""How much less likely a reading counts whose answer cites no word of the question itself."""

LONGEST_QUESTION = 2000
"""Characters of a question beyond which it is refused as not one."""


def answer_question(
    text: str, library: Library, history: Sequence[Turn] = (), scope: Collection[str] | None = None
) -> Answer:
    """Answer `text` from the notes, read as a follow-up of `history`; of its readings the likeliest answered.

    Raises:
        QuestionError: for an empty question or one of more than `LONGEST_QUESTION` characters.
    """
    check_question(text)
    with library.index.holding():
        readings = read_in_history(text, library, history)
        spelled = respell(text, library) if len(readings) > 1 else text
        if len(readings) > 1 and not _is_known(spelled, library):
            readings = readings[:1]
        replies = [answer_from_notes(question, library, scope) for question in readings]
        spoken = [len(readings) == 1 or _speaks_of(spelled, reply.answer, library) for reply in replies]
    likely = (reply.probability - _UNSPOKEN * (not speaks) for reply, speaks in zip(replies, spoken, strict=True))
    ranked = sorted(enumerate(likely), key=lambda at: at[0] * _LATER - at[1])
    best = next((replies[at] for at, _ in ranked if replies[at].answer.answered), replies[0])
    return replace(best.answer, question=text)


def _speaks_of(text: str, answer: Answer, library: Library) -> bool:
    """True for an answer that cites a word of the question itself, not only of those before it, where it has any."""
    own = fold(text)
    for told in (ADVANTAGES, DISADVANTAGES, PRONOUN):  # by a sign, or by what was said before
        own = told.sub(" ", own)
    asked = [stem(token) for token in content_tokens(own) if not is_question_word(token)]
    cited = (word for c in answer.citations for word in stems(" ".join((c.quote, *c.path))))
    matcher = Matcher(library.index.frequencies, library.index.sentence_count())
    return not asked or any(matcher.related(asked, cited))


def _is_known(text: str, library: Library) -> bool:
    """True unless a question has words of its own, none of which, nor one that may say the same, is in the notes."""
    asked = stems(text)
    return (
        not asked or any(library.index.frequencies(asked).values()) or any(map(senses, asked)) or any(concepts(asked))
    )


def read_in_history(text: str, library: Library, history: Sequence[Turn]) -> tuple[Question, ...]:
    """Return the readings of a question, its words respelled, after earlier turns; the likeliest first."""
    pointed = next((said for turn in reversed(history) if (said := point_out(text, turn.answer)) != text), text)
    readings = read_in_conversation(respell(pointed, library), [turn.question for turn in history])
    return tuple(sorted(readings, key=lambda question: not _names_longer(question, readings[0], library)))


def _names_longer(question: Question, first: Question, library: Library) -> bool:
    """True where the notes define what a reading adds a noun to: "independência lógica", for "e a lógica?"."""
    longer = question.kind is QuestionKind.DEFINITION and question.focus.endswith(f" {first.focus}")
    return longer and bool(library.index.definitions(question.focus))


def respell(text: str, library: Library) -> str:
    """Return a question with the words that neither the notes nor questions in general know as the notes spell them.

    Words that only lack their accents get them back: the embedder reads them better so.
    """

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        if is_question_word(word) or is_dictionary_word(word):
            return word
        asking = asking_word(word) if word.islower() else word
        spelled = library.index.correct(word) if asking == word else asking
        return accented(spelled) if spelled.islower() and not is_dictionary_word(spelled) else spelled

    return re.sub(r"(?<!\w)[^\W\d_]{4,}(?!\w)", mend, text)  # not part of "ChaCha20"


def check_question(text: str) -> None:
    """Refuse what cannot be a question.

    Raises:
        QuestionError: for an empty question or one of more than `LONGEST_QUESTION` characters.
    """
    if not any(map(str.isalnum, text)):
        raise QuestionError("A pergunta está vazia. Escreva uma pergunta com pelo menos uma palavra.")
    if len(text) > LONGEST_QUESTION:
        message = f"A pergunta tem {len(text)} caracteres; o limite é {LONGEST_QUESTION}. Faça uma pergunta mais curta."
        raise QuestionError(message)
