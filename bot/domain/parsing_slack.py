"""What Slack did to typed text, undone: entities, links, and the people mentioned in it."""

import re
import unicodedata
from dataclasses import dataclass

_SPECIAL = re.compile(r"<(?P<target>[^<>@|\s][^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">"}
_BLANK = re.compile("[\u00a0\u2007\u202f\u3000]")
_LONG_BLANK = re.compile(r"[^\S\n]{3,}")
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")

_MENTION = re.compile(
    r"<@(?P<id>[UW][A-Z0-9]+)(?:\|(?P<shown>[^<>]*))?>"
    r"|(?<![\w.@+-])[@\uff20](?P<typed>\w[\w.\-']*)"
)
_MENTIONED = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_KOREAN_ENDING = re.compile(r"(?<=[가-힣]{2})(?:님)?(?:에게|한테|께)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a text, at text[start:end]: by Slack id, by a typed name, or both."""

    user_id: str | None
    name: str | None
    start: int
    end: int


def storable(text: str) -> str:
    """Without the signs that no person types and PostgreSQL cannot keep: NUL, half a letter."""
    return _UNKEPT.sub("", text)


def unescape(text: str) -> str:
    """The text as it was typed.

    Slack writes `&`, `<` and `>` as entities, turns what looks like an address into
    `<http://acme.com|acme.com>` and channels into `<#C1|general>`; each becomes its label again.
    Mentions of people stay as they are, for `find_mention`. Hangul is composed (macOS sends it
    taken apart), wide blanks become spaces, long runs of them short ones, and what is invisible
    goes.
    """
    told = _SPECIAL.sub(_as_typed, storable(text))
    told = _ENTITY.sub(lambda entity: _SIGNS[entity[1]], told)
    told = _LONG_BLANK.sub("  ", _INVISIBLE.sub("", _BLANK.sub(" ", told)))
    return unicodedata.normalize("NFC", told).replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    """The text as Slack would hand it over, so that `unescape` makes the same of it again;
    mentions of people stay as they are."""
    parts, end = [], 0
    for found in _MENTIONED.finditer(text):
        parts += [_entities(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, _entities(text[end:])])


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def respelled(line: str, typed: str, put: str) -> str | None:
    """The line with other words in the place of `typed`, the rest of it as it was (behind
    it, where nothing was typed); None where these words stand nowhere in it."""
    words = r"\s+".join(map(re.escape, typed.split()))
    if not words:
        return f"{line} {put}".strip()
    found = re.search(rf"(?<!\w){words}(?!\w)", line, re.IGNORECASE)
    found = found or re.search(words, line, re.IGNORECASE)
    return None if found is None else f"{line[: found.start()]}{put}{line[found.end() :]}"


def _as_typed(special: re.Match[str]) -> str:
    target, label = special["target"], special["label"]
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    if not re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
        return special[0]
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def find_mentions(text: str) -> list[Mention]:
    """Everyone mentioned, in order, in text that is already unescaped.

    `<@U123|name>` and `<@U123>` carry an id; a typed `@name` only the name, one word of it, and
    without the endings that Korean puts behind a person (님, 에게, 한테, 께).
    """
    return [_mention(found) for found in _MENTION.finditer(text)]


def find_mention(text: str) -> Mention | None:
    """The first person mentioned, if any."""
    found = _MENTION.search(text)
    return _mention(found) if found else None


def _mention(found: re.Match[str]) -> Mention:
    if found["id"]:
        return Mention(found["id"], found["shown"] or None, found.start(), found.end())
    typed = found["typed"].rstrip(".-'")
    end = found.start("typed") + len(typed)
    return Mention(None, _KOREAN_ENDING.sub("", typed), found.start(), end)
