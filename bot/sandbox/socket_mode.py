"""Socket Mode: apps connect by WebSocket with a ticket, and acknowledge by envelope id."""

import asyncio
import json
import secrets
from typing import Any
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.delivery import Parcel, Undelivered
from bot.sandbox.traffic import Traffic
from bot.sandbox.wire import Json, SlackSaysNo

MOST_CONNECTIONS = 10
MOST_ACK_BYTES = 20_480
"""Slack drops frames of this size and above without a word."""


class BySocket:
    """The hub of an app's connections; deliveries take the newest."""

    def __init__(self) -> None:
        self._tickets: set[str] = set()
        self._sockets: list[WebSocket] = []
        self._retiring: list[WebSocket] = []
        self._joined = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._traffic: Traffic | None = None

    def watch(self, traffic: Traffic) -> None:
        """Late and oversized acknowledgements are written there."""
        self._traffic = traffic

    @property
    def connected(self) -> bool:
        return bool(self._sockets or self._retiring)

    def new_ticket(self) -> str:
        if len(self._sockets) >= MOST_CONNECTIONS:
            raise SlackSaysNo("too_many_websockets")
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def deliver(self, parcel: Parcel) -> Any:
        socket = await self._newest()
        envelope_id = str(uuid4())
        envelope: Json = {
            "envelope_id": envelope_id,
            "type": parcel.kind,
            "payload": parcel.payload,
            "accepts_response_payload": parcel.answerable,
        }
        if parcel.kind == "events_api":
            envelope |= {
                "retry_attempt": parcel.retry_num,
                "retry_reason": parcel.retry_reason,
            }
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = answer
        try:
            await self._send(socket, envelope)
            return await answer
        finally:
            del self._waiting[envelope_id]

    async def serve(self, socket: WebSocket) -> None:
        """One connection, from its ticket to its end."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(code=4001)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        self._sockets.append(socket)
        self._joined.set()
        try:
            await socket.send_json(self._hello(socket.query_params.get("app_id", "")))
            while True:
                self._receive(await socket.receive_text())
        except WebSocketDisconnect:
            return
        finally:
            (self._sockets if socket in self._sockets else self._retiring).remove(socket)

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Asks every connection to come back on a new one, as Slack does every few hours;
        deliveries wait for it."""
        self._retiring += self._sockets
        self._sockets = []
        self._joined.clear()
        for socket in list(self._retiring):
            await socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
            )

    async def close(self) -> None:
        for socket in [*self._sockets, *self._retiring]:
            await socket.close()

    async def _newest(self) -> WebSocket:
        if not self.connected:
            raise Undelivered("dispatch_failed", "connection_failed", "no socket is connected")
        while not self._sockets:
            self._joined.clear()
            await self._joined.wait()
        return self._sockets[-1]

    async def _send(self, socket: WebSocket, envelope: Json) -> None:
        try:
            await socket.send_json(envelope)
        except (RuntimeError, WebSocketDisconnect) as trouble:  # closed between pick and send
            raise Undelivered("dispatch_failed", "connection_failed", str(trouble)) from trouble

    def _hello(self, app_id: str) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._sockets),
            "connection_info": {"app_id": app_id},
            "debug_info": {"host": "sandbox", "approximate_connection_time": 18_060},
        }

    def _receive(self, frame: str) -> None:
        try:
            told = json.loads(frame)
        except json.JSONDecodeError:
            self._complain("invalid_frame", "the app sent a frame that is no JSON", frame)
            return
        envelope_id = told.get("envelope_id") if isinstance(told, dict) else None
        answer = self._waiting.get(str(envelope_id))
        size = len(frame.encode())
        if size >= MOST_ACK_BYTES:
            words = f"an acknowledgement of {size:,} bytes: Slack drops 20 KB and more unread"
            self._complain("ack_too_large", words, told)
            if answer is not None and not answer.done():
                answer.set_exception(Undelivered("operation_timeout", "http_timeout", words))
        elif answer is None or answer.done():
            self._complain("late_ack", "an acknowledgement that nobody waits for any more", told)
        else:
            answer.set_result(told.get("payload") or None)

    def _complain(self, error: str, detail: str, frame: Any) -> None:
        if self._traffic is not None:
            began = self._traffic.stopwatch()
            self._traffic.note(
                "from_app",
                "acknowledgement",
                began,
                request=frame,
                response=None,
                error=error,
                detail=detail,
            )
