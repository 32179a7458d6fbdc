"""A spreadsheet's row as a deal: which column means what, and what its cells say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.importing_dates import DateOrder, Order, read_day
from bot.domain.names import key_of
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal

_HEADERS = {
    "external_id": "externalid opportunityid dealid recordid opportunitynumber dealnumber id"
    " 거래id 딜id 거래번호 관리번호 번호",
    "name": "opportunityname dealname dealtitle name title opportunity deal project projectname"
    " 거래명 딜명 영업기회명 프로젝트명 사업명 건명 딜 영업기회 프로젝트",
    "account": "accountname account companyname company organization organisation customername"
    " customer clientname client dealorganization dealorganisation associatedcompany"
    " primaryassociatedcompany 고객사명 고객사 거래처명 거래처 업체명 업체 회사명 회사 고객명 고객",
    "owner": "opportunityowner dealowner owneremail ownername owner salesagent salesrep"
    " salesperson rep agent accountexecutive assignedto"
    " 영업담당자 담당영업 영업담당 영업대표 담당자명 담당자 담당",
    "stage": "dealstage opportunitystage stagename pipelinestage salesstage stage status"
    " 영업단계 진행단계 단계명 단계 진행상태 상태",
    "created_on": "createddate createdate dealdealcreated dealcreated createdon createdat created"
    " engagedate opened opendate startdate addtime dateadded"
    " 생성일자 생성일 등록일자 등록일 작성일 시작일",
    "closes_on": "closedate dealexpectedclosedate expectedclosedate dealclosedate closedon"
    " closingdate closed expectedclose dealwontime wontime losttime"
    " 예상마감일 마감예정일 계약예정일 예상계약일 예상수주일 마감일자 마감일 종료일 계약일",
    "amount": "amount dealvalue opportunityamount dealamount closevalue value totalvalue price"
    " revenue expectedrevenue"
    " 예상금액 계약금액 수주금액 제안금액 견적금액 예상매출 계약액 금액 매출",
    "currency": "currency amountcurrency opportunitycurrency currencyisocode currencycode"
    " dealcurrencyofvalue dealcurrency 통화 화폐",
    "product": "product productname products 제품명 제품 상품명 상품 품목",
    "next_step": "nextstep nextsteps nextaction dealnextactivity 다음행동 다음단계 다음할일",
}
"""The headers people use, the more telling ones of each field first: where a sheet has several,
the first of them is taken."""

_FIELD_OF = {
    word: (field, rank)
    for field, words in _HEADERS.items()
    for rank, word in enumerate(words.split())
}
FIELDS = tuple(_HEADERS)
DATES = ("created_on", "closes_on")


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
    chosen: dict[str, str] = {}
    for header, field in given.items():
        if header not in headers:
            raise Refusal("import-no-header", header=header, headers=tuple(headers))
        if field not in FIELDS:
            raise Refusal("import-no-field", field_name=field, fields=FIELDS)
        chosen[field] = header
    ranked = [
        (*_FIELD_OF[key_of(header)], header)
        for header in headers
        if key_of(header) in _FIELD_OF and header not in given
    ]
    for field, _rank, header in sorted(ranked, key=lambda one: one[1]):
        chosen.setdefault(field, header)
    if "stage" not in chosen and not {"name", "account"} & chosen.keys():
        raise Refusal("import-no-columns", headers=tuple(headers))
    return chosen


def known_headers(cells: Sequence[str]) -> int:
    """How many of a row's cells are headers that we know: the row of headers has the most."""
    return len({_FIELD_OF[key_of(cell)][0] for cell in cells if key_of(cell) in _FIELD_OF})


Orders = Mapping[str, Order]
"""How the dates of each column are written."""


def read(
    number: int, row: Mapping[str, str], chosen: Mapping[str, str], orders: Orders, today: date
) -> SheetDeal:
    """One row by its columns. Raises RowProblem for what can't be read."""
    cell = {field: (row.get(header) or "").strip() for field, header in chosen.items()}
    account, external_id = cell.get("account", ""), cell.get("external_id", "")
    made = " · ".join(part for part in (account, cell.get("product", ""), external_id) if part)
    name = cell.get("name", "") or made
    if not name:
        raise RowProblem("import-row-without-name")
    amount, currency = _amount(cell.get("amount", ""))
    return SheetDeal(
        number=number,
        external_id=external_id or name,
        name=name[:200],
        account=account[:255],
        owner=cell.get("owner", ""),
        stage=cell.get("stage", ""),
        created_on=_day(cell, "created_on", orders, today),
        closes_on=_day(cell, "closes_on", orders, today),
        amount=amount,
        currency=(cell.get("currency") or currency or "").upper() or None,
        next_step=cell.get("next_step", ""),
    )


def _day(cell: Mapping[str, str], field: str, orders: Orders, today: date) -> date | None:
    text = cell.get(field, "")
    written = orders.get(field, Order(DateOrder.MONTH_FIRST, False)).order
    try:
        return read_day(text, written, today)
    except ValueError as wrong:
        raise RowProblem("import-row-date", text=text) from wrong


def _amount(text: str) -> tuple[Decimal | None, str | None]:
    if not text:
        return None, None
    found = read_amount(text, accounting=True)
    if found is None:
        raise RowProblem("import-row-amount", text=text)
    return found.value, found.currency
