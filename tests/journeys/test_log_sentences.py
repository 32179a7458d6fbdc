"""A line logged as it would be told to a colleague: the kind and the promise in it are heard."""

from tests.journeys.stage import Stage, everything
from tests.journeys.test_saying import _tell


async def test_a_sentence_is_logged_with_its_kind_and_its_promise(stage: Stage) -> None:
    await stage.type("U1", "/deal new Wayne Freight rollout for Wayne Freight 5k")
    logged = await stage.type("U1", "/log called Wayne Freight, they liked it, send pricing friday")
    assert "*Call* logged" in logged["text"]
    assert "By Fri, Mar 6: send pricing" in everything(logged)
    assert "they liked it, send pricing friday" in everything(logged)
    await stage.press("U1", logged, "Undo")
    await stage.appears("U1", "no longer logged")
    timed = await stage.type("U1", "/log called Wayne Freight, call them back friday at 3pm")
    assert "By Fri, Mar 6, 3:00 PM: call them back" in everything(timed)
    await stage.press("U1", timed, "Undo")
    await stage.appears("U1", "no longer logged")
    assert "No next step planned" in everything(await stage.type("U1", "/deal show Wayne"))
    await stage.type("U2", "/deal 새 다온 구축 고객사 다온건설 300만원")
    korean = await stage.type("U2", "/log 다온건설 통화했는데 반응 좋음. 금요일까지 계약서 보내기")
    assert "통화를 기록했습니다" in korean["text"]
    assert "3월 6일 (금)까지: 계약서 보내기" in everything(korean)


async def test_a_promise_takes_no_dated_steps_place_without_a_tap(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 5k")
    await stage.type("U1", "/deal next Acme pilot meet the CFO thursday")
    logged = await stage.type("U1", "/log call Acme went well, send pricing friday")
    assert "By Thu, Mar 5: meet the CFO" in everything(logged)
    assert "Set “send pricing” as the next step, by Fri, Mar 6?" in everything(logged)
    await stage.press("U1", logged, "Set it")
    assert await stage.appears("U1", "By Fri, Mar 6: send pricing")


async def test_a_day_that_is_none_takes_no_dated_steps_place(stage: Stage) -> None:
    await stage.type("U1", "/deal new Acme pilot for Acme 5k")
    await stage.type("U1", "/deal next Acme pilot meet the CFO thursday")
    logged = await stage.type("U1", "/log call Acme - fine > send pricing feb 30")
    assert "By Thu, Mar 5: meet the CFO" in everything(logged)
    assert "“feb 30” is no day I can read" in everything(logged)
    assert "fine > send pricing feb 30" in everything(logged)
    await stage.press("U1", logged, "Choose the day")
    form = str(stage.sandbox.stack("U1")[-1]["blocks"])
    assert "send pricing" in form
    await stage.fill("U1", what="send pricing", due="2026-03-09")
    assert await stage.appears("U1", "By Mon, Mar 9: send pricing")
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 다음 한빛 파일럿 방문 금요일")
    kept = await stage.type("U2", "/log 통화 한빛전자 - 긍정적 > 견적 보내기 2/30")
    assert "날짜로 읽을 수 없어" in everything(kept)


async def test_a_day_that_there_is_not_is_told_wherever_it_is_typed(stage: Stage) -> None:
    undated = await stage.type("U1", "/deal new Acme pilot for Acme 5k closes feb 30")
    assert "“feb 30” is no date I can read" in everything(undated)
    assert "Acme pilot for Acme 5k closes feb 30" in everything(undated), "what was typed is kept"
    await stage.type("U1", "/deal new Acme pilot for Acme 5k")
    logged = await stage.type("U1", "/log call Acme - fine > send pricing feb 30")
    assert "“feb 30” is not in any calendar" in everything(logged)
    told = await stage.type("U1", "/log Acme they like it, send pricing by nov 31")
    assert "“by nov 31” is no day I can read" in everything(told)
    assert "they like it, send pricing by nov 31" in everything(told)
    await stage.press("U1", told, "Choose the day")
    assert "'send pricing'" in str(stage.sandbox.stack("U1")[-1]["blocks"])
    await stage.type("U1", "/deal hold Acme until feb 30 budget is frozen")
    form = str(stage.sandbox.stack("U1")[-1]["blocks"])
    assert "“until feb 30” is no day I can read" in form
    assert "'budget is frozen'" in form
    card = await _tell(stage, "U1", "called Acme, send quote Feb 30", "Shall I log it?")
    assert "“Feb 30” is not in any calendar" in everything(card)
    assert "send quote Feb 30*, no date yet" in everything(card)
    await stage.press("U1", card, "Edit")
    assert "“Feb 30” is no day I can read" in str(stage.sandbox.stack("U1")[-1]["blocks"])
    refused = await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원 2월 30일 마감")
    assert "“2월 30일” – 날짜로 읽을 수 없습니다" in everything(refused)


async def test_a_misspelt_day_is_said_to_be_none_and_asked_for(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex 5k")
    await stage.type("U1", "/deal next Globex send contract febuary 3")
    form = str(stage.sandbox.stack("U1")[-1]["blocks"])
    assert "“febuary 3” is no day I can read" in form
    assert "'send contract'" in form
    await stage.fill("U1", due="2026-03-09")
    assert await stage.appears("U1", "By Mon, Mar 9: send contract")
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    await stage.type("U2", "/deal 다음 한빛 파일럿 계약서 보내기 13/45")
    assert "“13/45” – 날짜로 읽을 수 없습니다" in str(stage.sandbox.stack("U2")[-1]["blocks"])


async def test_a_lost_form_that_knows_its_reason_wants_its_note(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex 5k")
    await stage.type("U1", "/deal lost Globex - competitor")
    blocks = stage.sandbox.stack("U1")[-1]["blocks"]
    [note] = [one for one in blocks if one.get("block_id") == "note"]
    assert note["optional"] is False


async def test_a_misspelt_kind_is_the_kind_where_a_name_follows(stage: Stage) -> None:
    await stage.type("U1", "/deal new Globex rollout for Globex 5k")
    logged = await stage.type("U1", "/log cal Globex - they like it")
    assert "*Call* logged on *Globex rollout*" in logged["text"]
    assert "*Meeting* logged" in (await stage.type("U1", "/log meetng Globex went well"))["text"]
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    korean = await stage.type("U2", "/log 통하 한빛전자 - 긍정적")
    assert "*한빛 파일럿* – 통화를 기록했습니다" in korean["text"]
    unknown = await stage.type("U1", "/log cal Initrode - lunch")
    assert "called “cal Initrode" in unknown["text"]


async def test_a_promise_for_no_day_is_kept_and_its_day_asked_for(stage: Stage) -> None:
    await stage.type("U2", "/deal 새 한빛 파일럿 고객사 한빛전자 300만원")
    card = await _tell(stage, "U2", "한빛전자 통화, 2월 30일까지 견적서", "기록할까요?")
    assert "“2월 30일까지”" in everything(card)
    await stage.press("U2", card, "확인")
    logged = await stage.appears("U2", "기록했습니다", stage.sandbox.dm("U2"))
    assert "견적서" in everything(logged)
    shown = await stage.type("U2", "/deal 보기 한빛 파일럿")
    assert "견적서" in everything(shown)
