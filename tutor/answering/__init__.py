"""Answers from the notes: a question with its conversation in, a cited answer or a refusal out."""

from tutor.answering.answer import answer_question

__all__ = ["answer_question"]
