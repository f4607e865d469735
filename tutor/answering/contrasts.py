"""The frames in which two things are compared: "qual a diferença entre A e B", "how is A different from B".

Patterns are matched in full as those of `tutor.answering.frames` are; `a` and `b` or `pair` are the things compared.
"""

_SHORT = r"(?:(?:[oa]s?|the) )?[\w.+-]+(?: [\w.+-]+)?"
_X = r"x(?! (?:e|ou|and|or)\b)"
"""The sign between two things; not the name in "teoria x e teoria y"."""
SHORT_PAIR = rf"{_SHORT} (?:e|ou|{_X}|vs\.?|versus|and|or) {_SHORT}"
"""Two things in a few folded words: "SLA ou OLA"."""

_ARTICLE = r"(?:(?:os?|as?|uma?|the|an?) )?"
_AND = rf"(?:e|{_X}|vs\.?|versus|and|ou|or) {_ARTICLE}"
_FIRST = rf"{_ARTICLE}(?P<a>.+?)"
_SECOND = rf"{_ARTICLE}(?P<b>.+?)"
_BEFORE = r"(?:(?!(?:entre|between|paginas?|pages?|quant\w+|how)\b)[^\s,:]+ ){0,7}?"
_DIFFERENCE = r"(?:diferencas?|difs?|distinca?o|distincoes|diff?erences?|distinctions?)"
_LIKENESS = r"(?:semelhancas?|comparaca?o|comparativo|paralelo|contraste|similarit(?:y|ies)|comparison|contrast)"
_DIFFER = r"(?:diferem?|diferenciam?|distinguem?|divergem?|differs?|different)"
_COMPARE = (
    r"(?:compar[ae]r?|comparando|distinga|distingu[ea]|distinguir|diferenci[ae]r?|contraponha|contrapor|confront[ae]r?"
    r"|distinguish|differentiate|contrast\w*(?=.* (?:e|and|com|x|with) ))"
)
_CHOOSE = r"(?:us|utiliz|escolh|prefer)\w+"
_HOW = (
    r"(?:em que|no que|como|de que forma|how (?:do|does|is|are)|in what way (?:do|does|is|are))"
    r"(?: (?:aspecto|ponto|sentido))?"
)
_WHAT = r"(?:o que|em que|no que|qual|quais|como|onde|quando|que|what|which|where|when|how)"
_IN_WHAT = rf"(?:,? (?:(?:em|n[oa]|quanto a[os]?|in) )?{_WHAT}\b.*|,? how|,? quanto a[os]? .+)?"
_SAME = (
    r"(?:iguais|igual|diferentes?|sinonim\w+|parecid\w+|(?:a |o )?mesm[ao](?: coisa)?|equivalentes?|different|equal"
    r"|the same(?: thing)?)"
)
_OF_BOTH = r"(?: entre (?:eles|elas|os dois|as duas|ambos|ambas))?"

CONTRASTS = (
    rf"{_BEFORE}(?:{_DIFFERENCE}|{_LIKENESS})(?: (?!entre\b|between\b)[^,:?]+?)? (?:entre|between) (?P<pair>.+)",
    rf"{_BEFORE}{_DIFFERENCE} (?:d[eoa]s? )?(?P<pair>.+)",
    rf"(?:como |how to |(?:faca )?(?:uma )?)?(?:{_COMPARE}|comparaca?o|comparativo) (?:between |entre |d[eoa]s? )?"
    rf"(?P<pair>.+?)(?:, {_WHAT}\b.*)?",
    rf"(?:{_HOW} )?{_FIRST} (?:se |e |sao |is |are )?{_DIFFER} (?:from |d[eoa]s? ){_SECOND}{_IN_WHAT}",
    rf"(?:{_HOW} )?{_FIRST},? {_AND}(?P<b>[^,?]+?),? (?:(?:em|n[oa]) (?:o )?que )?(?:se )?{_DIFFER}{_IN_WHAT}",
    rf"(?:o que|what) (?:diferencia|distingue|difere|separa|distinguishes|differentiates|separates|sets) {_FIRST}"
    rf"(?: apart)? (?:d[eoa]s?|from) {_SECOND}",
    rf"(?!(?:paginas?|pags?|slides?|pages?)\b)(?:como |how (?:do|does) )?{_ARTICLE}(?P<a>[^,:]+?) (?:se )?"
    rf"(?:compara|comparam|comparad[oa]s?|compares?|compared)(?:-se)? (?:aos?|a|com|to|with) {_SECOND}",
    rf"(?P<pair>{SHORT_PAIR})\s*[:,-]\s*{_COMPARE}(?: .*)?",
    rf"quando (?:se )?{_CHOOSE} {_FIRST},? e quando (?:(?:se )?{_CHOOSE} )?{_SECOND}(?:,.*)?",
    rf"o que mud(?:a|ou) (?:d[eoa]s?|entre) {_FIRST} (?:para|pr[oa]|e) {_SECOND}",
    rf"(?P<pair>{SHORT_PAIR})\s*(?::|,(?=.*\b(?:cada|difere\w*|dos dois|das duas|each)\b)|,(?= (?:em )?(?:qual|quais"
    r"|o que|which|what)\b)) .*\b(?:qua(?:l|is)|o que|onde|quando|como|que|which|what|where|when|how)\b.*",
    rf"(?!(?:o )?que\b|qua(?:l|is)\b|what\b){_FIRST}\s+{_AND}(?P<b>.+?),? "
    r"(?:(?:parecem?|(?:nao )?(?:e|sao)) [\w ]+[,?]+ )?"
    r"(?:(?:qual|quais)(?: e| sao)? (?:a|as|o)? ?(?:dif\w*|diferencas?)(?: \w+)*|o que muda(?: \w+)*"
    r"|o que (?:separa|distingue|diferencia)(?: \w+)*"
    rf"|(?:fazem )?o que (?:de diferente|os diferencia|as diferencia|os distingue)|what is the difference){_OF_BOTH}",
    rf"{_FIRST}\s+{_AND}(?P<b>.+?)\s*[:,-]?\s(?:as |the )?(?:diferencas?|differences?)",
    rf"(?!.*\b(?:paginas?|(?:what|which) pages?)\b|(?:(?:em|de|com|por|a) )?{_WHAT}\b(?! (?:x|vs\.?|versus) ))"
    rf"(?:(?:no|na|em|in) [^?:,]+, )?{_ARTICLE}(?P<a>[^?:,]+?) (?:{_X}|vs\.?|versus) {_ARTICLE}(?P<b>[^?:,]+?)"
    r"(?:[:,].+| (?:(?:d[eo]|em|no|com|para|por|a|o) (?:que|qual|quem)|qual|quais|quant[oa]s?|(?:in )?what|which|how)"
    r" .+)?",
    rf"(?:[ne][om] que |(?!{_WHAT}\b)){_FIRST} (?:e|sao|is|are) {_SAME} (?:que|do que|d[eoa]s?|ao?s?|com|as|from|to) "
    rf"{_SECOND}{_IN_WHAT}",
    rf"{_FIRST} (?:e|and) {_ARTICLE}(?P<b>.+?) (?:nao )?(?:e|sao|are|is|significam) {_SAME}(?: (?:em|n)o? ?que)?",
)
"""Frames of two things, the surest first."""
