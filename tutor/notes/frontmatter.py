"""YAML front matter: title, aliases, tags, and the document a note is drawn from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from tutor.language import fold

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"^([\w-]+):[ \t]*(\S.*)$", re.MULTILINE)
_SOURCES = ("apostila", "fonte", "source", "livro", "book", "pdf", "handout", "referencia", "material")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a note says about itself; `source` is the document its page references are of."""

    title: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str | None = None


def read_front_matter(text: str) -> FrontMatter:
    """Return a note's front matter; YAML that cannot be parsed is read line by line, as `key: value`."""
    block = _find_block(text)
    return _read(block[1]) if block else FrontMatter()


def blank_front_matter(text: str) -> str:
    """Return a note's text with the lines of its front matter empty."""
    block = _find_block(text)
    return "\n" * block[0].count("\n") + text[block.end() :] if block else text


def _find_block(text: str) -> re.Match[str] | None:
    """Return the front matter that a note begins with; text between two rules is none."""
    block = _BLOCK.match(text)
    return block if block and not isinstance(_load(block[1]), str) else None


def _load(source: str) -> object:
    """Return what YAML says; what cannot be parsed is read line by line, and is text where no line is `key: value`."""
    try:
        return yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return dict(_PAIR.findall(source)) or source


def _read(source: str) -> FrontMatter:
    """Read the lines between the dashes."""
    loaded = _load(source)
    if not isinstance(loaded, dict):
        return FrontMatter()
    values = {fold(str(key)): tuple(_words(value)) for key, value in loaded.items()}
    title = values.get("title") or values.get("titulo") or ("",)
    aliases = (*values.get("aliases", ()), *values.get("alias", ()))
    tags = [tag for key in ("tags", "tag") for value in values.get(key, ()) for tag in re.split(r"[,\s]+", value)]
    sources = (_source(key, values[key][0]) for key in _SOURCES if values.get(key))
    return FrontMatter(
        title=title[0],
        aliases=tuple(dict.fromkeys(aliases)),
        tags=tuple(dict.fromkeys(tag.lstrip("#") for tag in tags if tag.strip("#"))),
        source=next((source for source in sources if source), None),
    )


def _words(value: object) -> Iterator[str]:
    """Yield the texts in a YAML value: itself, or the members of a list."""
    members = value if isinstance(value, list) else [value]
    yield from (
        str(member).strip() for member in members if isinstance(member, str | int | float) and str(member).strip()
    )


def _source(key: str, value: str) -> str | None:
    """Return the name of a source; "apostila: so_02" is the "apostila so_02", a web address is none."""
    name = re.sub(r"^!?\[\[([^\]|]*).*\]\]$", r"\1", value).rpartition("/")[2].strip("\"' ")
    if "://" in value or not name:
        return None
    generic = key in {"fonte", "source", "referencia", "material"}
    return name if generic or key in fold(name) or "." in name else f"{key} {name}"
