"""One sentence on what was done to a deal, how it stands now, and the way back."""

from datetime import date

from bot.domain.deal import Deal
from bot.domain.outcomes import Done, Redone, Undone
from bot.domain.stages import Stages
from bot.i18n import Day, Mrkdwn, Translator, joined
from bot.ids import ACCOUNT_ANEW, ACCOUNT_MEANT, DEAL_EDIT, DEAL_NEXT, DEAL_SHOW, LINE_AGAIN, REDO
from bot.views import carry, history_page, phrases
from bot.views.blocks import Block, Page, actions, button, clip, context, page, section

_LONGEST_ON_BUTTON = 50


def created(done: Done, t: Translator, today: date) -> Page:
    deal = done.deal
    said = t.md(
        "done-created", deal=phrases.name(deal), stage=phrases.stage_name(deal, done.stages, t)
    )
    facts = [phrases.amount(deal, t)]
    if deal.account_name:
        is_new = done.placed is not None and done.placed.made_id is not None
        key = "done-account-new" if is_new else "done-account"
        facts.insert(0, t(key, account=phrases.account(deal)))
    if deal.closes_on:
        facts.append(t("deal-closes", day=Day(deal.closes_on, today)))
    page = told(said, done, t, joined(facts))
    return _with(page, *_gone_by(deal, t, today), *_placed(done, t))


def placed(done: Done, t: Translator) -> Page:
    said = t.md("done-placed", deal=phrases.name(done.deal), account=phrases.account(done.deal))
    return told(said, done, t)


def _gone_by(deal: Deal, t: Translator, today: date) -> list[Block]:
    """A closing date of the past is taken, as old deals are entered too, but said to be one."""
    if not deal.is_open or deal.closes_on is None or deal.closes_on >= today:
        return []
    said = t.md("done-closes-past", day=Day(deal.closes_on, today))
    return [section(said, button(t("button-edit"), DEAL_EDIT, carry.pack(deal=deal.id)))]


def _placed(done: Done, t: Translator) -> list[Block]:
    """Which account was taken for the one meant, or may have been meant, and the way to it."""
    placed = done.placed
    if placed is None:
        return []
    typed = clip(placed.typed, phrases.LONGEST_NAME)
    if placed.draft_id is not None:
        anew = button(
            t("button-account-anew", account=clip(placed.typed, _LONGEST_ON_BUTTON)),
            ACCOUNT_ANEW,
            carry.pack(deal=done.deal.id, draft=placed.draft_id),
        )
        return [
            section(
                t.md("done-account-meant", account=phrases.account(done.deal), typed=typed), anew
            )
        ]
    if not placed.near:
        return []
    asked = t.md("done-account-near", count=len(placed.near), typed=typed)
    choices = [
        button(name, f"{ACCOUNT_MEANT}.{account_id}", _meant(done, account_id))
        for account_id, name in placed.near
    ]
    return [section(asked), actions(*choices)]


def _meant(done: Done, account_id: int) -> str:
    made = done.placed.made_id if done.placed else None
    return carry.pack(deal=done.deal.id, account=account_id, made=made)


def moved(done: Done, t: Translator, today: date) -> Page:
    was = done.before or done.deal
    said = t.md(
        "done-moved",
        deal=phrases.name(done.deal),
        from_stage=phrases.stage_name(was, done.stages, t),
        to_stage=phrases.stage_name(done.deal, done.stages, t),
    )
    return told(said, done, t, phrases.next_step(done.deal, done.stages, today, t))


def won(done: Done, t: Translator) -> Page:
    said = t.md("done-won", deal=phrases.name(done.deal), amount=phrases.amount(done.deal, t))
    return told(said, done, t)


def lost(done: Done, t: Translator) -> Page:
    said = t.md(
        "done-lost",
        deal=phrases.name(done.deal),
        reason=phrases.reason_name(done.deal.close_reason, done.stages, t),
    )
    return told(said, done, t, t.md("done-lost-thanks"))


def reopened(done: Done, t: Translator, today: date) -> Page:
    said = t.md(
        "done-reopened",
        deal=phrases.name(done.deal),
        stage=phrases.stage_name(done.deal, done.stages, t),
    )
    return told(said, done, t, phrases.next_step(done.deal, done.stages, today, t))


def stepped(done: Done, t: Translator, today: date) -> Page:
    said = t.md("done-next-step", deal=phrases.name(done.deal))
    return told(said, done, t, phrases.next_step(done.deal, done.stages, today, t))


def edited(done: Done, t: Translator, today: date) -> Page:
    said = t.md("done-edited", deal=phrases.name(done.deal))
    page = told(said, done, t, phrases.deal_line(done.deal, t))
    was = done.before or done.deal
    return _with(
        page, *(_gone_by(done.deal, t, today) if was.closes_on != done.deal.closes_on else ())
    )


def redated(done: Done, t: Translator, today: date) -> Page:
    closes = Day(done.deal.closes_on or today, today)
    return told(t.md("done-redated", deal=phrases.name(done.deal), closes=closes), done, t)


def assigned(done: Done, t: Translator) -> Page:
    said = t.md("done-assigned", deal=phrases.name(done.deal), owner=phrases.owner(done.deal, t))
    return told(said, done, t)


def held(done: Done, t: Translator, today: date) -> Page:
    until = done.deal.held_until or today
    said = t.md(
        "done-held",
        deal=phrases.name(done.deal),
        until=Day(until, today),
        reason=phrases.hold_reason(done.deal),
    )
    return told(said, done, t)


def undone(undone: Undone, t: Translator, today: date) -> Page:
    gone = clip(undone.gone or "", phrases.LONGEST_NAME)
    said = t.md(f"undone-{_key(undone.action)}", deal=gone)
    blocks: list[Block] = [section(said, history_page.own_button(t))]
    if undone.deal is not None:
        blocks += _as_it_stands(undone.deal, undone.stages, t, today)
    if undone.redo_id is not None:
        again = button(t("button-redo"), REDO, carry.pack(act=undone.redo_id))
        blocks.append(actions(again))
    return page(said, *blocks)


def redone(redone: Redone, t: Translator, today: date) -> Page:
    said = t.md("redone", what=t(f"act-{_key(redone.action)}"))
    blocks: list[Block] = [section(said)]
    if redone.deal is not None:
        blocks += _as_it_stands(redone.deal, redone.stages, t, today)
    return page(said, *blocks, actions(phrases.undo_button(redone.act_id, t)))


def _as_it_stands(deal: Deal, stages: Stages, t: Translator, today: date) -> list[Block]:
    return [
        section(phrases.deal_line(deal, t), _open_button(deal, t)),
        context(phrases.next_step(deal, stages, today, t)),
    ]


def _key(action: str) -> str:
    return action.replace(".", "-").replace("_", "-")


def _open_button(deal: Deal, t: Translator) -> Block:
    return button(t("button-open"), DEAL_SHOW, carry.pack(deal=deal.id))


def told(said: Mrkdwn, done: Done, t: Translator, below: Mrkdwn | None = None) -> Page:
    """What was done, said in a sentence, with the way back."""
    blocks: list[Block] = [section(said)]
    if below:
        blocks.append(context(below))
    blocks.append(actions(*_buttons(done.deal, done.act_id, t)))
    return page(said, *blocks)


def go_on(line: str, draft_id: int, t: Translator) -> Block:
    """The way on with the line that asked for a deal which was not there."""
    label = t("instead-go-on", line=clip(line, _LONGEST_ON_BUTTON))
    return actions(button(label, f"{LINE_AGAIN}.0", carry.pack(draft=draft_id, nth=0)))


def _with(told: Page, *blocks: Block) -> Page:
    """What was done, and before its buttons what else there is to say about it."""
    *said, buttons = told["blocks"]
    return {**told, "blocks": [*said, *blocks, buttons]}


def _buttons(deal: Deal, act_id: int, t: Translator) -> list[Block]:
    value = carry.pack(deal=deal.id)
    buttons = [phrases.undo_button(act_id, t)]
    if deal.is_open and deal.next_step_due_on is None:
        buttons.append(button(t("button-next-step"), DEAL_NEXT, value))
    buttons.append(button(t("button-open"), DEAL_SHOW, value))
    return buttons
