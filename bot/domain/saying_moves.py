"""The stage that a sentence wants a deal in, and how much speaks for it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain import saying_english as english
from bot.domain.saying_evidence import either
from bot.domain.saying_words import KINDS, NAME

MOST_NAMED = 12
"""Stages that are weighed, the last ones: nobody names more in earnest."""
LEAST_MISSPELT = 6
"""Shorter names of stages are other words as soon as a letter is wrong."""

_VERB = re.compile(
    r"\b(?:mov\w*|mv|push\w*|advanc\w*|shift\w*|put|bump\w*|chang\w*|set|updat\w*|progress\w*"
    r"|promot\w*|mark\w*|drag\w*|switch\w*|transition\w*|go|goes|going|went|gone|back|enter\w*"
    r"|reach\w*|take|bring|kick\w*|graduat\w*|upgrad\w*|downgrad\w*|demot\w*|slide|slid|get|got"
    r"|return\w*|revert\w*|roll\w*|knock\w*|drop\w*|step\w*|flip\w*|make|made|place\w*|stick"
    r"|throw|regress\w*|부탁|land\w*|sits?|sitting|belongs?|jump\w*|hop\w*|proceed\w*|elevat\w*"
    r"|rais\w*|now|escalat\w*|convert\w*|mve|should be)\b"
    r"|->|→|=>|➔|옮|이동|변경|넘[겨기어김겼길]|바꿔|바꾸|바꿨|바꿀|올려|올리|올렸|올림|올립"
    r"|가져\s?[가갔]|내려|내리|내렸|낮[춰추췄춤]|강등|진입|전환|들어[가갔감간갑]|가도\s?(?:될|되"
    r"|돼|됩)|보내|되돌|돌려|수정|업데이트|진행시|반영|세팅|설정|당겨|조정|상향|하향|격상|체인지"
    r"|\bchange\b|갱신|넣어|놓아|놔|가자|넣|도달|ㄱㄱ|고고|왔|감(?=\s|$)|갔",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\bon (?=to\b)|들어[가갔감간갑]|\b(?:move|mv|push|advance|shift|bump|promote|drag|switch"
    r"|transition|progress|upgrade"
    r"|downgrade|demote|bump|moves|moved|advanced|shifted|bumped|promoted|entered|progressed)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:to|into|in|at|as|onto|on|under|for|entered|enters|entering|reached|towards?)"
    r"|->|→|=>|➔|>+|=|[\ue000-\ue0ff]\s*[:.])\s*(?:uh\s+|um\s+|the\s+|our\s+)*(?:stage\s*)?$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|already|currently|back|again|officially)\s+(?:in\s+|at\s+)?$", re.IGNORECASE
)
_STAGE_BEFORE = re.compile(
    r"(?:\bstage|\bphase|\bstep|\bpipeline|단계|스테이지|stage)\s*(?:for \S+\s?)?(?:is |to "
    r"|now |를|을|은|는|가)?\s*[:=\-–→>]*\s*(?:the )?$",
    re.IGNORECASE,
)
_STAGE_BEHIND = re.compile(r"\s*(?:stage|phase|단계|스테이지)", re.IGNORECASE)
_INTO = re.compile(
    r"(?:\s*(?:stage|단계|스테이지)\s*)?(?:\s?가도\s?[될되돼됩]|\s?(?:가자|가시죠|갑시다)"
    r"|까지\s?(?:왔|갔|진행|올라|도달)|이?라고\s?[봐보할해]|\s?시작|\s?(?:쪽)?(?:이|가)\s?맞"
    r"|\s?도달"
    r"|\s?들어[가갔감간갑]|(?:\s*쪽)?(?:으로|로|에(?!서))(?:(?![가-힣])|(?=넘|옮|옴|변|이동|올|내"
    r"|바|전환|보|진)))",
    re.IGNORECASE,
)
_IS_IN = re.compile(
    r"\s*(?:단계|스테이지)?\s*(?:중|쪽)?\s*(?:이에요|이예요|예요|입니다|임(?![가-힣])|이야"
    r"|야(?![가-힣])|이다|인데|다(?![가-힣]))|\s*(?:단계\s*)?중\W*$"
)
_ARTICLE = re.compile(
    r"\b(?:a|an|the|our|their|your|my|this|that|first|revised|new|final|updated|his|her|send"
    r"|sent|draft|review|share|more|price|pricing|contract)\s+$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?:call|consider|count|treat) (?:{NAME}|it|this|that)(?: deal)?(?: as)?(?: an?| in)?\s+$",
    re.IGNORECASE,
)
"""We can call it a negotiation now."""
_NEGATED = re.compile(
    r"\b(?:not|never|cannot|isn'?t|won'?t|don'?t|didn'?t)\b|아직|못\s?(?:갔|넘|들)|않(?!을까|나)"
    r"|지\s?마",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|(?<!i )(?<!we )(?:would like|wants? to)|hope\w*|if|once|plan\w*|expect\w*)\b"
    r"|예정|하면|되면|려고|하고 싶|다음 주|내일",
    re.IGNORECASE,
)
_BEHIND_IT = re.compile(
    r"[,.;!?]\s|\n|\s(?=(?:i think|i guess|i believe|because|since|as|cuz|they|he|she)\s)",
    re.IGNORECASE,
)
"""Where the clause of the stage ends, and its reason begins."""
_UPDATE_IT = re.compile(
    r"\b(?:update|change|set|fix) (?:the |its |their )?(?:stage|phase|status)\b"
    r"|(?:단계|스테이지)(?:도|를|좀|\s)*(?:변경|바꿔|업데이트|수정|올려|옮겨)",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    rf"{NAME}|\b(?:the|deal|opp|opportunity|is|are|now|please|pls|plz|thx|thanks|thank you|ok"
    rf"|okay|stage|status|phase"
    r"|pipeline|uh|um|so|just|finally|officially|today|hey|hi|can|you|could|we|i|it|to|in|at|on"
    r"|into|for|me|and|update|set|change|good|news|bot|kindly|yes|account|pilot|this|one|s)\b"
    r"|다시|so|next|이야(?!기)|이에요|입니다|이래|임(?=\s|$)|변경|바꿔|딜|건|단계|스테이지|이제"
    r"|지금|드디어|방금|오늘|부탁\S*|감사\S*|ㄱㅅ|ㄱㄱ|고고|으로|로|은|는|이|가|을|를|에|좀"
    r"|해줘|요|음|쪽|확정|상태|현재",
    re.IGNORECASE,
)
_OTHER_KOREAN = re.compile(r"[서가자력사문]|안(?=\s?[가-힣]*(?:서|보|작|수정|검))")
"""제안서, 협상가: longer words are other words."""


@dataclass(frozen=True, slots=True)
class Move:
    """A stage by its key, the words that name it, and how much speaks for a move there."""

    stage: str
    words: str
    weight: float


def move_in(masked: str, stages: Mapping[str, str]) -> Move | None:
    """The stage for which most speaks; of equals the one named last."""
    line = masked.lower()
    found = list(_named(line, stages)) or list(_misspelt(line, stages))
    if not found:
        return None
    found = found[-MOST_NAMED:]
    whole = _Whole(
        ordered=_ORDERED.search(masked) is not None,
        by_now=_BY_NOW.search(masked) is not None,
        from_another=any(_is_left(masked, start, end) for start, end, _ in found),
        first_contact=either(english.FIRST_CONTACT).search(masked) is not None,
    )
    weighed = [
        (_weight(masked, start, end, whole), start, end - start, key, line[start:end])
        for start, end, key in found
    ]
    best = max(weighed)
    return Move(best[3], best[4], best[0])


def _named(line: str, stages: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    for words, key in stages.items():
        for one in _bound(words).finditer(line):
            if words.isascii() or not _OTHER_KOREAN.match(line, one.end()):
                yield one.start(), one.end(), key


@lru_cache(maxsize=1 << 10)
def _bound(words: str) -> re.Pattern[str]:
    """Where a stage's name stands as a word of its own."""
    if words.isascii():
        return re.compile(r"(?<![a-z])" + re.escape(words) + r"(?:(?<=tion)s)?(?![a-z])")
    return re.compile(re.escape(words).replace(r"\ ", r"\s?"))


def _misspelt(line: str, stages: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Long words that come near to a stage's name: "to negotation"."""
    names = [name for name in stages if name.isascii() and len(name) >= LEAST_MISSPELT]
    for found in re.finditer(r"[a-z]{7,}", line):
        near = process.extractOne(found[0], names, scorer=OSA.distance, score_cutoff=2)
        if near is not None and near[0][0] == found[0][0]:
            yield found.start(), found.end(), stages[near[0]]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the whole sentence says, whichever stage in it is weighed: looked for once."""

    ordered: bool
    by_now: bool
    from_another: bool
    first_contact: bool


_ORDERED = re.compile(
    r"\b(?:move|bump|push|put) (?:it|them|this|that)\b|(?:바꿔|옮겨|변경|이동|올려|내려"
    r"|넘겨)\s?(?:해\s?)?(?:줘|주)|(?:move|update|change) (?:pls|please)|please (?:update"
    r"|move|change)|\bon to (?:the )?\w+\W*$|\b(?:go|move|take|put) (?:it )?back",
    re.IGNORECASE,
)
_BY_NOW = re.compile(r"이제|지금|현재|단계|드디어|방금")
_LETTER = re.compile(r"\w")


def _says_more(words: str) -> bool:
    """Whether anything but fillers stands there; the first such word decides."""
    end = 0
    for filler in _FILLERS.finditer(words):
        if _LETTER.search(words, end, filler.start()):
            return True
        end = filler.end()
    return _LETTER.search(words, end) is not None


def _is_left(masked: str, start: int, end: int) -> bool:
    """Whether the stage is the one that a deal leaves: "from discovery", 파악에서."""
    return _FROM.search(masked[:start]) is not None or _OUT_OF.match(masked, end) is not None


_FROM = re.compile(
    r"\b(?:from|past|beyond|out of|done with|finished|completed|passed)\s+(?:the )?$", re.IGNORECASE
)
_OUT_OF = re.compile(
    r"\s*(?:단계)?(?:에서(?![가-힣])|\s?(?:끝|완료|마[침쳤]|통과)(?![가-힣]*까지)|(?:이"
    r"|가)?\s?(?:아니고|말고|아니라))"
)
_READY = re.compile(r"\bready (?:for|to go to|to move to) (?:a |an |the )?$", re.IGNORECASE)
_UNDERTAKEN = re.compile(r"\w*(?:ing|tions?|nego|discovery|협상|네고|협의|디스커버리|파악)$")
"""Stages that are something one does: a proposal that was begun is a document."""
_BEGUN = re.compile(
    r"\b(?:start(?:ed|ing)?|began|begun|entered|entering|opened|kicked off|kicking off"
    r"|deep in(?:to)?"
    r"|(?:we'?re|we are|i'm|i am)(?: now| currently)?)\s+(?:the\s+|our\s+|price\s+|pricing\s+)?$",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\s+(?:with \S+ )?(?:(?:has|have|is|are|just|now|finally|officially)\s+)*"
    r"(?:start(?:ed|ing|s)?|begun|began|begins?|under ?way|kicked off|ongoing)\b"
    r"|\s?(?:단계\s?)?(?:을|를|이|가|에)?\s?(?:시작|돌입|개시|착수|들어[가갔감간갑]|중(?:이|입|임"
    r"|$))",
    re.IGNORECASE,
)


def _is_begun(masked: str, start: int, end: int) -> bool:
    """Whether what a stage is about has begun ("started negotiating"), and nothing else is told."""
    if not _UNDERTAKEN.match(masked[start:end].lower()):
        return False
    if not (_BEGUN.search(masked[:start]) or _UNDER_WAY.match(masked, end)):
        return False
    return not any(words.search(masked) for kind, words in KINDS if kind != "note")


def _weight(masked: str, start: int, end: int, whole: _Whole) -> float:
    before, behind = masked[:start], masked[end:]
    near_before = re.split(r"[,.;!?]\s|\n", before)[-1]
    near_behind = _BEHIND_IT.split(behind)[0]
    clause = f"{near_before}\0{near_behind}"
    weight = 0.0
    ordered_here = _VERB.search(clause) is not None
    weight += 0.5 if ordered_here or whole.ordered else 0.0
    weight += 0.2 if ordered_here and whole.ordered else 0.0
    weight += 0.9 if _is_begun(masked, start, end) else 0.0
    weight += 0.3 if _STRONG.search(clause) else 0.0
    weight += 0.6 if _STAGE_BEFORE.search(before) or _STAGE_BEHIND.match(behind) else 0.0
    into = _BEFORE.search(before) is not None or _INTO.match(behind) is not None
    weight += 0.4 if into else 0.0
    weight += 0.6 if whole.from_another and (into or _IS_IN.match(behind)) else 0.0
    weight += 0.4 if _NOW.search(before) or (_IS_IN.match(behind) and whole.by_now) else 0.0
    weight += 0.6 if not _says_more(f"{before} {behind}") else 0.0
    is_ready = _READY.search(before) is not None
    weight += 0.4 if is_ready else 0.0
    weight -= (
        0.6
        if not is_ready
        and _ARTICLE.search(before)
        and not _STAGE_BEHIND.match(behind)
        and not _INTO.match(behind)
        else 0.0
    )
    clear = not _says_more(clause.replace("\0", " "))
    weight += 0.5 if clear and len(clause) < len(masked) else 0.0
    weight += 0.4 if re.match(r"\s*(?:please|pls|plz|부탁)", behind, re.IGNORECASE) else 0.0
    weight += 1.2 if _CALLED.search(before) else 0.0
    weight += 0.4 if re.match(r"\s+again\b", behind, re.IGNORECASE) else 0.0
    weight += 0.6 if _UPDATE_IT.search(masked) else 0.0
    weight -= 1.0 if _NEGATED.search(clause) else 0.0
    weight -= 0.5 if _LATER.search(clause) else 0.0
    weight -= 0.5 if _is_left(masked, start, end) else 0.0
    weight -= 0.5 if whole.first_contact else 0.0
    return weight
