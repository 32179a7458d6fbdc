"""The Web API's door: who calls, what with, may they, how often; then the method itself."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox import (
    api_chat,
    api_conversations,
    api_files,
    api_marks,
    api_misc,
    api_scheduled,
    api_streams,
    api_users,
    api_views,
)
from bot.sandbox.api_call import Call, Method, Methods, unnested
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform
from bot.sandbox.wire import Json, SlackSaysNo

METHODS: Methods = {
    **api_chat.METHODS,
    **api_scheduled.METHODS,
    **api_streams.METHODS,
    **api_views.METHODS,
    **api_conversations.METHODS,
    **api_users.METHODS,
    **api_files.METHODS,
    **api_marks.METHODS,
    **api_misc.METHODS,
}


class Api:
    """Answers `/api/METHOD`; every call stands in the traffic log, without its token."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def answer(self, request: Request) -> Response:
        name = request.path_params["method"]
        began = self._platform.traffic.stopwatch()
        args: Json = {}
        fault = self._platform.faults.take(name)
        try:
            token, args = await _read(request)
            body = self._run(name, token, args, fault)
            status = 200
        except SlackSaysNo as no:
            body, status = no.answer, no.status
        retry_after = body.pop("retry_after", None)
        shown = _for_log(args)
        error = body.get("error")
        self._platform.traffic.note(
            "from_app",
            name,
            began,
            request=shown,
            response=body,
            status=status,
            error=error,
            detail="; ".join(body.get("response_metadata", {}).get("messages", [])) or None,
        )
        if error:
            self._toast(name, error)
        if fault is not None and fault.how == "swallow":
            await _until_gone(request)
        return JSONResponse(body, status, headers=self._headers(name, retry_after))

    def _run(self, name: str, token: str, args: Json, fault: Fault | None) -> Json:
        if fault is not None and fault.how != "swallow":
            facts = {"retry_after": fault.retry_after} if fault.how == "limit" else {}
            raise SlackSaysNo(fault.code, fault.status, **facts)
        method = METHODS.get(name)
        if method is None:
            raise SlackSaysNo("unknown_method", req_method=name)
        self._check_token(method, token)
        call = Call(self._platform, name, args)
        if method.scope is not None:
            call.needs(method.scope)
        wait = 0 if method.tier is None else self._platform.rates.for_method(name, method.tier)
        if wait:
            raise SlackSaysNo("ratelimited", 429, retry_after=wait)
        return method.run(call)

    def _check_token(self, method: Method, token: str) -> None:
        if method.caller == "anyone":
            return
        if not token:
            raise SlackSaysNo("not_authed")
        wanted = self._platform.tokens.app if method.caller == "app" else self._platform.tokens.bot
        if token == wanted:
            if method.caller == "bot" and self._platform.faults.token_error:
                raise SlackSaysNo(self._platform.faults.token_error)
            return
        is_other_kind = token.startswith("xapp-") != (method.caller == "app")
        raise SlackSaysNo("not_allowed_token_type" if is_other_kind else "invalid_auth")

    def _headers(self, name: str, retry_after: int | None) -> dict[str, str]:
        method = METHODS.get(name)
        headers = {"x-oauth-scopes": ",".join(self._platform.app.scopes)}
        if method is not None and method.scope is not None:
            headers["x-accepted-oauth-scopes"] = method.scope
        if retry_after is not None:
            headers["Retry-After"] = str(retry_after)
        return headers

    def _toast(self, name: str, error: str) -> None:
        level = "warning" if error == "ratelimited" else "error"
        self._platform.ws.changes.tell("toast", level=level, text=f"{name}: {error}")


async def _read(request: Request) -> tuple[str, Json]:
    """The token and the arguments, from header, query, form or JSON."""
    args = unnested(dict(request.query_params))
    raw = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json" and raw:
        args |= _json_object(raw)
    elif raw:
        args |= unnested(dict(parse_qsl(raw.decode(), keep_blank_values=True)))
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    given = str(args.pop("token", ""))
    return (token.strip() if scheme.lower() == "bearer" else given), args


def _json_object(raw: bytes) -> Json:
    try:
        told: Any = json.loads(raw)
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise SlackSaysNo("invalid_json") from None
    if not isinstance(told, dict):
        raise SlackSaysNo("json_not_object")
    return told


def _for_log(args: Json) -> Json:
    return {name: "…" if "secret" in name else value for name, value in args.items()}


async def _until_gone(request: Request) -> None:
    """Holds the answer back until the client gives up."""
    while (await request.receive())["type"] != "http.disconnect":
        continue
