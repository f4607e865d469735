"""Answers about pages: where in a handout something is, and what the notes have of a page."""

import re
from collections.abc import Sequence
from itertools import groupby

from tutor.answering.claims import Claim, Inquiry
from tutor.answering.evidence import Evidence
from tutor.answering.question import GENERIC, SORTS, Question
from tutor.answering.wording import clean, escape, page_name, phrase, state
from tutor.language import fold, stems
from tutor.notes.pages import find_pages
from tutor.types import BlockKind, Embed, PageKind, PageReference

_PICTURES = frozenset(
    stems(
        "imagem imagens figura figuras foto fotos diagrama diagramas print prints desenho ilustracao "
        "image images picture pictures figure figures diagram diagrams drawing"
    )
)
_PAGE_NAMES = frozenset(
    stems(
        "página páginas pág págs pp slide slides capítulo cap caps page pages chapter ch tabela "
        "figura quadro fonte ver veja conteúdo assunto tema table figure source see"
    )
)
_SHOWING = frozenset(
    stems(
        "mostra mostram mostrar exibe exibem aparece aparecem ilustra ilustram compara comparando comparativo "
        "shows show appears appear displays compares comparing"
    )
)
_PASTED = re.compile(r"(?i)(?:pasted ?image|image|imagem|screenshot|captura ?de ?tela|print|img|foto)?[\W\d_]*\.\w+")
_NOTING = frozenset(
    stems(
        "anotei anota anotar anotou anotada anotado anotadas anotados citada citado citei cita nota notas parte vem "
        "depois logo apostila material colei colada colado fim final comeco saiu veio tirei tirada "
        "marcada marcado marquei minhas meu"
    )
)
"""What only says that the notes hold a page."""
_NOTED = frozenset(stems("anotei anotada citada marcada marquei"))
_POINTERS = frozenset(stems("tabela figura quadro assunto conteúdo tema seção lista table figure section"))
_PAGE_SHARE = 0.8
_FIGURE_SHARE = _NAMED_SHARE = 0.5
_BELOW_NAME = 0.1
_PAGE_IN_NAME = re.compile(r"\([^()]*\d[^()]*\)")
_HANDOUT = re.compile(r"\b[a-z]\w*_\w+\b")
_CHAPTER_ASKED = re.compile(r"\b(?:que|qual|what|which) (?:capitulo|chapter)\b")
_OTHER_PAGES = re.compile(
    r"\b(?:alem|fora|sem ser|sem contar|besides) (.+?),? (?:que|qual|quais|what) (?:outras?|other) pag"
)
_DIGITS = re.compile(r"\d+")
_PLACES = 3


def find_page(inquiry: Inquiry) -> list[Claim]:
    """Say on which page the notes place the focus: pages that stand at it or right below it, else right behind it.

    Where only a handout or a note is named, "que página da so_02 eu anotei?", its pages are meant, if they are few.
    """
    if others := _others_noted(inquiry):
        return others
    noted = _noted(inquiry)
    asked = noted if _NOTED.intersection(inquiry.question.required) else []
    ranked = asked or _ranked(inquiry) or _ranked(inquiry, behind=True) or noted
    places: dict[str, Claim] = {}
    for weight, evidence in ranked:
        if weight < ranked[0][0]:
            break
        claim = tell_place(inquiry, evidence)
        known = places.get(claim.text)
        places[claim.text] = Claim(claim.text, (*known.evidence, evidence)) if known else claim
    return list(places.values())[:_PLACES]


def asks_chapter(question: Question) -> bool:
    """True for "em que capítulo …", which no page answers."""
    return _CHAPTER_ASKED.search(fold(question.text)) is not None


def _others_noted(inquiry: Inquiry) -> list[Claim]:
    """Say the pages of a handout but for one: "além da 27, que outra página da so_02 eu anotei?"."""
    text = fold(inquiry.question.text)
    asked, handouts = _OTHER_PAGES.search(text), _HANDOUT.findall(text)
    if not asked or not handouts:
        return []
    known = inquiry.question.text[slice(*asked.span(1))]  # with its accents
    numbers = _DIGITS.findall(known)
    words = [] if numbers else [word for word in stems(known) if word not in _PAGE_NAMES | _PICTURES]
    noted: dict[tuple[PageReference, ...], list[Evidence]] = {}
    for evidence in inquiry.evidence:
        if any(handout in fold(page.source or "") for page in evidence.block.pages for handout in handouts):
            noted.setdefault(evidence.block.pages, []).append(evidence)
    others = (
        found[0]
        for pages, found in noted.items()
        if not any(str(page.first) in numbers for page in pages)
        and not any(any(inquiry.matcher.carried(words, e.own)) for e in found)
    )
    return [tell_place(inquiry, evidence) for evidence in others][:_PLACES]


def _ranked(inquiry: Inquiry, *, behind: bool = False) -> list[tuple[float, Evidence]]:
    """Return the sentences with a page that may be the one asked for, each with how well it is placed, best first.

    `behind` reads what stands right before a page as what it is about too, and less of what a figure shows.
    """
    required = _subject(inquiry)
    handouts = _HANDOUT.findall(fold(inquiry.question.text))
    chapter = asks_chapter(inquiry.question)
    ranked = []
    for evidence in inquiry.evidence if required else ():
        sources = [fold(page.source or "") for page in evidence.block.pages]
        named = {handout for source in sources for handout in _HANDOUT.findall(source)}
        there = any(handout in fold(evidence.text) for handout in handouts)
        if not sources or (handouts and named.isdisjoint(handouts) and not there):
            continue
        if chapter and all(page.kind is not PageKind.CHAPTER for page in evidence.block.pages):
            continue
        asked = [word for word in required if not (word in _PICTURES and _is_pictured(evidence))]
        own = (*stems(_topic(evidence)), *evidence.own) if is_bare_reference(evidence) else evidence.own
        before = _before(inquiry, evidence, asked) if behind else ()
        cover = inquiry.matcher.coverage(asked, own, (*evidence.context, *before))
        pictured = len(asked) < len(required)
        placed = 0.0 if cover.own else _placed_by_name(inquiry, evidence, asked)
        enough = _FIGURE_SHARE if behind and pictured else _PAGE_SHARE
        if asked and cover.share < enough and not _is_named_whole(inquiry, evidence, asked):
            continue
        headed = _headed_so(inquiry, evidence, asked)
        if cover.own or pictured or placed or before or headed:
            ranked.append((cover.own + pictured + placed + headed, evidence))
    return sorted(ranked, key=lambda found: (-found[0], -found[1].score, found[1].key))


def _noted(inquiry: Inquiry) -> list[tuple[float, Evidence]]:
    """Return the few bare references to the handout that the question names, or in the note that it names."""
    handouts = _HANDOUT.findall(fold(inquiry.question.text))
    subject = [word for word in _subject(inquiry) if word not in _PICTURES | _NOTING]
    found = {
        evidence.block.pages: evidence
        for evidence in inquiry.evidence
        if evidence.block.pages
        and is_bare_reference(evidence)
        and any(handout in fold(page.source or "") for page in evidence.block.pages for handout in handouts or ("",))
        and all(inquiry.matcher.carried(subject, evidence.outline.names))
    }
    return [(1.0, evidence) for evidence in found.values()] if (handouts or subject) and len(found) <= _PLACES else []


def _before(inquiry: Inquiry, evidence: Evidence, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of what a page stands right behind: the bullet before its own, or the text that it closes.

    The bullet before an image is what a page below it stands behind. Where the question names what it stands below,
    these are all the bullets before its own; where it names the handout, or a picture, what is below them too.
    """
    note, block = evidence.outline.note, evidence.block
    told = ""
    if is_bare_reference(evidence) or _pictures(evidence):
        above = note.ancestors(block)
        spot = above[-1] if above and above[-1].embeds and not above[-1].text else block
        owner = next(iter(note.ancestors(spot)[-1:]), None)
        earlier = [other for other in note.children(owner) if other.first_line < spot.first_line and other.text]
        is_named = owner is not None and any(inquiry.matcher.carried(asked, stems(owner.statement.label)))
        behind = earlier[0 if is_named else -1 :]
        deep = _HANDOUT.search(fold(inquiry.question.text)) or not _PICTURES.isdisjoint(inquiry.question.required)
        if deep and behind and behind[0].kind is BlockKind.ITEM:
            behind = [other for other in note.blocks if behind[0].first_line <= other.first_line < spot.first_line]
        told = " ".join(other.text for other in behind)
    return tuple(stems(f"{told} {block.text if not block.cells else ''}"))


def _is_named_whole(inquiry: Inquiry, evidence: Evidence, asked: Sequence[str]) -> bool:
    """True for a block whose name, its page and "figura" or the like left out, says nothing that is not asked for."""
    name = [w for w in stems(_PAGE_IN_NAME.sub(" ", evidence.statement.label)) if w not in _PICTURES | _PAGE_NAMES]
    named = bool(name) and all(inquiry.matcher.carried(name, asked))
    return named and inquiry.matcher.coverage(asked, name).share >= _NAMED_SHARE


def _placed_by_name(inquiry: Inquiry, evidence: Evidence, asked: Sequence[str]) -> float:
    """Return the weight of a page that stands right below the name of what is asked: less than one beside the name."""
    parent = evidence.parent
    if parent is None or not asked:
        return 0.0
    cover = inquiry.matcher.coverage(asked, stems(parent.statement.label), evidence.context)
    return _BELOW_NAME * cover.own if cover.share == 1.0 else 0.0


def _headed_so(inquiry: Inquiry, evidence: Evidence, asked: Sequence[str]) -> float:
    """Return 1 where the name right above a page has a general word asked for that is looked for no further.

    So has "Elementos ou requisitos" for "os elementos do ato".
    """
    general = [word for word in inquiry.question.required if word in GENERIC and word not in asked]
    above = stems(evidence.parent.statement.label) if evidence.parent else []
    return float(any(inquiry.matcher.carried(general, above)))


def _is_pictured(evidence: Evidence) -> bool:
    """True for a sentence with an image, or that speaks of one: "Figura da arquitetura na p. 9"."""
    return bool(_pictures(evidence)) or not _PICTURES.isdisjoint(evidence.own)


def _pictures(evidence: Evidence) -> tuple[Embed, ...]:
    """Return the images in a sentence's block or in the one right above it, or before a page that stands alone."""
    note, own = evidence.outline.note, evidence.block
    above = note.ancestors(own)[-1:]
    siblings = note.children(above[0]) if above and is_bare_reference(evidence) else ()
    before = [other for other in siblings if other.last_line < own.first_line][-1:]
    shown = (own, *above, *(other for other in before if not other.text))
    return tuple(embed for block in shown for embed in block.embeds if embed.is_image)


def is_bare_reference(evidence: Evidence) -> bool:
    """True for a sentence that only names a page: it speaks of what it stands below."""
    named = {word for page in evidence.block.pages for word in stems(f"{page.source or ''} {page.first} {page.last}")}
    points = bool(named) and bool(evidence.own) and evidence.own[0] in _POINTERS and not evidence.statement.terms
    return points or all(word in named or len(word) == 1 or word in _PAGE_NAMES for word in evidence.own)


def _topic(evidence: Evidence) -> str:
    """Return what a page reference is about: its sentence's name, or for a bare one what it stands below."""
    shows = evidence.block.embeds and not evidence.block.text
    if not (shows or is_bare_reference(evidence)):
        return clean(evidence.statement.label) or clean(evidence.text)
    pictures = _pictures(evidence)
    path = evidence.outline.note.path_of(evidence.block)
    if pictures and not _PASTED.fullmatch(pictures[0].target):
        return pictures[0].target
    named = [name for name in path[1:] if not any(picture.target in name for picture in pictures)]
    return named[-1] if named else ""


def _subject(inquiry: Inquiry) -> list[str]:
    """Return the stems of what is looked for, without those that only name the handout."""
    sources = {word for e in inquiry.evidence for page in e.block.pages for word in stems(page.source or "")}
    required = [word for word in inquiry.question.required if word not in GENERIC] or [*inquiry.question.required]
    sorted_out = [word for word in required if word not in SORTS]  # "o modelo de maturidade de Richardson"
    required = sorted_out if inquiry.question.names and len(sorted_out) > 1 else required
    said = sources | (_PAGE_NAMES - _PICTURES) | _SHOWING | _NOTING | {"x", "vs"}
    return [word for word in required if word not in said] or required


def speaks_of_subject(inquiry: Inquiry, evidence: Evidence) -> bool:
    """True for a sentence that has, or stands behind or below, a word of what is looked for but the handout's name."""
    before = stems(" ".join(earlier.text for earlier in evidence.read_before))
    return any(inquiry.matcher.related(_subject(inquiry), (*evidence.own, *before, *evidence.place)))


def tell_place(inquiry: Inquiry, evidence: Evidence) -> Claim:
    """Say the pages that stand at a sentence, and what it is about."""
    pages = "; ".join(_named_together(evidence.block.pages, inquiry.question.language))
    topic = escape(_topic(evidence))
    return Claim(f"**{pages}**: {topic}" if topic else f"**{pages}**", (evidence, *_written(evidence)))


def _written(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return the sentences that name the pages of a block, where they stand in blocks of their own below it."""
    outline = evidence.outline
    lines = {page.line for page in evidence.block.pages}
    children = outline.note.children(evidence.block)
    below = (child for child in children if not lines.isdisjoint(range(child.first_line, child.last_line + 1)))
    return tuple(said for block in below for said in outline.of(block)[:1])


def _named_together(pages: Sequence[PageReference], language: str) -> list[str]:
    """Return the names of pages, those of one source in a row as one: "p. 61 e 62 (java_01)", "p. 64"."""
    named = []
    for (source, _), run in groupby(pages, key=lambda page: (page.source, page.kind)):
        first, *others = (page_name(page, language) for page in run)
        numbers = [first, *(other.partition(" ")[2] for other in others)]
        listed = f" {phrase(language, 'and')} ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        named.append(listed + (f" ({escape(source)})" if source else ""))
    return named


def content_of_page(inquiry: Inquiry) -> list[Claim]:
    """Say what the notes have of a page that the question names."""
    asked = find_pages(inquiry.question.text, 1)
    if not asked:
        return []
    here = [e for e in inquiry.evidence if any(_meets(page, found) for page in e.block.pages for found in asked)]
    stated = [e for e in here if clean(e.text)][: 2 * _PLACES]
    said: dict[str, tuple[Evidence, ...]] = {}
    for evidence in stated:
        topic = _topic(evidence) or clean(evidence.text)
        text = escape(topic) if is_bare_reference(evidence) else state(evidence)
        said[text] = (*said.get(text, ()), evidence)
    return [Claim(text, sources, item=len(said) > 1) for text, sources in said.items()]


def _meets(page: PageReference, asked: PageReference) -> bool:
    """True when the two share a page, and a source where the question names one."""
    same_source = asked.source is None or set(stems(asked.source)) <= set(stems(page.source or ""))
    return page.kind is asked.kind and same_source and page.first <= asked.last and asked.first <= page.last
