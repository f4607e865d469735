"""What English definitions need to be read as answers: the article that a student leaves out."""

import re

_THINGS = frozenset(
    """abstraction address agent agreement algorithm application approach area arrangement array attack attacker
    attribute bit block body box branch bridge bucket buffer bus byte cache certificate channel character chip
    circuit class client cluster collection command committee company component computer condition connection
    console constraint construct container contract controller copy credential cycle database dataset defect
    delay device diagram directory disk document driver element entry event executable factor family field file
    filter firewall flag flaw folder format fraction framework function gap gateway graph group guarantee header
    hierarchy host identifier image incident index indicator instance instruction integer interface interval key
    kind language layer level library limit line link list lock log loop machine manager mapping mark mask
    measure mechanism message method metric mode model module name namespace network node object operator option
    orchestrator organization packet page pair part partition path pattern person piece pipeline place platform
    point pointer policy pool port predicate problem procedure process product program project property protocol
    proxy queue recipe record region registry relation relationship report repository representation request
    resource response rule runtime scheme section segment sequence server service session set signal signature site
    snapshot solution split stack standard state statement step stream structure style subset symbol system
    table tag task team technique technology template test theorem thread threat token tool transaction tree trigger
    tunnel type unit user value variable vector version view virus vulnerability way weakness window word
    zone""".split()
)
"""What one can count one of."""
_NOUN_PHRASE = re.compile(
    r"((?:[A-Za-z][\w-]*,? ){0,4}?)([a-z][a-z-]+)(?= (?:that|which|who|whose|where|when|with|without|of|for|to|in"
    r"|inside|between|from|by|on|at|across|over|among|used|made|built|stored|kept|holding|containing)\b|$)"
)
"""The noun that a definition opens with, and what stands before it: "logical split of", "hardened machine used as"."""
_NEEDS_NONE = re.compile(
    r"(?:[A-Z][a-z]+|the|an?|any|all|each|every|some|no|one|two|three|more|most|many|several|both|same|only|first|next"
    r"|last|least|your|its|their|another|what|how|[a-z]+(?:est|ing|ly))(?![\w-])",
)
"""How a phrase opens that takes no article, or another one: "smallest unit", "one process"."""
_JOINED = re.compile(r"(?:^| )(?:and|or|the|an?|one|two|is|are|not|only)(?![\w-])")
"""What stands in no name of a single thing: "fix one value of"."""
_DETERMINED_PHRASE = re.compile(
    r"(?:an?|the|any|one|another) (?P<noun>(?:[a-z][\w-]* ){1,4}?)(?:that|which|who|whose|where|used|made|built|of|for"
    r"|to|holding|raised|kept|given|between)\b"
)
_FIRST_OF_ALL = re.compile(r"(?:first|last|[a-z]{3,}est) (?P<noun>(?:[a-z][\w-]* ){1,3}?)(?:that|which|who|where|of)\b")
"""What there is one of only, which takes "the": "smallest hole that is big enough"."""
_NO_NOUN = re.compile(
    r"\b(?:[a-z]+(?<![sui])s|has|have|can|may|must|will|does|not) $|\b(?:is|are|was|were) ",
)
"""How no single thing's name ends or what it never holds: "the consumer provisions", "a pod is"."""
_NOTHING = re.compile(
    r"(?:like|what|how|when|(?:great|good|bad|best|better|worse|ideal|perfect|useful|suitable|fast|slow|easy|hard"
    r"|cheap|expensive|poor|simple|safe|efficient)(?: for| but|,)) ",
    re.IGNORECASE,
)
"""How a text begins that is no thing: "like first fit, but …", "great for direct access"."""
_NO_VERB = (
    r"(?!(?:in|on|at|by|with|for|from|of|to|as|like|than|when|where|how|what|if|not|only|all|both|half|twice|such|any|after"
    r"|before|while|until|because|and|or|but|per|into|onto|over|under|via|is|are|was|were|has|had|also|either|just|even"
    r"|amount|number|part|time|way|order|moment|share|extent|work|rate|cost|price|[a-z]+(?:ing|ion|ment|ity|ness|s|ed))\b)"
)
_ACT = rf"{_NO_VERB}[a-z]{{3,}} (?:the|an?|each|every|another|one|its?)\b"
_DONE = frozenset(
    "test process filter copy list log mark mask request split trigger view limit lock delay buffer".split()
)
"""What is a thing or an act, the latter before an article: "test the edges"."""
_ORDER = re.compile(_ACT)
"""A bare verb that an article follows: "save the state"."""
_ORDER_BEHIND = re.compile(
    rf"(?:(?!\b(?:to|can|may|must|will|would|should|cannot|not|that|which|who|lets?|helps?|makes?|does|do)\b)[^;.])*?"
    rf"(?:,|\band|\bor) {_ACT}"
)
"""The same behind another: "detect with a graph and kill a victim"."""
_TOLD = re.compile(
    r"\b(?:an?|the|that|which|who|whose|where|when|is|are|has|have|of|for|to|by|with|from|between|one|each|every|any|as)\b"
)
"""What a description holds that is more than names in a row: "low cost vases, large batches"."""
_VOWEL = re.compile(r"(?!one\b|one-|eu|uni|us[ei]|ut)[aeiou]|hour|honest|[AEFHILMNORSX][A-Z]")


def with_article(text: str) -> str:
    """Return "a place where …" for "place where …"; a text that opens with no single thing as it is."""
    found = _NOUN_PHRASE.match(text)
    if not found or found[2] not in _THINGS or _NEEDS_NONE.match(text) or _JOINED.search(found[1].rstrip()):
        return text
    return _indefinite(text)


def as_subject(name: str) -> str:
    """Return "a circuit breaker", a single thing in lower case; any other name in quotes."""
    last = name.rsplit(maxsplit=1)[-1]
    single = re.fullmatch(r"[a-z-]+ [a-z-]+", name) and (last in _THINGS or last.endswith(("er", "tor")))
    return _indefinite(name) if single else f"“{name}”"


def as_one(name: str) -> str:
    """Return "a superkey" for the name of a thing of which there are several; any other as it is."""
    head = re.sub(r"^(?:super|sub|hyper|micro|meta|inter|multi)-?", "", name.rsplit(maxsplit=1)[-1])
    return _indefinite(name) if name.islower() and head in _THINGS else name


def _indefinite(text: str) -> str:
    return f"{'an' if _VOWEL.match(text) else 'a'} {text}"


def says_nothing_of_it(text: str) -> bool:
    """True for what only likens, praises or asks: "like first fit, but …", "great for tall pots"."""
    return _NOTHING.match(text) is not None


def tells_to_act(text: str) -> bool:
    """True for what is done and no thing: "save the state of …", "detect with a graph and kill a victim"."""
    order = _ORDER.match(text)
    noun = order is not None and order[0].split()[0] in _THINGS - _DONE
    return (order is not None and not noun) or _ORDER_BEHIND.match(text) is not None


def lists_names(text: str) -> bool:
    """True for names in a row, which tell nothing: "low cost vases, large batches"."""
    return "," in re.sub(r"\s*\([^()]*\)", "", text) and _TOLD.search(text) is None


def predicate_of(text: str) -> str:
    """Return what stands behind "is" for a single thing: "the first hole that …"; empty where that is not sure."""
    whole = with_article(text)
    if whole != text:
        return whole
    lowered = text[:1].lower() + text[1:]
    only = _FIRST_OF_ALL.match(lowered)
    found = only or _DETERMINED_PHRASE.match(lowered)
    if found is None or _NO_NOUN.search(found["noun"]):
        return ""
    return f"the {lowered}" if only else lowered
