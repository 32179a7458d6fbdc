"""How people's words for a loss find their reason in the playbook."""

import re
from collections.abc import Sequence

from bot.domain.stages import Reason


def reason_of(typed: str, reasons: Sequence[Reason]) -> str:
    """What someone typed as a reason, under the playbook's own where they used a word for it:
    "price too high" becomes "pricing: price too high", and "pricing" alone just that."""
    words = typed.strip()
    head, colon, note = words.partition(":")
    for one in reasons:
        if colon and not one.archived and head.strip().casefold() in _words_for(one):
            return f"{one.key}: {note.strip()}" if note.strip() else one.key
    spoken = {form for word in words.split() for form in _forms(word.casefold().strip(".,!:()"))}
    fitting = [one for one in reasons if not one.archived and spoken & _words_for(one)]
    if not words or len(fitting) != 1:
        return words
    key, own = fitting[0].key, _words_for(fitting[0])
    said = re.sub(_SAYS_NO_MORE, " ", words).split()
    more = [one for one in said if not own.intersection(_forms(one.casefold().strip(".,!:()")))]
    return f"{key}: {words}" if more and len(words.split()) > 1 else key


_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:으로|로|에게?|가|이|의|를|을|은|는|와|과|이?랑|한테|때문에?|문제로?"
    r"|쪽으로|사유로?|이유로)$"
)
_SAYS_NO_MORE = re.compile(
    r"\b(?:went|gone|going|go|chose|picked|lost|to|with|for|the|an?|our|some|because|of|due)\b"
    r"|(?<![가-힣])(?:넘어|빼앗|뺏|밀)?[갔감겼렸](?:습니다|어요|음|다)?(?![가-힣])|때문에|사유로",
    re.IGNORECASE,
)
"""Words that tell no more of a loss than its reason does."""


def _forms(word: str) -> set[str]:
    """A word, and without the particle behind it: 경쟁사로 as 경쟁사."""
    return {word, _PARTICLE.sub("", word)}


def _words_for(reason: Reason) -> set[str]:
    whole_names = {name.casefold() for name in reason.names.values() if " " not in name}
    return {word.casefold() for word in reason.words} | whole_names | {reason.key}
