"""A next step before its time: what was promised, when, and four ways to settle it."""

from bot.domain.tellings import StepPage
from bot.domain.timing import by_clock
from bot.i18n import Day, Translator
from bot.ids import DEAL_SHOW
from bot.views import carry, followup, phrases
from bot.views.blocks import Page, button, clip, page, section


def build(told: StepPage, t: Translator) -> Page:
    deal, step = told.deal, clip(told.step, phrases.LONGEST_STEP)
    if told.is_settled:
        now = phrases.next_step(deal, told.stages, told.today, t)
        key = "followup-moved" if told.is_put_off else "followup-gone-on"
        said = t.md(key, step=step, deal=phrases.name(deal), now=now)
        return page(said, section(said))
    when = by_clock(told.due_at, t.zone)
    if when.on == told.today:
        said = t.md("step-reminder-today", step=step, at=when.at)
    else:
        due = Day(when.on or told.today, told.today, when.at)
        said = t.md("step-reminder", step=step, due=due)
    shown = t.md(
        "followup-deal",
        told=said,
        deal=phrases.name(deal),
        account=phrases.account(deal),
        stage=phrases.stage_name(deal, told.stages, t),
        amount=phrases.amount(deal, t),
    )
    opens = button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", carry.pack(deal=deal.id))
    return page(said, section(shown, opens), followup.timed_answers(deal, t))
