"""A leader's questions, answered where they are asked; each sees what is theirs to see."""

from tests.journeys.stage import Stage, everything
from tests.journeys.test_home import opened


async def begin(stage: Stage) -> None:
    """Marta leads Jonas; 지우 sells for nobody; each rep has a deal."""
    for person in ("U1", "U2", "U3", "U4"):
        await stage.type(person, "/crm today")
    await stage.type("U4", "/crm people set @Marta role:manager team:West")
    await stage.type("U4", "/crm people set @Jonas manager:@Marta team:West")
    await stage.type("U1", "/deal new Acme pilot for Acme 12,000 USD")
    await stage.type("U2", "/deal new 한빛 파일럿 고객사 한빛전자 300만원")


async def test_the_two_questions_of_a_leader(stage: Stage) -> None:
    await begin(stage)
    told = await stage.type("U4", "/crm report opportunities last 6 months by month")
    assert "*New opportunities*, Wed, Oct 1, 2025 to Tue, Mar 3, 2026 · everybody's" in told["text"]
    said = everything(told)
    assert "2026-03" in said
    assert "$12,000" in said
    assert "₩3,000,000" in said
    assert "data_visualization" in said
    rate = everything(await stage.type("U4", "/crm report productivity last 6 months by month"))
    assert "Won amount ÷ everyone who was here as a rep" in rate


async def test_a_rep_sees_their_own_row_and_a_manager_the_team(stage: Stage) -> None:
    await begin(stage)
    own = everything(await stage.type("U1", "/crm report opportunities by rep"))
    assert "your own" in own
    assert "Jonas" in own
    assert "지우" not in own
    team = everything(await stage.type("U3", "/crm report opportunities by rep"))
    assert "your team's" in team
    assert "지우" not in team
    every = everything(await stage.type("U4", "/crm report opportunities by rep"))
    assert "지우" in every


async def test_another_grouping_is_a_tap_away_and_so_is_the_file(stage: Stage) -> None:
    await begin(stage)
    told = await stage.type("U4", "/crm report opportunities")
    await stage.press("U4", told, "By rep")
    page = await stage.appears("U4", "Jonas")
    await stage.press("U4", page, "CSV")
    assert await stage.appears("U4", "The file is on its way")

    def arrived() -> list:
        return [one for one in stage.seen("U4", stage.sandbox.dm("U4")) if one.get("files")]

    [file] = (await stage.sandbox.until(arrived))[0]["files"]
    assert file["name"] == "opportunities.csv"


async def test_the_forecast_weighs_the_open_deals(stage: Stage) -> None:
    await begin(stage)
    said = everything(await stage.type("U1", "/crm forecast"))
    assert "Best case" in said
    assert "$1,200" in said, "ten percent of it"
    korean = everything(await stage.type("U2", "/crm 예측"))
    assert "확약" in korean
    by_stage = everything(await stage.type("U4", "/crm report pipeline by stage"))
    assert "Qualification" in by_stage


async def test_each_sees_their_own_week_and_a_manager_the_teams(stage: Stage) -> None:
    await begin(stage)
    await stage.type("U1", "/log call Acme - they like it > send quote friday")
    own = everything(await stage.type("U1", "/crm me"))
    assert "active on *1* day, with 1 working day in it" in own
    assert "1, 1 with a next step" in own
    assert "*활동*" in everything(await stage.type("U2", "/crm 나"))
    assert "`/crm team`" in (await stage.type("U4", "/crm me"))["text"]
    assert "fewer than 4" in (await stage.type("U1", "/crm team"))["text"]
    assert "자기 팀의 평균" in (await stage.type("U2", "/crm team @Marta"))["text"]
    team = everything(await stage.type("U3", "/crm team"))
    assert "Jonas" in team
    assert "지우" not in team
    assert "지우" in everything(await stage.type("U4", "/crm team"))
    refused = await stage.type("U3", "/crm team @Ada")
    assert "for its manager, leaders and admins" in refused["text"]


async def test_what_cannot_be_told_is_said(stage: Stage) -> None:
    await begin(stage)
    assert "Which report?" in (await stage.type("U4", "/crm report"))["text"]
    assert "Which report?" in (await stage.type("U4", "/crm report as csv"))["text"]
    odd = await stage.type("U4", "/crm report wins by weather")
    assert "I don't know these words" in odd["text"]
    assert (
        "can't be told by stage"
        in (await stage.type("U4", "/crm report productivity by stage"))["text"]
    )


async def test_last_week_is_the_week_before_and_last_quarter_the_quarter(stage: Stage) -> None:
    await begin(stage)
    week = await stage.type("U4", "/crm report wins last week by rep")
    assert "Mon, Feb 23, 2026 to Sun, Mar 1, 2026" in week["text"]
    quarter = await stage.type("U2", "/crm 보고서 수주 지난 분기 담당자별")
    assert "2025년 10월 1일 (수)부터 2025년 12월 31일 (수)까지" in quarter["text"]


async def test_figures_in_a_form_have_what_they_count_beside_them(stage: Stage) -> None:
    """A form shows no table: what is opened from Home stands in words."""
    await begin(stage)
    await stage.type("U4", "/crm people set @지우 role:leader")
    for person, button, labels in (
        ("U3", "The week", ("Active days: 1", "Hygiene: ", "Open deals: 1")),
        ("U2", "담당자당 수주 보고서", ("담당자 수 1", "수주 금액 US$0")),
    ):
        home = await opened(stage, person)
        await stage.press_in_view(person, home, button)
        said = str(stage.sandbox.stack(person)[-1]["blocks"])
        assert all(label in said for label in labels), said


async def test_the_forecast_is_of_today(stage: Stage) -> None:
    await begin(stage)
    forecast = await stage.type("U1", "/crm forecast")
    assert forecast["text"].startswith("*Forecast*, as it stands today")


async def test_a_korean_is_told_the_kinds_in_korean(stage: Stage) -> None:
    await begin(stage)
    which = (await stage.type("U2", "/crm 보고서"))["text"]
    assert "기회, 수주, 생산성" in which
    assert "adoption" not in which
    not_by = (await stage.type("U2", "/crm 보고서 생산성 단계별"))["text"]
    assert "생산성 보고서는 단계별로 볼 수 없습니다" in not_by
    assert "담당자별" in not_by


async def test_the_report_is_korean_for_a_korean_reader(stage: Stage) -> None:
    await begin(stage)
    said = everything(await stage.type("U2", "/crm 보고서 기회 최근 6개월 월별"))
    assert "새 영업 기회" in said
    assert "₩3,000,000" in said


async def test_evidence_says_what_it_lacks_and_what_it_does_not_prove(stage: Stage) -> None:
    await begin(stage)
    told = everything(await stage.type("U1", "/crm report evidence"))
    assert "your own deals" in told
    assert "10 of each are needed" in told
    assert "what goes together, not what causes a win" in told
    mine = await stage.type("U1", "/crm me")
    await stage.press("U1", mine, "What goes with my wins")
    assert await stage.appears("U1", "What goes with winning")
    korean = everything(await stage.type("U2", "/crm 보고서 근거"))
    assert "각각 10건이 필요합니다" in korean


async def test_a_hundred_years_are_not_told_at_once(stage: Stage) -> None:
    await begin(stage)
    for person, line, said in (
        ("U4", "/crm report wins last 99 years", "Try `/crm report wins last 10 years`"),
        ("U4", "/crm report wins last 4 years by week", "of 3 years at most"),
        ("U2", "/crm 보고서 수주 최근 99년", "/crm 보고서 수주 최근 10년"),
        ("U4", "/crm report wins last 10 years", "*Wins and losses*, "),
    ):
        assert said in everything(await stage.type(person, line)), line
