"""The Web API: who may call, how often, and what the methods give."""

import json
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.faults import Faults
from tests.sandbox.stage import MANIFEST, SCOPES, Stage, stage


async def refusal(call: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as refused:
        await call
    told = refused.value.response
    return {"status": told.status_code, **told.data}


def section(text: str = "hello") -> list[dict[str, Any]]:
    return [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]


async def test_auth_test_tells_who_the_token_belongs_to() -> None:
    async with stage("http") as on:
        told = await on.client.auth_test()
        assert (told["team_id"], told["user_id"]) == ("T0SANDBOX", "U0SBXBOT")
        assert told.headers["x-oauth-scopes"].startswith("chat:write,commands")


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        ("", "auth.test", "not_authed"),
        ("xoxb-other", "auth.test", "invalid_auth"),
        ("xapp-1-sandbox-app", "auth.test", "not_allowed_token_type"),
        ("xoxb-sandbox-bot", "apps.connections.open", "not_allowed_token_type"),
        ("xoxb-sandbox-bot", "chat.dance", "unknown_method"),
        ("xoxb-sandbox-bot", "users.lookupByEmail", "missing_scope"),
    ],
)
async def test_callers_are_checked(token: str, method: str, error: str) -> None:
    async with stage("http") as on:
        client = AsyncWebClient(token, base_url=on.running.api_url)
        assert (await refusal(client.api_call(method)))["error"] == error


async def test_a_missing_scope_is_named() -> None:
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": ["commands"]}}}
    async with stage("http", manifest=manifest) as on:
        told = await refusal(on.client.chat_postMessage(channel="C1", text="x"))
        assert (told["error"], told["needed"], told["provided"]) == (
            "missing_scope",
            "chat:write",
            "commands",
        )


@pytest.mark.parametrize("how", ["json", "form", "query"])
async def test_arguments_come_as_json_form_or_query(how: str) -> None:
    args = {"channel": "C1", "text": "x", "team_id": "T0SANDBOX"}
    async with stage("http") as on:
        headers = {"Authorization": f"Bearer {on.sandbox.tokens.bot}"}
        url = on.running.api_url + "chat.postMessage"
        nested = args | {"blocks": json.dumps(section())}
        ways: dict[str, dict[str, Any]] = {
            "json": {"json": args | {"blocks": section()}},
            "form": {"data": nested},
            "query": {"params": nested},
        }
        async with aiohttp.ClientSession(headers=headers) as session:
            verb = session.get if how == "query" else session.post
            async with verb(url, **ways[how]) as response:
                assert (await response.json())["ok"]
        [message] = on.seen()
        assert message["blocks"][0]["text"]["text"] == "hello"
        assert message["blocks"][0]["block_id"]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": "C9", "text": "x"}, "channel_not_found"),
        ({"channel": "C2", "text": "x"}, "not_in_channel"),
        ({"channel": "C3", "text": "x"}, "is_archived"),
        ({"channel": "C1"}, "no_text"),
        ({"text": "x"}, "invalid_arguments"),
        ({"channel": "C1", "text": "x", "blocks": [{"type": "x"}]}, "invalid_blocks"),
        ({"channel": "C1", "text": "x", "blocks": {}}, "invalid_blocks_format"),
        ({"channel": "C1", "text": "x", "metadata": {"a": 1}}, "invalid_metadata_format"),
        ({"channel": "C1", "text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"channel": "U0SBXBOT", "text": "x"}, "cannot_dm_bot"),
    ],
)
async def test_messages_are_refused_with_slacks_codes(args: dict[str, Any], error: str) -> None:
    async with stage("http") as on:
        on.sandbox.ws.add_channel("C2", "elsewhere", ["U1"])
        on.sandbox.ws.add_channel("C3", "old", ["U1", "U0SBXBOT"], is_archived=True)
        assert (await refusal(on.client.api_call("chat.postMessage", json=args)))["error"] == error


async def test_what_is_wrong_with_blocks_is_pointed_at() -> None:
    async with stage("http") as on:
        blocks = section("x" * 3001)
        told = await refusal(on.client.chat_postMessage(channel="C1", text="x", blocks=blocks))
        assert told["response_metadata"]["messages"] == [
            "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
        ]


async def test_a_person_as_channel_means_the_direct_message() -> None:
    async with stage("http") as on:
        told = await on.client.chat_postMessage(channel="U2", text="psst")
        opened = await on.client.conversations_open(users=["U2"])
        assert told["channel"] == opened["channel"]["id"] == on.sandbox.dm("U2")
        assert on.texts(on.sandbox.dm("U2"), "U2") == ["psst"]
        assert on.seen(on.sandbox.dm("U2"), "U1") == []


async def test_messages_are_changed_and_deleted() -> None:
    async with stage("http") as on:
        ts = (await on.client.chat_postMessage(channel="C1", text="one"))["ts"]
        await on.client.chat_update(channel="C1", ts=ts, text="two")
        [message] = on.seen()
        assert (message["text"], message["edited"], message["ts"]) == ("two", True, ts)
        await on.client.chat_delete(channel="C1", ts=ts)
        assert on.seen() == []
        told = await refusal(on.client.chat_update(channel="C1", ts=ts, text="three"))
        assert told["error"] == "message_not_found"


async def test_an_update_keeps_the_blocks_that_it_does_not_name() -> None:
    async with stage("http") as on:
        sent = await on.client.chat_postMessage(channel="C1", text="x", blocks=section())
        where = {"channel": "C1", "ts": sent["ts"]}
        await on.client.chat_update(**where, text="two")
        assert on.seen()[0]["blocks"][0]["text"]["text"] == "hello"
        await on.client.chat_update(**where, text="two", blocks=[])
        assert on.seen()[0]["blocks"] is None


async def test_an_apps_update_is_short_and_of_its_own_message() -> None:
    async with stage("http") as on:
        ts = (await on.client.chat_postMessage(channel="C1", text="one"))["ts"]
        long = await refusal(on.client.chat_update(channel="C1", ts=ts, text="x" * 4001))
        assert long["error"] == "msg_too_long"
        await on.sandbox.act(as_="U1", kind="message", channel="C1", text="mine")
        theirs = on.seen()[-1]["ts"]
        told = await refusal(on.client.chat_update(channel="C1", ts=theirs, text="yours"))
        assert told["error"] == "cant_update_message"
        told = await refusal(on.client.chat_delete(channel="C1", ts=theirs))
        assert told["error"] == "cant_delete_message"


async def test_rich_text_does_not_become_another_block() -> None:
    rich = [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}]
    async with stage("http") as on:
        ts = (await on.client.chat_postMessage(channel="C1", text="x", blocks=rich))["ts"]
        told = await refusal(on.client.chat_update(channel="C1", ts=ts, text="x", blocks=section()))
        assert told["error"] == "block_mismatch"


async def test_an_ephemeral_message_is_for_one_and_not_found_again() -> None:
    async with stage("http") as on:
        sent = await on.client.chat_postEphemeral(channel="C1", user="U1", text="only you")
        assert on.texts(viewer="U1") == ["only you"]
        assert on.texts(viewer="U2") == []
        ts = sent["message_ts"]
        told = await refusal(on.client.chat_update(channel="C1", ts=ts, text="x"))
        assert told["error"] == "message_not_found"
        told = await refusal(on.client.chat_postEphemeral(channel="C1", user="U3", text="x"))
        assert told["error"] == "user_not_in_channel"


async def test_threads_count_their_replies() -> None:
    async with stage("http") as on:
        ts = (await on.client.chat_postMessage(channel="C1", text="root"))["ts"]
        await on.client.chat_postMessage(channel="C1", text="reply", thread_ts=ts)
        [root] = on.seen()
        assert root["reply_count"] == 1
        thread = on.sandbox.messages("C1", "U1", thread=ts)
        assert [one["text"] for one in thread] == ["root", "reply"]
        told = await on.client.conversations_replies(channel="C1", ts=ts)
        assert [one["text"] for one in told["messages"]] == ["root", "reply"]


async def test_one_message_a_second_goes_to_a_channel_after_a_burst() -> None:
    async with stage("http") as on:
        for _ in range(4):
            await on.client.chat_postMessage(channel="C1", text="x")
        told = await refusal(on.client.chat_postMessage(channel="C1", text="x"))
        assert (told["status"], told["error"]) == (429, "ratelimited")
        await on.client.chat_postMessage(channel="U1", text="elsewhere")
        on.ticks.now += 1
        await on.client.chat_postMessage(channel="C1", text="x")


async def test_a_tier_holds_for_a_minute_of_the_sandboxs_clock() -> None:
    async with stage("http") as on:
        for _ in range(20):
            await on.client.users_list()
        told = await refusal(on.client.users_list())
        assert told["error"] == "ratelimited"
        await on.sandbox.clock.advance(60)
        await on.client.users_list()


async def test_retry_after_is_told_and_can_be_obeyed() -> None:
    faults = Faults()
    async with stage("http", faults=faults) as on:
        faults.limit("chat.postMessage", retry_after=0)
        on.client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
        await on.client.chat_postMessage(channel="C1", text="x")
        statuses = [one.status for one in on.sandbox.traffic.find("chat.postMessage")]
        assert statuses == [429, 200]


async def test_limits_can_be_switched_off() -> None:
    async with stage("http", rate_limits=False) as on:
        for _ in range(30):
            await on.client.chat_postMessage(channel="C1", text="x")


async def test_trouble_is_made_to_order() -> None:
    async with stage("http") as on:
        on.sandbox.faults.refuse("chat.postMessage", "channel_not_found")
        told = await refusal(on.client.chat_postMessage(channel="C1", text="x"))
        assert told["error"] == "channel_not_found"
        on.sandbox.faults.fail("*", 503)
        assert (await refusal(on.client.auth_test()))["status"] == 503
        on.sandbox.faults.revoke_token()
        assert (await refusal(on.client.auth_test()))["error"] == "token_revoked"
        on.sandbox.faults.restore_token()
        await on.client.auth_test()


async def test_a_swallowed_call_is_carried_out_and_never_answered() -> None:
    async with stage("http") as on:
        on.sandbox.faults.swallow("chat.postMessage")
        hasty = AsyncWebClient(on.sandbox.tokens.bot, base_url=on.running.api_url, timeout=1)
        hasty.timeout = 0.2  # type: ignore[assignment] # finer than whole seconds
        with pytest.raises(TimeoutError):
            await hasty.chat_postMessage(channel="C1", text="taken")
        assert on.texts() == ["taken"]


async def test_users_info_has_slacks_shape() -> None:
    async with stage("http") as on:
        user = (await on.client.users_info(user="U2", include_locale=True))["user"]
        assert {key: user[key] for key in ("id", "team_id", "name", "real_name", "locale")} == {
            "id": "U2",
            "team_id": "T0SANDBOX",
            "name": "jiwoo",
            "real_name": "김지우",
            "locale": "ko-KR",
        }
        assert (user["tz"], user["tz_offset"]) == ("Asia/Seoul", 32_400)
        assert user["tz_label"]
        for flag in ("is_admin", "is_owner", "is_bot", "is_restricted", "is_ultra_restricted"):
            assert user[flag] is False
        assert user["deleted"] is False
        assert user["profile"]["real_name"] == "김지우"
        assert "email" not in user["profile"]
        plain = (await on.client.users_info(user="U2"))["user"]
        assert "locale" not in plain
        assert (await refusal(on.client.users_info(user="U9")))["error"] == "user_not_found"


async def test_addresses_are_for_those_who_may_see_them() -> None:
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": [*SCOPES, "users:read.email"]}}}
    async with stage("http", manifest=manifest) as on:
        found = await on.client.users_lookupByEmail(email="Jonas@example.com")
        assert found["user"]["profile"]["email"] == "jonas@example.com"
        told = await refusal(on.client.users_lookupByEmail(email="no@example.com"))
        assert told["error"] == "users_not_found"


async def test_lists_are_paged() -> None:
    async with stage("http") as on:
        names: list[str] = []
        async for page in await on.client.users_list(limit=2):
            names += [one["name"] for one in page["members"]]
        assert names == ["jonas", "jiwoo", "guest", "echo"]


async def test_channels_are_read_by_their_scopes() -> None:
    async with stage("http") as on:
        shown = await on.client.conversations_info(channel="C1")
        assert shown["channel"]["is_member"]
        members = await on.client.conversations_members(channel="C1")
        assert members["members"] == ["U0SBXBOT", "U1", "U2"]
        history = await on.client.conversations_history(channel="C1")
        assert history["messages"] == []
        on.sandbox.ws.add_channel("C7", "secret", ["U0SBXBOT"], is_private=True)
        told = await refusal(on.client.conversations_history(channel="C7"))
        assert (told["error"], told["needed"]) == ("missing_scope", "groups:history")


async def test_scheduled_messages_are_sent_when_the_clock_gets_there() -> None:
    async with stage("http") as on:
        at = int(on.sandbox.clock().timestamp()) + 3600
        kept = await on.client.chat_scheduleMessage(channel="C1", post_at=at, text="later")
        gone = await on.client.chat_scheduleMessage(channel="C1", post_at=at, text="never")
        await on.client.chat_deleteScheduledMessage(
            channel="C1", scheduled_message_id=gone["scheduled_message_id"]
        )
        listed = await on.client.chat_scheduledMessages_list()
        assert [one["id"] for one in listed["scheduled_messages"]] == [kept["scheduled_message_id"]]
        await on.sandbox.clock.advance(3500)
        assert on.seen() == []
        await on.sandbox.clock.advance(200)
        assert on.texts() == ["later"]


async def test_scheduling_has_its_limits() -> None:
    async with stage("http") as on:
        now = int(on.sandbox.clock().timestamp())
        for post_at, error in ((now - 1, "time_in_past"), (now + 121 * 86_400, "time_too_far")):
            call = on.client.chat_scheduleMessage(channel="C1", post_at=post_at, text="x")
            assert (await refusal(call))["error"] == error
        for _ in range(30):
            await on.client.chat_scheduleMessage(channel="C1", post_at=now + 600, text="x")
        call = on.client.chat_scheduleMessage(channel="C1", post_at=now + 700, text="x")
        assert (await refusal(call))["error"] == "restricted_too_many"


async def test_a_scheduled_message_with_metadata_never_comes() -> None:
    async with stage("http") as on:
        metadata = {"event_type": "x", "event_payload": {}}
        now = int(on.sandbox.clock().timestamp())
        await on.client.chat_scheduleMessage(
            channel="C1", post_at=now + 60, text="x", metadata=metadata
        )
        await on.sandbox.clock.advance(120)
        assert on.seen() == []


async def test_files_are_uploaded_shared_and_fetched() -> None:
    async with stage("http") as on:
        told = await on.client.files_upload_v2(
            filename="chart.png", content=b"\x89PNG", channel="C1", initial_comment="The chart"
        )
        file_id = told["file"]["id"]
        [message] = on.seen()
        assert message["text"] == "The chart"
        [file] = message["files"]
        assert (file["name"], file["mimetype"], file["size"]) == ("chart.png", "image/png", 4)
        async with aiohttp.ClientSession() as session, session.get(file["url"]) as response:
            assert await response.read() == b"\x89PNG"
        info = await on.client.files_info(file=file_id)
        assert info["file"]["channels"] == ["C1"]
        await on.client.files_delete(file=file_id)
        assert (await refusal(on.client.files_info(file=file_id)))["error"] == "file_not_found"


async def test_an_image_needs_a_file_that_is_shared() -> None:
    async with stage("http") as on:
        told = await on.client.files_upload_v2(filename="chart.png", content=b"\x89PNG")
        file_id = told["file"]["id"]
        image = [{"type": "image", "slack_file": {"id": file_id}, "alt_text": "A chart"}]
        refused = await refusal(on.client.chat_postMessage(channel="C1", text="x", blocks=image))
        assert refused["error"] == "invalid_blocks"
        assert "invalid slack file" in refused["errors"][0]
        await on.client.files_completeUploadExternal(
            files=[{"id": file_id, "title": "chart"}], channel_id=on.sandbox.dm("U1")
        )
        sent = await on.client.chat_postMessage(channel="C1", text="x", blocks=image)
        assert sent["message"]["blocks"][0]["slack_file"]["url"].endswith("chart.png")


async def test_reactions_and_pins_hang_on_messages() -> None:
    async with stage("http") as on:
        ts = (await on.client.chat_postMessage(channel="C1", text="x"))["ts"]
        await on.client.reactions_add(channel="C1", timestamp=ts, name="tada")
        assert on.seen()[0]["reactions"] == [{"name": "tada", "users": ["U0SBXBOT"]}]
        again = on.client.reactions_add(channel="C1", timestamp=ts, name="tada")
        assert (await refusal(again))["error"] == "already_reacted"
        await on.client.pins_add(channel="C1", timestamp=ts)
        assert (await refusal(on.client.pins_add(channel="C1", timestamp=ts)))["error"] == (
            "already_pinned"
        )


async def test_a_stream_grows_and_ends() -> None:
    async with stage("http") as on:
        root = (await on.client.chat_postMessage(channel=on.sandbox.dm("U1"), text="x"))["ts"]
        dm = on.sandbox.dm("U1")
        ts = (await on.client.chat_startStream(channel=dm, thread_ts=root, markdown_text="a"))["ts"]
        await on.client.chat_appendStream(channel=dm, ts=ts, markdown_text="b")
        await on.client.chat_stopStream(channel=dm, ts=ts, markdown_text="c")
        assert on.sandbox.messages(dm, "U1", thread=root)[-1]["text"] == "abc"
        told = await refusal(on.client.chat_appendStream(channel=dm, ts=ts, markdown_text="d"))
        assert told["error"] == "message_not_in_streaming_state"


async def test_blocks_can_be_validated_unseen() -> None:
    async with stage("http") as on:
        await on.client.api_call("blocks.validate", json={"blocks": section()})
        told = await refusal(
            on.client.api_call("blocks.validate", json={"blocks": [{"type": "alert"}]})
        )
        assert told["error"] == "invalid_blocks"
        assert on.seen() == []


async def _other(on: Stage, method: str, **args: Any) -> Any:
    return (await on.client.api_call(method, json=args)).data


async def test_the_remaining_methods_have_slacks_shapes() -> None:
    async with stage("http") as on:
        assert (await _other(on, "team.info"))["team"]["name"] == "Northwind"
        assert (await _other(on, "bots.info", bot="B0SANDBOX"))["bot"]["user_id"] == "U0SBXBOT"
        assert not (await _other(on, "dnd.info", user="U1"))["dnd_enabled"]
        assert await _other(on, "api.test", foo="bar") == {"ok": True, "args": {"foo": "bar"}}
        credentials = {"client_id": "sandbox-client", "client_secret": "sandbox-secret"}
        installed = await _other(on, "oauth.v2.access", code="sandbox-code", **credentials)
        assert installed["access_token"] == on.sandbox.tokens.bot
        rotated = await _other(
            on,
            "oauth.v2.access",
            grant_type="refresh_token",
            refresh_token=f"xoxe-1-{on.sandbox.tokens.bot}",
            **credentials,
        )
        assert rotated["expires_in"] == 43_200
        link = await on.client.chat_getPermalink(
            channel="C1",
            message_ts=(await on.client.chat_postMessage(channel="C1", text="x"))["ts"],
        )
        assert "/archives/C1/p" in link["permalink"]


async def test_channels_are_made_joined_and_renamed() -> None:
    manifest = {
        **MANIFEST,
        "oauth_config": {"scopes": {"bot": [*SCOPES, "channels:manage", "channels:join"]}},
    }
    async with stage("http", manifest=manifest) as on:
        made = (await on.client.conversations_create(name="deal-room"))["channel"]["id"]
        await on.client.conversations_invite(channel=made, users=["U1", "U2"])
        await on.client.conversations_setTopic(channel=made, topic="Acme")
        assert [one["topic"] for one in on.sandbox.page.channels("U2") if one["id"] == made] == [
            "Acme"
        ]
        taken = on.client.conversations_create(name="deal-room")
        assert (await refusal(taken))["error"] == "name_taken"
        on.sandbox.ws.add_channel("C5", "open", ["U1"])
        assert (await on.client.conversations_join(channel="C5"))["channel"]["is_member"]
