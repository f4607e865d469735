"""Reads case files and refuses bad ones, naming every fault at once with its file, line and field."""

import re
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tutor.errors import CaseError
from tutor.evaluation.cases import Case, Kind, Page, Span, WrittenCase, WrittenFile, find_quote
from tutor.evaluation.facts import statement_stems
from tutor.language import fold

_THRESHOLDS = "thresholds.yaml"
_MESSAGES = {
    "extra_forbidden": "campo desconhecido",
    "missing": "campo obrigatório ausente",
    "string_too_short": "texto vazio",
    "too_short": "lista vazia",
    "int_parsing": "não é um número inteiro",
    "string_pattern_mismatch": "use letras minúsculas, números e hífens",
    "enum": "valor inválido; use um de: {expected}",
    "model_type": "esperava campos com nome",
    "tuple_type": "esperava uma lista",
    "dict_type": "esperava campos com nome",
    "string_type": "esperava um texto",
}

Location = tuple[Hashable, ...]


def load_cases(paths: Sequence[Path], vault: Path) -> tuple[Case, ...]:
    """Read case files, and every `*.yaml` below folders; `vault` holds the notes of files that name none.

    Raises:
        CaseError: with every fault of every file, one a line: `file:line: field: what is wrong`.
    """
    files = [file for path in paths for file in _case_files(path)]
    if not files:
        named = ", ".join(map(str, paths))
        raise CaseError(f"Não há casos de avaliação em {named}. Aponte um arquivo .yaml ou uma pasta que os tenha.")
    faults: list[str] = []
    cases: list[Case] = []
    for file in files:
        reader = _Reader(file, vault)
        cases += reader.cases()
        faults += reader.faults
    places: dict[str, Case] = {}
    for case in cases:
        first = places.setdefault(case.id, case)
        if first is not case:
            faults.append(f"{case.file}:{case.line}: id: “{case.id}” já existe em {first.file}:{first.line}")
    if faults:
        raise CaseError("Casos de avaliação com erro; corrija e rode de novo:\n" + "\n".join(faults))
    return tuple(cases)


def _case_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*.yaml") if not file.name.endswith(_THRESHOLDS))


class _Reader:
    """Reads one file; `faults` gathers what is wrong with it."""

    def __init__(self, file: Path, vault: Path) -> None:
        self.file = file
        self.faults: list[str] = []
        self._vault = vault
        self._lines: dict[Location, int] = {}
        self._notes: dict[str, str | None] = {}

    def cases(self) -> list[Case]:
        """Return the file's cases; those with faults are left out."""
        try:
            root = yaml.compose(self.file.read_text(encoding="utf-8"), yaml.BaseLoader)
        except (OSError, UnicodeDecodeError) as error:
            self._fault((), f"não pôde ser lido ({error})")
            return []
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._lines[()] = mark.line + 1 if mark else 1
            self._fault((), f"YAML inválido: {error.problem} (textos com sinais como ? : # vão entre aspas)")
            return []
        if root is None:
            self._fault((), "arquivo vazio")
            return []
        self._mark_lines(root, ())
        data = yaml.constructor.BaseConstructor().construct_document(root)
        try:
            written = WrittenFile.model_validate(data)
        except ValidationError as error:
            for detail in _first_causes(error.errors()):
                self._fault(tuple(part for part in detail["loc"] if part != "[key]"), _message(detail))
            return self._sound_cases(data)
        return self._resolve(written)

    def _sound_cases(self, data: object) -> list[Case]:
        """Return the cases that are sound on their own, so that the faults of their evidence are told as well."""
        if not isinstance(data, dict) or not isinstance(data.get("cases"), list):
            return []
        sound = {}
        for at, item in enumerate(data["cases"]):
            try:
                sound[at] = WrittenCase.model_validate(item)
            except ValidationError:
                continue
        vault, note = data.get("vault"), data.get("note")
        return self._resolve_all(
            sound, vault if isinstance(vault, str) else None, note if isinstance(note, str) else ""
        )

    def _resolve(self, written: WrittenFile) -> list[Case]:
        return self._resolve_all(dict(enumerate(written.cases)), written.vault, written.note)

    def _resolve_all(self, written: dict[int, WrittenCase], vault: str | None, note: str) -> list[Case]:
        if vault is not None:
            self._vault = (self.file.parent / vault).resolve()
        if not self._vault.is_dir():
            self._fault(("vault",), f"a pasta de notas {self._vault} não existe")
            return []
        return [self._resolve_case(case, ("cases", at), note) for at, case in written.items()]

    def _resolve_case(self, written: WrittenCase, at: Location, default_note: str) -> Case:
        spans = []
        for place, evidence in enumerate(written.evidence):
            span = self._find(evidence.note or default_note, evidence.quote, (*at, "evidence", place))
            spans += [span] if span else []
        for message, field in _inconsistencies(written):
            self._fault((*at, *field), message)
        if written.page and spans:
            self._check_page(written.page, spans, (*at, "page"))
        return Case(written, self._vault, self.file, self._line((*at, "id")), tuple(spans))

    def _find(self, note: str, quote: str, at: Location) -> Span | None:
        if not note:
            self._fault(at, "falta a nota: escreva `note` na evidência ou no começo do arquivo")
            return None
        text = self._text(note)
        if text is None:
            self._fault(at, f"a nota {note} não existe em {self._vault}")
            return None
        found = find_quote(text, quote)
        if len(found) != 1:
            told = f"o trecho “{quote}” não está em {note}"
            several = f"o trecho “{quote}” está {len(found)} vezes em {note}; cite mais palavras"
            self._fault(at, several if found else told)
            return None
        return Span(note, *found[0], quote)

    def _check_page(self, page: Page, spans: list[Span], at: Location) -> None:
        texts = [self._text(span.note) or "" for span in spans]
        if not any(re.search(rf"\b{page.first}\b", text) for text in texts):
            self._fault(at, f"a página {page.first} não é citada na nota da evidência")
        if page.source and not any(fold(page.source) in fold(text) for text in texts):
            self._fault(at, f"a fonte “{page.source}” não é citada na nota da evidência")

    def _text(self, note: str) -> str | None:
        if note not in self._notes:
            path = self._vault / note
            self._notes[note] = path.read_text(encoding="utf-8-sig") if path.is_file() else None
        return self._notes[note]

    def _mark_lines(self, node: yaml.Node, at: Location) -> None:
        """Note the line of every field, and tell fields written twice."""
        self._lines[at] = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode):
            for place, item in enumerate(node.value):
                self._mark_lines(item, (*at, place))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                here = (*at, key.value)
                if here in self._lines:
                    self._lines[here] = key.start_mark.line + 1
                    self._fault(here, "campo repetido")
                self._mark_lines(value, here)
                self._lines[here] = key.start_mark.line + 1

    def _line(self, at: Location) -> int:
        while at and at not in self._lines:
            at = at[:-1]
        return self._lines.get(at, 1)

    def _fault(self, at: Location, message: str) -> None:
        known = [part for end, part in enumerate(at, 1) if at[:end] in self._lines or end == len(at)]
        name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in known).lstrip(".")
        self.faults.append(
            f"{self.file}:{self._line(at)}: {name}: {message}" if name else f"{self.file}:{self._line(at)}: {message}"
        )


def _first_causes(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the faults but those of lists that only count as empty because of faults within them."""

    def is_echo(detail: ErrorDetails) -> bool:
        at = detail["loc"]
        return detail["type"] == "too_short" and any(
            other["loc"][: len(at)] == at and len(other["loc"]) > len(at) for other in details
        )

    return [detail for detail in details if not is_echo(detail)]


def _message(detail: ErrorDetails) -> str:
    """Return pydantic's message as a student reads it."""
    told = _MESSAGES.get(detail["type"])
    return told.format(**detail.get("ctx", {})) if told else detail["msg"]


def _inconsistencies(case: WrittenCase) -> Iterator[tuple[str, Location]]:
    """Yield what contradicts the case's kind, and the field that does."""
    if case.kind.is_answerable:
        if not case.facts:
            yield "sem fatos: escreva o que a resposta deve dizer", ("facts",)
        if not case.evidence:
            yield "sem evidência: cite as palavras da nota que provam a resposta", ("evidence",)
    elif case.facts or case.evidence or case.page:
        yield f"um caso {case.kind} não tem fatos, evidência nem página", ("kind",)
    if case.kind is Kind.PAGE and case.page is None:
        yield "um caso page precisa da página que a nota cita", ("page",)
    if case.kind is Kind.FOLLOW_UP and not case.conversation:
        yield "um caso follow-up precisa das perguntas anteriores", ("conversation",)
    for place, wordings in enumerate(case.facts):
        for wording in wordings:
            if not statement_stems(wording):
                yield f"“{wording}” não tem palavra que se possa conferir", ("facts", place)
