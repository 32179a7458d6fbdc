"""The contract's table of rights, from the first command on."""

from bot.sandbox.people import Member
from tests.journeys.stage import Stage, by_http, everything

ACME = "/deal new Acme pilot for Acme 12k"


async def team_up(stage: Stage) -> None:
    """Jonas reports to Marta; 지우 to nobody."""
    for person in ("U1", "U2", "U3"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")
    await stage.type("U1", ACME)
    await stage.type("U2", "/deal new 한빛 파일럿 for 한빛전자 300만원")


async def test_a_rep_logs_on_anyones_deal_but_changes_only_their_own(stage: Stage) -> None:
    await team_up(stage)
    logged = await stage.type("U2", "/log call Acme - 도와줬음 > 견적 금요일")
    assert "*Acme pilot* – 통화를 기록했습니다" in logged["text"]
    assert "다음 행동은 그대로" in everything(logged)
    refused = await stage.type("U2", "/deal move Acme pilot to proposal")
    assert "Jonas 님의 딜입니다" in refused["text"]


async def test_a_colleagues_card_offers_what_one_may_do_and_names_whom_to_ask(
    stage: Stage,
) -> None:
    await team_up(stage)
    theirs = everything(await stage.type("U2", "/deal show Acme pilot"))
    assert "<@U1>" in theirs
    assert "딜은" in theirs
    assert "deal.log" in theirs
    assert "deal.move" not in theirs
    for person in ("U1", "U3"):
        own = everything(await stage.type(person, "/deal show Acme pilot"))
        assert "deal.move" in own
        assert "moves and closes this deal" not in own


async def test_a_manager_changes_and_assigns_the_own_teams_deals_only(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U3", "/deal move Acme pilot to discovery")
    await stage.fill("U3", budget_holder="their CFO")
    assert await stage.appears("U3", "moved from")
    refused = await stage.type("U3", "/deal move 한빛 파일럿 to proposal")
    assert "belongs to 지우" in refused["text"]
    assigned = await stage.type("U3", "/deal assign Acme pilot @지우")
    assert "now belongs to <@U2>" in assigned["text"]
    told = await stage.appears("U2", "딜을 배정했습니다", stage.sandbox.dm("U2"))
    assert "Acme pilot" in told["text"]


async def test_people_can_be_set_and_given_deals_before_their_own_first_word(stage: Stage) -> None:
    set_ = await stage.type("U4", "/crm people set @Marta role:manager team:West")
    assert "<@U3> is set: Manager" in set_["text"]
    await stage.type("U4", "/deal new Globex rollout for Globex")
    assigned = await stage.type("U4", "/deal assign Globex rollout @Jonas")
    assert "now belongs to <@U1>" in assigned["text"]
    guest = await stage.type("U4", "/deal assign Globex rollout @Gus Guest")
    assert "no longer here" in guest["text"]


@by_http
async def test_so_can_whoever_is_only_named_as_people_type_names(stage: Stage) -> None:
    """Slack passes on as typed what it knows for no one's whole name."""
    add = stage.sandbox.ws.add_member
    add(Member(id="U6", name="pat", real_name="Patrick Stone", display_name="Rick"))
    add(Member(id="U7", name="kim1", real_name="Mina Kim"))
    add(Member(id="U8", name="kim2", real_name="Mina Koh"))
    add(Member(id="U9", name="bill", real_name="William Guest", is_restricted=True))
    set_ = await stage.type("U4", "/crm people set @Patrick role:manager team:West")
    assert "<@U6> is set: Manager" in set_["text"]
    for name in ("Mina", "William", "Nobody"):
        refused = await stage.type("U4", f"/crm people set @{name} role:manager")
        assert f"“{name}”" in refused["text"], "two are called so, a guest is, nobody is"


@by_http
async def test_where_slack_lists_nobody_a_typed_name_is_refused_as_ever(stage: Stage) -> None:
    stage.sandbox.faults.refuse("users.list", "missing_scope")
    refused = await stage.type("U4", "/crm people set @Nobody role:manager")
    assert "“Nobody”" in refused["text"]


async def test_a_rep_assigns_nothing_and_sets_nobody(stage: Stage) -> None:
    await team_up(stage)
    assert (
        "Assigning deals is for managers"
        in (await stage.type("U1", "/deal assign Acme pilot @지우"))["text"]
    )
    assert "Only admins" in (await stage.type("U1", "/crm people set @Marta role:rep"))["text"]


async def test_an_admin_changes_every_deal_but_not_the_last_admin(stage: Stage) -> None:
    await team_up(stage)
    await stage.type("U4", "/deal move 한빛 파일럿 to discovery")
    await stage.fill("U4", budget_holder="구매팀장")
    assert await stage.appears("U4", "moved from")
    assert "the last admin" in (await stage.type("U4", "/crm people set @Ada role:rep"))["text"]
    circle = await stage.type("U4", "/crm people set @Marta manager:@Jonas")
    assert "their own manager" in circle["text"]


@by_http
async def test_who_comes_on_a_saturday_is_told_when_their_week_begins(stage: Stage) -> None:
    await stage.let_pass(4)
    await stage.type("U1", "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")
    assert "Your week begins with your next" in (await stage.type("U1", "/crm me"))["text"]
    assert "from the next one on" in (await stage.type("U3", "/crm team"))["text"]
    assert "not set as a rep" in (await stage.type("U3", "/crm me"))["text"]
