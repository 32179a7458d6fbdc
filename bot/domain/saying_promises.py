"""What a clause promises: who makes the promise, in what words, and by when."""

import re
from datetime import date

from bot.domain.parsing_dates import find_date, take_trailing_date
from bot.domain.parsing_times import take_clock
from bot.domain.saying_days import MONTH_ALONE, dated, led_by_day, tidy, was
from bot.domain.saying_promises_korean import korean_promise
from bot.domain.saying_put_off import put_off
from bot.domain.saying_words import (
    DUE_NOUN,
    KOREAN_STEP,
    NAME,
    NEXT,
    PAST,
    STEP_LEAD,
)

HANGUL = re.compile("[가-힣]")
THIRD = re.compile(r"\b(?:they|he|she|who|cfo|ceo|cto|legal|procurement|board)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:verdict|results?|outcome|expected|award|announcement|decision|decides?|answer|budget"
    r"|go-?live|launch|expects?|approval)\b",
    re.IGNORECASE,
)


def is_said_so(clause: str) -> bool:
    """Whether a promise has a verb or a sign of its own, and not only a day."""
    return bool(STEP_LEAD.match(clause) or KOREAN_STEP.search(clause) or NEXT in clause)


def promise(clause: str, today: date, *, first: bool) -> tuple[str, date | None] | None:
    """The promise of a clause and its day; None where it promises nothing."""
    moved = put_off(clause, today)
    if moved is not None and re.search(r"[^\W\d]{2}", moved[0]):
        return moved
    made = _promise(clause, today, first=first)
    return None if made is None or _CLOSING.fullmatch(made[0]) else made


_CLOSING = re.compile(
    rf"\W*(?:{NAME}\S*\s)?(?:deal\s)?(?:마감|클로징|클로즈|오픈|가동|런칭|출시|개통)\s?(?:예정"
    rf"|목표|예상)\S*"
    rf"|(?:it |this )?should close|\W*{NAME} (?:should|will) close\W*",
    re.IGNORECASE,
)
"""That the deal closes is to be hoped for, not to be done."""


def _promise(clause: str, today: date, *, first: bool) -> tuple[str, date | None] | None:
    if HANGUL.search(clause) and (korean := korean_promise(clause, today)) is not None:
        return korean
    behind = _behind_name(clause) if first else ""
    if (begun := STEP_LEAD.match(behind)) and begun["lead"] is None:
        step, due = dated(behind, today)
        if due is not None and due > today and take_trailing_date(behind, today)[1] == due:
            return step, due
    if begun and begun["lead"] and _SELF.match(begun["lead"]):
        return _led(behind, begun, today, first=first)
    if (THEIRS.search(clause) or _TO_US.search(clause)) and not _OURS.search(clause):
        return None
    if _ONE_WORD.fullmatch(clause):
        return None
    rest, ahead = led_by_day(clause, today)
    if ahead is not None and was(clause, ahead, today):
        ahead = None
    if ahead is not None and ahead >= today and (lead := STEP_LEAD.match(rest)):
        return (tidy(rest[lead.end() :]) if lead["lead"] else rest), ahead
    if (lead := STEP_LEAD.match(clause)) is not None:
        return _led(clause, lead, today, first=first)
    return _by_its_day(clause, today, first=first)


def _led(
    clause: str, lead: re.Match[str], today: date, *, first: bool
) -> tuple[str, date | None] | None:
    """What stands behind "need to", "I'll" or a verb that orders."""
    step, due = dated(clause[lead.end() :].strip(), today)
    past = find_date(clause, today, past=True)
    gone = past is not None and past.day < today and due is None
    if first and not lead["lead"] and (due is None or due < today):
        return None
    return None if gone or _SO_BE_IT.match(clause) else (step, due)


def _by_its_day(clause: str, today: date, *, first: bool) -> tuple[str, date | None] | None:
    """A promise that only its day gives away: "they need it by Friday", "sending Wed"."""
    step, due = dated(clause, today)
    if due is None or due < today:
        return None
    if _OURS.search(clause):
        return _HAVE_UNTIL.sub("", step) or step, due
    for_them = first and _TO_NAME.match(step) and not _GOES_ON.search(step)
    for_them = for_them and not _WENT_BY.search(clause)
    if was(clause, due, today) or _CANNOT.search(clause) or PAST.search(clause):
        return None
    if THIRD.search(clause) and not for_them:
        return None
    found = find_date(clause, today)
    said = clause[found.start : found.end] if found else ""
    if _BY_THEN.match(said) and not _OTHERS.search(clause):
        return step, due
    short = (
        _DOING.match(clause)
        or (not first and _is_short_promise(clause, today))
        or for_them
        or (first and _is_short_promise(_behind_name(clause), today))
        or (
            first
            and DUE_NOUN.match(
                take_clock(led_by_day(_behind_name(clause), today)[0], leads=True)[0]
            )
        )
    )
    return (
        (step, due)
        if (due > today or (not first and _SENDING.match(clause)))
        and (short or DUE_NOUN.match(clause) or (first and DUE_NOUN.match(_behind_name(clause))))
        else None
    )


_TO_NAME = re.compile(
    rf"\W*(?:[\w'-]+ ){{1,4}}(?:to|for|with|w/|at"
    rf"|@)\s(?:the )?{NAME}\S*(?:\s[\w']+){{0,2}}\W*$",
    re.IGNORECASE,
)
"""A thing for somebody: "thank-you note to Acme"."""
_WENT_BY = re.compile(r"\bthis (?:week|month)\b|\bon \w+day\b", re.IGNORECASE)
_CANNOT = re.compile(
    r"\b(?:slip\w*|late|delayed|behind|extended|pushed|moved) by an?\b|\b(?:can'?t|cannot|can not"
    r"|couldn'?t|won'?t)\b",
    re.IGNORECASE,
)
_HAVE_UNTIL = re.compile(r"^(?:i|we)(?:'ve| have)(?: got)? to\s+", re.IGNORECASE)
_SO_BE_IT = re.compile(
    r"\W*(?:(?:and|so|it|that|all|everything)\s+)*(?:should|must) (?:all )?be (?:all )?"
    r"(?:\w+ed|fine|ok|okay|good|done|set|clear|enough|easy)\b(?! (?:by|before|on|until)\b)",
    re.IGNORECASE,
)
"""How things should stand now, not what is to be done."""
_SELF = re.compile(r"(?:i|we|i'll|we'll|remind me|let me|note to self)\b", re.IGNORECASE)
_ONE_WORD = re.compile(r"\W*[a-z-]+\W*", re.IGNORECASE)
_BY_THEN = re.compile(r"(?:by|due|before|target|eod|til)\b", re.IGNORECASE)
THEIRS = re.compile(
    rf"(?:{NAME}|\b(?:they|he|she|(?!We\b|And\b|So\b|Then\b|Also\b)[A-Z][a-z]+|team|legal"
    rf"|procurement|cfo|ceo|cto|client|customer|side))"
    r"(?:'ll| will| are going to| is going to|'re going to| promised to| is to| are to| shall"
    r"|'s going to)\b"
)
"""What others will do is no promise of ours."""
_TO_US = re.compile(
    r"(?:\b(?:is|are)|'re) (?:sending|getting|giving|sharing|calling|emailing) (?:us|me)\b"
    r"|\b(?:promised|agreed|committed|offered|will|'ll|going|would|'d) (?:to )?(?:send|get|give"
    r"|share|provide|forward|call|email|return|pay|come|revert|let)\w* (?:it "
    r"|that )?(?:back )?(?:to |with )?(?:us|me)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:that'?s |thats |it'?s |is )on (?:me|us)\b|\b(?:our|my) (?:[\w-]+ ){1,3}(?:is "
    r"|are )?due\b"
    r"|\b(?:demo|call|meeting|mtg|workshop|visit|lunch|session|review|onsite|kick-?off"
    r"|presentation)(?: is| was|'s)?"
    r" (?:confirmed|set|booked|scheduled|fixed|planned|agreed) (?:for|on|at)\b|\bfrom (?:me|us"
    r"|(?:my|our) (?:side|end))\b"
    r"|\b(?:would|'d) rather (?:meet|talk|speak|see|have|do)\b|\b(?:wants?|would like|'d like"
    r"|asked|prefers?|happy|ready|available|free) to (?:talk|meet|speak|see"
    r" (?:us|me|the|a|another)|catch up|reconnect|sync|have (?:a|another)|do (?:a|another|the)"
    r"|hear)\b|\bagreed to (?:meet|talk|speak|see|have|do|get together|reconnect|sync|catch up)\b"
    r"|\b(?:scheduled|booked|set up|arranged|fixed|locked in|pencil+ed in|lined up|confirmed"
    r"|agreed (?:on|to))"
    r" (?:(?:a|an|the|another|our|their|in) )?(?:[\w-]+ ){0,2}?(?:demo|calls?|meeting|mtg"
    r"|workshop|visit|lunch"
    r"|session|appointment|review|presentation|follow[- ]?up|kick-?off|catch-?up|sync|onsite"
    r"|coffee|dinner)\b"
    r"|\b(?:confirmed|agreed(?: on| to)?|locked in|good|free|available) (?:for |on )?(?:next "
    r"|this )?(?:mon|tue|wed|thu|fri|tomorrow\b|the \d)|\b(?:(?:i|we)(?:'ve got"
    r"| have| got)|there'?s|have|got) (?:a|an|another|the) (?:[\w-]+ )?(?:demo|call|meeting|mtg"
    r"|workshop|visit|lunch|session|appointment|review|presentation)\b(?!.*\b(?:earlier"
    r"|yesterday|today|ago|last)\b)|\b(?:i'm|we're|i am|we are) (?:seeing|visiting|meeting"
    r"|calling|presenting|demoing|hosting|flying|going|having|off to)\b"
    r"|\b(?:i'm|we're|i am|we are) (?!going|hoping|waiting|expecting|thinking|guessing|assuming"
    r"|hearing|wondering|betting|counting|not\b|being)\w+ing\b"
    r"|\bfollow[- ]?up (?:in )?\d+ (?:days?|weeks?)|\bmy (?:job|task|homework|turn|action)\b"
    r"|\b(?:expects?|awaits?|is expecting|waiting for) (?:our|my|a|an|the) .{2,40}|\b(?:needs?"
    r"|wants?|expects?|asked for|is expecting|waiting for|requested) .{2,60}\b(?:by|before|due"
    r"|(?<!wait )(?:until|till)|no later than)\b"
    r"|\b(?:wants?|requested|asked for|would like) (?:a|an|another|the) (?:[\w-]+ ){0,2}?(?:one"
    r"|demo|call|meeting|session|workshop|visit|review)\b.{0,40}\bon\b"
    r"|\b(?:i|we)(?:'ve| have)(?: got)? (?:until|till|til)\b"
    r"|\b(?:note|e-?mail|mail|quote|proposal|deck|contract|recap|draft|version|ours|mine|invite"
    r"|invoice"
    r"|references?"
    r"|samples?|pricing|list|summary|minutes|agenda|offer|nda)s? (?:goes|go|will go|(?:is|are)"
    r" going|to go) (?:out|over|off|to)\b"
    r"|^(?!.*\b(?:their|his|her|board|internal|decision)\b).*\b(?:demo|call|meeting|mtg|workshop"
    r"|visit|lunch|session|review|kick-?off|presentation)(?: is|'s) (?:now )?(?:on|at|set for"
    r"|set on|booked for|scheduled for|planned for|happening)\b"
    r"|\b(?:is|are) to be (?:sent|submitted|delivered|shared|provided|made|returned|circulated"
    r"|prepared)\b",
    re.IGNORECASE,
)

_DOING = re.compile(
    r"^\W*(?:and |so |then |i'm |we're |am |are )*(?:sending|delivering|preparing|calling"
    r"|following up|drafting|scheduling|booking"
    r"|getting|meeting|shipping|sharing|visiting|writing|emailing|pinging|reviewing|presenting"
    r"|working on|finali[sz]ing|coming back|going back|demoing|seeing|trying)\b",
    re.IGNORECASE,
)
_SENDING = re.compile(
    r"^\W*(?:and |so |then |i'm |we're |am |are )*(?:sending|delivering|preparing|drafting"
    r"|sharing|writing|emailing|getting)\b",
    re.IGNORECASE,
)
"""What is told of today and yet to come."""
_GOES_ON = re.compile(
    r"\b(?:is|are|will|would|has|have|isn't|not|no|if|until|till|away|out of|vacation|leave"
    r"|holiday"
    r"|meets|decides?|starts?|launch\w*|goes|says|wants?|expects?|needs?|returns?|comes?|back"
    r"|ends?"
    r"|replies|moves?|their|live|renews?|expires?)\b",
    re.IGNORECASE,
)
_BACK_TO_THEM = re.compile(rf"\bback (?:out )?(?:to|with) (?:them|him|her|{NAME})", re.IGNORECASE)
MOST_SHORT = 6
"""Words of a promise without a verb: "snd contrct tmrw"."""


def _is_short_promise(clause: str, today: date) -> bool:
    rest, due = take_trailing_date(clause, today)
    words = rest.split()
    day = clause[len(rest) :].strip(" ,.;") if due else ""
    if MONTH_ALONE.fullmatch(day):
        return False
    return (
        due is not None
        and 0 < len(words) <= MOST_SHORT
        and not _GOES_ON.search(_BACK_TO_THEM.sub(" ", rest))
        and (not _OTHERS.search(rest) and NAME_ONLY.fullmatch(rest) is None)
    )


def _behind_name(clause: str) -> str:
    """ "umbrella fup thurs": what is to be done stands behind the name alone."""
    about = r"(?:(?:for|with|re|regarding|at)\s+)?"
    found = re.match(rf"\W*{about}{NAME}[\s:,-]+", clause, re.IGNORECASE)
    return clause[found.end() :] if found else ""


NAME_ONLY = re.compile(rf"\W*{NAME}\W*")
