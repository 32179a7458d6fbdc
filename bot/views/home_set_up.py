"""An admin's part of Home: what is set up, what isn't, and what to do next about it."""

from bot.domain.homes import Chore, SetUp
from bot.domain.outcomes import Asked
from bot.i18n import Translator
from bot.ids import DEALS_PAGE, PEOPLE_SHOW, PLAYBOOK_EDIT, PLAYBOOK_SHOW, SETTINGS_OPEN
from bot.views import carry, deal_list
from bot.views.blocks import Block, button, divider, section


def parts(set_up: SetUp, t: Translator) -> list[Block]:
    title = t.md("home-set-up", done=len(set_up.done), chores=len(Chore))
    return [divider(), section(title), *(_chore(one, set_up, t) for one in Chore)]


def _chore(chore: Chore, set_up: SetUp, t: Translator) -> Block:
    state = "done" if chore in set_up.done else "todo"
    said = t.md(
        f"home-chore-{chore.value}-{state}",
        version=set_up.version,
        managers=set_up.managers,
        unled=set_up.unled,
        zone=t.place(set_up.tz),
        holidays=_holidays(set_up.country, t),
        currency=set_up.currency,
        deals=set_up.deals,
    )
    return section(said, _way(chore, set_up, t))


def _holidays(country: str | None, t: Translator) -> str:
    if country is None:
        return t("home-own-holidays")
    return t.country(country) if country else t("settings-no-holidays")


def _way(chore: Chore, set_up: SetUp, t: Translator) -> Block:
    """Where to look at it, or to do something about it."""
    match chore:
        case Chore.PLAYBOOK if chore in set_up.done:
            value = carry.pack(version=set_up.version)
            return button(t("home-show"), f"{PLAYBOOK_SHOW}.home", value)
        case Chore.PLAYBOOK:
            return button(t("home-edit-playbook"), PLAYBOOK_EDIT)
        case Chore.PEOPLE:
            return button(t("home-people"), PEOPLE_SHOW)
        case Chore.DEALS:
            asked = Asked(scope="all", sort="created", descending=True)
            return button(t("home-all-deals"), f"{DEALS_PAGE}.brought", deal_list.packed(asked))
    return button(t("home-settings"), f"{SETTINGS_OPEN}.{chore.value}")
