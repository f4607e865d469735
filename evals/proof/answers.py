"""Defects of answers: each takes a sound answer and returns it as a broken tutor would give it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from evals.proof.recorded import Recorded
from tutor.evaluation.runner import DEPTH
from tutor.types import Answer, Citation, Hit, PageReference, Turn

_MARKERS = re.compile(r"\s*(?:\[\d+\])+")
_NEGATION = re.compile(r"\b(?:não|sem|nem|nunca|not|no)\s+", re.IGNORECASE)


@dataclass
class Broken:
    """A tutor whose answers leave through a defect; it searches as the sound one does."""

    sound: Recorded

    def search(self, query: str, k: int = DEPTH) -> Sequence[Hit]:
        """Return what the sound tutor finds."""
        return self.sound.search(query, k)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the sound answer, broken; refusals stay as they are."""
        answer = self.sound.ask(question, history)
        return self.spoil(answer) if answer.answered else answer

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer as the defect leaves it."""
        raise NotImplementedError


class CitationsShiftedByALine(Broken):
    """Every citation points one line below its quote."""

    def spoil(self, answer: Answer) -> Answer:
        """Shift the lines."""
        return _cite(
            answer, [replace(c, first_line=c.first_line + 1, last_line=c.last_line + 1) for c in answer.citations]
        )


class WrongNoteCited(Broken):
    """Every citation names another note of the vault."""

    def spoil(self, answer: Answer) -> Answer:
        """Name the note that follows."""
        notes = self.sound.notes()
        following = dict(zip(notes, islice(cycle(notes), 1, None), strict=False))
        return _cite(answer, [replace(c, note=following[c.note]) for c in answer.citations])


class QuoteReworded(Broken):
    """The quote is no longer verbatim: its spaces became double."""

    def spoil(self, answer: Answer) -> Answer:
        """Reword the quotes."""
        return _cite(answer, [replace(c, quote=f"“{c.quote}”") for c in answer.citations])


class AnswersWithoutCitations(Broken):
    """Nothing is cited."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop citations and markers."""
        return replace(answer, text=_MARKERS.sub("", answer.text), citations=())


class MarkersDropped(Broken):
    """The citations are there, but no sentence says which is its own."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop the markers."""
        return replace(answer, text=_MARKERS.sub("", answer.text))


class LastSentenceUncited(Broken):
    """The last sentence lost its marker."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop the last markers."""
        return replace(answer, text=re.sub(r"\s*(?:\[\d+\])+\s*$", "", answer.text))


class MarkersSwapped(Broken):
    """Each sentence is cited with its neighbour's number."""

    def spoil(self, answer: Answer) -> Answer:
        """Name each citation by the number that follows its own."""
        count = len(answer.citations)
        return replace(answer, text=re.sub(r"\[(\d+)\]", lambda n: f"[{int(n[1]) % count + 1}]", answer.text))


class PagesDropped(Broken):
    """No citation tells its page."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop the pages."""
        return _cite(answer, [replace(c, pages=()) for c in answer.citations])


class PagesCarriedToSiblings(Broken):
    """A page that the note names somewhere is cited everywhere in it."""

    def spoil(self, answer: Answer) -> Answer:
        """Give every citation without a page the first page of its note."""
        return _cite(answer, [c if c.pages else replace(c, pages=self._first_page(c)) for c in answer.citations])

    def _first_page(self, citation: Citation) -> tuple[PageReference, ...]:
        return next((block.pages[:1] for block in self.sound.note(citation.note).blocks if block.pages), ())


class PageOffByOne(Broken):
    """The page cited is the one after the page the note names."""

    def spoil(self, answer: Answer) -> Answer:
        """Count the pages one further."""
        further = [tuple(replace(p, first=p.first + 1, last=p.last + 1) for p in c.pages) for c in answer.citations]
        return _cite(answer, [replace(c, pages=p) for c, p in zip(answer.citations, further, strict=True)])


class SetMemberLost(Broken):
    """A list lost its last member."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop the last bullet of a list, or what stands behind the last semicolon or comma of the last line."""
        lines = answer.text.rstrip().splitlines()
        bullets = [at for at, line in enumerate(lines) if line.startswith("- ")]
        if len(bullets) > 1:
            del lines[bullets[-1]]
        else:
            lines[-1] = re.sub(r"[;,] [^;,\[]+(?=(?: (?:\[\d+\])+)?$)", "", lines[-1])
        return replace(answer, text="\n".join(lines))


class OnlyFirstSentence(Broken):
    """Nothing after the first sentence is told."""

    def spoil(self, answer: Answer) -> Answer:
        """Keep the first line and what it cites."""
        text = answer.text.splitlines()[0]
        return _keep_cited(replace(answer, text=text))


class Truncated(Broken):
    """The answer stops half-way."""

    def spoil(self, answer: Answer) -> Answer:
        """Keep the first half of the words, and the markers."""
        words = _MARKERS.sub("", answer.text).split(" ")
        markers = "".join(f"[{c.n}]" for c in answer.citations)
        return replace(answer, text=" ".join(words[: max(1, len(words) // 2)]) + f" {markers}")


class Padded(Broken):
    """A whole passage follows the answer, well cited."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Add the best passage."""
        answer = self.sound.ask(question, history)
        hits = self.sound.search(question)
        if not answer.answered or not hits:
            return answer
        added = _citation(hits[0], len(answer.citations) + 1, whole=True)
        text = f"{answer.text}\n\n" + " ".join(added.quote.split()) + f" [{added.n}]"
        return replace(answer, text=text, citations=(*answer.citations, added))


class NumbersAltered(Broken):
    """Every number is one too high."""

    def spoil(self, answer: Answer) -> Answer:
        """Count every number up."""
        return replace(answer, text=re.sub(r"(?<![\[\d])\d+(?![\]\d])", lambda n: str(int(n[0]) + 1), answer.text))


class NegationDropped(Broken):
    """What is not so is told as so."""

    def spoil(self, answer: Answer) -> Answer:
        """Drop the negations."""
        return replace(answer, text=_NEGATION.sub("", answer.text))


class VerdictFlipped(Broken):
    """Yes is told as no, and no as yes."""

    def spoil(self, answer: Answer) -> Answer:
        """Swap the verdict an answer begins with."""
        flipped = {"Sim": "Não", "Não": "Sim", "Yes": "No", "No": "Yes"}
        return replace(answer, text=re.sub(r"^(\W*)(Sim|Não|Yes|No)\b", lambda v: v[1] + flipped[v[2]], answer.text))


class RefusalAlwaysOn(Broken):
    """Nothing is answered."""

    def spoil(self, answer: Answer) -> Answer:
        """Refuse."""
        return replace(answer, text="As suas notas não respondem a isso.", citations=())


class RefusalSwitchedOff(Broken):
    """Where the notes do not answer, the nearest sentence is given."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer with the best sentence found instead of refusing."""
        answer = self.sound.ask(question, history)
        hits = self.sound.search(question)
        if answer.answered or not hits:
            return answer
        found = _citation(hits[0], 1)
        return replace(answer, text=f"{hits[0].best_sentence.text} [1]", citations=(found,))


class PreviousAnswerGiven(Broken):
    """The answer is that of the question before."""

    def __init__(self, sound: Recorded) -> None:
        super().__init__(sound)
        self._before: Answer | None = None

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the last answer given."""
        given = self.sound.ask(question, history)
        before, self._before = self._before, given
        return replace(before, question=question) if before else given


class ConversationIgnored(Broken):
    """Every question stands alone."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Forget the turns before."""
        return self.sound.ask(question)


class HitsReversed(Broken):
    """Retrieval puts the worst of what it finds first."""

    def search(self, query: str, k: int = DEPTH) -> Sequence[Hit]:
        """Turn the hits round."""
        return tuple(reversed(self.sound.search(query, k)))

    def spoil(self, answer: Answer) -> Answer:
        """Leave the answer as it is."""
        return answer


class BestHitLost(Broken):
    """Retrieval loses what it found first."""

    def search(self, query: str, k: int = DEPTH) -> Sequence[Hit]:
        """Leave the first hit out."""
        return self.sound.search(query, k)[1:]

    def spoil(self, answer: Answer) -> Answer:
        """Leave the answer as it is."""
        return answer


ANSWER_DEFECTS: tuple[type[Broken], ...] = (
    CitationsShiftedByALine,
    WrongNoteCited,
    QuoteReworded,
    AnswersWithoutCitations,
    MarkersDropped,
    LastSentenceUncited,
    MarkersSwapped,
    PagesDropped,
    PagesCarriedToSiblings,
    PageOffByOne,
    SetMemberLost,
    OnlyFirstSentence,
    Truncated,
    Padded,
    NumbersAltered,
    NegationDropped,
    VerdictFlipped,
    RefusalAlwaysOn,
    RefusalSwitchedOff,
    PreviousAnswerGiven,
    ConversationIgnored,
    HitsReversed,
    BestHitLost,
)


def _cite(answer: Answer, citations: Sequence[Citation]) -> Answer:
    return replace(answer, citations=tuple(citations))


def _keep_cited(answer: Answer) -> Answer:
    """Return an answer with only the citations that its text names."""
    named = {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)}
    return _cite(answer, [citation for citation in answer.citations if citation.n in named])


def _citation(hit: Hit, n: int, *, whole: bool = False) -> Citation:
    """Return a citation of a hit's best sentence, or of all its passage."""
    passage, sentence = hit.passage, hit.best_sentence
    if whole:
        return Citation(n, passage.note, passage.path, passage.first_line, passage.last_line, passage.text)
    quote = passage.text[sentence.start : sentence.end]
    return Citation(n, passage.note, passage.path, sentence.first_line, sentence.last_line, quote)
