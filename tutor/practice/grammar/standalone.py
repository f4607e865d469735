"""Which sentences are understood alone: no pronoun, connective or bare "o termo" that leans on the sentence before."""

import re
from collections.abc import Collection

from tutor.language import fold, stem, stems, tokens
from tutor.practice.grammar import lexicon
from tutor.practice.grammar.endings import is_bare_adjective, looks_adjectival
from tutor.practice.grammar.untold import leaves_untold
from tutor.practice.grammar.verbs import (
    ARTICLES,
    BEFORE_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    SUBORDINATORS,
    is_infinitive,
    is_participle,
    is_verb_form,
    may_be_conjugated,
    words,
)
from tutor.practice.grammar.wording import without_article

_CONNECTIVES = frozenset(
    """afinal entretanto contudo todavia porém portanto assim logo então porquanto outrossim ademais aliás inclusive
    normalmente atualmente geralmente embora mas e ou pois enfim consequentemente finalmente primeiramente
    posteriormente anteriormente recentemente sobretudo principalmente especialmente daí aqui ali lá antes depois hoje
    agora however therefore moreover thus hence also besides instead""".split()
)
_OPENINGS = re.compile(
    r"^(?:the result|cada um|no entanto"
    r"|sendo assim|além d(?:isso|isto|e)|dess[ae] (?:forma|maneira|modo)|dest[ae] (?:forma|maneira|modo)"
    r"|por isso|por outro lado|por sua vez|em outras palavras|ou seja|isto é|com isso|ne[s]se sentido|neste sentido"
    r"|em seguida|a seguir|ao mesmo tempo|de fato|na realidade|na verdade|por exemplo|como (?:é|foi|era|vimos|dito)"
    r"|apesar d(?:isso|isto)|a partir de então|mesmo assim|ainda assim|em resumo|em suma|é (?:claro|por isso)"
    r"|no caso d[aeo]s?|as(?:sim)? como|foi (?:assim|aí)|um des(?:t|s)es|tudo (?:isso|começ(?:a|ou))|nada disso"
    r"|o (?:resto|mesmo|que)|a (?:mesma|que)|os (?:mesmos|demais)|as (?:mesmas|demais))\b",
    re.IGNORECASE,
)
_DETERMINING = re.compile(r"aquel[ea]s? (?:que|cuj|em que)\b", re.IGNORECASE)
"""A pronoun that what follows explains: "aquele que acompanha a pessoa"."""
_POINTING = re.compile(
    r"\b(?:(?:[dn]?a|à)quel[ea]s?\b(?! (?:que|cuj|em que|a que|n[oa]s? qua))"
    r"|(?:meu|minha|nosso|nossa)s?"
    r"|[dn]?(?:isso|isto|aquilo)|[dn]?(?:ess[ea]|est[ea])s?|[dn]?el[ea]s?|a seguir|seguintes?"
    r"|anterior(?:es|mente)?|aqui|vimos|veremos|você|vc|eu|it|they|of its|others|this|these|those|above|below"
    r"|(?:supra)?(?:mencionad|citad)[oa]s?"
    r"|(?:[dn]|pel)?(?:os dois|as duas)|[dn]?[oa]s [23](?=\s+e\b|$|[,.;])|d?o (?:contrário|inverso|mesmo)(?=$|[,.;])"
    r"|d?[oa]s? (?:seus?|suas?)(?=$|[,.;])|do mesmo artigo|[dn][oa] mesm[oa] (?:ano|dia|mês|século|época|ocasião)"
    r"|(?:d[eao]|à|com|pel[oa]|[oa]s) outr[oa]s?(?=$|[,.;])"
    r"|(?<!ou )(?:antes|depois)(?=$|[.;])|(?<!que )[dn]?[oa]s? de(?= )|(?:só|apenas|somente) [oa]s? d[oa]s?"
    r"|uma? d[oa]s (?:\d+|duas|dois|três|quatro|cinco) [a-zà-ÿ]+s(?=$|[,.;]| para\b)"
    r"|[oa]s demais(?=$|[,.;])"
    r"|(?:de cada|cada um|em alguns|em algumas)(?=$|[,.;]|\s+e\b)|[dn]?[oa]s (?:três|quatro)(?=$|[,.;])"
    r"|[dn][oa]s (?:três|quatro|cinco|seis|sete|oito|nove|dez)"
    r"(?= (?:é|são|foi|não|se|tem|têm|deve|devem|pode|podem|cabe|cabem|fica|ficam|vem|vêm|vai|vão)\b)"
    r"|(?<!em )uma? só(?=$|[,.;])|ambos|ambas|o (?:primeiro|segundo|outro)(?=$|[,.;])|referid[oa]s?|discutid[oa]s acima"
    r"|(?:ser|ter|poder|dever)iam?"
    r"|acima (?:citad|descrit|mencionad)[oa]s?|(?:visto|descrito) acima"
    r"|(?:after|before|of|like|with|from|by|for|about|than) that(?=$|[,.;])"
    r"|(?:segundo|conforme|de acordo com) [oa]s? própri[oa]s?|lá n[oa]s?|de uma? (?:é|tem)"
    r"|noss[oa]s?|n[oó]s (?:temos|podemos|devemos|vamos)"
    r"|(?!(?:ramos|extremos|supremos|\w*[áéíóúâêô]\w*)\b)\w+(?:amos|emos|imos))\b",
    re.IGNORECASE,
)
_BARE_ADJECTIVE = re.compile(
    r"\b(?:[dn]|ao?\s|com\s|por\s|para\s|em\s)?[oa]s? ([a-zà-ÿ]+)"
    r"(?=$|[,.;]|\s+(?:[a-zà-ÿ]+[ai]d[oa]s?|d[oa]s?|n[oa]s?|em|por|é|são|não|e|ao?)\b)"
)
"""An adjective whose noun the sentence before has: "as ocorrências da fraca ligadas"."""
_BARE_ADJECTIVES = re.compile(r"\b[oa]s ([a-zà-ÿ]+[^ui]s) (?:não |se |só )?([a-zà-ÿ]+)")
"""Several things that an adjective alone names, and what they do: "os curtos ficam presos"."""
_BARE_NUMBER = re.compile(
    r"^(?:(?:desde|até|já|para|com|em) )?(?:[dn]?[oa]|ao?|à|pel[oa]) \d{1,3}"
    r"(?=$|[,.;](?!\d)| (?:e|ou|é|tem|não|só|já)\b)",
    re.IGNORECASE,
)
"""A number that begins a sentence as a name, and of what it is one is told outside: "Desde a 15, …", "O 1 e o 2 …"."""
_COUNTED_SUBJECT = re.compile(
    r"^[oa]s (?:três|quatro|cinco|seis|sete|oito|nove|dez|\d{1,2}) [a-zà-ÿ]+s (?:não |se )?([a-zà-ÿ-]+)", re.IGNORECASE
)
"""Things that the sentence before counts: "As três leis são ordinárias"."""
_PLACED_ADJECTIVE = re.compile(r"^N[oa]s? ([a-zà-ÿ]+) (?:não |se )?([a-zà-ÿ-]+)")
"""An adjective whose noun the sentence before has: "No direto não existe escolha"."""
_BARE_ORDINAL = re.compile(
    r"^(?:[dn]?[oa]s?|aos?|às?|pel[oa]s?|[a-zà-ÿ]+ [oa]s?) (?:primeir|segund|terceir|quart|quint|últim)[oa]s? "
    r"(?:(?:não|se|só|já) )?([\w-]+)",
    re.IGNORECASE,
)
"""One of several that the sentence before tells of, and what it does: "Do primeiro decorrem as prerrogativas"."""
_BARE_SUBJECT_ADJECTIVE = re.compile(r"\b[dn][oa]s? ([a-zà-ÿ]+(?:al|ar|iv[oa]|ic[oa])) (?:é|são|não)\b")
_SUBJECTLESS_CLAUSE = re.compile(r"\b(?:assegura|garante|exige|impede|determina|evita)m? que (?:não )?([a-zà-ÿ]+)\b")
"""A clause whose subject the sentence before has: "assegura que cumpra sua missão"."""
_LOOSE_CLITIC = re.compile(
    r"^(?:(?!\b[^\W\d_]{3,}s\b).)*\bque (?:não )?[oa]s (?!mais|menos|quatro|cinco|sete|oito|nove)[a-zà-ÿ]+(?<!s)\b"
)
"""Several things that a relative clause is about, and none before it: "publicada a lei que os instituiu"."""
_LOOSE_AMOUNT = re.compile(
    r"\bde \d$"
    r"|\b(?!de|por|em|a|até|há|após|cada|d?[oa]s|com|para|entre|e|ou|são|tem|têm|é|dura|duram|leva|levam|ser|foi|faz)"
    r"[a-zà-ÿ]{3,}(?<!am)(?<!em)(?<!te)(?<!ta)(?<!ze) \d+ (?:semanas|dias|horas|anos|vezes|meses)\b"
)
"""An amount of time that nothing joins: "hora extra 2 semanas seguidas"."""
_LACKS_OBJECT = re.compile(
    r"\b(?:(?:pode|podem|deve|devem) [a-zà-ÿ]+ar (?:n[oa]s|quando|se|caso|mediante)"
    r"|(?:(?:admit|permit|exig)em?|(?:aceit|autoriz)am?) (?:em|n[oa]s?|quando|se)) "
    r"|\btransferem? (?:(?:direto|diretamente) )?entre "
    r"|\b(?:mant[éê]m|guardam?|armazenam?|colocam?) (?:n[oa]s?|em) [a-zà-ÿ]+(?=$|[,.;])"
)
"""What is done to what stands outside: "(a fiança:) o delegado pode arbitrar nos crimes …"."""
_OF_WHICH = re.compile(
    r"\b(?:é|são) [oa]s? (?:mais|menos) [a-zà-ÿ]+(?=$|[,.;])|\b[oa]s? que (?:mais|menos|melhor) "
    r"|^[oa]s? [a-zà-ÿ]+ (?:mais|menos) [a-zà-ÿ]+ (?:é|são|foi|foram|era|eram|nasceu)\b"
    r"|\b(?:é|são|foi) [oa]s? (?:únic[oa]s?|primeir[oa]s?) que\b"
    r"|^[oa]s? (?:exceção|problema|erro|exemplo|caso|gargalo|dúvida|confusão|armadilha|risco|causa|solução)"
    r" (?:clássic[oa]|típic[oa]|famos[oa]|comum|frequente|usual|habitual|principal) (?:é|foi|era)\b"
    r"|\b(?:maior|menor|melhor|pior) de tod[oa]s\b(?! [oa]s)"
    r"|^(?:por|de) (?:fora|dentro|cima|baixo)\b(?! d[eoa])",
    re.IGNORECASE,
)
"""What is the most so, or where, of what stands outside: "o teste de mesa é o mais simples"."""
_QUOTED_PRONOUN = re.compile(r"[\"“](?:o qu[eê]|como|quem|por qu[eê])[\"”]", re.IGNORECASE)
_OPINION = re.compile(
    r"^(?:(?:os?|uns|um)\s+)?(?:bons?\s+)?exemplos?\b|\b(?:são (?:os |bons )?exemplos(?! de)"
    r"|interessantes?|enriquecedor\w*|importante|famos[oa]s?|incríve(?:l|is)|ótim[oa]s?|legal|bastante|nada melhor"
    r"|bem (?:simples|fácil|difícil|legal)|acredit\w+|parece\w*|talvez|diversas vantagens|várias formas"
    r"|não é (?:muito )?diferente|jeito|(?<!alguma )coisas?(?! julgada)"
    r"|um pouco|todo especial|clara possibilidade|gama de|dica|decor[ae]\w*"
    r"|(?:mais|muito) cobrad\w+|edital d[oae] (?-i:[A-Z])\w*"
    r"|quase n(?:ão|unca|enhum\w*|inguém|ada)|(?:é|são) só|analogia"
    r"|(?:na|em) provas?(?=$|[,.;])|em concursos"
    r"|cai (?:muito|bastante|sempre)|costuma cair|pegadinha|banca)\b",
    re.IGNORECASE,
)
_STUDYING = re.compile(
    r"\b(?:ca(?:i|em) (?:muito|bastante|sempre)|costumam? cair|(?:mais|muito) cobrad\w+|pegadinhas?\b)", re.IGNORECASE
)
_ONLY_DONE = re.compile(r"^(?:só|apenas|somente) (?:se )?([a-zà-ÿ]+)\b", re.IGNORECASE)
"""What is only done, of which the sentence before tells to what: "só se usa na produção contínua"."""
_VACUOUS = re.compile(
    r"^(?:existem?|há|houve|cabem?)\s+(?:ainda|também|divers\w*|vári\w*|muit\w*|algum\w*|outr\w*)\b", re.IGNORECASE
)
_OWNERLESS = re.compile(
    r"^\W*(?:\w+\W+){0,3}(?:seus?|suas?)\b"
    r"|^(?:[oa]\s+)?(?:nome|ideia|termo|sigla|diferença|problema|solução|resultado|vantagem|desvantagem|foco|objetivo"
    r"|finalidade|propósito|intuito|lema|desafio|segredo|macete|ponto (?:fraco|forte|central))\s+(?!d[eoa]s?\b)"
    r"|^(?-i:[AaOo]s? [a-zà-ÿ]+) é que\b|^(?:a confusão|o erro|a dúvida) mais comum\b"
    r"|^[oa]s?\s+(?:entrada|saída|atividade|etapa|fase|tipo|forma|passo)s?\s+(?:é|são|não|pode|podem)\b"
    r"|^o nome d[oa] [a-zà-ÿ]+ (?:é|vem)\b|^(?:[oa]\s+)?(?:clássic[oa] d[eoa]s?|regra de ouro) "
    r"|^(?:à|na|nessa|naquela) época\b|\bsua página\b|\bentão (?:recém|com)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^\W*(?:\w+\W+){0,9}também\b|\btambém (?:é|são|não|pode|podem)\b", re.IGNORECASE)
_BARE_SUBJECT = re.compile(
    r"^(?:[^,]{3,60},\s+)?(?:o|a|os|as)\s+(?:primeir[oa]\s+)?([^\W\d_]+)\s+"
    r"(?:(?:[\d.]+|equivalente|acrescentad[oa]|seguinte|correspondente|não|já|ainda|só|também|se)\s+)?([^\W\d_-]+)",
    re.IGNORECASE,
)


_SHORTEST_ACT = 9  # letters
_LONGEST_ENTRY = 4  # words
VAGUE_ACTS = frozenset(
    """utilizacao realizacao aplicacao execucao criacao definicao informacao operacao instalacao avaliacao producao
    identificacao obtencao adocao inclusao participacao situacao condicao decisao discussao conclusao solicitacao
    elaboracao preparacao continuacao existencia pagamento procedimento tratamento funcionamento desenvolvimento
    acompanhamento resultado elemento momento documento instrumento conhecimento comportamento equipamento
    percentagem porcentagem linguagem mensagem abordagem vantagem desvantagem contagem listagem""".split()
)
_ACTORS = frozenset(
    """servidor empregado empregador contribuinte segurado eleitor candidato consumidor fornecedor credor devedor juiz
    administrador trabalhador proprietario comprador vendedor advogado cidadao licitante contratado condenado""".split()
)
_OPENS_WITH_NAME = re.compile(
    r"(?:N[oa]s?|Em|Para [oa]s?) (?!caso\b|entanto\b|\w+ (?:caso|momento|geral)\b)[a-zà-ÿ]{4,} "
    r"(?:d[eoa]s? )?(?!anterior|seguinte|atual)[a-zà-ÿ]{4,}(?: [^\s,]+){0,2}, "
)
"""A sentence that begins with what it is about: "Na fase corrente, os documentos …"."""
_VAGUE_SUBJECTS = frozenset(
    """primeiro primeira segundo segunda terceiro terceira ultimo ultima proximo proxima maior menor melhor pior
    principal principais unico unica mesmo mesma outro outra novo nova grande resto restante caso autor autores
    exemplo resultado ideia problema""".split()
)
_VAGUE_QUALITIES = frozenset(
    """anterior seguinte posterior atual novo nova mesmo mesma outro outra principal geral total ideal comum final
    inicial proprio propria correto correta certo certa todo toda processo sistema caso""".split()
)
"""What tells a subject apart only by the sentence before: "a fase anterior", "o final do processo"."""


def is_about_studying(text: str) -> bool:
    """True for words about studying and not about the subject: "cálculo que cai sempre"."""
    return bool(_STUDYING.search(text))


def begins_with_reference(text: str) -> bool:
    """True when a sentence leans on the one before it: it begins with a pronoun or a connective."""
    first = words(text)[:1]
    if _DETERMINING.match(text):
        return False
    return not first or first[0].casefold() in PRONOUNS | _CONNECTIVES or bool(_OPENINGS.match(text))


def stands_alone(text: str) -> bool:
    """True when no word of a sentence points outside it, or to a reader."""
    if leaves_untold(text):
        return False
    amount = re.match(r"(?:cerca de )?\d+% (?:d[ao] \w+ )?(\w+)", text)  # "95% ficam a dois desvios": of what?
    if (amount and is_verb_form(amount[1])) or re.match(r"\d+ (?:primeir|últim)[oa]s\b", text):
        return False  # and "24 primeiros bits", which lack their article
    if any(_is_loose_adjective(word) for word in _BARE_SUBJECT_ADJECTIVE.findall(text)):
        return False
    if any(may_be_conjugated(verb) for verb in _SUBJECTLESS_CLAUSE.findall(text)):
        return False
    counted = [found for way in (_BARE_ORDINAL, _COUNTED_SUBJECT) if (found := way.match(text))]
    if _BARE_NUMBER.match(text) or any(is_verb_form(found[1]) for found in counted):
        return False
    loose = [found[1] for found in _BARE_ADJECTIVE.finditer(text)]
    loose += [found[1][:-1] for found in _BARE_ADJECTIVES.finditer(text) if is_verb_form(found[2])]
    if (placed := _PLACED_ADJECTIVE.match(text)) and is_verb_form(placed[2]):
        loose.append(placed[1])
    bare = any(
        word in lexicon.ADJECTIVES
        and fold(word) not in lexicon.NOUNS
        and not fold(word).endswith(lexicon.ACT_ENDINGS)  # "a redução"
        for word in loose
    )
    return not (
        bare
        or _LACKS_OBJECT.search(text)
        or _POINTING.search(text)
        or _QUOTED_PRONOUN.search(text)
        or _LOOSE_CLITIC.match(text)
        or _LOOSE_AMOUNT.search(text)
        or _OF_WHICH.search(text)
    )


def _is_loose_adjective(word: str) -> bool:
    """True for "incremental" in "a restauração do incremental é lenta"."""
    return looks_adjectival(word) and not {fold(word), fold(word).removesuffix("s")} & lexicon.NOUNS


_CUT_OFF = re.compile(
    r"\b(?:pode|podem|deve|devem)(?:,|$)|\b(?:é|são) \d+:"
    r"|, se (?:for|forem|houver) [^,]+ (?:é|são|fica|ficam|vira|perde)\b"
    r"|, (?:durante|em|n[oa]s?|com|após) [^,]*?\b(?:nenhuma?|ninguém|nada|tudo) (?:[a-zà-ÿ]+ ){0,3}(?:é|são|fica)\b"
    r"|\b[a-zà-ÿ]+ \d+ e (?:[oa]s? )?[a-zà-ÿ]{4,} \d+$"
)
"""A verb without what it takes, "são 6: …", and a sentence that goes on as another."""
_MORE_BEHIND = re.compile(r",? (?:mas|porém) (?:mais|menos|muit[oa]s?|pouc[oa]s?) ([^,;]+)$")
"""How much of something a sentence sets against its verb, and the verb is left out."""
_CONTRAST = re.compile(r", mas ([^,;()]*?)(?: \([^()]*\))? e (?:não )?([a-zà-ÿ]+)")
"""What a "mas" sets against the words before it, and the verb that comes behind: the first may have lost its own."""


def breaks_off(text: str) -> bool:
    """True for an enumeration whose end is left out: "se passa por chefe, policial", "roda sobre HTTP, JMS".

    So does "o apoio pode, sob supervisão", which leaves out what, and an entry of a dictionary, which has no verb.
    """
    contrast = _CONTRAST.search(text)
    if contrast and not any(map(is_verb_form, words(contrast[1]))) and is_verb_form(contrast[2]):
        return True  # "molha tudo, mas balde cheio e gasta água"
    if _CUT_OFF.search(text) or _is_entry(text):
        return True  # and "o motivo vincula, se for falso o ato é nulo", which nothing parts
    if re.search(r"\b[A-Z]{2,}\w*, [A-Z]{2,}\w*$|, a (?:maioria|maior parte) (?!d[eoa]s? )", text):
        return True  # "corpo pequeno, a maioria entre dois planetas"
    if re.search(r",\s+(?:ao mesmo tempo|por exemplo|em geral|em regra|no máximo|no mínimo|pelo menos)$", text):
        return True  # "só garante, ao mesmo tempo", of two of three things
    more = _MORE_BEHIND.search(text)
    if more and not any(map(is_verb_form, words(more[1]))):
        return True  # "poupa lenha, mas mais fumaça"
    last = re.search(r",\s+([a-zà-ÿ]+)$", text)
    return last is not None and not last[1].endswith(("mente", "ndo", "do", "da", "dos", "das", "vel", "veis"))


def _is_entry(text: str) -> bool:
    """True for a name and what it is, parted by a colon as in a dictionary: "IA generativa: ramo da IA que …"."""
    named = re.match(r"([^:()]+): [a-zà-ÿ]", text)
    return named is not None and len(named[1].split()) <= _LONGEST_ENTRY and not any(map(is_verb_form, words(named[1])))


_OF_A_NORM = re.compile(
    r"^(?:[oa]s?\s+)?(?:portaria|lei|decreto|resolução|emenda|norma|instrução)\b.*\b(?:seus?|suas?)\s|\w-l[oa]s?(?=$|[\s,.;])",
    re.IGNORECASE,
)
"""A "seu" that is not of the norm the sentence begins with, or an object that the sentence before names."""


def is_telling(text: str, about: Collection[str]) -> bool:
    """True for a sentence that says a fact about something named: in it, or by the stems in `about` (titles and terms).

    Opinions, empty "existem várias …" and a bare subject that was named earlier ("o termo surgiu em 1968") are not.
    """
    if (
        _OWNERLESS.match(text)
        or _OPINION.search(text)
        or _VACUOUS.match(text)
        or ((done := _ONLY_DONE.match(text)) is not None and is_verb_form(done[1]))
        or _OF_A_NORM.search(text)
        or _ALSO.search(text)
    ):
        return False
    bare = _BARE_SUBJECT.match(text)
    known = bare is not None and (
        _is_acronym(bare[1]) or _is_specific_act(bare[1]) or _is_actor(bare[1]) or _OPENS_WITH_NAME.match(text)
    )
    if bare and not known and is_verb_form(bare[2]) and stem(tokens(bare[1])[0]) not in about:
        return False
    named = bool(re.search(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w-]+|\d", text))
    return named or bool(set(stems(text)) & set(about)) or _names_its_subject(text)


def _is_actor(word: str) -> bool:
    """True for whom a law binds: "o servidor", "o empregador"."""
    return fold(word).removesuffix("s") in _ACTORS


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_specific_act(word: str) -> bool:
    """True for "higienização", a term of its field; not for "utilização", which is of anything."""
    folded = fold(word)
    act = folded.endswith(("cao", "sao", "mento", "agem", "ismo")) and len(folded) >= _SHORTEST_ACT
    return act and folded not in lexicon.KINDS | lexicon.ACTS | VAGUE_ACTS


def _names_its_subject(text: str) -> bool:
    """True for a sentence whose subject says what it is alone: "UDP não garante …", "o controle de fluxo protege …"."""
    if _OPENS_WITH_NAME.match(text):
        return True
    parts = words(text)
    verb = next((at for at, part in enumerate(parts[1:], start=1) if is_verb_form(part)), 0)
    subject = parts[1:verb] if parts[0].lower() in ARTICLES else parts[:verb]
    if subject and subject[-1] in BEFORE_VERBS:
        subject.pop()
    if len(subject) == 1:
        return _is_acronym(subject[0]) or _is_specific_act(subject[0]) or _is_actor(subject[0])
    if len(subject) < 2 or fold(subject[0]) in _VAGUE_SUBJECTS or is_infinitive(subject[0]):
        return False
    told = subject[2:] if subject[1] in PREPOSITIONS else [word for word in subject[1:] if not is_participle(word)]
    first = subject[0].lower()
    loose = first in PREPOSITIONS | QUANTIFIERS | SUBORDINATORS or first in lexicon.ADJECTIVES
    return not loose and bool(told) and fold(told[0]) not in _VAGUE_QUALITIES


def leans_back(part: str, about: Collection[str]) -> bool:
    """True for a later clause of a bullet whose bare subject none of `about` names: "rol não é taxativo".

    So for "a extraordinária gera direito", whose noun stands before it.
    """
    subject, verb, *_ = (*words(without_article(part)), "", "")
    if part[:2].lower() in {"o ", "a "} and is_verb_form(verb) and is_bare_adjective(subject):
        return True
    subject, verb = (*words(part), "", "")[:2]
    bare = subject.islower() and (verb in BEFORE_VERBS or is_verb_form(verb))
    return bare and not set(stems(subject)) & set(about)
