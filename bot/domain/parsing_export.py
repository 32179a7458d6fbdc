"""What is typed behind /crm export: which table, and in which form."""

from dataclasses import dataclass

_TABLES = {
    word: table
    for table, words in (
        ("deals", "deals deal 딜"),
        ("accounts", "accounts account 고객사"),
        ("contacts", "contacts contact people 고객담당자 담당자 연락처"),
        ("activities", "activities activity log 활동"),
        ("stage_changes", "stage_changes stages stage-changes stage 단계 단계변경 단계이동"),
        ("scorecards", "scorecards scorecard 스코어카드"),
        ("audit", "audit history 감사 이력"),
        ("goals", "goals goal targets 목표"),
    )
    for word in words.split()
}
_FORMS = {
    word: form
    for form, words in (
        ("csv", "csv csv로"),
        ("xlsx", "xlsx excel 엑셀 엑셀로 xlsx로"),
        ("jsonl", "jsonl json"),
    )
    for word in words.split()
}
TABLES = tuple(dict.fromkeys(_TABLES.values()))
WORDS = (*_TABLES, *_FORMS)
"""Every word that names a table or a form."""

_NOISE = frozenset({"as", "to", "the", "all", "table", "변경", "기록"})


@dataclass(frozen=True, slots=True)
class ExportQuery:
    """`table` is None where none was typed; `unknown` are the words that mean nothing here."""

    table: str | None
    form: str
    unknown: tuple[str, ...]


def read_export(text: str) -> ExportQuery:
    """Reads `[table] [as csv|xlsx|jsonl]`, in either language and any order; CSV by itself."""
    table, form, unknown = None, "csv", list[str]()
    for word in text.split():
        spoken = word.casefold().strip(",.?!")
        if spoken in _FORMS:
            form = _FORMS[spoken]
        elif table is None and spoken in _TABLES:
            table = _TABLES[spoken]
        elif spoken not in _NOISE:
            unknown.append(word)
    return ExportQuery(table, form, tuple(unknown))
