"""A spreadsheet's row as a deal: which column means what, and what its cells say."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, tzinfo
from decimal import Decimal
from hashlib import sha256
from itertools import chain, count

from bot.domain.importing_dates import DateOrder, Order, read_day
from bot.domain.importing_units import bare, in_units, unit_of
from bot.domain.names import key_of
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal

_HEADERS = {
    "external_id": "externalid opportunityid dealid recordid opportunitynumber dealnumber dealno"
    " opportunityno oppid crmid id no"
    " 거래id 딜id 레코드id 거래번호 딜번호 기회번호 관리번호 고유번호 번호 순번",
    "name": "opportunityname dealname dealtitle name title opportunity deal project projectname"
    " subject opty optyname 거래명 딜명 딜이름 거래이름 영업기회명 기회명 프로젝트명 사업명"
    " 안건명 건명 제목 딜 영업기회 프로젝트 안건",
    "account": "accountname account companyname company organizationname organization organisation"
    " customername customer clientname client dealorganization dealorganisation"
    " associatedcompany primaryassociatedcompany associatedcompanyprimary associatedcompanynames"
    " accountnameaccount prospect"
    " 고객사명 고객사 거래처명 거래처 업체명 업체 회사명 회사 고객명 고객 기관명 상호",
    "owner": "opportunityowner dealowner owneremail ownername owner opportunityownername"
    " opportunityowneralias accountowner salesagent salesrep salesrepresentative salesperson"
    " repname salesrepname agentname salesownername salesowner accountmanager"
    " rep agent accountexecutive ae assignedto assignee responsible"
    " 영업담당자 담당영업 영업담당 영업대표 담당자명 담당자 담당 소유자 거래소유자 딜소유자"
    " 영업사원",
    "stage": "dealstage opportunitystage stagename pipelinestage salesstage stage phase"
    " 영업단계 진행단계 거래단계 딜단계 단계명 단계 진행상태 진행상황 진행현황 진행단계",
    "status": "dealstatus opportunitystatus status 거래상태 딜상태 상태",
    "created_on": "createddate createdate dealdealcreated dealcreated createdon createdat created"
    " datecreated creationdate engagedate engageddate engagedon engagedat engaged dateengaged"
    " engagementdate opendate openeddate openedon openedat opened dateopened startdate addtime"
    " dateadded createdtime entrydate opportunitycreateddate"
    " 생성일자 생성일 생성날짜 개설일 등록일자 등록일 작성일 시작일 접수일 만든날짜",
    "closes_on": "closedate dealexpectedclosedate expectedclosedate dealclosedate"
    " estimatedclosedate"
    " closingdate expectedclose expectedclosing targetclosedate forecastdate duedate"
    " 예상마감일 예상종료일 마감예정일 계약예정일 예상계약일 예상수주일 수주예정일"
    " 수주예상일 예상수주시기 예상마감 마감일자 마감일 마감날짜 종료일 계약일",
    "closed_on": "closedat closedon dateclosed closeddate actualclosedate closed dealwontime"
    " dealclosedon wontime deallosttime losttime wondate lostdate"
    " 실제마감일 완료일 수주일 실주일 종결일",
    "amount": "amount dealvalue opportunityamount dealamount closevalue value totalvalue price"
    " dealsize opportunityvalue amountconverted contractvalue tcv acv revenue expectedrevenue total"
    " 예상금액 거래금액 계약금액 수주금액 제안금액 견적금액 예상매출 예상매출액 예상수주액"
    " 수주액 계약액 총액 금액 매출액 매출",
    "currency": "currency amountcurrency opportunitycurrency currencyisocode currencycode"
    " dealcurrencyofvalue dealcurrency valuecurrency 통화코드 통화단위 통화 화폐",
    "product": "product productname products 제품명 제품 상품명 상품 품목",
    "next_step": "nextstep nextsteps nextaction nextactivity dealnextactivity nextactivitysubject"
    " 다음행동 다음단계 다음할일 다음활동 다음액션 후속조치 향후계획",
    "next_step_due_on": "nextstepdue nextstepdate nextstepduedate nextactiondate nextactivitydate"
    " dealnextactivitydate followupdate nextfollowup nextcontactdate"
    " 다음행동일 다음행동기한 다음행동일자 다음활동일 다음할일기한 다음연락일 팔로업일",
    "reason": "closereason lostreason deallostreason losereason closedlostreason closedwonreason"
    " lossreason lossreasons closedreason reasonlost reasonforloss winreason wonreason"
    " winlossreason reason 실주사유 종료사유 마감사유 실패사유 사유",
    "contact": "contactname contact contactperson primarycontact dealcontactperson"
    " associatedcontact buyer 고객담당자명 고객담당자 연락처이름 거래처담당자"
    " 업체담당자 고객사담당자",
    "contact_email": "contactemail contactpersonemail primarycontactemail contactemailaddress"
    " 고객담당자이메일 고객이메일 담당자이메일 연락처이메일",
    "touched_on": "lastactivitydate lastactivityat lastactivity lastcontacted lastcontacteddate"
    " lastcontactdate lastcontact dealslastcontacted dealactivitylastactivitydate"
    " deallastactivitydate lasttouch lasttouched lastmodifieddate hslastmodifieddate lastmodified"
    " modifieddate modifiedon modifiedat modified lastupdated lastupdate updatedat updatedon"
    " updated updatetime dealupdatetime dateupdated datemodified"
    " 마지막활동일 최근활동일 마지막활동 최근활동 최종활동일 마지막연락일 최근연락일 마지막접촉일"
    " 최근접촉일 최종수정일 최근수정일 마지막수정일 수정일자 수정일 업데이트일 갱신일",
}
"""The headers people use, the more telling ones of each field first: where a sheet has several,
the first of them is taken."""

_FIELD_OF = {
    word: (field, rank)
    for field, words in _HEADERS.items()
    for rank, word in enumerate(words.split())
}
_LESS_TELLING = max(rank for _field_name, rank in _FIELD_OF.values()) + 1
FIELDS = tuple(_HEADERS)
LONGEST = 255
_SAYING = ("name", "account", "external_id", "owner", "stage", "created_on", "closes_on")
_NO_DEAL = re.compile(
    r"(?:grand |sub[ -]?)?totals?(?: (?:amount|value|pipeline))?(?:[\s:(\d)]|deals?|records?)*"
    r"|[총소]?합계[\s:(\d)건]*|[총소누]계[\s:(\d)건]*"
    r"|confidential information - do not distribute|copyright (?:\(c\)|©).*|generated by:.*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands alone below the deals: their sum, or what a CRM prints there."""
DATES = ("created_on", "closes_on", "closed_on", "next_step_due_on", "touched_on")


@dataclass(frozen=True, slots=True)
class SheetDeal:
    """What one row says; None or "" where it says nothing. `number` is the row in the sheet."""

    number: int
    external_id: str
    name: str
    account: str
    owner: str
    stage: str
    created_on: date | None
    closes_on: date | None
    amount: Decimal | None
    currency: str | None
    next_step: str
    closed_on: date | None = None
    next_step_due_on: date | None = None
    status: str = ""
    reason: str = ""
    contact: str = ""
    contact_email: str = ""
    touched_on: date | None = None

    @property
    def ended_on(self) -> date | None:
        """When a closed deal was closed, as far as the sheet says."""
        return self.closed_on or self.closes_on


class RowProblem(Exception):
    """A row that can't be taken, and why; the rest of the sheet goes on."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def columns(headers: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """Which header fills which field: as given, else by its name in either language.

    Raises Refusal for a header or field that there isn't, and where no column names the deal,
    its account or its stage.
    """
    chosen = guessed(headers, given)
    if not is_enough(chosen):
        raise Refusal("import-no-columns", headers=tuple(headers))
    return chosen


def is_enough(chosen: Mapping[str, str]) -> bool:
    """Whether it is known what the deals are."""
    return "stage" in chosen or bool({"name", "account"} & chosen.keys())


def guessed(headers: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """The same, whether it is enough or not."""
    chosen: dict[str, str] = {}
    for header, field in given.items():
        chosen[_field(field)] = _header(header, headers)
    taken = set(chosen.values())
    ranked = [
        (*known, header)
        for header in headers
        if header not in taken and (known := _known(header)) is not None
    ]
    for field, _rank, header in sorted(ranked, key=lambda one: one[1]):
        chosen.setdefault(field, header)
    if "stage" not in chosen and "status" in chosen:
        chosen["stage"] = chosen.pop("status")
    return chosen


def _known(header: str) -> tuple[str, int] | None:
    """The field that a header names, and how telling it is: what it says in full, then what it
    says without its brackets."""
    for behind, spoken in enumerate((header, *bare(header))):
        if (found := _FIELD_OF.get(key_of(spoken))) is not None:
            return found[0], found[1] + _LESS_TELLING * behind
    return None


def _header(typed: str, headers: Sequence[str]) -> str:
    """The header that is meant: as it stands in the sheet, else the one that differs only in
    case and signs."""
    alike = [header for header in headers if key_of(header) == key_of(typed)]
    if typed in headers or len(alike) == 1:
        return typed if typed in headers else alike[0]
    raise Refusal("import-no-header", header=typed, headers=tuple(headers))


def _field(typed: str) -> str:
    """The field that is meant: by our name for it, else by a header that would fill it, such as
    a column's name in the export."""
    if typed in FIELDS:
        return typed
    if key_of(typed) in _FIELD_OF:
        return _FIELD_OF[key_of(typed)][0]
    raise Refusal("import-no-field", field_name=typed, fields=FIELDS)


def known_headers(cells: Sequence[str]) -> int:
    """How many of a row's cells are headers that we know: the row of headers has the most."""
    return len({known[0] for cell in cells if (known := _known(cell)) is not None})


Orders = Mapping[str, Order]
"""How the dates of each column are written."""


def read(
    number: int,
    row: Mapping[str, str],
    chosen: Mapping[str, str],
    orders: Orders,
    today: date,
    zone: tzinfo = UTC,
) -> SheetDeal:
    """One row by its columns, its moments on the days that they were in `zone`. Raises RowProblem
    for what can't be read, and for the sheet's own sum or imprint."""
    cell = {field: _bare(row.get(header) or "") for field, header in chosen.items()}
    account, external_id = cell.get("account", ""), cell.get("external_id", "")
    made = " · ".join(part for part in (account, cell.get("product", ""), external_id) if part)
    name = cell.get("name", "") or made
    if not name:
        raise RowProblem("import-row-without-name")
    said = [cell[field] for field in _SAYING if cell.get(field)]
    if len(said) == 1 and _NO_DEAL.fullmatch(said[0]):
        raise RowProblem("import-row-footer", text=said[0][:200])
    amount, currency = _amount(cell.get("amount", ""), chosen.get("amount", ""))
    day = {name: _day(cell.get(name, ""), orders.get(name), today, zone) for name in DATES}
    return SheetDeal(
        number=number,
        external_id=external_id,
        name=name[:LONGEST],
        account=account[:LONGEST],
        owner=cell.get("owner", ""),
        stage=cell.get("stage", ""),
        created_on=day["created_on"],
        closes_on=day["closes_on"],
        amount=amount,
        currency=_currency(cell.get("currency", "")) or currency,
        next_step=cell.get("next_step", ""),
        closed_on=day["closed_on"],
        next_step_due_on=day["next_step_due_on"],
        status=cell.get("status", ""),
        reason=cell.get("reason", ""),
        contact=cell.get("contact", "")[:LONGEST],
        contact_email=cell.get("contact_email", "")[:320],
        touched_on=day["touched_on"],
    )


def _bare(text: str) -> str:
    """A cell without what stands around it, and without signs that no database keeps."""
    return text.replace("\0", "").strip()


def told_apart(deal: SheetDeal, seen: Container[str]) -> SheetDeal:
    """The deal under the id by which it is known again. Without one in the sheet that is its name
    and account, numbered where several rows have the same. Raises RowProblem for an id seen before.
    """
    if deal.external_id:
        if _short(deal.external_id) in seen:
            raise RowProblem("import-row-double", id=deal.external_id)
        return replace(deal, external_id=_short(deal.external_id))
    made = " · ".join(part for part in (deal.name, deal.account) if part)
    numbered = chain([made], (f"{made} ({number})" for number in count(2)))
    return replace(deal, external_id=next(one for one in map(_short, numbered) if one not in seen))


def _short(external_id: str) -> str:
    """An id that fits into its column, and still differs where only its end does."""
    if len(external_id) <= LONGEST:
        return external_id
    digest = sha256(external_id.encode()).hexdigest()[:16]
    return f"{external_id[: LONGEST - 17]}~{digest}"


_KOREAN_TITLE = re.compile(
    r"\s*(?:(?:대표이사|대표|이사|상무|전무|부장|차장|과장|대리|주임|사원|팀장|본부장|실장|매니저"
    r"|책임|선임|수석|프로)님?|님|씨)$"
)
_ENGLISH_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|prof)\.?\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(<\[/].*$")


def names_of(owner: str) -> list[str]:
    """The names that may be meant by an owner's cell: as it stands, "Last, First" turned round,
    without a title, and without what stands in brackets."""
    plain = _ASIDE.sub("", owner).strip()
    found = [owner, plain]
    last, comma, first = plain.partition(",")
    if comma and first.strip():
        found.append(f"{first.strip()} {last.strip()}")
    found += [_KOREAN_TITLE.sub("", plain), _ENGLISH_TITLE.sub("", plain)]
    return [name for name in dict.fromkeys(found) if key_of(name)]


def _day(text: str, order: Order | None, today: date, zone: tzinfo) -> date | None:
    if text in _NOTHING:
        return None
    try:
        return read_day(text, order.order if order else DateOrder.MONTH_FIRST, today, zone)
    except ValueError as wrong:
        raise RowProblem("import-row-date", text=text[:200]) from wrong


def _amount(text: str, header: str) -> tuple[Decimal | None, str | None]:
    if not text or text in _NOTHING:
        return None, None
    found = read_amount(text, accounting=True)
    if found is None:
        raise RowProblem("import-row-amount", text=text[:200])
    unit = unit_of(header)
    return in_units(text, found.value, unit), found.currency or unit.currency


_NOTHING = frozenset("-–—") | {"n/a", "N/A", "#N/A", "null", "NULL", "없음", "미정", "TBD", "tbd"}
"""What stands in a cell that says nothing."""


def _currency(text: str) -> str | None:
    """The ISO code that a cell of a currency column means: a code, a sign, or a word with it."""
    if not text or text in _NOTHING:
        return None
    for part in (text, *re.findall(r"[A-Z]{3}", text.upper())):
        found = read_amount(f"1 {part.upper()}") or read_amount(f"{part}1")
        if found is not None and found.currency:
            return found.currency
    raise RowProblem("import-row-currency", text=text[:200])
