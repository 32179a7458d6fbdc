"""A spreadsheet's row as a deal: which column means what, and what its cells say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.names import key_of
from bot.domain.parsing_dates import read_date
from bot.domain.parsing_money import read_amount
from bot.domain.refusal import Refusal

_HEADERS = {
    "external_id": "opportunityid id dealid recordid externalid opportunitynumber 거래id 번호",
    "name": "name dealname dealtitle title opportunityname opportunity deal"
    " 거래명 딜명 딜 영업기회",
    "account": "account accountname company companyname organization customer client"
    " dealorganization associatedcompany 고객사 회사 회사명 거래처",
    "owner": "owner salesagent rep salesrep dealowner opportunityowner ownername agent"
    " 담당자 담당 영업담당",
    "stage": "stage dealstage stagename status pipelinestage 단계 상태",
    "created_on": "created createdate createddate createdat engagedate opened opendate startdate"
    " addtime dealcreated 생성일 등록일 시작일",
    "closes_on": "closedate closedon closingdate expectedclosedate expectedclose wontime losttime"
    " 마감일 예상마감일 종료일",
    "amount": "amount closevalue value dealvalue dealamount price revenue 금액 계약금액 예상금액",
    "currency": "currency currencyisocode dealcurrency 통화 화폐",
    "product": "product productname 제품 상품",
    "next_step": "nextstep nextaction 다음행동 다음단계",
}
_FIELD_OF = {word: field for field, words in _HEADERS.items() for word in words.split()}
FIELDS = tuple(_HEADERS)

SENTINELS = frozenset({"9999-12-31", "1900-01-01", "0000-00-00"})
"""Dates that stand for none in real exports."""


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
    for header in headers:
        meant = _FIELD_OF.get(key_of(header))
        if meant is not None and header not in given:
            chosen.setdefault(meant, header)
    if "stage" not in chosen and not {"name", "account"} & chosen.keys():
        raise Refusal("import-no-columns", headers=tuple(headers))
    return chosen


def read(number: int, row: Mapping[str, str], chosen: Mapping[str, str], today: date) -> SheetDeal:
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
        created_on=_day(cell.get("created_on", ""), today),
        closes_on=_day(cell.get("closes_on", ""), today),
        amount=amount,
        currency=(cell.get("currency") or currency or "").upper() or None,
        next_step=cell.get("next_step", ""),
    )


def _day(text: str, today: date) -> date | None:
    if not text or text[:10] in SENTINELS:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        found = read_date(text, today, past=True)
    if found is None:
        raise RowProblem("import-row-date", text=text)
    return found


def _amount(text: str) -> tuple[Decimal | None, str | None]:
    if not text:
        return None, None
    found = read_amount(text, accounting=True)
    if found is None:
        raise RowProblem("import-row-amount", text=text)
    return found.value, found.currency
