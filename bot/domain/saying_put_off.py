"""What is put off or brought forward: an order to do so, or the tidings that it was.

The last day that is named is the new one: "from Thursday to Monday", "can't do Thursday, Friday
then". What is told behind a contact ("called them, the demo moved to Friday") is that contact's.
"""

import re
from datetime import date

from bot.domain.parsing_dates import find_date, take_trailing_date
from bot.domain.parsing_times import take_clock
from bot.domain.saying_commands import LEAD
from bot.domain.saying_words import NAME

_EVENT = (
    r"(?:follow[- ]?ups?|(?:phone |video )?calls?|meetings?|mtg|demos?|check[- ]?in|visit|lunch"
    r"|coffee|dinner|breakfast|reminder|task|next step|appointment|appt|workshop|kick-?off|session"
    r"|e-?mail|review|catch-?up|sync|webinar|walk-?through|presentation|training|qbr|onboarding"
    r"|slot|date)"
)
_MOVING = (
    r"(?:mov(?:ed?|ing)|push(?:ed|ing)?|postpon(?:ed?|ing)|re-?schedul(?:ed?|ing)|resched"
    r"|shift(?:ed|ing)?|delay(?:ed|ing)?|bump(?:ed|ing)?|slip(?:ped|s)?|slid|chang(?:ed?|ing)"
    r"|br(?:ought|ing)|pull(?:ed|ing)?|switch(?:ed|ing)?|defer(?:red|ring)?|put(?: it)? (?:off"
    r"|back)|re-?book(?:ed|ing)?|re-?arranged?)"
)
_DAY = (
    r"(?:(?:on |to |for |till |until |the |next |this |at )*(?:mon|tue|wed|thu|fri|sat|sun|jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|tomorrow|week\b|\d))"
)
_ORDERED = re.compile(
    rf"{LEAD}(?:push|move|postpone|re-?schedule|shift|delay|bump|slide|bring|pull|defer|switch"
    r"|rebook)\s+"
    rf"(?:back |out |up |forward )?(?P<what>[^,.;]{{0,40}}?\b{_EVENT})\b(?!.*\bclos)",
    re.IGNORECASE,
)
_BEGINS = (
    r"^(?!.{0,60}\b(?:called|rang|phoned|spoke|talked|chatted|met|finished|wrapped|did|done|held"
    r"|went|e?mailed|texted|messaged|wrote|demoed|visited|had (?:a|an|our|the|lunch|coffee))\b)"
    r"\W*(?:(?:fyi|heads up|update|ok|so|hey|btw|just|looks like|note|and|unfortunately)\W+)*"
)
_MOVED = re.compile(
    rf"{_BEGINS}(?P<what>(?:[^\s,.;]+ ){{0,6}}?{_EVENT})\b"
    rf"(?:\s(?:with|w/|at|for) (?:the )?{NAME}\S*(?: \w+)?)?\s"
    r"(?:(?:has|had|have|was|were|is|are|got|gets|been|be|being|will|needs?|to|must|just|again|may"
    rf"|might|should|actually|really)\s)*(?:{_MOVING}\b|now {_DAY}|{_DAY}.*\binstead\b)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    rf"{_BEGINS}(?:[^\s,.;]+ ){{0,4}}?(?:wants?|wanted|ask(?:s|ed|ing)?|needs?|needed|would like"
    r"|'d like|prefers?|requested|ha[sd]|have|decided|wishes|hopes)\s(?:us |me |if we (?:can"
    r"|could) |that we |we )?(?:to )?(?:please )?(?:re-?schedul\w+|resched|re-?book"
    rf"|{_MOVING}\s(?:[^\s,.;]+ ){{0,4}}?(?:{_EVENT}|it|us|things)\b)",
    re.IGNORECASE,
)
_RESCHEDULED = re.compile(
    rf"{_BEGINS}(?:(?:i|we|they|he|she|both|have|has|had|got|was|were|been|to|with|the"
    rf"|{NAME}\S*)\s)*(?:re-?schedul(?:ed?|ing)|resched|rebooked|{_MOVING}\s(?:us|(?:the|our"
    rf"|my) (?:\S+ )?{_EVENT}))\b",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    rf"{_BEGINS}(?=.*{NAME}).*?\b(?:(?:can'?t|cannot|can not|couldn'?t|won'?t|doesn'?t|isn'?t)"
    rf"(?: be able to)?(?: (?:do|make|meet|manage|attend|talk|work|speak))?(?: it)? {_DAY}"
    rf"|{_DAY}\S*(?: morning| afternoon)?(?: is| was)? (?:doesn'?t work|no good|not possible"
    rf"|is out))"
    r".*?(?:\b(?:so|but|let'?s|how about|make it|instead|moved?|then|do|now|rather|works?)\b"
    r"|[-–,] )",
    re.IGNORECASE,
)
_NEW_DATE = re.compile(
    rf"{_BEGINS}(?=.*{NAME}).*\b(?:new|other|alternative) (?:date|time|slot|day)(?:'s| is"
    rf"| will be| would be|:)? {_DAY}|{NAME}.*새(?:로운)?\s?(?:일정|날짜|시간)(?:은|:)\s",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:instead of|rather than|not|no longer)\s(?:on )?(?:next |this )?(?:\w+day|tomorrow)\b"
    r"(?: (?:morning|afternoon))?"
    r"|\bfrom\s(?:the )?(?:[\w/]+\s){1,3}(?=(?:to|till|until)\b)",
    re.IGNORECASE,
)
"""The day on which it was."""

_EVENT_KOREAN = (
    r"(?:팔로업|통화|전화|(?<![가-힣])콜|미팅|회의|데모|시연|방문|일정|약속|연락|메일|리마인드|발표"
    r"|워크[숍샵]|점심|식사|킥오프|교육|세미나|리뷰|면담|세션|상담|PT)"
)
_MOVING_KOREAN = (
    r"(?:미[뤄루룰뤘]|밀[려렸림리]|옮[겨기길김겼긴]|변경|바[꾸꿔꿀꿨뀌뀐뀜]|연기|조정|당[겨기겼김]"
    r"|땡[겨기겼김]|늦[춰추췄춤]|순연|이동|다시\s?잡)"
)
_ORDERED_KOREAN = re.compile(
    rf"^\W*{NAME}\S*\s+(?:\S+\s)?(?P<what>(?:\S+\s)?{_EVENT_KOREAN})(?:을|를|은|는|\s일정)?\s.*"
    rf"{_MOVING_KOREAN}\s?(?:해\s?)?(?:줘|주|게|부탁|바랍|놔|둬|자|$)"
)
_NOT_TOLD = (
    r"^(?!.*(?:통화|전화|미팅|회의|데모|시연|방문|메일)\S{0,2}\s?(?:했|함|하고|왔|옴|와서|하다"
    r"|해서|받|보|드)|.*만[났나남])[^\w\ue000-\ue0ff]*"
)
_MOVED_KOREAN = re.compile(
    rf"{_NOT_TOLD}(?:\S+\s){{0,4}}?(?P<what>(?:[^\s,.;]+\s)?{_EVENT_KOREAN})"
    r"(?:을|를|은|는|이|가|도|\s일정\S?|\s시간\S?)?\s"
    rf"(?:\S+\s){{0,6}}?\S*?{_MOVING_KOREAN}"
    r"(?:되|됐|됨|하|했|함|해|달|려|렸|림|겨|겼|김|뀌|뀜|자|재|지|졌|진|짐|았|음|아|$"
    r"|[\s,.요었어습]|으로)"
)
_ASKED_KOREAN = re.compile(
    rf"{_NOT_TOLD}{NAME}\S*\s(?:\S+\s){{0,5}}?\S*(?:[일욜주레후]|시|반)(?:으로|로|에)\s"
    rf"(?:{_MOVING_KOREAN}\S*\s?(?:달라|달래|하자|하재|싶|요청|했으면|줄\s?수|주시|주셨|자고|재)"
    r"|(?:바꾸|옮기|미루|변경하|연기하|당기|하|보|잡)[자재])"
)
_EARLIER_KOREAN = re.compile(
    rf"{_NOT_TOLD}(?=.*{NAME}).*?(?P<what>{_EVENT_KOREAN})\S?\s.*(?:앞당|당|미)[겨뤄]서?\s.*"
    r"(?:요일|욜|일|주)(?:으로|로)"
)
_IS_MOVED_KOREAN = re.compile(
    rf"{_NOT_TOLD}{NAME}\S*\s(?:\S+\s){{0,3}}?\S*(?:요일|욜|\d일|내일|모레|주)(?:으로|로|에)\s"
    r"(?:미뤄[졌짐진]|미뤘|미룸|밀[렸림려]|옮[겼김겨]|변경[됐됨되했]|바뀌|바뀜|당겨[졌짐]"
    r"|당[겼김]|연기[됐됨되했])"
)
_CANNOT_KOREAN = re.compile(
    rf"{_NOT_TOLD}{NAME}\S*\s(?:\S+\s){{0,3}}?\S*(?:요일|욜|일|주|시|내일|모레)(?:은|는|엔|에는?"
    rf"|도)?\s"
    r"(?:\S+\s)?(?:안\s?(?:되|된|돼|됨|됐)|불가|어렵|힘들|못\s?(?:하|해|한|온|만)).*"
    r"(?:로\s(?:하|합|해|변경|바|옮|잡|가)|에\s(?:보|봐|뵙|만나|하|합|해))"
)
_INSTEAD_KOREAN = re.compile(rf"{_NOT_TOLD}{NAME}.*(?:요일|욜|\d일|내일|모레|주)\s?(?:말고|대신)\s")
_NOT_THEN_KOREAN = re.compile(r"\S+(?:일|욜|주|레)에서\s|\S+\s?대신\s|\S+\s?말고\s|원래\s\S+\s")

_TOWARDS = re.compile(r"(?<=[일욜레주말초])(?:으로|로)(?=[\s,.!]|$)")


def put_off(masked: str, today: date) -> tuple[str, date] | None:
    """What is put off or brought forward, and the day it is on now; no words where only the day
    is told ("they can't do Thursday, let's say Friday")."""
    if _ANY.search(masked) is None or "단계" in masked:
        return None
    found = next((one for look in _LOOKS if (one := look.search(masked))), None)
    if found is None:
        return None
    words = _NOT_THEN_KOREAN.sub("", _NOT_THEN.sub("", masked))
    day, clock = _new_day(_TOWARDS.sub("에", words), today)
    if day is None or day < today:
        return None
    what = found.groupdict().get("what") or ""
    if not what and (event := _EITHER.search(masked)):
        what = event[0]
    return f"{_plain(what)} {clock}".strip(), day


_LOOKS = (
    _ORDERED, _MOVED, _WANTED, _RESCHEDULED, _CANNOT, _NEW_DATE, _ORDERED_KOREAN,
    _INSTEAD_KOREAN, _MOVED_KOREAN, _IS_MOVED_KOREAN, _EARLIER_KOREAN, _ASKED_KOREAN,
    _CANNOT_KOREAN,
)  # fmt: skip
_ANY = re.compile(
    rf"\b{_MOVING}|\bslide|\b(?:now|instead|date|slot|day|time)\b|새(?:로운)?\s?(?:일정|날짜"
    rf"|시간)|\b\w+n'?t\b|\bcan ?not\b|\bno good\b"
    rf"|{_MOVING_KOREAN}|안\s?[되된돼됨됐]|불가|어렵|힘들|못\s?[하해한온만]"
    rf"|[가-힣][자재](?=[가-힣\s]|$)|말고|대신",
    re.IGNORECASE,
)
"""One of these stands in whatever puts something off."""
_EITHER = re.compile(rf"\b{_EVENT}\b|{_EVENT_KOREAN}", re.IGNORECASE)


def _new_day(words: str, today: date) -> tuple[date | None, str]:
    """The last day that is named, and the time of day that goes with it."""
    day, clock, place = None, "", 0
    while (found := find_date(words[place:], today)) is not None:
        day, clock, place = found.day, found.clock, place + found.end
    if day is None:
        return take_trailing_date(words, today)[1], ""
    return day, clock if take_clock(clock)[1] is not None else ""


_BESIDE = re.compile(
    rf"\b(?:the|my|our|a|an|tomorrow's|today's|\w+day's|fyi|heads up|update|so|ok)\s+"
    rf"|{NAME}(?:'s)?(?:쪽|측|님)?(?:과|와|랑|이랑|하고|에서|께서|이|가|은|는|의|도)?(?=\s|$)"
    r"|^\s*(?:내일|오늘|모레|이번\s?주|다음\s?주|[월화수목금]요일)(?:의)?\s",
    re.IGNORECASE,
)


def _plain(what: str) -> str:
    return " ".join(_BESIDE.sub(" ", f"{what} ").split())
