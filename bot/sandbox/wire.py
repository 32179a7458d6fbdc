"""What travels between Slack and an app: JSON objects, and Slack's way of saying no."""

from typing import Any

Json = dict[str, Any]


class SlackSaysNo(Exception):
    """An answer with `ok: false`; `facts` are the fields that go with the error's code."""

    def __init__(self, code: str, status: int = 200, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.facts = facts

    @property
    def answer(self) -> Json:
        return {"ok": False, "error": self.code, **self.facts}


def escape(text: str) -> str:
    """As Slack escapes what people type: these three, the ampersand first."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
