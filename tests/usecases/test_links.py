"""A card gathers the addresses in the notes of a long story, and stays within Slack's limits."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.domain.outcomes import Report, Target
from bot.i18n import LANGUAGES, translator
from bot.usecases import activities, contacts, lines
from bot.views import account_card, deal_card
from store.engine import Store
from tests.anywords import harmless, markdown
from tests.makers import START, Team, make_deal

LONG = "https://docs.example.com/" + "a&b" * 150


@pytest.fixture
def deal_id(store: Store, team: Team) -> int:
    """A deal of 500 activities: one in a hundred names an address, one came from a message."""
    deal = make_deal(store, team.rep, account="Acme")

    def act(session: Session) -> int:
        for nth in range(500):
            note = (
                f"see {LONG}{nth}, <b> & https://evil.example|<!channel>"
                if nth % 100 == 0
                else "hi"
            )
            where = "https://t.slack.com/archives/C1/p1" if nth == 450 else None
            report = Report("note", note, permalink=where, said_by="U3" if where else None)
            at = START + timedelta(minutes=nth)
            activities.log(session, team.rep, Target(deal.id), report, at)
        return deal.id

    return store.run(team.id, act)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_links_stand_on_the_card(
    store: Store, team: Team, deal_id: int, language: str
) -> None:
    t = translator(language)
    now = START + timedelta(days=1)
    card = store.ask(team.id, lines.card, deal_id, now)
    told = [one.url for one in card.links]
    evil = "https://evil.example"
    assert told == [
        "https://t.slack.com/archives/C1/p1",
        f"{LONG}400",
        evil,
        f"{LONG}300",
        f"{LONG}200",
    ]
    assert card.more == 495
    page = deal_card.build(card, t, team.rep.today(now))
    harmless(page)
    assert "<https://evil.example|evil.example>" in markdown(page)
    account_id = card.deal.account_id
    assert account_id is not None
    company = store.ask(team.id, contacts.account_card, team.rep, account_id, now)
    assert company.links == card.links
    harmless(account_card.build(company, t))
