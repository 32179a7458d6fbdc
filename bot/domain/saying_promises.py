"""What a clause promises: who makes the promise, in what words, and by when."""

import re
from datetime import date

from bot.domain.parsing_dates import find_date, take_trailing_date
from bot.domain.parsing_times import take_clock
from bot.domain.saying_days import MONTH_ALONE, dated, led_by_day, tidy, was
from bot.domain.saying_put_off import put_off
from bot.domain.saying_words import (
    DUE_NOUN,
    ENDED,
    KOREAN_STEP,
    KOREAN_STEP_LEAD,
    NAME,
    NEXT,
    PAST,
    STEP_LEAD,
)

HANGUL = re.compile("[가-힣]")
_REPORTED = re.compile(
    rf"(?:[한된는싶준온간낸단본선긴란린난{ENDED}]대(?=[\s.,!~]|요|$)|다고|라고|답니다"
    r"|다네)(?:요|함|했"
    r"|하)?|(?:결정|검토)\s?(?:한|하|할|될|된"
    r"|예정|중)|고객|그쪽|저쪽"
)
_HEARD = re.compile(
    rf"[한된준온간낸할될신{ENDED}]대(?:요)?\W*$|예정이[래라]\S*[\s.,!~]*$|(?:[했한된준]"
    r"|기로\s?했)다(?:고|네"
    r"|더라)\S*\s?(?:함|했음|하심|하네|들음)?[\s.,!~]*$"
)
"""What somebody else said they would do."""
THIRD = re.compile(r"\b(?:they|he|she|who|cfo|ceo|cto|legal|procurement|board)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:verdict|results?|outcome|expected|award|announcement|decision|decides?|answer|budget"
    r"|go-?live|launch|expects?|approval)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"있음|있어요?|있습니다|잡혔|잡힘|잡음|잡았|예약\s?(?:됨|됐|했|함|완료)|(?:미팅|회의|데모"
    r"|시연|방문|통화|콜|점심|워크숍"
    r"|발표|일정|시|반)\s?(?:일정\S?\s)?확정"
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
    if HANGUL.search(clause) and (korean := _korean_promise(clause, today)) is not None:
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
    r"\b(?:slip\w*|late|delayed|behind|extended|pushed|moved) by an?\b|\b(?:can'?t|cannot|can not|couldn'?t|won'?t)\b",
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
    r"|are )?due\b|\bfrom (?:me|us|(?:my|our) (?:side|end))\b"
    r"|\b(?:would|'d) rather (?:meet|talk|speak|see|have|do)\b|\b(?:wants?|would like|'d like"
    r"|asked|prefers?|happy|ready|available|free) to (?:talk|meet"
    r"|speak|see"
    r" (?:us|me|the|a|another)|catch up|reconnect|sync|have (?:a|another)|do (?:a|another|the)"
    r"|hear)\b"
    r"|\bagreed to (?:meet|talk|speak|see|have|do|get together|reconnect|sync|catch up)\b"
    r"|\b(?:scheduled|booked|set up|arranged|fixed|locked in|pencil+ed in|lined up|confirmed"
    r"|agreed (?:on|to))"
    r" (?:(?:a|an|the|another|our|their|in) )?(?:[\w-]+ ){0,2}?(?:demo|calls?|meeting|mtg"
    r"|workshop|visit|lunch"
    r"|session|appointment|review|presentation|follow[- ]?up|kick-?off|catch-?up|sync|onsite"
    r"|coffee|dinner)\b"
    r"|\b(?:confirmed|agreed(?: on| to)?|locked in|good|free|available) (?:for |on )?(?:next "
    r"|this )?(?:mon|tue"
    r"|wed|thu|fri|tomorrow\b|the \d)|\b(?:(?:i|we)(?:'ve got"
    r"| have| got)|there'?s|have|got) (?:a|an|another|the) (?:[\w-]+ )?(?:demo|call|meeting|mtg"
    r"|workshop|visit|lunch|session|appointment|review|presentation)\b(?!.*\b(?:earlier"
    r"|yesterday|today|ago|last)\b)|\b(?:i'm|we're|i am|we are) (?:seeing|visiting|meeting"
    r"|calling|presenting|demoing|hosting|flying|going|having|off to)\b"
    r"|\b(?:i'm|we're|i am|we are) (?!going|hoping|waiting|expecting|thinking|guessing|assuming"
    r"|hearing|wondering|betting|counting|not\b|being)\w+ing\b"
    r"|\bfollow[- ]?up (?:in )?\d+ (?:days?|weeks?)|\bmy (?:job|task|homework|turn|action)\b"
    r"|\b(?:expects?|awaits?|is expecting|waiting for) (?:our|my|a|an|the) .{2,40}|\b(?:needs?"
    r"|wants?|expects?|asked for|is expecting|waiting for|requested) .{2,60}\b(?:by|before|due"
    r"|(?<!wait )(?:until|till)"
    r"|no later than)\b"
    r"|\b(?:wants?|requested|asked for|would like) (?:a|an|another|the) (?:[\w-]+ ){0,2}?(?:one"
    r"|demo"
    r"|call|meeting|session|workshop|visit|review)\b.{0,40}\bon\b"
    r"|\b(?:i|we)(?:'ve| have)(?: got)? (?:until|till|til)\b"
    r"|\b(?:note|e-?mail|mail|quote|proposal|deck|contract|recap|draft|ours|mine|invite|invoice"
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


def _korean_promise(clause: str, today: date) -> tuple[str, date | None] | None:
    lead = KOREAN_STEP_LEAD.match(clause)
    words = clause[lead.end() :] if lead else clause
    if not words.strip():
        return None
    step, due = dated(words, today)
    due = due if due is None or due >= today else None
    if due is not None and (_AWAITED.search(words) or _DAY_CHOSEN.search(words)):
        return step, due
    if lead:
        return (_AND.sub("", step) if _NEXT_IS.search(lead[0]) else step), due
    asked = _WANTED.search(words) is not None
    if due is not None and asked and _TOLD.search(words):
        return step, due
    if _THEIR_GIFT.search(words) and not _WE.search(words):
        return None
    if _SOMEBODYS.search(words) or (_THEY_DECIDE.search(words) and not _WE.search(words)):
        return None
    if due is not None and ((asked and "까지" in words) or _TOLD_THEM.search(words)):
        return step, due
    if _NOTHING_TO_DO.search(words) or (_HEARD.search(words) and not _GIVING.search(words)):
        return None
    so = KOREAN_STEP.search(words) or (due is not None and KOREAN_STEP.search(step))
    if so and not _WISHED.search(words):
        return step, due
    return _by_its_korean_day(words, step, due, today)


def _by_its_korean_day(
    words: str, step: str, due: date | None, today: date
) -> tuple[str, date | None] | None:
    if due is not None and due > today and _PLANNED.search(words):
        return step, due
    if due is None or _REPORTED.search(words) or was(words, due, today):
        return None
    if _THEIR_TIME.search(words):
        return None
    if due == today and _STILL_TODAY.search(words):
        return step, due
    words = _WHETHER.sub("", words)
    if _ALL_WEEK.search(words) or (_OUTCOME.search(words) and not _WE.search(words)):
        return None
    marked = re.search(r"까지|(?<!오)전에|안에", words) is not None
    return (step, due) if marked or (due > today and not PAST.search(words)) else None


_AWAITED = re.compile(
    r"(?<![가-힣])(?:제|내|우리|저희)\s(?:\S+\s)?(?:전화|연락|답|회신|견적|자료|제안)\S*\s.*기다"
)
_DAY_CHOSEN = re.compile(
    r"(?:보는|만나는|하는|통화하는|방문하는)\s?(?:게|것이|걸로?|편이)\s?(?:더\s)?(?:낫|좋|편하"
    r"|나을|어떠|괜찮)"
    r"|(?:요일|욜|일|시|오전|오후)(?:이|가|에|엔|은)?\s(?:더\s)?(?:좋|편하|괜찮|가능하)(?:겠|다"
    r"|대|시|으시|답)"
)
_THEIR_TIME = re.compile(
    r"(?:시기|도입|예산|오픈|일정|마감|만료)(?:는|은|가|이)?\s(?!.*(?:게|기|야|예정|잡|보내"
    r"|드[리릴]))(?:\S+\s?){1,2}\W*$"
)
_STILL_TODAY = re.compile(
    r"오늘\s?(?:밤|저녁|오후|중|안|내|퇴근)\S*\s.*(?:[냅립합갑깁]니다|[게려]요?)\W*$"
)
_WHETHER = re.compile(r"\S+는지\s")
"""What is to be found out yet: 받았는지 확인."""
_NEXT_IS = re.compile(r"다음[이은엔]\s")
_AND = re.compile(r"(?:이고|(?<![광창재보참최])고|인데)$")
"""다음이 견적이고: what is next is the 견적."""
_WANTED = re.compile(r"달라|달래|요청|요구|원하|원해|필요")
_TOLD = re.compile(r"(?:준|드린|보낸)다고")
_TOLD_THEM = re.compile(r"(?:준|드린|보낸|한)다고?\s?(?:했|함|말|약속)")
_SOMEBODYS = re.compile(
    rf"(?:{NAME}\S*|[님장사표원팀측쪽분자])(?:이|가|께서|에서|은|는)\s.*"
    r"(?:준|주신|낸|한|주겠|하겠|온|된)다고"
)
_THEIR_GIFT = re.compile(
    r"(?:준|온|간|한|낸|된|보낸|나온)다고\s?(?:약속|말씀|하|연락)\S{0,2}(?:심|셨|시|신)"
    r"|[가-힣](?:시|으시)(?:기로(?:\s?(?:함|했|하)|\W*$)|겠(?:대|다[고네]|답))"
    rf"|(?:{NAME}\S{{0,6}}?|[그저]쪽|측|고객사?|업체|담당자|[분님팀장원]|회사|본사)(?:이|가|에서"
    rf"|께서)\s"
    r"(?:(?!\S*(?:달라|요청|원해|[해셔대재라]서(?:\s|$)|니까))\S+\s){0,4}?\S*(?:주|내)기로"
)
"""그쪽에서 보내주기로, 소개해 주시기로: theirs to do."""
_THEY_DECIDE = re.compile(
    rf"(?:{NAME}|회사|[그저]쪽|측|고객사?|업체|담당자|본사|팀|이사회|위원회|[님장])(?:이|가|에서"
    rf"|은|는|께서)\s"
    r".{0,30}(?:결정|검토|승인|결재|발표|확정)\S{0,2}\s?(?:합니다|한다|해요|함|하신|됩니다|난다"
    r"|나온|예정|한대)"
)
_WE = re.compile(r"제가|내가|저희|우리(?!\s?담당)|당사|드[리릴림려]")
_NOTHING_TO_DO = re.compile(
    r"(?:어렵|힘들|안\s?되|못\s?하)겠|할\s?(?:일|거|것)\S?\s?없|(?:기다리|대기하)면\s?[되됩돼]"
    r"|(?:[준온]|주신|하신|한|된|보낸)(?:댔"
    r"|단[다답]|답니다|다네)"
)
_GIVING = re.compile(r"드[린릴리]")
_WISHED = re.compile(r"하고 싶|필요하다고|필요하대")
_OUTCOME = re.compile(
    r"(?:결정|승인|결재|확정)(?:\s?(?:난대|난다|남|날\s?듯|예상))?\W*$|(?:발표|결과|선정|심사"
    r"|개찰|통보)(?:난|된|한|이)?[대래]요?\W*$"
)
"""What comes about at theirs."""
_ALL_WEEK = re.compile(
    r"(?:^\W*|\S+\s)이번\s?(?:주|달)\s(?!안|내|까지|중|[월화수목금토일](?:요일|욜))"
)
"""What went on in this week is not due by its end."""
