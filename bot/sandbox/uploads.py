"""Files of the played Slack: announced, uploaded, completed, fetched; kept in memory."""

import mimetypes
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.sandbox.wire import Json, SlackSaysNo
from bot.sandbox.workspace import Workspace

MOST_BYTES = 50_000_000


@dataclass(slots=True)
class Upload:
    """`key` makes the upload URL hard to guess, as Slack's is."""

    name: str
    length: int
    user: str
    key: str
    content: bytes | None = None


class Uploads:
    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._uploads: dict[str, Upload] = {}
        self.base_url = "http://127.0.0.1"

    def announce(self, name: str, length: int, user: str) -> str:
        """The id of a file to come."""
        file_id = self._ws.names.new("F")
        self._uploads[file_id] = Upload(name, length, user, secrets.token_urlsafe(12))
        return file_id

    def upload_url(self, file_id: str) -> str:
        return f"{self.base_url}/files/upload/{file_id}/{self._uploads[file_id].key}"

    def receive(self, file_id: str, key: str, content: bytes) -> None:
        upload = self._uploads.get(file_id)
        if upload is None or upload.key != key:
            raise SlackSaysNo("invalid_upload_url", 404)
        if len(content) != upload.length or len(content) > MOST_BYTES:
            raise SlackSaysNo("file_upload_size_mismatch", 400)
        upload.content = content

    def complete(self, file_id: str, title: str | None, channels: Sequence[str]) -> Json:
        """The finished file object, shared into the channels."""
        upload = self._uploads.get(file_id)
        if upload is None or upload.content is None:
            raise SlackSaysNo("file_not_found")
        known = self._ws.files.get(file_id)
        shared = [*(known["channels"] if known else []), *channels]
        self._ws.files[file_id] = self._described(file_id, upload, title, shared)
        return self._ws.files[file_id]

    def store(self, name: str, content: bytes, user: str) -> Json:
        """A file that a person attached on the page."""
        file_id = self.announce(name, len(content), user)
        self._uploads[file_id].content = content
        return self.complete(file_id, name, [])

    def content(self, file_id: str) -> tuple[bytes, str] | None:
        """The bytes and their kind; None for what isn't there."""
        upload, file = self._uploads.get(file_id), self._ws.files.get(file_id)
        if upload is None or upload.content is None or file is None:
            return None
        return upload.content, file["mimetype"]

    def delete(self, file_id: str) -> None:
        self._uploads.pop(file_id, None)
        self._ws.files.pop(file_id, None)

    def clear(self) -> None:
        self._uploads.clear()

    def _described(
        self, file_id: str, upload: Upload, title: str | None, channels: Sequence[str]
    ) -> Json:
        mimetype = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        url = f"{self.base_url}/files/{file_id}/{quote(upload.name)}"
        now = int(self._ws.clock().timestamp())
        return {
            "id": file_id,
            "created": now,
            "timestamp": now,
            "name": upload.name,
            "title": title or upload.name,
            "mimetype": mimetype,
            "filetype": upload.name.rpartition(".")[2],
            "user": upload.user,
            "size": upload.length,
            "mode": "hosted",
            "is_external": False,
            "is_public": bool(channels),
            "url_private": url,
            "url_private_download": url,
            "permalink": url,
            "channels": list(channels),
            "file_access": "visible",
        }
