"""The views that people have open: their stacks of modals, and their Home tabs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.sandbox import anatomy
from bot.sandbox.anatomy import Values
from bot.sandbox.changes import Changes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.names import Names
from bot.sandbox.wire import Json, SlackSaysNo

MOST_STACKED = 3

_KEPT = (
    "title", "submit", "close", "callback_id", "private_metadata", "external_id",
    "clear_on_close", "notify_on_close", "submit_disabled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """One view; `touched` is what the person has filled in, as far as Slack has heard of it."""

    id: str
    user: str
    content: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    touched: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    errors: Mapping[str, str] | None = None

    @property
    def blocks(self) -> list[Json]:
        return list(self.content["blocks"])

    @property
    def values(self) -> Values:
        return anatomy.state(self.blocks, self.touched)

    @property
    def is_home(self) -> bool:
        return bool(self.content["type"] == "home")


class Surfaces:
    def __init__(self, clock: SandboxClock, names: Names, changes: Changes) -> None:
        self._clock = clock
        self._names = names
        self._changes = changes
        self._stacks: dict[str, tuple[View, ...]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> tuple[View, ...]:
        """A person's modals, bottom first."""
        return self._stacks.get(user, ())

    def home(self, user: str) -> View | None:
        return self._homes.get(user)

    def by_id(self, view_id: str) -> View | None:
        return next((one for one in self._all() if one.id == view_id), None)

    def by_external_id(self, external_id: str) -> View | None:
        return next(
            (one for one in self._all() if one.content.get("external_id") == external_id), None
        )

    def open(self, user: str, content: Json) -> View:
        """A modal that begins a new stack."""
        self._refuse_taken_external_id(content, None)
        view = self._made(user, content, previous=None)
        self.set_stack(user, (view,))
        return view

    def push(self, user: str, content: Json) -> View:
        """A modal on top of the others, three at most."""
        stack = self.stack(user)
        if len(stack) >= MOST_STACKED:
            raise SlackSaysNo("push_limit_reached")
        self._refuse_taken_external_id(content, None)
        view = self._made(user, content, previous=stack[-1] if stack else None)
        self.set_stack(user, (*stack, view))
        return view

    def update(self, view: View, content: Json, hash_: str | None = None) -> View:
        """New content under the same id; what the person typed stays in blocks that stay."""
        if hash_ and hash_ != view.hash:
            raise SlackSaysNo("hash_conflict")
        self._refuse_taken_external_id(content, view)
        dressed = self._dressed(content)
        changed = replace(view, content=dressed, hash=self._hash(), errors=None)
        changed = replace(changed, touched=_still_there(view.touched, changed.values))
        self._swap(changed)
        return changed

    def publish(self, user: str, content: Json, hash_: str | None = None) -> View:
        """The person's Home tab."""
        before = self._homes.get(user)
        if before is not None:
            return self.update(before, content, hash_)
        view = self._made(user, content, previous=None)
        self._swap(view)
        return view

    def fill(self, view: View, touched: Mapping[str, Mapping[str, Json]]) -> View:
        """Remembers what the person has filled in; the page knows it already."""
        merged = {**view.touched, **{key: dict(inner) for key, inner in touched.items()}}
        for key, inner in touched.items():
            merged[key] = {**view.touched.get(key, {}), **inner}
        filled = replace(view, touched=merged)
        self._swap(filled, quietly=True)
        return filled

    def complain(self, view: View, errors: Mapping[str, str] | None) -> None:
        """Shows errors beside their fields (None: no more)."""
        self._swap(replace(view, errors=errors))

    def close(self, view: View) -> None:
        """Takes the view, and whatever stands upon it, off the stack."""
        stack = self.stack(view.user)
        at = next((i for i, one in enumerate(stack) if one.id == view.id), len(stack))
        self.set_stack(view.user, stack[:at])

    def set_stack(self, user: str, views: Sequence[View]) -> None:
        self._stacks[user] = tuple(views)
        self._tell_stack(user)

    def clear(self) -> None:
        self._stacks.clear()
        self._homes.clear()

    def _all(self) -> list[View]:
        return [*(one for stack in self._stacks.values() for one in stack), *self._homes.values()]

    def _made(self, user: str, content: Json, previous: View | None) -> View:
        id_ = self._names.new("V")
        return View(
            id_,
            user,
            self._dressed(content),
            self._hash(),
            root_id=previous.root_id if previous else id_,
            previous_id=previous.id if previous else None,
        )

    def _dressed(self, content: Json) -> Json:
        kept = {key: content[key] for key in _KEPT if content.get(key) is not None}
        blocks = anatomy.dressed(content["blocks"], self._names.short)
        return {"type": content["type"], **kept, "blocks": blocks}

    def _hash(self) -> str:
        return self._names.hash(int(self._clock().timestamp()))

    def _refuse_taken_external_id(self, content: Json, own: View | None) -> None:
        external_id = content.get("external_id")
        holder = self.by_external_id(external_id) if external_id else None
        if holder is not None and (own is None or holder.id != own.id):
            raise SlackSaysNo("duplicate_external_id")

    def _swap(self, view: View, *, quietly: bool = False) -> None:
        if view.is_home:
            self._homes[view.user] = view
        else:
            self._stacks[view.user] = tuple(
                view if one.id == view.id else one for one in self.stack(view.user)
            )
        if quietly:
            return
        if view.is_home:
            self._changes.tell("home", frozenset({view.user}), view=view)
        else:
            self._tell_stack(view.user)

    def _tell_stack(self, user: str) -> None:
        self._changes.tell("stack", frozenset({user}), views=self.stack(user))


def _still_there(touched: Mapping[str, Mapping[str, Json]], values: Values) -> Values:
    return {
        block_id: {
            action_id: one
            for action_id, one in inner.items()
            if values.get(block_id, {}).get(action_id, {}).get("type") == one.get("type")
        }
        for block_id, inner in touched.items()
        if block_id in values
    }


def for_api(view: View, team_id: str, app_id: str, bot_id: str) -> Json:
    """The view object of Slack's API and payloads."""
    shown = view.content
    return {
        "id": view.id,
        "team_id": team_id,
        "type": shown["type"],
        "blocks": shown["blocks"],
        "private_metadata": shown.get("private_metadata", ""),
        "callback_id": shown.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": shown.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
        "clear_on_close": shown.get("clear_on_close", False),
        "notify_on_close": shown.get("notify_on_close", False),
        "close": shown.get("close"),
        "submit": shown.get("submit"),
        "previous_view_id": view.previous_id,
        "root_view_id": view.root_id,
        "app_id": app_id,
        "external_id": shown.get("external_id", ""),
        "app_installed_team_id": team_id,
        "bot_id": bot_id,
    }
