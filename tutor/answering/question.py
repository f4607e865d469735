"""What a question asks: its kind, what it is about, and the words an answer has to carry."""

import re
import unicodedata
from dataclasses import dataclass, replace

from tutor.answering.contrasts import SHORT_PAIR
from tutor.answering.frames import FRAMES, MADE, QuestionKind, Value
from tutor.language import (
    content_tokens,
    fold,
    in_digits,
    is_misspelling,
    is_stop_word,
    language_of,
    stem,
    stems,
    tokens,
)
from tutor.notes.members import IN_BRACKETS


@dataclass(frozen=True, slots=True)
class Question:
    """A question read: `focus` is what it is about, without the words of its frame.

    `attribute` is what is asked of the focus ("porta padrão", "vantagens"), where the frame tells them apart;
    `options` are the things compared or chosen from; `context` are words of earlier turns that help to find the
    focus and need not be carried; `names` are the folded tokens of proper names, which an answer has to carry.
    """

    text: str
    language: str
    kind: QuestionKind
    focus: str
    attribute: str = ""
    options: tuple[str, ...] = ()
    value: Value | None = None
    context: str = ""
    names: frozenset[str] = frozenset()

    @property
    def required(self) -> tuple[str, ...]:
        """The stems that the evidence for an answer has to carry, each once, in order."""
        return tuple(
            dict.fromkeys(stem(t) for t in content_tokens(f"{self.attribute} {self.focus}") if t not in _FRAME)
        )

    @property
    def head(self) -> str:
        """The focus without what follows its first preposition: "branch" of "branch no Git"."""
        return _FOLLOWED.split(self.focus, maxsplit=1)[0]

    @property
    def specific(self) -> tuple[str, ...]:
        """The required stems that are not general words, nor implied by the value asked for; all where none is left."""
        implied = _IMPLIED if self.value is Value.NUMBER else _BEGUN if self.value is Value.DATE else frozenset()
        return tuple(word for word in self.required if word not in GENERIC and word not in implied) or self.required

    @property
    def about(self) -> tuple[str, ...]:
        """The specific stems of the focus, of which an attribute is asked."""
        return tuple(word for word in stems(self.focus) if word in self.specific)

    @property
    def asks_for_list(self) -> bool:
        """True for a question that several things in a row answer: "quais são …", "em que ordem …"."""
        return self.kind is QuestionKind.LIST or bool(_SEVERAL.search(fold(self.text)))

    @property
    def asks_of_each(self) -> bool:
        """True for a question that wants the members of a list explained: "quais são, e o que cada um faz"."""
        return bool(_OF_EACH.search(fold(self.text)))

    @property
    def search_text(self) -> str:
        """What to search the notes for."""
        return f"{self.text} {self.context}".strip()


_FRAME = frozenset(
    """existe existem existir serve servem significa significado chama chamam chamado chamada chamados nome conceito
    definicao principal principais diferente diferentes exemplo exemplos exemplifique nota notas anotacao anotacoes
    segundo acordo conforme explique explica explicar diga dizer fale fala falar falam sabe saber considera considerado
    considerada relacao caso coisa coisas possui possuem faz fazem fazer refere feito feita dado ocorre
    acontece quer dar listar liste cite citar aponte indique mencione enumere descreva defina conceitue resuma
    resumo detalhe detalhes seguinte seguintes favor voce pagina paginas verdade correto certo possivel
    basicamente exatamente realmente the me tell give list name mention describe explain define meaning called example
    examples according notes note work works there exist exists main different please understand understood
    entende entender entendido entendemos consiste trata tratam corresponde compare comparar distinga diferencie
    pq oq q vc algo alguem ne ta to tah tipo-assim really actually stand stands mean means say says happen happens
    veio vieram um dois duas tres quatro cinco seis sete oito nove dez one two three four five six seven eight nine ten
    estudo estuda estudar leio ler acho achar encontro encontrar vejo
    sobre about regarding lembra lembrar queria gostaria quero preciso ajuda ajude pergunta responda resposta""".split()
)

GENERIC = frozenset(
    stem(word)
    for word in """item itens elemento elementos coisa produto produtos software softwares ferramenta ferramentas
    programa programas opcao opcoes membro membros parte partes nome nomes forma formas maneira jeito modo modos aspecto
    aspectos ponto pontos tecnica tecnicas recurso mecanismo mecanismos termo conceito conceitos tecnologia
    tecnologias caracteristica caracteristicas valor informacao estrategia processo topico assunto product
    products tool tools option options item items way ways technique feature features technology thing things
    funciona funcionam funcionar opera operam operar passo passos etapa etapas maximo maxima minimo minima
    maximum minimum uso usos usado usada usados usadas utilizado utilizada used use usar usa usam utilizar
    utiliza roda rodam rodar escuta responde previsto previstos definido definidos existente existentes
    mencionado citado presente presentes serve acontece ser ter aceita aceitar suporta suportar admite admitir
    geral especifico proprio proprios novo nova novos novas possivel possiveis""".split()
)
"""Stems of words so general that evidence may lack them."""

SORTS = frozenset(
    stems(
        "tipos categorias classes componentes partes elementos princípios pilares etapas fases "
        "passos estados níveis camadas"
        " atividades comandos algoritmos condições propriedades formas modalidades métodos "
        "técnicas domínios papéis eventos"
        " artefatos valores funções práticas padrões modelos subtipos variantes protocolo órgão "
        "entidade autoridade agente campo comando instrução opção papel pattern regras types kinds "
        "categories classes"
        " diagrama ataque teoria diagram attack theory components parts elements principles pillars steps stages"
        " phases states levels layers activities commands"
        " algorithms conditions properties methods techniques domains roles events artifacts values functions practices"
    )
)
"""Stems of words that only say what sort of thing is meant."""

_BEGUN = frozenset(
    map(
        stem,
        """criado criada publicado publicada fundado fundada lancado lancada inaugurado instituido surgiu nasceu saiu
        apareceu aprovado aprovada promulgado promulgada assinado assinada editado editada created founded released
        appeared""".split(),
    )
)
"""Stems of words that go without saying where a name has its year behind it: "Petrobras (1953)"."""
_IMPLIED = frozenset(
    stem(word)
    for word in """tamanho numero quantidade duracao prazo validade tempo valor faixa intervalo limite dura duram demora
    leva velocidade frequencia capacidade taxa alcance distancia speed frequency capacity rate distance leva range
    size number length duration time last lasts long limit validity padrao default""".split()
)


_ASKING_WORDS = tuple(
    """diferença diferenças definição conceito significa significado vantagem vantagens desvantagem desvantagens exemplo
    exemplos página páginas quais quando quanto quantos quantas explique compare liste características característica
    difference definition example examples advantages which""".split()
)


def asking_word(word: str) -> str:
    """Return the word that questions are put with of which an unknown one is a misspelling: "difereça"; or itself."""
    return next((known for known in _ASKING_WORDS if is_misspelling(fold(word), fold(known))), word)


def is_frame_word(token: str) -> bool:
    """True for a folded token that only frames a question: "significa", "conceito"."""
    return token in _FRAME


def is_question_word(word: str) -> bool:
    """True for a word that questions are framed with, whatever they ask about."""
    folded = fold(word)
    return is_stop_word(folded) or folded in _FRAME or stem(folded) in GENERIC | _IMPLIED


_SEVERAL = re.compile(
    r"\b(?:quais|ordem|sequencia|etapas|passos|fases|niveis|camadas|caminho|percurso|ciclo|tipos|order|sequence|steps"
    r"|stages|phases|levels|layers|path|types|kinds)\b"
)
_PLEASE = "por favor|pfv|pf|pls|please"
_POLITE = re.compile(
    rf"^(?:(?:oi|ola|bom dia|boa tarde|boa noite|hi|hello|hey|{_PLEASE}|entao|ok|tutor|professor)"
    r"(?:\s*[,!.:]\s*|\s+(?!x\b|e\b|ou\b|vs\b|and\b|or\b))"
    r"|(?:voce |vc )?(?:pode|poderia|consegue|sabe|saberia)(?: me)? (?:dizer|explicar|falar|"
    r"responder|informar|listar|dar|lembrar)\s+"
    r"|(?:eu )?(?:gostaria de|queria|quero|preciso) (?:saber|entender|lembrar)\s+|me (?:diga|"
    r"fala|fale|diz|explica|explique|lembra|lembre)\s+(?:(?:ai|ae|uma coisa)\s*,?\s+)?"
    r"|expli(?:ca|que) (?:para|pra) mim\s+(?=o que\b)"
    r"|(?:segundo|conforme|de acordo com|pelas?|nas|com base n?as)(?: as?)?(?: minhas| meus|"
    r" suas)? (?:notas?|anotacoes|resumos?|caderno)\s*,?\s+"
    r"|(?:can|could|would) you (?:please )?(?:tell me|explain|list|give me|say)\s+|(?:please )?tell me\s+(?:about\s+)?"
    r"|i(?:'d| would) like to (?:know|understand)\s+|according to (?:my|the) notes,?\s+|"
    r"(?:afinal|mas|ah|e ai|ei)\s*,\s+)+"
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:(?:segundo|conforme|de acordo com|n)[ao]?s?(?: as?| os?)?(?: minhas| meus|"
    r" suas)? (?:notas?|anotacoes|resumos?)"
    rf"|(?:according to|(?:are )?in) (?:my|the) notes|{_PLEASE}|(?:para|pra) mim|ai|mesmo|afinal|ne|hein|ou nao"
    r"|(?<!\bde )(?<!\bpara )(?<!\bpra )(?<!\be )(?<!\bate )(?:hoje em dia|hoje|atualmente)"
    r"|nowadays|today|currently"
    r"|(?:que )?(?:eu )?(?:anotei|estudei|escrevi|tenho anotad[oa]s?)|(?:that )?i (?:wrote|noted)"
    r"|ao todo|no total|somando tudo|in total|(?:em|na|in) (?:ordem|order)(?: certa| correta)?"
    r"|,? passo a passo|step by step"
    r"|d[oa] (?:menor|maior|primeir[oa]|mais \w+) (?:para|pr[oa]|ate|ao?) (?:[oa] )?(?:menor|maior|ultim[oa]|mais \w+))"
    r"|,\s*(?:certo|correto|verdade|right)|,\s*(?:eu )?(?:n|nao) (?:entendo|entendi|sei|lembro)"
    rf"|,\s*(?:list[ae]|cit[ae]|diga|fal[ae]|explica|explique)(?: (?:tod[oa]s|tudo|ai|el[ea]s|{_PLEASE}))*"
    r")?[\s?!.…]*$"
)
_PLACE = re.compile(
    r"(?:no|na|nos|nas|num|numa|em|in|on|durante|alem d[eoa]s?|sobre|quanto a|dentro d[oa]"
    r"|no contexto d[eoa])\s[^,?]{2,40},\s+"
    r"(?=(?:qual|quais|o que|que|quem|como|quando|quant|por|what|which|who|how|when|em que)\b)"
)
_STUDY_TALK = re.compile(r"(?:eu )?(?:to|tou|estou|tava|estava|fiquei|esqueci|nao lembro)\b[^:?]{0,120}:\s+(?=\S)")
"""What tells of the student alone: "Tô revisando e esqueci: …"."""
_PREAMBLE = re.compile(
    rf"(?!{SHORT_PAIR}:)[^:?]{{3,150}}:\s+(?=(?:(?:em|de|por|com|a|para|n[ao]|ate|desde) )?(?:qual|quais|o que|que"
    rf"|quem|como|quando|onde"
    r"|(?:tenho |tem |temos )?quant\w+|por que|what|which|who|when|where|why|how)\b)"
)
"""What is said before a question is put: "Vazou um dado: em quanto tempo …"."""
_REMARK = re.compile(
    r"\?\s+(?=.*\b(?:del[ea]s?|disso)\W*$)(?:qual|quais|o que|como|para que)\b.+$|"
    r"\?\s+(?!.*(?:\?|\b(?:exemplos?|examples?|caso|lista|todas|todos)\b))"
    r"(?!(?:e|ou|quero|cit[ae]|list[ae]|expli\w+|diferenci\w+|distin\w+|compar\w+|justifi\w+|de|da|me|um|uma|so|tem|com"
    r"|por|and|or|give|name|with|just)\b).+$"
)
"""What is said after a question is put: "… hoje? Tô em dúvida."."""
_REFERS = re.compile(
    r"\b(?:cada|el[ea]s?|del[ea]s?|isso|disso|ess[ea]s?|dess[ea]s?|ambos|dois|duas|it|its|they|each|both)\b"
)
_ENGLISH = re.compile(
    r"(?:is|are|does|do|did|can|has|have|was|were|will|should|what|which|who|when|where|why|how|give|tell)\b"
)
_CHOICE = re.compile(
    r"(?P<focus>.+?) (?:e|sao|foi|foram|era|eram|is|are|was|were|fica|pertence|atua|roda|usa|utiliza"
    r"|(?:se|e) (?:classifica|enquadra|encaixa)\w* (?:como|em)|entra (?:como|em)|conta como)(?: (?:um|uma|do|"
    r"da|de|no|na|an?|em|ao?))? (?P<a>.+?),? (?:ou|or)(?: (?:um|uma|do|da|de|no|na|an?|em|"
    r"ao?))? (?P<b>.+)"
)
_WH = re.compile(
    r"\b(?:qual|quais|quem|quando|onde|como|quant[oa]s?|por que|o que|oque|(?:em|de|desde|"
    r"com|por|a|para|n[oa]|ate|entre) que|^que|what|which|who|when|where|why|how)\b"
)
_SORT_THEN_CHOICE = re.compile(
    r" (?:de )?(?:que|qual) (?:tipo|classe|categoria|natureza|forma),?(?= [\w-]+ ou [\w-]+$)"
)
"""What is asked before two answers are offered: "de que tipo, ativo ou passivo"."""
_WHAT_ELSE = re.compile(r"(?:o )?que|oque|outr[oa](?: coisa)?|something else|what")
"""What offers no second choice: "é um protocolo ou o quê?"."""
_MANNER = re.compile(r"(?<=\w )(?:como|quando|onde)(?= \w)")
"""Words that ask nothing between two others: "conta como falha"."""
_POLAR = re.compile(
    r"^(?:(?:ainda )?(?:e|sao|ha|existem?|pode|podem|podemos|posso|consigo|preciso|tem|possuem?|precisam?|exigem?|deve"
    r"|devem|vale|da pra|da para|sera|seria|foi|consegue|is|are|does"
    r"|do(?!.*\b(?:que|qual|quais|quem|quant\w+|onde|como|quando)\b)"
    r"|can|has|have|must|should|was|"
    r"were|will)\b|e verdade|sera que|nao\b|not\b"
    r"|quanto (?:maior|menor|mais|menos)\b.* (?:maior|menor|mais|menos|melhor|pior)\b)"
)
_NOT_POLAR = re.compile(
    r"^(?:e|is|are) (?:qual|quais|o que|what|which)\b|^e [oa]s? .*, (?:qual|quais|quem|quando|onde|como|o que)\b"
    r"|[?.,;:] .*\bexemplos?$"
    r"|^\w+ (?:ter )?quant"
    r"|^(?:tem|ha|existem?|is there|are there) (?:um|uns|algum|alguns|an?|any|some) (?:exemplos?|examples?)\b"
)
_SHORTEST_POLAR = re.compile(
    r"\S+(?: \S+)? (?:e|sao|tem|usam?|servem?|aceitam?|oferecem?|permitem?|possuem?|precisam?|exigem?|suportam?|faz"
    r"|pode"
    r"|vale|garantem?|caem?|is|are|has|uses?|allows?|supports?|needs?) .+"
)
_NOMINAL = re.compile(
    r"(?!.*\b(?:e|sao|foi|era|tem|ha|podem?|devem?|precisam?|vale|valem|servem?|usam?|fica|vai|vao|faz|existem?|contam?"
    r"|exigem?|permitem?|possuem?|garantem?|levam?|vem|aceitam?|suportam?|entram?|funcionam?|mudam?|conseguem?"
    r"|segu(?:e|em)|comecam?|terminam?|ocorrem?|recebem?|perdem?|consomem?|gastam?|rodam?|guardam?|armazenam?|criam?|geram?"
    r"|enviam?|executam?|identificam?|representam?"
    r"|da(?= par?a )|dependem?|nao|is|are|was|has|have|can|does|do)\b)(?:[oa]s? )?[\w-]+(?: [\w-]+)?"
    r" (?:d[eoa]s?|for|of|para|entre) .+"
)
"""A phrase that has no verb: "custo de uma busca na árvore"."""
_ASIDE = re.compile(
    r"(?:,\s*(?:i|eu|sempre|nunca|tenho|me)\b|,?\s+(?:quanto a[os]?|em relacao a[os]?|em termos de"
    r"|no que diz respeito a[os]?|with respect to|regarding|in terms of)\b).*"
)
"""What follows two things to be compared: "quanto à forma", "I always mix them up"."""
_NOT_THAT = re.compile(r" ?\((?:e )?(?:nao|not) [^()]*\)")
"""What a bracket says is not meant: "os princípios do framework (não do sistema)"."""
_AND_WHEN = re.compile(r"\s+(?:e|and) (?:quando|em que (?:ano|data)|when|in (?:what|which) year)\b.*")
_AND_WHICH = re.compile(r"\s+(?:e|and) (?:como|quais|o que|onde|how|which|what)\b.*")
_PAGE_WORDS = re.compile(
    r"\b(?:(?:d[ao]s?|n[ao]s?|em|of|the|in|on)\s+)?(?:apostilas?|livros?|pdfs?|material|"
    r"materiais|slides?|handouts?|books?|paginas?|pages?)\b"
    r"|^\s*(?:(?:eu )?(?:esta|estao|fica|ficam|fala|falam|se fala|trata|tratam|encontr\w+|"
    r"acho|ach\w+|aparece\w*|vejo|ve|(?:onde )?(?:posso|consigo|da pra)"
    r" (?:ver|rever|revisar|achar|encontrar|ler|estudar)|ler(?= (?:sobre|d[eoa]))|consta\w*"
    r"|is|are|"
    r"does|do|talks? about|can i find|find|cita\w*|mencion\w+|explica\w*|define|tem|leio|"
    r"le|estudo|covers?|discuss\w*)\s+(?:sobre |de |do |da |about )?)"
)
_PAIR = re.compile(r"([\w/.-]+(?: [\w/.-]+){0,2}?) (?:e|and) ([\w/.-]+(?: [\w/.-]+){0,2})")
_PAIR_JOINT = re.compile(
    r",?\s+(?:e|and|com|with|para|pr[ao]s?|d[eoa]s?|em relacao a[os]?|ou|or|x(?! (?:e|ou|and|or)\b)|vs\.?|versus|to)\s+"
    r"(?:o |a |os |as |um |uma |the |an? )?"
)
_OWNED, _OF_OTHER = (re.compile(pattern, re.IGNORECASE) for pattern in (r".+ d[eoa]s? (.+)", r"d[eoa]s? (.+)"))
_BARE_ARTICLE = re.compile(r"\s[oa]s?\s$")
"""Of whom the same is compared: "a chave do emissor" and "a do receptor"."""
_OF_EACH = re.compile(
    r",?\s+(?:e\s+)?(?:(?:[oa]\s+)?(?:que|como|para que(?: serve)?|qual|funcao|definicao|significado|conceito)"
    r"\s+(?:de\s+)?cada\s"
    r"|expli\w+\s+cada\s|e\s+(?:[oa]s\s+)?(?:respectiv[oa]s\s+)?(?:prazos|valores|portas"
    r"|anos|datas|funcoes|significados|tempos|velocidades|tamanhos)(?=\W*$)"
    r"|(?:com|e)\s+(?:[oa]s?\s)?[^?]*\sde\s+cada\s+uma?\b|(?:and\s+)?(?:what|how|why)\s+each\s).*"
)
_LONGEST_COMPARISON = 300  # characters; reading one takes a power of its length
_COUNTED = re.compile(r"(?<![\w.,-])\d{1,2}\s+(?=[^\W\d_][\w-]{2,}s\b)")
_NAME_WORD = re.compile(r"(?<![.?!]\s)(?<!^)\b(?:[A-ZÀ-Ý][\w+#-]*|[a-z]+[A-Z]\w*|\d+(?:\.\d{3})+\b|\w*\d[\w-]*)")


_NAMED_BY_CODE = re.compile(r"[a-zà-ÿ]+ [A-Z]{2,}\w*")
_HOLDS = re.compile(r"\b(?:guarda|armazena|contem|stores?|holds?)\b")
_EMPHASISED = frozenset("nao sem nem mas ou e mais menos so apenas".split())
"""What is written in capitals and names nothing: "o que NÃO é"."""
_FOLLOWED = re.compile(r"\s(?:n?[oa]s?|num|numa|em|d[aeo]s?|para|com|of|in|on|for|with)\s", re.IGNORECASE)
_SHORTHAND = {
    "q": "que",
    "oq": "o que",
    "pq": "por que",
    "qdo": "quando",
    "qnd": "quando",
    "qt": "quanto",
    "qto": "quanto",
    "qta": "quanta",
    "qts": "quantos",
    "qtos": "quantos",
    "qtas": "quantas",
    "p/": "para",
    "pra": "para",
    "c/": "com",
    "s/": "sem",
    "vc": "você",
    "tb": "também",
    "tbm": "também",
    "eh": "é",
    "msm": "mesmo",
    "dif": "diferença",
    "difs": "diferenças",
}
_LOGIC = re.compile(r"\bq\s*(?:<?-+>|→|↔|\^|∧|∨)|(?:-+>|→|↔|\^|∧|∨|~|¬|\bp (?:e|ou))\s*q\b")
"""Where "q" is a proposition: "p -> q"."""
_CONTRACTED = re.compile(r"\b(what|who|where|how|when|it)['’]s\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, _SHORTHAND)) + r")(?=[\s?,]|$)")


def spell_out(text: str) -> str:
    """Return a question with the shorthand of chats written out: "pq", "qtos", "p/", "what's"."""
    kept = {"q"} if _LOGIC.search(text) else frozenset[str]()
    spelled = _SHORT.sub(lambda found: found[0] if found[0] in kept else _SHORTHAND[found[0]], text)
    return _CONTRACTED.sub(r"\1 is", spelled)


def read_question(text: str) -> Question:
    """Read one question on its own; conversation is resolved before."""
    plain = in_digits(spell_out(unicodedata.normalize("NFC", " ".join(text.split()))))
    folded = fold(plain)
    if len(folded) != len(plain):
        plain = folded
    talk = _STUDY_TALK.match(folded)
    plain, folded = plain[talk.end() if talk else 0 :], folded[talk.end() if talk else 0 :]
    polite = _POLITE.match(folded)
    start = polite.end() if polite else 0
    end = max(start, _TAIL.search(folded, start).start())  # type: ignore[union-attr]
    bare, words = folded[start:end], plain[start:end].strip(" \"'“”¿¡")
    shift = start + (len(plain[start:end]) - len(plain[start:end].lstrip(" \"'“”¿¡")))
    bare = folded[shift : shift + len(words)]
    placed = None if re.match(r"[A-Z]{2,}\b", words) else _PLACE.match(bare)
    place = words[: placed.end()] if placed else ""
    bare, words = bare[len(place) :], words[len(place) :]
    said = _PREAMBLE.match(bare)
    if said and _stands_alone(bare[said.end() :]):
        place = f"{place} {words[: said.end()]}"
        bare, words = bare[said.end() :], words[said.end() :]
    remark = _REMARK.search(bare)
    if remark and (not _WH.search(remark[0]) or _REFERS.search(remark[0])) and _stands_alone(bare[: remark.start()]):
        place = f"{place} {words[remark.start() + 1 :]}"
        bare, words = bare[: remark.start()], words[: remark.start()]
    language = "en" if _ENGLISH.match(bare) else language_of(plain)
    question = Question(plain, language, QuestionKind.OPEN, words, context=place.strip(" ,"), names=_names(words))
    bare, words = _without_sort(bare, words)
    choice = _CHOICE.fullmatch(bare) or _even_choice(bare)
    if choice and (_WHAT_ELSE.fullmatch(choice["b"]) or not _WH.search(bare.replace(" como ", " "))):
        return _chosen(question, words, choice)
    if _POLAR.match(bare) and not _NOT_POLAR.search(bare):
        return replace(question, kind=QuestionKind.YES_NO)
    for pattern, kind, value in FRAMES:
        too_long = kind is QuestionKind.COMPARISON and len(bare) > _LONGEST_COMPARISON
        match = None if too_long else pattern.fullmatch(bare)
        if match:
            return _framed(question, words, match, kind, value)
    if plain.rstrip().endswith("?") and _may_be_denied(bare):
        return replace(question, kind=QuestionKind.YES_NO)
    pair = _PAIR.fullmatch(words)
    if pair:
        return replace(question, kind=QuestionKind.COMPARISON, focus=" ".join(pair.groups()), options=pair.groups())
    return replace(question, kind=QuestionKind.TOPIC)


def _chosen(question: Question, words: str, choice: re.Match[str]) -> Question:
    """Return a question of what something is, with the things to choose from; none in "A, B ou o quê?"."""
    written = () if _WHAT_ELSE.fullmatch(choice["b"]) else ("a", "b")
    options = tuple(option.strip() for group in written for option in words[slice(*choice.span(group))].split(","))
    return replace(question, kind=QuestionKind.CATEGORY, focus=words[slice(*choice.span("focus"))], options=options)


def _even_choice(bare: str) -> re.Match[str] | None:
    """Return how "is Xen type 1 or type 2" or "Xen: tipo 1 ou 2" splits: both choices have as many words."""
    words = rf"\S+(?: \S+){{{re.split(' (?:ou|or) ', bare)[-1].count(' ')}}}"
    subject = r"(?!there\b|it\b)(?:the |an? )?(?P<focus>(?!an?\b|the\b).+?)"
    asked = re.fullmatch(rf"(?:is|are) {subject} (?P<a>{words}),? or (?P<b>{words})", bare)
    return asked or re.fullmatch(rf"(?P<focus>[^:]+): (?:e |is )?(?P<a>{words}),? (?:ou|or) (?P<b>{words})", bare)


def _without_sort(bare: str, words: str) -> tuple[str, str]:
    """Return a question without what is asked before two answers are offered: "é ataque de que tipo, ativo ou …"."""
    sort = _SORT_THEN_CHOICE.search(bare)
    if not sort:
        return bare, words
    return bare[: sort.start()] + bare[sort.end() :], words[: sort.start()] + words[sort.end() :]


def _stands_alone(bare: str) -> bool:
    """True for a folded question that names what it asks about, and leans on nothing said before it."""
    named = [token for token in content_tokens(bare) if token not in _FRAME]
    return len(named) > 1 and not _REFERS.search(bare)


def _may_be_denied(bare: str) -> bool:
    """True for a folded text that states something: "bactéria tem ribossomo", not "custo de uma busca"."""
    which = _WH.search(_MANNER.sub(" ", bare))
    return not which and not _NOMINAL.fullmatch(bare) and bool(len(tokens(bare)) > 3 or _SHORTEST_POLAR.fullmatch(bare))


def _framed(question: Question, words: str, match: re.Match[str], kind: QuestionKind, value: Value | None) -> Question:
    """Fill in what the groups of a frame's pattern hold."""

    def group(name: str) -> str:
        known = name in match.re.groupindex and match[name] is not None
        return words[slice(*match.span(name))].strip(" ,:?\"'“”") if known else ""

    if kind is QuestionKind.COMPARISON:
        options = split_pair(_drop(_ASIDE, group("pair")))
        if group("a"):
            options = (group("a"), _drop(_ASIDE, group("b")))
        elif len(options) == 1:  # "a diferença do TCP em relação ao UDP"
            options = split_pair(group("pair"))
        return replace(question, kind=kind, focus=" ".join(options), options=options)
    focus = group("focus") or group("focus2") or group("focus3")
    if kind is QuestionKind.LIST and _NAMED_BY_CODE.fullmatch(focus) and _HOLDS.search(fold(words)):
        kind = QuestionKind.DEFINITION  # "o que o registrador MAR guarda"
    focus = f"{focus} {group('rest')}".strip()
    focus = _drop(_NOT_THAT, focus) or focus
    if kind is QuestionKind.COUNT:
        focus = _drop(_AND_WHICH, focus) or focus
    if kind is QuestionKind.LIST:
        focus = _drop(_COUNTED, _drop(_OF_EACH, focus) or focus)
    if value is Value.PERSON:
        focus = _drop(_AND_WHEN, focus) or focus
        focus = _drop(MADE, focus).strip(" ,") or focus
    if kind is QuestionKind.PAGE:
        focus = _drop(IN_BRACKETS, focus) or focus
        focus = _drop(_PAGE_WORDS, _drop(_PAGE_WORDS, focus))
    return replace(question, kind=kind, focus=focus, attribute=group("attribute"), value=value)


def _drop(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` without the parts that `pattern` finds in its folded form."""
    folded = fold(text)
    if len(folded) != len(text):
        text = folded
    kept, last = [], 0
    for match in pattern.finditer(folded):
        kept.append(text[last : match.start()])
        last = match.end()
    return " ".join("".join([*kept, " ", text[last:]]).split())


def split_pair(text: str) -> tuple[str, ...]:
    """Return the two things that "A e B", "A and B", "A com B" or "A para B" names, else the text alone.

    Where several words could be the joint, the one that leaves the most even halves is taken.
    """
    named = re.sub(r"(?<=\s)X(?=\s)", "_", text)  # "a teoria X com a teoria Y"
    joints = list(_PAIR_JOINT.finditer(fold(named))) or list(_PAIR_JOINT.finditer(fold(text)))
    strong = (
        [joint for joint in joints if re.match(r",?\s+(?:e|and|x|vs|ou|or)\s", joint[0])]
        or [joint for joint in joints if not re.match(r",?\s+d[eoa]\s", joint[0])]
        or joints
    )
    if not strong or len(fold(text)) != len(text):
        return (text,)
    joint = min(strong, key=lambda found: abs(found.start() - (len(text) - found.end())))
    first = re.sub(r"^(?:os?|as?|uma?|the|an?|d[eoa]s?)\s+", "", text[: joint.start()], flags=re.IGNORECASE).strip()
    second = text[joint.end() :].strip()
    owner, other = _OWNED.match(first), _OF_OTHER.match(second)
    if owner and other and _BARE_ARTICLE.search(joint[0]):
        return (owner[1], other[1])
    return (first, second)


def asks_which(text: str) -> bool:
    """True for a text with a question word anywhere: "IPTU é lançado como?"."""
    return bool(_WH.search(fold(text)))


def find_names(text: str) -> list[str]:
    """Return the words of a text that are written as proper names, acronyms and numbers, but for its first."""
    return _NAME_WORD.findall(text)


def _names(words: str) -> frozenset[str]:
    """Return the folded tokens of the proper names, acronyms and numbers in a question; not of "os 5 princípios"."""
    words = _COUNTED.sub("", words)
    written = find_names(words) + [word for word in words.split()[:1] if word.isupper() and len(word) > 1]
    named, said = (token for word in written for token in content_tokens(word)), frozenset(content_tokens(words))
    return frozenset(token for token in named if token not in _FRAME and (token in said or token not in _EMPHASISED))
