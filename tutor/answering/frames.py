"""The frames in which Portuguese and English questions are put: "o que é …", "what is …", never a subject.

Patterns are matched in full against the folded question, without its polite beginning and its question mark; the first
that fits wins. Their groups: `focus` is what the question is about, `attribute` what is asked of it, `a` and `b` or
`pair` the things compared, `rest` words that belong to the focus but stand after the frame.
"""

import re
from enum import StrEnum

from tutor.answering.contrasts import CONTRASTS


class QuestionKind(StrEnum):
    """The kinds of questions that are answered in different ways."""

    DEFINITION = "definition"
    OVERVIEW = "overview"
    LIST = "list"
    COUNT = "count"
    EXAMPLE = "example"
    COMPARISON = "comparison"
    PAGE = "page"
    CATEGORY = "category"
    NAME = "name"
    YES_NO = "yes/no"
    FACT = "fact"
    ACTION = "action"
    TOPIC = "topic"
    OPEN = "open"


class Value(StrEnum):
    """What an answer must hold to answer at all."""

    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PRICE = "price"


_THE = r"(?:(?:os?|as?|um|uma|uns|umas|the|an)\s+)?"
_KIND_NOUN = (
    r"tipos?|categorias?|classes?|classificacao|especies?|niveis|nivel|camadas?|grupos?|"
    r"familias?|modalidades?|modelos?|geracao|fase|etapa"
    r"|conjunto|divisao|types?|kinds?|categor(?:y|ies)|class|layers?|levels?|groups?|famil(?:y|ies)|phase|stage"
)
_PLURAL = r"[\w-]*[^\Wsui]s\b"  # of an English noun, mostly
_STATED = r"(?!.*(?<!que )\b(?:e|sao|tem|ha|podem?|devem|is|are|can|has|\w{3,}am|\w{2,}[^\Wgd]em)\b)"
_FEW = r"(?:\d+|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|two|three|four|five|six|seven|eight|nine|ten)"
MAKING = (
    r"(?:cri(?:ou|aram|ador(?:a|es|as)?)|invent(?:ou|aram|or(?:a|es|as|s)?)|propos|propuseram|desenvolv(?:eu|eram)|fund(?:ou|aram)"
    r"|escrev(?:eu|eram)|formul(?:ou|aram)|public(?:ou|aram)|descobri(?:u|ram)|lanc(?:ou|aram)|idealiz(?:ou|aram)"
    r"|bol(?:ou|aram)|descrev(?:eu|eram)|populariz(?:ou|aram)|cunh(?:ou|aram)|elabor(?:ou|aram)"
    r"|autor(?:a|es|as)?|(?:foi|foram) (?:\w+ )?(?:criad|inventad|propost|desenvolvid|formulad|descobert|escrit)\w*"
    r"|creat(?:ed|ors?)|invent(?:ed|ors?)|proposed|developed|founded|wrote|discovered|introduced|described|coined|popularized"
    r"|(?:criad|inventad|propost|desenvolvid|formulad|idealizad|descobert|escrit|fundad|publicad|lancad)[oa]s?"
    r" (?:por|pel[oa]s?)"
    r"|(?:came|come) up with|authors?)"
)
"""What makers do, folded."""
MADE = re.compile(rf"\b{MAKING}\b")
_NUMBER_NOUN = (
    r"(?:portas?|numero|ports?|number|quantidade|percentual|porcentagem|tamanho|prazo|duracao|"
    r"validade|velocidade|taxa|frequencia|capacidade|alcance|distancia|faixa|intervalo|limite(?= de)|"
    r"altitude|altura|comprimento|largura|peso|temperatura|idade|populacao|teto|"
    r"speed|rate|frequency|capacity|size|range|length|duration|limit|height|weight|age|population)\b"
)
_WORK = (
    r"(?:teoria|ideia|modelo|obra|livro|conceito|tese|frase|escala|piramide|hierarquia|classificacao|taxonomia|metodo"
    r"|grafico|diagrama|principios?)"
)
_PARTED = r"(?:sub)?(?:divid|classific|agrup|repart|separ)\w+"
"""How a whole falls into parts, folded."""
SUM = (
    r"(?:multa|fianca|taxa|tarifa|salario|remuneracao|bolsa|auxilio|beneficio|pensao|indenizacao|mensalidade|parcela"
    r"|aluguel|diaria|caucao|premio|franquia|vencimento|subsidio|fine|bail|fee|salary|wage|rent)s?"
)
"""What is paid, folded."""

_PATTERNS: tuple[tuple[str, QuestionKind, Value | None], ...] = (
    (
        r"(?P<focus>(?:vantagens|beneficios|pros|pontos (?:fortes|positivos)|advantages|benefits|strengths)"
        r" (?:e|and|x|vs) .+)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"{_THE}(?P<focus>.+?) (?:se )?{_PARTED} (?:em|como) (?:o )?(?:que|quais)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"como (?:se |sao |e |estao ){_PARTED} {_THE}(?P<focus>.+)"
        rf"|como {_THE}(?P<focus2>.+?) (?:se |sao |e |estao ){_PARTED}"
        r"(?: quanto .+)?",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"{_THE}(?P<focus>.+?) (?:e|sao) sinonimos? d[eo] (?:o )?que"
        r"|(?:(?:qual|quais|que|what)(?: e| sao| is| are)? (?:[oa]s? |the )?)?(?:sinonimos?|synonyms?) "
        r"(?:d[eoa]s?|of|for) (?P<focus2>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    *((pattern, QuestionKind.COMPARISON, None) for pattern in CONTRASTS),
    (
        r"(?P<focus>.+?) (?:esta|estao|ta|tao|fica|ficam|ficou|aparecem?|encontra-se|se encontra|e citad[oa]|cai|caem|"
        r"is|are) (?:em|na|no|n[ao]s|on|in) (?:qual|que|quais|which|what) (?:paginas?|pags?|folhas?|capitulos?|"
        r"slides?|pages?|chapters?)(?P<rest>.*)",
        QuestionKind.PAGE,
        None,
    ),
    (r"(?:.*?\b)?(?:qual|que|quais) outras? (?:paginas?|pags?|slides?)\b(?P<focus>.*)", QuestionKind.PAGE, None),
    (
        r"(?:de|da) (?:qual|que) pagina (?:a|ate)(?: a)? (?:qual|que)(?: pagina)? (?:vai|vao|fica|ficam|esta|estao) "
        r"(?:a parte d[eoa]s? |o assunto (?:d[eoa]s? )?|o tema (?:d[eoa]s? )?)?(?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?:em|na|no|(?:a partir )?de|on|in)?\s*(?:qual|que|quais|which|what)(?: e| sao| is)?(?: as?| os?| the)? "
        r"(?:numero da )?(?:paginas?|pags?|folhas?(?= d[eoa]s? (?:apostila|livro|pdf|material|\w+_\w+)\b)|capitulos?"
        r"|slides?|pages?|chapters?)\b(?! se )(?!(?<=\bpage) (?:replacement|table|fault|size|frame|cache|rank|load))"
        r"(?: number)?"
        r"(?: of the (?:handout|book|slides)| of \w+_\w+)?"
        r"(?: d[eoa]s? (?:apostila|livro|pdf|slides?|material)\b(?: \w+_\w+"
        r"| d[eoa]s? [\w-]+(?= (?:comeca|esta|estao|ta|tao|fica|tem|fala)\b))?"
        r"| d[eoa]s? \w+_\w+"
        r"| d[eoa]s? [\w-]+(?= (?:est)?(?:a|ao|tao|ta)\b| (?:fica|tem|comeca)m?\b))?"
        r"(?: covers?| explains?| discuss(?:es)?| describes?| shows?| (?:traz|tem|mostra|trata|fala|explica|aborda"
        r"|cobre|descreve|apresenta|contem|comeca|ficou|ficaram|fica|esta|estao|ta|tao|vi)m?\b"
        r"(?: d[eoa]s?\b| sobre\b)?)?(?P<focus>.*)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?P<focus>.+?)\s*[,:] (?:em |n[ao] )?(?:qual|que|quais)(?: e| sao)?(?: as?)? (?:paginas?|pags?|slides?)\b.*",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?:de )?(?:que|qual)(?: e)?(?: a)? apostila e (?:(?:de |em )?(?:que|qual) |a )?(?:pagina|pag)\b"
        r"(?: (?:e|esta|ta|fica|aparece|saiu|veio|vem|foi tirad[ao])\b)?(?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?:(?:em |n[ao] )?(?:que|qual) (?:apostila|pdf|material)|(?:em |no )(?:que|qual) livro)"
        r"(?: e(?: em)?(?: que| qual)? (?:pagina|pag))?\b"
        r"(?: (?:e|esta|estao|ta|tao|fica|ficam|aparecem?|tem|traz|mostra)\b)?(?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"onde (?:(?:n|d)[ao]s? (?:apostila|livro|pdf|material|slides?)(?: d[eoa]s? [\w-]+)? )?(?:eu )?"
        r"(?:esta|estao|ta|tao|fica|ficam|ficou|vejo|vi|tem|acho|encontro) (?:[oa]s? |aquel[ea]s? )?"
        r"(?P<focus>(?:(?:figura|tabela|quadro|desenho|imagem|foto|esquema|formula|grafico|exercicio|diagrama|fluxograma)s?"
        r"|exemplos? resolvid\w+|questoes|modelos? (?:de|d[ao]))\b.+)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?:pagina|pag|page|slide)s? d[eoa]s? [\w-]+ (?:com|que (?:tem|traz|mostra)|sobre) (?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"(?:(?:pagina|pag|page|slide)s?|folhas?(?= d[eoa]s? \w+_\d)) (?:d[eoa]s? \w+_\w+ )?"
        r"(?:d[eoa]s?|of|for|sobre|about|com) (?P<focus>.+?)(?:, qual(?: e)?)?",
        QuestionKind.PAGE,
        None,
    ),
    (
        r"onde (?:n|d)[ao]s? (?:(?:apostila|livro|pdf|material|slides?)(?: d[eoa]s? [\w-]+| \w+_\w+)?|\w+_\w+) (?:eu )?"
        r"(?:(?:posso |da para )?(?:estud|revis|encontr|ach)\w+|le(?:io|r)|vejo|vi|ver|tem|fala(?: d[eoa]s?| sobre)?"
        r"|fica\w*|esta\w*|tao?) (?:sobre )?(?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (r"onde\b(?P<focus>.*\b(?:apostila|livro|pdf|slides?|material|handout|paginas?)\b.*)", QuestionKind.PAGE, None),
    (
        r"onde (?:eu )?(?:estudo|leio|posso (?:ler|estudar)|acho para ler|reviso) (?:mais )?(?:sobre |de |d[oa] )?"
        r"(?:o |a |os |as )?(?P<focus>.+)",
        QuestionKind.PAGE,
        None,
    ),
    (r"where\b(?P<focus>.*\b(?:handout|book|pdf|slides?|pages?)\b.*)", QuestionKind.PAGE, None),
    (
        r"(?:(?:os?|as?|the) )?(?P<focus>.+?) (?:se (?:divide|compoe|apoia|subdivide|baseia|organiza|estrutura)m?"
        r"|(?:e|sao) (?:dividid|compost|formad|constituid)[oa]s?|pode ser) (?:em|de|por|n[ao]s?) (?:que|quais) "
        r"(?P<attribute>[\w-]+s)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"{_THE}(?P<focus>.+?) (?:e|sao) (?P<attribute>compost|formad|constituid|feit)[oa]s? (?:de|por|do) (?:o )?que"
        rf"|{_THE}(?P<focus2>.+?) (?:abrange|compreende|engloba|inclui|reune)m? (?:o )?que",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"(?P<focus>.+?) (?:e|sao|(?:e|sao) (?:(?:um|uma|uns|umas) (?:[\w-]+ )?)?[\w-]+|pertencem?|entram?|ca[ie]m?"
        rf"|faz parte|"
        rf"fazem parte|se enquadram?|se classificam?|se encaixam?|ficam?|esta|estao|atuam?|operam?|"
        rf"trabalham?|funcionam?|rodam?|seria|usam?|indicam?|seguem?|seguia|provocam?|geram?) ?(?:de|d[oa]|a|ao|em"
        rf"|n[oa]|como)? (?:que|qual|quais) "
        rf"(?:e )?(?P<attribute>{_KIND_NOUN})\b(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        rf"(?P<focus>.+?) (?:is|are) (?:an? )?(?:what|which) (?P<attribute>{_KIND_NOUN})\b(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?:o )?que [oa]s? (?P<focus>.+?) (?:armazena|guarda|contem|inclui|abrange|compreende|engloba|reune)m?"
        r"|(?:o )?que (?:armazena|guarda|contem|inclui|abrange|compreende|engloba|reune)m? [oa]s? (?P<focus2>.+)"
        r"|what (?:does|do) (?:the |an? )?(?P<focus3>.+?) (?:store|contain|hold|include|comprise|cover)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"(?:what|which) (?P<focus>(?!does\b)(?:[\w-]+ )?{_PLURAL} (?:of|does|do|are|exist|can|should|must|have)\b.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"(?:a|de|em|n[oa]|sob|to|in|at|on)? ?(?:que|qual|what|which) (?P<attribute>{_KIND_NOUN})(?P<rest> "
        rf"(?:de|do|da|of)? ?(?:[\w-]+ ){{0,3}}?)?(?:e |sao |is |are |pertencem? |esta |estao "
        rf"|ficam? |atuam? |operam? |trabalham? |funcionam? |se enquadram? |se encaixam? |does "
        rf"|do |inclui |contem |engloba )(?:o |a |os |as |the )?(?P<focus>.+)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        rf"(?:em|n[oa]) (?:que|qual) (?P<attribute>{_KIND_NOUN})(?P<rest> d[eoa]s? .+?)? "
        r"(?:foi|foram|surgi\w+|nasce\w*|ocorr\w+|acontec\w+|houve|entr(?:a|ou)|aparec\w+)(?: (?:[\w-]+[aio]d[oa]s?"
        rf"|feit[oa]s?|escrit[oa]s?))? {_THE}(?P<focus>.+)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        rf"(?:qual|what)(?: e| is)? (?:o|a|the) (?P<attribute>{_KIND_NOUN}) (?:d[eoa]s?|of) (?P<focus>(?!.*\b(?:que|"
        rf"which|that)\b).+)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        rf"(?P<focus>.+?) (?:belongs?|falls?|fits?|is(?: an? part)?) (?:to|of|in|into|under) (?:what|which) "
        rf"(?P<attribute>{_KIND_NOUN})\b(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:e|sao) (?:(?:um|uma|uns|umas) )?(?P<attribute>[\w-]+) (?:de|do|da) (?:o )?que",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:e|sao|faz parte|fazem parte)(?: (?:uma? )?[\w-]+)? d[eoa] (?:que|qual) "
        r"(?P<attribute>(?!autor|ano\b|data\b|pagina|porte\b|tamanho|valor)[\w-]+)(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:pertencem?|se enquadram?|se encaixam?) (?:a|ao|em|n[oa]|como) (?:que|qual) "
        r"(?P<attribute>[\w-]+)(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:faz|fazem) parte d[eoa]s? (?:que|qual|quais) (?P<attribute>[\w-]+)(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:e|sao|is|are|seria) (?:um |uma |an? )?(?:exemplos?|examples?|tipos?|"
        r"formas?|types?|kinds?) (?:de|do|da|of) (?:que|qual|what|which)\b(?P<rest>.*)",
        QuestionKind.CATEGORY,
        None,
    ),
    (
        r"(?:cite|citar|de|me de|aponte|indique|mencione|name|give) (?:um|uma|an?) (?!exemplo|"
        r"example)(?P<focus>.+)",
        QuestionKind.EXAMPLE,
        None,
    ),
    (
        r"(?P<focus>.{3,}?)[?,.;:]* (?:(?:me )?(?:da|de|cite|cita) )?(?:um |uns |alguns )?exemplos?",
        QuestionKind.EXAMPLE,
        None,
    ),
    (
        r".*?\b(?:exemplos?|examples?|exemplifique|exemplificar)\b\s*(?:(?:pratic|numeric|concret)[oa]s?\s+|reai?s?\s+)?"
        r"(?:com (?:os )?(?:numeros|valores)\s+|with numbers\s+)?(?:(?:d[eoa]s?|para|of|for)\b)?\s*"
        r"(?:(?:calculo|conta|uso|aplicacao) (?:d[eoa]s?|com(?: [oa]s?)?) )?(?P<focus>.*)",
        QuestionKind.EXAMPLE,
        None,
    ),
    (
        r"quanto custa\w*\s+(?P<focus>.+)|how much (?:does|do|is|are) (?P<focus2>.+?)(?: cost)?",
        QuestionKind.FACT,
        Value.PRICE,
    ),
    (
        r"(?:qual|what)(?: e| is| foi)? (?:o |the )?(?P<attribute>preco|custo|price|cost) (?:d[eoa]s?|"
        r"of|for) (?P<focus>.+)",
        QuestionKind.FACT,
        Value.PRICE,
    ),
    (
        r"(?:qual|que|what)(?: e| foi| is)? ?(?:o |a |the )?(?P<attribute>valor(?:es)?|value|amount) (?:d[eoa]s?|of) "
        rf"(?:[oa]s? |the )?(?P<focus>{SUM}\b.*)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:em|n[oa]|por|pela|on|in) (?:que|qual|what|which) (?P<attribute>portas?|ports?)\b(?P<focus>.*)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:de|do) (?:o )?que (?P<attribute>dependem?) (?P<focus>.+)",
        QuestionKind.FACT,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:dura|duram|demora|demoram|leva|levam|mede|pesa|vale|ocupa|ocupam) "
        r"(?:quanto|ate quanto)(?: tempo)?(?: no (?:maximo|minimo))?",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:quanto tempo|how long|quanto)(?: e que)? (?:dura|duram|demora|demoram|leva|levam|"
        r"tem|mede|pesa|ocupa|does|do|is|are|can|e a duracao de)(?: no (?:maximo|minimo))? (?:o "
        r"|a |os |as |the |uma? )?(?P<focus>.+?)(?: lasts?| take| takes| be)?",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?P<focus>.+?) (?:tem|tenho|possui|leva|ha) quanto tempo (?P<rest>.+)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (r"(?:de |a cada )?quanto em quanto tempo (?:e que )?(?P<focus>.+)", QuestionKind.FACT, None),
    (
        r"(?:(?:em|por|depois de|dentro de|ate|de|a cada|ha|faz|tenho|tem|temos|durante) )?quanto tempo "
        r"(?:e que |tenho |tem |ate )?(?P<focus>.+)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:desde|a partir de|ate) (?:que|qual)(?: a| o)? (?P<attribute>versao|valor|idade) (?P<focus>.+)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:(?:de|em|por|com) )?quant[oa]s (?P<focus>.+?),? e quais(?: sao)?(?: el[ea]s)?",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:(?:de|em|por|com) )?quant[oa]s e quais (?:sao )?(?:[oa]s )?(?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?P<focus>(?!(?:de|em|por|com|a|para) quant|(?:que|qual) (?!.*(?:,| e) quant)).+?) "
        r"(?:(?:em|de|com|por|ate|ao?|no) )?"
        r"quant[oa]s (?P<attribute>[\w-]+)(?P<rest>.*)",
        QuestionKind.COUNT,
        None,
    ),
    (r"(?:(?:de|em|por|com|a|para) )?quant[oa]s (?:%|por cento) (?P<focus>.+)", QuestionKind.FACT, Value.NUMBER),
    (r"(?:(?:de|em|por|com|a|para) )?(?:quant[oa]s|how many) (?P<focus>.+)", QuestionKind.COUNT, None),
    (
        r"(?P<focus>.+?) (?:e|ocorre|acontece) quando (?:acontece |ocorre )?(?:o )?que|(?:quando|"
        r"when) (?:e que )?(?:ocorre|acontece|does|do) (?:o |a |os |as |um |uma |an? |the )?(?P<focus2>.+?)(?: "
        r"occur| happen)?",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:(?:quando|when)(?= (?:foi|foram|was|were|did|(?!.*\b(?:e|sao|pode|deve|is|are|can|must)\b)"
        r"(?:.+ )?(?:\w{2,}(?:ou|eu|iu|aram|eram|iram)|began))\b)"
        r"|(?:em|desde|ate|a partir de) que (?:ano|data|dia|mes(?: e ano)?|epoca|decada|seculo)"
        r"|(?:qual|que)(?: e| foi)? ?(?:o |a )?(?:ano|data|dia)(?: d[eoa]s?| em que)?|desde quando|(?:in )?(?:what|"
        r"which) (?:year|date)|since when)\b\s*(?P<focus>(?:foi|foram|surgiu|surgiram|nasceu|"
        r"was|were|did|began|comecou|criad|lancad|inventad|publicad|d[eoa]s? |em que|que |o "
        r"|a |is |are |entrou|criou|criaram|lancou|lancaram|\w{2,}(?:ou|eu|iu|aram|eram|iram)\b).*)",
        QuestionKind.FACT,
        Value.DATE,
    ),
    (
        r"(?:(?:em|desde|ate|(?:a partir )?de) que (?:ano|data|dia|mes(?: e ano)?|decada|seculo)"
        r"|(?:in )?(?:what|which) (?:year|date)|"
        r"(?:qual|que)(?: e| foi)? ?(?:o |a )?(?:ano|data(?! (?:ware|lake|mart|mesh|center|mining|set|frame|flow))))\b"
        r"\s*(?P<focus>.*)",
        QuestionKind.FACT,
        Value.DATE,
    ),
    (
        rf"(?:quem|who) (?:e|sao|foi|foram|is|are|was|were) {_THE}(?:(?:pai|mae)s? d[eoa]s?|fathers? of) "
        rf"{_THE}(?P<focus>.+)",
        QuestionKind.FACT,
        Value.PERSON,
    ),
    (
        r"(?:(?:quem|who) (?:e|sao|foi|foram|is|are|was|were) )?(?:(?:os?|as?|the) )?"
        r"(?P<focus>(?:autor|criador|inventor|fundador|idealizador)(?:es|as?)? d[eoa]s? .+"
        r"|(?:authors?|creators?|inventors?|founders?) of .+)",
        QuestionKind.FACT,
        Value.PERSON,
    ),
    (
        r"(?:(?:o )?que|quem) (?:compoe|compoem|forma|formam|integra|integram|constitui|faz parte d[eoa]s?"
        r"|participam? d[eoa]s?|sao(?= (?:os|as)\b)(?: os| as)?) (?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        rf"de quem (?:e|sao) {_THE}(?P<focus>(?:{_WORK} |\d).+)|{_THE}(?P<focus2>{_WORK} .+?) (?:e|sao) de quem",
        QuestionKind.FACT,
        Value.PERSON,
    ),
    (
        rf"(?:quem|who) (?:foram|sao|are|were) (?:os|as|the)(?: {_FEW})? (?:que|who) (?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (r"quem (?:pode|podem) ser (?P<focus>.+)", QuestionKind.LIST, None),
    (rf"(?P<focus>.*\b{MAKING}\b.*?) (?:por quem|by whom?)", QuestionKind.FACT, Value.PERSON),
    (r"(?P<focus>.+?) (?:por quem|pel[oa] que orgao|by whom?)", QuestionKind.FACT, None),
    (r"what is meant by (?P<focus>.+)", QuestionKind.DEFINITION, None),
    (rf"(?:de|da) o conceito de {_THE}(?P<focus>.+)", QuestionKind.DEFINITION, None),
    (
        rf"(?:por |de |para |pra )?(?:quem|who)\b\s*(?P<focus>(?:.*\b)?{MAKING}\b.*)",
        QuestionKind.FACT,
        Value.PERSON,
    ),
    (
        r"quem (?:e|sao|pode ser|podem ser) (?:considerad[oa]s?|tid[oa]s? como) "
        rf"{_THE}(?P<focus>.+?)(?: (?:segundo|conforme|pel[oa]s?|de acordo com) .+)?",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:quem|who) (?:e|sao|foi|foram|seriam?|is|are|was) (?!que\b)(?:(?:o|a|os|as|um|uma|the|an?) )?"
        r"(?:tal |tais )?(?P<focus>.+)",
        QuestionKind.FACT,
        None,
    ),
    (r"(?:por |de |a |para |pra |com )?(?:quem|who)\b(?: e que\b)?\s*(?P<focus>.+)", QuestionKind.FACT, None),
    (
        r"(?!.* (?:(?:e|sao|significa) o que|o que (?:e|sao|significa))$)"
        r"(?:(?:qual|que|what|which)(?: e| is| foi)? ?(?:o |a |the )?"
        r"(?=(?:(?!d[eoa]s?\b|of\b)[\w-]+ ){0,2}"
        + _NUMBER_NOUN
        + r")|(?="
        + _NUMBER_NOUN
        + r" ))(?P<attribute>(?:(?!d[eoa]s?\b|of\b)[\w-]+ ){0,2}"
        + _NUMBER_NOUN
        + r"(?: (?!d[eoa]s?\b|os?\b|as?\b|the\b|is\b|e\b|does\b|of\b|que\b|usad|utiliz|para\b|"
        r"for\b)[\w-]+){0,2})(?P<focus>.*)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:como|qual) (?:tambem )?(?:e |sao |se |a gente )?(?:tambem )?(?:chamad[oa]s?|conhecid[oa]s?|"
        r"denominad[oa]s?|chama|chamam|denomina|nomeia)(?: tambem)?\b(?P<focus>.*)",
        QuestionKind.NAME,
        None,
    ),
    (
        r"(?:qual|what)(?: e| is)? (?:o |the )?(?:outro |other |another )?(?:nome|name|termo|term)(?: "
        r"(?:que se da|dado|usado|given))? (?:d[eoa]s?|para|a|ao|of|for|to) (?P<focus>.+)",
        QuestionKind.NAME,
        None,
    ),
    (
        r"(?:what do (?:you|we) call|what is it called when|que nome (?:se da|recebe|tem|damos)(?: "
        r"a| ao| para)?|(?:como|qual)(?: e)? (?:o )?nome (?:d[eoa]s?)?) (?P<focus>.+)",
        QuestionKind.NAME,
        None,
    ),
    (r"what is (?P<focus>.+?) (?:also )?(?:called|known as)", QuestionKind.NAME, None),
    (
        r"(?:o )?que (?:(?:(?:as |os )?(?:minhas |meus )?(?:notas|anotacoes|resumos)|eu) (?:dizem|"
        r"falam|tem|anotei|sei|estudei)|diz|consta|ha|tem|esta escrito)(?: nas notas)? (?:sobre|"
        r"de|d[oa]|a respeito d[eoa]) (?P<focus>.+)",
        QuestionKind.OVERVIEW,
        None,
    ),
    (r"what do (?:my|the) notes (?:say|have|tell) (?:about|on) (?P<focus>.+)", QuestionKind.OVERVIEW, None),
    (
        r"(?:qual|what)(?: e| is)? (?:o |a |the )?(?:conceito|definicao|significado|meaning|"
        r"definition|concept) (?:d[eoa]s?|of) (?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:conceito|definicao|significado|meaning|definition) (?:d[eoa]s?|of) (?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:significam?|quer dizer|querem dizer|representam?) (?:cada (?:uma das )?|as )(?:letras?"
        r"|inicia\w+) "
        r"(?:d[eoa]s?|em) (?:sigla )?(?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:o )?que (?:se |[oa] (?:[\w.-]+ ){1,2})?(?:chamam? de|denominam? de|entendem? por"
        r"|define como|(?<=que )chamamos(?: de)?|(?<=se )chama) (?P<focus>.+)"
        r"|(?:em|n)o? ?que consiste[m]? " + _THE + r"(?P<focus2>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:significam?|quer dizer|querem dizer|vem a ser|seriam?|representam?|mostram?|medem?|retratam?"
        r"|expressam?|prega) "
        + _THE
        + r"(?:(?:sigla|acronimo|abreviacao|termo|palavra|expressao) (?:d[eoa]s? )?)?(?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"what do (?:each of )?the (?:letters|initials) (?:in|of) (?P<focus>.+?) (?:mean|stand for)",
        QuestionKind.LIST,
        None,
    ),
    (r"what (?:does|do) (?P<focus>.+?) (?:mean|stand for|refer to)", QuestionKind.DEFINITION, None),
    (
        r"(?P<focus>.+?)(?:,|:| e| sao)? (?:o que e|o que significa|o que sao|(?<=, )que (?:e|sao|significa)|que e isso"
        r"|significa o que|quer dizer o que|e o que|e o que mesmo|o que seria|seria o que|representa o que"
        r"|(?<=[,:] )(?:conceito|definicao|defin[ea]|expli(?:ca|que)(?: ai)?|como (?:e|funcionam?)|what is it))",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:negocio|coisa|troco|historia|raios?|diabos?) (?:e|eh|sao) (?:ess[ea]s?|isso)(?: tal)?"
        r"(?: d[eoa]s?)? (?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:e|sao|foi|deve ser|precisa ser) (?P<focus>(?:preciso|necessari[oa]s?|"
        r"usad[oa]s?|utilizad[oa]s?|feit[oa]s?|exigid[oa]s?|recomendad[oa]s?|permitid[oa]s?|"
        r"garantid[oa]s?|armazenad[oa]s?|modificad[oa]s?|alterad[oa]s?|removid[oa]s?|adicionad[oa]s?|"
        r"enviad[oa]s?|afetad[oa]s?)\b.+)",
        QuestionKind.FACT,
        None,
    ),
    (
        r"(?:o )?que (?:um|uma|uns|umas|o|a|os|as) (?P<focus>[^?,]+?) (?:e|eh|sao|seria)(?: (?:mesmo|exatamente))?",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o que|oque|oq|o q|que|q) (?:e|eh|sao|seja|e que e|foi|foram) (?:um |uma |uns |umas |o |a "
        r"|os |as |esse |essa |tal de )*(?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"what(?:s| is| are)(?: an?|(?<=is) the(?!.* of ))? (?P<focus>(?!the ).+?)(?: in "
        r"(?:computing|it|networking))?",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:faz|fazem) (?:um |uma |uns |umas |o |a |os |as )?(?P<focus>[^?]+)|(?P<focus2>.+?) "
        r"(?:faz|fazem|serve|servem)(?: para| pra)? (?:o )?que",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:caracteriza|define|diz|representa|constitui) (?:um |uma |o |a |os |as " r")?(?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:o )?que (?:o |a |os |as |um |uma )(?P<focus>[^?,]+?) (?:faz|fazem)"
        r"|como (?:(?:o |a )?(?:[\w-]+ ){1,3}|se )?(?:define|conceitua) (?:o |a |os |as |um |uma )?(?P<focus2>[^?,]+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"what (?:does|do) (?:an? |the )?(?P<focus>.+?) (?:do|(?:tell|show|say)(?: (?:me|us|you))?)",
        QuestionKind.DEFINITION,
        None,
    ),
    (r"(?:define|defina|conceitue|definir|conceituar) " + _THE + r"(?P<focus>.+)", QuestionKind.DEFINITION, None),
    (
        r"(?:para|pra|p/) que (?:serve|servem|(?:e|sao) (?:usad|utilizad)[oa]s?|(?:se )?(?:usa|utiliza)[mr]?|uso) "
        + _THE
        + r"(?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (
        r"(?:(?:qual|what)(?: e| is)? )?(?:o |a |the )?(?:finalidade|objetivo|funcao|utilidade|proposito|"
        r"papel|purpose|goal|role) (?:d[eoa]s?|of) (?P<focus>.+)",
        QuestionKind.DEFINITION,
        None,
    ),
    (r"what (?:is|are) (?:an? |the )?(?P<focus>.+?) (?:used )?for", QuestionKind.DEFINITION, None),
    (
        r"(?:explique|explica|explain|descreva|describe|fale|fala|falar|resuma|resumo|summari[sz]e|"
        r"conte|detalhe|tell me|me conta)(?: um pouco| brevemente)?(?: mais)?(?: sobre| d[eoa]s?|"
        r" about| of)? (?:o que (?:e|sao) |como funcionam? |what is )?" + _THE + r"(?P<focus>.+)",
        QuestionKind.OVERVIEW,
        None,
    ),
    (
        r"como (?:o|a|os|as) (?P<focus2>.+?) (?:funcionam?|trabalham?)"
        r"|(?:como (?:e que )?(?:funcionam?|e|sao|trabalham?)|how (?:does|do)) (?:o |a |os |as "
        r"|the |an? )?(?P<focus>.+?)(?: works?| funcionam?)?",
        QuestionKind.OVERVIEW,
        None,
    ),
    (
        r"(?:(?:qual|que)(?: e)?(?: o)? )?(?P<attribute>comando|instrucao|atalho|command) (?:que|para|to|that) "
        r"(?P<focus>.+)",
        QuestionKind.FACT,
        None,
    ),
    (
        r"(?:quais|quai|which|what are)(?: sao| are)? (?:os |as |the )?(?P<attribute>tamanhos|"
        r"prazos|limites|portas|sizes|ports|limits)\b(?P<focus>.*)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?:quais|que)(?: sao)? (?:[oa]s )?(?P<attribute>[\w-]+s) (?:que )?(?:formam|compoem|integram|constituem"
        r"|fazem parte d[eoa]s?) (?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (rf"which (?P<focus>(?:[\w-]+ ){{0,2}}{_PLURAL})", QuestionKind.LIST, None),
    (
        r"(?:what|which) (?P<focus>(?:[\w-]+ )?[\w-]+s (?:are|exist) there(?: (?:for|in|of) .+)?)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:quais|quai|what are|which(?= (?:are )?"
        + _PLURAL
        + r"))(?: sao| foram| seriam| are)? "
        + _THE
        + r"(?P<focus>.+?)(?: (?:tem|temos|ha|existem?))?",
        QuestionKind.LIST,
        None,
    ),
    (r"(?:o )?que (?:tem|ha|vem|vai|fica) (?:(?:por )?dentro d|n)[eoa]s? (?P<focus>.+)", QuestionKind.LIST, None),
    (r"(?:em )?que (?P<focus>[\w-]+s d[eoa]s? .+?) (?:existem?|ha|sao|tem|temos|podem \w+)", QuestionKind.LIST, None),
    (
        r"(?:de|em|por) (?:que|quais) (?P<attribute>[\w-]+s) se (?:compoem?|dividem?|formam?|formula|constituem?) "
        rf"{_THE}(?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:(?:em|de|por|com|a|para) )?(?:que|quais) (?P<focus>[\w-]{2,}[aeoin]s\b(?! de que).+)",
        QuestionKind.LIST,
        None,
    ),
    (r"(?P<focus>.+?)[,:]? (?:quais|qual) (?:sao|seriam|foram)(?: el[ea]s| os nomes)?", QuestionKind.LIST, None),
    (
        r"(?:(?:em|n[ao]|in|on|qual|what)? ?(?:que|qual|e|is|what|which)?(?: a| the)? )?"
        r"(?P<focus>(?:ordem|sequencia|order|sequence)\b.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:me )?(?:lista|liste|listar|cita|cite|citar|enumera|enumere|aponte|mencione|relacione|nomeie|indique|list"
        r"|name|enumerate|mention)(?: todos| todas| all)?(?: pelo menos)?(?: \d+| dois| duas| tres|"
        r" quatro| cinco| alguns| algumas| um| uma| some| two| three)? " + _THE + r"(?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:o )?que (?:se |eu )?(?:pode |deve |posso |devo |precis[ao] |(?:tem|tenho) que |da (?:para|pra) )?"
        r"(?:fazer|usar|ser feito|ter|cumprir|atender|apresentar) (?:para|com|contra|quando|em caso de|a fim de) "
        r"(?P<focus>.+)",
        QuestionKind.LIST,
        None,
    ),
    (r"(?:o )?que (?:se )?(?:precisa|exige) (?:para|em) (?P<focus>.+)", QuestionKind.LIST, None),
    (r"(?:qual(?: e)? )?(?:o )?passo a (?P<focus>passo (?:d[eoa]s?|para) .+)", QuestionKind.LIST, None),
    (
        r"(?:do|de) que (?:e|sao) (?P<attribute>compost|formad|constituid|feit)[oa]s? (?P<focus>.+)"
        rf"|(?:do|de) que {_THE}(?P<focus2>.+?) (?:e|sao) (?:compost|formad|constituid|feit)[oa]s?"
        rf"|(?:de|em) que se (?:compoem?|dividem?) {_THE}(?P<focus3>.+)",
        QuestionKind.LIST,
        None,
    ),
    (
        r"(?:o )?que (?!e |sao |foi |significa)(?P<attribute>\w+[aemu]m?) (?:o |a |os |as |um "
        r"|uma )(?P<focus>[\w.+#/() -]+)",
        QuestionKind.ACTION,
        None,
    ),
    (
        r"(?:o )?que (?:o |a |os |as |um |uma )(?P<focus>[\w.+#/() -]+?) (?P<attribute>\w+[aemu]m?)",
        QuestionKind.ACTION,
        None,
    ),
    (r"what (?:does|do) (?:the |an? )?(?P<focus>.+?) (?P<attribute>\w+)", QuestionKind.ACTION, None),
    (
        r"(?:por que|porque|pq|por qual (?:motivo|razao)|qual(?: e)? (?:o |a )?(?:motivo|razao|"
        r"causa)(?: d[eoa]s?| pel[oa])?|why(?: is| are| does| do)?) (?P<focus>.+)",
        QuestionKind.OPEN,
        None,
    ),
    (
        r"(?:qual|que|o que|com que|em que|de que|desde que|ate que|desde qual|por qual|a qual|"
        r"para qual|what|which|em qual|no qual|com qual|since which)\b(?: e | sao | is | foi "
        r"| are )?(?: (?:o|a|os|as|the)\b)? ?(?P<attribute>[\w-]+(?: (?!d[eoa]s?\b|que\b|of\b)[\w-]+)?) "
        r"(?:d[eoa]s?|of|for|para|usad[oa] (?:pel[oa]|por|para|em|n[oa])|utilizad[oa] (?:pel[oa]|"
        r"por|para|em|n[oa])) (?P<focus>.+)",
        QuestionKind.FACT,
        None,
    ),
    (
        r"(?:qual|que|o que|com que|em que|de que|por qual|a qual|para qual|what|which|em qual|com qual|ate que"
        r"|ate qual"
        r"|a partir de (?:que|qual)|contra (?:o )?que|sobre o que)\b(?: e | sao | is | foi | are )?(?P<focus>.+)",
        QuestionKind.FACT,
        None,
    ),
    (
        r"(?P<focus>.+?) (?:(?:em|n[oa]|de|d[oa]|com|por|pel[oa]|a|ao|para|in|on|at) )?(?:qual|"
        r"que|quais|which|what) (?:e |sao )?(?:o |a )?(?P<attribute>portas?|numero|ports?|number)\b(?P<rest>.*)",
        QuestionKind.FACT,
        Value.NUMBER,
    ),
    (
        r"(?P<focus>(?!.*\b(?:que|qual|quais)\b.*\b(?:qual|quais)\b).+?) (?:(?:em|n[oa]|de|d[oa]|"
        r"com|por|pel[oa]|a|ao|para|in|on|at) )?(?:qual|quais|which) (?:e |sao )?(?:o |a |os "
        r"|as )?(?P<attribute>[\w-]+)\b(?P<rest>.*)",
        QuestionKind.FACT,
        None,
    ),
    (r"(?:quanto|quantas vezes|how much|how often)\b (?:e que )?(?P<focus>.+)", QuestionKind.FACT, Value.NUMBER),
    (
        r"(?:(?:de|por|para|ate) )?(?:onde|where|aonde)(?: is| are| does| do| fica| ficam| esta)? (?P<focus>.+)",
        QuestionKind.OPEN,
        None,
    ),
    (
        r"(?:como|quando|ate quando|a partir de quando|how|when|de que forma|de que maneira|quanto|how much"
        r"|how long)(?: e "
        r"que| does| do| is| are| can)? (?P<focus>.+)",
        QuestionKind.OPEN,
        None,
    ),
    (
        rf"(?:(?:os|as|the) {_STATED})?(?:{_FEW} {_STATED})?(?!(?:depois|apos|antes) )"
        r"(?!(?!.*\bque\b).*\b\w{2,}(?:am|[^\Wgdv]em) (?:[oa]s?|uma?)\b)(?P<focus>(?!.*\?.)[a-z/-]{3,}s (?:[a-z-]+ )?"
        r"(?:d[eoa]s?|of|para(?= \w+[aeio]r\b)|(?:em |com |por |n[oa]s? )?que"
        r"|(?:usad|utilizad|exigid|previst)[oa]s) .+)",
        QuestionKind.LIST,
        None,
    ),
    (rf"(?:(?:os|as|the) )?{_FEW} {_STATED}(?P<focus>[a-z-]{{3,}}s(?: .+)?)", QuestionKind.LIST, None),
)
FRAMES = tuple((re.compile(pattern), kind, value) for pattern, kind, value in _PATTERNS)
"""Pattern, kind of question, and the value an answer must hold."""
