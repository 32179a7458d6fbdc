"""Why a deal was lost or waits, and for how long, as a sentence says it."""

import re
from datetime import date

from bot.domain.parsing_dates import FoundDate, read_date
from bot.domain.saying_days import tidy
from bot.domain.saying_words import NAME

_REASON = re.compile(
    r"(?:\b(?:because(?: of)?|since|cuz|bc|due to|reason(?: is)?:?|lost to|over|on)\b"
    r"|[-–—:,(])\s*(?P<why>.+)$",
    re.IGNORECASE,
)
_KOREAN_REASON = re.compile(
    r"(?P<why>\S+(?:\s\S+){0,3}?)\s?(?:때문에|이유로|문제로|사유로|로 인해|(?<=[가-힣])로 실주)"
)


def why_lost(masked: str) -> str:
    if found := _KOREAN_REASON.search(masked):
        return tidy(re.sub(NAME, "", found["why"]))
    if found := re.search(
        r"\b(?:lost|went|gone|go|losing)\s.*?\b((?:to|with)\s+(?:a |the )?\w[\w ]*)$",
        masked,
        re.IGNORECASE,
    ):
        return tidy(found[1])
    if found := _REASON.search(masked):
        return tidy(found["why"])
    parts = [one for one in re.split(r"[,.\n]", masked) if one.strip()]
    return (
        tidy(parts[-1])
        if len(parts) > 1 and not re.search(r"실주|lost|놓", parts[-1], re.IGNORECASE)
        else ""
    )


def why_held(masked: str) -> str:
    if found := re.search(
        r"(?:\b(?:because(?: of)?|since|cuz|bc|due to|as|reason:?)\b"
        r"|[-–—:,])\s*(?P<why>[^,]+?)\s*$",
        masked,
        re.IGNORECASE,
    ):
        why = tidy(re.sub(r"\b(?:until|till)\s*$", "", found["why"]))
        if re.search(r"\w", re.sub(NAME, "", why)) and not re.search(
            r"보류|홀드|\bhold\b", why, re.IGNORECASE
        ):
            return why
    found = re.search(
        r"(?P<why>[^,.]{2,40}?)(?:때문에|이유로|문제로|으로 인해|라서|이라|해서|되어서"
        r"|돼서|(?<=동결)로|(?<=개편)으로)",
        re.sub(NAME + r"\S*", "", masked),
    )
    if found:
        return tidy(found["why"])
    rest = tidy(" ".join(_HELD.sub(" ", re.sub(NAME + r"\S*", " ", masked)).split()))
    return rest if re.search(r"[^\W\d]{2}", rest) else ""


_HELD = re.compile(
    r"\b(?:please|pls|put|place|set|move|keep|let'?s|the|deal|it|this|on|onto|to|hold(?:ing)?"
    r"|ice|off|pause|paused"
    r"|park|parked|parking|snooze|freeze|shelve|shelved|is|are|for|now|a|bit|while|until|till"
    r"|by|then|we|i)\b"
    r"|보류|홀드|홀딩|스톱|(?:잠시|일시|잠정)\s?(?:중단|멈춤)|처리|상태|(?:해|시켜)\s?(?:줘"
    r"|주세요|둬|놔|야)\S*"
    r"|(?<![가-힣])(?:로|으로|까지|동안|일단|당분간|잠시|좀|하자|함|할게요?|합니다|했음|해"
    r"|둠)(?![가-힣])|[,.:;~!-]",
    re.IGNORECASE,
)


_LENGTH = re.compile(
    r"(?:\bfor )?(?:about |another |the next )?\b(?P<english>(?:\d{1,3}|an?|one|two|three|four|six"
    r"|a couple of|a few)\s+(?:day|week|month|quarter)s?)\b"
    r"|(?P<korean>(?:\d{1,3}|한|두|세|네|일|이|삼)\s?(?:일|주|주일|달|개월|분기))\s?(?:간|동안"
    r"|정도|(?=\s|$))",
    re.IGNORECASE,
)


def length(masked: str, today: date) -> FoundDate | None:
    """The day on which "for two weeks" or 2주간 ends."""
    found = _LENGTH.search(masked)
    if found is None:
        return None
    words = f"in {found['english']}" if found["english"] else f"{found['korean']} 후"
    day = read_date(words, today)
    return None if day is None else FoundDate(day, found.start(), found.end(), marked=True)
