"""Reads what a note says of a term: the clauses behind its arrow or colon, and what each of them is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.language import fold, language_of
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.articles import (
    is_legal,
    opens_in_disagreement,
    subject_of,
    with_inner_articles,
    with_subject_article,
)
from tutor.practice.grammar.endings import ends_as_act, is_bare_adjective, singular_head
from tutor.practice.grammar.genders import Genders
from tutor.practice.grammar.labels import label_of
from tutor.practice.grammar.nouns import capitalized, is_act, is_kind, is_plural, singular_form
from tutor.practice.grammar.resemblance import shares_stem
from tutor.practice.grammar.shapes import ENGLISH_SHAPES, Shape, agreeing, shape_of, uncapitalized
from tutor.practice.grammar.splices import is_run_on, unspliced
from tutor.practice.grammar.standalone import begins_with_reference, breaks_off, stands_alone
from tutor.practice.grammar.verbs import (
    BEFORE_VERBS,
    PREPOSITIONS,
    QUANTIFIERS,
    first_word,
    is_impersonal,
    is_infinitive,
    is_participle,
    is_plural_verb,
    is_predicative,
    is_verb_form,
    last_word,
    main_verb_of,
    words,
)
from tutor.practice.grammar.wording import clauses, clean_clause, definition_of, main_name, name_of
from tutor.practice.reading.braces import defines
from tutor.practice.reading.knowledge import Clause
from tutor.practice.reading.lists import is_titled, leads_a_list
from tutor.practice.reading.loose_definitions import says_nothing_of_it
from tutor.practice.reading.sentences import has_trait
from tutor.practice.reading.source import Source, Unit
from tutor.types import BlockKind, Form

_LONGEST_TRANSLATED = 4  # letters of an acronym that as many words stand for
_SEQUENCE = re.compile(r"^\s*\S+(?:\s+\S+)?\s*(?:-{1,2}>|={1,2}>|[→⇒])|^(?:[^;.]*(?:-{1,2}>|={1,2}>|[→⇒])){2}")
_SAME_FIRST_WORDS = re.compile(
    r"^\s*(?:trata-se|consiste|corresponde|significa|diferentemente|ou seja|isto|basicamente|resumidamente|em suma)",
    re.IGNORECASE,
)
_TOLD_WHEN = frozenset("sancao pena penalidade excecao vantagem desvantagem efeito consequencia".split())
"""What the notes say below these is when or why there is such a thing, not what it is."""
_SHORTEST_ROOT = 4  # letters
_LONGEST_ITEM = 2  # words of a name in a list
_ACTS_OF_VERBS = frozenset(
    {("le", "leitura"), ("escreve", "escrita"), ("abre", "abertura"), ("cobre", "cobertura"), ("ve", "vista")}
)
"""Verbs and their nouns that share too little."""
_OF_STUDY = frozenset("anotacoes resumo revisao notas questoes exercicios dicas aula apostila slides".split())
"""What a note is, and nothing that it tells of: "anotações da aula"."""
_PORTUGUESE = re.compile(r"[ãõçáéíóúâêô]|\b(?:d[eoa]s?|n[oa]s?|para|com|que|por|e)\b")
_SEE = re.compile(r"(?:ver|vide|cf)\b", re.IGNORECASE)
_LISTED = Genders()
"""The genders that no student's article tells: "o base", of a "caso" that stands elsewhere."""
_ANOTHER = re.compile(r"(?!.*\b(?:uma?|uns|umas|cada|alguma?|qualquer)\b).*\boutr[oa]s?(?=$|[,.;])")
"""What hangs on a noun before it: "leva a outro"."""
_HOLDS_FOR = re.compile(
    r"(?:(?:não|só|também) )*valem? (?:(?:só|também|apenas) )*(?:para(?! qualquer| tod[oa])|em|desde|quando|se)\b"
)
"""What a rule told before holds for, which is not said of the term: "vale para os vasos da rua"."""
_RESTRICTS = re.compile(
    r"(?:mas|porém|contudo|desde que|salvo|exceto|fora|se|caso|n(?:ão)? se aplica)\b", re.IGNORECASE
)
"""What a definition is not whole without: "identidade de partes, mas o pedido de uma …"."""
_ANSWERS = re.compile(r"(?:yes|no|sim|n[aã]o|pode|podem|deve|devem),\s")
"""What answers a question, and defines nothing: "blocking: yes, if the coordinator dies"."""
_AGAIN = re.compile(r"(?:[\w-]+ ){1,3}(?:too|as well|também)(?=$|[,.;])")
"""What is said of another as well, and tells no two things apart: "deprecated too"."""
_LACKS_ARTICLE = re.compile(r", únic[oa]s? (?:que|d[eoa]s?|com|em) ")
"""An apposition whose article is left out: "porta de entrada, único que fala direto"."""
_SOMEBODY = r"[A-ZÀ-Þ][\w.'-]*(?: (?:d[eoa]s? )?[A-ZÀ-Þ][\w.'-]*)*"
_BY_SOMEBODY = re.compile(
    r"(?:modelo|abordagem|teoria|livro|norma|método|técnica|framework|proposta|padrão|conceito|obra|ideia|artigo|estudo)"
    rf" d[eoa]s? {_SOMEBODY}(?:(?:,| e| &) {_SOMEBODY})*(?:,? \(?\d{{4}}\)?)?"
)
"""Who made a thing and when, and nothing of what it is: "modelo de Prates e Lima (1993)"."""
_MARK = (
    r"(?:[^\s,]+|[^\s,]+ (?:ou|e) [^\s,]+|[a-zà-ÿ]+ [A-Z]{2,}[^\s,]*|[A-Z]{2,}[^\s,]* \d[^,]*"
    r"|(?:basead|derivad)[oa] (?:n[oa]|em|d[eoa]) [A-Z][^\s,]*(?: v?\d[^\s,]*)?)"
)
_MARKS = re.compile(rf"{_MARK}(?:, {_MARK})+")
"""Labels in a row, no two of which make a phrase: "mestre ou escravo, texto, UDP 2427"."""
_BELONGS = re.compile(r"(?:não )?(?:é|são) d[eoa]s? (?!\d)")
"""What something is of, and not what it is: "é da União"."""
_ANOTHER_DID = re.compile(r"(?:(?!\b(?:que|quem|se|quando|onde)\b).)*\b[a-zà-ÿ]{3,}ou\b")
"""What once happened to something: "a reforma deixou só o dono"."""
_TERM = re.compile(r"\b(?:em|de|por|até) \d+ (?:dias|horas|semanas|[a-z]*mes(?:tr)?es|anos)\b")
_GAPPED = re.compile(r"[^,]*\se\s[oa]s?\s[^,]+,\s(?:[oa]s?|uma?)\s\S+$")
"""Two predicates, the second without its verb: "a regra e o sigilo, a exceção"."""
_RELATED = re.compile(r"\s(?:d[eoa]s?|que|entre|em|n[oa]s?|com|sem|para|por|pel[oa]s?|cujo|cuja|sobre)\s")
"""What tells of what an amount is: "valor do título"."""
_ENGLISH_CLAUSE = re.compile(
    r"(?:(?!that\b|which\b|who\b|whose\b|where\b|when\b)[\w-]+ ){1,5}"
    r"(?:is|are|was|were|does|do|has|have|can|cannot|may|must|will|should)\b"
    r"|(?:(?:the|an?|each|every|no) )?(?![a-z]*[^s]s )[\w-]+ [a-z]+[^su\W]s (?:the|an?|to|for|after|before|all|only|its"
    r"|with|by|in|on|from)\b|(?:an?|each|every) [\w-]+ [a-z]+[^su\W]s [a-z]"
    r"|(?:(?!that\b|which\b|who\b|whose\b|where\b|when\b)[\w-]+ ){2,6}[a-z]+s [a-z]+[^su\W]s (?:the|an?|its)\b"
)
"""A sentence of its own: "the sender does not wait", "the leader confirms after writing", "a class gets methods"."""
_ENGLISH_LOOSE = re.compile(
    r"(?:the more,?|\w+ed,|at|in|on|by|with|for|from|via|must|can|cannot|may|should|only|not?|is|are|has|have)\s"
    r"|[^,]{9,}, (?!that|which|who|where|when|with|without|so|such|used|called|or\b|and\b|but\b|like|including|not\b"
    r"|even|usually|often|typically|\w+(?:ed|ing)\b)(?:[\w-]+ ?){1,6}(?:$|, )"
)
"""Words that no one sentence can be made with: "must be caught", "resizable array, fast random access"."""
_SECOND_TERM = re.compile(r";\s*[^;]{1,40}?\s(?:-{1,2}>|={1,2}>|[→⇒])")
_GOES_ON = re.compile(r"\s*(?:\([^()]*\))?,\s+(?:e\s+)?(?:depois|em seguida|por fim|finalmente)\b", re.IGNORECASE)
"""What goes on in steps behind a first clause: "prefixo mais longo primeiro, depois a métrica"."""
_HAPPENED = re.compile(r"[a-zà-ÿ]{2,}(?:ou|eu|iu)\s")
_FORMULA = re.compile(r"[^;.]*\s[x×*]\s|[^;.=]*\s=[^;.=]*\s[+]\s")
"""What is reckoned: "tempo de hit + taxa de miss x penalidade", "estoque máximo = lote + reserva"."""
_MERITS = re.compile(r"(?:^|[,;]\s*)[+–-]\s")
"""What speaks for or against a thing: "+ direto; - erros"."""
_PAST = re.compile(r"[a-zà-ÿ]+(?:ou|eu|iu|aram|eram|iram)\b")
"""What happened once: "terminou, mas o pai não sabe"."""
_BINDS = re.compile(r"(?:não|só|somente|apenas) (?:pode|deve|precisa)m? (?!ser\b|haver\b|ocorrer\b)[a-zà-ÿ]+r\b")
"""What somebody may not do, said of a rule: "vedação ao retrocesso -> não pode reduzir …"."""
_DONE = re.compile(r"(?:não )?(?:(?:deve|pode)m? ser|é|são) (?:\w+ (?:e|ou) )?([a-zà-ÿ]+[oa]s?)\b")
"""What is done with something, which the participle names by its gender: "deve ser instaurado"."""
_REMEDY = re.compile(r"(?:mitigar|prevenir|evitar|combater|corrigir|resolver|tratar|detectar) com ")
"""What is done about a thing, which that is not: "ARP spoofing -> mitigar com inspeção"."""
_QUALITIES = ("dade", "ência", "ância", "encia", "ancia", "eza")
_SHOWING = frozenset("diagrama grafico mapa matriz curva organograma fluxograma cronograma".split())
"""What shows something, and is not what it shows."""
_SHOWN_BY = frozenset(
    "representacao modelo ferramenta tecnica desenho esquema figura documento tabela visao instrumento forma conjunto"
    " descricao tipo metodo ilustracao".split()
)
_QUALIFIED = frozenset("informacao dado sistema mensagem usuario servico recurso".split())
"""What has a quality, and is none."""
_VALUED = re.compile(r"[a-zà-ÿ] \d+$|^\d+(?:%|[/,]\d)|^[a-z]\d+\b")
"""What ends in a number, or begins with one: "dono e meeiro 35", "95% do limite", "v6 dentro de v4"."""
_LIMIT = re.compile(
    r"^(?:\S+\s+){0,3}(?:no máximo|no mínimo|até)\s+\S+(?:\s+[^\s,]+){0,2}(?:,|$)|(?:mínim|máxim)[oa]s?\s+de\s+\d"
    r"|^\S+\s+de\s+\d|:\s|\s[–—-]\s|\b(?:alt|baix|médi|nul|fort|frac|pouc)[oa]s? (?:a|ou) (?:quase |muito )?[a-zà-ÿ]+$"
    r"|^quem\b.*\bqua(?:l|is)\b",
    re.IGNORECASE,
)
"""A limit such as "arquivo de no máximo 4 GB", a note in itself ("provedor: segurança da nuvem"), how much of something
there is ("autoridade alta a quase total") or what is settled ("quem vê qual parte"): none says what a term is."""


_OWN_SET = re.compile(r"(?:,\s[a-zà-ÿ]+s\s*)?\{[^}]*\}")
"""A set, with its name where that is one more word: "semáforo simplificado, estados { livre, ocupado }"."""


def defining_clauses(unit: Unit, source: Source) -> tuple[Clause, ...]:
    """Return the clauses that define a unit's term, empty where its first words could not be shown."""
    statement = unit.statement
    body = clean_clause(statement.definition) if statement.form is Form.ASIDE else statement.definition
    body = re.sub(r"^\([^()]*\)\s*[:–-]\s*", "", body)
    if second := _SECOND_TERM.search(body):
        body = body[: second.start()]  # "quente -> em uso; frio -> parado": what follows is of another term
    defining = any(defines(written.label, unit) for written in statement.sets if written.braced)
    listed = source.is_english and body.count(";") > 1 and statement.label.rstrip(" :*").endswith("s")
    if (
        listed
        or _MERITS.search(body)
        or _SEQUENCE.search(body)
        or _FORMULA.match(body)
        or _FORMULA.match(unit.text)
        or re.match(r"[A-Z]{2}[a-zà-ÿ]{2}", body)
    ):
        return ()
    written = clauses(re.sub(_OWN_SET if defining else r"[^;.]*\{[^}]*\}", "", body))
    if not written or is_first_lost(body, written[0]) or _is_cut_short(written[0], body) or _LEADS_TO_SET.search(body):
        return ()
    whole = unspliced(written[0], source.genders)
    restricted = len(whole) > 1 and _RESTRICTS.match(whole[1]) and not _is_bound(whole)
    if _sets_scene(whole) or _GAPPED.match(written[0]) or restricted:
        return ()
    pieces = written if _is_bound(whole) else _own_pieces(written, source)
    term = name_of(statement.terms[0] if statement.form is Form.ASIDE else statement.label)
    if fold(first_word(pieces[0])) in _OF_STUDY or _spells_out(term, pieces[0]) or _is_circular(term, pieces[0]):
        return ()
    if not stands_alone(pieces[0]) or _GOES_ON.match(body[len(pieces[0]) :]):
        return ()
    parts = shown_clauses([clause_of(piece, term, source) for piece in pieces], source)
    shorter = sum(len(words(part.text)) for part in parts) < len(words(written[0]))
    if parts and (shorter or _RESTRICTED_BEHIND.match(body)):
        parts = (replace(parts[0], is_cut=True), *parts[1:])
    if is_remark(unit, source):
        parts = tuple(part for part in parts if part.shape in {Shape.CLAUSE, Shape.OTHER})
    return parts


_RESTRICTED_BEHIND = re.compile(
    r"[^;.()]*\((?:[oa]s (?:dois|duas|três|quatro|cinco|\d)|só|somente|apenas|tod[oa]s|amb[oa]s|junt[oa]s)\b"
)
"""What a definition is not whole without: "processo de queima (as três juntas)"."""
_LEADS_TO_SET = re.compile(r",\s(?:via|a|ao|à|de|em|para|com|por)\s[^{};.]*\{")
"""A definition that goes on to a set: "modelo de acesso, via rede, a recursos { redes, servidores }"."""


def _is_cut_short(clause: str, body: str) -> bool:
    """True for "Presidente e Vice, Pres", of which more follows: "Pres. da Câmara"."""
    last = re.search(r"(?<=\s)[A-ZÀ-Þ][a-zà-ÿ]{1,4}$", clause)
    return last is not None and re.search(rf"{re.escape(last[0])}\.\s+[a-zà-ÿ]", body) is not None


def _spells_out(term: str, text: str) -> bool:
    """True for "Lei de Diretrizes Orçamentárias", and for "acordo de nível de serviço" (SLA): words for letters."""
    name = main_name(term)
    said = [word for word in words(text) if word.lower() not in PREPOSITIONS | {"e"}]
    initials = fold(name) in {fold("".join(word[0] for word in kept)) for kept in (said, words(text))}
    described = any(map(is_participle, said)) and fold(said[0][0]) not in fold(name)
    translated = len(said) == len(name) <= _LONGEST_TRANSLATED and not described
    translated = translated and not is_verb_form(said[0])  # "VPA: aumenta recursos do pod"
    return name.isupper() and name.isalpha() and (initials or translated)


def _is_circular(term: str, text: str) -> bool:
    """True for "comportamento sob a carga esperada", said of "carga", and "conexão …", of "troca de conexão"."""
    name = main_name(term)
    complement = re.search(r"\sd[eoa]s?\s(\w+)$", name)
    told = complement is not None and fold(complement[1]) == fold(first_word(text))
    first = first_word(text)
    repeats = is_predicative(first) and shares_stem(first, name)  # "acessível por todos", said of "amplo acesso"
    repeats = repeats or (
        is_verb_form(first) and (_begins_alike(first, name) or _is_its_act(first, first_word(name)))
    )  # "varia com a renda", of "custo variável"
    return told or repeats or (len(words(name.removeprefix("não "))) == 1 and shares_stem(name, text))


def _begins_alike(verb: str, name: str) -> bool:
    """True where a word of a name has the root of a verb."""
    root = re.sub(r"[ae]m?$", "", fold(verb))
    return len(root) >= _SHORTEST_ROOT and any(fold(word).startswith(root) for word in words(name))


def _is_its_act(verb: str, noun: str) -> bool:
    """True for "lê" and "leitura", "redefine" and "redefinição": the noun is what the verb does."""
    if (fold(verb), fold(noun)) in _ACTS_OF_VERBS:
        return True
    act = re.fullmatch(r"(\w{3,}[^aei])[aei]?(?:cao|sao|mento|gem)", fold(noun))
    return act is not None and fold(verb).startswith(act[1])


def _sets_scene(pieces: Sequence[str]) -> bool:
    """True for "população dividida em grupos, sorteiam-se alguns": when something is done, not what the term is.

    So does "perdeu um pacote, retransmite todos".
    """
    first, *rest = pieces
    if not rest:
        return False
    happened = _HAPPENED.match(first) and not _HAPPENED.match(rest[0])
    return bool(happened) or (any(map(is_participle, words(first)[1:2])) and is_impersonal(rest[0]))


def _is_bound(pieces: Sequence[str]) -> bool:
    """True for a definition and the one condition that it holds under: "chance de errar, se a hipótese é falsa"."""
    condition = re.fullmatch(r"(?:se|caso) (?:[oa]s?|uma?) [^,]+", pieces[-1])
    return len(pieces) == 2 and condition is not None and sum(map(is_verb_form, words(pieces[1]))) == 1


def _own_pieces(written: Sequence[str], source: Source) -> list[str]:
    """Return the pieces of spliced clauses, without predicates whose subject is that of a sentence before them."""
    if source.is_english:
        return list(written)
    whole, *behind = [unspliced(clause, source.genders) for clause in written]
    split = [whole, *(pieces for pieces in behind if not _is_cut_from_list(pieces, source))]
    opens_of_another = _is_sentence(split[0][0], source)
    kept: list[str] = []
    for pieces in split:
        of_another = opens_of_another
        for piece in pieces:
            if not of_another or shape_of(piece, source.genders) is not Shape.VERB:
                kept.append(piece)
            of_another = of_another or _is_sentence(piece, source)
    return kept


def _is_cut_from_list(pieces: Sequence[str], source: Source) -> bool:
    """True for "pode ser muda", "outro vaso, terra": what the names behind a predicate end would be cut off."""
    first, *others = pieces
    items = [words(item) for piece in others for item in piece.split(", ")]
    plain = [word for item in items for word in item]
    told = any(word in QUANTIFIERS | BEFORE_VERBS or is_verb_form(word) or is_bare_adjective(word) for word in plain)
    named = not told and all(len(item) <= _LONGEST_ITEM for item in items)
    return bool(items) and named and shape_of(first, source.genders) is Shape.VERB


def _is_sentence(piece: str, source: Source) -> bool:
    """True for a clause that has its own subject, of which what follows tells more: "não se altera o servidor"."""
    passive = re.match(r"(?:não )?se [a-zà-ÿ]+m? (?:o|a|os|as) ", piece) is not None
    clause = shape_of(uncapitalized(piece), source.genders) is Shape.CLAUSE
    return passive or (clause and not is_impersonal(piece))


def shown_clauses(parts: Sequence[Clause], source: Source) -> tuple[Clause, ...]:
    """Return the clauses that are understood alone; behind the first, only those that are whole."""
    kept: list[Clause] = []
    for at, part in enumerate(parts):
        loose = begins_with_reference(part.text) or _SEE.match(part.text) or not stands_alone(part.text)
        native = part.shape not in ENGLISH_SHAPES
        disagrees = native and opens_in_disagreement(capitalized(part.text), _LISTED)
        loose = loose or breaks_off(part.text) or disagrees
        loose = loose or (at > 0 and (_HOLDS_FOR.match(part.text) or _ANOTHER.match(part.text)) is not None)
        whole = part.shape not in {Shape.OTHER, *ENGLISH_SHAPES} and len(part.text.split()) > 2
        dropped = len(kept) < at and " " not in parts[at - 1].text
        whole = whole and not (part.shape is Shape.VERB and dropped)  # "aumento -> reduz a oferta"
        text = with_subject_article(part.text, source.genders) if part.shape is Shape.CLAUSE else part.text
        if not loose and text and (whole or at == 0):
            kept.append(Clause(text, part.shape))
        elif at == 0:
            return ()  # what follows is another matter: "subclasse redefine o método; tempo de execução"
    return tuple(kept)


def _tells_nothing(text: str) -> bool:
    """True for words that answer, say what another is too or who made a thing, or label it: "texto, UDP 2427"."""
    labels = _MARKS.fullmatch(text) and not is_verb_form(first_word(text))
    loose = _LACKS_ARTICLE.search(text) or any(pattern.match(text) for pattern in (_ANSWERS, _AGAIN))
    return bool(labels or loose or _BY_SOMEBODY.fullmatch(text))


def _describes(text: str) -> bool:
    """True for words that rule or describe: "registrar até 5 dias", "completa, neutra e …"."""
    first = first_word(text)
    ruled = is_infinitive(first) and re.search(r"\d", text) is not None
    return ruled or ("," in text and is_bare_adjective(first))


def clause_of(text: str, term: str, source: Source) -> Clause:
    """Return one clause as it is shown of `term`, with what it is grammatically."""
    plain = with_inner_articles(uncapitalized(definition_of(text)), source.genders)
    if source.is_english:
        return Clause(plain, Shape.OTHER if _tells_nothing(plain) else _english_shape(plain))
    if language_of(plain) == "en" and not _PORTUGUESE.search(plain):
        return Clause(plain, Shape.OTHER)
    numbered = re.match(r"([^\W\d_]+) \d", plain)  # "porta 80, sem estado"
    valued = fold(first_word(plain)) in lexicon.ATTRIBUTES and re.search(r"\d", plain)  # "pena reduzida de 1/3"
    valued = valued or _VALUED.search(plain)
    if valued or says_nothing_of_it(plain) or (numbered and not is_verb_form(numbered[1])):
        return Clause(plain, Shape.OTHER)
    if _LIMIT.search(re.sub(r"\s\([^()]*\)", "", plain)) or (
        has_trait(plain.split(",")[0]) and re.search(r"\d", plain)
    ):
        return Clause(plain, Shape.OTHER)
    shape = Shape.OTHER if _tells_nothing(plain) or _describes(plain) else shape_of(plain, source.genders)
    if _is_told_of_another(plain, shape, term, source) or (shape is Shape.CLAUSE and is_run_on(plain, source.genders)):
        shape = Shape.OTHER
    done = _DONE.match(plain) if shape is Shape.VERB else None
    first = done[1] if done else first_word(plain)
    if shape in {Shape.VERB, Shape.PARTICIPLE} and is_participle(first):
        of_another = first.rstrip("s").endswith("a") is not (source.genders.of(term) == "f")
        if of_another or is_plural(term) is not first.endswith("s"):
            shape = Shape.OTHER  # "regime de caixa: reconhecidas quando …", of which the row above speaks
    case = (
        is_participle(last_word(term)) and fold(first_word(term)) in lexicon.AMOUNTS
    )  # "limite excedido: cortar gastos"
    remedy = _REMEDY.match(plain) is not None
    if ((case or remedy) and shape is Shape.INFINITIVE) or (shape is Shape.NOUN and _is_of_another(plain, term)):
        shape = Shape.OTHER
    if is_legal(term) and shape is not Shape.CLAUSE:
        shape = Shape.OTHER  # "art. 55: pode convalidar …"
    return Clause(plain, shape)


def _is_told_of_another(text: str, shape: Shape, term: str, source: Source) -> bool:
    """True for what happened once, binds somebody, or is not said of the term: "pontos de função -> mede …"."""
    if shape is not Shape.VERB:
        return shape is Shape.CLAUSE and _ANOTHER_DID.match(text) is not None
    past = term[1:].islower() and _PAST.match(text)
    bound = _BINDS.match(text) and (ends_as_act(first_word(term)) or first_word(term).endswith(_QUALITIES))
    another = past or bound or _goes_on_of_another(text) or _BELONGS.match(text)
    return bool(another) or not agreeing(subject_of(main_name(term), source.genders), text)


_SECOND_VERB = re.compile(r"(?:(?!\b(?:que|quem|se|quando|onde|como|cuj[oa]s?)\b)[^,;])*? e (?:não |se )?([a-zà-ÿ-]+)")


def _goes_on_of_another(text: str) -> bool:
    """True for "poda o galho e caem folhas": a second verb of another number has a subject of its own."""
    second = _SECOND_VERB.match(text)
    verbal = second is not None and is_verb_form(second[1])
    return second is not None and verbal and is_plural_verb(second[1]) is not is_plural_verb(main_verb_of(text))


def _is_of_another(text: str, term: str) -> bool:
    """True for a noun that is not what a term is, but who or what it is for: "MP e Defensoria", "bens especiais".

    So is "localização definida em lei", said of "usinas", and so are parts: "fase de poda e fase de rega".
    """
    if re.match(r"(\w+) d[eoa]s? [^,;]*\be \1 ", text):
        return True
    owned = lexicon.AMOUNTS | lexicon.TRAITS - lexicon.ADJECTIVES
    if _TERM.search(text) or (singular_head(fold(first_word(text))) in owned and not _RELATED.search(text)):
        return True  # "eleição em 90 dias", said of a vacancy, "valor exato e conhecido" and "efeito retroativo"
    trait = re.match(r"(\S+) (\S+?)(?:,|$)", text)  # "tamanho fixo, sem sobreposição"
    if trait and fold(trait[1]) in lexicon.ATTRIBUTES and is_bare_adjective(trait[2]):
        return True
    if (
        re.match(r"\S+ n[oa]s? ", text)
        and not is_act(text)
        and singular_head(fold(first_word(text))) not in lexicon.THINGS
    ):
        return True  # "verbo no plural", said of a subject
    head, first = singular_head(fold(first_word(text))), fold(first_word(term))
    if (first in _SHOWING and head not in _SHOWING | _SHOWN_BY) or (first.endswith(_QUALITIES) and head in _QUALIFIED):
        return True  # "mudança de estado", said of "diagrama de tempo"; "informação protegida", of "integridade"
    several, told = is_plural(term), is_plural(text)
    named = first_word(text).isupper() or re.match(r"\S+,|[A-ZÀ-Þ]\S+ (?:d[aeo]s? )?[A-ZÀ-Þ]", text) is not None
    return named or (several is False and told is True) or (several is True and told is False and not is_kind(text))


def _english_shape(text: str) -> Shape:
    if _ENGLISH_LOOSE.match(text):
        return Shape.OTHER
    if _ENGLISH_CLAUSE.match(text):
        return Shape.ENGLISH_CLAUSE
    acts = re.match(
        r"(?![a-z]+(?:ment|[st]ion|itie)s\s|means of\s)[a-z]+[^su\W]s\s"
        r"(?!which|whose|that (?!an?\b|the\b|all\b|no\b))",
        text,
    )
    return Shape.ENGLISH_VERB if acts else Shape.ENGLISH


def is_remark(unit: Unit, source: Source) -> bool:
    """True where the words behind the arrow comment on the name, as below "+" or "fatores como", and define nothing."""
    above = source.parent(unit.block)
    if above is None:
        return unit.statement.marker is not None
    led = above.kind is not BlockKind.HEADING and leads_a_list(above.text) and not is_titled(above.text)
    head = first_word(label_of(above)).lower()
    how = is_infinitive(head)  # "prevenir" above: what follows is how it is done
    when = fold(singular_form(head)) in _TOLD_WHEN
    return unit.statement.marker is not None or led or how or when


def is_first_lost(body: str, first: str) -> bool:
    """True when the words right behind the term could not be shown, so that the first clause is another matter."""
    start = re.sub(r"\W+", "", fold(body))[:4]
    return not re.sub(r"\W+", "", fold(first)).startswith(start) and not _SAME_FIRST_WORDS.match(body)
