"""What a block of a note is about, as a student would call it: its topic, and the nearest name above it."""

import re
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath

from tutor.language import fold, is_dictionary_word
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import subject_of
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, is_foreign, looks_adjectival
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.labels import (
    OF_SOMETHING,
    bullet_sign,
    cannot_follow,
    is_code,
    is_generic,
    is_named_noun,
    label_of,
    lacks_noun,
    needs_complement,
    with_adjective,
)
from tutor.practice.grammar.nouns import capitalized, common_form, is_plural, singular_form
from tutor.practice.grammar.resemblance import shares_stem, stem_set
from tutor.practice.grammar.shapes import is_finite
from tutor.practice.grammar.spelling import as_spelled, quietened
from tutor.practice.grammar.standalone import is_about_studying
from tutor.practice.grammar.themes import about
from tutor.practice.grammar.titles import accented_word, common_title, display_title, short_title
from tutor.practice.grammar.verbs import PREPOSITIONS, PRONOUNS, first_word, is_infinitive, is_verb_form, words
from tutor.practice.grammar.wording import main_name
from tutor.practice.reading.lists import is_list_label
from tutor.types import Block, BlockKind, Note

_KINDS_OF = re.compile(
    r"^(?:tipos|espécies|modalidades|formas|classes|categorias|classificação)\s+d[eoa]s?\s+", re.IGNORECASE
)
_KINDS = re.compile(r"(?:tipos|espécies|modalidades|formas|classes|categorias|níveis)$", re.IGNORECASE)
_QUESTION = re.compile(r"(?:quem|como|por ?qu[eê]|quando|onde|o qu[eê]|qua(?:l|is)|quant[oa]s?)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\bque\b|\bprovas?\b|\b(?:cai|caem|decor\w+|confundir|principais|importantes?|gerais|geral|incisos|cobrad[oa]s?|comparativ[oa]s?|comparaç(?:ão|ões))\b|^não\s",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s+[-–—]\s+(?:meu |my )?(?:caderno|resum\w+|anota[cç][oõ]es|notas|notes)\b.*$|\s+p(?:/|ra|ara)\s*concursos?$",
    re.IGNORECASE,
)
"""What a title says of the notes and not of their subject."""
_OF_STUDENT = re.compile(r"(?:meu |minhas? )?(?:caderno|anota[cç][oõ]es|tabelinha)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:de )?(?:onde|como|quando|quem|por qu[eê]|o que|para que|qua(?:l|is))\s", re.IGNORECASE)
"""How a heading begins that asks and names nothing: "De onde veio"."""
_UNNUMBERED = re.compile(r"^\(?\d+(?:\.\d+)*\s*[.)–-]?\s+(?=\D)")
_LONGEST, _NEAREST = 60, 2  # letters of a name, and names, in a heading besides the title
_ARROW = re.compile(r"->|→|=>")
_OF_FILE = 3  # words of a file's name that make no title
_ASIDE = re.compile(r"\s*\((?![A-ZÀ-Þ])[^()]*\)$")
"""What the student notes behind a heading; an acronym or a name stays: "(BSC)"."""
_EDITION = re.compile(r"(\d{1,2})[ªa]\.? ed\b", re.IGNORECASE)
_QUALITY = re.compile(r"[a-zà-ÿ]+(?:dade|ança|ência|ância|eza)")
"""A quality, of which its section's lists are not: what is secure has attacks."""
_BASIC = re.compile(r"(?:basic|classic|tipic)[oa]s|principais|gerais|comuns|fundamentais|essenciais")
_PROSE = re.compile(r"[A-ZÀ-Þ].*[a-zà-ÿ)]\. [A-ZÀ-Þ].*\.", re.DOTALL)
"""Sentences, which lead no list and stand below the heading of their section wherever they stand."""
_FEW = 3  # blocks of a section behind which its heading is still what a list is of


class Outline:
    """The names in one note's outline."""

    def __init__(self, note: Note, genders: Genders) -> None:
        self.note = note
        self.genders = genders
        self.title = display_title(note)
        self._top = _top_heading(note)
        self._labels: dict[int | None, list[str]] = {}

    def topic(self, block: Block) -> str:
        """Return the topic of a block: its outermost heading, else its outermost bullet, else the note's title."""
        chain = [above for above in (*self.note.ancestors(block), block) if above.id != self._top]
        headings = [above for above in chain if above.kind is BlockKind.HEADING]
        for above in headings:
            if (name := label_of(above)) and not is_generic(name):
                return main_name(self.qualified(above, name))
        if not headings and chain and chain[0].kind is BlockKind.ITEM and (name := label_of(chain[0])):
            return main_name(name)
        return self.title

    def shown_topic(self, block: Block) -> str:
        """Return the topic of a block as it is shown, in lower case where it is no name; never empty."""
        return common_form(self.topic(block) or self._file_title or self.note.title, self.genders)

    def heading(self, block: Block) -> tuple[str, ...]:
        """Return the note's title and the nearest names above a block, the broadest first; none that is generic."""
        told = [name for above in self.note.ancestors(block) if (name := self._heads(block, above))]
        title = self._shown_title or ("" if len(told) > 1 or self._is_of_file else self._file_title)
        names = [name for name in (title, *told[-_NEAREST:]) if name]
        if names and is_dictionary_word(first_word(names[0])):
            names[0] = capitalized(names[0])
        stems = [stem_set(name) for name in names]
        return tuple(name for at, name in enumerate(names) if not any(stems[at] <= other for other in stems[:at]))

    def _heads(self, block: Block, above: Block) -> str:
        """Return the name of what a block stands below; empty for a remark, and for what heads other things.

        A bullet "fluxo de bytes, sem fronteira" is a remark.
        """
        name = _UNNUMBERED.sub("", label_of(above))
        bullet = above.kind is not BlockKind.HEADING
        told = is_finite(name) or (first_word(name) in PREPOSITIONS and any(map(is_verb_form, words(name))))
        listed = bullet and (told or "," in above.statement.label)  # "para Ana o forno tem 3 partes"
        listed = listed or len(_ARROW.findall(above.text)) > 1  # "erro -> defeito -> falha"
        if above.id == self._top or listed or len(name) > _LONGEST or _says_nothing(name) or self._remarks(above):
            return ""
        prose = block.kind is BlockKind.PARAGRAPH and _PROSE.fullmatch(block.text) and not is_list_label(name)
        if above.kind is BlockKind.HEADING and not prose and self.follows_another(block, above):
            return ""
        written = above.statement.label  # "arquitetura mestre/escravo"
        name = written if "/" in written and "(" not in written and _ASIDE.search(name) else _ASIDE.sub("", name)
        quiet = quietened(name, self.note.text)
        return name if quiet == name else capitalized(quiet)

    @cached_property
    def _shown_title(self) -> str:
        """The note's title with a capital; empty where it is generic, or a file's whose words nothing joins.

        The heading that everything hangs from is the title of a note whose fields stand before it.
        """
        top = self.note.blocks[self._top].text if self._is_of_file and self._top is not None else ""
        if self._is_of_file and not top:
            return ""
        noted = quietened(top or self.note.title, self.note.text)
        quiet = re.sub(r"[^\W\d_]+", lambda word: accented_word(word[0]), noted)
        written = main_name(_REMARK.sub("", quiet))
        named = top or " " in self.note.title
        title = re.sub(r"^[^\w(]+|[^\w).!?+#%]+$", "", written) if named else self.title  # signs such as "📌"
        return "" if _is_makeshift(title) else capitalized(title)

    @cached_property
    def _is_of_file(self) -> bool:
        """True for a title that is but a file's name of three words or more, small ones apart: "redes-tcp-portas".

        Not for one that joins its last two, "linguagem-java-e-colecoes", which reads as a title does.
        """
        written = self.note.title
        own = any(b.kind is BlockKind.HEADING and fold(b.text) == fold(written) for b in self.note.blocks)
        of_file = PurePosixPath(self.note.path).stem == written and not own
        named = re.split(r"[\s_-]+", written)
        several = [word for word in named if word not in PREPOSITIONS | {"e"}]
        joined = "e" in named or (" " in written and len(several) < len(named))  # "hortas da cidade velha"
        return of_file and not joined and len(several) >= _OF_FILE

    @cached_property
    def _file_title(self) -> str:
        """The words of a file's name, with the accents and capitals that the note has."""
        spelled = (as_spelled(word, self.note.text) for word in re.split(r"[\s_-]+", self.note.title))
        title = " ".join(map(accented_word, spelled))
        return "" if _is_makeshift(title) or re.fullmatch(r"\W*|.*\d{4}-\d\d.*", title) else capitalized(title)

    def follows_another(self, block: Block, heading: Block) -> bool:
        """True for a line or a bullet behind a table, or behind the list that a heading names: rarely about that."""
        above = None if block.parent is None else self.note.blocks[block.parent]
        if above is not None and above.kind is BlockKind.TABLE:
            before = [b for b in self.note.blocks if b.parent == heading.id == above.parent and b.id < above.id]
            named = {word for b in before for word in words(b.text)}
            return len(before) > _FEW and first_word(block.cells[0][1]) not in named
        if above is not None and above.kind is BlockKind.CALLOUT and block.kind is BlockKind.PARAGRAPH:
            return self.follows_another(replace(above, kind=BlockKind.PARAGRAPH, text=block.text), heading)
        if above is not None and above.kind is BlockKind.PARAGRAPH and above.parent == heading.id:
            return self.follows_another(above, heading)
        if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or block.parent != heading.id:
            return False
        before = [b for b in self.note.blocks if b.parent == heading.id and b.id < block.id]
        listed = block.kind is BlockKind.PARAGRAPH and is_list_label(label_of(heading))
        leads = block.kind is BlockKind.PARAGRAPH and any(b.parent == block.id for b in self.note.blocks)
        if leads and any(b.kind is BlockKind.ITEM for b in before) and not shares_stem(block.text, label_of(heading)):
            return True  # "Papéis" and its bullets behind those of "KPIs"
        names_list = is_list_label(label_of(block)) and fold(block.text[:5]) != fold(label_of(heading)[:5])
        told = listed and (names_list or not shares_stem(block.text, label_of(heading)))
        numbered = block.kind is BlockKind.ITEM and not self._is_numbered(block)
        apart = numbered and is_list_label(label_of(heading))
        other = [b for b in before if b.kind is BlockKind.ITEM and (told or (numbered and self._is_numbered(b)))]
        signs = {bullet_sign(b, self.note) for b in (*before, block) if b.kind is BlockKind.ITEM}
        return bool(other) or (apart and len(signs) > 1) or any(b.kind is BlockKind.TABLE for b in before)

    def _is_numbered(self, block: Block) -> bool:
        return re.match(r"\s*\d+[.)]\s", self.note.lines(block.first_line, block.first_line)) is not None

    def _remarks(self, above: Block) -> bool:
        """True for plain words of a line right below a heading of a section, "ênfase nas tarefas": no heading."""
        section = self.note.blocks[above.parent] if above.parent is not None else None
        plain = above.kind is BlockKind.PARAGRAPH and above.text == self.note.lines(above.first_line, above.last_line)
        return plain and section is not None and section.kind is BlockKind.HEADING and section.id != self._top

    def _is_no_subject(self, name: str) -> bool:
        """True for a label that cannot follow "acerca de": "Quem é quem", "Lineares"."""
        only = words(name)
        bare = is_bare_adjective(name[:1].lower() + name[1:])
        loose = (
            not only
            or is_finite(name)
            or cannot_follow(only[0])
            or only[-1] in PRONOUNS
            or _NO_SUBJECT.search(name) is not None
        )
        return bare or loose or _QUESTION.match(name) is not None

    def full_name(self, block: Block, name: str) -> str:
        """Return a name with what it lacks, "vantagens de RAID 0" below RAID 0; empty where that is not sure."""
        qualified = self.qualified(block, name)
        if (qualified == name and self.lacks_noun(block, name)) or re.match(r"\S+ quanto\b", qualified):
            return ""
        if qualified != name or not self._lacks_owner(block, name):
            return qualified
        if self._comes_late(block) or self._is_below_definition(block, name):
            return ""
        owner = self._owner(block, name)
        of_law = owner is not None and owner.isupper() and _KINDS.match(name)  # "modalidades" below "LDB"
        if owner is None or " e " in owner or of_law or _QUALITY.fullmatch(owner):
            return ""
        shown = common_form(main_name(name), self.genders)
        if owner and _KINDS.match(name):
            return f"{shown} de {main_name(owner)}"
        unsure = owner.islower() or re.search(r"\s\d", owner)  # "grid gerencial", "PMBOK 7ª edição"
        bare = unsure and subject_of(main_name(owner), self.genders) == main_name(owner)
        return "" if bare else about(f"{shown} de", main_name(owner), self.genders) if owner else name

    def _is_below_definition(self, block: Block, name: str) -> bool:
        """True for "registradores" below "endereço físico -> …", of which they need not be."""
        above = None if block.parent is None else self.note.blocks[block.parent]
        told = above is not None and above.statement.definition and not _EDITION.match(label_of(above))
        return bool(told) and not needs_complement(main_name(name))

    def _comes_late(self, block: Block) -> bool:
        """True behind several things or another list: "princípios" there need not be those of the heading."""
        above = None if block.parent is None else self.note.blocks[block.parent]
        if above is None or above.kind is not BlockKind.HEADING or block.kind is BlockKind.HEADING:
            return False
        before = [other for other in self.note.blocks if other.parent == above.id and other.id < block.id]
        heads = [other for other in before if other.kind is BlockKind.PARAGRAPH and not other.statement.definition]
        listed = any(is_list_label(label_of(other)) for other in heads)
        return listed or len(before) > _FEW

    def lacks_noun(self, block: Block, name: str) -> bool:
        """True for "regressão" below "tipos de teste", and for "carga" below "desempenho" there."""
        above = None if block.parent is None else self.note.blocks[block.parent]
        lowered = common_form(main_name(name), self.genders)
        if above is None or len(words(lowered)) != 1 or not lowered.islower():
            return False
        return lacks_noun(lowered, label_of(above)) or self.lacks_noun(above, label_of(above))

    def _owner(self, block: Block, name: str) -> str | None:
        """Return the nearest name above that does not repeat `name`; None where it is not sure."""
        edition = ""
        for above in reversed(self.note.ancestors(block)):
            label = label_of(above)
            if numbered := _EDITION.match(label):
                edition = f" {numbered[1]}ª edição"
                continue
            if label and is_generic(label) and not is_code(label):
                continue
            loose = is_code(label) or needs_complement(label) or self._is_no_subject(label) or self._remarks(above)
            if loose or " / " in above.text:  # "Spring / JPA"
                return None
            kinds = fold(first_word(label)) in lexicon.CLASSES  # "categorias de elementos"
            if not kinds and not shares_stem(label, name):
                return self.qualified(above, common_form(short_title(label), self.genders)) + edition
        if self.title and shares_stem(self.title, name):
            return ""
        title = common_title(short_title(self.title), self.genders)
        simple = is_named_noun(title, self.genders) or (title.isupper() and title.isalpha())
        return title if simple and " e " not in title and needs_complement(main_name(name)) else None

    def qualified(self, block: Block, name: str) -> str:
        """Return "créditos adicionais suplementares" for "suplementares" below "tipos de créditos adicionais"."""
        above = self.note.blocks[block.parent] if block.parent is not None else None
        if (above is None and block.kind is not BlockKind.HEADING) or self._is_behind_another(block):
            return name
        label = re.sub(r"\s\d\S*$", "", main_name(label_of(above)) if above is not None else self.title)
        if not label or needs_complement(label) or is_generic(label) or not self._are_adjectives(block.parent):
            return name
        lowered = common_form(name, self.genders)
        first = first_word(lowered).lower()
        if above is not None and (member := _as_listed(lowered, above.statement.definition)):
            return member
        if looks_adjectival(first) and lowered[1:].islower() and is_dictionary_word(first, ("pt",)):
            lowered = lowered.lower()  # "Majoritário absoluto"
        label = label.partition(" - ")[0]  # "estimador - propriedades"
        label = re.sub(r"\squanto\s.*", "", _KINDS_OF.sub("", label))  # "projeções quanto às propriedades"
        base = self._base_of(common_form(label, self.genders), lowered)
        if not base or self._heads_another(block.parent, lowered) or self._is_act_beside_acts(block.parent, first):
            return name
        return with_adjective(self.qualified(above, base) if above is not None else base, lowered)

    def _is_behind_another(self, block: Block) -> bool:
        """True behind a bullet that a line which is not indented runs on, or a line that defines something else.

        What those name, nothing shows: "vertical" behind "Accountability é o dever de …", below "governança".
        """
        before = [b for b in self.note.blocks[: block.id] if b.parent == block.parent]
        runs_on = (self.note.lines(b.first_line, b.last_line).split("\n")[1:] for b in before if b.kind is block.kind)
        defining = [b.statement.terms for b in before if b.kind is BlockKind.PARAGRAPH and b.statement.terms]
        above = "" if block.parent is None else self.note.blocks[block.parent].text
        another = any(not shares_stem(terms[0], above) for terms in defining)
        return block.kind is BlockKind.ITEM and (
            another or any(line[:1].strip() for lines in runs_on for line in lines)
        )

    def _heads_another(self, parent: int | None, name: str) -> bool:
        """True for "fiscal técnico" beside "fiscal administrativo": a noun, whatever its ending."""
        first, second = (*words(name), "")[:2]
        beside = [words(other)[:1] for other in self._labels.get(parent, []) if other != name]
        adjective = re.search(r"(?:iv|ic|os)[oa]s?$", fold(first)) and not self.genders.is_listed(first)
        return looks_adjectival(second) and [first] in beside and not adjective

    def _is_act_beside_acts(self, parent: int | None, first: str) -> bool:
        """True for "engajar" beside "planejar": a verb that no list has, and no adjective of its ending."""
        acts = [other for other in self._labels.get(parent, []) if is_infinitive(other)]
        return bool(acts) and first.endswith(("ar", "er", "ir"))

    def _are_adjectives(self, parent: int | None) -> bool:
        """True where at least half of the names below a block qualify what it names."""
        if not self._labels:
            for block in self.note.blocks:
                if label := label_of(block):
                    self._labels.setdefault(block.parent, []).append(common_form(label, self.genders))
        beside = self._labels.get(parent, [])
        return 2 * sum(map(self._may_qualify, beside)) >= len(beside)

    def _may_qualify(self, name: str) -> bool:
        first, second = (*words(re.sub(r"^não\s+", "", name)), "", "")[:2]
        return first in PREPOSITIONS or first in lexicon.ADJECTIVES or self._qualifies(first, second)

    def _lacks_owner(self, block: Block, name: str) -> bool:
        """True for "vantagens", and below another name for any plural of one word: "eventos"."""
        if needs_complement(main_name(name)) or _are_basic(main_name(name)):
            return True
        above = None if block.parent is None else self.note.blocks[block.parent].kind
        below = above is BlockKind.ITEM or (above is BlockKind.HEADING and block.kind is BlockKind.PARAGRAPH)
        lowered = common_form(name, self.genders)
        return below and len(words(lowered)) == 1 and lowered.islower() and is_plural(lowered) is True

    def _base_of(self, base: str, name: str) -> str:
        """Return the noun that `name` only qualifies, in its number; empty where it stands for itself."""
        first, second = (*words(re.sub(r"^não\s+", "", name)), "", "")[:2]
        if (
            not first.islower()
            or cannot_follow(first_word(base))
            or re.search(r"[(\d]|\se\s", base)
            or not is_named_noun(base, self.genders)
        ):
            return ""
        if first in {"de", "do", "da", "por", "em", "sem", "com", "para"}:
            if re.search(r"\b(?:mais|menos|maior|menor)\b", name):
                return ""  # "da mais forte para a mais fraca"
            return singular_form(base) if is_plural(base) else base
        named = ends_as_act(first) or (second != "" and fold(first) in lexicon.NOUNS)  # "ativo não circulante"
        known = first in lexicon.ADJECTIVES and re.search(r"[oa]s?$", first) and not named
        repeated = shares_stem(first, base) or fold(first).endswith(fold(first_word(base)))  # "metadados" of "dados"
        of_the = first[-1] not in "oas" and re.search(r"\sd[oa]s?\s", base)  # "temporal" of "princípio da localidade"
        foreign = any(map(is_foreign, words(name)))  # "spear phishing"
        if not (known or self._qualifies(first, second)) or repeated or of_the or foreign:
            return ""
        if is_plural(base) and not is_plural(first):
            base = singular_form(base)
        agrees = is_plural(base) == is_plural(first)
        gender, ending = self.genders.of(base), first.rstrip("s")[-1]
        invariable = ending not in "oa" or first.rstrip("s").endswith("ista")
        return base if agrees and (invariable or gender == ("m" if ending == "o" else "f")) else ""

    def _qualifies(self, word: str, following: str) -> bool:
        """True for an adjective, "tropical (de altitude)"; not for a noun of its ending, "excludentes de ilicitude"."""
        complete = following in {"de", "do", "da", "dos", "das"} and not word.endswith(("al", "ais"))
        adjective = looks_adjectival(word) or word.endswith("istas")
        return adjective and not self.genders.is_listed(word) and not complete


def _top_heading(note: Note) -> int | None:
    """Return the id of the one heading that everything else hangs from, the note's title in effect."""
    roots = [block for block in note.blocks if block.parent is None and block.text]
    headings = [block for block in note.blocks if block.kind is BlockKind.HEADING]
    if headings and headings[0].level == 1 and sum(h.level == 1 for h in headings) == 1 and headings[0] in roots:
        return headings[0].id if len(headings) > 1 else None
    return None


def _as_listed(name: str, members: str) -> str:
    """Return "integrante técnico" for "técnico" below "integrante técnico, integrante administrativo"; else empty."""
    found = re.search(rf"\b([a-zà-ÿ]{{3,}}) {re.escape(name)}\b", members)
    several = found is not None and len(re.findall(rf"(?:^|, |\se ){found[1]} ", members)) > 1
    return found[0] if found and several else ""


def _are_basic(name: str) -> bool:
    """True for "técnicas básicas", which of another subject are others."""
    head, quality, *more = (*words(fold(name)), "", "")
    return not any(more) and head in OF_SOMETHING and _BASIC.fullmatch(quality) is not None


def _is_makeshift(title: str) -> bool:
    """True for a title that tells nothing, or strings subjects together in shorthand: "RL + mat fin"."""
    return _says_nothing(title) or " + " in title


def _says_nothing(name: str) -> bool:
    """True for "Resumo" and "Caderno da Bia"; not for "BD"."""
    generic = is_generic(name) and re.search(r"[A-ZÀ-Þ]{2}", name) is None
    return generic or is_about_studying(name) or any(said.match(name) for said in (_OF_STUDENT, _ASKS))
