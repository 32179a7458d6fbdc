"""What a Korean clause promises: by its ending, by who is honoured in it, or by its day alone."""

import re
from datetime import date

from bot.domain.saying_days import dated, was
from bot.domain.saying_words import ENDED, KOREAN_STEP, KOREAN_STEP_LEAD, NAME, PAST

_REPORTED = re.compile(
    rf"(?:[한된는싶준온간낸단본선긴란린난{ENDED}]대(?=[\s.,!~]|요|$)|다고|라고|답니다"
    r"|다네)(?:요|함|했|하)?|(?:결정|검토)\s?(?:한|하|할|될|된|예정|중)|고객|그쪽|저쪽"
)
_HEARD = re.compile(
    rf"[한된준온간낸할될신{ENDED}]대(?:요)?\W*$|예정이[래라]\S*[\s.,!~]*$|(?:[했한된준]"
    r"|기로\s?했)다(?:고|네|더라)\S*\s?(?:함|했음|하심|하네|들음)?[\s.,!~]*$"
)
"""What somebody else said they would do."""
_PLANNED = re.compile(
    r"있음|있어요?|있습니다|잡혔|잡힘|잡음|잡았|예약\s?(?:됨|됐|했|함|완료)|(?:미팅|회의|데모"
    r"|시연|방문|통화|콜|점심|워크숍|발표|일정|시|반)\s?(?:일정\S?\s)?확정"
)


def korean_promise(clause: str, today: date) -> tuple[str, date | None] | None:
    """The promise of a Korean clause and its day; the verb at its end tells whose it is."""
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
    r"|(?:[준온]|주신|하신|한|된|보낸)(?:댔|단[다답]|답니다|다네)"
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
