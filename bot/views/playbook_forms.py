"""The forms by which a playbook is proposed, objected to, and put in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.playbook_diff import Change
from bot.domain.refusal import Refusal
from bot.i18n import Mrkdwn, Translator
from bot.ids import OBJECT_FORM, PROPOSE_FORM, START_FORM, VALUE
from bot.views import playbook_changes
from bot.views.blocks import (
    MOST_SECTION,
    Block,
    Values,
    clip,
    date_input,
    field,
    modal,
    number_input,
    picked_date,
    section,
    text_input,
    typed,
)


def propose(
    changes: Sequence[Change], trial: Mrkdwn, asked: Sequence[str], share: int, t: Translator
) -> Block:
    """The diff, what the dry run says so far, and whom to ask."""
    told = playbook_changes.bulleted(playbook_changes.lines(changes, t))
    people: Block = {"type": "multi_users_select", "action_id": VALUE}
    if asked:
        people["initial_users"] = list(asked)
    blocks = [
        section(t.md("playbook-changes")),
        section(Mrkdwn(clip(told, MOST_SECTION))),
        section(Mrkdwn(clip(trial, MOST_SECTION))),
        field("note", t("propose-note"), text_input(VALUE, lines=True), optional=True),
        field("people", t("propose-people"), people),
        field(
            "share",
            t("propose-share"),
            number_input(VALUE, str(share)) | {"is_decimal_allowed": False},
        ),
    ]
    return modal(t, PROPOSE_FORM, t("propose-title"), blocks, submit=t("propose-submit"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Why, whom to ask (Slack's ids), and the percent of them that must agree."""

    note: str
    people: tuple[str, ...]
    share: int


def read_proposal(values: Values) -> Proposal:
    state = next(iter(values.get("people", {}).values()), {})
    share = typed(values, "share")
    if not share.isascii() or not share.isdigit() or not 1 <= int(share) <= 100:
        raise Refusal("number-between", field="share", least=1, most=100)
    return Proposal(
        typed(values, "note").strip(), tuple(state.get("selected_users") or ()), int(share)
    )


def object_to(carried: str, t: Translator) -> Block:
    comment = field("comment", t("object-comment"), text_input(VALUE, lines=True))
    return modal(
        t, OBJECT_FORM, t("object-title"), [comment], submit=t("object-submit"), carried=carried
    )


def read_comment(values: Values) -> str:
    return typed(values, "comment").strip()


def start(version: int, today: date, t: Translator, carried: str) -> Block:
    blocks = [
        section(t.md("start-says", version=version)),
        field("on", t("start-on"), date_input(VALUE, today)),
    ]
    return modal(
        t,
        START_FORM,
        t("start-title"),
        blocks,
        submit=t("start-submit"),
        carried=carried,
    )


def read_start(values: Values) -> date | None:
    return picked_date(values, "on")
