"""A list of deals, a page at a time."""

from dataclasses import replace
from datetime import date

from bot.domain.outcomes import Asked, Line, Listing
from bot.domain.stages import StageKind, Stages
from bot.i18n import Mrkdwn, Translator, joined
from bot.ids import DEAL_ASSIGN, DEAL_NEW, DEAL_NEXT, DEAL_SHOW, DEALS_PAGE
from bot.views import carry, phrases
from bot.views.blocks import Block, Page, actions, button, context, divider, page, section


def build(listing: Listing, t: Translator) -> Page:
    said = _title(listing, t)
    if not listing.lines:
        return page(said, section(said), *_way_out(listing, t))
    blocks: list[Block] = [section(said), divider()]
    others = listing.asked.scope != "mine"
    for one in listing.lines:
        leads_to = _leads_to(one, listing, t)
        blocks.append(
            line(one, listing.stages, t, listing.today, with_owner=others, leads_to=leads_to)
        )
    blocks += _pager(listing, t)
    return page(said, *blocks)


def line(
    one: Line,
    stages: Stages,
    t: Translator,
    today: date,
    *,
    with_owner: bool = True,
    leads_to: Block | None = None,
) -> Block:
    """A deal of a list: what it is, what comes next, why it asks for attention; `leads_to` is its
    button where it is another than the one that opens its card."""
    deal = one.deal
    facts = [phrases.stage_name(deal, stages, t), phrases.amount(deal, t)]
    if with_owner:
        facts.append(phrases.owner(deal, t))
    told = t.md(
        "list-line",
        deal=phrases.name(deal),
        facts=joined(facts),
        step=phrases.next_step(deal, stages, today, t),
    )
    asking = phrases.signals([f for f in one.findings if f.signal != "no_next_step"], t)
    if asking:
        told = Mrkdwn(f"{told}\n{asking}")
    show = button(t("button-open"), f"{DEAL_SHOW}.{deal.id}", carry.pack(deal=deal.id))
    return section(told, leads_to or show)


def without_step(count: int, t: Translator) -> Block:
    """How many of one's open deals have no dated next step, and the way to give them one."""
    asked = packed(Asked(undated=True))
    show = button(t("button-plan"), f"{DEALS_PAGE}.undated", asked)
    return section(t.md("today-without-step", count=count), show)


def _leads_to(one: Line, listing: Listing, t: Translator) -> Block | None:
    if listing.asked.scope == "nobody" and listing.may_give_owners:
        value = carry.pack(deal=one.deal.id)
        return button(t("button-give-owner"), DEAL_ASSIGN, value)
    return _plan(one, t) if listing.asked.undated else None


def unowned(count: int, t: Translator) -> Block:
    """How many open deals nobody owns, and the way to give them an owner."""
    show = button(t("home-show"), f"{DEALS_PAGE}.unowned", packed(Asked(scope="nobody")))
    return section(t.md("home-unowned", count=count), show)


def _plan(one: Line, t: Translator) -> Block:
    """In a list of what has no next step, each is given one where it stands."""
    return button(t("button-next-step"), DEAL_NEXT, carry.pack(deal=one.deal.id))


def packed(asked: Asked) -> str:
    """A list as a button brings it back."""
    return carry.pack(
        scope=asked.scope,
        person=asked.person_id,
        stage=asked.stage_key,
        stale=1 if asked.stale else None,
        undated=1 if asked.undated else None,
        sort=asked.sort,
        desc=1 if asked.descending else None,
        offset=asked.offset or None,
    )


def unpacked(value: str) -> Asked:
    held = carry.unpack(value)
    return Asked(
        scope=held.get("scope", "mine"),
        person_id=carry.number(value, "person"),
        stage_key=held.get("stage"),
        stale="stale" in held,
        undated="undated" in held,
        sort=held.get("sort", "touched"),
        descending="desc" in held,
        offset=carry.number(value, "offset") or 0,
    )


def _title(listing: Listing, t: Translator) -> Mrkdwn:
    asked = listing.asked
    stage = listing.stages.get(asked.stage_key) if asked.stage_key else None
    ended = stage is not None and stage.kind is not StageKind.OPEN
    key = "list-says-undated" if asked.undated else "list-says"
    return t.md(
        "list-says-stale" if asked.stale else key,
        count=listing.total,
        whose=t(
            f"list-{'closed' if ended else 'scope'}-{asked.scope}",
            person=listing.person.name if listing.person else "",
        ),
        stage=stage.name(t.language) if stage else "",
        has_stage="yes" if asked.stage_key else "no",
        sums=phrases.sums(listing.sums, t),
    )


def _way_out(listing: Listing, t: Translator) -> list[Block]:
    """An empty list says what to do next."""
    if listing.asked.stale:
        return [context(t.md("list-empty-stale"))]
    if listing.asked.undated:
        return [context(t.md("list-empty-undated"))]
    if listing.asked.scope == "nobody":
        return [context(t.md("list-empty-unowned"))]
    return [
        context(t.md("list-empty")),
        actions(button(t("button-new-deal"), DEAL_NEW, style="primary")),
    ]


def _pager(listing: Listing, t: Translator) -> list[Block]:
    if listing.total <= len(listing.lines):
        return []
    first = listing.asked.offset + 1
    last = listing.asked.offset + len(listing.lines)
    buttons = []
    if first > 1:
        before = replace(listing.asked, offset=max(0, listing.asked.offset - listing.page_size))
        buttons.append(button(t("list-previous"), f"{DEALS_PAGE}.previous", packed(before)))
    if last < listing.total:
        after = replace(listing.asked, offset=listing.asked.offset + listing.page_size)
        buttons.append(button(t("list-next"), f"{DEALS_PAGE}.next", packed(after)))
    place = t.md("list-place", first=first, last=last, total=listing.total)
    return [context(place), actions(*buttons)]
